"""The unit that stands after a number: the longest spelling of ``ontology/units.ttl``, else the noun itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from vankien.facts.alternation import alternation, to_words
from vankien.model import Lexicon
from vankien.vietnamese import fold, nfc, same_tones

COUNTED = frozenset({"count", "person"})
"""Kinds of units that are nouns: what is counted is the unit itself."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed: its text, the kind of quantity (`vk:unitKind`; ``count`` for a noun that no list has), and
    where it ends in the text."""

    text: str
    kind: str
    end: int

    @property
    def yearly(self) -> bool:
        """True for a unit per year."""
        return bool(re.search(r"(?:/\s*|\smỗi\s|\sh[ằà]ng\s)năm$", self.text))


@dataclass(frozen=True, slots=True)
class _Known:
    pattern: re.Pattern[str]
    kinds: dict[str, str]
    nouns: dict[str, str]


def _key(text: str) -> str:
    return re.sub(r"\s*/\s*", "/", same_tones(" ".join(text.split())).lower())


def _pattern(spellings: Iterable[str]) -> str:
    """Any of some spellings, the longest that fits; short unit signs keep their case."""
    signs: list[list[str]] = []
    names: list[list[str]] = []
    for text in spellings:
        words = [word.replace("/", r"\s?/\s?") for word in to_words(text)]
        (signs if len(text) <= 3 and text.isascii() else names).append(words)
    return f"(?i:{alternation(names)})|{alternation(signs)}"


@lru_cache(maxsize=8)
def _known(lexicon: Lexicon) -> _Known:
    """All spellings of all units in one pattern, the longest first."""
    kinds: dict[str, str] = {}
    nouns: dict[str, str] = {}
    spellings: set[str] = set()
    for concept in lexicon["units"]:
        for spelling in concept.all_spellings():
            for text in {nfc(spelling), same_tones(spelling)}:
                kinds.setdefault(_key(text), concept.first("unitKind", "count"))
                nouns.setdefault(_key(text), _key(concept.vi))
                spellings.add(text)
    pattern = re.compile(rf"\s*(?P<unit>{_pattern(spellings)})(?![^\W_])")
    return _Known(pattern, kinds, nouns)


_PER = re.compile(
    r"\s?/\s?(?:năm|tháng|ngày(?:\sđêm)?|quý|người|hộ|ha|xã|huyện|lao\sđộng|vụ|(?:100\s)?km[2²]?|m2|thôn|bản|lớp|trường|đơn\svị|con|lượt|ca|cơ\ssở|khách(?:\shàng)?|căn(?:\snhà)?|hộ\sdân|phòng|giường|học\ssinh|sào|(?:triệu|tỷ)\sđồng(?:\sG(?:R?)DP)?)(?:\s?/\s?(?:năm|tháng|ngày))?(?!\w)",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\s(?:mỗi|một|hằng|hàng)\snăm(?!\w|\s\d{4})", re.IGNORECASE)
_SCALE = re.compile(
    r"\s*(?P<scale>(?:nghìn|ngàn|triệu|vạn|tỷ|tỉ|chục|trăm)(?:\s(?:tỷ|tỉ|lượt))?)\s+(?=[^\W\d])", re.IGNORECASE
)
_NOUN = re.compile(r"\s+(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+)?)")
_NO_NOUN = frozenset(
    re.findall(
        r"\w+",
        """và với của cho các những từ đến trên dưới trong ngoài theo so là được bị có không đã đang sẽ đạt tăng giảm chiếm bằng
    vượt hoặc hay để nhằm tại ở thì mà nếu do vì như còn lên xuống ra vào về nay trước sau này đó khi tháng năm ngày tuổi
    giờ phút thứ mỗi một hai ba bốn sao con đầu khác gồm cùng góp qua tới trở riêng ước nâng đảm bảo phấn đấu hằng hàng
    thuộc nêu cấp phấn tính nhất cả xếp thực hoàn""",
    )
)
_SINGLE = frozenset(
    re.findall(
        r"\w+",
        "bộ cái chiếc cuộc cây con cơ đôi đơn em hộ khu lần lễ loại lô lớp mỏ món môn ngôi nhà nhóm suất tấm tàu thửa tổ trại trạm vụ",
    )
)
"""Classifiers that stand alone as a unit: ``18 ngôi nhà``."""


def _noun_unit(text: str, at: int) -> Unit | None:
    """A noun that no list has: one classifier or two syllables, never a function word."""
    match = _NOUN.match(text, at)
    if not match or not match["noun"][:1].islower():
        return None
    words = match["noun"].split()
    if words[0].lower() in _NO_NOUN:
        return None
    if len(words) == 2 and (words[1].lower() in _NO_NOUN or not words[1].islower() or words[0] in _SINGLE):
        words = words[:1]
    return Unit(" ".join(words), "count", match.start("noun") + len(" ".join(words)))


_TO_SO_MANY = re.compile(
    r"\s?/\s?(?:10{0,2}\.?000|100)\s(?:dân|người(?:\sdân)?|trẻ(?:\sđẻ\ssống|\ssinh\s(?:ra\s)?sống|\sem)?)(?!\w)"
)
"""``3/100.000 dân``: a rate that names only what it counts to."""


def _extended(text: str, unit: Unit) -> Unit:
    """The unit with a ``/năm`` or ``mỗi năm`` behind it that the list does not have together with it."""
    more = _PER.match(text, unit.end) or _YEARLY.match(text, unit.end)
    if not more:
        return unit
    return Unit(" ".join(f"{unit.text}{text[unit.end : more.end()]}".split()), unit.kind, more.end())


def _classifier(printed: str, noun: str, start: int, end: int) -> tuple[str, int]:
    """``đồ án quy hoạch`` counts ``đồ án``, ``lượt cán bộ`` counts ``lượt``: what follows belongs to the label."""
    for short in (noun, "lượt"):
        if _key(printed).startswith(f"{short} ") and (short == noun or not noun.startswith("lượt")):
            return printed[: len(short)], start + len(short)
    return printed, end


_PERMILLE = re.compile(r"^(?:%[o0₀]|0/00)")
"""``0,3%o``, ``0,3%0``: the sign that keyboards lack."""


def unit_at(text: str, at: int, lexicon: Lexicon, *, nouns: bool = True) -> Unit | None:
    """The unit that starts at an offset (blanks before it are passed over), or None.

    A spelling of the lists wins, the longest first; then a scale word with either (``nghìn cây``); then the
    noun, unless `nouns` is false.
    """
    known = _known(lexicon)
    match = known.pattern.match(text, at)
    if match and _key(match["unit"]) in ("tỷ", "tỉ") and (scaled := _SCALE.match(text, at)):
        inner = unit_at(text, scaled.end("scale"), lexicon, nouns=False)
        match = None if inner and inner.kind in COUNTED else match  # "18 tỷ quả trứng" is no money
    if match:
        printed = _PERMILLE.sub("‰", " ".join(match["unit"].split()))
        kind, noun = known.kinds.get(_key(printed), "count"), known.nouns.get(_key(printed), "")
        end = match.end()
        if kind in COUNTED and "," not in printed:
            printed, end = _classifier(printed, noun, match.start("unit"), end)
        if kind in COUNTED and re.fullmatch(r"\w?/\w|[A-ZĐ]{2}", printed):
            printed = noun  # abbreviations: "đ/c", "DN"
        return _extended(text, Unit(printed, kind, end))
    if rate := _TO_SO_MANY.match(text, at):
        return Unit("".join(rate.group().split(" /")).strip(), "rate", rate.end())
    scale = _SCALE.match(text, at)
    if scale:
        inner = unit_at(text, scale.end("scale"), lexicon, nouns=nouns)  # the blank parts a noun from its scale
        if inner:
            return Unit(" ".join(f"{scale['scale']} {inner.text}".split()), inner.kind, inner.end)
    counted = _noun_unit(text, at) if nouns else None
    return _extended(text, counted) if counted else None


def same_unit_family(a: str | None, b: str | None) -> bool:
    """True if two printed units have the same head before ``/``."""
    return fold((a or "").split("/")[0]) == fold((b or "").split("/")[0])
