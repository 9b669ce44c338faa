"""Words by which a sentence promises, reports or sets aside a value."""

from __future__ import annotations

import re

PROMISE = re.compile(
    r"(?<!\w)(?:(?<!đăng\ský\s)phấn\sđấu(?!\s(?:\S+\s\S+\s)?được\s\d)|(?<!đạt\s)(?<!vượt\s)(?<!với\s)(?<!thành\s)(?<!hơn\s)(?<!khi\s)mục\stiêu\s(?:đến|là|đặt|đề|hướng\s(?:đến|tới))|(?:chương\strình|đề\sán|\))\s(?:đặt|đạt)\smục\stiêu|(?:đề\sra|đặt\sra|hướng\stới|biểu\squyết\sthông\squa)\s(?:(?:các|một\ssố|những|\d+)\s)*(?:nhóm\s)?(?:chỉ\stiêu|mục\stiêu)(?=\s[^:;.,()]{0,60}:\s|:\s)|quyết\stâm\s(?:đến|đạt|hoàn|phấn|đưa|giảm|tăng)|dự\skiến\sđến|định\shướng\sđến(?!\s(?:năm\s)?20\d\d\s*(?:;(?!\strong\sđó)|\.(?!\d)|$))|yêu\scầu\s(?:đặt|đề)\sra\slà|có\sđích\s(?:riêng\s)?đến)(?!\w)"
    r"|(?:^|[.;]\s)(?:nghị\squyết\s)?đại\shội\s[^;.()]{0,80}?(?:xác\sđịnh|(?:đề|đặt)\sra)\s(?=đến\snăm\s20)"
    r"|(?<!\w)(?:(?:đến|tới)\s(?:hết\s|cuối\s)*năm\s20\d\d|giai\sđoạn\s20\d\d\s?[-–]\s?20\d\d),?\s(?:[^.;:,\d]{1,50}\s)?sẽ\s(?:có|đạt|hoàn\sthành|đưa|xây|tăng|giảm|đào\stạo|trồng|thành\slập|giải\squyết)(?!\w)",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"""(?<!\w)(?:đã(?!\squa\sđào\stạo)|(?<!hơn\s)(?<!với\s)ước(?!\s(?:mơ|vọng))|dự\sước|(?<!cần\s)(?<!phải\s)đạt\sđược|(?<!thực\s)(?<!thể\s)(?<!phát\s)(?<!xuất\s)(?<!biểu\s)hiện\s(?:nay|đang|trên|toàn|tỉnh|cả|tại)|(?<![a-zà-ỹ]\s)hiện\scó|đến\snay|(?:là|với\sđặc\sthù\slà)\s(?:tỉnh|huyện|địa\sphương)
      |cùng\skỳ|lũy\skế|(?:những|các|\d+)\snăm\squa|vừa\squa|được\s(?:công\snhận|duy\strì)|biểu\squyết(?:\s(?:thông\squa|tán\sthành|nhất\strí|đồng\sý))?|dự\s(?:đại\shội|hội\snghị)\scó|được(?:\s[^\s,;.]+){0,4}?\sthông\squa\svới|thay\smặt(?:\scho)?
      |(?:khóa|khoá)\s[\dIVX]+(?:,\snhiệm\skỳ\s[\d\s–-]+)?\s(?:gồm|có)|trong\snhiệm\skỳ\s(?:đã|qua))(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
DONE = re.compile(
    r"(?<!\w)(?:đã(?!\squa\sđào\stạo)|(?<!cần\s)(?<!phải\s)đạt\sđược|đến\snay|cùng\skỳ)(?!\w)", re.IGNORECASE
)
FUND = re.compile(
    r"(?:tổng\s)?(?:(?:nhu\scầu\s)?(?:kinh\sphí|dự\stoán)|nhu\scầu\s(?:về\s)?(?:nguồn\s)?vốn|(?:tổng\s)?(?:nguồn\s|số\s)?vốn\s[^,;:]{0,80}?(?:dự\skiến\s(?:bố\strí|phân\sbổ|cân\sđối)|bố\strí\scho))(?!\w)"
    r"|(?:tổng\s)?vốn\sthực\shiện(?!\w)|tổng\svốn\s(?:của\s)?(?:các\s|danh\smục\s)*(?:dự\sán|công\strình|đề\sán)(?!\w)",
    re.IGNORECASE,
)
"""Sums that are set aside: ``kinh phí``, ``nguồn vốn dự kiến bố trí``."""
COSTS = re.compile(r"[\s,]*với\s(?:tổng\s)?(?:kinh\sphí|mức\sđầu\stư|vốn)(?!\w)", re.IGNORECASE)
PLANNED_SUM = re.compile(
    r"dự\skiến\s(?:tổng\s|nguồn\s)*(?:vốn|kinh\sphí)(?!\w)(?:[^;.]|(?<=\d)\.(?=\d))*$", re.IGNORECASE
)
"""``dự kiến vốn năm 2032 là 900 tỷ đồng, gồm ngân sách trung ương 700 tỷ đồng``."""
DEED = re.compile(
    r"""(?<!\w)(?:trồng|hình\sthành|xây\sdựng\s(?:mới|\d|thêm|được|và|hoàn)|xây\sdựng\s*$|nâng|đưa|đào\stạo|giải\squyết\sviệc|hoàn\sthành|thu\shút|kết\snạp|thêm|thành\slập|không\scòn|đón|xếp\shạng|cấp\s(?:mới|giấy)|hỗ\strợ
      |công\snhận|bảo\stồn|cải\stạo|sắp\sxếp|chuyển\sđổi|xóa|xoá|tạo\sviệc|mở\s(?:mới|rộng)|đầu\stư|duy\stu|hỗ\strợ|kết\snối|khởi\scông|sửa\schữa|xây\smới|bồi\sdưỡng|tập\shuấn|phát\shành|nhân\srộng|cung\scấp|lắp\sđặt|ươm\stạo|đóng\scửa|vận\sđộng|diễn\stập|tổ\schức|thực\shiện\s*$|bảo\sđảm|đảm\sbảo|đạt)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
