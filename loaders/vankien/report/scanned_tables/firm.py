"""Is the label of a scanned row one? What is left of a wrecked label names nothing, and its values would be those of nothing.

The register says which word follows which: words that were restored from bits of rulings follow one another nowhere
(``Xe quan``, ``Ea mẹ``). A label that opens as indicators do (``Tỷ lệ``, ``Sản lượng``) may hold more words that are not known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from vankien.model import Lexicon
from vankien.report.restoration.ngrams import END, NUMBER, OTHER, counts_path, load, text_to_words
from vankien.report.tables.rows import is_self_contained
from vankien.vietnamese import fold

_LEAST_MEASURED, _LEAST, _LEAST_OF_SOME = 0.3, 0.75, 0.6
_SOME = range(4, 13)
"""So many pairs of words tell enough, and are no heap of bits: fewer of them need be known."""
_SPANS = frozenset({END, NUMBER, OTHER})
_NO_END = frozenset({"để", "và", "của", "cho", "theo", "với", "là", "ở", "mà", "thì", "vì", "mẹ"})
_NO_START = _NO_END | {"từ", "ít", "mới", "đến"}
"""Words that a label without a word of measuring does not end and does not open with."""
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*[\s.]*){2,}")


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> frozenset[str]:
    """What indicators and fields are called, by their letters."""
    indicators = (s for concept in lexicon["indicators"] for s in concept.all_spellings())
    fields = (s for concept in lexicon["themes"] for s in concept.all_spellings() if " " in s)
    return frozenset(map(fold, (*indicators, *fields)))


def is_firm(label: str, lexicon: Lexicon) -> bool:
    """Do enough of the words of a label follow one another as the register has them? A name, all in capitals, and what the
    lists know is firm whatever its words; a single word of neither is not."""
    text = re.sub(r"^(?:\d{1,2}\s+)?[-–+*]\s*", "", label.strip())
    if fold(text) in _known(lexicon) or _NAME.fullmatch(text):
        return True
    words = list(text_to_words(text))
    pairs = [p for p in pairwise(words) if not _SPANS & set(p)]
    plain = [w for w in words if w not in _SPANS]
    if len(plain) < 2 or not pairs:
        return False
    model = load(counts_path())
    share = sum(word in model.pairs.get(before, {}) for before, word in pairs) / len(pairs)
    if is_self_contained(text):
        return share >= _LEAST_MEASURED
    least = _LEAST_OF_SOME if len(pairs) in _SOME else _LEAST
    return share >= least and text[:1].isalpha() and plain[0] not in _NO_START and plain[-1] not in _NO_END
