"""What the styles of a Word file say of a paragraph or a run: heading depth, list, bold, hidden, font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from docx.oxml.ns import qn

_HEADING = re.compile(r"(?i)heading (\d)")
_CONTENTS = re.compile(r"(?i)toc (?:\d|heading)|table of figures")
_MAX_BASES = 20
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set."""

    is_bold: bool
    is_hidden: bool
    font: str


@dataclass
class Styles:
    """The styles of a document: the root of ``styles.xml``, or None where there is none."""

    root: Any
    _looks: dict[tuple[str, str], Any] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {} if self.root is None else {s.get(qn("w:styleId")): s for s in self.root.findall(qn("w:style"))}

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        found = (
            i for i, s in self._by_id.items() if s.get(qn("w:default")) == "1" and s.get(qn("w:type")) == "paragraph"
        )
        return next(found, "")

    def _chain(self, id: str) -> Iterator[Any]:
        """A style and what it is based on; a style that is based on itself ends the chain."""
        for _ in range(_MAX_BASES):
            style = self._by_id.get(id)
            if style is None:
                return
            yield style
            base = style.find(qn("w:basedOn"))
            id = "" if base is None else base.get(qn("w:val"), "")

    def name(self, id: str) -> str:
        """The name of a style."""
        style = self._by_id.get(id)
        found = None if style is None else style.find(qn("w:name"))
        return "" if found is None else str(found.get(qn("w:val"), ""))

    def is_contents(self, id: str) -> bool:
        """True for the styles of a table of contents."""
        return bool(_CONTENTS.match(self.name(id)))

    def depth(self, properties: Any, id: str) -> int:
        """The heading depth of a paragraph, from 1; 0 for body text. `properties` is its ``w:pPr``, or None."""
        for element in (properties, *(s.find(qn("w:pPr")) for s in self._chain(id))):
            level = None if element is None else element.find(qn("w:outlineLvl"))
            if level is not None:
                value = level.get(qn("w:val"), "9")
                return int(value) + 1 if value in "012345678" else 0
        named = next((m for s in self._chain(id) if (m := _HEADING.match(self.name(s.get(qn("w:styleId")))))), None)
        return int(named.group(1)) if named else 0

    def list_of(self, properties: Any, id: str) -> tuple[str, int] | None:
        """The list of a paragraph and the level in it, from 0; None if it is in none."""
        num, level = "", None
        for element in (properties, *(s.find(qn("w:pPr")) for s in self._chain(id))):
            found = None if element is None else element.find(qn("w:numPr"))
            if found is None:
                continue
            values = {c.tag: c.get(qn("w:val"), "") for c in found}
            level = values.get(qn("w:ilvl"), "") if level is None else level
            num = num or values.get(qn("w:numId"), "")
            if num:
                break
        if not num or num == "0":
            return None
        return num, int(level) if level and level in "012345678" else 0

    def _property(self, name: str, run: Any, style: str) -> Any:
        """The nearest run property of that name: of the run, its style, the paragraph's style, the defaults."""
        own = run.find(qn("w:rPr"))
        found = None if own is None else own.find(qn(name))
        if found is not None:
            return found
        named = None if own is None else own.find(qn("w:rStyle"))
        key = (name, f"{'' if named is None else named.get(qn('w:val'), '')}\0{style}")
        if key not in self._looks:
            self._looks[key] = self._styled(name, *key[1].split("\0"))
        return self._looks[key]

    def _styled(self, name: str, character: str, paragraph: str) -> Any:
        for id in (character, paragraph):
            for style in self._chain(id):
                properties = style.find(qn("w:rPr"))
                found = None if properties is None else properties.find(qn(name))
                if found is not None:
                    return found
        path = "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", name)))
        return None if self.root is None else self.root.find(path)

    def run(self, run: Any, style: str) -> Look:
        """How a run (``w:r``) in a paragraph of that style is set."""
        bold, hidden = (self._property(n, run, style) for n in ("w:b", "w:vanish"))
        fonts = self._property("w:rFonts", run, style)
        font = "" if fonts is None else fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or ""
        return Look(_is_on(bold), _is_on(hidden), font)


def _is_on(property: Any) -> bool:
    return property is not None and property.get(qn("w:val"), "1") not in _OFF
