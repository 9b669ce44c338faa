"""``vankien site`` from the command line: what it refuses, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import REPORT
from tests.explorer.site.links import faults_of
from vankien.cli import run
from vankien.explorer.site.folder import MARKER

ONE = """@prefix vk: <https://w3id.org/vankien/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/vankien/id/body/tinh-uy-son-binh> a vk:Organization ; rdfs:label "Tỉnh ủy Sơn Bình"@vi .
"""


@pytest.mark.parametrize(
    ("more", "message"),
    [
        pytest.param(["--url", "example.org"], "--url example.org: say where", id="address"),
        pytest.param(["--texts", "nowhere"], "nowhere", id="texts"),
    ],
)
def test_what_cannot_be_used_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], message: str
) -> None:
    store = tmp_path / "one.ttl"
    store.write_text(ONE, encoding="utf-8")
    assert run(["site", str(tmp_path / "out"), str(store), *more]) == 2
    said = capsys.readouterr().err
    assert said.startswith("vankien: ")
    assert said.count("\n") == 1
    assert message in said
    assert not (tmp_path / "out").exists()


def test_a_folder_of_others_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, out = tmp_path / "one.ttl", tmp_path / "out"
    store.write_text(ONE, encoding="utf-8")
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    assert run(["site", str(out), str(store)]) == 2
    assert "holds something that is no site of vankien" in capsys.readouterr().err
    assert [p.name for p in out.iterdir()] == ["thesis.txt"]


def test_texts_that_are_not_those_that_were_read_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports, other = tmp_path / "reports", tmp_path / "other"
    for folder, text in ((reports, REPORT), (other, REPORT + "\n")):
        folder.mkdir()
        (folder / "bao-cao.txt").write_text(text, encoding="utf-8")
    assert run(["build", str(reports), "-o", str(tmp_path / "kg"), "--jobs", "1"]) == 0
    for folder, said in ((reports, False), (other, True)):
        capsys.readouterr()
        arguments = ["site", str(tmp_path / "out"), str(tmp_path / "kg"), "--texts", str(folder), "--jobs", "1"]
        assert run(arguments) == 0
        assert ("--texts: no text of bao-cao; " in capsys.readouterr().err) is said


def test_a_graph_of_one_node_is_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, out = tmp_path / "one.ttl", tmp_path / "out"
    store.write_text(ONE, encoding="utf-8")
    assert run(["site", str(out), str(store), "--jobs", "1"]) == 0
    assert "pages" in capsys.readouterr().err
    assert (out / MARKER).is_file()
    assert list(faults_of(out)) == []
