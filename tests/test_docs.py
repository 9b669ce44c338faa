"""The documentation is complete: commands, queries, shapes, findings and the README's commands are all there."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import typer

from vankien.cli import app
from vankien.vietnamese import parse_number

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
README_EN, README_VI = ROOT / "README.md", ROOT / "README.vi.md"

_MESSAGE = ox.NamedNode("http://www.w3.org/ns/shacl#message")
_SPARQL = ox.NamedNode("http://www.w3.org/ns/shacl#sparql")


def text_of(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def commands() -> list[str]:
    group = typer.main.get_command(app)
    return sorted(getattr(group, "commands", {}))


def queries() -> list[Path]:
    return sorted((ROOT / "queries").glob("*.rq"))


def shape_names() -> list[str]:
    """The local names of the shapes that have a message, their own or that of their query."""
    names: set[str] = set()
    for path in sorted((ROOT / "shapes").glob("*.ttl")):
        quads = list(ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE))
        queries_of = {quad.object: quad.subject for quad in quads if quad.predicate == _SPARQL}
        spoken = {quad.subject for quad in quads if quad.predicate == _MESSAGE}
        said = {queries_of.get(subject, subject) for subject in spoken}
        names |= {re.split("[#/]", subject.value)[-1] for subject in said if isinstance(subject, ox.NamedNode)}
    return sorted(names)


def _code(call: ast.Call) -> Iterator[str]:
    """The codes that a call of `Finding`, or of a helper named `..._finding`, writes down."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if not name.lower().endswith("finding"):
        return
    given = [k.value for k in call.keywords if k.arg == "code"] or call.args[:1]
    choices = [c for value in given for c in ((value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,))]
    yield from (c.value for c in choices if isinstance(c, ast.Constant) and isinstance(c.value, str))


def finding_codes() -> list[str]:
    trees = (ast.parse(text_of(path)) for path in sorted((ROOT / "loaders").rglob("*.py")))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return sorted({code for call in calls for code in _code(call)})


def headings(path: Path) -> set[str]:
    return {line.lstrip("# ").strip().strip("`") for line in text_of(path).splitlines() if line.startswith("#")}


def shell_blocks(path: Path) -> list[str]:
    return re.findall(r"```sh\n(.*?)\n```", text_of(path), re.DOTALL)


def test_there_is_something_to_document() -> None:
    assert commands()
    assert queries()
    assert shape_names()
    assert finding_codes()


@pytest.mark.parametrize("path", [README_EN, README_VI, DOCS / "index.md"], ids=lambda p: p.name)
def test_every_command_is_named(path: Path) -> None:
    text = text_of(path)
    assert [c for c in commands() if f"vankien {c}" not in text] == []


def test_every_query_is_listed_and_has_titles() -> None:
    index, page = text_of(DOCS / "index.md"), text_of(DOCS / "queries.md")
    assert [q.stem for q in queries() if f"[`{q.stem}`](queries.md#{q.stem})" not in index] == []
    assert [q.stem for q in queries() if f"## `{q.stem}`" not in page] == []
    assert sorted(re.findall(r"queries\.md#([\w-]+)", index)) == sorted(q.stem for q in queries())
    for query in queries():
        for language in ("vi", "en"):
            title = re.search(rf"^# title-{language}: (\S.*)$", text_of(query), re.MULTILINE)
            assert title, f"{query.name} has no title-{language}"
            assert title[1] in page, f"{query.name}: the docs do not say “{title[1]}”"


def test_every_shape_and_finding_has_a_heading() -> None:
    explained = headings(DOCS / "findings.md")
    assert [name for name in [*finding_codes(), *shape_names()] if name not in explained] == []


def test_no_heading_of_findings_is_stale() -> None:
    codes = {*finding_codes(), *shape_names()}
    written = re.findall(r"^#+ `([^`]+)`", text_of(DOCS / "findings.md"), re.MULTILINE)
    assert [code for code in written if code not in codes] == []


def test_both_readmes_show_the_same_commands() -> None:
    assert shell_blocks(README_EN) == shell_blocks(README_VI)
    assert len(shell_blocks(README_EN)) == 2


def _gold() -> list[Path]:
    return sorted((DOCS / "example" / "gold").glob("*.jsonl"))


def test_each_sample_has_its_facts() -> None:
    samples = [p.stem for p in (DOCS / "example").iterdir() if p.suffix in (".txt", ".md") and p.stem != "README"]
    assert sorted(samples) == [path.stem for path in _gold()]


@pytest.mark.parametrize("path", _gold(), ids=lambda p: p.stem)
def test_the_facts_of_a_sample_stand_on_their_lines(path: Path) -> None:
    (sample,) = (p for p in (DOCS / "example").iterdir() if p.stem == path.stem)
    lines = text_of(sample).splitlines()
    for record in map(json.loads, text_of(path).splitlines()):
        line = lines[record["line"] - 1] if "line" in record else ""
        printed = {parse_number(n) for n in re.findall(r"(?<![\d.,])\d[\d.,]*\d|\d", line)}
        values = [Decimal(str(record[key])) for key in ("value", "upper", "percent") if record.get(key)]
        assert {value for value in values if value not in printed} == set(), record
        assert record.get("verdict", "") in line or f"{record.get('percent')}".replace(".", ",") + "% " in line
        if record["type"] == "document":
            assert record["code"].rpartition("-")[0] in line


def _markdown() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


@pytest.mark.parametrize("path", _markdown(), ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text_of(path))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", _markdown(), ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_is_left_to_do(path: Path) -> None:
    assert "TODO" not in text_of(path)
