"""Text → bodies named together: ``các sở, ban, ngành tỉnh``, ``UBND các xã, phường``, ``các huyện ủy ... trực thuộc``.

The names of such groups are concepts of the list ``bodies`` that begin with "Các"; the document's province completes
them. Without a place a group is only meant where work is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vankien.facts.bodies.names import BodyMention, bodies_in
from vankien.facts.names.grammar import NAME, spell_out
from vankien.facts.names.places import home_in, home_level, place_of, with_home, with_unit
from vankien.model import Concept, Lexicon
from vankien.vietnamese import UPPER, same_tones

_UNITS = r"(?:huyện|thị\ xã|thành\ phố|quận|xã|phường|thị\ trấn|đặc\ khu)"
_LOCAL = re.compile(
    rf"""(?<!\w)(?P<body>UBND|[Ủủ]y\ ban\ nhân\ dân|HĐND|[Hh]ội\ đồng\ nhân\ dân)\ (?P<units>các\ {_UNITS}(?:(?:,\ |\ và\ ){_UNITS})*|{_UNITS}(?:(?:,\ |\ và\ ){_UNITS})+(?!\ [{UPPER}]))(?!\w)
        (?P<place>\ (?:tỉnh|thành\ phố)(?:\ {NAME})?(?!\w))?""",
    re.VERBOSE,
)
"""``UBND các huyện, thành phố``, ``UBND huyện, thành phố``, ``Ủy ban nhân dân các xã, phường tỉnh Sơn Bình``."""

_COMMITTEES = re.compile(
    r"""(?<!\w)[Cc]ác\ (?:(?:ban\ đảng|ban\ cán\ sự\ đảng|đảng\ đoàn|quận\ ủy|huyện\ ủy|thành\ ủy|thị\ ủy|đảng\ ủy|đảng\ bộ)(?:,\ |\ và\ )?)+
        \ ?trực\ thuộc\ (?P<owner>Tỉnh\ ủy|Thành\ ủy)""",
    re.VERBOSE,
)
"""``các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy``."""
_OFFICES = re.compile(
    r"(?<!\w)[Cc]ác (?:cơ quan|ban)(?: chuyên trách)?,? tham mưu(?:,? giúp việc)?(?: của| cho)? (?P<owner>Tỉnh ủy|Thành ủy)(?!\w)"
)
"""``các cơ quan tham mưu, giúp việc Tỉnh ủy``."""

_RELATED = r"(?P<related>\ (?:có\ )?liên\ quan)?(?P<place>\ (?:của\ )?(?P<unit>tỉnh|thành\ phố|huyện|thị\ xã|quận|xã|phường|đặc\ khu)(?!\w)(?:\ (?:có\ )?liên\ quan(?!\w))?)?"


_HEADED = re.compile(r"(?<=, )thủ trưởng các ", re.IGNORECASE)
"""``Giám đốc các sở, Thủ trưởng các ban, ngành``: the offices told one by one."""


@lru_cache(maxsize=8)
def _listed(lexicon: Lexicon) -> tuple[re.Pattern[str] | None, dict[str, Concept]]:
    """The groups of the list of bodies: a pattern of their spellings, and the concept of each."""
    known: dict[str, Concept] = {}
    for concept in lexicon["bodies"]:
        if concept.vi.startswith("Các "):
            for spelling in concept.all_spellings():
                if spelling.lower().startswith("các "):
                    plain = re.sub(r"\ (?:tỉnh|thành phố)$", "", same_tones(spelling).lower())
                    known.setdefault(plain, concept)
    ordered = sorted(known, key=len, reverse=True)
    if not ordered:
        return None, known
    return re.compile(rf"(?<!\w)(?P<group>(?i:{'|'.join(map(re.escape, ordered))}))(?!\w){_RELATED}"), known


@lru_cache(maxsize=8192)
def groups_in(text: str, lexicon: Lexicon, province: str, anywhere: bool) -> tuple[BodyMention, ...]:
    """The groups that a text names, in order; only those that say where they belong, unless `anywhere`."""
    even, (pattern, known) = same_tones(text), _listed(lexicon)
    out = [*_local_groups(even, province), *_committee_groups(even, province)]
    for match in pattern.finditer(even) if pattern else ():
        concept = known[match["group"].lower()]
        if anywhere or match["place"]:
            printed = spell_out(_HEADED.sub("", match["group"]) + (match["related"] or ""))
            name, level = _of_place(f"C{printed[1:]}".replace("Các Sở", "Các sở"), match["unit"] or "", province)
            kind, level = concept.first("bodyKind", "other"), level or concept.first("level", "province")
            out.append(BodyMention(match.start(), match.end(), name, kind, level))
    return tuple(sorted(out, key=lambda m: m.start))


def _of_place(name: str, unit: str, province: str) -> tuple[str, str]:
    """A group with its place, and its level where that is the unit whose document it is: groups with departments of the
    province (sở) are the province's unless the text says otherwise."""
    home = home_in(province)[0]
    if home and (unit == home or (not unit and "sở" not in name)):
        return with_home(name, province), home_level(home)
    return with_unit(name, province), ""


def _local_groups(text: str, province: str) -> Iterator[BodyMention]:
    for match in _LOCAL.finditer(text):
        council = match["body"].lower().startswith(("hđ", "hội"))
        level = (
            "commune" if re.search(r"xã|phường|thị trấn|đặc khu", match["units"].replace("thị xã", "")) else "district"
        )
        units = match["units"] if match["units"].startswith("các ") else f"các {match['units']}"
        name = f"{'Hội đồng' if council else 'Ủy ban'} nhân dân {units}"
        yield BodyMention(
            match.start(), match.end(), with_home(name, province), "council" if council else "government", level
        )


def _committee_groups(text: str, province: str) -> Iterator[BodyMention]:
    for pattern, level in ((_COMMITTEES, "district"), (_OFFICES, "province")):
        for match in pattern.finditer(text):
            owner = home_in(province)[1] if match["owner"] == "Thành ủy" else ""
            name = f"C{match.group()[1:]} {owner or place_of(province)[1]}".rstrip()
            yield BodyMention(match.start(), match.end(), name, "party", level)


def actors_in(text: str, lexicon: Lexicon, province: str) -> tuple[BodyMention, ...]:
    """The bodies and groups that a text gives work to, in order."""
    groups = groups_in(text, lexicon, province, True)
    single = (b for b in bodies_in(text, lexicon, province) if not b.plural)
    apart = [b for b in single if not any(g.start < b.end and b.start < g.end for g in groups)]
    heads = [g for g in groups if any(_LISTS.fullmatch(text, g.end, b.start) for b in apart)]
    return tuple(sorted((*(g for g in groups if g not in heads), *apart), key=lambda m: m.start))


_LISTS = re.compile(r"(?: (?:như|gồm))?\s?:\s")
"""``các sở, ngành: Tài chính, Y tế``: those that the group heads are meant."""
