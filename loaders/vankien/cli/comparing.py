"""``vankien diff``: what changed between two stores, in words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.options import Language, one_of
from vankien.cli.output import print_table, talk
from vankien.errors import BadUsage

if TYPE_CHECKING:
    from vankien.graph.serialising.diff import Change

_CHANGES = {
    "added": ("thêm", "added"),
    "gone": ("mất", "gone"),
    "changed": ("đổi", "changed"),
    "moved": ("dời dòng", "moved"),
}
"""The words for what happened, in Vietnamese and English."""
_COLUMNS = (
    ("văn kiện", "thay đổi", "loại", "nội dung", "trước", "sau", "dòng trước", "dòng sau"),
    ("report", "change", "kind", "what", "before", "after", "line before", "line after"),
)


def _print_table(changes: Sequence[Change], language: int) -> None:
    from vankien.graph.serialising.diff import KINDS, OTHER

    kinds = {kind.name: (kind.vi, kind.name) for kind in KINDS} | {OTHER: ("phần khác", "other statements")}
    rows = [
        [
            c.report,
            _CHANGES[c.change][language],
            kinds[c.kind][language],
            c.label,
            c.before,
            c.after,
            str(c.line_before or ""),
            str(c.line_after or ""),
        ]
        for c in changes
    ]
    print_table(_COLUMNS[language], rows, right=_COLUMNS[language][-2:])


def _summary(changes: Sequence[Change], language: int) -> str:
    if not changes:
        return ("không có gì thay đổi", "nothing changed")[language]
    counts = Counter[str](c.change for c in changes)
    said = ", ".join(f"{counts[c]} {words[language]}" for c, words in _CHANGES.items() if counts[c])
    reports = len({c.report for c in changes})
    return said + (f", ở {reports} văn kiện", f", in {reports} reports")[language]


def diff(
    before: Annotated[
        str,
        typer.Argument(metavar="A", help="A store, an RDF file, a published graph, or the URL of a SPARQL endpoint."),
    ],
    after: Annotated[str | None, typer.Argument(metavar="[B]", help="The same, later.", show_default=False)] = None,
    same: Annotated[
        str | None,
        typer.Option("--store", "-s", "--endpoint", help="The same as B.", show_default=False, metavar="B"),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="table or json.")] = "table",
    moved: Annotated[bool, typer.Option("--moved", help="List facts that only stand on another line, too.")] = False,
    lang: Language = "vi",
) -> None:
    """Say what changed from A to B, by document. Facts are added, gone, or have another value. Exit code 1 if something
    changed."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.access.remote import fetched
    from vankien.graph.serialising.diff import compare_stores
    from vankien.graph.stores.address import place_of

    format = one_of(format, ("table", "json"), "--format")
    language = ("vi", "en").index(one_of(lang, ("vi", "en"), "--lang"))
    later = same or after
    if later is None or (same and after):
        raise BadUsage("name two stores to compare: vankien diff A B, or vankien diff A --endpoint URL")
    with (
        fetched(place_of(before)) as a,
        fetched(place_of(later)) as b,
        open_store(a, read_only=True) as first,
        open_store(b, read_only=True) as second,
    ):
        changes = list(compare_stores(first, second, (a, b), lang))
    if format == "json":
        print("[" + ",\n ".join(json.dumps(asdict(c), ensure_ascii=False) for c in changes) + "]")
    elif shown := [c for c in changes if moved or c.change != "moved"]:
        _print_table(shown, language)
    talk(f"{before} → {later}: {_summary(changes, language)}")
    raise typer.Exit(1 if changes else 0)


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(epilog="Example: vankien diff kg-2023 kg --lang en")(diff)
