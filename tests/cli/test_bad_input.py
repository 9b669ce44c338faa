"""Whatever is wrong: one clear line on the standard error, exit code 2, what was stored untouched."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

Call = Callable[..., Any]


def test_an_empty_file(vankien: Call, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n \n")
    failed = vankien("facts", "empty.txt")
    assert failed.code == 2
    assert failed.complaint.startswith("vankien: empty.txt: is empty")


def test_a_binary_file(vankien: Call, tmp_path: Path) -> None:
    (tmp_path / "program.txt").write_bytes(b"\x7fELF\x02\x01\x01\0\0\0\0")
    failed = vankien("build", "program.txt")
    assert failed.code == 2
    assert "program.txt: holds zero bytes" in failed.complaint
    assert not (tmp_path / "kg").exists()


def test_a_latin_1_file(vankien: Call, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Báo cáo\nvề chè".replace("ề", "ê").encode("latin-1"))
    failed = vankien("facts", "latin.txt")
    assert failed.code == 2
    assert "latin.txt:1: byte 0xe1 is not UTF-8" in failed.complaint


def test_one_enormous_line(vankien: Call, tmp_path: Path) -> None:
    with (tmp_path / "long.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    failed = vankien("facts", "long.txt")
    assert failed.code == 2
    assert "VANKIEN_MAX_BYTES" in failed.complaint


def test_one_long_line(vankien: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_MAX_LINE", "1000")
    (tmp_path / "long.txt").write_text("dài " * 500, "utf-8")
    failed = vankien("facts", "long.txt")
    assert failed.code == 2
    assert "long.txt:1: a line of 2,000 characters" in failed.complaint


def test_a_missing_file(vankien: Call) -> None:
    failed = vankien("facts", "none.txt")
    assert failed.code == 2
    assert "none.txt: no such file" in failed.complaint


def test_a_folder_without_reports(vankien: Call, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    failed = vankien("build", "empty")
    assert failed.code == 2
    assert failed.complaint.startswith("vankien: empty: no report in this folder (*.txt, *.md, *.html")


def test_one_unreadable_report_does_not_keep_the_others_out(vankien: Call, reports: Path) -> None:
    (reports / "broken.txt").write_bytes(b"\xff\xfe\xff")
    built = vankien("build", reports)
    assert built.code == 2
    assert "broken.txt:1: byte 0xff is not UTF-8" in built.err
    assert "2 of 3 reports read" in built.err
    assert "bao-cao" in vankien("query", "documents").out


def test_an_unreadable_report_loses_nothing_that_is_stored(vankien: Call, reports: Path) -> None:
    vankien("build", reports)
    before = vankien("export", "-o", "-").out
    (reports / "bao-cao.txt").write_bytes(b"\xff")
    assert vankien("build", reports / "bao-cao.txt").code == 2
    assert vankien("export", "-o", "-").out == before


def test_two_files_of_one_name(vankien: Call, reports: Path) -> None:
    (reports / "sub" / "bao-cao.txt").write_text((reports / "bao-cao.txt").read_text("utf-8"), "utf-8")
    failed = vankien("build", reports)
    assert failed.code == 2
    assert "would both be the report 'bao-cao'; rename one of them" in failed.complaint


def test_many_files_of_one_name_are_counted(vankien: Call, reports: Path) -> None:
    for name in "abc":
        (reports / name).mkdir()
        (reports / name / "bao-cao.txt").write_text((reports / "bao-cao.txt").read_text("utf-8"), "utf-8")
    assert vankien("build", reports).complaint.endswith("rename one of them; 2 more files have the name of another one")


def test_a_missing_store(vankien: Call, tmp_path: Path) -> None:
    for command in (["query", "documents", "-s", "kg"], ["validate", "kg"], ["export", "kg", "-o", "x.ttl"]):
        failed = vankien(*command)
        assert failed.code == 2
        assert failed.complaint.startswith("vankien: kg: no store here; make one with: vankien build")
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_use(vankien: Call, reports: Path) -> None:
    vankien("build", reports)
    held = pyoxigraph.Store("kg")
    failed = vankien("build", reports, "--force")
    del held
    assert failed.code == 2
    assert "kg: in use by another process" in failed.complaint


def test_a_wrong_parameter(vankien: Call, store: Path) -> None:
    failed = vankien("query", "missed-targets", "-s", store, "-p", "province=x")
    assert failed.code == 2
    assert (
        failed.complaint
        == "vankien: query missed-targets has no parameter province; its parameters: congress, report, lang"
    )


@pytest.mark.parametrize(
    ("parameter", "said"),
    [
        ("congress=son-binh-41", "congress=son-binh-41: not in this store; there are: son-binh-14"),
        ("report=bao-cao-2", "report=bao-cao-2: not in this store; there are: bao-cao"),
        ("congress=Sơn Bình", "the key of a congress, or an IRI, is wanted; see: vankien query congresses"),
    ],
)
def test_a_key_that_the_store_does_not_have(vankien: Call, store: Path, parameter: str, said: str) -> None:
    failed = vankien("query", "missed-targets", "-s", store, "-p", parameter)
    assert (failed.code, failed.out) == (2, "")
    assert said in failed.complaint


def test_an_indicator_that_is_misspelt(vankien: Call, store: Path) -> None:
    failed = vankien("query", "series", "-s", store, "-p", "indicator=forest-covr")
    assert "did you mean forest-cover" in failed.complaint
    failed = vankien("query", "series", "-s", store, "-p", "indicator=xxxxxxxxxx")
    assert "see: vankien query indicators" in failed.complaint


def test_a_fact_that_the_store_does_not_have(vankien: Call, store: Path) -> None:
    assert "not in this store" in vankien("query", "provenance", "-s", store, "-p", "fact=id/x").complaint


def test_a_parameter_given_twice(vankien: Call, store: Path) -> None:
    failed = vankien("query", "missed-targets", "-s", store, "-p", "report=bao-cao", "-p", "report=x")
    assert failed.complaint == "vankien: --param report: is given twice; a parameter has one value"


def test_no_command_gives_the_help_on_its_lines(vankien: Call) -> None:
    alone = vankien()
    assert (alone.code, alone.out) == (2, "")
    assert alone.err.startswith("Usage: vankien ")
    assert "\n  build " in alone.err


def test_a_parameter_without_a_value(vankien: Call, store: Path) -> None:
    failed = vankien("query", "missed-targets", "-s", store, "-p", "report")
    assert failed.code == 2
    assert "write it as NAME=VALUE" in failed.complaint


def test_a_query_in_the_place_of_its_name(vankien: Call, store: Path) -> None:
    failed = vankien("query", "SELECT * { ?s ?p ?o }", "-s", store)
    assert failed.code == 2
    assert failed.complaint.endswith("SPARQL is read from a .rq file or the standard input: vankien query -")


def test_an_unknown_query(vankien: Call, store: Path) -> None:
    failed = vankien("query", "mised-targets", "-s", store)
    assert failed.code == 2
    assert "did you mean missed-targets" in failed.complaint


def test_a_syntax_error_in_a_query(vankien: Call, store: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("SELECT ?x\nWHERE { ?x ?y }")
    failed = vankien("query", "q.rq", "-s", store)
    assert failed.code == 2
    assert failed.complaint == "vankien: the query has a syntax error at line 2, column 16: WHERE { ?x ?y }"


def test_an_update_is_no_query(vankien: Call, store: Path, tmp_path: Path) -> None:
    before = vankien("export", store, "-o", "-").out
    (tmp_path / "q.rq").write_text("DROP ALL")
    assert vankien("query", "q.rq", "-s", store).code == 2
    assert vankien("export", store, "-o", "-").out == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["facts"], "Missing argument"),
        (["facts", "x.txt", "--format", "xml"], "--format 'xml': use one of jsonl, table, csv"),
        (["show", "x.txt", "--stage", "letters"], "--stage 'letters': use one of lines"),
        (["validate", "kg", "--lang", "fr"], "--lang 'fr': use one of vi, en"),
        (["nonsense"], "No such command"),
        (["facts", "x.txt", "--nonsense"], "No such option"),
    ],
)
def test_bad_usage(vankien: Call, arguments: list[str], said: str) -> None:
    failed = vankien(*arguments)
    assert failed.code == 2
    assert said in failed.complaint
    assert failed.out == ""


def test_an_export_to_an_unknown_suffix(vankien: Call, store: Path) -> None:
    failed = vankien("export", store, "-o", "graph.xls")
    assert failed.code == 2
    assert "unknown suffix .xls" in failed.complaint


def test_a_base_that_is_no_iri(vankien: Call, reports: Path) -> None:
    failed = vankien("build", reports, "--base", "my graph")
    assert failed.code == 2
    assert "'my graph' is no http or https IRI" in failed.complaint


def test_an_unexpected_error_is_one_line(vankien: Call, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("two\nlines")

    monkeypatch.setattr("vankien.graph.asking.answers.ask", fail)
    failed = vankien("query", "documents", "-s", store)
    assert failed.code == 2
    assert "unexpected KeyError" in failed.complaint
    assert "please report this" in failed.complaint
    monkeypatch.setenv("VANKIEN_DEBUG", "1")
    with pytest.raises(KeyError):
        vankien("query", "documents", "-s", store)


def test_an_interruption(vankien: Call, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vankien.graph.asking.answers.ask", interrupt)
    failed = vankien("query", "documents", "-s", store)
    assert failed.code == 130
    assert failed.err.strip().splitlines()[-1] == "vankien: interrupted"


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_an_interruption_by_signal(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vankien", "query", "-", "-s", str(tmp_path / "none")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as waiting:
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(2)
        waiting.send_signal(signal.SIGINT)
        assert waiting.stderr is not None
        assert waiting.stderr.read().strip() == "vankien: interrupted"
    assert waiting.returncode == 130
