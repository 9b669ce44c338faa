"""Verdicts on indicators that only words name, alone or in a list, and on whole groups of targets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vankien.facts.clauses.clause import without_times
from vankien.facts.clauses.phrases import sentence_case, tidy
from vankien.facts.congresses.stance import context_to_stance, outline_to_view
from vankien.facts.cues.assessment_labels import (
    clause_before,
    indicators_before,
    is_of_plan,
    listed_indicators,
    percent_behind,
    words_to_indicator,
)
from vankien.facts.cues.wording import HEAD_NOUN
from vankien.facts.evidence import evidence_of
from vankien.facts.measures.no_values import AMOUNT_OF_GOAL, DEED_OF_GOAL
from vankien.facts.times.periods import find_times
from vankien.facts.verdicts.verdict import COUNT_FIRST, Verdict
from vankien.model import Assessment, Outline, Sentence
from vankien.vietnamese import NUMBER, parse_number

_COUNTED = re.compile(
    r"\s+(?P<count>\d+/\d+)?\s*(?:các\s+)?(?P<label>(?:nhóm\s+)?(?:chỉ tiêu|mục tiêu)\s[^.;,(]{8,120})", re.IGNORECASE
)


def _worded(outline: Outline, sentence: Sentence, verdict: Verdict, behind: str) -> Assessment:
    """The verdict on an indicator that stands behind it, at the time that the words behind it name."""
    end = sentence.text.index(behind, verdict.end) + len(behind)
    times = [
        t for t in find_times(sentence.text) if verdict.end <= t.start <= end + 1 and t.period and t.kind != "base"
    ]
    evidence = evidence_of(
        outline.report, sentence.passage, verdict.start, end, "assessment-prose", value_at=verdict.start
    )
    as_of = times[0].period if times else None
    return Assessment(
        indicator=sentence_case(behind), as_of=as_of, verdict=verdict.verdict, percent=None, evidence=evidence
    )


def judge_words(outline: Outline, sentence: Sentence, verdict: Verdict) -> Iterator[Assessment]:
    """A verdict on an indicator that only words name: ``Tổng vốn đầu tư không đạt kế hoạch, chỉ bằng 93,7%``."""
    text = sentence.text
    clause = clause_before(text, verdict.start)
    told = without_times(clause, 0, len(clause), find_times(clause))
    amount = AMOUNT_OF_GOAL.match(tidy(told)) if verdict.percent is not None else None
    if amount is not None and is_of_plan(text[verdict.start : verdict.end]):
        amount = None  # how far a plan is, the share itself says
    over = DEED_OF_GOAL.fullmatch(tidy(told)) if verdict.percent is not None and verdict.percent > 100 else None
    amount = amount or over
    named = words_to_indicator(clause) if verdict.percent is None else amount["what"] if amount else ""
    if not named and (behind := _named_behind(outline, sentence, verdict)):
        yield _worded(outline, sentence, verdict, behind)
        return
    if indicator := sentence_case(named):
        start = text.rfind(indicator[1:], 0, verdict.start) - 1
        evidence = evidence_of(
            outline.report, sentence.passage, max(0, start), verdict.end, "assessment-prose", value_at=verdict.start
        )
        yield Assessment(
            indicator=indicator,
            as_of=None,
            verdict=verdict.verdict,
            percent=verdict.percent if verdict.percent is not None else percent_behind(text, verdict.end),
            evidence=evidence,
        )


_TARGET_ENDS = re.compile(r"(?:chỉ|mục)\stiêu$", re.IGNORECASE)
_OF_WHAT = re.compile(
    rf"\s(?:về\s(?!mọi|các|tất|một\ssố)(?P<field>[^,;:.()\d]{{4,100}})|(?P<head>(?:{HEAD_NOUN}|(?:lợi\snhuận|nộp\sngân\ssách|kết\snạp|giao\squân|tuyển\squân|trồng\srừng|thu\shút|đào\stạo|giải\squyết\sviệc\slàm)(?!\w))[^,;:.()\d]{{0,100}}))",
    re.IGNORECASE | re.VERBOSE,
)
_TOLD_BESIDE = re.compile(
    r"\s(?:được\sgiao|do\s|đã\s|đề\sra|đặt\sra|theo\s|so\s(?:với\s)?|trong\s|giai\sđoạn|nhiệm\skỳ|hằng\snăm|hàng\snăm|của\s(?:nghị\squyết|đại\shội)).*$",
    re.IGNORECASE,
)
_SOME = re.compile(r"(?<!\w)(?:các|những|một\ssố|nhiều)\s[^,;:.()]*$", re.IGNORECASE)
"""``một số đơn vị chưa đạt chỉ tiêu về ...``: what some have reached is no verdict on the whole."""
_NAME_LENGTH = range(2, 15)


def _named_behind(outline: Outline, sentence: Sentence, verdict: Verdict) -> str:
    """``hoàn thành vượt mức chỉ tiêu về nộp ngân sách``: the indicator that stands behind a verdict that ends with the word
    target; empty where none does, and among goals and tasks."""
    text = sentence.text
    said = text[verdict.start : verdict.end]
    own = verdict.percent is None and _TARGET_ENDS.search(said) and not _SOME.search(text, 0, verdict.start)
    if not own or context_to_stance(sentence.context, outline_to_view(outline)) in ("goals", "tasks"):
        return ""
    named = _OF_WHAT.match(text, verdict.end)
    label = tidy(_TOLD_BESIDE.sub("", named["field"] or named["head"])) if named else ""
    return label if len(label.split()) in _NAME_LENGTH else ""


def list_until(text: str, verdict: Verdict, behind: Sequence[Verdict]) -> int:
    """Where a list behind a verdict ends: at the next verdict, unless that stands in a bracket of one of the items, or
    is only the share that an item has reached (``02 chỉ tiêu chưa đạt: trồng rừng đạt 82% kế hoạch; ...``)."""
    opens = _OPENS.match(text, verdict.end) is not None
    for other in behind:
        listed = text[verdict.end : other.start]
        if listed.count("(") <= listed.count(")") and not (opens and other.percent is not None):
            return other.start
    return len(text)


_OPENS = re.compile(r"[^.;:,()%\d]{0,60}:\s")


_AT_YEAR = re.compile(r"\s(?:vào|trong|đến)\s(?:(?:hết|cuối)\s)?năm\s(?P<year>20\d\d)(?!\s?[-–]\s?\d)", re.IGNORECASE)
"""``04 chỉ tiêu khó đạt vào năm 2035 là ...``: when the verdict on the list behind it holds."""


_SHARE_OF_ITEM = re.compile(
    rf"[(\s](?:(?:mới|chỉ|ước)\s)*(?:đạt|bằng)\s(?P<percent>{NUMBER})\s?%\s(?:so với\s)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|KH|NQ)(?!\w)(?!\s\d)",
    re.IGNORECASE,
)
"""``... là thu ngân sách (đạt 92% dự toán) và ...``: the share that an item of a list prints."""


def named_until(text: str, verdict: Verdict, until: int) -> int:
    """Where the list behind a verdict ends that names what it judges; 0 where there is none."""
    named = verdict.percent is None and _speaks_of_targets(text, verdict)
    return max((end for _, _, end in listed_indicators(text, verdict.end, until)), default=0) if named else 0


_OF_TARGETS = re.compile(r"(?<!\w)(?:chỉ|mục) tiêu(?>\([^()]*\)|[^.;:]|\.(?=\d))*$", re.IGNORECASE)


_SO_MANY = re.compile(r"\d\s(?:chỉ|mục) tiêu$", re.IGNORECASE)


def _speaks_of_targets(text: str, verdict: Verdict) -> bool:
    """Do the words before a verdict, or the count that it ends with (``vượt 4 chỉ tiêu``), say that it is of targets?"""
    before = _OF_TARGETS.search(text[: verdict.start])
    return before is not None or _SO_MANY.search(text, verdict.start, verdict.end) is not None


def judge_named(outline: Outline, sentence: Sentence, verdict: Verdict, until: int) -> Iterator[Assessment]:
    """A verdict on targets that a list names without values: "một số chỉ tiêu khó đạt kế hoạch như: ..."."""
    if verdict.percent is not None or not _speaks_of_targets(sentence.text, verdict):
        return
    years = {t.period for t in find_times(sentence.text[: verdict.start]) if t.period and t.kind != "base"}
    view = outline_to_view(outline)
    of_congress = view.ahead and re.search(r"đại hội", sentence.text[: verdict.start], re.IGNORECASE)
    as_of = years.pop() if len(years) == 1 else view.by if of_congress and not years else None
    as_of = late["year"] if (late := _AT_YEAR.match(sentence.text, verdict.end)) else as_of
    listed = listed_indicators(sentence.text, verdict.end, until) or indicators_before(sentence.text, verdict.start)
    for label, start, end in listed:
        evidence = evidence_of(outline.report, sentence.passage, start, end, "assessment-list", value_at=start)
        share = _SHARE_OF_ITEM.search(sentence.text, start, end)
        percent = parse_number(share["percent"]) if share else None
        yield Assessment(indicator=label, as_of=as_of, verdict=verdict.verdict, percent=percent, evidence=evidence)


def is_part(counted: re.Match[str] | None) -> bool:
    """True for a count of fewer targets than there are: ``6/50 chỉ tiêu thành phần``, and not ``10/10 chỉ tiêu``."""
    if counted is None:
        return False
    part, whole = map(int, counted["count"].split("/"))
    return part != whole


_ANY_TARGETS = re.compile(
    r"(?:nhóm )?(?:chỉ|mục) tiêu(?:\s+(?:chủ yếu|cơ bản|quan trọng|chính|của|theo))*(?:\s+(?:Nghị quyết|kế hoạch|Đại hội|nhiệm kỳ|lần thứ|[IVXL]+(?!\w)))*"
    r"(?:\s+(?:đã\s+)?(?:(?:đề|đặt) ra|đạt|giao)|\W*$)",
    re.IGNORECASE,
)


def judge_group(outline: Outline, sentence: Sentence, verdict: Verdict) -> Iterator[Assessment]:
    """A verdict on a whole group of targets: "thực hiện đạt 10/10 chỉ tiêu chủ yếu của Nghị quyết"."""
    words = re.search(r"(?:chỉ tiêu|mục tiêu)", sentence.text[verdict.start : verdict.end], re.IGNORECASE)
    at = verdict.start + words.start() if words else verdict.end
    counts = re.search(r"\d+/\d+\s*$", sentence.text[verdict.start : at])
    match = COUNT_FIRST.search(sentence.text[: verdict.start])
    match = match or _COUNTED.match(sentence.text, (verdict.start + counts.start() if counts else at) - 1)
    if not match or not (match["count"] or re.search(r"các\s*$", sentence.text[:at])):
        return
    if match["count"] and is_part(match):
        return  # "đạt 12/19 chỉ tiêu": how many, not which
    if not match["count"] and _ANY_TARGETS.match(match["label"]):
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
