"""Cells that a narrow column wraps over lines, in dumps with one cell a line: each is put on one line again.

Triệu                                               one unit in two lines
đồng
72
Chưa                                                one verdict in two lines
đạt
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.values import Tokens, is_unit, tail_tokens
from vankien.vietnamese import fold

_MAX_UNIT = 4
_MAX_WORD = 20
"""Letters of a line that is part of a unit or a verdict."""
_MAX_REST = 3
_AND = ("va ", "va", "- ")


def _joined(lines: Sequence[BodyLine]) -> BodyLine:
    """Several lines as one, which stands where the first does."""
    return replace(lines[0], passage=join_passages([line.passage for line in lines])) if len(lines) > 1 else lines[0]


def is_values(text: str, tokens: Tokens) -> bool:
    """Does a line hold values and nothing else?"""
    found = tail_tokens(text, tokens)
    return bool(found) and found[0].start == 0


def without_header(lines: Sequence[BodyLine], head: Sequence[str], tokens: Tokens) -> list[BodyLine]:
    """The lines without the header that each page repeats (`head`, its lines folded).

    The small letters right below it end the label of the row above, whose other cells the page before printed.
    """
    out: list[BodyLine] = []
    at, size = 0, len(head)
    while at < len(lines):
        same = size >= _MAX_UNIT and [fold(line.text) for line in lines[at : at + size]] == list(head)
        if not same:
            out.append(lines[at])
            at += 1
            continue
        at += size
        rest: list[BodyLine] = []
        while at < len(lines) and len(rest) < _MAX_REST and _ends_label(lines[at].text, tokens):
            rest.append(lines[at])
            at += 1
        unit = next((i for i in range(len(out) - 1, 0, -1) if _is_unit_of_row(out, i, tokens)), None) if rest else None
        out[unit or len(out) : unit or len(out)] = rest
    return out


def _ends_label(text: str, tokens: Tokens) -> bool:
    return text[:1].islower() and not fold(text).startswith(_AND) and not is_values(text, tokens)


def _is_unit_of_row(lines: Sequence[BodyLine], at: int, tokens: Tokens) -> bool:
    return at + 1 < len(lines) and is_unit(lines[at].text, tokens.units) and is_values(lines[at + 1].text, tokens)


def join_wrapped(lines: Sequence[BodyLine], tokens: Tokens) -> list[BodyLine]:
    """The lines, those of a wrapped unit right above its values and of a wrapped verdict behind values joined."""
    out: list[BodyLine] = []
    for line in lines:
        verdict = _verdict_before(out, line, tokens)
        if verdict:
            out[-1] = verdict
            continue
        if is_values(line.text, tokens):
            size = _unit_lines(out, tokens)
            out[len(out) - size :] = [_joined(out[len(out) - size :])] if size > 1 else out[len(out) - size :]
        out.append(line)
    return out


def _unit_lines(lines: Sequence[BodyLine], tokens: Tokens) -> int:
    """How many of the last lines make one unit; more than one only behind a capital, so that no label's end is taken."""
    for size in range(min(_MAX_UNIT, len(lines)), 1, -1):
        parts = [line.text for line in lines[-size:]]
        short = all(len(part) <= _MAX_WORD for part in parts) and parts[0][:1].isupper()
        if short and is_unit(" ".join(parts).replace("/ ", "/"), tokens.units):
            return size
    return 1 if lines else 0


def _verdict_before(out: Sequence[BodyLine], line: BodyLine, tokens: Tokens) -> BodyLine | None:
    """The line before joined with this one, if both are the two halves of a verdict behind values."""
    if len(out) < 2 or len(line.text) > _MAX_WORD or len(out[-1].text) > _MAX_WORD or not line.text[:1].islower():
        return None
    if is_values(out[-1].text, tokens) or not is_values(out[-2].text, tokens):
        return None
    both = _joined([out[-1], line])
    found = tail_tokens(both.text, tokens)
    return both if len(found) == 1 and found[0].type == "verdict" and found[0].start == 0 else None


def repeats(lines: Sequence[BodyLine], at: int, header: Sequence[str]) -> int:
    """How many lines from `at` on repeat the header (0 if they do not)."""
    same = 0
    while same < len(header) and at + same < len(lines) and fold(lines[at + same].text) == header[same]:
        same += 1
    return same if same >= min(2, len(header)) or (same and len(header) == 1) else 0
