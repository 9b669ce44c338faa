"""Where footnotes hang: the sentence of the text and the offset in it; what they say of the name before their marker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from vankien.facts.documents.citations import Mention, mentions
from vankien.model import Footnote, Lexicon, Outline, Passage, Sentence

_ESTABLISHED = re.compile(
    r"(?:(?:Được|Đã)\s)*(?:phê duyệt|ban hành|thông qua)(?:\s(?:kèm )?(?:theo|tại|bằng))+\s", re.IGNORECASE
)
_NEAR = re.compile(r"[”\"]?(?: (?:trên địa bàn|của) [^,;.]{3,40})?\s*")
"""What may stand between a name and the marker."""


def note_anchors(outline: Outline, sentences: Iterable[Sentence]) -> Iterator[tuple[Footnote, Sentence, int]]:
    """Each footnote whose marker was found, with the one of the `sentences` that it hangs on and the offset there."""
    body = sorted((s for s in sentences if s.context.where == "prose"), key=_begin)
    starts = [_begin(s) for s in body]
    for note in outline.footnotes:
        index = bisect_right(starts, note.anchor_at) - 1 if note.anchor_at is not None else -1
        if index >= 0 and note.anchor_at is not None:
            sentence = body[index]
            yield note, sentence, _offset(sentence.passage, note.anchor_at)


def _begin(sentence: Sentence) -> int:
    return sentence.passage.position_at(0)


def _offset(passage: Passage, position: int) -> int:
    """The offset in a passage of a position in the document; its length for a position behind it."""
    return bisect_right(range(len(passage.text)), position - 1, key=passage.position_at)


def opening_documents(outline: Outline, lexicon: Lexicon) -> dict[int, Mention]:
    """The first document of each footnote, by the first line of the note."""
    out: dict[int, Mention] = {}
    for mention in mentions(outline, lexicon):
        if mention.sentence.context.where == "footnote":
            out.setdefault(mention.sentence.passage.first_line, mention)
    return out


def establishes(mention: Mention) -> bool:
    """Does a footnote open with the document that established what it hangs on: ``Phê duyệt tại Quyết định số ...``?"""
    return bool(mention.code and _ESTABLISHED.fullmatch(mention.sentence.text[: mention.start]))


def hangs_on(text: str, end: int, at: int) -> bool:
    """Does a marker at that offset hang on a name that ends before it?"""
    return end <= at + 1 and bool(_NEAR.fullmatch(text[end:at]))
