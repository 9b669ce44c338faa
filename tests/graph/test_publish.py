"""The published graph: no sentences, the same bytes each time, readable without a store."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tests.graph.conftest import MOMENT, make_loaded
from vankien.errors import StoreError
from vankien.graph.access.opening import open_store
from vankien.graph.building.build import save
from vankien.graph.serialising.export import QUOTES
from vankien.graph.serialising.publish import (
    DESCRIPTION,
    NAME_WORDS,
    VALUE_WORDS,
    differences,
    is_published,
    store_to_files,
    without_sentences,
    write_files,
)
from vankien.graph.terms.vocabulary import OA, RDFS, SCHEMA, VK, VOID
from vankien.graph.validation.validate import validate_store

LONG = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai"
S, G = NamedNode("https://example.org/s"), NamedNode("https://example.org/g")


def published(path: Path) -> dict[str, bytes]:
    with open_store(path, read_only=True) as store:
        return store_to_files(store, "1.2.3")


@pytest.fixture(scope="module")
def folder(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published graph of two reports."""
    folder = tmp_path_factory.mktemp("published") / "graph"
    write_files(published(store_path), folder)
    return folder


def test_one_file_per_document_and_what_describes_them(folder: Path) -> None:
    names = {"bao-cao", "nghi-quyet", "catalogue", "computed", "vocabulary", "void"}
    assert {p.name for p in folder.iterdir()} == {f"{name}.ttl" for name in names}
    described = (folder / DESCRIPTION).read_text("utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/" in described
    assert '"1.2.3"' in described


def test_publishing_twice_gives_the_same_bytes(store_path: Path, folder: Path, tmp_path: Path) -> None:
    assert not differences(published(store_path), folder)
    save(
        tmp_path / "kg",
        [make_loaded("nghi-quyet"), make_loaded("bao-cao")],
        moment=MOMENT.replace(year=2030),
        version="9",
    )
    assert not differences(published(tmp_path / "kg"), folder)


def test_what_differs_is_named(store_path: Path, folder: Path, tmp_path: Path) -> None:
    files = published(store_path)
    write_files(files, tmp_path / "other")
    (tmp_path / "other" / "bao-cao.ttl").write_text("# changed")
    (tmp_path / "other" / "nghi-quyet.ttl").unlink()
    (tmp_path / "other" / "old.ttl").write_text("# left over")
    assert differences(files, tmp_path / "other") == ["bao-cao.ttl", "nghi-quyet.ttl", "old.ttl"]
    assert len(differences(files, tmp_path / "nowhere")) == len(files)
    write_files(files, tmp_path / "other")
    assert not differences(files, tmp_path / "other")


def test_no_quotes_and_nothing_longer_than_a_value_or_a_name(folder: Path) -> None:
    for path in folder.glob("*.ttl"):
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE):
            assert quad.predicate != OA.exact
            assert quad.object != OA.TextQuoteSelector
            if quad.predicate in QUOTES and isinstance(quad.object, Literal):
                assert len(quad.object.value.split()) <= VALUE_WORDS


def kept(predicate: NamedNode, words: str, *more: Quad) -> str | None:
    quads = without_sentences([Quad(S, predicate, Literal(words), G), *more])
    found = [q.object.value for q in quads if q.predicate == predicate and isinstance(q.object, Literal)]
    return found[0] if found else None


def test_sentences_are_left_out_or_cut() -> None:
    value = Quad(S, SCHEMA.value, Literal("5"), G)
    assert kept(VK.printed, "trên 54%", value) == "trên 54%"
    assert kept(VK.printed, LONG, value) is None
    assert kept(VK.printed, LONG) == "một hai ba bốn năm sáu bảy tám …"
    assert kept(VK.change, LONG) is None
    assert kept(VK.sideA, LONG) == "một hai ba bốn năm sáu bảy tám …"
    assert kept(VK.citedTitle, "Về chè") is None
    assert kept(RDFS.label, f"Xem lại “{LONG}”") == "Xem lại “một hai ba bốn năm sáu bảy tám …”"
    assert len(str(kept(RDFS.label, " ".join(["chè"] * 99))).split()) == NAME_WORDS + 1


def test_a_published_graph_is_read_like_a_store(store_path: Path, folder: Path) -> None:
    assert is_published(folder)
    assert not is_published(store_path)
    count = "SELECT (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s a vk:Observation } }"
    with open_store(folder, read_only=True) as read, open_store(store_path, read_only=True) as store:
        assert read.rows(count) == store.rows(count)
        assert read.graphs() == [g for g in store.graphs() if not g.value.endswith(("/runs", "/loads"))]
        counts = ((q.subject, q.object) for q in described(folder) if q.predicate == VOID.triples)
        triples = {subject: o.value for subject, o in counts if isinstance(o, Literal)}
        for graph in read.graphs():
            if graph in triples and not graph.value.endswith("/vocabulary"):
                assert str(len(read.quads(graph))) == triples[graph]


def described(folder: Path) -> list[ox.Triple]:
    return [q.triple for q in ox.parse((folder / DESCRIPTION).read_bytes(), ox.RdfFormat.TURTLE)]


def test_it_conforms(folder: Path) -> None:
    with open_store(folder, read_only=True) as store:
        assert all(result.conforms for result in validate_store(store))


def test_publishing_again_what_was_published_changes_nothing(folder: Path) -> None:
    assert not differences(published(folder), folder)


def test_other_turtle_files_are_not_overwritten(store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("# mine")
    with pytest.raises(StoreError, match="no published graph"):
        write_files(published(store_path), tmp_path)


def test_an_empty_store_and_another_base_are_refused(store_path: Path) -> None:
    with open_store(None) as store, pytest.raises(StoreError, match="no documents"):
        store_to_files(store, "1")
    with open_store(store_path, read_only=True) as store, pytest.raises(StoreError, match="another base"):
        store_to_files(store, "1", "https://example.org/")


def test_a_missing_file_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / DESCRIPTION).write_bytes((folder / DESCRIPTION).read_bytes())
    with pytest.raises(StoreError, match=r"bao-cao\.ttl: cannot be read"):
        open_store(tmp_path, read_only=True)
