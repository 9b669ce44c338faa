"""How texts call a congress: organisation, place, ordinal and term in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vankien.facts.names.letters import PLACE
from vankien.facts.names.places import home_of
from vankien.model import Concept
from vankien.vietnamese import ROMAN, same_tones, to_roman

_ORGANISATIONS = {
    "Đảng bộ": r"[ĐD]ảng\ bộ",
    "Đảng Cộng sản Việt Nam": r"Đảng(?:\ Cộng\ sản\ Việt\ Nam)?(?!\ (?:bộ|ủy|viên|đoàn))",
    "Mặt trận Tổ quốc Việt Nam": r"(?:Ủy\ ban\ )?(?:Mặt\ trận\ Tổ\ quốc|MTTQ)(?:\ Việt\ Nam)?",
    "Công đoàn": r"Công\ đoàn(?:\ Việt\ Nam)?",
    "Hội Nông dân": r"(?:Hội\ )?Nông\ dân(?:\ Việt\ Nam)?",
    "Hội Phụ nữ": r"(?:Hội\ )?(?:Liên\ hiệp\ )?Phụ\ nữ(?:\ Việt\ Nam)?",
    "Hội Cựu chiến binh": r"(?:Hội\ )?Cựu\ chiến\ binh(?:\ Việt\ Nam)?",
    "Hội Liên hiệp Thanh niên": r"Hội\ Liên\ hiệp\ Thanh\ niên(?:\ Việt\ Nam)?",
    "Đoàn Thanh niên": r"Đoàn(?:\ (?:TNCS|Thanh\ niên)(?:\ Cộng\ sản)?)?(?:\ Hồ\ Chí\ Minh)?",
}
"""What calls congresses: the name we give it, and how texts name it behind "Đại hội"."""

_PARTY = "Đảng Cộng sản Việt Nam"
PARTY_COMMITTEE = "Đảng bộ"
_ORG = re.compile("|".join(f"(?P<o{i}>{p})(?!\\w)" for i, p in enumerate(_ORGANISATIONS.values())), re.VERBOSE)
_ORG_NAMES = tuple(_ORGANISATIONS)
_HEAD = re.compile(r"(?<!\w)(?:[ĐD]ại hội|ĐẠI HỘI)(?!\w)")
_FILLER = re.compile(r",?\s+(?:đại biểu|toàn thể|của|đảng viên|nhiệm kỳ(?!\s*\d)|khóa)(?!\w)")
_NATIONAL = re.compile(r",?\s+toàn quốc(?!\w)")
_ORDINAL = re.compile(
    rf",?\s+(?:(?:[Ll]ần\ thứ|[Kk]ỳ)\s+(?:(?P<roman>{ROMAN})|(?P<digits>\d{{1,2}}))|(?P<bare>{ROMAN}))(?![\w%])",
    re.VERBOSE,
)
_UNIT = re.compile(
    rf"\s+(?P<unit>tỉnh|thành\ phố|huyện|xã|phường|đặc\ khu|quận|thị\ xã)(?:\s+(?P<place>{PLACE}))?(?!\w)|\s+(?P<bare>{PLACE})",
    re.VERBOSE,
)
TERM = re.compile(r",?\s*\(?[Nn]hiệm(?: kỳ)?\s+(?P<from>(?:19|20)\d\d)\s*[-–]\s*(?P<to>(?:19|20)\d\d)\)?")


@dataclass(frozen=True, slots=True)
class Called:
    """One mention of a congress in a text: organisation (empty if unsaid), ordinal, term, and where it stands."""

    org: str
    ordinal: str | None
    term: str | None
    start: int
    end: int
    more: tuple[str, ...] = ()


def congress_at(text: str, at: int, province: Concept | None) -> Called | None:
    """The congress named from "Đại hội" at that offset of a text (tones placed alike), whatever the order of its
    parts: organisation, place, ordinal, term."""
    head = _HEAD.match(text, at)
    if head is None:
        return None
    org, unit, place, ordinal, term, national, end = "", "", "", None, None, False, head.end()
    more: list[str] = []
    while True:
        if ordinal is None and (m := _ORDINAL.match(text, end)):
            ordinal = m["roman"] or m["bare"] or _from_digits(m["digits"])
        elif not org and (m := _org_match(text, end)):
            org = _ORG_NAMES[int((m.lastgroup or "o0")[1:])]
        elif (
            org
            and org != _PARTY
            and not unit
            and not national
            and (m := _UNIT.match(text, end))
            and _is_place(m, province)
        ):
            unit, place = m["unit"] or "tỉnh", m["place"] or m["bare"] or ""
        elif m := _NATIONAL.match(text, end):
            national = True
        elif term is None and (m := TERM.match(text, end)):
            term = f"{m['from']}-{m['to']}"
        elif m := _FILLER.match(text, end):
            pass
        elif org and ordinal is None and org not in (_PARTY, PARTY_COMMITTEE) and (m := _org_match(text, end, r",\s+")):
            more.append(_ORG_NAMES[int((m.lastgroup or "o0")[1:])])
        else:
            break
        end = m.end()
    name = _org_name(org, unit, place, national, province)
    return Called(name, ordinal, term, at, end, tuple(more))


def _from_digits(digits: str | None) -> str | None:
    return to_roman(int(digits)) if digits and int(digits) else None


def _org_match(text: str, at: int, lead: str = r"\s+(?:của\s+)?") -> re.Match[str] | None:
    start = re.compile(lead).match(text, at)
    return _ORG.match(text, start.end()) if start else None


def _is_place(match: re.Match[str], province: Concept | None) -> bool:
    """A bare name behind the organisation counts only if it is the province's."""
    return bool(match["unit"]) or (province is not None and match["bare"] == province.vi)


def _org_name(org: str, unit: str, place: str, national: bool, province: Concept | None) -> str:
    """The organisation's full name: with the place named, else with the document's province."""
    if not org:
        return _PARTY if national else ""
    if org == _PARTY or (national and org == PARTY_COMMITTEE):
        return _PARTY
    home, home_name = home_of(province)
    if org == PARTY_COMMITTEE and not unit and province:
        unit = home or province.first("placeType") or "tỉnh"
    if national or not unit:
        return org
    if unit == home and not place:
        return f"{org} {unit} {home_name}"
    own = province.vi if province and unit in ("tỉnh", "thành phố") else ""
    name = " ".join(map(str.capitalize, place.split())) if place.isupper() else place  # as headings print it
    return f"{org} {unit} {name or own}".strip()


_TERM_BEFORE = re.compile(r"nhiệm kỳ\s+(?P<from>(?:19|20)\d\d)\s*[-–]\s*(?P<to>(?:19|20)\d\d)\s\($")
"""``nhiệm kỳ 2010 - 2015 (Đại hội XI)``."""


def find_called(text: str, province: Concept | None) -> Iterator[Called]:
    """Every mention of a congress in a text, bare ones ("Đại hội") left out.

    A report "of the Farmers' Union ... to the congress" names the organisation before the congress.
    """
    same = same_tones(text)
    for head in _HEAD.finditer(same):
        called = congress_at(same, head.start(), province)
        if called is None:
            continue
        if not called.org and called.ordinal and (owner := _owner_before(same[: head.start()], province)):
            called = replace(called, org=owner)
        if called.ordinal and called.term is None and (term := _TERM_BEFORE.search(same, 0, head.start())):
            called = replace(called, term=f"{term['from']}-{term['to']}")
        if called.ordinal or called.term or called.org:
            yield called


_SUBMITS = re.compile(r"\s+(?:khóa\s+[XVI]+\s+)?(?:trình|tại)\s+$")


def _owner_before(text: str, province: Concept | None) -> str:
    """The organisation whose board submits something to the congress that follows."""
    matches = list(_ORG.finditer(text))
    if not matches:
        return ""
    last = matches[-1]
    org, end, unit, place = _ORG_NAMES[int((last.lastgroup or "o0")[1:])], last.end(), "", ""
    if m := _UNIT.match(text, end):
        unit, place, end = m["unit"] or "", m["place"] or m["bare"] or "", m.end()
    return _org_name(org, unit, place, False, province) if _SUBMITS.fullmatch(text, end) else ""
