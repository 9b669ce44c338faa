"""The words around a value → clean phrases: the indicator's noun, the governing verb, the thing that is counted."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.facts.clauses.clause import Piece
from vankien.facts.cues.deeds import BY_ISSUER, VERBS, to_deed
from vankien.facts.cues.lead_ins import without_lead_in
from vankien.facts.cues.wording import (
    ABBREVIATIONS,
    CUT,
    EMPTY_VERB,
    HEAD,
    HEAD_NOUN,
    LEADING,
    PACE,
    PREDICATE,
    TRAILING,
)
from vankien.vietnamese import UPPER

_ABBREVIATED = re.compile(rf"(?<!\w)(?:{'|'.join(ABBREVIATIONS)})(?!\w)")
_PLAIN_BRACKET = re.compile(
    r"\s*\((?:(?:đạt|vượt|chưa|không|hoàn\sthành|kể\scả|gồm)\s[^()]*|(?![^()]{0,14}[A-ZĐ]{2})(?![^()\d]*[^\W\d]/[^\W\d])[^()]*)\)",
    re.VERBOSE,
)
"""A bracket that holds neither an abbreviation nor a ratio: ``(giá hiện hành)``, not ``(PAR INDEX)``, ``(chiều cao/tuổi)``."""
_FIRM_HEAD = re.compile(
    r"""(?:(?:tỷ|tỉ)\s(?:lệ|trọng|suất)|tổng|diện\stích|sản\slượng|giá\strị|doanh\sthu|kim\sngạch|công\ssuất|quy\smô
      |dân\ssố|chỉ\ssố|thu\s(?:nhập|ngân\ssách)|mức|tốc\sđộ|GRDP|mật\sđộ|tuổi\sthọ|dư\snợ|cơ\scấu|năng\ssuất|độ\s(?:che|bao)\sphủ)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Heads that name an indicator wherever they stand in a clause (``mở rộng diện tích lúa``)."""
_SAID = re.compile(
    r"""\s(?:(?:năm\snào\s|(?:các|hằng|hàng)\snăm\s)?(?:cũng|đều)|vượt|có|được|tiếp\stục|phát\striển|tăng|giảm|ngày\scàng|cơ\sbản|đạt|từng\sbước|chuyển\sdịch|là|đã|đang|luôn|còn
      |đẩy\smạnh|phục\shồi|ổn\sđịnh|chiếm|gặp|chủ\syếu|mới\schỉ)(?!\w).*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""From the verb of a clause on: what is said of its subject."""
BARE = re.compile(
    r"""^(?:(?:trung|bình|quân|toàn|tỉnh|cả|hằng|hàng|mỗi|năm|tổng|số|nước|ước|lũy|luỹ|kế|ở|mức|đạt|tăng|trưởng|khoảng)\s?)*$""",
    re.IGNORECASE,
)
"""Words before a value that name nothing: ``bình quân``, ``toàn tỉnh``."""
COPULA = re.compile(r"(?:đạt|là|:|còn|chiếm|ước|(?<!mặt\s)bằng|lên|xuống)\s*$", re.IGNORECASE)
SCOPE = re.compile(
    r"""^(?:riêng\s)?(?:ở\s|tại\s|đối\svới\s)?(?:các\s)?(?:cấp|khu\svực|vùng\sđồng\sbào|huyện|xã(?!\shội)|phường|đặc\skhu|thành\sphố|thị\sxã|tỉnh|lĩnh\svực|địa\sbàn)
        \s(?!được|có|đạt).{1,40}$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A part of the whole that the value before stood for: ``riêng huyện nghèo``, ``cấp xã``."""


_SPECKS = re.compile(r"[|\[\]{}]|(?<!\S)[‘'`?](?=[^\W\d]|\s)")
"""Rulings and specks that an engine reads as signs inside a phrase."""


@lru_cache(maxsize=16384)
def tidy(text: str) -> str:
    """A phrase with single blanks and without punctuation at its ends or brackets that hold no abbreviation.

    >>> tidy(" , tổng sản phẩm (GRDP) bình quân  (giá hiện hành);")
    'tổng sản phẩm (GRDP) bình quân'
    >>> tidy("xã đạt tiêu chí quốc gia về 'y tế | xã]")
    'xã đạt tiêu chí quốc gia về y tế xã'
    """
    text = _ABBREVIATED.sub(lambda m: ABBREVIATIONS[m.group()], _PLAIN_BRACKET.sub("", text))
    text = _SPECKS.sub(" ", text)
    text = re.sub(r"\s+([,;)])", r"\1", " ".join(text.split())).strip(" ,;:.-–…*/")
    return text if text.count("“") == text.count("”") and text.count("(") == text.count(")") else text.strip(' “”"()')


def sentence_case(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


_GENERIC = re.compile(r"(?:Khách|Người|Cây|Sản phẩm|Thị trường|Dân tộc)\s")
"""Nouns that a name may follow and that are none themselves: ``Khách Hàn Quốc``."""


def lower_first(text: str) -> str:
    """The text with a small first letter, unless it starts with an abbreviation or a name.

    >>> [lower_first(t) for t in ("Tỷ lệ hộ nghèo", "GRDP bình quân", "Sơn Bình")]
    ['tỷ lệ hộ nghèo', 'GRDP bình quân', 'Sơn Bình']
    """
    words = text.split()
    named = len(words) > 1 and words[1][:1].isupper() and not _GENERIC.match(text)
    return text if named or re.match(r"\w*[A-ZĐ]{2}", text) else text[:1].lower() + text[1:]


def from_head(text: str) -> str:
    """The text from the noun on that heads the indicator: ``nâng tỷ lệ che phủ`` → ``tỷ lệ che phủ``."""
    headed = HEAD.search(text)
    if not headed:
        return text
    opening = text[: headed.start()]
    firm = _FIRM_HEAD.match(headed.group()) and not re.search(
        r"(?:của|về|theo|là|vào|trong|trên|(?:giữ|duy trì) ở)\s$", opening
    )
    if LEADING.fullmatch(opening) or (firm and ("," not in opening or _HAS.search(opening))):
        return text[headed.start() :]
    return text


_HAS = re.compile(
    r"(?:với|đạt)\s$|,\s(?:toàn\s)?(?:tỉnh|thành\sphố|huyện|xã|phường|đặc\skhu|vùng|địa\sphương|trường|tập\sđoàn|đơn\svị)\s(?:hiện\s)?có\s$",
    re.IGNORECASE,
)
"""``Sau sắp xếp, xã có`` diện tích tự nhiên 110 km2."""
_BARE_RATE = re.compile(
    r"^(?P<deed>.*\S\s+\S+)\s(?:(?:đạt|với)\s(?:tỷ|tỉ)\slệ|chiếm\s(?:tỷ|tỉ)\s(?:lệ|trọng))\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""``bố trí cán bộ trẻ đạt tỷ lệ 25%``: the rate is that of the deed."""


_HARM = re.compile(r"^.*?(?:,|\svà|^)\s*(?:làm\s|ước\stính\s){0,2}gây\s(?=(?:tổng\s)?thiệt\shại(?!\w))", re.IGNORECASE)
"""``làm 12 người chết, mất tích và gây thiệt hại 30 tỷ đồng``: the loss alone is measured."""
_JUST = re.compile(
    r"(?:\s{2,}|^\s?|(?<=\))\s|(?<=hóa)\s|(?<=hoá)\s|(?<=GRDP)\s|(?<=ngân)\s|(?<=đầy)\s|(?<=nghèo)\s|(?<=đầu\sngười)\s|(?<=toàn\stỉnh)\s|(?<=toàn\shuyện)\s|(?<=địa\sbàn)\s|(?<=bảo\shiểm)\s|(?<=BHXH)\s|(?<=BHYT)\s|(?<=y\stế)\s|(?<=xã\shội)\s|(?<=tự\snguyện)\s|(?<=quốc\sgia)\s|(?<=chứng\schỉ)\s|(?<=nước\ssạch)\s|(?<=nông\sthôn\smới)\s|(?<=khẩu)\s|(?<=che\sphủ\srừng)\s)mới(?=\s(?:chỉ\s)?(?:ở\smức|đạt|bằng|có|được|là|chỉ)\s*$)",
    re.IGNORECASE,
)
"""``9 tháng năm 2023 mới đạt 48%``: behind a time expression (now a gap) an adverb, elsewhere a part of the noun."""
_SETS_OUT = re.compile(
    r"^[\s,;:]*(?:chương\strình|đề\sán|dự\sán|kế\shoạch)\s(?:(?:đặt|đạt|đề|xác\sđịnh)(?:\sra)?\smục\stiêu\s(?:là\s)?|[^,;:.()\d]{8,140}?\s(?:phấn\sđấu|đặt\smục\stiêu|hướng(?:\stới|(?=\s\s)))(?:\sđến)?\s+(?:ổn\sđịnh\s|có\s|đạt\s|nâng\s)?)"
    r"|^.*?(?<!\w)(?:đặt(?:\sra)?|đề\sra)\s(?:mục\stiêu|chỉ\stiêu)(?:\s(?:là|đến))?(?:\s|$)|^[\s,;:]*(?:đại\shội|nghị\squyết)\s[^;:.()]{0,90}?\s(?:xác\sđịnh|đề\sra)(?:\s|$)",
    re.IGNORECASE,
)
"""``Chương trình đặt mục tiêu trồng`` 500 ha, ``Đại hội IX từng đặt chỉ tiêu tăng trưởng`` 12%, ``Đại hội XX xác định có`` 12 xã."""
_SHIFT = re.compile(
    r"^\s*cơ\scấu\s(?:kinh\stế\s)?[^,;:()\d]{4,80}?\s(?:với|trong\sđó)\s(?=(?:tỷ|tỉ)\strọng\s)", re.IGNORECASE
)
"""``Cơ cấu kinh tế chuyển dịch đúng hướng với`` tỷ trọng dịch vụ chiếm 40%."""

_HELD = re.compile(
    r"\s+(?:(?:ước|đã|chưa|không)\s+)*(?:đạt|vượt)\s(?:chỉ\stiêu|mục\stiêu|kế\shoạch|nghị\squyết)(?:\s[^,;:()]{0,60}?)?(?:đề\sra|đặt\sra|giao)\slà\s*$",
    re.IGNORECASE,
)
"""``Thu nhập bình quân đạt chỉ tiêu Đại hội đề ra là`` 70 triệu đồng."""
_GROWS_WITH = re.compile(
    r"^.*?(?<!\w)(?:tăng\strưởng|phát\striển)\s(?:khá|cao|nhanh|mạnh|ổn\sđịnh|tốt|tích\scực)(?:\s[^,;:()\d]{1,30})?\svới\s(?=(?:tổng|tốc\sđộ|giá\strị|quy\smô|thu|kim\sngạch|doanh\sthu)\s)",
    re.IGNORECASE | re.DOTALL,
)
"""``kinh tế tăng trưởng khá với`` tổng thu ngân sách đạt 220 tỷ đồng."""
_CITES = re.compile(
    r"^[\s,;:]*(?:thực\shiện|theo|triển\skhai|quán\striệt)\s(?:nghị\squyết|kết\sluận|chỉ\sthị|quyết\sđịnh)\ssố\s[^,;]{3,40},(?:\s+của\s[^,;]{4,80},)?\s",
    re.IGNORECASE,
)
"""``Thực hiện Nghị quyết số 18-NQ/TW, ... của Bộ Chính trị, tỉnh giảm`` 9 phòng."""
_JUST_ALONE = re.compile(r"\smới(?=\s(?:chỉ\s)?(?:đạt|bằng|có|được|là|chỉ)\s*$)", re.IGNORECASE)
"""``riêng cây chè mới có 90 ha``."""


_ALTHOUGH = re.compile(r"^[\s,;]*(?:tuy|mặc\sdù|dù)\s(?!nhiên).*,\s(?=[^,]*\svẫn\s)", re.IGNORECASE | re.DOTALL)
"""``tuy chịu tác động của bão, hạn, kinh tế vẫn tăng``: only the main clause says what is measured."""


_WITH_WHOM = re.compile(
    rf"^.*?(?<!\w)(?:[Pp]hối\shợp|cùng)(?:\s(?:chặt\schẽ|thường\sxuyên))?\s(?:với|cùng)\s[^;:()]*?\s(?<!các\s)(?=(?:trồng|xóa|xoá|đón|nâng|mở|giảm)\s|{VERBS.pattern})",
    re.DOTALL,
)
"""``Sở A chủ trì, phối hợp với Sở B và UBND các huyện trồng`` 900 ha rừng: who works with whom is no part of what is measured."""


_GROWTH_GOAL = re.compile(
    r"^.*(?<!\w)(?<!đặt\s)(?<!đặt\sra\s)(?<!đề\sra\s)(?:mục\stiêu|chỉ\stiêu)\s(?=(?:tốc\sđộ\s)?tăng\strưởng\s(?!xanh(?!\w)))",
    re.IGNORECASE | re.DOTALL,
)
"""``hoàn thành mục tiêu tăng trưởng GRDP`` 9%: the growth is measured, not how much of the goal was reached."""


def main_clause(before: str) -> str:
    """The words before a value without a clause that only concedes something, without those who work on it together and
    without what is done for a goal of growth."""
    return _GROWTH_GOAL.sub("", _WITH_WHOM.sub("", _ALTHOUGH.sub("", without_lead_in(before))))


def clean_before(before: str) -> str:
    """The words before a value without openers (``trong đó``, ``phấn đấu``), copulas (``đạt``, ``còn``) and time.

    >>> clean_before("trong đó, tỷ lệ che phủ rừng ước đạt ")
    'tỷ lệ che phủ rừng'
    """
    just = _JUST_ALONE if before.lstrip(" ,;").lower().startswith("riêng ") else _JUST
    clause = _STRIVES_FOR.sub("", just.sub("", _GROWS_WITH.sub("", main_clause(before))))
    text = from_head(_BARE_RATE.sub(r"\g<deed> đạt ", clause))
    aimed = _SETS_OUT.sub("", _CITES.sub("", text))
    aimed = "tốc độ tăng trưởng" if aimed != text and aimed.strip() == "tăng trưởng" else aimed
    text = _HELD.sub("", _SHIFT.sub("", _HARM.sub("", aimed)))
    text = text if HEAD.search(text) else _STRIVES.sub("", text)
    parts = re.split(r",\s", text)
    received = re.search(r"(?:đón|thu hút|phục vụ)\s*(?:được\s*)?$", parts[-1])
    if len(parts) > 1 and HEAD.match(parts[0].lstrip()) and (BARE.match(tidy(parts[-1])) or received):
        text = _SAID.sub("", parts[0]) + (" bình quân" if "bình quân" in parts[-1].lower() else "")
    text = re.sub(r",\s(?:đầu nhiệm kỳ|trước đây)\s*$", "", text)
    stripped = LEADING.sub("", text) if not HEAD.match(text.lstrip()) else text
    cleaned = PACE.sub(r"\g<deed>", _BY_WHOM.sub("", TRAILING.sub("", tidy(stripped))))
    return tidy(_ON_AVERAGE.sub("", cleaned) if HEAD.match(cleaned) else cleaned)


_STRIVES_FOR = re.compile(
    rf"^.*(?<!\w)phấn\sđấu\s+(?:(?:trong\s)?nhiệm\skỳ\s+)?(?:sẽ\s(?:kéo\s)?(?:giảm|nâng|đưa|tăng|hạ)\s)?(?={HEAD_NOUN})",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""``xã phấn đấu`` thu ngân sách đạt 9 tỷ đồng."""
_STRIVES = re.compile(r"^.*(?<!\w)phấn\sđấu(?:\sđến)?\s+có\s*$", re.IGNORECASE | re.DOTALL)
"""``Hội Phụ nữ tỉnh An Thuận phấn đấu có`` 90% hội viên: who does is no part of what is measured."""
_ON_AVERAGE = re.compile(r"(?<=\w)\s(?:ước\s)?đạt(?=\s(?:bình\squân|trung\sbình)$)", re.IGNORECASE)
"""``Kim ngạch xuất khẩu đạt bình quân`` 3 tỷ USD/năm: the verb is no part of what is measured."""
_BY_WHOM = re.compile(r"(?<=\w)\s(?:của\stỉnh\s)?theo\s(?:nghị\squyết\s)?đại\shội(?:\s[^,;:()]{0,60})?$", re.IGNORECASE)
"""``doanh thu du lịch của tỉnh theo Nghị quyết Đại hội XX``: who has set it is no part of what is measured."""


_AFTER_NOTHING = re.compile(
    r"\s*(?:so|vào|đầu nhiệm kỳ|trong|trên|của|theo|với|nhưng|thì|và|như|lên|xuống|tăng|giảm|đến|tới|nhờ|rút(?= xuống)|kế hoạch(?! vốn)|dự toán|KH|mục tiêu|nghị quyết|còn(?=\s*$))(?=\s|$)(?!\sđó)",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\s*(?:trong|của|trên)\s(?:tổng|cơ cấu|số|GRDP)")
_COUNTED_NOTHING = re.compile(
    r"\s*(?:(?:so|với|tại|ở(?!\scho)|và|thì|nhưng|vào năm)\s|(?:rút|giảm|tăng|nâng|kéo|hạ)\s(?:xuống|lên|còn)(?:\scòn)?\s*$)"
)
_LIVING_IN = re.compile(rf"^\sở\s[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,3}}\s(?=(?:thuộc|chưa|được|đã|bị|phải|có|không)\s)")
"""``27 hộ ở Bãi Bắc thuộc diện phải di dời``: where they live is no part of what is counted."""
_ENOUGH = re.compile(r"^(?P<what>.*?)\s(?<!sự\s)(?:phục vụ|đáp ứng)\s.*$")
_COUNTED_CUT = re.compile(
    r"\s(?:theo (?:Quyết định|Nghị quyết|Nghị định|Chỉ thị|Kết luận|Thông tư|Thông báo|Kế hoạch|Công văn|Công điện)(?= số)|góp phần|và (?:thực hiện|giải quyết|chi trả) (?:đầy đủ|tốt|kịp thời|nghiêm)|nên (?:không|chưa|phải|cần)|là (?:mục|chỉ) tiêu (?:của|đề ra|mà|do|Đại hội|Nghị quyết)|trong đó|bằng (?:các )?hình thức|thuộc nhóm(?! \d)|nhằm|để|gắn với|(?<!đối )với|nâng(?! cao| cấp)|(?<!đào )(?<!sáng )(?<!cải )(?<!chế )tạo|qua đó|(?<!tự )do(?!\s[^,;.:()\d]{3,50}\s(?:chỉ định|bổ nhiệm|giới thiệu|quản lý|làm chủ|ban hành|thành lập|công nhận|đăng cai)(?!\w))|so với|so cùng)(?!\w)|\s[–-]\s(?=[A-ZĐ])|…|\.\.\.|:"
)


_NONE_OF = re.compile(r"^(\s?(?:[^\s,;.:()]+\s){0,6}?)nào\s(?=[^\W\d])")
"""``không để gia đình chính sách nào thuộc diện hộ nghèo``."""


_A_TERM = re.compile(r"^\s?/\s?nhiệm\skỳ(?!\w)", re.IGNORECASE)


def clean_after(after: str, counted: bool = False) -> str:
    """The words behind a value up to a connective (``so với``, ``nhằm``, ``trên địa bàn``)."""
    text = _PLAIN_BRACKET.sub("", after)
    if counted:
        text = _A_TERM.sub("", text)
        text = _LIVING_IN.sub(" ", _NONE_OF.sub(r"\1", text, count=1))
        cut = _COUNTED_CUT.search(text)
        phrase = tidy(text[: cut.start()] if cut else text)
        return (
            ""
            if _COUNTED_NOTHING.match(text)
            else re.sub(r"(?:^|\s)(?:đối với|ở|tại|của|và|đại diện(?: cho)?)$", "", phrase)
        )
    if _AFTER_NOTHING.match(text) and not _PART_OF.match(text):
        return ""
    text = _IN_AREA.sub("", text) if "địa bàn" in text else text
    cut = CUT.search(text)
    phrase = tidy(text[: cut.start()] if cut else text)
    phrase = re.sub(r"\s(?:ít nhất|tối thiểu)$", "", phrase)
    phrase = re.sub(r"^([^\d]{2,30}?)\strở lên\s(?=[^\W\d])", r"\1 ", phrase)
    enough = _ENOUGH.match(phrase)
    return enough["what"] if enough and PREDICATE.search(enough["what"]) else phrase


_IN_AREA = re.compile(
    r"\strên\sđịa\sbàn(?:\s(?:toàn\s)?(?:tỉnh|thành\sphố|huyện|thị\sxã|quận|xã|phường|đặc\skhu))?(?=\s(?:đều\s)?(?:được|có|đạt|tham\sgia|sử\sdụng)\s)",
    re.IGNORECASE,
)
"""``95% hộ dân trên địa bàn xã được dùng nước sạch``: the predicate stands behind the place."""
_HANGING = re.compile(
    r"(?:\s(?:cho|được|có|ở|tại|lên|thêm|đối với|là|bình quân|trung bình)|(?:^|\s)(?:trung )?bình quân)+\s*$",
    re.IGNORECASE,
)


_ACTOR = re.compile(
    r"^(?:(?:(?:các\s)?cấp\s(?:bộ\s)?(?:hội|đoàn|công\sđoàn)|ban\sthường\svụ\s(?:hội|đoàn|đảng\s(?:ủy|uỷ))(?:\s(?:xã|phường|tỉnh|huyện))?)"
    r"(?:\s(?:phụ\snữ|nông\sdân|thanh\sniên|cựu\schiến\sbinh))?(?:\strong\s(?:toàn\s)?(?:tỉnh|xã|phường|thành\sphố|ngành))?\s(?=\w)"
    r"|(?:công an|thanh tra|bộ (?:chỉ huy|đội)|viện kiểm sát|tòa án|hội (?:nông dân|phụ nữ|cựu chiến binh))(?:\s\w+){0,6}?\s(?:tỉnh|huyện|xã|phường|đặc khu|các cấp)\s(?=\w)"
    r"|(?:các\s)?(?:chi|đảng)\s(?:bộ|[uủ][yỷ])(?:\s(?:cơ\ssở|trực\sthuộc|xã|phường|huyện|tỉnh|khối|bộ\sphận)){0,2}\s(?=(?:kết\snạp|phát\striển|kiểm\stra|giám\ssát|thi\shành|xử\slý|công\snhận|giới\sthiệu|bồi\sdưỡng|mở)(?!\w))"
    r"|(?:liên\sđoàn|hội(?!\s(?:viên|thảo|nghị|thi))|mặt\strận|công\san|sở|ban|ủy\sban|tổ\schức\schính\strị)\s.*\s(?:tỉnh|huyện|thành\sphố|xã\shội|(?:tỉnh|thành|huyện|đảng)\s(?:ủy|uỷ))\s(?=\S+(?:\s\S+)?(?:,\s\S+\s\S+)?$))",
    re.IGNORECASE,
)
"""Who did it, without ``đã``: ``Công an tỉnh bắt giữ 40 vụ``, ``Hội Nông dân tỉnh kết nạp 300 hội viên``."""


_LED = re.compile(
    r"^.*(?:tỉnh|thành\sphố|huyện|xã|đoàn\sthể|địa\sphương|ngành|[uủ][yỷ])\s(?:lãnh\sđạo|chỉ\sđạo)(?:,\s(?:lãnh\sđạo|chỉ\sđạo))?\s",
    re.IGNORECASE,
)
"""``Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo giải ngân 95% ...``: who sees to the deed."""


_CAUSE = re.compile(
    r"(?:do|vì|nhờ|bởi)\s(?:ảnh\shưởng\s|tác\sđộng\s)?(?:của\s)?(?:đại\sdịch|dịch|thiên\stai|bão|hạn|mưa|lũ|khó\skhăn|suy\sthoái)",
    re.IGNORECASE,
)
"""``do đại dịch ước chỉ còn 900 lượt khách``: why so few, nothing that is done to them."""


_THERE = re.compile(r"^.*(?<!\w)(?:tại|ở|trong)\s[^,;:()]{3,60}?\s(?:này|nói\strên)\s(?=\w)", re.IGNORECASE)
"""``Tại 3 cụm công nghiệp này thu hút``: where, before what is done there."""


_NAME_ALONE = re.compile(rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*)+")
"""``An Thuận có`` 5 trường: whose they are, nothing that is done to them."""


_HAVING = re.compile(
    r"(?:chương\strình|đề\sán|phong\strào|cuộc\svận\sđộng|đại\shội)\s"
    r"|(?:nhà\s)?trường$|(?:(?:toàn\s)?(?:trường|hội|đoàn|ngành)|hệ\sthống|học\sviện|đại\shọc|tập\sđoàn|(?:tổng\s)?công\sty|bệnh\sviện)(?:\s[^\W\d]+){0,4}$",
    re.IGNORECASE,
)
"""``Tập đoàn có`` 9 đơn vị: who has them, and nothing that is done to them."""


def verb_phrase(before: str) -> str:
    """The verb that governs a counted thing, without its subject: ``UBND các cấp đã kiểm tra`` → ``kiểm tra``."""
    if re.search(r"(?:^|\s)(?<!đối )với\s*$", before):
        return ""
    words = re.split(
        r"(?<!\w)(?:(?:đã|đang|sẽ|tiếp tục|được|góp phần|(?:sau|trước) khi(?=\s(?:hợp nhất|sáp nhập)\s*$))\s|(?:phấn đấu|quyết tâm)(?:\s|$))",
        _HANGING.sub("", before.rstrip()),
    )[-1]
    phrase = _LED.sub("", _ACTOR.sub("", clean_before(_THERE.sub("", BY_ISSUER.sub("", words)))))
    if _CAUSE.match(phrase) or _NAME_ALONE.fullmatch(phrase):
        return ""
    has = re.search(r"(?:^|\s)có(?:\sthêm)?\s*$", before) and _HAVING.match(phrase)
    if has or re.search(r"(?:^|\s)đưa$|^danh mục$", phrase, re.IGNORECASE):
        return ""
    if not phrase or EMPTY_VERB.match(phrase + " ") or BARE.match(phrase):
        return ""
    return lower_first(to_deed(phrase))


def opening_of(piece: Piece) -> str:
    """What stands before ``với tổng số``: the deed that the sum is of."""
    headed = HEAD.search(piece.before)
    opening = piece.before[: headed.start()] if headed else ""
    return verb_phrase(re.sub(r"\s*với\s*$", "", opening)) if re.search(r"(?:^|\s)với\s*$", opening) else ""


_UNDERTAKES = re.compile(
    r"^(?:(?:Đầu tư|Xây dựng|Triển khai|Khởi công)(?:\sxây dựng)?\s)(?:Dự án\s)?(?=[A-ZĐ])", re.IGNORECASE
)


_ABOUT = re.compile(
    r"^\s*(?:(?:Hội\snghị|Đại\shội|Báo\scáo)\s[^,;]{2,40},\s)?(?:Về\s(?:kết\squả|tình\shình|công\stác)\s(?:[^,;]{2,80}),\s(?:(?:kinh\stế|văn\shóa|xã\shội|quốc\sphòng|an\sninh)(?:\s-\s[^,;\d]{3,20})?,\s)*|Về\s)",
    re.IGNORECASE,
)
"""``Về kết quả thực hiện nhiệm vụ, ...``: what the sentence is about stands behind."""


_NUMBERED = re.compile(
    r"^\W*(?:trước\shết|thứ\s(?:nhất|hai|ba|tư|năm|sáu)|(?:một|hai|ba|bốn|năm)\slà),\s", re.IGNORECASE
)
"""``Thứ hai, ...``: the number of an argument is no subject."""


_WHO_SAYS = re.compile(
    r"[\s,]*(?:(?:theo|qua)\s(?:báo\scáo|đánh\sgiá|số\sliệu|thống\skê|dự\sthảo|thông\stin)|(?:trong\s)?(?:nhiệm\skỳ|thời\sgian|(?:những\s|\d\s)?năm)\s(?:vừa\s)?qua)(?!\w)|[^,;:]{3,80}\s(?:cho\s(?:biết|hay|thấy)|khẳng\sđịnh|nhận\sđịnh)\s*$",
    re.IGNORECASE,
)
_BY_NORM = re.compile(r"^[\s,]*theo\s(?:tiêu\s)?chuẩn\s[^,;:()\d]{3,60}(?:\([^()]*\)\s*)?(?:,\s*|$)", re.IGNORECASE)
"""``Theo chuẩn nghèo đa chiều mới (Nghị định số 07/...), ước giảm xuống còn`` 17%: by which norm, and no subject."""
_WHO_LEADS = re.compile(r"[\s,;]*(?:(?:nhưng|song|tuy\snhiên),?\s)?dưới\s(?:sự|ánh\ssáng)(?!\w)", re.IGNORECASE)
"""``Theo báo cáo chính trị, ...``, ``Bộ A cho biết, ...``, ``trong nhiệm kỳ qua, ...``, ``Dưới sự lãnh đạo của Đảng bộ, chính quyền, ...``: who says it,
when, who leads, and no subject."""


_MOVED_BEFORE = re.compile(
    r",\s(?:(?:vì\svậy|vì\sthế|do\sđó|nhờ\s(?:đó|vậy)|qua\sđó),?\s)?(?P<what>(?:[^\W\d]+\s){1,9}?)(?:đã|đều|có\schiều\shướng)\s(?:tăng|giảm)(?:\s(?:rõ\srệt|mạnh|sâu|đáng\skể|dần|nhanh))?,\s*$",
    re.IGNORECASE,
)
"""``..., tội phạm đã giảm rõ rệt,`` giảm 5%."""


_RATE_OF_GROWTH = re.compile(r"\s(?:tốc\sđộ|mức)\s(?:tăng\strưởng|tăng|giảm)(?=\s\w)", re.IGNORECASE)
"""``Tốc độ tăng trưởng GRDP luôn cao``: there *tăng* says what is measured, and nothing of it."""


def topic_of(piece: Piece) -> str:
    """The subject of the clause that opened the sentence: ``Cây chè phát triển khá, toàn tỉnh có 520 ha`` → ``Cây chè``."""
    parts = re.split(r",\s", _ABOUT.sub("", _NUMBERED.sub("", _BY_NORM.sub("", piece.topic))))
    parts = [] if _WHO_LEADS.match(piece.topic) else [part for part in parts if not _WHO_SAYS.match(part)]
    if parts and re.match(r"(?:tăng|giảm)\s", piece.before.lstrip()) and (moved := _MOVED_BEFORE.search(piece.topic)):
        return tidy(moved["what"])
    headed = next((m for m in (_FIRM_HEAD.search(p) for p in reversed(parts)) if m), None)
    first = (
        headed.string[headed.start() :]
        if headed
        else _UNDERTAKES.sub("", next(filter(None, map(clean_before, parts)), ""))
    )
    phrase = f" {CUT.split(first)[0]}"
    rate = _RATE_OF_GROWTH.match(phrase)
    kept = rate.end() if rate else 0
    subject = re.sub(r"\s(?:chưa|không)$", "", tidy(phrase[:kept] + _SAID.sub("", phrase[kept:])))
    return subject if 0 < len(subject.split()) <= 12 and re.search(r"[^\W\d]", subject) else ""
