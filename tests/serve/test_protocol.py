"""The SPARQL 1.1 Protocol, case by case.

The cases of `W3C` are those of https://github.com/w3c/rdf-tests (sparql/sparql11/protocol), by their names there: what
each demands of a server, in requests of our own over our own three graphs. Updates are refused on purpose: what the
suite wants done is answered with 403 here, what it wants refused is refused.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import EX, client_over, data, three_graphs
from vankien.serve.protocol import FORM, LARGEST_BODY, QUERY, UPDATE

ROWS = ("application/sparql-results+xml", "application/sparql-results+json", "text/csv", "text/tab-separated-values")
TRUTH = ROWS[:2]
TRIPLES = ("application/rdf+xml", "text/turtle", "application/n-triples")


@dataclass(frozen=True)
class Case:
    """A request and what must come back; `status` None stands for any 4xx."""

    name: str
    method: str
    query: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    media_type: str | None = None
    status: int | None = 200
    answers: tuple[str, ...] = ()
    truth: bool | None = None
    headers: dict[str, str] = field(default_factory=dict)


def graphs(default: tuple[int, ...] = (), named: tuple[int, ...] = ()) -> tuple[tuple[str, str], ...]:
    given = [("default-graph-uri", data(n)) for n in default] + [("named-graph-uri", data(n)) for n in named]
    return tuple(given)


def form(*given: tuple[str, str]) -> bytes:
    return urlencode(given).encode()


BOTH = f"ASK {{ <{data(1)}> a ?type . <{data(2)}> a ?type }}"
ANY_NAMED = "ASK { GRAPH ?g { ?s ?p ?o } }"
UTF16 = "; charset=UTF-16"
INSERT = f"INSERT DATA {{ GRAPH <{EX}g> {{ <{EX}s> <{EX}p> <x> }} }}"

QUERIES = (
    Case("query_post_form", "POST", body=form(("query", "ASK {}")), media_type=FORM, answers=TRUTH, truth=True),
    Case("query_dataset_default_graphs_get", "GET", (("query", BOTH), *graphs((1, 2))), answers=TRUTH, truth=True),
    Case("query_dataset_default_graphs_post", "POST", graphs((1, 2)), BOTH.encode(), QUERY, 200, TRUTH, True),
    Case("query_dataset_named_graphs_post", "POST", graphs((), (1, 2)), ANY_NAMED.encode(), QUERY, 200, TRUTH, True),
    Case(
        "query_dataset_named_graphs_get", "GET", (("query", ANY_NAMED), *graphs((), (1, 2))), answers=TRUTH, truth=True
    ),
    Case(
        "query_dataset_full",
        "POST",
        graphs((3,), (1, 2)),
        b"SELECT ?g ?x ?s { ?x ?y ?o GRAPH ?g { ?s ?p ?o } }",
        QUERY,
        answers=ROWS,
    ),
    Case(
        "query_multiple_dataset",
        "POST",
        graphs((2,)),
        f"ASK FROM <{data(1)}> {{ <{data(1)}> ?p ?o }}".encode(),
        QUERY,
        answers=TRUTH,
        truth=False,
    ),
    Case("query_get", "GET", (("query", "ASK {}"),), answers=TRUTH, truth=True),
    Case("query_content_type_select", "POST", (), b"SELECT (1 AS ?value) {}", QUERY, answers=ROWS),
    Case("query_content_type_ask", "POST", (), b"ASK {}", QUERY, answers=TRUTH),
    Case("query_content_type_describe", "POST", (), f"DESCRIBE <{EX}>".encode(), QUERY, answers=TRIPLES),
    Case(
        "query_content_type_construct",
        "POST",
        (),
        f"CONSTRUCT {{<{EX}s> <{EX}p> 1}} WHERE {{}}".encode(),
        QUERY,
        200,
        TRIPLES,
    ),
    Case("query_post_direct", "POST", (), b"ASK {}", QUERY, answers=TRUTH, truth=True),
    Case("bad_query_method", "PUT", (("query", "ASK {}"),), status=405),
    Case("bad_multiple_queries", "GET", (("query", "ASK {}"), ("query", "SELECT * {}")), status=400),
    Case("bad_query_wrong_media_type", "POST", (), b"ASK {}", "text/plain", 415),
    Case("bad_query_missing_form_type", "POST", (), form(("query", "ASK {}")), None, 415),
    Case("bad_query_missing_direct_type", "POST", (), b"ASK {}", None, 415),
    Case("bad_query_non_utf8", "POST", (), "ASK {}".encode("utf-16"), QUERY + UTF16, 415),
    Case("bad_query_syntax", "GET", (("query", "ASK {"),), status=400),
)
UPDATES = (
    Case("update_dataset_default_graph", "POST", (("using-graph-uri", data(1)),), INSERT.encode(), UPDATE, 403),
    Case(
        "update_dataset_default_graphs",
        "POST",
        (("using-graph-uri", data(1)), ("using-graph-uri", data(2))),
        INSERT.encode(),
        UPDATE,
        403,
    ),
    Case("update_dataset_named_graphs", "POST", (("using-named-graph-uri", data(1)),), INSERT.encode(), UPDATE, 403),
    Case(
        "update_dataset_full",
        "POST",
        (("using-graph-uri", data(1)), ("using-named-graph-uri", data(2))),
        INSERT.encode(),
        UPDATE,
        403,
    ),
    Case("update_post_form", "POST", (), form(("update", "CLEAR ALL")), FORM, 403),
    Case("update_post_direct", "POST", (), b"CLEAR ALL", UPDATE, 403),
    Case("update_base_uri", "POST", (), INSERT.encode(), UPDATE, 403),
    Case("bad_update_get", "GET", (("update", "CLEAR ALL"),), status=403),
    Case("bad_multiple_updates", "POST", (), form(("update", "CLEAR NAMED"), ("update", "CLEAR DEFAULT")), FORM, 403),
    Case("bad_update_wrong_media_type", "POST", (), b"CLEAR NAMED", "text/plain", 415),
    Case("bad_update_missing_form_type", "POST", (), form(("update", "CLEAR NAMED")), None, 415),
    Case("bad_update_non_utf8", "POST", (), "CLEAR NAMED".encode("utf-16"), UPDATE + UTF16, 403),
    Case("bad_update_syntax", "POST", (), form(("update", "CLEAR XYZ")), FORM, 403),
    Case(
        "bad_update_dataset_conflict",
        "POST",
        (),
        form(("using-named-graph-uri", EX), ("update", f"WITH <{EX}> DELETE {{ ?s ?p 1 }} WHERE {{ ?s ?p 1 }}")),
        FORM,
        403,
    ),
)
W3C = QUERIES + UPDATES

OURS = (
    Case("post_form_with_dataset", "POST", (), form(("query", BOTH), *graphs((1, 2))), FORM, 200, TRUTH, True),
    Case("post_form_with_dataset_in_the_address", "POST", graphs((1,)), form(("query", BOTH)), FORM, 200, TRUTH, False),
    Case(
        "default_graphs_leave_no_named_ones", "GET", (("query", ANY_NAMED), *graphs((1,))), answers=TRUTH, truth=False
    ),
    Case(
        "named_graphs_leave_an_empty_default", "GET", (("query", BOTH), *graphs((), (1, 2))), answers=TRUTH, truth=False
    ),
    Case("no_dataset_is_the_union", "GET", (("query", BOTH),), answers=TRUTH, truth=True),
    Case(
        "our_prefixes_are_known",
        "GET",
        (("query", "ASK { ?s rdf:type ?d FILTER NOT EXISTS { ?s skos:note vk:x } }"),),
        truth=True,
    ),
    Case("charset_in_quotes", "POST", (), b"ASK {}", QUERY + '; charset="UTF-8"', truth=True),
    Case("media_type_in_capitals", "POST", (), b"ASK {}", QUERY.upper(), truth=True),
    Case("vietnamese_in_the_address", "GET", (("query", "ASK { ?s ?p 'chỉ tiêu 2'@vi }"),), truth=True),
    Case("query_of_no_bytes", "POST", (), b"", QUERY, 400),
    Case("form_without_a_query", "POST", (), b"", FORM, 400),
    Case("query_in_the_address_and_the_body", "POST", (("query", "ASK {}"),), b"ASK {}", QUERY, 400),
    Case("body_that_is_no_utf8", "POST", (), b"ASK { ?s ?p '\xff' }", QUERY, 400),
    Case("form_that_is_no_utf8", "POST", (), b"query=ASK%20%7B%7D%FF", FORM, 400),
    Case("graph_that_is_no_iri", "GET", (("query", "ASK {}"), ("default-graph-uri", "not an iri")), status=400),
    Case("update_as_query", "GET", (("query", f"PREFIX a: <{EX}> INSERT DATA {{ a:b a:c a:d }}"),), status=403),
    Case("update_in_the_address_of_a_post", "POST", (("update", "CLEAR ALL"),), b"ASK {}", QUERY, 403),
    Case("body_too_large", "POST", (), b"ASK {}" + b" " * LARGEST_BODY, QUERY, 413),
    Case("delete", "DELETE", status=405),
    Case("patch", "PATCH", status=405),
    Case("get_without_a_query", "GET"),
    Case("nothing_acceptable", "GET", (("query", "ASK {}"),), status=406, headers={"Accept": "image/png"}),
    Case("rows_as_turtle", "GET", (("query", "ASK {}"),), status=406, headers={"Accept": "text/turtle"}),
    Case("triples_as_csv", "GET", (("query", "DESCRIBE <x:y>"),), status=406, headers={"Accept": "text/csv"}),
)


def ask(client: TestClient, case: Case, path: str = "/sparql") -> tuple[int, str, bytes]:
    headers = {**case.headers} if case.media_type is None else {"Content-Type": case.media_type, **case.headers}
    got = client.request(case.method, path, params=list(case.query), content=case.body or None, headers=headers)
    return got.status_code, got.headers.get("content-type", "").partition(";")[0], got.content


def truth_of(media_type: str, body: bytes) -> bool:
    if media_type.endswith("json"):
        return bool(json.loads(body)["boolean"])
    result = ox.parse_query_results(body, format=ox.QueryResultsFormat.XML)
    assert isinstance(result, ox.QueryBoolean)
    return bool(result)


def test_the_table_has_the_cases_of_the_suite() -> None:
    assert (len(QUERIES), len(UPDATES)) == (20, 14)
    assert len({case.name for case in W3C}) == 34


@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
@pytest.mark.parametrize("case", W3C + OURS, ids=lambda c: c.name)
def test_case(client: TestClient, case: Case, path: str) -> None:
    status, media_type, body = ask(client, case, path)
    assert status == case.status, body
    if case.answers:
        assert media_type in case.answers
    if case.truth is not None:
        assert truth_of(media_type, body) == case.truth


def test_nothing_was_changed_by_all_that(client: TestClient) -> None:
    assert rows(client, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == [["6"]]


# --- formats ------------------------------------------------------------------------------------------------

SELECT, CONSTRUCT = "SELECT ?o { ?s <http://example.org/label> ?o } ORDER BY ?o LIMIT 1", "CONSTRUCT WHERE { ?s a ?o }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

FORMATS = (
    ("", SELECT, "application/sparql-results+json"),
    ("*/*", SELECT, "application/sparql-results+json"),
    ("application/json", SELECT, "application/json"),
    ("application/sparql-results+xml", SELECT, "application/sparql-results+xml"),
    ("application/xml", SELECT, "application/xml"),
    ("text/csv", SELECT, "text/csv"),
    ("text/tab-separated-values", SELECT, "text/tab-separated-values"),
    ("text/*", SELECT, "text/csv"),
    ("text/csv;q=0.2, text/tab-separated-values;q=0.7", SELECT, "text/tab-separated-values"),
    ("TEXT/CSV; charset=utf-8 ; Q=1.0", SELECT, "text/csv"),
    ("application/sparql-results+json;q=0, */*;q=0.1", SELECT, "application/json"),
    ("text/csv;q=0, image/png", SELECT, None),
    ("text/turtle, application/sparql-results+xml;q=0.1", SELECT, "application/sparql-results+xml"),
    (BROWSER, SELECT, "application/xml"),
    ("", CONSTRUCT, "text/turtle"),
    ("*/*", CONSTRUCT, "text/turtle"),
    ("application/n-triples", CONSTRUCT, "application/n-triples"),
    ("application/rdf+xml", CONSTRUCT, "application/rdf+xml"),
    ("application/ld+json", CONSTRUCT, "application/ld+json"),
    ("application/sparql-results+json, application/rdf+xml;q=0.5", CONSTRUCT, "application/rdf+xml"),
    ("text/csv", CONSTRUCT, None),
)
READERS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
RESULT_READERS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "values": ox.QueryResultsFormat.TSV,
}


@pytest.mark.parametrize(("accept", "query", "expected"), FORMATS)
def test_format(client: TestClient, accept: str, query: str, expected: str | None) -> None:
    got = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert got.headers["vary"] == "Accept"
    if expected is None:
        assert got.status_code == 406
        return
    assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (200, expected)
    if query == CONSTRUCT:
        assert len(list(ox.parse(got.content, format=READERS[expected]))) == 3
    elif expected == "text/csv":
        assert got.text == "o\r\nchỉ tiêu 1\r\n"
    else:
        result = ox.parse_query_results(
            got.content, format=RESULT_READERS[expected.rpartition("+")[2].rpartition("/")[2].rpartition("-")[2]]
        )
        assert isinstance(result, ox.QuerySolutions)
        assert [str(row[0]) for row in result] == ['"chỉ tiêu 1"@vi']


@pytest.mark.parametrize(
    ("name", "query", "expected"),
    [
        ("csv", SELECT, "text/csv"),
        ("tsv", SELECT, "text/tab-separated-values"),
        ("json", SELECT, "application/sparql-results+json"),
        ("json", CONSTRUCT, "application/ld+json"),
        ("ttl", CONSTRUCT, "text/turtle"),
        ("nt", CONSTRUCT, "application/n-triples"),
    ],
)
def test_a_link_names_its_format(client: TestClient, name: str, query: str, expected: str) -> None:
    """A link and a form send the Accept header of the browser, whatever their author wants."""
    got = client.get("/sparql", params={"query": query, "format": name}, headers={"Accept": BROWSER})
    assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (200, expected)


@pytest.mark.parametrize(("name", "status"), [("xls", 400), ("ttl", 406)])
def test_a_format_that_cannot_be_given(client: TestClient, name: str, status: int) -> None:
    assert client.get("/sparql", params={"query": SELECT, "format": name}).status_code == status


def test_turtle_has_prefixes(client: TestClient) -> None:
    got = client.get("/sparql", params={"query": "CONSTRUCT { ?s a skos:Concept } WHERE { ?s a ?o }"})
    assert "a skos:Concept" in got.text


# --- FROM ---------------------------------------------------------------------------------------------------


def rows(client: TestClient, query: str, *given: tuple[str, str]) -> list[list[str]]:
    got = client.get("/sparql", params=[("query", query), *given], headers={"Accept": "text/csv"})
    assert got.status_code == 200, got.text
    return [line.split(",") for line in got.text.splitlines()[1:]]


DEFAULT, NAMED = "{ ?s a ?d }", "{ GRAPH ?g { ?s a ?d } }"
DATASETS = (
    ("", DEFAULT, 3),
    ("", NAMED, 3),
    (f"FROM <{data(1)}>", DEFAULT, 1),
    (f"FROM <{data(1)}> FROM <{data(3)}>", DEFAULT, 2),
    (f"FROM <{data(1)}>", NAMED, 0),
    (f"FROM NAMED <{data(1)}>", DEFAULT, 0),
    (f"FROM NAMED <{data(1)}>", NAMED, 1),
    (f"FROM <{data(1)}> FROM NAMED <{data(2)}>", NAMED, 1),
    (f"FROM <{EX}none>", DEFAULT, 0),
    (f"from<{data(1)}>", DEFAULT, 1),
    ("FROM ex:data1.rdf", DEFAULT, 1),
    ("FROM#here\nex:data1.rdf", DEFAULT, 1),
    ("# FROM\n", DEFAULT, 3),
    ("", "{ ?s a ?d . BIND('FROM <x:y>' AS ?from) }", 3),
)


@pytest.mark.parametrize(("clause", "where", "count"), DATASETS)
def test_from(client: TestClient, clause: str, where: str, count: int) -> None:
    assert len(rows(client, f"PREFIX ex: <{EX}> SELECT ?s {clause} {where}")) == count


def test_a_dataset_of_the_request_overrides_from(client: TestClient) -> None:
    query = f"SELECT ?s FROM <{data(1)}> {DEFAULT}"
    assert rows(client, query, ("default-graph-uri", data(2)), ("default-graph-uri", data(3))) == [[data(2)], [data(3)]]


# --- errors, headers, description ---------------------------------------------------------------------------


ERRORS = (
    ("SELECT * {\n ?s ?p OPTIO }", "error at line 2, column 13: ?s ?p OPTIO }"),
    ("ASK { ?s nope:x ?o }", "(the prefix nope: is not declared)"),
    ("SELECT (SUM(?x) AS ?x) {", "error at"),
    ("ASK { SERVICE <http://localhost/> {} }", "SERVICE is not supported"),
    ("CLEAR ALL", "read-only"),
)


@pytest.mark.parametrize(("query", "words"), ERRORS)
def test_errors_say_what_is_wrong_on_one_line(client: TestClient, query: str, words: str) -> None:
    plain = client.get("/sparql", params={"query": query})
    assert plain.headers["content-type"] == "text/plain; charset=utf-8"
    assert words in plain.text
    assert plain.text.count("\n") == 1
    wished = client.get(
        "/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json,*/*;q=0.1"}
    )
    assert wished.json() == {"status": plain.status_code, "error": plain.text.strip()}


def test_options_and_cors(client: TestClient) -> None:
    asked = {"Origin": "http://example.org", "Access-Control-Request-Method": "POST"}
    got = client.options("/sparql", headers=asked)
    assert got.status_code == 204
    assert got.headers["allow"] == got.headers["access-control-allow-methods"] == "GET, HEAD, POST, OPTIONS"
    assert "Content-Type" in got.headers["access-control-allow-headers"]
    for query in ("ASK {}", "ASK {"):
        assert client.get("/sparql", params={"query": query}).headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(("cors", "origin"), [("", None), ("https://example.org", "https://example.org")])
def test_cors_can_be_narrowed(cors: str, origin: str | None) -> None:
    with client_over(three_graphs(), cors=cors) as client:
        assert client.options("/sparql").headers.get("access-control-allow-origin") == origin


@pytest.mark.parametrize("query", ["ASK {}", "SELECT * { ?s ?p ?o }"])
def test_head_is_get_without_the_body(client: TestClient, query: str) -> None:
    whole, head = (client.request(m, "/sparql", params={"query": query}) for m in ("GET", "HEAD"))
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length", "vary", "content-security-policy"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("media_type", list(READERS))
def test_the_service_describes_itself(client: TestClient, media_type: str) -> None:
    got = client.get("/sparql", headers={"Accept": media_type})
    assert got.headers["content-type"].partition(";")[0] == media_type
    store = ox.Store()
    store.load(got.content, format=READERS[media_type])
    sd, void = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
    query = f"""PREFIX sd: <{sd}> PREFIX void: <{void}> SELECT ?name ?n {{
        ?service a sd:Service ; sd:endpoint <http://localhost/sparql> ; sd:supportedLanguage sd:SPARQL11Query ;
          sd:feature sd:UnionDefaultGraph ; sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON> ;
          sd:defaultDataset [ void:triples 6 ; sd:namedGraph [ sd:name ?name ; sd:graph [ void:triples ?n ] ] ] }}"""
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    assert sorted((r["name"].value, r["n"].value) for r in found) == [(data(n), "2") for n in (1, 2, 3)]


def test_the_description_is_not_acceptable_as_a_picture(client: TestClient) -> None:
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
