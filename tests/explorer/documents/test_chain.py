"""Implementation chains out of hand-made arrows."""

from __future__ import annotations

from tests.explorer.books import book, document, relation
from vankien.explorer.book.records import Document, Relation
from vankien.explorer.documents.chain import Step, arrows_of, chain_down, chain_up

LAW, RESOLUTION, PLAN, TASK = (document(k) for k in ("law", "resolution", "plan", "task"))


def arrows(*relations: Relation) -> dict[str, Step]:
    found = arrows_of(book(documents={d.iri: d for d in (LAW, RESOLUTION, PLAN, TASK)}, relations=relations))
    return {"up": chain_up(found, PLAN.iri), "down": chain_down(found, RESOLUTION.iri)}


def shape(step: Step) -> list[object]:
    """The tree as nested lists of keys."""
    return [step.iri.rsplit("/", 1)[-1], *(shape(s) for s in step.steps)]


def test_a_chain_goes_up_and_down_level_by_level() -> None:
    found = arrows(
        relation(PLAN, "implements", RESOLUTION),
        relation(RESOLUTION, "based-on", LAW),
        relation(TASK, "implements", PLAN),
    )
    assert shape(found["up"]) == ["plan", ["resolution", ["law"]]]
    assert shape(found["down"]) == ["resolution", ["plan", ["task"]]]
    assert found["down"].size == 2


def test_each_arrow_names_its_lines_and_nodes() -> None:
    said = relation(PLAN, "implements", RESOLUTION, line=12)
    (step,) = arrows(said)["up"].steps
    assert (step.relation, [s.line for s in step.sources], step.said) == ("implements", [12], (said.iri,))


def test_an_arrow_without_a_sentence_is_kept() -> None:
    plan = document("plan", implements=(LAW.iri,))
    found = chain_up(arrows_of(book(documents={d.iri: d for d in (LAW, plan)})), plan.iri)
    assert shape(found) == ["plan", ["law"]]
    assert found.steps[0].sources == ()


def test_a_cycle_is_cut() -> None:
    found = arrows(relation(PLAN, "implements", RESOLUTION), relation(RESOLUTION, "implements", PLAN))
    assert shape(found["down"]) == ["resolution", ["plan", ["resolution"]]]
    assert found["down"].steps[0].steps[0].repeated


def test_a_node_with_two_parents_says_so_and_is_unfolded_once() -> None:
    found = arrows(
        relation(PLAN, "implements", RESOLUTION),
        relation(TASK, "implements", RESOLUTION),
        relation(TASK, "implements", PLAN),
        relation(TASK, "based-on", LAW),
    )["down"]
    plan, task = found.steps
    assert not task.repeated
    assert set(task.also) == {PLAN.iri, LAW.iri}
    assert [(s.iri, s.repeated) for s in plan.steps] == [(TASK.iri, True)]


def test_siblings_stand_in_the_order_of_their_dates() -> None:
    late, early = document("late", date="2025-03-01"), document("early", date="2024")
    held: dict[str, Document] = {d.iri: d for d in (RESOLUTION, late, early)}
    found = arrows_of(book(documents=held, relations=[relation(d, "implements", RESOLUTION) for d in (late, early)]))
    assert shape(chain_down(found, RESOLUTION.iri)) == ["resolution", ["early"], ["late"]]


def test_issuing_and_being_part_of_are_no_chain() -> None:
    assert shape(arrows(relation(PLAN, "issued-by", LAW), relation(PLAN, "part-of", LAW))["up"]) == ["plan"]
