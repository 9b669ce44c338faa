"""Labels of one general word (``Giải ngân``, ``Kinh phí``, ``Tỷ lệ``), which take what they are of from the head of the
list or from the clause before; and the victims of an accident, the members of a body."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.nouns import counted_noun
from vankien.facts.clauses.phrases import clean_before, lower_first, sentence_case, tidy, verb_phrase
from vankien.facts.cues.wording import HEAD
from vankien.facts.labels.changes import Label
from vankien.vietnamese import UPPER

_VICTIMS = re.compile(
    r"(?:[\s,;(]|và\s)*(?:làm\s)?(?P<what>chết|bị\sthương|tử\svong|mất\stích|mắc)?\s*$", re.IGNORECASE
)
_SUFFERED = re.compile(r"(?:chết|bị\sthương|tử\svong|mất\stích|mắc)(?!\w)", re.IGNORECASE)
_CASES = re.compile(r"^Số vụ (?P<cause>[^,;(]+)$")
_EARLIER_VICTIMS = re.compile(r"^Số người (?:chết|bị thương|tử vong|mất tích|mắc) do (?P<cause>.+)$")


def victims(piece: Piece, after: str, previous: Label | None) -> Label | None:
    """``tai nạn giao thông xảy ra 120 vụ, làm chết 70 người, bị thương 85 người``: what the people suffered, and from what.

    Where the cases before name no cause, the label does without.
    """
    if not re.match(r"người(?!\w)", piece.quantity.unit or ""):
        return None
    before = _VICTIMS.fullmatch(piece.before)
    behind = _SUFFERED.match(after)
    what = before["what"] if before and before["what"] and not after else behind.group() if behind and before else ""
    if not what:
        return None
    named = (_CASES.match(previous.text) or _EARLIER_VICTIMS.match(previous.text)) if previous else None
    text = f"Số người {what.lower()}" + (f" do {named['cause']}" if named else "")
    return Label(text, text, f"người {what.lower()}", leading=False)


_BODY = re.compile(r"(?:Ban|Ủy\sban|Đoàn|Hội\sđồng|Đảng\sbộ|Đảng\sủy|Tỉnh\sủy|Thành\sủy|Huyện\sủy|Chi\sbộ)\s")
_WHO = re.compile(
    r"[\s,;()]*(?:trong\sđó,?\s)?(?:(?:số|có|là)\s)*(?P<who>nữ|(?:người\s)?dân\stộc\sthiểu\ssố|trẻ)\s*(?:có|là)?\s*",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"^(?:Số|Tỷ lệ) (?P<noun>\w+ \w+)(?: (?:nữ|(?:người )?dân tộc thiểu số|trẻ))? trong (?P<body>.+)$"
)

_BODY_LENGTH = 8
PERSONS = frozenset({"người", "đồng chí"})
_KIND = re.compile(
    r"[\s,;]*(?:trong\sđó,?\s|và\s)?(?:số\s)?(?P<kind>(?:đại\sbiểu|đảng\sviên|cán\sbộ|ủy\sviên|uỷ\sviên|công\schức|viên\schức|đoàn\sviên|hội\sviên|giáo\sviên|học\ssinh|lao\sđộng)"
    r"(?:,\s(?:đảng\sviên|công\schức|viên\schức|hội\sviên|người\slao\sđộng))*(?:\s[^\W\d]+){1,9}?)\s*(?:có|là|:|gồm)?\s*",
    re.IGNORECASE,
)
"""``đại biểu nữ 71 đồng chí``, ``cán bộ trẻ có 12 người``: what kind of people, before how many of them."""
_MADE_OF = re.compile(r"\sgồm(?:\scó)?\s*$")
_GOT_MEMBERS = re.compile(r"\s(?:(?:gồm|còn|hiện)(?:\s(?:có|còn|lại))?|có)\s*$")
_NOUNS_OF_MEMBERS = frozenset({"đồng chí", "ủy viên", "uỷ viên", "thành viên"})
_MEMBERS = frozenset({"đảng viên", "đoàn viên", "hội viên"})


def members(piece: Piece, noun: str, previous: Label | None) -> Label | None:
    """``Ban Chấp hành gồm 29 đồng chí, trong đó nữ 7 đồng chí``: the members of a body, and some of them; ``60 tổ chức
    đảng với 3.500 đảng viên``: all members there are."""
    if (
        piece.opener == "với"
        and (noun := noun[:1].lower() + noun[1:]) in _MEMBERS
        and piece.before.strip() in ("", "với")
        and not piece.after.strip()
    ):
        return Label(f"Số {noun}", f"Số {noun}", noun, leading=False)
    has = _GOT_MEMBERS if noun in _NOUNS_OF_MEMBERS else _MADE_OF
    if has.search(piece.before) and (body := clean_before(piece.before)) and _BODY.match(body):
        return Label(f"Số {noun} trong {body}", body, f"{noun} trong {body}", leading=False)
    listed = _OF_BODY.match(previous.text) if previous and piece.opener in (",", ";", "và") else None
    if (
        listed
        and listed["noun"] == noun
        and _BODY.match(body := tidy(piece.before))
        and len(body.split()) <= _BODY_LENGTH
    ):
        return Label(f"Số {noun} trong {body}", body, f"{noun} trong {body}", leading=False)
    if noun in PERSONS and (kind := _KIND.fullmatch(piece.before)) and not piece.after.strip(" ,;.)"):
        some = lower_first(tidy(kind["kind"]))
        return Label(f"Số {some}", some, some, leading=False)
    who = _WHO.fullmatch(piece.before)
    if who and (kind_counted := _some_of(noun, who["who"], previous)):
        return kind_counted
    known = _OF_BODY.match(previous.text) if previous and who else None
    if not who or not known or known["noun"] != noun:
        return None
    some = f"{noun} {lower_first(who['who'])} trong {known['body']}"
    return Label(f"Số {some}", some, some, leading=False)


_COUNTED_PERSONS = re.compile(
    r"^Số (?P<noun>đảng viên|đoàn viên|hội viên|cán bộ|công chức|viên chức|đại biểu|lao động|học sinh|sinh viên)(?P<rest>(?:\s.+)?)$"
)


_ANOTHER_KIND = re.compile(
    r"^\s(?:nữ|nam|trẻ|(?:là\s)?(?:người\s)?dân\stộc\sthiểu\ssố|(?:là\s)?người\sdân\stộc)(?=\s|$)"
)
"""``trong đó nữ 40 đồng chí, dân tộc thiểu số`` 30 đồng chí: of all of them, not of the women."""


def _some_of(noun: str, who: str, previous: Label | None) -> Label | None:
    """``kết nạp 90 đảng viên, trong đó nữ 40 đồng chí``: some of the people counted before, in another word for them."""
    counted = _COUNTED_PERSONS.match(previous.text) if previous and noun in PERSONS else None
    if not counted:
        return None
    some = f"{counted['noun']} {lower_first(who)}{_ANOTHER_KIND.sub('', counted['rest'])}"
    return Label(f"Số {some}", f"Số {some}", some, leading=False)


_OF_KIND = re.compile(r"^(?P<whole>.+): (?P<kind>[^:]+)$")


def kind_of(piece: Piece, previous: Label | None) -> Label | None:
    """``kỷ luật 812 đảng viên: khiển trách 590, cảnh cáo 222``: a kind of what was counted before."""
    kind = piece.quantity.part
    if not kind or previous is None:
        return None
    known = _OF_KIND.match(previous.text)
    whole = known["whole"] if known and previous.subject == known["whole"] else previous.text
    return Label(f"{whole}: {sentence_case(kind)}", whole, previous.thing, leading=False)


_THERE = re.compile(
    rf"[\s,;]*(?:trong\sđó,?\s)?(?:riêng\s)?(?P<place>(?:huyện|thị\sxã|thành\sphố|xã|phường|đặc\skhu|tỉnh)\s[{UPPER}]\w+(?:\s[{UPPER}]\w+){{0,3}})"
    r"\s(?:(?:phải|cần|sẽ)\s)?(?:có|đạt)?\s*"
)


def in_one_place(piece: Piece, noun: str, after: str, previous: Label) -> Label | None:
    """``45% số xã đạt chuẩn, trong đó huyện Nậm Sơn phải có 7 xã``: of the same things, in one place."""
    there = _THERE.fullmatch(piece.before)
    if not there or after or not re.match(rf"(?:số\s)?{re.escape(noun)}(?!\w)", previous.thing):
        return None
    text = tidy(f"Số {previous.thing} của {there['place']}")
    return Label(text, text, previous.thing, leading=False)


_TIED = re.compile(
    r"(?:^|\s)(?P<tie>(?:có|thiết\slập|mở\srộng|duy\strì|ký\skết)\s(?:quan\shệ|hợp\stác|thỏa\sthuận|thoả\sthuận|kết\snghĩa|đối\stác)(?:\s[^,;:.()\d]{1,60})?)\svới\s*$",
    re.IGNORECASE,
)
_HAS_ORGANS = re.compile(
    r"(?:^|[,;]\s)(?P<whole>(?:tổ\schức\s)?(?:bộ\smáy|cơ\scấu\stổ\schức)\s(?:của\s)?[^,;:.()\d]{2,60}?)\s(?:hiện\s|chỉ\s)?(?:còn|có|gồm)\s*$",
    re.IGNORECASE,
)


_ATTENDED = re.compile(
    r"(?<!\w)sự\s(?P<how>tham\sdự|tham\sgia|có\smặt|góp\smặt|chứng\skiến)\scủa(?:\s(?:toàn\sthể|đông\sđủ))?\s*$",
    re.IGNORECASE,
)


def partners(piece: Piece, thing: str) -> Label | None:
    """``có quan hệ ngoại giao với 194 quốc gia``: what ties to them; ``bộ máy tỉnh còn 14 sở``: whose they are; ``khai mạc
    với sự tham dự của 350 đại biểu``: what they did there."""
    if attended := _ATTENDED.search(piece.before):
        text = f"Số {thing} {attended['how'].lower()}"
    elif tied := _TIED.search(piece.before):
        text = f"Số {thing} {lower_first(tied['tie'])}"
    elif has := _HAS_ORGANS.search(piece.before):
        text = f"Số {thing} của {lower_first(has['whole'].strip())}"
    else:
        return None
    return Label(text, text, thing, leading=False)


def left_over(piece: Piece, previous: Label | None) -> Label | None:
    """``giảm 3 phòng chuyên môn (từ 12 còn 9)``: how many are left of what was done away with."""
    if piece.opener != "(" or piece.quantity.origin is None or not previous:
        return None
    if not previous.verb:
        fewer = re.fullmatch(r"(?P<of>Số .+) giảm", previous.text)
        return Label(fewer["of"], fewer["of"], previous.thing, leading=False) if fewer else None
    left = previous.text.endswith(f" {previous.verb}")
    return Label(f"Số {previous.thing}", f"Số {previous.thing}", previous.thing, leading=False) if left else None


_OF_STANDARD = re.compile(r"(?<!\w)xã\s(?:được\s(?:công\snhận\s)?|đã\s)?đạt\schuẩn$")
"""``Xây dựng nông thôn mới: ... có 47 xã được công nhận đạt chuẩn``: the standard that the head before the colon names."""
_BARE_SUM = re.compile(
    r"(?:tổng\s)?(?:kinh\sphí|số\stiền)|cần(?:\skhoảng)?|tổng\sthu|(?:tỷ\slệ\s)?giải\sngân|doanh\sthu|tỷ\slệ|vốn\s(?:thực\shiện|giải\sngân)|(?:tổng\s)?thiệt\shại",
    re.IGNORECASE,
)
_PROMISED_FUNDS = re.compile(
    r"^(?:Tổng\s)?(?P<what>(?:số\s)?vốn\s.{4,}?)\s(?:đăng\ský|cam\skết)(?:\s.*)?$", re.IGNORECASE
)
"""``vốn đầu tư nước ngoài đăng ký 80 triệu USD, vốn thực hiện 40 triệu USD``: what was promised, and what came of it."""
_PLANNED_FUNDS = re.compile(
    r"^(?:Tổng\s|Giải\sngân\s)?(?:kế\shoạch\s)?(?P<of>vốn\s(?:đầu\stư\scông|của\s\S)(?:.{0,60}?)??)(?:\s(?:được\s)?(?:giao|bố\strí|phân\sbổ).*)?$",
    re.IGNORECASE,
)
"""``Kế hoạch vốn đầu tư công được giao 80 tỷ đồng; giải ngân 60 tỷ đồng``: what is paid out of it."""
_ON_TOURISM = re.compile(
    r"\W*(?:(?:Hoạt\sđộng|Ngành|Lĩnh\svực|Kinh\stế)\s)?du\slịch\s(?!dịch)[^,;.()\d]*,\s*$", re.IGNORECASE
)
"""``Du lịch phục hồi mạnh, doanh thu đạt 900 tỷ đồng``: whose turnover it is."""
_CAUSE = re.compile(r"(?:^|[,;.]\s)(?P<cause>[^,;.]{3,60}?)\s+(?:đã\s)?(?:làm|gây)\s", re.IGNORECASE)
_CAUSE_LENGTH = 6
_DEED_LENGTH = range(4, 17)


def with_topic(label: Label, piece: Piece, previous: Label | None) -> Label:
    """A label of one general word with what it is of; unchanged where the sentence does not say.

    ``Đầu tư công: ... đã giải ngân 1.900 tỷ đồng`` is of the head before the colon, ``xây mới 50 nhà, kinh phí 3 tỷ
    đồng`` and ``đón 2 nghìn lượt khách, doanh thu 5 tỷ đồng`` of the things counted before, ``bố trí cán bộ trẻ trong
    cấp ủy, tỷ lệ đạt 25%`` of the deed.
    """
    if _OF_STANDARD.search(label.text) and re.search(r"nông\sthôn\smới", piece.parent, re.IGNORECASE):
        return replace(label, text=f"{label.text} nông thôn mới")
    if not _BARE_SUM.fullmatch(label.text):
        return label
    word = label.text.lower()
    if word in ("vốn thực hiện", "vốn giải ngân"):
        promised = _PROMISED_FUNDS.match(previous.text) if previous else None
        text = sentence_case(f"{promised['what']} {word[4:]}") if promised else label.text
        return replace(label, text=text, subject=text)
    if word.startswith("cần"):
        if piece.quantity.kind != "money":
            return label
        return replace(label, text=sentence_case(f"Kinh phí cần {previous.thing if previous else ''}".strip()))
    of = _what_it_is_of(word, piece, previous)
    if not of:
        return label
    text = sentence_case(f"{label.text} {lower_first(of)}")
    return replace(label, text=text, subject=text)


_WORTH = re.compile(
    r"[\s,(]*(?:(?:với|có)\s)?(?P<what>(?:tổng\s)?trị\sgiá)(?:\s(?:(?:ước|lên)(?:\sđạt|\stính|\sđến)?|khoảng|là|đạt))*\s*",
    re.IGNORECASE,
)


_GAINED = re.compile(
    r"[\s,;]*(?:đã\s)?(?P<deed>thu\shồi|thu\sgiữ|tịch\sthu|kê\sbiên|tạm\sgiữ)\s(?:được\s)?(?P<thing>(?:số\s)?(?:tiền,?\s(?:và\s)?)?(?:tài\ssản|tang\svật|hàng\shóa|hàng\scấm)(?:\s[^,;:.()\d]{1,40}?)?)"
    r"\s(?:có\s)?(?:tổng\s)?(?:trị\sgiá|giá\strị)(?:\s(?:ước|là|đạt|trên|hơn|gần|khoảng))*\s*",
    re.IGNORECASE,
)


def worth(piece: Piece, previous: Label | None) -> Label | None:
    """``trao 300 suất quà trị giá 150 triệu đồng``: what the things counted before are worth; ``thu hồi tài sản trị giá 240 tỷ
    đồng``: what has no number."""
    if piece.quantity.kind != "money":
        return None
    if gained := _GAINED.fullmatch(piece.before):
        text = f"Giá trị {tidy(gained['thing'])} được {gained['deed'].lower()}"
        return Label(text, text, gained["thing"], leading=False)
    said = _WORTH.fullmatch(piece.before)
    if not said or not previous or previous.leading or not previous.thing:
        return None
    text = sentence_case(f"{said['what'].lower()} {previous.thing}")
    return Label(text, text, previous.thing, leading=False)


def _what_it_is_of(word: str, piece: Piece, previous: Label | None) -> str:
    """What a label of one general word is of, by the head, the clause and the value before it; empty if none says it."""
    said = previous.text if previous else ""
    if word.endswith("thiệt hại"):
        caused = _CAUSE.search(f"{piece.topic} {piece.before}")
        short = caused is not None and len(caused["cause"].split()) <= _CAUSE_LENGTH
        return f"do {lower_first(tidy(caused['cause']))}" if caused and short else ""
    if word == "tỷ lệ":
        return _rate_of(piece, previous)
    if word == "tổng thu":
        return "từ du lịch" if re.search(r"(?<!\w)(?:khách|du khách)(?!\w)", said, re.IGNORECASE) else ""
    if word == "doanh thu":
        return (
            "du lịch"
            if re.search(r"(?<!\w)khách du lịch(?!\w)", said, re.IGNORECASE) or _ON_TOURISM.match(piece.topic)
            else ""
        )
    if planned := _PLANNED_FUNDS.match(said) if word.endswith("giải ngân") else None:
        return planned["of"]
    if word == "tỷ lệ giải ngân":
        return ""
    if word == "giải ngân":
        of = tidy(piece.parent) if re.match(r"\W*(?:vốn\s)?đầu\stư\scông$", tidy(piece.parent), re.IGNORECASE) else ""
        return of if not of or of.lower().startswith("vốn") else f"vốn {lower_first(of)}"
    counted = previous and previous.verb and not previous.leading and piece.opener in (",", "với", "")
    return f"{previous.verb} {previous.thing}" if previous and counted else ""


def _rate_of(piece: Piece, previous: Label | None) -> str:
    """What a bare ``tỷ lệ`` is of: the deed before it, or what was counted before it."""
    deed = tidy(piece.topic) if piece.opener == "" and "," not in tidy(piece.topic) else ""
    if len(deed.split()) in _DEED_LENGTH and piece.topic.rstrip().endswith(","):
        return deed
    share = re.match(r"Số (?P<thing>\S.*)", previous.text) if previous and piece.opener == "(" else None
    if share:
        return share["thing"]  # "12/16 trường đạt chuẩn (tỷ lệ 75%)"
    if previous and previous.verb and not previous.leading and piece.opener == ",":
        return f"{previous.verb} {previous.thing}"  # "khám phá 90 vụ, tỷ lệ đạt 91%"
    return ""


_OWN_SAY = re.compile(r"(?:vượt|đạt|chưa|không|hoàn\sthành)(?!\w)")
"""``5 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt``: each count has its own predicate."""


def deed_of(piece: Piece, after: str, previous: Label | None) -> str:
    """What was done to the counted thing; a list of things shares its verb."""
    listed = not piece.before.strip(" ,và") and piece.opener in (",", "và", "/") and not _OWN_SAY.match(after)
    if listed and previous and previous.verb:
        return previous.verb
    if previous and previous.verb and _same_again(piece, previous):
        return previous.verb
    deed = _deed(piece)
    return _of_trial(deed, previous.verb) if previous else deed


def _same_again(piece: Piece, previous: Label) -> bool:
    """``thẩm định đối với 7 người tham gia ứng cử Quốc hội; 80 người tham gia ứng cử Hội đồng``: more of the same behind a
    semicolon."""
    if piece.opener != ";" or piece.before.strip():
        return False
    again = tidy(f"{counted_noun(piece.quantity.unit or '')} {piece.after}").split()[:_SAME_WORDS]
    return len(again) == _SAME_WORDS and previous.thing.split()[:_SAME_WORDS] == again


_SAME_WORDS = 4
_TRIAL = re.compile(r"sơ\sthẩm|phúc\sthẩm", re.IGNORECASE)


def _of_trial(deed: str, earlier: str) -> str:
    """``xét xử sơ thẩm 22 vụ; phúc thẩm 2 vụ``: who tries them, told before."""
    tried = _TRIAL.search(earlier) if _TRIAL.fullmatch(deed) else None
    return f"{earlier[: tried.start()]}{deed}" if tried else deed


def _deed(piece: Piece) -> str:
    return re.sub(r"^(?:bình quân|trung bình)\s|(?:^|\s)đưa$", "", verb_phrase(piece.before))


def lead_label(lead: str) -> str:
    """What a list measures whose items name only places: ``Giao chỉ tiêu giảm tỷ lệ hộ nghèo cho các huyện:``.

    >>> lead_label("Giao chỉ tiêu giảm tỷ lệ hộ nghèo cho các huyện:")
    'Tỷ lệ hộ nghèo'
    """
    headed = list(HEAD.finditer(lead))
    phrase = lead[headed[-1].start() :].rstrip(" :") if headed else ""
    cut = re.search(r"\s(?:cho|của\scác|đối\svới|như|cụ\sthể|tại|trong|giai\sđoạn|năm|theo)(?!\w)|[,;:]", phrase)
    phrase = tidy(phrase[: cut.start()] if cut else phrase)
    return sentence_case(phrase) if 2 <= len(phrase.split()) <= 12 else ""
