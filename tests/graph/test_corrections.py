"""A correction changes what a document's graph says, and nothing of what was read is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode, Quad

from tests.graph.conftest import BASE, make_facts, make_report
from vankien.graph.correcting.correct import correct, find, restore, to_quads, to_triples
from vankien.graph.correcting.corrections import (
    FIELDS,
    Anchor,
    Correction,
    Entry,
    Triple,
    entries_to_quads,
    quads_to_entries,
    quote_hash,
)
from vankien.graph.correcting.reviewed import Fact, Index, read_facts
from vankien.graph.describing.triples import facts_to_dataset
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.vocabulary import PROV, RDF, SCHEMA, VK, last_part, read_lexicon
from vankien.graph.validation.validate import validate_quads
from vankien.model import Found

IRIS = Iris(BASE)
GRAPH = IRIS.graph("bao-cao")
WHO = ("Nguyễn Thị Lan", "2026-11-29")


@pytest.fixture(scope="module")
def quads() -> Sequence[Quad]:
    return facts_to_dataset(make_report(), Found(make_facts(), ()), read_lexicon(), BASE)


@pytest.fixture(scope="module")
def read(quads: Sequence[Quad]) -> frozenset[Triple]:
    return to_triples(quads)


def fact_of(read: frozenset[Triple], kind: str, at: int | None = None) -> Fact:
    return next(f for f in read_facts(Index(read)) if f.kind == kind and at in (None, f.line))


def in_order(values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, values[name]) for name in FIELDS if name in values)


def edit(fact: Fact, **values: str) -> Entry:
    return Entry(Correction("edit", fact.anchor, *WHO, in_order(values)))


def wrong(fact: Fact) -> Entry:
    return Entry(Correction("wrong", fact.anchor, *WHO))


def added(kind: str, line: int, sentence: str = "", **values: str) -> Entry:
    anchor = Anchor("bao-cao", kind, line, "Tỷ lệ che phủ rừng", "", quote_hash(sentence), "ab" * 32)
    return Entry(Correction("add", anchor, *WHO, in_order(values), "", sentence))


EDITS = {
    "target": {"value": "55", "comparator": "gteq", "unit": "hectare", "period": "2026", "indicator": "forest-cover"},
    "observation": {"value": "53", "upper": "54", "period": "2022", "indicator": "forest-cover", "scope": "xã Bản Mây"},
    "assessment": {"value": "met", "period": "2024", "indicator": "forest-cover"},
    "programme": {"programme": "Chương trình phát triển chè hữu cơ"},
    "contribution": {"indicator": "forest-cover"},
}


@pytest.mark.parametrize(
    "kind", ["target", "observation", "assessment", "programme", "contribution", "relation", "assignment", "citation"]
)
def test_a_wrong_fact_leaves_the_graph_and_can_be_had_back(read: frozenset[Triple], kind: str) -> None:
    fact = fact_of(read, kind)
    view, entries = correct(read, [wrong(fact)], IRIS)
    assert not Index(view).about(fact.node)
    assert entries[0].outcome.fact == fact.node
    assert entries[0].outcome.state == "in-force"
    assert restore(view, entries) == read
    assert {f.kind for f in read_facts(Index(view))} >= {"target", "observation"} - {kind}


@pytest.mark.parametrize("kind", EDITS)
def test_an_edited_fact_stands_there_with_its_evidence_and_the_person(read: frozenset[Triple], kind: str) -> None:
    fact = fact_of(read, kind)
    view, entries = correct(read, [edit(fact, **EDITS[kind])], IRIS)
    g, made = Index(view), entries[0].outcome.made
    assert made is not None
    assert g.terms(made, VK.evidence) == Index(read).terms(fact.node, VK.evidence)
    assert [g.name(p) for p in g.terms(made, PROV.wasAttributedTo) if isinstance(p, NamedNode)] == [WHO[0]]
    assert not g.about(fact.node)
    assert restore(view, entries) == read


def test_a_new_value_of_a_target_keeps_the_target(read: frozenset[Triple]) -> None:
    fact = fact_of(read, "target", 10)
    view, entries = correct(read, [edit(fact, value="55.5")], IRIS)
    g, made = Index(view), entries[0].outcome.made
    assert made is not None
    assert g.text(made, SCHEMA.minValue) == "55.5"
    assert g.terms(made, VK.states) == Index(read).terms(fact.node, VK.states)
    assert g.text(made, VK.printed) == Index(read).text(fact.node, VK.printed)


def test_another_indicator_is_another_target_and_verdicts_follow(read: frozenset[Triple]) -> None:
    """Also a verdict that is itself edited points to the new target."""
    fact = fact_of(read, "target", 10)
    old = Index(read).node(fact.node, VK.states)
    view, entries = correct(read, [edit(fact, indicator="forest-cover")], IRIS)
    g, made = Index(view), entries[0].outcome.made
    assert old is not None
    assert made is not None
    new = g.node(made, VK.states)
    assert new is not None
    assert not g.about(old)
    assert not g.pointing(old)
    assert g.to(new, VK.target) == Index(read).to(old, VK.target) != []
    assert restore(view, entries) == read


def test_two_corrections_of_one_target(read: frozenset[Triple]) -> None:
    """Only the last statement takes its target along, whatever the order."""
    first, second = fact_of(read, "target", 10), fact_of(read, "target", 11)
    one = correct(read, [wrong(first), edit(second, period="2027")], IRIS)
    other = correct(read, [edit(second, period="2027"), wrong(first)], IRIS)
    assert one[0] == other[0]
    assert restore(*one) == restore(*other) == read
    states = {o for s, p, o in one[0] if p == VK.states}
    assert set(Index(one[0]).of(VK.Target)) == states


def test_corrections_that_touch_one_another(read: frozenset[Triple]) -> None:
    """An edited verdict follows the target, an edited contribution the renamed programme, in any order."""
    given = [
        edit(fact_of(read, "target", 10), period="2026"),
        edit(fact_of(read, "assessment"), value="met"),
        edit(fact_of(read, "programme"), programme="Chương trình phát triển chè hữu cơ"),
        edit(fact_of(read, "contribution"), indicator="forest-cover"),
    ]
    view, entries = correct(read, given, IRIS)
    assert correct(read, given[::-1], IRIS)[0] == view
    assert restore(view, entries) == read
    g = Index(view)
    made = {e.correction.anchor.kind: e.outcome.made for e in entries}
    assert g.terms(made["assessment"], VK.target) == g.terms(made["target"], VK.states)  # type: ignore[arg-type]
    assert g.terms(made["contribution"], VK.programme) == [made["programme"]]  # type: ignore[arg-type]
    gone = {e.outcome.fact for e in entries}
    assert [t for t in view if t[2] in gone and t[1] != PROV.wasRevisionOf] == []


def test_a_range_becomes_a_bound(read: frozenset[Triple]) -> None:
    view, entries = correct(read, [edit(fact_of(read, "target", 11), comparator="lteq", value="10")], IRIS)
    g, made = Index(view), entries[0].outcome.made
    assert made is not None
    assert [g.text(made, p) for p in (SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue)] == ["", "", "10"]


def test_added_facts_have_a_line_and_a_person(read: frozenset[Triple]) -> None:
    entry = added(
        "target", 12, "che phủ rừng trên 60%", indicator="forest-cover", value="60", comparator="gt", unit="percent"
    )
    view, entries = correct(read, [entry], IRIS)
    fact = next(f for f in read_facts(Index(view)) if f.node == entries[0].outcome.made)
    assert (fact.line, fact.rule, fact.quote, fact.cells["value"]) == (12, "person", "che phủ rừng trên 60%", "60")
    target = Index(view).node(fact.node, VK.states)
    nearest = Index(read).node(fact_of(read, "target", 11).node, VK.states)
    assert target is not None
    assert nearest is not None
    assert Index(view).terms(target, VK.setBy) == Index(read).terms(nearest, VK.setBy)
    assert restore(view, entries) == read


def test_the_corrected_graph_holds_its_shapes(quads: Sequence[Quad], read: frozenset[Triple]) -> None:
    """Corrections of every kind at once bring no violation, in the document's graph and in their own."""
    entries = [edit(fact_of(read, kind), **values) for kind, values in EDITS.items()]
    entries += [wrong(fact_of(read, kind)) for kind in ("relation", "assignment", "citation")]
    entries.append(added("observation", 13, "", indicator="forest-cover", value="51", unit="percent", period="2024"))
    view, done = correct(read, entries, IRIS)

    def violations(given: Sequence[Quad]) -> list[str]:
        return [f"{f.code} {f.subject}" for f in validate_quads(given).findings if f.severity == "Violation"]

    assert violations(to_quads(view, GRAPH)) == violations(quads)
    assert violations(entries_to_quads(IRIS, done)) == []


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"quote": "x"}, "text-changed"),
        ({"says": "x"}, "without-fact"),
        ({"label": "x"}, "without-fact"),
        ({"kind": "observation"}, "without-fact"),
        ({"line": 50}, "in-force"),
        ({"quote": "x", "says": "x"}, "text-changed"),
        ({"quote": "x", "says": "x", "line": 50}, "without-fact"),
    ],
    ids=lambda v: "+".join(v) if isinstance(v, dict) else v,
)
def test_what_a_changed_document_makes_of_a_correction(
    read: frozenset[Triple], change: dict[str, str], state: str
) -> None:
    fact = fact_of(read, "target", 10)
    anchor = replace(fact.anchor, **change)  # type: ignore[arg-type]
    found, said = find(anchor, read_facts(Index(read)))
    assert said == state
    assert (found == fact) == (state == "in-force")
    view, entries = correct(read, [Entry(Correction("wrong", anchor, *WHO))], IRIS)
    codes = {Index(view).text(n, VK.code) for n in Index(view).of(VK.Finding)} - {
        Index(read).text(n, VK.code) for n in Index(read).of(VK.Finding)
    }
    assert codes == (set() if state == "in-force" else {f"correction-{state}"})
    assert restore(view, entries) == read


def test_an_added_fact_stays_when_the_text_has_changed_and_is_reported(read: frozenset[Triple]) -> None:
    entry = added("observation", 13, "mới", indicator="forest-cover", value="51", unit="percent", period="2024")
    changed = replace(
        entry, correction=replace(entry.correction, anchor=replace(entry.correction.anchor, text="cd" * 32))
    )
    _, entries = correct(read, [changed], IRIS)
    assert entries[0].outcome.state == "text-changed"
    assert entries[0].outcome.made is not None


def test_corrections_survive_the_graph(read: frozenset[Triple]) -> None:
    """What is written into the graph of corrections is read from it again, in any order, without blank nodes."""
    given = [edit(fact_of(read, kind), **values) for kind, values in EDITS.items()]
    given.append(added("observation", 13, "câu", indicator="forest-cover", value="51", unit="percent", period="2024"))
    _, entries = correct(read, given, IRIS)
    written = entries_to_quads(IRIS, entries)
    again = quads_to_entries(reversed(written))
    assert sorted(again, key=lambda e: e.correction.key) == sorted(entries, key=lambda e: e.correction.key)
    assert entries_to_quads(IRIS, reversed(again)) == written
    assert {last_part(q.object.value) for q in written if q.predicate == RDF.type} == {  # type: ignore[union-attr]
        "Correction",
        "Review",
        "Person",
        "Triple",
        "Statement",
    }
