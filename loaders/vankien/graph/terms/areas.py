"""What a document is about: the country, a province, a city, a commune; and the Party organisation whose congresses it
calls by their number alone (*Đại hội XIV*).

The letterhead says it: who issues a document answers for a place. The place of the date line is only where it was
signed: resolutions of the Government are signed in Hà Nội, and a commune may put its province there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vankien.facts.names.places import COMMITTEES, home_level
from vankien.graph.terms.names import exact, match_place, match_start, province_in
from vankien.model import Body, Concept, Congress, Found, Lexicon, Report, Source
from vankien.vietnamese import fold, same_tones

PARTY = "Đảng Cộng sản Việt Nam"
COUNTRY = "viet-nam"
"""The key of the country in the list of places."""
NATIONAL = re.compile(r"\b(?:của Đảng|toàn quốc|Đảng Cộng sản|đảng toàn quốc)\b")
"""What tells the congress of the whole Party from one of its organisations."""

_LETTERHEAD = 20
"""No letterhead has more lines."""
_NAME = r"(?P<name>[^\W\d_]\w*(?:[ ]+[^\W\d_]\w*)*|\d+)"
_SMALL = re.compile(
    rf"""(?<!\w)(?:(?P<committee>Huyện|Quận|Thị)\ ủy
        |(?P<kind>[Xx]ã|[Pp]hường|[Tt]hị\ trấn|[Đđ]ặc\ khu|[Hh]uyện|[Qq]uận|[Tt]hị\ xã))\ +{_NAME}""",
    re.VERBOSE,
)
_CITY = re.compile(rf"(?<!\w)(?:[Tt]hành phố|[Tt]hành ủy|TP\.?) +{_NAME}")
_PROVINCE = re.compile(rf"(?<!\w)(?i:tỉnh(?: ủy)?) +{_NAME}")
_COMMITTEES = {committee.split()[0]: unit for unit, committee in COMMITTEES.items()}
_KIND = re.compile(r"^(?:[Tt]hành phố|[Tt]ỉnh)\s+")
_CITY_TYPE = "thành phố"


@dataclass(frozen=True, slots=True)
class Area:
    """A place with the Party organisation that answers for it.

    `name`: as people read it, with its province where it is smaller (*xã Thạch Trì, tỉnh Kim Giang*); None if unknown.
    `concept`: the place in the list of places, if that has it. `level` and `province` are those of a place
    inside a province, else empty. `party`: as documents call it (*Đảng bộ xã Thạch Trì*); None if unknown. `party_key`:
    a name that no other organisation has (*Đảng bộ xã Thạch Trì, tỉnh Kim Giang*).
    """

    name: str | None = None
    concept: Concept | None = None
    level: str = ""
    province: str = ""
    party: str | None = None
    party_key: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    """What names the area of a document: its issuer and title, the date line, what stands above the title."""

    issuer: str
    title: str
    dateline: str
    above: str
    on: date | None
    lexicon: Lexicon

    def listed(self, name: str | None) -> Concept | None:
        """The place of the list with that name on the day of the document."""
        return match_place(self.lexicon, name, self.on)


def _named(report: Report, source: Source | None, on: date | None, lexicon: Lexicon) -> _Named:
    if source is None:
        return _Named("", "", "", "", on, lexicon)
    lines = report.lines[: max(source.evidence.line - 1, 0)][:_LETTERHEAD]
    above = same_tones("\n".join(line.text for line in lines))
    return _Named(same_tones(source.issuer or ""), same_tones(source.title), source.place or "", above, on, lexicon)


def _capitals(words: str) -> str:
    """The words of a name, up to the first that begins small; those of a letterhead in small letters.

    >>> _capitals("THẠCH TRÌ LẦN thứ I"), _capitals("Tam Lâm lần thứ XVIII")
    ('Thạch Trì', 'Tam Lâm')
    """
    kept: list[str] = []
    for word in words.split():
        if not (word[:1].isupper() or word.isdigit()) or word in ("Đảng", "Đại", "ĐẢNG", "ĐẠI", "LẦN"):
            break
        kept.append(word.capitalize() if word.isupper() else word)
    return " ".join(kept)


# --- the country ----------------------------------------------------------------------------------------------


def _is_national(named: _Named, found: Found) -> bool:
    issuer = named.issuer
    if not issuer or province_in([issuer]) or _SMALL.search(issuer):
        return False
    known = next((b for b in found.of(Body) if exact(b.name) == exact(issuer)), None)
    entry = None if known else match_start(named.lexicon, "bodies", issuer)
    level = known.level if known else entry.first("level") if entry else ""
    return level == "national" or NATIONAL.search(issuer) is not None


def _country(named: _Named) -> Area:
    """The country; but the province or the region that a document of a national body is about, by its title."""
    about = fold(named.title)
    regions = (c for c in named.lexicon["places"] if c.first("placeType") == "vùng")
    region = next((c for c in regions if any(fold(s) in about for s in c.all_spellings())), None)
    concept = named.listed(province_in([named.title])) or region or named.lexicon.concept("places", COUNTRY)
    return Area(concept.vi if concept else None, concept, party=PARTY, party_key=PARTY)


# --- what is smaller than a province ----------------------------------------------------------------------------


def _province_around(own: str, texts: Iterable[str]) -> str:
    """The province in which a place lies: the first that the texts name and that is not the place itself."""
    names = (_capitals(found["name"]) for text in texts for found in _PROVINCE.finditer(text))
    return next((name for name in names if name and fold(name) != fold(own)), "")


def _unit(named: _Named) -> tuple[str, str]:
    """Kind and name of the commune, district or city inside a province that issues the document; empty if none does."""
    issuer = named.issuer or named.title
    for found in _SMALL.finditer(issuer):
        if name := _capitals(found["name"]):
            return found["kind"].lower() if found["kind"] else _COMMITTEES[found["committee"]], name
    city = _CITY.search(issuer)
    name = _capitals(city["name"]) if city else ""
    listed = named.listed(name)
    province = listed is not None and listed.first("level") == "province"
    if not name or (province and _is_city(listed)):
        return "", ""
    # where the list has a province of that name, it is the city inside it
    return (_CITY_TYPE, name) if province or _province_around(name, (issuer, named.above)) else ("", "")


def _is_city(place: Concept | None) -> bool:
    return place is not None and place.first("placeType") == _CITY_TYPE


def _inside(kind: str, name: str, named: _Named) -> Area:
    around = _province_around(name if kind != _CITY_TYPE else "", (named.issuer, named.above, named.title))
    own = fold(name), fold(f"{kind} {name}")
    dateline = named.dateline if fold(named.dateline) not in own or named.listed(name) else ""
    province = around or dateline
    city = province.lower().startswith(_CITY_TYPE) or _is_city(named.listed(province))
    bare = _KIND.sub("", province)
    behind = f", {_CITY_TYPE if city else 'tỉnh'} {bare}" if bare else ""
    party = f"Đảng bộ {kind} {name}"
    return Area(f"{kind} {name}{behind}", None, home_level(kind), province, party, party + behind)


# --- a province or a city of its own ------------------------------------------------------------------------------


def _province(named: _Named, orgs: list[str]) -> Area:
    from_names = province_in([named.issuer, named.title])
    known = named.listed(from_names)
    name = (known.vi if known else "") or named.dateline or from_names or province_in(orgs)
    if not name:
        return Area(party=next((o for o in orgs if o.startswith("Đảng bộ")), None))
    concept = named.listed(name)
    city = _is_city(concept) if concept else _CITY.search(f"{name} {named.issuer or named.title}") is not None
    party = f"Đảng bộ {_CITY_TYPE if city else 'tỉnh'} {_KIND.sub('', name)}"
    return Area(name, concept, party=party, party_key=party)


def area_of(report: Report, found: Found, lexicon: Lexicon, on: date | None) -> Area:
    """What a document of that day is about, by its issuer, its letterhead, its title, its date line, and the congresses
    that it names, in this order."""
    named = _named(report, next(found.of(Source), None), on, lexicon)
    if _is_national(named, found):
        return _country(named)
    kind, name = _unit(named)
    return _inside(kind, name, named) if name else _province(named, [c.org for c in found.of(Congress)])
