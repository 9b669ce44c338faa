"""The pages of the vocabulary have a place for every class, property, entry and rule."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from tests.explorer.small import page, words
from vankien.explorer.addresses.paths import path_of
from vankien.explorer.book.terms import read_checks, read_vocabulary
from vankien.explorer.responding.explorer import Explorer
from vankien.graph.terms.vocabulary import VK_IRI, read_lexicon
from vankien.resources import files


def test_every_class_and_property_has_its_place(published: Explorer) -> None:
    ids = set(page(published, "/vocabulary").xpath("//@id"))
    terms = read_vocabulary(published.book, published.store).terms
    assert len(terms) > 100
    assert {path_of(published.book, iri) for iri in terms} <= {f"vocabulary#{i}" for i in ids}


def test_a_property_says_where_it_leads(published: Explorer) -> None:
    row = page(published, "/en/vocabulary").get_element_by_id("setBy")
    assert [words(cell) for cell in row.findall("td")][2:] == ["vk:Entity", "vk:AimSetter"]


@pytest.mark.parametrize("scheme", ["units", "verdicts", "bodies"])
def test_every_entry_of_a_list_has_its_place_and_names(published: Explorer, scheme: str) -> None:
    shown = page(published, f"/vocabulary/{scheme}")
    for concept in read_lexicon()[scheme]:
        row = words(shown.get_element_by_id(concept.id))
        assert concept.vi in row
        assert concept.en in row


def test_uses_are_counted_in_documents_alone(published: Explorer) -> None:
    rows = page(published, "/vocabulary/verdicts").xpath("//tr[@id='met']/td[last()]")
    met = f"{VK_IRI}concept/verdicts/met"
    said = [a for a in published.book.assessments if a.verdict == "met" and a.mode == "stated"]
    assert words(rows[0]) == f"{len(said):,}".replace(",", ".")
    assert path_of(published.book, met) == "vocabulary/verdicts#met"


def test_every_shape_with_a_message_is_told_in_words(published: Explorer) -> None:
    sh_message = "http://www.w3.org/ns/shacl#message"
    named = {
        q.subject.value.rsplit("/", 1)[-1].removesuffix("-query")
        for f in files("shapes", ".ttl")
        for q in parse(f.read_bytes(), RdfFormat.TURTLE)
        if q.predicate.value == sh_message and str(q.subject).startswith("<")
    }
    assert {c.name for c in read_checks()} == named
    assert set(page(published, "/en/vocabulary/shapes").xpath("//tr/@id")) == named


def test_a_list_that_is_not_there_has_no_page(published: Explorer) -> None:
    assert published.respond("/vocabulary/no-such").status == 404
