"""Which province a document is about, and which unit inside it issues it: other finders complete names with it ("UBND tỉnh")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from vankien.facts.letterheads.letterhead import (
    line_to_date,
    read_letterhead,
    split_cells,
)
from vankien.facts.names.capitals import small_name
from vankien.facts.names.home import home_in_letterhead
from vankien.facts.names.persons import OFFICES
from vankien.facts.names.places import home_level
from vankien.model import Concept, Lexicon, Outline, Passage
from vankien.vietnamese import UPPER, fold, is_upper, same_tones, slug

_PROPER = rf"[{UPPER}][^\W\d_]+(?:[ ][{UPPER}][^\W\d_]+){{1,2}}"
_OF_PROVINCE = re.compile(
    rf"(?<!\w)(?:[Tt]ỉnh\ [ủỦ]y|[Tt]ỉnh|Thành\ [ủỦ]y|[Tt]hành\ phố|UBND\ tỉnh|HĐND\ tỉnh)\s+(?P<name>{_PROPER})",
    re.VERBOSE,
)
_OF_CITY = re.compile(r"[Tt]hành (?:phố|ủy)\b")


@lru_cache(maxsize=4)
def province_of(outline: Outline, lexicon: Lexicon) -> Concept | None:
    """The province that a document is about: named in its letterhead, else the one it names most often. A province
    that the list of places lacks is given as a concept without IRI. None if the text names none, nor a unit inside one, and
    for a document of the nation. Where a city, a district or a commune inside the province issues the document, the concept
    has `homeUnit` and `homeName`, too."""
    issuer = read_letterhead(tuple(split_cells(outline.letterhead)), lexicon).issuer
    if any(_OF_NATION.match(same_tones(p.text)) for p in issuer):
        return None  # dated in Hà Nội, and about all provinces
    unit, name = home_in_letterhead([p.text for p in issuer])
    province = _province(outline, lexicon, name, [n for p in issuer for n in _in_capitals(p.text)])
    if unit and name and province is None:  # a commune that leaves out its province
        return Concept("", "", "places", "", "", properties={"homeUnit": (unit,), "homeName": (name,)})
    if not unit or not province or not _lies_in(outline, unit, name, province):
        return province
    properties = {**province.properties, "homeUnit": (unit,), "homeName": (name,)}
    former = _former_district(outline) if home_level(unit) == "commune" else None
    if former:
        properties |= {"formerUnit": (former[0],), "formerName": (former[1],)}
    return replace(province, properties=properties)


_OF_NATION = re.compile(
    r"(?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH TRUNG ƯƠNG|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|ỦY BAN THƯỜNG VỤ QUỐC HỘI)\W*$"
)
_OF_DISTRICT = re.compile(
    rf"(?<!\w)(?:(?:[ĐD]ảng\ bộ|Ủy\ ban\ nhân\ dân|UBND|Hội\ đồng\ nhân\ dân|HĐND)\ (?P<unit>huyện|thị\ xã|quận)|(?P<committee>Huyện|Thị|Quận)\ ủy)\ (?P<name>{_PROPER})",
    re.VERBOSE,
)
_OF_COMMITTEE = {"Huyện": "huyện", "Thị": "thị xã", "Quận": "quận"}


def _former_district(outline: Outline) -> tuple[str, str] | None:
    """The district whose Party committee or government the document of a commune names: until July 2025 the commune lay in
    it. None if there are several."""
    found: set[tuple[str, str]] = set()
    for passage in _all_passages(outline):
        for match in _OF_DISTRICT.finditer(same_tones(passage.text)):
            found.add((match["unit"] or _OF_COMMITTEE[match["committee"]], match["name"]))
    return found.pop() if len(found) == 1 else None


def _lies_in(outline: Outline, unit: str, name: str, province: Concept) -> bool:
    """Is the unit of a letterhead a part of that province? A city may be a province of its own."""
    if unit != "thành phố":
        return fold(name) != fold(province.vi) or province.first("placeType") != unit
    own = fold(name) == fold(province.vi)
    if own and province.first("placeType") == unit:
        return False
    return not own or any(OF_A_PROVINCE.search(same_tones(p.text)) for p in _all_passages(outline))


def _province(outline: Outline, lexicon: Lexicon, home: str, named: Sequence[str]) -> Concept | None:
    """The province around, or of the same name as, the unit `home` of the letterhead. Where the issuer is of a province
    (`named`, perhaps misread), a city is none, however often the text names it: it is the capital."""
    head_lines = [p.text for p in outline.letterhead if len(p.text) < 80]
    dates = [d for d in map(line_to_date, head_lines) if d]
    known = _provinces(lexicon, dates[0] if dates else "")
    head = fold(" ".join(head_lines))
    for name, concept in known.items():
        if name in head and re.search(
            rf"\b(?:tinh|uy|thanh pho|bo)\s+{re.escape(name)}\b|\b{re.escape(name)}, ngay\b", head
        ):
            return concept
    if dated := _in_date_line(head_lines, head):
        return Concept(slug(dated), "", "places", dated, dated, properties={"level": ("province",)})
    counts: Counter[str] = Counter()
    whole = [*named, *(n for p in outline.letterhead for n in _in_capitals(p.text))]
    for passage in (*split_cells(outline.letterhead), *_body(outline)):
        same = same_tones(passage.text)
        found = (m for m in _OF_PROVINCE.finditer(same) if not _is_person(same, m, known))
        counts.update(m["name"] for m in found if not (named and _OF_CITY.match(m[0])))
        counts.update(_in_capitals(passage.text))
    merged: Counter[str] = Counter()
    for name, number in counts.items():
        merged[name if name in whole else _known_part(name, known)] += number
    if len(merged) > 1:
        merged = Counter({name: number for name, number in merged.items() if fold(name) != fold(home)})
    if not merged:
        return None
    best = max(merged, key=lambda n: (merged[n], fold(n) in known))
    return known.get(fold(best)) or Concept(slug(best), "", "places", best, best, properties={"level": ("province",)})


_OFFICE = re.compile(rf"(?:{OFFICES}|Trưởng Đoàn)(?: [^\W\d_]+){{0,2}}\s?$")


def _is_person(text: str, found: re.Match[str], known: dict[str, Concept]) -> bool:
    """Is the name behind an office that of who holds it: ``Chủ tịch UBND tỉnh Lê Văn Nam``?"""
    if _OFFICE.search(text, 0, found.start()) is None:
        return False
    words = fold(found["name"]).split()
    return not any(" ".join(words[:end]) in known for end in range(2, len(words) + 1))


_DATED = re.compile(rf"(?:^|\s)(?P<name>{_PROPER}), ngày\s")


def _in_date_line(lines: Sequence[str], head: str) -> str:
    """The place of the date line, if the folded letterhead calls it a province; empty if there is none."""
    named = (m["name"] for line in lines if (m := _DATED.search(line)))
    return next((n for n in named if re.search(rf"\btinh(?: uy)? {re.escape(fold(n))}\b", head)), "")


def _provinces(lexicon: Lexicon, day: str) -> dict[str, Concept]:
    """The provinces of the list, by folded bare name, longest first; of two with one name, the one that existed on the
    day of the document (the older one, if the day is unknown)."""
    found: dict[str, Concept] = {}
    provinces = [c for c in lexicon["places"] if c.first("level") == "province"]
    for concept in sorted(provinces, key=lambda c: c.first("validFrom")):
        begins, ends = concept.first("validFrom"), concept.first("validUntil")
        valid = begins <= day if day else not begins
        for spelling in concept.all_spellings():
            name = re.sub(r"^(?:tinh|thanh pho|tp\.?) ", "", fold(spelling))
            if name not in found or (valid and not (ends and ends < day)):
                found[name] = concept
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _known_part(name: str, known: dict[str, Concept]) -> str:
    """A name without a capital word too many ("Sơn Bình Khóa"): the longest start that the list knows."""
    words = name.split()
    for end in range(len(words), 0, -1):
        concept = known.get(fold(" ".join(words[:end])))
        if concept:
            return concept.vi
    return " ".join(words[:2])


OF_A_PROVINCE = re.compile(rf"(?<!\w)(?:[Tt]ỉnh(?: ủy)?|TỈNH(?: ỦY)?) (?=[{UPPER}])")
_UPPER_PROVINCE = re.compile(
    rf"(?<!\w)TỈNH(?: ỦY| UỶ)? (?!(?:ỦY|UỶ|VỀ|VÀ|CÓ|ĐẾN|GIAI ĐOẠN|THỜI KỲ|NĂM|TRÊN|THEO|TẠI|TRONG|TRIỂN KHAI|THỰC HIỆN|BAN HÀNH|PHÊ DUYỆT|TRÌNH|GIAO) )([{UPPER}]{{2,}} [{UPPER}]{{2,}}(?: (?!KHÓA|LẦN|NHIỆM)[{UPPER}]{{2,}}(?=\W*$|,? (?:LẦN THỨ|NHIỆM KỲ) ))?)(?!\w)"
)
"""A name of three syllables only where the line ends with it, or where its congress is counted: others go on with what
the body did."""


def _in_capitals(text: str) -> list[str]:
    """Provinces in a line that is all capitals."""
    if not is_upper(text):
        return []
    return [small_name(m.group(1)) for m in _UPPER_PROVINCE.finditer(text) if "LẦN" not in m.group(1)]


def _all_passages(outline: Outline) -> Iterator[Passage]:
    yield from outline.letterhead
    yield from _body(outline)


def _body(outline: Outline) -> Iterator[Passage]:
    """All below the letterhead."""
    for heading in outline.headings:
        yield heading.title
    for sentence in outline.sentences:
        yield sentence.passage
    yield from outline.closing
