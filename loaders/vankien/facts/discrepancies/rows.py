"""Rows of targets against the text and against their own years: verdicts of prose and table, averages of years."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from vankien.facts.discrepancies.parts import discrepancy, line_of, measured, side, vi
from vankien.facts.discrepancies.tables import BAD, GOOD, TargetRow, found_to_rows
from vankien.facts.discrepancies.values import label_words
from vankien.model import Assessment, Discrepancy, Found, Lexicon, Observation, Outline
from vankien.vietnamese import fold

_NOT_ASSESSED = "not-assessed"


def row_discrepancies(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Discrepancy]:
    """Verdicts of the text that the table of targets contradicts, and averages that the row's years contradict.

    In: the outline, the lists and the facts found before. Out: each contradiction once, with both sides' evidence.
    """
    rows = found_to_rows(outline, found)
    keys = {c.vi: c.id for c in lexicon["verdicts"]}
    sentences = sorted(outline.sentences, key=lambda s: s.passage.position_at(0))
    starts = [s.passage.position_at(0) for s in sentences]
    prose = [
        a
        for a in found.of(Assessment)
        if not a.evidence.rule.startswith("table-")
        and _on_resolution(sentences[max(0, bisect_right(starts, a.evidence.start) - 1)].text)
    ]
    for row in rows:
        yield from _against_prose(row, prose, keys)
        yield from _wrong_average(row)


def _on_resolution(sentence: str) -> bool:
    """True if a sentence measures by a resolution, and not by a plan or a budget."""
    text = fold(sentence)
    return bool(re.search(r"\bnghi quyet\b|\bmuc tieu\b", text)) and not re.search(r"\bke hoach\b|\bdu toan\b", text)


def _same_target(row: TargetRow, verdict: Assessment) -> bool:
    target = row.target
    if verdict.concept is not None and target.concept is not None:
        return verdict.concept == target.concept
    words = label_words(target.indicator)
    return len(words) >= 3 and words == label_words(verdict.indicator)


def _against_prose(row: TargetRow, prose: list[Assessment], keys: dict[str, str]) -> Iterator[Discrepancy]:
    """A verdict in the text that no verdict of the row agrees with: reached against not reached or not assessed."""
    printed = [(v, keys.get(v.verdict, "")) for v in row.verdicts]
    if not printed:
        return
    for said in prose:
        key = keys.get(said.verdict, "")
        good = key in GOOD
        contrary = BAD | {_NOT_ASSESSED} if good else GOOD
        if key not in GOOD | BAD or not _same_target(row, said) or not all(k in contrary for _, k in printed):
            continue
        last = printed[-1][0]
        if said.scope != last.scope:
            continue  # on the targets of different places
        if said.as_of not in (None, last.as_of):
            continue
        lines = (line_of(said), line_of(last))
        yield discrepancy(
            f"{row.target.indicator}: đánh giá", side(said.verdict, lines[0]), side(last.verdict, lines[1]), lines,
            "Lời văn và bảng đánh giá khác nhau", said.evidence, "verdict-of-text", [last.evidence],
        )  # fmt: skip
        return


_YEARS = 5
_SLACK = Decimal("0.5")


def _wrong_average(row: TargetRow) -> Iterator[Discrepancy]:
    """The value of the whole term of a yearly target against the average of its five years; a year given as a bound
    ("trên 80") makes the average a bound. A growth rate may also be averaged as growth."""
    years: dict[str, Observation] = {
        o.period: o for o in row.results if o.period and len(o.period) == 4 and o.upper is None
    }
    whole = next((o for o in row.results if o.period and len(o.period) == 9), None)
    if whole is None or len(years) != _YEARS or row.target.per != "year":
        return
    values = [years[period] for period in sorted(years)]
    if whole.value == values[-1].value:
        return  # some tables print the last year again for the term
    if whole.comparator or whole.upper is not None or {o.comparator for o in values} - {None, ">", ">="}:
        return
    mean = sum((o.value for o in values), Decimal(0)) / _YEARS
    open_end = any(o.comparator for o in values)
    wrong = (
        whole.value < mean - _SLACK if open_end else min(abs(whole.value - m) for m in _means(values, mean)) > _SLACK
    )
    if not wrong:
        return
    shown = "; ".join(measured(o).rstrip("%") for o in values)
    average = vi(mean.quantize(Decimal("0.01"), ROUND_HALF_UP))
    line = line_of(whole)
    yield discrepancy(
        f"{row.target.indicator}: bình quân", side(measured(whole), line),
        side(f"các năm {shown}: bình quân {'trên ' if open_end else ''}{average}", line), (line, line),
        "Số cả kỳ không bằng bình quân các năm", whole.evidence, "average", [o.evidence for o in values],
    )  # fmt: skip


def _means(values: list[Observation], mean: Decimal) -> list[Decimal]:
    """The average of the values, and their average as growth rates."""
    product = Decimal(1)
    for value in values:
        product *= 1 + value.value / 100
    growth = [] if product <= 0 else [(product ** (Decimal(1) / _YEARS) - 1) * 100]
    return [mean, *growth]
