"""Documents called by their number alone: ``Nghị quyết 18``, ``Chương trình 41`` for ``18-NQ/TW``, ``41-CTr/TU``.

Such a name means the one document with that genre and number whose whole code the text prints elsewhere, or the one
that a bracket behind the code gives it (``(sau đây viết tắt là Chương trình 41)``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.facts.documents.citations import Mention, mentions
from vankien.facts.letterheads.codes import find_codes
from vankien.facts.quantities.units import unit_at
from vankien.model import Lexicon, Outline
from vankien.vietnamese import fold, nfc

_SHORT = re.compile(
    r"(?<!\w)(?P<genre>nghị\squyết|kết\sluận|chỉ\sthị|chương\strình(?:\shành\sđộng)?|kế\shoạch|quyết\sđịnh|nghị\sđịnh|đề\sán)\s(?:số\s)?(?P<number>\d{1,4}[a-z]?)"
    r"(?![\w%]|\s?[-–/]\s?[A-ZĐ\d]|[.,]\d)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*\((?:sau\sđây\s)?(?:viết|gọi)\s(?:tắt\s|chung\s)?là:?\s[“\"]?(?P<name>[^()“”\"]{4,60})[”\"]?\)", re.IGNORECASE
)
_GIVES = re.compile(r"(?:viết|gọi)\s(?:tắt\s|chung\s)?là:?\s[“\"]?$", re.IGNORECASE)
_GENRE_WORDS = 2
"""``Chương trình hành động`` is called ``Chương trình 41``: the first two words name the genre."""


@dataclass(frozen=True, slots=True)
class ShortName:
    """Where a text names a document by its number alone, and the document's code."""

    start: int
    end: int
    code: str


@lru_cache(maxsize=8)
def short_names(outline: Outline, lexicon: Lexicon) -> Mapping[str, str]:
    """The codes of the cited documents by their folded short names; a number that two documents of a genre share means
    none."""
    found: dict[str, set[str]] = {}
    given: dict[str, str] = {}
    for mention in mentions(outline, lexicon):
        if not mention.code:
            continue
        number = re.match(r"\d+[a-z]?", mention.code)
        if number and mention.genre:
            found.setdefault(_key(mention.genre, number.group()), set()).add(mention.code)
        if short := _called(mention):
            given[_key(*short)] = mention.code
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1} | given


def _key(genre: str, number: str) -> str:
    return f"{' '.join(fold(genre).split()[:_GENRE_WORDS])} {number.lstrip('0')}"


def _called(mention: Mention) -> tuple[str, str] | None:
    """Genre and number of the name that a bracket gives a document; of several documents before it the first is meant."""
    text = mention.sentence.text
    before = next(iter(re.finditer(r";|[.]\s", text[mention.end :])), None)
    clause = text[mention.end : mention.end + before.start()] if before else text[mention.end :]
    aside = re.search(_ASIDE, clause)
    short = _SHORT.fullmatch(nfc(aside["name"]).strip()) if aside else None
    own = short and re.match(rf"0*{short['number'].lstrip('0')}(?!\d)", mention.code or "")
    return (short["genre"], short["number"]) if short and own else None


def shortly_named(text: str, names: Mapping[str, str], lexicon: Lexicon) -> Iterator[ShortName]:
    """The documents that a text calls by their number alone, in order; ``(Nghị quyết 18 tỷ đồng)`` is a value."""
    for match in _SHORT.finditer(text):
        code = names.get(_key(match["genre"], match["number"]))
        if (
            code
            and not _GIVES.search(text[: match.start()])
            and unit_at(text, match.end(), lexicon, nouns=False) is None
        ):
            yield ShortName(match.start(), match.end(), code)


def codes_in(text: str, names: Mapping[str, str], lexicon: Lexicon) -> tuple[ShortName, ...]:
    """The documents that a text names by their code or by their number alone, in order."""
    whole = [ShortName(c.start, c.end, c.text) for c in find_codes(text, lexicon)]
    return tuple(sorted((*whole, *shortly_named(text, names, lexicon)), key=lambda n: n.start))


_GOALS_OF = re.compile(
    r"(?:mục\stiêu|chỉ\stiêu)(?:\s(?:chủ\syếu|cụ\sthể|đề\sra|đặt\sra|của|theo|tại|trong|nêu))*\s(?:(?:nghị\squyết|kết\sluận|chỉ\sthị|chương\strình|kế\shoạch|quyết\sđịnh|đề\sán)(?:\shành\sđộng)?\s)?(?:số\s)?$",
    re.IGNORECASE,
)


def goals_of(titles: Sequence[str], names: Mapping[str, str], lexicon: Lexicon) -> str | None:
    """The document whose goals a heading or a table's title says that it goes through (``KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU
    CỦA CHƯƠNG TRÌNH 41``): its code; the innermost heading counts."""
    for title in reversed(titles):
        for named in codes_in(title, names, lexicon):
            if _GOALS_OF.search(title[: named.start]):
                return named.code
    return None
