"""The pages of indicators and places."""

from __future__ import annotations

import re

import pytest

from tests.explorer.small import page, words
from vankien.explorer.addresses.paths import anchor
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.responding.routes import find_route
from vankien.explorer.targets.scoreboard import scoreboard, tally
from vankien.explorer.views.indicators import by_letter, by_theme, counted, parts_of
from vankien.graph.terms.vocabulary import VK_IRI

FOREST = f"{VK_IRI}concept/indicators/forest-cover"


def test_every_indicator_that_is_spoken_of_stands_in_a_theme_or_under_a_letter(published: Explorer) -> None:
    rows = counted(published.book)
    shown = {r.indicator.iri for held in (*by_theme(rows).values(), *by_letter(rows).values()) for r in held}
    assert shown == {r.indicator.iri for r in rows}
    assert shown == {i for i in published.book.indicators if i in published.book.spoken_of}


def test_the_list_has_numbers_of_targets_and_values(published: Explorer) -> None:
    row = page(published, "/indicators", theme="forestry").xpath(
        "//tr[td/a[@href='/concept/indicators/forest-cover']]"
    )[0]
    cells = [words(cell) for cell in row.findall("td")]
    book = published.book
    assert cells[1:3] == [str(len(book.targets_with[FOREST])), str(len(book.observations_of[FOREST]))]


def test_a_theme_shows_its_own_indicators_alone(published: Explorer) -> None:
    sections = page(published, "/indicators", theme="forestry").xpath("//main//section/@id")
    assert sections == ["theme-forestry"]
    assert published.respond("/indicators", [("theme", "no-such")]).status == 404


def test_names_of_documents_are_paged_and_none_is_lost(published: Explorer) -> None:
    letters = by_letter(counted(published.book))
    letter = max(letters, key=lambda key: len(letters[key]))
    number = parts_of(len(letters[letter]))
    pages = [f"/indicators/names/{letter}"] + [f"/indicators/names/{letter}/{n}" for n in range(2, number + 1)]
    links = [a for p in pages for a in page(published, p).xpath("//table//td/a/@href")]
    assert len(links) == len(letters[letter])
    assert published.respond(f"/indicators/names/{letter}/{number + 1}").status == 404


def test_an_indicator_has_a_row_for_each_value_with_its_source(published: Explorer) -> None:
    shown = page(published, "/concept/indicators/forest-cover")
    for observation in published.book.observations_of[FOREST]:
        row = shown.get_element_by_id(anchor(observation.iri))
        assert row.xpath(".//a[@class='src']")


def test_places_are_drawn_apart_on_one_scale(published: Explorer) -> None:
    figures = page(published, "/concept/indicators/forest-cover").xpath("//figure")
    assert [words(f.find("figcaption")) for f in figures] == ["Lai Châu · %", "Điện Biên · %"]
    scales = [[words(t) for t in f.xpath(".//*[local-name()='text'][@text-anchor='end']")] for f in figures]
    assert scales[0] == scales[1]


def test_contradicting_values_are_marked(published: Explorer) -> None:
    clashes = page(published, "/concept/indicators/forest-cover").xpath("//tr[.//span[@class='clash']]/td[1]")
    assert {words(c) for c in clashes} == {"2020"}


def test_the_sdg_indicator_is_linked(published: Explorer) -> None:
    (link,) = page(published, "/en/concept/indicators/forest-cover").xpath("//a[@rel='external']")
    assert (link.get("href"), words(link)) == ("http://metadata.un.org/sdg/15.1.1", "SDG indicator 15.1.1")


def test_names_without_english_are_marked_as_vietnamese(published: Explorer) -> None:
    unlisted = next(
        i for i in published.book.indicators.values() if not i.listed and published.book.observations_of[i.iri]
    )
    heading = page(published, f"/en/{unlisted.iri.split('/id/')[1]}").find(".//h1")
    assert heading.find("span").get("lang") == "vi"


@pytest.mark.parametrize("path", ["/concept/indicators/no-such", "/indicator/no-such", "/concept/places/no-such"])
def test_what_is_not_there_has_no_page(published: Explorer, path: str) -> None:
    assert published.respond(path).status == 404


def test_a_place_has_its_setters_themes_and_comparisons(published: Explorer) -> None:
    shown = page(published, "/concept/places/lai-chau")
    text = words(shown.find(".//main"))
    assert "Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV" in text
    assert "/compare/places/dien-bien/lai-chau" in shown.xpath("//a/@href")
    assert page(published, "/concept/places/lai-chau/forestry").xpath("//tbody/tr")


@pytest.mark.parametrize("place", ["lai-chau", "dien-bien"])
def test_a_place_counts_verdicts_as_the_scoreboards_do(published: Explorer, place: str) -> None:
    rows = page(published, f"/concept/places/{place}").xpath("//table[1]//tr[td//a[contains(@href, '/congress/')]]")
    assert rows
    for row in rows:
        congress = row.xpath(".//a/@href")[0]
        counts = tally(scoreboard(published.book, f"{published.book.base}id{congress}"))
        judged = counts.stated if any(counts.stated) else counts.computed
        shown = {words(span) for span in row.xpath(".//*[@class='tally']")}
        assert sorted(int(re.findall(r"\d+", one)[0]) for one in shown) == sorted(n for key, n in judged.items() if key)
        assert ("(máy tính)" in words(row)) == (not any(counts.stated) and bool(shown))


def test_an_english_page_names_targets_in_english(published: Explorer) -> None:
    shown = page(published, "/en/concept/indicators/forest-cover")
    names = set(shown.xpath("//table//a[contains(@href, '/target/')]/text()"))
    assert names == {"Forest cover rate (2025)", "Forest cover rate (2030)"}


def test_all_pages_of_lists_are_found_by_their_paths(published: Explorer) -> None:
    for prefix in ("indicators", "places", "concept/places", "compare"):
        found = find_route(prefix)
        assert found
        for path in found[0].paths(published.book):
            assert published.respond(path).status == 200, path
