"""Comparisons of a result with its target: which words name a target, and on which side of it the result lies.

cao hơn 0,5% so với chỉ tiêu tỉnh giao          above
thiếu 8 xã so với Nghị quyết                    below
tỷ lệ hộ nghèo còn 3,1%, thấp hơn kế hoạch      below, which is the better side of a rate that is to fall
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.cues.assessment_labels import clause_before, lower_is_better
from vankien.facts.cues.goal_words import GOAL_NOUN
from vankien.vietnamese import NUMBER

_NOUN = rf"(?:{GOAL_NOUN}|kịch\ bản(?!\ (?:phát\ triển\ )?(?:thông\ thường|cơ\ sở))(?!\w))"
_GIVER = r"(?:đại\ hội|HĐND|UBND|hội\ đồng|ủy\ ban|quốc\ hội|chính\ phủ|thủ\ tướng|trung\ ương|TW|bộ|cấp\ trên|tỉnh|thành\ phố|huyện|quận|thị\ xã)"
_GIVEN = (
    rf"{_GIVER}(?:,?\ (?:{_GIVER}|nhân\ dân|ủy|uỷ|xã|đảng\ bộ|toàn\ quốc|đã|lần\ thứ\ [^\W\d]+))*"
    r"\ (?:(?:đề|đặt)\ ra(?!\w)|giao(?=\s*(?:[,;.()]|$)|\s(?:đầu|từ|năm|là|và|nhưng|song)\s))"
)
TARGET = rf"(?:{_NOUN}|{_GIVEN})"
"""What a result is held against: ``kế hoạch``, ``Nghị quyết``, and what somebody gave (``Đại hội đề ra``, ``tỉnh giao``)."""
TO = r"(?:\s*(?:so\ với|so(?=\s)|với(?=\s)|theo|được|c[ủử]a|các))*\s*"
AMOUNT = rf"(?:{NUMBER})(?:\s?[-–]\s?(?:{NUMBER}))?\s*(?:điểm\s*(?:%|phần\ trăm)|%|[^\W\d]+(?:\s[^\W\d]+)?)?(?:/năm)?"
ABOUT = r"(?:(?:trên|hơn|gần|khoảng|xấp\ xỉ|tới|đến|thêm)\s+)?"
_OF = r"(?:\s[^,;.:()\d]{1,60}?)?"
"""``cao hơn 12% số xã so với kế hoạch``: what the amount is of."""
SET_BY = r"(?:mà|do)\ (?:đại\ hội|nghị\ quyết|NQĐH|kế\ hoạch)(?!\w)"
_ABOVE = r"cao\ hơn|nhiều\ hơn|lớn\ hơn|nhỉnh\ hơn|(?<=,\ )hơn|tăng"
_UNDER = r"thấp\ hơn|ít\ hơn|kém(?:\ hơn)?|hụt|(?:còn\ )?thiếu|giảm"
_BY_AMOUNT = re.compile(
    rf"(?<!\w)(?:(?P<above>{_ABOVE})|{_UNDER})\s+{ABOUT}{AMOUNT}{_OF}\s+so\s+(?:với\s+)?(?:(?:các\s+)?{TARGET}|(?:mức|đích)(?=[^,;.()]{{0,40}}\s{SET_BY}))",
    re.IGNORECASE | re.VERBOSE,
)
"""``tăng 0,5% so với kế hoạch``, ``thiếu 8 xã so với mức mà Đại hội đề ra``."""
_PLAIN = re.compile(
    rf"(?<!\w)(?:(?P<above>nhỉnh\ hơn|cao\ hơn|nhiều\ hơn|(?<=,\ )hơn)|thấp\ hơn|ít\ hơn|kém|hụt(?=\ xa)|còn\ dưới)\s+(?:(?:khá\ |rất\ )?(?:xa|nhiều)\s+)?(?:so\s+(?:với\s+)?)?{TARGET}",
    re.IGNORECASE | re.VERBOSE,
)
"""``thấp hơn mục tiêu Nghị quyết``, ``nhỉnh hơn chỉ tiêu``, ``cao hơn nhiều so với chỉ tiêu``."""
BARE = r"(?P<bare>(?:chưa|không|khó)\ (?:đạt|hoàn\ thành)|vượt|đạt(?:\ và\ vượt)?)"
OF_SO_MANY = re.compile(
    rf"(?<!\w){BARE}\s(?:đối\ với\s)?\d{{1,2}}\s(?:chỉ|mục)\ tiêu(?=[^.;:,()\d]{{0,40}}(?::\s|\s(?:bao\ )?gồm\s|,\s(?:bao\ )?gồm\W|\s\([^\W\d]))",
    re.IGNORECASE | re.VERBOSE,
)
"""``dự kiến vượt đối với 4 chỉ tiêu: ...``, ``không đạt 02 chỉ tiêu (..., ...)``: the verdict before the targets that a list names."""
_RATE = re.compile(r"(?<!\w)giảm(?!\w)(?!.*(?<!\w)(?:còn|xuống)(?!\w))", re.IGNORECASE)
"""``giảm bình quân 1,5%/năm``: of how much a rate fell, more is better."""


def compared(text: str) -> Iterator[tuple[bool, re.Match[str]]]:
    """The comparisons of a sentence with a target, each with whether the result is the better of the two."""
    if "hơn" not in text and " so " not in text and not re.search(r"kém|hụt|còn dưới", text):
        return
    found = [*_BY_AMOUNT.finditer(text)]
    found += [m for m in _PLAIN.finditer(text) if not any(m.start() < f.end() and f.start() < m.end() for f in found)]
    for match in found:
        clause = clause_before(text, match.start())
        falls = lower_is_better(clause) and not _RATE.search(clause)
        yield (match["above"] is not None) is not falls, match
