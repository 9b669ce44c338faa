"""The questions: by subject as in the documentation, with forms, answers and safe parameters."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.explorer.small import page, words
from vankien.explorer.addresses.links import StaticLinks
from vankien.explorer.asking.questions import GROUPS, by_subject, column_words
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.views.queries import FEW
from vankien.graph.asking import catalogue
from vankien.graph.asking.answers import ask

INDEX = Path(__file__).parents[3] / "docs" / "index.md"


def test_subjects_are_those_of_the_documentation() -> None:
    table = INDEX.read_text("utf-8").split("## Queries")[1].split("## Shapes")[0]
    documented = [re.findall(r"\[`([a-z-]+)`\]", line) for line in table.splitlines() if line.startswith("| ")]
    shown = [[q.name for q in held] for _, _, held in by_subject(catalogue.queries())]
    assert shown == [names for names in documented if names]
    assert len(shown) == len(GROUPS)


def test_every_column_has_vietnamese_words() -> None:
    columns = {c for q in catalogue.queries() for c in q.columns}
    english = {"sdg", "sha256", "label"}
    untold = {c for c in columns - english if column_words(c, "vi") == c.replace("_", " ")}
    assert not untold


def test_the_list_leads_to_every_question(published: Explorer) -> None:
    links = page(published, "/queries").xpath("//dl/dt/a/@href")
    assert sorted(links) == sorted(f"/queries/{name}" for name in catalogue.names())


def test_the_answer_is_that_of_the_question(published: Explorer) -> None:
    shown = page(published, "/queries/congress-targets", congress="lai-chau-15", rows="all")
    text = catalogue.fill(catalogue.find_query("congress-targets"), {"congress": "lai-chau-15", "lang": "vi"})
    expected = ask(published.store, text)
    assert len(shown.xpath("//table[contains(@class, 'answer')]/tbody/tr")) == len(expected.rows)
    (selected,) = shown.xpath("//select[@name='congress']/option[@selected]/@value")
    assert selected == "lai-chau-15"


def test_long_answers_show_their_first_rows_and_say_so(published: Explorer) -> None:
    shown = page(published, "/queries/congress-targets")
    assert len(shown.xpath("//table[contains(@class, 'answer')]/tbody/tr")) == FEW
    assert f"đang hiện {FEW}" in words(shown.find(".//main"))


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_all_rows_can_be_had_as_data(published: Explorer, suffix: str) -> None:
    body = published.respond(f"/queries/congress-targets.{suffix}", [("congress", "lai-chau-15")]).body.decode(
        "utf-8-sig"
    )
    rows = list(csv.DictReader(io.StringIO(body))) if suffix == "csv" else json.loads(body)
    assert {row["congress"] for row in rows} == {"Đại hội Đảng bộ tỉnh Lai Châu lần thứ XV"}


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"year": "2030 } DROP ALL {"}, id="number"),
        pytest.param({"congress": "x> <y"}, id="key"),
        pytest.param({"congress": 'x" } #'}, id="quote"),
    ],
)
def test_a_parameter_is_a_term_or_an_error(published: Explorer, given: dict[str, str]) -> None:
    answer = published.respond("/queries/congress-targets", list(given.items()))
    assert answer.status == 400
    assert b'role="alert"' in answer.body


def test_a_parameter_is_shown_as_text(published: Explorer) -> None:
    body = published.respond("/queries/facts-by-rule", [("rule", "<script>alert(1)</script>")]).body.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert" in body


def test_triples_are_shown_and_given_as_turtle(published: Explorer) -> None:
    assert page(published, "/queries/topic-graph").xpath("//table[contains(@class, 'answer')]/tbody/tr")
    assert published.respond("/queries/topic-graph.ttl").body.startswith(b"@prefix")


def test_files_say_how_to_choose_parameters(published: Explorer) -> None:
    body = published.page("queries/chain", "en", {}, StaticLinks("en/queries/chain.html")).body.decode()
    assert "vankien serve" in body
    assert "<select" not in body


def test_what_is_no_question_has_no_page(published: Explorer) -> None:
    assert published.respond("/queries/no-such").status == 404


def test_lines_of_an_answer_lead_to_the_text(published: Explorer) -> None:
    """Every line beside its document is a link to it, and a document without a number has a name."""
    table = page(published, "/queries/missed-targets").xpath("//table[contains(@class, 'answer')]")[0]
    heads = [th.get("title") for th in table.xpath(".//thead//th")]
    rows = [dict(zip(heads, tr.xpath("./td"), strict=True)) for tr in table.xpath(".//tbody/tr")]
    assert rows
    for row in rows:
        assert row["line"].xpath("./a/@href")[0].startswith("/source/")
        assert row["line"].xpath("./a/@href")[0].endswith(f"#L{words(row['line'])}")
        assert words(row["document"]) in published.book.short_names.values()
