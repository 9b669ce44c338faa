"""Tables dumped cell by cell from a page: rows without column marks, labels wrapped over lines.

TT Chỉ tiêu Đơn vị tính          the header, wrapped at will, comes again after every page break
Mục tiêu ...
I Các chỉ tiêu về kinh tế        section row
1                                number of a group, alone or before the label
Tổng sản lượng chè búp           label over several lines
tươi
Nghìn tấn 40 38,5 96,3% Đạt      unit and values; empty cells are gone
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.dump_heads import HEADER_START, header_end
from vankien.report.tables.gather import DASHES, ENDS, has_one_cell_a_line, one_cell_a_line
from vankien.report.tables.header import Column, cell_kind, header_to_columns
from vankien.report.tables.lasts import BODY, cells_of, in_bracket, is_open, stops_short
from vankien.report.tables.rows import VALUES, Grid, blank_like, grid_to_table, title_above
from vankien.report.tables.spans import cells_to_header, words_to_cells
from vankien.report.tables.values import (
    Token,
    Tokens,
    align,
    lexicon_to_tokens,
    split_ranges,
    tail_tokens,
    text_tokens,
    unit_at_end,
)
from vankien.report.tables.wraps import join_wrapped, repeats, without_header
from vankien.vietnamese import ROMAN, UPPER, fold, is_upper

_NUMBER = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,2}})*)[.)]?(?:\s+(?=[{UPPER}+–*-])|$)")
_SECTION = re.compile(rf"(?P<no>{ROMAN}|[A-H])(?:[.)]|\s?-)?(?:\s+(?=[{UPPER}])|$)")
_NUMBER_AND_SHARES = re.compile(r"(\d{1,3})[.)]?\s(?P<unit>%)\s")
"""The number of a row before its unit, which is no share (``4 % 12,5 13``)."""
_MARK = re.compile(r"[-–+*•]\s*(?=[^\d\s])")
_END = re.compile(rf"(?:{ENDS}|bieu \d|nguon|tm\.|t/m)\b|\(\*+\)\s*[^\W\d_]")
_TEXTS = ("body", "partner", "deadline", "text", "note")
_MAX_LABEL = 12
_LONG = 120
_BARREN = 200
_REACH = 4000


@dataclass
class _Draft:
    """A row being read: number, label lines, unit, values with their types; `rest` is text behind the values."""

    no: Passage | None = None
    label: list[Passage] = field(default_factory=list)
    unit: Passage | None = None
    tokens: list[Token] = field(default_factory=list)
    line: Passage | None = None
    rest: Passage | None = None


@dataclass
class _Walk:
    """The state of the walk down the rows of one table."""

    has_unit: bool
    expected: int
    has_text: bool
    tokens: Tokens
    has_body: bool = False
    rows: list[_Draft] = field(default_factory=list)
    draft: _Draft = field(default_factory=_Draft)
    used: int = 0

    def flush(self) -> None:
        """Close the open label: it heads the rows below."""
        if self.draft.label or self.draft.no:
            self.rows.append(self.draft)
        self.draft = _Draft()


def _row_values(walk: _Walk, passage: Passage) -> tuple[list[Token], int | None, int]:
    """The values of a line, where the unit starts that stands before them (None if there is none), and where the text
    behind the values starts."""
    text = passage.text
    between = _NUMBER_AND_SHARES.match(text)
    if between and walk.has_unit and _numbers_label(walk, between[1]):
        return text_tokens(text, between.end(), walk.tokens), between.start("unit"), len(text)
    found = tail_tokens(text, walk.tokens)
    end = len(text)
    if walk.has_text and not found:
        found, end = _values_before_text(text, walk.tokens)
    if not found:
        return [], None, end
    if not walk.has_unit:
        return found, None, end
    before = text[: found[0].start].rstrip()
    return found, unit_at_end(before, walk.tokens.units) if before else None, end


def _values_before_text(text: str, tokens: Tokens) -> tuple[list[Token], int]:
    """Values in the middle of a line, after a unit or the dash that stands for none, and before the text of a last column
    ("% 95 Sở Y tế")."""
    for match in re.finditer(r"(?<=\s)(?=[<>≥≤~\d-])", text):
        before = text[: match.start()].rstrip()
        if before not in DASHES and unit_at_end(before, tokens.units) is None:
            continue
        found = text_tokens(text, match.start(), tokens)
        if found and text[found[-1].end :].lstrip()[:1].isupper():
            return found, found[-1].end
    return [], len(text)


def _is_row(walk: _Walk, found: Sequence[Token], unit: int | None, text: str) -> bool:
    if not found:
        return False
    enough = max(2, walk.expected // 2)
    if unit is not None and text[unit].islower() and all(t.type == "verdict" for t in found):
        return False  # a label that goes on below: "Tỷ lệ tổ chức cơ sở đảng hoàn thành"
    if unit is not None and (not text[unit].islower() or len(found) >= enough or walk.expected < 3):
        return True
    if any(t.type == "verdict" for t in found) and len(found) > 1:
        return True
    if walk.has_unit:
        return len(found) >= enough
    starts = bool(_NUMBER.match(text) or re.match(r"(?:tong|cong)\b", fold(text)))
    return len(found) >= enough or (starts and len(found) >= 2) or (walk.expected == 1 and starts)


def _take_row(walk: _Walk, passage: Passage, found: list[Token], unit: int | None, end: int) -> None:
    """A line with values closes the open label and makes a row."""
    draft, text = walk.draft, passage.text
    extra = max(0, len(found) - walk.expected) if walk.expected and unit is None else 0
    found = found[extra:]
    head_end = found[0].start
    label_end = head_end if unit is None else unit
    if draft.label and _counts_on(walk, text[:label_end]):
        walk.flush()
        draft = walk.draft
    alone = text[:label_end].strip(" .)")
    match = _NUMBER.match(text[:label_end].rstrip()) if not draft.label or _numbers_label(walk, alone) else None
    if match and match.end() <= label_end:
        draft.no = passage.part(match.start(1), match.end(1))
    head = passage.part(match.end() if match else 0, label_end)
    if draft.label and (
        _MARK.match(head.text) or (head.text[:1].isupper() and is_open(join_passages(draft.label).text))
    ):
        walk.flush()
        draft = walk.draft
    if head.text and head.text not in DASHES:
        draft.label.append(head)
    if unit is not None:
        draft.unit = passage.part(unit, head_end)
    elif walk.has_unit and draft.label:
        _unit_from_label(draft, walk.tokens)
    draft.tokens, draft.line = found, passage
    draft.rest = passage.part(end, len(text)) if end < len(text) else None
    walk.rows.append(draft)
    walk.draft = _Draft()


def _numbers_label(walk: _Walk, number: str) -> bool:
    """Does a number alone before the values count the rows on, where the first lines of its label stand above it?"""
    counted = (int(r.no.text) for r in reversed(walk.rows) if r.no is not None and r.no.text.isdigit())
    return bool(walk.draft.label) and walk.draft.no is None and number == str(next(counted, 0) + 1)


def _counts_on(walk: _Walk, head: str) -> bool:
    """Does a label begin with a number of its own right below a group that has none, as its first row?"""
    match = _NUMBER.match(head)
    return bool(match and match[1] == "1" and match.end() < len(head) and walk.draft.no is None and walk.has_body)


def _unit_from_label(draft: _Draft, tokens: Tokens) -> None:
    """A unit that was wrapped with its label ("Triệu" / "đồng 65"): it is cut off the label's end."""
    joined = join_passages(draft.label)
    at = unit_at_end(joined.text, tokens.units)
    if at and not joined.text[at].islower():
        draft.unit = joined.part(at, len(joined.text))
        draft.label = [joined.part(0, at)]


def _take_text(walk: _Walk, passage: Passage) -> None:
    """A line without values: a section, a lone number, a part of a label, or the end of the label above."""
    text = passage.text
    section = _SECTION.match(text)
    number = _NUMBER.match(text)
    if section and not walk.draft.label:
        walk.flush()
        label = passage.part(section.end(), len(text))
        walk.rows.append(_Draft(no=passage.part(*section.span("no")), label=[label] if label.text else []))
    elif number and number.end() == len(text):
        if walk.draft.label and (walk.draft.no or is_upper(join_passages(walk.draft.label).text)):
            walk.flush()
        walk.draft.no = passage
    elif number and (not walk.draft.label or walk.draft.no):
        walk.flush()
        walk.draft.no = passage.part(*number.span(1))
        walk.draft.label = [passage.part(number.end(), len(text))]
    else:
        _take_label(walk, passage)


def _take_label(walk: _Walk, passage: Passage) -> None:
    text, draft = passage.text, walk.draft
    last = walk.rows[-1] if walk.rows else None
    carries_on = text[:1].islower() or text[:1] in "(,;/"
    if not draft.label and not draft.no and last is not None:
        if walk.has_body and _heads_group(last) and BODY.match(text):
            last.rest = passage
            return
        open_rest = last.rest is not None and re.search(r"(?:\b(?:và|của)|[-–,])$", last.rest.text)
        if last.rest is not None and (open_rest or (carries_on and not stops_short(last.label))):
            last.rest = join_passages([last.rest, passage])
            return
        if carries_on or (not last.tokens and (not last.label or in_bracket(last.label))):
            last.label.append(passage)
            return
    open_label = join_passages(draft.label).text if draft.label else ""
    heads = _MARK.match(text) or is_open(open_label) or (is_upper(open_label) and not is_upper(text))
    if open_label and heads and len(open_label) > 3:
        walk.flush()
    walk.draft.label.append(passage)


def _heads_group(row: _Draft) -> bool:
    """A numbered row with a whole label and nothing behind it."""
    return row.no is not None and bool(row.label) and not row.tokens and row.rest is None and not stops_short(row.label)


def _walk_rows(lines: Sequence[BodyLine], start: int, header: Sequence[str], walk: _Walk) -> int:
    """Read rows from index `start` on; returns the index behind the last line that belongs to the table."""
    at = end = start
    while at < len(lines):
        repeated = repeats(lines, at, header)
        if repeated:
            at += repeated
            continue
        passage = lines[at].passage
        text = passage.text
        if _END.match(fold(text)) or HEADER_START.match(fold(text)) or len(walk.draft.label) > _MAX_LABEL:
            break
        if at - start > _BARREN and not any(row.tokens for row in walk.rows):
            break  # no table; where a header comes again and again, looking on would take its square in time
        found, unit, rest = _row_values(walk, passage)
        if _is_row(walk, found, unit, text):
            _take_row(walk, passage, found, unit, rest)
        elif len(text) > _LONG:
            break
        else:
            _take_text(walk, passage)
        at += 1
        if not walk.draft.label and not walk.draft.no:
            end = at
    return end


def _misfit(header: Sequence[str], rows: Sequence[_Draft]) -> float:
    """How badly full rows of plain numbers fit a header: shares must lie in shares' columns."""
    columns = header_to_columns(tuple(header))
    at = [i for i, c in enumerate(columns) if c.kind not in ("no", "label", "scope", "unit")]
    shares = [i for i, k in enumerate(at) if re.search(r"%|ty le|ti le", fold(header[k].rsplit(" / ", 1)[-1]))]
    bad = 0.0
    for row in rows:
        if len(row.tokens) != len(at) or row.line is None:
            continue
        for i, token in enumerate(row.tokens):
            text = row.line.text[token.start : token.end]
            bad += ("," in text) != (i in shares)
    return bad


def _columns(cells: Sequence[str], rows: Sequence[_Draft]) -> tuple[str, ...]:
    """The header, with the number of columns taken from the fullest rows."""
    lead = [c for c in cells if cell_kind(c) in ("no", "unit")]
    fullest = max((len(r.tokens) for r in rows), default=0)
    count = len(lead) + 1 + fullest
    return cells_to_header(cells, count, lambda header: _misfit(header, rows))


def _grid(columns: Sequence[Column], rows: Sequence[_Draft]) -> Grid | None:
    kinds = [c.kind for c in columns]
    places = [i for i, k in enumerate(kinds) if k in VALUES or k == "note"]
    label = next((i for i, k in enumerate(kinds) if k in ("label", "scope")), None)
    rest = next(
        (i for i, k in enumerate(kinds) if k in _TEXTS and i > (places or [0])[0]),
        None,
    )
    if label is None or not places:
        return None
    grid: Grid = []
    for row in rows:
        anchor = row.line or (row.label[0] if row.label else row.no)
        if anchor is None:
            continue
        cells = [blank_like(anchor)] * len(columns)
        if row.no is not None and "no" in kinds:
            cells[kinds.index("no")] = row.no
        if row.label:
            numbered = row.no is not None and not row.tokens and "no" not in kinds
            cells[label] = join_passages([row.no, *row.label] if numbered and row.no is not None else row.label)
        if row.unit is not None:
            cells[kinds.index("unit")] = row.unit
        if row.line is not None:
            for start, end, to in _placed(row, row.line, [columns[i] for i in places]):
                cells[places[to]] = row.line.part(start, end)
        if row.rest is not None and rest is not None:
            texts = [i for i, k in enumerate(kinds) if k in _TEXTS and i >= rest]
            parts = cells_of(row.rest, len(texts))
            for at, part in zip(texts, parts, strict=False):
                cells[at] = part
        grid.append(cells)
    return grid


def _placed(row: _Draft, line: Passage, columns: Sequence[Column]) -> list[tuple[int, int, int]]:
    """Start, end and column of each value of a row; "a - b" is a range or an empty cell, whichever fits better."""
    ways = []
    for tokens in (row.tokens, split_ranges(row.tokens, line.text)):
        found = align(tokens, columns)
        if found is not None:
            ways.append((found[0], tokens, found[1]))
    if not ways:
        return []
    _, tokens, places = min(ways, key=lambda w: w[0])
    return [(t.start, t.end, to) for t, to in zip(tokens, places, strict=True)]


def _expected(cells: Sequence[str]) -> int:
    """How many values a full row should have, as far as the header tells."""
    header = header_to_columns(cells_to_header(cells))
    return sum(c.kind in VALUES or c.kind == "note" for c in header)


def read_dump(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table whose header starts at index `start`, and the index behind it; None if there is none.

    At least two rows must have values. What follows the last row is left to the body.
    """
    tokens = lexicon_to_tokens(lexicon)
    first = header_end(lines, start, tokens)
    if first is None:
        return None
    head = [b.text for b in lines[start:first]]
    while len(head) > 2 and re.fullmatch(r"\(?\d{1,2}\)?", head[-1]):
        head.pop()
    cells = words_to_cells(" ".join(head))
    if len(cells) < 2 or len(cells) > 40 or cell_kind(cells[0]) not in ("no", "label"):
        return None
    kinds = [cell_kind(c) for c in cells]
    if kinds[0] == "label" and ("unit" not in kinds or "no" in kinds):  # a line above the header, before its number
        return None
    walk = _Walk("unit" in kinds, _expected(cells), bool({"body", "partner", "deadline", "note"} & set(kinds)), tokens)
    walk.has_body = "body" in kinds
    original = lines
    words = frozenset(fold(t) for t in head)
    if "unit" in kinds and has_one_cell_a_line(lines[first : first + 80], words, tokens):
        body = without_header(lines[first : first + _REACH], [fold(t) for t in head], tokens)
        known = words if len(body) == len(lines[first : first + _REACH]) else frozenset[str]()
        body = one_cell_a_line(join_wrapped(body, tokens), walk.expected, known, tokens, walk.has_text)
        lines = [*lines[:first], *body]
    end = _walk_rows(lines, first, [fold(t) for t in head], walk)
    full = [r for r in walk.rows if r.tokens]
    if len(full) < 2:
        return None
    while walk.rows and not walk.rows[-1].tokens:
        end = _give_back(lines, end, walk.rows.pop())
    header = _columns(cells, walk.rows)
    grid = _grid(header_to_columns(header), walk.rows)
    if grid is None:
        return None
    last = lines[end - 1].passage.last_line
    table = grid_to_table(title_above(original, start), header, grid, original[start].number, last)
    behind = next((i for i in range(start, len(original)) if original[i].number > last), len(original))
    return (table, behind) if table else None


def _give_back(lines: Sequence[BodyLine], end: int, row: _Draft) -> int:
    """The index before a trailing label that has no values: it is text again."""
    parts = [*([row.no] if row.no else []), *row.label]
    first = min((p.first_line for p in parts), default=None)
    if first is None:
        return end
    return next((i for i, b in enumerate(lines[:end]) if b.number >= first), end)
