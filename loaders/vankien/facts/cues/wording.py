"""The function words around numbers: which nouns head an indicator, which verbs only introduce a value, which words cut
a phrase off. Grammar of the language, not the vocabulary of a document: indicators, units, comparators and statuses
come from the lists of ``ontology/``.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.VERBOSE

HEAD_NOUN = r"""(?<!\w)(?:
    (?:tỷ|tỉ)\s(?:lệ|trọng|suất) | tổng(?!\skết|\sthể|\scông\sty|\scục|\sbí|\shợp|\stham|\squát) | (?<!nghệ\s)số(?!\s?\d|\shóa|\shoá) | diện\stích | sản\slượng | giá\strị | tốc\sđộ
  | (?<!ở\s)(?<!vượt\s)mức(?!\sđộ) | mức\sđộ\shài\slòng | doanh\s(?:thu|số) | (?<!tài\ssản,\s)thu\s(?:nhập|ngân\ssách|nội\sđịa) | chi\s(?:ngân\ssách|thường\sxuyên|đầu\stư)
  | kim\sngạch | dân\ssố | công\ssuất | năng\s(?:suất|lực) | quy\smô | (?:kế\shoạch\s)?(?:nguồn\s)?vốn | (?:nguồn\s)?kinh\sphí | dư\snợ
  | chỉ\ssố | cường\sđộ | cơ\scấu | mật\sđộ | tuổi\sthọ | (?<!năng\s)(?<!chất\s)(?<!lực\s)lượng | lượt | độ\s(?:che\sphủ|bao\sphủ) | chiều\s(?:dài|cao) | nợ\sxấu | hệ\ssố
  | năng\ssuất | GRDP | GDP | GTSX | thể\stích | khối\slượng | trữ\slượng | huy\sđộng\svốn | lương\sthực\sbình\squân | thị\sphần
  | điểm\ssố | thời\sgian | biên\schế | hệ\ssố | nhu\scầu | mức\sgiảm | nguồn\sthu | tăng\strưởng | sản\sphẩm\sbình\squân | (?:tổng\s)?đàn\s(?:trâu|bò|lợn|heo|dê|cừu|vịt|gà|ong|thủy\scầm|gia\s(?:súc|cầm)|vật\snuôi)
)(?!\w)"""
"""Nouns that say what is measured: ``tỷ lệ``, ``tổng số``, ``diện tích``, ``doanh thu`` ..."""

HEAD = re.compile(HEAD_NOUN, _FLAGS)

SAID_FIRST = re.compile(
    rf"^(?P<what>{HEAD_NOUN}[^,;:()]*?)\s(?:có\sbước|không\sngừng|ngày\scàng|liên\stục|tiếp\stục|từng\sbước|tăng\s(?:mạnh|khá|nhanh|cao|đều)|được\s(?:mở\srộng|nâng\slên|nâng\scao))(?!\w)[^,;:()]*,\s*(?:(?:ước|đã|cao|dự\skiến|dự\sước|đạt)\s*)*$",
    re.IGNORECASE | re.VERBOSE,
)
"""``Quy mô kinh tế không ngừng mở rộng, ước cao`` gấp 1,8 lần: what is said of it first is no part of its name."""

LEVEL_VERB = r"""(?:
    (?:mức\s)?hai\s(?:con|chữ)\ssố | dự\sước | dự\s(?:kiến|báo) | đạt(?:\s(?:được|mức|ở\smức))? | còn(?:\slại)? | là | chiếm(?:\s(?:tỷ|tỉ)\s(?:lệ|trọng))? | ở\smức | có | (?<!mặt\s)(?<!đồng\s)bằng | (?<!trở\s)lên(?:\s(?:đến|tới))? | (?:rút\s|hạ\s|kéo\s)?xuống(?:\scòn)? | (?:giảm|hạ|kéo|rút|đưa)\svề(?:\smức)? | về\smức
  | tới | đến | khoảng | gồm | thu\sđược | (?:chạm|cán|đạt|vượt)\s(?:mốc|ngưỡng) | nằm\strong | dừng(?:\slại)?\sở(?:\smức)? | ước(?:\stính)? | tương\s(?:đương|ứng)(?:\svới|\s(?:tăng|giảm)(?=\s*$))? | với | vào | ở | cho | từ | được | :
)"""
"""Words between an indicator and its value that are no part of the indicator."""

ADVERB = r"""(?:
    trên\sđịa\sbàn(?:\s(?:toàn\s)?tỉnh)? | toàn\s(?:tỉnh|thành\sphố|huyện|xã|phường|đặc\skhu|quốc|đảng\sbộ|ngành) | cả\s(?:tỉnh|nước)
  | đã | đang | sẽ | luôn | đều | cơ\sbản | ước(?:\s(?:tính|thực\shiện))? | dự\sước | dự\s(?:kiến|báo) | thực\shiện | tiếp\stục | hiện(?:\s(?:nay|có|đang))? | đến\snay | lũy\skế | luỹ\skế
  | (?:sau|từ)\s(?:khi\s)?(?:hợp\snhất|sáp\snhập|sắp\sxếp|tái\slập|chia\stách)(?:\s(?:tỉnh|đơn\svị\shành\schính))?(?=,) | đầu\s(?:nhiệm\skỳ|giai\sđoạn)(?=\s*[,(:]|\s+(?:là|đạt|còn)\s)
  | cũng | chỉ(?!\s(?:đạo|tiêu|số|thị)) | vẫn | tiến\stới | hướng\s(?:tới|đến) | phấn\sđấu | đẩy\smạnh(?:\sviệc)? | chú\strọng(?:\sviệc)? | (?:kế\shoạch,\s)?lộ\strình | quyết\stâm | nỗ\slực | đảm\sbảo | bảo\sđảm | tập\strung | khoảng | gần | trên(?!\schuẩn) | hơn | dưới | lần\slượt | riêng | trong\sđó(?:\scó)?
  | đặc\sbiệt(?:\slà)? | nhất\slà | cụ\sthể(?!\sh(?:óa|oá))(?:\slà)? | ngoài\sra | đồng\sthời | và | với | của | cùng(?:\svới)? | qua\sđó | từ\sđó | theo\sđó | đó\slà | bao\sgồm | gồm(?:\scó)?
  | thứ\s(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?=,) | (?:đến\s)?(?:hết|cuối)\snhiệm\skỳ | (?:tầm\snhìn|định\shướng)(?=\s+(?:đạt|là|còn|khoảng)?\s*$) | trong\skhi(?:\sđó)? | (?:tuy|mặc\sdù)(?:\s(?:nhiên|vậy))? | song(?!\s(?:phương|song|ngữ|hành|đôi|sinh|mã|tấu)) | nhưng | ngược\slại | mới(?=\s(?:chỉ\s)?(?:bằng|đạt|chiếm)(?!\w)) | tỉnh(?!\s[uủ][yỷ](?!\w)) | nâng(?!\s(?:cấp|cao)) | đưa | tức(?:\slà)? | tính(?:\s(?:ra|chung))? | nay | các | những | như | thì | mục\stiêu | chỉ\stiêu | nhằm | để | ngay | tối\sthiểu | ít\snhất | đến | là | còn | thêm | năm | trong | có | đạt
)"""
"""Words that may open a clause without saying anything of the indicator."""

TRAILING_ADVERB = r"""(?:đã | (?:vẫn\s)?còn\s(?:khá\s|rất\s|tương\sđối\s)?(?:nhiều|cao|lớn|thấp|ít|chậm) | (?<!chứng\s)(?<!địa\s)(?<!tín\s)(?<!tôn\s)chỉ | đang | sẽ | luôn | đều | cơ\sbản | dự\sước | dự\s(?:kiến|báo) | hiện\snay | hiện\scó | đến\snay | khoảng | gần | (?<!cao\s)(?<!thấp\s)hơn | ước\sthực\shiện(?:\s(?:lũy|luỹ)\skế)? | tối\sthiểu | ít\snhất | phấn\sđấu | và | lần\slượt | (?<!cây\s)h[ằà]ng\snăm | (?:trong|cuối|đầu)\snăm | (?:hết|cuối)\snhiệm\skỳ | (?<=\s)của | (?<!sắp\s)(?<!tích\s)xếp(?:\shạng|\sthứ)? | (?:duy\strì|(?<!bắt\s)(?<!tạm\s)(?<!thu\s)giữ)(?:\svững)?(?:\sổn\sđịnh)? | ổn\sđịnh | đứng | vươn | vẫn | (?:cũng\s)?sẽ\sđược\snâng(?:\slên)? | (?<!được\s)nâng(?:\slên)? | (?-i:hạ) | (?:tuy|dù)\s(?:vẫn\s|còn\s)?(?:chưa|không) | (?:chưa|không)(?=\sđạt(?!\w)) | (?:chưa|không)\sđạt(?:\snhư)?\s(?:kỳ\svọng|mong\smuốn|yêu\scầu) | lần\sđầu(?:\stiên)? | (?<!được\s)phục\shồi(?:\s(?:mạnh|nhanh|khá))?)"""

_ROUNDS = r"(?:qua|sau)\s\d+\s(?:vụ|đợt|vòng|kỳ|lần|bước|lượt)(?:\s(?:thí\sđiểm|triển\skhai|thực\shiện|rà\ssoát|sắp\sxếp|kiểm\stra))?"
LEADING = re.compile(rf"^(?:[\s,;:.()\-–+*•“”\"]|{ADVERB}(?!\w)|{_ROUNDS}(?!\w))+", _FLAGS)
TRAILING = re.compile(rf"(?:[\s,;:.(\-–]|(?<!\w)(?:{LEVEL_VERB}|{TRAILING_ADVERB}))+$", _FLAGS)

PACE = re.compile(
    r"^(?:(?:công\stác|kết\squả|tiến\sđộ)\s)*(?P<deed>giải\sngân(?:\s[^,;:()]*?)?)(?:\s(?:(?:còn|khá|rất|triển\skhai)\s)*chậm)?(?:,\s(?:mới|chỉ))?$",
    re.IGNORECASE,
)
"""``tiến độ giải ngân vốn chậm, mới đạt`` 52%: how fast it goes is no part of what is measured."""

EMPTY_VERB = re.compile(
    r"""^(?:(?:kết\squả|thay\smặt(?:\scho)?|hình\sthành|phát\striển|sinh\shoạt|nay|có|hiện\scó|đạt|gồm|bảo\sđảm|đảm\sbảo|phấn\sđấu|thực\shiện|tiếp\stục|ở|còn|lên|cho
      |chiếm|ước|là|thêm|được|rõ|từng\sbước|triển\skhai|đồng\sbộ|tốt|hiệu\squả|có\shiệu\squả|tập\strung|toàn\sdiện|tích\scực|toàn\s(?:tỉnh|thành\sphố|huyện|xã)|xã|phường|cả\s(?:tỉnh|nước)|(?:trong\s)?(?:cả\s)?nhiệm\skỳ(?:\squa)?|trên\sđịa\sbàn|tỉnh|thành\sphố|huyện|địa\sphương|trong\sđó|và)(?!\w)\s*)+$""",
    _FLAGS,
)
"""Verbs that only say that something exists: left out of a label."""

PREDICATE = re.compile(
    r"""(?<!\w)(?:đạt|được|có|hoàn\sthành|tham\sgia|đảm\sbảo|bảo\sđảm|là|đáp\sứng|phù\shợp|triển\skhai|thực\shiện|sử\sdụng|hưởng|tiếp\scận
      |áp\sdụng|bị|chưa|không|đi|thu\sgom|xử\slý|kết\snối|cung\scấp|dùng|hoạt\sđộng|vận\shành|đăng\ský|ra\slớp|đến\strường|trở\sthành|thành\slập|biết|hài\slòng|tiếp\snhận|tham\sdự|ứng\sdụng|qua|đã|đang|tốt\snghiệp|về\sđích|chuyển\s(?:công\stác|sinh\shoạt)|nghỉ\s(?:hưu|chế\sđộ)|tái\scử|kinh\sdoanh|thoát\s(?:nghèo|khỏi)|ra\skhỏi|vững\smạnh)(?!\w)""",
    _FLAGS,
)
"""Words that open the predicate of ``95% đảng viên hoàn thành tốt nhiệm vụ``."""

GROWTH = re.compile(
    r"(?<!\w)(?:tăng(?!\s(?:cường|trưởng))(?:\s(?:trưởng|thêm|lên))?|bớt(?:\sđược)?|(?<!vào\s)(?<!cho\s)tăng\strưởng|giảm(?!\s(?:nghèo|phát|thiểu))|rút\sngắn|vượt|gấp|cao\shơn|thấp\shơn)(?!\w)",
    _FLAGS,
)
DECLINE = re.compile(r"(?<!\w)(?:giảm|bớt|thấp\shơn)(?!\w)", re.IGNORECASE)

CLAUSE_OPENER = re.compile(
    rf"""^\s*(?:{HEAD_NOUN}|trong\sđó|tiêu\sbiểu|điển\shình|nổi\sbật|riêng|đặc\sbiệt|nhất\slà|trọng\stâm\s(?:là|vào)|đồng\sthời|qua\sđó|góp\sphần|bình\squân|trung\sbình|toàn\stỉnh|cả\stỉnh|trên\sđịa\sbàn|tăng(?!\w)|giảm(?!\w)|vượt|bằng\s|đạt(?!\schuẩn|\stiêu)|chiếm
      |(?:lần\slượt|cùng|đều)\s(?:đạt|vượt|hoàn\sthành|bằng|cao|thấp)|hụt\s|nhỉnh\s|tròn\s|xấp\sxỉ\s|tiệm\scận\s|bám\ssát\s|cách\s(?:khá\s)?xa\s|tức\s|ước|dự\s(?:ước|kiến|báo)|phấn\sđấu|đến\s(?:nay|năm|hết|cuối)|năm\s\d|giai\sđoạn|hết\snăm|cuối\snăm|nâng|đưa|đã|đang|tiếp\stục|hoàn\sthành|xây\sdựng|thực\shiện|tổ\schức(?!\s(?:cơ\ssở\s)?(?:đảng|đoàn|hội|chính\strị|tín\sdụng|kinh\stế|xã\shội|khoa\shọc)(?!\w))|triển\skhai|thu\shút
      |giải\squyết\sviệc|đào\stạo|trồng|với\s|cơ\sbản|từng\sbước|tạo\s|đáp\sứng|đáng\schú\sý|tiêu\sbiểu|điển\shình|nhằm|để\s|về\sđích|lũy\skế|còn\s|hiện|phát\striển|duy\strì|không\scòn|kết\snạp|hỗ\strợ|gấp|xếp|khai\sthác|mở\srộng|tổng|quyết\stâm|phê\sduyệt|ban\shành|thay\smặt|cấp\s(?:mới|giấy))""",
    _FLAGS,
)
"""Does the text after a comma open a new clause?"""

CUT = re.compile(
    r"""\s(?:so\svới|so\scùng|góp\sphần|trong\sđó|nhằm|để|gắn\svới|với(?=\s)|theo(?!\sdõi)(?=\s)|nâng\s(?!cao|cấp)|(?<!đào\s)(?<!sáng\s)(?<!cải\s)(?<!chế\s)tạo\s|qua\sđó|từ\snăm|tính\sđến|(?<!tự\s)do\s|bao\sgồm|gồm\s|như\s|trong\snăm|trên\sđịa\sbàn(?:\stoàn)?(?:\stỉnh)?
      |đến\snăm|vào\snăm|trước\snăm|cho\s|nên\s|thông\squa|nhờ\s|và\s(?:đóng\sgóp|ủng\shộ|tháo\sdỡ)|tương\sđương|trong\slĩnh\svực|trên\scác|thuộc\snhóm(?!\s\d)|là\s(?:mục|chỉ)\stiêu\s(?:của|đề\sra|mà|do|đại\shội|nghị\squyết))(?!\w)|\s[–-]\s(?-i:(?=[A-ZĐ]))|…|:|\.\.\.""",
    _FLAGS,
)
"""Where a phrase after a value ends."""


PEOPLE = r"(?:một|01|1|10\.?000|1\.?000|1000|100\.?000|100)\s(?:vạn\s|nghìn\s)?(?:người\s)?(?:dân|lao\sđộng)(?!\w)"
"""``10.000 dân``, ``1 vạn dân``: to how many people a rate counts."""

ABBREVIATIONS = {
    "NSĐP": "ngân sách địa phương",
    "NSTW": "ngân sách trung ương",
    "NSNN": "ngân sách nhà nước",
    "CBCC": "cán bộ, công chức",
    "CCVC": "công chức, viên chức",
    "CBCCVC": "cán bộ, công chức, viên chức",
    "DTTS": "dân tộc thiểu số",
    "MTNQ": "mục tiêu nghị quyết",
    "NTM": "nông thôn mới",
    "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội",
    "HTX": "hợp tác xã",
    "KNPA": "kiến nghị, phản ánh",
    "KCN": "khu công nghiệp",
    "TTHC": "thủ tục hành chính",
}
"""Abbreviations that a label is written without."""

OF_WHICH = re.compile(r"[\s,;]*trong\sđó(?!\w)", re.IGNORECASE)
"""Words that open a part of what was told before."""
ON_LEVEL = re.compile(r"(?:ở\s)?cấp\s(?:trung\sương|tỉnh|huyện|xã|cơ\ssở)|(?:các\s)?trung\sương", re.IGNORECASE)
"""``cấp tỉnh`` 41 cuộc, ``cấp xã`` 2.487 cuộc: on which level."""
