from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.graph.conftest import make_evidence, make_facts, make_report
from vankien.graph.access.opening import open_store
from vankien.graph.describing.triples import facts_to_dataset
from vankien.graph.serialising.diff import KINDS, OTHER, Change, compare_graphs, compare_stores
from vankien.graph.serialising.export import quads_to_bytes, select, write_folder
from vankien.graph.serialising.publish import store_to_files
from vankien.graph.stores.store import FORMATS
from vankien.graph.terms.vocabulary import OA, read_lexicon
from vankien.model import Body, Fact, Found, Observation, Target


def graph(*facts: Fact) -> tuple[Any, ...]:
    return facts_to_dataset(make_report(), Found(facts), read_lexicon())


def changed(make: Callable[[Fact], Fact | None]) -> list[Change]:
    """What is told when each hand-made fact becomes another one, or goes."""
    before = make_facts()
    after = [new for fact in before if (new := make(fact)) is not None]
    return compare_graphs("bao-cao", graph(*before), graph(*after))


def of_kind(changes: list[Change], kind: str) -> list[Change]:
    return [c for c in changes if c.kind == kind]


def test_equal_graphs_have_no_differences() -> None:
    assert changed(lambda fact: fact) == []


def test_another_value_is_told_with_both() -> None:
    def make(fact: Fact) -> Fact:
        return replace(fact, value=Decimal("53.1")) if isinstance(fact, Observation) and fact.unit == "%" else fact

    (change,) = changed(make)
    assert (change.change, change.kind, change.label) == (
        "changed",
        "observation",
        "Tỷ lệ che phủ cây chè, 2023-01-01 – 2023-10-31",
    )
    assert change.before.startswith("52.5 %")
    assert change.after.startswith("53.1 %")
    assert (change.line_before, change.line_after) == (20, 20)


def test_another_comparator_is_told_by_its_sign() -> None:
    def make(fact: Fact) -> Fact:
        return replace(fact, comparator=">=") if isinstance(fact, Target) and fact.comparator == ">" else fact

    (change,) = changed(make)
    assert change.kind == "target"
    assert change.before.startswith("> 54 %")
    assert change.after.startswith(">= 54 %")


def test_a_fact_that_goes_is_gone() -> None:
    told = changed(lambda fact: None if isinstance(fact, Observation) and fact.scope else fact)
    assert [(c.change, c.line_before, c.line_after) for c in of_kind(told, "observation")] == [("gone", 21, None)]


def test_a_fact_that_comes_is_added() -> None:
    new = Body(name="Sở Rừng tỉnh Sơn Bình", kind="government", level="province", evidence=make_evidence(33))
    told = compare_graphs("bao-cao", graph(*make_facts()), graph(*make_facts(), new))
    assert [(c.change, c.label, c.line_after) for c in of_kind(told, "body")] == [
        ("added", "Sở Rừng tỉnh Sơn Bình", 33)
    ]


def test_a_fact_on_another_line_has_moved() -> None:
    def make(fact: Fact) -> Fact:
        return replace(fact, evidence=make_evidence(27)) if isinstance(fact, Observation) and fact.scope else fact

    told = of_kind(changed(make), "observation")
    assert [(c.change, c.line_before, c.line_after) for c in told] == [("moved", 21, 27)]


def test_two_facts_of_one_identity_are_paired_by_value_before_line() -> None:
    def seen(value: str, line: int) -> Observation:
        return Observation(
            indicator="Diện tích cây chè", value=Decimal(value), unit="ha", period="2023", evidence=make_evidence(line)
        )

    told = compare_graphs(
        "bao-cao",
        graph(*make_facts(), seen("10", 51), seen("12", 52)),
        graph(*make_facts(), seen("12", 53), seen("11", 52)),
    )
    assert {(c.change, c.line_before, c.line_after) for c in of_kind(told, "observation")} == {
        ("moved", 52, 53),
        ("changed", 51, 52),
    }


def test_a_difference_beside_the_facts_is_told_as_such() -> None:
    quads = graph(*make_facts())
    less = [q for q in quads if q.predicate != OA.exact]
    (change,) = compare_graphs("bao-cao", quads, less)
    assert (change.kind, change.after) == (OTHER, "+0")


def test_every_kind_has_a_vietnamese_name() -> None:
    assert all(kind.vi and kind.vi != kind.name for kind in KINDS)
    assert {c.kind for c in compare_graphs("x", graph(*make_facts()), graph())} <= {kind.name for kind in KINDS}


# --- stores ---------------------------------------------------------------------------------------------------


@pytest.fixture
def forms(load: Callable[..., Path], tmp_path: Path) -> dict[str, Path]:
    """One graph as a store, as files, and published."""
    path = load("bao-cao", "nghi-quyet")
    with open_store(path, read_only=True) as store:
        quads = select(store)
        for suffix in (".ttl", ".nq", ".trig", ".nt"):
            (tmp_path / f"graph{suffix}").write_bytes(quads_to_bytes(quads, FORMATS[suffix]))
        write_folder(store_to_files(store, "0"), tmp_path / "published")
    return {"store": path, "published": tmp_path / "published"} | {f.suffix: f for f in tmp_path.glob("graph.*")}


def compared(before: Path, after: Path) -> list[Change]:
    with open_store(before, read_only=True) as first, open_store(after, read_only=True) as second:
        return list(compare_stores(first, second, (before, after)))


@pytest.mark.parametrize("form", ["store", ".ttl", ".nq", ".trig", ".nt", "published"])
def test_one_graph_in_two_forms_is_the_same(forms: dict[str, Path], form: str) -> None:
    assert compared(forms["store"], forms[form]) == []
    assert compared(forms[form], forms["store"]) == []


@pytest.mark.parametrize("form", ["store", ".ttl", ".nq", "published"])
def test_a_missing_document_is_told(
    forms: dict[str, Path], load: Callable[..., Path], tmp_path: Path, form: str
) -> None:
    less = load("bao-cao", path=tmp_path / "less")
    gone = compared(forms[form], less)
    assert gone
    assert {c.change for c in gone if c.report == "nghi-quyet"} == {"gone"}
    added = compared(less, forms[form])
    assert {c.change for c in added if c.report == "nghi-quyet"} == {"added"}
    if form == "store":
        (whole,) = [c for c in gone if c.report == "nghi-quyet"]
        assert (whole.kind, whole.after) == ("document", "")
        assert "2 mục tiêu" in whole.before
