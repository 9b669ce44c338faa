from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from tests.graph.two_reports import story
from vankien.graph.access.opening import open_store
from vankien.graph.building.computed import computed_quads
from vankien.graph.terms.vocabulary import OWL, VK, XSD
from vankien.graph.validation.validate import validate_quads, validate_store


def _without(quads: tuple[Quad, ...], predicate: NamedNode) -> list[Quad]:
    return [q for q in quads if q.predicate != predicate]


def test_the_graph_of_good_facts_has_no_violation(quads: tuple[Quad, ...]) -> None:
    result = validate_quads(quads, "bao-cao")
    assert [f for f in result.findings if f.severity == "Violation"] == []
    assert result.conforms


def test_what_is_missing_is_found_with_its_line_and_both_languages(quads: tuple[Quad, ...]) -> None:
    result = validate_quads(_without(quads, VK.comparator), "bao-cao")
    violations = [f for f in result.findings if f.severity == "Violation"]
    assert not result.conforms
    assert [f.line for f in violations] == [10, 11]
    assert {f.report for f in violations} == {"bao-cao"}
    assert all(f.vi and f.en and f.vi != f.en for f in violations)
    assert all("/id/statement/bao-cao/" in f.subject for f in violations)


def test_the_code_is_the_name_of_the_shape(quads: tuple[Quad, ...]) -> None:
    codes = {f.code for f in validate_quads(_without(quads, VK.value), "x").findings if f.severity == "Violation"}
    assert codes == {"observation-value"}


def test_an_ill_formed_literal_is_a_finding_and_prints_nothing(
    quads: tuple[Quad, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    bad = Literal("2024-13-45", datatype=XSD.date)
    changed = [Quad(q.subject, q.predicate, bad, q.graph_name) if q.predicate == VK.deadline else q for q in quads]
    result = validate_quads(changed, "bao-cao")
    assert not result.conforms
    assert capfd.readouterr() == ("", "")


def test_findings_are_the_same_each_time_and_each_only_once(quads: tuple[Quad, ...]) -> None:
    broken = _without(quads, VK.evidence)
    first, second = (validate_quads(broken, "bao-cao").findings for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first)


def test_the_shacl_report_is_rdf(quads: tuple[Quad, ...]) -> None:
    result = validate_quads(_without(quads, VK.value), "bao-cao")
    assert any(q.predicate.value.endswith("#focusNode") for q in parse(result.triples, RdfFormat.N_TRIPLES))


def test_a_store_is_validated_document_by_document(load: Callable[..., Path]) -> None:
    with open_store(load("bao-cao", "nghi-quyet"), read_only=True) as store:
        results = list(validate_store(store))
        assert list(validate_store(store, jobs=2)) == results
    assert [r.report for r in results] == ["bao-cao", "nghi-quyet"]
    assert all(r.conforms for r in results)


def test_what_is_computed_is_validated_too() -> None:
    quads = story()
    made = computed_quads(quads)
    with open_store(None) as store:
        store.inner.extend([*quads, *made])
        results = list(validate_store(store))
        assert next(r.report for r in results) == "computed"
        assert all(r.conforms for r in results)
        assert b"ValidationResult" not in results[0].triples  # of what documents describe it holds the types alone
        broken = validate_quads(_without(made, VK.verdict), "computed", store)
    assert not broken.conforms
    assert all("/computed/" in finding.subject for finding in broken.findings)


def test_to_say_what_something_equals_does_not_describe_it(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        target = store.rows("SELECT ?t { ?t a vk:Target } ORDER BY ?t LIMIT 1")[0][0]
        assert isinstance(target, NamedNode)
        graph = NamedNode("https://w3id.org/vankien/graph/computed")
        same = Quad(target, OWL.sameAs, NamedNode(f"{target.value}-too"), graph)
        assert validate_quads([same], "computed", store).findings == ()


def test_what_only_another_document_describes_is_known_from_the_store(
    load: Callable[..., Path], quads: tuple[Quad, ...]
) -> None:
    other = "https://w3id.org/vankien/id/document/elsewhere"
    document = next(q.object for q in quads if q.predicate == VK.textOf)
    assert isinstance(document, NamedNode)
    cites = Quad(document, VK.cites, NamedNode(other), quads[0].graph_name)
    with open_store(load("bao-cao")) as store:
        alone = {f.en for f in validate_quads([*quads, cites], "x", store).findings}
        graph = NamedNode("https://w3id.org/vankien/graph/other")
        typed = Quad(NamedNode(other), NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), VK.Document, graph)
        store.replace_graph(graph, [typed])
        known = {f.en for f in validate_quads([*quads, cites], "x", store).findings}
    assert known <= alone
