"""Words that an English OCR engine ran together: ``ganvoi`` = gắn với, ``lanthtr`` = lần thứ, ``lai,von`` = lại, vốn.

A token that no word of the model explains well is parted where two words explain it far better that are known to follow
one another. What is parted gets a blank before anything is decoded; the way back to the source stays.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vankien.model import Passage, Piece
from vankien.report.page.pages import BodyLine
from vankien.report.restoration.ngrams import NOTHING, NGrams, core

Candidates = Callable[[str], Sequence[tuple[str, float, float]]]
"""What a token may stand for, cheapest first: word, cost, probability on its own."""

_COMMA = re.compile(r"(?<=[^\W\d_]{2}[,;])(?=[^\W\d_]{2})")
_SPECK = re.compile(r"(?<=[^\W_][^\W_][.:])(?<!\d\d[.:])(?<!www\.)(?=[a-zà-ỹ]{2,7}(?![\w.@]))")
"""A speck between two words (``san.xuat``), which is read as a mark."""
_LETTERS = re.compile(r"[^\W\d_]{6,14}")
_WELL_READ = 7.0
"""A token whose best word costs less than this is that word."""
_GAIN = 4.0
"""How much better two words must explain a token than one."""
_UNKNOWN = 28.0
"""What two words may cost together where no single word is near the token."""
_SHORTEST, _LONGEST = 2, 7
_TRIED = 24


def _best_alone(token: str, candidates: Candidates) -> float:
    """The cost of the best single word for a token, its rarity included."""
    return min(cost - math.log(alone) for _, cost, alone in candidates(token))


def _best_pair(first: str, second: str, model: NGrams, candidates: Candidates) -> float:
    """The cost of the best two words that are known to follow one another; infinite if there are none."""
    best = math.inf
    for word, cost, alone in candidates(first)[:_TRIED]:
        after = model.after_one.get(word, NOTHING)
        for other, more, _ in candidates(second)[:_TRIED]:
            if other in after.counts:
                best = min(best, cost + more - math.log(alone) - math.log(after.seen(other)))
    return best


def gap_in(token: str, model: NGrams, candidates: Candidates) -> int | None:
    """Where a token of letters is two words; None if it is one, or if none explains it."""
    if not _LETTERS.fullmatch(token):
        return None
    whole = candidates(token)[0]
    known = whole[0] != token or token in model.one
    if known and whole[1] < _WELL_READ:
        return None
    places = range(max(_SHORTEST, len(token) - _LONGEST), min(_LONGEST, len(token) - _SHORTEST) + 1)
    costs = {at: _best_pair(token[:at], token[at:], model, candidates) for at in places}
    at = min(costs, key=lambda i: costs[i])
    return at if costs[at] + _GAIN < (_best_alone(token, candidates) if known else _UNKNOWN) else None


def part_glued(line: BodyLine, model: NGrams, candidates: Candidates) -> BodyLine:
    """A line with a blank put where words ran together."""
    text = line.text
    gaps = [m.start() for pattern in (_COMMA, _SPECK) for m in pattern.finditer(text)]
    for match in re.finditer(r"\S+", text):
        before, word, _ = core(match.group())
        at = gap_in(word.lower(), model, candidates) if word.isalpha() and not word.isupper() else None
        if at is not None:
            gaps.append(match.start() + len(before) + at)
    for at in sorted(gaps, reverse=True):
        line = replace(line, passage=_with_blank(line.passage, at))
    return line


def _with_blank(passage: Passage, at: int) -> Passage:
    pieces = [p if p.at <= at else replace(p, at=p.at + 1) for p in passage.pieces]
    behind = Piece(at + 1, passage.line_at(at), passage.position_at(at))
    pieces = sorted([*(p for p in pieces if p.at != at + 1), behind], key=lambda p: p.at)
    return Passage(f"{passage.text[:at]} {passage.text[at:]}", tuple(pieces))
