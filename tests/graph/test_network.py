"""The network of programmes, targets, indicators, documents and bodies, and what it is asked."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from tests.graph.two_reports import contribution, documents, observation, target
from vankien.errors import BadUsage, QueryError
from vankien.graph.access.opening import open_store
from vankien.graph.exporting.network import (
    Edge,
    Network,
    Node,
    bodies_behind,
    carriers,
    communities,
    find_node,
    hub,
    network,
    orphans,
    shared_targets,
    shortest_path,
)
from vankien.graph.exporting.network_files import network_to_bytes

KINDS = {"p": "programme", "t": "target", "i": "indicator", "b": "body", "c": "congress"}


def make(*arrows: str, **verdicts: str) -> Network:
    """A network from arrows such as ``p1 serves t1 stated``; the first letter of a name is its kind."""
    edges = tuple(sorted(Edge(s, o, r, m) for s, r, o, m in (a.split() for a in arrows)))
    names = sorted({n for e in edges for n in (e.source, e.target)} | set(verdicts))
    nodes = (Node(n, n.upper(), KINDS[n[0]], tuple(verdicts.get(n, "").split())) for n in names)
    return Network(tuple(nodes), edges)


NET = make(
    "p1 serves t1 stated",
    "p1 serves t2 reported",
    "p2 serves t1 inferred",
    "t3 setBy c1 stated",
    "t4 setBy p2 stated",
    "b1 lead p1 stated",
    "b2 lead p2 stated",
    t1="at-risk",
    t2="met",
)


def keys(found: Any) -> list[tuple[str, list[str]]]:
    return [(f.node.iri, [n.iri for n in f.by]) for f in found]


def test_orphans_are_neither_served_nor_set_by_a_programme() -> None:
    assert keys(orphans(NET)) == [("t3", ["c1"])]


def test_programmes_with_most_targets_come_first() -> None:
    assert keys(carriers(NET)) == [("p1", ["t1", "t2"]), ("p2", ["t1", "t4"])]


def test_shared_targets() -> None:
    assert keys(shared_targets(NET)) == [("t1", ["p1", "p2"])]


def test_bodies_in_charge_of_targets_at_risk() -> None:
    assert keys(bodies_behind(NET)) == [("b1", ["t1"]), ("b2", ["t1"])]


def test_a_shortest_path_ignores_directions_and_says_how() -> None:
    way = shortest_path(NET, NET.by_iri["b1"], NET.by_iri["b2"])
    assert [(n.iri, e.relation if e else "") for n, e in way] == [
        ("b1", ""),
        ("p1", "lead"),
        ("t1", "serves"),
        ("p2", "serves"),
        ("b2", "lead"),
    ]
    with pytest.raises(QueryError, match="nothing joins “B1” and “C1”"):
        shortest_path(NET, NET.by_iri["b1"], NET.by_iri["c1"])


def test_communities_are_the_same_each_time() -> None:
    arrows = [f"p{g}{i} serves t{g}{j} stated" for g in (1, 2, 3) for i in range(3) for j in range(4)]
    net = make(*arrows, "p10 serves t20 stated", "p20 serves t30 stated")
    found = communities(net)
    assert [len(g) for g in found] == [7, 7, 7]
    assert all(len({n.iri[1] for n in group}) == 1 for group in found)
    assert found == communities(net)
    assert {hub(net, g).iri for g in found} <= {n.iri for n in net.nodes}
    assert communities(Network((), ())) == []


def test_the_network_of_a_store(store_path: Path) -> None:
    with open_store(store_path, read_only=True) as store:
        net = network(store)
    assert {n.kind for n in net.nodes} == {"programme", "target", "indicator", "congress", "document", "body"}
    assert all(e.source in net.by_iri and e.target in net.by_iri for e in net.edges)
    cover = next(n for n in net.of("target") if "che phủ" in n.label)
    assert cover.verdicts == ("at-risk",)
    (serving,) = [e for e in net.edges if e.relation == "serves"]
    assert (serving.target, serving.mode) == (cover.iri, "stated")
    assert [(f.node.label, [n.label for n in f.by]) for f in bodies_behind(net)] == [
        ("Sở Chè tỉnh Sơn Bình", [cover.label])
    ]


@pytest.mark.parametrize(
    ("end_of", "served"),
    [pytest.param("Sơn Bình", ["inferred"], id="one place"), pytest.param("Hòa Lâm", [], id="two places")],
)
def test_a_programme_that_reports_an_indicator_serves_its_targets_there_by_inference(
    end_of: str, served: list[str]
) -> None:
    reported = (*contribution("cuoi-ky", 20), observation("cuoi-ky", 21, "51", "2024"))
    with open_store(None) as store:
        store.inner.extend(documents((target("giua-ky", 10, "54"),), reported, end_of))
        edges = network(store).edges
    assert [e.mode for e in edges if e.relation == "contributes"] == ["reported"]
    assert [e.mode for e in edges if e.relation == "serves"] == served


@pytest.mark.parametrize("name", ["programme/chuong-trinh-phat-trien-che-sach", "chương trình phát triển chè sạch"])
def test_nodes_are_found_by_key_or_label(store_path: Path, name: str) -> None:
    with open_store(store_path, read_only=True) as store:
        net = network(store)
    assert find_node(net, name).label == "Chương trình phát triển chè sạch"
    with pytest.raises(QueryError, match="no such node"):
        find_node(net, "programme/none")


@pytest.mark.parametrize(("suffix", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_files_hold_the_network_with_vietnamese_labels(store_path: Path, suffix: str, read: Any) -> None:
    with open_store(store_path, read_only=True) as store:
        net = network(store)
    data = network_to_bytes(net, suffix)
    assert data == network_to_bytes(net, suffix)
    assert b"lastmodifieddate" not in data
    graph = read(io.BytesIO(data))
    assert set(graph) == set(net.by_iri)
    assert graph.number_of_edges() == len(net.edges)
    assert {d["label"] for _, d in graph.nodes(data=True)} == {n.label for n in net.nodes}
    assert {d["mode"] for *_, d in graph.edges(data=True)} == {e.mode for e in net.edges}
    with pytest.raises(BadUsage, match=r"unknown suffix \.png"):
        network_to_bytes(net, ".png")
