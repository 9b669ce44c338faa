"""Names of places in restored text: capitals tell ``Điện Biên`` from ``diễn biến`` where the words' model cannot.

Two or more words in a row that were printed with a capital, and whose letters without marks are those of one place of
the lists, are that place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from vankien.model import Lexicon
from vankien.report.restoration.ngrams import core
from vankien.vietnamese import skeleton

_LONGEST = 4


def name_key(words: Sequence[str]) -> str:
    """The letters without marks in lower case; a first ``D``, ``B`` or ``P`` counts as one letter, as they are misread.

    >>> name_key(["Bién", "Bién"]) == name_key(["Điện", "Biên"])
    True
    """
    plain = [skeleton(w).lower() for w in words]
    return " ".join(("d" if w[:1] in "dbp" else w[:1]) + w[1:] for w in plain)


@lru_cache(maxsize=4)
def place_names(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """The places of two words and more by their key; keys that two places share are left out."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for concept in lexicon["places"]:
        for spelling in concept.all_spellings():
            words = tuple(w for w in spelling.split() if w[:1].isupper() and w.isalpha())
            if 2 <= len(words) <= _LONGEST:
                found.setdefault(name_key(words), set()).add(words)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def restore_names(tokens: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Tokens of a line, capitals as printed, with the places among them spelled as the lists spell them.

    >>> names = {name_key(("Điện", "Biên")): ("Điện", "Biên")}
    >>> restore_names(["(tỉnh", "Diễn", "Biến),"], names), restore_names(["Diễn", "biến"], names)
    (['(tỉnh', 'Điện', 'Biên),'], ['Diễn', 'biến'])
    """
    parts = [core(t) for t in tokens]
    out = list(tokens)
    at = 0
    while at < len(parts):
        size = _run(parts, at)
        keys = (name_key([p[1] for p in parts[at : at + n]]) for n in range(size, 1, -1))
        name = next((names[k] for k in keys if k in names), ())
        for index, word in enumerate(name, at):
            out[index] = parts[index][0] + word + parts[index][2]
        at += len(name) or 1
    return out


def _run(parts: Sequence[tuple[str, str, str]], start: int) -> int:
    """How many words with a capital stand together from `start` on, no mark between them."""
    size = 0
    for before, word, after in parts[start : start + _LONGEST]:
        if not word.istitle() or (size and before):
            return size
        size += 1
        if after:
            return size
    return size


_NO_NAMES = frozenset({"Đã", "Và", "Là", "Của", "Được", "Cho", "Với", "Những", "Các", "Bị"})
"""Words that no name holds."""


def names_as_printed(read: Sequence[str], printed: Sequence[str]) -> list[str]:
    """The words of a line; one with a capital beside another one inside a sentence, read as a word that no name holds, as
    it was printed.

    >>> names_as_printed(["khu", "Đã", "Khoang;", "Đã", "Mở"], ["khu", "Pa", "Khoang;", "Pa", "Mo"])
    ['khu', 'Pa', 'Khoang;', 'Đã', 'Mở']
    """
    out = list(read)
    parts = [core(t) for t in read]
    for at in range(1, len(parts)):
        before, word, after = parts[at]
        if word not in _NO_NAMES or before or parts[at - 1][2]:
            continue
        beside = parts[at - 1][1].istitle() or (not after and at + 1 < len(parts) and parts[at + 1][1].istitle())
        raw = core(printed[at])[1]
        if beside and raw.isalpha() and raw.istitle():
            out[at] = f"{raw}{after}"
    return out


def restore_names_of_lines(lines: Sequence[Sequence[str]], names: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """The tokens of consecutive lines with their places, also of one that a line breaks.

    >>> names = {name_key(("Điện", "Biên")): ("Điện", "Biên")}
    >>> restore_names_of_lines([["tuyến", "Diễn"], ["Biến", "-", "Lai"]], names)
    [['tuyến', 'Điện'], ['Biên', '-', 'Lai']]
    """
    out = [restore_names(line, names) for line in lines]
    for above, below in pairwise(out):
        tail, head = above[-_LONGEST + 1 :], below[: _LONGEST - 1]
        if not tail or not head or not _breaks(tail[-1], head[0]):
            continue
        joined = restore_names([*tail, *head], names)
        above[len(above) - len(tail) :], below[: len(head)] = joined[: len(tail)], joined[len(tail) :]
    return out


def _breaks(last: str, first: str) -> bool:
    """May a name go on from the last word of a line to the first one of the next?"""
    (_, end, mark), (opening, start, _) = core(last), core(first)
    return end.istitle() and start.istitle() and not mark and not opening
