"""Text → the bodies that it names: one grammar for every finder that needs to know who is meant.

A name is a head (from the list ``bodies``, or a noun such as ``Ban Chỉ đạo``), the parts that belong to it and the
place; what the text leaves out because the province goes without saying is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.facts.bodies.contexts import is_no_body
from vankien.facts.bodies.heads import Head, Reader, head_key, read_heads
from vankien.facts.bodies.homes import committee_of, name_at_home
from vankien.facts.bodies.tails import may_open, tail_end
from vankien.facts.names.grammar import (
    FOREIGN,
    GOVERNED,
    LEVELS,
    NAME,
    PARTY_ORGANS,
    PLACE,
    PLURAL,
    SMALL_HEADS,
    spell_out,
)
from vankien.facts.names.persons import place_part
from vankien.facts.names.places import home_level
from vankien.model import Lexicon
from vankien.vietnamese import UPPER, same_tones


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in a text: where (offsets), its full name, kind and level; `plural` for ``... các cấp``, `bare`
    for a name without the place that it needs."""

    start: int
    end: int
    name: str
    kind: str
    level: str
    plural: bool = False
    bare: bool = False


_WORD = re.compile(rf"(?<![\w/-])(?:[{UPPER}]\w*|(?:{'|'.join(SMALL_HEADS)})(?=\ [{UPPER}]))")


_LETTERS = re.compile(r"\w+")


@lru_cache(maxsize=8192)
def bodies_in(text: str, lexicon: Lexicon, province: str) -> tuple[BodyMention, ...]:
    """The bodies that a text names, in order; `province` completes names that only say ``tỉnh``."""
    reader, even, out, at = read_heads(lexicon, province), same_tones(text), list[BodyMention](), 0
    for match in _WORD.finditer(even):
        if match.start() < at:
            continue
        found = _body_at(reader, even, match.start())
        if found:
            at = found.end
            out += [] if is_no_body(even, found.start, found.end, bare=found.bare) else [found]
    named = tuple(out)
    out += (s for s in _shared_heads(reader, even) if not any(b.start < s.end and s.start < b.end for b in named))
    return tuple(sorted(out, key=lambda m: m.start))


_MANY = re.compile(
    r"(?<!\w)(?:[Cc]ác|[Ll]iên) (?P<head>[Ss]ở|[Bb]ộ)(?:,? (?:ban, )?ngành)?(?: (?:có )?liên quan)?(?: (?:như|gồm))?:? "
)
_AND = re.compile(r"(?:,|;| và|, và| [-–]) ")


def _shared_heads(reader: Reader, text: str) -> Iterator[BodyMention]:
    """``các Sở: Tài chính, Nội vụ và Y tế``, ``các sở, ngành: Tài chính, Y tế``, ``liên Bộ Tài chính - Nội vụ``: several
    bodies under one head."""
    for match in _MANY.finditer(text) if reader.departments else ():
        at = match.end()
        while item := reader.departments.match(text, at) if reader.departments else None:
            head = reader.heads.get(head_key(f"{match.group('head')} {item.group()}"))
            if not head or not item.group()[0].isupper():
                break
            mention = BodyMention(item.start(), item.end(), head.name, head.kind, head.level or "province")
            yield _department(reader, mention, text) if head.name.startswith("Sở ") else mention
            gap = _AND.match(text, item.end())
            if not gap:
                break
            at = gap.end()


def _head_at(reader: Reader, text: str, start: int) -> tuple[Head, int] | None:
    word = _LETTERS.match(text, start)
    pattern = reader.patterns.get(word.group().lower()) if word else None
    match = pattern.match(text, start) if pattern else None
    if not match:
        return None
    head = reader.heads.get(head_key(match.group()))
    return (head, match.end()) if head else None


def _body_at(reader: Reader, text: str, start: int) -> BodyMention | None:
    """The body whose name starts at that offset."""
    opened = _head_at(reader, text, start)
    if not opened:
        return None
    head, end = opened
    if head.mode == "fixed" and head.name.startswith("Sở "):
        return _department(reader, BodyMention(start, end, head.name, head.kind, "province"), text)
    if head.mode == "fixed":
        return _branch(reader, head, text, start, end) or BodyMention(start, end, head.name, head.kind, head.level)
    if head.mode in ("organ", "both"):
        whole = _organ(reader, head, text, start, end)
        if whole or head.mode == "organ":
            return whole
    if head.mode == "open":
        return _open(reader, head, text, start, end)
    return _local(reader, head, text, start, end)


def _branch(reader: Reader, head: Head, text: str, start: int, end: int) -> BodyMention | None:
    """The branch of an enterprise in a province: ``VNPT Sơn Bình``."""
    if head.kind != "enterprise" or not text[start:end].isupper() or text[end : end + 1] != " ":
        return None
    name, level, stop = _place_name(reader, text, end + 1, None)
    return BodyMention(start, stop, f"{text[start:end]} {name}", head.kind, level) if level == "province" else None


def _department(reader: Reader, mention: BodyMention, text: str) -> BodyMention:
    """A department of a province, under its full name."""
    match = PLACE.match(text, mention.end)
    if match and match["type"].lower() in ("tỉnh", "thành phố"):
        return _typed_place(reader, mention, text, match)
    return replace(mention, name=f"{mention.name} {reader.unit} {reader.province}") if reader.province else mention


def _organ(reader: Reader, head: Head, text: str, start: int, end: int) -> BodyMention | None:
    """A part of the body whose name follows at once, or that the place names: ``UBKT tỉnh``."""
    if end < len(text) and text[end] == " " and end + 1 < len(text) and text[end + 1].isupper():
        parent = _body_at(reader, text, end + 1)
        if parent and parent.bare and head.kind == parent.kind == "council":
            parent = _shared_place(reader, parent, text)
        if parent and not parent.plural and not (parent.bare and head.name != "Đảng bộ"):
            kind = "party" if head.name in PARTY_ORGANS else parent.kind
            return BodyMention(start, parent.end, f"{head.name} {parent.name}", kind, parent.level)
    if head.name in ("Thường trực", "Văn phòng"):
        return None
    if head.name == "Đảng bộ" and re.match(r" (?i:khối) ", text[end:]):
        return _block(reader, text, start, end)
    whole = _local(reader, replace(head, mode="local"), text, start, end)
    return whole or (BodyMention(start, end, head.bare, head.kind, "province") if head.bare else None)


_LATER_COUNCIL = re.compile(r"[^.;]{0,90}?(?:Hội đồng nhân dân|HĐND) (?=tỉnh|thành phố)")


def _shared_place(reader: Reader, parent: BodyMention, text: str) -> BodyMention:
    """``Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân tỉnh``: the place is printed once, at the end."""
    later = _LATER_COUNCIL.match(text, parent.end)
    if not later or not reader.province:
        return parent
    return replace(parent, name=f"{parent.name} {reader.unit} {reader.province}", level="province", bare=False)


def _block(reader: Reader, text: str, start: int, end: int) -> BodyMention:
    """``Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh``: a Party organisation over the offices of a province."""
    match = re.compile(r" (?i:khối)(?: (?!tỉnh|trực)[\w&-]+){1,6}").match(text, end)
    stop = match.end() if match else end
    name = spell_out("Đảng bộ" + text[end:stop].replace(" khối", " Khối"))
    return _with_place(reader, BodyMention(start, stop, name, "party", "province"), text, stop)


def _place_name(reader: Reader, text: str, at: int, fallback: str | None) -> tuple[str, str, int]:
    """The place whose name starts there: (name, level if listed, end)."""
    match = reader.places.match(text, at) if reader.places else None
    if match and text[at].isupper():
        name, level = reader.place_names[head_key(match.group())]
        rest = fallback[len(match.group()) :].split() if fallback else []
        if level == "province" or not rest or rest[0].isupper():
            return name, level, match.end()
    if not fallback or (fallback.isupper() and len(fallback) > 2):
        return "", "", at
    return fallback, "", at + len(fallback)


_DISTRICT_NAME = re.compile(NAME)
_ACRONYM = re.compile(r" \([A-ZĐ]{2,8}\)")


def _with_place(reader: Reader, mention: BodyMention, text: str, end: int) -> BodyMention:
    """The mention with the place that follows it; ``bare`` if none does. Its abbreviation may stand between: ``Ủy ban Mặt trận
    Tổ quốc (MTTQ) Việt Nam tỉnh``."""
    aside = _ACRONYM.match(text, end)
    if aside and (PLACE.match(text, aside.end()) or text.startswith(" Việt Nam", aside.end())):
        end = aside.end()
    if PLURAL.match(text, end):
        plural = PLURAL.match(text, end)
        tail = plural.group() if plural else ""
        name = mention.name + tail.replace("2", "hai").replace("3", "ba").replace("0", "")
        return replace(mention, end=end + len(tail), name=name, plural=True)
    match = PLACE.match(text, end)
    if match:
        return _typed_place(reader, mention, text, match)
    if end < len(text) and text[end] == " ":
        direct = re.compile(r" Việt Nam(?!\w)").match(text, end)
        if direct:
            whole = mention.name if mention.name.endswith(direct.group()) else mention.name + direct.group()
            inner = _with_place(reader, replace(mention, name=whole), text, direct.end())
            return replace(inner, level="national", bare=False) if inner.bare else inner
        run = _DISTRICT_NAME.match(text, end + 1) if mention.level == "district" else None
        own = place_part(text, mention.start, run.group()) if run else None
        name, level, stop = _place_name(reader, text, end + 1, own or None)
        if (
            name
            and level == "province"
            and not re.match(r"(?:Tỉnh|Huyện|Thành|Báo|Đài|Tạp chí|Trường|Công ty|Viễn thông)", mention.name)
        ):
            unit = reader.unit if name == reader.province else "tỉnh"
            return replace(mention, end=stop, name=f"{mention.name} {unit} {name}", level=level)
        if name:
            return replace(mention, end=stop, name=f"{mention.name} {name}", level=level or mention.level)
    return replace(mention, end=end, bare=True)


def _typed_place(reader: Reader, mention: BodyMention, text: str, match: re.Match[str]) -> BodyMention:
    """The mention with ``tỉnh ...``, ``huyện ...``: the province is added where the text only says ``tỉnh``."""
    kind = match.group("type").lower()
    fallback = match.group("name")
    if fallback and fallback != reader.province:
        fallback = place_part(text, mention.start, fallback)
    level, name, end = LEVELS[kind], "", match.end("type")
    if fallback:
        name, listed, end = _place_name(reader, text, match.start("name"), fallback)
        own_city = name == reader.province and reader.unit == "tỉnh"
        level = "province" if kind == "thành phố" and listed == "province" and not own_city else level
        end = end if name else match.end("type")
    word = "thành phố" if kind.startswith("tp") else kind
    if not name and word == reader.home[0]:
        name, level = reader.home[1], home_level(word)
    if not name and word == reader.former[0]:
        name = reader.former[1]
    if not name and kind == reader.unit:
        name, level = reader.province, "province"
    if not name and kind != "tỉnh":
        return replace(mention, end=match.start(), bare=True)
    return replace(mention, end=end, name=f"{mention.name} {word} {name}".rstrip(), level=level)


_TOP = "Trung ương "
"""What the name of the top of a mass organisation has in front."""


def _local(reader: Reader, head: Head, text: str, start: int, end: int) -> BodyMention | None:
    """A body that every province or district has."""
    top = ("Tỉnh", "Thành ủy", "Thành đoàn") if reader.unit == "thành phố" else ("Tỉnh",)
    implied = (
        "province"
        if head.name.startswith(top)
        else "district"
        if re.match(r"Huyện|Thị |Quận|Thành ủy|Thành đoàn", head.name)
        else ""
    )
    mention = BodyMention(start, end, head.name, head.kind, implied or head.level or "province")
    whole = _with_place(reader, mention, text, end)
    if whole.plural:
        return (
            replace(whole, name=f"{head.bare or head.name}{whole.name[len(head.name) :]}")
            if head.kind == "court"
            else None
        )
    if whole.bare and head.kind == "council":
        whole = _shared_place(reader, whole, text)
    if not whole.bare:
        if implied == "province" and head.bare and whole.level != "province":  # the youth union of a commune
            return replace(whole, name=f"{head.bare.removeprefix(_TOP)}{whole.name[len(head.name) :]}")
        return whole
    if own := name_at_home(reader.home, head):
        return replace(whole, name=own, level=home_level(reader.home[0]), bare=False)
    if own := committee_of(reader.former, head):
        return replace(whole, name=own, level=home_level(reader.former[0]), bare=False)
    if head.bare_level == "national":
        return replace(whole, name=head.bare, level="national", bare=False)
    if (head.kind == "front" or head.name in ("Ban Chấp hành Đảng bộ", "Đoàn đại biểu Quốc hội")) and reader.province:
        return replace(whole, name=f"{head.name} {reader.unit} {reader.province}", bare=False)
    if reader.province and (
        head.whole
        or implied == "province"
        or head.name.startswith("Ban Chỉ đạo")
        or (head.kind == "mass" and not head.bare)
    ):
        link = "" if implied or head.name.endswith("Tỉnh ủy") else f"{reader.unit} "
        return replace(whole, name=f"{head.name} {link}{reader.province}", bare=False)
    if implied == "province" or head.name.endswith(" tỉnh"):
        return replace(whole, name=f"{head.name} {reader.province}".rstrip(), bare=False)
    return replace(whole, name=head.bare) if head.bare else None


_NATIONAL = re.compile(r"Việt Nam|Quốc gia|quốc gia Hồ|Trung ương|[Tt]hế giới|[Qq]uốc tế")
_NUMBERED_TEAM = re.compile(r"(?:Tổ|Đoàn) công tác (?:số )?\d+")
"""``Tổ công tác số 3``: whose it is, is told where it is named first."""
_OWNER = re.compile(rf"(?:, (?:các )?(?:Tổ|Đoàn) [\w ]{{3,20}}?)? của (?=[{UPPER}])")


def _open(reader: Reader, head: Head, text: str, start: int, end: int) -> BodyMention | None:
    """A body with a name of its own, up to the word that cannot belong to it."""
    stop = tail_end(reader, head, text, end)
    tail = text[end:stop]
    acronym = _ACRONYM.match(text, stop)
    if not may_open(head, text[start:end], tail, acronym):
        return None
    name = " ".join(spell_out(head.name + tail).split())
    if text[start:stop].isupper():
        name = spell_out(head.name) + _sentence_case(tail)
    national = bool(_NATIONAL.search(tail))
    if acronym and head.name in FOREIGN:
        name, stop = name + acronym.group(), acronym.end()
    mention = BodyMention(start, stop, name, head.kind, "national" if national else head.level)
    if head.name == "Ban Chỉ đạo" and (national or GOVERNED.search(name)):
        mention = replace(mention, kind="government")
    if head.name == "Sở":
        return _department(reader, mention, text)
    if head.name in FOREIGN:
        return mention
    whole = _with_place(reader, mention, text, stop)
    owner = _OWNER.match(text, stop) if head.name in ("Tổ công tác", "Đoàn công tác") and whole.bare else None
    parent = _body_at(reader, text, owner.end()) if owner else None
    if parent:
        return replace(mention, name=f"{name} của {parent.name}", kind=parent.kind, level=parent.level)
    if head.name in ("Tổ công tác", "Đoàn công tác") and not tail:
        return None
    if whole.bare and _NUMBERED_TEAM.fullmatch(name):
        return whole
    if whole.bare and head.name == "Ban Chỉ đạo" and not national and not name[-1].isdigit() and reader.province:
        place = reader.home if reader.home[0] else (reader.unit, reader.province)
        level = home_level(place[0]) if reader.home[0] else whole.level
        whole = replace(whole, name=f"{name} {' '.join(place)}", level=level)
    return replace(whole, bare=False)


def _sentence_case(tail: str) -> str:
    """Words in capitals as they are printed inside a sentence: ``CHUYỂN ĐỔI SỐ`` → Chuyển đổi số."""
    words = tail.strip()
    return f" {words[:1]}{words[1:].lower()}" if words else ""
