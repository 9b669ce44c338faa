"""A sentence cut into pieces, one a printed value: the words that lead to the value and the words that follow it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vankien.facts.clauses.gaps import STRONG, cut_gap, head_start, tail_end
from vankien.facts.clauses.marks import masked_signs, open_brackets
from vankien.facts.clauses.times import near, of_base
from vankien.facts.clauses.verdict_tails import without_verdict
from vankien.facts.cues.wording import CLAUSE_OPENER, PREDICATE
from vankien.facts.quantities.dashes import RISES
from vankien.facts.quantities.finding import find_quantities
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.periods import Time, find_times
from vankien.joined_words import with_joined_commas
from vankien.model import Lexicon
from vankien.vietnamese import UPPER


@dataclass(frozen=True, slots=True)
class Piece:
    """One value with its surroundings.

    `before` and `after` are the texts before and behind it without time expressions; `opener` the sign that parts it
    from the value before (``;`` ``,`` ``(`` ``)`` or a word); `parent` the text before the colon that the list stands
    under; `topic` the clause that opened the sentence or its part; `owner` the part of the clause before the bracket that
    opens right before this value; `inside` whether it stands in a bracket; `times` its time expressions, the nearest first;
    `start` and `end` bound it in the sentence.
    """

    quantity: Quantity
    before: str
    after: str
    opener: str
    parent: str
    topic: str
    owner: str
    inside: bool
    times: tuple[Time, ...]
    start: int
    end: int


_NOT_THING = re.compile(
    r"\s*(?:so|vào|trong|trên|của|theo|với|và|kế hoạch|dự toán|mục tiêu|nghị quyết|là|trở|đến|tổng)(?!\w)|\s*[^\w\s]|\s*$",
    re.IGNORECASE,
)


def value_leads(text: str, quantity: Quantity) -> bool:
    """True if the thing stands behind its value: ``12 xã``, ``60% thôn, bản``, ``25 ha chè``."""
    return quantity.counted or not _NOT_THING.match(text, quantity.end)


def without_times(text: str, start: int, end: int, times: tuple[Time, ...]) -> str:
    """A stretch of the text without the time expressions in it."""
    out, at = "", start
    for time in times:
        if time.end <= start or time.start >= end:
            continue
        out += text[at : max(at, time.start)] + " "
        at = max(at, time.end)
    return out + text[min(at, end) : end]


def _colon(text: str) -> tuple[str, int]:
    """The text before the last colon that opens a list, and where the rest starts; nothing when there is no colon."""
    marks = [m for m in re.finditer(r":", masked_signs(text)) if text[m.end() :].strip()]
    return (text[: marks[-1].start()], marks[-1].end()) if marks else ("", 0)


def _first_head(text: str, quantity: Quantity) -> tuple[int, str]:
    """Where the clause of the first value may start, and ``(`` if a bracket opens it."""
    lead = masked_signs(text[: quantity.start])
    marks = [m.end() for m in STRONG.finditer(lead)] + [m.end() for m in re.finditer(r"[()]", lead)]
    head = max(marks, default=0)
    return head, "(" if head and text[head - 1] == "(" else ""


def _last_tail(gap: str, counted: bool) -> int:
    """Where the words behind the last value of a sentence end."""
    masked = masked_signs(gap)
    stops = [m.start() for m in re.finditer(r"[;()]|[.…](?=\s|$)", masked)]
    return tail_end(masked[: min(stops, default=len(gap))], counted)


_REACHES = re.compile(
    r"\s(?:về\sđích|thực\shiện|triển\skhai|hoàn\sthành(?!\s(?:vượt|mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết|dự\stoán)))(?!\w)",
    re.IGNORECASE,
)
"""Verbs that open a clause behind a comma, and say what is counted behind a bracket: ``12/17 xã (70,6%) về đích``."""


_AND_OTHERS = r"(?:\svà\s\d{1,3}\s(?:huyện|xã|phường|thị\sxã|thành\sphố|thị\strấn|thôn)(?:\s+\([^()]*\)|(?=\s)))?"
"""``106/116 xã (91%) và 3 huyện (A, B) đạt chuẩn``: others of which the same is said."""


def _behind_bracket(text: str, at: int) -> str:
    """``39 xã (trên 40%) được công nhận``: what goes on behind the bracket that opens at an offset."""
    closed = re.match(rf"\s*\([^()]*\){_AND_OTHERS}(?P<rest>\s[^\W\d].*)", text[at:], re.DOTALL)
    if not closed or (CLAUSE_OPENER.match(closed["rest"]) and not _REACHES.match(closed["rest"])):
        return ""
    return closed["rest"][: _last_tail(closed["rest"], False)] if PREDICATE.match(closed["rest"].strip()) else ""


_BARE_NOUN = re.compile(r"\s(?:(?:số|tổng số)\s)?[^\W\d]+(?:\s[^\W\d]+){0,3}\s*")


def _says_nothing_of(quantity: Quantity, after: str) -> bool:
    """``20% số xã (37 xã) đạt chuẩn``: does only the noun of a share stand before the bracket?"""
    return quantity.kind == "share" and bool(_BARE_NOUN.fullmatch(after)) and not PREDICATE.search(after)


_LEVEL = re.compile(r"(?:giảm\s|tăng\s)?(?:xuống\scòn|xuống|còn|lên)\s", re.IGNORECASE)


def _level_end(text: str, start: int, at: int) -> int:
    """Where the words before a value end: ``còn`` of ``còn dưới 1%`` is one of them, ``dưới`` is not."""
    level = _LEVEL.match(text, start, at)
    return level.end() if level else start


_SHIFTS = r"^cơ\scấu\skinh\stế\s(?:tiếp|chuyển|có|được|ngày|từng)[^,:;.()]*"
_STRUCTURE_LIST = re.compile(
    rf"{_SHIFTS}(?:,(?=\s(?:[^,;.\d]{{0,20}}20\d\d,?\s)?(?:khu\svực|tỷ\strọng|nông|công\snghiệp|dịch\svụ|ngành)\s)"
    r"|;(?:\s(?:ước\s|tính\s)*(?:đến\s)?(?:hết\s|cuối\s)*năm\s20\d\d[:,])?(?=\s(?:trong\sđó,?\s)?(?:khu\svực\s)?(?:nông|công\snghiệp|dịch\svụ)[\s,]))",
    re.IGNORECASE,
)
"""``Cơ cấu kinh tế chuyển dịch tích cực, nông nghiệp chiếm 13%; ...``: the comma opens the list as a colon would, and so does
the semicolon in ``...; ước năm 2031: nông nghiệp chiếm 13%``."""


def _opened_as_list(match: re.Match[str]) -> str:
    """The words that open a list of the structure, of the same length, with a colon behind what shifts."""
    shifts, opener = re.split(r"(?=[,;])", match.group(), maxsplit=1)
    return f"{shifts}:{opener[1:-1]}," if len(opener) > 1 else f"{shifts}:"


_THAT_IS = re.compile(
    r"(?P<open>,\stức(?:\slà)?\s)(?P<share>(?:(?:khoảng|gần|hơn|trên)\s)?\d[\d.,]{0,6}\s?%),(?=\s(?:đạt\schuẩn|được|có|hoàn\sthành|đã)\s)"
)
"""``197/228 xã, tức 86,4%, đạt chuẩn``: the share as in a bracket, before what is said of the count."""


_OF_SUCH = re.compile(
    r"(?P<noun>(?<=\d\s)[^\W\d]+(?:\s[^\W\d]+)?)(?P<open>,\s(?:bằng|chiếm|tương\sđương|đạt)\s)(?P<share>(?:(?:khoảng|gần|hơn|trên)\s)?\d[\d.,]{0,6}\s?%)(?P<of>\s(?:tổng\s)?số\s(?P=noun))(?=\s(?:đạt\schuẩn|đạt\stiêu\schí|được|có|hoàn\sthành|đã)\s)"
)
"""``22 xã, bằng 20% số xã đạt chuẩn``: the share as in a bracket, too, before what is said of the count."""


def _bracketed(match: re.Match[str]) -> str:
    """The share of a count in brackets, at the same offsets."""
    return f"{match['noun']}{'(':>{len(match['open'])}}{match['share']}{')':>{len(match['of'])}}"


_NAMELY = re.compile(
    rf"(?<=\d\s)(?P<noun>huyện|xã|phường|thị\sxã|thành\sphố|tỉnh)(?P<are>\s(?:là|gồm)\s)(?P<names>[{UPPER}]\w*(?:(?:,|\svà)?\s[{UPPER}]\w*)+)(?=\s(?:đạt\schuẩn|đạt\stiêu\schí|được|hoàn\sthành|đã)\s)"
)
"""``3 huyện là An Lâm, Sơn Khê đạt chuẩn``: which ones, as in a bracket."""


def _aside(match: re.Match[str]) -> str:
    """The names of places behind their number in brackets, at the same offsets."""
    return f"{match['noun']}{'(':>{len(match['are'])}}{match['names'][:-1]})"


_MEAN_ONLY = re.compile(r"[\s,]*(?:tính\s(?:chung\s)?)?bình\squân\s*(?:ước\s)?(?:đạt|là|tăng)?\s*", re.IGNORECASE)
"""``Tốc độ tăng GRDP luôn ở mức hai con số; bình quân đạt 12%``: the mean of what the clause before names."""
_OWNER_ENDS = re.compile(r"[;:)]\s|,\s(?!\s+của\s)")
"""``Nghị quyết số 08-NQ/TU, ngày ... của Tỉnh ủy (``: the comma before a date, which is a gap here, parts nothing."""
_OF_GROWTH = re.compile(r"\s*trong\s(?:đó,?\s)?(?:mức|tốc\sđộ|tổng\smức)\stăng(?:\strưởng)?(?!\w)", re.IGNORECASE)
"""``Cơ cấu kinh tế: ...; trong mức tăng trưởng 9%, dịch vụ đóng góp 4 điểm %``: of the list no more."""
_BUT_CUT = re.compile(r"\snhưn$", re.IGNORECASE)
"""``đạt 84% nhưng mới bằng 93% chỉ tiêu``: the comma that `masked_signs` reads in ``nhưng`` is its last letter."""
_PROGRAMME = re.compile(
    r"(?:\W|\d{1,2}[.)]|[a-z]\))*(?:Chương\strình|Đề\sán|(?:Tiểu\s)?[Dd]ự\sán|(?:Khâu\s)?[Đđ]ột\sphá)\s"
)
"""``Chương trình du lịch: 03 khu nghỉ dưỡng đi vào hoạt động``: a name and a list of what it promises."""


def _lead(text: str, head: int, quantity: Quantity, leads: bool) -> tuple[str, int]:
    """The head before a colon that a value stands under, and the offset behind it; empty where there is none."""
    lead, at = _colon(text[head : quantity.start])
    headed = quantity.kind == "share" or _PROGRAMME.match(text, head)
    if not lead and leads and headed and text[head : quantity.start].rstrip().endswith(":"):
        return text[head : quantity.start].rstrip()[:-1], quantity.start - head  # "Cán bộ xã: 92% đạt chuẩn"
    return lead, at


def _owner(text: str, since: int, head: int, times: tuple[Time, ...]) -> str:
    """The words before the bracket that a value opens."""
    bracket = text.rindex("(", 0, max(head, 1))
    words = without_times(text, since, bracket, times)
    return words[max((m.end() for m in _OWNER_ENDS.finditer(with_joined_commas(words))), default=0) :]


def _with_brackets(text: str) -> str:
    """A sentence of the same length in which what stands aside between commas stands in brackets, and a list of the structure
    below a colon."""
    text = _STRUCTURE_LIST.sub(_opened_as_list, text)
    text = _NAMELY.sub(_aside, _OF_SUCH.sub(_bracketed, text))
    return _THAT_IS.sub(lambda m: f"{'(':>{len(m['open'])}}{m['share']})", text)


def _behind(text: str, quantity: Quantity, end: int, after: str, sign: str) -> str:
    """The words behind a value, with those behind the bracket that stands right behind it."""
    if sign == "(" and (not after.strip() or _says_nothing_of(quantity, after)):
        return f"{after.rstrip()}{_behind_bracket(text, end if after.strip() else quantity.end)}"
    return after


@lru_cache(maxsize=4096)
def sentence_to_pieces(text: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut a sentence into one piece for each printed value, in order."""
    text = _with_brackets(text)
    quantities = find_quantities(text, lexicon)
    times, masked = find_times(text), masked_signs(text)
    pieces, parent, since = list[Piece](), "", 0
    head, opener = _first_head(text, quantities[0]) if quantities else (0, "")
    for index, quantity in enumerate(quantities):
        parent = "" if opener == ";" and _OF_GROWTH.match(text, head) else parent
        leads = value_leads(text, quantity)
        lead, at = _lead(text, head, quantity, leads)
        if lead:
            parent, head = lead, head + at
        if index == 0:
            head += head_start(masked_signs(text[head : quantity.start]), leads)
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        gap = text[quantity.end : following.start if following else len(text)]
        if following and quantity.moving and RISES.fullmatch(gap):
            tail, next_head, sign = 0, len(gap), "và"
        elif following:
            tail, next_head, sign = cut_gap(gap, leads, value_leads(text, following), quantity.counted)
        else:
            tail, next_head, sign = _last_tail(gap, quantity.counted), len(gap), ""
        end = quantity.end + tail
        own = near(text, times, since, head, quantity, end)
        if opener == "(" and not own and quantity.total is None and not text[head : quantity.start].strip():
            own = of_base(text, head - 1, times)
        after = without_times(text, quantity.end, end, times)
        after = _behind(
            text, quantity, end, without_verdict(_BUT_CUT.sub("", after), text[head : quantity.start]), sign
        )
        marks = [m.end() for m in re.finditer(r"[;:]|[.…](?=\s)", masked[:head])]
        if index == 0 and marks and _MEAN_ONLY.fullmatch(without_times(text, marks[-1], quantity.at, times)):
            marks.pop()
        pieces.append(
            Piece(
                quantity=quantity,
                before=without_times(text, head, _level_end(text, quantity.start, quantity.at), times),
                after=after,
                opener=opener,
                parent=parent,
                topic=without_times(text, max(marks, default=0), head, times),
                owner=_owner(text, since, head, times) if opener == "(" else "",
                inside=open_brackets(text, quantity.start) > 0,
                times=own,
                start=head,
                end=end,
            )
        )
        behind = next((t.end for t in times if 0 <= t.start - quantity.end <= 1), 0)
        head, opener, since = quantity.end + next_head, sign, max(end, behind if quantity.moving else 0)
    return tuple(pieces)
