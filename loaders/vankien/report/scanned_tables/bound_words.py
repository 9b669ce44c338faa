"""Bounds that the cells of a scanned table print in words or apart from their number: ``Khoảng 4``, ``7,5 trở lên``, ``> 920``.

In a line of a scan such a cell is several words. Together they are one value, written with the sign that they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.report.scanned_tables.words import Atom
from vankien.vietnamese import fold

_BEFORE = {"khoang": "~", "tren": ">", "hon": ">", "duoi": "<", "<": "<", ">": ">", "≥": "≥", "≤": "≤", "~": "~"}
_BEHIND = (("tro", "len"), "≥"), (("tro", "xuong"), "≤")
_TENTH = re.compile(r",\d{1,2}")
"""The tenths of a number torn before its comma (``81 ,3``)."""
_PLAIN = re.compile(r"\d[\d.,]*%?(?:[-–÷]\d[\d.,]*%?)?")


def with_bounds(atoms: Sequence[Atom]) -> list[Atom]:
    """The words of a line, a number with the words or the sign of its bound as one value.

    >>> words = [Atom(w, w, i, i + 1) for i, w in enumerate("% Khoảng 4 7,5 trở lên > 920 Đạt".split())]
    >>> [a.printed for a in with_bounds(words)]
    ['%', '~4', '≥7,5', '>920', 'Đạt']
    """
    out: list[Atom] = []
    atoms = [_comma(atom) for atom in atoms]
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if out and _TENTH.fullmatch(atom.printed) and re.fullmatch(r"\d{1,3}", out[-1].printed):
            whole = out.pop()
            out.append(Atom(whole.printed + atom.printed, whole.read + atom.read, whole.start, atom.end))
            at += 1
            continue
        sign = _BEFORE.get(fold(atom.read).strip(".,;:"))
        behind = atoms[at + 1] if at + 1 < len(atoms) else None
        if sign and behind is not None and _is_plain(behind):
            out.append(_bounded(sign, atom, behind, behind))
            at += 2
            continue
        words = tuple(fold(a.read).strip(".,;:") for a in atoms[at + 1 : at + 3])
        sign = next((s for w, s in _BEHIND if w == words), None)
        if sign and _is_plain(atom):
            out.append(_bounded(sign, atom, atom, atoms[at + 2]))
            at += 3
            continue
        out.append(atom)
        at += 1
    return out


_MARKED = re.compile(r"\.*(?P<whole>\d{1,3})(?:(?P<mark>[;:.,])(?P<rest>\d{1,3}))?")


def _comma(atom: Atom) -> Atom:
    """A number whose comma was read as a semicolon, whose point as a colon (``62;3``, ``6:120``), without specks before it."""
    match = (
        _MARKED.fullmatch(atom.printed)
        if atom.printed[:1] == "." or ";" in atom.printed or ":" in atom.printed
        else None
    )
    if not match:
        return atom
    mark = {";": ",", ":": "."}.get(match["mark"] or "", match["mark"] or "")
    return replace(atom, printed=f"{match['whole']}{mark}{match['rest'] or ''}")


def _is_plain(atom: Atom) -> bool:
    return bool(_PLAIN.fullmatch(atom.printed.rstrip(".,;:'’")))


def _bounded(sign: str, first: Atom, number: Atom, last: Atom) -> Atom:
    return Atom(sign + number.printed, sign + number.read, first.start, last.end)
