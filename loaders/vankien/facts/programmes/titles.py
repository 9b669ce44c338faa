"""Where the name of a section or of a listed item ends: at a full stop, before what explains it, where bold print ends."""

from __future__ import annotations

import re

from vankien.model import Outline, Passage
from vankien.vietnamese import UPPER

_RUN_IN = re.compile(
    r"""(?<=[a-zà-ỹ])\ (?=(?:Ban\ (?:hành|Chấp|Thường|Chỉ|Tổ)|Tập\ trung|Tiếp\ tục|Đẩy\ mạnh|Triển\ khai|Tổ\ chức|Thực\ hiện|Chú\ trọng
      |Tỉnh\ ủy|Huyện\ ủy|UBND|HĐND|Ủy\ ban|Hội\ đồng|Văn\ phòng|Sở|Công\ an|Đến|Phấn\ đấu|Hằng\ năm|Hàng\ năm|Trong|Đã|Chỉ\ đạo
      |Các\ cấp|Cấp\ ủy|Toàn\ tỉnh|Hoàn\ thành|Quan\ tâm|Xây\ dựng|Nâng\ cao|Tăng\ cường|Phát\ huy|Giai\ đoạn|Năm|Kết\ quả)\ )""",
    re.VERBOSE,
)
"""Where running text was printed on after a title without a mark: ``... đầu tư kinh doanh | Ban hành Nghị quyết``."""


NAMES_ITSELF = re.compile(r"(?:Chương trình|Đề án)\s(?!hành động)\w")
"""What stands behind the colon of such a title says what the programme is to reach."""


_RESTS_ON = re.compile(
    r",?\s(?=(?:theo|kế\sthừa|thay\sthế|(?:trọng\stâm\slà|nhất\slà|gắn\svới|trên\scơ\ssở|phối\shợp)\s(?:triển\skhai\s|tổ\schức\s)?thực\shiện)\s(?:có\shiệu\squả\s|hiệu\squả\s|tốt\s)?(?:tinh\sthần\s)?"
    r"(?:Nghị\squyết|Quyết\sđịnh|Kết\sluận|Chỉ\sthị|Luật\s[^;.:\d]{4,80}?)\ssố\s)"
)
"""``Đột phá về chuyển đổi số theo Nghị quyết số 57-NQ/TW``, ``..., trọng tâm là thực hiện Nghị quyết số ...``: the
document is no part of the name."""


_BY_WHOM = re.compile(
    r"\s\((?=[^()]{0,200}(?<!\w)(?:chủ trì|phối hợp|thực hiện|đầu mối|tham mưu)(?!\w))", re.IGNORECASE
)
"""``Phát triển hạ tầng số (Sở Khoa học và Công nghệ chủ trì)``: who is to do it is no part of the name."""


def _without_bracket(passage: Passage) -> Passage:
    """A title up to the bracket that says who is to do it."""
    by_whom = _BY_WHOM.search(passage.text, 13)
    return passage.part(0, by_whom.start()) if by_whom else passage


_GOAL_BEHIND = re.compile(r"(?:;|,\s?(?=trong đó|đưa\s|phấn đấu\s))\s?(?=[^;.]*(?<!\d)(?!20\d\d(?!\d))\d)")
"""``Đột phá về thể chế; đến năm 2028, tỉnh thuộc nhóm 10 ...``, ``Đầu tư hạ tầng, trong đó cứng hóa 70% đường xã``: what
is to be reached is no part of the name."""


def first_sentence(passage: Passage) -> Passage:
    """A title or item without what explains it: its first sentence, without the closing mark."""
    passage = _without_bracket(passage)
    text = passage.text
    match = re.search(rf"[.:](?=\s+[{UPPER}“])|\.(?=\s+\d)", text)
    if NAMES_ITSELF.match(text):
        match = re.search(rf"\.(?=\s+[{UPPER}“\d])|:(?=\s)", text)
    elif deeds := (_BREAKTHROUGH if _BREAKTHROUGH.match(text) else _DEEDS).match(
        text, 0, match.start() if match else len(text)
    ):
        rests = _RESTS_ON.search(deeds["name"], 13)
        return passage.part(0, rests.start() if rests else deeds.end("name"))
    end = match.start() if match and match.start() > 12 else len(text)
    goal = _GOAL_BEHIND.search(text, 13, end)
    end = goal.start() if goal else end
    rests = _RESTS_ON.search(text[:end])
    end = rests.start() if rests and rests.start() > 12 else end
    glued = _RUN_IN.search(text[:end])
    end = glued.start() if glued and glued.start() > 12 else end
    return passage.part(0, len(_HANGING.sub("", text[:end].rstrip(" .;:,"))))


_HANGING = re.compile(r",?\s(?:do|giao(?:\scho)?|của)$")
"""``Chương trình chuyển đổi số do | Sở Khoa học chủ trì``: what leads to the body in charge is no part of the name."""
_DOCUMENT = re.compile(
    r"(?:(?:xây dựng|ban hành|thực hiện|triển khai|tiếp tục|rà soát|tổng kết|sơ kết|nghiên cứu|sửa đổi|bổ sung|hoàn thiện|tham mưu)(?:, | và | ))*"
    r"(?=(?:Nghị quyết|Kết luận|Chỉ thị|Đề án|Chương trình) )",
    re.IGNORECASE,
)
"""``Xây dựng Nghị quyết về phát triển du lịch``: what is done with a document of the list is no part of its name."""


def document_title(passage: Passage) -> Passage | None:
    """The name of a resolution, conclusion or scheme that an item of a list of programmes chooses, without what is to be
    done with it; None for an item that names no document so."""
    deed = _DOCUMENT.match(passage.text)
    if deed is None:
        return None
    named = _without_bracket(passage.part(deed.end(), len(passage.text)))
    if NAMES_ITSELF.match(named.text) and not named.text.startswith("Đề án"):
        return first_sentence(named)
    end = re.search(rf"(?:\.|:)(?=\s+[{UPPER}])|[.;:]?\s*$", named.text)
    return named.part(0, end.start() if end else len(named.text))


_DEEDS = re.compile(
    r"(?P<name>[^:;.]{16,200}):\s(?=(?:đưa|hoàn\sthành|xây\sdựng|phấn\sđấu|tập\strung|triển\skhai|thực\shiện|đẩy\smạnh|ưu\stiên|cắt\sgiảm|rút\sngắn|thu\shút|nâng|giảm|tăng|mỗi\snăm|hằng\snăm|hàng\snăm|đến\snăm|mở\srộng)(?![\wà-ỹ])|\d|[a-zà-ỹđ][^:;.]{0,60}\s\d)"
)
"""``Phát triển hạ tầng số: đưa vào sử dụng 2 trung tâm``: behind the colon stands what is to be done, no part of the name."""

_BREAKTHROUGH = re.compile(r"(?P<name>[Đđ]ột phá (?:về|trong) [^:;.]{6,200}):\s")
"""``đột phá về nhân lực: cả nhiệm kỳ đào tạo 900 người``: such a name ends at its colon, whatever stands behind it."""

_BOLD = "**"


def printed_name(outline: Outline, passage: Passage) -> Passage:
    """A title or item as far as Markdown prints it bold, if it does from its first word on (``**Làm đường liên xã**,
    nhất là ...``): what follows explains the name. Any other passage stays."""
    lines = outline.report.lines
    line = lines[passage.first_line - 1] if passage.first_line <= len(lines) else None
    if line is None or not line.text[: passage.position_at(0) - line.start].count(_BOLD) % 2:
        return passage
    at = passage.position_at(0) - line.start
    for number in range(passage.first_line, passage.last_line + 1):
        close = lines[number - 1].text.find(_BOLD, at)
        if close >= 0:
            end = lines[number - 1].start + close
            bold = passage.part(0, len(passage.text[: passage.offset_at(end)].rstrip(" .;:,")))
            return bold if len(bold.text.split()) >= _WORDS_OF_NAME else passage
        at = 0
    return passage


_WORDS_OF_NAME = 4

ORDINAL_ITEM = re.compile(
    r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy) là[,:]? |(?:Thứ|(?:Khâu |Nhiệm vụ )?[Đđ]ột phá thứ) (?:nhất|hai|ba|tư|năm|sáu)\s*[,:] "
    r"|(?:Khâu |Nhiệm vụ )?[Đđ]ột phá (?:số )?(?:\d|[IVX]{1,4})\s?[.,:–-] ?|Chương trình (?:số )?\d{1,2}\s?[.:–-] (?=[A-ZĐ])"
)
"""``Một là, ...``, ``Thứ hai: ...``, ``Khâu đột phá thứ nhất: ...``, ``Đột phá 1. ...``: the number of an item."""
