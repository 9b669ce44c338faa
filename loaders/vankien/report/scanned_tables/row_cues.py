"""What tells a line of a scanned table that holds the values of a row from one that only goes on with a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Lexicon
from vankien.report.scanned_tables.lost import unit_behind_wreck
from vankien.report.scanned_tables.words import Atom, Tail, atoms_to_verdict, torn_unit, unit_before

_LABEL_WORDS = 4
GROUP = re.compile(r"(\d{1,2})(?:\s*[|.)/:;=_]\s*[|._]?\s+|\s-|\s*\.|\s+)(?=[^\W\d_]|\([^\W\d_])")
"""The number of a row, and what parts it from the label."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHARE = re.compile(r"\d[\d.,]*%")


def is_row(before: Sequence[Atom], tail: Tail, above: Atom | None, lexicon: Lexicon, *, unitless: bool) -> bool:
    """A unit and two values, or three values and more, or two values between a label and a verdict.

    In: the words before the values, the values and what stands behind them, the last word of the line above (it may open
    the unit), whether no column of the table holds units.
    """
    torn = above is not None and torn_unit(above, before, lexicon)
    if before and before[0].start == 0 and len(before) > 2 and atoms_to_verdict(tail.words, lexicon):
        return True
    if unitless and any(c.isalpha() for a in before for c in a.printed):
        return True
    return len(tail.values) >= 3 or unit_before(before, lexicon) is not None or bool(torn)


def is_numbered_row(text: str, before: Sequence[Atom], tail: Tail) -> bool:
    """A row whose unit was lost: its number, words of a label, and two values that close the line."""
    words = sum(len(a.key) > 1 and a.key.isalpha() for a in before)
    return words >= _LABEL_WORDS and not tail.words and GROUP.match(text) is not None


def closes_label(printed: str, before: Sequence[Atom], tail: Tail, lexicon: Lexicon) -> bool:
    """Two values that close a line which goes on with the label above (``đảm bảo quy định | 100 100``): a row whose unit,
    or first value, was lost. Two years may be words of the label."""
    if tail.words or not before or _are_years(tail):
        return False
    barred = re.search(rf"\|\s*{re.escape(tail.values[0].printed)}\s", printed) is not None
    return barred or printed[:1].islower() or unit_behind_wreck(before, lexicon) is not None


def prints_values(atoms: Sequence[Atom], tail: Tail | None) -> bool:
    """Does a line print values though no row can be read from it? Then it is no head of the rows below."""
    if tail is not None:
        return not _are_years(tail)
    last = atoms[-1].printed if len(atoms) > 1 else ""
    return bool(_SHARE.fullmatch(last) or (last.isdigit() and atoms[-2].printed == "%"))


def _are_years(tail: Tail) -> bool:
    return all(_YEAR.fullmatch(a.printed) for a in tail.values)
