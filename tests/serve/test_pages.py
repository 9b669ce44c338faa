"""The pages behind the app: what they are asked, and what is added to their answers."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import CROSS_JOIN, HOST, FakePages, client_over, many_triples, three_graphs
from vankien.serve.jobs import Limits
from vankien.serve.middleware import HEADERS
from vankien.serve.pages import EDITOR_ROWS, Pages
from vankien.serve.protocol import LARGEST_BODY

QUERY = "SELECT ?o { ?s <http://example.org/label> ?o } ORDER BY ?o LIMIT 1"


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def site(said: list[str]) -> Iterator[tuple[TestClient, FakePages]]:
    pages: Pages = (fake := FakePages())
    with client_over(three_graphs(), pages, said=said) as client:
        yield client, fake


def test_a_page_is_asked_with_path_parameters_and_wishes(site: tuple[TestClient, FakePages]) -> None:
    client, pages = site
    headers = {"Accept": "text/turtle", "Accept-Language": "en-GB,en;q=0.8,vi;q=0.1"}
    got = client.get("/đích/a%2Fb%3F%23?q=r%E1%BB%ABng&q=&x=1", headers=headers)
    assert pages.asked[-1] == ("/đích/a/b?#", (("q", "rừng"), ("q", ""), ("x", "1")), "text/turtle", "en")
    assert got.text == "<p>1 /đích/a/b?# en</p>"
    assert got.headers["content-type"] == "text/html; charset=utf-8"


LANGUAGES = [
    ("", None),
    ("vi", "vi"),
    ("vi-VN,en;q=0.9", "vi"),
    ("en;q=0.3, vi;q=0.5", "vi"),
    ("fr,*", None),
    (";;q=x", None),
]


@pytest.mark.parametrize(("header", "language"), LANGUAGES)
def test_language(site: tuple[TestClient, FakePages], header: str, language: str | None) -> None:
    client, pages = site
    client.get("/", headers={"Accept-Language": header})
    assert pages.asked[-1][3] == language


def test_a_page_is_not_sent_twice(site: tuple[TestClient, FakePages]) -> None:
    client, _ = site
    first = client.get("/targets")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    for header in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get("/targets", headers={"If-None-Match": header})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/targets", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get("/programmes").headers["etag"] != tag
    assert client.get("/targets", headers={"Accept-Language": "en"}).headers["etag"] != tag


def test_what_the_pages_say_of_themselves_stays(site: tuple[TestClient, FakePages]) -> None:
    client, _ = site
    assert client.get("/asset.css").headers["cache-control"] == "public, max-age=86400"
    moved = client.get("/id/x")
    assert (moved.status_code, moved.headers["location"], moved.content) == (303, "/target/x", b"")
    assert client.get("/missing").status_code == 404
    assert "etag" not in client.get("/missing").headers


def test_head_of_a_page(site: tuple[TestClient, FakePages]) -> None:
    client, _ = site
    head, whole = client.head("/targets"), client.get("/targets")
    assert (head.status_code, head.content, head.headers["content-length"]) == (
        200,
        b"",
        whole.headers["content-length"],
    )
    assert head.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize("path", ["/", "/missing", "/broken", "/sparql", "/sparql?query=ASK%7B", "/healthz", "/id/x"])
def test_every_answer_is_guarded(site: tuple[TestClient, FakePages], path: str) -> None:
    client, _ = site
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "set-cookie" not in headers


def test_a_broken_page_tells_the_operator_and_not_the_reader(
    site: tuple[TestClient, FakePages], said: list[str]
) -> None:
    client, _ = site
    got = client.get("/broken")
    assert got.status_code == 500
    assert "secret" not in got.text
    assert "Traceback" not in got.text
    assert said[-1] == "error: GET '/broken': ZeroDivisionError: secret detail"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(site: tuple[TestClient, FakePages], method: str) -> None:
    client, _ = site
    assert client.request(method, "/targets").status_code == 405


def test_parameters_that_are_no_utf8(site: tuple[TestClient, FakePages]) -> None:
    assert site[0].get("/targets?q=%FF").status_code == 400


HOSTS = [
    ("localhost", 200),
    ("localhost:8765", 200),
    ("LOCALHOST", 200),
    ("evil.example", 400),
    ("localhost.evil.example", 400),
]


@pytest.mark.parametrize(("host", "status"), HOSTS)
def test_only_known_hosts_are_answered(site: tuple[TestClient, FakePages], host: str, status: int) -> None:
    got = site[0].get("/sparql?query=ASK%7B%7D", headers={"Host": host})
    assert got.status_code == status
    assert "content-security-policy" in got.headers


# --- the editor -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/sparql-editor", "/en/sparql-editor"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_editor_gets_what_became_of_a_query(site: tuple[TestClient, FakePages], path: str, method: str) -> None:
    client, pages = site
    given = {"query": QUERY, "example": "x"}
    got = client.get(path, params=given) if method == "GET" else client.post(path, data=given)
    assert got.status_code == 200
    status, media_type, body = pages.outcomes[-1]
    assert (status, media_type) == (200, "application/sparql-results+json")
    assert json.loads(body)["results"]["bindings"] == [
        {"o": {"type": "literal", "value": "chỉ tiêu 1", "xml:lang": "vi"}}
    ]
    assert pages.asked[-1] == (path, (("query", QUERY), ("example", "x")), "*/*", None, QUERY)


EDITED = (
    ("ASK { ?s ?p ?o }", 200, "application/sparql-results+json", b'"boolean":true'),
    ("CONSTRUCT WHERE { ?s a ?o }", 200, "text/turtle", b"example.org"),
    ("SELECT {", 400, "text/plain", b"error at line 1, column 9: SELECT {"),
    ("CLEAR ALL", 403, "text/plain", b"this endpoint is read-only: updates are refused"),
)


@pytest.mark.parametrize(("query", "status", "media_type", "words"), EDITED)
def test_outcomes(site: tuple[TestClient, FakePages], query: str, status: int, media_type: str, words: bytes) -> None:
    client, pages = site
    assert client.post("/sparql-editor", data={"query": query}).status_code == status
    got = pages.outcomes[-1]
    assert (got[0], got[1], words in got[2], got[2].endswith(b"\n") and status != 200) == (
        status,
        media_type,
        True,
        False,
    )


def test_the_editor_without_a_query_is_a_page(site: tuple[TestClient, FakePages]) -> None:
    client, pages = site
    for given in ({}, {"query": " "}):
        before = len(pages.outcomes)
        assert client.get("/sparql-editor", params=given).text == "<p>1 /sparql-editor None</p>"
        assert len(pages.outcomes) == before


def test_the_editor_refuses_what_is_no_form(site: tuple[TestClient, FakePages]) -> None:
    client, _ = site
    assert client.post("/sparql-editor", content="{}", headers={"Content-Type": "application/json"}).status_code == 415
    large = {"query": "x" * LARGEST_BODY}
    assert client.post("/sparql-editor", data=large).status_code == 413


def test_the_editor_shows_the_first_rows_of_many() -> None:
    pages = FakePages()
    with client_over(many_triples(), pages) as client:
        client.get("/sparql-editor", params={"query": "SELECT ?s { ?s ?p ?o . ?a ?b ?c }"})
        client.get("/sparql-editor", params={"query": "SELECT ?s { ?s ?p ?o }"})
    counts = [len(json.loads(body)["results"]["bindings"]) for _, _, body in pages.outcomes]
    assert counts == [EDITOR_ROWS + 1, 400]


def test_the_editor_tells_of_a_query_that_took_too_long() -> None:
    pages = FakePages()
    with client_over(many_triples(), pages, limits=Limits(seconds=0.5)) as client:
        assert client.post("/sparql-editor", data={"query": CROSS_JOIN}).status_code == 503
    assert pages.outcomes[0][2].startswith(b"the query was stopped after 0.5 seconds")


# --- with and without pages -----------------------------------------------------------------------------------


def test_a_browser_that_asks_the_endpoint_nothing_is_sent_to_the_editor(site: tuple[TestClient, FakePages]) -> None:
    client, _ = site
    got = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    assert (got.status_code, got.headers["location"]) == (303, "/sparql-editor")
    assert client.get("/sparql", headers={"Accept": "*/*"}).status_code == 200


def test_without_pages_there_is_the_endpoint() -> None:
    with client_over(three_graphs()) as client:
        assert "/sparql" in client.get("/").text
        assert client.get("/targets").status_code == 404
        assert client.get("/sparql-editor").status_code == 404
        assert client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.1"}).status_code == 200


def test_health() -> None:
    with client_over(three_graphs()) as client:
        client.get(f"{HOST}/sparql", params={"query": "ASK {}"})
        got = client.get("/healthz")
        assert (got.status_code, got.json()) == (200, {"status": "ok", "version": "v1", "triples": 6})
