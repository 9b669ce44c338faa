"""Key programmes that only a footnote names: ``5 chương trình trọng điểm¹``, ``¹ Gồm: Chương trình ...; Chương trình ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.documents.note_anchors import note_anchors
from vankien.model import Outline, Passage

_CHOSEN = re.compile(r"chương trình (?:trọng điểm|trọng tâm|lớn|đột phá)\s?$", re.IGNORECASE)
_OPENS = re.compile(r"(?:(?:Bao g|G)ồm|Đó là)(?: có)?:?\s")
_ITEM = re.compile(r"(?P<name>Chương trình [^;.()]{8,160}?)(?=;|\.|\s?$)")

Noted = tuple[Passage, int, int, str, int]
"""A programme of a note: passage, start, end and name, and the line that the note hangs on."""


def noted_key_programmes(outline: Outline) -> Iterator[Noted]:
    """The key programmes that footnotes list."""
    notes = {s.passage.first_line: s for s in reversed(outline.sentences) if s.context.where == "footnote"}
    for note, sentence, at in note_anchors(outline, outline.sentences):
        said = notes.get(note.passage.first_line)
        opened = _OPENS.match(said.text) if said and _CHOSEN.search(sentence.text[:at]) else None
        if said is None or opened is None:
            continue
        for item in _ITEM.finditer(said.text, opened.end()):
            yield said.passage, item.start("name"), item.end("name"), item["name"].strip(), note.anchor or 0
