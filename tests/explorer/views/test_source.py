"""The source viewer: lines, notes, marks, and what is shown without the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.explorer.books import html, words
from vankien.explorer.addresses.links import StaticLinks, file_of
from vankien.explorer.addresses.paths import path_to
from vankien.explorer.documents.lines import facts_by_line
from vankien.explorer.responding.explorer import Explorer

TYPED, SCAN = "bao-cao-giua-nhiem-ky-son-binh", "nghi-quyet-dai-hoi-son-binh"


def test_every_source_of_the_published_graph_has_its_line(published: Explorer) -> None:
    ids: dict[str, set[str]] = {}
    book = published.book
    some = [*book.statements[::25], *book.citations[::25], *book.discrepancies[::5], *book.relations[::25]]
    for source in (s for held in some for s in held.sources):  # type: ignore[attr-defined]
        page, _, line = path_to(source).partition("#")
        if page not in ids:
            ids[page] = set(html(published, page).xpath("//@id"))
        assert line in ids[page], source


def test_without_the_text_there_are_lines_facts_and_hash_but_no_words(published: Explorer) -> None:
    report = min(published.book.text_of_report)
    page = html(published, f"source/{report}/1")
    assert published.book.text_of_report[report].sha256 in words(page.xpath("//code[@class='hash']")[0])
    assert "--texts" in words(page.xpath("//p[@class='note']")[0])
    assert not page.xpath("//mark")
    numbers = [int(words(a)) for a in page.xpath("//table//th[@scope='row']/a")]
    assert numbers == list(facts_by_line(published.book, report, 1, 100))


def test_notes_lead_to_the_place_of_the_fact(published: Explorer) -> None:
    statement = published.book.statements[0]
    page, _, line = path_to(statement.sources[0]).partition("#")
    links = html(published, page).xpath(f"//tr[@id='{line}']//td[@class='nt']//a/@href")
    assert any(link.startswith("/target/") and "#statement-" in link for link in links)


def test_a_typed_text_is_shown_with_what_was_quoted_marked(samples: Explorer) -> None:
    statement = next(s for s in samples.book.statements if s.sources[0].report == TYPED)
    source = statement.sources[0]
    page, _, line = path_to(source).partition("#")
    (row,) = html(samples, page).xpath(f"//tr[@id='{line}']")
    marked = " ".join(words(m) for m in row.xpath("./td[@class='tx']/mark"))
    assert source.quote.split()[-1] in marked
    assert not row.xpath("./td[@class='raw']")


def test_a_scan_is_shown_restored_beside_what_was_printed(samples: Explorer) -> None:
    assert samples.texts.restored(SCAN, wait=True).value
    statement = next(s for s in samples.book.statements if s.sources[0].report == SCAN)
    page, _, line = path_to(statement.sources[0]).partition("#")
    (row,) = html(samples, page).xpath(f"//tr[@id='{line}']")
    (read,), (printed,) = row.xpath("./td[@class='tx']"), row.xpath("./td[@class='raw']")
    number = str(samples.texts.lines(SCAN)[int(line[1:]) - 1].text).strip()
    assert words(printed) == " ".join(number.split())
    assert words(read) != words(printed)
    assert read.xpath("./mark")
    assert printed.xpath("./mark")


def test_a_static_site_waits_for_the_restored_text(samples: Explorer) -> None:
    path = f"source/{SCAN}/1"
    answer = samples.page(path, "vi", {}, StaticLinks(file_of(path, "vi")))
    assert b'class="raw"' in answer.body
    assert b'role="status"' not in answer.body


def test_a_file_of_another_hash_is_not_shown_and_that_is_said(
    samples: Explorer, sample_texts: Path, tmp_path: Path
) -> None:
    other = tmp_path / f"{TYPED}.txt"
    other.write_text("Một văn bản khác.\n", encoding="utf-8")
    page = html(Explorer(samples.store, texts=[other]), f"source/{TYPED}/1")
    assert str(other) in words(page.xpath("//p[@class='note']")[0])
    assert "Một văn bản khác" not in words(page)


@pytest.mark.parametrize(
    ("line", "part"), [pytest.param("1", "1–100", id="first"), pytest.param("101", "101–200", id="second")]
)
def test_a_line_that_is_asked_for_is_found_on_its_part(published: Explorer, line: str, part: str) -> None:
    report = min(published.book.text_of_report)
    page = html(published, f"source/{report}/1", line=line)
    assert page.xpath("//a[@aria-current='page']/text()") == [part]
    assert page.xpath(f"//a[@href='#L{line}']")


@pytest.mark.parametrize("rest", ["nowhere/1", "{}/0", "{}/9999", "{}/x", "{}/-1", "{}/1/2"])
def test_what_is_no_part_of_a_text_is_not_there(published: Explorer, rest: str) -> None:
    assert published.respond("source/" + rest.format(min(published.book.text_of_report))).status == 404
