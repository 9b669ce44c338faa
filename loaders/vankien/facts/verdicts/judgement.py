"""Is a value promised, reported, or neither? The reading of a document's sentences that targets and observations share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.facts.clauses.lasting_times import lasting_times
from vankien.facts.congresses.stance import (
    Stance,
    View,
    approves_results,
    context_to_stance,
    outline_to_view,
    title_to_stance,
)
from vankien.facts.cues.judgement_words import PROMISE
from vankien.facts.goals.announced_goals import Announced, told_alone
from vankien.facts.goals.changed_targets import mark_changes
from vankien.facts.goals.list_heads import head_of_parts, of_groups, under_head, under_shares, under_structure
from vankien.facts.goals.set_targets import mark_set
from vankien.facts.goals.taken_up import taken_up
from vankien.facts.goals.target_groups import group_label
from vankien.facts.labels.funds import costing, fund_label, sources_of_note
from vankien.facts.labels.topics import lead_label
from vankien.facts.labels.works import sizes_of_works
from vankien.facts.measures.carried_times import closed_before, ends_clause, in_bracket_of, of_every_year
from vankien.facts.measures.parts_of_year import TOLD, told_by_parts, without_months
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.facts.programmes.meant import with_programme
from vankien.facts.quantities.measure import Measure
from vankien.facts.times.periods import Time, find_times, last_year
from vankien.facts.verdicts.judgement_cues import (
    ahead,
    goes_on_promising,
    is_by_now,
    is_now,
    last_told_year,
    read_cues,
)
from vankien.facts.verdicts.judging import Judged, judge
from vankien.facts.verdicts.owned_sentences import owned_sentences, with_owners
from vankien.facts.verdicts.taken_over import VALUE, Anchor, anchors, kinds_of_note, named_in_turn, things_named
from vankien.facts.verdicts.work_lists import funds_of_works, works_listed
from vankien.model import Lexicon, Outline, Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence as read: where it stands, its measures with the judgement on each, the times that its
    paragraph's opening gives it, and the last time named in an earlier sentence of the paragraph."""

    sentence: Sentence
    stance: Stance
    measures: tuple[tuple[Measure, Judged], ...]
    times: tuple[Time, ...]
    earlier_times: tuple[Time, ...] = ()

    def carried(self, measure: Measure) -> tuple[Time, ...]:
        """The times named earlier in the sentence, the nearest first."""
        text = self.sentence.text
        before = [m for m, _ in self.measures if m.start < measure.start]
        said = [
            (t, in_bracket_of(m, t, text) or closed_before(t, measure, text))
            for m in before
            for t in m.times
            if t.kind != "yearly"
        ]
        left = [m.times[0] for m in before if m.quantity.moving and m.times]  # "từ 7,0 năm 2016 còn 6,1"
        if measure.quantity.moving and left:
            return tuple(left[-1:])  # "giảm từ 25% năm 2020 xuống 20% năm 2025; dịch vụ tăng từ 40% lên 43%"
        left += [t for t in find_times(text) if _MEANWHILE.search(text, max(0, t.start - 12), t.start)]
        behind = [t for m in before for t in m.times if t.start >= m.quantity.end and ends_clause(text, t)]
        seen = [t for t, bracketed in said if not bracketed and t not in left and t not in behind]
        aside = [t for t, bracketed in said if bracketed]
        opening = [t for t in find_times(text) if t.start < measure.start and t.kind not in ("base", "yearly")]
        opening = [t for t in opening if t not in aside and t not in left]
        if ";" in text[: measure.start]:  # "Giai đoạn 2021 - 2024, mỗi năm ...; ..."
            seen, opening = ([t for t in times if not of_every_year(t, text)] for times in (seen, opening))
        return tuple(reversed([t for t in opening if t in seen or (t.start < 40 and not ends_clause(text, t))]))


_MEANWHILE = re.compile(r"(?<!\w)trong\skhi\s$", re.IGNORECASE)
"""``xếp hạng 19, trong khi năm 2020 ở vị trí 37``: the year of what is compared with. Ten letters, looked for only there: a long
sentence has hundreds of times."""


_EXPECTED = re.compile(r"(?:dự\s(?:kiến|báo|ước)|ước|khả\snăng)(?!\w)[^.;:]{0,120}$", re.IGNORECASE)
_HELD_AGAINST = re.compile(
    r"\s*,\s(?:sẽ\s|có\sthể\s)?(?:(?:chưa|không|khó|cơ\sbản)\s)?(?:đạt|vượt|bằng|hoàn\sthành|thấp\shơn|cao\shơn)\s"
    r"[^,;.:()]{0,30}?(?:chỉ\stiêu|mục\stiêu|nghị\squyết)(?!\w)",
    re.IGNORECASE,
)


_OF_PLAN = re.compile(r"(?:vượt|đạt|bằng)\s.*(?:dự\stoán|kế\shoạch|chỉ\stiêu|mục\stiêu|nghị\squyết)", re.IGNORECASE)
"""``dự kiến cả năm thu 900 tỷ đồng, vượt 8% dự toán``."""


def is_forecast(measure: Measure, text: str) -> bool:
    """``năm 2025 dự kiến đạt 76 triệu đồng, vượt chỉ tiêu Nghị quyết``: what is held against a target is none itself."""
    quantity = measure.quantity
    held = _HELD_AGAINST.match(text, quantity.end) or _OF_PLAN.search(measure.change or "")
    return bool(_EXPECTED.search(text[: quantity.start]) and held)


_NOW_BEHIND = re.compile(r"\s(?:hiện\snay|hiện\stại|như\shiện\snay)(?!\w)", re.IGNORECASE)
"""``từ 18% hiện nay xuống dưới 10%``."""


_MAKES_UP = re.compile(r"[\s,]*(?:chiếm|tương\sđương|bằng)(?:\s(?:khoảng|tỷ\slệ))*\s*", re.IGNORECASE)


def _of_fund(measure: Measure) -> bool:
    """Is a share only what the sum before it makes up of the whole?"""
    return measure.quantity.kind == "share" and _MAKES_UP.fullmatch(measure.before) is not None


def judge_all(
    measures: tuple[Measure, ...], text: str, stance: Stance, view: View, told: bool, told_until: str = ""
) -> tuple[tuple[Measure, Judged], ...]:
    """The judgement on each measure; the parts of a list follow its first value, and in a paragraph that has been
    reporting (`told`) a value without any cue is reported too, as is one of the year that it has reported on (`told_until`)."""
    out: list[tuple[Measure, Judged]] = []
    for measure, behind in zip(measures, (*measures[1:], None), strict=False):
        judged = judge(measure, text, stance, view)
        if stance == "goals" and behind and behind.restated and not measure.restated and is_by_now(measure, view):
            judged = "observation"  # "cuối năm 2025 còn 7%, chưa đạt mục tiêu (dưới 6%)"
        if measure.quantity.moving and judged == "target":  # where a promised change starts from
            known = view.year and any(t.period and last_year(t.period) <= view.year for t in measure.times)
            now = _NOW_BEHIND.match(text, measure.quantity.end)
            judged = "observation" if known or now else "neither"
        if judged == "target" and not measure.restated and is_now(measure, text):
            judged = "observation"  # "5/5 cảng cá có trạm xử lý (hiện mới có 2 cảng)"
        if judged == "target" and out and out[-1][1] == "fund" and _of_fund(measure):
            judged = "fund"  # "Nhu cầu vốn là 900 tỷ đồng, trong đó ngân sách 90 tỷ đồng, chiếm 10%"
        if judged == "target" and not measure.restated and is_forecast(measure, text):
            measure, judged = replace(measure, status="estimate"), "observation"
        if judged == "target" and _sourced(measure, text, view):
            judged = "observation"
        listed = out and out[-1][1] == "target" and not out[-1][0].restated
        if stance == "unknown" and judged == "observation" and listed and goes_on_promising(measure, text, view):
            judged = "target"
        if out and judged == "neither" and LIST_PART.fullmatch(measure.before.strip()) and stance == "tasks":
            judged = out[-1][1]
        elif judged == "target" and (
            (stance == "goals" and _goes_on_reporting(measure, out, text, view))
            or (stance == "unknown" and _told_of(measure, text, view, told_until))
        ):
            judged = "observation"
        elif told and stance == "tasks" and judged == "target" and not (measure.restated or measure.changed):
            cues = read_cues(measure, text, view)
            judged = judged if cues.promised or cues.future else "observation"
        out.append((measure, judged))
    return tuple(out)


_BY_SOURCE = re.compile(
    r"(?<!\w)(?:theo\s(?:(?:kết\squả|số\sliệu|báo\scáo|thống\skê|công\sbố|xếp\shạng|điều\stra|khảo\ssát|đánh\sgiá)\s(?!đến\snăm)){1,2}(?:của\s)?|(?:vừa|mới)\s(?:được\s)?công\sbố)",
    re.IGNORECASE,
)
"""``Theo công bố của Liên hợp quốc, Việt Nam xếp thứ 42``: what somebody has measured."""


def _sourced(measure: Measure, text: str, view: View) -> bool:
    """Does a sentence tell who has measured a value, and promise nothing?"""
    told = _BY_SOURCE.search(text, 0, measure.quantity.start)
    if not told or measure.restated or measure.changed:
        return False
    return not (read_cues(measure, text, view).promised or ahead(measure, view))


def _told_of(measure: Measure, text: str, view: View, until: str) -> bool:
    """``Thu nhập năm 2030 là 90 triệu đồng. Giá trị sản phẩm đến năm 2030 đạt 150 triệu đồng``: of a year that has been reported
    on, without a word that promises."""
    years = [last_year(t.period) for t in measure.times if t.period and t.kind != "base"]
    plain = not (measure.restated or measure.changed or read_cues(measure, text, view).promised)
    return plain and bool(years) and max(years) <= until


def _goes_on_reporting(measure: Measure, before: list[tuple[Measure, Judged]], text: str, view: View) -> bool:
    """``Nhiệm kỳ 2020 - 2025, ... ước đạt 7%; tỷ lệ hộ nghèo còn 6%``: among goals a sentence that has reported goes on
    reporting until it promises something or looks ahead."""
    told = [(m, judged) for m, judged in before if not (m.restated or closed_before(m.quantity, measure, text))]
    if not told or told[-1][1] != "observation" or measure.restated or measure.changed or told[-1][0].quantity.moving:
        return False
    return not (read_cues(measure, text, view).promised or ahead(measure, view))


LIST_PART = re.compile(r"(?:(?:và|trong đó|gồm|có|riêng|:)\s*)*", re.IGNORECASE)


def _opening_times(text: str) -> tuple[Time, ...]:
    """The times of an opening like ``Trong 10 tháng năm 2023: ...``, which hold for the rest of the paragraph."""
    opening = re.match(r"[^.:;]{0,60}:", text)
    if not opening or opening.group().count("(") != opening.group().count(")"):
        return ()  # "900 tỷ đồng (năm 2028: 600 tỷ đồng)"
    return tuple(t for t in find_times(opening.group()) if t.period and t.kind != "base")


@lru_cache(maxsize=8)
def read_sentences(outline: Outline, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Every sentence of a document with its measures and the judgement on each; read once for both finders."""
    return tuple(_read(outline, lexicon))


_DESCRIBES = re.compile(r"diện\stích\stự\snhiên|đơn\svị\shành\schính", re.IGNORECASE)
"""``với 90 đơn vị hành chính cấp xã, diện tích tự nhiên 5.000 km2``: what a plan says of its province before its first heading."""


_CAME_TO = re.compile(
    r"(?:chỉ|mục)\stiêu(?:\s[^\W\d]+){0,4}?\s(?:đạt|vượt|hoàn\sthành|chưa|không|khó|tăng|giảm)(?!\w)", re.IGNORECASE
)
"""``Một số chỉ tiêu đạt khá như: ...``: what came of the targets."""


def _run_in(text: str, stance: Stance, headed: bool) -> Stance:
    """``Mục tiêu: ...`` and ``Kinh phí: ...`` say for their sentence where it stands."""
    opening = re.match(r"(?P<title>[^:.;\d]{3,40}(?:20\d\d)?(?:\s?[-–]\s?20\d\d)?):\s", text)
    if stance == "tasks" and not headed and _DESCRIBES.search(text):
        return "results"
    says = opening and stance in ("tasks", "unknown") and not _CAME_TO.search(opening["title"])
    own = title_to_stance(opening["title"]) if opening and says else "unknown"
    return own if own in ("goals", "funds") else stance


_TELLS_GOAL = re.compile(
    r"(?:^|[.;]\s)Mục\stiêu\s[^.;]{4,100}\slà\s|(?<!\w)(?:Nghị\squyết|Đề\sán|Chương\strình|Kế\shoạch)\s[^.;]{4,160}?\s(?:xác\sđịnh|đề\sra|đặt\sra)\s"
    r"|theo\s(?:Nghị\squyết|Đề\sán|Chương\strình|Kế\shoạch)[^.;,]{0,60},\sđến\s(?:hết\s)?năm\s20\d\d\s[^.;]{0,40}phải\s"
)
"""A note that tells what another document promises: ``Nghị quyết Đại hội xác định GRDP tăng 10%/năm``."""


_LISTS_PARTS = re.compile(r"\W*(?:\d{1,2}\W\s)?(?:Bao\sgồm|Gồm)(?:\scó)?\s?:?\s", re.IGNORECASE)
"""A note among tasks that says what a goal is made up of: ``Bao gồm: 03 dự án điện gió (90 MW); ...``."""


def _placed(measure: Measure, judged: Judged, sentence: Sentence) -> tuple[Measure, Judged]:
    """A fund under the name of what it is for; a footnote among tasks explains, it does not promise, and tells what a goal
    is made up of as planned."""
    note = sentence.context.where == "footnote"
    if note and judged in ("target", "neither") and _LISTS_PARTS.match(sentence.text) and not measure.restated:
        return replace(measure, sized=True), "fund"
    if (
        judged == "target"
        and note
        and not measure.restated
        and not PROMISE.search(sentence.text)
        and not _TELLS_GOAL.search(sentence.text)
    ):
        judged = "observation"
    if group := group_label(sentence.text):
        return replace(measure, label=group, restated=False, sized=True), judged
    if judged != "fund" or measure.sized or measure.quantity.kind == "share":
        return measure, judged
    title = next(
        (t for t in reversed(sentence.context.titles) if re.match(r"(?:Tiểu dự án|Dự án|Chương trình|Đề án)\s", t)), ""
    )
    within = costing(sentence.text[: measure.quantity.start])
    return replace(measure, label=fund_label(measure.label, title, within)), judged


def _of_works(judged: tuple[tuple[Measure, Judged], ...], sentence: Sentence) -> tuple[tuple[Measure, Judged], ...]:
    """The measures of a list of works describe: what a work measures and costs, how many there are."""
    measures = tuple(m for m, _ in judged)
    described = works_listed(measures, sentence.text, sentence.context) or funds_of_works(
        measures, sentence.text, sentence.context
    )
    return tuple((m, "fund") for m in described) if described else judged


_NOTE = re.compile(r"(?:^|[.)]\s)Ghi chú\s?:", re.IGNORECASE)
"""What a note below a table explains: how things are, not what is to be reached."""


_REMEMBERED = 8
"""How many sentences back a name may stand that is taken over."""


def _judged(
    measures: tuple[Measure, ...],
    sentence: Sentence,
    stances: tuple[Stance, Stance],
    since: int,
    view: View,
    told: bool,
    told_until: str,
) -> tuple[tuple[Measure, Judged], ...]:
    """The judgement on each measure, by the first of two stances up to an offset and by the second from there on."""
    early = tuple(m for m in measures if m.quantity.start < since)
    judged = judge_all(early, sentence.text, stances[0], view, told, told_until)
    judged += judge_all(measures[len(early) :], sentence.text, stances[1], view, told, told_until)
    judged = tuple(_placed(m, j, sentence) for m, j in judged)
    return _of_works(judged, sentence) if stances[1] in ("goals", "tasks", "unknown") else judged


def _reported_until(judged: tuple[tuple[Measure, Judged], ...]) -> str:
    """The last year that the results among some measures are of; "" if none has a time."""
    times = (t for m, j in judged if j == "observation" for t in m.times if t.kind != "base")
    return max((last_year(t.period) for t in times if t.period), default="")


def _measured(sentence: Sentence, before: str, anchor: Anchor, lexicon: Lexicon) -> tuple[Measure, ...]:
    """The measures of a sentence, with what the head of its list and the value that its note hangs on say of them.

    `before` is the label of the value before the sentence.
    """
    text, lead = sentence.text, sentence.context.lead
    measures = sentence_to_measures(text, lexicon, before) if VALUE.search(text) else ()
    measures = under_structure(under_head(measures, head_of_parts(lead, lexicon)), lead)
    measures = under_shares(
        measures, text, lead, (sentence.context.titles or ("",))[-1] if sentence.context.item else ""
    )
    measures = of_groups(measures, anchor.label if sentence.context.footnote else "")
    if sentence.context.footnote:
        measures = sources_of_note(measures, anchor.label, anchor.quantity)
    measures = (*kinds_of_note(text, anchor.quantity, anchor.label), *measures)
    measures = told_by_parts(measures) if TOLD.search(text) else measures
    return mark_changes(text, measures)


def _paragraph(outline: Outline, sentence: Sentence) -> str:
    """The text of the paragraph that a sentence stands in; its own where it is in no paragraph (a cell, a note)."""
    inside = sentence.context.where == "prose" and 0 <= sentence.paragraph < len(outline.paragraphs)
    return outline.paragraphs[sentence.paragraph].passage.text if inside else sentence.text


def _telling(judged: Sequence[tuple[Measure, Judged]], paragraph: int, before: int) -> int:
    """The paragraph that tells of results: this one once it reports a value, none once it promises one."""
    if any(j == "observation" or (j == "fund" and not m.sized) for m, j in judged):
        return paragraph
    return -1 if any(j == "target" for _, j in judged) else before


def _read(outline: Outline, lexicon: Lexicon) -> Iterator[Reading]:
    view = replace(outline_to_view(outline), last_told=last_told_year(lexicon))
    anchored = anchors(outline, lexicon)
    announced = Announced(outline, view)
    earlier, said = (-1, ""), tuple[Measure, ...]()
    telling = noted = -1
    things: list[tuple[str, ...]] = []
    named: tuple[int, tuple[Time, ...]] = (-1, ())
    opening: tuple[int, tuple[Time, ...]] = (-1, ())
    reported = (-1, "")
    for owned in owned_sentences(outline, lexicon):
        sentence = owned.sentence
        note = sentence.context.footnote
        anchor = anchored.get(note or 0, Anchor())
        last = taken_up(sentence.text, said, earlier[1], lexicon)
        before = last if earlier[0] == sentence.paragraph else lead_label(sentence.context.lead) or anchor.label
        opened = _opening_times(sentence.text)
        if opened or opening[0] != sentence.paragraph:
            opening = (sentence.paragraph, opened or anchor.times)
        placed = context_to_stance(sentence.context, view)
        stance = _run_in(sentence.text, placed, bool(sentence.context.titles))
        specified = announced.says_how_far(sentence.text)
        stance = placed if specified else stance
        noted = sentence.paragraph if _NOTE.search(sentence.text) or approves_results(sentence.text) else noted
        stance = "results" if noted == sentence.paragraph and stance in ("goals", "tasks") else stance
        since = announced.read(sentence, placed if stance == "goals" else stance, specified=specified)
        outside, stance = stance, "goals" if since is not None else stance
        measures = named_in_turn(_measured(sentence, before, anchor, lexicon), sentence.text, things)
        measures = mark_set(sentence.text, measures, before, stance in ("goals", "tasks"))
        measures = sizes_of_works(sentence.text, with_owners(owned, measures))
        measures = with_programme(measures, _paragraph(outline, sentence))
        things = [*things[-_REMEMBERED:], things_named(measures, sentence.text)]
        if measures:
            earlier, said = (sentence.paragraph, measures[-1].label), measures
        told = telling == sentence.paragraph and not view.plans
        measures = told_alone(measures, sentence.text, since or 0, lexicon)
        until = reported[1] if reported[0] == sentence.paragraph else ""
        seen = announced.seen_from(view, since)
        judged = _judged(measures, sentence, (outside, stance), since or 0, seen, told, until)
        reported = (sentence.paragraph, max(until, _reported_until(judged)))
        aimed = {m.label for m, j in judged if j == "target"}
        judged = tuple((without_months(m) if j == "observation" and m.label not in aimed else m, j) for m, j in judged)
        telling = _telling(judged, sentence.paragraph, telling)
        if outside == "unknown" and judged and all(j == "target" and not m.restated for m, j in judged):
            announced.goes_on_from(sentence, outside, alone=len(judged) == 1)
        due = opening[1] or announced.due(sentence, stance, since)
        yield Reading(sentence, stance, judged, due, named[1] if named[0] == sentence.paragraph else ())
        times = tuple(t for t in lasting_times(sentence.text, measures) if not of_every_year(t, sentence.text))
        if times and VALUE.search(sentence.text):
            named = (sentence.paragraph, times[:1])
