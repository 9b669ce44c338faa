"""The noisy channel: how likely an English OCR engine prints one string for a Vietnamese syllable.

Costs are negative logarithms of the probability that a true character is seen as another; priors by the shape of
the glyphs, re-estimated by one unsupervised pass over the document itself (Kernighan, Church, Gale 1990; the
confusions of an English engine on Vietnamese were measured on two scans).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from vankien.report.restoration.confusions import SEEN
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

HORNED = frozenset("ưừứửữựúùủũ")
TWO_FOR_ONE = frozenset([
    "ir", "ur", "tr", "it", "ri", "wr", "iu", "ut", "un", "rt", "cr", "rr", "ti", "tu", "if", "iv", "ii", "tf", "tt", "tv",
])  # fmt: skip
"""Two letters that such an engine prints for one u with a horn or a mark above (``nhitng`` = những, ``dugc`` = được,
``ctia`` = của, ``xif`` = xử)."""

_INSERT, _DELETE, _TWO_FOR_ONE = 6.5, 6.0, 2.0
_PRIOR_WEIGHT = 8.0
_UNSEEN = 0.5
"""How much of the share that its shape suggests is left to a sign that was not seen for a letter that was measured."""
_ROUNDED = 1e-6
"""More than sums of costs differ by where they are added in another order."""


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
    """The share of a seen character among those for a true one: as measured, else by the shape of the glyphs."""
    if true == "Đ":
        return 0.3 if seen in CAPITALS_OF_D else 0.0004
    measured = SEEN.get(true)
    if measured is not None and seen in measured:
        return measured[seen]
    return _by_shape(seen, true) * (1.0 if measured is None or seen == true else _UNSEEN)


def _by_shape(seen: str, true: str) -> float:
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


class _Costs(dict[str, float]):
    """What it costs to see one character where this or that one was printed; each is reckoned when it is first asked for."""

    def __init__(self, seen: str, channel: Channel) -> None:
        super().__init__()
        self._seen, self._counts, self._totals = seen, channel.counts, channel.totals
        self.least = min(map(self.__getitem__, channel.letters), default=0.0)

    def __missing__(self, true: str) -> float:
        count = self._counts[true][self._seen] if true in self._counts else 0
        p = (count + _PRIOR_WEIGHT * _prior(self._seen, true)) / (self._totals.get(true, 0) + _PRIOR_WEIGHT)
        self[true] = cost = -math.log(p)
        return cost


def _beside(least: Sequence[float]) -> dict[int, float]:
    """What a way beside the straight one costs at the least, by how many characters more were seen than a word has. `least`
    are the least costs of the characters seen, sorted; the dearest of them may be inserted."""

    def paid(inserted: int, deleted: int) -> float:
        others = sum(least[: max(0, len(least) - inserted)])
        return inserted * _INSERT + deleted * _DELETE + others - _ROUNDED

    return {-2: paid(0, 2), -1: paid(1, 2), 0: paid(1, 1), 1: paid(2, 1), 2: paid(2, 0)}


class _Seen:
    """A token as it is compared with one word after the other."""

    def __init__(self, token: str, channel: Channel) -> None:
        self.costs = [channel.costs(seen) for seen in token]
        self.pairs = [i > 0 and _is_pair(token[i - 1 : i + 1]) for i in range(len(token))]
        self.has_pairs = any(self.pairs)
        self._beside = _beside(sorted(costs.least for costs in self.costs))

    def at_most(self, true: str) -> float:
        """What seeing the token where `true` was printed costs at most: the cost of the straight way, where each character
        stands for its own; infinite where the lengths differ by more than one."""
        shift = len(self.costs) - len(true)
        if shift == 0:
            return self._straight(true)
        if shift == 1:
            return self._one_more(true)
        return self._one_less(true) if shift == -1 else math.inf

    def distance(self, true: str, at_most: float, limit: float) -> float:
        """The cost of seeing the token where `true` was printed, which is `at_most` what its straight way costs; infinite,
        or above `limit`, where it must be above.

        Any other of the ways through the table of edit distances inserts and deletes more, which alone is above many a limit.
        """
        if self.has_pairs and not HORNED.isdisjoint(true):
            return self._through_table(true, limit)
        beside = self._beside.get(len(self.costs) - len(true), 0.0)
        return at_most if at_most <= beside or limit <= beside else self._through_table(true, limit)

    def _straight(self, true: str) -> float:
        """The cost of a word of the same length where each character stands for its own."""
        total = 0.0
        for costs, c in zip(self.costs, true, strict=True):
            total += costs[c]
        return total

    def _one_more(self, true: str) -> float:
        """The cost where one character more was seen than the word has, and the others stand for their own."""
        behind, total = 0.0, _INSERT
        here = self.costs[0]
        for after, c in zip(self.costs[1:], true, strict=True):
            behind += here[c]
            total += after[c]
            if behind + _INSERT < total:  # noqa: PLR1730
                total = behind + _INSERT
            here = after
        return total

    def _one_less(self, true: str) -> float:
        """The cost where one character of the word was not seen, and the others stand for their own."""
        behind, total = 0.0, _DELETE
        for costs, c, after in zip(self.costs, true[:-1], true[1:], strict=True):
            behind += costs[c]
            total += costs[after]
            if behind + _DELETE < total:  # noqa: PLR1730
                total = behind + _DELETE
        return total

    def _through_table(self, true: str, limit: float) -> float:
        """The same by the whole table of edit distances; infinite as soon as a row is above the limit.

        A call of min() for each cell would take longer than the rest of it.
        """
        before: list[float] = []
        row = [_DELETE * j for j in range(len(true) + 1)]
        for costs, pair in zip(self.costs, self.pairs, strict=True):
            earlier, above = before, row
            left = least = above[0] + _INSERT
            row = [left]
            for j, c in enumerate(true):
                best = above[j] + costs[c]
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


_AT_MOST = itemgetter(0)


@dataclass(eq=False)
class Channel:
    """Counts of (true character → seen character) and the costs that follow from them. `letters` are those that words may
    be made of; with them, costs are reckoned faster."""

    counts: Mapping[str, Counter[str]] = field(default_factory=dict)
    letters: frozenset[str] = frozenset()
    _costs: dict[str, _Costs] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.totals = {true: sum(counts.values()) for true, counts in self.counts.items()}

    def costs(self, seen: str) -> _Costs:
        """What it costs to see a character, by the character that was printed."""
        known = self._costs.get(seen)
        if known is None:
            self._costs[seen] = known = _Costs(seen, self)
        return known

    def _table(self, seen: str, true: str) -> list[list[float]]:
        """Edit distance with learnt costs; table[i][j] is the cost of the first i seen for the first j true letters."""
        width = len(true)
        rows = [[_DELETE * j for j in range(width + 1)]]
        for i, o in enumerate(seen):
            above, costs = rows[i], self.costs(o)
            row = [above[0] + _INSERT]
            pair = i > 0 and _is_pair(seen[i - 1 : i + 1])
            for j, c in enumerate(true):
                best = above[j] + costs[c]
                best = min(best, above[j + 1] + _INSERT)
                best = min(best, row[j] + _DELETE)
                if pair and c in HORNED and rows[i - 1][j] + _TWO_FOR_ONE < best:
                    best = rows[i - 1][j] + _TWO_FOR_ONE
                row.append(best)
            rows.append(row)
        return rows

    def near(self, token: str, words: Sequence[str], within: float) -> list[tuple[float, str]]:
        """The words that a token may have been printed for, with their costs, cheapest first; a word that costs `within`
        more than the cheapest before it is left out."""
        lower = _Seen(token.lower(), self)
        capital = _Seen(token[:1] + token[1:].lower(), self) if token[:1] in CAPITALS_OF_D else None
        compared = []
        for word in words:
            seen, true = (capital, "Đ" + word[1:]) if capital is not None and word[:1] == "đ" else (lower, word)
            compared.append((seen.at_most(true), word, true, seen))
        compared.sort(key=_AT_MOST)  # what is likely first: its cost spares the others the table
        limit = math.inf
        found: list[tuple[float, str]] = []
        for at_most, word, true, seen in compared:
            cost = seen.distance(true, at_most, limit)
            if cost < limit:
                found.append((cost, word))
                limit = min(limit, cost + within)
        return sorted(found)

    def aligned(self, seen: str, true: str) -> list[tuple[str, str]]:
        """The pairs (seen, true) of characters on the cheapest path, insertions and deletions left out."""
        table = self._table(seen, true)
        pairs: list[tuple[str, str]] = []
        i, j = len(seen), len(true)
        while i and j:
            here = table[i][j]
            if here == table[i - 1][j - 1] + self.costs(seen[i - 1])[true[j - 1]]:
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
        new: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (seen, true), count in sorted(Counter(pairs).items()):
            if abs(len(seen) - len(true)) <= 1:
                for o, c in self.aligned(seen, true):
                    new[c][o] += count
        return Channel(new, self.letters)
