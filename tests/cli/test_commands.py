from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
import typer

from vankien import __version__
from vankien.cli import app
from vankien.cli.completing import query_names, query_parameters
from vankien.graph.asking.catalogue import names, queries

Call = Callable[..., Any]


def test_version(vankien: Call) -> None:
    assert vankien("--version").out == f"vankien {__version__}\n"


@pytest.mark.parametrize("command", ["build", "facts", "show", "validate", "queries", "query", "export"])
def test_every_command_has_help_with_an_example(vankien: Call, command: str) -> None:
    shown = vankien(command, "--help")
    assert shown.code == 0
    assert f"vankien {command}" in shown.out
    assert "Example" in shown.out


def test_the_list_of_commands_cuts_no_sentence(vankien: Call) -> None:
    assert "..." not in vankien("--help").out.partition("Commands:")[2]


def test_help_is_fast_and_loads_no_heavy_library() -> None:
    code = (
        "import sys, time; start = time.process_time()\n"
        "from vankien.cli import run\n"
        "run(['--help'])\n"
        "spent = time.process_time() - start\n"
        "print(sorted({'rdflib', 'pyshacl', 'owlready2', 'networkx', 'oxrdflib'} & set(sys.modules)), spent, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded, spent = done.stderr.rsplit(" ", 1)
    assert loaded == "[]"
    assert float(spent) < 2


def test_facts_loads_no_rdflib(reports: Path) -> None:
    code = (
        "import sys\nfrom vankien.cli import run\nassert run(['facts', sys.argv[1]]) == 0\n"
        "print({'rdflib', 'pyshacl', 'owlready2', 'networkx'} & set(sys.modules), file=sys.stderr)"
    )
    argument = str(reports / "bao-cao.txt")
    done = subprocess.run([sys.executable, "-c", code, argument], capture_output=True, text=True, check=True)
    assert done.stderr == "set()\n"


# --- build ------------------------------------------------------------------------------------------------------


def test_build_reads_folders_and_prints_counts(vankien: Call, reports: Path) -> None:
    built = vankien("build", reports, "-o", "kg")
    assert built.code == 0
    rows = [line.split()[0] for line in built.out.splitlines() if line.strip()]
    assert rows[0] == "report"
    assert rows[2:] == ["bao-cao", "nghi-quyet", "total"]
    assert "2 of 2 reports read" in built.err


def test_a_report_without_facts_is_named(vankien: Call, reports: Path) -> None:
    (reports / "short.txt").write_text("Kính gửi: các cơ quan.\n", "utf-8")
    said = "short.txt: no facts found; see how it was read: vankien show "
    assert said in vankien("facts", reports / "short.txt").complaint
    built = vankien("build", reports)
    assert built.code == 0
    assert built.err.count(said) == built.err.count("no facts found") == 1


def test_build_adds_to_a_store_and_rebuilds_it(vankien: Call, reports: Path) -> None:
    vankien("build", reports / "bao-cao.txt")
    vankien("build", reports / "sub" / "nghi-quyet.md")
    listed = json.loads(vankien("query", "documents", "-f", "json").out)
    assert [row["report"] for row in listed] == ["bao-cao", "nghi-quyet"]
    vankien("build", reports / "bao-cao.txt", "--rebuild")
    listed = json.loads(vankien("query", "documents", "-f", "json").out)
    assert [row["report"] for row in listed] == ["bao-cao"]


def test_the_store_comes_from_the_environment(vankien: Call, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_STORE", "elsewhere")
    vankien("build", reports)
    assert Path("elsewhere", "CURRENT").exists()
    assert vankien("query", "documents").code == 0


def test_the_order_of_reading_does_not_show(vankien: Call, reports: Path) -> None:
    vankien("build", reports, "-o", "one", "--jobs", "1")
    vankien("build", reports, "-o", "two", "--jobs", "2")
    assert vankien("export", "one", "-o", "-").out == vankien("export", "two", "-o", "-").out


# --- facts and show ---------------------------------------------------------------------------------------------


def test_facts_are_json_lines(vankien: Call, reports: Path) -> None:
    records = [json.loads(line) for line in vankien("facts", reports / "bao-cao.txt").out.splitlines()]
    assert records[0]["type"] == "source"
    assert records[0]["code"] == "12-BC/TU"


def test_facts_as_csv_and_table(vankien: Call, reports: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(vankien("facts", reports / "bao-cao.txt", "-f", "csv").out)))
    assert rows[0]["type"] == "source"
    assert "12-BC/TU" in vankien("facts", reports / "bao-cao.txt", "-f", "table").out


@pytest.mark.parametrize("stage", ["lines", "pages", "sections", "tables", "sentences", "facts"])
def test_every_stage_can_be_shown(vankien: Call, reports: Path, stage: str) -> None:
    shown = vankien("show", reports / "bao-cao.txt", "--stage", stage)
    assert shown.code == 0
    assert (stage == "tables") or "Sơn Bình" in shown.out or "SƠN BÌNH" in shown.out


# --- validate ---------------------------------------------------------------------------------------------------


def test_validate_a_store(vankien: Call, store: Path) -> None:
    checked = vankien("validate", store, "--format", "json")
    findings = json.loads(checked.out)
    violations = [f for f in findings if f["severity"] == "Violation"]
    assert checked.code == (1 if violations else 0)
    assert "1 documents validated" in checked.err


def test_validate_a_file_with_a_violation(vankien: Call, store: Path) -> None:
    lines = vankien("export", store, "-o", "-").out.splitlines(keepends=True)
    Path("bad.nq").write_text("".join(line for line in lines if "ontology#lineCount>" not in line), "utf-8")
    checked = vankien("validate", "bad.nq", "--format", "table", "--lang", "en")
    assert checked.code == 1
    assert "Violation" in checked.out
    report = vankien("validate", "bad.nq", "--format", "ttl")
    assert len(rdflib.Graph().parse(data=report.out, format="turtle")) > 0


# --- queries ----------------------------------------------------------------------------------------------------


def test_queries_are_listed_and_described(vankien: Call) -> None:
    listed = vankien("queries", "--lang", "en").out
    assert all(name in listed for name in names())
    described = vankien("queries", "congress-targets").out
    assert "Mục tiêu của đại hội" in described
    assert "congress" in described


def test_names_of_queries_complete() -> None:
    assert query_names("miss") == ["missed-targets"]


@pytest.mark.parametrize(
    ("name", "incomplete", "expected"),
    [
        ("missed-targets", "", ["congress=", "report=", "lang="]),
        ("missed-targets", "la", ["lang="]),
        ("missed-targets", "lang=", ["lang=vi", "lang=en"]),
        ("stated-verdicts", "verdict=mi", ["verdict=missed"]),
        ("no-such-query", "", []),
    ],
)
def test_names_and_values_of_parameters_complete(name: str, incomplete: str, expected: list[str]) -> None:
    command = typer.main.get_command(app)
    context = typer.Context(command)
    context.params["name"] = name
    assert query_parameters(context, incomplete) == expected


def test_labels_come_in_the_language_of_the_option(vankien: Call, store: Path) -> None:
    def genre(*options: str) -> str:
        answered = vankien("query", "documents", "-s", store, "-f", "json", *options)
        return str(json.loads(answered.out)[0]["genre"])

    assert genre() == genre("--lang", "vi") == "Báo cáo"
    assert genre("--lang", "en") == "report"
    assert genre("--lang", "en", "-p", "lang=vi") == "Báo cáo"
    assert vankien("query", "documents", "-s", store, "--lang", "fr").complaint.startswith("vankien: --lang 'fr'")


def test_the_page_about_the_queries(vankien: Call, store: Path) -> None:
    page = vankien("queries", "--markdown", "-s", store)
    assert page.code == 0
    assert page.out.startswith("# Questions")
    assert all(f"## `{name}`" in page.out for name in names())


def test_all_questions_can_be_asked_once(vankien: Call, store: Path) -> None:
    asked = vankien("queries", "--ask-all", "-s", store)
    assert asked.code == 0
    assert sorted(line.split(":")[1].strip() for line in asked.err.splitlines()) == sorted(
        q.name for q in queries() if q.name != "provenance"
    )


@pytest.mark.parametrize("format", ["table", "csv", "json", "md"])
def test_answers_in_every_format(vankien: Call, store: Path, format: str) -> None:
    answered = vankien("query", "documents", "-s", store, "-f", format)
    assert answered.code == 0
    assert "12-BC/TU" in answered.out


def test_construct_as_turtle(vankien: Call, store: Path) -> None:
    Path("q.rq").write_text("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3")
    answered = vankien("query", "q.rq", "-s", store, "-f", "ttl")
    assert len(rdflib.Graph().parse(data=answered.out, format="turtle")) == 3


def test_a_query_from_the_standard_input(vankien: Call, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT (COUNT(*) AS ?n) { ?s a vk:Document }"))
    assert vankien("query", "-", "-s", store, "-f", "csv").out.splitlines()[0] == "n"


def test_parameters_reach_the_query(vankien: Call, store: Path) -> None:
    def asked(*given: str) -> list[object]:
        found: list[object] = json.loads(vankien("query", "targets-and-results", "-s", store, *given, "-f", "json").out)
        return found

    assert asked() == asked("-p", "congress=son-binh-14") != []
    found = json.loads(vankien("query", "facts-on-lines", "-s", store, "-p", "from=1", "-p", "to=1", "-f", "json").out)
    assert {row["line"] for row in found} <= {1}


# --- export -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "nt", "jsonld"])
def test_export_writes_the_same_bytes_each_time(vankien: Call, store: Path, suffix: str) -> None:
    for name in ("one", "two"):
        assert vankien("export", store, "-o", f"{name}.{suffix}").code == 0
    assert Path(f"one.{suffix}").read_bytes() == Path(f"two.{suffix}").read_bytes()
    assert sorted(p.name for p in Path().iterdir() if p.is_file()) == [f"one.{suffix}", f"two.{suffix}"]


def test_export_to_the_standard_output(vankien: Call, store: Path) -> None:
    assert vankien("export", store, "-o", "-", "-f", "ttl").out.startswith("@prefix")


def test_export_without_quotes(vankien: Call, store: Path) -> None:
    assert "#exact>" in vankien("export", store, "-o", "-").out
    assert "#exact>" not in vankien("export", store, "-o", "-", "--no-quotes").out


def test_an_exported_file_can_be_asked(vankien: Call, store: Path) -> None:
    vankien("export", store, "-o", "graph.trig")
    rows = json.loads(vankien("query", "documents", "-s", "graph.trig", "-f", "json").out)
    assert [row["code"] for row in rows] == ["12-BC/TU"]


def test_a_reader_that_goes_away_is_no_error(store: Path) -> None:
    command = f"{sys.executable} -m vankien export {store} -o - | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_no_colour_where_no_terminal_is(vankien: Call, store: Path) -> None:
    assert "\x1b" not in vankien("query", "documents", "-s", store).out
    assert os.environ.get("NO_COLOR") is None
