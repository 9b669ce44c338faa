"""Whatever is asked, in whatever headers: never a 500, never an exception, and the next query is answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from tests.serve.conftest import FakePages, client_over, three_graphs
from vankien.serve.protocol import FORM, QUERY, UPDATE

KNOWN = frozenset({200, 303, 304, 400, 403, 404, 405, 406, 413, 415, 503, 204})

PIECES = st.sampled_from(
    [
        "SELECT",
        "ASK",
        "CONSTRUCT",
        "DESCRIBE",
        "WHERE",
        "FROM",
        "NAMED",
        "GRAPH",
        "SERVICE",
        "SILENT",
        "OPTIONAL",
        "UNION",
        "FILTER",
        "BIND",
        "VALUES",
        "LIMIT",
        "0",
        "1",
        "-1",
        "1e9",
        "*",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ".",
        ";",
        ",",
        "?",
        "?s",
        "?p",
        "?o",
        "a",
        "vk:x",
        "nope:y",
        "<http://e/>",
        "<",
        ">",
        "'",
        '"',
        "'''",
        "\\",
        "#",
        "\\u0041",
        "@vi",
        "^^",
        "true",
        "EXISTS",
        "INSERT",
        "DATA",
        "COUNT(*)",
        "AS",
        "PREFIX",
        "BASE",
        ":",
        "_:b",
        "<<",
        ">>",
        "GROUP",
        "BY",
        "ORDER",
        "CLEAR",
    ]
)
QUERIES = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
)
NAMES = st.sampled_from(["query", "default-graph-uri", "named-graph-uri", "update", "using-graph-uri", "x", ""])
PARAMETERS = st.lists(st.tuples(NAMES, QUERIES), max_size=4)
RAW = st.binary(max_size=80)
LATIN = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60)
ACCEPTS = st.lists(
    st.sampled_from(
        [
            "text/csv",
            "text/*",
            "*/*",
            "*",
            "/",
            ";",
            ",",
            "q=0",
            "q=1",
            "q=0.5",
            "q=",
            "q=-1",
            "q=nan",
            "application/json",
            "text/html",
            "text/turtle",
            ";q=0.9",
        ]
    ),
    max_size=8,
).map("".join)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Accept": ACCEPTS | LATIN,
        "Accept-Language": LATIN,
        "Content-Type": st.sampled_from([FORM, QUERY, UPDATE, QUERY + ";charset=", QUERY + ';charset="utf-8']) | LATIN,
        "If-None-Match": LATIN,
        "Origin": LATIN,
        "X-Forwarded-Proto": LATIN,
    },
)
METHODS = st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", "PUT", "TRACE"])
PATHS = st.sampled_from(["/sparql", "/sparql/", "/sparql-editor", "/en/sparql-editor", "/healthz", "/", "/targets"])

FUZZED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def fuzzed(said: list[str]) -> Iterator[TestClient]:
    with client_over(three_graphs(), FakePages(), workers=2, said=said) as client:
        yield client
        assert client.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": "text/csv"}).text == "true"


def encoded(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.strip().encode("latin-1")) for name, value in headers.items()]


@FUZZED
@given(method=METHODS, path=PATHS, params=PARAMETERS, headers=HEADERS, body=RAW)
def test_parameters_and_headers(
    fuzzed: TestClient,
    said: list[str],
    method: str,
    path: str,
    params: list[tuple[str, str]],
    headers: dict[str, str],
    body: bytes,
) -> None:
    got = fuzzed.request(method, path, params=QueryParams(params), headers=encoded(headers), content=body)
    assert got.status_code in KNOWN
    assert said == []


@FUZZED
@given(query=QUERIES, accept=ACCEPTS)
def test_queries(fuzzed: TestClient, said: list[str], query: str, accept: str) -> None:
    got = fuzzed.post("/sparql", content=query.encode(), headers={"Content-Type": QUERY, "Accept": accept})
    assert got.status_code in {200, 400, 403, 406, 413, 503}
    assert said == []


@FUZZED
@given(raw=RAW, path=PATHS)
def test_addresses_that_are_no_text(fuzzed: TestClient, said: list[str], raw: bytes, path: str) -> None:
    address = f"{path}?query={''.join(f'%{b:02X}' for b in raw)}"
    assert fuzzed.get(address).status_code in KNOWN
    assert said == []


@FUZZED
@given(path=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_paths(fuzzed: TestClient, said: list[str], path: str) -> None:
    got = fuzzed.get("/" + "".join(f"%{b:02X}" for b in path.encode()))
    assert got.status_code in KNOWN
    assert said == []
