"""Results of a validation that are kept, and what makes them stale."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Quad

from vankien.graph.access.opening import open_store
from vankien.graph.stores.store import Store
from vankien.graph.terms.vocabulary import RDF, VK, last_part
from vankien.graph.validation import validate as validate_module
from vankien.graph.validation.checked import checked_folder
from vankien.graph.validation.validate import Validation, validate_store


@pytest.fixture
def store(load: Callable[..., Path]) -> Path:
    return load("bao-cao", "nghi-quyet")


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports that are validated anew."""
    seen: list[str] = []
    validate = validate_module.validate_with_types

    def noted(quads: list[Quad], report: str, types: list[Quad]) -> Validation:
        seen.append(report)
        return validate(quads, report, types)

    monkeypatch.setattr(validate_module, "validate_with_types", noted)
    return seen


def check(path: Path, force: bool = False) -> list[Validation]:
    with open_store(path, read_only=True) as store:
        return list(validate_store(store, force=force))


def test_nothing_is_validated_again_without_a_change(store: Path, validated: list[str]) -> None:
    first = check(store)
    assert validated == ["bao-cao", "nghi-quyet"]
    again = check(store)
    assert validated == ["bao-cao", "nghi-quyet"]
    assert again == first
    assert [v.triples for v in again] == [v.triples for v in first]


def test_of_the_same_files_no_graph_is_read(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(store)
    monkeypatch.setattr(Store, "quads", lambda *_: pytest.fail("a graph was read"))
    assert check(store) == first


def test_a_graph_that_is_no_different_is_read_once_after_a_change_elsewhere(
    store: Path, validated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(store)
    with open_store(store) as opened:
        graph = next(g for g in opened.graphs() if last_part(g.value) == "vocabulary")
        opened.replace_graph(graph, opened.quads(graph)[1:])
    assert check(store) == first
    assert validated == ["bao-cao", "nghi-quyet"]
    monkeypatch.setattr(Store, "quads", lambda *_: pytest.fail("a graph was read"))
    assert check(store) == first


def test_forcing_validates_everything(store: Path, validated: list[str]) -> None:
    check(store)
    check(store, force=True)
    assert validated == ["bao-cao", "nghi-quyet"] * 2


def test_a_triple_that_goes_is_noticed(store: Path, validated: list[str]) -> None:
    check(store)
    with open_store(store) as opened:
        graph = next(g for g in opened.graphs() if last_part(g.value) == "bao-cao")
        opened.replace_graph(graph, [q for q in opened.quads(graph) if q.predicate != VK.lineCount])
    results = check(store)
    assert validated == ["bao-cao", "nghi-quyet", "bao-cao"]
    assert not results[0].conforms


def test_what_another_document_says_of_a_thing_is_noticed(store: Path, validated: list[str]) -> None:
    with open_store(store) as opened:
        graphs = {last_part(g.value): g for g in opened.graphs()}
        body = next(q.subject for q in opened.quads(graphs["bao-cao"]) if q.object == VK.Body)
        own = opened.quads(graphs["bao-cao"])
        opened.replace_graph(graphs["bao-cao"], [q for q in own if not (q.subject == body and q.predicate == RDF.type)])
    check(store)
    before = len(validated)
    with open_store(store) as opened:
        other = opened.quads(graphs["nghi-quyet"])
        kept = [q for q in other if not (q.subject == body and q.predicate == RDF.type)]
        assert len(kept) < len(other)
        opened.replace_graph(graphs["nghi-quyet"], kept)
    check(store)
    assert "nghi-quyet" in validated[before:]


def test_other_shapes_are_noticed(store: Path, validated: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    check(store)
    monkeypatch.setattr("vankien.graph.validation.checked._rules", lambda: "other shapes")
    check(store)
    assert validated == ["bao-cao", "nghi-quyet"] * 2


def test_a_damaged_result_is_made_anew(store: Path, validated: list[str]) -> None:
    first = check(store)
    path = checked_folder(store) / "bao-cao.json"
    path.write_bytes(path.read_bytes()[:-3])
    assert check(store) == first
    assert validated == ["bao-cao", "nghi-quyet", "bao-cao"]


def test_results_of_documents_that_are_gone_are_removed(store: Path, load: Callable[..., Path]) -> None:
    check(store)
    (checked_folder(store) / "notes.json").write_text("{}")
    load("bao-cao", path=store, rebuild=True)
    check(store)
    assert sorted(p.name for p in checked_folder(store).iterdir()) == ["bao-cao.json", "notes.json"]


def test_a_store_in_a_folder_that_cannot_be_written_is_validated_all_the_same(
    store: Path, validated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked_folder(store).write_text("a file where the folder would be")
    assert len(check(store)) == len(check(store)) == 2
    assert len(validated) == 4
    checked_folder(store).unlink()
    shutil.rmtree(store)
