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
    r"|(?:(?:trong|qua|sau)\s)?(?:\d+|hai|ba|bốn|năm)\snăm(?:\s(?:qua|gần\sđây|liền))?|quanh\snăm|toàn\s(?:tỉnh|vùng|bộ|ngành|quốc))(?:,\s|\s|$)",
    re.IGNORECASE,
)
_ON_EVERY_LEVEL = re.compile(
    r"^(?:(?:các\s)?cấp\s[uủ][yỷ](?:\sđảng)?(?:,\s|\svà\s))?(?:[uủ][yỷ]\s)?ban\skiểm\stra(?:\scấp\s[uủ][yỷ])?\scác\scấp(?:\s(?:đã|tiến\shành))*\s(?=\w)"
    r"|^(?:tỉnh\s[uủ][yỷ]\svà\s)?cấp\s[uủ][yỷ](?:,\stổ\schức\sđảng)?(?:\sđảng)?\scác\scấp\s(?:đã\s)?(?=(?:kiểm\stra|giám\ssát|thi\shành)(?!\w))",
    re.IGNORECASE,
)
"""``Ủy ban kiểm tra các cấp kiểm tra``: who checks and punishes in every Party organisation."""
_HANGS = re.compile(r"(?<!\d)\s(?:của|trong|tại|ở|với|từ|cho|các|những|và|do|bởi)$", re.IGNORECASE)
_VERBS = re.compile(
    r"(?<!\w)(?:tổ\schức(?!\s(?:đảng|cơ\ssở|chính\strị|đoàn|hội|tín\sdụng|kinh\stế))|triển\skhai|ban\shành|hoàn\sthành|thành\slập|xây\sdựng|kiểm\stra|giám\ssát|thi\shành|kết\snạp|công\snhận|thu\shút"
    r"|giải\squyết|đào\stạo|bồi\sdưỡng|hỗ\strợ|sửa\schữa|khởi\scông|khởi\stố|xử\slý|tiếp\snhận|phê\sduyệt|đề\snghị|giới\sthiệu|huy\sđộng|vận\sđộng|thực\shiện|khen\sthưởng|thanh\stra|tiến\shành|chủ\strì|tham\smưu|khám\sphá|phát\shiện|cấp\s(?=giấy|mới|phép))(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 9
"""How many words of a long deed are kept, the last ones; whole words where one of the commonest verbs opens them."""


def to_deed(phrase: str) -> str:
    """The words before a count as the deed that they tell: without its time, without the committees that do it everywhere,
    and not too long.

    >>> to_deed("nhiệm kỳ kết nạp"), to_deed("Ủy ban kiểm tra các cấp thi hành kỷ luật")
    ('kết nạp', 'thi hành kỷ luật')
    >>> to_deed("các huyện miền núi của tỉnh đã tiếp tục triển khai Chương trình kiên cố hóa trường lớp học")
    'triển khai Chương trình kiên cố hóa trường lớp học'
    >>> to_deed("duy trì hoạt động của")
    'duy trì hoạt động'
    """
    phrase = _ON_EVERY_LEVEL.sub("", _TIMES.sub("", phrase))
    while hung := _HANGS.search(phrase):
        phrase = phrase[: hung.start()]
    words = phrase.split()
    if len(words) <= _LONGEST:
        return phrase
    last = " ".join(words[-_LONGEST - 1 :])
    verb = _VERBS.search(last)
    if verb and (
        verb.start() < len(" ".join(words[-_LONGEST - 1 : -_LONGEST + 2])) or last.count(" ", verb.start()) > 1
    ):
        return last[verb.start() :]
    return " ".join(words[-_LONGEST:])


_LEVEL = rf"(?:tỉnh|huyện|xã|phường|thành\sphố|các\scấp|cấp\s(?:tỉnh|huyện|xã)|địa\sphương|trực\sthuộc|biên\sgiới|miền\snúi|(?-i:[{UPPER}])\w*)"
_OWNER = re.compile(
    rf"(?:đảng\sbộ|đảng\s[uủ][yỷ]|bộ\smáy(?:\sChính\sphủ)?|toàn\s\S+)(?:\s{_LEVEL})*(?:\shiện)?", re.IGNORECASE
)
"""``Đảng bộ tỉnh có 12 đảng bộ trực thuộc``: to whom it belongs."""
_FIELD = re.compile(
    rf"(?:(?:lĩnh\svực|ngành|khu\svực|nhóm|khối)\s[^,;:.]{{2,60}}|nữ|nam|(?:người\s)?dân\stộc\sthiểu\ssố|chính\squyền(?:\s{_LEVEL})+|(?:huyện|xã|phường|thành\sphố|tỉnh)(?:\s{_LEVEL})+)",
    re.IGNORECASE,
)
"""``lĩnh vực nông nghiệp 30 dự án``, ``nữ 1.047 lượt``, ``huyện biên giới 2 cụm``: which of them."""
_EACH = re.compile(r"mỗi |cấp (?:trung ương|tỉnh|huyện|xã|cơ sở)(?!\w)", re.IGNORECASE)
"""``mỗi xã có ít nhất 02 sân bóng``, ``cấp tỉnh 41, cấp huyện 207 cuộc``: whose they are, nothing that is done to them."""


def of_counted(thing: str, noun: str, deed: str) -> str:
    """The label of a count by what is counted and what stood before the number: a deed, an owner, a field or a kind.

    >>> of_counted("tổ chức đảng", "tổ chức đảng", "kiểm tra")
    'Số tổ chức đảng được kiểm tra'
    >>> of_counted("đảng bộ trực thuộc", "đảng bộ", "đảng bộ tỉnh"), of_counted("đảng viên", "đảng viên", "đảng bộ tỉnh")
    ('Số đảng bộ trực thuộc đảng bộ tỉnh', 'Số đảng viên')
    >>> of_counted("dự án", "dự án", "lĩnh vực nông nghiệp"), of_counted("xã", "xã", "xã biên giới")
    ('Số dự án lĩnh vực nông nghiệp', 'Số xã biên giới')
    """
    if not deed:
        return f"Số {thing}"
    if _OWNER.fullmatch(deed):
        return f"Số {thing} {deed}" if thing.endswith(" trực thuộc") else f"Số {thing}"
    if re.match(rf"{re.escape(noun)}\s", deed, re.IGNORECASE) and thing == noun:
        return f"Số {deed}"
    happened = re.sub(r"\s?xảy ra$", "", deed)
    if happened != deed or _EACH.match(deed) or (_FIELD.fullmatch(deed) and not _VERBS.search(deed)):
        return f"Số {thing} {happened}"
    return f"Số {thing} được {deed}"
