"""The language of names of bodies: heads, organs, places, and where a name ends.

What is listed by name (ministries, departments, People's Committees ...) comes from the list ``bodies``; here are the
nouns that open a name which no list can hold (``Ban Chỉ đạo ...``, ``Công ty ...``), and the words that close it.
"""

from __future__ import annotations

import re

from vankien.vietnamese import UPPER

CAPITAL = rf"[{UPPER}]\w*"
"""A word with a capital: ``Sơn``."""

NAME = rf"{CAPITAL}(?:\ {CAPITAL}){{0,3}}"
"""A proper name of at most four syllables: ``Nậm Sơn``."""

ABBREVIATIONS = {
    "MTQG": "mục tiêu quốc gia",
    "DTTS": "dân tộc thiểu số",
    "DTTS và MN": "dân tộc thiểu số và miền núi",
    "DTTS&MN": "dân tộc thiểu số và miền núi",
    "KT-XH": "kinh tế - xã hội",
    "KTXH": "kinh tế - xã hội",
    "NTM": "nông thôn mới",
    "PCTN, TC": "phòng, chống tham nhũng, tiêu cực",
    "PCTNTC": "phòng, chống tham nhũng, tiêu cực",
    "PCTT": "phòng, chống thiên tai",
    "TKCN": "tìm kiếm cứu nạn",
    "CCTP": "cải cách tư pháp",
    "CCHC": "cải cách hành chính",
    "CĐS": "chuyển đổi số",
    "GPMB": "giải phóng mặt bằng",
    "ĐTXD": "đầu tư xây dựng",
    "CQ-DN": "cơ quan và doanh nghiệp",
    "ANTT": "an ninh trật tự",
    "THPT": "trung học phổ thông",
    "PTDT": "phổ thông dân tộc",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "BĐBP": "Bộ đội Biên phòng",
}
"""Abbreviations of official prose that stand inside names."""

ABBREVIATION = re.compile(
    r"(?<![\w/-])(?:" + "|".join(re.escape(a) for a in sorted(ABBREVIATIONS, key=len, reverse=True)) + r")(?!\w)"
)


def spell_out(name: str) -> str:
    """A name with its abbreviations in full.

    >>> spell_out("Chương trình MTQG vùng đồng bào DTTS và MN")
    'Chương trình mục tiêu quốc gia vùng đồng bào dân tộc thiểu số và miền núi'
    """
    return ABBREVIATION.sub(lambda m: ABBREVIATIONS[m.group()], name)


ORGANS: dict[str, tuple[str, ...]] = {
    "Ban Thường vụ": ("Ban Thường vụ", "BTV", "Thường vụ"),
    "Thường trực": ("Ban Thường trực", "Thường trực"),
    "Ban Chấp hành": ("Ban Chấp hành", "BCH"),
    "Ban Tuyên giáo và Dân vận": ("Ban Tuyên giáo và Dân vận",),
    "Ban Tuyên giáo": ("Ban Tuyên giáo",),
    "Ban Tổ chức": ("Ban Tổ chức", "BTC"),
    "Ban Dân vận": ("Ban Dân vận",),
    "Ban Nội chính": ("Ban Nội chính",),
    "Ban Cán sự Đảng": ("Ban Cán sự Đảng", "BCSĐ"),
    "Đảng đoàn": ("Đảng đoàn",),
    "Ủy ban Kiểm tra": ("Ủy ban Kiểm tra", "UBKT"),
    "Văn phòng": ("Văn phòng", "VP"),
    "Đảng bộ": ("Đảng bộ",),
    "Đảng ủy": ("Đảng ủy",),
    "Ban Chấp hành Đảng bộ": ("Ban Chấp hành Đảng bộ", "BCH Đảng bộ"),
}
"""Parts of another body, whose name follows at once: ``Ban Thường vụ Tỉnh ủy``, ``Đảng bộ Công an tỉnh``."""

PARTY_ORGANS = frozenset(ORGANS) - {"Thường trực", "Văn phòng", "Ban Chấp hành", "Ban Thường vụ"}
"""Organs that are the Party's whatever body follows."""

OPEN_HEADS: dict[str, tuple[str, str]] = {
    "Ban Chỉ đạo": ("party", "province"),
    "Ban Quản lý": ("government", "province"),
    "Ban Cứu trợ": ("front", "province"),
    "Tiểu ban": ("party", "province"),
    "Tổ công tác": ("government", "province"),
    "Đoàn công tác": ("government", "province"),
    "Tổ điều phối": ("government", "province"),
    "Tổng cục": ("government", "national"),
    "Cục": ("government", "national"),
    "Chi cục": ("government", "province"),
    "Kho bạc Nhà nước": ("government", "province"),
    "Kho bạc Nhà nước khu vực": ("government", "province"),
    "Bảo hiểm xã hội": ("government", "province"),
    "Học viện": ("other", "national"),
    "Trường Chính trị": ("party", "province"),
    "Trường Quân sự": ("military", "province"),
    "Trường Cao đẳng": ("other", "province"),
    "Trường Đại học": ("other", "national"),
    "Trường Trung cấp": ("other", "province"),
    "Trường Phổ thông": ("other", "province"),
    "Bệnh viện": ("other", "province"),
    "Trung tâm Y tế": ("other", "district"),
    "Hợp tác xã": ("enterprise", "commune"),
    "Trung tâm Phục vụ hành chính công": ("government", "province"),
    "Đài Phát thanh": ("other", "province"),
    "Đài PT": ("other", "province"),
    "Tạp chí": ("other", "province"),
    "Tập đoàn": ("enterprise", "national"),
    "Tổng công ty": ("enterprise", "national"),
    "Công ty": ("enterprise", "province"),
    "Ngân hàng": ("enterprise", "national"),
    "Hiệp hội": ("mass", "national"),
    "Liên hiệp": ("mass", "province"),
    "Liên minh Hợp tác xã": ("mass", "province"),
    "Giáo hội": ("other", "national"),
    "Trung đoàn": ("military", "province"),
    "Sư đoàn": ("military", "national"),
    "Quân khu": ("military", "national"),
    "Đồn Biên phòng": ("military", "district"),
    "Đoàn Kinh tế - Quốc phòng": ("military", "province"),
    "Sở": ("government", "province"),
    "Tổ chức": ("other", "national"),
    "Cơ quan": ("other", "national"),
    "Quỹ": ("other", "national"),
    "Diễn đàn": ("other", "national"),
}
"""Nouns that open a name which the list of bodies need not have, with the kind and level that go without saying."""

LONG_TAILS = frozenset({"Ban Chỉ đạo", "Ban Quản lý", "Tiểu ban", "Tổ công tác", "Tổ điều phối", "Đoàn công tác"})
"""Heads whose name may go on in small letters: ``Ban Quản lý rừng phòng hộ Nậm Sơn``."""

SMALL_HEADS = ("trường", "bệnh viện", "trung tâm", "công ty", "tập đoàn", "đài", "ngân hàng", "cục", "tổng cục")
"""Heads that are also printed with a small letter, when the name itself has a capital: ``trường Chính trị tỉnh``."""

WHOLE = frozenset({"Ban Cứu trợ", "Trường Chính trị", "Trường Quân sự", "Trung tâm Phục vụ hành chính công"})
"""Heads that are a name by themselves."""

FOREIGN = frozenset({"Tổ chức", "Cơ quan", "Quỹ", "Diễn đàn"})
"""Heads that only open a name when an abbreviation or the world follows: ``Tổ chức Lao động quốc tế (ILO)``."""

STOP = re.compile(
    r"""(?:đã|đang|sẽ|được|là|có|về|theo|tại|trong|để|với|từ|cho|khi|do|bị|nhằm|gồm|của|này|nêu|trên|dưới|sau|trước|hoặc|cùng
       |cũng|còn|phải|cần|nên|không|chưa|như|giữa|đến|thuộc|vào|ra|ở|các|tự|luôn|thì|mà|giao(?!\ thông)|ký|họp|nay|đối|một|những|mỗi|từng
       |(?:chủ\ trì|tham\ mưu|phối\ hợp|ban\ hành|tổ\ chức|thực\ hiện|triển\ khai|xây\ dựng|hướng\ dẫn|căn\ cứ|chịu\ trách
       |trình(?=\ (?:Chính|Thủ|UBND|HĐND|Tỉnh|Ủy|Hội|Ban|Bộ|Quốc))|báo\ cáo|đề\ (?:nghị|xuất|ra)|tập\ trung|rà\ soát|hoàn\ (?:thiện|thành)|phân\ (?:công|bổ)|kịp\ thời
       |đẩy\ (?:mạnh|nhanh)|tăng\ cường|nâng\ cao|phát\ (?:hành|huy|động)|tiến\ hành|xem\ xét|đồng\ (?:thời|ý)|giám\ sát|kiểm\ tra
       |đôn\ đốc|tiếp\ tục|tiếp\ nhận|lựa\ chọn|chỉ\ đạo|kiện\ toàn|cử\ |thống\ nhất|phê\ duyệt|công\ nhận|quan\ tâm|xuất\ bản
       |đầu\ tư\ (?:mở|xây)|thường\ xuyên|giai\ đoạn|nhiệm\ kỳ|phụ\ trách|lãnh\ đạo|quyết\ định|khẩn\ trương|chủ\ động|nghiên\ cứu
       |biên\ soạn|cho\ biết|đề\ cao|làm\ (?:tốt|việc|đầu)|thẩm\ định|bố\ trí|theo\ dõi|đảm\ bảo|bảo\ đảm|cấp(?=\ [A-ZĐ])|lần\ thứ)
       )(?!\w)""",
    re.VERBOSE,
)
"""Verbs and function words that cannot belong to a name."""

LEVELS = {
    "tỉnh": "province",
    "thành phố": "district",
    "tp": "district",
    "tp.": "district",
    "huyện": "district",
    "thị xã": "district",
    "quận": "district",
    "xã": "commune",
    "phường": "commune",
    "đặc khu": "commune",
    "thị trấn": "commune",
}
"""The level that a word for a kind of place stands for; a city may turn out to be a province."""

PLACE = re.compile(
    rf"""\ (?P<type>(?i:tỉnh|thành\ phố|huyện|thị\ xã|thị\ trấn|đặc\ khu|quận|xã|phường)|T[Pp]\b\.?)(?!\w)
         (?:\ ?(?P<name>(?<=[\ .]){NAME}))?""",
    re.VERBOSE,
)
"""A place after the name of a body: ``tỉnh Sơn Bình``, ``huyện Tam Lĩnh``, ``TP. Nam Sơn``, or only ``tỉnh``."""

PLURAL = re.compile(
    r""" \ (?:cấp\ (?:tỉnh|huyện|xã|trên|dưới|cơ\ sở|mình)|(?:hai|ba|0?[23])\ cấp|các\ cấp|các\ (?:tỉnh|huyện|xã|phường|quận)
       |(?:huyện|xã|phường|tỉnh|thành\ phố),\ (?:huyện|xã|phường|thành\ phố|thị\ trấn|đặc\ khu))(?!\w)""",
    re.VERBOSE,
)
"""What makes a body of one kind many: ``các cấp``, ``hai cấp``, ``các huyện``, ``cấp xã``."""

GOVERNED = re.compile(
    r"chương trình|đề án|thiên tai|dự án|cải cách hành chính|chuyển đổi số|dịch|phát triển (?!đảng)|giảm nghèo|nông thôn mới|giải phóng mặt bằng|an toàn (?:giao thông|thực phẩm)|biến đổi khí hậu",
    re.IGNORECASE,
)
"""What a steering committee of the government is for; the others are the Party's."""
