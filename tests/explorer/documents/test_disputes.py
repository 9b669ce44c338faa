"""Contradictions: kinds, sides with their lines, notes in both languages."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tests.explorer.books import book, html, source, words
from vankien.explorer.addresses.paths import anchor, path_of
from vankien.explorer.book.records import Assessment, Concept, Discrepancy, Name, Observation, Value
from vankien.explorer.documents.disputes import KINDS, in_order, kind_of, note_of, to_dispute
from vankien.explorer.responding.explorer import Explorer


def dispute(a: str, b: str, rule: str = "discrepancy-two-values", **more: object) -> Discrepancy:
    said = {"lines": (7,), "derived_from": (), "documents": ("d",), "sources": (source(line=7, quote="lời in"),)}
    return Discrepancy("x", "Diện tích chè", a, b, str(more.pop("note", "")), rule, **{**said, **more})  # type: ignore[arg-type]


def observation(iri: str, number: str, report: str) -> Observation:
    value = Value("eq", Decimal(number), None, "", "%")
    return Observation(iri, "i", "w", value, "", "", "", "actual", "", "table", "d", (source(report, 20),))


def test_sides_of_one_document_give_their_own_lines() -> None:
    a, b = to_dispute(book(), dispute("10.861 ha (dòng 7)", "5 hàng trong bảng (từ dòng 31)")).sides
    assert [(s.words.vi, s.report, s.line) for s in (a, b)] == [
        ("10.861 ha", "bao-cao", 7),
        ("5 hàng trong bảng", "bao-cao", 31),
    ]
    assert (a.quote, b.quote) == ("lời in", "")


def test_a_line_that_was_cut_off_is_the_one_that_is_left() -> None:
    a, b = to_dispute(book(), dispute("3923 đơn (dòng 7)", "100 + 92 + 3.842 = 4.034 (dòng …", lines=(7, 8))).sides
    assert (a.line, b.line, b.words.vi) == (7, 8, "100 + 92 + 3.842 = 4.034")


def test_a_side_that_is_computed_stands_on_the_line_of_the_other() -> None:
    a, b = to_dispute(book(), dispute("99% (dòng 7)", "64/65 = 98,5%")).sides
    assert (a.line, b.line) == (7, 7)


@pytest.mark.parametrize("crossed", [pytest.param(False, id="in-order"), pytest.param(True, id="crossed")])
def test_sides_of_two_documents_find_their_statements(crossed: bool) -> None:
    held = (observation("o1", "8.24", "a"), observation("o2", "9", "b"))
    words = ("9%", "8,24%") if crossed else ("8,24%", "9%")
    found = to_dispute(
        book(observations=held), dispute(*words, rule="values-differ", derived_from=("o1", "o2"), sources=())
    )
    assert {s.words.vi: (s.statement, s.report) for s in found.sides} == {"8,24%": ("o1", "a"), "9%": ("o2", "b")}


def test_the_computed_verdict_is_said_in_english_too() -> None:
    stated = Assessment("a1", "i", "t", "w", "", "", "met", None, "stated", "", Name(""), (), "d", (source(),))
    verdicts = [Concept("v", "verdicts", "missed", Name("Không đạt", "missed"))]
    held = book(
        assessments=(stated,), observations=(observation("o1", "42.18", "a"),), concepts={c.iri: c for c in verdicts}
    )
    a, b = to_dispute(
        held, dispute("Đạt", "Không đạt: 42,18% so với trên 42,42%", "verdict-differs", derived_from=("o1", "a1"))
    ).sides
    assert (a.statement, b.statement) == ("a1", "o1")
    assert b.words("en") == "Missed: 42.18% against more than 42.42%"


@pytest.mark.parametrize(
    ("note", "english"),
    [
        pytest.param("Hai giá trị cho cùng một chỉ tiêu (lời văn và bảng)", "(prose and table)", id="with-places"),
        pytest.param("Hai văn kiện ghi khác nhau cùng số liệu, 2022", ", 2022", id="with-year"),
        pytest.param("90/83,33% = 108, không phải 106", "90/83,33% = 108, not 106", id="with-a-quotient"),
    ],
)
def test_notes_keep_what_stands_behind_them(note: str, english: str) -> None:
    assert note_of(dispute("a", "b", note=note))("en").endswith(english)


def test_every_note_of_the_published_graph_is_there_in_english(published: Explorer) -> None:
    unknown = [d.note for d in published.book.discrepancies if d.note and not note_of(d).en]
    assert all(re.fullmatch(r"[\d.,/%+ ]+=[\d.,% ]+", note) for note in unknown)


def test_every_rule_of_the_published_graph_has_a_kind_of_its_own(published: Explorer) -> None:
    known = {rule for kind in KINDS for rule in kind.rules}
    assert {d.rule for d in published.book.discrepancies} <= known


def test_an_unknown_rule_belongs_to_the_last_kind() -> None:
    assert kind_of(dispute("a", "b", rule="new")) is KINDS[-1]


# --- the page -------------------------------------------------------------------------------------------------


def test_every_discrepancy_has_its_place_and_both_its_lines(published: Explorer) -> None:
    page = html(published, "discrepancies")
    for held in published.book.discrepancies:
        (card,) = page.xpath(f"//article[@id='{anchor(held.iri)}']")
        assert path_of(published.book, held.iri) == f"discrepancies#{anchor(held.iri)}"
        sides = card.xpath(".//div[@class='sides']/div")
        assert len(sides) == 2
        assert all(re.search(r"#L\d+$", side.xpath(".//a/@href")[0]) for side in sides), held.iri


def test_kinds_are_counted_and_chosen(published: Explorer) -> None:
    page = html(published, "en/discrepancies", kind="verdicts")
    expected = [d.iri for d in in_order(published.book.discrepancies) if kind_of(d).key == "verdicts"]
    assert page.xpath("//article/@id") == [anchor(iri) for iri in expected]
    assert f"({len(expected)})" in words(page.xpath("//h1")[0])
    assert f"Verdict against numbers ({len(expected)})" in [words(a) for a in page.xpath("//ul[@class='tags']//a")]


def test_a_document_is_chosen(published: Explorer) -> None:
    report = published.book.documents[published.book.discrepancies[0].documents[0]].report
    page = html(published, "discrepancies", document=report)
    assert all(report in where.split() for where in page.xpath("//article/@data-document"))
    assert len(page.xpath("//article")) == sum(
        report in (published.book.documents[i].report for i in d.documents) for d in published.book.discrepancies
    )


def test_the_sides_stand_in_the_table_for_spreadsheets(published: Explorer) -> None:
    lines = published.respond("discrepancies.csv").body.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("kind,about,side_a,report_a,line_a,side_b")
    assert len(lines) == len(published.book.discrepancies) + 1
