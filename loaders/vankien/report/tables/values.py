"""Printed values at the end of a dumped row → the columns they belong to.

A dump of a table loses its columns and its empty cells. What is left is the order of the columns and what each may
hold: a number, a percentage, a verdict, a dash. The cheapest assignment in that order is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.model import Lexicon
from vankien.report.tables.header import Column
from vankien.vietnamese import NUMBER, same_tones

_SIGNED = rf"[-−+]?(?:{NUMBER})"
_WORDS = r"(?i:trên|dưới|khoảng|từ|ít\snhất|tối\sthiểu|không\s(?:quá|dưới|thấp\shơn|vượt\squá)|tối\sđa|gần|đạt)"
VALUE = rf"""(?:(?:>=|<=|[<>≥≤~≈])\s?|{_WORDS}\s+)?{_SIGNED}      # >5   ≥ 98   trên 95
             (?:\s?%)?(?:[-–]{_SIGNED}|\s[-–]\s(?:{NUMBER}))?      # 9-10   9 - 10
             (?:\s?%|/(?:{NUMBER}))?(?:\s+trở\s+lên)?"""
"""A printed value of a cell (verbose regex): ``>5``, ``9-10``, ``73,1%``, ``31/63``, ``từ 57 trở lên``."""

_EMPTY = r"[-–xX]|…|\.{3}"


@dataclass(frozen=True, slots=True)
class Token:
    """One printed value of a row: its type (``number``, ``percent``, ``bound``, ``verdict``, ``empty``), start, end."""

    type: str
    start: int
    end: int


@dataclass(frozen=True)
class Tokens:
    """The regular expressions that cut a row's tail into values, built from the verdicts of the lists."""

    tail: re.Pattern[str]
    one: re.Pattern[str]
    units: frozenset[str]


@lru_cache(maxsize=8)
def lexicon_to_tokens(lexicon: Lexicon) -> Tokens:
    """Compile the value patterns for the verdicts and units of the lists."""
    spellings = {s for c in lexicon["verdicts"] for s in c.all_spellings() if s and not re.search(r"\d", s)}
    words = "|".join(re.escape(s).replace(r"\ ", r"\s+") for s in sorted(spellings, key=len, reverse=True)) or r"(?!)"
    verdict = rf"(?i:{words})(?!\w)"
    token = rf"(?:(?P<verdict>{verdict})|(?P<value>{VALUE})(?![\w/%])|(?P<empty>{_EMPTY})(?!\S))"
    plain = re.sub(r"\?P<\w+>", "?:", token)
    tail = re.compile(rf"(?:(?<=\s)|^){plain}(?:\s+{plain})*\s*$", re.VERBOSE)
    units = {unit_key(s) for c in lexicon["units"] for s in c.all_spellings()}
    return Tokens(tail, re.compile(token, re.VERBOSE), frozenset(units))


def tail_tokens(text: str, tokens: Tokens) -> list[Token]:
    """The values that close a line, in order; empty if the line does not end in values."""
    match = tokens.tail.search(text)
    if not match:
        return []
    return text_tokens(text, match.start(), tokens)


def text_tokens(text: str, start: int, tokens: Tokens) -> list[Token]:
    """The values of a text from an offset on, as far as it holds nothing else."""
    out, at = [], start
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = tokens.one.match(text, at)
        if not match:
            break
        out.append(Token(_type(match), match.start(), match.end()))
        at = match.end()
    return out


def _type(match: re.Match[str]) -> str:
    if match.lastgroup == "verdict" or match.group("verdict"):
        return "verdict"
    if match.group("empty"):
        return "empty"
    text = match.group("value")
    if text.rstrip().endswith("%"):
        return "percent"
    return "number" if re.fullmatch(_SIGNED, text) else "bound"


_COST: dict[str, dict[str, float]] = {
    "target": {"number": 0, "bound": 0, "percent": 0.5, "empty": 0.2},
    "result": {"number": 0, "bound": 0.2, "percent": 1.0, "empty": 0.2},
    "percent": {"number": 0.8, "bound": 1.0, "percent": 0, "empty": 0.2},
    "verdict": {"verdict": 0, "empty": 0.3, "number": 4},
    "compare": {"verdict": 0, "empty": 0.2, "number": 0.6, "percent": 0.3, "bound": 0.6},
    "note": {"verdict": 0.2, "empty": 0.3},
}
_SKIP = {"target": 2.0, "result": 2.0, "percent": 0.7, "verdict": 1.2, "compare": 0.7, "note": 0.1}
_IMPOSSIBLE = 50.0


def _cost(token: Token, column: Column) -> float:
    kind = column.kind if column.kind in _COST else "result"
    return _COST[kind].get(token.type, _IMPOSSIBLE)


def split_ranges(tokens: Sequence[Token], text: str) -> list[Token]:
    """The values with every "a - b" taken as a value, an empty cell and a value.

    >>> [t.type for t in split_ranges([Token("bound", 0, 9)], "19,5 - 25")]
    ['number', 'empty', 'number']
    >>> [t.type for t in split_ranges([Token("bound", 0, 9)], "> 5 - 5,2")]
    ['bound', 'empty', 'number']
    """
    out: list[Token] = []
    for token in tokens:
        match = re.fullmatch(rf"((?:[<>≥≤~]\s?)?{_SIGNED})\s([-–])\s({NUMBER})", text[token.start : token.end])
        if match is None:
            out.append(token)
            continue
        types = ("bound" if match[1][0] in "<>≥≤~" else "number", "empty", "number")
        out += [Token(t, token.start + a, token.start + b) for t, (a, b) in zip(types, match.regs[1:], strict=True)]
    return out


def align(tokens: Sequence[Token], columns: Sequence[Column]) -> tuple[float, list[int]] | None:
    """The cost of the cheapest assignment, and for each value the index of its column, in order; None when there are
    more values than columns.

    >>> columns = [Column("target"), Column("result"), Column("percent"), Column("verdict")]
    >>> align([Token("number", 0, 1), Token("number", 2, 3), Token("verdict", 4, 5)], columns)
    (0.7, [0, 1, 3])
    """
    if len(tokens) > len(columns):
        return None
    skip = [_SKIP.get(c.kind, 2.0) for c in columns]
    best: dict[tuple[int, int], tuple[float, list[int]]] = {}

    def solve(i: int, j: int) -> tuple[float, list[int]]:
        """The cheapest way to place tokens from `i` on into columns from `j` on."""
        if i == len(tokens):
            return sum(skip[j:]), []
        if len(columns) - j < len(tokens) - i:
            return _IMPOSSIBLE * 10, []
        if (i, j) not in best:
            here, rest = solve(i + 1, j + 1)
            take = here + _cost(tokens[i], columns[j])
            later, others = solve(i, j + 1)
            # ties go to the left column: rows that end early leave their last cells empty
            best[i, j] = (take, [j, *rest]) if take <= later + skip[j] else (later + skip[j], others)
        return best[i, j]

    return solve(0, 0)


_MAX_UNIT_WORDS = 6


def unit_at_end(text: str, units: frozenset[str]) -> int | None:
    """Where the unit starts that closes a text; a unit that opens with a capital or a sign goes before a longer one.

    >>> "Số bác sỹ/1 vạn dân Bác sỹ"[unit_at_end("Số bác sỹ/1 vạn dân Bác sỹ", frozenset({"bác sỹ", "dân bác sỹ"})):]
    'Bác sỹ'
    """
    starts = [m.start() for m in re.finditer(r"\S+", text)][-_MAX_UNIT_WORDS:]
    known = [at for at in starts if is_unit(text[at:], units)]
    if not known:
        return None
    marked = [at for at in known if not text[at].islower()]
    return (marked or known)[0]


@lru_cache(maxsize=16384)
def unit_key(text: str) -> str:
    """A unit for comparing: small letters, one tone placement, single blanks, ``‰`` for what is typed as ``%o``.

    >>> unit_key("Uỷ  viên"), unit_key("%o/năm")
    ('ủy viên', '‰/năm')
    """
    return " ".join(same_tones(text).lower().replace("%o", "‰").split())


_PER = re.compile(r"\s*/\s*(?:năm|tháng|ngày|(?:\d[\d.]*\s)?(?:vạn\s|nghìn\s|triệu\s)?(?:dân|người|hộ|lao động|ha))$")


def is_unit(text: str, units: frozenset[str]) -> bool:
    """True for a unit that is listed, or one of those by time, people or area.

    >>> is_unit("Doanh nghiệp/1 vạn dân", frozenset({"doanh nghiệp"}))
    True
    """
    key = unit_key(text)
    head = _PER.sub("", key)
    return key in units or (head != key and head in units)
