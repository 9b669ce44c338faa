"""Letters that the source lost (U+FFFD): one letter per document, found with the words of the lists.

A text dump that lost a letter lost the same one everywhere. The letter is the one that makes most damaged words,
with their neighbour, a pair of words of the vocabulary ("hướng d�n" → "hướng dẫn"). Length and offsets stay.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from vankien.model import Finding, Lexicon, Report

LOST = "\ufffd"
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_DAMAGED = re.compile(rf"(?:(\w+)\s+)?(\w*[^\W\d_]{LOST}\w*|{LOST}[^\W\d_]\w*)(?:\s+(\w+))?")


@lru_cache(maxsize=4)
def _pairs(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Every two neighbouring words of every Vietnamese label and spelling of the lists."""
    pairs: set[tuple[str, str]] = set()
    for concepts in lexicon.schemes.values():
        for concept in concepts:
            for text in concept.all_spellings():
                words = re.findall(r"\w+", text.lower())
                pairs.update(pairwise(words))
    return frozenset(pairs)


def _lost_letter(report: Report, lexicon: Lexicon) -> str | None:
    """The one letter that explains the damaged words; None if the lists do not single one out."""
    text = "\n".join(line.text.lower() for line in report.lines)
    pairs = _pairs(lexicon)
    votes: Counter[str] = Counter()
    for before, word, after in _DAMAGED.findall(text):
        for letter in _LETTERS:
            whole = word.replace(LOST, letter)
            votes[letter] += ((before, whole) in pairs) + ((whole, after) in pairs)
    best = votes.most_common(2)
    if not best or not best[0][1] or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def restore_lost_letters(report: Report, lexicon: Lexicon) -> tuple[Report, tuple[Finding, ...]]:
    """The report with its lost letter put back, and a finding that says so.

    Only U+FFFD inside or beside a word is a lost letter; one that stands alone (a footnote sign) is left.
    """
    damaged = [line for line in report.lines if LOST in line.text and _DAMAGED.search(line.text.lower())]
    if not damaged:
        return report, ()
    letter = _lost_letter(report, lexicon)
    first = damaged[0].number
    if letter is None:
        return report, (_finding("lost-letter", report, first, len(damaged), "?"),)

    def restore(text: str) -> str:
        inside = re.compile(rf"(?<=[^\W\d_]){LOST}|{LOST}(?=[^\W\d_])")
        return inside.sub(
            lambda m: (
                letter.upper()
                if text[: m.start()][-2:].isupper() and len(text[: m.start()].split()[-1]) > 1
                else letter
            ),
            text,
        )

    lines = tuple(replace(line, text=restore(line.text)) if LOST in line.text else line for line in report.lines)
    return replace(report, lines=lines), (_finding("lost-letter", report, first, len(damaged), letter),)


def _finding(code: str, report: Report, line: int, count: int, letter: str) -> Finding:
    return Finding(
        code,
        "Info",
        report.id,
        line,
        f"{count} dòng mất một chữ cái (ký tự U+FFFD), đọc là “{letter}”",
        f"{count} lines lost a letter (U+FFFD), read as “{letter}”",
    )
