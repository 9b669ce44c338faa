"""A trigram model of the register: counts of up to three words in a row, learnt from clean documents.

The counts ship with the package (``data/ngrams.tsv.xz``); ``vankien train`` rebuilds them. Interpolated absolute
discounting (Ney, Essen, Kneser 1994) with the continuation counts of bigrams as the lowest order.
"""

from __future__ import annotations

import lzma
import math
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from vankien.errors import CannotRead
from vankien.model import Lexicon, Report
from vankien.vietnamese import nfc, tone_key

END, NUMBER, OTHER = "</s>", "<n>", "<x>"
"""What stands for the end of a sentence, a number, and anything that is neither number nor syllable (codes)."""

DATA = Path(__file__).parents[1] / "data" / "ngrams.tsv.xz"
_DISCOUNT = 0.75
_LEAST_WORDS = 1000
_SYLLABLE = re.compile(r"[a-zà-ỹđ]+")
_NUMERIC = re.compile(r"[\d.,/%:+<>=-]+")
_STOPS = frozenset(".;:!?")
PUNCTUATION = ".,;:!?()[]{}\"“”‘’'…*-–—/|%+<>=~`·•"


def core(token: str) -> tuple[str, str, str]:
    """A token as what stands before it, its core, and what stands after it.

    >>> core("(“Đảng”),")
    ('(“', 'Đảng', '”),')
    """
    start, end = 0, len(token)
    while start < end and token[start] in PUNCTUATION:
        start += 1
    while end > start and token[end - 1] in PUNCTUATION:
        end -= 1
    return token[:start], token[start:end], token[end:]


def text_to_words(text: str) -> Iterator[str]:
    """The words of a clean text as the model counts them: lower case, tones placed alike, numbers as one symbol.

    >>> list(text_to_words("Uỷ ban đạt 54,5%. Số 05-NQ/TU"))
    ['ủy', 'ban', 'đạt', '<n>', '</s>', 'số', '<x>']
    """
    for token in nfc(text).split():
        before, word, after = core(token)
        if _STOPS & set(before):
            yield END
        if word:
            parts = [word] if any(c.isdigit() for c in word) else [w for w in re.split(r"[-–]", word) if w]
            for part in parts:
                if _NUMERIC.fullmatch(part):
                    yield NUMBER
                else:
                    syllable = tone_key(part.lower())
                    yield syllable if _SYLLABLE.fullmatch(syllable) else OTHER
        if _STOPS & set(after):
            yield END


@dataclass(frozen=True, slots=True)
class Continuations:
    """What follows one or two words: the discounted probability of each follower seen, and the mass that is left for
    the lower order."""

    seen: dict[str, float]
    left: float


@dataclass(frozen=True, eq=False)
class NGrams:
    """Counts of words, pairs and triples, and the model made of them. Compared and hashed by identity."""

    one: Counter[str]
    two: Counter[tuple[str, str]]
    three: Counter[tuple[str, str, str]]
    _after_one: dict[str, Continuations] = field(default_factory=dict, repr=False)
    _after_two: dict[tuple[str, str], Continuations] = field(default_factory=dict, repr=False)
    _alone: Counter[str] = field(default_factory=Counter, repr=False)

    def __post_init__(self) -> None:
        self._alone.update(word for _, word in self.two)
        pairs: dict[str, dict[str, int]] = {}
        for (before, word), count in self.two.items():
            pairs.setdefault(before, {})[word] = count
        triples: dict[tuple[str, str], dict[str, int]] = {}
        for (first, second, word), count in self.three.items():
            triples.setdefault((first, second), {})[word] = count
        self._after_one.update((k, _discounted(v)) for k, v in pairs.items())
        self._after_two.update((k, _discounted(v)) for k, v in triples.items())

    @property
    def vocabulary(self) -> list[str]:
        """Every syllable that was seen, sorted."""
        return sorted(w for w in self.one if _SYLLABLE.fullmatch(w))

    def alone(self, word: str) -> float:
        """The probability of a word whatever stands before it: in how many different pairs it comes second."""
        return 0.9 * self._alone[word] / (len(self.two) or 1) + 1e-7

    def after(self, first: str, second: str) -> tuple[Continuations, Continuations]:
        """What may follow two words, and what may follow the second of them."""
        return self._after_two.get((first, second), _NOTHING), self._after_one.get(second, _NOTHING)

    def logp(self, first: str, second: str, word: str) -> float:
        """The natural logarithm of the probability of a word after two others; never minus infinity."""
        two, one = self.after(first, second)
        p = one.seen.get(word, 0.0) + one.left * self.alone(word)
        return math.log(two.seen.get(word, 0.0) + two.left * p + 1e-9)


_NOTHING = Continuations({}, 1.0)


def _discounted(counts: dict[str, int]) -> Continuations:
    total = sum(counts.values())
    return Continuations({w: (n - _DISCOUNT) / total for w, n in counts.items()}, _DISCOUNT * len(counts) / total)


def train(texts: Iterable[str]) -> NGrams:
    """Count the words, pairs and triples of clean texts; words with lost letters are left out.

    >>> model = train(["đất nước đổi mới", "đất nước phát triển"])
    >>> model.logp("</s>", "đất", "nước") > model.logp("</s>", "đất", "triển")
    True
    """
    one: Counter[str] = Counter()
    two: Counter[tuple[str, str]] = Counter()
    three: Counter[tuple[str, str, str]] = Counter()
    for text in texts:
        words = [END, END, *(w for w in text_to_words(text) if "\ufffd" not in w)]
        one.update(words)
        two.update(pairwise(words))
        three.update(zip(words, words[1:], words[2:], strict=False))
    return NGrams(one, two, three)


def lexicon_text(lexicon: Lexicon) -> str:
    """Every Vietnamese label and spelling of the lists as one text: names of places, bodies and indicators belong to
    the register, and no document of one province holds those of another."""
    concepts = (c for name in sorted(lexicon.schemes) for c in lexicon.schemes[name])
    return ". ".join(text for c in concepts for text in (c.vi, *c.spellings))


def train_on(reports: Iterable[Report], lexicon: Lexicon) -> NGrams:
    """The model of clean documents and of the lists. Raises `CannotRead` if they have fewer than a thousand words."""
    texts = ["\n".join(line.text for line in report.lines) for report in reports]
    if sum(len(text.split()) for text in texts) < _LEAST_WORDS:
        raise CannotRead("the documents", f"fewer than {_LEAST_WORDS:,} words", advice="name more clean documents")
    return train([*texts, lexicon_text(lexicon)])


def dump(model: NGrams, path: Path) -> None:
    """Write the counts, sorted, as xz-compressed lines ``word [word [word]] TAB count``; equal counts, equal bytes.

    Written under a temporary name first. Raises `CannotRead` if the file cannot be written.
    """
    rows = [f"{w}\t{n}" for w, n in sorted(model.one.items())]
    rows += [f"{' '.join(k)}\t{n}" for k, n in sorted(model.two.items())]
    rows += [f"{' '.join(t)}\t{n}" for t, n in sorted(model.three.items())]
    data = lzma.compress(("\n".join(rows) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + ".part")
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        raise CannotRead(str(path), error.strerror or "cannot be written", advice="name another file with -o") from None


def counts_path() -> Path:
    """The file of counts in use: ``VANKIEN_NGRAMS``, else the one that ships with the package."""
    named = os.environ.get("VANKIEN_NGRAMS", "")
    return Path(named) if named else DATA


@lru_cache(maxsize=2)
def load(path: Path) -> NGrams:
    """Read counts written by `dump`. Raises `CannotRead` if the file is missing or damaged."""
    try:
        text = lzma.decompress(path.read_bytes()).decode()
        one: Counter[str] = Counter()
        two: Counter[tuple[str, str]] = Counter()
        three: Counter[tuple[str, str, str]] = Counter()
        for row in text.splitlines():
            words, count = row.rsplit("\t", 1)
            match words.split(" "):
                case [a]:
                    one[a] = int(count)
                case [a, b]:
                    two[a, b] = int(count)
                case [a, b, c]:
                    three[a, b, c] = int(count)
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise CannotRead(str(path), f"no n-gram counts ({error})", advice="rebuild them with 'vankien train'") from None
    return NGrams(one, two, three)
