"""Files to take away, data of pages, and that no IRI of the graph is a dead end."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from tests.explorer.small import page, words
from vankien.explorer.addresses.links import StaticLinks
from vankien.explorer.book.read_book import read_book
from vankien.explorer.downloads import SUMS, Downloads
from vankien.explorer.responding.explorer import Explorer
from vankien.graph.access.opening import open_store
from vankien.graph.terms.vocabulary import VK_IRI

REPORT = "002-5820d9dead76922e"


def test_a_part_holds_its_graph_whole(published: Explorer) -> None:
    body = published.respond(f"/download/{REPORT}.ttl").body
    graph = NamedNode(f"{published.book.base}graph/{REPORT}")
    assert len(set(parse(body, RdfFormat.TURTLE))) == len(published.store.quads(graph))


def test_tables_are_the_same_bytes_each_time() -> None:
    with open_store(None) as store:
        book = read_book(store)
        first, second = (Downloads(book, store).make("vankien-csv.zip") for _ in range(2))
    assert first == second
    assert first is not None
    with zipfile.ZipFile(io.BytesIO(first.body)) as archive:
        assert {"targets.csv", "observations.csv", "csvw-metadata.json"} <= set(archive.namelist())


def test_a_table_has_a_row_for_each_fact(published: Explorer) -> None:
    body = published.respond("/download/targets.csv").body.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(body)))) == len(published.book.statements)


def test_hashes_are_those_of_the_files() -> None:
    with open_store(None) as store:
        downloads = Downloads(read_book(store), store)
        made = downloads.make(SUMS)
        assert made is not None
        lines = {line.split("  ")[1]: line.split("  ")[0] for line in made.body.decode().splitlines()}
        assert lines.keys() == downloads.listed.keys()
        for name, digest in lines.items():
            one = downloads.make(name)
            assert one is not None
            assert hashlib.sha256(one.body).hexdigest() == digest


@pytest.mark.parametrize("name", ["no-such.ttl", "../../etc/passwd", "targets.jsonld", ""])
def test_what_is_no_file_is_404(published: Explorer, name: str) -> None:
    assert published.respond(f"/download/{name}" if name else "/download/x").status == 404


def test_the_page_lists_every_file_of_its_language(published: Explorer) -> None:
    links = page(published, "/en/download").xpath("//td/a/@href")
    wanted = [d.name for d in published.downloads.listed.values() if d.language in ("", "en")]
    assert sorted(links) == sorted(f"/download/{name}" for name in wanted)


def test_the_page_of_a_site_gives_sizes_and_hashes() -> None:
    with open_store(None) as store:
        explorer = Explorer(store)
        body = explorer.page("download", "vi", {}, StaticLinks("download.html")).body.decode()
    assert body.count('class="hash"') == sum(d.language in ("", "vi") for d in explorer.downloads.listed.values())


# --- IRIs as addresses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "accept", "location"),
    [
        pytest.param("/ontology", "text/turtle", "/download/ontology.ttl", id="ontology-whole"),
        pytest.param("/ontology", "application/ld+json", "/download/ontology.jsonld", id="ontology-as-json-ld"),
        pytest.param(f"/graph/{REPORT}", "text/turtle", f"/download/{REPORT}.ttl", id="graph-whole"),
        pytest.param(
            f"/graph/{REPORT}", "text/html", "/document/tinh-uy-lai-chau/443-bc-tu/2023-11-03", id="graph-page"
        ),
        pytest.param("/graph/computed", "text/html", "/download", id="graph-of-no-document"),
        pytest.param("/published/computed.ttl", "", "/download/computed.ttl", id="dump"),
        pytest.param("/scheme/units", "text/html", "/vocabulary/units", id="list"),
        pytest.param("/scheme/units", "text/turtle", "/vocabulary/units.ttl", id="list-as-turtle"),
        pytest.param("/shape/target-scope", "text/html", "/vocabulary/shapes#target-scope", id="shape"),
        pytest.param("/shape/target-scope", "text/turtle", "/download/shapes.ttl", id="shapes-whole"),
        pytest.param("/concept/units/percent", "text/html", "/vocabulary/units#percent", id="entry"),
        pytest.param("/concept/units/percent", "text/turtle", "/_node/concept/units/percent.ttl", id="entry-as-turtle"),
        pytest.param("/id/period/2025-01-01--2025-12-31", "", "/_node/id/period/2025-01-01--2025-12-31", id="no-page"),
        pytest.param(
            "/id/period/2025-01-01--2025-12-31.ttl", "", "/_node/id/period/2025-01-01--2025-12-31.ttl", id="suffix"
        ),
    ],
)
def test_iris_lead_to_pages_and_whole_data(published: Explorer, path: str, accept: str, location: str) -> None:
    answer = published.respond(path, (), accept)
    assert (answer.status, dict(answer.headers)["Location"]) == (303, location)


def test_a_browser_that_prefers_english_is_led_to_the_english_page(published: Explorer) -> None:
    answer = published.respond("/ontology", (), "text/html", "en")
    assert dict(answer.headers)["Location"] == "/en/vocabulary"


def test_evidence_leads_to_its_line_and_its_data(published: Explorer) -> None:
    evidence = published.book.statements[0].sources[0]
    path = evidence.evidence.removeprefix(published.book.base)
    html, turtle = (published.respond(f"/{path}", (), accept) for accept in ("text/html", "text/turtle"))
    assert dict(html.headers)["Location"].endswith(f"#L{evidence.line}")
    data = published.respond(dict(turtle.headers)["Location"]).body
    assert NamedNode(evidence.evidence) in {t.subject for t in parse(data, RdfFormat.TURTLE)}


def test_no_iri_of_the_graph_is_a_dead_end(published: Explorer) -> None:
    kinds: dict[str, str] = {}
    for quad in published.store.inner.quads_for_pattern(None, None, None, None):
        for term in (quad.subject, quad.object):
            if isinstance(term, NamedNode) and term.value.startswith(VK_IRI):
                path = term.value.removeprefix(VK_IRI)
                kinds.setdefault(
                    "/".join(path.split("/")[: 2 if path.startswith("id/") else 1]).partition("#")[0], path
                )
    assert len(kinds) > 20
    for path in kinds.values():
        if "#" in path:
            continue
        answer = published.respond(f"/{path}", (), "text/turtle")
        if answer.status == 303:
            answer = published.respond(dict(answer.headers)["Location"].partition("#")[0])
        own_page = path.startswith(("id/target/", "id/programme/", "id/document/", "id/body/", "id/congress/"))
        assert answer.status == 200 or own_page, path


def test_a_node_says_what_is_said_of_it_and_where_it_is_used(published: Explorer) -> None:
    shown = page(published, "/en/_node/id/period/2025-01-01--2025-12-31")
    text = words(shown.find(".//main"))
    assert "first day + last day" in text
    assert shown.xpath("//th/a[@href='/en/vocabulary#start']")
    assert shown.xpath("//h3/a[@href='/en/vocabulary#period']")


@pytest.mark.parametrize("path", ["/_node/id/nothing/x", "/_node/", "/id/nothing/x", "/id/a b<c", "/graph/none"])
def test_what_the_graph_does_not_know_is_404(published: Explorer, path: str) -> None:
    assert published.respond(path).status == 404


def test_a_page_without_data_is_406_for_those_who_want_data(published: Explorer) -> None:
    assert published.respond("/about", (), "text/turtle").status == 406
    assert published.respond("/about.ttl").status == 404


@pytest.mark.parametrize("path", ["concept/indicators/forest-cover", "concept/places/tam-duong", "vocabulary/verdicts"])
@pytest.mark.parametrize("suffix", ["ttl", "jsonld", "csv", "json"])
def test_pages_have_their_data(published: Explorer, path: str, suffix: str) -> None:
    answer = published.respond(f"/{path}.{suffix}")
    assert answer.status == 200
    assert len(answer.body) > 500
