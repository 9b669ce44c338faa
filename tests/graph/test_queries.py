"""Every question on two hand-made documents and on the samples: its columns, its rows, its language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from tests.graph import question_reports
from tests.graph.conftest import MOMENT
from tests.graph.test_computed import CUT, cut_rows, full_rows
from tests.graph.two_reports import FOREST, PROGRAMME, at, contribution, documents, observation, target, verdict
from vankien.errors import QueryError
from vankien.graph.access.opening import open_store
from vankien.graph.asking import answers
from vankien.graph.asking.answers import ask
from vankien.graph.asking.catalogue import Query, fill, find_query, names, queries
from vankien.graph.building.build import read_documents, save
from vankien.graph.building.computed import computed_quads
from vankien.graph.stores.store import Store
from vankien.model import Fact, Link, Programme

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "questions"
EVERY = [pytest.param(q, id=q.name) for q in queries()]

LEFT_OUT = {"fact", "node", "sha256", "triples", "quote", "printed", "cited", "graph", "run"}
"""Columns that the expected rows leave out: IRIs, quotes, check sums, sizes."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the two hand-made documents."""
    path = tmp_path_factory.mktemp("questions") / "kg"
    save(path, [question_reports.loaded(r) for r in ("bao-cao", "nghi-quyet")], moment=MOMENT, version="0")
    with open_store(path, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the sample documents of the documentation."""
    texts = sorted(
        p for p in (ROOT / "docs" / "example").iterdir() if p.suffix in (".txt", ".md") and p.stem != "README"
    )
    path = tmp_path_factory.mktemp("samples") / "kg"
    save(path, list(read_documents(texts, None, 1)), moment=MOMENT, version="0")
    with open_store(path, read_only=True) as store:
        yield store


def rows_of(store: Store, name: str, **given: str) -> list[dict[str, str]]:
    """The rows of an answer, as texts by column."""
    found = ask(store, fill(find_query(name), given))
    return [dict(zip(found.columns, map(answers.to_text, row), strict=True)) for row in found.rows]


# --- every question -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", EVERY)
def test_it_answers_the_hand_made_documents(query: Query, made: Store) -> None:
    answer = ask(made, fill(query))
    assert answer.columns == query.columns
    assert answer.rows
    assert len(set(answer.rows)) == len(answer.rows)
    assert answer.rows == ask(made, fill(query)).rows


@pytest.mark.parametrize("query", EVERY)
def test_it_runs_on_the_samples(query: Query, samples: Store) -> None:
    answer = ask(samples, fill(query))
    assert answer.columns == query.columns
    assert len(set(answer.rows)) == len(answer.rows)


@pytest.mark.parametrize("query", EVERY)
def test_it_works_without_a_computed_graph_too(query: Query, samples: Store) -> None:
    quads = [q for q in samples.quads() if not str(q.graph_name).endswith("graph/computed>")]
    with open_store(None) as store:
        store.inner.extend(quads)
        assert ask(store, fill(query)).columns == query.columns


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_it_gives_the_expected_rows(case: Path, made: Store) -> None:
    head, columns, *expected = case.read_text("utf-8").splitlines()
    given = dict(pair.split("=", 1) for pair in head.removeprefix("#").split())
    query = find_query(case.stem)
    assert columns.split(" | ") == [c for c in query.columns if c not in LEFT_OUT]
    rows = rows_of(made, case.stem, **given)
    assert [" | ".join(row[c] for c in columns.split(" | ")) for row in rows] == expected


def test_every_question_but_the_sub_graph_has_expected_rows() -> None:
    assert sorted({*names()} - {path.stem for path in CASES.glob("*.txt")}) == ["topic-graph"]


@pytest.mark.parametrize("query", EVERY)
def test_it_takes_a_language_and_no_unknown_one(query: Query) -> None:
    assert query.parameters[-1].name == "lang"
    with pytest.raises(QueryError, match=r"^parameter lang='fr': vi or en is wanted$"):
        fill(query, {"lang": "fr"})


@pytest.mark.parametrize("query", EVERY)
def test_every_parameter_may_be_given(query: Query, made: Store) -> None:
    given = {"integer": "1", "string": "x", "language": "en", "verdict": "met", "theme": "economy", "role": "lead"}
    given |= {"mode": "stated", "relation": "implements", "programme-kind": "scheme"}
    asked = {p.name: given.get(p.type, "no-such-key") for p in query.parameters}
    assert ask(made, fill(query, asked)).columns == query.columns


@pytest.mark.parametrize("query", EVERY)
def test_a_report_that_is_not_there_gives_no_rows(query: Query, made: Store) -> None:
    if "report" in {p.name for p in query.parameters}:
        assert ask(made, fill(query, {"report": "none"})).rows == ()
        assert ask(made, fill(query, {"report": "bao-cao"})).rows


@pytest.mark.parametrize("query", EVERY)
def test_it_runs_as_it_is_in_another_engine(query: Query) -> None:
    rdflib.Dataset(default_union=True).query(query.text)


# --- one target under two names ---------------------------------------------------------------------------------


def test_a_verdict_on_a_row_with_a_cut_label_counts_for_the_full_one() -> None:
    """Of two targets that are one (owl:sameAs), a verdict on either is a verdict on both."""
    quads = documents(full_rows(), (*cut_rows(), verdict("cuoi-ky", 20, "Đạt", "2025", **CUT)))
    with open_store(None) as store:
        store.inner.extend([*quads, *computed_quads(quads)])
        named = {row["indicator"] for row in rows_of(store, "unassessed-targets")}
    assert "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi" in named
    assert "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân" not in named


@pytest.mark.parametrize(
    ("end_of", "found"),
    [
        pytest.param("Sơn Bình", [("stated/stated", "Đạt", "Không đạt")], id="one place"),
        pytest.param("Hòa Lâm", [], id="two places"),
    ],
)
def test_verdicts_of_two_places_do_not_disagree(end_of: str, found: list[tuple[str, str, str]]) -> None:
    first, second = (verdict(r, n, v, "2025") for r, n, v in (("giua-ky", 10, "Không đạt"), ("cuoi-ky", 20, "Đạt")))
    quads = documents((first,), (second,), end_of)
    with open_store(None) as store:
        store.inner.extend([*quads, *computed_quads(quads)])
        rows = rows_of(store, "verdict-disagreements")
    assert [(row["kind"], row["verdict_a"], row["verdict_b"]) for row in rows] == found


_REPORTED = (*contribution("cuoi-ky", 20), observation("cuoi-ky", 21, "51", "2024"))
_OTHER = "Chương trình kinh tế rừng"
_OTHERS = (
    Programme(name=_OTHER, kind="key_program", set_by="XIV", evidence=at("cuoi-ky", 20, "programme")),
    Link(subject=_OTHER, relation="reports_indicator", object=FOREST["indicator"], evidence=at("cuoi-ky", 21, "link")),
    observation("cuoi-ky", 21, "51", "2024"),
)
_LEAD = Link(
    subject=PROGRAMME,
    relation="responsible",
    object="Sở Nông nghiệp và Môi trường tỉnh Sơn Bình",
    evidence=at("giua-ky", 32, "link"),
)


@pytest.mark.parametrize(
    ("name", "first", "second", "one_place", "two_places"),
    [
        pytest.param(
            "orphan-targets",
            (target("giua-ky", 10, "54"),),
            _REPORTED,
            0,
            1,
            id="a programme of another place serves no target",
        ),
        pytest.param(
            "unassessed-targets",
            (target("giua-ky", 10, "54"),),
            (verdict("cuoi-ky", 20, "Đạt", "2025"),),
            0,
            1,
            id="a verdict on another place assesses no target",
        ),
        pytest.param(
            "bodies-with-missed-targets",
            (*contribution("giua-ky", 30), observation("giua-ky", 31, "51", "2024"), _LEAD),
            (verdict("cuoi-ky", 20, "Không đạt", "2025"),),
            1,
            0,
            id="no body answers for what another place missed",
        ),
        pytest.param(
            "plan-gaps",
            (target("giua-ky", 10, "54"),),
            (target("cuoi-ky", 20, "55", set_by="plan-2025"),),
            0,
            2,
            id="the plan of another place takes up no target",
        ),
        pytest.param(
            "shared-indicators",
            (*contribution("giua-ky", 30), observation("giua-ky", 31, "51", "2024")),
            _OTHERS,
            2,
            0,
            id="programmes of two places share no indicator",
        ),
        pytest.param(
            "targets-compared",
            (target("giua-ky", 10, "54"),),
            (target("cuoi-ky", 20, "55", set_by="XV", by="2030"),),
            1,
            0,
            id="without congresses those of one organisation are compared",
        ),
    ],
)
def test_an_indicator_joins_what_is_of_one_place(
    name: str, first: tuple[Fact, ...], second: tuple[Fact, ...], one_place: int, two_places: int
) -> None:
    for end_of, rows in (("Sơn Bình", one_place), ("Hòa Lâm", two_places)):
        with open_store(None) as store:
            store.inner.extend(documents(first, second, end_of))
            assert len(rows_of(store, name)) == rows


def test_a_chain_is_found_by_number_in_any_case_and_leads_up_and_down(made: Store) -> None:
    rows = rows_of(made, "chain", code="01-nq/tw")
    assert [(row["subject"], row["object"]) for row in rows] == [
        ("12-BC/TU", "07-NQ/TU"),
        ("07-NQ/TU", "01-NQ/TW"),
        ("08-NQ/TU", "07-NQ/TU"),
    ]
    assert {row["start"] for row in rows_of(made, "chain")} == {"01-NQ/TW", "Phát triển hạ tầng vùng chè"}


# --- languages ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "column", "vi", "en"),
    [
        ("missed-targets", "indicator", "Tỷ lệ che phủ rừng", "Forest cover"),
        ("missed-targets", "verdict", "Không đạt", "missed"),
        ("stated-verdicts", "verdict", "Không đạt", "missed"),
        ("series", "kind", "kết quả", "result"),
        ("responsible", "role", "chủ trì", "lead"),
        ("targets-compared", "comparable", "có", "yes"),
        ("provincial-and-national", "compared", "cao hơn", "above"),
        ("plan-gaps", "side", "chỉ đại hội", "congress only"),
    ],
)
def test_labels_follow_the_language(made: Store, name: str, column: str, vi: str, en: str) -> None:
    assert rows_of(made, name)[0][column] == vi
    assert rows_of(made, name, lang="en")[0][column].lower().startswith(en.lower())


@pytest.mark.parametrize("query", EVERY)
def test_both_languages_give_as_many_rows(query: Query, made: Store) -> None:
    assert len(ask(made, fill(query, {"lang": "en"})).rows) == len(ask(made, fill(query)).rows)


# --- the samples: their four deliberate mistakes, and their stories ---------------------------------------------


def test_the_deliberate_mistakes_of_the_report_are_found(samples: Store) -> None:
    about = {row["about"] for row in rows_of(samples, "contradictions", report="bao-cao-giua-nhiem-ky-son-binh")}
    assert any(words.startswith("Diện tích cây chè") for words in about)
    assert any(words.startswith("Tỷ lệ che phủ rừng") for words in about)
    assert any(words.startswith("Đào tạo nghề") for words in about)


def test_the_plan_copies_the_target_for_forest_cover_wrongly(samples: Store) -> None:
    rows = rows_of(samples, "series", indicator="forest-cover")
    targets = {(row["value"], row["document"]) for row in rows if row["kind"] == "mục tiêu" and "2030" in row["period"]}
    assert len({value for value, _ in targets}) == 2
    assert {document for _, document in targets} == {"01-NQ/ĐH", "27/KH-UBND"}


def test_the_plan_implements_the_resolution(samples: Store) -> None:
    rows = rows_of(samples, "chain")
    assert ("27/KH-UBND", "thực hiện", "01-NQ/ĐH") in {(r["subject"], r["relation"], r["object"]) for r in rows}


def test_targets_of_two_congresses_are_compared(samples: Store) -> None:
    rows = rows_of(samples, "targets-compared", congress="son-binh-15", other="son-binh-16")
    forest = [row for row in rows if row["indicator"] == "Diện tích cây chè" and row["comparable"] == "có"]
    assert {(row["a_value"], row["b_value"], row["b_unit"]) for row in forest} == {("5800", "6500", "ha")}


def test_a_department_that_was_merged_is_named(samples: Store) -> None:
    rows = rows_of(samples, "bodies-replaced")
    assert ("Sở Giao thông vận tải tỉnh Sơn Bình", "Sở Xây dựng") in {(r["body"], r["replaced_by"]) for r in rows}
