"""Arithmetic inside a sentence: shares, increases, totals against their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from vankien.facts.clauses.marks import open_brackets
from vankien.facts.discrepancies.parts import decimals, discrepancy, inside, rounds_to, side, vi
from vankien.facts.discrepancies.told_counts import told_counts
from vankien.facts.evidence import evidence_of
from vankien.facts.quantities.finding import find_quantities
from vankien.facts.quantities.quantity import Quantity
from vankien.model import Discrepancy, Lexicon, Outline, Sentence
from vankien.vietnamese import NUMBER, fold, parse_number

_N = rf"(?:{NUMBER})"
_RATIO = re.compile(
    rf"(?<![\d.,/])(?P<part>{_N})\s?/\s?(?P<whole>{_N})(?![\d/]|[.,]\d)(?P<noun>(?:[^,;.%()]|\([^()\d%]{{1,40}}\)|,\s(?=(?:xã|phường|thị\strấn|huyện|thị\sxã|thành\sphố|bản|buôn|làng|tổ\sdân\sphố|khu\sphố)(?!\w))){{0,70}}?)[,(]?\s*(?:đạt|chiếm|bằng|đạt tỷ lệ|tỷ lệ)\s+(?P<about>trên|gần|khoảng|hơn)?\s*(?P<percent>{_N})\s?%(?!\s(?:so\svới|kế\shoạch|mục\stiêu|chỉ\stiêu|nghị\squyết|dự\stoán))",
    re.IGNORECASE,
)
"""``57/58 đơn, đạt 98,3%``."""
_GROWTH = re.compile(
    rf"(?<![\d.,/])(?P<value>{_N})\s(?P<unit>[^\W\d]+(?:\s[^\W\d]+)?)\s*[,(]\s*(?P<way>tăng|giảm)\s(?P<percent>{_N})\s?%\s*\((?:tương\sđương\s)?(?P=way)\s(?P<change>{_N})\s(?P=unit)\)"
)
"""``đạt 7.100 tỷ đồng, tăng 12% (tăng 761 tỷ đồng)``."""
_PARTS = re.compile(r"(?:,\s*|\s*\(\s*|\s+)(?:bao\sgồm|gồm(?:\scó)?|trong\sđó)\s*:?\s+", re.IGNORECASE)
_CHANGED = re.compile(r"(?:tăng|giảm|vượt|thêm|còn|gấp)\s*(?:trên|gần|khoảng|hơn)?\s*$", re.IGNORECASE)
_BRACKET = re.compile(
    rf"(?<![\d.,/])(?P<total>{_N})\s(?P<noun>[^\W\d]+(?:\s[^\W\d]+){{0,5}})\s?\((?P<head>(?:trong\sđó|bao\sgồm|gồm)\s*:?)?(?P<parts>[^()]+)\)"
)
"""``430 hội viên (nữ 180, nam 240)``: each part between commas or semicolons holds one number."""


def sentence_discrepancies(outline: Outline, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """Wrong arithmetic, sentence by sentence."""
    for before, sentence in pairwise((None, *outline.sentences)):
        if sentence is None:
            continue
        text = sentence.text
        if "chỉ tiêu" in text:
            yield from told_counts(outline, sentence, before)
        if "%" in text:
            yield from _ratios(outline, sentence)
            yield from _structures(outline, sentence)
            yield from _sectors(outline, sentence)
            yield from _growths(outline, sentence)
        if "(" in text:
            yield from _brackets(outline, sentence)
        if _PARTS.search(text):
            yield from _totals(outline, sentence, lexicon)
        elif ":" in text:
            yield from _kinds(outline, sentence, lexicon)


def _shown(exact: Decimal, printed: Decimal) -> str:
    step = Decimal(1).scaleb(-max(1, decimals(printed)))
    return vi(exact.quantize(step, ROUND_HALF_UP))


def _ratios(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    for match in _RATIO.finditer(sentence.text):
        part, whole, percent = (parse_number(match[k]) for k in ("part", "whole", "percent"))
        if (
            part is None
            or percent is None
            or not whole
            or part > whole
            or (whole <= 12 and part <= 31 and percent > 100)
        ):
            continue
        exact = part / whole * 100
        allowed = (
            Decimal(1)
            if match["about"]
            else Decimal("0.5")
            if not decimals(percent)
            else Decimal(1).scaleb(-decimals(percent))
        )
        if rounds_to(exact, percent) or abs(exact - percent) < allowed:
            continue
        yield inside(
            outline, sentence.passage, match, match["noun"].strip() or f"{match['part']}/{match['whole']}",
            f"{match['part']}/{match['whole']}", f"{match['percent']}%",
            f"{match['part']}/{match['whole']} = {_shown(exact, percent)}%", "ratio", match.start("percent"),
        )  # fmt: skip


def _growths(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    for match in _GROWTH.finditer(sentence.text):
        value, percent, change = (parse_number(match[k]) for k in ("value", "percent", "change"))
        if value is None or percent is None or change is None:
            continue
        before = value - change if match["way"] == "tăng" else value + change
        if before <= 0:
            continue
        exact = change / before * 100
        if abs(exact - percent) <= Decimal("0.5") + Decimal(1).scaleb(-decimals(percent)):
            continue
        yield inside(
            outline, sentence.passage, match, f"{match['value']} {match['unit']}",
            f"{match['way']} {match['percent']}%", f"{match['way']} {match['change']} {match['unit']}",
            f"{match['change']}/{vi(before)} = {_shown(exact, percent)}%", "growth", match.start("change"),
        )  # fmt: skip


def _totals(outline: Outline, sentence: Sentence, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """A total against the parts that follow "gồm" (they must sum up) or "trong đó" (none may be larger, and what nearly
    sums up must do so)."""
    quantities = find_quantities(sentence.text, lexicon)
    for match in _PARTS.finditer(sentence.text):
        before = [q for q in quantities if q.end <= match.start() + 1 and not (q.unit or "").startswith("%")]
        if not open_brackets(sentence.text, match.start()):
            before = [
                q for q in before if not open_brackets(sentence.text, q.start)
            ]  # "900 ha (mục tiêu: 800 ha), gồm"
        between = sentence.text[before[-1].end : match.start()] if before else ""
        if not before or len(re.findall(r",\s", between)) > 1:
            continue
        if re.search(r";\s*\w", between) or ("gồm" in match.group().lower() and _NEXT_SUBJECT.search(between)):
            continue
        end = _list_end(sentence.text, match, before[-1].unit or "")
        parts = [q for q in quantities if match.end() - 1 <= q.start and q.end <= end]
        total = _counted_alike(before, parts)
        if _CHANGED.search(sentence.text[: total.start]):
            continue
        found = _wrong_total(total, parts, "gồm" in match.group().lower())
        if found is None:
            continue
        evidence = evidence_of(
            outline.report, sentence.passage, total.start, parts[-1].end, "discrepancy-total", value_at=total.at
        )
        lines = (sentence.passage.line_at(total.at), sentence.passage.line_at(parts[0].at))
        label = (
            sentence.text[max(0, total.start - 60) : total.start].split(",")[-1].strip()
            or sentence.text[total.start : total.end]
        )
        yield discrepancy(label, side(sentence.text[total.start : total.end], lines[0]), side(found[0], lines[1]), lines, found[1], evidence, "total")  # fmt: skip


_NEXT_SUBJECT = re.compile(r",\s(?!(?:bao|trong|cụ|chia|tất|cơ)\s)[^\W\d]+\s[^\W\d]+")
"""``Ban Thường vụ 16 đồng chí, Đoàn đại biểu gồm 21 đồng chí``: something else is made up of them."""


def _kinds(outline: Outline, sentence: Sentence, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """A total against its kinds behind a colon, which share its unit: ``40 đảng viên: khiển trách 25, cảnh cáo 13``."""
    total: Quantity | None = None
    kinds: list[Quantity] = []
    for quantity in (*find_quantities(sentence.text, lexicon), None):
        if quantity and quantity.part:
            kinds.append(quantity)
            continue
        found = _wrong_total(total, kinds, True) if total and kinds else None
        if total and found:
            evidence = evidence_of(
                outline.report, sentence.passage, total.start, kinds[-1].end, "discrepancy-total", value_at=total.at
            )
            lines = (sentence.passage.line_at(total.at), sentence.passage.line_at(kinds[0].at))
            name = f"Số {total.unit}"
            yield discrepancy(name, side(sentence.text[total.start : total.end], lines[0]), side(found[0], lines[1]), lines, found[1], evidence, "total")  # fmt: skip
        total, kinds = quantity, []


def _list_end(text: str, opening: re.Match[str], unit: str) -> int:
    """Where the parts end: at a semicolon, unless a colon opened a list whose every item ends in the unit of the total."""
    rest = text[opening.end() :]
    stop = re.search(r"[;)]|\.(?=\s|$)|,\s(?:đã\s)?(?:nâng|đưa)\s(?:tổng|số)(?!\w)", rest)
    if stop and stop.group() == ";" and ":" in opening.group():
        listed = re.match(r"[^.;)]+(?:;[^.;)]+)+", re.sub(r"(?<=\d)[.,](?=\d)", "_", rest))
        items = listed.group().split(";") if listed else []
        if unit and items and all(item.rstrip().endswith(unit) for item in items):
            return opening.end() + (listed.end() if listed else 0)
    return opening.end() + stop.start() if stop else len(text)


def _counted_alike(before: list[Quantity], parts: list[Quantity]) -> Quantity:
    """What the parts are parts of: the quantity right before them; where it counts other things than all the parts do
    (``90 đại biểu, đại diện cho 40 chi bộ; trong đó 30 đại biểu ..., 60 đại biểu ...``), the one before it that counts the same."""
    units = {p.unit for p in parts}
    alike = [q for q in before[-_ASIDE:] if q.unit in units]
    return alike[-1] if alike and len(units) == 1 and len(parts) > 1 and before[-1].unit not in units else before[-1]


_ASIDE = 3
"""How many quantities may stand between a total and its parts, itself counted."""
_NEAR = Decimal("0.05")
"""How near to the total the parts behind ``trong đó`` must come to be all of them."""


def _step(value: Decimal) -> Decimal:
    """What an approximate number is rounded to: the place of its last digit that is no zero.

    >>> _step(Decimal("29400")), _step(Decimal("3.5"))
    (Decimal('100'), Decimal('0.1'))
    """
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent)


def _wrong_total(total: Quantity, parts: list[Quantity], is_sum: bool) -> tuple[str, str] | None:
    """The printed parts and what is wrong with them; None if nothing is, or if they cannot be compared."""
    same = [p for p in parts if p.unit == total.unit]
    exact = total.upper is None and total.comparator in ("=", "~") and all(p.upper is None for p in same)
    if not exact or not same or total.value <= 0 or total.unit == "%":
        return None
    largest = max(same, key=lambda p: p.value)
    if largest.value > total.value and largest.comparator == total.comparator == "=":
        return f"{vi(largest.value)} {largest.unit}", "Một phần lớn hơn tổng"
    summed = sum((p.value for p in same), Decimal(0))
    close = Decimal(0) < abs(summed - total.value) <= _NEAR * total.value
    whole = (is_sum or close) and len(same) == len(parts) >= 2 and all(p.comparator == "=" for p in same)
    if total.comparator == "~" and abs(summed - total.value) < _step(total.value):
        return None
    if whole and summed != total.value and Decimal("0.5") <= summed / total.value <= Decimal("1.5"):
        shown = " + ".join(vi(p.value) for p in same)
        return f"{shown} = {vi(summed)} {total.unit}", "Tổng không bằng các thành phần"
    return None


_STRUCTURE = re.compile(
    rf"(?i:cơ\scấu)\s[^:;.%]{{3,70}}:\s(?P<parts>[^\d;]+?\s{_N}\s?%(?:\s{{0,80}}(?:[;,]|\svà)\s[^\d;]+?\s{_N}\s?%){{2,6}})(?=\s*(?:[.;]|$))"
)
"""``Cơ cấu kinh tế: Nông nghiệp 20%; công nghiệp 35%; dịch vụ 45%``."""


def _structures(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """The shares of a structure, which must add up to a hundred but for what rounding takes or gives."""
    for match in _STRUCTURE.finditer(_BETWEEN.sub(lambda m: " " * len(m.group()), sentence.text)):
        shares = [n for m in re.finditer(rf"({_N})\s?%", match["parts"]) if (n := parse_number(m.group(1))) is not None]
        total = sum(shares, Decimal(0))
        step = Decimal(1).scaleb(-max(decimals(n) for n in shares))
        if len(shares) < 3 or not 90 < total < 110 or abs(total - 100) <= step * len(shares) / 2:
            continue
        said = fold(match["parts"])
        if total < 100 and "thue" not in said and all(sector.search(said) for sector in _EACH_SECTOR):
            continue  # the taxes on products, which no sector has, are left out
        shown = " + ".join(f"{vi(n)}%" for n in shares)
        name = sentence.text[match.start() : match.end()].split(":")[0]
        yield inside(
            outline, sentence.passage, match, name, shown, f"tổng {vi(total)}%",
            "Tổng các thành phần không bằng 100%", "structure", match.end() - 1,
        )  # fmt: skip


_SECTORS = re.compile(
    rf"(?i:(?:tỷ|tỉ)\s(?:trọng|lệ)|cơ\scấu)\s(?P<parts>[^\d;:.%]{{3,90}}?{_N}\s?%(?:\s{{0,80}}(?:,|;|\svà)\s[^\d;:.%]{{2,70}}?{_N}\s?%){{2,5}})"
)
_EACH_SECTOR = tuple(map(re.compile, (r"\bnong\b", r"\bcong nghiep\b", r"\bdich vu\b")))
_MOVES = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\s(?:còn|xuống|lên))(?!\w)", re.IGNORECASE)


_BETWEEN = re.compile(r"\([^()]{1,80}\)|(?<!\w)(?:đến\s|cuối\s)*năm\s20\d\d(?!\d)|;\strong\s(?:mức|tốc\sđộ)\stăng\s.*")
"""What stands between the shares of a structure and behind them: comparisons in brackets, the year, what growth is made of."""


def _sectors(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """``tỷ trọng nông nghiệp còn 12%, công nghiệp 38%, dịch vụ 42%, thuế sản phẩm 9%``: the sectors cannot be more than the
    whole economy, and with the taxes they are the whole of it."""
    for match in _SECTORS.finditer(_BETWEEN.sub(lambda m: " " * len(m.group()), sentence.text)):
        said = fold(match["parts"])
        shares = [n for m in re.finditer(rf"({_N})\s?%", match["parts"]) if (n := parse_number(m.group(1))) is not None]
        total = sum(shares, Decimal(0))
        if any(len(sector.findall(said)) != 1 for sector in _EACH_SECTOR) or _MOVES.search(match["parts"]):
            continue
        slack = Decimal(1).scaleb(-max(decimals(n) for n in shares)) * len(shares) / 2
        less = len(shares) > len(_EACH_SECTOR) and "thue" in said and 90 < total < 100 - slack
        if not less and not 100 + slack < total < 110:
            continue
        shown = " + ".join(f"{vi(n)}%" for n in shares)
        yield inside(
            outline, sentence.passage, match, "Cơ cấu kinh tế", f"{shown} = {vi(total)}%", "100%",
            "Tổng các thành phần không bằng 100%", "structure", match.end() - 1,
        )  # fmt: skip


def _brackets(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """A total against the parts in the brackets behind it, which must sum up to it."""
    for match in _BRACKET.finditer(sentence.text):
        total = parse_number(match["total"])
        parts = _bracket_parts(match["parts"])
        if total is None or len(parts) < 2 or _CHANGED.search(sentence.text[: match.start()]):
            continue
        summed = sum(parts, Decimal(0))
        near = total and abs(summed - total) / total <= Decimal("0.1")
        open_list = bool(match["head"]) and "trong" in match["head"]
        if summed == total or not (_one_digit(summed, total) or (near and not open_list)):
            continue
        shown = " + ".join(vi(p) for p in parts)
        yield inside(
            outline, sentence.passage, match, match["noun"], f"{match['total']} {match['noun']}", f"{shown} = {vi(summed)}",
            "Tổng không bằng các thành phần", "total", match.start("parts"),
        )  # fmt: skip


def _bracket_parts(text: str) -> list[Decimal]:
    """The one number of each part between commas or semicolons; empty if a part has none, two, or a share or year."""
    parts: list[Decimal] = []
    for piece in re.split(r"[;,](?!\d)", text):
        numbers = re.findall(rf"(?<![\w./])(?:{NUMBER})", re.sub(r"năm\s\d{4}", "", piece))
        value = parse_number(numbers[0]) if len(numbers) == 1 else None
        if value is None or re.search(r"[%/]|so với|tăng|giảm|vượt|trên|gần|hơn", piece):
            return []
        parts.append(value)
    return parts


def _one_digit(a: Decimal, b: Decimal) -> bool:
    """Two numbers of four digits or more that differ in one digit: a misprint.

    >>> _one_digit(Decimal(2460), Decimal(7460)), _one_digit(Decimal(3510), Decimal(3620))
    (True, False)
    """
    x, y = str(a), str(b)
    return len(x) == len(y) >= 4 and sum(s != t for s, t in zip(x, y, strict=True)) == 1
