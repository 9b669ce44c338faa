"""Letters in the patterns of document and place names: capitals, and tones placed alike."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.vietnamese import nfc, tone_key

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐÐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Vietnamese capitals, for a character class: a range ``À-Ỹ`` would take in most small letters too."""

WORD = rf"[{UPPER}]\w*"
"""A word with a capital."""

PLACE = rf"{WORD}(?:[ ](?!(?:Khóa|Khoá|Lần|Nhiệm|Về)\b){WORD}){{0,3}}"
"""A place's name: up to four words with capitals."""

_MOVED = re.compile(r"[^\W\d_]*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)


@lru_cache(maxsize=16384)
def same_tones(text: str) -> str:
    """The text with every syllable's tone where the older spelling puts it; its length stays.

    Like `vankien.vietnamese.same_tones`, but only looks at the few syllables whose tone can stand on either letter.

    >>> same_tones("Tỉnh uỷ, khoá XI, quý III")
    'Tỉnh ủy, khóa XI, quý III'
    """
    return _MOVED.sub(lambda m: tone_key(m.group()), nfc(text))
