"""What is computed across documents of the invented province: verdicts, contradictions, contributions, one target."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tests.graph.conftest import MOMENT, make_loaded
from tests.graph.two_reports import POOR, at, cited, computed, documents, observation, story, target, verdict
from vankien.graph.access.opening import open_store
from vankien.graph.building.build import save
from vankien.graph.building.computed import computed_quads
from vankien.graph.deriving.assess import Bounds, CannotTell, assess, judge
from vankien.graph.deriving.compare import compare
from vankien.graph.deriving.said import Said, quads_to_said
from vankien.graph.terms.names import cut_labels
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.vocabulary import OWL, RDF, VK, last_part, read_lexicon
from vankien.graph.validation.validate import validate_quads
from vankien.model import Discrepancy, Fact, Found


def said(middle: Sequence[Fact] = (), end: Sequence[Fact] = ()) -> Said:
    return quads_to_said(documents(middle, end))


def verdicts(middle: Sequence[Fact] = (), end: Sequence[Fact] = ()) -> list[tuple[str, str, str]]:
    return [(v.verdict, v.rule, v.report) for v in assess(said(middle, end), read_lexicon()).verdicts]


def reasons(*facts: Fact) -> dict[str, int]:
    return dict(assess(said(facts), read_lexicon()).cannot_tell)


def conflicts(middle: Sequence[Fact], end: Sequence[Fact]) -> list[tuple[str, str, str]]:
    both = said(middle, end)
    found = compare(both, assess(both, read_lexicon()).verdicts, read_lexicon())
    return [(c.rule, *c.sides) for c in found.conflicts]


# --- verdicts ----------------------------------------------------------------------------------------------

AT_LEAST = Bounds("%", Decimal(54), None, "higher", False, False)
MORE_THAN = Bounds("%", Decimal(54), None, "higher", True, False)
LESS_THAN = Bounds("%", None, Decimal(15), "lower", True, False)
RANGE = Bounds("%", Decimal(9), Decimal(10), "higher", False, False)


@pytest.mark.parametrize(
    ("bounds", "value", "said_as", "expected"),
    [
        (AT_LEAST, "54", "", "met"),
        (AT_LEAST, "54.01", "", "exceeded"),
        (AT_LEAST, "53.99", "", "missed"),
        (AT_LEAST, "54", "gt", "exceeded"),
        (MORE_THAN, "54", "", "missed"),
        (MORE_THAN, "54", "gt", "met"),
        (MORE_THAN, "54.6", "", "exceeded"),
        (LESS_THAN, "15", "", "missed"),
        (LESS_THAN, "15", "lt", "met"),
        (LESS_THAN, "14.9", "", "exceeded"),
        (RANGE, "9.5", "", "met"),
        (RANGE, "10", "", "met"),
        (RANGE, "10.1", "", "exceeded"),
        (RANGE, "8.9", "", "missed"),
    ],
)
def test_the_judgement_has_no_tolerance(bounds: Bounds, value: str, said_as: str, expected: str) -> None:
    assert judge(Decimal(value), said_as, bounds, final=True) == expected
    later = {"missed": "not-yet-met"}.get(expected, expected)
    assert judge(Decimal(value), said_as, bounds, final=False) == later


def test_a_value_that_is_only_a_bound_on_the_wrong_side_decides_nothing() -> None:
    with pytest.raises(CannotTell, match="value-is-a-bound"):
        judge(Decimal(60), "lt", AT_LEAST, final=True)


def test_the_whole_term_comes_before_the_last_year() -> None:
    facts = (
        target("giua-ky", 10, "54", ">"),
        observation("giua-ky", 10, "53", "2025"),
        observation("giua-ky", 10, "55", "2020-2025"),
    )
    assert verdicts(facts) == [("exceeded", "whole-term-value", "giua-ky")]
    assert verdicts(facts[:2]) == [("missed", "deadline-value", "giua-ky")]


def test_a_yearly_target_is_measured_by_the_average() -> None:
    goal = target("giua-ky", 10, "3", **POOR, per="year")
    years = [observation("giua-ky", 10, v, str(2021 + n), **POOR) for n, v in enumerate(("2", "3", "3", "3", "4.5"))]
    assert verdicts((goal, *years)) == [("exceeded", "average-of-years", "giua-ky")]
    assert reasons(goal, *years[1:]) == {"no-average": 1}


def test_a_report_is_measured_by_its_own_wording_and_another_by_the_only_one() -> None:
    middle = (target("giua-ky", 10, "54", ">"),)
    assert verdicts(middle, (observation("cuoi-ky", 5, "54.6", "2025"),)) == [("exceeded", "deadline-value", "cuoi-ky")]
    both = (*middle, target("giua-ky", 11, "60", ">"))
    assert verdicts(both, (observation("cuoi-ky", 5, "54.6", "2025"),)) == []
    own = (target("cuoi-ky", 5, "54", ">"), observation("cuoi-ky", 5, "54.6", "2025"))
    assert verdicts(both, own) == [("exceeded", "deadline-value", "cuoi-ky")]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ((target("giua-ky", 9, "54", "~"), observation("giua-ky", 9, "50", "2025")), "approximate"),
        ((target("giua-ky", 9, None), observation("giua-ky", 9, "50", "2025")), "no-value"),
        ((target("giua-ky", 9, "54", ">"), observation("giua-ky", 9, "50", "2025", unit="ha")), "units-differ"),
        (
            (target("giua-ky", 9, "54", ">"), observation("giua-ky", 9, "50", "2025", upper=Decimal(60))),
            "value-is-a-range",
        ),
        (
            (
                target("giua-ky", 9, "54", ">"),
                observation("giua-ky", 9, "50", "2025"),
                observation("giua-ky", 12, "51", "2025"),
            ),
            "values-differ",
        ),
        (
            (
                target("giua-ky", 9, "54", ">"),
                observation("giua-ky", 9, "50", "2021-2025", rule="observation-prose", where="prose"),
            ),
            "basis-unknown",
        ),
        (
            (
                target("giua-ky", 9, "106", indicator="Số xã đạt chuẩn", concept=None, unit="xã", comparator=">="),
                observation("giua-ky", 9, "38", "2025", indicator="Số xã đạt chuẩn", concept=None, unit="xã"),
            ),
            "territory-changed",
        ),
    ],
)
def test_what_cannot_be_told_is_counted(facts: tuple[Fact, ...], reason: str) -> None:
    assert reasons(*facts) == {reason: 1}
    assert not verdicts(facts)


def test_another_place_is_no_result() -> None:
    facts = (target("giua-ky", 9, "54", ">"), observation("giua-ky", 9, "50", "2025", scope="xã Bản Mây"))
    assert not verdicts(facts)
    assert not reasons(*facts)


def test_a_verdict_so_far_only_where_a_table_prints_one() -> None:
    facts = (target("giua-ky", 10, "54", ">"), observation("giua-ky", 10, "51.2", "2023"))
    assert not verdicts(facts)
    printed = verdict("giua-ky", 10, "Chưa đạt", "2023")
    assert verdicts((*facts, printed)) == [("not-yet-met", "value-so-far", "giua-ky")]


# --- contradictions ----------------------------------------------------------------------------------------


def test_values_of_two_documents_differ() -> None:
    assert conflicts((observation("giua-ky", 3, "50.1", "2022"),), (observation("cuoi-ky", 4, "50.9", "2022"),)) == [
        ("values-differ", "50,9%", "50,1%")
    ]


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("50.1", {}),
        ("50.14", {}),
        ("50.9", {"status": "estimate"}),
        ("50.9", {"scope": "xã Bản Mây"}),
        ("7", {"unit": "ha"}),
    ],
)
def test_equal_rounded_estimated_and_other_things_are_no_contradiction(value: str, more: dict[str, str]) -> None:
    assert not conflicts(
        (observation("giua-ky", 3, "50.1", "2022"),), (observation("cuoi-ky", 4, value, "2022", **more),)
    )


def test_rounding_and_revised_estimates_are_counted_apart() -> None:
    both = said(
        (observation("giua-ky", 3, "50.1", "2022"), observation("giua-ky", 3, "51", "2023", status="estimate")),
        (observation("cuoi-ky", 4, "50.14", "2022"), observation("cuoi-ky", 4, "52", "2023")),
    )
    assert compare(both, [], read_lexicon()).apart == Counter({"rounding": 1, "estimate-revised": 1})


def test_a_target_that_changed() -> None:
    assert conflicts((target("giua-ky", 3, "54", ">"),), (target("cuoi-ky", 4, "55", ">="),)) == [
        ("target-changed", "từ 55%", "trên 54%")
    ]
    grain = {"indicator": "Sản lượng lương thực có hạt", "concept": "food-grain-output"}
    thousands = target("giua-ky", 3, "226", unit="nghìn tấn", **grain)
    assert not conflicts((thousands,), (target("cuoi-ky", 4, "226000", unit="tấn", **grain),))


def test_a_printed_verdict_against_its_own_numbers() -> None:
    facts = (target("giua-ky", 10, "54", ">"), observation("giua-ky", 10, "54.6", "2025"))
    assert conflicts((*facts, verdict("giua-ky", 10, "Không đạt", "2025")), ()) == [
        ("verdict-differs", "Không đạt", "Vượt: 54,6% so với trên 54%")
    ]
    assert not conflicts((*facts, verdict("giua-ky", 10, "Đạt", "2025")), ())
    told = Discrepancy(
        about="rừng", a="a", b="b", lines=(10,), note="n", evidence=at("giua-ky", 10, "discrepancy-verdict")
    )
    assert not conflicts((*facts, verdict("giua-ky", 10, "Không đạt", "2025"), told), ())


def test_one_number_with_two_dates_or_issuers() -> None:
    first = (cited("giua-ky", 3, "05-NQ/TU", "2021-02-22"),)
    assert conflicts(first, (cited("cuoi-ky", 4, "05-NQ/TU", "2021-03-22"),)) == [
        ("citation-differs", "2021-03-22", "2021-02-22")
    ]
    assert not conflicts(first, (cited("cuoi-ky", 4, "05-NQ/TU", "2016-02-22"),))
    assert not conflicts(first, (cited("cuoi-ky", 4, "05-NQ/TU", "2021-02"),))
    other = cited("cuoi-ky", 4, "05-NQ/TU", "2021-02-22", "Ủy ban nhân dân tỉnh Sơn Bình")
    assert conflicts(first, (other,))[0][0] == "citation-differs"
    committee = cited("cuoi-ky", 4, "05-NQ/TU", "2021-02-22", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình")
    assert not conflicts(first, (committee,))


# --- one target from a label that was cut ------------------------------------------------------------------

CUT: dict[str, Any] = {"indicator": "trẻ em dưới 5 tuổi suy dinh dưỡng thể", "concept": None}


def cut_rows() -> tuple[Fact, ...]:
    return (
        target("cuoi-ky", 20, "15", "<", **CUT),
        observation("cuoi-ky", 20, "14", "2025", **CUT),
        target("cuoi-ky", 21, "20", **CUT),
        observation("cuoi-ky", 21, "19", "2025", **CUT),
    )


def full_rows() -> tuple[Fact, ...]:
    light = {"indicator": "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", "concept": "malnutrition-underweight"}
    short = {"indicator": "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "concept": "malnutrition-stunting"}
    return target("giua-ky", 10, "15", "<", **light), target("giua-ky", 11, "20", **short)


def test_two_rows_with_one_cut_label_are_two_targets() -> None:
    assert cut_labels(Found(cut_rows())) == {"trẻ em dưới 5 tuổi suy dinh dưỡng thể"}
    assert len(said((), cut_rows()).goals) == 2
    assert not cut_labels(Found(cut_rows()[:2]))


def test_a_cut_label_with_the_same_value_is_the_same_target() -> None:
    pairs = {
        (last_part(q.subject.value.rsplit("/", 2)[0]), q.object.value.split("/")[-3])
        for q in computed(full_rows(), cut_rows())
        if q.predicate == OWL.sameAs and isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode)
    }
    assert pairs == {
        ("mentioned-in-cuoi-ky-20", "malnutrition-underweight"),
        ("mentioned-in-cuoi-ky-21", "malnutrition-stunting"),
    }
    assert not [q for q in computed(full_rows()[1:], cut_rows()[:2]) if q.predicate == OWL.sameAs]


# --- the graph ---------------------------------------------------------------------------------------------


def test_the_same_target_of_two_reports_is_one_node_with_two_wordings() -> None:
    both = quads_to_said(story())
    assert [len({w.at.report for w in both.wordings if w.target == goal}) for goal in both.goals] == [2]


def test_everything_computed_is_marked_and_conforms() -> None:
    quads = story()
    made = computed_quads(quads)
    kinds = Counter(
        last_part(q.object.value) for q in made if q.predicate == RDF.type and isinstance(q.object, NamedNode)
    )
    times = {"Period": 2, "Instant": 4}
    assert kinds == {"Assessment": 2, "Discrepancy": 2, "Contribution": 1, **times}
    modes = {last_part(q.object.value) for q in made if q.predicate == VK.mode and isinstance(q.object, NamedNode)}
    assert modes == {"computed", "inferred"}
    nodes = {q.subject for q in made if q.predicate == RDF.type and last_part(str(q.object).strip("<>")) not in times}
    assert {q.subject for q in made if q.predicate == VK.rule} == nodes
    assert {q.subject for q in made if q.predicate == VK.evidence} == nodes
    assert all(last_part(str(q.graph_name).strip("<>")) == "computed" for q in made)
    known = validate_quads([*quads, *made])
    assert known.conforms, [f for f in known.findings if f.severity == "Violation"]


def test_a_target_that_is_the_same_as_another_conforms() -> None:
    quads = documents(full_rows(), cut_rows())
    assert validate_quads([*quads, *computed_quads(quads)]).conforms


def test_a_contradiction_has_the_evidence_of_both_sides() -> None:
    made = computed_quads(story())
    node = next(q.subject for q in made if q.predicate == VK.rule and q.object == Literal("values-differ"))
    counts = Counter(q.predicate for q in made if q.subject == node)
    assert counts[VK.evidence] == counts[VK.statedIn] == counts[VK.involvesLine] == 2


def test_the_order_of_quads_does_not_matter() -> None:
    quads = story()
    expected = computed_quads(quads)
    random.Random(7).shuffle(quads)
    assert computed_quads(quads) == expected


def test_an_estimate_is_noted() -> None:
    assert any(q.object == Literal("Computed from an estimate", language="en") for q in computed_quads(story()))


def test_the_graph_is_replaced_with_every_build(tmp_path: Path) -> None:
    def stored() -> set[Quad]:
        with open_store(tmp_path / "kg", read_only=True) as store:
            held = [q for g in store.graphs() if is_document(g) for q in store.quads(g)]
            graph = NamedNode("https://w3id.org/vankien/graph/computed")
            assert set(store.quads(graph)) == set(computed_quads(held))
            return set(store.quads(graph))

    save(tmp_path / "kg", [make_loaded("bao-cao")], moment=MOMENT, version="0")
    first = stored()
    save(tmp_path / "kg", [make_loaded("nghi-quyet")], moment=MOMENT, version="0")
    stored()
    save(tmp_path / "kg", [make_loaded("bao-cao")], moment=MOMENT, version="0", rebuild=True)
    assert stored() == first


def test_a_deadline_bounds_the_days_that_are_judged() -> None:
    goal = next(iter(said((target("giua-ky", 9, "54", by="2030"),)).goals.values()))
    assert goal.deadline == date(2030, 12, 31)
    assert not verdicts((target("giua-ky", 9, "54", by="2030"), observation("giua-ky", 9, "50", "2023")))
