"""The facts that a report states, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from vankien.model.findings import Finding
from vankien.model.text import Repair


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact was read: report id, first and last line, the line of the printed value, start and end offset in
    the NFC text of the document, the quote, and the name of the rule that read it.

    Raises ValueError when a part is missing: a fact without evidence cannot be made.
    """

    report: str
    first_line: int
    last_line: int
    line: int
    start: int
    end: int
    quote: str
    rule: str
    repair: Repair | None = None

    def __post_init__(self) -> None:
        if not (1 <= self.first_line <= self.line <= self.last_line):
            raise ValueError(f"evidence lines out of order: {self.first_line} {self.line} {self.last_line}")
        if not (0 <= self.start < self.end and self.quote and self.rule and self.report):
            raise ValueError(f"evidence without text or rule at line {self.line}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document itself."""

    genre: str
    title: str
    issuer: str | None = None
    code: str | None = None
    date: str | None = None
    place: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """A congress that the document names: organisation, ordinal (``XIV``), term (``2020-2025``), dates (ISO,
    ``from/to``), venue, theme, motto."""

    org: str
    ordinal: str | None = None
    term: str | None = None
    dates: str | None = None
    venue: str | None = None
    theme: str | None = None
    motto: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A formal document that the text cites; `code` as printed but normalised (``05-NQ/TU``)."""

    genre: str
    code: str | None = None
    issuer: str | None = None
    date: str | None = None
    title: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One wording of a commitment. `comparator` is one of ``= >= > <= < ~ range``; `value` (and `upper`, for a range)
    in `unit` as printed; `per` is ``year`` for a yearly average; `by` the deadline (``2025``); `value` is None for a
    qualitative target, then `text` holds the wording."""

    set_by: str
    indicator: str
    comparator: str = "="
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    by: str | None = None
    group: int | None = None
    scope: str | None = None
    text: str | None = None
    concept: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One reported value: `period` as ``2023``, ``2021-2023`` or ``2023-10``; `status` ``actual`` or ``estimate``;
    `change` the printed comparison with an earlier value; `where` ``table``, ``prose`` or ``footnote``."""

    indicator: str
    value: Decimal
    unit: str | None = None
    upper: Decimal | None = None
    comparator: str | None = None
    period: str | None = None
    status: str | None = None
    scope: str | None = None
    change: str | None = None
    where: str = "prose"
    concept: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A printed verdict (``Đạt``, ``Vượt`` ...) on an indicator as of a period; `percent` of the target if printed; `scope`
    where it judges a part of the place only, as one of the provinces that merged."""

    indicator: str
    as_of: str | None
    verdict: str
    percent: Decimal | None = None
    scope: str | None = None
    concept: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme of any kind: ``key_program``, ``breakthrough``, ``solution``, ``national_target_programme``, ``scheme``,
    ``project``, ``task_group``."""

    name: str
    kind: str
    set_by: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation: `kind` ``party government council front mass ministry court military enterprise other``, `level`
    ``national province district commune``."""

    name: str
    kind: str
    level: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation that a sentence states between two ends (document codes, else names as in the facts)."""

    subject: str
    relation: str
    object: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A contradiction inside the document: what it is about, both sides as printed, the lines of both sides. `evidence` is
    that of the first side (of both, where one stretch holds them), `also` that of the other."""

    about: str
    a: str
    b: str
    lines: tuple[int, ...]
    note: str
    evidence: Evidence
    also: tuple[Evidence, ...] = ()


Fact = Source | Congress | CitedDocument | Target | Observation | Assessment | Programme | Body | Link | Discrepancy


F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Found:
    """What the finders have found in one report so far."""

    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()

    def of(self, kind: type[F]) -> Iterator[F]:
        """The facts of one kind, in order."""
        return (f for f in self.facts if isinstance(f, kind))
