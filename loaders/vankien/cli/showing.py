"""``vankien facts`` and ``vankien show``: one report, as far as a stage reads it. No RDF library is loaded but the
reader of the lists."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from vankien.cli.output import print_table, talk
from vankien.facts import fact_to_record, find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Outline, Report
from vankien.report import read_report, report_to_outline

_FIRST = ("type", "line", "lines")
_NAMES = ("indicator", "name", "title", "about", "subject", "org", "code")
_DETAILS = (
    "code",
    "genre",
    "relation",
    "object",
    "comparator",
    "value",
    "upper",
    "unit",
    "per",
    "by",
    "period",
    "as_of",
    "status",
    "verdict",
    "percent",
    "kind",
    "level",
    "ordinal",
    "term",
    "date",
    "set_by",
    "scope",
)


def _outline(file: Path) -> Outline:
    return report_to_outline(read_report(file), read_lexicon())


def _records(outline: Outline) -> list[dict[str, object]]:
    return [fact_to_record(fact) for fact in find_facts(outline, read_lexicon()).facts]


def print_facts(file: Path, format: str) -> None:
    """Print the fact records of one report as JSON lines, CSV or a table."""
    records = _records(_outline(file))
    if not records:
        talk(f"{file}: no facts found; see how it was read: vankien show {file} --stage sentences")
    if format == "jsonl":
        for record in records:
            print(json.dumps(record, ensure_ascii=False))
    elif format == "csv":
        fields = [*_FIRST, *dict.fromkeys(k for r in records for k in r if k not in _FIRST)]
        writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
    else:
        _print_fact_table(records)


def _print_fact_table(records: list[dict[str, object]]) -> None:
    rows = []
    for record in records:
        name = next((n for n in _NAMES if record.get(n)), "")
        details = (f"{key} {record[key]}" for key in _DETAILS if key != name and record.get(key) is not None)
        lines = record.get("line", record.get("lines", ""))
        rows.append([str(record["type"]), str(lines).strip("[]"), str(record.get(name, "")), ", ".join(details)])
    print_table(("type", "line", "what", "details"), rows, right=("line",))


# --- stages ---------------------------------------------------------------------------------------------------


def _lines(report: Report) -> Iterator[str]:
    page = None
    for line in report.lines:
        if line.page != page:
            page = line.page
            yield f"--- page {page}"
        yield f"{line.number:>6}  {line.text}"


def _pages(report: Report) -> Iterator[str]:
    from vankien.report.page.pages import report_to_pages

    pages, page = report_to_pages(report), 0
    for line in pages.body:
        if line.page != page:
            page = line.page
            yield f"--- page {page}"
        yield f"{line.passage.first_line:>6}  {line.passage.text}"
    for note in pages.footnotes:
        yield f"{note.passage.first_line:>6}  [{note.mark}] {note.passage.text}"


def _sections(outline: Outline) -> Iterator[str]:
    if outline.parts:
        for part in outline.parts:
            yield from _sections(part)
        return
    for passage in outline.letterhead:
        yield f"{passage.first_line:>6}  | {passage.text}"
    for heading in outline.headings:
        yield f"{heading.title.first_line:>6}  {'  ' * heading.depth}{heading.label} {heading.title.text}".rstrip()
    for passage in outline.closing:
        yield f"{passage.first_line:>6}  | {passage.text}"


def _tables(outline: Outline) -> Iterator[str]:
    for table in outline.tables:
        yield f"{table.first_line:>6}  {table.title} (lines {table.first_line}-{table.last_line})"
        yield " " * 8 + " | ".join(table.header)
        for row in table.rows:
            yield f"{row.first_line:>6}  " + " | ".join(cell.text for cell in row.cells)


def _sentences(outline: Outline) -> Iterator[str]:
    for sentence in outline.sentences:
        mark = f"[{sentence.context.footnote}] " if sentence.context.footnote is not None else ""
        yield f"{sentence.passage.first_line:>6}  {mark}{sentence.text}"


def _restored(report: Report) -> Iterator[str]:
    from vankien.report import restore_pages
    from vankien.report.page.pages import report_to_pages
    from vankien.report.restoration.restore import typed_share

    pages = report_to_pages(report)
    after, _, changes = restore_pages(report, pages, read_lexicon())
    for page in range(1, pages.count + 1):
        before = [line for line in pages.body if line.page == page]
        share = typed_share(" ".join(line.text for line in before))
        yield f"--- page {page}: {share:.1%} of the letters are typed Vietnamese"
        shown = {line.number: line.text for line in after.body if line.page == page}
        for line in before:
            yield f"{line.number:>6}  {line.text}"
            if shown.get(line.number, line.text) != line.text:
                yield f"{'':>6}> {shown[line.number]}"
    yield f"--- {len(changes):,} words restored"


_OF_REPORT: dict[str, Callable[[Report], Iterator[str]]] = {"lines": _lines, "pages": _pages, "restored": _restored}
_OF_OUTLINE: dict[str, Callable[[Outline], Iterator[str]]] = {
    "sections": _sections,
    "tables": _tables,
    "sentences": _sentences,
}
STAGES = (*_OF_REPORT, *_OF_OUTLINE, "facts")
"""The stages that can be shown, in the order of the reading."""


def print_stage(file: Path, stage: str) -> None:
    """Print what one stage makes of a report, each line with the number of its source line."""
    if stage == "facts":
        print_facts(file, "table")
        return
    lines = _OF_REPORT[stage](read_report(file)) if stage in _OF_REPORT else _OF_OUTLINE[stage](_outline(file))
    for line in lines:
        print(line)
