"""The first value of a scanned row that is wrecked: a word between the unit and the values (``Triệu đồng be7 59 ...``)."""

from __future__ import annotations

from collections.abc import Sequence

from vankien.model import Lexicon
from vankien.report.scanned_tables.rows import Draft
from vankien.report.scanned_tables.words import Atom, unit_before

_LEAST_WORDS, _MAX_WRECK = 4, 4


def unit_behind_wreck(before: Sequence[Atom], lexicon: Lexicon) -> tuple[str, int] | None:
    """The unit of a row whose first value is wrecked (``Triệu đồng be7 59 ...``), and how many words it and the wreck take."""
    if len(before) < _LEAST_WORDS or len(before[-1].printed) > _MAX_WRECK:
        return None
    unit = unit_before(before[:-1], lexicon)
    return (unit[0], unit[1] + 1) if unit else None


def leave_lost(drafts: Sequence[Draft], count: int) -> None:
    """A first value that is wrecked leaves its cell empty: it is missing, or what is left of it is a part."""
    for draft in drafts:
        if not draft.first_lost or not count - 1 <= len(draft.printed) <= count:
            continue
        kept = 1 if len(draft.printed) == count else 0
        draft.printed = ["-", *draft.printed[kept:]]
        draft.values = [draft.values[0], *draft.values[kept:]]
