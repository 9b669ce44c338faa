"""``vankien review`` and ``vankien apply``: people correct what was read, in a sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.options import DEFAULT_PLACE, GraphStoreUrl, Language, PlaceArgument, SamePlace, UpdateUrl, one_of
from vankien.cli.output import print_table, talk
from vankien.errors import BadUsage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vankien.graph.correcting.corrections import Entry
    from vankien.graph.review.applying import Checked
    from vankien.graph.review.sheet import Row
    from vankien.graph.stores.store import Store

_STATES = {
    "in-force": ("đang áp dụng", "in force"),
    "text-changed": ("văn bản đã thay đổi", "text changed"),
    "without-fact": ("không còn dữ kiện", "fact not found"),
    "without-document": ("văn kiện không có trong kho", "report not in the store"),
}
_COLUMNS = (
    ("văn kiện", "dòng", "loại", "nội dung", "trước", "sửa", "người sửa", "ngày", "tình trạng"),
    ("report", "line", "kind", "what", "before", "correction", "by", "on", "state"),
)


def _print_list(entries: list[Entry], language: int) -> None:
    rows = []
    for entry in entries:
        c, a = entry.correction, entry.correction.anchor
        new = ": ".join(filter(None, (c.action, ", ".join(f"{name} = {value}" for name, value in c.values))))
        state = _STATES[entry.outcome.state][language]
        rows.append([a.report, str(a.line), a.kind, a.label, a.words, new, c.by, c.on, state])
    print_table(_COLUMNS[language], rows, right=_COLUMNS[language][1:2])


def _lines(store: Store, folder: Path | None) -> Callable[[str, int], str]:
    """The text of a line, from the files that the store was read from; empty without them."""
    if folder is None:
        return lambda report, line: ""
    from vankien.explorer.book.read_book import read_book
    from vankien.explorer.documents.texts import find_texts

    texts = find_texts([folder], read_book(store))
    for refused in texts.refused:
        talk(f"{refused.path}: is not the text that the store was read from; its lines are left out")

    def words(report: str, line: int) -> str:
        lines = texts.lines(report)
        return lines[line - 1].text if 0 < line <= len(lines) else ""

    return words


def review(
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    out: Annotated[Path | None, typer.Option("-o", "--output", help="The sheet to write: .xlsx or .csv.")] = None,
    report: Annotated[
        list[str] | None, typer.Option("--report", metavar="ID", help="Only this report; repeat it.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only facts of this kind (target, observation ...); repeat it.")
    ] = None,
    texts: Annotated[
        Path | None, typer.Option("--texts", help="The reports, for the lines of a store without quotes.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="List the corrections, and which no longer fit.")] = False,
    lang: Language = "vi",
) -> None:
    """Write the facts to a sheet that people correct. With their evidence; --list lists what was corrected."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.access.remote import fetched
    from vankien.graph.building.carried import corrections_of
    from vankien.graph.review.files import rows_to_bytes
    from vankien.graph.review.sheet import review_rows
    from vankien.graph.serialising.export import write
    from vankien.graph.stores.address import place_of
    from vankien.graph.terms.iris import Iris

    lang, place = one_of(lang, ("vi", "en"), "--lang"), same or store
    if listing == (out is not None):
        raise BadUsage("name a sheet to write with -o FILE.xlsx or FILE.csv, or use --list")
    with fetched(place_of(place)) as path, open_store(path, read_only=True) as opened:
        if out is None:
            entries = corrections_of(opened, Iris())
            wanted = [e for e in entries if not report or e.report in report]
            _print_list(wanted, int(lang == "en"))
            unfit = sum(e.outcome.state != "in-force" for e in wanted)
            talk(f"{place}: {len(wanted)} corrections, {unfit} of them do not fit the store as it is now")
            return
        words = _lines(opened, texts)
        rows = review_rows(opened, Iris(), reports=report or (), kinds=kind or (), lang=lang, words=words)
    write(rows_to_bytes(rows, out), str(out))
    talk(f"{out}: {len(rows)} facts; correct them, then: vankien apply {out} {place} --by NAME")


def _day(written: str | None) -> str:
    try:
        return date.fromisoformat(written).isoformat() if written else datetime.now(UTC).date().isoformat()
    except ValueError:
        raise BadUsage(f"--date {written!r}: write a date such as 2026-11-29") from None


def _apply(
    path: Path, rows: Sequence[tuple[int, Row]], by: str, day: str, *, check: bool
) -> tuple[Checked, tuple[int, int] | None]:
    """What a sheet asks of a store and, if it is applied, the numbers of corrections and quads that the store then holds."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.building.build import save_corrections
    from vankien.graph.review.applying import check_rows
    from vankien.graph.stores.writing import writing
    from vankien.graph.terms.iris import Iris

    with open_store(path, read_only=True) as opened:
        checked = check_rows(rows, opened, Iris(), by, day)
    if check or checked.problems or not (checked.corrections or checked.undone):
        return checked, None
    with writing(path):
        return checked, save_corrections(path, checked.change)


def apply(
    sheet: Annotated[Path, typer.Argument(help="A sheet of vankien review that was corrected: .csv or .xlsx.")],
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who corrected it.")] = "",
    on: Annotated[str | None, typer.Option("--date", help="When.", show_default="today")] = None,
    check: Annotated[bool, typer.Option("--check", help="Only check the sheet.")] = False,
    update_url: UpdateUrl = None,
    graph_store_url: GraphStoreUrl = None,
) -> None:
    """Check a corrected sheet and apply it. All of it or, if a row is wrong, nothing."""
    from vankien.graph.access.remote import change_at
    from vankien.graph.review.files import read_rows
    from vankien.graph.stores.address import place_of

    place, by, day = place_of(same or store, update_url, graph_store_url), " ".join(by.split()), _day(on)
    if not by and not check:
        raise BadUsage('who corrected it? add --by "NAME"')
    rows = read_rows(sheet)
    checked, stored = change_at(place, lambda path: _apply(path, rows, by or "?", day, check=check))
    for number, problem in checked.problems:
        talk(f"error: {sheet}:{number}: {problem}")
    found = f"{len(checked.corrections)} corrections, {len(checked.undone)} to undo"
    if checked.problems:
        talk(f"{sheet}: {len(checked.problems)} rows are wrong; nothing was applied")
        raise typer.Exit(2)
    if stored is None:
        talk(f"{sheet}: {found} in {len(rows)} rows, no mistakes; nothing was applied")
        return
    talk(f"{place}: {found}; {stored[0]} in the store, {stored[1]:,} quads")


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Examples: vankien review kg -o review.xlsx --kind target; vankien review kg --list")(review)
    app.command(epilog='Example: vankien apply review.xlsx kg --by "Nguyễn Văn A" --date 2026-11-29')(apply)
