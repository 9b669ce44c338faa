"""The graph in a notebook: tables, frames, pictures; and the example notebook runs."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import lxml.html
import nbclient
import nbformat
import pytest
from pyoxigraph import Literal, NamedNode

import vankien
from vankien.errors import MissingTool, QueryError
from vankien.explorer.notebook import SHOWN, Graph, Table
from vankien.explorer.responding.explorer import Explorer

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"
INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


@pytest.fixture(scope="module")
def graph(published: Explorer) -> Graph:
    """The published graph."""
    return Graph(published.store)


def test_a_question_is_a_table_that_shows_itself(graph: Graph) -> None:
    table = graph.ask("congress-targets", congress="lai-chau-14")
    shown = lxml.html.fromstring(table._repr_html_())
    assert len(table) > SHOWN
    assert len(shown.findall(".//tbody/tr")) == SHOWN
    assert f"{len(table)} rows" in shown.text_content()


def test_texts_are_escaped_and_only_addresses_of_the_web_are_links() -> None:
    cells = (Literal("<script>alert(1)</script>"), NamedNode("javascript:alert(1)"), NamedNode("https://example.org/"))
    shown = lxml.html.fromstring(Table(("a", "b", "c"), (cells,))._repr_html_())
    assert shown.findall(".//script") == []
    assert [a.get("href") for a in shown.findall(".//a")] == ["https://example.org/"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_labels_are_in_the_language_of_the_graph(published: Explorer, language: str) -> None:
    verdicts = {row["verdict"] for row in Graph(published.store, language).ask("missed-targets")}
    assert ({"vi": "Không đạt", "en": "missed"}[language]) in verdicts


def test_numbers_stay_numbers_in_frames(graph: Graph) -> None:
    table = graph.query('SELECT ?n ?x ?s { VALUES (?n ?x ?s) { (1 2.5 "a") (UNDEF UNDEF "b") } }')
    frame = table.to_pandas()
    assert [str(t) for t in frame.dtypes][:2] == ["Int64", "Float64"]
    assert frame["n"].sum() == 1
    assert table.to_polars().rows() == [(1, 2.5, "a"), (None, None, "b")]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_missing_library_is_named_with_the_way_to_get_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    table = Table(("n",), ((Literal("1", datatype=INTEGER),),))
    with pytest.raises(MissingTool, match=r"pip install 'vankien\[frames\]'"):
        getattr(table, f"to_{name}")()


def test_pictures_are_whole_svg_files(graph: Graph, tmp_path: Path) -> None:
    for picture in (graph.map(), graph.series("forest-cover")):
        picture.save(tmp_path / "picture.svg")
        root = ElementTree.parse(tmp_path / "picture.svg").getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert picture._repr_svg_() == picture.svg
        links = [e.get("href") or "" for e in root.iter("{http://www.w3.org/2000/svg}a")]
        assert all(link.startswith("https://") for link in links)


@pytest.mark.parametrize("ask", [lambda g: g.map("no-such"), lambda g: g.series("no-such"), lambda g: g.ask("no-such")])
def test_what_is_not_there_is_said(graph: Graph, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(QueryError, match="no-such"):
        ask(graph)


def test_the_example_notebook_runs_and_shows_tables_and_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(vankien.__file__).parents[1]))
    notebook = nbformat.reads(NOTEBOOK.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [kind for cell in notebook.cells for out in cell.get("outputs", ()) for kind in out.get("data", ())]
    assert shown.count("text/html") >= 2
    assert shown.count("image/svg+xml") == 2
    assert (tmp_path / "map.svg").is_file()


def test_the_example_notebook_is_kept_without_outputs() -> None:
    notebook = nbformat.reads(NOTEBOOK.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    assert all(not c.outputs and c.execution_count is None for c in notebook.cells if c.cell_type == "code")
