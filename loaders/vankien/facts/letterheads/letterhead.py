"""The letterhead of a document: issuer, number, place and date, genre and title, in whatever order it was dumped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vankien.facts.letterheads.issuers import issuer_at, lookup
from vankien.facts.letterheads.parts import genre_pattern
from vankien.facts.names.capitals import small_name
from vankien.facts.names.letters import WORD
from vankien.model import Concept, Lexicon, Passage
from vankien.vietnamese import ROMAN, UPPER, fold, is_upper, nfc, same_tones

_OPENS_BODY = re.compile(r"(?:Căn cứ|Thực hiện|Quán triệt|Trên cơ sở|Sau khi|Xét|Kính gửi)\b.{60,}")
_MOTTO = re.compile(
    r"(?:dang cong san viet nam|(?:cong hoa xa hoi)?\s?(?:chu nghia viet nam)?|doc lap\s*-?\s*tu do.*|\W*)",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\W*(?:ban )?du thao(?: lan)?(?: (?:thu )?\w{1,4})?\W*")
_NUMBER_LINE = re.compile(r"\s*\*?\s*(?:Số|SỐ|số)(?! hiệu)\s*:?\s*\S*")
_NUMBER_IN_BRACKET = re.compile(r"\(\s*(?:Số|số)\s*:?\s*\d+[^\W\d]?\s?[-–/]\s?[^()]+\)")
"""``(Số 51-BC/TU, ngày 12/9/2020)`` below the title."""
_THEME = re.compile(r"(?:Chủ đề|CHỦ ĐỀ)(?:\s[^:“”]{1,40})?\s?[:“]")
_NO_ISSUER = re.compile(r"VĂN KIỆN ĐẠI HỘI(?!\w)|\d")
"""The heading of what a congress left behind, above its documents: who issues them is told below; a number in a table of
what the page knows about a document."""
_DATE_LINE = re.compile(
    r"(?:^|,)\s*[Nn]gày\s*(?P<day>\d{1,2})?\s*[.…]*\s*tháng\s*(?P<month>\d{1,2})?\s*[.…]*\s*năm\s*(?P<year>(?:19|20)\d\d)"
)


_MONTH_LINE = re.compile(
    rf"[{UPPER}]\w*(?:\s\w+){{0,4}},\s[Tt]háng\s(?P<month>\d{{1,2}})\s(?:năm\s|[-/]\s?)(?P<year>(?:19|20)\d\d)\W*"
)
"""``Sơn Bình, tháng 12 năm 2030`` on the cover of a booklet."""
_FOREWORD = re.compile(r"\W*(?:lời (?:nói đầu|giới thiệu|mở đầu|tựa)|mục lục)\W*", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\((?:tài liệu|lưu hành|dùng)\s[^()]*\)", re.IGNORECASE)
"""``(Tài liệu dùng cho sinh hoạt chi bộ)`` below a title."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The parts of a letterhead: lines of the issuer, the line of the number, of the date, of the genre; the title."""

    issuer: tuple[Passage, ...] = ()
    number: Passage | None = None
    date: Passage | None = None
    genre: Passage | None = None
    title: tuple[Passage, ...] = ()


def read_letterhead(lines: tuple[Passage, ...], lexicon: Lexicon) -> Letterhead:
    """Sort the lines of a letterhead, in whatever order its two columns were dumped."""
    issuer: list[Passage] = []
    number = date = genre = None
    title: list[Passage] = []
    for line in lines:
        text = line.text.strip()
        if genre is None and _is_genre(text, lexicon):
            genre = line
        elif date is None and len(text) < 80 and (_DATE_LINE.search(text) or _MONTH_LINE.fullmatch(text)):
            date = line
        elif genre is not None and title and _FOREWORD.fullmatch(text):
            break
        elif genre is not None and title and _FOR_WHOM.fullmatch(text):
            continue
        elif number is None and (_NUMBER_LINE.match(text) or _NUMBER_IN_BRACKET.fullmatch(text)) and len(text) < 50:
            number = line
        elif genre is not None and title and _THEME.match(text):
            break
        elif genre is None and (_MOTTO.fullmatch(fold(text)) or _DRAFT.fullmatch(fold(text))):
            continue
        elif genre is None and number is None and is_upper(text) and not _NO_ISSUER.match(text):
            issuer.append(line)
        elif genre is not None and is_upper(text) and not title and text.startswith("CỦA "):
            board = _OF_BOARD.match(same_tones(text))
            entitles = board is not None and genre.text.startswith("BÁO CÁO")
            if entitles:  # a report of the board is entitled by it, a resolution by what it is about
                title.append(line)
            if not (entitles and issuer):  # what stands above names the place, too
                issuer = [line.part(4, board.end("board") if board else len(line.text))]
        elif genre is not None and title and is_upper(text) and _decides(text, title, issuer):
            break  # the body that decides, repeated above "Căn cứ"
        elif genre is not None and _OPENS_BODY.match(text) and (title or text.endswith((".", ",", ";", ":"))):
            break
        elif genre is not None:
            title.append(line)
    return Letterhead(tuple(issuer), number, date, genre, tuple(title))


_OF_BOARD = re.compile(
    rf"CỦA (?P<board>BAN (?:CHẤP HÀNH|THƯỜNG VỤ) (?:.{{2,60}}?,?\s\(?KHÓA {ROMAN}\)?|.{{2,60}}?(?=\s(?:TRÌNH|TẠI)\s)|.{{2,60}}$))"
)
"""``CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XI TRÌNH ĐẠI HỘI ĐẠI BIỂU ...``: whose report it is, and what it is laid before."""
_GOES_ON = re.compile(rf"{_OF_BOARD.pattern.replace('(?P<board>', '(?:')}|(?:(?:TRÌNH|TẠI) )?ĐẠI HỘI ")
"""What may stand behind a genre in its line: whose it is, or the congress (``NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ XÃ NẬM SƠN``)."""
_HEAD_OF = re.compile(r"(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC),?\s")


def _decides(text: str, title: list[Passage], issuer: list[Passage]) -> bool:
    """Does a line in capitals below the title name the body that decides: one below a title in small letters, the issuer
    of the letterhead again, or who heads it?"""
    if not is_upper(title[0].text) or _HEAD_OF.match(text):
        return True
    again = fold(" ".join(p.text for p in issuer))
    return len(text.split()) > 1 and bool(again) and fold(text).startswith(again)


_CELL_END = re.compile(
    rf"""\s*(?:\||-{{3,}})\s*
        |(?<=[{UPPER}])\s+(?=Số\s?:\s?\d|Số\s\d+[A-Z]?\s?[-/])
        |(?<=\w)\s+(?=Độc\ lập|ĐẢNG\ CỘNG\ SẢN|CỘNG\ H(?:ÒA|OÀ)\ XÃ\ HỘI|(?:{WORD}\s){{1,3}}{WORD},\s*ngày)
        |$""",
    re.VERBOSE,
)
"""Where a cell of a web page's letterhead ends, or the left column of a letterhead dumped line by line."""


def split_cells(lines: Iterable[Passage]) -> Iterator[Passage]:
    """The lines of a letterhead, those that a web page prints as table rows cut into their cells."""
    for line in lines:
        at = 0
        for bar in _CELL_END.finditer(line.text):
            cell = line.part(at, bar.start())
            if cell.text:
                yield cell
            at = bar.end()


def _is_genre(text: str, lexicon: Lexicon) -> bool:
    """A line of capitals that is a genre's name: ``BÁO CÁO``, ``KẾ HOẠCH HÀNH ĐỘNG``."""
    if not is_upper(text):
        return False
    pattern, _ = genre_pattern(lexicon)
    match = pattern.match(same_tones(text))
    if match is None:
        return False
    rest = same_tones(text[after_genre(match) :]).strip()
    named = _GOES_ON.match(rest) is not None and not _NO_ISSUER.match(text)
    return named or (len(text) <= 60 and len(rest.split()) <= 3)


def after_genre(genre: re.Match[str]) -> int:
    """Where a title goes on behind its genre; the congress of ``NGHỊ QUYẾT ĐẠI HỘI`` belongs to what follows."""
    return genre.end() - len(_CONGRESS) if genre.group().upper().endswith(_CONGRESS) else genre.end()


_CONGRESS = "ĐẠI HỘI"


def line_to_genre(text: str, lexicon: Lexicon) -> str:
    """The genre that a title line or sentence opens with, as the list calls it; else the line itself, written small."""
    pattern, entries = genre_pattern(lexicon)
    match = pattern.match(same_tones(text))
    if match is None:
        return text.capitalize()
    return lookup(entries, match.group()).vi


def line_to_date(text: str) -> str | None:
    """The date of a letterhead as ISO; year and month if the day was left blank.

    >>> line_to_date("Sơn Bình, ngày 03 tháng 11 năm 2023"), line_to_date("Sơn Bình, ngày    tháng 8 năm 2025")
    ('2023-11-03', '2025-08')
    >>> line_to_date("Sơn Bình, tháng 12 năm 2030")
    '2030-12'
    """
    if booklet := _MONTH_LINE.fullmatch(nfc(text).strip()):
        return f"{booklet['year']}-{int(booklet['month']):02d}"
    match = _DATE_LINE.search(nfc(text))
    if match is None or not match["month"]:
        return match["year"] if match else None
    month = f"{match['year']}-{int(match['month']):02d}"
    return f"{month}-{int(match['day']):02d}" if match["day"] else month


_BOARD_BELOW = re.compile(
    r"(?P<of>(?:ĐẢNG BỘ|HỘI LIÊN HIỆP PHỤ NỮ|HỘI NÔNG DÂN|HỘI CỰU CHIẾN BINH|LIÊN ĐOÀN LAO ĐỘNG) (?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU) .+?) (?P<board>BAN (?:CHẤP HÀNH|THƯỜNG VỤ))"
)
"""``ĐẢNG BỘ TỈNH SƠN BÌNH`` / ``BAN CHẤP HÀNH``: the board of the organisation above it."""
_TERM_OF_BOARD = re.compile(rf",?\s\(?KHÓA (?P<number>{ROMAN})\)?$")


def capitals_to_name(text: str, province: Concept | None, lexicon: Lexicon) -> str | None:
    """A body in capitals in its usual spelling: ``ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH`` → Ủy ban nhân dân tỉnh Sơn Bình."""
    text = re.sub(r"\s[–—]\s", " - ", " ".join(re.sub(r"[*_]", " ", text).split()))
    if not text:
        return None
    same = same_tones(text)
    if board := _BOARD_BELOW.fullmatch(same):
        same = f"{board['board']} {board['of']}"
    if term := _TERM_OF_BOARD.search(same):
        name = capitals_to_name(same[: term.start()], province, lexicon)
        return f"{name} khóa {term['number']}" if name else None
    place = re.search(
        r"(?<!\w)(?:TỈNH ỦY|THÀNH ỦY|TỈNH|THÀNH PHỐ|HUYỆN ỦY|HUYỆN|THỊ XÃ|XÃ(?!\s+HỘI$)|PHƯỜNG|ĐẶC KHU)\s+(?!ỦY$|(?:VỀ|V/V|TRIỂN KHAI|THỰC HIỆN|BAN HÀNH|PHÊ DUYỆT)(?!\w))([^\d\W]+(?: (?:- )?[^\d\W]+){0,3})$",
        same,
    )
    unit_at, name_at = (place.start(), place.start(1)) if place else (len(same), len(same))
    name = small_name(same[name_at:])
    unit = same[unit_at:name_at].strip()
    for spelt in (f"{same[:name_at]}{name}", f"{same[:unit_at]}{unit.lower()} {name}".strip()):
        issuer = issuer_at(spelt, 0, province, lexicon, shaped=False)
        if issuer and issuer.end >= len(spelt):
            return issuer.name
    head = same[:unit_at].strip().capitalize()
    unit = unit.capitalize() if not head else unit.lower().replace("ủy", "ủy")
    return " ".join(p for p in (head, unit, name) if p)
