"""The names of the graph: closed namespaces (an unknown term raises) and the SKOS lists as a `Lexicon`."""

from __future__ import annotations

from functools import cache
from typing import NoReturn

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, RdfFormat, parse

from vankien.model import Concept, Lexicon
from vankien.resources import files

ONTOLOGY_FILE = "vankien.ttl"
"""The file of ``ontology/`` with the classes and properties."""

DEFINED_FILE = "defined.ttl"
"""The file of ``ontology/`` with the axioms for the reasoner, which alone have blank nodes and are not stored."""


class UnknownTerm(AttributeError):
    """A name that its namespace does not have."""


class Namespace:
    """A closed namespace: an attribute gives the IRI of that term.

    >>> SKOS.prefLabel.value
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    >>> SKOS.preferredLabel
    Traceback (most recent call last):
        ...
    vankien.graph.terms.vocabulary.UnknownTerm: no term 'preferredLabel' in http://www.w3.org/2004/02/skos/core#
    """

    def __init__(self, iri: str, terms: str) -> None:
        self.iri = iri
        self.terms = frozenset(terms.split())
        self.__dict__.update({term: NamedNode(iri + term) for term in self.terms})

    def __getattr__(self, name: str) -> NamedNode:
        self._unknown(name)

    def __getitem__(self, name: str) -> NamedNode:
        """The IRI of a term whose name is only known at run time; raises `UnknownTerm`."""
        if name not in self.terms:
            self._unknown(name)
        return NamedNode(self.iri + name)

    def _unknown(self, name: str) -> NoReturn:
        raise UnknownTerm(f"no term {name!r} in {self.iri}")


VK_IRI = "https://w3id.org/vankien/"
"""Where the ontology, the schemes and their concepts live, whatever base the data has."""

VK = Namespace(
    VK_IRI + "ontology#",
    """
    SourceText Evidence Run Congress Document Programme Body Place Period Indicator Target TargetStatement Observation
    Assessment Contribution Assignment Citation Relation Discrepancy Finding
    textOf sha256 textSha256 lineCount firstLine lastLine line page rule repairedFrom repairReason evidence statedIn
    organisation ordinal term venue theme motto
    genre issuedBy cites implements basedOn amends
    programmeKind setBy establishedBy partOf
    bodyKind level validFrom validUntil mergedInto inPlace start end
    unitKind direction measure inTheme usualUnit
    indicator scope scopeNote deadline targetGroup states comparator unit basis printed
    place period value upperValue status change foundIn
    target asOf verdict percentOfTarget mode
    programme task body role citing cited citedTitle subject relation object
    sideA sideB involvesLine note code severity position outcome
    MissedTarget LaggingTarget OverdueTarget OrphanTarget EvidencedProgramme PastDeadline NotReportedMet Unserved
    withinProgramme carriesOut serves readingKey digest
    Correction Review Triple action aboutReport aboutKind aboutLine aboutLabel aboutContent aboutQuote aboutText correctionNote
    givenSentence correctionState corrects correctedAs rejectedBy correctedBy withdraws adds
    newValue newComparator newUpper newUnit newPeriod newIndicator newProgramme newScope
    """,
)
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type Statement subject predicate object")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label comment subClassOf")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", "string decimal integer date dateTime gYearMonth boolean")
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel hiddenLabel broader inScheme notation definition exactMatch",
)
PROV = Namespace(
    "http://www.w3.org/ns/prov#",
    "Person SoftwareAgent used generated invalidated wasAssociatedWith wasAttributedTo wasGeneratedBy wasDerivedFrom "
    "wasRevisionOf endedAtTime generatedAtTime",
)
OA = Namespace(
    "http://www.w3.org/ns/oa#",
    "hasSource hasSelector TextPositionSelector TextQuoteSelector start end exact",
)
QB = Namespace("http://purl.org/linked-data/cube#", "Observation")
ELI = Namespace("http://data.europa.eu/eli/ontology#", "id_local date_document")
SCHEMA = Namespace("https://schema.org/", "value minValue maxValue unitText startDate endDate softwareVersion")
TIME = Namespace("http://www.w3.org/2006/time#", "Instant hasBeginning hasEnd inXSDDate")
DCTERMS = Namespace(
    "http://purl.org/dc/terms/", "title format issued source identifier license description creator hasVersion"
)
DCAT = Namespace("http://www.w3.org/ns/dcat#", "Catalog dataset Dataset")
VOID = Namespace(
    "http://rdfs.org/ns/void#",
    "Dataset triples distinctSubjects properties classPartition entities subset dataDump vocabulary uriSpace",
)
OWL = Namespace("http://www.w3.org/2002/07/owl#", "sameAs")
FOAF = Namespace("http://xmlns.com/foaf/0.1/", "primaryTopic")

PREFIXES: dict[str, str] = {
    "vk": VK.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "xsd": XSD.iri,
    "skos": SKOS.iri,
    "prov": PROV.iri,
    "oa": OA.iri,
    "qb": QB.iri,
    "eli": ELI.iri,
    "schema": SCHEMA.iri,
    "time": TIME.iri,
    "dcterms": DCTERMS.iri,
    "dcat": DCAT.iri,
    "void": VOID.iri,
    "foaf": FOAF.iri,
    "org": "http://www.w3.org/ns/org#",
    "qudt": "http://qudt.org/schema/qudt/",
    "earl": "http://www.w3.org/ns/earl#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "owl": OWL.iri,
    "sh": "http://www.w3.org/ns/shacl#",
}
"""The prefixes that queries may use without declaring them and that exports declare."""


def concept(scheme: str, key: str) -> NamedNode:
    """The IRI of a concept of a list; whether the list has it is checked by the shapes and by the tests."""
    return NamedNode(f"{VK_IRI}concept/{scheme}/{key}")


def last_part(iri: str) -> str:
    """The last part of an IRI, after ``#`` or ``/``.

    >>> last_part("https://w3id.org/vankien/concept/units/percent"), last_part("http://www.w3.org/ns/earl#passed")
    ('percent', 'passed')
    """
    return iri.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]


_LABELS = {SKOS.prefLabel.value, SKOS.altLabel.value, SKOS.hiddenLabel.value, SKOS.broader.value, RDF.type.value}

_Statements = dict[str, list[NamedNode | RdfLiteral]]


def _values(statements: _Statements, predicate: NamedNode, language: str = "") -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            term.value
            for term in statements.get(predicate.value, ())
            if not language or (isinstance(term, RdfLiteral) and term.language == language)
        )
    )


def _to_concept(scheme: str, iri: str, statements: _Statements) -> Concept:
    vi, en = _values(statements, SKOS.prefLabel, "vi"), _values(statements, SKOS.prefLabel, "en")
    spellings = _values(statements, SKOS.altLabel, "vi") + _values(statements, SKOS.hiddenLabel, "vi")
    properties = {
        last_part(predicate): tuple(last_part(t.value) if isinstance(t, NamedNode) else t.value for t in terms)
        for predicate, terms in statements.items()
        if predicate not in _LABELS
    }
    return Concept(
        id=last_part(iri),
        iri=iri,
        scheme=scheme,
        vi=vi[0] if vi else "",
        en=en[0] if en else "",
        spellings=tuple(dict.fromkeys(spellings)),
        broader=tuple(last_part(i) for i in _values(statements, SKOS.broader)),
        properties=properties,
    )


def _read_list(scheme: str, data: bytes) -> tuple[Concept, ...]:
    subjects: dict[str, _Statements] = {}
    for quad in parse(data, RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | RdfLiteral):
            subjects.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    concepts = (
        _to_concept(scheme, iri, statements)
        for iri, statements in subjects.items()
        if any(t.value == SKOS.Concept.value for t in statements.get(RDF.type.value, ()))
        or SKOS.inScheme.value in statements
    )
    return tuple(sorted(concepts, key=lambda c: c.id))


@cache
def read_lexicon() -> Lexicon:
    """The SKOS lists of ``ontology/`` as plain values: every ``.ttl`` but those of the ontology itself, by base name.

    Read once per process. Raises `MissingData` when the folder cannot be found, SyntaxError when a list is no Turtle.
    """
    lists = (f for f in files("ontology", ".ttl") if f.name not in (ONTOLOGY_FILE, DEFINED_FILE))
    return Lexicon(
        {f.name.removesuffix(".ttl"): _read_list(f.name.removesuffix(".ttl"), f.read_bytes()) for f in lists}
    )
