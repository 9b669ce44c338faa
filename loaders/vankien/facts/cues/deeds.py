"""What was done to a counted thing: the words before a number without the time, the office that does it on every level, and
what is no deed at all.

``nhiệm kỳ kết nạp``                           kết nạp
``ủy ban kiểm tra các cấp thi hành kỷ luật``   thi hành kỷ luật
``đảng bộ tỉnh``                               whose it is, no deed
"""

from __future__ import annotations

import re

from vankien.vietnamese import UPPER

_TIMES = re.compile(
    r"^(?:(?:(?:trong|qua|sau|từ\sđầu|bình\squân)\s)*(?:(?:cả|nửa|đầu|toàn)\s)*(?:nhiệm\skỳ|giai\sđoạn)(?:\s(?:qua|này|vừa\squa))?"
    r"|(?:(?:trong|qua|sau)\s)?(?:\d+|hai|ba|bốn|năm)\snăm(?:\s(?:qua|gần\sđây|liền))?|quanh\snăm|(?:tháng\s)?\d{1,2}/\d{4}|toàn\s(?:tỉnh|vùng|bộ|ngành|quốc))(?:,\s|\s|$)",
    re.IGNORECASE,
)
_ON_EVERY_LEVEL = re.compile(
    r"^(?:(?:các\s)?cấp\s[uủ][yỷ](?:\sđảng)?(?:,\s|\svà\s))?(?:[uủ][yỷ]\s)?ban\skiểm\stra(?:\scấp\s[uủ][yỷ])?\scác\scấp(?:\s(?:đã|tiến\shành))*\s(?=\w)"
    r"|^(?:tỉnh\s[uủ][yỷ]\svà\s)?cấp\s[uủ][yỷ](?:,\stổ\schức\sđảng)?(?:\sđảng)?\scác\scấp\s(?:đã\s)?(?=(?:kiểm\stra|giám\ssát|thi\shành)(?!\w))",
    re.IGNORECASE,
)
"""``Ủy ban kiểm tra các cấp kiểm tra``: who checks and punishes in every Party organisation."""
BY_ISSUER = re.compile(
    r"^\s*của\s(?:Chính\sphủ|Thủ\stướng\sChính\sphủ|Quốc\shội|(?:Tỉnh|Thành)\s[uủ][yỷ]|(?:HĐND|UBND|Hội\sđồng\snhân\sdân|[UỦ]y\sban\snhân\sdân)\stỉnh|Bộ\sChính\strị)\s(?=[^\W\d])"
)
"""``theo Nghị quyết số 8-NQ/TU, ngày 12/5 | của Tỉnh ủy hỗ trợ`` 90 hộ: who issued the resolution has not done the deed."""
_HANGS = re.compile(r"(?<!\d)\s(?:của|trong|tại|ở|với|từ|cho|các|những|và|do|bởi)$", re.IGNORECASE)
VERBS = re.compile(
    r"(?<!\w)(?:tổ\schức(?!\s(?:đảng|cơ\ssở|chính\strị|đoàn|hội|tín\sdụng|kinh\stế))|triển\skhai|ban\shành|hoàn\sthành|thành\slập|xây\sdựng|kiểm\stra|kiểm\sđiểm|giám\ssát|thi\shành|kết\snạp|công\snhận|thu\shút"
    r"|giải\squyết|đào\stạo|bồi\sdưỡng|hỗ\strợ|sửa\schữa|khởi\scông|khởi\stố|xử\slý|tiếp\snhận|phê\sduyệt|đề\snghị|giới\sthiệu|huy\sđộng|vận\sđộng|thực\shiện|khen\sthưởng|thanh\stra|tiến\shành|chủ\strì|tham\smưu|khám\sphá|phát\shiện|cấp(?=\s(?:giấy|mới|phép)))(?!\w)",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"^(?:vào\s(?=\w)|(?:(?:đầy\sđủ|kịp\sthời|tốt|nghiêm(?:\stúc)?|(?:có\s)?hiệu\squả|đồng\sbộ)(?:,|\svà)?\s)*(?P<what>(?:chế\sđộ|chính\ssách)(?!\w)))",
    re.IGNORECASE,
)
"""``vào sử dụng``, ``đầy đủ, kịp thời chế độ, chính sách``: what lacks the verb that openers take for one of theirs."""
_AND_THEN = re.compile(rf"(?<=\svà\s)(?:thoái\svốn|cổ\sphần\shóa|{VERBS.pattern})", re.IGNORECASE)
"""``giữ phần vốn tại công ty ... và thoái vốn tại`` 4 doanh nghiệp: the last of two deeds."""
_LONGEST, _WITH_OBJECT = 9, 12
"""How many words of a long deed are kept, the last ones; whole words where one of the commonest verbs opens them. A deed that
such a verb opens is kept with its object."""


_LEFT_OVER = re.compile(
    r"^(?:kết\squả|tiêu\sbiểu|mới(?=\s(?:năm|hoàn\sthành|xây|mở)))\s",
    re.IGNORECASE,
)
"""``kết quả thành lập``, ``tiêu biểu xóa``: words that open a clause."""
_ONE_WORD = re.compile(
    r"mặt\strận|tòa\sán|viện\skiểm|dược\sliệu|thu\sgom|phổ\scập|nghị\squyết|quan\shệ|an\sninh|công\san|tạp\schí|đảng\sviên|học\sviện|trung\stâm|[uủ][yỷ]\sban|đề\sán"
    r"|chỉ\sđịnh|tổ\squốc|hành\schính|kiểm\ssát|kiểm\stra|công\sđoàn|liên\sđoàn|quân\ssự|biên\sphòng|mở\srộng|thường\svụ|thường\strực|giáo\sdục|nông\snghiệp",
    re.IGNORECASE,
)
"""Words of two syllables at the beginnings of offices and deeds, which are not to be torn apart."""


def to_deed(phrase: str) -> str:
    """The words before a count as the deed that they tell: without its time, without the committees that do it everywhere,
    and not too long.

    >>> to_deed("nhiệm kỳ kết nạp"), to_deed("Ủy ban kiểm tra các cấp thi hành kỷ luật")
    ('kết nạp', 'thi hành kỷ luật')
    >>> to_deed("các cụm dân cư ven sông của đặc khu đã mạnh dạn xây dựng bến đò và kè chắn sóng")
    'xây dựng bến đò và kè chắn sóng'
    >>> to_deed("duy trì hoạt động của")
    'duy trì hoạt động'
    """
    phrase = _LEFT_OVER.sub("", _ON_EVERY_LEVEL.sub("", _TIMES.sub("", phrase)))
    while hung := _HANGS.search(phrase):
        phrase = phrase[: hung.start()]
    phrase = _LOST.sub(r"đưa \g<0>" if phrase.startswith("vào ") else r"thực hiện \g<what>", phrase)
    words = phrase.split()
    if len(words) <= _LONGEST or (len(words) <= _WITH_OBJECT and VERBS.match(phrase)):
        return phrase
    last = " ".join(words[-_LONGEST - 1 :])
    if (joined := list(_AND_THEN.finditer(last))) and " " in last[joined[-1].end() :]:
        return last[joined[-1].start() :]
    verb = VERBS.search(last)
    near = len(" ".join(words[-_LONGEST - 1 : -_LONGEST + 2]))
    if verb and (verb.start() < near or last.count(" ", verb.start()) > 1):
        return last[verb.start() :]
    torn = _ONE_WORD.fullmatch(" ".join(words[-_LONGEST - 1 : -_LONGEST + 1]).rstrip(","))
    return last if torn else " ".join(words[-_LONGEST:])


_LEVEL = rf"(?:tỉnh|huyện|xã|phường|thành\sphố|các\scấp|hai\scấp|cấp\s(?:tỉnh|huyện|xã)|địa\sphương|trực\sthuộc|biên\sgiới|miền\snúi|bản|đặc\skhu|(?-i:[{UPPER}])\w*)"
_WHOSE = re.compile(
    rf"(?:BCH|ban\schấp\shành|đảng\sbộ|đảng\s[uủ][yỷ]|bộ\smáy(?:\sChính\sphủ)?|toàn\s\S+)(?:\sđảng\sbộ)?(?:\s{_LEVEL})*(?:\shiện)?|(?-i:[{UPPER}])\w*(?:\s(?-i:[{UPPER}])\w*)*",
    re.IGNORECASE,
)
"""``Đảng bộ tỉnh có 9 đảng bộ trực thuộc``, ``Sơn Bình có 9 huyện``: to whom it belongs, which the document says."""
_NOTHING = re.compile(
    r"thuộc|tại|mới|lại|nhóm|kể\scả|sau\skhi|nghị\squyết|tiến\sđộ.*|cuối|nếu(?:\s\S+){1,3}|dựa|thứ\s(?:nhất|hai|ba|tư)|số\s\d+\s.*|tại\s.*|là\s.*",
    re.IGNORECASE,
)
"""What is left of a clause that says nothing of the count: ``trong đó, mới có 6 dự án``."""
_OFFICE = re.compile(
    rf"(?:hội|liên\sđoàn|đoàn\sthanh\sniên|mặt\strận|bộ\sđội|chi\sbộ|[uủ][yỷ]\sban\snhân\sdân|chính\squyền|sở|ban)(?:\s(?:liên\shiệp|phụ\snữ|nông\sdân|cựu\schiến\sbinh|tổ\squốc|biên\sphòng|{_LEVEL}))+",
    re.IGNORECASE,
)
"""``Hội Phụ nữ thành phố có 58 mô hình``: of which office."""
_PLACE = re.compile(
    r"(?:mỗi\s)?(?:trạm\sy\stế|trung\stâm\sy\stế|bệnh\sviện|trường(?:\shọc)?|nhà\smáy|khu\scông\snghiệp|cụm\scông\snghiệp|khu\sdu\slịch)(?:\s(?!tổ|mở|làm|xây|đào|có)[^\W\d]+){0,5}",
    re.IGNORECASE,
)
"""``trạm y tế xã có`` 3 bác sĩ: where they are."""
_CAUSE = re.compile(
    r"(?P<cause>(?:(?:cơn\s)?bão|hoàn\slưu|dịch(?:\sbệnh)?|mưa\slũ|lũ|thiên\stai|sạt\slở)(?:\s\S+){0,9}?)(?:\s(?:đã\s)?(?:làm|gây|khiến))?",
    re.IGNORECASE,
)
"""``Cơn bão số 3 làm 352 người chết``: by what."""
_HARMED = re.compile(r"(?<!\w)(?:chết|thương|tích|thiệt)(?!\w)")
_OF_KIND = re.compile(
    rf"(?:(?:lĩnh\svực|ngành|khu\svực|khối|về|trước|sau|dự|phải|bị|tai\snạn|bảo\shiểm|nghiệp\svụ|kinh\sdoanh|doanh\snghiệp|kinh\stế|cộng\sdồn)\s[^;:.]{{2,60}}|nếu(?:\s\S+){{4,}}|nông\snghiệp|công\snghiệp|y\stế|giáo\sdục(?:\svà\sđào\stạo)?|thủy\sđiện|chuyên\smôn|lý\sluận\schính\strị|nhân\slực"
    rf"|nữ|nam|(?:người\s)?dân\stộc\sthiểu\ssố|(?:huyện|xã|phường|thành\sphố|tỉnh)(?:\s{_LEVEL})+|mỗi\s.*|cấp\s(?:trung\sương|tỉnh|huyện|xã|cơ\ssở)(?!\w).*)",
    re.IGNORECASE,
)
"""``lĩnh vực nông nghiệp 30 dự án``, ``nữ 1.047 lượt``, ``huyện biên giới 2 cụm``, ``mỗi xã có 2 sân``: which of them."""


def of_counted(thing: str, noun: str, deed: str) -> str:
    """The label of a count by what is counted and what stood before the number: a deed, an owner, a cause, a field or a kind.

    >>> of_counted("tổ chức đảng", "tổ chức đảng", "kiểm tra")
    'Số tổ chức đảng được kiểm tra'
    >>> of_counted("đảng bộ trực thuộc", "đảng bộ", "đảng bộ tỉnh"), of_counted("đảng viên", "đảng viên", "đảng bộ tỉnh")
    ('Số đảng bộ trực thuộc đảng bộ tỉnh', 'Số đảng viên')
    >>> of_counted("dự án", "dự án", "lĩnh vực nông nghiệp"), of_counted("xã", "xã", "xã biên giới")
    ('Số dự án lĩnh vực nông nghiệp', 'Số xã biên giới')
    >>> of_counted("người chết", "người", "cơn bão số 3 làm"), of_counted("mô hình", "mô hình", "hội Phụ nữ huyện")
    ('Số người chết do cơn bão số 3', 'Số mô hình của hội Phụ nữ huyện')
    """
    if not deed or _NOTHING.fullmatch(deed):
        return f"Số {thing}"
    if _WHOSE.fullmatch(deed):
        return f"Số {thing} {deed}" if thing.endswith(" trực thuộc") else f"Số {thing}"
    if re.match(rf"{re.escape(noun)}\s", deed, re.IGNORECASE) and thing == noun:
        return f"Số {deed}"
    if _HARMED.search(thing) and (by := _CAUSE.fullmatch(deed)):
        return f"Số {thing} do {by['cause']}"
    happened = re.sub(r"\s?xảy ra$", "", deed)
    of_kind = _OF_KIND.fullmatch(deed) and not VERBS.search(re.sub(r"^(?:phải|bị)\s", "", deed))
    if happened != deed or of_kind:
        return f"Số {thing} {happened}"
    if _PLACE.fullmatch(deed):
        return f"Số {thing} ở {deed}"
    return f"Số {thing} {'của' if _OFFICE.fullmatch(deed) else 'được'} {deed}"
