"""Tables of targets against themselves: percentages of the target, verdicts against numbers, counts of verdicts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from vankien.facts.discrepancy_parts import discrepancy, line_of, measured, rounds_to, side, vi
from vankien.facts.discrepancy_values import label_words
from vankien.facts.evidence import evidence_of
from vankien.model import Assessment, Discrepancy, Found, Lexicon, Observation, Outline, Target
from vankien.vietnamese import fold, plain

_GOOD, _BAD = frozenset({"met", "exceeded"}), frozenset({"not-yet-met", "missed", "at-risk"})


@dataclass
class _Row:
    """The facts of one row of a table of targets."""

    target: Target
    results: list[Observation] = field(default_factory=list)
    verdicts: list[Assessment] = field(default_factory=list)


def _row_lines(outline: Outline) -> dict[int, int]:
    """For each line of a row of a table the first line of the row: a row may have one line for each cell."""
    return {
        line: row.first_line
        for table in outline.tables
        for row in table.rows
        for cell in row.cells
        if cell.text
        for line in range(cell.passage.first_line, cell.passage.last_line + 1)
    }


def found_to_rows(outline: Outline, found: Found) -> list[_Row]:
    """The rows of tables with a target, each with its results and verdicts in the order of the columns."""
    lines = _row_lines(outline)

    def key(fact: Target | Observation | Assessment) -> tuple[str, int]:
        return fact.indicator, lines.get(line_of(fact), line_of(fact))

    rows: dict[tuple[str, int], _Row] = {}
    for target in found.of(Target):
        if target.evidence.rule == "table-target" and target.value is not None:
            rows.setdefault(key(target), _Row(target))
    for result in found.of(Observation):
        row = rows.get(key(result))
        if row is not None and result.where == "table":
            row.results.append(result)
    for verdict in found.of(Assessment):
        row = rows.get(key(verdict))
        if row is not None and verdict.evidence.rule == "table-assessment":
            row.verdicts.append(verdict)
    return list(rows.values())


def _result_of(row: _Row, verdict: Assessment) -> Observation | None:
    """The result that a verdict stands behind: the last one that starts before it; none if another verdict on an earlier
    time stands between them (a forecast beside the verdict on the result)."""
    before = [o for o in row.results if o.evidence.end <= verdict.evidence.end]
    last = max(before, key=lambda o: o.evidence.end, default=None)
    between = (v for v in row.verdicts if last and last.evidence.end < v.evidence.end < verdict.evidence.end)
    return None if any(v.as_of != verdict.as_of for v in between) else last


def table_discrepancies(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Discrepancy]:
    """Wrong percentages of the target, and verdicts that the numbers of their row contradict."""
    keys = {c.vi: c.id for c in lexicon["verdicts"]}
    for row in found_to_rows(outline, found):
        pairs = [(v, o) for v in row.verdicts if (o := _result_of(row, v)) is not None]
        yield from _wrong_percentages(row, pairs)
        yield from _wrong_verdicts(row, pairs, keys, lexicon)


def _wrong_percentages(row: _Row, pairs: list[tuple[Assessment, Observation]]) -> Iterator[Discrepancy]:
    goal = row.target.value
    if not goal or row.target.upper is not None:
        return
    for verdict, result in pairs:
        if verdict.percent is None or result.upper is not None or verdict.percent <= 0:
            continue
        exact = result.value / goal * 100
        if result.comparator and (result.value == goal or verdict.percent == 100):
            continue
        if rounds_to(exact, verdict.percent):
            continue
        line = line_of(verdict)
        note = "Phần trăm in sai so với phép chia"
        if verdict.percent == result.value:
            note = "Cột tỷ lệ lặp lại giá trị kết quả"
        yield discrepancy(
            f"{row.target.indicator}: tỷ lệ so với mục tiêu",
            side(f"{vi(verdict.percent)}%", line),
            f"{vi(result.value)}/{vi(goal)} = {vi(exact.quantize(verdict.percent.normalize() if '.' in plain(verdict.percent) else 1))}%",
            (line, line),
            note,
            verdict.evidence,
            "percent",
        )


def _direction(row: _Row, lexicon: Lexicon) -> str:
    """Which way is better: the target's comparator says so, else the indicator's concept."""
    if row.target.comparator in (">", ">="):
        return "higher"
    if row.target.comparator in ("<", "<="):
        return "lower"
    concept = lexicon.concept("indicators", row.target.concept) if row.target.concept else None
    return concept.first("direction") if concept else ""


def _reached(row: _Row, result: Observation, direction: str) -> bool | None:
    """Whether a result reaches its target; None where that cannot be said."""
    goal = row.target.value
    if goal is None or row.target.upper is not None or result.upper is not None or direction not in ("higher", "lower"):
        return None
    if result.comparator and result.comparator != row.target.comparator:
        return None
    if direction == "higher":
        return result.value >= goal
    return result.value <= goal


def _wrong_verdicts(
    row: _Row, pairs: list[tuple[Assessment, Observation]], keys: dict[str, str], lexicon: Lexicon
) -> Iterator[Discrepancy]:
    contrary = _contrary_pair(row, pairs, keys)
    if contrary:
        yield contrary
        return
    direction = _direction(row, lexicon)
    for verdict, result in pairs:
        reached = _reached(row, result, direction)
        key = keys.get(verdict.verdict, "")
        if reached is None or (key in _GOOD) == reached or key not in _GOOD | _BAD:
            continue
        # a verdict on a part of the term may ask for the yearly share, but not the other way round
        line = line_of(verdict)
        yield discrepancy(
            f"{row.target.indicator}: đánh giá",
            side(f"{measured(result)}, đánh giá {verdict.verdict}", line),
            side(f"mục tiêu {measured(row.target)}", line_of(row.target)),
            (line, line_of(row.target)),
            "Đánh giá trái với kết quả và mục tiêu trong cùng hàng",
            verdict.evidence,
            "verdict",
        )


def _contrary_pair(row: _Row, pairs: list[tuple[Assessment, Observation]], keys: dict[str, str]) -> Discrepancy | None:
    """Two results on the same side of the target with contrary verdicts: one of them must be wrong, whichever way is
    better."""
    goal = row.target.value
    if goal is None or row.target.upper is not None or len(pairs) < 2:
        return None
    for i, (first, a) in enumerate(pairs):
        for second, b in pairs[i + 1 :]:
            if a.upper is not None or b.upper is not None or a.comparator or b.comparator:
                continue
            same_side = (a.value - goal) * (b.value - goal) > 0
            good = [keys.get(v.verdict, "") in _GOOD for v in (first, second)]
            judged = all(keys.get(v.verdict, "") in _GOOD | _BAD for v in (first, second))
            if not (same_side and judged and good[0] != good[1]):
                continue
            lines = (line_of(first), line_of(second))
            return discrepancy(
                row.target.indicator,
                side(f"{measured(a)} so với mục tiêu {measured(row.target)}: {first.verdict}", lines[0]),
                side(f"{measured(b)} so với mục tiêu {measured(row.target)}: {second.verdict}", lines[1]),
                lines,
                "Cùng một phía của mục tiêu nhưng đánh giá trái ngược",
                first.evidence,
                "verdict",
            )
    return None


_TITLE_LINES = 10
_COUNT = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,3})(?:/(?P<total>\d{1,3}))?\s+(?:nhóm\s+)?chỉ\s+tiêu(?P<kind>\s+thành\s+phần|\s+cụ\s+thể|\s+chủ\s+yếu)?(?P<said>[^,.;()\d]{0,90})"
)


def count_discrepancies(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Discrepancy]:
    """Counts of targets in the text ("06 chỉ tiêu khó đạt") against the rows of the table of targets.

    Only counts of the finest kind that the text names are compared, and only when the document has one such table.
    """
    rows = [r for r in found_to_rows(outline, found) if r.verdicts]
    if len(rows) < 10:
        return
    keys = {c.vi: c.id for c in lexicon["verdicts"]}
    said = [(s, m) for s in outline.sentences for m in _COUNT.finditer(s.text)]
    kinds = {fold(m["kind"]).strip() for _, m in said if m["kind"]}
    parts = "thanh phan" in kinds
    counts = _verdict_counts(rows, keys)
    listed = _named_in_prose(found)
    for sentence, match in said:
        if parts and fold(match["kind"] or "").strip() in ("cu the", "chu yeu"):
            continue
        wrong = _wrong_count(match, rows, counts, parts, listed)
        if wrong is None:
            continue
        what, right = wrong
        evidence = evidence_of(outline.report, sentence.passage, match.start(), match.end(), "discrepancy-count")
        line, table = evidence.line, min(line_of(r.target) for r in rows)
        first = _table_line(outline, table)
        at = right[1] if right[1] else first
        yield discrepancy(
            f"Số chỉ tiêu {what}".strip(),
            side(match["count"] if not match["total"] or what else match["total"], line),
            f"{right[0]} hàng trong bảng (từ dòng {first})",
            (line, at),
            "Đếm lại các hàng của bảng chỉ tiêu",
            evidence,
            "count",
        )


def _table_line(outline: Outline, line: int) -> int:
    """The line of the heading right above the table that holds a line, else of the table."""
    first = next((t.first_line for t in outline.tables if t.first_line <= line <= t.last_line), line)
    above = [h.title.first_line for h in outline.headings if first - _TITLE_LINES <= h.title.first_line < first]
    return min(above, default=first)


def _verdict_counts(rows: list[_Row], keys: dict[str, str]) -> list[Counter[str]]:
    """How often each verdict comes, column by column."""
    width = max(len(r.verdicts) for r in rows)
    return [Counter(keys.get(r.verdicts[i].verdict, "") for r in rows if len(r.verdicts) > i) for i in range(width)]


def _wrong_count(
    match: re.Match[str], rows: list[_Row], counts: list[Counter[str]], parts: bool, listed: frozenset[frozenset[str]]
) -> tuple[str, tuple[int, int | None]] | None:
    """What was counted, and the count that the table gives with a line to look at; None if they agree or cannot be
    compared."""
    count, said = int(match["count"]), fold(match["said"])
    key = next(
        (k for k, pattern in _SAID if re.search(pattern, said)),
        None,
    )
    if key == "on-schedule":
        on_way = sum(_is_on_schedule(r) for r in rows)
        return ("theo lộ trình, dự ước đạt cuối kỳ", (on_way, None)) if len(counts) > 1 and on_way != count else None
    if key is not None:
        possible = {c[key] for c in counts}
        if count in possible:
            return None
        nearest = min(possible, key=lambda n: abs(n - count))
        judged = [r for r in rows if any(_KEY_OF.get(fold(v.verdict)) == key for v in r.verdicts)]
        unnamed = [r for r in judged if label_words(r.target.indicator) not in listed]
        at = next((line_of(r.target) for r in (*unnamed, *judged)), None)
        close = abs(nearest - count) <= max(2, count // 4)
        return (_NAME[key], (nearest, at)) if close else None
    total = int(match["total"]) if match["total"] else count if parts and match["kind"] and not said.strip() else None
    if total is None or not parts or total == len(rows) or abs(total - len(rows)) > 5:
        return None
    return "", (len(rows), None)


_SAID = (
    ("on-schedule", r"lo trinh"),
    ("at-risk", r"kho (?:dat|co the|hoan thanh)"),
    ("not-yet-met", r"chua (?:dat|hoan thanh)"),
    ("missed", r"khong (?:dat|hoan thanh)"),
)
_NAME = {"at-risk": "khó đạt", "not-yet-met": "chưa đạt", "missed": "không đạt"}
_KEY_OF = {"kho dat": "at-risk", "chua dat": "not-yet-met", "khong dat": "missed"}


def _named_in_prose(found: Found) -> frozenset[frozenset[str]]:
    """The labels of what prose and footnotes report: the rows of a table that the text names, too."""
    return frozenset(label_words(o.indicator) for o in found.of(Observation) if o.where != "table")


def _is_on_schedule(row: _Row) -> bool:
    """Not yet met at the time of the report, but met at the end of the term."""
    verdicts = [_KEY_OF.get(fold(v.verdict), "good") for v in row.verdicts]
    return len(verdicts) > 1 and verdicts[0] != "good" and verdicts[-1] == "good"
