"""Numbers that are no values: codes, dates, ordinals, numbers in names, titles and norms."""

from __future__ import annotations

import re

from vankien.facts.cues.wording import PEOPLE
from vankien.facts.quantities.units import unit_at
from vankien.facts.times.periods import find_times
from vankien.model import Lexicon

_CODE = r"""
    (?<!\w)\d+[A-Za-zĐđ]?(?:/\d{4})?\s?[-–/]\s?[A-ZĐ][\wĐ&]*(?:[-/–][A-ZĐ][\wĐ]*)*(?![\wà-ỹ])      # 05-NQ/TU, 07/2021/NQ-HĐND
  | (?<!\w)\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}
  | (?i:ngày|đêm)\s\d{1,2}(?:\s?[-–/]\s?\d{1,2})*(?:\stháng\s\d{1,2})?
  | (?i:tháng)\s\d{1,2}(?!\d|,\d|\.\d(?!\d{3}(?!\d)))(?:\s?/\s?\d{4})?
  | (?<![\d.,])\d{1,2}\s?/\s?(?:19|20)\d\d
"""
_NAMED = r"""
    (?i:(?<!\w)(?:nghị\s(?:quyết|định)|quyết\sđịnh|chỉ\sthị|kết\sluận|kế\shoạch|thông\stư|công\svăn|luật|báo\scáo|văn\sbản
      |quy\sđịnh|hướng\sdẫn|chương\strình|đề\sán|(?<!kiểm\s)điểm|biểu|chương|phần|bảng|trang|mẫu|chuyên\sđề|(?:tiểu\s)?dự\sán|hợp\sphần
      |nội\sdung|tiêu\schí|bước|tập|(?<!cao\s)(?<!trung\s)(?<!sơ\s)cấp|(?<!xếp\s)hạng|loại|khu|tổ|bản|thôn|km|mốc|giai\sđoạn|vùng|lớp|đợt|quý|mục|khoản|trung\sương)\s(?:số\s)?)
      \d+[a-z]?(?:\.\d{1,2}(?!\d))*(?:\s?[-–,:]\s?\d+(?![\d%.,]))*(?![\d%]|[.,]\d|\s?/\s?\d|\s?[-–]\s?\d)
"""
"""Nouns that a number may follow as a name: ``Dự án 3``, ``Nghị quyết 30a``; not where a unit follows the number."""
_ORDINAL = r"""
    (?<!\w)(?:Phường|Quận|Khóm|Ấp|Khu\sphố|Tổ\sdân\sphố)\s\d{1,2}(?!\d|\s?%|[.,]\d|/\d)                            # Đảng ủy Phường 1 khóa IX
  | (?i:(?<!\w)(?:điều|phụ\slục|khóa|khoá|(?:lần|năm|tháng)\sthứ|bão\ssố|kỳ\shọp(?:\sthứ)?|cấp\sđộ|mức\sđộ|cột\smốc|cách\smạng\scông\snghiệp(?:\slần\sthứ)?|công\snghiệp|công\snghệ
      |thế\shệ|covid|ISO|tuổi|nhiệm\skỳ|cự\sly)\s(?:số\s|thứ\s)?)\d+(?:[.:]\d+)*(?![\d%]|[.,]\d)
  | (?i:(?<!\w)(?:quốc\slộ|tỉnh\slộ|huyện\slộ|đường\s(?:tỉnh|huyện|số)(?:\slộ)?|QL|ĐT|TL|ĐH)\.?\s?)\d+[A-Z]?(?:\s?[,-]\s?\d+[A-Z]?(?![\d%.,]|\s?(?:%|tỷ|km)))*
  | (?<![\d.,])(?:từ\s|dưới\s|trên\s|đủ\s)*\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+|\sđến\s(?:dưới\s)?\d+)?\s(?:tháng\s)?tuổi(?:\strở\s(?:lên|xuống))?
  | (?:từ\s|đạt\s)?\d(?:\s?[-–]\s?\d)?\ssao(?:\strở\slên)?
  | (?<=[^\W\d])(?<!đạt)[-–]?\d+(?:[.,]\d+)*                                                              # PC6, J01, Covid-19
  | (?<![\w,.])\d+[A-ZĐa-zđ]\d*(?![\w²³/])                                                        # 4G, 30a
  | (?i:(?<!\w)covid\s?[-–]\s?)\d+
  | (?<!\d)\d+/\d+(?=\sngày|/\d)
  | (?i:(?<!\w)sau\s)\d{1,2}(?:[.,]\d)?\sngày(?!\w)                                                      # after how long
  | 0?4\smùa(?!\w)(?!\svụ)                                                                            # a road for all seasons
  | (?i:\d+\sđiểm\scầu)
  | (?<![\d/.,])[1-9]/[2-9](?=\s(?:tổng\s)?(?:số|thu\sngân|chi\sngân|GRDP|dân\ssố|diện\stích|giá\strị|sản\slượng|kim\sngạch|vốn)\s)       # "giảm 2/3 số vụ": a fraction
  | (?i:(?<!\w)khổ\s(?:giấy\s)?)\d[\d,]*\s?x\s?\d[\d,]*(?:\scm)?                                          # the size of a booklet
  | (?i:(?:nhà\smáy|nhiệt\sđiện|thủy\sđiện|điện\sgió|điện\smặt\strời|cảng|khu\scông\snghiệp|cầu|hồ)\s)[^,;:.()\d]{3,60}\s\d{1,2}(?=\s(?i:công\ssuất|quy\smô|có\scông\ssuất|với\scông\ssuất|dài|diện\stích)\s)   # Nhà máy điện gió Bến Mới 1 công suất 30 MW
  | (?i:(?<=\d\stàu\s)(?:cá\s)?(?:có\s)?(?:chiều\sdài\s)?(?:từ|dưới|trên|đủ)\s\d[\d,]*\s?m(?!\w)(?:\s(?:đến|[-–])(?:\sdưới)?\s\d[\d,]*\s?m(?!\w))?(?:\strở\slên)?)   # 27 tàu từ 12 m đến dưới 15 m
  | (?i:(?<!\w)tiêm\s(?:[^\W\d]+\s){0,4})0?[1-5]\s(?:mũi|liều)(?=\s(?:đạt|là|chiếm|vắc|vaccine|cơ\sbản|thứ|trở))             # "số người đã tiêm ít nhất 2 mũi đạt 98%"
  | (?<![\d.,])1(?=\ssố\s[^\W\d])                                                                          # "một số", in figures
  | (?i:(?<!\w)con\sthứ\s)\d+                                                                               # the third child
  | (?i:0?3\sloại\srừng)                                                                                # the three kinds of forest that the law knows
  | (?i:(?<!\w)(?:đường\sdây|trạm(?:\sbiến\sáp)?|lưới(?:\sđiện)?|cáp(?:\sngầm)?|điện\sáp|mạch)\s(?:từ\s)?)\d+(?:[.,]\d+)?(?:\s?(?:,|và|[-–])\s?\d+)*\s?kV(?!\w)  # a line of 110 kV
  | (?i:(?<!\w)(?:chỉ\stiêu|nhiệm\svụ|nội\sdung|mục)\ssố\s)\d{1,2}(?![\d%]|[.,]\d)                             # chỉ tiêu số 9
  | (?<!tổng\s)(?i:số\s)\d{1,2}(?=\s(?:dài|nối|từ|đi|qua)(?!\w))                                    # tuyến đường sắt số 1 dài 25 km
  | (?i:trung\sương\s)\d{1,2}(?=[\s,]+(?:khóa|khoá)\s)                                                   # Nghị quyết Trung ương 4 khóa XII
  | (?i:độ\scao\s(?:từ\s|trên\s|dưới\s|khoảng\s)*)\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?m(?!\w)                  # a condition of the place
  | (?i:(?:/|trên|bình\squân|mỗi)\s?(?:1|01)\s(?:ha|hecta|sào|mẫu)(?!\w))                                                   # "bình quân 1 ha vườn thu 160 triệu đồng"
  | (?i:(?:/|trên)\s?(?:1|01|10\.?000|1\.?000|1000|100|100\.?000)(?:\s|(?=ha\s))(?:vạn\s)?(?:dân|người(?!\w)|ha|đơn\svị))     # "/1 vạn dân", "trên 1 ha"
  | (?i:(?<=chỉ\stiêu\s)đạt\s(?:từ|trên|dưới)\s)\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*|%?\sđến\s(?:dưới\s)?\d[\d.,]*)?\s?%          # "4 chỉ tiêu đạt từ 70% trở lên"
  | (?i:(?<=\d\sxã\s)(?:đạt\s)?(?:từ|dưới)\s)\d+(?:\s?[-–]\s?\d+|\sđến\s(?:dưới\s)?\d+)?\stiêu\schí                                # "35 xã đạt từ 15 - 18 tiêu chí"
  | (?i:(?<=\d\sxã\s)(?:(?:cơ\sbản\s)?(?:đạt(?:\schuẩn)?|hoàn\sthành)\s(?:đủ\s)?|đạt\s(?:chuẩn\s)?trên\s))\d{1,2}(?:/\d{1,2})?\stiêu\schí              # "6 xã đạt 19/19 tiêu chí"
  | (?i:(?:(?<=\d\shộ\s)|(?<=\shộ\sgia\sđình\s))đạt\s(?:chuẩn\s)?(?:trên\s)?)\d{1,2}(?:/\d{1,2})?\stiêu\schí                                 # "12 hộ đạt 8 tiêu chí"
  | (?i:(?<=số\sxã\s)đạt\s(?:từ\s|trên\s|dưới\s)?)\d+(?:\s?[-–]\s?\d+)?\stiêu\schí(?:\strở\s(?:lên|xuống))?(?=\s(?:là|có|đạt|chiếm|còn|xuống|giảm)\s)  # "số xã đạt từ 10 tiêu chí trở lên là 37 xã"
  | (?i:(?<!\w)lúa\s(?:nước\s|rẫy\s)?)0?[123]\svụ(?!\w)                                                              # "lúa nước 2 vụ 40 ha"
  | (?i:(?<=hữu\shạn\s)(?:một|0?1)\sthành\sviên(?:\s100\s?%\svốn)?)                                                      # "công ty TNHH 01 thành viên 100% vốn nhà nước"
  | (?i:(?:(?<=công\sty\s)|(?<=doanh\snghiệp\s)|(?<=hữu\shạn\s)|(?<=cổ\sphần\s))(?:có\s)?100\s?%\svốn(?=\s(?:nhà\snước|nước\sngoài|tư\snhân|điều\slệ)))
  | (?i:quy\smô\s(?:từ|trên|dưới)\s)\d[\d.,]*\s[^\W\d]+\s(?i:trở\s(?:lên|xuống))                     # "quy mô từ 20 con trở lên"
"""
_NUMBERED = re.compile(r"\(\s?\d{1,2}\s?\)|^\s*\d{1,2}[.)]\s|(?<=[;:.]\s)\d{1,2}[.)]\s(?=[A-ZĐ])")
_BEGINS = r"(?:(?<![^\W\d_])|(?=[\d/–-]))"
"""Where a stretch may begin: no letter stands before it, unless it begins with a digit or a sign (``PC6``, ``bác sĩ/1 vạn
dân``). Asked first, it spares the many alternatives behind it half of their time."""
_SKIP = re.compile(f"{_BEGINS}(?:{_CODE}|{_ORDINAL})", re.VERBOSE)
_TITLE = re.compile(
    r"(?i:đề\sán|chương\strình|dự\sán|kế\shoạch|nghị\squyết|phong\strào|cuộc\svận\sđộng|chủ\sđề|phương\schâm|mô\shình)\s[^“”.;:]{0,20}“[^”]*”"
)
"""A title in quotation marks: its numbers are no values."""
_WEAK = re.compile(rf"{_BEGINS}{_NAMED}", re.VERBOSE)
_EVERY = re.compile(rf"(?<!\w)(?:cứ|tính\strên|mỗi|bình\squân)\s{PEOPLE}", re.IGNORECASE)
"""``cứ 10.000 dân có``: to how many people a rate counts."""
_NO_VALUE = re.compile(
    r"""(?:(?<![^\W\d_])|(?=[“"\d]))(?:
        [“"]0?\d\s[^\W\d]+(?:\s[^\W\d]+){0,3}[”"]                                             # “6 rõ”
      | [“"](?:[^\W\d]+\s){0,6}0?\d\s[^\W\d]+(?:\s[^\W\d]+)?(?:,|\svà)?\s0?\d\s[^\W\d]+(?:\s[^\W\d]+){0,2}[”"]          # “gia đình 5 không, 3 sạch”
      | (?<![\d.,])[2-9]\s(?:không|có|biết)(?:,|\svà)?\s[2-9]\s(?:sạch|không|có|nên|an)(?!\w)                              # gia đình 5 không, 3 sạch
      | (?:Đề\sán|Chương\strình|Phong\strào)\s(?:(?!là|đạt|cần|có|gồm|khoảng|trên|gần|hơn)[^\W\d]+\s)?\d[\d.,]*\s(?:triệu|nghìn|ngàn|tỷ)\s[^\W\d]+                # Đề án 1 triệu héc-ta lúa
      | (?:[^\W\da-zà-ỹđ][^\W\d]*\s){2,}\d{1,2}(?=\s(?:quy\smô|công\ssuất|\((?:quy\smô|công\ssuất|vốn|tổng)))         # Khu công nghiệp Cồn Cao 2 quy mô
      | (?i:(?:tại|ở|trong|của)\s)\d{1,3}(?=\s(?:[^\W\d]+\s){1,4}(?:này|nói\strên)(?!\w))                                # "Tại 3 cụm công nghiệp này": told before
      | (?i:(?:ở|tại|đối\svới|trong)\s(?:các\s|những\s)?(?:xã|huyện|thôn|bản|địa\sphương|vùng|phường|nơi)\s(?:[^\W\d]+\s){0,4}?có\s(?:tỷ|tỉ)\slệ\s[^,;.:()\d]{2,40}\s(?:trên|dưới|từ|hơn)\s)\d[\d.,]*\s?%(?:\strở\slên)?(?=\s(?:giảm|tăng|đạt|còn|được|có|là)\s)  # which places
      | Cứ\s[^.;]{3,80}?\sthì\s[^.;]*                                                               # what would follow
      | (?i:(?:chậm|trễ|quá\shạn)\s(?:quá|trên|hơn)\s)\d+\s(?:ngày|tháng)
      | (?i:dự\sán\s(?:có\s)?(?:tỷ\slệ\s)?giải\sngân\s(?:dưới|thấp\shơn|chưa\sđạt)\s)\d+\s?%                          # which projects
      | (?<=\d\s)(?:[^\W\d]+\s){1,4}(?:đã\s|có\stỷ\slệ\s){0,2}lấp\sđầy\s(?:trên|dưới|từ)\s\d+\s?%)""",
    re.VERBOSE,
)
"""Slogans, names and conditions: their figures measure nothing."""
_KEEP = re.compile(r"(?<!trên\s)\d(?:ha|km2?|m[23²³]?|MW|kg|tấn|tỷ|kWh|Kwh|USD|đ)$")


def _is_lifespan(text: str, match: re.Match[str]) -> bool:
    """``tuổi thọ bình quân đạt 75 tuổi`` is a value, other ages are not."""
    return match.group().endswith("tuổi") and bool(re.search(r"(?i:tuổi thọ)[^,;.]{0,40}$", text[: match.start()]))


def skipped_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches with digits that are no values: dates, codes, list numbers, ordinals, road numbers, ages, names."""
    spans = [(t.start, t.end) for t in find_times(text)]
    if "“" in text:
        spans += [m.span() for m in _TITLE.finditer(text)]
    spans += [m.span() for m in _EVERY.finditer(text)]
    spans += [m.span() for m in _NO_VALUE.finditer(text)]
    spans += [m.span() for m in _NUMBERED.finditer(text)]
    spans += [m.span() for m in _SKIP.finditer(text) if not _KEEP.search(m.group()) and not _is_lifespan(text, m)]
    for match in _WEAK.finditer(text):
        unit = unit_at(text, match.end(), lexicon, nouns=False)
        if unit is None or unit.kind == "time":
            spans.append(match.span())
    return sorted(spans)
