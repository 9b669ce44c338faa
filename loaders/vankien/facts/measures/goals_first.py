"""Targets that a sentence states before their results, as lists of what came of a resolution do.

Tỷ lệ hộ có điện: mục tiêu 95%, thực hiện 96,2%, vượt      the target's word opens what stands behind the colon
Nâng tỷ lệ hộ có điện lên 95%; kết quả đạt 96,2%           only what follows says that the first value was the target
trên 80% chi bộ ... là mục tiêu Đại hội đề ra; đạt 87%     the target's word stands behind its value
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece, without_times
from vankien.facts.clauses.nouns import counted_noun
from vankien.facts.clauses.phrases import clean_before, lower_first, sentence_case, tidy
from vankien.facts.cues.wording import HEAD
from vankien.facts.labels.brackets import PREFIX
from vankien.facts.labels.changes import Label
from vankien.facts.measures.turns import TURNS, list_end
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family
from vankien.facts.times.periods import find_times

_GOAL = re.compile(
    r"[\s,;:]*(?:mục\stiêu|chỉ\stiêu|nghị\squyết|kế\shoạch|MTNQ|NQĐH|NQ|KH)(?!\w)(?:\s(?:đại\shội|nghị\squyết|kế\shoạch|đề\sra|đặt\sra|giao|là|đạt|được))*\s*:?\s*(?P<rest>(?:(?:giảm|tăng|bình\squân|hằng\snăm|mỗi\snăm|còn)\s*)*)",
    re.IGNORECASE,
)
_CAME_OF_IT = re.compile(
    r"(?<!\w)(?:thực\shiện|kết\squả|thực\stế|thực\s(?:tăng|giảm)|(?:ước|đã)\sđạt)(?!\w)", re.IGNORECASE
)
_RESULT = re.compile(
    r"[\s,;:]*(?:(?:và|song|nhưng|nay|kết\squả|thực\stế|thực\shiện|thực(?=\s(?:tăng|giảm))|ước(?:\stính)?|đã|chỉ|mới|đạt|được|có|là|còn"
    r"|bình\squân|cả|nhiệm\skỳ|giai\sđoạn|tăng|giảm|hằng|hàng|mỗi|năm)(?!\w)[\s,:]*)*",
    re.IGNORECASE,
)
"""Words that only say that something came of a target."""
_DONE_BEHIND = re.compile(r"\s*\((?:đã\s|kết\squả\s)?thực\shiện\)", re.IGNORECASE)
_GOAL_BEHIND = re.compile(r"[^()]{0,40}\((?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết)\)", re.IGNORECASE)
"""``95% dân số (mục tiêu), 96,4% (thực hiện)``: brackets name the two."""
_AS_GOAL = re.compile(
    r"\slà\s(?:mục|chỉ)\stiêu\s(?:mà\s|do\s)?(?:đại\shội|nghị\squyết|kế\shoạch)(?:\s[^\W\d]+){0,6}\s(?:đề\sra|đặt\sra|xác\sđịnh|giao)(?!\w)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"[\s,;]*(?:kết\squả|thực\stế)(?!\w)", re.IGNORECASE)
_HOPES = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:(?:đại\shội|nghị\squyết)\s[^,;:.()]{0,60}?\s?(?:đặt|đề)(?:\sra)?\s)?(?:mục\stiêu|chỉ\stiêu|nâng|đưa|phấn\sđấu|giảm|tăng|duy\strì|giữ|bảo\sđảm|đảm\sbảo)\s",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?:(?:(?<!\w)(?:trên|dưới|từ|mỗi|cho)\s|/\s?)\d[\d.]*\s(?:ha|héc-ta|tuổi|tháng\stuổi|vạn|triệu|nghìn|đơn\svị|km|người|hộ|lao\sđộng)|(?<!\w)\d{1,2}\snăm)(?!\w)",
    re.IGNORECASE,
)
"""``Giá trị sản phẩm trên 1 ha đất``, ``trẻ em dưới 5 tuổi``, ``Vốn đầu tư 5 năm``: numbers of the name, no values."""


def goal_first(piece: Piece, behind: Piece | None) -> Label | None:
    """The label of a piece that states a target whose result stands behind it; None for any other piece."""
    if not piece.parent:
        return None
    goal = _GOAL.fullmatch(piece.before)
    bracketed = _GOAL_BEHIND.match(piece.after) and _DONE_BEHIND.match(behind.after) if behind else None
    told = behind and (_CAME_OF_IT.search(behind.before) or _CAME_OF_IT.search(behind.topic))
    if not behind or not (bracketed or (goal and told)):
        return None
    if not same_unit_family(piece.quantity.unit, behind.quantity.unit):
        return None
    return _named_by_head(piece, goal["rest"] if goal else "")


def _named_by_head(piece: Piece, moved: str) -> Label | None:
    """What the words before the colon name; ``Kết nạp đảng viên: 1.500 đảng viên`` counts what the head names."""
    head = clean_before(without_times(piece.parent, 0, len(piece.parent), find_times(piece.parent)))
    if not head or re.search(r"\d", _SIZE.sub("", re.sub(r"\([^()]*\)", "", head))):
        return None
    mean = " bình quân" if "bình quân" in moved.lower() and "bình quân" not in head else ""
    down = re.search(r"giảm", moved, re.IGNORECASE)
    if piece.quantity.kind in ("share", "change") and (down or "tăng" in moved.lower()):
        text = f"{'Mức giảm' if down else 'Tốc độ tăng'} {lower_first(head)}{mean}"
        return Label(text, sentence_case(head), growth=True)
    if piece.quantity.counted and not HEAD.match(head):
        return Label(counted_label(head, counted_noun(piece.quantity.unit or "")) + mean, head, leading=False)
    prefix = "" if HEAD.match(head) else PREFIX.get(piece.quantity.kind, "")
    text = sentence_case(f"{prefix} {lower_first(head)}".strip()) + mean
    return Label(text, text, head, growth=bool(re.match(r"tốc\sđộ", head, re.IGNORECASE)))


def counted_label(head: str, noun: str) -> str:
    """What a head and the noun that is counted under it name together.

    >>> counted_label("Kết nạp đảng viên", "đảng viên"), counted_label("Việc làm mới", "lao động")
    ('Số đảng viên được kết nạp', 'Số lao động việc làm mới')
    >>> counted_label("Xã không còn hộ nghèo", "xã")
    'Số xã không còn hộ nghèo'
    """
    if head.lower().startswith(f"{noun.lower()} "):
        return f"Số {lower_first(head)}"
    deed = re.fullmatch(rf"(?P<deed>\S+(?:\s\S+)?)\s{re.escape(noun)}(?P<rest>\s.+)?", head, re.IGNORECASE)
    return (
        f"Số {noun}{deed['rest'] or ''} được {lower_first(deed['deed'])}" if deed else f"Số {noun} {lower_first(head)}"
    )


def result_of_goal(piece: Piece, measures: list[Measure]) -> Label | None:
    """The label of a result that says nothing but that it came of the target before it."""
    goal = measures[-1] if measures else None
    if goal is None or not goal.first or not same_unit_family(goal.quantity.unit, piece.quantity.unit):
        return None
    if not _RESULT.fullmatch(piece.before) or (tidy(piece.after) and not _DONE_BEHIND.match(piece.after)):
        return None
    return Label(goal.label, goal.label, growth=goal.growth)


def is_set_behind(piece: Piece) -> bool:
    """``80% chi bộ hoàn thành tốt là mục tiêu Đại hội đề ra``: is the value called a target behind it?"""
    return _AS_GOAL.search(piece.after) is not None


def goals_before(measures: list[Measure]) -> list[Measure]:
    """The measures, those marked as targets that a sentence states first and reports on behind: ``Nâng A lên 60%, B 25%; kết
    quả lần lượt là 62% và 24%``."""
    for first, measure in enumerate(measures):
        if not first or measure.restated or not _TOLD.match(measure.before):
            continue
        end = list_end(measures, first) if TURNS.search(measure.before) else first + 1
        goals = measures[2 * first - end : first] if 2 * first >= end else []
        if len(goals) != end - first or any(g.restated for g in goals) or not _HOPES.match(goals[0].before):
            return measures
        alike = (
            same_unit_family(g.quantity.unit, m.quantity.unit) for g, m in zip(goals, measures[first:end], strict=True)
        )
        if not all(alike) or not _RESULT.fullmatch(TURNS.sub("", measure.before)):
            return measures
        told = (replace(m, label=g.label, growth=g.growth) for g, m in zip(goals, measures[first:end], strict=True))
        marked = [replace(g, restated=True, first=True) for g in goals]
        return [*measures[: 2 * first - end], *marked, *told, *measures[end:]]
    return measures


def as_goal(piece: Piece, label: Label) -> Measure:
    """A target that stands before its result."""
    return Measure(
        quantity=piece.quantity,
        label=label.text,
        times=piece.times,
        restated=True,
        first=True,
        growth=label.growth,
        before=piece.before,
        start=piece.start,
        end=piece.end,
    )
