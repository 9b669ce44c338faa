"""What the pages show, as frozen values: things, statements about them, and where they were read.

An IRI is a string throughout. What documents name differently has one name here, the one that most of them use.
Numbers are `Decimal`, dates are ISO texts (``2025-12-31``), so that both can be shown as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A label in Vietnamese and English; either may stand for both."""

    vi: str
    en: str = ""

    def __call__(self, language: str) -> str:
        """The label in a language (``vi``, ``en``), else in the other one."""
        return (self.en or self.vi) if language == "en" else (self.vi or self.en)


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: report id, lines from 1 (`line` has the value), offsets in the text, the rule.

    `quote` and `repaired_from` are empty in a graph that was published without quotes; `start` is -1 without offsets.
    """

    evidence: str
    report: str
    line: int
    first: int
    last: int
    rule: str
    start: int = -1
    end: int = -1
    quote: str = ""
    repaired_from: str = ""
    repair_reason: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its meaning: key of the comparator (``gteq``), number, upper number of a range, unit (IRI, and as
    printed), key of the basis (``yearly``)."""

    comparator: str
    number: Decimal | None
    upper: Decimal | None
    unit: str
    unit_text: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of a list: scheme and key (``units``, ``percent``)."""

    iri: str
    scheme: str
    key: str
    name: Name


@dataclass(frozen=True, slots=True)
class Place:
    """A place; a province or commune that was merged names what it went into."""

    iri: str
    name: Name
    level: str = ""
    kind: str = ""
    valid_from: str = ""
    valid_until: str = ""
    merged_into: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: first and last day."""

    iri: str
    label: str
    start: str
    end: str

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        return int(self.start[:4]), int(self.end[:4])

    @property
    def whole_year(self) -> bool:
        """True for one calendar year."""
        return self.start[:4] == self.end[:4] and self.start.endswith("-01-01") and self.end.endswith("-12-31")


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured; `listed` if it is an entry of the list and no mere wording of a document."""

    iri: str
    name: Name
    listed: bool
    themes: tuple[str, ...] = ()
    unit_kind: str = ""
    direction: str = ""
    measure: str = ""
    usual_unit: str = ""
    broader: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    definition: Name = Name("")


@dataclass(frozen=True, slots=True)
class Congress:
    """A congress; `key` is the short name that queries take (``lai-chau-14``)."""

    iri: str
    key: str
    name: Name
    organisation: str = ""
    ordinal: int | None = None
    term: str = ""
    start: str = ""
    end: str = ""
    venue: str = ""
    theme: str = ""
    motto: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document, cited or read; `report` is the id of the text if it was read."""

    iri: str
    name: Name
    code: str = ""
    title: str = ""
    genre: str = ""
    date: str = ""
    issuers: tuple[str, ...] = ()
    report: str = ""
    cites: tuple[str, ...] = ()
    implements: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def subtitle(self) -> str:
        """The title, if it says more than the name."""
        said, name = ("".join(filter(str.isalnum, words.casefold())) for words in (self.title, self.name.vi))
        return "" if said == name else self.title


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme, breakthrough, solution, scheme, project or group of tasks."""

    iri: str
    name: Name
    kind: str = ""
    set_by: tuple[str, ...] = ()
    established_by: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    implements: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation."""

    iri: str
    name: Name
    kind: str = ""
    level: str = ""
    part_of: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """One commitment; `same` are the nodes that were found to be the same target."""

    iri: str
    name: Name
    indicator: str
    set_by: str
    scope: str = ""
    scope_note: str = ""
    deadline: str = ""
    group: int | None = None
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One wording of a target in one document."""

    iri: str
    target: str
    wording: str
    value: Value
    printed: str
    document: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Observation:
    """A value that a document gives for an indicator, a place and a period."""

    iri: str
    indicator: str
    wording: str
    value: Value
    place: str
    scope_note: str
    period: str
    status: str
    change: str
    found_in: str
    document: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A verdict: stated by a document, or computed by a rule from statements (`derived_from`)."""

    iri: str
    indicator: str
    target: str
    wording: str
    place: str
    as_of: str
    verdict: str
    percent: Decimal | None
    mode: str
    rule: str
    comment: Name
    derived_from: tuple[str, ...]
    document: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """A programme serves a target, or what has this indicator: stated, reported, or inferred by a rule."""

    iri: str
    programme: str
    target: str
    indicator: str
    mode: str
    rule: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A body in charge: key of the role (``lead``, ``coordinate``)."""

    iri: str
    task: str
    body: str
    role: str
    deadline: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document mentions another one."""

    iri: str
    citing: str
    cited: str
    title: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow with its sentence: key of the relation (``implements``)."""

    iri: str
    subject: str
    relation: str
    object: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two places that do not agree."""

    iri: str
    about: str
    side_a: str
    side_b: str
    note: str
    rule: str
    lines: tuple[int, ...]
    derived_from: tuple[str, ...]
    documents: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the loaders could not read, or that a shape complains of."""

    iri: str
    code: str
    severity: str
    line: int | None
    message: Name
    report: str
    document: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was read: report id, hash of the text, number of lines, document, graph."""

    iri: str
    report: str
    sha256: str
    lines: int
    format: str
    document: str
    graph: str
    title: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of one fact: `action` (``wrong``, ``edit``, ``add``), where the fact stands, its value before, the
    new values by field (keys of lists, numbers, names), and what became of it; `fact` is the node as read, `made` the
    corrected one."""

    iri: str
    action: str
    kind: str
    report: str
    line: int
    label: str
    before: str
    values: tuple[tuple[str, str], ...]
    by: str
    on: str
    note: str
    state: str
    fact: str = ""
    made: str = ""


Said = Statement | Observation | Assessment | Citation
"""What documents say, one sentence or cell each."""
