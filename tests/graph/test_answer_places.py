"""Every line in an answer on the published graph is a line that the graph has of the document beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from vankien.graph.access.opening import open_store
from vankien.graph.asking import answers
from vankien.graph.asking.answers import ask, to_text
from vankien.graph.asking.catalogue import Query, fill, find_query, queries
from vankien.graph.stores.store import Store

PUBLISHED = Path(__file__).parents[2] / "docs" / "graph"
_HELD = """SELECT DISTINCT ?name ?line WHERE {
  GRAPH ?report {
    ?text vk:textOf ?document ; dcterms:identifier ?id .
    OPTIONAL { ?document eli:id_local ?number }
    ?node vk:line|vk:firstLine|vk:lastLine|vk:involvesLine ?line .
    VALUES ?which { 1 2 }
    BIND(IF(?which = 1, ?id, ?number) AS ?name)
  }
}"""


@pytest.fixture(scope="module")
def published() -> Iterator[Store]:
    with open_store(PUBLISHED, read_only=True) as store:
        yield store


@pytest.fixture(scope="module")
def lines(published: Store) -> dict[str, set[str]]:
    """The lines that the published graph has of each document, by its id and by its number."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, line in published.rows(_HELD):
        if name is not None:
            found[answers.to_text(name)].add(answers.to_text(line))
    return found


def _places(columns: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where a document and its line stand in a row: ``document`` and ``line``, ``document_a`` and ``line_a``."""
    pairs = [(c, c.replace("document", "line")) for c in columns if "document" in c and c != "documents"]
    return [(columns.index(d), columns.index(at)) for d, at in pairs if at in columns]


@pytest.mark.parametrize("query", [pytest.param(q, id=q.name) for q in queries() if _places(tuple(q.columns))])
def test_lines_are_of_the_document_beside_them(query: Query, published: Store, lines: dict[str, set[str]]) -> None:
    answer = ask(published, fill(query))
    said = {
        (answers.to_text(row[document]), answers.to_text(row[line]))
        for row in answer.rows
        for document, line in _places(tuple(answer.columns))
    }
    strangers = {(name, line) for name, line in said if line and name in lines and line not in lines[name]}
    assert not strangers


def test_every_verdict_is_counted_once(published: Store) -> None:
    """Also those that name no period."""
    answer = ask(published, fill(find_query("verdict-counts")))
    counted = sum(int(to_text(row[answer.columns.index("assessments")])) for row in answer.rows)
    there = published.rows("SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a vk:Assessment ; vk:verdict ?v ; vk:mode ?m }")
    undated = published.rows("SELECT ?a { ?a a vk:Assessment FILTER NOT EXISTS { ?a vk:asOf ?p } } LIMIT 1")
    assert counted == int(to_text(there[0][0]))
    assert undated
