"""The only place that mints IRIs: ASCII, deterministic, without values in the keys.

Everything read from documents lives under ``<base>id/<type>/<key>``, every document's graph is ``<base>graph/<report>``.
The base is an argument, else the environment variable ``VANKIEN_BASE``, else ``https://w3id.org/vankien/``.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from datetime import date

from pyoxigraph import NamedNode

from vankien.errors import BadUsage, SlugCollision
from vankien.graph.terms.vocabulary import VK_IRI
from vankien.model import Evidence
from vankien.vietnamese import nfc, same_tones, slug

KEY_LENGTH = 80
"""Keys made of longer labels are cut and closed by a hash of the whole label."""

_WORDS = re.compile(r"[^\W_]+")
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`]+[/#]")


def hash8(text: str) -> str:
    """Eight hexadecimal digits that stand for a text, whatever its normal form.

    >>> hash8("hòa") == hash8("ho\\u0300a")
    True
    """
    return hashlib.sha256(nfc(text).encode()).hexdigest()[:8]


def same_label(text: str) -> str:
    """What two spellings of one label have in common: words, without case, punctuation and tone placement.

    >>> same_label("Uỷ ban  nhân dân, tỉnh") == same_label("ủy ban nhân dân tỉnh")
    True
    """
    return " ".join(_WORDS.findall(same_tones(text).casefold()))


def key(label: str) -> str:
    """The key of a label: its slug; a slug that had to be cut ends in a hash of the label.

    >>> key("Tỷ lệ che phủ rừng")
    'ty-le-che-phu-rung'
    """
    whole = slug(label, limit=10_000)
    if not whole:
        return "x-" + hash8(label)
    return whole if len(whole) <= KEY_LENGTH else f"{slug(label, KEY_LENGTH - 9)}-{hash8(same_label(label))}"


def base_iri(base: str | None = None) -> str:
    """The base for what is read from documents; raises `BadUsage` if it is no http(s) IRI ending in ``/`` or ``#``."""
    value = base or os.environ.get("VANKIEN_BASE") or VK_IRI
    if not _BASE.fullmatch(value):
        raise BadUsage(f"base {value!r} is no http or https IRI that ends in '/' or '#'")
    return value


class Iris:
    """Mints the IRIs of one run over one document, and remembers the labels to refuse collisions.

    >>> Iris().congress("Đảng bộ tỉnh Sơn Bình", "14").value
    'https://w3id.org/vankien/id/congress/son-binh/14'
    """

    def __init__(self, base: str | None = None) -> None:
        self.base = base_iri(base)
        self._labels: dict[str, str] = {}

    # --- plumbing ---------------------------------------------------------------------------------

    def _id(self, kind: str, *parts: str) -> NamedNode:
        return NamedNode(f"{self.base}id/{kind}/" + "/".join(p for p in parts if p))

    def _labelled(self, kind: str, label: str, apart: bool) -> NamedNode:
        if apart:
            return self._id(kind, f"{key(label)}-{hash8(same_label(label))}")
        node = self._id(kind, key(label))
        first = self._labels.setdefault(node.value, label)
        if same_label(first) != same_label(label):
            raise SlugCollision(node.value, first, label)
        return node

    def key_of(self, node: NamedNode) -> str:
        """The key of a node as one path part, for the keys of what depends on it.

        >>> iris = Iris(); iris.key_of(iris.congress("Đảng bộ tỉnh Sơn Bình", "14"))
        'son-binh-14'
        """
        text = node.value
        for start in (f"{self.base}id/", f"{VK_IRI}concept/"):
            if text.startswith(start):
                return text.removeprefix(start).split("/", 1)[-1].replace("/", "-")
        return key(text)

    # --- graphs, texts, runs ----------------------------------------------------------------------

    def graph(self, name: str) -> NamedNode:
        """The named graph of a report, or ``catalogue``, ``computed``, ``vocabulary``, ``ontology``, ``runs``."""
        return NamedNode(f"{self.base}graph/{name}")

    def source_text(self, report: str) -> NamedNode:
        """The text file that a report was read from."""
        return self._id("text", report)

    def run(self, moment: str) -> NamedNode:
        """One load, by its time."""
        return self._id("run", key(moment))

    def agent(self, version: str) -> NamedNode:
        """The software of a load, by its version."""
        return self._id("agent", f"vankien-{version}")

    # --- corrections by people -------------------------------------------------------------------------

    def correction(self, report: str, name: str) -> NamedNode:
        """A correction, by the report and what it is about."""
        return self._id("correction", report, name)

    def person(self, name: str) -> NamedNode:
        """A person by name."""
        return self._id("person", key(name))

    def review(self, by: str, on: str) -> NamedNode:
        """What one person corrected on one day."""
        return self._id("review", key(by), on)

    def reified(self, *terms: str) -> NamedNode:
        """A triple as a node, by its three terms."""
        return self._id("triple", hashlib.sha256(" ".join(terms).encode()).hexdigest()[:32])

    def corrected(self, kind: str, report: str, name: str) -> NamedNode:
        """A statement or evidence that a person gave, by the key of the correction."""
        return self._id(kind, report, f"by-person-{name}")

    # --- entities with a label of their own: `apart` adds a hash of the label, for colliding slugs ------

    def indicator(self, label: str, apart: bool = False) -> NamedNode:
        """An indicator that no concept matches; raises `SlugCollision`."""
        return self._labelled("indicator", label, apart)

    def programme(self, label: str, apart: bool = False) -> NamedNode:
        """A programme by its name; raises `SlugCollision`."""
        return self._labelled("programme", label, apart)

    def body(self, label: str, apart: bool = False) -> NamedNode:
        """A body by its name; raises `SlugCollision`."""
        return self._labelled("body", label, apart)

    def place(self, label: str, apart: bool = False) -> NamedNode:
        """A place that the list does not hold; raises `SlugCollision`."""
        return self._labelled("place", label, apart)

    def named(
        self, mint: Callable[..., NamedNode], label: str, on_collision: Callable[[SlugCollision], None]
    ) -> NamedNode:
        """Mint by a label; on a collision tell `on_collision` and give the second label an IRI of its own."""
        try:
            return mint(label)
        except SlugCollision as collision:
            on_collision(collision)
            return mint(label, apart=True)

    # --- entities with composed keys ------------------------------------------------------------------

    def congress(self, organisation: str, ordinal: str) -> NamedNode:
        """A congress by the organisation (a province's Party by the province alone, another place's by the kind of place and
        its name) and its Arabic number or term."""
        party = re.sub(r"^(?:Đảng bộ(?: tỉnh)?|Đảng Cộng sản)\s+", "", nfc(organisation))
        return self._id("congress", key(party), ordinal)

    def document(self, issuer: str | None, name: str, dated: str | None) -> NamedNode:
        """A document by issuer, code (else genre and title) and date; numbers repeat across terms."""
        return self._id("document", key(issuer) if issuer else "", key(name), key(dated) if dated else "")

    def resolution_of(self, congress: NamedNode) -> NamedNode:
        """The resolution that a congress adopted, however a text words its title."""
        return self._id("document", "congress", self.key_of(congress), "resolution")

    def local_document(self, report: str, line: int) -> NamedNode:
        """A document mentioned without code, title or date: it is never taken for another one."""
        return self._id("document", "mentioned-in", report, str(line))

    def local_indicator(self, report: str, line: int) -> NamedNode:
        """An indicator whose label was cut, so that it stands for two: known by its row alone."""
        return self._id("indicator", "mentioned-in", report, str(line))

    def own_document(self, report: str) -> NamedNode:
        """The document of a report whose letterhead says nothing."""
        return self._id("document", "report", report)

    def period(self, first: date, last: date) -> NamedNode:
        """One interval, whoever mentions it."""
        return self._id("period", f"{first.isoformat()}--{last.isoformat()}")

    def instant(self, day: date) -> NamedNode:
        """One day."""
        return self._id("instant", day.isoformat())

    def target(self, setter: NamedNode, indicator: NamedNode, scope: str, deadline: date | None) -> NamedNode:
        """One commitment: setter, indicator, scope and deadline; never its value."""
        due = deadline.isoformat() if deadline else "no-deadline"
        return self._id("target", self.key_of(setter), self.key_of(indicator), scope, due)

    # --- what documents say -----------------------------------------------------------------------------

    def statement(self, kind: str, evidence: Evidence, ordinal: int) -> NamedNode:
        """Something that a document says (a statement, an observation ...): report, line, ordinal on the line, quote."""
        return self._id(kind, evidence.report, f"{evidence.line}-{ordinal}-{hash8(evidence.quote)}")

    def computed(self, kind: str, *keys: str) -> NamedNode:
        """Something that is computed across documents (an assessment, a discrepancy ...), by the keys of what it is
        about.

        >>> Iris().computed("assessment", "son-binh-14-forest-cover", "bao-cao").value
        'https://w3id.org/vankien/id/assessment/computed/son-binh-14-forest-cover--bao-cao'
        """
        return self._id(kind, "computed", "--".join(keys))

    def finding(self, report: str, line: int | None, code: str, ordinal: int) -> NamedNode:
        """A finding of one report: its line, its code, and a number."""
        return self._id("finding", report, f"{line or 0}-{key(code)}-{ordinal}")

    def evidence(self, evidence: Evidence) -> NamedNode:
        """Where a fact was read. Facts read from the same stretch by the same rule share it."""
        e = evidence
        rest = "|".join(
            (
                str(e.first_line),
                str(e.last_line),
                e.rule,
                e.repair.printed if e.repair else "",
                e.repair.reason if e.repair else "",
            )
        )
        return self._id("evidence", e.report, f"{e.line}-{e.start}-{e.end}-{hash8(rest)}")

    def position_selector(self, report: str, start: int, end: int) -> NamedNode:
        """The selector by offsets."""
        return self._id("selector", report, f"{start}-{end}")

    def quote_selector(self, report: str, quote: str) -> NamedNode:
        """The selector by quote."""
        return self._id("selector", report, f"q-{hash8(quote)}")
