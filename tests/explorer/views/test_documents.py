"""The lists of documents, and the page of each."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.explorer.books import html, words
from vankien.explorer.addresses.paths import anchor, path_of
from vankien.explorer.book.records import Document
from vankien.explorer.responding.explorer import Explorer


def page_of(explorer: Explorer, document: Document) -> str:
    return path_of(explorer.book, document.iri)


def read(explorer: Explorer) -> list[Document]:
    return [d for d in explorer.book.documents.values() if d.report]


def test_the_documents_that_were_read_stand_first_with_their_counts(published: Explorer) -> None:
    page = html(published, "en/documents")
    rows = page.xpath("//table")[0].xpath("./tbody/tr")
    assert len(rows) == len(published.book.texts)
    for row in rows:
        document = next(d for d in read(published) if f"/en/{page_of(published, d)}" in row.xpath(".//a/@href"))
        counts = {td.get("data-label"): words(td) for td in row.xpath("./td")}
        stated = [s for s in published.book.statements if s.sources[0].report == document.report]
        observed = [o for o in published.book.observations if o.sources[0].report == document.report]
        text = published.book.text_of_report[document.report]
        assert counts["targets"] == f"{len(stated):,}"
        assert counts["values"] == f"{len(observed):,}"
        assert counts["Lines"] == f"{text.lines:,}"
        assert text.sha256[:12] in words(row)


def test_every_document_stands_in_the_list_of_its_genre(published: Explorer) -> None:
    genres = Counter(d.genre or "other" for d in published.book.documents.values())
    for genre, n in genres.items():
        assert len(html(published, f"documents/{genre}").xpath("//tbody/tr")) == n


def test_a_list_is_filtered_by_issuer(published: Explorer) -> None:
    page = html(published, "documents/resolution", issuer="bo-chinh-tri")
    rows = page.xpath("//tbody/tr")
    assert rows
    assert all("bo-chinh-tri" in row.get("data-issuer").split() for row in rows)
    assert len(page.xpath("//ul[@class='tags']//a[@aria-current='true']")) == 1


def test_where_a_document_is_mentioned_is_listed_by_lines(published: Explorer) -> None:
    citation = max(published.book.citations, key=lambda m: len(m.sources))
    page = html(published, path_of(published.book, citation.cited))
    (item,) = page.xpath(f"//li[@id='{anchor(citation.iri)}']")
    assert len(item.xpath(".//a[contains(@href, '#L')]")) == min(len(citation.sources), 12)


@pytest.mark.parametrize("relation", ["implements", "based-on", "amends"])
def test_arrows_are_seen_from_both_ends(published: Explorer, relation: str) -> None:
    documents = published.book.documents
    arrow = next(
        r
        for r in published.book.relations
        if r.relation == relation and r.subject in documents and r.object in documents
    )
    for here, there in ((arrow.subject, arrow.object), (arrow.object, arrow.subject)):
        page = html(published, path_of(published.book, here))
        items = page.xpath("//ul[@class='chain']/li")
        (item,) = [i for i in items if f"/{path_of(published.book, there)}" in i.xpath("./a/@href")]
        assert any("#L" in link for link in item.xpath("./a/@href"))
    assert html(published, path_of(published.book, arrow.subject)).xpath(f"//*[@id='{anchor(arrow.iri)}']")


def test_the_sentence_of_an_arrow_is_quoted_where_the_graph_has_it(samples: Explorer) -> None:
    arrow = next(
        r for r in samples.book.relations if r.relation == "implements" and r.subject in samples.book.documents
    )
    page = html(samples, path_of(samples.book, arrow.subject))
    assert page.xpath("//ul[@class='chain']//q[@class='said']/text()")


def test_a_document_that_was_read_says_what_was_found_in_it(published: Explorer) -> None:
    document = max(read(published), key=lambda d: len(published.book.discrepancies_of[d.iri]))
    page = html(published, page_of(published, document))
    for place in page.xpath("//ul[@class='counts']//a/@href"):
        assert page.xpath(f"//*[@id='{place.removeprefix('#')}']"), place
    assert len(page.xpath("//article")) == len(published.book.discrepancies_of[document.iri])
    stated = {s.target for s in published.book.statements if s.sources[0].report == document.report}
    links = page.xpath("//h2[@id='targets']/following-sibling::details//a/@href")
    assert {f"/{path_of(published.book, iri)}" for iri in stated} <= set(links)


def test_no_two_places_of_a_page_have_one_name(published: Explorer) -> None:
    for document in read(published):
        ids = html(published, page_of(published, document)).xpath("//@id")
        assert len(ids) == len(set(ids))


def test_what_a_document_establishes_is_named(published: Explorer) -> None:
    programme = next(
        p for p in published.book.programmes.values() if set(p.established_by) & set(published.book.documents)
    )
    document = next(i for i in programme.established_by if i in published.book.documents)
    links = html(published, path_of(published.book, document)).xpath("//dl//a/@href")
    assert f"/{path_of(published.book, programme.iri)}" in links


def test_a_document_gives_its_chain_as_a_table(published: Explorer) -> None:
    book = published.book
    arrow = next(r for r in book.relations if r.relation == "implements" and r.subject in book.documents)
    lines = published.respond(f"{path_of(published.book, arrow.subject)}.csv").body.decode("utf-8-sig").splitlines()
    assert lines[0] == "direction,depth,from,relation,to,lines,iri"
    assert any(line.startswith("up,1,") and arrow.object in line for line in lines)


def test_texts_have_short_names_that_tell_them_apart(published: Explorer) -> None:
    names = published.book.short_names
    assert len(set(names.values())) == len(names)
    assert all(names[d.report] == d.code for d in read(published) if d.code)


@pytest.mark.parametrize("path", ["documents/no-such-genre", "document/nowhere", "document"])
def test_what_is_not_there_is_not_found(published: Explorer, path: str) -> None:
    assert published.respond(path).status == 404
