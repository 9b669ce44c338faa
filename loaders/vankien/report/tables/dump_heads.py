"""Where the header of a dumped table ends and its first row begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.report.page.pages import BodyLine
from vankien.report.tables.gather import after_numbers
from vankien.report.tables.header import cell_kind
from vankien.report.tables.spans import words_to_cells
from vankien.report.tables.values import Tokens, is_unit, tail_tokens, unit_at_end
from vankien.report.tables.wraps import is_values
from vankien.vietnamese import is_upper

HEADER_START = re.compile(
    r"(?:s?tt|so tt|tt so)\b\.?(?!\S)(?! ?\d)|(?:ten )?(?:cac )?chi tieu\b(?=.*\b(?:don vi|dv tinh|dvt)\b|$| (?:chu yeu|chinh)$)"
)
_FIRST_ROW = re.compile(r"(?:I|1|01|A)(?:[.)]|\s?-)?(?:\s+[^\d\s(].*|$)")
_MAX_HEADER = 70
_LONG = 120


def header_end(lines: Sequence[BodyLine], start: int, tokens: Tokens) -> int | None:
    """The index of the first body row of a table whose header starts at index `start`; None if there is none."""
    for at in range(start + 1, min(len(lines), start + _MAX_HEADER)):
        text = lines[at].text
        if at - start > 1 and _is_numbered_values(text, tokens) and _is_label_start(lines[at - 1].text):
            return at - 1
        if _FIRST_ROW.fullmatch(text) and not re.match(r"1 +\d", text):
            return after_numbers(lines, at)
        if at - start > 2 and _opens_unnumbered(lines, at, tokens):
            return at
        if at - start > 40 and len(text) > _LONG:
            return None
        if (
            len(tail_tokens(text, tokens)) >= 3
            and re.match(r"\D", text)
            and unit_at_end(_before(text, tokens), tokens.units) is not None
        ):
            return at
    return None


def _is_numbered_values(text: str, tokens: Tokens) -> bool:
    """The number of the first row with its unit and values alone: its label stands above and below."""
    match = re.match(r"0?1[.)]? (?=\D)", text)
    found = tail_tokens(text[match.end() :], tokens) if match else []
    return bool(found) and match is not None and is_unit(text[match.end() :][: found[0].start].strip(), tokens.units)


def _is_label_start(text: str) -> bool:
    """Words of a label, no cells of a header."""
    return len(words_to_cells(text)) == 1 and len(text.split()) > 3 and not is_upper(text)


def _opens_unnumbered(lines: Sequence[BodyLine], at: int, tokens: Tokens) -> bool:
    """A label without a number, with its unit and its values one a line below it."""
    if at + 2 >= len(lines) or not re.match(r"[^\W\d_]", lines[at].text) or len(lines[at].text.split()) < 2:
        return False
    unit, value = lines[at + 1].text, lines[at + 2].text
    named = is_unit(unit, tokens.units) and "unit" not in (cell_kind(lines[at].text), cell_kind(unit))
    return named and is_values(value, tokens) and not re.fullmatch(r"(?:19|20)\d\d", value)


def _before(text: str, tokens: Tokens) -> str:
    found = tail_tokens(text, tokens)
    return text[: found[0].start].rstrip() if found else text
