"""One thing with two values: the same indicator for the same place and time, the same target in two wordings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from vankien.facts.discrepancy_parts import Measured, differ_by_rounding, discrepancy, line_of, measured, side
from vankien.model import Discrepancy, Found, Observation, Outline, Paragraph, Target
from vankien.vietnamese import fold, same_tones

_EMPTY = re.compile(
    r"\b(?:trên địa bàn|toàn tỉnh|của tỉnh|nhà nước|tỷ lệ|tỉ lệ|tỷ trọng|so với|sử dụng|hằng năm|hàng năm|đến nay|hiện có|tổng số|tổng|số|của|các|và|được"
    r"|có|là|trong|tỉnh|theo|tại|những|đạt|ước|về|trưởng|toàn)\b"
)
_CHANGE = re.compile(
    r"\b(?:tăng|giảm|tốc độ|mức giảm|mới|thêm|bình quân|còn lại|chưa|không|trong đó|riêng|ngoài|chuyển|kế hoạch|mỗi|dự kiến|bán|cận|kiểu mẫu|nâng cao|đô thị|nông thôn|nữ"
    r"|tự nhiên|cấp tỉnh|cấp huyện|cấp xã)\b"
)
_SLIPPED = re.compile(r"\bso với\b|[/(]\s|^[^(]*\)|\b(?:là|và|được|để|cho|của)$")
"""Traces of a label that was not read cleanly: it proves nothing."""
_NOTABLE = Decimal("0.5")


def _even(label: str) -> str:
    return same_tones(label.lower())


@lru_cache(maxsize=65536)
def label_words(label: str) -> frozenset[str]:
    """The words of a label that say what is measured, with their diacritics: ``bán`` is not ``bàn``."""
    return frozenset(re.findall(r"[^\W_]+", _EMPTY.sub(" ", _even(label))))


@lru_cache(maxsize=65536)
def _changes(label: str) -> frozenset[str]:
    return frozenset(_CHANGE.findall(_even(label)))


def same_thing(a: Measured, b: Measured) -> bool:
    """True if two facts measure the same thing: the same concept, or labels with the same words.

    Words that turn a level into a change or into a part (tăng, giảm, mới, chưa ...) must be the same on both sides.
    """
    if _changes(a.indicator) != _changes(b.indicator) or _SLIPPED.search(a.indicator) or _SLIPPED.search(b.indicator):
        return False
    x, y = label_words(a.indicator), label_words(b.indicator)
    concept = a.concept is not None and a.concept == b.concept
    if min(len(x), len(y)) < (2 if concept else 3):
        return False
    common, union = len(x & y), len(x | y)
    if x == y:
        return True
    if concept:
        return common >= min(len(x), len(y)) - 1
    if (
        isinstance(a, Target)
        and (a.value, a.upper) == (b.value, b.upper)
        and min(len(x), len(y)) >= 5
        and common == min(len(x), len(y))
    ):
        return True
    return min(len(x), len(y)) >= 5 and common >= union - 1


@lru_cache(maxsize=4096)
def unit_head(unit: str | None) -> str:
    """The unit without its basis and period, folded: ``%/năm`` and ``%`` are one."""
    unit = unit or ""
    return fold(re.sub(r"/\s*năm$", "", unit) if unit.startswith(("%", "‰")) else unit).strip()


def _end_year(period: str | None) -> str | None:
    """The last year of a period, also of a month.

    >>> [_end_year(p) for p in ("2021-2023", "2023-10", "2023", None)]
    ['2023', '2023', '2023', None]
    """
    return re.findall(r"\d{4}", period)[-1] if period else None


def _buckets(facts: Sequence[Measured]) -> Iterator[list[Measured]]:
    """Facts that share a unit and a word of their label are compared, others never."""
    by_word: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for fact in facts:
        words = sorted(label_words(fact.indicator))
        for word in words:
            by_word[unit_head(fact.unit), word].append(fact)
    for (_, _), group in sorted(by_word.items()):
        if 1 < len(group) <= 60:
            yield group


def _pairs(facts: Sequence[Measured]) -> list[tuple[Measured, Measured]]:
    seen: set[tuple[int, int]] = set()
    out = []
    for group in _buckets(facts):
        for a, b in combinations(group, 2):
            key = (id(a), id(b))
            if key in seen:
                continue
            seen.add(key)
            if same_thing(a, b):
                out.append((a, b) if a.evidence.start <= b.evidence.start else (b, a))
    return sorted(out, key=lambda p: (_both_prose(*p), p[0].evidence.start, p[1].evidence.start))


def _both_prose(a: Measured, b: Measured) -> bool:
    """Pairs with a table go first: of several lines with one value, the table's is the one to look at."""
    return not any(f.evidence.rule.startswith("table-") for f in (a, b))


def _near(a: Decimal, b: Decimal) -> bool:
    """Values of one size: what differs by a multiple measures two things."""
    if a == 0 or b == 0 or (a < 0) != (b < 0):
        return False
    return min(abs(a), abs(b)) / max(abs(a), abs(b)) >= _NOTABLE


_REGION = re.compile(
    r"(?:[-–+*]\s*)?((?:tiểu\s)?(?:vùng|khu vực|huyện|thành phố|thị xã|xã(?!\shội)|phường|cụm)\s[^:.;]{3,80}?)\s*[:.]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Places:
    """Which paragraph a line belongs to, and the region that a paragraph or its heading speaks of."""

    starts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, fact: Measured) -> int | None:
        """The number of the fact's paragraph; None for tables."""
        found = self._of(fact)
        return found.number if found else None

    def region(self, fact: Measured) -> str:
        """The region that the fact's paragraph opens with ("Vùng lòng hồ: ..."), folded; empty for the whole province."""
        found = self._of(fact)
        if found is None:
            return ""
        opening = next((t for t in (found.passage.text, *reversed(found.context.titles)) if _REGION.match(f"{t}:")), "")
        match = _REGION.match(f"{opening}:")
        return fold(match.group(1)) if match else ""

    def _of(self, fact: Measured) -> Paragraph | None:
        if fact.evidence.rule.startswith("table-"):
            return None
        at = bisect_right(self.starts, fact.evidence.start) - 1
        return self.paragraphs[at] if at >= 0 else None


def _places(outline: Outline) -> _Places:
    pairs = sorted(((p.passage.position_at(0), p) for p in outline.paragraphs if p.passage.text), key=lambda x: x[0])
    return _Places(tuple(s for s, _ in pairs), tuple(p for _, p in pairs))


def value_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """Observations and targets that give one thing two values; each pair of values once, at its first lines."""
    places = _places(outline)
    yield from _observations([o for o in found.of(Observation) if o.unit], places)
    yield from _targets([t for t in found.of(Target) if t.value is not None and t.unit], places)


def _apart(a: Measured, b: Measured, places: _Places) -> bool:
    """Two places of the text that speak of the same area: neither the same line nor the same paragraph."""
    if line_of(a) == line_of(b) or fold(a.scope or "") != fold(b.scope or ""):
        return False
    first, other = places.paragraph(a), places.paragraph(b)
    if first is not None and other is not None and abs(first - other) <= (2 if ":" in a.indicator else 0):
        return False  # neighbouring items of a list repeat the labels of their parts
    return places.region(a) == places.region(b)


def _observations(facts: Sequence[Observation], places: _Places) -> Iterator[Discrepancy]:
    told: set[tuple[frozenset[str], frozenset[str]]] = set()
    tabled = {(line_of(o), o.value) for o in facts if o.where == "table"}
    for a, b in _pairs(facts):
        if not isinstance(a, Observation) or not isinstance(b, Observation):
            continue
        values = (measured(a), measured(b))
        key = (label_words(a.indicator), frozenset(values))
        if values[0] == values[1] or key in told or not _comparable(a, b) or not _apart(a, b, places):
            continue
        prose, table = (a, b) if b.where == "table" else (b, a)
        if table.where == "table" and a.value != b.value and (line_of(table), prose.value) in tabled:
            continue
        told.add(key)
        note = "Hai giá trị cho cùng một chỉ tiêu"
        if a.value == b.value:
            note = "Dấu so sánh khác nhau"
        elif differ_by_rounding(a.value, b.value):
            note = "Sai khác do làm tròn"
        if (a.where == "table") != (b.where == "table"):
            note += " (lời văn và bảng)"
        period = a.period or b.period
        lines = (line_of(a), line_of(b))
        about = f"{a.indicator}{f' ({period})' if period else ''}"
        yield discrepancy(
            about, side(values[0], lines[0]), side(values[1], lines[1]), lines, note, a.evidence, "two-values"
        )


def _comparable(a: Observation, b: Observation) -> bool:
    """Different values of one size at one time, none of which the other's bound allows."""
    if a.upper is not None or b.upper is not None:
        return False
    tables = [o for o in (a, b) if o.where == "table"]
    if len(tables) == 2 and fold(a.indicator) != fold(b.indicator):
        return False
    if not _same_time(a, b, bool(tables)):
        return False
    if a.value == b.value:
        bounds = {a.comparator, b.comparator}
        return len(tables) == 1 and len(bounds) == 2 and bounds <= {None, ">", "<"}
    return _near(a.value, b.value) and not _bound_allows(a, b)


def _same_time(a: Observation, b: Observation, in_table: bool) -> bool:
    """One time: the same period; the same last year, for levels and shares; without a year, only close values of the
    very same label."""
    if a.period == b.period and a.period is not None:
        return True
    ratio = min(abs(a.value), abs(b.value)) / max(abs(a.value), abs(b.value), Decimal(1))
    same_label = label_words(a.indicator) == label_words(b.indicator)
    growth = bool(_changes(a.indicator) & {"tăng", "giảm", "tốc độ", "mức giảm"})
    if None in (a.period, b.period):
        if any(p is not None and len(p) == 4 for p in (a.period, b.period)):
            return False
        close = Decimal("0.9") if len(label_words(a.indicator)) >= 5 else Decimal("0.95")
        return same_label and ratio >= close and not (growth and in_table)
    level = in_table or (same_label and a.unit == b.unit == "%")
    return level and not growth and _end_year(a.period) == _end_year(b.period) and ratio >= Decimal("0.8")


def _targets(facts: Sequence[Target], places: _Places) -> Iterator[Discrepancy]:
    told: set[tuple[frozenset[str], frozenset[str]]] = set()
    for a, b in _pairs(facts):
        if not isinstance(a, Target) or not isinstance(b, Target) or a.value is None or b.value is None:
            continue
        values = (measured(a), measured(b))
        key = (label_words(a.indicator), frozenset(values))
        tables = a.evidence.rule == b.evidence.rule == "table-target"
        if a.by != b.by or key in told or not _apart(a, b, places) or (tables and a.indicator != b.indicator):
            continue
        if (a.value, a.upper, a.comparator) == (b.value, b.upper, b.comparator) or not _near(a.value, b.value):
            continue
        told.add(key)
        only_sign = (a.value, a.upper) == (b.value, b.upper)
        note = "Cùng mức, khác dấu so sánh" if only_sign else "Hai mức mục tiêu cho cùng một chỉ tiêu"
        lines = (line_of(a), line_of(b))
        name = a.indicator if a.indicator[:2].isupper() else f"{a.indicator[:1].lower()}{a.indicator[1:]}"
        yield discrepancy(
            f"Mục tiêu {name}",
            side(values[0], lines[0]),
            side(values[1], lines[1]),
            lines,
            note,
            a.evidence,
            "two-targets",
        )


def _bound_allows(a: Observation, b: Observation) -> bool:
    """ "Trên 50" and "51,2" agree: a bound close to the other value is no contradiction."""
    for bound, exact in ((a, b), (b, a)):
        close = abs(bound.value - exact.value) <= abs(exact.value) / 20
        if bound.comparator in (">", ">=") and exact.comparator is None and exact.value >= bound.value and close:
            return True
        if bound.comparator in ("<", "<=") and exact.comparator is None and exact.value <= bound.value and close:
            return True
        if bound.comparator == "~" and close:
            return True
    return False
