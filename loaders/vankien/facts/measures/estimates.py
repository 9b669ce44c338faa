"""Which values a sentence calls estimates: by words before the value, in the bracket behind it, or in its opening."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.facts.clauses.clause import Piece
from vankien.model import Lexicon
from vankien.vietnamese import is_upper, nfc


@lru_cache(maxsize=8)
def _estimates(lexicon: Lexicon) -> re.Pattern[str]:
    """The wordings of ``ontology/statuses.ttl`` that say that a value is no final one."""
    words = {nfc(s) for c in lexicon["statuses"] if c.id != "actual" for s in c.all_spellings()}
    ordered = sorted(words, key=lambda w: (-len(w), w))
    choice = "|".join(re.escape(w) if is_upper(w) else f"(?i:{re.escape(w)})" for w in ordered) or "(?!)"
    return re.compile(rf"(?<!\w)(?<!hơn\s)(?<!với\s)(?:{choice})(?!\w)")


def status_of(text: str, piece: Piece, lexicon: Lexicon, sentence_wide: bool) -> str | None:
    """``estimate`` if the clause, or the opening of the sentence, says so; else None."""
    own = max(0, min(piece.start, piece.quantity.at))
    joined = (
        _CUT_OFF.search(text[:own])
        if text.startswith(("đạt", "còn", "là"), own + (text[own : own + 1] == " "))
        else None
    )
    start = joined.start() if joined else own  # "..., và ước | đạt 1.246 MW": the cut fell between the two words
    if sentence_wide or _estimates(lexicon).search(text[start : piece.quantity.at]):
        return "estimate"
    behind = _BRACKET_BEHIND.match(text, piece.quantity.end)  # "còn 2,89% (ước cuối năm 2025)"
    return "estimate" if behind and _estimates(lexicon).match(behind["words"]) else None


_CUT_OFF = re.compile(r"[^\W\d]+\s?$")
_BRACKET_BEHIND = re.compile(r"\s?\((?P<words>[^()]{2,40})\)")


def estimated_throughout(text: str, lexicon: Lexicon) -> bool:
    """True if the opening of the sentence says that all its values are estimates (``Ước đến hết năm 2023, ...``)."""
    opening = re.match(r"(?:(?:Ghi\schú|Lưu\sý)\s?:\s)?[^,:]{0,60}[,:]", text)
    return bool(opening and _estimates(lexicon).search(opening.group()) and not re.search(r"\d\s*%", opening.group()))
