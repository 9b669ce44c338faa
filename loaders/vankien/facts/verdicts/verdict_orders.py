"""Wordings that say how far a result is from its target without a plain word of verdict, and other orders of those words."""

from __future__ import annotations

import re

from vankien.facts.clauses.verdict_comparisons import AMOUNT, BARE, TARGET
from vankien.facts.measures.quoted_targets import FRACTION
from vankien.vietnamese import NUMBER

_SETTER = r"(?:nghị\ quyết|NQĐH|NQ|kết\ luận|chỉ\ thị|chương\ trình|kế\ hoạch|quyết\ định|đề\ án|quy\ hoạch|đại\ hội)"
_SET = rf"(?:/năm)?\s(?:(?:mà|do|của|theo|tại|như)\s{_SETTER}(?!\w)|{_SETTER}\s(?:đã\s)?(?:đề\ ra|đặt\ ra|yêu\ cầu|xác\ định|giao))"
LEVEL = rf"{AMOUNT}{_SET}"
SHORT = (
    re.compile(rf"(?<!\w)(?:thấp\ hơn|kém)\s(?:so\ với\s)?mức\s{LEVEL}", re.IGNORECASE | re.VERBOSE),
    re.compile(
        rf"(?<!\w)thiếu\s(?:khoảng\s|gần\s|trên\s|hơn\s)?{AMOUNT}(?:\sm[23])?\s(?:so\ với|theo)\s(?:yêu\ cầu|đích|{TARGET})",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"(?<!\w)cách\ (?:khá\ |rất\ )?xa\ (?:so\ với\ )?(?:{TARGET}|mức\ {AMOUNT}{_SET})",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(rf"(?<!\w)(?:(?:chưa|mới|chỉ)\s)?bằng\ {FRACTION}\s(?:{TARGET})", re.IGNORECASE | re.VERBOSE),
    re.compile(rf"^\W*thấp\ hơn\s(?:so\ với\s)?{TARGET}", re.IGNORECASE | re.VERBOSE),
    re.compile(
        rf"(?<!\w)(?:còn\s)?(?:hụt|thiếu)\s(?:khoảng\s|gần\s|trên\s|hơn\s)?{AMOUNT}\s(?:nữa\s)?(?:thì\s)?(?:mới\s)?(?:bằng|đạt|để\ đạt)\s(?:mức\s)?{TARGET}",
        re.IGNORECASE | re.VERBOSE,
    ),
)
"""``thấp hơn mức 8%/năm mà Chương trình 41 đề ra``, ``vẫn thiếu 17 nghìn tấn so với yêu cầu``; a footnote's ``Thấp hơn mục tiêu``."""
FAR_OVER = re.compile(rf"(?<!\w)vượt(?:\s(?:khá\s)?xa)?\s(?:so\ với\s)?mức\s{LEVEL}", re.IGNORECASE | re.VERBOSE)
"""``vượt xa mức 50% mà Kế hoạch ... xác định``."""
MEETS = re.compile(
    rf"(?<!\w)đáp\ ứng(?:\ được)?\ (?:yêu\ cầu|{TARGET})(?:\s(?:là|tối\ thiểu|ít\ nhất|từ|trên))*\s(?={NUMBER})",
    re.IGNORECASE | re.VERBOSE,
)
"""``đáp ứng yêu cầu tối thiểu 2%/năm``."""
EARLY = re.compile(
    r"(?<!\w)(?<!vượt\ và\ )(?<!vượt\ xa\ và\ )(?:(?:về|cán)\ đích|hoàn\ thành(?=\ (?:sớm|trước)\ (?:\S+\ )?\d{1,2}\ năm\ (?:so\ với\ )?(?:chỉ|mục)\ tiêu))\ (?:sớm|trước(?:\ hạn|\ thời\ hạn)?)\s(?:(?:so\ với\s)?(?:nghị\ quyết|mục\ tiêu|chỉ\ tiêu|kế\ hoạch|NQĐH|NQ)(?:\s(?:nghị\ quyết|đại\ hội|đề\ ra))?\s)?(?:khoảng\s)?\d{1,2}\s(?:năm|tháng)",
    re.IGNORECASE | re.VERBOSE,
)
"""``về đích trước 02 năm``, ``hoàn thành trước 1 năm chỉ tiêu``; ``vượt xa và cán đích trước 2 năm`` has its verdict."""
EARLIER = re.compile(
    r"(?<!\w)(?:hoàn\ thành|đạt|về\ đích|cán\ đích)\s(?:sớm|trước)(?:\ hạn|\ thời\ hạn|\ hơn)?\s(?:khoảng\s)?\d{1,2}\s(?:năm|tháng)\sso\ với\s(?:nghị\ quyết|mục\ tiêu|chỉ\ tiêu|kế\ hoạch|NQĐH|NQ)(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)
"""``hoàn thành sớm 2 năm so với Nghị quyết``."""
OTHER_ORDERS = (
    re.compile(
        rf"(?<!\w)so\ với\s+{TARGET}[^,;:.()\d]{{0,40}}?\s{BARE}(?=\s*(?:[(),;.]|$)|(?<=vượt)\s(?:trên\s|gần\s)?(?:{NUMBER})\s?(?:%|điểm))",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"\(\s*{TARGET}[^();]{{0,60}}?[,;:]\s*(?:(?:dự\ báo|dự\ kiến|ước|đã)\s)*{BARE}\s*(?=\))",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf",\s(?:là|đây\ là)\s(?:một\ trong\ những\s)?(?:chỉ|mục)\ tiêu\s{BARE}(?=\s*(?:[;,.]|$))",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"\(\s*{TARGET}[^();]{{1,60}}\),\s(?:còn\s|vẫn\s|mới\s)?{BARE}(?=\s*(?:[;,.]|$))", re.IGNORECASE | re.VERBOSE
    ),
    re.compile(
        rf"(?:[,;]\s){TARGET}\s(?:là\s)?(?:{NUMBER})[^,;.()\d]{{1,40}}?\s(?:rất\s)?{BARE}(?=\s*(?:[;,.]|$|trong\s|vào\s))",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"(?<!\w)(?:chỉ|mục)\ tiêu(?:\s(?:[^.;:,()\d]|20\d\d){{1,60}}?)??\s{BARE}(?=,?\s*(?:(?:bao\ )?gồm|là|như|cụ\ thể)?\s*:|,?\s(?:bao\ )?gồm\s|\s\((?!\d)|(?:\s(?:vào|trong|đến)\s(?:(?:hết|cuối)\s)?năm\s\d{{4}})?\slà\s(?=[^\W\d]))",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"(?<=,\ )(?P<bare>vượt)(?=(?:\ (?:xa|cao|sớm|và)(?!\w)[^,;:.()]{{0,60}})?\s\(\s*{TARGET})",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"(?<!\w){BARE}\s(?:được\s)?(?:mức|kh[uủ]ng|ngưỡng)\s(?:trên\s|khoảng\s)?{LEVEL}", re.IGNORECASE | re.VERBOSE
    ),
    re.compile(
        rf"(?<!\w)(?:đều|cùng)\s(?:đã\s)?(?P<bare>hoàn\ thành|đạt|vượt)(?=\s*\(\s*{TARGET})",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"(?<!\w){TARGET}[^;.()]{{0,60}},?\s(?:do\ (?:đó|vậy)|vì\ (?:thế|vậy)|nên),?\s(?P<bare>(?:không|chưa)\ đạt)(?=\s*(?:[;.]|$))",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"(?<!\w)(?:chỉ|mục)\ tiêu\s[^.;:()\d]{{3,200}}?,\ riêng\s[^.;:()\d]{{8,300}}?\s{BARE}(?=\s*(?:[;.]|$))",
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        rf"(?<!\w)(?:chỉ|mục)\ tiêu\s(?:về|gồm|như)\s(?:\([^()]*\)|[^.;:()]){{8,600}}?\s(?:đều|cùng)\s(?:đã\s)?{BARE}(?=\s*(?:[,;.]|$))",
        re.IGNORECASE | re.VERBOSE,
    ),
)
"""``so với mục tiêu Nghị quyết vượt``, ``vượt xa (Nghị quyết: 250 ha)``, ``đều hoàn thành (mục tiêu lần lượt là 95% và 93%)``,
``(mục tiêu 32%, khó đạt)``, ``chưa đạt mức 9% mà Nghị quyết đề ra``, ``03 chỉ tiêu khó đạt gồm``, ``các chỉ tiêu về ... đều vượt``,
``các chỉ tiêu còn lại ..., riêng A và B dự báo khó đạt``."""
