"""The editor: examples that run, results as people read them, errors with their place, and nothing unsafe."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html
import pyoxigraph as ox
import pytest

from tests.explorer.small import page, words
from vankien.errors import MissingTool
from vankien.explorer.addresses.links import StaticLinks
from vankien.explorer.asking import yasgui
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.views.sparql import EXAMPLES, ROWS
from vankien.graph.asking.catalogue import names

JSON = "application/sparql-results+json"
TARGET = "https://w3id.org/vankien/id/target/lai-chau-14/forest-cover/lai-chau/2025-12-31"


def results(*rows: dict[str, dict[str, str]]) -> bytes:
    """SPARQL JSON results with one column."""
    return json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": list(rows)}}).encode()


def shown(explorer: Explorer, query: str, *outcome: object, path: str = "/sparql-editor") -> lxml.html.HtmlElement:
    """The editor with a query and its outcome."""
    status, media_type, body = outcome
    answer = explorer.editor(path, [("query", query)], "", None, query, (status, media_type, body))  # type: ignore[arg-type]
    assert answer.status == status
    return lxml.html.document_fromstring(answer.body.decode())


def test_examples_are_there_and_run(published: Explorer) -> None:
    offered = page(published, "/sparql-editor").xpath("//select[@name='example']/option/@value")
    assert 12 <= len(offered) <= 15
    assert set(offered) <= set(names()) & set(EXAMPLES)
    for name in offered:
        text = page(published, "/en/sparql-editor", example=name).xpath("string(//textarea)")
        published.store.query(text)


def test_an_example_takes_the_parameters_of_the_address(published: Explorer) -> None:
    text = page(published, "/sparql-editor", example="congress-targets", congress="lai-chau-15").xpath(
        "string(//textarea)"
    )
    assert "id/congress/lai-chau/15" in text


def test_things_are_links_by_their_names(published: Explorer) -> None:
    rows = results({"x": {"type": "uri", "value": TARGET}})
    (link,) = shown(published, "SELECT ?x {}", 200, JSON, rows).xpath("//section//td/a")
    assert (link.get("href"), words(link)) == (
        TARGET.replace("https://w3id.org/vankien/id", ""),
        "Tỷ lệ che phủ rừng (2025)",
    )


def test_numbers_are_written_as_people_write_them(published: Explorer) -> None:
    decimal = "http://www.w3.org/2001/XMLSchema#decimal"
    rows = results({"x": {"type": "literal", "value": "1234.5", "datatype": decimal}})
    (cell,) = shown(published, "SELECT ?x {}", 200, JSON, rows).xpath("//section//td[@class='n']")
    assert words(cell) == "1.234,5"


@pytest.mark.parametrize("kind", ["uri", "literal"])
def test_nothing_in_a_result_can_act(published: Explorer, kind: str) -> None:
    evil = "javascript:alert(1)" if kind == "uri" else "<script>alert(1)</script>"
    found = shown(published, "SELECT ?x {}", 200, JSON, results({"x": {"type": kind, "value": evil}}))
    (cell,) = found.xpath("//section//td")
    assert words(cell) == evil
    assert not cell.xpath(".//a | .//script")


def test_more_rows_than_are_shown_are_said(published: Explorer) -> None:
    rows = [{"x": {"type": "literal", "value": str(n)}} for n in range(ROWS + 1)]
    found = shown(published, "SELECT ?x {}", 200, JSON, results(*rows), path="/en/sparql-editor")
    assert len(found.xpath("//section//tbody/tr")) == ROWS
    assert "More than 1,000 rows" in words(found.find(".//main"))


@pytest.mark.parametrize(("truth", "word"), [(True, "Đúng"), (False, "Không")])
def test_ask_is_answered_in_a_word(published: Explorer, truth: bool, word: str) -> None:
    found = shown(published, "ASK {}", 200, JSON, json.dumps({"head": {}, "boolean": truth}).encode())
    assert words(found.xpath("//p[@class='truth']")[0]) == word


def test_triples_are_a_table(published: Explorer) -> None:
    turtle = f'<{TARGET}> <http://www.w3.org/2000/01/rdf-schema#label> "Rừng"@vi .'.encode()
    found = shown(published, "CONSTRUCT {}", 200, "text/turtle; charset=utf-8", turtle)
    assert [words(c) for c in found.xpath("//section//td")] == ["Tỷ lệ che phủ rừng (2025)", "rdfs:label", "Rừng"]


def test_an_error_shows_the_line_and_points_at_the_column(published: Explorer) -> None:
    error = b"the query has a syntax error at line 2, column 4: ?s ?p"
    found = shown(published, "SELECT * {\n?s ?p", 400, "text/plain; charset=utf-8", error)
    (code,) = found.xpath("//div[@role='alert']//pre")
    assert code.text_content() == "?s ?p\n   ^"
    assert found.xpath("string(//textarea)").strip() == "SELECT * {\n?s ?p"


def test_a_query_stays_text(published: Explorer) -> None:
    found = shown(published, "</textarea><script>x</script>", 400, "text/plain; charset=utf-8", b"no")
    assert found.xpath("string(//textarea)").strip() == "</textarea><script>x</script>"
    assert not found.xpath("//main//script")


def test_files_say_how_to_get_an_endpoint(published: Explorer) -> None:
    body = published.page("sparql-editor", "vi", {}, StaticLinks("sparql-editor.html")).body.decode()
    assert "vankien serve" in body
    assert "<textarea" not in body


# --- YASGUI -------------------------------------------------------------------------------------------------------


def test_the_files_come_out_of_the_program_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kept"
    first = yasgui.files(folder)
    assert b"Yasgui" in first["yasgui.min.js"]
    monkeypatch.setattr(yasgui, "_program", lambda: pytest.fail("asked the program again"))
    assert yasgui.files(folder) == first


def test_without_the_program_the_page_says_how_to_install_it(
    published: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yasgui, "version", lambda: "")
    with pytest.raises(MissingTool, match=r"pip install 'vankien\[yasgui\]'"):
        yasgui.cache_folder()
    answer = published.respond("/en/yasgui")
    assert answer.status == 404
    assert b"pip install &#39;vankien[yasgui]&#39;" in answer.body or b"pip install 'vankien[yasgui]'" in answer.body
    assert b"yasgui.min.js" not in answer.body


def test_its_page_has_a_policy_of_its_own(published: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yasgui, "files", lambda folder=None: dict.fromkeys(yasgui.FILES, b""))
    headers = dict(published.respond("/yasgui").headers)
    assert "script-src 'self';" in headers["Content-Security-Policy"]
    assert "connect-src 'self'" in headers["Content-Security-Policy"]


def test_results_are_those_that_oxigraph_writes(published: Explorer) -> None:
    found = published.store.query("SELECT ?x { VALUES ?x { 1 2 } }")
    assert isinstance(found, ox.QuerySolutions)
    body = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    assert len(shown(published, "SELECT", 200, JSON, body).xpath("//section//tbody/tr")) == 2
