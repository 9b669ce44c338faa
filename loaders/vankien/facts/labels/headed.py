"""Labels whose words name the indicator, and what a bare one of them (``sản lượng``, ``vốn đăng ký``) is of."""

from __future__ import annotations

import re

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import (
    clean_after,
    clean_before,
    lower_first,
    opening_of,
    sentence_case,
    tidy,
    topic_of,
)
from vankien.facts.cues.wording import HEAD
from vankien.facts.labels.changes import Label
from vankien.facts.labels.tails import second_deed


def headed_label(piece: Piece, before: str, after: str, previous: Label | None) -> Label:
    """A value whose words name the indicator; a bare ``tổng vốn đăng ký`` is that of the things counted before it."""
    text, words = sentence_case(before), len(before.split())
    linked = piece.opener == "với" or (
        piece.opener in (",", "có") and re.match(r"(?:với\s)?tổng\s", before, re.IGNORECASE)
    )
    if linked and words <= 3 and (deed := second_deed(piece)):
        return Label(f"{text} {deed}", f"{text} {deed}")
    if (
        words <= 6
        and linked
        and previous
        and previous.leading
        and _NEW_FIRMS.match(previous.text)
        and _OWN.match(before)
    ):
        return Label(f"{text} {lower_first(previous.text.removeprefix('Số '))}", text, previous.thing, leading=False)
    if words <= 6 and linked and previous and not previous.leading and previous.thing:
        return Label(f"{text} {_of_counted(before, previous)}", text, previous.thing, leading=False, verb=previous.verb)
    if words <= (6 if text.endswith(" tăng thêm") else 4) and (opening := opening_of(piece)):
        several = _SEVERAL.search(opening)
        text = f"{text} {'của ' if words > 4 else ''}{several.group() if several else opening}"
    elif (
        (piece.opener in (",", ")", "(", "và") or _SOLVED.fullmatch(before))
        and previous
        and not previous.leading
        and previous.thing
        and owned(before)
    ):
        text = f"{text} {previous.thing}"
    elif (mean := _MEAN_YIELD.fullmatch(text)) and (about := _about(piece, previous)):
        text = f"{mean['head']} {about} bình quân"
    elif words <= 3 and (about := _about(piece, previous)):
        text = f"{text} {about}"
    elif after and not re.search(r"(?:đạt|là|:|còn|khoảng|ước|có|lên|trên)\s*$", piece.before):
        text = f"{text} {after}"
    return Label(text, text, after)


_SPENT = re.compile(r"(?:(?:với\s)?tổng\s)?(?:kinh\sphí|số\stiền|chi\sphí)", re.IGNORECASE)
_ONE_HOUSE = re.compile(r"^(?:căn|ngôi)\s(?=nhà\s)", re.IGNORECASE)


def _of_counted(before: str, counted: Label) -> str:
    """``xóa 120 căn nhà tạm với kinh phí`` 6 tỷ đồng: the deed that is paid for; with any other sum, the things counted."""
    if not counted.verb:
        return counted.thing
    if _SPENT.fullmatch(before):
        return f"{counted.verb} {_ONE_HOUSE.sub('', counted.thing)}"
    return f"{counted.thing} được {counted.verb}"


_NEW_FIRMS = re.compile(r"Số (?:dự án|doanh nghiệp|hợp tác xã)(?!\w)")
_SEVERAL = re.compile(r"(?<!\w)(?:các|những)\s.+$")
"""``hoàn thành các dự án điện gió với tổng công suất``: of the things, whatever is done to them."""
_SOLVED = re.compile(r"tỷ\slệ\s(?:điều\stra(?:,|\svà)?\s)?(?:khám\sphá|làm\srõ)", re.IGNORECASE)
"""``xảy ra 84 vụ trộm cắp; tỷ lệ điều tra, khám phá 91%``: of the cases before."""
_OWN = re.compile(
    r"(?:quy\smô|(?:số\s)?vốn\sđăng\ský|tổng\s(?:vốn|diện\stích|mức\sđầu\stư)|diện\stích|vốn\sđiều\slệ|công\ssuất|chiều\sdài|tỷ\slệ\s(?:lấp\sđầy|kiên\scố(?:\shóa)?|hoàn\sthành|giải\sngân))$",
    re.IGNORECASE,
)
"""What belongs to the things counted before it: ``428 doanh nghiệp thành lập mới, vốn đăng ký 3.905 tỷ đồng``."""


def owned(before: str) -> bool:
    """Do the words before a value name what belongs to the things counted before it?"""
    return bool(_OWN.match(before) or _SOLVED.fullmatch(before))


_GENERAL = re.compile(
    r"""^(?:tổng\s)?(?:sản\slượng|doanh\sthu|diện\stích|giá\strị(?:\ssản\sxuất)?|tỷ\slệ|công\ssuất|chiều\sdài|số\svốn|(?:nguồn\s)?vốn
      |kinh\sphí|năng\ssuất|quy\smô|(?:tổng\s)?dư\snợ|số\stiền)(?:\sbình\squân)?$""",
    re.IGNORECASE | re.VERBOSE,
)


_GROWN = re.compile(r"Diện tích (?:gieo\s)?(?:trồng|cấy|sạ)\s(?P<crop>(?!mới)[^\W\d]+(?:\s[^\W\d]+){0,3})$")
_MEAN_YIELD = re.compile(r"(?P<head>Năng\ssuất|Sản\slượng)\s(?:bình\squân|trung\sbình)")
_YIELDED = re.compile(r"Năng suất (?P<crop>(?!lao động)[^\W\d]+(?:\s[^\W\d]+){0,3}?)(?:\s(?:bình quân|trung bình))?$")
"""``diện tích ngô 900 ha, năng suất 50 tạ/ha, sản lượng 4.500 tấn``: of the crop."""
_OF_GOALS = re.compile(r"(?:(?:các|một\ssố|những)\s)?(?:chỉ\stiêu|mục\stiêu|nhiệm\svụ|kết\squả)(?!\w)", re.IGNORECASE)
"""``Chỉ tiêu đến năm 2030: ...`` says nothing of what is measured."""


def _about(piece: Piece, previous: Label | None) -> str:
    """What a bare ``sản lượng`` or ``kinh phí`` is of: the words before the colon, the purpose behind, the thing before."""
    if not _GENERAL.match(clean_before(piece.before)):
        return ""
    grown = _GROWN.match(previous.text) or _YIELDED.match(previous.text) if previous else None
    if grown and clean_before(piece.before).startswith(("sản lượng", "năng suất")) and piece.opener in (",", "và"):
        return grown["crop"]  # "Nông nghiệp: ổn định 900 ha gieo trồng lúa, sản lượng 5 nghìn tấn"
    parent = re.sub(r"^(?:về|công tác|lĩnh vực|ngành)\s", "", tidy(piece.parent), flags=re.IGNORECASE)
    if parent and len(parent.split()) <= 6 and parent.lower() != "trong đó" and not _OF_GOALS.match(parent):
        return lower_first(parent)
    purpose = re.match(r"\s*(?:để|nhằm)\s(?P<what>[^,;(]+)", piece.after)
    if purpose:
        return clean_after(f" {purpose['what']}", counted=True)
    worth = re.fullmatch(r"giá trị(?: sản xuất)?", clean_before(piece.before), re.IGNORECASE)
    if previous and worth and piece.opener in (",", "với") and previous.text.startswith("Sản lượng "):
        return lower_first(previous.text.removeprefix("Sản lượng "))  # "sản lượng chè 9 nghìn tấn, giá trị 40 tỷ đồng"
    if previous and previous.text.startswith("Diện tích"):
        lost = "thiệt hại " if previous.text.endswith("thiệt hại") and piece.quantity.kind == "money" else ""
        return lost + (previous.thing or lower_first(previous.text[10:]))
    owner = clean_before(piece.owner)
    placed = re.match(
        r"(?:quy mô|diện tích|công suất|tổng mức đầu tư|chiều dài|(?:tổng )?dư nợ)",
        clean_before(piece.before),
        re.IGNORECASE,
    )
    return "" if previous else lower_first(owner or (topic_of(piece) if placed else ""))


_REACHED = re.compile(
    r"[\s,]*(?:(?:phấn\sđấu|tiếp\stục|cơ\sbản|ước|đạt|duy\strì|giữ(?:\svững|\sổn\sđịnh)?|ổn\sđịnh|bảo\sđảm|đảm\sbảo|còn|là|và|ở|mức)(?!\w)[\s,]*)+",
    re.IGNORECASE,
)


def reached_before_colon(piece: Piece) -> Label | None:
    """``Tỷ lệ che phủ rừng: duy trì 52%``: behind the colon stands only that it is reached or kept; what is, stands before."""
    if piece.opener or not _REACHED.fullmatch(piece.before) or tidy(piece.after):
        return None
    named = tidy(clean_before(piece.parent))
    return Label(sentence_case(named), sentence_case(named)) if HEAD.match(named) else None
