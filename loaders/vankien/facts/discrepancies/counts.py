"""Counts of targets in the text against the rows of the table of targets, and against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vankien.facts.discrepancies.parts import discrepancy, line_of, side
from vankien.facts.discrepancies.tables import TargetRow, found_to_rows
from vankien.facts.discrepancies.values import label_words
from vankien.facts.evidence import evidence_of
from vankien.model import Assessment, Discrepancy, Found, Lexicon, Observation, Outline, Sentence
from vankien.vietnamese import fold

_TITLE_LINES = 10
_COUNT = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,3})(?:/(?P<total>\d{1,3}))?\s+(?P<group>nhóm\s+)?chỉ\s+tiêu(?P<kind>\s+thành\s+phần|\s+cụ\s+thể|\s+chủ\s+yếu)?(?P<said>[^,.;()\d]{0,90})"
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
    yield from _wholes(outline, said)
    kinds = {fold(m["kind"]).strip() for _, m in said if m["kind"]}
    parts = "thanh phan" in kinds
    heads = _heads(rows, found)
    counts = _verdict_counts(rows, keys, heads)
    numbered = len({r.target.group for r in rows if r.target.group}) + len(heads)
    listed = _named_in_prose(found)
    for sentence, match in said:
        if parts and fold(match["kind"] or "").strip() in ("cu the", "chu yeu"):
            continue
        if match["total"] and int(match["total"]) == numbered and not _SAYS.search(fold(match["said"])):
            continue  # the parts of a row have its number
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
            [r.target.evidence for r in rows if line_of(r.target) == at] or [rows[0].target.evidence],
        )


def _table_line(outline: Outline, line: int) -> int:
    """The line of the heading right above the table that holds a line, else of the table."""
    first = next((t.first_line for t in outline.tables if t.first_line <= line <= t.last_line), line)
    above = [h.title.first_line for h in outline.headings if first - _TITLE_LINES <= h.title.first_line < first]
    return min(above, default=first)


def _heads(rows: list[TargetRow], found: Found) -> list[list[Assessment]]:
    """The verdicts of rows without a target of their own, which head the rows of its parts."""
    known = {(r.target.indicator, line_of(r.target)) for r in rows}
    heads: dict[tuple[str, int], list[Assessment]] = {}
    for verdict in found.of(Assessment):
        key = (verdict.indicator, line_of(verdict))
        if verdict.evidence.rule == "table-assessment" and key not in known:
            heads.setdefault(key, []).append(verdict)
    return list(heads.values())


def _verdict_counts(rows: list[TargetRow], keys: dict[str, str], heads: list[list[Assessment]]) -> list[Counter[str]]:
    """How often each verdict comes, column by column."""
    judged = [*(r.verdicts for r in rows), *heads]
    width = max(map(len, judged))
    return [Counter(keys.get(v[i].verdict, "") for v in judged if len(v) > i) for i in range(width)]


def _wholes(outline: Outline, said: list[tuple[Sentence, re.Match[str]]]) -> Iterator[Discrepancy]:
    """Two places that count all targets of one kind differently ("4 nhóm chỉ tiêu chủ yếu", "1/11 nhóm chỉ tiêu chủ yếu")."""
    first: dict[tuple[str, str], tuple[Sentence, re.Match[str], str]] = {}
    for sentence, match in said:
        whole = match["total"] or (match["count"] if not match["said"].strip() else "")
        if not whole or not match["kind"]:
            continue
        key = (fold(match["group"] or "").strip(), fold(match["kind"]).strip())
        before = first.setdefault(key, (sentence, match, whole))
        if int(before[2]) == int(whole):
            continue
        places = [
            evidence_of(outline.report, s.passage, m.start(), m.end(), "discrepancy-count")
            for s, m in (before[:2], (sentence, match))
        ]
        lines = (places[0].line, places[1].line)
        name = " ".join(f"{match['group'] or ''}chỉ tiêu{match['kind']}".split())
        yield discrepancy(
            f"Số {name}", side(before[2], lines[0]), side(whole, lines[1]), lines, "Hai số đếm cho cùng một loại chỉ tiêu",
            places[0], "count", places[1:],
        )  # fmt: skip
        return


def _wrong_count(
    match: re.Match[str],
    rows: list[TargetRow],
    counts: list[Counter[str]],
    parts: bool,
    listed: frozenset[frozenset[str]],
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
        if not any(c[key] for c in counts):  # the table says "không đạt" where the text says "chưa đạt"
            key = {"not-yet-met": "missed", "missed": "not-yet-met"}.get(key, key)
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
_SAYS = re.compile("|".join(pattern for _, pattern in _SAID))
_NAME = {"at-risk": "khó đạt", "not-yet-met": "chưa đạt", "missed": "không đạt"}
_KEY_OF = {"kho dat": "at-risk", "chua dat": "not-yet-met", "khong dat": "missed"}


def _named_in_prose(found: Found) -> frozenset[frozenset[str]]:
    """The labels of what prose and footnotes report: the rows of a table that the text names, too."""
    return frozenset(label_words(o.indicator) for o in found.of(Observation) if o.where != "table")


def _is_on_schedule(row: TargetRow) -> bool:
    """Not yet met at the time of the report, but met at the end of the term."""
    verdicts = [_KEY_OF.get(fold(v.verdict), "good") for v in row.verdicts]
    return len(verdicts) > 1 and verdicts[0] != "good" and verdicts[-1] == "good"
