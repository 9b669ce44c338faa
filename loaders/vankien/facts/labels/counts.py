"""Labels of counts: ``kiểm tra 120 tổ chức đảng`` → ``Số tổ chức đảng được kiểm tra``."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.nouns import counted_noun
from vankien.facts.clauses.phrases import (
    BARE,
    clean_before,
    lower_first,
    opening_of,
    sentence_case,
    tidy,
    verb_phrase,
)
from vankien.facts.cues.deeds import VERBS, of_counted
from vankien.facts.cues.wording import GROWTH, HEAD, OF_WHICH, ON_LEVEL
from vankien.facts.labels.changes import Label, of_accident
from vankien.facts.labels.gatherings import gathered
from vankien.facts.labels.tails import some_of_done
from vankien.facts.labels.topics import PERSONS, deed_of, in_one_place, left_over, members, partners, victims
from vankien.facts.labels.visitors import visitors
from vankien.facts.labels.wholes import of_several

_AS_MANY = re.compile(r"[\s,(]*(?:tương\sđương|tức|tương\sứng)(?:\s(?:với|là|khoảng|gần))*\s*", re.IGNORECASE)
_RATE_OF = re.compile(r"T[ỷỉ]\slệ\s(?:số\s)?(?P<noun>\S(?:(?!\stheo\s).)*)")
"""``Tỷ lệ hộ nghèo còn 3%, tương đương 900 hộ``, ``Tỷ lệ xã đạt chuẩn 50% (8 xã)``: how many the share makes."""


def _as_many(piece: Piece, noun: str, after: str, previous: Label | None) -> Label | None:
    alone = piece.opener == "(" and not piece.before.strip(" (")
    said = not after and (alone or _AS_MANY.fullmatch(piece.before))
    of = _RATE_OF.match(previous.text) if previous and said else None
    named = of["noun"] if of and of["noun"].startswith(noun) else ""
    return Label(f"Số {named}", f"Số {named}", named, leading=False) if named else None


_SO_FAR = re.compile(r"(?:tính\s)?(?:lũy|luỹ)\skế(?:\s(?:có|đạt|đến\snay(?:\scó)?))?", re.IGNORECASE)


_MOVED = re.compile(
    r"(?:[\s,]*(?:và\s)?|.*,\s(?:trong\s(?:cả\s)?nhiệm\skỳ,?\s)?(?:(?:toàn\s)?tỉnh\s|đã\s)*)(?P<verb>tăng|giảm)(?:\sthêm|\sđược)?\s*",
    re.IGNORECASE,
)
"""``giảm`` 12 phòng; ``Thực hiện Nghị quyết ..., trong nhiệm kỳ tỉnh giảm`` 12 phòng."""


_EACH = re.compile(
    r"(?:bình\squân|trung\sbình)\s(?P<each>(?:mỗi|một)\s(?!năm|tháng|ngày|quý)[^\d,;:.()]{2,60}?)\s(?:(?:chỉ|mới|đã)\s)*(?:sinh|có|đạt)\s*$"
    r"|(?<!\w)(?P<mean>mỗi\s(?!năm|tháng|ngày|quý)[^\d,;:.()]{2,60}?)\s(?:có|đạt)\s(?:bình\squân|trung\sbình)\s*$",
    re.IGNORECASE,
)
"""``bình quân mỗi phụ nữ có 2,1 con``: to whom the count is."""
_ASIDE = re.compile(
    r",\s(?:trong\sđó\s(?:chú\strọng|tập\strung|ưu\stiên)[^;:.()]*,\s)?phấn\sđấu(?!\w)[^,;:()]*$", re.IGNORECASE
)
"""``nâng cao giá trị sản phẩm, phấn đấu có`` 20 sản phẩm đạt 3 sao: what stands before is another matter."""
_LED_COUNT = re.compile(r"(?:nâng|giảm|đưa|tăng)\s(?:tổng\s)?(?P<what>số\s[^,;:()]+)", re.IGNORECASE)
"""``giảm số xã đạt dưới 5 tiêu chí xuống`` 25 xã: the count that is led to another level."""
_HERD = re.compile(r"(?:Tổng\sđàn|Đàn)\s")
_SHORT = 6
_PARTED = re.compile(r"(?<!\w)(?:trong\sđó|gồm|chia\sra)(?!\w)", re.IGNORECASE)


def _named_before(piece: Piece, before: str, after: str, noun: str, previous: Label | None) -> Label | None:
    """``Số hộ kinh doanh 250 hộ, trong đó: nông nghiệp: 50 hộ``: what stands before a colon is a kind of what was counted,
    or what is counted; ``Tổng đàn bò đạt 500 con, lợn đạt 900 con``: another herd."""
    if not before or after or len(before.split()) > _SHORT:
        return None
    if previous and noun == "con" and (herd := _HERD.match(previous.text)) and not _HERD.match(sentence_case(before)):
        text = f"{herd.group()}{lower_first(before)}"
        return Label(text, text, before)
    if not piece.before.rstrip().endswith(":"):
        return None
    parted = _PARTED.search(f"{piece.parent} {piece.before}") or (previous and ": " in previous.text)
    if previous and parted and previous.text.startswith(f"Số {noun}"):
        whole = previous.subject if previous.text.startswith(f"{previous.subject}: ") else previous.text
        return Label(f"{whole}: {sentence_case(before)}", whole, previous.thing, leading=False)
    named = sentence_case(before) if re.match(r"đàn\s", before, re.IGNORECASE) else f"Số {noun} {lower_first(before)}"
    return Label(named, named, before) if noun == "con" else None


_NEW = re.compile(
    r"(?:công\stác\s)?(?P<deed>kết\snạp|phát\striển|thành\slập|công\snhận)\s(?P<what>[^\W\d]+(?:\s[^\W\d]+){0,3})\smới",
    re.IGNORECASE,
)


def _its_object(before: str, after: str, noun: str) -> Label | None:
    """``kết nạp đảng viên mới 90 đảng viên``, ``90 đồng chí``: the deed names what is counted."""
    deed = _NEW.fullmatch(before) if not after else None
    if deed is None or not (deed["what"].lower().startswith(noun) or noun in PERSONS):
        return None
    new = f"{lower_first(deed['what'])} mới"
    return Label(f"Số {new} được {deed['deed'].lower()}", f"Số {new}", new, leading=False, verb=deed["deed"].lower())


_REACHED_MANY = re.compile(
    r"(?:^|\s)(?P<how>(?:(?:chưa|không|khó)\s)?(?:đạt|hoàn\sthành|vượt)(?:\svà\s(?:hoàn\sthành\s)?vượt|\svượt)?(?:\smức)?(?:\s(?:kế\shoạch|mục\stiêu))?)(?:\s(?:được|đối\svới))?\s*$",
    re.IGNORECASE,
)
_REACHED_HOW = re.compile(r"(?<!\w)(?:đạt|hoàn\sthành|vượt)(?!\w)", re.IGNORECASE)
_TARGETS = frozenset({"chỉ tiêu", "nhóm chỉ tiêu", "mục tiêu"})
_WHO_SET = re.compile(
    r"(?:^|\s)(?:(?:của|theo|mà|do|tại)\s(?:nghị\squyết|đại\shội|kế\shoạch)|đề\sra|đặt\sra|được\sgiao)(?!\w).*$",
    re.IGNORECASE,
)
"""``12/15 mục tiêu chủ yếu của Nghị quyết Đại hội ...``: who has set them."""
_WORK_ON = re.compile(r"(?:công\stác|lĩnh\svực)\s[^,;:.()\d]{3,60}", re.IGNORECASE)
"""``Công tác xây dựng Đảng đạt`` 11/11 chỉ tiêu: of which field they are."""
_TO_REACH = frozenset({"nhiệm vụ"})
_SET_TARGETS = re.compile(r"(?:nghị quyết|đại hội|kế hoạch|đề ra|đặt ra|của|theo|được giao|giao)(?!\w)", re.IGNORECASE)


def _targets_reached(piece: Piece, noun: str, after: str) -> Label | None:
    """``xã hoàn thành và hoàn thành vượt mức`` 25/25 chỉ tiêu đề ra: how they were reached, and no bound."""
    said = _REACHED_MANY.search(piece.before)
    of_all = noun in _TARGETS or (noun in _TO_REACH and piece.quantity.total is not None)
    if said is None or not of_all or _REACHED_HOW.search(after):
        return None
    which = "" if _SET_TARGETS.match(after) else _WHO_SET.sub("", after)
    field = None if which else _WORK_ON.fullmatch(tidy(piece.before[: said.start()]))
    which = lower_first(field.group()) if field else which
    text = tidy(f"Số {noun} {which} {lower_first(said['how'])}")
    return Label(text, text, tidy(f"{noun} {which}"), leading=False)


_DAMAGE = re.compile(
    r"(?:^|[\s,])(?:làm|gây)\s(?P<what>chết|sập(?:\sđổ)?|đổ(?:\ssập)?|hư\s(?:hỏng|hại)|tốc\smái|ngập(?:\súng)?|cuốn\strôi|vùi\slấp)\s*$",
    re.IGNORECASE,
)


def _damaged(piece: Piece, thing: str) -> Label | None:
    """``mưa lũ làm sập`` 12 căn nhà, ``dịch bệnh làm chết`` 60 con trâu: what has become of them, not what has done it."""
    done = _DAMAGE.search(piece.before)
    if done is None or thing.startswith("người"):
        return None
    what = done["what"].lower()
    text = f"Số {thing} {what if what == 'chết' else f'bị {what}'}"
    return Label(text, text, thing, leading=False)


_SET_BY = re.compile(
    r"\s(?:mà|do)\s(?:Nghị\squyết|Đại\shội|Kế\shoạch|Tỉnh\sủy|HĐND)[^,;:()]*?\s(?:đã\s)?(?:đề\sra|đặt\sra|giao)(?=\s(?:(?:cơ\sbản|đều|đã)\s)*(?:đạt|vượt|hoàn\sthành)(?!\w))",
    re.IGNORECASE,
)
"""``18/18 chỉ tiêu về kinh tế mà Nghị quyết Đại hội đề ra đều đạt``: who has set them."""
_NAMED_GOALS = re.compile(r"\s(?:(?:là|gồm|như)\s|\().*$")
"""``2 chỉ tiêu không đạt là A và B``: which ones, and not how many."""


def _thing(piece: Piece, noun: str, after: str) -> tuple[str, str]:
    """The words behind a count without its sign and copula, and what is counted."""
    if piece.quantity.comparator == ">=":
        if len(after.split()) <= 5:
            after = re.sub(r"(?:^|\s)trở lên$", "", after)  # "từ 6,5 triệu lượt khách du lịch trở lên"
        after = re.sub(r"\strở lên(?=\s(?:đạt|có|được|tham|hoàn)\s)", "", after)  # "từ 2 sản phẩm trở lên đạt 4 sao"
    after = re.sub(
        r"(?:^|\s)(?:là|gồm)$|(?:^|\s)là\s(?:những|các)\s.*$", "", after
    )  # "500 đại biểu là những đảng viên ..."
    if noun == "chỉ tiêu":
        after = tidy(_NAMED_GOALS.sub("", _SET_BY.sub(" ", after)))
    also = "," if after and piece.after.startswith(", ") else ""  # "300 kỹ sư, cử nhân công nghệ"
    return after, tidy(f"{noun}{also} {after}")


def counted(piece: Piece, after: str, previous: Label | None) -> Label:
    """``kiểm tra 120 tổ chức đảng`` → ``Số tổ chức đảng được kiểm tra``."""
    noun = counted_noun(piece.quantity.unit or "")
    before = clean_before(piece.before)
    if previous and not after and _SO_FAR.fullmatch(tidy(piece.before)) and previous.thing.startswith(f"{noun} "):
        text = f"Số {previous.thing} lũy kế"  # "có thêm 5 xã đạt chuẩn, lũy kế 102 xã"
        return Label(text, text, previous.thing, leading=False)
    after, thing = _thing(piece, noun, after)
    label = (
        _of_its_kind(piece, before, after, noun, thing, previous)
        or _of_the_same(piece, before, after, noun, thing, previous)
        or _moved(piece, after, noun, thing, previous)
        or some_of_done(piece, thing, previous)
        or _done(piece, before, after, noun, thing, previous)
    )
    if previous and label.text == previous.text and _ON_AVERAGE.search(piece.before):
        # "kết nạp 900 đảng viên, bình quân mỗi năm kết nạp 180 đảng viên"
        return replace(label, text=f"{label.text} bình quân")
    return label


_ON_AVERAGE = re.compile(r"(?<!\w)(?:bình\squân|trung\sbình)(?!\w)", re.IGNORECASE)


def _of_its_kind(piece: Piece, before: str, after: str, noun: str, thing: str, previous: Label | None) -> Label | None:
    """Counts with a wording of their own: targets, members, victims, parts of a whole, heads."""
    told = (
        _targets_reached(piece, noun, after)
        or gathered(piece, noun, previous)
        or members(piece, noun, previous)
        or victims(piece, after, previous)
        or partners(piece, thing)
        or left_over(piece, previous)
        or _damaged(piece, thing)
        or (of_several(piece, before, thing) if previous is None else in_one_place(piece, noun, after, previous))
    )
    if told:
        return told
    if not after and (led := _LED_COUNT.fullmatch(before)) and led["what"].startswith(f"số {noun}"):
        return Label(sentence_case(led["what"]), sentence_case(led["what"]), led["what"].removeprefix("số "))
    if HEAD.match(before) and not (after and _ASIDE.search(piece.before)):
        return _counted_headed(piece, before, after, noun, previous)
    if previous and re.search(r"(?:tăng|giảm)\s(?:lên|xuống|còn)(?:\scòn)?\s*$", piece.before):
        return replace(previous, text=sentence_case(previous.subject), growth=False)
    return _as_many(piece, noun, after, previous) or visitors(piece, before, after, noun, previous)


def _of_level(before: str, after: str, noun: str, previous: Label | None) -> Label | None:
    """``2.735 cuộc giám sát (cấp tỉnh 41 cuộc, cấp huyện 207 cuộc)``: how many of those counted before on each level."""
    if previous is None or after or not ON_LEVEL.fullmatch(before):
        return None
    again = re.search(rf"\s(?:{ON_LEVEL.pattern})$", previous.text, re.IGNORECASE)
    whole = (previous.text[: again.start()] if again else previous.text).removesuffix(" các cấp")
    if not whole.startswith(f"Số {noun}") or (whole.count(" ") < 2 and not again):
        return None
    return Label(f"{whole} {lower_first(before)}", whole, previous.thing, leading=False)


def _of_the_same(piece: Piece, before: str, after: str, noun: str, thing: str, previous: Label | None) -> Label | None:
    """Another time, level or the mean of what was counted before, and what is named before its number."""
    if level := _of_level(before, after, noun, previous):
        return level
    dated = any(t.period and t.kind in ("at", "until", "span") for t in piece.times)
    again = not verb_phrase(piece.before) and not after and previous and f" {noun.split()[0]}" in previous.text
    if dated and again and previous:
        of = previous.subject if previous.growth else previous.text
        return replace(previous, text=sentence_case(of), growth=False)
    if owner := _EACH.search(piece.before):
        text = f"Số {thing} bình quân {owner['each'] or owner['mean']}"
        return Label(text, text, thing, leading=False)
    averaged = "bình quân" in piece.before.lower() and BARE.match(verb_phrase(piece.before) or "")
    if averaged and previous and previous.thing and previous.thing == thing:
        text = f"{previous.text} bình quân"  # "bình quân 900 lượt lao động/năm"
        return Label(text, previous.subject, thing, leading=False)
    same = previous and (noun in previous.text or (noun in PERSONS and previous.text.startswith("Số ")))
    if averaged and previous and same and not after:
        return Label(f"{previous.text} bình quân", previous.subject, previous.thing, leading=False)
    if named := _named_before(piece, before, after, noun, previous) or _its_object(before, after, noun):
        return named
    if noun == "người" and not after and _INSURANCE.fullmatch(before):
        thing = f"người tham gia {lower_first(before)}"
        return Label(f"Số {thing}", f"Số {thing}", thing, leading=False)
    if before and re.search(r"(?:đạt|là)\s*$", piece.before) and not after:
        kind = lower_first(before) if before.lower().startswith(f"{noun} ") else f"{noun} {lower_first(before)}"
        return Label(f"Số {kind}", f"Số {kind}", thing)
    return None


def _moved(piece: Piece, after: str, noun: str, thing: str, previous: Label | None) -> Label | None:
    """By how many they have become more or fewer, and for whom the deed before was done."""
    if moved := _MOVED.fullmatch(piece.before):
        more = "tăng thêm" if moved["verb"] == "tăng" else "giảm"
        same = previous and not after and previous.text.startswith(f"Số {noun} ")
        cause = f"{piece.topic} {previous.text if previous else ''}"
        text = f"{previous.text} {more}" if same and previous else f"Số {of_accident(thing, cause)} {more}"
        return Label(text, text, thing, leading=False)
    if (
        not piece.before.strip(" ,và")
        and (piece.opener in (",", "và") or (piece.opener == ";" and after and not after.endswith(" còn")))
        and previous
        and previous.text.endswith(" giảm")
    ):
        return Label(f"Số {thing} giảm", f"Số {thing}", thing, leading=False)  # "giảm 12 phòng và 47 đơn vị"
    if piece.opener == "cho" and previous and previous.thing and not after and not _DEPUTIES.match(previous.thing):
        text = tidy(f"Số {noun} được {previous.verb} {lower_first(previous.thing)}")
        return Label(text, text, thing, leading=False)
    return None


def _done(piece: Piece, before: str, after: str, noun: str, thing: str, previous: Label | None) -> Label:
    """What was done to them, or to whom they belong."""
    none_left = piece.quantity.value == 0 and not BARE.match(before)
    verb = "" if none_left else deed_of(piece, after, previous)
    if piece.quantity.origin is not None and GROWTH.fullmatch(verb):
        verb = ""  # "giảm từ 151 xuống còn 64 đơn vị": how many are left, not by how many fewer
    if piece.quantity.total is not None and noun == "chỉ tiêu" and not after and _FIELD.fullmatch(before):
        counts = previous and _REACHED_COUNT.match(previous.text)
        reached = re.sub(r"^Số chỉ tiêu\s", "", previous.text) if previous and counts else ""
        return Label(tidy(f"Số chỉ tiêu {lower_first(before)} {reached}"), f"Số {thing}", thing, leading=False)
    if piece.inside and previous and noun in ("người", "đồng chí") and verb:
        return Label(tidy(f"{previous.text} {verb}"), previous.subject, thing)
    times = piece.opener == "với" and previous and previous.verb and previous.thing in _TIMES
    if times and previous and not verb and noun in PERSONS:
        return Label(f"Số {thing} được {previous.verb}", f"Số {thing}", thing, leading=False, verb=previous.verb)
    level = _LEVELS.fullmatch(verb) if previous and not after and previous.text.startswith(f"Số {noun} ") else None
    if level and previous:
        earlier = _AT_LEVEL.sub("", previous.text)
        return Label(f"{earlier} trình độ {level['level']}", earlier, thing, leading=False)
    if noun in PERSONS and not after and _WHO_THEY_ARE.fullmatch(verb):
        done = previous.verb if previous and OF_WHICH.match(f"{piece.parent} {piece.before}".lstrip(" ,;(")) else ""
        text = f"Số {verb} được {done}" if done else f"Số {verb}"
        return Label(text, text, verb, leading=False, verb=done)
    if _MODE.fullmatch(verb) and not after:
        return Label(f"Số {noun} {verb}", f"Số {noun} {verb}", thing, leading=False)
    if _HAVING.match(verb) and not after:
        return Label(f"Số {noun} có {verb}", f"Số {noun} có {verb}", thing, leading=False)
    if (
        piece.opener == "với"
        and previous
        and previous.thing
        and not previous.leading
        and not verb
        and noun not in _SOULS
        and not _UNITS_OF_STATE.match(previous.thing)
    ):
        text = tidy(f"Số {thing} {previous.thing}")
        return Label(text, text, thing, leading=False)
    if re.search(r"(?<!\w)(?:có|phấn đấu)\sthêm\s*$", piece.before) and not verb:
        return Label(f"Số {thing} tăng thêm", f"Số {thing}", thing, leading=False)
    case = _CASE.fullmatch(verb) if noun in ("vụ", "vụ án") and not after else None
    text = tidy(of_counted(f"{noun} {case['case']}", noun, case["deed"]) if case else of_counted(thing, noun, verb))
    return Label(text, text, thing, leading=False, verb=verb)


_INSURANCE = re.compile(r"(?:bảo\shiểm|BH(?:XH|YT|TN))(?:\s[^\W\d]+){0,4}", re.IGNORECASE)
"""``số người tham gia bảo hiểm xã hội 92.450 người, bảo hiểm thất nghiệp`` 68.200 người: who takes part in it."""
_DEPUTIES = re.compile(r"đại\sbiểu(?!\w)", re.IGNORECASE)
"""``500 đại biểu, đại diện cho`` 50 nghìn đảng viên: nothing was done to them."""
_TIMES = frozenset({"lượt", "cuộc", "buổi", "đợt", "lần"})
"""``tiếp 3.949 lượt với 4.839 người``: how often, and then how many."""
_LEVELS = re.compile(
    r"(?:trình\sđộ\s)?(?P<level>(?:đại\shọc|cao\sđẳng|trung\scấp|sơ\scấp|thạc\ssĩ|tiến\ssĩ)(?:(?:,|\svà)\s(?:cao\sđẳng|trung\scấp|sơ\scấp|tiến\ssĩ))*)",
    re.IGNORECASE,
)
_AT_LEVEL = re.compile(r"\strình\sđộ\s[^:]+$")
"""``đào tạo nghề cho 60.000 người, trong đó trung cấp`` 15.000 người: of the people before, those of a level."""
_WHO_THEY_ARE = re.compile(
    r"(?:(?:cán\sbộ|công\schức|viên\schức|giáo\sviên|người\slao\sđộng|bác\ss[ĩỹ]|thạc\ss[ĩỹ]|tiến\ss[ĩỹ]|cử\snhân|kỹ\ssư|công\snhân)(?:,\s(?=\w)|\svà\s(?=\w)|$))+",
    re.IGNORECASE,
)
"""``trong đó công chức`` 412 người: who they are, and no deed."""
_MODE = re.compile(
    r"trực\stuyến(?:\stoàn\strình)?|trực\stiếp|qua\s(?:mạng|môi\strường\smạng|dịch\svụ\sbưu\schính)", re.IGNORECASE
)
"""``trong đó trực tuyến`` 900 hồ sơ: in which way, and no deed."""
_HAVING = re.compile(r"(?:trình\sđộ|bằng|chứng\schỉ|học\svị|học\shàm)\s", re.IGNORECASE)
"""``có trình độ thạc sĩ`` 8 đồng chí: what they have, and nothing that was done to them."""
_UNITS_OF_STATE = re.compile(
    r"(?:huyện|thị\sxã|thành\sphố|quận|xã|phường|thị\strấn|đơn\svị\shành\schính)(?!\w)", re.IGNORECASE
)
"""``6 huyện, 1 thành phố với`` 124 xã, phường: of all of them."""
_SOULS = frozenset({"khẩu", "nhân khẩu"})
"""``2.450 hộ với`` 10.120 khẩu: of the place, as the households are."""
_CASE = re.compile(
    r"(?P<case>(?:trọng\s)?án(?:\s[^,;]{2,60}?)?)\s(?:đã\s)?(?P<deed>(?:(?:điều\stra|khám\sphá|làm\srõ|phá)(?:,?\s|$))+)",
    re.IGNORECASE,
)
"""``án đặc biệt nghiêm trọng điều tra làm rõ`` 22 vụ: of what kind the cases are, and what was done about them."""
_FIELD = re.compile(
    r"(?:(?:về|lĩnh\svực|nhóm)\s)?(?:kinh\stế|văn\shóa|văn\shoá|xã\shội|quốc\sphòng|an\sninh|môi\strường|xây\sdựng\sĐảng|hệ\sthống\schính\strị|nội\schính)(?:(?:\s-\s|\s?[-–,]\s?|\svà\s)[^\W\d]+(?:\s[^\W\d]+){0,3})*",
    re.IGNORECASE,
)
_REACHED_COUNT = re.compile(r"Số chỉ tiêu (?:đạt|vượt|hoàn thành|chưa|không)(?!\w)")
"""``có 18 chỉ tiêu đạt và vượt; trong đó, kinh tế 4/4 chỉ tiêu``: how many of each field."""


_SUMMED_DEED = re.compile(
    rf"[\s,;]*(?:đã\s)?(?P<deed>(?:(?:phối\shợp|tham\sgia)\s)?{VERBS.pattern}\s[^,;:()]+?)\s(?:với\s)?tổng\ssố\s*",
    re.IGNORECASE,
)
"""``tiếp nhận công dân nước ngoài trao trả tổng số`` 98 đợt, 740 trường hợp."""
_DEED_LENGTH = range(3, 18)


def _counted_headed(piece: Piece, before: str, after: str, noun: str, previous: Label | None) -> Label:
    """``Tổng số 30.000 đảng viên``, ``lượng khách đạt 900 nghìn lượt``."""
    thing = tidy(f"{noun} {after}")
    if previous and not after and re.fullmatch(r"tổng số", before, re.IGNORECASE) and previous.thing.startswith(noun):
        return Label(f"Tổng số {previous.thing}", previous.thing, previous.thing)
    bare = len(before.split()) <= 2 and before.lower().split()[0] in ("tổng", "số")
    deed = _SUMMED_DEED.fullmatch(piece.before) if bare and not after else None
    if deed and len(deed["deed"].split()) in _DEED_LENGTH:
        verb = lower_first(tidy(deed["deed"]))
        return Label(f"{sentence_case(before)} {thing} được {verb}", f"Số {thing}", thing, leading=False, verb=verb)
    if re.search(r"(?:tăng|giảm)\s(?:xuống|còn|lên)", piece.before):
        before = re.sub(r"\s(?:tăng|giảm)$", "", before)
    opened = not re.search(r"(?:đạt|là|:|có|còn|lên|khoảng|ước)\s*$", piece.before)
    if bare or (opened and after and noun.split()[0] not in before):
        text = tidy(f"{before} {thing} {opening_of(piece) if bare else ''}")
        return Label(sentence_case(text), before, thing)
    return Label(sentence_case(before), before, thing)
