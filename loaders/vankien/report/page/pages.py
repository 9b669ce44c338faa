"""Report → body lines, page numbers, footnotes: what the printed page adds to the text is taken off again.

Three kinds of text files are met: dumps that separate every wrapped line by a blank one and mark a page break by
one leading blank; wrapped text with blank lines between paragraphs; one long line per paragraph (also Markdown).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vankien.model import Footnote, Line, Passage, Piece, Report
from vankien.report.join import join_passages
from vankien.report.page.markup import clean_markup
from vankien.report.page.note_lines import NOTE, report_to_note_lines
from vankien.report.page.note_ranks import marker_at_rank
from vankien.report.page.note_rules import GLUED
from vankien.report.page.web_pages import web_furniture


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One non-blank line of the body without its markup: text with the way back, page, whether a blank line stands
    above it, whether Markdown prints it bold or as a heading (depth from 1; 0 = not marked), and whether two blanks
    at its end say that the paragraph ends here (text dumps and Markdown both do). `printed` is the line as printed
    where its letters were restored, empty for typed text; each of its tokens is one piece of the passage. `indent` is
    the number of characters printed before the text; `flows` is true where the layout of the page says that the
    paragraph goes on in the next line."""

    passage: Passage
    page: int
    blank_above: bool = False
    marked: int = 0
    hard_end: bool = False
    printed: str = ""
    indent: int = 0
    flows: bool = False

    @property
    def text(self) -> str:
        """The line's text."""
        return self.passage.text

    @property
    def number(self) -> int:
        """The source line."""
        return self.passage.first_line


@dataclass(frozen=True, slots=True)
class Pages:
    """A report without its page furniture: body lines, footnotes (anchors not yet known), number of pages, and the
    lines that were printed page numbers."""

    body: tuple[BodyLine, ...]
    footnotes: tuple[Footnote, ...]
    count: int
    furniture: tuple[int, ...]


_HARD_END = re.compile(r"\S[ ]{2,}$")
_BRACKET_NOTE = re.compile(r"^\[\^?(\d{1,3})\]:?\s+(?=\S)")
_UNNUMBERED_NOTE = re.compile(r"^\ufffd?\(\s*\)\.?\s*")


def line_to_passage(line: Line) -> Passage:
    """The line's text without white space at both ends, as a passage."""
    stripped = line.text.strip()
    lead = len(line.text) - len(line.text.lstrip())
    return Passage(stripped, (Piece(0, line.number, line.start + lead),))


def _footnotes(report: Report, notes: dict[int, int]) -> Iterator[Footnote]:
    by_number = {line.number: line for line in report.lines}
    grouped: dict[int, list[Passage]] = {}
    for number, mark in notes.items():
        passage = line_to_passage(by_number[number])
        if mark not in grouped:
            head = NOTE.match(passage.text) or re.match(r"\d{1,3}$", passage.text)
            passage = passage.part(head.end(), len(passage.text)) if head else passage
        grouped.setdefault(mark, [])
        if passage.text:
            grouped[mark].append(passage)
    for mark, passages in sorted(grouped.items()):
        if passages:
            yield Footnote(mark, join_passages(passages))


def _end_notes(body: list[BodyLine]) -> tuple[list[BodyLine], list[Footnote]]:
    """Notes at the end of a text without page layout: ``[1] ...`` or signs without a number (``(). ...``)."""
    notes: list[Footnote] = []
    rest: list[BodyLine] = []
    unnumbered = 0
    has_unnumbered = any(_UNNUMBERED_NOTE.match(b.text) and b.text.startswith("\ufffd") for b in body)
    signed = False
    for line in body:
        bracket = _BRACKET_NOTE.match(line.text)
        if signed and notes and not bracket and not (line.blank_above or line.marked or "|" in line.text[:1]):
            notes[-1] = replace(notes[-1], passage=join_passages([notes[-1].passage, line.passage]))
            continue
        signed = bracket is not None and line.text.startswith("[^")  # a note of Markdown runs to the next blank line
        plain = _UNNUMBERED_NOTE.match(line.text) if has_unnumbered and line.text.startswith("\ufffd") else None
        match = bracket or plain
        if not match:
            rest.append(line)
            continue
        unnumbered += 1
        passage = line.passage.part(match.end(), len(line.text))
        if passage.text:
            notes.append(Footnote(int(bracket.group(1)) if bracket else unnumbered, passage))
    return rest, notes


def _layout_to_pages(report: Report) -> Pages:
    """The body, notes and furniture of a report whose lines know what they are; a note starts at its sign (``[^3]``)."""
    body: list[BodyLine] = []
    notes: list[tuple[int, list[Passage]]] = []
    furniture: list[int] = []
    for line in report.lines:
        passage = line_to_passage(line)
        opens = _BRACKET_NOTE.match(passage.text) if line.role == "note" else None
        if line.role == "furniture" or not passage.text:
            furniture.append(line.number)
        elif opens:
            notes.append((int(opens.group(1)), [passage.part(opens.end(), len(passage.text))]))
        elif line.role == "note" and notes:
            notes[-1][1].append(passage)
        else:
            body.append(BodyLine(passage, line.page or 1, False, line.mark, line.ends, flows=not line.ends))
    rest, end_notes = _end_notes(body)
    footnotes = (*(Footnote(mark, join_passages(parts)) for mark, parts in notes), *end_notes)
    return Pages(tuple(rest), footnotes, max((b.page for b in body), default=1), tuple(furniture))


def report_to_pages(report: Report) -> Pages:
    """Take page numbers, footnote rules and footnotes off the body.

    Footnotes are found by their expected next number below a rule line, so a number at the start of a wrapped line
    is not mistaken for one; a note that runs over the page continues below the next rule. Markdown is cleaned. Files
    that know their layout have told already which lines are what.
    """
    if report.has_layout:
        return _layout_to_pages(report)
    notes, furniture, pages = report_to_note_lines(report)
    furniture |= web_furniture(report.lines)
    markdown = report.media_type == "text/markdown" or _looks_like_markdown(report)
    body: list[BodyLine] = []
    blank = False
    for line in report.lines:
        if not line.text.strip():
            blank = True
            continue
        if line.number in notes or line.number in furniture:
            continue
        passage, marked = line_to_passage(line), 0
        if markdown:
            passage, marked = clean_markup(passage)
        if passage.text:
            hard_end, indent = bool(_HARD_END.search(line.text)), passage.pieces[0].start - line.start
            body.append(BodyLine(passage, pages[line.number], blank, marked, hard_end, indent=indent))
        blank = False
    body, end_notes = _end_notes(body)
    footnotes = (*_footnotes(report, notes), *end_notes)
    return Pages(tuple(body), footnotes, max(pages.values(), default=1), tuple(sorted(furniture)))


def _looks_like_markdown(report: Report) -> bool:
    marks = sum(
        bool(re.search(r"\*\*\S|^#{1,6} |^\|.*\|$|^\*[^\W\d][^*]+\*$", line.text.strip())) for line in report.lines
    )
    return marks >= 3


_EMPTY_SIGN = re.compile(r"\(\s*\)|\($|^\)")


def anchor_footnotes(pages: Pages) -> Pages:
    """Find each note's marker in the body, remove it from the text and note the line it hangs on.

    A marker is the note's number glued to a word, a closing mark or a year, or in square brackets; signs without a
    number (``()``, also broken over two lines) are counted off. Markers are searched in order, before the note.
    """
    body = list(pages.body)
    if any(line.text.endswith("(") for line in body) and len({n.mark for n in pages.footnotes}) == len(pages.footnotes):
        body, anchors = _take_empty_signs(body)
        if len(anchors) >= len(pages.footnotes) // 2:
            by_mark = dict(enumerate(anchors, 1))
            notes = [replace(note, anchor=by_mark.get(note.mark)) for note in pages.footnotes]
            return replace(pages, body=tuple(b for b in body if b.text), footnotes=tuple(notes))
    notes = []
    at = (0, 0)
    for note in pages.footnotes:
        hit = _find_marker(body, note, at)
        if hit is None:
            notes.append(note)
            continue
        index, start, end = hit
        at = (index, start)
        position = body[index].passage.position_at(start)
        notes.append(replace(note, anchor=body[index].number, anchor_at=position))
        body[index] = replace(body[index], passage=body[index].passage.without([(start, end)]))
    return replace(pages, body=tuple(b for b in body if b.text.strip()), footnotes=tuple(notes))


def _take_empty_signs(body: list[BodyLine]) -> tuple[list[BodyLine], list[int]]:
    """The body without its empty footnote signs, and the line of each sign."""
    out, anchors = [], []
    open_above = False
    for line in body:
        spans = []
        for match in _EMPTY_SIGN.finditer(line.text):
            if match.group() == ")" and not open_above:
                continue
            spans.append(match.span())
            if match.group() != ")":
                anchors.append(line.number)
        open_above = line.text.endswith("(")
        out.append(replace(line, passage=line.passage.without(spans)) if spans else line)
    return out, anchors


_SIGN = re.compile(r"\[\^\d{1,3}\]")


def drop_signs(pages: Pages) -> Pages:
    """The pages without the signs of notes that were not found, or that were found at another sign of theirs."""
    lines = (
        replace(line, passage=line.passage.without(spans))
        if (spans := [m.span() for m in _SIGN.finditer(line.text)])
        else line
        for line in pages.body
    )
    return replace(pages, body=tuple(line for line in lines if line.text.strip()))


def _find_marker(body: list[BodyLine], note: Footnote, at: tuple[int, int]) -> tuple[int, int, int] | None:
    mark = str(note.mark)
    is_signed = any(f"[^{mark}]" in line.text for line in body[at[0] :])
    glued = re.compile(
        rf"\[\^{mark}\]"
        if is_signed
        else rf"\[\^?{mark}\]|{GLUED}{mark}(?![\d%]|[.,/-]\d)|(?<=[^\d\s][.,;]){mark}(?=\s|$)|(?<=\w)\({mark}\)(?=[.,;:\s]|$)"
    )
    for index in range(at[0], len(body)):
        line = body[index]
        if line.number > note.passage.first_line and not line.text.startswith("["):
            break
        for match in glued.finditer(line.text):
            if index == at[0] and match.start() < at[1]:
                continue
            word = line.text[: match.start()].split(" ")[-1]
            if mark in "23" and re.search(r"(?:^|[\d.,(])(?:km|m|dm|cm|CO)$", word):
                continue
            return index, match.start(), match.end()
    return _marker_at_rank(body, note, at)


def _marker_at_rank(body: list[BodyLine], note: Footnote, at: tuple[int, int]) -> tuple[int, int, int] | None:
    """A marker glued to a rank: no province comes 354th, so the last digit is the note's."""
    for index in range(at[0], len(body)):
        if body[index].number > note.passage.first_line:
            break
        if span := marker_at_rank(body[index].text, note.mark, at[1] if index == at[0] else 0):
            return index, *span
    return None
