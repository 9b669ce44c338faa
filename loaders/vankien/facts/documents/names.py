"""Documents that are named without a number: laws, the constitution, charters, resolutions of a congress or plenum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vankien.facts.letterheads.dates import DATE, day_to_iso
from vankien.facts.names.congresses import congress_at
from vankien.facts.names.grammar import spell_out
from vankien.model import Concept, Lexicon
from vankien.vietnamese import ROMAN, UPPER, same_tones

_CAPITAL = rf"[{UPPER}]"
_STOPS = (
    "các|những|quy(?!\\s+phạm)|định|được|có|không|đã|theo|trong|để|là|tại|của|cho|với|vào|từ|đến|chưa|số|sửa|hiện|này|nêu|thì|khi|do"
    "|còn|cũng|trên|sau|trước|ngày|năm|bổ|nhằm|như|hoặc|về|đối|bảo đảm|(?<!Nhà\\ )(?<!nhà\\ )ở|mới|đang|cùng|đó|phù|gồm|nên|bằng|giao|hết|tới|thực hiện"
)
_LAW = re.compile(
    rf"""(?<![\w“])(?P<genre>Bộ\ luật|Luật|Pháp\ lệnh)\s+
         (?P<name>{_CAPITAL}\w*
             (?:\s+(?!(?:{_STOPS})\b|và\b)\w+
               |,(?=\s+(?:chống|chữa|hiến|trưng|giáo\ dục|sử\ dụng|tiếp)\b)
               |\s+và\s+(?={_CAPITAL})(?!Luật|Nghị|Bộ|Pháp|Chính|Quốc)\w+){{0,11}}
             (?:\s+và\s+(?!Luật|Nghị|(?:{_STOPS}|văn|chính)\b)[^\W\d_]+\s+[^\W\d_]+(?=[\s.,;)]|$))?
             (?:(?<=quy\ phạm\ pháp\ luật)\s+của\s+(?:Hội\ đồng\ nhân\ dân|HĐND)(?:,|\s+và)\s+(?:Ủy\ ban\ nhân\ dân|UBND))?)
         (?:\s+(?P<year>năm\s+(?:19|20)\d\d))?""",
    re.VERBOSE,
)
"""``Luật Đất đai``, ``Luật Phòng, chống tham nhũng``, ``Luật Khoa học và công nghệ năm 2013``."""

_SMALL_LAW = re.compile(
    rf"""(?:(?<=Căn\ cứ\ )|(?<=thi\ hành\ )|(?<=điều\ của\ )|(?<=;\ ))(?P<genre>Bộ\ luật|Luật|Pháp\ lệnh)\s+
         (?P<name>(?!(?:{_STOPS})\b)(?!{_CAPITAL})[^\W\d_]+(?:,?\s+(?!ngày\b|số\b|năm\b)[^\W\d_]+){{1,14}}?)
         (?=\s+(?:ngày\s+\d|số\s+\d+/|năm\s+\d{{4}})|[;.]|\s\(|$)(?:\s+(?P<year>năm\s+(?:19|20)\d\d))?""",
    re.VERBOSE,
)
"""A law whose name begins with a small letter: only among grounds, and where its day, its number or a mark ends it."""

_AMENDING_LAW = re.compile(
    r"""(?<![\w“])(?P<genre>Bộ\ luật|Luật|Pháp\ lệnh)\s+
        (?P<name>[Ss]ửa\s+đổi(?:,\s+bổ\s+sung)?(?:\s+một\s+số\s+điều)?(?:\s+của)?\s+(?:các\s+|\d+\s+)?(?:[Bb]ộ\s+luật|[Ll]uật|[Pp]háp\s+lệnh)[^;.]{4,220}?)
        (?=,?\s+(?:ngày\s+\d|số\s+\d+/|năm\s+\d{4})|[;.]|\s\(|$)(?:\s+(?P<year>năm\s+(?:19|20)\d\d))?""",
    re.VERBOSE,
)
"""``Luật sửa đổi, bổ sung một số điều của Luật A và Luật B``: one law; A and B are only what it amends."""

_FIXED = re.compile(
    r"""(?<!\w)(?:(?P<constitution>Hiến\ pháp)(?:\s+nước\ Cộng\ hòa\ xã\ hội\ chủ\ nghĩa\ Việt\ Nam)?(?:\s+năm\s+(?:19|20)\d\d)?
        |(?P<charter>Điều\ lệ)\s+(?:Đảng(?:\ Cộng\ sản\ Việt\ Nam)?|Công\ đoàn|Đoàn|Hội\s\w+\s\w+)(?!\w)
        |(?P<platform>Cương\ lĩnh)(?:\s+(?:xây\ dựng\ đất\ nước[^;,.()]{0,70}|chính\ trị))?(?:\s+năm\s+(?:19|20)\d\d|\s+\(bổ\ sung[^)]*\))?)""",
    re.VERBOSE,
)
_FIXED_GENRES = {"constitution": "Hiến pháp", "charter": "Điều lệ", "platform": "Cương lĩnh"}
_OF_CONGRESS = re.compile(
    r"(?<!\w)(?P<genre>(?:Dự thảo\s+|dự thảo\s+)?(?:Nghị quyết|NGHỊ QUYẾT|Báo cáo chính trị|BÁO CÁO CHÍNH TRỊ))\s+(?:của\s+|trình\s+|tại\s+)?(?=Đại hội|ĐẠI HỘI)"
)
_OF_PLENUM = re.compile(
    rf"""(?<!\w)Nghị\ quyết\s+(?:Hội\ nghị\s+(?:lần\ thứ\ \w+\s+)?)?(?:Ban\ Chấp\ hành\s+)?(?:Trung\ ương(?:\ Đảng)?|TW)
         (?:\s+lần\ thứ\s+\w+|\s+\d{{1,2}})?,?\s*\(?\s*[Kk]h[óo]a\s+(?P<term>{ROMAN})\)?""",
    re.VERBOSE,
)
"""``Nghị quyết Trung ương 4 khóa XII``, ``Nghị quyết Trung ương 8 (khóa XI)``."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document without a number: its genre, its name, its issuer where that is certain, and where it stands."""

    genre: str
    name: str
    issuer: str | None
    start: int
    end: int
    date: str | None = None


def find_named(text: str, lexicon: Lexicon, province: Concept | None) -> Iterator[Named]:
    """The documents that a text names without a number, in order of their kinds."""
    same = same_tones(text)
    yield from _laws(text, same)
    for match in _FIXED.finditer(same):
        kind = match.lastgroup or ""
        name = " ".join(text[match.start() : match.end()].split())
        if kind == "platform" and name == "Cương lĩnh":
            continue
        yield Named(_FIXED_GENRES[kind], name, None, match.start(), match.end())
    for match in _OF_PLENUM.finditer(same):
        name = " ".join(text[match.start() : match.end()].split())
        yield Named(
            "Nghị quyết", name, f"Ban Chấp hành Trung ương Đảng khóa {match['term']}", match.start(), match.end()
        )
    yield from _of_congresses(same, province)


def _laws(text: str, same: str) -> Iterator[Named]:
    if "Luật" not in same and "luật" not in same and "Pháp lệnh" not in same:
        return
    amending = list(_AMENDING_LAW.finditer(same)) if "ửa đổi" in same else []
    plain = (m for m in (*_LAW.finditer(same), *_SMALL_LAW.finditer(same)) if not _inside(m, amending))
    for match in (*amending, *plain):
        end = match.end("year") if match["year"] else match.end("name")
        name = " ".join(text[match.start() : end].split()).rstrip(" ,")
        if match.re is _SMALL_LAW:
            at = len(match["genre"]) + 1
            name = f"{name[:at]}{name[at : at + 1].upper()}{name[at + 1 :]}"
        name = spell_out(name)
        if len(name.split()) > 1:
            day = DATE.match(same, end)
            date = day_to_iso(day["day"]) if day else None
            yield Named(match["genre"], name, None, match.start(), day.end() if day else end, date)


def _inside(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any(o.start() <= match.start() < o.end() for o in others)


def _of_congresses(same: str, province: Concept | None) -> Iterator[Named]:
    """Resolutions and political reports of a congress, with the congress's name in full."""
    for match in _OF_CONGRESS.finditer(same):
        called = congress_at(same, match.end(), province)
        if called is None or not called.ordinal or not called.org:
            continue
        genre = match["genre"].split(maxsplit=2)[-1] if match["genre"].lower().startswith("dự thảo") else match["genre"]
        party = called.org.startswith("Đảng Cộng sản")
        where = (
            f"Đại hội lần thứ {called.ordinal} của Đảng" if party else f"Đại hội {called.org} lần thứ {called.ordinal}"
        )
        issuer = where if genre.lower() == "nghị quyết" else None
        yield Named(genre.capitalize(), f"{genre.capitalize()} {where}", issuer, match.start(), called.end)
