"""Lists against the number that announces them, and totals against the parts that their footnote adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vankien.facts.discrepancies.parts import discrepancy, side, vi
from vankien.facts.evidence import evidence_of
from vankien.facts.quantities.finding import find_quantities
from vankien.facts.quantities.quantity import Quantity
from vankien.model import Discrepancy, Lexicon, Outline, Sentence
from vankien.vietnamese import fold

_GROUPS = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,2})\s(?P<noun>nhóm|loại|hình thức|phần|lĩnh vực|đoàn|tiểu dự án|dự án thành phần)\s?:\s(?P<list>\d[^:;.]*?)(?=[.;]|$)",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:,|\svà)\s(?=(?:\d|còn lại))", re.IGNORECASE)
_NAMES = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,2})\s(?P<noun>[^\W\d]+(?:,?\s[^\W\d]+){0,27}?)\s\((?P<list>[^()\d]{15,400})\)"
)
"""``05 hồ sơ (múa sạp, lễ cơm mới, nghề dệt, chọi trâu)``."""
_OPEN = re.compile(
    r"\.\.|…|\bv\.v|\bnhu\b|\bnhat la\b|\btrong do\b|\bbao gom ca\b|\bcua\b.*\bva\b|\bdien hinh\b|\bthuoc\b"
)
_FEWEST, _SAID = 3, 6
"""How many items a list must have; how many words of what was counted are shown."""


def cut(words: str, limit: int) -> str:
    """The first words of a text; what is cut off is marked.

    >>> cut("hồ sơ đề nghị công nhận", 3)
    'hồ sơ đề …'
    """
    parts = words.split()
    return " ".join(parts if len(parts) <= limit else [*parts[:limit], "…"])


def list_discrepancies(outline: Outline, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """Announced numbers that the list behind them does not have, and totals that their footnote does not add up to."""
    for sentence in outline.sentences:
        yield from _groups(outline, sentence)
        yield from _names(outline, sentence)
    yield from _footnotes(outline, lexicon)


def _told(outline: Outline, sentence: Sentence, match: re.Match[str], items: int) -> Discrepancy:
    evidence = evidence_of(outline.report, sentence.passage, match.start(), match.end(), "discrepancy-list")
    lines = (evidence.line, sentence.passage.line_at(match.end() - 1))
    said = f"{match['count']} {cut(match['noun'], _SAID)}"
    return discrepancy(
        said, side(said, lines[0]), side(f"kể ra {items}", lines[1]), lines,
        "Số đếm không bằng số mục được kể", evidence, "list",
    )  # fmt: skip


def _groups(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """``gồm 5 nhóm: 4 mỏ than, 102 mỏ kim loại ... và còn lại là ...``: each group with its number."""
    for match in _GROUPS.finditer(sentence.text):
        items = [part for part in _REST.split(match["list"]) if part.strip()]
        if len(items) >= _FEWEST and len(items) != int(match["count"]) and abs(len(items) - int(match["count"])) <= 2:
            yield _told(outline, sentence, match, len(items))


def _names(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """One name fewer between the brackets than announced: a comma inside a name can only make them more."""
    for match in _NAMES.finditer(sentence.text):
        inside = match["list"]
        items = [part for part in re.split(r"[,;]|\svà\s", inside) if part.strip()]
        if _OPEN.search(fold(inside)) or len(items) < _FEWEST or any(len(i.split()) > 9 for i in items):
            continue
        if len(items) == int(match["count"]) - 1:
            yield _told(outline, sentence, match, len(items))


# --- totals and their footnotes -------------------------------------------------------------------------------------

_PARTS = re.compile(r"\W*(?:trong đó|bao gồm|gồm|cụ thể)\s*:", re.IGNORECASE)
_OVERLAP = re.compile(r"\bnữ\b|\bdân tộc\b|\bđảng viên\b|\btrẻ\b", re.IGNORECASE)
"""Parts that overlap: they need not add up to the whole."""


def _footnotes(outline: Outline, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """``888 lớp`` with a note ``Trong đó: ... 296 lớp; ... 294 lớp; ...`` whose parts add up to another number."""
    for parts in outline.sentences:
        note = parts.context.where == "footnote" and _PARTS.match(parts.text)
        total = _total(outline, parts, lexicon) if note else None
        if total is None:
            continue
        sentence, whole = total
        same = [q for q in find_quantities(parts.text, lexicon) if q.unit == whole.unit]
        exact = all(q.comparator == "=" and q.upper is None for q in (*same, whole))
        summed = sum((q.value for q in same), Decimal(0))
        if not exact or len(same) < _FEWEST or summed == whole.value or _OVERLAP.search(parts.text):
            continue
        rounding = abs(summed - whole.value) <= Decimal(len(same)) / 2
        if not rounding and not Decimal("0.8") <= summed / whole.value <= Decimal("1.25"):
            continue
        first = evidence_of(
            outline.report, sentence.passage, whole.start, whole.end, "discrepancy-total", value_at=whole.at
        )
        other = evidence_of(
            outline.report, parts.passage, same[0].start, same[-1].end, "discrepancy-total", value_at=same[0].at
        )
        lines = (first.line, other.line)
        shown = " + ".join(vi(q.value) for q in same)
        note_text = "Lệch do làm tròn" if rounding else "Tổng không bằng các thành phần"
        yield discrepancy(
            re.split(r"[,;:]\s", sentence.text[: whole.start])[-1].strip(" /") or f"{whole.unit}",
            side(sentence.text[whole.start : whole.end], lines[0]), side(f"{shown} = {vi(summed)} {whole.unit}", lines[1]), lines,
            note_text, first, "total", [other],
        )  # fmt: skip


def _total(outline: Outline, note: Sentence, lexicon: Lexicon) -> tuple[Sentence, Quantity] | None:
    """The last amount up to the line of a footnote's mark, in a unit that the note repeats, with its sentence; where the
    mark is a sign of its own, in the sentence that it stands in."""
    anchor = note.context.anchor
    if anchor is None:
        return None
    marks = (n for n in outline.footnotes if (n.mark, n.anchor) == (note.context.footnote, anchor))
    at = next((n.anchor_at for n in marks), None)
    units = {q.unit for q in find_quantities(note.text, lexicon)} - {None, "%"}
    for sentence in outline.sentences:
        passage = sentence.passage
        if at is not None and not passage.position_at(0) <= at <= passage.position_at(len(passage.text) - 1) + 2:
            continue
        if sentence.context.where == "prose" and passage.first_line <= anchor <= passage.last_line:
            amounts = [q for q in find_quantities(sentence.text, lexicon) if q.unit in units]
            here = [q for q in amounts if anchor - 1 <= passage.line_at(q.at) <= anchor]
            if here:
                return sentence, here[-1]
    return None
