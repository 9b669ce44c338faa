"""What one value is, by the words around it and by where its sentence stands: promised, reported, planned money, or neither."""

from __future__ import annotations

import re
from typing import Literal

from vankien.facts.congresses.stance import Stance, View
from vankien.facts.cues.judgement_words import DEED, FUND, PLANNED_SUM
from vankien.facts.goals.announced_goals import is_announced
from vankien.facts.goals.target_groups import STRUCTURE, group_label
from vankien.facts.labels.gatherings import comes_to_gathering
from vankien.facts.measures.past_brackets import tells_of_past
from vankien.facts.quantities.measure import Measure
from vankien.facts.verdicts.finished_works import promises_size
from vankien.facts.verdicts.judgement_cues import (
    Cues,
    at_least,
    each_year,
    is_by_now,
    merged_from,
    read_cues,
    says_nothing,
    voted,
    was_before,
    what_it_takes,
)

Judged = Literal["target", "observation", "fund", "neither"]
"""A fund is a sum that is set aside, or the size of a project: reported, but neither reached nor estimated."""


def _is_bound(measure: Measure) -> bool:
    """``ít nhất 02 bến``: a count with a bound is meant to be reached."""
    return measure.quantity.counted and measure.quantity.comparator in (">=", ">")


_OPENS = re.compile(
    r"[^,;.:()\d]{0,60}\s(?:đi\svào|được\sđưa\svào|đưa\svào)\s(?:hoạt\sđộng|khai\sthác|sử\sdụng|vận\shành)(?!\w)"
)
"""``03 bến tàu đi vào hoạt động``: the deed behind what is counted."""
_NORM = re.compile(
    r"(?<!\w)(?:hỗ\strợ|mức\schi|định\smức|mức\shỗ\strợ|đóng\sgóp|lãi\ssuất|cho\svay)(?!\w)", re.IGNORECASE
)
"""A rate of support or payment: a rule, no target."""
_INTO_GROWTH = re.compile(r"(?<!\w)(?:tăng\strưởng|GRDP|GDP|TFP)(?!\w)")
"""``đóng góp 7% GRDP``, ``đóng góp của TFP vào tăng trưởng``: no payment."""
_GIVEN = re.compile(r"(?<!\w)(?:theo|của|giữa|trong số)\s*$", re.IGNORECASE)
"""``theo 03 văn kiện``: what there is already."""
_ALL_THREE = re.compile(r"(?<!\w)(?:trên|ở|đạt|giảm|tăng)\s(?:cả|tất\scả)\s*$", re.IGNORECASE)
"""``giảm trên cả`` 3 tiêu chí: how many there are is known."""
_HERD = re.compile(r"(?:Tổng )?[Đđ]àn\s")
"""``đàn bò 20 vạn con``: a number of animals is an indicator as an area is."""


def judge(measure: Measure, text: str, stance: Stance, view: View) -> Judged:
    """Promised, reported or neither: the words of the clause first, then where the sentence stands."""
    if group_label(text) or (stance in ("unknown", "goals") and what_it_takes(measure)):
        return "fund"
    if measure.restated or measure.changed:
        return "target"
    if stance == "unknown" and is_announced(measure, text):
        return "neither"
    if measure.quantity.counted and _ALL_THREE.search(text[: measure.quantity.start]):
        return "neither"
    if merged_from(measure, text) or says_nothing(measure, text):
        return "neither"
    if voted(measure, text) or comes_to_gathering(measure.label, text[: measure.quantity.start]):
        return "observation"
    if stance in ("goals", "tasks") and tells_of_past(text, measure.quantity.start, view.year):
        return "observation"
    cues = read_cues(measure, text, view)
    if stance in ("results", "unknown"):
        return _among_results(measure, text, stance, view, cues)
    if stance in ("requests", "funds"):
        funds = stance == "funds" and measure.quantity.kind == "money"
        return "target" if cues.promised else "fund" if funds else "neither"
    if _is_fund(measure, text, stance, cues):
        return "fund"
    if STRUCTURE.match(measure.quantity.unit or "") and measure.quantity.counted:
        return "neither"
    if stance == "goals" and was_before(measure, text, view):
        return "observation"
    estimated = measure.status == "estimate" and not cues.promised and is_by_now(measure, view)
    if stance == "goals" and not cues.past and not cues.done and not estimated:
        return "target"
    if (cues.reported or cues.past) and not (cues.promised or cues.future):
        return "observation"
    return "target" if stance == "goals" else _among_tasks(measure, text, cues)


def _among_results(measure: Measure, text: str, stance: Stance, view: View, cues: Cues) -> Judged:
    """Where a report tells results, or where nothing says what it tells."""
    by_a_year = cues.future and not measure.quantity.counted and _BY_A_YEAR.search(text)
    bound = stance == "unknown" and at_least(measure, text) and not (cues.told or cues.past)
    led = stance == "unknown" and not (cues.told or cues.past) and _LEADS_GOALS.match(text)
    will = stance == "unknown" and not (cues.told or cues.past) and _WILL_REACH.search(text, 0, measure.quantity.start)
    if not cues.reported and (cues.promised or bound or by_a_year or led or will):
        return "target"
    return "neither" if (stance == "unknown" and view.plans and not cues.told) else "observation"


_LEADS_GOALS = re.compile(
    r"\W*(?:Về\s[^,;:.]{2,40},\s)?(?:tiếp\stục\s)?(?:giảm|nâng|đưa|tăng|hạ|kéo\sgiảm)\s[^.]*;\sphấn\sđấu\s",
    re.IGNORECASE,
)
"""``Về y tế, giảm tỷ lệ ... xuống dưới 9%; phấn đấu ...``: the list of what is striven for has begun before the word."""
_WILL_REACH = re.compile(
    r"(?<!\w)sẽ\s(?:được\s)?(?:nâng|tăng|giảm|hạ|đưa|đạt|có|bố\strí|phân\sbổ|dành)(?!\w)[^;:.]*$", re.IGNORECASE
)
"""``Tỷ lệ bao phủ bảo hiểm y tế cũng sẽ được nâng lên`` 95%."""
_BY_A_YEAR = re.compile(r"(?:đến|hết|cuối|tới) năm", re.IGNORECASE)


def _is_fund(measure: Measure, text: str, stance: Stance, cues: Cues) -> bool:
    """The size of a project among goals and tasks, and money that is planned for something."""
    sized = measure.sized and stance in ("goals", "tasks") and not cues.promised
    if sized and not (cues.future and promises_size(measure, text)):
        return True
    planned = measure.quantity.kind == "money" and not cues.promised
    return planned and bool(FUND.match(measure.label) or PLANNED_SUM.search(text[: measure.quantity.start]))


def _among_tasks(measure: Measure, text: str, cues: Cues) -> Judged:
    """Where a plan says what is to be done: norms and what is given are no targets, bounds and deeds are."""
    if cues.told and not cues.promised and not cues.future:
        return "observation"
    counted, zero = measure.quantity.counted, measure.quantity.value == 0 and measure.quantity.counted
    of_economy = (measure.quantity.unit or "").endswith(("GRDP", "GDP")) or _INTO_GROWTH.search(measure.before)
    if _NORM.search(measure.before) and not counted and not cues.promised and not of_economy:
        return "neither"
    if counted and not zero and not cues.promised and _GIVEN.search(measure.before):
        return "neither"
    if _is_bound(measure) or _OPENS.match(text, measure.quantity.end):
        return "target"
    counts = counted and not _HERD.match(measure.label)
    wanted = cues.promised or cues.future or not counts or zero or each_year(measure, text)
    return "target" if wanted or DEED.search(measure.before) else "neither"
