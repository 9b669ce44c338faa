"""The verdicts of a sentence: its words beside the name of a target, shares of a target, comparisons with it.

vượt kế hoạch 12%                               Vượt
bằng 98,4% kế hoạch                             Chưa đạt, 98,4 %
so với mục tiêu Nghị quyết vượt                 the verdict behind its target
(mục tiêu Nghị quyết 95%, vượt)                 in brackets, behind the quoted target
Các chỉ tiêu không đạt: ...                     over a list
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from vankien.facts.clauses.verdict_comparisons import ABOUT, AMOUNT, BARE, OF_SO_MANY, TARGET, TO, compared
from vankien.facts.cues.assessment_labels import percent_behind
from vankien.facts.cues.verdict_hopes import is_planned
from vankien.facts.cues.wording import HEAD_NOUN
from vankien.facts.verdicts.verdict_orders import EARLIER, EARLY, FAR_OVER, LEVEL, MEETS, OTHER_ORDERS, SHORT
from vankien.model import Lexicon
from vankien.vietnamese import NUMBER, nfc, parse_number

_SHARE = re.compile(
    rf"(?<!\w)(?:đạt|bằng|hoàn\ thành|ước\ đạt|thực\ hiện|tương\ đương|chiếm(?=\s+(?:tỷ|tỉ)\ lệ)|(?<=mới\ )được|(?:chỉ|mới)(?=\s+\d))(?:\s+(?:được|khoảng|gần|xấp\ xỉ|(?P<over>hơn|trên)|(?:tỷ|tỉ)\ lệ))?\s+(?P<percent>{NUMBER})\s*%{TO}(?:chỉ\ tiêu\s+|mục\ tiêu\s+)?{TARGET}",
    re.IGNORECASE | re.VERBOSE,
)
"""``đạt 110% Nghị quyết``, ``bằng 98,4% kế hoạch``."""
_QUOTED_SHARE = re.compile(
    rf"\(\s*{TARGET}(?:\s+là|\s+[^\W\d]+){{0,4}}:?\s+(?:{NUMBER})\s+[^\W\d][^();%]{{0,30}},\s*(?P<all>(?:(?:mới|chỉ|ước)\s+){{0,2}}(?:đạt|bằng)\s+(?P<percent>{NUMBER})\s*%)\s*\)",
    re.IGNORECASE | re.VERBOSE,
)
"""``(mục tiêu 500 ha, đạt 96%)``: the share of the target that a bracket quotes."""
_STROKE_SHARE = re.compile(
    rf"/\s?{TARGET}\s(?:{NUMBER})\s?[^\W\d][^();%,]{{0,30}},\s(?P<all>(?:(?:mới|chỉ|ước)\s+){{0,2}}(?:đạt|bằng)\s+(?P<percent>{NUMBER})\s*%)(?=\s*(?:[;,.)]|$))",
    re.IGNORECASE | re.VERBOSE,
)
"""``480 ha/KH 500 ha, đạt 96%``."""
_SHARE_BEHIND = re.compile(
    rf"(?<!\w)so\ với\s(?:tổng\s|các\s)?{TARGET}(?:\s(?:gộp|chung|đề\ ra|đặt\ ra|cả\ năm|năm|giao)){{0,3}}(?:\s{AMOUNT})?(?:\s\([^()]*\))?,?\s(?P<all>(?:(?:chỉ|mới|ước)\s){{0,2}}(?:đạt|bằng)\s+(?P<percent>{NUMBER})\s*%)(?=\s*(?:[;,.]|$))",
    re.IGNORECASE | re.VERBOSE,
)
"""``so với mục tiêu 23.700 tỷ đồng đạt 104,9%``: the share behind its target."""
_TIMES = re.compile(
    rf"(?<!\w)gấp\s+(?:hơn\s+|gần\s+)?(?P<times>{NUMBER})\s+lần{TO}{TARGET}", re.IGNORECASE | re.VERBOSE
)
_BEYOND = re.compile(rf"(?<=\()vượt\s(?:trên\s|hơn\s)?{AMOUNT}(?=\))", re.IGNORECASE | re.VERBOSE)
"""``tăng 20% (vượt 5%)``: only a target can be exceeded."""
_WITHIN = re.compile(
    r"(?<!\w)nằm\ trong\ (?:kh[uủ]ng|khoảng|mức|giới\ hạn)\ (?:mục\ tiêu|chỉ\ tiêu|nghị\ quyết|NQĐH|đại\ hội)(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)
_FRAMED = re.compile(
    rf"(?<!\w)(?:nằm\ trong\ (?:mức|giới\ hạn)|trong\ (?:kh[uủ]ng|khoảng))\s{LEVEL}", re.IGNORECASE | re.VERBOSE
)
"""``giảm 2,6%, trong khung 2 - 3% của Nghị quyết``, ``nằm trong khung 8,0 - 8,5%/năm mà Đại hội đề ra``."""
_JUST = re.compile(rf"(?<!\w)(?:vừa\ )?tròn\s+{TARGET}", re.IGNORECASE | re.VERBOSE)
_TASK = re.compile(r"(?:^|[;.]\s)\W*hoàn\ thành\s(?:[^;.]|[.](?!\s))*$", re.IGNORECASE | re.VERBOSE)
"""``Hoàn thành xóa 900 căn nhà, về đích trước 3 tháng``: a task finished early, no target."""
_EQUAL = re.compile(rf",\s(?:và\s)?bằng(?:\svới)?(?:\smức)?\s{TARGET}(?!\s*\d)", re.IGNORECASE | re.VERBOSE)
"""``46,5%, bằng mục tiêu Nghị quyết``."""
_MET = (_EQUAL, _WITHIN, _FRAMED, _JUST)
_NOT = re.compile(r"(?<!\w)(?:chưa|không)\ đạt(?=\d{0,2}(?:[;,.]|$))", re.IGNORECASE | re.VERBOSE)
_OF_TARGET = re.compile(
    rf"(?<!\w)(?:chỉ|mục)\ tiêu\ [^,;.:\d]{{4,120}}?(?:đề\ ra|đặt\ ra)\ $|(?<![\d\w]\ )(?<!các\ )(?:(?<=,\ )|(?<=;\ )|(?<=riêng\ ))(?:chỉ|mục)\ tiêu\ (?:về\ )?{HEAD_NOUN}[^,;.:\d]{{2,100}}\ $",
    re.IGNORECASE | re.VERBOSE,
)
"""``chỉ tiêu khách quốc tế Nghị quyết Đại hội đề ra chưa đạt``, ``, chỉ tiêu tỷ lệ đô thị hóa không đạt``: the target stands
before the verdict."""
_AFTER = re.compile(
    rf"(?:\s+\d+/\d+|\s+{ABOUT}{AMOUNT}(?:\s[^,;.:()\d]{{1,60}}?(?=\sso\s))?|\s+(?:(?:lần\ lượt|tương\ ứng)\s)?{AMOUNT}(?:(?:,|,?\svà)\s{AMOUNT})+)?{TO}(?:yêu\ cầu\ c[ủử]a\s+|chỉ\ tiêu\s+|mục\ tiêu\s+)?{TARGET}",
    re.IGNORECASE | re.VERBOSE,
)
_BARE_AMOUNT = re.compile(rf"\s+(?:trên\s+|gần\s+)?(?:(?:{NUMBER})\s*(?:%|điểm)|{AMOUNT}(?=\s*(?:[;.]|$)))", re.VERBOSE)
_ITEM_ENDS = re.compile(r"\s*(?:;|\.?$)")
_HOPED = re.compile(r"Phấn đấu\s(?:[^;:]*(?P<list>:\s.*)|[^;]*)", re.DOTALL)
"""A clause that hopes from its first word: ``Phấn đấu ..., giải ngân hằng năm đạt trên 95% kế hoạch``; with a colon the whole
list behind it does."""
_BARE_ENDS = re.compile(
    rf"(?:[,;:]|\)|\slà|\sthì)\s*(?:(?:đánh\ giá|như\ vậy|do\ đó):?,?\s)?(?:(?:nội\ dung|chỉ\ tiêu|mục\ tiêu|kết\ quả)(?:\ (?:này|trên))?(?:\ thứ\ (?:nhất|hai|ba|tư))?\s)?"
    rf"(?:(?:cả\ )?(?:hai|ba|bốn|các|\d)(?:\s[^\W\d]+){{0,3}}\s)?(?:(?:đều|cùng|đã|cơ\ bản)\s)*{BARE}(?=\s*(?:[.;]|$)|\s(?:do|vì)\s|\s\((?:mới|chỉ)?\s?(?:bằng|đạt)\s)",
    re.IGNORECASE | re.VERBOSE,
)
"""``..., đạt.``, ``...: vượt.``, ``...; không đạt (mới bằng 95%)``: a verdict that closes the item of a list, where the target
is quoted before."""
_SHARE_ENDS = re.compile(
    rf"\)\s?,\s(?:(?:mới|chỉ|ước|tức(?:\ là)?|tương\ ứng)\s)*(?:đạt|bằng)\s(?P<percent>{NUMBER})\s?%(?=\s*(?:[.;]|$))",
    re.IGNORECASE | re.VERBOSE,
)
"""``17.400 lao động (Nghị quyết: 16.000 lao động), đạt 108,8%``."""
_OF_BARE = {"vượt": "exceeded", "đạt": "met", "hoàn thành": "met"}
_WORD = re.compile(r"[^\W_]+(?:%)?")
COUNT_FIRST = re.compile(
    r"(?P<label>(?P<count>\d+/\d+)\s+(?:nhóm\s+)?(?:chỉ tiêu|mục tiêu)(?:\s[^.;,(]{0,80}?)?)\s+(?:cơ bản\s+|đều\s+|đã\s+)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict in a sentence: its normal form, where its words stand, the percentage of the target if printed; whether it
    only closes an item (`closing`)."""

    verdict: str
    start: int
    end: int
    percent: Decimal | None = None
    closing: bool = False


@lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon) -> tuple[dict[str, str], frozenset[str], int]:
    """Verdict wordings (in lower case) → concept id, their first words, and the length of the longest."""
    out: dict[str, str] = {}
    for concept in lexicon["verdicts"]:
        for spelling in concept.all_spellings():
            out.setdefault(" ".join(nfc(spelling).lower().split()), concept.id)
    longest = max((len(p.split()) for p in out), default=0)
    return out, frozenset(p.split()[0] for p in out if p), longest


def _label(lexicon: Lexicon, key: str) -> str:
    concept = lexicon.concept("verdicts", key)
    return concept.vi if concept else ""


def _share_verdict(percent: Decimal) -> str:
    return "met" if percent == 100 else "exceeded" if percent > 100 else "not-yet-met"


def _worded(text: str, lexicon: Lexicon) -> Iterator[Verdict]:
    """Verdicts in the wordings of the list ``verdicts``; one joined by "và" counts as its first, weaker part."""
    phrases, first, longest = _phrases(lexicon)
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        size = 0
        if words[at].group().lower() in first:
            size = next(
                (n for n in range(min(longest, len(words) - at), 0, -1) if _phrase(text, words, at, n) in phrases), 0
            )
        if not size:
            at += 1
            continue
        start, end = words[at].start(), words[at + size - 1].end()
        spelled = _phrase(text, words, at, size)
        weaker = spelled.split(" và ")[0]
        key = phrases.get(weaker, phrases[spelled])
        joined = re.match(r"\s+và\s+(?:hoàn thành\s+)?vượt(?:\s+mức)?(?!\w)", text[end:], re.IGNORECASE)
        end += joined.end() if joined else 0
        has_target = bool(re.search(TARGET, spelled, re.IGNORECASE | re.VERBOSE) or COUNT_FIRST.search(text[:start]))
        after = None if has_target and not joined else _AFTER.match(text, end)
        amount = _BARE_AMOUNT.match(text, end) if key == "exceeded" else None
        bare = amount and (text[:start].rstrip().endswith((",", ";")) or _ITEM_ENDS.match(text, amount.end()))
        if (has_target or after or bare) and "%" not in spelled:
            yield Verdict(_label(lexicon, key), start, after.end() if after else end)
        at += size
        while joined and at < len(words) and words[at].start() < end:
            at += 1  # "đạt và vượt" is one verdict


def _in_other_orders(text: str, lexicon: Lexicon) -> Iterator[Verdict]:
    """Bare verdicts that stand behind their target, or between the word target and the list that they judge."""
    phrases, _, _ = _phrases(lexicon)
    for pattern in OTHER_ORDERS:
        for match in pattern.finditer(text):
            words = " ".join(match["bare"].lower().split()).split(" và ")[0]
            key = _OF_BARE.get(words) or phrases.get(words, "")
            yield Verdict(_label(lexicon, key), match.start("bare"), match.end("bare"))
    for match in OF_SO_MANY.finditer(text):
        words = " ".join(match["bare"].lower().split()).split(" và ")[0]
        yield Verdict(_label(lexicon, _OF_BARE.get(words) or phrases.get(words, "")), match.start("bare"), match.end())


@lru_cache(maxsize=4096)
def closing_verdicts(text: str, lexicon: Lexicon) -> tuple[Verdict, ...]:
    """The verdicts that only stand for one where the sentence quotes a target before them: bare ones that close an item,
    and shares behind the bracket of the target."""
    phrases, _, _ = _phrases(lexicon)
    found = []
    for match in _BARE_ENDS.finditer(text):
        words = " ".join(match["bare"].lower().split()).split(" và ")[0]
        key = _OF_BARE.get(words) or phrases.get(words, "")
        percent = percent_behind(text, match.end())
        found.append(Verdict(_label(lexicon, key), match.start("bare"), match.end("bare"), percent, closing=True))
    for match in _SHARE_ENDS.finditer(text):
        percent = parse_number(match["percent"])
        if percent is not None:
            found.append(Verdict(_label(lexicon, _share_verdict(percent)), match.start() + 2, match.end(), percent))
    return tuple(v for v in found if v.verdict)


_IN_TURN = re.compile(
    rf"(?<!\w)(?<!vượt\s)(?<!\shơn\s)(?:lần\ lượt|tương\ ứng)\s(?:(?:đạt|bằng|là)\s)*(?P<all>(?:{NUMBER})\s?%(?:(?:,|,?\svà)\s(?:{NUMBER})\s?%)+){TO}(?:chỉ\ tiêu\s+|mục\ tiêu\s+)?{TARGET}",
    re.IGNORECASE | re.VERBOSE,
)
"""``giải ngân năm 2031, 2032 lần lượt đạt 89% và 93% kế hoạch``."""


_AND_OF = re.compile(
    rf"[^,;.:()\d]{{0,40}}?(?:,|\svà)\s(?:(?:đạt|bằng)\s)?(?:(?:trên|hơn|gần|khoảng)\s)?(?P<percent>{NUMBER})\s?%{TO}{TARGET}",
    re.IGNORECASE | re.VERBOSE,
)
"""``bằng 113% dự toán tỉnh giao và`` 103% dự toán huyện giao: a share of another target of the same value."""


def _shares(text: str, lexicon: Lexicon) -> Iterator[Verdict]:
    """The shares of a target that a sentence prints, and those of other targets that follow one of them."""
    for match in _SHARE.finditer(text):
        over = match["over"] is not None
        told: re.Match[str] | None = match
        while told is not None:
            percent = parse_number(told["percent"])
            if percent is not None:
                key = "exceeded" if over and percent == 100 else _share_verdict(percent)
                yield Verdict(
                    _label(lexicon, key),
                    told.start("percent") if told is not match else told.start(),
                    told.end(),
                    percent,
                )
            over, told = False, _AND_OF.match(text, told.end())


def _shares_in_turn(text: str, lexicon: Lexicon) -> Iterator[Verdict]:
    """One verdict for each of the shares of a target that a sentence tells in turn, right behind its number."""
    for told in _IN_TURN.finditer(text):
        for match in re.compile(rf"(?P<percent>{NUMBER})\s?%").finditer(text, *told.span("all")):
            percent = parse_number(match["percent"])
            last = match.end() == told.end("all")
            if percent is not None:
                end = told.end() if last else match.end()
                yield Verdict(_label(lexicon, _share_verdict(percent)), match.end() - 1, end, percent)


_MARK = re.compile(r"[,;:.()]")


def _phrase(text: str, words: Sequence[re.Match[str]], at: int, size: int) -> str:
    """The words from `at` on as one phrase; empty when a mark stands between them."""
    span = text[words[at].start() : words[at + size - 1].end()]
    return "" if _MARK.search(span) else " ".join(span.lower().split())


_HELD_AGAINST = (
    "tiêu", "quyết", "nq", "hoạch", "toán", "kịch", " ra", "giao", "đích", "yêu", "mức", "khung", "khủng", "khoảng", "ngưỡng", "hạn",
    "(vượt",
)  # fmt: skip
_SHORT_PLAN = re.compile(r"kh(?!\w)")


def _names_target(text: str) -> bool:
    """Has a text a word of what a result is held against? Each pattern of a verdict needs one of them, and more than
    half of all sentences have none: asking for the words costs a hundredth of trying the patterns."""
    lower = text.lower()
    return any(word in lower for word in _HELD_AGAINST) or _SHORT_PLAN.search(lower) is not None


@lru_cache(maxsize=4096)
def text_to_verdicts(text: str, lexicon: Lexicon) -> tuple[Verdict, ...]:
    """The verdicts of a sentence in order, without those that a plan hopes for.

    Source: shares of a target (``đạt 110% kế hoạch``), multiples (``gấp 2 lần so với kế hoạch``), and the wordings of
    the list ``verdicts`` next to the name of a target.
    """
    found = _against_target(text, lexicon) if _names_target(text) else []
    taken = [(v.start, v.end) for v in found]
    found += [v for v in _worded(text, lexicon) if not any(a < v.end and v.start < b for a, b in taken)]
    hoped = _HOPED.match(text)
    good = (_label(lexicon, "met"), _label(lexicon, "exceeded") if hoped and hoped["list"] else "")
    promised = [v for v in found if hoped and v.start < hoped.end() and (v.verdict in good or v.percent is not None)]
    real = (v for v in found if v.verdict and v not in promised)
    feared = (_label(lexicon, "at-risk"), _label(lexicon, "missed"))
    real = (v for v in real if not is_planned(text, v.start, v.end, v.verdict in feared, v.percent is not None))
    return tuple(_once(sorted(real, key=lambda v: v.start), text))


def _against_target(text: str, lexicon: Lexicon) -> list[Verdict]:
    """The verdicts that are told by a pattern: shares, multiples and differences of a target, and other orders of the words."""
    found = list(_shares(text, lexicon))
    found += _shares_in_turn(text, lexicon)
    for match in (m for p in (_QUOTED_SHARE, _STROKE_SHARE, _SHARE_BEHIND) for m in p.finditer(text)):
        percent = parse_number(match["percent"])
        if percent is not None:
            found.append(
                Verdict(_label(lexicon, _share_verdict(percent)), match.start("all"), match.end("all"), percent)
            )
    for match in _TIMES.finditer(text):
        times = parse_number(match["times"])
        if times is not None and times > 1:
            found.append(Verdict(_label(lexicon, "exceeded"), match.start(), match.end()))
    found += [
        Verdict(_label(lexicon, "exceeded"), m.start(), m.end()) for p in (FAR_OVER, _BEYOND) for m in p.finditer(text)
    ]
    found += [
        Verdict(_label(lexicon, "exceeded" if better else "not-yet-met"), m.start(), m.end())
        for better, m in compared(text)
    ]
    found += [Verdict(_label(lexicon, "met"), m.start(), m.end()) for p in (*_MET, MEETS) for m in p.finditer(text)]
    early = [m for m in EARLY.finditer(text) if not _TASK.search(text, 0, m.start())]
    early += [m for m in EARLIER.finditer(text) if not any(m.start() < e.end() for e in early)]
    found += [Verdict(_label(lexicon, "met"), m.start(), m.end()) for m in early]
    found += [Verdict(_label(lexicon, "not-yet-met"), m.start(), m.end()) for p in SHORT for m in p.finditer(text)]
    for match in _NOT.finditer(text):
        key = "not-yet-met" if match.group().lower().startswith("chưa") else "missed"
        if _OF_TARGET.search(text[: match.start()]):
            found.append(Verdict(_label(lexicon, key), match.start(), match.end()))
    found += _in_other_orders(text, lexicon)
    return found


_JUST_BEFORE = re.compile(r"(?:\s[^,;.:()]{1,40}|\s?\([^()]*\))?,\s")
"""What may stand between ``vượt chỉ tiêu`` and ``về đích trước 3 năm`` said of the same value: who set it, the target."""


def _once(verdicts: Sequence[Verdict], text: str) -> Iterator[Verdict]:
    """The verdicts without those that only say when what was exceeded had been reached."""
    last: Verdict | None = None
    for verdict in verdicts:
        early = last and EARLY.match(text, verdict.start) and _JUST_BEFORE.fullmatch(text, last.end, verdict.start)
        if not early:
            yield verdict
        last = verdict
