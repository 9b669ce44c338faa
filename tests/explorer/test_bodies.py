"""The list of bodies, and the page of each."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.explorer.books import BASE, book, html, source, words
from vankien.explorer.addresses.paths import path_of
from vankien.explorer.bodies import answers_for, succession_of
from vankien.explorer.book.records import Assignment, Body, Contribution, Name, Place, Programme, Target
from vankien.explorer.responding.explorer import Explorer

OFFICE = Body(f"{BASE}id/body/so", Name("Sở Kế hoạch và Đầu tư tỉnh Sơn Bình"), "government", "province")
PLACES = {"p": Place("p", Name("Sơn Bình"))}


def test_all_bodies_are_listed_by_level_and_kind(published: Explorer) -> None:
    page = html(published, "bodies")
    held = published.book.bodies.values()
    assert len(page.xpath("//li[@data-level]")) == len(held)
    assert len(page.xpath("//section")) == len(Counter((b.level, b.kind) for b in held))


@pytest.mark.parametrize(
    ("name", "value"), [pytest.param("level", "national", id="level"), pytest.param("kind", "ministry", id="kind")]
)
def test_bodies_are_chosen_by_level_or_kind(published: Explorer, name: str, value: str) -> None:
    rows = html(published, "bodies", **{name: value}).xpath("//li[@data-level]")
    assert {row.get(f"data-{name}") for row in rows} == {value}
    assert len(rows) == sum(getattr(b, name) == value for b in published.book.bodies.values())


def test_a_body_shows_what_it_is_in_charge_of_with_the_line(published: Explorer) -> None:
    charge = published.book.assignments[0]
    page = html(published, path_of(published.book, charge.body))
    item = next(i for i in page.xpath("//li") if f"/{path_of(published.book, charge.task)}" in i.xpath("./a/@href"))
    assert any("#L" in link for link in item.xpath("./a/@href"))


def test_a_body_shows_the_documents_that_it_issued(published: Explorer) -> None:
    issuer, n = Counter(i for d in published.book.documents.values() for i in d.issuers).most_common(1)[0]
    page = html(published, path_of(published.book, issuer))
    links = page.xpath("//li/a/@href")
    assert sum(link.startswith("/document/") for link in links) == n


def test_a_body_that_sets_targets_leads_to_them(samples: Explorer) -> None:
    (iri,) = [iri for iri, targets in samples.book.targets_of.items() if targets and iri in samples.book.bodies]
    page = html(samples, path_of(samples.book, iri))
    (address,) = page.xpath("//h2[contains(., 'đặt ra')]/following-sibling::p[1]/a/@href")
    shown = words(html(samples, address.lstrip("/")).xpath("//main")[0])
    assert all(samples.book.name(target.iri).vi.split(" (")[0] in shown for target in samples.book.targets_of[iri])


def test_a_body_shows_the_decision_that_set_it_up(published: Explorer) -> None:
    said = next(r for r in published.book.relations if r.subject in published.book.bodies)
    page = html(published, path_of(published.book, said.subject))
    item = next(i for i in page.xpath("//li[starts-with(@id, 'relation')]"))
    assert f"/{path_of(published.book, said.object)}" in item.xpath("./a/@href")


def test_a_body_answers_for_the_targets_of_what_it_leads() -> None:
    own, served, other = (Target(k, Name(k), "i", s) for k, s in (("own", "led"), ("served", "x"), ("other", "helped")))
    held = book(
        bodies={OFFICE.iri: OFFICE},
        programmes={k: Programme(k, Name(k)) for k in ("led", "helped")},
        targets={t.iri: t for t in (own, served, other)},
        contributions=(Contribution("c", "led", "served", "", "stated", "", (source(),)),),
        assignments=(
            Assignment("a", "led", OFFICE.iri, "lead", "", (source(),)),
            Assignment("b", "helped", OFFICE.iri, "coordinate", "", (source(),)),
        ),
    )
    assert [(a.programme, a.target.iri) for a in answers_for(held, OFFICE.iri)] == [("led", "own"), ("led", "served")]


@pytest.mark.parametrize(
    ("name", "new"),
    [
        pytest.param("Sở Kế hoạch và Đầu tư tỉnh Sơn Bình", "Sở Tài chính", id="with-kind-and-place"),
        pytest.param("Sở Kế hoạch và Đầu tư", "Sở Tài chính", id="by-its-bare-name"),
        pytest.param("Sở Tài chính tỉnh Sơn Bình", None, id="still-there"),
        pytest.param("Phòng Kế hoạch và Đầu tư tỉnh Sơn Bình", None, id="another-body"),
    ],
)
def test_what_took_the_place_of_a_body_comes_from_the_lists(name: str, new: str | None) -> None:
    found = succession_of(book(places=PLACES), Body("b", Name(name)))
    assert (found.by_vi if found else None) == new


def test_english_pages_mark_vietnamese_names(published: Explorer) -> None:
    body = published.book.assignments[0].body
    (heading,) = html(published, f"en/{path_of(published.book, body)}").xpath("//h1")
    assert heading.get("lang") == "vi"
    assert words(heading) == published.book.name(body).vi


def test_what_is_not_there_is_not_found(published: Explorer) -> None:
    assert published.respond("body/nowhere").status == 404
    assert published.respond("bodies/1").status == 404
