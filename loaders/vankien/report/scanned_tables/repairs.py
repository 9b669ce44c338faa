"""Numbers that an English OCR engine damaged: lost decimal commas, put back only where the row makes it certain.

A scan prints ``1871`` in a row of 18,71 and 17,80. A comma is put back when the printed arithmetic of the row (a mean,
a yearly average, a sum, a comparison) singles out one reading, or when only one reading lies among the other values.
What stays uncertain yields no value. Every repair says what was printed and why it was read otherwise.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from vankien.model import Finding, Repair, Report, Table
from vankien.vietnamese import parse_number

_SIGN = r"(?P<sign>[<>≥≤~]?[-–−]?)"
_BARE = re.compile(rf"{_SIGN}(?P<digits>\d{{2,6}})")
_BROKEN_BOUND = re.compile(r"[<>≥≤]0\d")
"""``>05`` for >95 among shares."""
_COMMA = re.compile(rf"{_SIGN}\d+(?:\.\d{{3}})*[.,](?P<decimals>\d{{1,2}})")
_TOO_LARGE = 4
_BEYOND = 50
_MAX_OPEN = 4

BY_SUM = "phù hợp với phép tính trong hàng"
BY_ROW = "dấu phẩy thập phân bị mất, theo các giá trị khác trong hàng"
BY_EQUALS = "các giá trị khác trong hàng đều bằng nhau"
BY_COMPARISON = "phù hợp với so sánh in trong hàng"
BY_TEXT = "dấu phẩy thập phân bị mất, theo số cùng chữ số in trong phần lời"
BY_SIGN = "dấu ≥ bị đọc thành số 2, theo các giá trị khác trong hàng"
UNCERTAIN = "chữ số không chắc chắn"


@dataclass(frozen=True, slots=True)
class RowKind:
    """What is known of a row: its values are shares of a whole (at most 100), or growth rates (not below -100); which of
    them are the years' results, which is the result of all years."""

    share: bool = False
    growth: bool = False
    years: tuple[int, ...] = ()
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A value as it is to be read (empty if that is uncertain), and its repair if it was not taken as printed."""

    text: str
    repair: Repair | None = None


def _value(text: str) -> float | None:
    """The number of a cell without its sign of comparison; None for a dash, a range, a share in percent."""
    if text.endswith("%"):
        return None
    number = parse_number(text.lstrip("<>≥≤~").replace("−", "-").replace("–", "-"))
    return None if number is None else float(number)


def _decimals(texts: Sequence[str]) -> list[int]:
    return [len(m["decimals"]) for t in texts if (m := _COMMA.fullmatch(t))]


def readings(text: str, decimals: Sequence[int]) -> list[str]:
    """The token with its comma put in, for the numbers of decimals that are allowed."""
    match = _BARE.fullmatch(text)
    if not match:
        return []
    digits = match["digits"]
    return [f"{match['sign']}{digits[:-n]},{digits[-n:]}" for n in sorted(set(decimals)) if len(digits) > n]


def _suspects(texts: Sequence[str], kind: RowKind) -> list[int]:
    """The bare integers that are far too large for their row, or for what they measure."""
    sound = [abs(v) for t in texts if _COMMA.fullmatch(t) and (v := _value(t)) is not None]
    plain = [abs(v) for t in texts if (v := _value(t)) is not None]
    found = []
    for at, text in enumerate(texts):
        value = _value(text)
        if not _BARE.fullmatch(text) or value is None:
            continue
        others = len(sound) >= 2 and abs(value) >= _TOO_LARGE * max(sound) and not (kind.share and value <= 100)
        beyond = len(plain) >= 3 and abs(value) >= _BEYOND * sorted(plain)[-2]
        impossible = (kind.share and value > 100 and bool(sound)) or (kind.growth and value < -100)
        if others or beyond or impossible or (kind.share and value > 1000):
            found.append(at)
    return found


def _means(years: Sequence[float]) -> Iterator[float]:
    """What the value of a whole term may be, computed from its years: mean, yearly growth, sum."""
    yield sum(years) / len(years)
    factors = [1 + v / 100 for v in years]
    if all(f > 0 for f in factors):
        yield (math.prod(factors) ** (1 / len(factors)) - 1) * 100
    yield sum(years)


def _adds_up(values: Sequence[float | None], kind: RowKind) -> bool:
    """True if the value of the whole term follows from those of its years."""
    if kind.whole is None or kind.whole >= len(values) or len(kind.years) < 3:
        return False
    years = [values[i] for i in kind.years if i < len(values)]
    whole = values[kind.whole]
    known = [v for v in years if v is not None]
    if whole is None or len(known) < len(kind.years) or len(set(known)) < 2:
        return False
    return any(abs(m - whole) <= max(0.06, abs(whole) * 0.005) for m in _means(known))


def _by_arithmetic(texts: Sequence[str], suspects: Sequence[int], kind: RowKind) -> dict[int, str]:
    """The one reading of all suspects with which the row adds up; empty if there is none or more than one."""
    if not suspects or len(suspects) > _MAX_OPEN:
        return {}
    fitting = []
    for combination in product(*(readings(texts[i], (1, 2)) for i in suspects)):
        read = dict(zip(suspects, combination, strict=True))
        if _adds_up([_value(read.get(i, t)) for i, t in enumerate(texts)], kind):
            fitting.append(read)
    return fitting[0] if len(fitting) == 1 else {}


def _by_row(texts: Sequence[str], at: int, suspects: Sequence[int]) -> str | None:
    """The one reading that lies among the other values, first with as many decimals as they have."""
    others = [abs(v) for i, t in enumerate(texts) if i not in suspects and (v := _value(t)) is not None]
    printed = _decimals(texts)
    if not others or not max(others):
        return None
    for decimals in (printed, (1, 2)):
        near = [
            r
            for r in readings(texts[at], decimals)
            if (v := _value(r)) is not None and min(others) / 3 <= abs(v) <= max(others) * 1.5
        ]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _lost_digits(texts: Sequence[str], at: int) -> str | None:
    """``00`` in a row of 100, 100, 100 ...: the first digits are lost, and all others agree."""
    others = {t for i, t in enumerate(texts) if i != at}
    whole = next(iter(others), "")
    return whole if len(others) == 1 and len(texts) >= 5 and whole.endswith(texts[at]) else None


def _is_stray(texts: Sequence[str], at: int) -> bool:
    """A bare integer beyond values that all have two decimals and a direction: a digit or two may be lost."""
    decimals = _decimals(texts)
    sound = [abs(v) for t in texts if _COMMA.fullmatch(t) and (v := _value(t)) is not None]
    value = _value(texts[at])
    if not re.fullmatch(r"\d{2,}", texts[at]) or value is None or len(sound) < 3 or set(decimals) != {2}:
        return False
    return not min(sound) <= abs(value) <= max(sound)


def repair_row(texts: Sequence[str], kind: RowKind | None = None) -> tuple[Number, ...]:
    """The values of one row of a scan, each as it is to be read.

    In: the cells as printed, and what the row measures. Out: a number for each; a repaired one says what was printed,
    an uncertain one is empty.

    >>> [n.text for n in repair_row(["1871", "17,80", "16,69", "1584", "<15"])]
    ['18,71', '17,80', '16,69', '15,84', '<15']
    >>> [n.text for n in repair_row(["1022", "1003", "1.141"])]
    ['1022', '1003', '1.141']
    """
    kind = kind or RowKind()
    texts = [t.rstrip(".,;:'’") for t in texts]
    suspects = _suspects(texts, kind)
    summed = _by_arithmetic(texts, suspects, kind)
    out: list[Number] = []
    for at, text in enumerate(texts):
        if at in summed:
            out.append(Number(summed[at], Repair(text, BY_SUM)))
        elif at in suspects:
            read = _by_row(texts, at, suspects)
            out.append(Number(read or "", Repair(text, BY_ROW if read else UNCERTAIN)))
        elif _BROKEN_BOUND.fullmatch(text) and kind.share:
            out.append(Number("", Repair(text, UNCERTAIN)))
        elif re.fullmatch(r"0{2,}", text):
            read = _lost_digits(texts, at)
            out.append(Number(read or "", Repair(text, BY_EQUALS if read else UNCERTAIN)))
        else:
            out.append(Number(text))
    years = [(i, out[i].text) for i in kind.years if i < len(out)]
    for index, (at, text) in enumerate(years):
        if out[at].repair is None and _is_stray([t for _, t in years], index):
            out[at] = Number("", Repair(text, UNCERTAIN))
    return tuple(out)


def repair_compared(target: str, result: str, compared: str) -> tuple[str, str, str] | None:
    """Target, result and the printed comparison with their commas back, if exactly one reading makes it right.

    >>> repair_compared("70", "8427", "1427")
    ('70', '84,27', '14,27')
    >>> repair_compared("40", "55", "25") is None
    True
    """
    if compares(target, result, compared):
        return target, result, compared
    choices = [(t, *readings(t, (1, 2))) for t in (target, result, compared)]
    fitting = [(a, b, c) for a in choices[0] for b in choices[1] for c in choices[2] if compares(a, b, c)]
    return fitting[0] if len(fitting) == 1 else None


def compares(target: str, result: str, compared: str) -> bool:
    """True if a comparison is the difference of result and target, or (with a percent sign) their ratio.

    >>> compares("60", "54", "90%"), compares("7,00", "8,76", "1,76"), compares("60", "54", "54")
    (True, True, False)
    """
    a, b = _value(target), _value(result)
    c = _value(compared.rstrip("%"))
    if a is None or b is None or c is None:
        return False
    ratio = bool(a) and abs(b / a * 100 - c) <= 0.51
    return ratio if compared.endswith("%") else abs((b - a) - c) <= 0.011


def tables_to_findings(report: Report, tables: Sequence[Table]) -> Iterator[Finding]:
    """A finding for every number of a table that was repaired, or that was left out because it is uncertain."""
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.repair is not None and re.search(r"\d", cell.repair.printed):
                    yield _finding(report, cell.passage.first_line, cell.repair, cell.text)


def _finding(report: Report, line: int, repair: Repair, text: str) -> Finding:
    if not text:
        vi = f"Số “{repair.printed}” không chắc chắn: không ghi nhận giá trị"
        return Finding(
            "uncertain-number", "Info", report.id, line, vi, f"“{repair.printed}” is uncertain: no value is taken"
        )
    vi = f"Số in “{repair.printed}” được đọc là {text}: {repair.reason}"
    return Finding(
        "repaired-number",
        "Info",
        report.id,
        line,
        vi,
        f"printed “{repair.printed}” is read as {text}: {_EN[repair.reason]}",
    )


_EN = {
    BY_SUM: "it fits the arithmetic of its row",
    BY_ROW: "a decimal comma was lost, the other values of the row say where",
    BY_EQUALS: "all other values of the row agree",
    BY_COMPARISON: "it fits the printed comparison",
    BY_TEXT: "a decimal comma was lost, the text prints the number with it",
    BY_SIGN: "the sign ≥ was read as a 2, as the other values of the row show",
    UNCERTAIN: "uncertain digits",
}
