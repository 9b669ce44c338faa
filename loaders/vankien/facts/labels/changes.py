"""Labels of changes: ``X tăng bình quân 5%/năm``, ``cắt giảm 30% thời gian``, ``giảm từ 4% xuống còn 1%``; and the label itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.marks import is_sector
from vankien.facts.clauses.phrases import (
    SCOPE,
    clean_before,
    from_head,
    lower_first,
    main_clause,
    sentence_case,
    tidy,
    topic_of,
)
from vankien.facts.cues.wording import DECLINE, GROWTH, HEAD, HEAD_NOUN, LEADING, SAID_FIRST, TRAILING
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.year_parts import MONTHS_SPELT, QUARTER_SPELT


@dataclass(frozen=True, slots=True)
class Label:
    """An indicator label: its text; the thing itself without ``Tốc độ tăng`` (`subject`); the noun phrase that a later
    ``với tổng công suất`` refers to (`thing`); whether its words stand before the value (`leading`), whether they are
    a change (`growth`), whether a copula parts them from the value (`closed`), whether it is the size or cost of a
    project (`sized`); and the verb that a list of counted things shares (`verb`)."""

    text: str
    subject: str
    thing: str = ""
    leading: bool = True
    growth: bool = False
    verb: str = ""
    closed: bool = True
    sized: bool = False


_STATE = re.compile(
    r"(?:\s|^)(?:(?:trung\s)?bình\squân(?:\s(?:hằng|hàng|mỗi)\snăm|\s(?:trong\s)?(?:5|năm)\snăm|\scả\snhiệm\skỳ)?|trung\sbình|hằng\snăm|mỗi\snăm)$",
    re.IGNORECASE,
)
_STATE_FIRST = re.compile(
    r"^(?:(?:trung\s)?bình\squân|trung\sbình)\s(?:(?:hằng|hàng|mỗi|\d)\snăm\s(?:qua\s)?)?", re.IGNORECASE
)
_TERM_FIRST = re.compile(r"^(?:trong\s)?(?:5|năm)\snăm\s(?:qua\s)?(?=(?:đã\s)?(?:tăng|giảm)(?!\w))", re.IGNORECASE)
"""``5 năm tăng bình quân 9%/năm``: over how long."""
_HOW = re.compile(r"(?:bình quân|trung bình|đều|hằng năm|mạnh|khá|nhanh|thêm|mới|dần|cao)(?:\s.*)?")
SAME_PERIOD = re.compile(r"^[\s(,]*cùng\skỳ(?:\s(?:năm\s(?:trước|ngoái)|trước))?(?=\s)", re.IGNORECASE)
"""``(cùng kỳ tăng 7,02%)``: the same thing a year earlier."""
_REACHED = re.compile(
    r"(?<!\w)(?:(?:xuống\s)?còn|xuống(?:\sdưới)?)(?:\s(?:khoảng|dưới|mức|ở\smức))*\s*$", re.IGNORECASE
)
"""``giảm tỷ lệ hộ nghèo còn dưới 1%``, ``xuống 15%``: what follows is the level, not the change."""


def _reached(before: str, verb: str, rest: str) -> bool:
    raised = rest and re.search(r"(?<!\w)lên(?:\s(?:đến|tới|mức))?\s*$", before)
    return bool(raised or (DECLINE.search(verb) and _REACHED.search(before)))


_SHARE_OF = re.compile(r"(?:tỷ|tỉ)\s(?:lệ|trọng)\s", re.IGNORECASE)


_RISES_TO = re.compile(r"(?<!\w)tăng\slên(?:\s(?:đến|tới|mức|khoảng|trên|hơn))*\s*$", re.IGNORECASE)


def _raised_to(piece: Piece) -> bool:
    """``tỷ trọng dịch vụ tăng lên`` 47%, ``tỷ lệ hộ nghèo giảm`` dưới 1%: the share that it comes to, not by how much."""
    if piece.quantity.kind != "share" or piece.quantity.yearly:
        return False
    below = (
        piece.quantity.comparator in ("<", "<=")
        and not piece.after.strip()
        and all(t.kind != "base" for t in piece.times)
    )
    return _RISES_TO.search(piece.before) is not None or (below and re.search(r"\sgiảm\s*$", piece.before) is not None)


_LEVEL_OF = re.compile(
    r"(?:(?:tăng|giảm|cao\shơn|thấp\shơn|cải\sthiện)(?:\s[^\W\d]+){0,2}\s)?so\svới\s(?:con\ssố|mức)", re.IGNORECASE
)


def level_before(piece: Piece, previous: Label) -> Label | None:
    """``nợ công còn 36% GDP, giảm mạnh so với mức 44% GDP năm 2020``: the level of an earlier year."""
    dated = any(t.period and t.kind != "yearly" for t in piece.times)
    return previous if dated and _LEVEL_OF.fullmatch(tidy(piece.before)) else None


_THAN = re.compile(r"(?:cao|thấp)\shơn\s(?:so\svới\s)?mức\s", re.IGNORECASE)


def earlier_level(text: str, piece: Piece, previous: Label | None) -> Label | None:
    """``..., cao hơn mức 9%/năm của giai đoạn 2021 - 2025``: the level of the same thing at an earlier time."""
    quantity = piece.quantity
    behind = any(t.period and t.kind in ("at", "span") and 0 <= t.start - quantity.end <= _OF for t in piece.times)
    return previous if previous and behind and _THAN.match(text, quantity.start, quantity.at) else None


_OF = len(" của ")
_CHANGE = re.compile(
    r"^(?:Mức\s(?:cắt\s)?giảm|Tốc\sđộ\stăng(?:\strưởng)?|Tốc\sđộ\sgiảm)\s(?P<thing>.+?)(?:\sbình\squân)?$"
)


def level_of_change(previous: Label) -> Label:
    """``giảm bình quân 5,2%/năm, từ 46% xuống 20%``: the levels of what has changed.

    >>> level_of_change(Label("Mức giảm tỷ lệ hộ nghèo bình quân", "Mức giảm tỷ lệ hộ nghèo bình quân", growth=True)).text
    'Tỷ lệ hộ nghèo'
    """
    change = _CHANGE.match(previous.text)
    thing = sentence_case(change["thing"] if change else previous.subject)
    return Label(thing, thing)


_MEAN_OF = re.compile(
    rf"(?:bình\squân|trung\sbình)\s(?:(?:hằng|hàng|mỗi)\snăm\s)?(?:của\s)?(?:các\s)?(?:(?:ngành|khu\svực|lĩnh\svực)|{HEAD_NOUN})\s\w",
    re.IGNORECASE | re.VERBOSE,
)
"""``tốc độ tăng trưởng bình quân ngành nông nghiệp``, ``... tổng kim ngạch xuất khẩu``: of what stands behind the mean."""
_REACHED_ON_AVERAGE = re.compile(r"\s(?:ước\s)?đạt(?=\s(?:bình\squân|trung\sbình)$)", re.IGNORECASE)
"""``Tốc độ tăng trưởng đạt bình quân 9%``: the verb is no part of what is measured."""
_CAUSE = re.compile(r"(?:do|vì|nhờ|bởi|chủ\syếu\sdo)\s(?!(?:tỉnh|trung\sương|địa\sphương)\s)", re.IGNORECASE)
"""``giảm 2% do dịch bệnh``: why, not what."""
_HELD_FIRST = re.compile(
    r"^[\s,]*so\svới\s(?:nhiệm\skỳ|giai\sđoạn|năm|kỳ)\strước,?\s(?=(?:tăng|giảm)(?!\w))", re.IGNORECASE
)
"""``so với nhiệm kỳ trước giảm 38% số vụ``: what a change is compared with, before its verb."""
_OF_BUDGET = re.compile(
    r"\s*so\svới\s(?P<what>(?:(?:chỉ\stiêu|dự\stoán|kế\shoạch)(?=\s[^;.\d]{0,40}giao)|dự\stoán|kế\shoạch)(?:\s[^\W\d]+){0,5})"
)
"""``thu ngân sách vượt 10% so với dự toán được giao``: by how much, and no growth."""
_LIGHT = re.compile(r"(?:góp\sphần\s)?(?:cắt|kéo|làm)", re.IGNORECASE)
"""``kéo giảm``, ``làm giảm`` 5% số vụ: half of the verb, and nothing that grows less."""
_RATE_NOUN = re.compile(r"(?:tốc độ|mức|tỷ lệ|tỉ lệ)(?:\s|$)", re.IGNORECASE)


_ACTOR = re.compile(
    r"(?:công\san|thanh\stra|viện\skiểm\ssát|t[òo][àa]\sán|bộ\sđội|ủy\sban|sở|ban|hội|ngành|lực\slượng)(?:\s[^\W\d]+){0,6}",
    re.IGNORECASE,
)
"""``Công an tỉnh giảm 9% số vụ phạm tội``: who did it is not what grew less."""


_AIM = re.compile(
    r"^.*?(?<!\w)(?:đặt(?:\sra)?|đề\sra)\s(?:mục\stiêu|chỉ\stiêu)\s(?:(?:là|phấn\sđấu|quyết\stâm|đạt)\s)*(?P<what>tăng(?:\strưởng)?|giảm)$",
    re.IGNORECASE,
)


def without_aim(text: str) -> str:
    """The words before a value without who set it as a target.

    >>> without_aim("Đại hội IX từng đặt chỉ tiêu tăng trưởng")
    'tốc độ tăng trưởng'
    """
    aim = _AIM.match(text)
    if not aim:
        return text
    return "tốc độ tăng trưởng" if aim["what"].lower() == "tăng trưởng" else aim["what"]


_SUBJECT_END = re.compile(r"\s(?:bị|được|đều|vẫn|sẽ|phải|ước|dự ước|ước tính|theo chuẩn|tăng(?=$))$")
"""Words between what changes and its verb: ``thu ngân sách dự ước`` tăng."""


def _kind_of_change(verb: str) -> str:
    """What a change is called by its verb.

    >>> _kind_of_change("tăng"), _kind_of_change("giảm"), _kind_of_change("rút ngắn")
    ('Tốc độ tăng', 'Mức giảm', 'Mức rút ngắn')
    """
    if verb.lower() == "rút ngắn":
        return "Mức rút ngắn"
    return "Mức giảm" if DECLINE.search(verb) else "Tốc độ tăng"


def change_label(piece: Piece, after: str, previous: Label | None) -> Label | None:
    """``X tăng bình quân 5%/năm`` → ``Tốc độ tăng X bình quân``; None when the words before are no change."""
    after = "" if _CAUSE.match(after) else after
    whole = tidy(TRAILING.sub("", LEADING.sub("", SAME_PERIOD.sub("", _HELD_FIRST.sub("", main_clause(piece.before))))))
    whole = _TERM_FIRST.sub("", whole)
    text = _STATE_FIRST.sub("", _STATE.sub("", whole))
    average = " bình quân" if text != whole else ""
    text = without_aim(text)
    hits = list(GROWTH.finditer(text))
    if piece.quantity.moving or piece.quantity.origin is not None:  # "giảm từ 4,2% xuống còn 1,1%" states levels
        return _moved(text, hits, piece.quantity.kind)
    if not hits or piece.quantity.kind not in ("share", "change", "ratio"):
        return None
    if standing := _STANDS_AT.search(piece.before):
        return _level(tidy(standing["what"]), piece.quantity.kind)
    rest = tidy(text[hits[-1].end() :])
    prefix = _kind_of_change(hits[-1].group())
    beyond = _OF_BUDGET.match(piece.after) if hits[-1].group() == "vượt" else None
    subject = SAID_FIRST.sub(r"\g<what>", _SUBJECT_END.sub("", tidy(from_head(text[: hits[-1].start()]))))
    light = _LIGHT.fullmatch(subject)
    if light and rest and _reached(piece.before, hits[-1].group(), rest):
        subject = ""  # "kéo giảm chi phí xuống còn 13%"
    if beyond and subject and not rest and not _RATE_NOUN.match(subject):
        text = tidy(f"Mức vượt {lower_first(subject)} so với {beyond['what']}")
        return Label(text, sentence_case(subject), growth=True)
    if (_SHARE_OF.match(subject) or re.match(r"\W*cơ\scấu\s", piece.parent, re.IGNORECASE)) and _raised_to(piece):
        return _level(subject, piece.quantity.kind)
    if _reached(piece.before, hits[-1].group(), rest) and (subject or rest or previous):
        if not (subject or rest) and previous:  # "năm 2035 giảm còn 0,1%": of what the value before was
            return level_of_change(previous) if previous.growth else previous
        named_behind = HEAD.match(rest) and not HEAD.search(subject)  # "xã sẽ giảm tỷ lệ hộ nghèo còn 3%"
        return _level(rest if named_behind else subject or rest, piece.quantity.kind)
    if _ACTOR.fullmatch(subject) and re.match(r"(?:tổng\s)?số\s", after):
        subject = ""
    if light:
        subject, prefix = "", "Mức cắt giảm" if subject.lower() == "cắt" else prefix
    named = _RATE_NOUN.match(text)
    if rest and (not _HOW.fullmatch(rest) or (named and _MEAN_OF.match(rest))):
        if named or subject:
            whole = _REACHED_ON_AVERAGE.sub("", whole)
            return Label(sentence_case(whole), sentence_case(whole), growth=True) if named else None
        rest = re.sub(r"\s(?:ước\s)?đạt$", "", rest)  # "Tăng trưởng GRDP của tỉnh đạt bình quân 8%/năm"
        return Label(sentence_case(tidy(f"{prefix} {rest}{average}")), rest, growth=True)
    if piece.quantity.yearly and (plain := _STATE.sub("", subject)):
        subject, average = plain, average or " bình quân" if plain != subject else average
    if _RATE_NOUN.fullmatch(subject):
        subject = ""
    return _grown(piece, prefix, subject, average, after, previous)


_STANDS_AT = re.compile(
    r"(?<!\w)(?P<what>(?:tỷ|tỉ)\s(?:lệ|trọng|suất)\s[^,;:()\d]+?)(?:\s(?:tiếp\stục|không\sngừng|ngày\scàng|liên\stục|đã|có\sxu\shướng))*\s(?:tăng|giảm)"
    r"(?:\s(?:dần|mạnh|nhanh|khá|đều|cao|lên|xuống|qua\scác\snăm|(?:hằng|hàng)\snăm))*,\s*(?:[^\W\d]+\s){0,3}(?:đạt|còn|là|chiếm|ở\smức)(?:\s(?:trên|khoảng|gần|hơn))?\s*$",
    re.IGNORECASE,
)
"""``tỷ trọng vốn tư nhân tiếp tục tăng, năm 2025 đạt`` 48%: where a rate that goes up or down stands."""


def _level(thing: str, kind: str) -> Label:
    """The level that a change reaches; of an amount in per cent the rate (``nợ xấu giảm còn 1,2%``)."""
    named = re.match(r"(?i:tỷ|tỉ|mức|chỉ số|cơ cấu)\s|\w*[A-ZĐ]{2}", thing)
    amount = kind == "share" and not named
    text = sentence_case(f"Tỷ lệ {lower_first(thing)}" if amount else thing)
    return Label(text, text)


_RATE_OF_GROWTH = re.compile(r"(?:tốc\sđộ|mức|tỷ\slệ|tỉ\slệ)\s(?:tăng|giảm)(?!\w)", re.IGNORECASE)
"""``Tốc độ tăng trưởng từ 5% lên 8%``: the rate itself moves."""


def _moved(text: str, hits: list[re.Match[str]], kind: str) -> Label | None:
    """The thing that moves from one level to another; ``tốc độ tăng trưởng khách từ 2 lên 3 triệu lượt`` speaks of the thing."""
    of_thing = (
        hits and kind not in ("share", "change", "ratio") and re.search(r"(?i)tốc độ\s$", text[: hits[-1].start()])
    )
    if hits and not of_thing and _RATE_OF_GROWTH.match(text):
        return Label(sentence_case(text), sentence_case(text))
    subject = tidy(text[hits[-1].end() :] if of_thing else from_head(text[: hits[-1].start()] if hits else ""))
    return _level(subject, kind) if subject else None


_ACCIDENT = re.compile(r"(?<!\w)(?:tai\snạn\s(?:giao\sthông|lao\sđộng)|cháy,?\snổ)(?!\w)", re.IGNORECASE)
_SUFFERED = re.compile(r"(?:số\s)?(?:vụ|người\s(?:chết|bị\sthương|tử\svong|mất\stích))", re.IGNORECASE)
"""``Tai nạn giao thông giảm 38% số vụ, 22% số người chết``."""


_ALL_CRITERIA = re.compile(
    r"(?<!\w)giảm(?:\s(?:sâu|mạnh|trên|ở|cả))*\s(?:hai|ba|0?[23])\s(?:tiêu\schí|mặt|chỉ\ssố)$", re.IGNORECASE
)


def of_criteria(piece: Piece, after: str) -> Label | None:
    """``Tai nạn giao thông giảm cả ba tiêu chí (21% số vụ, 18% số người chết)``: the shares are decreases of each."""
    if piece.opener != "(" or piece.quantity.kind != "share" or not after or tidy(piece.before):
        return None
    if not _ALL_CRITERIA.search(tidy(piece.owner)):
        return None
    return Label(f"Mức giảm {of_accident(after, piece.owner)}", sentence_case(after), growth=True)


def of_accident(suffered: str, said: str) -> str:
    """What an accident brought about, with the accident that the text before has named; any other words stay.

    >>> of_accident("số người chết", "Tai nạn giao thông được kéo giảm, giảm 9% số vụ"), of_accident("chi phí", "cháy nổ")
    ('số người chết do tai nạn giao thông', 'chi phí')
    """
    cause = _ACCIDENT.search(said) if _SUFFERED.fullmatch(suffered) else None
    by = "" if suffered.endswith("vụ") else "do "
    return f"{suffered} {by}{cause.group().lower()}" if cause else suffered


_PRICES = re.compile(r"(?<=[A-ZĐ]),\s(?:theo\s)?giá\s[^()]*\)")
"""``(GRDP, giá so sánh 2010)``: growth is told at constant prices anyway; a level needs to say so."""


_PER_HEAD = re.compile(r"(?<=GRDP)\sbình\squân\sđầu\sngười$")
"""``GRDP 90 nghìn tỷ đồng, bình quân đầu người 70 triệu đồng. Tăng trưởng đạt 9%``: of the whole."""


_ECONOMY = re.compile(
    r"(?:nền\s)?kinh\stế(?:\scủa)?(?:\stoàn)?(?:\s(?:tỉnh|huyện|xã|phường|thành\sphố|thị\sxã|quận|đặc\skhu|địa\sphương|đất\snước|cả\snước)(?:\s[^,;]{1,30})?)?",
    re.IGNORECASE,
)
"""``Kinh tế của huyện phát triển khá, tốc độ tăng bình quân đạt 9%``."""
_THIS = re.compile(r"(?:tỷ\slệ|tỉ\slệ|con\ssố|mức|chỉ\stiêu)\s(?:đó|này)|số\sca", re.IGNORECASE)
"""``đến năm 2035 tỷ lệ đó sẽ giảm 60%``: the thing before."""
_PART_OF_YEAR = re.compile(
    rf"(?:trong\s)?{MONTHS_SPELT}\stháng(?:\s(?:đầu|cuối)\snăm)?|(?:trong\s)?quý\s{QUARTER_SPELT}",
    re.IGNORECASE,
)
"""``Về dịch vụ lưu trú, 6 tháng đầu năm tăng 17%``: when, not what."""


def _grown(piece: Piece, prefix: str, subject: str, average: str, after: str, previous: Label | None) -> Label | None:
    """The change of a subject; without one, of what stands behind the value, or of the indicator before."""
    subject = (
        "" if _PART_OF_YEAR.fullmatch(subject) or (previous and _THIS.fullmatch(subject)) else _PRICES.sub(")", subject)
    )
    alone = re.match(r"\s*riêng\s", piece.before) and not is_sector(subject)
    if subject and previous and (SCOPE.match(subject) or alone):
        text = f"{prefix} {lower_first(previous.subject)} {subject}{average}"
        return Label(tidy(text), previous.subject, growth=True)
    if subject:
        return Label(f"{prefix} {lower_first(subject)}{average}", sentence_case(subject), growth=True)
    if after:
        after = re.sub(r"\strở lên$", "", after)  # the sign of "từ 5% số vụ trở lên"
        after = of_accident(after, f"{piece.topic} {piece.parent} {previous.text if previous else ''}")
        return Label(f"{prefix} {re.sub('^(?:số|các) ', '', after)}{average}", sentence_case(after), growth=True)
    of = _PRICES.sub(")", previous.subject if previous else topic_of(piece))
    if _ECONOMY.fullmatch(of) and prefix == "Tốc độ tăng":
        return Label(f"Tốc độ tăng trưởng kinh tế{average}", "Tăng trưởng kinh tế", growth=True)
    if re.search(r"(?<!\w)tăng\strưởng(?!\w)", piece.before, re.IGNORECASE):
        of = _PER_HEAD.sub("", of)
    average = "" if of.endswith(average) else average
    return Label(f"{prefix} {lower_first(of)}{average}", of, growth=True) if of else growth_alone(piece, average)


_GROWTH_ALONE = re.compile(
    r"(?:^|\s|,)(?:tốc\sđộ|mức)\stăng\strưởng(?P<mean>\s(?:bình\squân|trung\sbình))?(?:\s(?:hằng|hàng|mỗi)\snăm)?"
    r"(?:\scủa\s(?:toàn\s)?(?:tỉnh|huyện|xã|phường|thành\sphố|thị\sxã|quận|địa\sphương)(?:\s[^,;:()]{1,40}?)?)?(?:\s+(?:ước|đã|đạt|là|khoảng|trên))*\s*$",
    re.IGNORECASE,
)


def growth_alone(piece: Piece, average: str = "") -> Label | None:
    """``Theo báo cáo, tốc độ tăng trưởng bình quân của tỉnh đạt 9%``: a rate of growth that nothing says what of; of the
    economy where its clause opens with it (``kinh tế phát triển với mức tăng trưởng 9%``)."""
    rate = _GROWTH_ALONE.search(piece.before)
    if rate is None:
        return None
    economy = " kinh tế" if re.search(r"(?<!\w)kinh\stế(?!\w)", piece.before[: rate.start()], re.IGNORECASE) else ""
    text = f"Tốc độ tăng trưởng{economy}{average or (' bình quân' if rate['mean'] else '')}"
    return Label(text, f"Tăng trưởng{economy}", growth=True)


_NO_THING = re.compile(
    r"(?:về|nâng|phát\striển|đẩy\smạnh|tập\strung|tăng\scường|mở\srộng|thúc\sđẩy|cải\sthiện|bảo\sđảm|đảm\sbảo|mục\stiêu|chỉ\stiêu|lĩnh\svực|kết\squả|thực\shiện)(?!\w)",
    re.IGNORECASE,
)
_NAME_LENGTH = 14


def grown_before_colon(piece: Piece) -> Label | None:
    """``Thu cân đối ngân sách xã: tăng 10%/năm``: what grows stands before the colon, where no list says what does."""
    grows = GROWTH.search(piece.before)
    if piece.opener or not grows or piece.quantity.kind not in ("share", "change"):
        return None
    named = clean_before(piece.parent)
    if not named or len(named.split()) > _NAME_LENGTH or _NO_THING.match(named) or SCOPE.match(named):
        return None
    if _reached(piece.before, grows.group(), ""):
        return _level(named, piece.quantity.kind)
    prefix = "Mức giảm" if DECLINE.search(grows.group()) else "Tốc độ tăng"
    average = " bình quân" if re.search(r"bình quân", piece.before, re.IGNORECASE) else ""
    return Label(f"{prefix} {lower_first(named)}{average}", sentence_case(named), growth=True)


_FELL = re.compile(r"[\s,;(]*(?:trong\sđó,?\s|riêng\s)?\s*(?:ước\s)?giảm\s*", re.IGNORECASE)


def signed(piece: Piece, label: Label, series: Label | None = None) -> tuple[Quantity, Label]:
    """``tốc độ tăng ... ước đạt giảm 0,4%`` is a negative rate, and so is ``năm 2021 giảm 0,4%`` in a `series` of rates."""
    if re.search(r"đạt\s+giảm\s*$", piece.before) and re.match(
        r"(?:tốc độ|mức giảm tốc độ) tăng", label.text, re.IGNORECASE
    ):
        text = re.sub(r"^Mức giảm (?=tốc độ)|\s(?:ước\s)?đạt(?:\sgiảm)?$", "", label.text, flags=re.IGNORECASE)
        return replace(piece.quantity, value=-piece.quantity.value), replace(label, text=sentence_case(text))
    dated = any(t.kind == "at" and t.period for t in piece.times)
    rates = series is not None and series.growth and series.text.startswith("Tốc độ tăng")
    if dated and rates and series and piece.quantity.kind in ("share", "change") and _FELL.fullmatch(piece.before):
        text = re.sub(r"\sbình\squân$", "", series.text)
        return replace(piece.quantity, value=-piece.quantity.value), replace(label, text=text, subject=series.subject)
    return piece.quantity, label
