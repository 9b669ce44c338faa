"""Labels under the head of their list, and parts under the sum that they are parts of."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece, without_times
from vankien.facts.clauses.phrases import SCOPE, clean_before, lower_first, sentence_case, tidy
from vankien.facts.cues.wording import HEAD, PREDICATE
from vankien.facts.labels.changes import Label
from vankien.facts.times.periods import find_times

_GOES_ON = re.compile(
    r"^(?P<of>cơ\scấu(?:\s[^\W\d]+){0,4}?)\s(?:tiếp\stục|(?:dịch\s)?chuyển|có|được|ngày|từng|cơ\sbản)(?!\w).*$",
    re.IGNORECASE,
)
"""``Cơ cấu kinh tế tiếp tục chuyển dịch đúng hướng: ...``: what is said of the head is no part of it."""


def with_parent(label: Label, parent: str, before: str) -> Label:
    """``Cơ cấu kinh tế: dịch vụ 36%`` → ``Cơ cấu kinh tế: Dịch vụ``; ``giải ngân: vốn đầu tư 55%`` → its rate;
    ``Cán bộ xã: 89% đạt chuẩn`` → the share of the officials, also for the parts behind it (`before`: the label before).
    """
    head = clean_before(without_times(parent, 0, len(parent), find_times(parent)))
    head = _GOES_ON.sub(r"\g<of>", head)
    words = len(head.split())
    if label.text == before or not head or words > 14 or lower_first(head) in label.text.lower():
        return label
    if _JOBS.fullmatch(head) and _WORKERS.fullmatch(label.text):
        return replace(label, text=f"{label.text} {re.sub('^.*(?=việc làm)', '', lower_first(head))}")
    child = re.sub(r"^(?:Tỷ lệ|Diện tích|Sản lượng)\s", "", label.text)
    if HEAD.match(head) and not _DEED.match(parent):
        own = HEAD.match(child) and not re.match(r"(?:vốn|nguồn)", child, re.IGNORECASE)
        return label if own else replace(label, text=f"{sentence_case(head)}: {sentence_case(child)}")
    if SCOPE.match(head) and words <= 8:
        return replace(label, text=f"{label.text}: {sentence_case(head)}")
    if label.text == f"Tỷ lệ {child}" and len(child.split()) <= _KIND_LENGTH and _THING_THAT.match(head):
        return (
            replace(label, text=f"Tỷ lệ {lower_first(head)}: {sentence_case(child)}")
            if not _NO_KIND.match(child)
            else label
        )
    says = re.match(r"(?:đạt|có|được|là|đảm bảo|bảo đảm)\s", child) and words <= 9
    deed = re.match(r"(?:giải ngân|hoàn thành|thực hiện|thu hồi)(?!\w)", head, re.IGNORECASE) and words <= 4
    goes_on = words <= 6 and before.startswith(f"Tỷ lệ {lower_first(head)} ") and label.text.startswith("Tỷ lệ")
    return replace(label, text=f"Tỷ lệ {lower_first(head)} {lower_first(child)}") if says or deed or goes_on else label


_DEED = re.compile(
    r"\W*(?:nâng\scao|phát\striển|đẩy\smạnh|tập\strung|tăng\scường|mở\srộng|thúc\sđẩy|cải\sthiện|khai\sthác|phát\shuy)\s",
    re.IGNORECASE,
)
"""``Nâng cao giá trị lâm nghiệp: trồng 900 ha quế``: the head says what is done and measures nothing."""
_JOBS = re.compile(r"(?:(?:giải\squyết|tạo)\s)?việc\slàm(?:\smới)?(?:\s\S+\snăm)?", re.IGNORECASE)
_WORKERS = re.compile(r"Số (?:lượt )?(?:lao động|người) được (?:tạo|giải quyết)")
"""``Việc làm mới: mỗi năm tạo được cho 900 lao động``."""
_KIND_LENGTH = 4
_THING_THAT = re.compile(
    r"(?:trường|trạm|hộ|thôn|bản|xã|phường|người|cơ\ssở|cơ\squan|khu|cụm|chất\sthải|rác|nước|đảng\sviên|tổ\schức)\s(?:[^\W\d]+\s){0,6}?(?:đạt|được|có|dùng|sử\sdụng|hoàn\sthành)\s",
    re.IGNORECASE,
)
"""``Trường đạt chuẩn quốc gia: mầm non 85%, tiểu học 90%``: what the shares of a list are of, kind by kind."""
_BASIS = re.compile(r"\s*\((?P<basis>theo\s(?:chuẩn|tiêu\schí|giá|phương\spháp)[^()]{3,50})\)", re.IGNORECASE)


def with_basis(label: Label, piece: Piece) -> Label:
    """``còn 16,5% (theo chuẩn nghèo đa chiều)``: the bracket says what is counted."""
    basis = _BASIS.match(piece.after)
    standard = _BY_STANDARD.match(piece.topic) if _POOR.match(label.text) and not basis else None
    if standard and "chuẩn" not in label.text:
        return replace(label, text=f"{label.text} {standard['basis'].lower()}")
    return replace(label, text=f"{label.text} ({tidy(basis['basis'])})") if basis else label


_POOR = re.compile(r"Tỷ lệ hộ (?:cận )?nghèo(?!\w)")
_BY_STANDARD = re.compile(
    r"[\s,;]*(?P<basis>theo\schuẩn\s(?:nghèo\s)?(?:mới|cũ|đa\schiều|quốc\sgia))(?!\w)[^;]*,\s*$", re.IGNORECASE
)
"""``theo chuẩn mới, tỷ lệ hộ nghèo là 21%``: the words before the clause say who counts as poor."""


_NO_KIND = re.compile(rf"{HEAD.pattern}|(?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết)(?!\w)", HEAD.flags)


def share_part(label: Label, whole: Label, piece: Piece) -> Label:
    """``Tỷ lệ trường đạt chuẩn 76% (mầm non 73%, ...)``: shares in a bracket whose words name only a kind are those of
    each kind."""
    before = clean_before(piece.before)
    kind = piece.inside and piece.quantity.kind == "share" and 0 < len(before.split()) <= 4
    if (
        not kind
        or (not whole.leading and PREDICATE.match(before))
        or label.text != f"Tỷ lệ {lower_first(before)}"
        or _NO_KIND.match(before)
    ):
        return label
    return replace(label, text=f"{whole.text}: {sentence_case(before)}") if whole.text.startswith("Tỷ lệ ") else label


_ABOVE = re.compile(r"(?P<whole>(?!Cơ\scấu).+?): ")
"""``Giá trị sản xuất: dịch vụ``: of what the next part is one, too."""
_PARTED = re.compile(r"(?<!\w)(?:trong\sđó|chia\sra|(?:bao\s)?gồm)(?!\w)", re.IGNORECASE)
_SUM = re.compile(r"(?:tổng|kinh\sphí|(?:nguồn\s)?vốn)(?!\w)", re.IGNORECASE)


def whole_of(piece: Piece, whole: Label | None, previous: Label | None) -> Label | None:
    """The label whose parts a bracket lists (``Kế hoạch vốn 120 tỷ đồng (vốn trong nước: 80 tỷ đồng; ...)``)."""
    if piece.opener == "(":
        return previous
    if piece.inside:
        return whole
    money = piece.quantity.kind == "money"
    listed = _PARTED.search(f"{piece.parent} {piece.before}")
    if money and previous and whole is None and listed and (above := _ABOVE.match(previous.text)):
        return replace(previous, text=above["whole"], subject=above["whole"], growth=False)
    if money and previous and whole is None and listed and not re.match(r"T[ỷỉ]\s(?:lệ|trọng)\s", previous.text):
        return replace(previous, text=sentence_case(previous.subject), growth=False) if previous.growth else previous
    return whole if money and piece.opener in (";", ",", "và", ")") else None


def part_label(label: Label, whole: Label, piece: Piece) -> Label:
    """A part under its whole, unless the part names an indicator of its own."""
    headed = HEAD.match(label.text) and not re.match(r"(?:vốn|nguồn)", label.text, re.IGNORECASE)
    parted = _PARTED.search(f"{piece.parent} {piece.before}")
    first = re.sub(r"^Tổng (?:số )?", "", whole.text).split()[:1]
    income = any(text.lower().startswith("thu nhập ") for text in (label.text, whole.text))
    same = [w.lower() for w in first] == [label.text.split()[0].lower()] == ["thu"] and not income
    if parted and piece.quantity.kind == "money" and same:
        return replace(label, text=f"{whole.text}: {lower_first(label.text)}")
    if piece.inside and re.match(r"\s*riêng\s", piece.before) and label.text.startswith(f"{whole.subject} "):
        return replace(label, text=f"{whole.subject}:{label.text[len(whole.subject) :]}")
    own = income or re.match(r"(?:Tổng|Số|Tỷ lệ|Diện tích)\s", label.text) or (headed and not piece.inside)
    if (
        own
        or label.text == whole.subject
        or not (whole.leading or _SUM.match(whole.text))
        or whole.growth
        or label.growth
    ):
        return label
    if piece.quantity.kind in ("share", "change", "rank"):
        return label
    return replace(label, text=f"{sentence_case(re.sub('^Tổng (?:số )?', '', whole.text))}: {lower_first(label.text)}")


_MADE_UP = re.compile(r"(?P<whole>.+?)\s(?:bao\s)?gồm(?:\scó)?\s*$")
_PART = re.compile(r"(?P<whole>.+):\s(?P<noun>vốn|nguồn|ngân\ssách)\s")


def made_up(piece: Piece, previous: Label | None) -> Label | None:
    """``Vốn đầu tư gồm 24 tỷ đồng vốn nhà nước, 41 tỷ đồng vốn tư nhân``: the parts of a sum that itself is not printed."""
    part = tidy(piece.after)
    if piece.quantity.kind != "money" or not re.match(r"(?:vốn|nguồn|ngân\ssách)\s", part) or re.search(r"[,;:]", part):
        return None
    opened, listed = _MADE_UP.search(piece.before), _PART.match(previous.text) if previous else None
    whole = clean_before(opened["whole"]) if opened else ""
    if listed and not piece.before.strip(" ,và") and piece.opener in (",", "và"):
        whole = listed["whole"] if part.startswith(listed["noun"]) else ""
    text = f"{sentence_case(whole)}: {part}"
    return Label(text, text) if whole and HEAD.match(whole) else None


_OWNED = re.compile(r"\s(?P<link>của|(?:để\s)?thực\shiện)\s*$")


def of_several(piece: Piece, before: str, thing: str) -> Label | None:
    """``Tổng vốn của 03 chương trình là 80 tỷ đồng``, ``kinh phí thực hiện 03 chương trình 80 tỷ đồng``: the count of the things,
    and of what the next value is."""
    owned = _OWNED.search(piece.before)
    if not owned or not HEAD.match(before) or (owned["link"] != "của" and not _SUM.match(before)):
        return None
    return Label(f"Số {thing}", sentence_case(f"{tidy(piece.before[: owned.start()])} {owned['link']} {thing}"), thing)
