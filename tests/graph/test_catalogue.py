from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vankien.errors import BadUsage, QueryError
from vankien.graph.access.opening import open_store
from vankien.graph.asking import answers, catalogue
from vankien.graph.asking.answers import Answer, ask
from vankien.graph.asking.catalogue import TYPES, Query, choices, fill, find_query, parse_query, queries
from vankien.graph.stores.store import Store
from vankien.resources import files

EVERY = [pytest.param(q, id=q.name) for q in queries()]


@pytest.fixture(scope="module")
def store(store_path: Path) -> Iterator[Store]:
    with open_store(store_path, read_only=True) as store:
        yield store


def answer(store: Store, name: str, **given: str) -> list[dict[str, str]]:
    found = ask(store, fill(find_query(name), given))
    return [dict(zip(found.columns, map(answers.to_text, row), strict=True)) for row in found.rows]


# --- every query ----------------------------------------------------------------------------------------------


def test_every_file_is_a_query() -> None:
    assert [q.name for q in queries()] == [f.name.removesuffix(".rq") for f in files("queries", ".rq")]
    assert len(queries()) >= 45


@pytest.mark.parametrize("query", EVERY)
def test_its_header_is_complete(query: Query) -> None:
    assert query.title_vi != query.name
    assert query.title_en != query.name
    assert query.description_vi
    assert query.description_en
    assert query.columns
    assert all(p.meaning and p.type in TYPES for p in query.parameters)


# --- some answers -----------------------------------------------------------------------------------------------


def test_the_targets_of_a_congress(store: Store) -> None:
    rows = [r for r in answer(store, "congress-targets", congress="son-binh-14") if r["document"] == "12-BC/TU"]
    assert {(r["indicator"], r["comparator"], r["value"], r["upper"], r["line"]) for r in rows} == {
        ("Tỷ lệ che phủ cây chè", ">", "54", "", "10"),
        ("Tốc độ tăng trưởng chè", "range", "9", "10.5", "11"),
    }
    assert answer(store, "congress-targets", congress="son-binh-15") == []


def test_missed_targets_name_document_and_line(store: Store) -> None:
    rows = answer(store, "missed-targets", report="bao-cao")
    assert [(r["indicator"], r["verdict"], r["as_of"], r["target_value"], r["document"], r["line"]) for r in rows] == [
        ("Tỷ lệ che phủ cây chè", "Khó đạt", "2023-01-01 – 2023-10-31", "54", "12-BC/TU", "22")
    ]


def test_labels_come_in_the_language_asked_for(store: Store) -> None:
    (row,) = answer(store, "missed-targets", report="bao-cao", lang="en")
    assert row["verdict"] not in ("", "Khó đạt")
    assert not row["verdict"].startswith("http")


def test_the_series_of_an_indicator(store: Store) -> None:
    rows = answer(store, "series", indicator="ty-le-che-phu-cay-che", report="bao-cao")
    assert [(r["kind"], r["value"], r["period"], r["place"]) for r in rows] == [
        ("kết quả", "48", "2021", "xã Bản Mây"),
        ("kết quả", "52.5", "2023-01-01 – 2023-10-31", "Sơn Bình"),
        ("mục tiêu", "54", "2025-12-31", "Sơn Bình"),
    ]


def test_targets_stand_beside_their_latest_result(store: Store) -> None:
    rows = answer(store, "targets-and-results", congress="son-binh-14")
    assert {(r["target"], r["result"], r["verdict"]) for r in rows} == {("54", "52.5", "Khó đạt")}


def test_provenance_of_one_fact(store: Store) -> None:
    (row, *_) = answer(store, "missed-targets", report="bao-cao")
    (found,) = answer(store, "provenance", fact=row["fact"])
    assert (found["kind"], found["line"], found["rule"], found["quote"]) == (
        "Assessment",
        "22",
        "test.rule",
        "câu ở dòng 22",
    )
    short = row["fact"].removeprefix("https://w3id.org/vankien/")
    assert answer(store, "provenance", fact=short) == [found]


def test_implementation_shows_the_sentence(store: Store) -> None:
    rows = answer(store, "implementation", report="bao-cao")
    assert ("12-BC/TU", "Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV", "câu ở dòng 40") in {
        (r["subject"], r["object"], r["quote"]) for r in rows
    }


def test_shared_entities_are_counted_once(store: Store) -> None:
    (row,) = answer(store, "key-programmes")
    assert (row["targets"], row["indicators"]) == ("1", "0")


# --- parameters -------------------------------------------------------------------------------------------------

EXAMPLE = """# title-vi: Ví dụ
# title-en: Example
# param: when date - – a day
# param: many integer 3 – how many
# param: name string - – a name
# param: node iri - – a node
# columns: when, many, name, node

SELECT ?when ?many ?name ?node WHERE {
  VALUES ?when { UNDEF }
  VALUES ?many { 3 }
  VALUES ?name { UNDEF }
  VALUES ?nodeNode { UNDEF }
  BIND(?nodeNode AS ?node)
}
"""


@pytest.fixture(scope="module")
def example() -> Query:
    return parse_query("example", EXAMPLE)


def test_values_are_filled_in_as_terms(example: Query) -> None:
    given = {"when": "2025-12-31", "many": "7", "name": 'a "b" \\ } UNION { ?s ?p ?o', "node": "id/x/1"}
    (row,) = ask(open_store(None), fill(example, given)).rows
    assert [answers.to_text(c) for c in row] == [
        "2025-12-31",
        "7",
        given["name"],
        "https://w3id.org/vankien/id/x/1",
    ]


def test_what_is_not_given_is_the_default_or_free(example: Query) -> None:
    (row,) = ask(open_store(None), fill(example)).rows
    assert [answers.to_text(c) for c in row] == ["", "3", "", ""]


def test_an_unknown_parameter_lists_the_known_ones(example: Query) -> None:
    with pytest.raises(QueryError, match="no parameter whem; its parameters: when, many, name, node"):
        fill(example, {"whem": "2025-12-31"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("when", "2025"),
        ("when", "2025-02-30"),
        ("many", "three"),
        ("many", "1 } UNION { ?s ?p ?o"),
        ("node", "id/a> . ?s ?p <b"),
        ("node", "https://a b/"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(example: Query, name: str, value: str) -> None:
    with pytest.raises(QueryError, match=re.escape(f"parameter {name}=")):
        fill(example, {name: value})


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("congress", "son-binh-14", "id/congress/son-binh/14"),
        ("congress", "son-binh/14", "id/congress/son-binh/14"),
        ("report", "bao-cao", "graph/bao-cao"),
        ("verdict", "met", "concept/verdicts/met"),
        ("indicator", "no-such-concept", "id/indicator/no-such-concept"),
        ("programme", "chuong-trinh", "id/programme/chuong-trinh"),
        ("indicator", "https://example.org/i", "https://example.org/i"),
    ],
)
def test_keys_stand_for_iris(kind: str, value: str, expected: str) -> None:
    query = parse_query("q", f"# param: x {kind} - – x\n\nSELECT ?x {{ VALUES ?x {{ UNDEF }} }}")
    (row,) = ask(open_store(None), fill(query, {"x": value})).rows
    wanted = expected if expected.startswith("http") else f"https://w3id.org/vankien/{expected}"
    assert answers.to_text(row[0]) == wanted


def test_an_unknown_query_suggests_near_names() -> None:
    with pytest.raises(QueryError, match="did you mean missed-targets"):
        find_query("missed-target")
    with pytest.raises(QueryError, match="list them with: vankien queries"):
        find_query("xyzzy")


@pytest.mark.parametrize(
    ("kind", "value", "wanted"),
    [
        ("language", "fr", "vi or en"),
        ("verdict", "good", "one of at-risk, exceeded, met, missed"),
        ("theme", "woods", "one of administration, agriculture"),
        ("role", "chief", "one of advise, coordinate, "),
    ],
)
def test_a_value_outside_its_list_is_refused_on_one_line(kind: str, value: str, wanted: str) -> None:
    query = parse_query("q", f"# param: x {kind} - – x\n\nSELECT ?x {{ VALUES ?x {{ UNDEF }} }}")
    with pytest.raises(QueryError, match=re.escape(f"parameter x={value!r}: {wanted}")) as error:
        fill(query, {"x": value})
    assert "\n" not in str(error.value)


def test_a_value_is_filled_in_wherever_its_line_stands() -> None:
    text = "# param: x integer - – x\n\nSELECT ?x ?y { { VALUES ?x { UNDEF } } UNION { VALUES ?x { UNDEF } } }"
    rows = ask(open_store(None), fill(parse_query("q", text), {"x": "7"})).rows
    assert [answers.to_text(row[0]) for row in rows] == ["7", "7"]


def test_choices_are_those_of_the_list() -> None:
    query = parse_query(
        "q", "# param: v verdict - – v\n# param: l language vi – l\n# param: n integer - – n\nSELECT ?v {}"
    )
    verdict, language, number = query.parameters
    assert "missed" in choices(verdict)
    assert choices(language) == ("vi", "en")
    assert choices(number) == ()


@pytest.mark.parametrize("written", ["name", "name text - – x", "Name string - – x"])
def test_a_badly_written_parameter_is_refused(written: str) -> None:
    with pytest.raises(QueryError, match=r"q\.rq: a parameter is written"):
        parse_query("q", f"# param: {written}\nSELECT * {{ }}")


def test_a_parameter_without_its_line_is_refused() -> None:
    query = parse_query("q", "# param: x string - – x\nSELECT * { ?s ?p ?o }")
    with pytest.raises(QueryError, match="no line VALUES"):
        fill(query)


# --- formats ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def table() -> Answer:
    text = 'SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { ("x|y" 1.5 <https://w3id.org/vankien/id/x/1> UNDEF) ("2\\n3" 7 skos:broader true) } }'
    return ask(open_store(None), text)


def test_csv_has_whole_values(table: Answer) -> None:
    assert list(csv.reader(io.StringIO(answers.to_csv(table)))) == [
        ["a", "b", "c", "d"],
        ["x|y", "1.5", "https://w3id.org/vankien/id/x/1", ""],
        ["2\n3", "7", "http://www.w3.org/2004/02/skos/core#broader", "true"],
    ]


def test_json_has_numbers_and_nulls(table: Answer) -> None:
    assert json.loads(answers.to_json(table)) == [
        {"a": "x|y", "b": 1.5, "c": "https://w3id.org/vankien/id/x/1", "d": None},
        {"a": "2\n3", "b": 7, "c": "http://www.w3.org/2004/02/skos/core#broader", "d": True},
    ]


def test_json_of_no_rows_is_an_empty_list() -> None:
    assert json.loads(answers.to_json(ask(open_store(None), "SELECT ?s { ?s ?p ?o }"))) == []


def test_markdown_keeps_cells_on_their_line(table: Answer) -> None:
    assert answers.to_markdown(table).splitlines()[2:] == [
        "| x\\|y | 1.5 | id/x/1 |  |",
        "| 2 3 | 7 | skos:broader | true |",
    ]


def test_turtle_is_for_triples(table: Answer) -> None:
    with pytest.raises(BadUsage, match="CONSTRUCT"):
        answers.to_turtle(table)
    built = ask(open_store(None), "CONSTRUCT { <a:b> skos:broader <a:c> } WHERE { }")
    assert "<a:b> skos:broader <a:c> ." in answers.to_turtle(built)


def test_ask_gives_one_cell() -> None:
    assert answers.to_json(ask(open_store(None), "ASK { }")) == '[{"answer": true}]\n'


def test_the_module_lists_names_without_reading_the_files() -> None:
    assert catalogue.names() == [q.name for q in queries()]
