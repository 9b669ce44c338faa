"""Contradictions are found and named, and what follows is inferred into a graph of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from vankien.errors import MissingTool, StoreError
from vankien.graph.access.opening import open_store
from vankien.graph.reasoning.axioms import NAMED_INDIVIDUAL, classes_of, excluding, module, ontology, to_axioms
from vankien.graph.reasoning.extracts import last_date, marks, parts, skeleton, store_facts
from vankien.graph.reasoning.hermit import check_java, run_hermit
from vankien.graph.reasoning.reason import CLASSES, PROPERTIES, Reasoned, clashes, reason, save
from vankien.graph.stores.store import Store
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.vocabulary import PROV, RDF, RDFS, VK, XSD, concept, last_part

JAVA = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java on the PATH")
GRAPH = NamedNode("https://w3id.org/vankien/graph/bao-cao")


def node(key: str) -> NamedNode:
    return NamedNode(f"https://w3id.org/vankien/id/{key}")


Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


def store_of(*statements: Statement) -> Store:
    """A store in memory with one document."""
    store = open_store(None)
    store.replace_graph(GRAPH, [Quad(s, p, o, GRAPH) for s, p, o in statements])
    return store


def inferred(result: Reasoned, term: NamedNode) -> set[tuple[str, ...]]:
    """The members of a class, or the pairs of a property, by the last parts of their IRIs."""
    return {
        (last_part(s.value),) if p == RDF.type else (last_part(s.value), last_part(o.value))
        for s, p, o in result.inferred
        if term in (p, o)
    }


# --- axioms ---------------------------------------------------------------------------------------------


def test_the_classes_of_a_node_come_from_types_domains_and_ranges() -> None:
    facts = [(node("a"), VK.implements, node("b")), (node("a"), RDF.type, VK.Document)]
    classes = classes_of(facts, ontology())
    assert {VK.Document} < classes[node("a")]
    assert "Task" in {last_part(c.value) for c in classes[node("a")]}
    assert "Setter" in {last_part(c.value) for c in classes[node("b")]}


@pytest.mark.parametrize(
    ("classes", "pair"),
    [
        ((VK.Congress, VK.Document), {"Congress", "Document"}),
        ((VK.Target, VK.TargetStatement), {"Entity", "Statement"}),
        ((VK.Programme, VK.Document), None),
        ((VK.MissedTarget, VK.Programme), {"Programme", "Target"}),
    ],
)
def test_classes_that_exclude_each_other(classes: tuple[NamedNode, ...], pair: set[str] | None) -> None:
    facts = [(node("a"), RDF.type, cls) for cls in classes]
    found = excluding(classes_of(facts, ontology())[node("a")], ontology())
    assert (None if found is None else {last_part(c.value) for c in found}) == pair


def test_the_module_of_some_facts_leaves_other_axioms_out() -> None:
    facts = [(node("a"), VK.partOf, node("b"))]
    kept = module(ontology(), facts)
    subjects = {t.subject for t in kept}
    assert {VK.partOf, VK.Programme, VK.MissedTarget} <= subjects
    assert VK.sideA not in subjects
    assert len(kept) < len(ontology().triples) / 3


def test_the_defined_classes_have_a_definition() -> None:
    equivalent = NamedNode("http://www.w3.org/2002/07/owl#equivalentClass")
    assert {t.subject for t in ontology().triples if t.predicate == equivalent} == set(CLASSES)
    assert all(ontology().label(term, lang) != term.value for term in (*CLASSES, *PROPERTIES) for lang in ("vi", "en"))


def test_the_store_gets_no_blank_node_from_the_definitions(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        assert not [q for q in store.quads() if isinstance(q.object, ox.BlankNode)]


# --- extracts -------------------------------------------------------------------------------------------


def test_parts_share_no_node(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        facts = skeleton(store_facts(store, ontology()))
    divided = list(parts(facts, size=10))
    assert len(divided) > 1
    assert sorted(map(str, facts)) == sorted(str(f) for part in divided for f in part)

    def nodes(part: list[tuple[NamedNode, NamedNode, NamedNode]]) -> set[str]:
        found = {n.value for s, p, o in part for n in ((s,) if p == RDF.type else (s, o))}
        return {n for n in found if "/concept/verdicts/" not in n and "/concept/modes/" not in n}

    held = [nodes(part) for part in divided]
    assert not [(i, j) for i in range(len(held)) for j in range(i) if held[i] & held[j]]


def test_marks_are_set_from_what_the_documents_do_not_say(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        assert last_date(store) == date(2023, 11, 3)
        found = {(last_part(o.value), s.value.split("/id/target/")[1]) for s, _, o in marks(store, date(2026, 1, 1))}
        now = {o for _, _, o in marks(store, last_date(store))}
    growth = next(t for _, t in found if "tang-truong" in t)
    cover = next(t for _, t in found if "che-phu" in t)
    assert found == {
        ("PastDeadline", growth),
        ("PastDeadline", cover),
        ("NotReportedMet", growth),
        ("NotReportedMet", cover),
        ("Unserved", growth),
    }
    assert VK.PastDeadline not in now


# --- contradictions -------------------------------------------------------------------------------------


def test_a_node_of_two_classes_is_named_with_its_line() -> None:
    thing, evidence = node("congress/son-binh/14"), node("evidence/bao-cao/7")
    store = store_of(
        (thing, RDF.type, VK.Congress),
        (thing, RDF.type, VK.Body),
        (thing, RDFS.label, Literal("Đại hội XIV", language="vi")),
        (thing, VK.evidence, evidence),
        (evidence, VK.line, Literal("7", datatype=XSD.integer)),
    )
    (finding,) = clashes(store, ontology(), store_facts(store, ontology()))
    assert (finding.code, finding.severity, finding.report, finding.line) == (
        "disjoint-classes",
        "Violation",
        "bao-cao",
        7,
    )
    assert finding.en == "“Đại hội XIV” is both Body and Congress, which exclude each other"
    assert finding.vi == "“Đại hội XIV” vừa là Cơ quan, tổ chức vừa là Đại hội, hai loại loại trừ nhau"


@JAVA
def test_hermit_agrees_that_it_is_a_contradiction() -> None:
    facts = [(node("a"), RDF.type, VK.Congress), (node("a"), RDF.type, VK.Body)]
    assert not run_hermit(ontology(), facts).consistent
    assert run_hermit(ontology(), facts[:1]).consistent


@JAVA
def test_nothing_is_inferred_after_a_contradiction() -> None:
    store = store_of((node("a"), RDF.type, VK.Congress), (node("a"), VK.serves, node("b")))
    result = reason(store)
    assert [f.code for f in result.findings] == ["disjoint-classes"]
    assert result.inferred == ()


@JAVA
def test_a_class_that_nothing_can_belong_to_is_named() -> None:
    both = NamedNode(VK.iri + "Both")
    owl_class = NamedNode("http://www.w3.org/2002/07/owl#Class")
    extra = [Triple(both, RDF.type, owl_class), *(Triple(both, RDFS.subClassOf, c) for c in (VK.Place, VK.Period))]
    (finding,) = reason(store_of(), axioms=to_axioms([*ontology().triples, *extra])).findings
    assert (finding.code, finding.subject) == ("unsatisfiable-class", both.value)


def test_without_java_the_message_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(MissingTool, match="reasoning needs Java") as error:
        check_java()
    assert "\n" not in str(error.value)


# --- inference ------------------------------------------------------------------------------------------


@JAVA
def test_targets_and_programmes_are_classified(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        result = reason(store, date(2026, 1, 1), full=True)
    assert result.findings == ()
    assert result.as_of == date(2026, 1, 1)
    counts = {last_part(term.value): n for term, n in result.counts().items()}
    assert counts == {
        "MissedTarget": 0,
        "LaggingTarget": 1,
        "OverdueTarget": 2,
        "OrphanTarget": 1,
        "EvidencedProgramme": 1,
        "withinProgramme": 0,
        "carriesOut": 2,
        "serves": 1,
    }


@JAVA
def test_chains_are_followed() -> None:
    project, scheme, plan, resolution, congress = (
        node(k)
        for k in ("programme/project", "programme/scheme", "document/plan", "document/resolution", "congress/a/1")
    )
    store = store_of(
        (project, VK.partOf, scheme),
        (scheme, VK.partOf, node("programme/whole")),
        (scheme, VK.establishedBy, plan),
        (plan, VK.implements, resolution),
        (resolution, PROV.wasGeneratedBy, congress),
        (congress, RDF.type, VK.Congress),
    )
    result = reason(store)
    assert inferred(result, VK.withinProgramme) == {("project", "scheme"), ("project", "whole"), ("scheme", "whole")}
    assert inferred(result, VK.carriesOut) == {
        (s, o) for s in ("project", "scheme", "plan") for o in ("resolution", "1")
    }


@JAVA
def test_a_missed_target_and_a_programme_without_evidence() -> None:
    target, programme = node("target/a/b"), node("programme/p")
    assessment, contribution = node("assessment/bao-cao/1"), node("contribution/bao-cao/2")
    store = store_of(
        (target, RDF.type, VK.Target),
        (target, VK.indicator, concept("indicators", "forest-cover")),
        (assessment, RDF.type, VK.Assessment),
        (assessment, VK.target, target),
        (assessment, VK.verdict, concept("verdicts", "missed")),
        (contribution, RDF.type, VK.Contribution),
        (contribution, VK.programme, programme),
        (contribution, VK.target, target),
        (contribution, VK.mode, concept("modes", "inferred")),
    )
    result = reason(store)
    assert inferred(result, VK.MissedTarget) == {("b",)}
    assert inferred(result, VK.EvidencedProgramme) == set()
    assert inferred(result, VK.serves) == {("p", "b")}


@JAVA
def test_the_inferred_graph_is_replaced_and_kept_apart(load: Callable[..., Path]) -> None:
    path = load("bao-cao")
    with open_store(path) as store:
        before = set(store.quads())
        assert save(store, reason(store, date(2026, 1, 1))) == save(store, reason(store, date(2026, 1, 1)))
        graph = NamedNode("https://w3id.org/vankien/graph/inferred")
        held = set(store.quads(graph))
        assert set(store.quads()) == before | held
        assert not is_document(graph)
        assert Literal("As of 2026-01-01", language="en") in {q.object for q in held}
        assert not [q for q in held if q.object == NAMED_INDIVIDUAL]
        save(store, Reasoned((), (), None))
        assert len(store.quads(graph)) == 2
    with open_store(path, read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        save(store, Reasoned((), (), None))


def test_the_inferred_graph_goes_when_a_document_is_read_again(load: Callable[..., Path]) -> None:
    path = load("bao-cao")
    graph = NamedNode("https://w3id.org/vankien/graph/inferred")
    with open_store(path) as store:
        save(store, Reasoned((), ((node("a"), RDF.type, VK.OrphanTarget),), None))
        assert graph in store.graphs()
    load("nghi-quyet", path=path)
    with open_store(path, read_only=True) as store:
        assert graph not in store.graphs()
