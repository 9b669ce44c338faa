"""Every shape accepts its conforming case and reports its faulty ones: exactly the constraints they say, no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pyshacl
import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "cases" / "shapes").glob("*.*.ttl"))
WORLD = ROOT / "tests" / "cases" / "shapes" / "world.ttl"
SH = Namespace("http://www.w3.org/ns/shacl#")
OWN = "https://w3id.org/vankien/shape/"
EXPECT = re.compile(r"^# expect: vk-sh:([a-z0-9-]+) (Violation|Warning|Info)$", re.MULTILINE)

Result = tuple[str, str]


def local(node: Node | None) -> str:
    """The last part of an IRI."""
    return str(node).rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def expected(case: Path) -> set[Result]:
    """The constraints and severities that a case's leading comment names."""
    return set(EXPECT.findall(case.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    """All shapes."""
    graph = Graph()
    for file in sorted((ROOT / "shapes").glob("*.ttl")):
        graph.parse(file)
    return graph


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    """The ontology and the lists."""
    graph = Graph()
    for file in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(file)
    return graph


def in_context(data: Graph, vocabulary: Graph) -> Graph:
    """A document with what it is validated with: the class tree and the list entries that it mentions."""
    graph = Graph()
    for triple in (*data, *vocabulary.triples((None, RDFS.subClassOf, None))):
        graph.add(triple)
    for mentioned in set(data.objects()):
        for triple in vocabulary.triples((mentioned, None, None)):
            graph.add(triple)
    return graph


def named(shapes: Graph) -> set[str]:
    """The names of all shapes that report by themselves: with a target of their own."""
    targets = {*shapes.subjects(SH.targetClass), *shapes.subjects(SH.targetSubjectsOf)}
    return {local(s) for s in targets}


def node_shapes(shapes: Graph) -> set[str]:
    """The names of the node shapes: one per class, and one per query that joins several nodes."""
    return {local(s) for s in shapes.subjects(RDF.type, SH.NodeShape)}


def results(data: Graph, shapes: Graph) -> Iterator[tuple[Result, Graph, Node]]:
    """What a validation reports: constraint and severity, with the report and the result node."""
    _, report, text = pyshacl.validate(data, shacl_graph=shapes, inplace=True, do_owl_imports=False)
    assert isinstance(report, Graph), text
    for result in report.objects(None, SH.result):
        pair = local(report.value(result, SH.sourceShape)), local(report.value(result, SH.resultSeverity))
        yield pair, report, result


@pytest.fixture(scope="module")
def core(shapes: Graph) -> Graph:
    """The shapes without the queries, which take most of the time."""
    graph = Graph()
    for triple in shapes:
        if triple[1] != SH.sparql:
            graph.add(triple)
    return graph


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name[:-4])
def test_case(case: Path, vocabulary: Graph, shapes: Graph, core: Graph) -> None:
    """An ok case conforms; a bad one gives exactly what it announces."""
    assert bool(expected(case)) == (".bad" in case.name), f"{case.name} announces the wrong thing"
    data = in_context(Graph().parse(WORLD).parse(case), vocabulary)
    by_query = (URIRef(OWN + case.name.split(".")[0]), SH.sparql, None) in shapes
    assert {pair for pair, _, _ in results(data, shapes if by_query else core)} == expected(case)


def test_every_shape_has_cases(shapes: Graph) -> None:
    """Every node shape has a conforming and a failing case, and no case is of an unknown shape."""
    names = node_shapes(shapes)
    assert len(names) > 35
    assert {c.name.split(".")[0] for c in CASES if ".ok." in c.name} == names
    assert {c.name.split(".")[0] for c in CASES if ".bad" in c.name} == names
    assert len(CASES) >= 2 * len(names)


def test_every_constraint_is_violated_somewhere(shapes: Graph) -> None:
    """No constraint is dead: each one is announced by a bad case (that it is reported, `test_case` asserts)."""
    announced = {name for case in CASES for name, _ in expected(case)}
    assert announced == named(shapes)
    assert len(announced) > 150


def test_messages_in_both_languages(shapes: Graph) -> None:
    """Every message stands in Vietnamese and in English, and every shape has a name of its own."""
    owners = set(shapes.subjects(SH.message))
    assert len(owners) == len(named(shapes))
    for owner in owners:
        assert isinstance(owner, URIRef)
        assert str(owner).startswith(OWN)
        messages = [m for m in shapes.objects(owner, SH.message) if isinstance(m, Literal)]
        assert sorted(str(m.language) for m in messages) == ["en", "vi"], owner


def test_queries_name_the_node(vocabulary: Graph, shapes: Graph) -> None:
    """A query reports the node that it is about as the value, and its line in the message."""
    case = ROOT / "tests" / "cases" / "shapes" / "observation-percent-range.bad.ttl"
    data = in_context(Graph().parse(WORLD).parse(case), vocabulary)
    found = [(report, result) for _, report, result in results(data, shapes)]
    assert len(found) == 1
    report, result = found[0]
    assert local(report.value(result, SH.value)) == "it"
    assert {str(m).split(":")[0] for m in report.objects(result, SH.resultMessage)} == {"Dòng 10", "Line 10"}


def many(count: int) -> Graph:
    """A document with that many observations, each with evidence of its own."""
    text = [WORLD.read_text(encoding="utf-8"), "@prefix qb: <http://purl.org/linked-data/cube#> ."]
    for n in range(1, count + 1):
        text.append(
            f"""ex:o{n} a vk:Observation , qb:Observation ; vk:indicator ex:indicator ; vk:place ex:place ;
                vk:period ex:year ; vk:value {n % 100}.5 ; schema:unitText "%" ; vk:foundIn "table" ;
                vk:unit <https://w3id.org/vankien/concept/units/percent> ; vk:statedIn ex:doc ; vk:evidence ex:e{n} .
            ex:e{n} a vk:Evidence ; oa:hasSource ex:text ; vk:firstLine {n} ; vk:line {n} ; vk:lastLine {n} ;
                vk:rule "example" ; oa:hasSelector ex:p{n} , ex:q{n} .
            ex:p{n} a oa:TextPositionSelector ; oa:start {n}0 ; oa:end {n}5 .
            ex:q{n} a oa:TextQuoteSelector ; oa:exact "{n},5%" ."""
        )
    prefixes = "@prefix schema: <https://schema.org/> .\n"
    return Graph().parse(data=prefixes + "\n".join(text).replace("vk:lineCount 100", f"vk:lineCount {count}"))


def test_a_large_document_is_validated_fast(vocabulary: Graph, shapes: Graph) -> None:
    """500 observations are validated in a few seconds of processor time, and conform."""
    data = in_context(many(500), vocabulary)
    assert len(data) > 9000
    start = process_time()
    found = [pair for pair, _, _ in results(data, shapes)]
    seconds = process_time() - start
    assert not found
    assert seconds < 10
