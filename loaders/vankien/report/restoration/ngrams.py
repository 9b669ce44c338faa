"""A trigram model of the register: counts of up to three words in a row, learnt from clean documents.

The counts ship with the package (``data/ngrams.tsv.xz``); ``vankien train`` rebuilds them. Those that ship were learnt from
three clean reports, our own phrases of the register (``data/phrases/``), the labels of the lists, and our own typed sample
and test documents (no scan is among them, nor the typed text of one). Interpolated absolute discounting (Ney, Essen, Kneser 1994) with the continuation counts of bigrams as
the lowest order.
"""

from __future__ import annotations

import lzma
import math
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

from vankien.errors import CannotRead
from vankien.model import Lexicon, Report
from vankien.vietnamese import nfc, tone_key

END, NUMBER, OTHER = "</s>", "<n>", "<x>"
"""What stands for the end of a sentence, a number, and anything that is neither number nor syllable (codes)."""

DATA = Path(__file__).parents[2] / "data" / "ngrams.tsv.xz"
PHRASES = DATA.with_name("phrases")
"""The folder of our own collection of the phrases of the register, a file for each field that such reports speak of: what a few
reports of a few provinces do not happen to say (``bạo loạn lật đổ``, ``vui chơi, giải trí``) would be restored to what they
say. Plain text in our own words; a comma ends a phrase as a full stop does."""
DISCOUNT = 0.75
_LEAST_WORDS = 1000
_SYLLABLE = re.compile(r"[a-zà-ỹđ]+")
_NUMERIC = re.compile(r"[\d.,/%:+<>=-]+")
_STOPS = frozenset(".;:!?")
_TITLE = 5
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
    """The words of a clean text as the model counts them: lower case, tones placed alike, numbers as one symbol, and one for
    what a scan's decoder leaves alone: codes, abbreviations and numerals in capitals, letters that number an item.

    >>> list(text_to_words("Uỷ ban đạt 54,5%. Số 05-NQ/TU"))
    ['ủy', 'ban', 'đạt', '<n>', '</s>', 'số', '<x>']
    >>> list(text_to_words("b) UBND khóa XIV\\nĐẠI HỘI ĐẢNG BỘ")), list(text_to_words("GRDP ở xã Y"))
    (['<x>', '<x>', 'khóa', '<x>', 'đại', 'hội', 'đảng', 'bộ'], ['<x>', 'ở', 'xã', 'y'])
    """
    for line in nfc(text).split("\n"):
        yield from _line_to_words(line)


def _is_sign(word: str, capitals: bool) -> bool:
    """An abbreviation or a numeral in capitals outside a title, or a letter that is no syllable."""
    if len(word) == 1:
        return word.isascii() and word not in "yY"
    return word.isupper() and not capitals


def _line_to_words(line: str) -> Iterator[str]:
    letters = [c for c in line if c.isalpha()]
    capitals = len(letters) > _TITLE and sum(c.isupper() for c in letters) > 0.7 * len(letters)
    for token in line.split():
        before, word, after = core(token)
        if _STOPS & set(before):
            yield END
        if word:
            parts = [word] if any(c.isdigit() for c in word) else [w for w in re.split(r"[-–]", word) if w]
            for part in parts:
                if _NUMERIC.fullmatch(part):
                    yield NUMBER
                elif _is_sign(part, capitals):
                    yield OTHER
                else:
                    syllable = tone_key(part.lower())
                    yield syllable if _SYLLABLE.fullmatch(syllable) else OTHER
        if _STOPS & set(after):
            yield END


class Continuations(NamedTuple):
    """What follows one or two words: how often each follower was seen, how often any, and the mass that is left for the
    lower order. A tuple, and discounted only where it is asked: of the thousands of them a document needs few."""

    counts: Mapping[str, int]
    total: int
    left: float

    def seen(self, word: str) -> float:
        """The discounted probability of a follower; 0 for one that was not seen."""
        count = self.counts.get(word)
        return 0.0 if count is None else (count - DISCOUNT) / self.total


NOTHING = Continuations({}, 1, 1.0)
"""What follows words that were never seen."""


def _continuations(counts: Mapping[str, int]) -> Continuations:
    total = sum(counts.values())
    return Continuations(counts, total, DISCOUNT * len(counts) / total)


@dataclass(frozen=True, eq=False)
class NGrams:
    """Counts of words, of what follows a word and of what follows two, and the model made of them. Compared and hashed by
    identity."""

    one: Counter[str]
    pairs: Mapping[str, Mapping[str, int]]
    triples: Mapping[tuple[str, str], Mapping[str, int]]
    after_one: dict[str, Continuations] = field(default_factory=dict, repr=False)
    after_two: dict[tuple[str, str], Continuations] = field(default_factory=dict, repr=False)
    _alone: Counter[str] = field(default_factory=Counter, repr=False)

    def __post_init__(self) -> None:
        for counts in self.pairs.values():
            self._alone.update(counts.keys())
        self.after_one.update((before, _continuations(counts)) for before, counts in self.pairs.items())
        self.after_two.update((before, _continuations(counts)) for before, counts in self.triples.items())

    @property
    def two(self) -> Counter[tuple[str, str]]:
        """The counts of two words in a row."""
        return Counter({(first, word): n for first, counts in self.pairs.items() for word, n in counts.items()})

    @property
    def three(self) -> Counter[tuple[str, str, str]]:
        """The counts of three words in a row."""
        return Counter({(*before, word): n for before, counts in self.triples.items() for word, n in counts.items()})

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every syllable that was seen, sorted."""
        return sorted(w for w in self.one if _SYLLABLE.fullmatch(w))

    @property
    def letters(self) -> frozenset[str]:
        """Every letter of the vocabulary, and the one capital that words are compared with."""
        return frozenset("Đ").union(*self.vocabulary)

    def alone(self, word: str) -> float:
        """The probability of a word whatever stands before it: in how many different pairs it comes second."""
        return 0.9 * self._alone[word] / (self._different_pairs or 1) + 1e-7

    @cached_property
    def _different_pairs(self) -> int:
        return sum(map(len, self.pairs.values()))

    def logp(self, first: str, second: str, word: str) -> float:
        """The natural logarithm of the probability of a word after two others; never minus infinity."""
        two, one = self.after_two.get((first, second), NOTHING), self.after_one.get(second, NOTHING)
        p = one.seen(word) + one.left * self.alone(word)
        return math.log(two.seen(word) + two.left * p + 1e-9)


def train(texts: Iterable[str], phrases: str = "") -> NGrams:
    """Count the words, pairs and triples of clean texts, and those inside phrases; words with lost letters are left out.

    >>> model = train(["đất nước đổi mới", "đất nước phát triển"])
    >>> model.logp("</s>", "đất", "nước") > model.logp("</s>", "đất", "triển")
    True
    """
    one: Counter[str] = Counter()
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    triples: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def count(words: Sequence[str]) -> None:
        one.update(words)
        for first, word in pairwise(words):
            pairs[first][word] += 1
        for first, second, word in zip(words, words[1:], words[2:], strict=False):
            triples[first, second][word] += 1

    for text in texts:
        count([END, END, *(w for w in text_to_words(text) if "\ufffd" not in w)])
    for words in phrases_to_words(phrases, frozenset(one)):
        count(words)
    return NGrams(one, pairs, triples)


def phrases_to_words(text: str, known: frozenset[str]) -> list[list[str]]:
    """The words of each phrase: what stands between two commas or stops, for a list says nothing of what follows what across
    its commas. A phrase is parted at a word that is not known and that all the phrases say only once: a part of a foreign name
    more often than not, and one more thing that a token of a scan could be read as.

    >>> phrases_to_words("nuôi tôm, nuôi cá; Hokkaido", frozenset({"nuôi", "tôm", "cá"}))
    [['nuôi', 'tôm'], ['nuôi', 'cá']]
    """
    phrases = [list(text_to_words(phrase)) for phrase in re.split(r"[,.;:!?](?=\s)|[()\n]", text)]
    said = Counter(word for phrase in phrases for word in phrase)
    kept = (known | {NUMBER, OTHER} | {word for word, times in said.items() if times > 1}) - {END}
    return [list(part) for phrase in phrases for is_kept, part in groupby(phrase, kept.__contains__) if is_kept]


def lexicon_text(lexicon: Lexicon) -> str:
    """Every Vietnamese label and spelling of the lists as one text: names of places, bodies and indicators belong to
    the register, and no document of one province holds those of another."""
    concepts = (c for name in sorted(lexicon.schemes) for c in lexicon.schemes[name])
    return ". ".join(text for c in concepts for text in (c.vi, *c.spellings))


def phrases_text() -> str:
    """Our own phrases of the register, all fields as one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(PHRASES.glob("*.txt")))


def train_on(reports: Iterable[Report], lexicon: Lexicon) -> NGrams:
    """The model of clean documents, of the phrases of the register and of the lists. Raises `CannotRead` if the documents have
    fewer than a thousand words."""
    texts = ["\n".join(line.text for line in report.lines) for report in reports]
    if sum(len(text.split()) for text in texts) < _LEAST_WORDS:
        raise CannotRead("the documents", f"fewer than {_LEAST_WORDS:,} words", advice="name more clean documents")
    return train([*texts, lexicon_text(lexicon)], phrases_text())


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
    followers: dict[str, dict[str, int]] = {"": {}}
    try:
        text = lzma.decompress(path.read_bytes()).decode()
        for row in text.splitlines():
            words, count = row.rsplit("\t", 1)
            before, _, word = words.rpartition(" ")
            known = followers.get(before)
            if known is None:
                followers[before] = {word: int(count)}
            else:
                known[word] = int(count)
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise CannotRead(str(path), f"no n-gram counts ({error})", advice="rebuild them with 'vankien train'") from None
    one = Counter(followers.pop(""))
    pairs: dict[str, dict[str, int]] = {}
    triples: dict[tuple[str, str], dict[str, int]] = {}
    for before, counts in followers.items():
        match before.split(" "):
            case [a]:
                pairs[a] = counts
            case [a, b]:
                triples[a, b] = counts
    return NGrams(one, pairs, triples)
