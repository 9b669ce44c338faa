"""Footnotes that name the targets which the text only counts: ``Còn 03 chỉ tiêu chưa đạt(5)``, ``(5) Gồm: A; B; C``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.documents.note_anchors import note_anchors
from vankien.facts.evidence import evidence_of
from vankien.facts.verdicts.verdict import text_to_verdicts
from vankien.model import Assessment, Lexicon, Outline

_LIST = re.compile(
    r"(?:(?:Bao\s)?[Gg]ồm|Đó\slà|Cụ\sthể|Là)(?:\scác\schỉ\stiêu)?\s?:\s(?P<list>(?:[^.:()\d]|/\d+\svạn)+)\.?"
)
_COUNTED = re.compile(r"(?<![\d/])(?P<count>\d{1,2})(?:/\d{1,2})?\schỉ\stiêu(?!\w)", re.IGNORECASE)
_NEAR = 20
"""Within so many letters behind its verdict the marker of such a note stands."""


def judged_in_notes(outline: Outline, lexicon: Lexicon) -> Iterator[Assessment]:
    """The verdict of a sentence on each of the targets that it counts and its footnote names, as many as it counts."""
    first = {s.context.footnote: s for s in reversed(outline.sentences) if s.context.where == "footnote"}
    for note, anchor, at in note_anchors(outline, outline.sentences):
        said = [v for v in text_to_verdicts(anchor.text, lexicon) if v.percent is None and v.end <= at + 1]
        sentence = first.get(note.mark)
        listed = _LIST.fullmatch(sentence.text) if sentence and said and at - said[-1].end <= _NEAR else None
        if sentence is None or listed is None:
            continue
        items = list(re.finditer(r"[^;]+" if ";" in listed["list"] else r"[^,]+", listed["list"]))
        counts = {int(m["count"]) for m in _COUNTED.finditer(anchor.text[: said[-1].start])}
        for item in items if len(items) in counts else ():
            name = item.group().strip()
            start = listed.start("list") + item.start() + len(item.group()) - len(item.group().lstrip())
            where = evidence_of(
                outline.report, sentence.passage, start, start + len(name), "assessment-list", value_at=start
            )
            yield Assessment(
                indicator=name[:1].upper() + name[1:], as_of=None, verdict=said[-1].verdict, evidence=where
            )
