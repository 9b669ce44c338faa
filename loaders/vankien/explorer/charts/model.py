"""What the charts are given. Names, values and sources are texts ready to be shown, in the language of the page.

``href`` is where a thing leads; only ``http``, ``https`` and addresses without a scheme become links. A ``key`` names a thing
inside one picture and in its address (``#p-key``, ``#t-key``): letters, digits, ``.``, ``_`` and ``-``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vankien.explorer.charts.words import MODE_MARKS, VERDICT_MARKS

MODES = tuple(MODE_MARKS)
"""How a link came about, the strongest first: stated, reported, inferred (``ontology/modes.ttl``)."""

VERDICTS = tuple(VERDICT_MARKS)
"""The verdicts, the best first: exceeded, met, not-yet-met, at-risk, missed, not-assessed (``ontology/verdicts.ttl``)."""

_KEY = re.compile(r"[A-Za-z0-9._-]+")


# --- programmes and targets -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MapProgramme:
    """A programme: its full name; a shorter name for narrow columns; its kind in words (``đề án``)."""

    key: str
    name: str
    kind: str = ""
    short: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class MapTarget:
    """A target: its value in words (``trên 5 %/năm``), the verdict that documents print, the one that was computed.

    Verdicts are keys of `VERDICTS`; empty where there is none.
    """

    key: str
    name: str
    value: str = ""
    verdict: str = ""
    computed: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class MapGroup:
    """Targets under one heading of the report, in printed order; ``part`` is a heading above several groups (a term)."""

    name: str
    targets: tuple[MapTarget, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class MapLink:
    """A programme serves a target: keys of both, how this is known (`MODES`), and the source: words and address."""

    programme: str
    target: str
    mode: str
    source: str = ""
    href: str = ""


@dataclass(frozen=True)
class MapData:
    """Programmes, targets in groups, and what joins them.

    Raises ValueError for a key that is unusable or comes twice, and for a link to what is not there.
    """

    programmes: tuple[MapProgramme, ...] = ()
    groups: tuple[MapGroup, ...] = ()
    links: tuple[MapLink, ...] = ()
    title: str = ""

    def __post_init__(self) -> None:
        programmes = _checked((p.key for p in self.programmes), "programme")
        targets = _checked((t.key for t in self.targets), "target")
        for link in self.links:
            if link.programme not in programmes or link.target not in targets or link.mode not in MODES:
                raise ValueError(f"link between what is not there, or of an unknown mode: {link}")

    @property
    def targets(self) -> tuple[MapTarget, ...]:
        """All targets, in the order of their groups."""
        return tuple(t for g in self.groups for t in g.targets)


def _checked(keys: Iterable[str], kind: str) -> set[str]:
    counts = Counter(keys)
    for key, times in counts.items():
        if times > 1 or not _KEY.fullmatch(key):
            raise ValueError(f"key of a {kind} {'comes twice' if times > 1 else 'is unusable'}: {key!r}")
    return set(counts)


# --- series ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """A printed value of a period (first and last day); a range has ``upper``.

    ``status`` is a key of ``ontology/statuses.ttl`` (actual, estimate, preliminary); ``period`` its words if the years alone do
    not say it (``10 tháng 2023``); ``comparator`` a key or notation of ``ontology/comparators.ttl``.
    """

    start: date
    end: date
    value: Decimal
    upper: Decimal | None = None
    comparator: str = ""
    status: str = "actual"
    period: str = ""
    source: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one indicator for one place, in one unit, on one basis: only these are ever joined by a line.

    ``per`` is a key or notation of ``ontology/bases.ttl`` (yearly, yearly-average, cumulative ...).
    """

    key: str
    label: str
    unit: str = ""
    per: str = ""
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A value to be reached by a deadline; ``start`` is the first day of the time set for it, where that is known.

    It is drawn with the series of its unit and basis, or only with those named in ``series``.
    """

    comparator: str
    value: Decimal
    upper: Decimal | None = None
    unit: str = ""
    per: str = ""
    deadline: date | None = None
    start: date | None = None
    label: str = ""
    href: str = ""
    series: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeriesData:
    """The series of one picture, with the targets that they are held against."""

    series: tuple[Series, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    title: str = ""

    def __post_init__(self) -> None:
        keys = _checked((s.key for s in self.series), "series")
        for target in self.targets:
            if not keys.issuperset(target.series):
                raise ValueError(f"target of a series that is not there: {target}")


# --- counts ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """How many things have a verdict (key of `VERDICTS`, or empty for none), and where they are listed."""

    verdict: str
    count: int
    href: str = ""
