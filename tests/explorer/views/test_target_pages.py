"""The pages of targets, programmes, maps and congresses, as HTML and as data, on the published graph."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

import pytest
from lxml import etree, html

from vankien.explorer.addresses.links import StaticLinks, file_of
from vankien.explorer.addresses.paths import anchor
from vankien.explorer.charts.values import GAP
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.responding.routes import find_route
from vankien.explorer.views import congress, home, programme_map, programmes, target, targets
from vankien.explorer.wording.words import number, value_words

FOREST = "target/lai-chau-14/forest-cover/lai-chau/2025-12-31"
BOARD = "targets/lai-chau-14"
TALL = (
    *("", "targets", BOARD, f"{BOARD}/2023", FOREST, "programmes", "programmes/scheme", "congresses"),
    *("programme/chuong-trinh-phat-trien-rung-ben-vung", "map", "map/lai-chau-15", "congress/lai-chau/15"),
)
"""One page of every kind."""


def page(published: Explorer, path: str, language: str = "vi", **params: str) -> html.HtmlElement:
    answer = published.respond(f"/{language}/{path}" if language == "en" else path, list(params.items()))
    assert answer.status == 200
    return html.fromstring(answer.body.decode())


def rows(document: html.HtmlElement) -> list[html.HtmlElement]:
    return list(document.xpath("//table[contains(@class, 'board')]//tbody/tr[not(contains(@class, 'group'))]"))


def words(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


# --- every page -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", TALL)
def test_pages_can_be_read_by_everybody(published: Explorer, path: str, language: str) -> None:
    document = page(published, path, language)
    assert document.get("lang") == language
    assert len(document.xpath("//h1")) == 1
    assert [i for i, n in Counter(document.xpath("//@id")).items() if n > 1] == []
    assert document.xpath("//table[not(caption) and not(@aria-label)]") == []
    assert document.xpath("//table//th[not(@scope)]") == []
    assert document.xpath("//@style") == []
    assert document.xpath("//*[starts-with(name(@*), 'on')]") == []


@pytest.mark.parametrize("path", TALL)
def test_links_of_a_page_lead_to_pages(published: Explorer, path: str) -> None:
    document = page(published, path)
    hrefs = {h.partition("#")[0].partition("?")[0] for h in document.xpath("//main//a/@href") if h.startswith("/")}
    own = [h for h in hrefs if find_route(h.strip("/")) and "." not in h.rpartition("/")[2]]
    assert own
    assert [h for h in own if published.respond(h).status != 200] == []


@pytest.mark.parametrize("path", TALL)
def test_a_static_site_has_the_same_page_with_relative_links(published: Explorer, path: str) -> None:
    answer = published.page(path, "en", {}, StaticLinks(file_of(path, "en")))
    hrefs = html.fromstring(answer.body.decode()).xpath("//a/@href | //link/@href | //script/@src")
    assert answer.status == 200
    assert [h for h in hrefs if h.startswith("/")] == []


@pytest.mark.parametrize("family", [home, targets, target, programmes, programme_map, congress])
def test_every_page_of_a_family_is_there(published: Explorer, family: object) -> None:
    for route in family.ROUTES:  # type: ignore[attr-defined]
        paths = list(route.paths(published.book))
        assert paths
        assert len(set(paths)) == len(paths)
        for path in (*paths[:: max(len(paths) // 25, 1)], paths[-1]):
            assert published.respond(f"/en/{path}").status == 200, path


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("targets/no-such-congress", id="no-such-setter"),
        pytest.param(f"{BOARD}/1999", id="period-that-nobody-judged"),
        pytest.param("target/no/such", id="no-such-target"),
        pytest.param("programme/none", id="no-such-programme"),
        pytest.param("programmes/none", id="no-such-kind"),
        pytest.param("map/lai-chau-11", id="congress-without-targets"),
        pytest.param("map/lai-chau-14/guessed", id="no-such-links"),
        pytest.param("congress/lai-chau/99", id="no-such-congress"),
        pytest.param("congresses/all", id="below-a-list"),
    ],
)
def test_what_is_not_there_is_404(published: Explorer, path: str) -> None:
    assert published.respond(path).status == 404


def test_the_median_page_is_light(published: Explorer) -> None:
    paths = [f"target/{p}" for p in list(target._instances(published.book))[::10]]
    sizes = sorted(len(published.respond(p).body) for p in paths)
    assert sizes[len(sizes) // 2] <= 60_000


# --- scoreboard -----------------------------------------------------------------------------------------------


def test_the_scoreboard_shows_every_target_once(published: Explorer) -> None:
    book = published.book
    shown = rows(page(published, BOARD))
    hrefs = [r.xpath("./th//a/@href")[0] for r in shown]
    expected = {
        f"/target/{t.iri.partition('/id/target/')[2]}" for t in book.targets_of[f"{book.base}id/congress/lai-chau/14"]
    }
    assert len(hrefs) == len(set(hrefs))
    assert set(hrefs) == expected


def test_a_filter_leaves_what_it_says_and_can_be_cleared(published: Explorer) -> None:
    whole = page(published, BOARD)
    choice = whole.xpath("//ul[@data-param='verdict']//a[contains(., 'Không đạt')]")[0]
    number = int(choice.xpath("./span/text()")[0])
    narrowed = page(published, BOARD, verdict="missed")
    assert len(rows(narrowed)) == number
    assert {words(r.xpath("./td[contains(@data-label, 'đánh giá')]/span")[0]) for r in rows(narrowed)} == {"✕Không đạt"}
    assert narrowed.xpath("//a[@data-all]/@href") == [f"/{BOARD}"]


def test_verdicts_against_their_figures_are_flagged(published: Explorer) -> None:
    flagged = rows(page(published, BOARD, differs="yes"))
    assert flagged
    assert all(r.xpath(".//*[@class='differs']") for r in flagged)


def test_a_percentage_is_one_that_a_document_prints(published: Explorer) -> None:
    printed = {number(a.percent, "vi") for a in published.book.assessments if a.percent is not None}
    shown = [words(p) for p in page(published, f"{BOARD}/2020-2025").xpath("//*[@class='percent']")]
    assert shown
    assert {text.removesuffix(" % mục tiêu (văn kiện ghi)") for text in shown} <= printed


def test_a_congress_that_was_assessed_twice_has_a_page_for_each(published: Explorer) -> None:
    links = page(published, BOARD).xpath("//a[starts-with(@href, $start)]/@href", start=f"/{BOARD}/")
    assert {f"/{BOARD}/2023", f"/{BOARD}/2020-2025", f"/{BOARD}/2025"} <= set(links)
    assert len(rows(page(published, f"{BOARD}/2023", verdict="met"))) != len(
        rows(page(published, BOARD, verdict="met"))
    )


def test_rows_of_a_static_site_carry_the_words_of_the_filters(published: Explorer) -> None:
    answer = published.page(BOARD, "vi", {}, StaticLinks(file_of(BOARD, "vi")))
    document = html.fromstring(answer.body.decode())
    found = document.xpath("//tbody[@data-rows]/tr[@data-verdict='missed']")
    assert len(found) == len(rows(page(published, BOARD, verdict="missed")))
    assert document.xpath("//ul[@data-param='verdict']//a[contains(@href, '#verdict=missed')]")


def test_the_scoreboard_as_csv_has_numbers_and_keys(published: Explorer) -> None:
    answer = published.respond(f"{BOARD}.csv", [("verdict", "missed")])
    found = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert {r["stated"] for r in found} == {"missed"}
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", r["value"]) for r in found)


# --- target ---------------------------------------------------------------------------------------------------


def test_a_target_shows_its_value_verdicts_and_every_line(published: Explorer) -> None:
    book, document = published.book, page(published, FOREST)
    target_iri = f"{book.base}id/{FOREST}"
    assert "54 %" in words(document.xpath("//p[@class='aimed']")[0])
    anchors = set(document.xpath("//@id"))
    assert {anchor(s.iri) for s in book.statements_of[target_iri]} <= anchors
    assert {anchor(a.iri) for a in book.assessments_of[target_iri]} <= anchors
    assert all(r.xpath(".//a[@class='src']") for r in document.xpath("//table//tr[td[@data-label='Nguồn']]"))


def test_a_target_with_figures_has_a_picture_that_names_them(published: Explorer) -> None:
    document = page(published, FOREST)
    assert document.xpath("//*[local-name()='svg'][contains(@class, 'vk-chart')]")
    assert "52,95" in words(document.xpath("//*[local-name()='svg'][contains(@class, 'vk-chart')]")[0])


def test_a_revised_value_is_said_at_the_top(published: Explorer) -> None:
    book = published.book
    found = next(d for d in book.discrepancies if d.rule == "target-changed")
    one, other = (s for s in book.statements if s.iri in found.derived_from)
    note = page(published, one.target.removeprefix(f"{book.base}id/")).xpath("//p[@class='note']")[0]
    assert {value_words(s.value, "vi").replace(GAP, " ") for s in (one, other)} <= set(
        re.split(r" \(.*?\)[;]? ?|: ?", words(note))
    )


def test_a_target_that_stands_for_another_answers_for_it(published: Explorer) -> None:
    other = next(iter(published.book.same))
    answer = published.respond(other.removeprefix(f"{published.book.base}id/"))
    assert answer.status == 200


# --- programmes and maps --------------------------------------------------------------------------------------


def test_a_programme_keeps_what_is_stated_apart_from_what_is_inferred(published: Explorer) -> None:
    document = page(published, "programme/phat-trien-ket-cau-ha-tang-kinh-te-xa-hoi")
    headings = [words(h) for h in document.xpath("//table[contains(@class, 'board')]//tr[@class='group']/th")]
    assert [h.partition(" (")[0] for h in headings] == ["Văn kiện nêu", "Suy ra từ chỉ số chung"]
    linked = set(document.xpath("//table[contains(@class, 'board')]//th/a/@href"))
    reported = set(document.xpath("//h2[@id='reported']/following-sibling::ul[1]//a[not(@class)]/@href"))
    assert linked
    assert reported
    assert not linked & reported


@pytest.mark.parametrize("view", ["map", "matrix", "table"])
def test_every_face_of_the_map_names_all_targets(published: Explorer, view: str) -> None:
    book, document = published.book, page(published, "map/lai-chau-15", view=view)
    hrefs = {str(h) for h in document.xpath("//main//@href")}
    expected = {
        f"/target/{t.iri.partition('/id/target/')[2]}" for t in book.targets_of[f"{book.base}id/congress/lai-chau/15"]
    }
    assert expected <= hrefs


def test_a_phone_gets_the_table_in_place_of_the_picture(published: Explorer) -> None:
    document = page(published, "map/lai-chau-15")
    assert document.xpath("//*[@class='vk-narrow']//table")
    assert document.xpath("//*[@class='vk-wide']//*[local-name()='svg']")


def test_the_map_without_inferred_links_has_stated_ones_only(published: Explorer) -> None:
    answer = published.respond("map/lai-chau-14/stated.csv")
    found = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert {r["mode"] for r in found} == {"stated", ""}


def test_the_map_is_a_picture_of_its_own_with_iris_as_addresses(published: Explorer) -> None:
    answer = published.respond("map/lai-chau-15.svg")
    picture = etree.fromstring(answer.body)
    assert answer.media_type == "image/svg+xml"
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    addresses = [h for h in picture.xpath("//@href") if not h.startswith("#")]
    assert addresses
    assert all(h.startswith(published.book.base) for h in addresses)


def test_a_page_without_a_picture_has_no_svg(published: Explorer) -> None:
    assert published.respond(f"{BOARD}.svg").status == 404


def test_the_way_from_a_programme_to_its_place_on_the_map(published: Explorer) -> None:
    document = page(published, "programme/chuong-trinh-phat-trien-rung-ben-vung")
    href = document.xpath("//a[starts-with(@href, '/map/')]/@href")[0]
    path, _, place = href.partition("#")
    assert page(published, path.strip("/")).xpath("//*[@id=$place]", place=place)


# --- home and congresses --------------------------------------------------------------------------------------


def test_home_leads_to_what_was_not_met(published: Explorer) -> None:
    document = page(published, "")
    href = document.xpath("//ul[@class='doors']/li[1]/h2/a/@href")[0]
    path, _, query = href.partition("?")
    assert rows(page(published, path.strip("/"), **dict([query.split("=")])))


def test_home_counts_what_there_is(published: Explorer) -> None:
    book = published.book
    counts = [words(b) for b in page(published, "", "en").xpath("//ul[@class='counts']//b")]
    assert counts[2] == str(len(book.targets))
    assert counts[4] == f"{len(book.observations):,}"


def test_a_congress_names_what_goes_on_what_is_new_and_what_is_gone(published: Explorer) -> None:
    answer = published.respond("congress/lai-chau/15.csv")
    found = Counter(r["change"] for r in csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    sentence = words(page(published, "congress/lai-chau/15").xpath("//h2[@id='changes']/following-sibling::p[1]")[0])
    assert [int(n) for n in re.findall(r"(\d+) chỉ tiêu", sentence)] == [
        found[k] for k in ("continued", "new", "dropped")
    ]


def test_the_first_congress_of_an_organisation_has_nothing_to_compare(published: Explorer) -> None:
    assert page(published, "congress/lai-chau/13").xpath("//h2[@id='changes']") == []


def test_a_map_without_a_link_says_so(samples: Explorer, published: Explorer) -> None:
    def notes(explorer: Explorer, path: str) -> str:
        return " ".join(words(note) for note in page(explorer, path, "en").xpath("//p[@class='note']"))

    assert "do not say which programme serves which target" in notes(samples, "map/son-binh-16")
    assert "do not say which programme" not in notes(published, "map/lai-chau-15")
