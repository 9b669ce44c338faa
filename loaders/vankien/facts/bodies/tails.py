"""How far the name of a body goes on behind its head, where no list of names says it."""

from __future__ import annotations

import re

from vankien.facts.bodies.heads import Head, Reader
from vankien.facts.names.grammar import (
    ABBREVIATION,
    FOREIGN,
    LONG_TAILS,
    PLACE,
    PLURAL,
    STOP,
    WHOLE,
)

_TOKEN = re.compile(r"(?P<gap>[ ,–-]+)(?P<word>[\w&/]+)")
_NUMERAL = re.compile(r"[IVX]+")


def may_open(head: Head, printed: str, tail: str, acronym: re.Match[str] | None) -> bool:
    """Can these words after a noun be the name of a body?"""
    if printed.isupper() and head.name in ("Báo", "Cục", "Quỹ", "Tổ chức", "Cơ quan", "Sở"):
        return False
    if head.name in WHOLE or head.name in ("Tổ công tác", "Đoàn công tác"):
        return True
    first = tail.lstrip(" ,-–")
    if not first:
        return False
    if head.name in FOREIGN:
        return bool(acronym or re.search(r"[Tt]hế giới|[Qq]uốc tế|Liên hợp quốc", tail)) and first[0].isupper()
    if head.name in LONG_TAILS or head.kind == "military" or head.name.startswith("Trường "):
        return not re.fullmatch(r"(?:thực hiện|xây dựng) (?:Nghị quyết|Đề án|Chương trình|Quy chế)", first)
    small = re.match(r"TNHH|liên doanh|cổ phần|địa chất|y học|các tổ chức|chuyên khoa|tỉnh", first)
    return first[0].isupper() or (bool(small) and head.name not in ("Báo", "Sở"))


def tail_end(reader: Reader, head: Head, text: str, at: int) -> int:
    """Where a name in running text ends: at a stop word, a mark, a word for a place, or after a number or numeral."""
    long, small, begun = head.name in LONG_TAILS, 0, at
    whole = ABBREVIATION.match(text, at + 1) if text[at : at + 1] == " " else None
    if long and whole and not text.startswith(" và ", whole.end()):
        return whole.end()
    while match := _TOKEN.match(text, at):
        gap, word, start = match.group("gap"), match.group("word"), match.start("word")
        if (
            PLURAL.match(text, at)
            or PLACE.match(text, at)
            or ("," in gap and (not long or word[0].isupper() or "công tác" in head.name))
        ):
            break
        place = reader.places.match(text, start) if reader.places and word[0].isupper() else None
        if place and begun != at:
            return place.end()
        if word[0].isdigit():
            return match.end() if gap == " " and not text.startswith(("/", "-"), match.end()) else at
        if _NUMERAL.fullmatch(word):
            return match.end()
        small = 0 if word[0].isupper() else small + 1
        if small and (
            _stops(head, text, start, begun, at) or small > (14 if long else 6 if head.name in FOREIGN else 3)
        ):
            break
        if word == "và" and not long and not text[match.end() + 1 : match.end() + 2].isupper():
            break
        at = match.end()
        if text.startswith("Việt Nam", at - 8):
            break
    return at


_BUILDS = re.compile(r"(?:đầu tư )?xây dựng")


def _stops(head: Head, text: str, start: int, begun: int, at: int) -> bool:
    """Does the word there close the name? Some long names open with a verb, or say what they are about."""
    match = STOP.match(text, start)
    if text.startswith("và ", start):
        return bool(
            STOP.match(text, start + 3)
            or re.compile(r"(?:Sở|Ủy ban|UBND|Ban|Bộ|Công an|Hội|các) ").match(text, start + 3)
        )
    if not match:
        return False
    if head.name in LONG_TAILS:
        if re.search(r"dự án (?:đầu tư )?$", text[max(begun, start - 15) : start]) and _BUILDS.match(text, start):
            return False
        if at == begun and re.compile(r"(?:thực hiện|xây dựng) (?:Nghị quyết|Đề án|Chương trình|Quy chế)").match(
            text, start
        ):
            return False
        if match.group() == "các" or (match.group() == "về" and (at == begun or text.startswith("Quốc gia", at - 8))):
            return False
        if at == begun and re.compile(r"tổ chức (?:các|lễ|Đại hội)").match(text, start):
            return False
    return True
