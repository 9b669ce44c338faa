"""build, read, merge, remove, extract and diff as they are called."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def export(vankien: Call, store: str) -> str:
    return str(vankien("export", store, "-o", "-", "--with", "computed").out)


def test_build_says_what_was_read_and_what_was_not(vankien: Call, reports: Path) -> None:
    assert "2 of 2 reports read (2 new, 0 replaced), " in vankien("build", reports).err
    again = vankien("build", reports)
    assert again.complaint == "vankien: kg: 2 unchanged, nothing to store"
    assert (again.code, again.out) == (0, "")
    path = reports / "bao-cao.txt"
    path.write_text(path.read_text("utf-8").replace("7,5%", "7,6%"), "utf-8")
    assert "1 of 1 reports read (0 new, 1 replaced), 1 unchanged, " in vankien("build", reports).err
    assert "2 of 2 reports read (0 new, 2 replaced), " in vankien("build", reports, "--force").err


def test_shards_are_read_and_merged(vankien: Call, reports: Path) -> None:
    vankien("build", reports, "-o", "whole")
    for number in "12":
        read = vankien("read", reports, "-o", f"parts-{number}", "--shard", f"{number}/2")
        assert read.code == 0
        assert f"reports read (shard {number}/2)" in read.err
    merged = vankien("merge", "parts-1", "parts-2", "-o", "merged")
    assert "2 of 2 reports merged (2 new, 0 replaced), " in merged.err
    assert export(vankien, "merged") == export(vankien, "whole")


def test_a_share_without_documents_is_a_folder_too(vankien: Call, reports: Path) -> None:
    (reports / "nghi-quyet.txt").unlink(missing_ok=True)
    numbers = [str(number) for number in range(1, 10)]
    for number in numbers:
        assert vankien("read", reports, "-o", f"p{number}", "--shard", f"{number}/9").code == 0
    assert vankien("merge", *(f"p{number}" for number in numbers), "-o", "merged").code == 0


def test_reading_again_reads_nothing(vankien: Call, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vankien("read", reports, "-o", "parts", "-j", "1")
    before = {p.name: p.stat().st_mtime_ns for p in Path("parts").iterdir()}
    assert "2 of 2 reports read" in vankien("read", reports, "-o", "parts", "-j", "1").err
    assert {p.name: p.stat().st_mtime_ns for p in Path("parts").iterdir()} == before


def test_an_unreadable_report_keeps_no_other_from_being_read(vankien: Call, reports: Path) -> None:
    (reports / "broken.txt").write_bytes(b"\xff")
    read = vankien("read", reports, "-o", "parts")
    assert read.code == 2
    assert "2 of 3 reports read" in read.err
    assert "broken.txt:1: byte 0xff is not UTF-8" in read.err


def test_a_report_is_removed(vankien: Call, reports: Path) -> None:
    vankien("build", reports)
    removed = vankien("remove", "kg", reports / "bao-cao.txt")
    assert removed.code == 0
    assert "kg: 1 removed, " in removed.err
    listed = json.loads(vankien("query", "documents", "-f", "json").out)
    assert [row["report"] for row in listed] == ["nghi-quyet"]


def test_a_report_that_is_not_there_is_not_removed(vankien: Call, reports: Path) -> None:
    vankien("build", reports)
    failed = vankien("remove", "kg", "bao-cao", "none")
    assert failed.code == 2
    assert failed.complaint == "vankien: kg: has no report 'none'; see: vankien query documents --store kg"
    assert vankien("remove", "none", "bao-cao").complaint.startswith("vankien: none: no store here")


def test_some_documents_are_asked_and_extracted(vankien: Call, reports: Path) -> None:
    vankien("build", reports)
    asked = vankien("query", "documents", "--only", "bao-cao", "-f", "json")
    assert [row["report"] for row in json.loads(asked.out)] == ["bao-cao"]
    extracted = vankien("extract", "bao-cao", "-o", "part")
    assert (extracted.code, extracted.complaint) == (0, "vankien: part: 1 documents: bao-cao")
    assert json.loads(vankien("query", "documents", "--store", "part", "-f", "json").out) == json.loads(asked.out)
    vankien("remove", "kg", "nghi-quyet")
    assert export(vankien, "part") == export(vankien, "kg")


def test_a_part_of_nothing_or_in_the_place_of_a_store(vankien: Call, reports: Path) -> None:
    vankien("build", reports)
    failed = vankien("query", "documents", "--only", "none")
    assert failed.code == 2
    assert failed.complaint.startswith("vankien: no report, congress or place 'none' in this store; see: vankien query")
    assert (
        vankien("extract", "bao-cao", "-o", "kg").complaint
        == "vankien: kg: is a store already; name another folder with -o"
    )


def test_a_wrong_shard_and_a_silent_cluster(vankien: Call, reports: Path) -> None:
    assert "--shard '3/2': write it as i/n" in vankien("read", reports, "-o", "p", "--shard", "3/2").complaint
    assert "is damaged" not in vankien("merge", reports, "-o", "kg").complaint
    assert "no folder of parts" in vankien("merge", reports, "-o", "kg").complaint


# --- diff -------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(vankien: Call, reports: Path) -> None:
    """A store before and after a report was edited."""
    vankien("build", reports, "-o", "before")
    path = reports / "bao-cao.txt"
    text = path.read_text("utf-8").replace("đạt 51,2%", "đạt 51,9%").replace("BÁO CÁO\n", "\nBÁO CÁO\n")
    path.write_text(text, "utf-8")
    vankien("build", reports, "-o", "after")


@pytest.mark.usefixtures("two")
def test_differences_are_told_in_both_languages(vankien: Call) -> None:
    told = vankien("diff", "before", "after")
    assert told.code == 1
    assert "51.2" in told.out
    assert "51.9" in told.out
    assert "số liệu" in told.out
    assert "dời dòng, ở 1 văn kiện" in told.err
    english = vankien("diff", "before", "after", "--lang", "en", "--moved")
    assert "observation" in english.out
    assert "moved" in english.out
    assert "in 1 reports" in english.err


@pytest.mark.usefixtures("two")
def test_differences_as_json(vankien: Call) -> None:
    records = json.loads(vankien("diff", "before", "after", "-f", "json").out)
    assert {r["change"] for r in records} == {"changed", "moved"}
    (value,) = [r for r in records if r["change"] == "changed" and r["kind"] == "observation"]
    assert (value["report"], value["line_after"] - value["line_before"]) == ("bao-cao", 1)


@pytest.mark.usefixtures("two")
def test_no_difference_is_exit_code_0(vankien: Call) -> None:
    same = vankien("diff", "before", "before", "--lang", "en")
    assert (same.code, same.out) == (0, "")
    assert same.complaint.endswith("nothing changed")
    assert json.loads(vankien("diff", "after", "after", "-f", "json").out) == []
