"""Finder of verdicts in running text: a reported value with what the text says of its target.

diện tích chè đạt 5.220 ha, vượt kế hoạch 12%        Vượt
thu ngân sách đạt 2.105 tỷ đồng, bằng 98,4% kế hoạch  Chưa đạt, 98,4 %
các chỉ tiêu sau chưa đạt kế hoạch: ...               one verdict for every value of the list
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vankien.facts.assessment_labels import (
    clause_before,
    indicators_before,
    is_part_of_plan,
    listed_indicators,
    percent_behind,
    words_to_indicator,
)
from vankien.facts.assessment_notes import judged_in_notes
from vankien.facts.clause_marks import open_brackets
from vankien.facts.evidence import evidence_of
from vankien.facts.owned_sentences import owned_sentences
from vankien.facts.periods import find_times
from vankien.facts.predecessors import is_province
from vankien.facts.quantities import Quantity, find_quantities
from vankien.facts.stance import outline_to_view
from vankien.facts.verdicts import COUNT_FIRST, Verdict, closing_verdicts, text_to_verdicts
from vankien.facts.wording import HEAD
from vankien.model import Assessment, Fact, Finding, Found, Lexicon, Observation, Outline, Passage, Sentence, Target
from vankien.vietnamese import NUMBER, parse_number

_SHARE_ALONE = re.compile(rf"đạt\s+(?P<percent>{NUMBER})\s*%", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?P<count>\d+/\d+)?\s*(?:các\s+)?(?P<label>(?:nhóm\s+)?(?:chỉ tiêu|mục tiêu)\s[^.;,(]{8,120})", re.IGNORECASE
)
_BARE_COUNT = re.compile(r"\d+(?:/\d+)?\s+(?:chỉ|mục) tiêu\s+(?:(?:cơ bản|đều|đã|dự báo|ước)\s+)*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An observation (or a target that is judged like one) and where its printed value stands in the sentence."""

    fact: Observation | Target
    at: int


def _offset(passage: Passage, position: int) -> int:
    """The offset in a passage of a position in the document."""
    starts = [p.start for p in passage.pieces]
    index = max(0, bisect_right(starts, position) - 1)
    piece = passage.pieces[index]
    return piece.at + position - piece.start


def _place(fact: Observation | Target, passage: Passage, quantities: Sequence[Quantity]) -> _Placed | None:
    """Where the value of an observation stands: a label may begin long before its value, or stand behind it."""
    start, end = _offset(passage, fact.evidence.start), _offset(passage, fact.evidence.end - 1)
    inside = (q for q in quantities if start <= q.at <= end and q.value == fact.value and q.upper == fact.upper)
    at = next((q.at for q in inside), start)
    return _Placed(fact, at) if 0 <= at < len(passage.text) else None


def _by_sentence(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[tuple[Sentence, list[_Placed]]]:
    """Every sentence with the observations read from it, in the order of its text."""
    facts: list[Observation | Target] = [o for o in found.of(Observation) if o.where != "table"]
    # "dự kiến đến hết năm có 45 xã, đạt kế hoạch": a value that is only expected may have been read as a target
    facts += [t for t in found.of(Target) if t.value is not None and t.evidence.rule != "table-target"]
    facts.sort(key=lambda o: o.evidence.start)
    starts = [o.evidence.start for o in facts]
    for sentence in (owned.sentence for owned in owned_sentences(outline, lexicon)):
        passage = sentence.passage
        if not passage.text:
            continue
        first, last = passage.position_at(0), passage.position_at(len(passage.text) - 1)
        inside = facts[bisect_right(starts, first - 1) : bisect_right(starts, last)]
        # a footnote's text lies between the lines of the sentence that it hangs on
        inside = [o for o in inside if ("footnote" in o.evidence.rule) == (sentence.context.where == "footnote")]
        quantities = find_quantities(passage.text, lexicon) if inside else ()
        placed = [p for o in inside if (p := _place(o, passage, quantities)) is not None]
        yield sentence, sorted(placed, key=lambda p: p.at)


def _stated_period(fact: Observation | Target, text: str) -> str | None:
    """The fact's period if its years stand in the text before the verdict; a carried-over year is none."""
    period = fact.period if isinstance(fact, Observation) else fact.by
    if not period:
        return None
    said = re.sub(r"so với[^,;.]*", "", text)
    return period if all(y in said for y in re.findall(r"(?:19|20)\d\d", period)) else None


def find_assessments(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The verdicts that sentences print on reported values.

    In: sentences, the list ``verdicts``, the observations found before. Out: assessments; the indicator is the one of
    the value that the verdict follows, the percentage only what the text prints as a share of the target.
    """
    for sentence, placed in _by_sentence(outline, lexicon, found):
        verdicts = _with_closing(
            _of_their_own(text_to_verdicts(sentence.text, lexicon), sentence.text), sentence, placed, lexicon
        )
        if opened := _list_verdict(outline, sentence, lexicon):
            yield from _judge_item(outline, sentence, placed, verdicts, opened)
            continue
        said: set[tuple[str, str, Decimal | None]] = set()
        for index, verdict in enumerate(verdicts):
            until = verdicts[index + 1].start if index + 1 < len(verdicts) else len(sentence.text)
            for judged in _judge(outline, sentence, placed, verdict, until, lexicon):
                judged = _of_province(judged, placed, verdict, sentence.text)
                key = (judged.indicator, judged.verdict, judged.percent)
                if key not in said:  # a list's verdict, and the share behind its last value
                    said.add(key)
                    yield judged
    yield from judged_in_notes(outline, lexicon)


def _with_closing(
    verdicts: list[Verdict], sentence: Sentence, placed: list[_Placed], lexicon: Lexicon
) -> list[Verdict]:
    """The verdicts with those that close an item in which a target is quoted, if nothing else judges it."""
    quoted = [p.at for p in placed if isinstance(p.fact, Target) and p.fact.text is not None]
    out = list(verdicts)
    for verdict in closing_verdicts(sentence.text, lexicon):
        goals = [
            at for at in quoted if at < verdict.start and not re.search(r"\.\s", sentence.text[at : verdict.start])
        ]
        if goals and not any(goals[-1] < v.start <= verdict.end for v in verdicts):
            out.append(verdict)
    return sorted(out, key=lambda v: v.start)


def _of_province(judged: Assessment, placed: Sequence[_Placed], verdict: Verdict, text: str) -> Assessment:
    """A verdict on the target of one of the provinces that merged, which is quoted right behind it, is for that province."""
    behind = (p for p in placed if isinstance(p.fact, Target) and p.at >= verdict.start and is_province(p.fact.scope))
    goal = next((p for p in behind if not re.search(r"[;.]\s", text[verdict.start : p.at])), None)
    return replace(judged, scope=goal.fact.scope) if goal else judged


_OPENS_LIST = re.compile(r"(?<!\w)(?:chỉ|mục)\stiêu(?!\w)[^.;:]*:\s*$", re.IGNORECASE)


_MARKED = re.compile(r"\s*(?:\(\d{1,2}\)|[-–+*•]|[a-zđ]\))\s")
"""An item of a list below a title; ``2.`` goes on with the titles."""


def _list_verdict(outline: Outline, sentence: Sentence, lexicon: Lexicon) -> str:
    """The verdict of the line that opens the list in which a sentence is an item (``Còn 2 chỉ tiêu không đạt, gồm:``)."""
    context = sentence.context
    if context.where != "prose" or not context.item:
        return ""
    marked = bool(_MARKED.match(outline.report.lines[sentence.passage.first_line - 1].text))
    opening = context.lead or (context.titles[-1] if context.titles and marked else "")
    if not _OPENS_LIST.search(opening):
        return ""
    verdicts = [v for v in text_to_verdicts(opening, lexicon) if v.percent is None]
    return verdicts[0].verdict if len(verdicts) == 1 else ""


def _judge_item(
    outline: Outline, sentence: Sentence, placed: list[_Placed], verdicts: Sequence[Verdict], said: str
) -> Iterator[Assessment]:
    """The verdict `said` of a list on the value of one of its items, with the share of the target that the item prints."""
    value = next((p for p in placed if not (p.fact.unit or "").endswith("chỉ tiêu")), None)
    if value is None:
        return
    share = next((v for v in verdicts if v.percent is not None and v.start > value.at), None)
    judged = Verdict(said, share.start, share.end, share.percent) if share else Verdict(said, value.at, value.at + 1)
    yield _assessment(outline, sentence, value, judged, judged.percent)


def _of_their_own(verdicts: Sequence[Verdict], text: str) -> list[Verdict]:
    """The verdicts without those in brackets behind the names of a list that one verdict closes: ``các chỉ tiêu về tỷ lệ đô
    thị hóa (38%, thấp hơn mục tiêu) và ... đều không đạt``."""
    lists = [(before[0][1], v.start) for v in verdicts if (before := indicators_before(text, v.start))]
    inside = [v for v in verdicts if open_brackets(text, v.start) > 0]
    covered = [v for v in inside if any(start <= v.start < end for start, end in lists)]
    return [v for v in verdicts if v not in covered]


def _judge(
    outline: Outline, sentence: Sentence, placed: list[_Placed], verdict: Verdict, until: int, lexicon: Lexicon
) -> Iterator[Assessment]:
    text = sentence.text
    quoted = [p for p in placed if isinstance(p.fact, Target) and p.fact.text is not None]
    placed = [p for p in placed if p not in quoted]
    if goal := _goal_itself(sentence, quoted, verdict):
        yield replace(_assessment(outline, sentence, goal, verdict, None), as_of=None)
        return
    if listed := list(_judge_named(outline, sentence, verdict, _list_until(text, verdict, until))):
        yield from listed
        return
    if verdict.percent is None and re.match(r"[^:;.,%()\d]{0,40}:", text[verdict.end :]):
        listed_below = [p for p in placed if verdict.end <= p.at < until]
        wholes = {p.fact.indicator.partition(": ")[0] for p in listed_below if ": " in p.fact.indicator}
        if len(wholes) == 1 and _THIS_ONE.search(text[: verdict.start]):
            whole = replace(listed_below[0].fact, indicator=wholes.pop(), concept=None)
            yield _assessment(outline, sentence, _Placed(whole, listed_below[0].at), verdict, None)
            return
        yield from _judge_list(outline, sentence, listed_below, verdict)
        return
    if _BARE_COUNT.search(text[: verdict.start]) or _is_part(COUNT_FIRST.search(text[: verdict.start])):
        return  # "07/26 chỉ tiêu không đạt", "còn 6/50 chỉ tiêu thành phần không đạt": how many, not which
    group = next(_judge_group(outline, sentence, verdict), None)
    if group is not None:
        yield group
        return
    before = [p for p in placed if p.at < verdict.start]
    every = _EVERY.search(text[: verdict.start])
    apart = (
        re.search(
            r"\.\s" if verdict.closing or (every and every["all"]) else r"[;.]\s", text[before[-1].at : verdict.start]
        )
        if before
        else None
    )
    if not before or apart or (not (every and every["all"]) and _has_own_words(text, verdict)):
        yield from _judge_words(outline, sentence, verdict)
        return
    held = [
        p
        for p, end in zip(before, [*(b.at for b in before[1:]), verdict.start], strict=True)
        if _HELD.search(text[p.at : end])
    ]
    last = held[-1] if held and _OF_THIS.match(text, verdict.end) else _outside(before, text, verdict)
    if nth := _NTH.search(text[: verdict.start]):
        last = before[min(_ORDINALS[nth["nth"].lower()], len(before)) - 1]
    elif goals := [p for p in quoted if p.at < before[-1].at and not re.search(r"\.\s", text[p.at : verdict.start])]:
        of_goal = [p for p in before if p.fact.indicator == goals[-1].fact.indicator]
        last = of_goal[0] if of_goal and of_goal[0].at > goals[-1].at and not every else last
    if (last.fact.unit or "").endswith("chỉ tiêu"):
        return  # a count of targets, no indicator
    period = last.fact.period if isinstance(last.fact, Observation) else None
    if verdict.percent is not None and is_part_of_plan(
        text, verdict.start, verdict.end, period, outline_to_view(outline).year
    ):
        return
    between = text[last.at : verdict.start]
    percent = verdict.percent
    alone = _share_alone(text, verdict)
    if percent is None and alone is not None and len(before) > 1 and _is_share_of(last, before[-2]):
        percent, last = alone, before[-2]
    elif percent is None and alone is not None and not (last.fact.unit or "%").startswith("%"):
        percent = alone  # "900 tỷ đồng, đạt 95%, không đạt kế hoạch"
    if len(between) > 400:
        return
    if (
        percent is None
        and len(before) > 1
        and _IN_TURN.search(text[: verdict.start])
        and " và vượt" in text[verdict.start : verdict.end]
    ):
        yield _assessment(outline, sentence, before[-2], verdict, None)
        exceeded = next((v.verdict for v in text_to_verdicts("vượt mục tiêu", lexicon)), verdict.verdict)
        yield _assessment(outline, sentence, last, replace(verdict, verdict=exceeded), None)
        return
    if percent is None and (turns := _BY_TURNS.match(text, verdict.end)):
        for other in before[-1 - len(re.findall(r",\s|\svà\s", turns["all"])) : -1]:
            yield _assessment(outline, sentence, other, verdict, None)
    if percent is None and every:
        several = _NUMBERS.get((every["count"] or "").lower(), 0)
        for other in before[-several:-1] if several else _all_of(before, text):
            yield _assessment(outline, sentence, other, verdict, None)
    elif percent is None and _in_bracket(text, verdict):
        for other in listed_before(before, text):
            yield _assessment(outline, sentence, other, verdict, None)
    yield _assessment(outline, sentence, last, verdict, percent)


_OF_THIS = re.compile(r"\s?(?:(?:chỉ|mục)\stiêu\s)?này(?!\w)", re.IGNORECASE)
_HELD = re.compile(r"\((?:mục\stiêu|chỉ\stiêu|nghị\squyết|NQĐH|NQ|kế\shoạch)(?!\w)", re.IGNORECASE)
"""``... 42% số xã (mục tiêu 55%); toàn tỉnh còn 41 xã nên không đánh giá chỉ tiêu này``: the one with a target."""
_THIS_ONE = re.compile(r"(?:chỉ|mục)\stiêu\snày\s(?:\S+\s)?$", re.IGNORECASE)
"""``Cơ cấu kinh tế chuyển dịch chậm, chỉ tiêu này không đạt: nông nghiệp 26%; ...``: of the whole, not of its parts."""
_IN_TURN = re.compile(r"(?<!\w)lần lượt\s$", re.IGNORECASE)
"""``lần lượt đạt và vượt Nghị quyết``: the first is said of the value before the last, the second of the last."""


def _outside(before: list[_Placed], text: str, verdict: Verdict) -> _Placed:
    """The last value before a verdict; behind a bracket that only tells of a part (``91% tổ chức đảng hoàn thành tốt (xuất
    sắc 19%), vượt ...``) the one before the bracket."""
    last = before[-1]
    if open_brackets(text, verdict.start) or not open_brackets(text, last.at):
        return last
    told = (p for p in reversed(before) if not open_brackets(text, p.at))
    whole = next(told, last)
    return whole if whole.fact.unit == last.fact.unit and ";" not in text[whole.at : last.at] else last


def _goal_itself(sentence: Sentence, quoted: list[_Placed], verdict: Verdict) -> _Placed | None:
    """The quoted target that a verdict is said of: ``Nghị quyết đặt ra 500 ha, là chỉ tiêu khó đạt``; ``Thấp hơn mục tiêu
    70%`` that opens a footnote."""
    text = sentence.text
    if sentence.context.where == "footnote" and not text[: verdict.start].strip():
        return next((p for p in quoted if verdict.start <= p.at < verdict.end + _NEAR), None)
    said = _IS_GOAL.search(text[: verdict.start])
    return next((p for p in reversed(quoted) if said and said.start() - _NEAR <= p.at < said.start()), None)


_IS_GOAL = re.compile(r",\s(?:là|đây là)\s(?:một trong những\s)?(?:chỉ|mục) tiêu\s$", re.IGNORECASE)


_NEAR = 12
_LATER = re.compile(r"\s(?:trong|vào)\s(?:năm|thời gian)\s(?:tới|sau|(?P<year>20\d\d)(?!\s?[-–]\s?\d))", re.IGNORECASE)
"""``khó đạt trong năm tới``: when the verdict will hold."""
_EVERY = re.compile(
    r"(?:,|(?<!\w)(?:(?P<all>cả)\s(?:(?P<count>hai|ba|bốn|0?[2-4])|[^\W\d]+)|các)(?:\s(?:chỉ\stiêu|mục\stiêu|nội\sdung|thành\sphần|tiêu\schí|kết\squả)|(?<=\scả\shai)|(?<=\scả\sba))(?:\s(?:này|trên|nêu trên)|(?:\s[^\W\d]+){1,3})?)\s(?:cơ bản\s)?(?:đều|cùng)\s$",
    re.IGNORECASE,
)
_BY_TURNS = re.compile(
    rf"[^,;.()\d]{{0,40}}?\s(?:lần\slượt|tương\sứng)\s(?P<all>(?:{NUMBER})(?:(?:,|\svà|,\svà)\s(?:{NUMBER}))+)"
)
"""``vượt chỉ tiêu Quốc hội giao lần lượt 14 và 6 điểm phần trăm``: each of the values before."""
_NTH = re.compile(
    r"(?<!\w)(?:chỉ\stiêu|mục\stiêu|nội\sdung|thành\sphần|kết\squả)\sthứ\s(?P<nth>nhất|hai|ba|tư)\s(?:(?:đã|còn|vẫn|cơ\sbản)\s)*$",
    re.IGNORECASE,
)
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "2": 2, "3": 3, "4": 4, "02": 2, "03": 3, "04": 4}
"""``..., đều vượt``, ``cả hai chỉ tiêu đều vượt``: said of several values."""


def _all_of(before: list[_Placed], text: str) -> list[_Placed]:
    """The values before the last one that ``đều`` speaks of too: of its unit, in one list with it."""
    last, found = before[-1], []
    for placed in reversed(before[:-1]):
        if placed.fact.unit != last.fact.unit or re.search(r"[;.]\s", text[placed.at : last.at]):
            break
        found.append(placed)
    return found[::-1]


def _in_bracket(text: str, verdict: Verdict) -> bool:
    """Does a verdict fill a bracket, without an amount that would be of one value: ``(đạt mục tiêu Nghị quyết)``?"""
    said = text[verdict.start : verdict.end]
    return text[: verdict.start].endswith("(") and text[verdict.end :].startswith(")") and not re.search(r"\d", said)


_ITEM_ENDS = re.compile(r"(?:[,;]|\svà|,\svà)\s$")
_MEASURED = re.compile(rf"(?:{NUMBER})\s?(?:%|‰)(?:/năm)?,\s(?:và\s)?(?P<next>[^;.:()]+)")
_TURNS = re.compile(
    r"(?:trong\sđó|tăng|giảm|vượt|bằng|cao|thấp|so\svới|gấp|còn|riêng|gồm|hơn|kém|tương)(?!\w)", re.IGNORECASE
)


def listed_before(before: Sequence[_Placed], text: str) -> list[_Placed]:
    """The values of a list before its last one, where a bracket behind the list judges all of them.

    100% cán bộ A; 100% cán bộ B (đạt mục tiêu)             items of one form: the value, then what it is of
    tỷ lệ hộ văn hóa đạt 76%, thôn văn hóa đạt 65% (vượt)   items that share the noun of the first
    """
    last, found = before[-1], list[_Placed]()
    for placed in reversed(before[:-1]):
        gap = text[placed.at : (found[-1] if found else last).at]
        other = placed.fact.unit != last.fact.unit or placed.fact.indicator == last.fact.indicator
        if other or re.search(r"[():]|\.\s", gap):
            break
        number_first = _ITEM_ENDS.search(re.sub(r"(?:hơn|trên|gần|khoảng)\s$", "", gap))
        measured = _MEASURED.fullmatch(gap)
        alike = number_first and (";" not in gap or placed.fact.value == last.fact.value)
        shares_noun = measured and not HEAD.match(measured["next"]) and not _TURNS.match(measured["next"])
        if not alike and not shares_noun:
            break
        found.append(placed)
    return found[::-1]


def _has_own_words(text: str, verdict: Verdict) -> bool:
    """Does the verdict's own clause name its indicator in words, with no value in it?"""
    clause = clause_before(text, verdict.start)
    return verdict.percent is None and not re.search(r"\d", clause) and bool(words_to_indicator(clause))


def _judge_words(outline: Outline, sentence: Sentence, verdict: Verdict) -> Iterator[Assessment]:
    """A verdict on an indicator that only words name: ``Tổng vốn đầu tư không đạt kế hoạch, chỉ bằng 93,7%``."""
    text = sentence.text
    clause = clause_before(text, verdict.start) if verdict.percent is None else ""
    if indicator := words_to_indicator(clause):
        start = text.rfind(indicator[1:], 0, verdict.start) - 1
        evidence = evidence_of(
            outline.report, sentence.passage, max(0, start), verdict.end, "assessment-prose", value_at=verdict.start
        )
        yield Assessment(
            indicator=indicator,
            as_of=None,
            verdict=verdict.verdict,
            percent=percent_behind(text, verdict.end),
            evidence=evidence,
        )


def _list_until(text: str, verdict: Verdict, until: int) -> int:
    """Where a list behind a verdict ends: at the next verdict, unless that stands in a bracket of one of the items."""
    listed = text[verdict.end : until]
    return len(text) if listed.count("(") > listed.count(")") else until


def _judge_named(outline: Outline, sentence: Sentence, verdict: Verdict, until: int) -> Iterator[Assessment]:
    """A verdict on targets that a list names without values: "một số chỉ tiêu khó đạt kế hoạch như: ..."."""
    if verdict.percent is not None or not re.search(
        r"(?<!\w)(?:chỉ|mục) tiêu(?>\([^()]*\)|[^.;:]|\.(?=\d))*$", sentence.text[: verdict.start], re.IGNORECASE
    ):
        return
    years = {t.period for t in find_times(sentence.text[: verdict.start]) if t.period and t.kind != "base"}
    view = outline_to_view(outline)
    of_congress = view.ahead and re.search(r"đại hội", sentence.text[: verdict.start], re.IGNORECASE)
    as_of = years.pop() if len(years) == 1 else view.by if of_congress and not years else None
    listed = listed_indicators(sentence.text, verdict.end, until) or indicators_before(sentence.text, verdict.start)
    for label, start, end in listed:
        evidence = evidence_of(outline.report, sentence.passage, start, end, "assessment-list", value_at=start)
        yield Assessment(indicator=label, as_of=as_of, verdict=verdict.verdict, evidence=evidence)


def _is_share_of(share: _Placed, value: _Placed) -> bool:
    """True if a percentage repeats the indicator of the value before it: "có 06 thư viện, đạt 66,7%"."""
    same = share.fact.indicator == value.fact.indicator
    return same and share.fact.unit == "%" and value.fact.unit != "%"


def _share_alone(text: str, verdict: Verdict) -> Decimal | None:
    """The share just before a verdict: ", đạt 98,7%, không đạt kế hoạch"."""
    match = re.search(_SHARE_ALONE.pattern + r"\s*,?\s*$", text[: verdict.start], re.IGNORECASE)
    return parse_number(match["percent"]) if match else None


def _assessment(
    outline: Outline, sentence: Sentence, placed: _Placed, verdict: Verdict, percent: Decimal | None
) -> Assessment:
    start, end = min(placed.at, verdict.start), max(verdict.end, placed.at + 1)
    later = _LATER.match(sentence.text, verdict.end)
    return Assessment(
        indicator=placed.fact.indicator,
        as_of=later["year"]
        if later
        else _stated_period(
            placed.fact, sentence.text[: verdict.start] if placed.at < verdict.start else sentence.text
        ),
        verdict=verdict.verdict,
        percent=percent,
        scope=placed.fact.scope if is_province(placed.fact.scope) else None,
        concept=placed.fact.concept,
        evidence=evidence_of(outline.report, sentence.passage, start, end, "assessment-prose", value_at=verdict.start),
    )


def _judge_list(outline: Outline, sentence: Sentence, placed: list[_Placed], verdict: Verdict) -> Iterator[Assessment]:
    """A verdict with a colon judges every value behind it; "đạt 80%" behind a value is its share of the target."""
    seen: set[str] = set()
    for index, here in enumerate(placed):
        if here.fact.indicator in seen:
            continue
        seen.add(here.fact.indicator)
        stop = next((p.at for p in placed[index + 1 :] if p.fact.indicator != here.fact.indicator), len(sentence.text))
        part = sentence.text[here.at : stop]
        share = re.search(r",\s*" + _SHARE_ALONE.pattern, part, re.IGNORECASE)
        yield _assessment(outline, sentence, here, verdict, parse_number(share["percent"]) if share else None)


def _is_part(counted: re.Match[str] | None) -> bool:
    """True for a count of fewer targets than there are: ``6/50 chỉ tiêu thành phần``, and not ``10/10 chỉ tiêu``."""
    if counted is None:
        return False
    part, whole = map(int, counted["count"].split("/"))
    return part != whole


def _judge_group(outline: Outline, sentence: Sentence, verdict: Verdict) -> Iterator[Assessment]:
    """A verdict on a whole group of targets: "thực hiện đạt 10/10 chỉ tiêu chủ yếu của Nghị quyết"."""
    words = re.search(r"(?:chỉ tiêu|mục tiêu)", sentence.text[verdict.start : verdict.end], re.IGNORECASE)
    at = verdict.start + words.start() if words else verdict.end
    counts = re.search(r"\d+/\d+\s*$", sentence.text[verdict.start : at])
    match = COUNT_FIRST.search(sentence.text[: verdict.start])
    match = match or _COUNTED.match(sentence.text, (verdict.start + counts.start() if counts else at) - 1)
    if not match or not (match["count"] or re.search(r"các\s*$", sentence.text[:at])):
        return
    if not match["count"] and re.match(r"(?:nhóm )?(?:chỉ|mục) tiêu\s+(?:đã\s+)?(?:đề|đặt) ra", match["label"]):
        return  # "hoàn thành các mục tiêu đề ra": which ones, nobody says
    label = " ".join(match["label"].split())
    count = f" ({match['count']})" if match["count"] and match["count"] not in label else ""
    yield Assessment(
        indicator=f"{label[:1].upper()}{label[1:]}{count}",
        as_of=None,
        verdict=verdict.verdict,
        evidence=evidence_of(
            outline.report,
            sentence.passage,
            min(match.start(), verdict.start),
            max(match.end(), verdict.end),
            "assessment-prose",
            value_at=verdict.start,
        ),
    )
