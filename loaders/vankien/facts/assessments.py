"""Finder of verdicts in running text: a reported value with what the text says of its target.

diện tích chè đạt 5.220 ha, vượt kế hoạch 12%        Vượt
thu ngân sách đạt 2.105 tỷ đồng, bằng 98,4% kế hoạch  Chưa đạt, 98,4 %
các chỉ tiêu sau chưa đạt kế hoạch: ...               one verdict for every value of the list
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from vankien.facts.assessment_labels import (
    clause_before,
    indicators_before,
    is_of_plan,
    is_part_of_plan,
    words_to_indicator,
)
from vankien.facts.assessment_notes import judged_in_notes
from vankien.facts.assessment_places import Placed, placed_by_sentence, to_assessment
from vankien.facts.assessment_words import is_part, judge_group, judge_named, judge_words, list_until
from vankien.facts.clause_marks import open_brackets
from vankien.facts.predecessors import is_province
from vankien.facts.stance import outline_to_view
from vankien.facts.told_so_far import told_so_far
from vankien.facts.verdicts import COUNT_FIRST, Verdict, closing_verdicts, text_to_verdicts
from vankien.facts.wording import HEAD
from vankien.model import Assessment, Fact, Finding, Found, Lexicon, Observation, Outline, Sentence, Target
from vankien.vietnamese import NUMBER, parse_number

_SHARE_ALONE = re.compile(rf"đạt\s+(?P<percent>{NUMBER})\s*%", re.IGNORECASE)
_BARE_COUNT = re.compile(r"\d+(?:/\d+)?\s+(?:chỉ|mục) tiêu\s+(?:(?:cơ bản|đều|đã|dự báo|ước)\s+)*$", re.IGNORECASE)


def find_assessments(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The verdicts that sentences print on reported values.

    In: sentences, the list ``verdicts``, the observations found before. Out: assessments; the indicator is the one of
    the value that the verdict follows, the percentage only what the text prints as a share of the target.
    """
    for sentence, placed in placed_by_sentence(outline, lexicon, found):
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


def _with_closing(verdicts: list[Verdict], sentence: Sentence, placed: list[Placed], lexicon: Lexicon) -> list[Verdict]:
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


def _of_province(judged: Assessment, placed: Sequence[Placed], verdict: Verdict, text: str) -> Assessment:
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
    outline: Outline, sentence: Sentence, placed: list[Placed], verdicts: Sequence[Verdict], said: str
) -> Iterator[Assessment]:
    """The verdict `said` of a list on the value of one of its items, with the share of the target that the item prints."""
    value = next((p for p in placed if not (p.fact.unit or "").endswith("chỉ tiêu")), None)
    if value is None:
        return
    share = next((v for v in verdicts if v.percent is not None and v.start > value.at), None)
    judged = Verdict(said, share.start, share.end, share.percent) if share else Verdict(said, value.at, value.at + 1)
    yield to_assessment(outline, sentence, value, judged, judged.percent)


def _of_their_own(verdicts: Sequence[Verdict], text: str) -> list[Verdict]:
    """The verdicts without those in brackets behind the names of a list that one verdict closes: ``các chỉ tiêu về tỷ lệ đô
    thị hóa (38%, thấp hơn mục tiêu) và ... đều không đạt``."""
    lists = [(before[0][1], v.start) for v in verdicts if (before := indicators_before(text, v.start))]
    inside = [v for v in verdicts if open_brackets(text, v.start) > 0]
    covered = [v for v in inside if any(start <= v.start < end for start, end in lists)]
    return [v for v in verdicts if v not in covered]


def _judge(
    outline: Outline, sentence: Sentence, placed: list[Placed], verdict: Verdict, until: int, lexicon: Lexicon
) -> Iterator[Assessment]:
    text = sentence.text
    quoted = [p for p in placed if isinstance(p.fact, Target) and p.fact.text is not None]
    placed = [p for p in placed if p not in quoted]
    if goal := _goal_itself(sentence, quoted, verdict):
        yield replace(to_assessment(outline, sentence, goal, verdict, None), as_of=None)
        return
    if listed := list(judge_named(outline, sentence, verdict, list_until(text, verdict, until))):
        yield from listed
        return
    if verdict.percent is None and re.match(r"[^:;.,%()\d]{0,40}:", text[verdict.end :]):
        listed_below = [p for p in placed if verdict.end <= p.at < list_until(text, verdict, until)]
        wholes = {p.fact.indicator.partition(": ")[0] for p in listed_below if ": " in p.fact.indicator}
        if len(wholes) == 1 and _THIS_ONE.search(text[: verdict.start]):
            whole = replace(listed_below[0].fact, indicator=wholes.pop(), concept=None)
            yield to_assessment(outline, sentence, Placed(whole, listed_below[0].at), verdict, None)
            return
        yield from _judge_list(outline, sentence, listed_below, verdict, lexicon)
        return
    if _BARE_COUNT.search(text[: verdict.start]) or is_part(COUNT_FIRST.search(text[: verdict.start])):
        return  # "07/26 chỉ tiêu không đạt", "còn 6/50 chỉ tiêu thành phần không đạt": how many, not which
    group = next(judge_group(outline, sentence, verdict), None)
    if group is not None:
        yield group
        return
    before = [p for p in placed if p.at < verdict.start]
    itself = next((p for p in placed if verdict.start <= p.at < verdict.end and p.fact.value == verdict.percent), None)
    reported = itself is not None and isinstance(itself.fact, Observation) and itself.fact.unit == "%"
    if itself and reported and not _GOAL_NEXT.match(text, verdict.end) and _OWN_SHARE.search(text, 0, verdict.end):
        before = [itself]  # "Giao quân hằng năm đạt 100% chỉ tiêu": the share is the value
    every = _EVERY.search(text[: verdict.start])
    apart = (
        re.search(
            r"\.\s" if verdict.closing or (every and every["all"]) else r"[;.]\s", text[before[-1].at : verdict.start]
        )
        if before
        else None
    )
    if not before or apart or (not (every and every["all"]) and _has_own_words(text, verdict)):
        yield from judge_words(outline, sentence, verdict)
        return
    behind = next(
        (p for p in quoted if verdict.start <= p.at and not re.search(r"[;.]\s", text[verdict.start : p.at])), None
    )
    own = [p for p in before if behind and p.fact.indicator == behind.fact.indicator and p.at > before[-1].at - _REACH]
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
    elif own and behind and last.fact.indicator != behind.fact.indicator and not every and _counts(behind):
        last = own[-1]  # "62 xã đạt chuẩn (66%), còn thiếu 8 xã so với mục tiêu 70 xã": of what the target is of
    elif _RATE.match(last.fact.indicator) and (goal := _goal_behind(quoted, verdict, text)):
        last = next((p for p in reversed(before) if p.fact.indicator == goal.fact.indicator), last)
    if (last.fact.unit or "").endswith("chỉ tiêu"):
        return  # a count of targets, no indicator
    period = last.fact.period if isinstance(last.fact, Observation) else None
    if verdict.percent is not None and (
        is_part_of_plan(text, verdict.start, verdict.end, period, outline_to_view(outline).year)
        or (is_of_plan(text[verdict.start : verdict.end]) and told_so_far(outline, sentence, verdict.start))
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
        yield to_assessment(outline, sentence, before[-2], verdict, None)
        exceeded = next((v.verdict for v in text_to_verdicts("vượt mục tiêu", lexicon)), verdict.verdict)
        yield to_assessment(outline, sentence, last, replace(verdict, verdict=exceeded), None)
        return
    if percent is None and (turns := _BY_TURNS.match(text, verdict.end)):
        for other in before[-1 - len(re.findall(r",\s|\svà\s", turns["all"])) : -1]:
            yield to_assessment(outline, sentence, other, verdict, None)
    if percent is None and every:
        several = _NUMBERS.get((every["count"] or "").lower(), 0)
        for other in before[-several:-1] if several else _all_of(before, text):
            yield to_assessment(outline, sentence, other, verdict, None)
    elif percent is None and _in_bracket(text, verdict):
        for other in listed_before(before, text):
            yield to_assessment(outline, sentence, other, verdict, None)
    yield to_assessment(outline, sentence, last, verdict, percent)


def _goal_behind(quoted: Sequence[Placed], verdict: Verdict, text: str) -> Placed | None:
    """The target that a bracket right behind a verdict quotes: ``bình quân mỗi năm giảm 2%, vượt mục tiêu (còn 9%)``."""
    behind = next((p for p in quoted if p.at >= verdict.end), None)
    near = behind and re.fullmatch(r"[^,;.()]{0,40}\([^()\d]*còn\s[^()\d]*", text[verdict.end : behind.at])
    return behind if near else None


_RATE = re.compile(r"(?:Mức giảm|Tốc độ) ")
"""``bình quân mỗi năm giảm 2%, vượt mục tiêu (còn 9%)``: the target is of the level before."""


def _counts(placed: Placed) -> bool:
    """A count or a sum, no share or change."""
    return not (placed.fact.unit or "%").startswith(("%", "điểm"))


_GOAL_NEXT = re.compile(r"\s(?:\(|(?:là\s|trên\s|từ\s)?\d)")
"""``71% so với mục tiêu 75%``: the target itself stands behind its name."""
_OWN_SHARE = re.compile(
    rf"(?:^|[;.:]\s)(?:(?:(?:[^\W\d]+|20\d\d),?\s){{1,12}}(?:đạt|bằng)|(?:(?:[^\W\d]+|20\d\d),?\s){{0,12}}hoàn\sthành)\s(?:{NUMBER})\s?%\s(?:so\svới\s)?(?:các\s)?(?:(?:chỉ\stiêu|mục\stiêu)(?:\snghị\squyết)?|nghị\squyết|NQ|kế\shoạch|dự\stoán)$",
    re.IGNORECASE,
)
"""The words of a clause up to a share of the target, which nothing else is counted in."""
_OF_THIS = re.compile(r"\s?(?:(?:chỉ|mục)\stiêu\s)?này(?!\w)", re.IGNORECASE)
_HELD = re.compile(r"\((?:mục\stiêu|chỉ\stiêu|nghị\squyết|NQĐH|NQ|kế\shoạch)(?!\w)", re.IGNORECASE)
"""``... 42% số xã (mục tiêu 55%); toàn tỉnh còn 41 xã nên không đánh giá chỉ tiêu này``: the one with a target."""
_THIS_ONE = re.compile(r"(?:chỉ|mục)\stiêu\snày\s(?:\S+\s)?$", re.IGNORECASE)
"""``Cơ cấu kinh tế chuyển dịch chậm, chỉ tiêu này không đạt: nông nghiệp 26%; ...``: of the whole, not of its parts."""
_IN_TURN = re.compile(r"(?<!\w)lần lượt\s$", re.IGNORECASE)
"""``lần lượt đạt và vượt Nghị quyết``: the first is said of the value before the last, the second of the last."""


def _outside(before: list[Placed], text: str, verdict: Verdict) -> Placed:
    """The last value before a verdict; behind a bracket that only tells of a part (``91% tổ chức đảng hoàn thành tốt (xuất
    sắc 19%), vượt ...``) the one before the bracket."""
    last = before[-1]
    if open_brackets(text, verdict.start) or not open_brackets(text, last.at):
        return last
    told = (p for p in reversed(before) if not open_brackets(text, p.at))
    whole = next(told, last)
    return whole if whole.fact.unit == last.fact.unit and ";" not in text[whole.at : last.at] else last


def _goal_itself(sentence: Sentence, quoted: list[Placed], verdict: Verdict) -> Placed | None:
    """The quoted target that a verdict is said of: ``Nghị quyết đặt ra 500 ha, là chỉ tiêu khó đạt``; ``Thấp hơn mục tiêu
    70%`` that opens a footnote."""
    text = sentence.text
    if sentence.context.where == "footnote" and not text[: verdict.start].strip():
        return next((p for p in quoted if verdict.start <= p.at < verdict.end + _NEAR), None)
    said = _IS_GOAL.search(text[: verdict.start])
    return next((p for p in reversed(quoted) if said and said.start() - _NEAR <= p.at < said.start()), None)


_IS_GOAL = re.compile(r",\s(?:là|đây là)\s(?:một trong những\s)?(?:chỉ|mục) tiêu\s$", re.IGNORECASE)


_NEAR = 12
_REACH = 160
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


def _all_of(before: list[Placed], text: str) -> list[Placed]:
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


def listed_before(before: Sequence[Placed], text: str) -> list[Placed]:
    """The values of a list before its last one, where a bracket behind the list judges all of them.

    100% cán bộ A; 100% cán bộ B (đạt mục tiêu)             items of one form: the value, then what it is of
    tỷ lệ hộ văn hóa đạt 76%, thôn văn hóa đạt 65% (vượt)   items that share the noun of the first
    """
    last, found = before[-1], list[Placed]()
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


def _is_share_of(share: Placed, value: Placed) -> bool:
    """True if a percentage repeats the indicator of the value before it: "có 06 thư viện, đạt 66,7%"."""
    same = share.fact.indicator == value.fact.indicator
    return same and share.fact.unit == "%" and value.fact.unit != "%"


def _share_alone(text: str, verdict: Verdict) -> Decimal | None:
    """The share just before a verdict: ", đạt 98,7%, không đạt kế hoạch"."""
    match = re.search(_SHARE_ALONE.pattern + r"\s*,?\s*$", text[: verdict.start], re.IGNORECASE)
    return parse_number(match["percent"]) if match else None


def _judge_list(
    outline: Outline, sentence: Sentence, placed: list[Placed], verdict: Verdict, lexicon: Lexicon
) -> Iterator[Assessment]:
    """A verdict with a colon judges every value behind it; "đạt 80%" behind a value is its share of the target."""
    seen: set[str] = set()
    for index, here in enumerate(placed):
        if here.fact.indicator in seen:
            continue
        seen.add(here.fact.indicator)
        stop = next((p.at for p in placed[index + 1 :] if p.fact.indicator != here.fact.indicator), len(sentence.text))
        part = sentence.text[here.at : stop]
        if any(v.percent is not None for v in text_to_verdicts(part, lexicon)):
            continue  # "(đạt 124% dự toán)": judged by its own share
        share = re.search(r",\s*" + _SHARE_ALONE.pattern, part, re.IGNORECASE)
        yield to_assessment(outline, sentence, here, verdict, parse_number(share["percent"]) if share else None)
