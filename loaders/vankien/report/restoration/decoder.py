"""The decoder: the likeliest words of a scan, by the channel and by the words before each, found with a beam."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from vankien.report.restoration.channel import TWO_FOR_ONE, Channel, folded
from vankien.report.restoration.ngrams import DISCOUNT, END, NOTHING, NUMBER, NGrams
from vankien.report.restoration.slots import DIGITS_OF, Slot, decoded, may_be_word
from vankien.vietnamese import skeleton

BEAM = 8
_CANDIDATES = 24
_WINDOW = 9.0
_HOPELESS = 9.5
_KEPT, _ENOUGH = 60, 24
"""How many of the words near a token are looked at again with another channel, and how many make such a choice safe."""
_STOPS = frozenset(".;:!?")
_WHOLE = {"¢": ("có", "cố")}
"""What a sign alone may also be the rest of: a ``c`` that ran into its vowel (``toan tinh ¢ 477 co so``, ``cung ¢``)."""


_State = tuple[float, str, str, object]
"""A way to read what came before: its score, its last two words, and the chain of all of its words, the last first."""
_Option = tuple[str, float, float]
"""What a slot may be read as: the word, its cost, its probability on its own."""


@dataclass(eq=False)
class Decoder:
    """Decodes lines with a language model and a channel; remembers the candidates of every token form."""

    model: NGrams
    channel: Channel = field(default_factory=Channel)
    beam: int = BEAM
    neighbours: dict[str, list[str]] = field(default_factory=dict)
    _by_skeleton: dict[str, list[str]] = field(default_factory=dict)
    _candidates: dict[str, list[_Option]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in self.model.vocabulary:
            self._by_skeleton.setdefault(skeleton(word), []).append(word)
        self._skeletons = list(self._by_skeleton)
        self._near_form = lru_cache(maxsize=None)(self._skeletons_near)

    def with_channel(self, channel: Channel) -> Decoder:
        """The same decoder with another channel; the words near each token form are not searched again."""
        return Decoder(self.model, channel, BEAM, self.neighbours)

    def _skeletons_near(self, form: str, cutoff: int) -> list[str]:
        """The skeletons of the vocabulary within so many edits of a form."""
        near = process.extract(form, self._skeletons, scorer=Levenshtein.distance, score_cutoff=cutoff, limit=None)
        return [found for found, _, _ in near]

    def _near(self, token: str) -> list[str]:
        """Words of the vocabulary whose skeleton is within one or two edits of a reading of the token."""
        known = self.neighbours.get(token)
        if known is not None:
            return known
        base = folded(token)
        forms = {base, base.replace("l", "i"), base.replace("i", "l", 1)}
        if token[:1] in "pb":
            forms.add("d" + base[1:])
        forms |= {base.replace(pair, "u") for pair in TWO_FOR_ONE if pair in base}
        cutoff = 1 if len(base) <= 3 else 2
        found = set().union(*(self._near_form(form, cutoff) for form in forms))
        words = [w for s in sorted(found) for w in self._by_skeleton[s]]
        self.neighbours[token] = words
        return words

    def candidates(self, token: str) -> list[_Option]:
        """What a token in lower case (a first ``P``, ``B`` or ``D`` may be a capital) may have been printed for, cheapest first: word, cost, probability on its own."""
        known = self._candidates.get(token)
        if known is None:
            scored = self.channel.near(token, self._near(token.lower()), _HOPELESS)
            best = scored[0][0] if scored else 0.0
            near = [(w, cost) for cost, w in scored[:_CANDIDATES] if cost < best + _WINDOW] or [(token, 0.0)]
            known = [(w, cost, self.model.alone(w)) for w, cost in [*near, *((w, best) for w in _WHOLE.get(token, ()))]]
            self._candidates[token] = known
            if len(scored) > _ENOUGH and token.islower():
                self.neighbours[token] = [w for _, w in scored[:_KEPT]]
        return known

    def decode(self, lines: Sequence[Sequence[Slot]]) -> list[list[tuple[Slot, str]]]:
        """The best reading of consecutive lines: per line its tokens with the restored core."""
        words = iter(self._best_path([slot for slots in lines for slot in slots]))
        return [[(slot, next(words)) for slot in slots] for slots in lines]

    def _best_path(self, slots: Sequence[Slot]) -> list[str]:
        """Beam search over states (last two words), best state first, so that hopeless options are cut early; ties go
        to the earlier state, so the result is one."""
        states: list[_State] = [(0.0, END, END, None)]
        for slot in slots:
            if slot.symbol == "":
                states = [(score, first, second, ("", back)) for score, first, second, back in states]
                continue
            stop = not _STOPS.isdisjoint(slot.parts[2])
            found = self._extended(states, self._options(slot), stop)
            found.sort(key=_score, reverse=True)
            if stop:
                states = [(score, word, END, (word, back)) for score, _, word, back in found[: self.beam]]
            else:
                states = [(score, before, word, (word, back)) for score, before, word, back in found[: self.beam]]
        return _unwind(states[0][3])

    def _options(self, slot: Slot) -> list[_Option]:
        """What a slot may be read as; a number that looks like a word also as that word."""
        known = slot.symbol
        if known is None:
            return self.candidates(decoded(slot.parts[1]))
        options = [(known, 0.0, self.model.alone(known))]
        if known == NUMBER and slot.parts[1] in DIGITS_OF and may_be_word(slot):
            words = self._by_skeleton.get(DIGITS_OF[slot.parts[1]], [])
            options += [(w, 0.0, self.model.alone(w)) for w in words]
        return options

    def _extended(self, states: list[_State], options: list[_Option], stop: bool) -> list[_State]:
        """The best way to each pair of the last word of a state and an option (behind a stop: to each option alone), in the
        order in which they are come to; of each the score, both words, and the words of the state.

        The innermost loop of the decoding. States that end in one word share a dictionary, which spares a key of two
        words for each option. Two states whose last two words were never seen together and that end in one word differ in
        their scores alone: the later, lower one is no better for any option (a ninth of all options).
        """
        log, best, hopeless = math.log, -math.inf, -math.inf
        after_one, after_two = self.model.after_one.get, self.model.after_two.get
        ways: dict[str, dict[str, _State]] = {}
        plain: set[str] = set()
        for score, first, second, back in states:
            counts, total, left = after_one(second, NOTHING)
            two = after_two((first, second), NOTHING)
            if two is NOTHING:
                if second in plain:
                    continue
                plain.add(second)
            counts_two, total_two, left_two = two
            count_of, count_of_two = counts.get, counts_two.get
            end = END if stop else second
            to = ways.get(end)
            if to is None:
                to = ways[end] = {}
            for word, cost, alone in options:
                value = score - cost
                if value < hopeless:
                    break
                p = left * alone
                if (count := count_of(word)) is not None:
                    p += (count - DISCOUNT) / total
                p *= left_two
                if (count := count_of_two(word)) is not None:
                    p += (count - DISCOUNT) / total_two
                value += log(p + 1e-9)
                known = to.get(word)
                if known is None or known[0] < value:
                    to[word] = (value, second, word, back)
                    if value > best:
                        best, hopeless = value, value - _WINDOW
        return [way for to in ways.values() for way in to.values()]


_score = itemgetter(0)


def _unwind(back: object) -> list[str]:
    words: list[str] = []
    while isinstance(back, tuple):
        words.append(back[0])
        back = back[1]
    return words[::-1]
