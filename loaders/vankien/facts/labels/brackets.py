"""Labels of values in brackets, from the words before the bracket."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece, without_times
from vankien.facts.clauses.marks import is_sector
from vankien.facts.clauses.phrases import BARE, clean_before, lower_first, sentence_case, tidy
from vankien.facts.cues.wording import HEAD, TRAILING
from vankien.facts.labels.changes import Label
from vankien.facts.times.periods import find_times

PREFIX = {
    "share": "Tỷ lệ",
    "area": "Diện tích",
    "length": "Chiều dài",
    "mass": "Sản lượng",
    "power": "Công suất",
    "energy": "Sản lượng",
    "volume": "Thể tích",
}
"""What a unit measures when the text does not say: ``trồng mới 25 ha chè`` is an area."""

_COUNT = re.compile(r"(?:tổng\s)?số\s(?!vốn|kinh\sphí|tiền|dư)(?=[^\W\d])", re.IGNORECASE)


_RUN_IN = re.compile(
    r"\W*(?!Về\s|Trong\s|(?:Bao\s)?[Gg]ồm(?!\w)|Đối với\s|Kết quả|Cụ thể|Công tác\s)(?P<head>[^\W\d][^:;,.()\d]{2,30}):\s"
)

MEAN_OF_TERM = re.compile(
    r"bình\squân\s(?:nửa\s|đầu\s|cả\s)?(?:nhiệm\skỳ|giai\sđoạn)(?:\sước(?:\sđạt)?)?", re.IGNORECASE
)
"""``tốc độ tăng GRDP (bình quân nửa nhiệm kỳ ước 6%)``: the bracket says over which years."""


def measured_label(label: str, kind: str, text: str) -> str:
    """The label of a value that counts nothing, under which the thing counted before it stands: what the item is about
    (``Điện gió: 07 nhà máy với 350 MW``), else the thing.

    >>> measured_label("Số nhà máy", "power", "Điện rác: 02 nhà máy với 30 MW"), measured_label("Số hồ", "area", "5 hồ (7 ha)")
    ('Công suất điện rác', 'Diện tích hồ')
    """
    if (kind in ("rank", "score") or "share" in kind) and (index := _INDEX.fullmatch(label)):
        return f"{index['rank'] or ''}Chỉ số {index['name']}"
    if _ACCIDENTS.match(text) and (hurt := _HURT.fullmatch(label)):
        return f"{label} {'do ' if hurt['who'] else ''}tai nạn giao thông"
    counted = _COUNT.match(label) if kind in PREFIX and kind != "share" else None
    if not counted:
        return label
    topic = _RUN_IN.match(text)
    topic = topic if topic and len(topic["head"].split()) <= _TOPIC_WORDS else None
    return f"{PREFIX[kind]} {lower_first(topic['head'].strip()) if topic else label[counted.end() :]}"


_INDEX = re.compile(r"(?P<rank>Xếp\shạng\s)?(?P<name>PCI|PAPI|SIPAS|PAR\s?INDEX|DTI|DDCI|PGI)", re.IGNORECASE)
"""``SIPAS đạt 85%``: the abbreviation of an index stands for the index."""
_ACCIDENTS = re.compile(r"\W*(?:tình\shình\s)?tai\snạn\sgiao\sthông\s", re.IGNORECASE)
_HURT = re.compile(r"Mức giảm số (?:vụ|(?P<who>người)\s(?:chết|bị\sthương|thương\svong))")
"""``Tai nạn giao thông giảm trên cả ba tiêu chí: số vụ giảm 38%, số người chết giảm 21%``."""
_TOPIC_WORDS = 4
_COMPARED = r"(?:(?:cao|thấp|lớn|nhiều|ít|nhanh|chậm)\shơn|so\svới|xấp\sxỉ|tương\sđương|bằng|gấp\s\d[\d,]*\slần)\s"
_OPENS_WITH = re.compile(_COMPARED, re.IGNORECASE)
_COMPARED_WITH = re.compile(
    rf"(?:^|\s){_COMPARED}(?:so\svới\s)?(?:mức\s)?(?P<what>(?:nhiệm\skỳ|giai\sđoạn|bình\squân|trung\sbình|cả\snước)[^,;()]{{0,50}})$",
    re.IGNORECASE,
)


_WIDER = re.compile(r"(?:cả\snước|toàn\squốc|khu\svực|vùng|cả\stỉnh|toàn\stỉnh)", re.IGNORECASE)
_OF_HERE = re.compile(
    r"\scủa\s(?:tỉnh|thành\sphố|huyện|thị\sxã|xã|phường|địa\sphương)(?=\s|$)(?:\s[A-ZĐ]\w*)*", re.IGNORECASE
)
"""``Tăng trưởng của tỉnh ..., cao hơn bình quân cả nước (6%)``: the second is not the province's."""


def compared_with(piece: Piece, previous: Label | None) -> Label | None:
    """``đạt 7,6%, cao hơn nhiệm kỳ trước (7,1%)``: the bracket says the same of what is compared with."""
    if piece.opener != "(" or previous is None or clean_before(piece.before) or tidy(piece.after):
        return None
    compared = _COMPARED_WITH.search(tidy(piece.owner))
    if not compared:
        return None
    mean_of_mean = compared["what"].lower().startswith(("bình quân", "trung bình"))
    return _said_of(compared["what"], previous, mean=mean_of_mean, wider=_WIDER.search(compared["what"]) is not None)


def _said_of(what: str, previous: Label, *, mean: bool, wider: bool) -> Label:
    """The label of the value before, of `what` it is compared with: without its own mean, without the place that it is of."""
    subject = previous.text.removesuffix(" bình quân") if mean else previous.text
    return replace(previous, text=f"{_OF_HERE.sub('', subject) if wider else subject} {what}")


_WIDER_MEAN = re.compile(
    r"\s*(?:so\svới\s)?(?:mức\s)?(?P<what>(?:bình\squân|trung\sbình)(?:\schung)?\s(?:của\s)?(?:cả\snước|toàn\squốc|toàn\svùng|toàn\stỉnh)|cả\snước|toàn\squốc)\s*",
    re.IGNORECASE,
)


def times_the_mean(piece: Piece, previous: Label | None, led: str) -> Label | None:
    """``tăng 13%, gấp 2,9 lần bình quân cả nước (4,5%)``: the bracket behind the multiple says the same of the nation; `led`
    are the words behind the multiple."""
    wider = _WIDER_MEAN.fullmatch(led) if piece.opener == "(" else None
    if wider is None or previous is None or tidy(piece.before) or tidy(piece.after):
        return None
    return _said_of(wider["what"], previous, mean=True, wider=True)


_START = re.compile(
    r"(?:(?:đầu|cuối)\s(?:nhiệm\skỳ|kỳ|giai\sđoạn)(?:\strước)?|(?:nhiệm\skỳ|giai\sđoạn)\strước)(?:,?\s(?:mới|chỉ|mới\schỉ))?",
    re.IGNORECASE,
)


def at_other_time(piece: Piece, before: str) -> bool:
    """``80% trường đạt chuẩn (đầu nhiệm kỳ 61%)``: the same thing at another time, which is given without a year."""
    said = before or tidy(TRAILING.sub("", piece.before))
    return piece.opener == "(" and _START.fullmatch(said) is not None


_RATE = re.compile(r"(?:T[ỷỉ]\s(?:lệ|trọng)|Mức|Tốc\sđộ)\s")


def in_a_year(piece: Piece, previous: Label) -> bool:
    """``mỗi năm giảm 3 - 4% (năm 2026: 3%; năm 2027: 3,5%)``: the same rate, year by year."""
    dated = any(t.period and t.kind in ("at", "until") for t in piece.times)
    bare = piece.before.strip() == ":" and not tidy(piece.after)
    return piece.inside and dated and bare and piece.quantity.kind == "share" and bool(_RATE.match(previous.text))


def is_compared(piece: Piece) -> bool:
    """True for a bracket behind a comparison with something else: it names no indicator (``cao hơn mức của tỉnh bạn (45%)``)."""
    return bool(_OPENS_WITH.match(piece.owner.strip()))


_EACH_YEAR = re.compile(
    r"\s(?:(?:đều|liên tục)\s)?(?:(?:tăng|giảm)\s)?(?:(?:dần|đều|nhanh|mạnh|khá)\s)?(?:(?:qua|trong|ở)\s)?(?:các|từng)\snăm$",
    re.IGNORECASE,
)


def without_each_year(text: str) -> str:
    """What is told year by year, without the words that say so.

    >>> without_each_year("Thu ngân sách tăng qua các năm"), without_each_year("Tốc độ tăng GRDP các năm")
    ('Thu ngân sách', 'Tốc độ tăng GRDP')
    """
    return _EACH_YEAR.sub("", text)


def year_by_year(piece: Piece) -> Label | None:
    """``Tốc độ tăng GRDP các năm: 2031: 5,1%; 2032: 6,4%``: behind a colon, where only a year or a span of years stands
    before the value."""
    dated = any(t.period and t.kind in ("at", "until", "span") for t in piece.times)
    if not dated or not piece.parent or not BARE.match(clean_before(piece.before)) or tidy(piece.after):
        return None
    if HEAD.search(piece.topic):
        return None  # "Cơ cấu chuyển dịch: tỷ trọng nông nghiệp từ 31% năm 2031 còn 22% năm 2035"
    head = without_each_year(clean_before(without_times(piece.parent, 0, len(piece.parent), find_times(piece.parent))))
    if not HEAD.match(head) or len(head.split()) > _HEAD_LENGTH:
        return None
    return Label(sentence_case(head), sentence_case(head), growth=bool(re.match(r"tốc\sđộ", head, re.IGNORECASE)))


_HEAD_LENGTH = 14
_COUNTS = re.compile(r"(?:tổng\s)?số\s(?:lượng\s)?\w", re.IGNORECASE)


_SAID_OF_IT = re.compile(
    r"\s(?:duy\strì|tăng(?!\strưởng\s(?:GRDP|kinh))|giảm|tiếp\stục|đã|chỉ|thì|đều|vẫn|chiếm|có|đạt|lại|cũng)(?!\w).*$",
    re.IGNORECASE,
)


_ZONE = re.compile(r"(?<!\w)(?:khu\svực|ngành)\s(?!kinh\stế\s(?:năm|trong)).*$", re.IGNORECASE | re.DOTALL)


def signed_label(piece: Piece) -> Label | None:
    """``khu vực dịch vụ duy trì tăng trưởng (+3,6%)``, ``công nghiệp giảm (-1,2%)``: a signed share is a rate of growth."""
    plus = piece.before.strip() == "+"
    if piece.quantity.kind != "share" or not (plus or piece.quantity.value < 0):
        return None
    zone = _ZONE.search(piece.owner)
    said = zone.group() if zone else clean_before(piece.owner)
    owner = _SAID_OF_IT.sub("", f" {said}").strip()
    if not owner or not (
        zone or HEAD.match(owner) or is_sector(re.sub(r"^(?:khu\svực|ngành)\s", "", owner, flags=re.IGNORECASE))
    ):
        return None
    return Label(f"Tốc độ tăng {lower_first(owner)}", sentence_case(owner), growth=True)


_CAME = re.compile(
    r"\s(?:(?:cơ\sbản|đều|dự\skiến|dự\sbáo|mới|khó|chưa|không)\s)+(?:hoàn\sthành|đạt(?:\skế\shoạch|\schỉ\stiêu|\smục\stiêu)?)$",
    re.IGNORECASE,
)
"""``chỉ tiêu tỷ lệ ... chưa hoàn thành (đạt 71%)``: what came of the target is no part of its name."""


def owner_label(piece: Piece) -> Label | None:
    """A value in a bracket behind the words that name it: ``chiếm phần lớn trong cơ cấu GRDP (trên 38%)``."""
    owner = re.sub(r"\s(?:ở|đạt)\smức\s.*$", "", clean_before(piece.owner))
    owner = re.sub(r"^tăng trưởng\s", "Tốc độ tăng trưởng ", owner, flags=re.IGNORECASE)
    owner = _CAME.sub("", without_each_year(owner))
    if not owner or re.search(r"\d", owner) or BARE.match(owner):
        return None
    if piece.quantity.counted and not _COUNTS.match(owner):
        return None
    text = owner if HEAD.match(owner) else f"{PREFIX.get(piece.quantity.kind, '')} {lower_first(owner)}".strip()
    return Label(sentence_case(text), sentence_case(text))
