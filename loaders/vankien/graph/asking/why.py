"""Why a node is in the graph: what it says, where it was read, by which rule, and what made several mentions one node."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from vankien.errors import QueryError
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.vocabulary import ELI, OWL, PROV, RDF, RDFS, SKOS, VK, VK_IRI, last_part

_POINTERS = (VK.indicator, VK.states, VK.target, VK.programme, VK.cited, VK.body, VK.task, VK.subject, VK.object)
"""The properties by which a statement speaks about a thing."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One mention of a node: the report, the line, the words used for it there, the rule that read it, and the node of
    the fact."""

    report: str
    line: int | None
    words: str
    rule: str
    fact: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a person did about a fact: the action (``wrong``, ``edit``, ``add``), who, on which day, why, and the node."""

    action: str
    by: str
    on: str
    note: str
    iri: str


@dataclass(frozen=True, slots=True)
class Why:
    """The explanation of a node: its class, its label, how its mentions became one node (vi, en), the mentions, the facts
    that it was computed from, and what people corrected about it or its mentions."""

    iri: str
    kind: str
    label: str
    step_vi: str
    step_en: str
    grounds: tuple[Ground, ...]
    derived: tuple[str, ...]
    corrected: tuple[Corrected, ...] = ()


_STEPS = {
    "Target": (
        "một mục tiêu = nơi đặt ra + chỉ tiêu + phạm vi + thời hạn; trị số không thuộc khóa",
        "one target = setter + indicator + scope + deadline; its value is no part of the key",
    ),
    "Document": (
        "một văn bản = cơ quan ban hành + số hiệu (hoặc tên) + ngày",
        "one document = issuer + number (or title) + date",
    ),
    "Congress": ("một đại hội = tổ chức + lần thứ", "one congress = organisation + ordinal"),
    "Period": ("một thời kỳ = ngày đầu + ngày cuối", "one period = first day + last day"),
}
_CONCEPT = (
    "nhãn in khớp một mục từ duy nhất của danh mục (từ ngữ, đơn vị, mức hay mức thay đổi)",
    "the printed label fits one entry of the list (words, unit, level or change)",
)
_NAME = (
    "cùng tên in, không kể chữ hoa, dấu câu, chỗ đặt dấu thanh",
    "the same printed name, whatever its case, punctuation",
)
_ROW = (
    "nhãn bị cắt, trùng với hàng khác: chỉ nhận ra theo hàng của bảng",
    "the label was cut and equals another row's: known by its row alone",
)
_SAME = (
    "cùng một mục tiêu với {0}: phần nhãn còn lại, phép so sánh, trị số, đơn vị, thời hạn khớp",
    "the same target as {0}: what is left of the label, comparator, value, unit and deadline agree",
)
_REJECTED = ("không còn: có người đánh dấu là đọc sai", "no longer there: a person marked it as misread")
_COMPUTED = ("tính ra theo quy tắc {0}", "computed by the rule {0}")
_STATED = ("đọc ở một chỗ của một văn kiện, không gộp", "read at one place of one document; nothing was merged")


def to_node(name: str, base: str | None = None) -> NamedNode:
    """The node of a full IRI, or of one without the base (``id/target/...``, ``concept/indicators/forest-cover``).

    Raises `QueryError` for what can be no IRI.
    """
    whole = name.startswith(("http://", "https://"))
    try:
        return NamedNode(name if whole else (VK_IRI if name.startswith("concept/") else Iris(base).base) + name)
    except ValueError:
        raise QueryError(f"{name!r}: is no IRI; {_HOW}") from None


_HOW = (
    "write a node as the answers of questions show it, such as id/congress/lai-chau/14; see: vankien query congresses"
)


def _found(store: Store, name: str, base: str | None) -> NamedNode:
    """The node that is meant: as it is written or, where there is none, with the ``id/`` before it that is easily left out."""
    node = to_node(name, base)
    if any(True for _ in store.match(node)) or name.startswith(("http://", "https://", "id/")):
        return node
    other = to_node(f"id/{name}", base)
    return other if any(True for _ in store.match(other)) else node


def _objects(store: Store, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
    found = (q.object for q in store.match(subject, predicate))
    return sorted({o for o in found if isinstance(o, NamedNode | Literal)}, key=str)


def _text(store: Store, subject: NamedNode, *predicates: NamedNode) -> str:
    found = [o for p in predicates for o in _objects(store, subject, p) if isinstance(o, Literal)]
    vietnamese = [o for o in found if o.language in ("vi", None)]
    return (vietnamese or found)[0].value if found else ""


def _grounds(store: Store, fact: NamedNode, words: str = "") -> list[Ground]:
    said = words or _text(store, fact, RDFS.label, VK.citedTitle, SKOS.prefLabel, ELI.id_local)
    if not said:
        said = " · ".join(
            _text(store, o, RDFS.label) for o in _objects(store, fact, VK.programme) if isinstance(o, NamedNode)
        )
    found = []
    for quad in store.match(fact, VK.evidence):
        evidence, graph = quad.object, quad.graph_name
        if isinstance(evidence, NamedNode) and isinstance(graph, NamedNode):
            line = _text(store, evidence, VK.line)
            text = next((o for o in _objects(store, evidence, NamedNode("http://www.w3.org/ns/oa#hasSource"))), None)
            report = last_part(text.value) if isinstance(text, NamedNode) else last_part(graph.value)
            found.append(Ground(report, int(line) if line else None, said, _text(store, evidence, VK.rule), fact.value))
    return found


def _corrected(store: Store, facts: set[NamedNode]) -> tuple[Corrected, ...]:
    found = {
        quad.subject
        for fact in facts
        for predicate in (VK.corrects, VK.correctedAs)
        for quad in store.match(None, predicate, fact)
        if isinstance(quad.subject, NamedNode)
    }
    made = []
    for node in sorted(found, key=lambda n: n.value):
        people = [o for o in _objects(store, node, PROV.wasAttributedTo) if isinstance(o, NamedNode)]
        who = ", ".join(_text(store, person, RDFS.label) for person in people)
        day = _text(store, node, PROV.generatedAtTime)[:10]
        made.append(
            Corrected(_text(store, node, VK.action), who, day, _text(store, node, VK.correctionNote), node.value)
        )
    return tuple(made)


def _speaking_of(store: Store, node: NamedNode) -> list[NamedNode]:
    found: set[NamedNode] = set()
    for predicate in _POINTERS:
        for quad in store.match(None, predicate, node):
            read = isinstance(quad.graph_name, NamedNode) and is_document(quad.graph_name)
            if isinstance(quad.subject, NamedNode) and read:
                found.add(quad.subject)
    return sorted(found, key=lambda n: n.value)


def _step(store: Store, node: NamedNode, kind: str) -> tuple[str, str]:
    same = next((o for o in _objects(store, node, OWL.sameAs) if isinstance(o, NamedNode)), None)
    rule = _text(store, node, VK.rule)
    if same is not None:
        return _SAME[0].format(same.value), _SAME[1].format(same.value)
    if rule and kind != "Evidence":
        return _COMPUTED[0].format(rule), _COMPUTED[1].format(rule)
    if "/mentioned-in/" in node.value:
        return _ROW
    if node.value.startswith(f"{VK_IRI}concept/"):
        return _CONCEPT
    return _STEPS.get(kind, _STATED if kind in _READ else _NAME)


_READ = frozenset(
    [
        "TargetStatement",
        "Observation",
        "Assessment",
        "Contribution",
        "Assignment",
        "Citation",
        "Relation",
        "Discrepancy",
        "Evidence",
        "Finding",
    ]
)


def explain(store: Store, name: str, base: str | None = None) -> Why:
    """Explain a node by its IRI, full or without the base. Raises `QueryError` for a node that the store does not have; one
    that a person marked as wrong is gone too, but for who did so."""
    node = _found(store, name, base)
    kinds = [last_part(o.value) for o in _objects(store, node, RDF.type) if o.value.startswith(VK.iri)]
    if not kinds and (rejected := _corrected(store, {node})):
        return Why(node.value, "", "", *_REJECTED, (), (), rejected)
    if not kinds and not _objects(store, node, SKOS.prefLabel):
        raise QueryError(f"{name}: no such node in this graph; {_HOW}")
    kind = kinds[0] if kinds else "Concept"
    grounds = _grounds(store, node)
    if kind not in _READ:
        for fact in _speaking_of(store, node):
            grounds += _grounds(store, fact)
    ordered = sorted(set(grounds), key=lambda g: (g.report, g.line or 0, g.words, g.fact))
    derived = tuple(o.value for o in _objects(store, node, PROV.wasDerivedFrom))
    words = _text(store, node, RDFS.label, SKOS.prefLabel)
    corrected = _corrected(store, {node, *(NamedNode(g.fact) for g in ordered)})
    return Why(node.value, kind, words, *_step(store, node, kind), tuple(ordered), derived, corrected)
