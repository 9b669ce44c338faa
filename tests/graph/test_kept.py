"""Answers that are kept beside a store: found again for the same query and the same data, and never for others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode

from tests.graph import question_reports
from tests.graph.conftest import MOMENT
from vankien.graph.access.opening import open_store
from vankien.graph.asking import answers
from vankien.graph.asking.answers import Answer, ask, to_turtle
from vankien.graph.asking.catalogue import fill, find_query
from vankien.graph.building.build import save
from vankien.graph.stores import kept
from vankien.graph.stores.kept import FOLDER, Table, find_kept, keep, state_of
from vankien.graph.stores.store import Store

QUESTION = "targets-and-results"
IRI = NamedNode("https://example.org/a")
ROWS = [
    (IRI, Literal("Tỷ lệ\tche phủ\nrừng"), None),
    (
        None,
        Literal('"trích"', language="vi"),
        Literal("42.0", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
    ),
    (IRI, Literal(""), Literal(7)),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one document."""
    made = tmp_path / "kg"
    save(made, [question_reports.loaded("bao-cao")], moment=MOMENT, version="0")
    return made


def state(path: Path) -> str:
    found = state_of(path)
    assert found
    return found


def files(path: Path) -> list[Path]:
    return sorted((path / FOLDER).iterdir()) if (path / FOLDER).is_dir() else []


def rows(path: Path, name: str = QUESTION) -> Answer:
    with open_store(path, read_only=True) as store:
        return ask(store, fill(find_query(name)))


@pytest.fixture
def all_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer takes long."""
    monkeypatch.setattr(answers, "SLOW", -1.0)


def refuse(*_: object) -> None:
    raise AssertionError("the store was asked")


def test_rows_come_back_term_for_term(path: Path) -> None:
    table = Table(("a", "b", "c"), tuple(ROWS))
    assert keep(path, state(path), "SELECT", table)
    assert find_kept(path, state(path), "SELECT") == table
    assert find_kept(path, state(path), "SELECT other") is None


@pytest.mark.parametrize("column", [[(None,), (IRI,), (None,)], []], ids=["unbound cells of one column", "no rows"])
def test_rows_that_are_nearly_nothing_come_back(path: Path, column: list[tuple[NamedNode | None]]) -> None:
    table = Table(("a",), tuple(column))
    keep(path, state(path), "SELECT", table)
    assert find_kept(path, state(path), "SELECT") == table


@pytest.mark.parametrize("name", [pytest.param(QUESTION, id="rows"), pytest.param("topic-graph", id="triples")])
@pytest.mark.usefixtures("all_slow")
def test_a_slow_answer_is_not_asked_again(path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    first = rows(path, name)
    assert first.rows
    assert len(files(path)) == 1
    monkeypatch.setattr(Store, "query", refuse)
    assert rows(path, name) == first


@pytest.mark.usefixtures("all_slow")
def test_triples_that_were_kept_are_the_same_turtle(path: Path) -> None:
    first, again = to_turtle(rows(path, "topic-graph")), to_turtle(rows(path, "topic-graph"))
    assert len(files(path)) == 1
    assert again == first != ""


def test_a_quick_answer_is_not_kept(path: Path) -> None:
    rows(path, "documents")
    assert files(path) == []


@pytest.mark.usefixtures("all_slow")
def test_after_a_change_the_answer_is_the_new_one_and_the_old_is_thrown_away(path: Path) -> None:
    before = rows(path)
    old = files(path)
    save(path, [question_reports.loaded("nghi-quyet")], moment=MOMENT, version="0")
    assert len(rows(path).rows) > len(before.rows)
    assert not set(old) & set(files(path))


@pytest.mark.usefixtures("all_slow")
def test_what_was_opened_before_a_change_is_not_kept_for_the_data_after_it(path: Path) -> None:
    with open_store(path, read_only=True) as store:
        save(path, [question_reports.loaded("nghi-quyet")], moment=MOMENT, version="0")
        ask(store, fill(find_query(QUESTION)))
    assert files(path) == []


@pytest.mark.usefixtures("all_slow")
def test_stores_in_memory_are_not_kept(path: Path) -> None:
    with open_store(None) as store:
        ask(store, fill(find_query(QUESTION)))
    assert files(path) == []


def test_blank_nodes_are_not_kept_for_their_names_mean_nothing_later(path: Path) -> None:
    assert not keep(path, state(path), "SELECT", Table(("a",), ((ox.BlankNode("b"),),)))
    assert files(path) == []


def test_where_nothing_can_be_written_the_answer_is_given_all_the_same(
    path: Path, all_slow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path / FOLDER).write_text("a file where the folder should be", encoding="utf-8")
    assert rows(path).rows


def test_the_oldest_answers_make_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "ROOM", 400)
    for number in range(5):
        keep(path, state(path), f"SELECT {number}", Table(("a", "b", "c"), tuple(ROWS)))
    assert 1 <= len(files(path)) < 5
    assert find_kept(path, state(path), "SELECT 4")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"no JSON\n" + data, id="another head"),
        pytest.param(lambda data: b"[]\n" + data, id="another JSON"),
        pytest.param(lambda data: data[:-4], id="a cell cut off"),
        pytest.param(lambda data: data[:-3], id="half a cell cut off"),
        pytest.param(lambda data: data[:-4] + b"\xff\xff\xff\xff", id="a term that is not there"),
        pytest.param(lambda data: data.replace(b"?term", b"?te m"), id="no list of terms"),
    ],
)
@pytest.mark.usefixtures("all_slow")
def test_a_damaged_answer_is_asked_for_again(path: Path, damage: Callable[[bytes], bytes]) -> None:
    first = rows(path)
    (file,) = files(path)
    file.write_bytes(damage(file.read_bytes()))
    assert rows(path) == first


def test_what_is_no_folder_of_data_has_no_state(tmp_path: Path) -> None:
    assert state_of(tmp_path) is None
    assert state_of(tmp_path / "missing") is None
