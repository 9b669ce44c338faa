"""The noisy channel: how likely an English OCR engine prints one string for a Vietnamese syllable.

Costs are negative logarithms of the probability that a true character is seen as another; priors by the shape of
the glyphs, re-estimated by one unsupervised pass over the document itself (Kernighan, Church, Gale 1990; the
confusions of an English engine on Vietnamese were measured on two scans).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from vankien.vietnamese import skeleton

LOOK_ALIKES = {
    **dict.fromkeys("1|I", "l"),
    **dict.fromkeys("06¢º°ø", "o"),
    **dict.fromkeys("4@&", "a"),
    **dict.fromkeys("5$§", "s"),
    **dict.fromkeys("8€£©", "e"),
    "¥": "y",
    "¡": "i",
    "w": "u",
}
"""A seen sign and the skeleton letter that it usually stands for; no Vietnamese word has a ``w``."""

HORNED = frozenset("ưừứửữự")
TWO_FOR_ONE = frozenset(["ir", "ur", "tr", "it", "ri", "wr", "iu", "ut", "un", "rt", "cr", "rr", "ti", "tu"])
"""Two letters that such an engine prints for one letter of the ư family (``nhitng`` = những, ``dugc`` = được)."""

_INSERT, _DELETE, _TWO_FOR_ONE = 6.5, 6.0, 2.0
_PRIOR_WEIGHT = 8.0


def folded(token: str) -> str:
    """The lower-case skeleton of a token with signs read as the letters they look like.

    >>> folded("16n"), folded("d¢")
    ('lon', 'do')
    """
    return skeleton("".join(LOOK_ALIKES.get(c, c) for c in token)).lower()


CAPITALS_OF_D = frozenset("PBDbp")
"""What such an engine prints for a capital ``Đ``."""


def capital_pair(token: str, word: str) -> tuple[str, str]:
    """A printed token and a word as the channel compares them: in lower case, but a capital that may be a ``Đ`` stays,
    because a capital Đ is misread otherwise than a small one.

    >>> capital_pair("Pang", "đảng"), capital_pair("Phat", "phát")
    (('Pang', 'Đảng'), ('phat', 'phát'))
    """
    if token[:1] in CAPITALS_OF_D and word[:1] == "đ":
        return token[0] + token[1:].lower(), "Đ" + word[1:]
    return token.lower(), word


def _prior(seen: str, true: str) -> float:
    if true == "Đ":
        return 0.3 if seen in CAPITALS_OF_D else 0.0004
    if seen == true:
        return 0.55
    seen_base, true_base = skeleton(seen), skeleton(true)
    if seen_base == true_base:
        if true == seen_base:
            return 0.01
        return 0.30 if seen == seen_base else 0.03
    if (
        LOOK_ALIKES.get(seen) == true_base
        or (seen == "&" and true_base in "oe")
        or (seen in "1l|!Iij" and true_base in "li")
    ):
        return 0.05
    return 0.0004


@lru_cache(maxsize=8192)
def _is_pair(letters: str) -> bool:
    return skeleton(letters) in TWO_FOR_ONE


@dataclass(eq=False)
class Channel:
    """Counts of (true character → seen character) and the costs that follow from them."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _memo: dict[tuple[str, str], float] = field(default_factory=dict)
    _by_seen: defaultdict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))

    def cost(self, seen: str, true: str) -> float:
        """The cost of seeing one character where another was printed."""
        key = (seen, true)
        known = self._memo.get(key)
        if known is None:
            counts = self.counts.get(true) or Counter()
            total = sum(counts.values())
            p = (counts[seen] + _PRIOR_WEIGHT * _prior(seen, true)) / (total + _PRIOR_WEIGHT)
            self._memo[key] = known = -math.log(p)
        return known

    def _table(self, seen: str, true: str) -> list[list[float]]:
        """Edit distance with learnt costs; table[i][j] is the cost of the first i seen for the first j true letters."""
        cost, width = self.cost, len(true)
        rows = [[_DELETE * j for j in range(width + 1)]]
        for i, o in enumerate(seen):
            above = rows[i]
            row = [above[0] + _INSERT]
            pair = i > 0 and _is_pair(seen[i - 1 : i + 1])
            for j, c in enumerate(true):
                best = above[j] + cost(o, c)
                best = min(best, above[j + 1] + _INSERT)
                best = min(best, row[j] + _DELETE)
                if pair and c in HORNED and rows[i - 1][j] + _TWO_FOR_ONE < best:
                    best = rows[i - 1][j] + _TWO_FOR_ONE
                row.append(best)
            rows.append(row)
        return rows

    def near(self, token: str, words: Iterable[str], within: float) -> list[tuple[float, str]]:
        """The words that a token may have been printed for, with their costs, cheapest first; a word that costs `within`
        more than the cheapest before it is left out."""
        lower, capital = token.lower(), token[:1] + token[1:].lower()
        may_be_capital = token[:1] in CAPITALS_OF_D
        found: list[tuple[float, str]] = []
        limit = math.inf
        for word in words:
            if may_be_capital and word[:1] == "đ":
                cost = self.distance(capital, "Đ" + word[1:], limit)
            else:
                cost = self.distance(lower, word, limit)
            if cost < limit:
                found.append((cost, word))
                limit = min(limit, cost + within)
        return sorted(found)

    def distance(self, seen: str, true: str, limit: float = math.inf) -> float:
        """The cost of seeing `seen` where `true` was printed; infinite as soon as it must be above `limit`.

        The innermost loop of the restoration: a call of min() would take longer than the rest of it.
        """
        by_seen, cost = self._by_seen, self.cost
        before: list[float] = []
        row = [_DELETE * j for j in range(len(true) + 1)]
        for i, o in enumerate(seen):
            earlier, above, costs = before, row, by_seen[o]
            left = least = above[0] + _INSERT
            row = [left]
            pair = i > 0 and _is_pair(seen[i - 1 : i + 1])
            for j, c in enumerate(true):
                here = costs.get(c)
                if here is None:
                    costs[c] = here = cost(o, c)
                best = above[j] + here
                up, back = above[j + 1] + _INSERT, left + _DELETE
                if up < best:  # noqa: PLR1730
                    best = up
                if back < best:  # noqa: PLR1730
                    best = back
                if pair and c in HORNED and earlier[j] + _TWO_FOR_ONE < best:
                    best = earlier[j] + _TWO_FOR_ONE
                row.append(best)
                left = best
                if best < least:  # noqa: PLR1730
                    least = best
            if least > limit:
                return math.inf
            before = above
        return row[-1]

    def aligned(self, seen: str, true: str) -> list[tuple[str, str]]:
        """The pairs (seen, true) of characters on the cheapest path, insertions and deletions left out."""
        table = self._table(seen, true)
        pairs: list[tuple[str, str]] = []
        i, j = len(seen), len(true)
        while i and j:
            here = table[i][j]
            if here == table[i - 1][j - 1] + self.cost(seen[i - 1], true[j - 1]):
                pairs.append((seen[i - 1], true[j - 1]))
                i, j = i - 1, j - 1
            elif here == table[i - 1][j] + _INSERT:
                i -= 1
            elif here == table[i][j - 1] + _DELETE:
                j -= 1
            else:
                i, j = i - 2, j - 1
        return pairs

    def learnt(self, pairs: Iterable[tuple[str, str]]) -> Channel:
        """A channel re-estimated from pairs (seen token, restored token) of about the same length."""
        new = Channel()
        for (seen, true), count in sorted(Counter(pairs).items()):
            if abs(len(seen) - len(true)) <= 1:
                for o, c in self.aligned(seen, true):
                    new.counts[c][o] += count
        return new
