"""Where the clause of a value begins and ends: the words between two values, parted."""

from __future__ import annotations

import re

from vankien.facts.clauses.marks import (
    EQUALS,
    FIRST_IN,
    GIVES,
    OF_NUMBER,
    SINGLED_OUT,
    comma_ends,
    last_link,
    masked_signs,
    next_head,
)
from vankien.facts.clauses.nouns import more_papers, noun_goes_on
from vankien.facts.cues.wording import CLAUSE_OPENER, HEAD, HEAD_NOUN, ON_LEVEL, PREDICATE
from vankien.vietnamese import UPPER

STRONG = re.compile(
    rf";|/(?=\s?(?:mục\stiêu|kế\shoạch|nghị\squyết|chỉ\stiêu|KH|NQ)(?![\w-]))|[.…](?=\s|$)|\s[–-]\s(?=[{UPPER}])|^\s*[-–+]\s"
)
"""Marks that part what is said of one value from what is said of the next."""
_LINK = re.compile(
    r"(?<!đối)\s(?:với|(?<!việc\slàm\s)cho|và|trong đó(?: có)?|gồm(?: có)?|bao gồm|trên tổng số|trong tổng số|nâng|đưa|có|qua|trong|tương ứng|(?<!chưa )(?<!không )đạt|(?:tuy|dù)(?=\s(?:vẫn\s|còn\s)?(?:chưa|không)\sđạt)|thuộc|tại|là|nhưng|song(?!\s(?:phương|song|ngữ|hành|sinh|mã|tấu)))(?=\s|$)"
    r"|(?<!tổng)(?<!với)(?<!có)\s(?=(?:tổng\s)?trị\sgiá(?:\s|$))",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"^(?P<goal>(?:\s(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|KH|NQ)(?:\s(?:năm|giao|đề ra|tỉnh giao))?)?)"
    r"\s(?:tăng(?:\sgấp)?|gấp|giảm|vượt|bằng|chiếm|cao hơn|thấp hơn)(?:\s(?:thêm|lên|khoảng|mức))?\s$",
    re.IGNORECASE,
)
"""A comparison without a comma before it, also behind a share of a plan: ``đạt 82% kế hoạch bằng 104% so với cùng kỳ``."""
_PAIRED = re.compile(r"(?:được|để|bị)\s\S+(?:\s\S+)?$|(?<!\w)phòng$", re.IGNORECASE)
"""A verb that a second one may follow after the comma: ``được thu gom, xử lý``, ``phòng, chống``."""
_LIST_END = re.compile(r"(?:^|\s)(?:và|,|hoặc|/|đến|(?<!đối )với|cho|tại|trong tổng số)\s*$")


_GRADES = re.compile(r"\s(?:tốt|giỏi|khá|xuất\ssắc)\s*", re.IGNORECASE)
"""``70% hợp tác xã hoạt động khá, tốt``: the comma joins two grades."""
_SIGN = re.compile(r"\s\d+[A-ZĐ](?!\w)")
"""One more name with a number in a list of names: ``4G, 5G``."""
_BARE_DEED = re.compile(
    r"\s*(?:xây dựng|khai thác|phát triển|đào tạo|hỗ trợ|tổng hợp)\s*(?:(?:chiếm|đạt|tăng|giảm|còn|ước)(?:\s.*)?)?",
    re.IGNORECASE,
)
"""A verb that stands alone before its value is a noun: ``công nghiệp, xây dựng 43,2%``."""


_HAVING = re.compile(rf"có\s(?={HEAD_NOUN})", re.IGNORECASE | re.VERBOSE)
"""``là tỉnh khá, có tỷ lệ đô thị hóa trên 50%``: the clause of the indicator opens at the verb."""


_TURN = re.compile(
    r"\s(?:chiếm|đạt|là|còn|tăng|giảm|có)?\s?(?:lần\slượt|tương\sứng)(?:\s(?:là|đạt|chiếm|ở\smức|khoảng))?\s*$",
    re.IGNORECASE,
)
"""``trường tiểu học, trường trung học chiếm lần lượt``: what the values are told of in turn is all before them."""


def head_start(head: str, value_first: bool) -> int:
    """Where the clause that leads to a value starts in the text before it: after the last comma that opens a clause.

    >>> head = "Kinh tế phát triển, tỷ lệ thôn, bản có điện đạt "
    >>> head[head_start(head, False):]
    'tỷ lệ thôn, bản có điện đạt '
    """
    commas = [0, *comma_ends(head)]
    last = head[commas[-1] :]
    if len(commas) == 1:
        return 0
    if SINGLED_OUT.match(last):
        return commas[-1]
    if not last.strip():
        return len(head)
    for opener in (HEAD, CLAUSE_OPENER):
        for at in reversed(commas):
            if at == commas[-1] and not value_first and _BARE_DEED.fullmatch(last):
                continue
            if opener.match(_HAVING.sub("", head[at:].lstrip())):
                short = value_first and opener is CLAUSE_OPENER and len(last.split()) <= 4
                return commas[-1] if short else at
        if _TURN.search(head) and (re.search(r"\svà\s|\svạn\sdân", last) or len(commas) > 3):
            return 0
    if value_first or (len(head.split()) > 9 and len(last.split()) > 3):
        return commas[-1]
    return 0


_TAKES_OBJECTS = re.compile(
    r"(?<!\w)(?:(?:được|tham\sgia)\s(?:[^\W\d]+\s){0,2}?(?:bồi\sdưỡng|tập\shuấn|trang\sbị|tuyên\struyền|phổ\sbiến|nghiên\scứu|học\stập|quán\striệt|cung\scấp|tư\svấn|giáo\sdục|tiếp\scận)"
    r"|(?<!khoa\shọc\s)ứng\sdụng|tiếp\scận|được\shọc)(?!\w)[^,;:.()\d]*$",
    re.IGNORECASE,
)
"""``cán bộ được bồi dưỡng kỹ năng``, nghiệp vụ: a verb whose objects are told in a list."""
_OBJECTS = 12
"""How many words one more object may have, with what is said of all of them."""


def _one_more_object(before: str, part: str) -> bool:
    """``được bồi dưỡng kỹ năng, nghiệp vụ công tác Hội``: does a part behind a comma only name another object of the verb?"""
    words = part.split()
    return (
        0 < len(words) <= _OBJECTS
        and not re.search(r"\d", part)
        and not (CLAUSE_OPENER.match(part) or PREDICATE.search(part) or HEAD.search(part))
        and _TAKES_OBJECTS.search(before) is not None
    )


_HARMED = re.compile(
    r"\s(?:về\s)?số\svụ(?:,|\svà)\ssố\sngười\s(?:chết|tử\svong)(?:(?:,|\svà|,\svà)\s(?:số\sngười\s)?bị\sthương)?(?:\s(?:do|vì)\s(?:tai\snạn\s[^\W\d]+\s[^\W\d]+|cháy,?\snổ))?(?!\w)",
    re.IGNORECASE,
)
"""``giảm 5% số vụ, số người chết và số người bị thương do tai nạn giao thông``: a share of all three."""


_SAID_TOO = re.compile(r"\s*(?:được|bị|đã|đang|sẽ|góp\sphần|về\sđích)\s", re.IGNORECASE)
"""``19 tiêu chí nông thôn mới, được công nhận ...``: what is said of it as well."""


def tail_end(tail: str, counted: bool = False) -> int:
    """Where the words that belong to a value end in the text behind it: at a comma, unless the comma is inside a list
    of nouns that has not yet reached its predicate. Behind a counted noun the list may start at once.

    >>> [t[:tail_end(t)] for t in (" xã, phường, thị trấn đạt chuẩn, tăng 2", " chè, vượt kế hoạch")]
    [' xã, phường, thị trấn đạt chuẩn', ' chè']
    """
    if harmed := _HARMED.match(tail):
        return harmed.end()
    commas = [m.start() for m in re.finditer(r",(?=\s)", tail)]
    if not commas or FIRST_IN.fullmatch(tail):
        return len(tail)
    if not tail[: commas[0]].strip() and not (counted and noun_goes_on(tail[commas[0] + 1 :])):
        return commas[0]
    if not tail[: commas[0]].strip() and more_papers(tail[commas[0] + 1 :]):
        commas = commas[1:] or [len(tail)]
    for at, following in zip(commas, [*commas[1:], len(tail)], strict=True):
        part = tail[at + 1 : following]
        if _SIGN.match(part) or _GRADES.fullmatch(part):
            continue
        opened = CLAUSE_OPENER.match(part) or _SAID_TOO.match(part) or not part.strip()
        if not opened and _one_more_object(tail[:at].replace(", ", " "), part):
            continue
        reached = PREDICATE.search(tail[:at]) and not _PAIRED.search(tail[:at])
        far = PREDICATE.search(" ".join(part.split()[:18])) is None and len(part.split()) > 9
        if opened or reached or far or len(tail[:at].split()) > 14:
            return at
    return len(tail)


def cut_gap(gap: str, left_leads: bool, right_leads: bool, counted: bool = False) -> tuple[int, int, str]:
    """Between two values: where the words of the first end, where those of the second start, and the parting sign.

    `left_leads` and `right_leads` say whether the thing stands behind its value, `counted` whether the first one's
    unit is a noun.

    >>> gap = " xã đạt chuẩn; tỷ lệ hộ nghèo còn "
    >>> tail, head, sign = cut_gap(gap, True, False)
    >>> gap[:tail], gap[head:], sign
    (' xã đạt chuẩn', ' tỷ lệ hộ nghèo còn ', ';')
    """
    of_number = OF_NUMBER.fullmatch(gap)
    if of_number and left_leads and right_leads:
        return of_number.end("thing"), len(gap), "và"
    masked = masked_signs(gap, between_values=right_leads)
    strong = list(STRONG.finditer(masked))
    brackets = list(re.finditer(r"[()]", masked))
    if strong or brackets:
        marks = sorted([*strong, *brackets], key=lambda m: m.start())
        first, last = marks[0], marks[-1]
        head = last.end() + head_start(masked[last.end() :], right_leads)
        sign = last.group() if last.group() in "()/" else ";"
        told = masked[: first.start()].split(":")[0]  # behind a colon begins what the value only counts
        return tail_end(told, counted), head, sign
    if direct := _DIRECT.match(masked):
        return direct.end("goal"), direct.end("goal"), ","
    if counted and (equals := EQUALS.fullmatch(masked)):
        return equals.start("sign"), equals.start("sign"), ","
    if gap.strip() == "/":
        return 0, len(gap), "/"
    if "," in masked and comma_ends(f"{masked} "):
        return _cut_commas(masked, left_leads, right_leads, counted)
    return _cut_links(masked, left_leads)


def _cut_commas(masked: str, left_leads: bool, right_leads: bool, counted: bool) -> tuple[int, int, str]:
    """A gap with commas: a list goes on, or a new clause opens behind one of them."""
    end = _LIST_END.search(masked)
    last_part = masked[masked.rindex(",") + 1 : end.start()] if end and end.start() > masked.rindex(",") else ""
    if (
        end
        and end.group().strip() != ","
        and last_part.strip()
        and not CLAUSE_OPENER.match(last_part)
        and not HEAD.search(masked)
        and not GIVES.match(last_part)
    ):
        link = end.group().strip()
        return end.start(), len(masked) if link in ("và", "hoặc", "/", "đến") else end.start(), link
    at = head_start(masked, right_leads or left_leads)
    first = masked.index(",")
    if not masked[:first].strip() and at == 0 and not (counted and noun_goes_on(masked[first + 1 :])):
        at = first + 1
    elif at == 0:
        at = masked.rindex(",") + 1
    return tail_end(masked[:at].rstrip().rstrip(",") + ", tăng", counted), at, ","


_CAUSES = re.compile(r"(?<!việc)(?<!đi)\slàm\s*$")
"""``02 vụ ngộ độc làm`` 60 người mắc."""


_NEXT_LEVEL = re.compile(rf"\svà\s(?:{ON_LEVEL.pattern})(?:\s(?:là|có|đạt))?\s", re.IGNORECASE)
"""``cấp huyện 854 cuộc và cấp xã là`` 3.980 cuộc."""


_TOGETHER = re.compile(r"\scùng(?:\svới)?\s*$", re.IGNORECASE)
"""``kỷ luật 4 tổ chức đảng cùng`` 31 đảng viên: a word for ``và``."""


def _cut_links(masked: str, left_leads: bool = False) -> tuple[int, int, str]:
    """A gap without signs: cut at its last linking word (``với tổng công suất``), before the noun that it leads to."""
    caused = _CAUSES.search(masked)
    if caused:
        return caused.start(), caused.start(), "làm"
    if _NEXT_LEVEL.fullmatch(masked):
        return 0, 0, "và"
    if together := _TOGETHER.search(masked):
        return together.start(), together.end(), "và"
    links = list(_LINK.finditer(masked))
    if links and links[-1].group().strip().lower() == "và" and not masked[links[-1].end() :].strip():
        return links[-1].start(), links[-1].start(), "và"  # "21,7% số người chết và 45,9% số ..."
    headed = next_head(masked, left_leads)
    if links and links[-1].group().strip() == "với" and not masked[links[-1].end() :].strip():
        return links[-1].start(), links[-1].start(), "với"  # "03 dự án vốn nước ngoài với" 286 triệu USD
    if headed and links and links[-1].end() > headed.start():
        links = [m for m in links if m.end() <= headed.start()]
    end = _LIST_END.search(masked) if left_leads and not links else None
    if headed and end and not masked[: headed.start()].strip() and end.group().strip() in ("và", "hoặc"):
        return end.start(), len(masked), "và"  # "60% sản lượng chè và 90% sản lượng sữa được chế biến"
    if links:
        return last_link(links), links[-1].start(), links[-1].group().strip().lower()
    if headed and headed.start() > 0:
        return headed.start(), headed.start(), "và"
    return len(masked), len(masked), "và"
