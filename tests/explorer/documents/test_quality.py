"""Quality: coverage, findings in words, what the shapes say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.explorer.books import html, words
from vankien.explorer.addresses.links import StaticLinks, file_of
from vankien.explorer.addresses.paths import anchor, path_of
from vankien.explorer.documents.quality import complaints, repairs, runs_of, sourced
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.wording.findings import MEANINGS, SEVERITIES
from vankien.graph.validation.validate import validate_quads
from vankien.model import Finding

SCAN = "nghi-quyet-dai-hoi-son-binh"
DOCS = Path(__file__).parents[3] / "docs" / "findings.md"


def test_every_finding_of_reading_is_explained_as_in_the_docs() -> None:
    part = DOCS.read_text(encoding="utf-8").split("## From reading")[1].split("## From reasoning")[0]
    assert set(MEANINGS) == set(re.findall(r"^### `(.+)`$", part, re.MULTILINE))
    assert all(m.name.en and m.what.en and m.todo.en for m in MEANINGS.values())


def test_every_statement_of_the_published_graph_has_a_line(published: Explorer) -> None:
    found = sourced(published.book)
    assert all(n == with_line for n, with_line in found.values())
    assert found["observation"][0] == len(published.book.observations)


def finding(line: int | None, severity: str = "Warning", code: str = "unit-known") -> Finding:
    where = f"{line}" if line else ""
    vi, en = (f"Dòng {where}: thiếu đơn vị.", f"Line {where}: no unit.") if line else ("Thiếu đơn vị.", "No unit.")
    return Finding(code, severity, "r", line, vi, en)  # type: ignore[arg-type]


def test_the_same_complaint_on_many_lines_is_made_once() -> None:
    (one,) = complaints([finding(9), finding(4), finding(9), finding(None)])
    assert (one.message.vi, one.message.en, one.lines, one.times) == ("Thiếu đơn vị.", "No unit.", (4, 9), 4)


def test_the_gravest_complaints_come_first() -> None:
    found = complaints([finding(1, "Info"), finding(1, "Warning"), finding(1, "Warning", "b"), finding(1, "Violation")])
    assert [c.severity for c in found] == ["Violation", "Warning", "Warning", "Info"]
    assert set(SEVERITIES) == {c.severity for c in found}


def test_a_static_page_says_what_the_shapes_say(samples: Explorer) -> None:
    text = samples.book.text_of_report[SCAN]
    graph = next(g for g in samples.store.graphs() if g.value == text.graph)
    expected = validate_quads(samples.store.quads(graph), SCAN, samples.store).findings
    path = f"quality/{SCAN}"
    page = samples.page(path, "en", {}, StaticLinks(file_of(path, "en"))).body.decode()
    assert "The checks are running" not in page
    assert all(c.message.en.replace("“", "&#8220;") in page or c.message.en in page for c in complaints(expected))
    assert samples.checks.of(samples.store, text, wait=True).value == expected


def test_a_page_does_not_wait_for_the_shapes(samples: Explorer) -> None:
    fresh = Explorer(samples.store)
    try:
        assert fresh.respond(f"quality/{SCAN}").status == 200
        outcome = fresh.checks.of(fresh.store, fresh.book.text_of_report[SCAN])
        assert not outcome.is_there or outcome.value is not None
    finally:
        fresh.close()


def test_every_finding_has_its_place_and_its_line(samples: Explorer) -> None:
    assert samples.book.findings
    for held in samples.book.findings:
        path, _, place = path_of(samples.book, held.iri).partition("#")
        (item,) = html(samples, path).xpath(f"//li[@id='{place}']")
        assert place == anchor(held.iri)
        assert held.message.vi in words(item)
        assert held.line is None or item.xpath(f".//a[contains(@href, '#L{held.line}')]")


def test_repairs_name_what_was_printed(published: Explorer) -> None:
    found = [r for report in published.book.text_of_report for r in repairs(published.book, report)]
    assert found
    assert all(r.source.repaired_from and r.source.repair_reason for r in found)


def test_runs_are_named_where_the_graph_keeps_them(samples: Explorer, published: Explorer) -> None:
    assert [r.version for r in runs_of(samples.store, samples.book.text_of_report[SCAN])] == ["0"]
    assert all(runs_of(published.store, t) == () for t in published.book.texts.values())


@pytest.mark.parametrize("path", ["quality/nowhere", "quality/a/b"])
def test_what_is_not_there_is_not_found(samples: Explorer, path: str) -> None:
    assert samples.respond(path).status == 404
