"""The things that one document's facts are about: what a name in a fact stands for, and its node in the graph.

Shared things (bodies, programmes, congresses, cited documents, periods, units, places) are typed and labelled in
every graph that mentions them, so that each graph can be read alone.
"""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from vankien.errors import SlugCollision
from vankien.graph.describing.periods import describe_period
from vankien.graph.describing.provenance import add_evidence
from vankien.graph.terms.areas import NATIONAL, PARTY, area_of
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.names import cut_labels, exact, match, match_place, match_start, province_in
from vankien.graph.terms.sheet import Sheet, day, integer, label, text
from vankien.graph.terms.spans import deadline_day, period_span, whole_day
from vankien.graph.terms.vocabulary import DCTERMS, ELI, PROV, RDFS, SKOS, VK, XSD, concept
from vankien.model import (
    Assessment,
    Body,
    CitedDocument,
    Concept,
    Congress,
    Evidence,
    Finding,
    Found,
    Lexicon,
    Observation,
    Programme,
    Report,
    Source,
    Target,
)
from vankien.vietnamese import fold, parse_roman, to_roman

_CONGRESS = re.compile(r"[Đđ]ại hội(?P<rest>.*?)\b(?P<ordinal>[XVIL]+)\b(?P<tail>.*)")
_RESOLUTION = re.compile(r"^(?:[Nn]ghị quyết|NQ)\b.*[Đđ]ại hội")
_OTHER_ORGANISATION = re.compile(r"Công đoàn|Hội (?!nghị)\w|Đoàn |Mặt trận|[Hh]uyện|[Xx]ã |chi bộ")


class Entities:
    """Resolves names within one document and writes their nodes on its sheet.

    `report`, `found` and `lexicon` are read; triples go to `sheet`, problems to `findings`.
    """

    def __init__(self, report: Report, found: Found, lexicon: Lexicon, iris: Iris, sheet: Sheet) -> None:
        self.report, self.lexicon, self.iris, self.sheet = report, lexicon, iris, sheet
        self.findings: list[Finding] = []
        self.source = next(found.of(Source), None)
        self.date = deadline_day(self.source.date) if self.source else None
        self.area = area_of(report, found, lexicon, self.date)
        self.party = self.area.party or f"Đảng bộ ({report.id})"
        self._congresses = tuple(found.of(Congress))
        self.document = self._own_document()
        self._documents: dict[str, set[NamedNode]] = {}
        self._programmes = {exact(p.name): p for p in found.of(Programme)}
        measured = (f for f in found.facts if isinstance(f, Target | Observation | Assessment))
        self._linked = {exact(f.indicator): f.concept for f in measured if f.concept}
        self._cut = cut_labels(found)
        self._bodies = {exact(b.name): b for b in found.of(Body)}
        self._written: set[NamedNode] = set()
        for name in (self.source.code, self.source.title) if self.source else ():
            self._remember(name, self.document)

    # --- the document itself --------------------------------------------------------------------------

    def _own_document(self) -> NamedNode:
        s = self.source
        if s is None or not (s.code or s.title):
            return self.iris.own_document(self.report.id)
        return self.iris.document(s.issuer, s.code or s.title or s.genre, s.date)

    def _remember(self, name: str | None, node: NamedNode) -> None:
        if name:
            self._documents.setdefault(exact(name), set()).add(node)

    def _collide(self, collision: SlugCollision) -> None:
        first, second = collision.first, collision.second
        self.findings.append(
            Finding(
                "slug-collision",
                "Warning",
                self.report.id,
                None,
                f"Hai tên cho cùng một khóa: “{first}” và “{second}”; tên sau được thêm mã riêng",
                f"Two names give one key: “{first}” and “{second}”; the second got a key of its own",
                collision.iri,
            )
        )

    def say(self, node: NamedNode, evidence: Evidence) -> None:
        """Write where a node was read, and in which document."""
        page = self.report.lines[evidence.line - 1].page
        self.sheet.add(node, VK.evidence, add_evidence(self.sheet, self.iris, evidence, page))
        self.sheet.add(node, VK.statedIn, self.document)

    # --- lists ----------------------------------------------------------------------------------------

    def _listed(self, scheme: str, key: str) -> NamedNode:
        """A concept of a list with its labels."""
        node = concept(scheme, key)
        entry = self.lexicon.concept(scheme, key)
        if entry and node not in self._written:
            self._written.add(node)
            self.sheet.typed(node, SKOS.Concept)
            self.sheet.labelled(node, entry.vi, concept=True)
            if entry.en:
                self.sheet.add(node, SKOS.prefLabel, label(entry.en, "en"))
            if scheme == "comparators":
                self.sheet.add(node, SKOS.notation, *map(text, entry.properties.get("notation", ())[:1]))
        return node

    def listed(self, scheme: str, key: str | None) -> NamedNode | None:
        """A concept by its key; None when nothing was said."""
        return self._listed(scheme, key) if key else None

    def spelt(self, scheme: str, name: str | None) -> NamedNode | None:
        """The concept of a list that is spelt so, else None."""
        entry = match(self.lexicon, scheme, name)
        return self._listed(scheme, entry.id) if entry else None

    def notated(self, scheme: str, notation: str | None) -> NamedNode | None:
        """The concept of a list with that notation (``>=``), else None."""
        keys = (c.id for c in self.lexicon[scheme] if notation and notation in c.properties.get("notation", ()))
        return self.listed(scheme, next(keys, None))

    def indicator(self, name: str, key: str | None = None, evidence: Evidence | None = None) -> NamedNode:
        """The indicator of a fact: the concept it was linked to, else the one that another fact of this document with
        that label was linked to, else one of its own name; one of its own row, if the name was cut and stands for two."""
        key = key or self._linked.get(exact(name))
        if key:
            return self.sheet.typed(self._listed("indicators", key), VK.Indicator)
        if evidence is not None and exact(name) in self._cut and evidence.rule.startswith("table-"):
            node = self.iris.local_indicator(self.report.id, evidence.first_line)
        else:
            node = self.iris.named(self.iris.indicator, name, self._collide)
        self.sheet.typed(node, VK.Indicator)
        self.sheet.labelled(node, name, concept=True)
        return node

    def place(self, name: str | None) -> NamedNode | None:
        """A place of the list by its name; the whole province or country as well; else None."""
        if name and re.search(r"\btoan tinh\b", fold(name)):
            return self.own_place()
        entry = match_place(self.lexicon, name, self.date)
        return self.sheet.typed(self._listed("places", entry.id), VK.Place) if entry else None

    def own_place(self) -> NamedNode | None:
        """The place that the document is about; minted when the list does not hold it."""
        area = self.area
        return self._place(area.name, area.concept, area.level, area.province) if area.name else None

    def _place(self, name: str, entry: Concept | None, level: str = "", province: str = "") -> NamedNode:
        if entry:
            return self.sheet.typed(self._listed("places", entry.id), VK.Place)
        node = self.iris.named(self.iris.place, name, self._collide)
        self.sheet.typed(node, VK.Place)
        self.sheet.labelled(node, name, concept=True)
        self.sheet.add(node, VK.level, self.listed("levels", level or None))
        if province:
            around = match_place(self.lexicon, province, self.date)
            self.sheet.add(node, VK.inPlace, self._place(province, around))
        return node

    # --- time -----------------------------------------------------------------------------------------

    def period(self, written: str | None) -> NamedNode | None:
        """The interval of a period, with its bounds; None for what is not said or cannot be read."""
        span = period_span(written)
        if span is None:
            return None
        return describe_period(self.sheet, self.iris, self.iris.period(*span), span)

    # --- bodies, programmes -----------------------------------------------------------------------------

    def body(self, name: str) -> NamedNode:
        """A body by its name; kind and level come from the document's own list of bodies, else from how its name
        begins."""
        known = self._bodies.get(exact(name))
        name = known.name if known else name
        node = self.iris.named(self.iris.body, name, self._collide)
        if node in self._written:
            return node
        self._written.add(node)
        self.sheet.typed(node, VK.Body)
        self.sheet.labelled(node, name)
        entry = None if known else match_start(self.lexicon, "bodies", name)
        kind = known.kind if known else entry.first("bodyKind") if entry else None
        level = known.level if known else entry.first("level") if entry else None
        self.sheet.add(node, VK.bodyKind, self.listed("body-kinds", kind))
        self.sheet.add(node, VK.level, self.listed("levels", level))
        return node

    def is_body(self, name: str) -> bool:
        """True if the document lists a body of that name."""
        return exact(name) in self._bodies

    def sounds_like_body(self, name: str) -> bool:
        """True for a listed body, and for a name that begins like one (``Ban ...``, ``Sở ...``)."""
        return self.is_body(name) or match_start(self.lexicon, "bodies", name) is not None

    def programme(self, name: str, evidence: Evidence | None = None) -> NamedNode:
        """A programme by its name; `evidence` is where it is mentioned, for one that the document does not list."""
        known = self._programmes.get(exact(name))
        name = known.name if known else name
        node = self.iris.named(self.iris.programme, name, self._collide)
        self.sheet.typed(node, VK.Programme)
        self.sheet.labelled(node, name)
        if known is None and evidence is not None:
            self.say(node, evidence)
        return node

    def is_programme(self, name: str) -> bool:
        """True if the document lists a programme of that name."""
        return exact(name) in self._programmes

    # --- congresses and documents -------------------------------------------------------------------------

    def congress(self, org: str, ordinal: str | None, term: str | None = None) -> NamedNode:
        """A congress by organisation and Roman ordinal (else term; a congress with neither is this report's own)."""
        number = parse_roman(ordinal or "")
        own = exact(org) == exact(self.area.party or "")
        node = self.iris.congress(
            self.area.party_key or org if own else org,
            str(number) if number else ordinal or term or f"in-{self.report.id}",
        )
        self.sheet.typed(node, VK.Congress)
        self.sheet.labelled(
            node, f"Đại hội {org}" + (f" lần thứ {ordinal}" if ordinal else f" nhiệm kỳ {term}" if term else "")
        )
        self.sheet.add(node, VK.organisation, self.body(org))
        self.sheet.add(node, VK.ordinal, integer(number))
        return node

    def congress_in(self, name: str) -> NamedNode | None:
        """The congress that a text names (``Đại hội XIV``, ``Đại hội XIII của Đảng``); None if it names none."""
        found = _CONGRESS.search(name)
        if not found or not parse_roman(found["ordinal"]) or _OTHER_ORGANISATION.search(name):
            return None
        org = re.search(
            r"(Đảng bộ (?:tỉnh|thành phố) [^,;(]*?)(?:\s+lần thứ|\s+khóa|\s*$)", found["rest"] + found["tail"]
        )
        if org and province_in([org[1]]):
            return self.congress(org[1], found["ordinal"])
        if NATIONAL.search(name) and "tỉnh" not in name:
            return self.congress(PARTY, found["ordinal"])
        return self.congress(self.area.party, found["ordinal"]) if self.area.party else None

    def own_congress(self, ordinal: str) -> NamedNode:
        """The congress that the document calls by its number alone: its own organisation's, unless it tells of one other
        Party organisation's congress of that number and none of its own."""
        number = parse_roman(ordinal) or 1
        named = {exact(c.org): c.org for c in self._congresses if c.ordinal and parse_roman(c.ordinal) == number}
        others = [org for org in named.values() if org.startswith("Đảng bộ ")]
        own = self.party
        org = others[0] if len(others) == 1 and exact(own) not in named else own
        return self.congress(org, to_roman(number))

    def congress_of_term(self, term: str) -> NamedNode:
        """The congress of the document's own organisation at the beginning of a term, where it had no number yet: a place
        that was made by a merger has its first congress after it."""
        return self.congress(self.party, None, term)

    def cited(self, cited: CitedDocument) -> NamedNode:
        """A cited document: by issuer, code and date; a congress resolution by its congress; else by its title."""
        name = cited.code or cited.title
        node = self.titled(cited.title) if cited.title and not cited.code else None
        if node is None:
            local = self.iris.local_document(self.report.id, cited.evidence.line)
            node = self.iris.document(cited.issuer, name, cited.date) if name else local
            if node != self.document:
                self.describe(node, cited.genre, cited.title, cited.code, cited.issuer, cited.date)
        self._remember(cited.code, node)
        self._remember(cited.title, node)
        return node

    def describe(
        self, node: NamedNode, genre: str, title: str | None, code: str | None, issuer: str | None, on: str | None
    ) -> None:
        """Write what is known of a document."""
        self.sheet.typed(node, VK.Document)
        self.sheet.labelled(node, code or title or genre)
        self.sheet.add(node, VK.genre, self.spelt("genres", genre) or self._genre_of_code(code))
        self.sheet.add(node, ELI.id_local, text(code))
        self.sheet.add(node, DCTERMS.title, label(title) if title else None)
        self.sheet.add(node, ELI.date_document, day(whole_day(on)))
        if on and re.fullmatch(r"\d{4}-\d{2}", on):
            self.sheet.add(node, DCTERMS.issued, Literal(on, datatype=XSD.gYearMonth))
        self.sheet.add(node, VK.issuedBy, self.body(issuer) if issuer else None)

    def titled(self, name: str) -> NamedNode | None:
        """The resolution of a congress, if that is what the name says; else None. It is labelled alike everywhere."""
        congress = self.congress_in(name) if _RESOLUTION.match(name) else None
        if congress is None:
            return None
        node = self.sheet.typed(self.iris.resolution_of(congress), VK.Document)
        self.sheet.labelled(node, f"Nghị quyết {self.sheet.label_of(congress)}")
        self.sheet.add(node, VK.genre, self.spelt("genres", "Nghị quyết"))
        self.sheet.add(node, PROV.wasGeneratedBy, congress)
        return node

    def known_document(self, name: str) -> NamedNode | None:
        """The one document of this report that has this code or title; None if there is none or several."""
        nodes = self._documents.get(exact(name), set())
        return next(iter(nodes)) if len(nodes) == 1 else None

    def _genre_of_code(self, code: str | None) -> NamedNode | None:
        """The one genre whose letters stand in a code (``NQ`` in ``05-NQ/TU``)."""
        letters = re.findall(r"[^\W\d]+", code or "")
        found = [c.id for c in self.lexicon["genres"] if set(letters) & set(c.properties.get("notation", ()))]
        return self.listed("genres", found[0]) if len(found) == 1 else None

    def genre_of(self, name: str) -> str:
        """The genre word that a name starts with, by its preferred label; empty if none."""
        found = match_start(self.lexicon, "genres", name)
        return found.vi if found else ""

    def mentioned_document(self, name: str, evidence: Evidence) -> NamedNode:
        """A document that a relation names and no citation lists."""
        node = self.iris.document(None, name, None)
        coded = re.match(r"\d+[-/]", name) is not None
        self.describe(node, self.genre_of(name), None if coded else name, name if coded else None, None, None)
        self.say(node, evidence)
        return node

    def comment(self, node: NamedNode, words: str) -> None:
        """Write a label in the document's own words on something that it says."""
        self.sheet.add(node, RDFS.label, label(words))

    def attribute(self, programme: NamedNode, body: str) -> None:
        """Write that a body set a programme; `vk:setBy` is for congresses, documents and programmes."""
        self.sheet.add(programme, PROV.wasAttributedTo, self.body(body))
