"""The page about the questions says what their files say."""

from __future__ import annotations

from pathlib import Path

from vankien.graph.asking.answers import Answer
from vankien.graph.asking.catalogue import parse_query, queries
from vankien.graph.asking.query_page import COMMAND, ROWS, to_page, without_rows

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_page_is_up_to_date() -> None:
    assert without_rows(PAGE.read_text("utf-8")) == to_page(queries(), {}), f"run: {COMMAND}"


def test_every_question_shows_rows_or_says_that_there_are_none() -> None:
    assert PAGE.read_text("utf-8").count("<!-- rows -->") == len(queries())


def test_rows_are_few_and_short() -> None:
    query = parse_query("q", "# title-vi: Một\n# title-en: One\n# columns: a\n\nSELECT ?a {}")
    from pyoxigraph import Literal

    answer = Answer(("a",), tuple((Literal(f"{n}|" + "x" * 100),) for n in range(ROWS + 2)))
    page = to_page([query], {"q": answer})
    assert page.count("…") == ROWS
    assert "| 0\\|xxx" in page
    assert f"{ROWS + 2} rows" in page
    assert without_rows(page) == to_page([query], {})
