"""What a clause leaves to the clause before it: the crop of an area, the object of a deed, the fields of a list; and what money
is of that stands behind ``với`` or was taken back."""

from __future__ import annotations

import re

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import lower_first, sentence_case
from vankien.facts.cues.wording import PREDICATE
from vankien.facts.labels.changes import Label

_FIELDS = re.compile(
    r"(?:^|[,;:.]\s)\s*(?P<fields>(?:các\s)?(?:lĩnh\svực|ngành|khu\svực|nhóm\sngành)\s[^,;:.()\d]{2,30}(?:,\s[^,;:.()\d]{2,30}){0,6}),\s*$",
    re.IGNORECASE,
)


def with_fields(piece: Piece, before: str) -> str:
    """``lĩnh vực nông nghiệp, thủy lợi, môi trường chiếm`` 8%: the last of a list of fields, with the others."""
    listed = _FIELDS.search(piece.topic)
    if listed is None or IS_FIELD.match(before) or PREDICATE.search(listed["fields"]):
        return before
    return f"{listed['fields']}, {before}"


IS_FIELD = re.compile(r"(?:các\s)?(?:lĩnh\svực|ngành|khu\svực|nhóm)\s", re.IGNORECASE)
_PLANTS = re.compile(r"trồng(?:\s(?:mới|thêm|tái\scanh))?|tái\scanh", re.IGNORECASE)
_CROP = re.compile(r"(?<!\w)(?P<crop>(?:cây|rừng)\s(?!trồng|con)[^\W\d]+(?:\s[^\W\d]+){0,3}),\s*$")


def planted(piece: Piece, before: str) -> Label | None:
    """``Tập trung phát triển cây quế, đã trồng`` 840 ha: the crop of the clause before."""
    crop = _CROP.search(piece.topic) if piece.quantity.kind == "area" and _PLANTS.fullmatch(before) else None
    if crop is None:
        return None
    text = (
        f"Diện tích {crop['crop']} {before.lower()}" if " " in before else f"Diện tích {before.lower()} {crop['crop']}"
    )
    return Label(text, text, crop["crop"])


_RATE_OF_DEED = re.compile(
    r"(?:tỷ|tỉ)\slệ\s(?P<deed>(?:thu\sgom|xử\slý|giải\squyết|phân\sloại|tiếp\snhận|huy\sđộng|giải\sngân|khai\sthác|cung\scấp)(?:,?\s(?:và\s)?[^\W\d]+\s[^\W\d]+)?)",
    re.IGNORECASE,
)


def of_same_deed(piece: Piece, before: str) -> str:
    """``Thu gom, xử lý nước thải có nền nếp, tỷ lệ thu gom, xử lý đạt`` 93%: the deed with what it is done to."""
    rate = _RATE_OF_DEED.fullmatch(before)
    told = rate and re.search(
        rf"(?<!\w){re.escape(rate['deed'])}(?P<what>\s[^,;:.()\d“”]+)", piece.topic, re.IGNORECASE
    )
    what = PREDICATE.split(told["what"])[0].rstrip() if rate and told else ""
    return f"{before}{what}"


_COSTING = re.compile(
    r"(?P<what>\S+\s\S+\s\S.*?)\svới\s(?P<cost>(?:tổng\s)?(?:kinh\sphí|(?:số\s)?vốn(?:\sđầu\stư)?|mức\sđầu\stư|số\stiền))",
    re.IGNORECASE,
)
_PUT_TO_USE = re.compile(
    r"(?:đưa\s)?vào\s(?:sử\sdụng|hoạt\sđộng|khai\sthác|vận\shành)|hoàn\sthành|khởi\scông", re.IGNORECASE
)
_BROUGHT_IN = re.compile(
    r"(?:thu\shút|huy\sđộng|vận\sđộng|tranh\sthủ|tiếp\snhận)\s(?:được\s)?(?:các\s|những\s)?"
    r"(?P<what>(?:nguồn\s(?:lực|vốn)|viện\strợ|vốn)\s[^,;:()]+?)\sđạt(?P<mean>\s(?:bình\squân|trung\sbình))?",
    re.IGNORECASE,
)


_TAKEN_BACK = re.compile(
    r"(?:(?:sau|qua)\s(?:khi\s)?(?:thanh|kiểm)\stra,?\s)?(?:(?:đã|đang)\s)?(?:(?P<deed>(?:kiến\snghị\s)?(?:thu\shồi|xử\sphạt|truy\sthu|xử\slý)(?:\s[^,;:()]+)?)|phát\shiện\s(?P<wrong>sai\sphạm[^,;:()]*))",
    re.IGNORECASE,
)
"""``Sau thanh tra phát hiện sai phạm`` 6 tỷ đồng, ``đã thu hồi`` 5 tỷ đồng."""


def costing(before: str, previous: Label | None) -> Label | None:
    """``123 dự án đưa vào hoạt động với vốn`` 13 tỷ đồng, ``thực hiện chính sách với kinh phí`` 3 tỷ đồng: the money of what was
    counted before, or of the deed; what was found or taken back; ``thu hút các nguồn lực viện trợ đạt bình quân`` 2 triệu USD: what was brought in."""
    if taken := _TAKEN_BACK.fullmatch(before):
        what = f"{taken['wrong']} được phát hiện" if taken["wrong"] else lower_first(taken["deed"])
        text = f"Số tiền {what}"
        return Label(text, text)
    if brought := _BROUGHT_IN.fullmatch(before):
        text = sentence_case(f"{brought['what']}{brought['mean'] or ''}")
        return Label(text, sentence_case(brought["what"]))
    cost = _COSTING.fullmatch(before)
    if cost is None:
        return None
    used = _PUT_TO_USE.fullmatch(cost["what"])
    what = (previous.thing if previous and not previous.leading else "") if used else cost["what"]
    text = sentence_case(f"{cost['cost']} {lower_first(what)}") if what else ""
    return Label(text, text, what, leading=False) if text else None


_SEIZED = re.compile(r"(?:thu|thu\sgiữ|tịch\sthu|tạm\sgiữ|bắt\sgiữ|tiêu\shủy|tiêu\shuỷ)", re.IGNORECASE)
_SEIZED_BEFORE = re.compile(r"Khối lượng .+ được (?:thu|tịch\sthu|tạm\sgiữ|bắt\sgiữ|tiêu)")
"""``thu giữ`` 186 kg heroin, 412 kg ma túy tổng hợp: no output."""


def seized_goods(piece: Piece, after: str, verb: str, previous: Label | None) -> Label | None:
    """How much of something was seized, and of the next one of the list."""
    if piece.quantity.kind != "mass" or not after:
        return None
    goes_on = previous and not verb and piece.opener in (",", "và") and _SEIZED_BEFORE.match(previous.text)
    deed = verb if _SEIZED.fullmatch(verb) else previous.verb if previous and goes_on else ""
    text = f"Khối lượng {after} được {lower_first(deed)}"
    return Label(text, text, after, leading=False, verb=deed) if deed else None
