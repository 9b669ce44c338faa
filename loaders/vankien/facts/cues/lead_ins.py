"""Words of a clause that only lead up to what a value measures: what it helps to reach, why, who has counted it, who did it."""

from __future__ import annotations

import re

from vankien.facts.cues.wording import HEAD_NOUN
from vankien.vietnamese import UPPER

_HELPS = re.compile(
    r"^(?:.*(?<!\w))?góp\sphần(?:\s(?:quan\strọng|tích\scực|to\slớn|đáng\skể))?(?:\s(?:vào|trong)(?:\sviệc)?)?\s(?=(?:giảm|nâng|đưa|tăng|kéo|hạ)\s)",
    re.IGNORECASE | re.DOTALL,
)
"""``góp phần`` giảm tỷ lệ hộ nghèo còn 3%."""
_THEREFORE = re.compile(
    rf"^.*\s(?<!trở\s)(?<!làm\s)(?<!tạo\s)(?<!xây\s)nên\s(?={HEAD_NOUN})", re.IGNORECASE | re.DOTALL | re.VERBOSE
)
"""``giá cao nên`` đàn lợn nái tăng lên 900 con."""
_COUNTED_BY = re.compile(
    r"^[\s,;]*qua\s(?:kết\squả\s)?(?:đánh\sgiá|rà\ssoát|kiểm\stra|khảo\ssát|thống\skê|phân\sloại|bình\sxét|xếp\sloại|tổng\shợp|phân\stích),?(?:\s(?=(?:đã\s|chỉ\s|mới\s)?(?:có|còn|phát\shiện)(?!\w))|\s*$)",
    re.IGNORECASE,
)
"""``Qua đánh giá có`` 388 tổ chức đảng."""
_REMAINS = re.compile(
    r"(?<=\w)\s(?:(?:tiếp\stục|luôn|vẫn)\s)?(?:được\s)?(?:duy\strì|giữ)(?:\svững)?(?:\sở)?\smức\s(?:khá|cao|tốt|ổn\sđịnh|hợp\slý|hai\scon\ssố)[^,;:\d]{0,30},(?=\s(?:bình\squân|trung\sbình|đạt|ước)(?!\w))",
    re.IGNORECASE,
)
"""``Tăng trưởng công nghiệp duy trì ở mức cao, bình quân`` 8%/năm."""
_FAIRLY = re.compile(
    r"(?P<of>(?:tốc\sđộ\s)?tăng\strưởng\s(?:kinh\stế|GRDP))\s(?:(?:tiếp\stục|luôn|vẫn|phát\striển|tăng|đạt)\s)*(?:khá|cao|nhanh|tốt|ổn\sđịnh)(?:\s(?:cao|nhanh|tốt|ổn\sđịnh))?,(?=\s(?:bình\squân|trung\sbình|đạt|ước)(?!\w))",
    re.IGNORECASE,
)
"""``Tăng trưởng kinh tế khá cao, bình quân`` 8%/năm."""
_SINGLES_OUT = re.compile(
    r"^[\s,;:]*(?:trong\sđó,?\s)?(?:nổi\sbật|đáng\schú\sý|điển\shình|tiêu\sbiểu|đặc\sbiệt|cụ\sthể)(?:\s(?:nhất|hơn|trong\s(?:đó|số\snày)))?\s(?:là|như)\s(?:chỉ\stiêu\s(?:về\s)?)?(?=\S)",
    re.IGNORECASE,
)
"""``Nổi bật là`` tổng thu ngân sách đạt 90 tỷ đồng."""
_GROWER = re.compile(
    rf"^[\s,;]*(?:(?:[Tt]oàn\s)?(?:xã|huyện|tỉnh|phường|thành\sphố|thị\s(?:xã|trấn)|đặc\skhu|Xã|Huyện|Tỉnh|Phường|Thành\sphố|Thị\s(?:xã|trấn))(?:\s[{UPPER}]\w*){{0,4}}|[Nn]ông\sdân|[Bb]à\scon)\s(?:đã\s|cũng\s)+(?=(?:gieo|trồng|sạ|cấy|thu\shoạch|xuống\sgiống|thả\snuôi|chuyển\sđổi)(?!\w))"
)
"""``Xã Tân Lạc đã`` gieo trồng 650 ha: whose fields they are is no part of what is measured."""


def without_lead_in(before: str) -> str:
    """The words before a value without those that only lead up to what it measures.

    >>> without_lead_in("góp phần giảm tỷ lệ hộ nghèo xuống còn ")
    'giảm tỷ lệ hộ nghèo xuống còn '
    >>> without_lead_in("Xã Tân Lạc đã gieo trồng ")
    'gieo trồng '
    """
    if "nên " in before:
        before = _THEREFORE.sub("", before)
    if "góp phần" in before.lower():
        before = _HELPS.sub("", before)
    if " mức " in before:
        before = _REMAINS.sub("", before)
    before = _FAIRLY.sub(r"\g<of>", _SINGLES_OUT.sub("", before))
    return _COUNTED_BY.sub("", _GROWER.sub("", before))
