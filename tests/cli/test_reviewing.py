"""People correct facts in a sheet: from the store to the sheet, back, and through rebuilds."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import REPORT, Outcome
from vankien.explorer.responding.explorer import Explorer
from vankien.graph.access.opening import open_store
from vankien.graph.review.files import read_rows, rows_to_bytes
from vankien.graph.review.sheet import COLUMNS, Row, review_rows
from vankien.graph.terms.iris import Iris

Call = Callable[..., Outcome]
LAN = ("--by", "Nguyễn Thị Lan", "--date", "2026-11-29")
FOREST = "Tỷ lệ che phủ rừng"


@pytest.fixture
def kg(vankien: Call, store: Path, tmp_path: Path) -> Path:
    """A store of one report, `kg` in the current folder, with its report."""
    (tmp_path / "bao-cao.txt").write_text(REPORT, "utf-8")
    shutil.copytree(store, tmp_path / "kg")
    return tmp_path / "kg"


def sheet_of(vankien: Call, name: str = "review.csv") -> list[Row]:
    assert vankien("review", "kg", "-o", name).code == 0
    return [row for _, row in read_rows(Path(name))]


def fill(rows: list[Row], *chosen: tuple[str, str, dict[str, str]], name: str = "done.csv") -> Path:
    """Write a sheet with the named rows (by kind and beginning of the wording) filled in."""
    done = []
    for kind, wording, values in chosen:
        if values.get("action") in ("add", "bổ  sung"):
            done.append({"kind": kind, "report": "bao-cao", **values})
        else:
            row = next(r for r in rows if r["kind"] == kind and r["wording"].startswith(wording))
            done.append({**row, **values})
    path = Path(name)
    path.write_bytes(rows_to_bytes(done, path))
    return path


def values_of(vankien: Call, indicator: str = FOREST) -> list[str]:
    shown = json.loads(vankien("query", "congress-targets", "--store", "kg", "-f", "json").out)
    rows = shown["results"]["bindings"] if isinstance(shown, dict) else shown
    found = [r for r in rows if indicator in str(r["indicator"])]
    return sorted(str(r["value"]["value"] if isinstance(r["value"], dict) else r["value"]) for r in found)


def exported(vankien: Call) -> bytes:
    graphs = ("corrections", "computed", "loads")
    assert vankien("export", "kg", "-o", "all.nq", *(a for g in graphs for a in ("--with", g))).code == 0
    return Path("all.nq").read_bytes()


def test_the_round_trip(vankien: Call, kg: Path) -> None:
    """Edited, applied, asked; the same after a rebuild; reported when the sentence has changed; back when it is back."""
    sheet_of(vankien)
    before = values_of(vankien)
    with Path("review.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    names = [c.name for c in COLUMNS]
    line = next(r for r in table[1:] if r[names.index("kind")] == "target")
    line[names.index("action")], line[names.index("new_value")] = "edit", "56,5"
    with Path("done.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    applied = vankien("apply", "done.csv", "kg", *LAN)
    assert applied.code == 0, applied.err
    assert before == ["54"]
    assert values_of(vankien) == ["56.5"]

    once = exported(vankien)
    for options in (["--force"], ["--force", "--rebuild"]):
        assert vankien("build", "bao-cao.txt", "-o", "kg", *options).code == 0
        assert exported(vankien) == once

    Path("bao-cao.txt").write_text(REPORT.replace("trên 54%", "trên 55%"), "utf-8")
    assert vankien("build", "bao-cao.txt", "-o", "kg").code == 0
    assert values_of(vankien) == ["55"]
    assert "correction-text-changed" in vankien("query", "findings", "--store", "kg", "-f", "csv").out
    listed = vankien("review", "kg", "--list", "--lang", "en")
    assert "text changed" in listed.out
    assert "1 corrections, 1 of them do not fit" in listed.err

    Path("bao-cao.txt").write_text("\n" + REPORT, "utf-8")
    assert vankien("build", "bao-cao.txt", "-o", "kg").code == 0
    assert values_of(vankien) == ["56.5"]
    assert vankien("query", "findings", "--store", "kg", "-f", "csv").out.count("correction-") == 0

    Path("bao-cao.txt").write_text(REPORT.replace("tỷ lệ che phủ rừng đạt trên 54%; ", ""), "utf-8")
    assert vankien("build", "bao-cao.txt", "-o", "kg").code == 0
    assert "correction-without-fact" in vankien("query", "findings", "--store", "kg", "-f", "csv").out


@pytest.mark.parametrize(
    ("wrong", "edit", "add", "undo"),
    [pytest.param("wrong", "edit", "add", "undo", id="en"), pytest.param("Sai", "sửa", "bổ  sung", "bỏ sửa", id="vi")],
)
def test_all_actions_and_undo(vankien: Call, kg: Path, wrong: str, edit: str, add: str, undo: str) -> None:
    """Wrong, edit and add change the graph; undo of all of them gives the bytes from before."""
    rows, before = sheet_of(vankien), exported(vankien)
    first = {k: next(r["wording"] for r in rows if r["kind"] == k) for k in ("target", "observation")}
    new = {"line": "17", "quote": "Câu mới.", "new_indicator": "forest-cover", "new_value": "51,9", "new_unit": "%"}
    sheet = fill(
        rows,
        ("target", first["target"], {"action": edit, "new_indicator": "poverty-rate", "new_period": "2026"}),
        ("observation", first["observation"], {"action": wrong}),
        ("observation", "", {"action": add, **new, "new_period": "2024"}),
    )
    assert vankien("apply", sheet, "kg", *LAN).code == 0
    now = sheet_of(vankien)
    assert [r["correction"] for r in now if r["correction"].startswith("wrong")] == [
        "wrong (Nguyễn Thị Lan, 2026-11-29)"
    ]
    assert len(now) == len(rows) + 1, "what was read stays in the sheet, and what was added comes to it"
    assert vankien("validate", "--store", "kg").code == 0
    undone = [{**r, "action": undo} for r in now if r["correction"]]
    Path("undo.csv").write_bytes(rows_to_bytes(undone, Path("undo.csv")))
    assert vankien("apply", "undo.csv", "kg", *LAN).code == 0
    assert exported(vankien) == before


def test_why_names_who_corrected(vankien: Call, kg: Path) -> None:
    rows = sheet_of(vankien)
    sheet = fill(
        rows,
        ("target", "", {"action": "edit", "new_value": "56,5", "note": "xem trang 3"}),
        ("observation", "", {"action": "wrong"}),
    )
    assert vankien("apply", sheet, "kg", *LAN).code == 0
    with open_store(kg, read_only=True) as store:
        facts = {
            str(action.value): fact.value  # type: ignore[union-attr]
            for action, fact in store.rows("SELECT ?action ?fact { ?c vk:action ?action ; vk:corrects ?fact }")
        }
    edited = vankien("why", facts["edit"], "--store", "kg")
    assert "sửa (edit) Nguyễn Thị Lan, 2026-11-29: xem trang 3 " in edited.out
    wrong = vankien("why", facts["wrong"], "--store", "kg", "--lang", "en")
    assert wrong.code == 0
    assert "no longer there: a person marked it as misread" in wrong.out
    assert "corrected (wrong) Nguyễn Thị Lan, 2026-11-29 " in wrong.out


def test_corrections_outlive_the_document(vankien: Call, kg: Path) -> None:
    """They wait while the store does not have the report, and are in force again when it is back."""
    rows = sheet_of(vankien)
    assert vankien("apply", fill(rows, ("observation", "", {"action": "wrong"})), "kg", *LAN).code == 0
    once = exported(vankien)
    assert vankien("remove", "kg", "bao-cao").code == 0
    assert "report not in the store" in vankien("review", "kg", "--list", "--lang", "en").out
    assert vankien("build", "bao-cao.txt", "-o", "kg").code == 0
    assert exported(vankien) == once


def test_a_later_correction_stands(vankien: Call, kg: Path) -> None:
    rows = sheet_of(vankien)
    for value in ("56", "57"):
        sheet = fill(rows, ("target", "", {"action": "edit", "new_value": value}))
        assert vankien("apply", sheet, "kg", *LAN).code == 0
    assert values_of(vankien) == ["57"]
    assert vankien("review", "kg", "--list").out.count("Nguyễn Thị Lan") == 1


def test_xlsx_and_csv_are_equal(vankien: Call, kg: Path) -> None:
    assert sheet_of(vankien, "a.csv") == sheet_of(vankien, "b.xlsx")
    book = openpyxl.load_workbook("b.xlsx")
    sheet = book["review"]
    assert sheet.freeze_panes == "C2"
    lists = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert len(lists) == 5
    rows = sheet_of(vankien)
    chosen = ("target", "", {"action": "edit", "new_value": "56,125"})
    results = []
    for name in ("done.csv", "done.xlsx"):
        path = fill(rows, (*chosen[:2], {**chosen[2], "new_value": "56,1250"}), name=name)
        assert vankien("apply", path, "kg", *LAN).code == 0
        results.append(exported(vankien))
    assert results[0] == results[1]


def test_cells_typed_as_numbers_and_days(vankien: Call, kg: Path) -> None:
    """What Excel makes of typed cells means the same."""
    fill(sheet_of(vankien), ("target", "", {"action": "edit"}), name="done.xlsx")
    book = openpyxl.load_workbook("done.xlsx")
    sheet = book["review"]
    names = [c.name for c in COLUMNS]
    sheet.cell(2, names.index("new_value") + 1).value = 56.125
    sheet.cell(2, names.index("new_period") + 1).value = 2026
    book.save("done.xlsx")
    assert vankien("apply", "done.xlsx", "kg", *LAN).code == 0
    assert values_of(vankien) == ["56.125"]


def test_the_sheet_is_the_same_each_time_and_holds_no_formula(vankien: Call, kg: Path) -> None:
    sheet_of(vankien, "a.csv")
    sheet_of(vankien, "b.csv")
    written = Path("a.csv").read_bytes()
    assert written == Path("b.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    cells = [c for row in csv.reader(io.StringIO(written.decode("utf-8-sig"))) for c in row]
    assert [c for c in cells if c[:1] in "=+@" and c] == []
    evil = rows_to_bytes([{"note": "=HYPERLINK(1)", "quote": "+1+1"}], Path("x.csv")).decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in evil
    assert "'+1+1" in evil


BAD = {
    "unknown-action": ("target", {"action": "perhaps"}, "no action 'perhaps'"),
    "values-without-action": ("target", {"new_value": "5"}, "there is no action; write edit"),
    "edit-of-nothing": ("target", {"action": "edit"}, "nothing to edit"),
    "wrong-with-values": ("target", {"action": "wrong", "new_value": "5"}, "marked wrong"),
    "no-number": ("target", {"action": "edit", "new_value": "nhiều"}, "'nhiều' is no number"),
    "two-readings": ("target", {"action": "edit", "new_value": "4.200"}, "write 4200 or 4.2000"),
    "unknown-unit": ("target", {"action": "edit", "new_unit": "furlong"}, "no unit 'furlong'"),
    "unknown-comparator": ("target", {"action": "edit", "new_comparator": "≈≈"}, "no comparator '≈≈'"),
    "unknown-indicator": ("target", {"action": "edit", "new_indicator": "độ vui"}, "no indicator 'độ vui'"),
    "unknown-programme": ("target", {"action": "edit", "new_programme": "Đề án lạ"}, "no programme 'Đề án lạ'"),
    "no-period": ("target", {"action": "edit", "new_period": "sớm"}, "'sớm' is no period"),
    "upper-without-range": ("target", {"action": "edit", "new_upper": "60"}, "needs the comparator range"),
    "upside-down": ("target", {"action": "edit", "new_comparator": "range", "new_upper": "1"}, "below the value"),
    "field-of-another-kind": ("observation", {"action": "edit", "new_programme": "x"}, "does not apply"),
    "unknown-fact": ("target", {"action": "wrong", "fact": "statement/x/1"}, "no fact 'statement/x/1'"),
    "unknown-report": ("target", {"action": "wrong", "report": "khác"}, "no report 'khác'"),
    "value-overwritten": ("target", {"action": "edit", "value": "58", "new_value": "59"}, "new values into new_value"),
    "kind-changed": ("target", {"action": "wrong", "kind": "observation"}, "leave this column as it was"),
    "undo-of-nothing": ("target", {"action": "undo"}, "nothing was corrected here"),
    "add-without-line": ("target", {"action": "add"}, "line (none) is not in the report"),
    "add-beyond-the-end": ("target", {"action": "add", "line": "9999"}, "which has 21 lines"),
    "add-without-value": ("target", {"action": "add", "line": "5", "new_indicator": "forest-cover"}, "needs new_value"),
    "add-of-a-relation": ("relation", {"action": "add", "line": "5"}, "cannot be added"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_rows_are_named_and_nothing_is_applied(vankien: Call, kg: Path, case: str) -> None:
    kind, values, complaint = BAD[case]
    rows, before = sheet_of(vankien), exported(vankien)
    sheet = fill(rows, ("observation", "", {"action": "wrong"}), (kind, "", values))
    outcome = vankien("apply", sheet, "kg", *LAN)
    assert outcome.code == 2
    first, last = outcome.err.splitlines()
    assert first.startswith("vankien: error: done.csv:3: ")
    assert complaint in first
    assert last == "vankien: done.csv: 1 rows are wrong; nothing was applied"
    assert exported(vankien) == before


def test_one_fact_twice(vankien: Call, kg: Path) -> None:
    rows = sheet_of(vankien)
    sheet = fill(rows, ("target", "", {"action": "wrong"}), ("target", "", {"action": "edit", "new_value": "5"}))
    assert "corrects the same fact as row 2" in vankien("apply", sheet, "kg", *LAN).err


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("x.csv", b"a,b\n1,2\n", "has no column [fact]"),
        ("x.csv", b"", "is empty"),
        ("x.csv", "ả".encode("utf-16"), "is not UTF-8"),
        ("x.xlsx", b"no zip", "is no Excel workbook"),
        ("x.ods", b"", "unknown suffix .ods"),
        ("x.csv", b"[fact],[action],[kind],[report],[fact]\n", "has the column [fact] twice"),
    ],
    ids=["other-columns", "empty", "utf-16", "no-workbook", "suffix", "column-twice"],
)
def test_files_that_are_no_sheet(vankien: Call, kg: Path, name: str, content: bytes, complaint: str) -> None:
    Path(name).write_bytes(content)
    outcome = vankien("apply", name, "kg", *LAN)
    assert outcome.code == 2
    assert complaint in outcome.complaint


def test_check_changes_nothing(vankien: Call, kg: Path) -> None:
    rows, before = sheet_of(vankien), exported(vankien)
    outcome = vankien("apply", fill(rows, ("target", "", {"action": "wrong"})), "kg", "--check")
    assert outcome.code == 0
    assert "1 corrections" in outcome.err
    assert exported(vankien) == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["apply", "review.csv", "kg"], "--by"),
        (["apply", "review.csv", "kg", "--by", "Lan", "--date", "hôm nay"], "--date 'hôm nay'"),
        (["review", "kg"], "name a sheet to write"),
        (["review", "kg", "-o", "x.csv", "--kind", "wish"], "no kind 'wish'"),
        (["review", "kg", "-o", "x.csv", "--report", "khác"], "no report 'khác'"),
        (["review", "kg", "-o", "x.pdf"], "unknown suffix .pdf"),
    ],
    ids=["nobody", "no-day", "no-sheet", "kind", "report", "suffix"],
)
def test_bad_usage(vankien: Call, kg: Path, arguments: list[str], complaint: str) -> None:
    sheet_of(vankien)
    outcome = vankien(*arguments)
    assert outcome.code == 2
    assert complaint in outcome.complaint


def test_words_from_the_texts(vankien: Call, kg: Path, tmp_path: Path) -> None:
    """A published graph has no quotes; the lines come from the files."""
    assert vankien("publish", "kg", "-o", "published").code == 0
    assert vankien("review", "published", "-o", "bare.csv").code == 0
    assert {row["quote"] for _, row in read_rows(Path("bare.csv"))} == {""}
    assert vankien("review", "published", "-o", "full.csv", "--texts", tmp_path / "bao-cao.txt").code == 0
    quotes = {row.get("quote", "") for _, row in read_rows(Path("full.csv")) if row["kind"] == "target"}
    assert any("54%" in q for q in quotes)


def test_pages_show_who_corrected(vankien: Call, kg: Path) -> None:
    rows = sheet_of(vankien)
    sheet = fill(
        rows, ("target", "", {"action": "edit", "new_value": "56,5"}), ("observation", "", {"action": "wrong"})
    )
    assert vankien("apply", sheet, "kg", *LAN).code == 0
    with open_store(kg, read_only=True) as store:
        explorer = Explorer(store)
        one = next(c for c in explorer.book.corrections if c.made)
        target = next(s.target for s in explorer.book.statements if s.iri == one.made)
        page = explorer.respond(target.removeprefix("https://w3id.org/vankien/id/")).body.decode()
        assert "đã được sửa bởi Nguyễn Thị Lan" in page
        assert "máy đọc: &gt; 54 %" in page
        listed = explorer.respond("corrections").body.decode()
        assert "&gt; 54 %" in listed
        assert "trị số: 56,5" in listed
        assert (
            "corrected by"
            in explorer.respond("en/" + target.removeprefix("https://w3id.org/vankien/id/")).body.decode()
        )
        led = explorer.respond(one.fact.removeprefix("https://w3id.org/vankien/"))
        assert dict(led.headers)["Location"].partition("#")[0].endswith("corrections")
        assert review_rows(store, Iris(), kinds=["target"])
        explorer.close()
