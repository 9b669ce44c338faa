"""One thing with two values: the same indicator for the same place and time, the same target in two wordings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from vankien.facts.discrepancies.bounds import bound_allows
from vankien.facts.discrepancies.parts import Measured, differ_by_rounding, discrepancy, line_of, measured, side
from vankien.facts.discrepancies.scope import Places, outline_to_places, same_area
from vankien.model import Discrepancy, Found, Observation, Outline, Source, Target
from vankien.vietnamese import fold, parse_roman, same_tones

_EMPTY = re.compile(
    r"\b(?:theo giá hiện hành|giá hiện hành|trên địa bàn|toàn tỉnh|của tỉnh|nhà nước|tỷ lệ|tỉ lệ|tỷ trọng|so với|sử dụng|hằng năm|hàng năm|đến nay|hiện có|tổng số|tổng|số|của|các|và|được"
    r"|có|là|trong|tỉnh|theo|tại|những|đạt|ước|về|trưởng|toàn)\b"
)
_CHANGE = re.compile(
    r"\b(?:tăng|giảm|tốc độ|mức giảm|mới|thêm|bình quân|còn lại|chưa|không|trong đó|riêng|ngoài|chuyển|kế hoạch|mỗi|dự kiến|bán|cận|kiểu mẫu|nâng cao|đô thị|nông thôn|nữ|đào tạo nghề|chuẩn mới|chuẩn cũ"
    r"|tự nhiên|cấp tỉnh|cấp huyện|cấp xã|đa chiều|hoạt động)\b"
)
_SLIPPED = re.compile(
    r"\bso với\b|[/(]\s|^[^(]*\)|\b(?:là|và|được|để|cho|của)$|(?:mục tiêu|chỉ tiêu)\snghị quyết|nghị quyết đề ra",
    re.IGNORECASE,
)
"""Traces of a label that was not read cleanly: it proves nothing."""


@lru_cache(maxsize=16384)
def _is_slipped(label: str) -> bool:
    """Is a label one that was not read cleanly? It is asked of each pair of facts, a dozen times for each label."""
    return _SLIPPED.search(label) is not None


_NOTABLE = Decimal("0.5")


def _even(label: str) -> str:
    return same_tones(label.lower())


@lru_cache(maxsize=65536)
def label_words(label: str) -> frozenset[str]:
    """The words of a label that say what is measured, with their diacritics: ``bán`` is not ``bàn``."""
    return frozenset(re.findall(r"[^\W_]+", _EMPTY.sub(" ", _even(label))))


_PER_HEAD = re.compile(r"bình quân (?=(?:trên )?(?:một |mỗi )?đầu người)")
"""``GRDP bình quân đầu người`` is no average of years."""
_GROWS = re.compile(r"tăng trưởng\s")
_RATE = frozenset(("tốc độ", "tăng"))
"""``Tăng trưởng GRDP`` and ``Tốc độ tăng trưởng GRDP`` are one change."""


@lru_cache(maxsize=65536)
def _changes(label: str) -> frozenset[str]:
    found = frozenset(_CHANGE.findall(_PER_HEAD.sub("", _even(label))))
    return found | _RATE if _GROWS.match(_even(label)) else found


def changes(fact: Measured) -> frozenset[str]:
    """The words of a label that turn a level into a change or a part; an amount of one single year is no average of
    years, whatever the label that it took from the sentence before."""
    found = _changes(fact.indicator)
    year = isinstance(fact, Observation) and fact.period is not None and len(fact.period) == 4
    amount = unit_head(fact.unit) not in ("%", "‰") and "/" not in (fact.unit or "")
    return found - {"bình quân"} if year and amount and _even(fact.indicator).endswith(" bình quân") else found


def same_thing(a: Measured, b: Measured) -> bool:
    """True if two facts measure the same thing: the same concept, or labels with the same words.

    Words that turn a level into a change or into a part (tăng, giảm, mới, chưa ...) must be the same on both sides.
    """
    if changes(a) != changes(b) or _is_slipped(a.indicator) or _is_slipped(b.indicator):
        return False
    x, y = label_words(a.indicator), label_words(b.indicator)
    concept = a.concept is not None and a.concept == b.concept
    if min(len(x), len(y)) < (2 if concept else _LEAST.get(unit_head(a.unit), 3)):
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
    said = [w - _words_of_change(f.indicator) for w, f in ((x, a), (y, b))]
    if "tốc độ" in changes(a) and said[0] | said[1] <= _ECONOMY:
        return True
    return min(map(len, said)) >= 5 and common >= union - 1


_ECONOMY = frozenset(("grdp", "gdp", "kinh", "tế"))
"""What grows where a report says no more than *tốc độ tăng trưởng*."""


@lru_cache(maxsize=16384)
def _words_of_change(label: str) -> frozenset[str]:
    """The words of a label that only say level or change: they do not tell what is measured."""
    return frozenset(word for phrase in _changes(label) for word in phrase.split())


_LEAST = dict.fromkeys(("vu", "cuoc", "luot", "luot nguoi", "bi can", "doi tuong", "truong hop", "nguoi", "van ban"), 5)
"""How many words a label must have whose unit is counted for many different things."""


_PER_PERSON = re.compile(r"(?<=đồng|.USD)\s?/\s?(?:đầu )?người(?:\s?/\s?năm)?$")
"""``triệu đồng/người``: the label says of income and product that they are told per head."""


@lru_cache(maxsize=4096)
def unit_head(unit: str | None) -> str:
    """The unit without its basis and period, folded: ``%/năm`` and ``%`` are one."""
    unit = _PER_PERSON.sub("", unit or "")
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
    # What each fact says by itself is looked up once, not for each of the hundreds that it is compared with.
    clean = {id(fact): changes(fact) for fact in facts if not _SLIPPED.search(fact.indicator)}
    for group in _buckets(facts):
        said = [(fact, clean[id(fact)]) for fact in group if id(fact) in clean]
        for (a, its), (b, other) in combinations(said, 2):
            key = (id(a), id(b))
            if its != other or key in seen:
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


def value_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """Observations and targets that give one thing two values; each pair of values once, at its first lines."""
    places = outline_to_places(outline)
    yield from _observations([o for o in found.of(Observation) if o.unit], places)
    issuer = next((s.issuer for s in found.of(Source)), None)
    yield from _targets([t for t in found.of(Target) if t.value is not None and t.unit], places, issuer)


def _apart(a: Measured, b: Measured, places: Places) -> bool:
    """Two places of the text that speak of the same area: neither the same line, paragraph nor table (rows of one table
    whose labels read alike lost their difference in scanning). Labels that differ must agree in speaking of a programme."""
    if line_of(a) == line_of(b) or not same_area(a, b, places):
        return False
    first, other = places.paragraph(a), places.paragraph(b)
    if first is not None and other is not None:
        if abs(first - other) <= (2 if ":" in a.indicator else 0):
            return False  # neighbouring items of a list repeat the labels of their parts
        concept = a.concept is not None and a.concept == b.concept
        setters = {f.set_by if isinstance(f, Target) else None for f in (a, b)}
        one_goal = concept and len(setters) == 1 and None not in setters
        differ = label_words(a.indicator) != label_words(b.indicator)
        if differ and not one_goal and places.in_programme(a) != places.in_programme(b):
            return False
    table = places.table(a)
    return table is None or table != places.table(b)


@dataclass
class _Sides:
    """The facts that give one thing two values: those of one value and those of the other, each line once."""

    a: list[Measured] = field(default_factory=list)
    b: list[Measured] = field(default_factory=list)

    def add(self, a: Measured, b: Measured) -> None:
        """Remember one pair; the values keep the side that they have in the first."""
        if self.a and measured(self.a[0]) != measured(a):
            a, b = b, a
        for facts, fact in ((self.a, a), (self.b, b)):
            if line_of(fact) not in map(line_of, facts):
                facts.append(fact)


_SHOWN = 2
"""Of how many places with one value a discrepancy tells."""


def _to_sides(pairs: Iterator[tuple[Measured, Measured]]) -> list[_Sides]:
    """Pairs of different values, gathered by what they are about and by their values."""
    found: dict[tuple[object, frozenset[str]], _Sides] = {}
    for a, b in pairs:
        key = (a.concept if a.concept == b.concept else None) or label_words(a.indicator)
        found.setdefault((key, frozenset((measured(a), measured(b)))), _Sides()).add(a, b)
    return list(found.values())


def _told(sides: _Sides, about: str, note: str, rule: str) -> Discrepancy:
    first, other = sides.a[:_SHOWN], sides.b[:_SHOWN]
    lines, beside = [line_of(f) for f in first], [line_of(f) for f in other]
    evidence = [f.evidence for f in (*first, *other)]
    return discrepancy(
        about, side(measured(first[0]), *lines), side(measured(other[0]), *beside), (*lines, *beside), note,
        evidence[0], rule, evidence[1:],
    )  # fmt: skip


def _observations(facts: Sequence[Observation], places: Places) -> Iterator[Discrepancy]:
    tabled = {(line_of(o), o.value) for o in facts if o.where == "table"}

    def clashing() -> Iterator[tuple[Measured, Measured]]:
        for a, b in _pairs(facts):
            if not isinstance(a, Observation) or not isinstance(b, Observation) or measured(a) == measured(b):
                continue
            prose, table = (a, b) if b.where == "table" else (b, a)
            told = table.where == "table" and a.value != b.value and (line_of(table), prose.value) in tabled
            if not told and _comparable(a, b) and _apart(a, b, places):
                yield a, b

    for sides in _to_sides(clashing()):
        a, b = sides.a[0], sides.b[0]
        if not isinstance(a, Observation) or not isinstance(b, Observation):
            continue
        note = "Hai giá trị cho cùng một chỉ tiêu"
        if a.value == b.value:
            note = "Dấu so sánh khác nhau"
        elif differ_by_rounding(a.value, b.value):
            note = "Sai khác do làm tròn"
        if (a.where == "table") != (b.where == "table"):
            note += " (lời văn và bảng)"
        period = a.period or b.period
        yield _told(sides, f"{a.indicator}{f' ({period})' if period else ''}", note, "two-values")


def _comparable(a: Observation, b: Observation) -> bool:
    """Different values of one size at one time, none of which the other's bound allows."""
    if a.upper is not None and b.upper is not None:
        return False
    tables = [o for o in (a, b) if o.where == "table"]
    if len(tables) == 2 and fold(a.indicator) != fold(b.indicator):
        return False
    if not _same_time(a, b, bool(tables)):
        return False
    if a.value == b.value:
        bounds = {a.comparator, b.comparator}
        return len(tables) == 1 and len(bounds) == 2 and bounds <= {None, ">", "<"}
    return _near(a.value, b.value) and not bound_allows(a, b)


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
    if any(_ahead(x, y) for x, y in ((a, b), (b, a))):
        return False
    stock = a.concept is not None and a.concept == b.concept and "bình quân" not in _changes(a.indicator)
    level = in_table or stock or (same_label and a.unit == b.unit == "%")
    return level and not growth and _end_year(a.period) == _end_year(b.period) and ratio >= Decimal("0.8")


def _ahead(a: Observation, b: Observation) -> bool:
    """Is one an estimate for a whole year, the other what was reached in a month before its end?"""
    month = re.fullmatch(r"\d{4}-(?:0\d|1[01])", b.period or "")
    return a.status == "estimate" and len(a.period or "") == 4 and month is not None


def _targets(facts: Sequence[Target], places: Places, issuer: str | None) -> Iterator[Discrepancy]:
    """Targets with two values; not what the document's `issuer` sets instead of another's."""
    signs = frozenset((places.table(t), t.comparator) for t in facts)

    def clashing() -> Iterator[tuple[Measured, Measured]]:
        for a, b in _pairs(facts):
            if not isinstance(a, Target) or not isinstance(b, Target) or a.value is None or b.value is None:
                continue
            if issuer and a.set_by != b.set_by and issuer in (a.set_by, b.set_by):
                continue
            if any(_YEARLY_PLAN.match(x) and parse_roman(y) for x, y in ((a.set_by, b.set_by), (b.set_by, a.set_by))):
                continue  # what a year plans is another step than what the congress wants of it
            if any(
                _YEARLY_PLAN.match(x) and re.search(r"\d/", y) for x, y in ((a.set_by, b.set_by), (b.set_by, a.set_by))
            ):
                continue  # what another document sets for the year, which the plan changes or goes beyond
            tables = a.evidence.rule == b.evidence.rule == "table-target"
            if a.by != b.by or not _apart(a, b, places) or (tables and a.indicator != b.indicator):
                continue
            if _bounds(a) == _bounds(b) or not _near(a.value, b.value):
                continue
            if a.value == b.value and {a.comparator, b.comparator} == {"~", "="}:
                continue  # a table has no room for "khoảng"
            if a.value == b.value and _cannot_say(a, b, places, signs):
                continue
            yield a, b

    for sides in _to_sides(clashing()):
        a, b = sides.a[0], sides.b[0]
        only_sign = (a.value, a.upper) == (b.value, b.upper)
        note = "Cùng mức, khác dấu so sánh" if only_sign else "Hai mức mục tiêu cho cùng một chỉ tiêu"
        yield _told(sides, _goal(a), note, "two-targets")
    yield from _denominators(facts, places)


def _cannot_say(a: Target, b: Target, places: Places, signs: frozenset[tuple[int | None, str | None]]) -> bool:
    """Does one of two targets of one value stand in a table that has no room for the "trên" or "trở lên" of the other, as it
    prints no such sign anywhere?"""
    tabled = [t for t in (a, b) if places.table(t) is not None]
    said = {a.comparator, b.comparator} - {"="}
    bare = len(tabled) == 1 and tabled[0].comparator == "=" and len(said) == 1 and said <= {">", ">="}
    return bare and not any((places.table(tabled[0]), sign) in signs for sign in said)


_YEARLY_PLAN = re.compile(r"plan-\d{4}$")


def _bounds(target: Measured) -> tuple[Decimal | None, Decimal | None, str | None]:
    return target.value, target.upper, target.comparator


def _goal(target: Measured) -> str:
    name = target.indicator
    return f"Mục tiêu {name if name[:2].isupper() else name[:1].lower() + name[1:]}"


_PERSONS = re.compile(r"\b(?:dân số|người dân|nhân dân)\b", re.IGNORECASE)
_HOUSEHOLDS = re.compile(r"\b(?:hộ dân|hộ gia đình|số hộ|hộ)\b", re.IGNORECASE)


def _counted(label: str) -> str:
    """What a share is a share of: persons or households; empty where the label says neither, or both."""
    persons, households = bool(_PERSONS.search(label)), bool(_HOUSEHOLDS.search(label))
    return "" if persons == households else "persons" if persons else "households"


def _denominators(facts: Sequence[Target], places: Places) -> Iterator[Discrepancy]:
    """One target of one value, once for the persons and once for the households."""

    def clashing() -> Iterator[tuple[Measured, Measured]]:
        shares = [t for t in facts if unit_head(t.unit) == "%" and t.concept and _counted(t.indicator)]
        for a, b in combinations(shares, 2):
            same = (a.concept, a.by, _bounds(a)) == (b.concept, b.by, _bounds(b))
            if same and _counted(a.indicator) != _counted(b.indicator) and _apart(a, b, places):
                yield (a, b) if a.evidence.start <= b.evidence.start else (b, a)

    found = {(a.concept, a.value): (a, b) for a, b in reversed(list(clashing()))}
    for a, b in found.values():
        lines = (line_of(a), line_of(b))
        yield discrepancy(
            _goal(a), side(f"{measured(a)}: {a.indicator}", lines[0]), side(f"{measured(b)}: {b.indicator}", lines[1]),
            lines, "Cùng mức, khác mẫu số (dân số và hộ)", a.evidence, "denominator", [b.evidence],
        )  # fmt: skip
