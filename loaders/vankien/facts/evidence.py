"""From a stretch of a passage to the evidence of a fact: the one place where evidence is made."""

from __future__ import annotations

from vankien.model import Evidence, Passage, Piece, Repair, Report


def _raw_end(report: Report, part: Passage, index: int) -> int:
    """Where the source characters of a piece end: as far as its text goes, or, where the piece is one restored token
    of another length, at the end of the printed token."""
    piece = part.pieces[index]
    stop = part.pieces[index + 1].at if index + 1 < len(part.pieces) else len(part.text)
    text = part.text[piece.at : stop].rstrip()
    line = report.lines[piece.line - 1]
    at = piece.start - line.start
    if line.text.startswith(text, at):
        return piece.start + len(text)
    token = line.text[at:].split(maxsplit=1)
    return piece.start + (len(token[0]) if token else 0)


def raw_quote(report: Report, part: Passage) -> tuple[str, int]:
    """What the source prints for a passage, its lines joined by blanks, and the offset behind the last character.

    For typed text this is the text itself (without markup and footnote markers); for restored text the raw tokens.
    """
    by_line: dict[int, tuple[int, int]] = {}
    exact = True
    for index, piece in enumerate(part.pieces):
        end = _raw_end(report, part, index)
        exact = exact and _is_printed(report, part, index, piece)
        first, _ = by_line.get(piece.line, (piece.start, end))
        by_line[piece.line] = (first, end)
    last = max(end for _, end in by_line.values())
    if exact:
        return part.text, last
    shown = []
    for number, (start, end) in by_line.items():
        line = report.lines[number - 1]
        shown.append(line.text[start - line.start : end - line.start])
    return " ".join(shown), last


def _is_printed(report: Report, part: Passage, index: int, piece: Piece) -> bool:
    stop = part.pieces[index + 1].at if index + 1 < len(part.pieces) else len(part.text)
    line = report.lines[piece.line - 1]
    return line.text.startswith(part.text[piece.at : stop].rstrip(), piece.start - line.start)


def evidence_of(
    report: Report,
    passage: Passage,
    start: int,
    end: int,
    rule: str,
    *,
    value_at: int | None = None,
    repair: Repair | None = None,
) -> Evidence:
    """Evidence for a fact read from `passage.text[start:end]`.

    `value_at` is the offset in the passage of the printed value (of the code, of the name); it decides the fact's
    line and defaults to `start`. `rule` names the rule that read it. The quote is what the source prints, also where the
    passage was restored; where a scan's label was put in other words, which may be longer than its line, it is that line.
    Raises ValueError for an empty stretch.
    """
    part = passage.part(start, end)
    if not part.text:
        raise ValueError(f"no text between {start} and {end} at line {passage.first_line}")
    at = start if value_at is None else value_at
    first, last = part.first_line, part.last_line
    quote, stop = raw_quote(report, part)
    begin = part.position_at(0)
    if not quote.strip():  # behind the end of the printed line
        line = report.lines[first - 1]
        quote, begin, stop = line.text.strip(), line.start, line.start + len(line.text)
    return Evidence(
        report=report.id,
        first_line=first,
        last_line=max(first, last),
        line=min(max(passage.line_at(at), first), max(first, last)),
        start=begin,
        end=max(stop, begin + 1),
        quote=quote,
        rule=rule,
        repair=repair,
    )
