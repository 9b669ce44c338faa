"""The provinces that a merged one was made of: whose congress set the targets that their resolutions are quoted for.

mục tiêu của Sơn Lâm là 3,5%/năm, của Hà Bình là 4%/năm        each the target of its own congress, for its own place
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.facts.congresses.finding import find_congresses
from vankien.facts.congresses.stance import outline_to_view
from vankien.model import Congress, Found, Lexicon, Outline
from vankien.vietnamese import UPPER

_OF_PROVINCE = re.compile(rf"Đảng bộ (?P<unit>tỉnh|thành phố) (?P<name>[{UPPER}].*)")


@dataclass(frozen=True, slots=True)
class Former:
    """One of them: its kind and name, the ordinal of its last congress, the end of that congress' term."""

    unit: str
    name: str
    ordinal: str
    by: str | None = None

    @property
    def scope(self) -> str:
        """The place as facts name it."""
        return f"{self.unit} {self.name}"

    @property
    def initials(self) -> str:
        """What tables shorten the name to: ``SL`` of Sơn Lâm."""
        return "".join(word[0] for word in self.name.split())


@lru_cache(maxsize=8)
def former_provinces(outline: Outline, lexicon: Lexicon) -> tuple[Former, ...]:
    """The provinces, two or more, whose congresses of one term that is over stand beside the document's own congress."""
    view = outline_to_view(outline)
    congresses = [f for f in find_congresses(outline, lexicon, Found()) if isinstance(f, Congress) and f.ordinal]
    called = [(m, c) for c in congresses if (m := _OF_PROVINCE.fullmatch(c.org))]
    year = view.year
    over = [(m, c) for m, c in called if c.ordinal != view.set_by and (c.term is None or c.term[-4:] <= (year or "9"))]
    last = max((c.term[-4:] for _, c in over if c.term), default=None)
    formers = {
        m["name"]: Former(m["unit"], m["name"], c.ordinal or "", c.term[-4:] if c.term else last)
        for m, c in over
        if c.term is None or c.term[-4:] == last
    }
    return tuple(formers.values()) if len(formers) > 1 else ()


def is_province(scope: str | None) -> bool:
    """Is a scope one of the provinces that merged, as `Former.scope` names it?"""
    return bool(scope) and re.match(rf"(?:tỉnh|thành phố) [{UPPER}]", scope or "") is not None


def formers_in(text: str, formers: Sequence[Former]) -> list[tuple[int, Former]]:
    """Where a text names them, in its order; a longer name that begins so is another place's.

    >>> two = (Former("tỉnh", "Sơn Lâm", "XX"), Former("tỉnh", "Hà Bình", "XV"))
    >>> [(at, f.ordinal) for at, f in formers_in("của Hà Bình, Sơn Lâm Đông và Sơn Lâm", two)]
    [(4, 'XV'), (29, 'XX')]
    """
    found = [
        (m.start(), f)
        for f in formers
        for m in re.finditer(rf"(?<!\w){re.escape(f.name)}(?!\w|\s[{UPPER}][^\W\d_]*[a-zà-ỹđ])", text)
    ]
    return sorted(found, key=lambda place: place[0])


def former_of_cell(text: str, formers: Sequence[Former]) -> Former | None:
    """The one of them that the cell of a table means: by its name, by its initials, by the ordinal of its congress.

    >>> two = (Former("tỉnh", "Sơn Lâm", "XX"), Former("tỉnh", "Hà Bình", "XV"))
    >>> [f.name for cell in ("NQ Đại hội / Hà Bình", "SL", "NQ ĐH XV") if (f := former_of_cell(cell, two))]
    ['Hà Bình', 'Sơn Lâm', 'Hà Bình']
    """
    named = {f for _, f in formers_in(text, formers)}
    for short in ("initials", "ordinal"):
        keys = [getattr(f, short) for f in formers]
        if not named:
            marks = ((f, getattr(f, short)) for f in formers if keys.count(getattr(f, short)) == 1)
            named = {f for f, key in marks if re.search(rf"(?<![\w-]){key}(?![\w-])", text)}
    return next(iter(named)) if len(named) == 1 else None
