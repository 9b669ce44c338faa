"""The numbers that Word counts by itself ("1.", "a)", "II.") → text, which finders of sections depend on.

A paragraph names a list (`num`) and a level; the list names an abstract definition whose levels say where they start,
how they count and how they are printed. Lists of one definition count on, unless one starts anew (ECMA-376, 17.9).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from vankien.report.readers.labels import format_number

_BULLETS = frozenset("-–+*•")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, how it counts (``decimal``, ``upperRoman`` ...), its text (``%1.%2.``), and
    whether it prints the numbers of all levels as decimals."""

    start: int
    format: str
    text: str
    is_legal: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list: its definition, its levels, and the first numbers that it sets anew, by level."""

    definition: str
    levels: dict[int, Level]
    restarts: dict[int, int]


def _value(element: Any, name: str, default: str = "") -> str:
    child = element.find(qn(name))
    return default if child is None else str(child.get(qn("w:val"), default))


def _int(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _levels(definition: Any) -> dict[int, Level]:
    return {
        _int(level.get(qn("w:ilvl"), "0"), 0): Level(
            _int(_value(level, "w:start", "1"), 1),
            _value(level, "w:numFmt", "decimal"),
            _value(level, "w:lvlText"),
            level.find(qn("w:isLgl")) is not None,
        )
        for level in definition.findall(qn("w:lvl"))
    }


def read_lists(root: Any) -> dict[str, NumberedList]:
    """The lists of ``numbering.xml`` (its root element), by the id that paragraphs name."""
    definitions = {d.get(qn("w:abstractNumId")): d for d in root.findall(qn("w:abstractNum"))}
    styled = {_value(d, "w:styleLink"): d for d in definitions.values() if d.find(qn("w:styleLink")) is not None}
    lists = {}
    for num in root.findall(qn("w:num")):
        key = _value(num, "w:abstractNumId")
        definition = definitions.get(key)
        if definition is None:
            continue
        levels = _levels(styled.get(_value(definition, "w:numStyleLink"), definition))
        restarts = {}
        for override in num.findall(qn("w:lvlOverride")):
            at = _int(override.get(qn("w:ilvl"), "0"), 0)
            if at in (own := _levels(override)):
                levels[at] = own[at]
            if override.find(qn("w:startOverride")) is not None:
                restarts[at] = _int(_value(override, "w:startOverride", "1"), 1)
        lists[num.get(qn("w:numId"))] = NumberedList(key, levels, restarts)
    return lists


@dataclass
class Counter:
    """Counts the lists of a document as its paragraphs come."""

    lists: dict[str, NumberedList]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, num: str, at: int) -> str:
        """The label of the next paragraph of a list at a level; empty if the list is not known or prints none."""
        found = self.lists.get(num)
        level = found.levels.get(at) if found else None
        if found is None or level is None:
            return ""
        if level.format == "bullet":
            return level.text if level.text in _BULLETS else "-"
        counts = self._counts.setdefault(found.definition, {})
        if at in found.restarts and (num, at) not in self._started:
            counts[at] = found.restarts[at] - 1
        self._started.add((num, at))
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [i for i in counts if i > at]:
            del counts[deeper]
        text = level.text
        for i in range(_LEVELS):
            if f"%{i + 1}" in text:
                upper = found.levels.get(i, level)
                number = counts.setdefault(i, upper.start) if i < at else counts[at]
                text = text.replace(f"%{i + 1}", format_number(number, "decimal" if level.is_legal else upper.format))
        return text.strip()
