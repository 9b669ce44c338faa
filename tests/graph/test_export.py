from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from vankien.errors import BadUsage, StoreError
from vankien.graph.access.opening import build, open_store
from vankien.graph.serialising.export import QUOTES, format_of, quads_to_bytes, select, write
from vankien.graph.stores.store import FORMATS
from vankien.graph.terms.shared import is_document

SUFFIXES = sorted(FORMATS)
RDFLIB = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".nt": "nt", ".jsonld": "json-ld"}


def exported(path: Path, suffix: str) -> bytes:
    with open_store(path, read_only=True) as store:
        return quads_to_bytes(select(store), FORMATS[suffix])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_store_gives_the_same_bytes(store_path: Path, suffix: str) -> None:
    assert exported(store_path, suffix) == exported(store_path, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_storing_does_not_matter(store_path: Path, tmp_path: Path, suffix: str, seed: int) -> None:
    with open_store(store_path, read_only=True) as store:
        quads = [q for q in store.quads() if isinstance(q.graph_name, ox.NamedNode) and is_document(q.graph_name)]
    random.Random(seed).shuffle(quads)
    build(tmp_path / "shuffled", quads)
    with open_store(tmp_path / "shuffled", read_only=True) as store:
        assert quads_to_bytes(select(store), FORMATS[suffix]) == quads_to_bytes(quads, FORMATS[suffix])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_other_readers_read_the_same_triples(store_path: Path, suffix: str) -> None:
    data = exported(store_path, suffix)
    expected = {
        str(ox.Triple(q.subject, q.predicate, q.object)) for q in ox.parse(exported(store_path, ".nq"), FORMATS[".nq"])
    }
    again = {str(ox.Triple(q.subject, q.predicate, q.object)) for q in ox.parse(data, FORMATS[suffix])}
    assert again == expected
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=data, format=RDFLIB[suffix])
    assert len({(s, p, o) for s, p, o, _ in graph.quads()}) == len(expected)


def test_turtle_has_prefixes_and_reads_well(store_path: Path) -> None:
    text = exported(store_path, ".ttl").decode()
    assert "@prefix vk: <https://w3id.org/vankien/ontology#> ." in text
    assert "a vk:TargetStatement" in text
    assert "@prefix units: <https://w3id.org/vankien/concept/units/> ." in text
    assert "units:percent" in text
    assert "_:" not in text


def test_json_ld_is_json(store_path: Path) -> None:
    assert json.loads(exported(store_path, ".jsonld"))


def test_documents_and_catalogue_are_exported_and_the_rest_when_asked_for(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        names = {str(q.graph_name).rstrip(">").rsplit("/", 1)[1] for q in select(store)}
        assert names == {"bao-cao", "nghi-quyet", "catalogue"}
        more = {str(q.graph_name).rstrip(">").rsplit("/", 1)[1] for q in select(store, ["runs", "vocabulary"])}
        assert more == names | {"runs", "vocabulary"}
        with pytest.raises(BadUsage, match="no graph run"):
            select(store, ["run"])


def test_quotes_can_be_left_out(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        quads = select(store, quotes=False)
    assert quads
    assert not {q.predicate for q in quads} & QUOTES
    assert "trên 54%" not in quads_to_bytes(quads, FORMATS[".nq"]).decode()


def test_blank_nodes_of_others_are_named_alike_each_time() -> None:
    def graph(*names: str) -> list[ox.Quad]:
        p, g = ox.NamedNode("a:p"), ox.NamedNode("a:g")
        a, b = (ox.BlankNode(n) for n in names)
        return [ox.Quad(a, p, b, g), ox.Quad(b, p, ox.Literal("x"), g)]

    for suffix in SUFFIXES:
        assert quads_to_bytes(graph("x", "y"), FORMATS[suffix]) == quads_to_bytes(graph("q", "p"), FORMATS[suffix])


def test_an_unknown_suffix_lists_the_known_ones() -> None:
    with pytest.raises(BadUsage, match=r"graph\.rdfx: unknown suffix \.rdfx; use one of .*\.ttl"):
        format_of("graph.rdfx")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "graph.ttl"
    write(b"old", str(target))

    def fail(path: Path, other: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StoreError, match="No space left"):
        write(b"new", str(target))
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write(b"x", str(tmp_path / "none" / "graph.ttl"))


def test_storing_twice_exports_the_same(load: Callable[..., Path], tmp_path: Path) -> None:
    first = load("bao-cao", "nghi-quyet")
    second = load("nghi-quyet", "bao-cao", path=tmp_path / "other")
    assert exported(first, ".ttl") == exported(second, ".ttl")


def test_json_ld_reads_well(store_path: Path) -> None:
    document = json.loads(exported(store_path, ".jsonld"))
    context = document["@context"]
    assert (context["id"], context["type"]) == ("@id", "@type")
    assert context["line"] == {"@id": "vk:line", "@type": "xsd:integer"}
    assert context["label"] == {"@id": "rdfs:label", "@container": "@language"}
    (graph,) = (g for g in document["@graph"] if g["id"] == "graph/bao-cao")
    target = next(n for n in graph["@graph"] if n.get("type") == "Target" and "che-phu" in n["id"])
    assert target["deadline"] == "2025-12-31"
    assert target["targetGroup"] == 7
    assert target["setBy"] == "id/congress/son-binh/14"
    assert target["label"] == {"vi": "Tỷ lệ che phủ cây chè (2025)"}


def test_json_ld_keeps_every_kind_of_value() -> None:
    a, p, q, g = (ox.NamedNode(f"https://example.org/{k}") for k in ("a", "p", "q#line", "g"))
    integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    values: list[ox.Literal | ox.BlankNode | ox.NamedNode] = [
        ox.Literal("x"),
        ox.Literal("x", language="vi"),
        ox.Literal("y", language="vi"),
        ox.Literal("007", datatype=integer),
        ox.BlankNode("b"),
        a,
    ]
    quads = {ox.Quad(a, p, v, g) for v in values} | {ox.Quad(a, q, ox.Literal("-7", datatype=integer))}
    data = quads_to_bytes(quads, FORMATS[".jsonld"])
    again = quads_to_bytes(ox.parse(data, FORMATS[".jsonld"]), FORMATS[".nq"])
    assert again == quads_to_bytes(quads, FORMATS[".nq"])
