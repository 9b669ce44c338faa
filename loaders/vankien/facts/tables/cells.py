"""One cell of a table → value, verdict, unit: what is printed, put into normal form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from vankien.facts.quantities.comparators import comparator_after, comparator_before
from vankien.model import Lexicon
from vankien.vietnamese import NUMBER, fold, is_upper, nfc, parse_number

_SIGNS = {">": ">", "<": "<", ">=": ">=", "≥": ">=", "<=": "<=", "≤": "<=", "~": "~", "≈": "~"}
_CELL = re.compile(
    rf"""(?P<head>.*?)                                          # Trên | Tăng
         (?P<sign>>=|<=|[<>≥≤~≈])?\s*
         (?P<number>(?<![\w.,])[-−–+]?(?:{NUMBER}))\s*
         (?P<percent1>%)?
         (?:\s*[-–÷]\s*(?P<upper>{NUMBER})(?![\d.,/]))?\s*
         (?P<percent>%o|%|‰)?
         (?P<tail>.*)""",
    re.VERBOSE | re.DOTALL,
)
_TIME = re.compile(r"/\s*$|\b(?:quý|tháng|năm|ngày|tuần)\b", re.IGNORECASE)
_YEARLY = re.compile(r"\s*(?:/\s*năm|(?:mỗi|hằng|hàng)\s+năm)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a cell: comparator sign, number, upper bound of a range, unit if the cell names one, the offset of the
    number in the cell, and the years that a bracket behind it names (``22.000 (2021 - 2025)``)."""

    comparator: str
    value: Decimal
    upper: Decimal | None = None
    unit: str | None = None
    at: int = 0
    period: str | None = None


_YEARS = re.compile(r"\s*\((?:(?:giai đoạn|năm|đến năm|thời kỳ)\s)?(20\d\d(?:\s?[-–]\s?20\d\d)?)\)\s*$", re.IGNORECASE)

_ASIDE = re.compile(
    rf"(?P<value>\s*(?:>=|<=|[<>≥≤~≈])?\s*(?:{NUMBER})(?:\s?[-–]\s?(?:{NUMBER}))?\s?[%‰]?)\s*\((?:tăng|giảm|so|theo|chuẩn|bằng|còn|gấp|năm trước|cùng kỳ)\s[^()]*\)\s*",
    re.IGNORECASE,
)
"""``650 (tăng 4,5% so với năm 2030)``, ``0,4% (theo chuẩn nghèo giai đoạn 2026 - 2030)``: what a bracket behind the value says of it."""


_OF_ALL = re.compile(
    rf"(?P<count>{NUMBER})\s?/\s?(?P<total>{NUMBER})\s(?P<unit>[^\W\d_][^\d()/%]{{0,30}}?)\s*(?:\((?:đạt\s|chiếm\s|bằng\s)?(?:{NUMBER})\s?%\))?",
    re.IGNORECASE,
)
"""``80/100 xã (80%)``: how many of all there are."""


def _count_of_all(text: str, lexicon: Lexicon) -> Value | None:
    """The count of a cell that prints it before a stroke and the number of all; None for dates and all else."""
    match = _OF_ALL.fullmatch(text.strip())
    count, total = (parse_number(match["count"]), parse_number(match["total"])) if match else (None, None)
    if match is None or count is None or total is None or count > total or _TIME.search(match["unit"]):
        return None
    return Value("=", count, unit=normal_unit(match["unit"], lexicon), at=match.start("count"))


def cell_to_value(text: str, lexicon: Lexicon) -> Value | None:
    """The value of a cell that holds one value and little else; None for words, dashes, dates and ratios.

    Source: the cell's text; comparators in words come from the list ``comparators``.
    """
    years = _YEARS.search(text)
    if years and years.start():
        value = cell_to_value(text[: years.start()], lexicon)
        return replace(value, period=re.sub(r"\s?[-–]\s?", "-", years[1])) if value else None
    if aside := _ASIDE.fullmatch(text):
        return cell_to_value(aside["value"], lexicon)
    if counted := _count_of_all(text, lexicon):
        return counted
    match = _CELL.fullmatch(text.strip())
    if (
        not match
        or re.search(r"\d", match["head"] + match["tail"])
        or len(match["head"]) > 20
        or len(match["tail"]) > 40
    ):
        return None
    if _TIME.search(match["head"]):
        return None
    number = parse_number(match["number"].lstrip("+"))
    upper = parse_number(match["upper"]) if match["upper"] else None
    mark = match["percent"] or match["percent1"]
    yearly = _YEARLY.fullmatch(match["tail"]) if mark else None
    tail = "" if yearly else match["tail"].strip(" .;,*()")
    if (
        number is None
        or (upper is not None and upper <= number)
        or (not yearly and match["tail"].lstrip().startswith(("/", ":")))
    ):
        return None
    sign = _SIGNS[match["sign"]] if match["sign"] else "="
    if not match["sign"]:
        sign = comparator_before(text.strip(), match.start("number"), lexicon)[1]
        sign = ">=" if sign == "range" else sign
    after = comparator_after(tail, 0, lexicon) if tail else None
    if after:
        sign, tail = after[1], tail[after[0] :].strip()
    unit = {"%": "%", "%o": "‰", "‰": "‰", None: None}[mark]
    unit = f"{unit}/năm" if yearly else unit
    if unit and tail.startswith("/"):
        unit, tail = unit + tail.split()[0], ""
    return Value(
        "range" if upper is not None else sign, number, upper, unit or normal_unit(tail, lexicon), match.start("number")
    )


def normal_unit(text: str, lexicon: Lexicon) -> str | None:
    """A printed unit in lower case unless it is an abbreviation (``Triệu đồng``, ``Ha``, ``%o``); None if there is none.

    The list ``units`` gives the case of the letters where it knows the unit.
    """
    text = " ".join(text.split()).strip(" .;,*()").replace("%o", "‰").replace("o/oo", "‰")
    if not text or text in ("-", "–"):
        return None
    known = _unit_spellings(lexicon).get(nfc(text).lower())
    if known:
        return known
    return text if len(text) > 1 and is_upper(text) else text[:1].lower() + text[1:]


@lru_cache(maxsize=8)
def _unit_spellings(lexicon: Lexicon) -> dict[str, str]:
    out: dict[str, str] = {}
    for concept in lexicon["units"]:
        for spelling in concept.all_spellings():
            out.setdefault(spelling.lower(), spelling)
    return out


@lru_cache(maxsize=8)
def person_nouns(lexicon: Lexicon) -> frozenset[str]:
    """The folded spellings of units that count people."""
    persons = (c for c in lexicon["units"] if c.first("unitKind") == "person")
    return frozenset(fold(s) for c in persons for s in c.all_spellings())


def split_yearly(unit: str | None) -> tuple[str | None, str | None]:
    """A unit without its "/năm", and ``year`` if it had one.

    >>> split_yearly("người/năm"), split_yearly("%")
    (('người', 'year'), ('%', None))
    """
    if unit is None:
        return None, None
    match = _YEARLY.search(unit)
    return (unit[: match.start()], "year") if match and match.start() else (unit, None)


_GROWTH = re.compile(
    r"(?:toc do (?:tang|phat trien)|.*\btang (?:truong )?binh quan\b|muc giam|ty le giam|.*\bgiam binh quan\b|tang truong"
    r"|gia tri (?:gia tang|tang them))"
)
_EVERY_YEAR = re.compile(r".*\b(?:(?:hang|moi|binh quan) nam|binh quan hang nam)\b")


def label_is_yearly(label: str, unit: str | None) -> bool:
    """True if the label makes the value a yearly one: a growth rate or decrease in percent, or "hằng năm".

    >>> label_is_yearly("Tốc độ tăng trưởng GRDP", "%"), label_is_yearly("Giải quyết việc làm hằng năm", "người")
    (True, True)
    >>> label_is_yearly("Tỷ lệ che phủ rừng", "%")
    False
    """
    folded = fold(label)
    return bool(_EVERY_YEAR.match(folded)) or (unit in ("%", "‰", "điểm %") and bool(_GROWTH.match(folded)))


@lru_cache(maxsize=8)
def _verdict_spellings(lexicon: Lexicon) -> dict[str, str]:
    out: dict[str, str] = {}
    for concept in lexicon["verdicts"]:
        words = (
            *concept.all_spellings(),
            *concept.properties.get("cellWording", ()),
            *concept.properties.get("notation", ()),
        )
        for spelling in words:
            out.setdefault(nfc(spelling).lower(), concept.vi)
    return out


_WITH_SHARE = re.compile(rf"(?P<verdict>[^\d(]+?)\s*[(,:]?\s*(?P<percent>{NUMBER})\s?%\s*\)?")


_BARE_SHARE = re.compile(rf"(?P<verdict>[^\W\d]+)\s(?P<percent>{NUMBER})\s?%", re.IGNORECASE)
"""``Đạt 83,1%``: without brackets or a comma the percentage is what has been reached of the target."""
_WHEN = re.compile(
    r"\s(?:(?:sớm|trước)(?:\s(?:hạn|thời hạn|kế hoạch))?\s\d{1,2}\s(?:năm|tháng)|(?:(?:vào|trong|đến|cuối|hết)\s)*(?:năm\s)?20\d\d)$",
    re.IGNORECASE,
)
"""When a target is or will be reached: ``Đạt sớm 02 năm``, ``Khả năng đạt vào năm 2027``."""


def cell_to_judgement(text: str, lexicon: Lexicon) -> tuple[str, Decimal | None] | None:
    """The verdict of a cell, with the share of the target that it may print: ``Chưa đạt (82,8%)``; None for anything
    else. ``Đạt 83,1%`` of a target is short of it."""
    plain = cell_to_verdict(text, lexicon)
    if plain:
        return plain, None
    text = " ".join(text.split()).strip(" .;*")
    match = _WITH_SHARE.fullmatch(text)
    verdict = cell_to_verdict(match["verdict"], lexicon) if match else None
    percent = parse_number(match["percent"]) if match else None
    if verdict is None or percent is None:
        return None
    if verdict == "Đạt" and percent != 100 and _BARE_SHARE.fullmatch(text):
        verdict = "Chưa đạt" if percent < 100 else "Vượt"
    return verdict, None if verdict == "Vượt" and percent < 100 else percent  # by how much it is exceeded


_MARK = re.compile(r"[xX+*✓✔√☑●•]")


def is_mark(text: str) -> bool:
    """Is a cell only ticked?"""
    return _MARK.fullmatch(text.strip()) is not None


def cell_to_verdict(text: str, lexicon: Lexicon) -> str | None:
    """The normal form of a verdict that fills a cell (``Vượt``, ``Chưa đạt``), whenever it is to come true; None for
    anything else."""
    text = " ".join(nfc(text).lower().split()).strip(" .;*")
    spellings = _verdict_spellings(lexicon)
    return spellings.get(text) or spellings.get(_WHEN.sub("", text))
