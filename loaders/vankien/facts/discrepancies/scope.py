"""Of which area, programme and table a fact speaks: facts about a part are never compared with facts about the whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from vankien.facts.discrepancies.parts import Measured
from vankien.model import Outline, Paragraph
from vankien.vietnamese import fold

_REGION = re.compile(
    r"(?:[-–+*]\s*)?((?:tiểu\s)?(?:vùng|khu vực|huyện|thành phố|thị xã|xã(?!\shội)|phường|cụm)\s[^:.;]{3,80}?)\s*[:.]",
    re.IGNORECASE,
)
_PART = re.compile(
    r"tai dinh cu|bien gioi|vung cao|vung sau|dac biet kho khan|vung dong bao|long ho|huyen ngheo|xa ngheo|khu vuc|tieu vung"
    r"|cap tinh|cap huyen|cap xa|dan toc thieu so|nuoc ngoai|tai tinh ngoai"
)
"""Words that confine what follows them in a sentence to a part of the province or of its people."""
_PROGRAMME = re.compile(
    r"(?<!nghi quyet, )(?<!chu truong, )(?<!chinh sach, )\b(?:chuong trinh|de an|tieu du an)\b(?!, chinh sach)"
)


@dataclass(frozen=True)
class Places:
    """Which paragraph a fact stands in, and the area that the paragraph, its heading or the words before it speak of."""

    starts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[tuple[int, int], ...]

    def paragraph(self, fact: Measured) -> int | None:
        """The number of the fact's paragraph; None for tables."""
        found = self._of(fact)
        return found.number if found else None

    def region(self, fact: Measured) -> str:
        """The region that the fact's paragraph opens with ("Vùng lòng hồ: ..."), folded; empty for the whole province."""
        found = self._of(fact)
        if found is None:
            return ""
        opening = next((t for t in (found.passage.text, *reversed(found.context.titles)) if _REGION.match(f"{t}:")), "")
        match = _REGION.match(f"{opening}:")
        return fold(match.group(1)) if match else ""

    def parts(self, fact: Measured) -> frozenset[str]:
        """The parts of the province or its people that the sentence names before the fact."""
        return frozenset(_PART.findall(fold(re.split(r"[.;]\s", self._before(fact))[-1])))

    def in_programme(self, fact: Measured) -> bool:
        """True if the heading above, or the paragraph before the fact, speaks of a programme."""
        found = self._of(fact)
        titles = found.context.titles[-1:] if found else ()
        return bool(_PROGRAMME.search(fold(" ".join((*titles, self._before(fact))))))

    def table(self, fact: Measured) -> int | None:
        """The number of the table that a fact was read from; None for prose."""
        if not fact.evidence.rule.startswith("table-"):
            return None
        line = fact.evidence.line
        return next((i for i, (first, last) in enumerate(self.tables) if first <= line <= last), None)

    def _before(self, fact: Measured) -> str:
        """The words of the paragraph before a fact."""
        found = self._of(fact)
        if found is None:
            return ""
        passage, start = found.passage, fact.evidence.start
        piece = next((p for p in reversed(passage.pieces) if p.start <= start), passage.pieces[0])
        return passage.text[: max(0, piece.at + start - piece.start)]

    def _of(self, fact: Measured) -> Paragraph | None:
        if fact.evidence.rule.startswith("table-"):
            return None
        at = bisect_right(self.starts, fact.evidence.start) - 1
        return self.paragraphs[at] if at >= 0 else None


def outline_to_places(outline: Outline) -> Places:
    """The paragraphs and tables of a document in the order of the text."""
    pairs = sorted(((p.passage.position_at(0), p) for p in outline.paragraphs if p.passage.text), key=lambda x: x[0])
    tables = tuple((t.first_line, t.last_line) for t in outline.tables)
    return Places(tuple(s for s, _ in pairs), tuple(p for _, p in pairs), tables)


def same_area(a: Measured, b: Measured, places: Places) -> bool:
    """True if two facts speak of the same area and people, as far as the text says."""
    return (
        fold(a.scope or "") == fold(b.scope or "")
        and places.region(a) == places.region(b)
        and places.parts(a) == places.parts(b)
    )
