"""``vankien reason``, ``network``, ``report`` and ``tables`` as a person calls them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

Call = Callable[..., Any]
JAVA = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java on the PATH")
CLASH = """<https://w3id.org/vankien/id/congress/a/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
<https://w3id.org/vankien/ontology#{}> <https://w3id.org/vankien/graph/a> .
"""


@pytest.mark.parametrize("command", ["reason", "network", "report", "tables"])
def test_every_command_has_help_with_an_example(vankien: Call, command: str) -> None:
    shown = vankien(command, "--help")
    assert shown.code == 0
    assert f"vankien {command}" in shown.out
    assert "Example" in shown.out


# --- reason ---------------------------------------------------------------------------------------------


@JAVA
def test_reason_writes_the_inferred_graph(vankien: Call, store: Path, tmp_path: Path) -> None:
    shutil.copytree(store, tmp_path / "kg")
    done = vankien("reason", "kg", "--as-of", "2026-01-01")
    assert done.code == 0, done.err
    assert "Mục tiêu quá hạn" in done.out
    assert done.complaint.startswith("vankien: kg: as of 2026-01-01: 0 contradictions, ")
    assert done.complaint.endswith("stored in graph/inferred")
    asked = vankien("query", "-s", "kg", "-f", "csv", write(tmp_path, "SELECT ?t { ?t a vk:OverdueTarget }"))
    assert len(asked.out.splitlines()) == 3
    dry = vankien("reason", "kg", "--dry-run", "--format", "json", "--lang", "en")
    assert json.loads(dry.out)["findings"] == []
    assert dry.complaint.endswith("nothing stored")


def write(folder: Path, query: str) -> Path:
    (folder / "q.rq").write_text(query, "utf-8")
    return folder / "q.rq"


@JAVA
def test_a_contradiction_is_one_line_and_exit_code_1(vankien: Call, tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_text(CLASH.format("Congress") + CLASH.format("Place"))
    done = vankien("reason", "bad.nq", "--lang", "en")
    assert done.code == 1
    assert [line for line in done.out.splitlines() if "disjoint-classes" in line and "Congress and Place" in line]
    assert "1 contradictions" in done.complaint


def test_reason_without_java(vankien: Call, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    done = vankien("reason", store)
    assert done.code == 2
    assert done.complaint.startswith("vankien: reasoning needs Java, which is not on the PATH")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("reason", "STORE", "--as-of", "31/12/2025"), "write a date such as 2025-12-31"),
        (("reason", "STORE", "--format", "csv"), "use one of table, json"),
        (("network", "STORE", "--show", "all"), "use one of orphans, carriers"),
        (("network", "STORE", "-o", "x.png"), "use one of .graphml, .gexf"),
        (("network", "STORE", "--path", "a", "b"), "no such node"),
        (("network", "none"), "no store here"),
        (("report", "STORE", "--congress", "x"), "there are: son-binh-14"),
        (("report", "STORE", "--congress", "son-binh-14", "-o", "x.pdf"), "use one of .md"),
        (("report", "STORE"), "congress"),
        (("tables", "STORE", "-o", "file/tables"), "cannot be made"),
    ],
)
def test_bad_usage_is_one_line(
    vankien: Call, store: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    if shutil.which("java") is None and arguments[0] == "reason":
        pytest.skip("needs Java")
    (tmp_path / "file").write_text("")
    done = vankien(*(str(store) if a == "STORE" else a for a in arguments))
    assert done.code == 2
    assert words in done.complaint
    assert done.out == ""


# --- network, report, tables ----------------------------------------------------------------------------


def test_network(vankien: Call, store: Path, tmp_path: Path) -> None:
    shown = vankien("network", store)
    assert shown.code == 0
    assert "Mục tiêu chưa có chương trình (2)" in shown.out
    asked = json.loads(vankien("network", store, "--show", "orphans", "--format", "json").out)
    assert [o["kind"] for o in asked["orphans"]] == ["target", "target"]
    written = vankien("network", store, "-o", "net.graphml")
    assert written.code == 0
    assert len(nx.read_graphml(tmp_path / "net.graphml")) > 3
    labels = [o["label"] for o in asked["orphans"]]
    way = vankien("network", store, "--path", *labels, "--format", "json")
    assert [step["label"] for step in json.loads(way.out)][:: len(json.loads(way.out)) - 1] == labels


def test_report(vankien: Call, store: Path, tmp_path: Path) -> None:
    shown = vankien("report", store, "--congress", "son-binh-14")
    assert shown.code == 0
    assert shown.out.startswith("# Biểu chỉ tiêu: Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV\n")
    assert shown.complaint.endswith("2 targets")
    for name in ("a.docx", "a.xlsx", "a.html", "a.csv", "a.md"):
        assert vankien("report", store, "-c", "son-binh-14", "-o", name, "--years").code == 0
        assert (tmp_path / name).stat().st_size > 100


def test_tables(vankien: Call, store: Path, tmp_path: Path) -> None:
    done = vankien("tables", store, "-o", "out", "--bom", "--no-quotes", "--lang", "en")
    assert done.code == 0
    assert (tmp_path / "out" / "targets.csv").read_bytes().startswith(b"\xef\xbb\xbfstatement,")
    assert "side_a" not in (tmp_path / "out" / "discrepancies.csv").read_text("utf-8-sig")
    assert len(list((tmp_path / "out").iterdir())) == 10
    assert vankien("tables", store, "-o", "few", "--no-xlsx").code == 0
    assert len(list((tmp_path / "few").iterdir())) == 9
