"""Units that a scan prints in the label of a row: in brackets, or without a capital (``Diện tích lúa ha 16.898``).

A single row cannot tell a unit in small letters from the last word of its label. Where most rows without a unit close
with one of the list, they are the cells of a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Lexicon
from vankien.report.scanned_tables.rows import Draft, reworded
from vankien.report.scanned_tables.words import spelled_unit

_LEAST, _MOST_WORDS = 3, 3
_BRACKET = re.compile(r"\s*\((?P<unit>[^()]{1,20})\)\W*$")


def take_label_units(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Give the rows the units that close their labels, where most rows without a unit have one there."""
    for draft in drafts:
        last = draft.label[-1] if draft.values and draft.unit is None and draft.label else None
        bracket = _BRACKET.search(last.text) if last is not None else None
        spelled = spelled_unit(bracket["unit"], lexicon) if bracket else None
        if last is not None and bracket and spelled:
            draft.unit = reworded(spelled, last.part(bracket.start("unit"), bracket.end("unit")))
            draft.label[-1] = last.part(0, bracket.start())
    rows = [d for d in drafts if d.values and d.unit is None and d.label and not d.bare]
    found = [(d, closing) for d in rows if (closing := _closing_unit(d.label[-1].text, lexicon))]
    if len(found) < _LEAST or len(found) * 2 < len(rows):
        return
    for draft, (cell, size) in found:
        last = draft.label[-1]
        words = last.text.split()
        keep = len(last.text.rstrip()) - len(" ".join(words[-size:]))
        draft.unit = reworded(cell, last)
        draft.label[-1] = last.part(0, max(keep, 0))


def _closing_unit(text: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """The longest unit of the list that closes a label in small letters, and how many words it takes."""
    words = text.split()
    for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        tail = words[-size:]
        if all(w[:1].islower() for w in tail) and (unit := spelled_unit(" ".join(tail), lexicon)):
            return unit, size
    return None
