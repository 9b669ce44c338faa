"""The label of a value: what is measured, built from the words before and behind it and from the value before it."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import (
    BARE,
    COPULA,
    clean_after,
    clean_before,
    lower_first,
    sentence_case,
    tidy,
    topic_of,
    verb_phrase,
)
from vankien.facts.cues.wording import HEAD, PREDICATE
from vankien.facts.labels.brackets import (
    MEAN_OF_TERM,
    PREFIX,
    at_other_time,
    in_a_year,
    is_compared,
    owner_label,
    signed_label,
)
from vankien.facts.labels.changes import (
    Label,
    change_label,
    growth_alone,
    level_before,
    level_of_change,
    of_accident,
    of_criteria,
)
from vankien.facts.labels.counts import counted
from vankien.facts.labels.grdp import contribution, share_of_grdp
from vankien.facts.labels.growth_told import (
    at_a_rate,
    grew_well,
    level_left,
    level_reached,
    mean_of_done,
    summed_up,
    total_raised,
)
from vankien.facts.labels.headed import headed_label, owned
from vankien.facts.labels.inherited import inherited_label
from vankien.facts.labels.lists import of_other_place, of_zone
from vankien.facts.labels.neighbours import IS_FIELD, costing, of_same_deed, planted, seized_goods, with_fields
from vankien.facts.labels.parts import is_result_of
from vankien.facts.labels.ranks import ranked
from vankien.facts.labels.rates import rate_label
from vankien.facts.labels.shares import (
    share_of_all,
    share_within,
    told_share,
)
from vankien.facts.labels.shares_left import rate_of_counted, share_met, share_of_spending, some_of_these
from vankien.facts.labels.sizes import project_size, put_to_use, work_done
from vankien.facts.labels.tails import of_state, share_of_plan
from vankien.facts.labels.topics import kind_of, worth
from vankien.facts.labels.wholes import made_up
from vankien.vietnamese import UPPER, is_upper


def piece_to_label(piece: Piece, previous: Label | None) -> Label | None:
    """The label of a piece, or None where nothing says what is measured; `previous` is the label of the value before."""
    if previous and is_result_of(piece, previous):
        return previous
    if part := made_up(piece, previous) or total_raised(piece, previous):
        return part
    if level := level_left(piece, previous) or level_reached(piece, previous) or mean_of_done(piece, previous):
        return level
    if told := project_size(piece, previous) or work_done(piece, previous) or kind_of(piece, previous):
        return told
    piece = at_a_rate(piece)
    before, after = clean_before(piece.before), clean_after(piece.after, piece.quantity.counted)
    if previous and not after and _LAST_YEAR.fullmatch(before):
        return level_of_change(previous) if previous.growth and piece.quantity.kind == "money" else previous
    if previous and not after and (at_other_time(piece, before) or in_a_year(piece, previous)):
        return previous
    if previous and not before and piece.opener in (",", "và") and (within := _in_another_year(piece, after, previous)):
        return within
    if previous and previous.growth and piece.opener == "(" and not after and _LEFT.fullmatch(piece.before):
        return level_of_change(previous)
    if piece.opener == "(" and not after and (not before or MEAN_OF_TERM.fullmatch(before)):
        if is_compared(piece):
            return None
        if grown := signed_label(piece):
            return grown
        if owned := owner_label(piece):
            return owned
    if previous and not before and piece.opener in (",", "và") and (zoned := of_zone(piece.after, previous)):
        return zoned
    if previous and previous.growth and not before and (piece.quantity.moving or piece.quantity.origin is not None):
        return level_of_change(previous)
    if previous and (other := of_other_place(piece.before, previous) or level_before(piece, previous)):
        return other
    if made := share_of_all(piece, previous) or share_of_plan(piece) or of_state(piece, previous):
        return made
    if given := of_criteria(piece, after) or contribution(piece, before, previous) or worth(piece, previous):
        return given
    part = told_share(piece, before, after, previous) or rate_label(piece, before)
    if part:
        return part
    if previous and not after and _ALL_YEAR.fullmatch(before):
        return previous
    bare = BARE.match(before) and not after and not piece.quantity.counted
    if bare and before and previous and piece.quantity.kind not in ("share", "change", "rank"):
        return Label(f"{previous.subject} bình quân", previous.subject, previous.thing)
    if bare and (
        previous is None or summed_up(piece) or (piece.opener == ";" and before and _IS_GROWING.match(piece.topic))
    ):
        return _from_topic(piece)
    return change_label(piece, after, previous) or _plain(piece, before, after, previous)


_ALL_YEAR = re.compile(r"(?:thực\shiện\s)?cả\snăm", re.IGNORECASE)
"""``10 tháng đạt 84 tỷ đồng, ước cả năm`` 97 tỷ đồng."""
_LEFT = re.compile(r"[\s,(]*(?:(?:để|phấn\sđấu)\s)?(?:giảm\s|tăng\s)?(?:còn|đạt|lên|xuống)\s*", re.IGNORECASE)
"""``giảm 3% trở lên (còn 7%)``, ``tăng 4% (để đạt 84%)``: the level that the change reaches."""
_WITHIN = re.compile(r"(?:trong|trên|so\svới)\s(?:tổng\s)?(?:GRDP|GDP|số|giá\strị|thu|chi|vốn|kim\sngạch)(?!\w)")


def _in_another_year(piece: Piece, after: str, previous: Label) -> Label | None:
    """``đóng góp 25% đến năm 2025, 40% đến năm 2030 trong GRDP``: the whole of both shares stands behind the second."""
    dated = any(t.period and t.kind in ("at", "until") for t in piece.times)
    if not dated or piece.quantity.kind != "share" or not _WITHIN.match(after):
        return None
    return replace(previous, text=f"{previous.text} {after}")


_LAST_YEAR = re.compile(r"(?:(?:riêng\s)?năm\s)?cuối\s(?:nhiệm\skỳ|kỳ|giai\sđoạn)", re.IGNORECASE)
"""``thu ngân sách tăng 10%/năm, năm cuối nhiệm kỳ vượt`` 900 tỷ đồng: the level of what grows."""


_IS_GROWING = re.compile(
    r"\W*(?!(?:tỷ|tỉ)\s(?:lệ|trọng)|tốc\sđộ|mức|cơ\scấu|chỉ\ssố)(?:[^\W\d]+[\s,]+(?:-\s)?){1,6}?(?:tiếp\stục\s|duy\strì\s)*"
    r"tăng\strưởng\s(?:khá|cao|nhanh|mạnh|tốt|ổn\sđịnh|liên\stục|ấn\stượng|vượt\sbậc|tốc\sđộ)(?!\w)[^;:.]*$",
    re.IGNORECASE,
)
"""``Nông nghiệp tăng trưởng khá, bình quân`` 4%: of how much, not which share."""
_GROWS_AGAIN = re.compile(
    r"[\s,(]*(?:bình\squân\s)?(?:ước\s|đã\s)?(?P<how>tăng|giảm)(?:\strưởng)?(?:\sbình\squân)?\s*", re.IGNORECASE
)
"""``Giá trị sản xuất công nghiệp tăng cao (tăng 14%)``: the verb again, before how much."""


def _from_topic(piece: Piece) -> Label | None:
    """A value whose clause names nothing: the subject of the sentence, as a change if the unit is one."""
    if well := grew_well(piece):
        return well
    subject = topic_of(piece)
    if not subject:
        return growth_alone(piece)
    average = " bình quân" if re.search(r"bình quân", piece.before, re.IGNORECASE) else ""
    subject = re.sub(r"\s(?:(?:hằng|hàng|các)\snăm|duy\strì)$", "", subject) if average else subject
    if piece.quantity.kind == "share" and (grows := _GROWS_AGAIN.fullmatch(piece.before)):
        kind = "Mức giảm" if grows["how"].lower() == "giảm" else "Tốc độ tăng"
        return Label(f"{kind} {lower_first(subject)}{average}", sentence_case(subject), growth=True)
    of_product = piece.quantity.kind == "share" and (_PRODUCT.fullmatch(subject) or _IS_GROWING.match(piece.topic))
    if piece.quantity.kind == "change" or of_product or growth_alone(piece):
        return Label(f"Tốc độ tăng trưởng {lower_first(subject)}{average}", sentence_case(subject), growth=True)
    prefix = "" if HEAD.match(subject) else PREFIX.get(piece.quantity.kind, "")
    text = sentence_case(f"{prefix} {lower_first(subject)}".strip() + average)
    return Label(text, text, subject)


def _plain(piece: Piece, before: str, after: str, previous: Label | None) -> Label | None:
    """The label of a value that is no change."""
    kind = piece.quantity.kind
    if kind == "rank":
        return ranked(piece, before, after, previous)
    if piece.quantity.counted:
        return counted(piece, after, previous)
    used = put_to_use(piece, previous)
    if used or not (before or after):
        return used or (inherited_label(before, previous, piece) if previous else None)
    if part := share_within(piece, before, after, previous):
        return part
    if kind == "money" and not after and (raised := _RAISED_ALONE.fullmatch(before)):
        text = tidy(f"{'Vốn' if raised['deed'].lower() == 'huy động' else 'Số tiền'} {lower_first(before)}")
        return Label(text, text, text)
    grown = piece.quantity.yearly and _YEARLY_SUM.match(before)
    if (
        kind in ("share", "change")
        and not after
        and (grown or (_PRODUCT.fullmatch(before) and _REACHED.search(piece.before)))
    ):
        return Label(f"Tốc độ tăng {lower_first(before)}", sentence_case(before), growth=True)
    # another field, of the same whole
    field = after and IS_FIELD.match(before) and piece.before.rstrip().endswith("chiếm")
    if previous and not field and (not after or re.search(r"(?:đạt|còn|chiếm)\s*$", piece.before)):
        inherited = inherited_label(before, previous, piece)
        if inherited:
            return inherited
    return _share(piece, before, after, previous) if kind == "share" else _measured(piece, before, after, previous)


_PRODUCT = re.compile(
    r"(?:GR?DP|tổng\ssản\sphẩm(?:\s(?:trên\sđịa\sbàn|trong\stỉnh|của\stỉnh))*(?:\s\(GR?DP\))?)(?:\sbình\squân(?:\s(?:đầu\sngười|5\snăm|năm\snăm|hằng\snăm|hàng\snăm|mỗi\snăm))*)?",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?:đạt|ở\smức|là|bình\squân)\s*$")
"""``GRDP ước đạt 8,2%``: of a sum, a per cent that nothing is said to be a share of is growth."""
_YEARLY_SUM = re.compile(r"(?:tổng\s(?!thể)|GR?DP|kim\sngạch|thu\snhập)", re.IGNORECASE)
"""A sum in per cent a year is its growth: ``GRDP ước đạt 5,4%/năm``."""


def _makes_up(piece: Piece, before: str, after: str) -> Label:
    """``số xã đạt chuẩn chiếm 61% tổng số xã``, ``dịch vụ chiếm 40% GRDP``: the share that one thing is of another."""
    if (both := _NUMBER_OF.match(before)) and _NUMBER_OF.match(after):
        text = f"Tỷ lệ {before[both.end() :]}"
    else:
        text = f"Tỷ trọng {lower_first(with_fields(piece, before))} trong {re.sub('^(?:trong|của) ', '', after)}"
    return Label(text, text)


def _share_of_named(piece: Piece, before: str) -> Label | None:
    """The share of what is named before it: ``vốn FDI chiếm 15%``; as growth where it grows; none where it can only be of a plan."""
    named = (HEAD.match(before) and not _AMOUNT.match(before)) or is_upper(before)
    if not named and piece.quantity.value > 100 and not _grows(piece, before):
        return None  # "dạy nghề cho lao động nông thôn đạt 129%": of a plan, no rate
    if named and not piece.parent and _FUNDS.match(before) and _TAKES_UP.search(piece.before):
        text = f"Tỷ trọng {lower_first(before)}"
        return Label(text, text)  # "vốn FDI chiếm 15%"
    text = before if named else f"{'Tốc độ tăng' if _grows(piece, before) else 'Tỷ lệ'} {lower_first(before)}"
    return Label(sentence_case(text), sentence_case(text))


def _share(piece: Piece, before: str, after: str, previous: Label | None) -> Label | None:
    """``100% thôn, bản có điện`` → ``Tỷ lệ thôn, bản có điện``; ``giải ngân 95% kế hoạch`` → ``Tỷ lệ giải ngân``."""
    closed = COPULA.search(piece.before) is not None and not piece.before.rstrip().endswith(":")
    if not after and re.fullmatch(r"(?:và\s)?(?:tăng|giảm)(?:\s(?:thêm|bình quân))?", before, re.IGNORECASE):
        return None
    if grdp := share_of_grdp(piece, before, previous):
        return grdp
    if told := rate_of_counted(before, after, previous) or share_of_spending(before, after) or share_met(before, after):
        return told
    if after and re.fullmatch(r"(?:tỷ|tỉ)\slệ", before, re.IGNORECASE) and not _OF_WHOLE.match(after):
        return Label(f"Tỷ lệ {after}", f"Tỷ lệ {after}", after, leading=False)  # "duy trì tỷ lệ 100% phủ kín quy hoạch"
    if re.match(r"(?:tỷ|tỉ)\s(?:lệ|trọng)", before, re.IGNORECASE):
        rate = of_same_deed(piece, before)
        return replace(headed_label(piece, rate, "", previous if owned(before) else None), closed=closed)
    if after and (place := _IN_PLACE.fullmatch(piece.before)) and not PREDICATE.match(after):
        text = f"Tỷ lệ {after} {place['place']}"  # "huyện Bến Mới còn 9% hộ nghèo"
        return Label(text, text, after, leading=False)
    if before and after and re.search(r"chiếm\s*$", piece.before):
        return _makes_up(piece, before, after)
    if before and (closed or not after or (HEAD.match(before) and not piece.before.rstrip().endswith(":"))):
        return _share_of_named(piece, before)
    after = re.sub(r"^(?:số|tổng số|các|trong tổng số|của)\s(?!lượng)", "", after)
    if piece.quantity.comparator == ">=" and not PREDICATE.search(after):
        after = re.sub(r"\strở lên$", "", after)  # "từ 3% đảng viên mới trở lên"
    if previous and after.startswith("là ") and re.match(r"[\s,;]*trong đó\s", piece.before):
        # "diện tích chè 900 ha, trong đó 60% là giống mới", "kết nạp 90 đảng viên, trong đó 40% là nữ"
        text = f"Tỷ lệ {lower_first(previous.text.removeprefix('Số '))} {after}"
        return Label(text, text, leading=False)
    verb = "" if piece.before.rstrip().endswith(":") else _ON_AVERAGE.sub("", verb_phrase(piece.before))
    listed = not verb and piece.opener in (",", "và") and not HEAD.match(after)
    cuts = listed and previous and previous.growth and not piece.before.strip(" ,và")
    if cuts and previous and (cut := _CUT_DOWN.match(previous.text)):
        after = of_accident(after, previous.text)  # "giảm 30% thời gian, 30% chi phí"
        return Label(f"{cut.group()}{after}", sentence_case(after), growth=True)
    if listed and previous and (some := some_of_these(after, previous.text, piece.before)):
        return Label(some, some, some.removeprefix("Tỷ lệ "), leading=False)
    said = PREDICATE.search(previous.thing) if previous and not previous.leading else None
    if listed and previous and said and re.match(r"(?:đạt|được|hoàn\sthành|vững\smạnh|xếp\sloại)\s", after):
        after = f"{previous.thing[: said.start()].rstrip()} {after}"  # "80% số xã đạt chuẩn, trong đó 35% đạt chuẩn nâng cao"
    shared = (
        listed and previous and not previous.leading and not PREDICATE.search(after) and not piece.before.strip(" ,và")
    )
    verb = previous.verb if shared and previous and previous.text.startswith("Tỷ lệ ") else verb
    if _MADE_SO.fullmatch(verb) and PREDICATE.search(after):
        verb = ""  # "xây dựng 100% xã, phường vững mạnh": the share of those that are so
    text = tidy(f"Tỷ lệ {verb} {after}")
    return Label(text, text, after, leading=False, verb=verb)


_ON_AVERAGE = re.compile(r"^(?:bình|trung)\s(?:quân|bình)\s(?!mỗi|một)")
_MADE_SO = re.compile(r"(?:xây\sdựng|duy\strì|giữ\svững)", re.IGNORECASE)


def _sum_for(piece: Piece, before: str, previous: Label | None) -> Label | None:
    """A sum by what it is for, by how it was raised, or by what it pays for: ``40 tỷ đồng để sửa chợ``."""
    if purpose := re.match(r"\s*(?:để|cho|nhằm)\s(?P<what>[^,;(]+)", piece.after):
        text = tidy(f"Kinh phí {verb_phrase(piece.before)} {clean_after(purpose['what'], counted=True)}")
        return Label(text, text, text)
    if raised := _RAISED.search(piece.before):
        text = f"Số tiền {tidy(raised['deed'])}"
        return Label(text, text, text)
    return costing(before, previous)


def _measured(piece: Piece, before: str, after: str, previous: Label | None) -> Label | None:
    """Values with a unit of measurement: ``trồng mới 25 ha chè``, ``cây chè 520 ha``, ``với tổng công suất 12 MW``."""
    after = re.sub(r"(?:^|\s)trở (?:lên|xuống)$", "", after)  # the sign of "3.000 ha rừng trở lên"
    if _MOVES_TO.search(piece.before):
        before = re.sub(r"\s(?:tăng|giảm)$", "", before)  # "diện tích cam tăng lên 620 ha"
    if HEAD.match(before):
        return headed_label(piece, before, after, previous)
    crop = _YIELD.fullmatch(previous.text) if previous and not after and 0 < len(before.split()) <= 3 else None
    if crop and re.match(r"(?:tạ|tấn|kg)/ha(?!\w)", piece.quantity.unit or ""):
        text = f"Năng suất {lower_first(before)}{crop['mean'] or ''}"
        return Label(text, text)  # "năng suất lúa 56 tạ/ha, ngô 45 tạ/ha"
    if (
        previous
        and not after
        and piece.quantity.kind == "money"
        and previous.text.startswith(f"{sentence_case(before)} ")
    ):
        return replace(
            previous, text=sentence_case(previous.subject)
        )  # "thu ngân sách 3 năm đạt ...; riêng năm 2022 thu ..."
    if not after and previous is None and (grown := planted(piece, before)):
        return grown
    if (
        not after
        and piece.quantity.kind == "area"
        and _PLANTED.match(before)
        and previous
        and _CROP.match(previous.text)
    ):
        text = f"{previous.text} {lower_first(before)}"
        return Label(text, text, previous.thing)
    if piece.quantity.kind == "money" and not after and (spent := _sum_for(piece, before, previous)):
        return spent
    verb = verb_phrase(piece.before) if after else ""
    if piece.quantity.kind == "money" and _SPENT.search(verb) and _SPENT_ON.match(after):
        raised = "Vốn" if verb == "huy động" and after.startswith("đầu tư ") else "Kinh phí"
        text = f"{raised} {verb} {after}"
        return Label(text, text, after, leading=False, verb=verb)
    after = re.sub(r"\s(?:của|cho|thuộc)$", "", after)  # "thu hồi 865 ha đất của 124 dự án"
    thing = tidy(f"{after} {verb}" if after else before)
    if piece.quantity.kind == "length":
        thing = re.sub(r"^(?:Đầu tư|Xây dựng)\s(?=tuyến)|\sdài$", "", thing, flags=re.IGNORECASE)
    if seized := seized_goods(piece, after, verb, previous):
        return seized
    cargo = piece.quantity.kind == "volume" and is_upper((piece.quantity.unit or "").split()[-1])
    prefix = "Khối lượng" if cargo else PREFIX.get(piece.quantity.kind, "")
    prefix = "" if prefix and thing.lower().startswith(f"{prefix.lower()} ") else prefix  # "15 nghìn ha diện tích chè"
    text = sentence_case(f"{prefix} {lower_first(thing)}".strip())
    return Label(text, text, after or thing, leading=not after, verb=verb) if thing else None


_FUNDS = re.compile(r"(?:tổng\s)?(?:nguồn\s)?vốn\s", re.IGNORECASE)
_TAKES_UP = re.compile(r"(?<!\w)chiếm(?:\s(?:khoảng|gần|trên|hơn|tới))?\s*$", re.IGNORECASE)
_MOVES_TO = re.compile(r"(?<!\w)(?:tăng|giảm)\s(?:lên|xuống|còn)(?:\s(?:còn|đến|tới))?\s*$", re.IGNORECASE)
_SPENT = re.compile(
    r"(?:^|\s)(?:đầu tư|huy động|đóng góp|bố trí|dành|hỗ trợ|chi|ủng hộ|vận động|quyên góp)(?:\s(?:được|thêm))?$",
    re.IGNORECASE,
)
_SPENT_ON = re.compile(
    r"(?:đầu tư|xây dựng|xây mới|nâng cấp|cải tạo|sửa chữa|làm|mua|tu bổ|phát triển|phòng,? chống|khắc phục|chăm lo)(?!\w)",
    re.IGNORECASE,
)
"""``đầu tư`` 85 tỷ đồng ``xây dựng nhà văn hóa``: what is spent, and on what."""
_RAISED = re.compile(
    r"(?:^|\s)(?P<deed>(?:vận\sđộng|quyên\sgóp|ủng\shộ|kêu\sgọi)\s(?!đầu\stư)[^,;()]{3,80}?)\s(?:được|đạt|với)(?:\s(?:trên|hơn|gần|khoảng))?\s*$",
    re.IGNORECASE,
)
"""``Mặt trận và các đoàn thể vận động Quỹ “Vì người nghèo” được 6 tỷ đồng``: the money, not who raised it."""
_RAISED_ALONE = re.compile(
    r"(?:(?:cấp\s)?(?:hội|đoàn|công\sđoàn|mặt\strận|quỹ)(?:\s[^,;()]{1,40})?\s)?(?P<deed>huy\sđộng|vận\sđộng|quyên\sgóp|ủng\shộ)",
    re.IGNORECASE,
)
"""``đã huy động`` 900 tỷ đồng, ``các cấp Hội vận động được`` 80 triệu đồng."""
_IN_PLACE = re.compile(
    rf"[\s,;]*(?:riêng\s)?(?P<place>(?:huyện|thị\sxã|thành\sphố|xã|phường|đặc\skhu|tỉnh)\s[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,3}}|(?:khu\svực|vùng)\s[^\W\d]+(?:\s[^\W\d]+){{0,4}}?)\s(?:vẫn\s)?(?:còn|có)(?:\s(?:tới|đến|gần|trên))?\s*"
)
_OF_WHOLE = re.compile(r"(?:trong\s|của\s|trên\s)?(?:tổng(?!\w)|số\s|GR?DP)", re.IGNORECASE)
_NUMBER_OF = re.compile(r"(?:tổng\s)?số\s(?!vốn|kinh|tiền|thu)", re.IGNORECASE)
_YIELD = re.compile(r"Năng suất .+?(?P<mean>\sbình\squân)?")
_CUT_DOWN = re.compile(r"Mức\s(?:cắt\s)?giảm\s", re.IGNORECASE)
_PLANTED = re.compile(r"(?:trồng\s(?:mới|thêm|tái\scanh|thay\sthế)|tái\scanh|mở\srộng)$", re.IGNORECASE)
_CROP = re.compile(r"diện\stích\s(?!.*trồng)\S", re.IGNORECASE)
"""An area without its crop is that of the crop before it: ``diện tích cây hồi 9.000 ha, trồng mới 800 ha``."""


_AMOUNT = re.compile(
    r"(?:nợ\sxấu|giá\strị|doanh\sthu|sản\slượng|diện\stích|dân\ssố(?=\s.*\s(?:được|dùng|sử\sdụng|có|tham\sgia)\s))(?!\w)",
    re.IGNORECASE,
)
"""Heads that name an amount: a share of it needs ``Tỷ lệ``, a yearly change ``Tốc độ tăng``."""


def _grows(piece: Piece, before: str) -> bool:
    return piece.quantity.yearly and not re.match(r"nợ\sxấu", before, re.IGNORECASE)
