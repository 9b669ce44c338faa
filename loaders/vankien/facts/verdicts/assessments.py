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

from vankien.facts.clauses.marks import open_brackets
from vankien.facts.congresses.predecessors import is_province
from vankien.facts.congresses.stance import outline_to_view
from vankien.facts.cues.assessment_labels import (
    clause_before,
    indicators_before,
    is_of_plan,
    is_part_of_plan,
    words_to_indicator,
)
from vankien.facts.times.told_so_far import told_so_far
from vankien.facts.verdicts.assessment_notes import judged_in_notes
from vankien.facts.verdicts.assessment_places import Placed, placed_by_sentence, to_assessment
from vankien.facts.verdicts.assessment_words import (
    is_part,
    judge_group,
    judge_named,
    judge_words,
    list_until,
    named_until,
)
from vankien.facts.verdicts.judged_values import (
    EVERY,
    SHARE_ALONE,
    are_parted,
    judged_beside,
    judged_value,
    share_before,
    values_before,
)
from vankien.facts.verdicts.verdict import COUNT_FIRST, Verdict, closing_verdicts, text_to_verdicts
from vankien.model import Assessment, Fact, Finding, Found, Lexicon, Observation, Outline, Sentence, Target
from vankien.vietnamese import parse_number

_BARE_COUNT = re.compile(r"\d+(?:/\d+)?\s+(?:chỉ|mục) tiêu\s+(?:(?:cơ bản|đều|đã|dự báo|ước)\s+)*$", re.IGNORECASE)

_BESIDES = re.compile(
    r"(?:bên cạnh|ngoài|cùng với)\s(?:các|những|một số)\s(?:chỉ|mục)\stiêu\s(?:(?:đã|cơ bản)\s)*$", re.IGNORECASE
)
"""``Bên cạnh các chỉ tiêu đạt và vượt``: which ones, has been told."""


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
        listed = 0
        for index, verdict in enumerate(verdicts):
            if verdict.percent is not None and verdict.start < listed:
                continue  # the share of an item of a list that has been judged
            end = list_until(sentence.text, verdict, verdicts[index + 1 :])
            listed = max(listed, named_until(sentence.text, verdict, end))
            for judged in _judge(outline, sentence, placed, verdict, end, lexicon):
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
    outline: Outline, sentence: Sentence, placed: list[Placed], verdict: Verdict, end: int, lexicon: Lexicon
) -> Iterator[Assessment]:
    """The assessments that one verdict of a sentence makes; what it speaks of stands before its `end`."""
    text = sentence.text
    quoted = [p for p in placed if isinstance(p.fact, Target) and p.fact.text is not None]
    placed = [p for p in placed if p not in quoted]
    if goal := _goal_itself(sentence, quoted, verdict):
        yield replace(to_assessment(outline, sentence, goal, verdict, None), as_of=None)
        return
    if listed := list(judge_named(outline, sentence, verdict, end)):
        yield from listed
        return
    if verdict.percent is None and re.match(r"[^:;.,%()\d]{0,40}:", text[verdict.end :]):
        below = [p for p in placed if verdict.end <= p.at < end]
        yield from _judge_below(outline, sentence, below, verdict, lexicon)
        return
    if (
        _BESIDES.search(text[: verdict.start])
        or _BARE_COUNT.search(text[: verdict.start])
        or is_part(COUNT_FIRST.search(text[: verdict.start]))
    ):
        return  # "07/26 chỉ tiêu không đạt", "còn 6/50 chỉ tiêu thành phần không đạt": how many, not which
    group = next(judge_group(outline, sentence, verdict), None)
    if group is not None:
        yield group
        return
    if _OWN_GOAL.match(text, verdict.end) and _OPENS_CLAUSE.search(text, 0, verdict.start):
        return  # "thu ngân sách tăng 8%/năm; vượt chỉ tiêu giảm hộ nghèo": of another target, which it names
    before = values_before(placed, verdict, text)
    every = EVERY.search(text[: verdict.start])
    all_named = bool(every and every["all"])
    if not before or are_parted(before, verdict, all_named, text) or (not all_named and _has_own_words(text, verdict)):
        yield from judge_words(outline, sentence, verdict)
        return
    last = judged_value(before, quoted, verdict, every is not None, text)
    if not _says_nothing(outline, sentence, last, verdict):
        yield from _judge_values(outline, sentence, before, last, verdict, every, lexicon)


def _judge_below(
    outline: Outline, sentence: Sentence, below: list[Placed], verdict: Verdict, lexicon: Lexicon
) -> Iterator[Assessment]:
    """A verdict with a colon: of the values behind it, or of the whole whose parts they are."""
    wholes = {p.fact.indicator.partition(": ")[0] for p in below if ": " in p.fact.indicator}
    if len(wholes) == 1 and _THIS_ONE.search(sentence.text[: verdict.start]):
        whole = replace(below[0].fact, indicator=wholes.pop(), concept=None)
        yield to_assessment(outline, sentence, Placed(whole, below[0].at), verdict, None)
        return
    yield from _judge_list(outline, sentence, below, verdict, lexicon)


def _says_nothing(outline: Outline, sentence: Sentence, value: Placed, verdict: Verdict) -> bool:
    """Is what a verdict follows a count of targets, or its share one of a plan that has not come to its end?"""
    text = sentence.text
    if (value.fact.unit or "").endswith("chỉ tiêu"):
        return True
    if verdict.percent is None:
        return False
    period = value.fact.period if isinstance(value.fact, Observation) else None
    if is_part_of_plan(text, verdict.start, verdict.end, period, outline_to_view(outline).year):
        return True
    return is_of_plan(text[verdict.start : verdict.end]) and told_so_far(outline, sentence, verdict.start)


_OWN_GOAL = re.compile(
    r"\s(?:về\s)?(?:giảm|tăng|phát\striển|xây\sdựng|kết\snạp|tạo|giải\squyết|(?:tỷ|tỉ)\slệ)\s[^\W\d]", re.IGNORECASE
)
_OPENS_CLAUSE = re.compile(r";\s$")
_FAR = 400
"""How far from its value a verdict may stand."""


def _judge_values(
    outline: Outline,
    sentence: Sentence,
    before: list[Placed],
    last: Placed,
    verdict: Verdict,
    every: re.Match[str] | None,
    lexicon: Lexicon,
) -> Iterator[Assessment]:
    """A verdict on the value that it is said of, and on those that it is said of as well."""
    text = sentence.text
    far = verdict.start - last.at > _FAR
    percent, last = share_before(before, last, verdict, text)
    if far:
        return
    in_turn = len(before) > 1 and _IN_TURN.search(text[: verdict.start])
    if percent is None and in_turn and " và vượt" in text[verdict.start : verdict.end]:
        yield to_assessment(outline, sentence, before[-2], verdict, None)
        exceeded = next((v.verdict for v in text_to_verdicts("vượt mục tiêu", lexicon)), verdict.verdict)
        yield to_assessment(outline, sentence, last, replace(verdict, verdict=exceeded), None)
        return
    for other in judged_beside(before, verdict, every, text) if percent is None else ():
        yield to_assessment(outline, sentence, other, verdict, None)
    yield to_assessment(outline, sentence, last, verdict, percent)


_THIS_ONE = re.compile(r"(?:chỉ|mục)\stiêu\snày\s(?:\S+\s)?$", re.IGNORECASE)
"""``Cơ cấu kinh tế chuyển dịch chậm, chỉ tiêu này không đạt: nông nghiệp 26%; ...``: of the whole, not of its parts."""
_IN_TURN = re.compile(r"(?<!\w)lần lượt\s$", re.IGNORECASE)
"""``lần lượt đạt và vượt Nghị quyết``: the first is said of the value before the last, the second of the last."""


def _goal_itself(sentence: Sentence, quoted: list[Placed], verdict: Verdict) -> Placed | None:
    """The quoted target that a verdict is said of: ``Nghị quyết đặt ra 500 ha, là chỉ tiêu khó đạt``; ``Thấp hơn mục tiêu
    70%`` that opens a footnote; ``Tuy thấp hơn mục tiêu (70%), nhưng ...``."""
    text = sentence.text
    noted = sentence.context.where == "footnote"
    opens = not text[: verdict.start].strip() if noted else _CONCEDES.fullmatch(text, 0, verdict.start)
    if opens:
        near = _NEAR if noted else _NEAR_CONCEDED
        return next((p for p in quoted if verdict.start <= p.at < verdict.end + near), None)
    said = _IS_GOAL.search(text[: verdict.start])
    return next((p for p in reversed(quoted) if said and said.start() - _NEAR <= p.at < said.start()), None)


_CONCEDES = re.compile(r"\W*(?:tuy|mặc\sdù|dù)\s(?:(?:vẫn|còn|mới)\s)*", re.IGNORECASE)
"""``Tuy thấp hơn mục tiêu đề ra (11%), nhưng ...`` goes on with the value of the sentence before."""
_IS_GOAL = re.compile(r",\s(?:là|đây là)\s(?:một trong những\s)?(?:chỉ|mục) tiêu\s$", re.IGNORECASE)


_NEAR, _NEAR_CONCEDED = 12, 40


def _has_own_words(text: str, verdict: Verdict) -> bool:
    """Does the verdict's own clause name its indicator in words, with no value in it?"""
    clause = clause_before(text, verdict.start)
    return verdict.percent is None and not re.search(r"\d", clause) and bool(words_to_indicator(clause))


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
        share = re.search(r",\s*" + SHARE_ALONE.pattern, part, re.IGNORECASE)
        yield to_assessment(outline, sentence, here, verdict, parse_number(share["percent"]) if share else None)
