"""The answer to a query: columns and rows, or triples; as CSV, JSON, Markdown or Turtle."""

from __future__ import annotations

import csv
import io
import json
import time
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from vankien.errors import BadUsage, StoreError
from vankien.graph.stores.kept import SLOW, Table, find_kept, keep
from vankien.graph.stores.store import Cell, Row, Store, one_line
from vankien.graph.terms.iris import base_iri
from vankien.graph.terms.vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of terms (None where a variable is unbound); or, for CONSTRUCT, the triples."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    triples: tuple[ox.Triple, ...] | None = None


def ask(store: Store, text: str) -> Answer:
    """Run a query to its end. ASK gives one cell, CONSTRUCT and DESCRIBE give triples, sorted. What took long is kept
    beside a store on disk, and given again while it does not change (`kept`).

    Raises `QueryError` for a query that cannot be run and `StoreError` for a store that cannot be read.
    """
    if store.path is None or store.state is None:
        return _ask(store, text)
    if found := find_kept(store.path, store.state, text):
        return _to_answer(found)
    start = time.perf_counter()
    answer = _ask(store, text)
    if time.perf_counter() - start > SLOW:
        keep(store.path, store.state, text, Table(answer.columns, answer.rows, answer.triples is not None))
    return answer


def _to_answer(kept: Table) -> Answer:
    """A kept answer as it was given the first time."""
    triples = tuple(map(_to_triple, kept.rows)) if kept.are_triples else None
    return Answer(kept.columns, kept.rows, triples)


def _to_triple(row: Row) -> ox.Triple:
    subject, predicate, thing = row
    return ox.Triple(subject, predicate, thing)  # type: ignore[arg-type]  # cells of a triple, as they were kept


def _ask(store: Store, text: str) -> Answer:
    result = store.query(text)
    try:
        if isinstance(result, ox.QuerySolutions):
            columns = tuple(v.value for v in result.variables)
            return Answer(columns, tuple(tuple(row) for row in result))
        if isinstance(result, ox.QueryTriples):
            triples = tuple(sorted(result, key=str))
            return Answer(
                ("subject", "predicate", "object"), tuple((t.subject, t.predicate, t.object) for t in triples), triples
            )
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{store.place}: cannot be read: {one_line(error)}") from None
    truth = Literal("true" if result else "false", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#boolean"))
    return Answer(("answer",), ((truth,),))


def to_text(cell: Cell) -> str:
    """A cell as plain text: the value of a literal, the whole IRI, nothing for an unbound variable."""
    if cell is None:
        return ""
    return cell.value if isinstance(cell, NamedNode | Literal) else str(cell)


def to_short_text(cell: Cell) -> str:
    """A cell for a person's eyes: IRIs of the graph without the base (as parameters take them), others with prefixes."""
    if not isinstance(cell, NamedNode):
        return to_text(cell)
    base = base_iri()
    if cell.value.startswith((f"{base}id/", f"{base}graph/", f"{base}concept/")):
        return cell.value.removeprefix(base)
    for prefix, iri in PREFIXES.items():
        if cell.value.startswith(iri):
            return f"{prefix}:{cell.value.removeprefix(iri)}"
    return cell.value


def to_csv(answer: Answer) -> str:
    """Comma-separated values with a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([to_text(cell) for cell in row] for row in answer.rows)
    return out.getvalue()


def plain_value(cell: Cell) -> object:
    """A number or truth as one of Python, other cells as texts, None for an unbound variable."""
    if isinstance(cell, Literal) and cell.datatype.value.endswith(("#integer", "#decimal", "#boolean")):
        try:
            return json.loads(cell.value)
        except ValueError:
            return cell.value
    return None if cell is None else to_text(cell)


def to_json(answer: Answer) -> str:
    """A JSON list with one object a row, one row a line; numbers are numbers, unbound variables null."""
    rows = (
        json.dumps(dict(zip(answer.columns, map(plain_value, row), strict=True)), ensure_ascii=False)
        for row in answer.rows
    )
    return "[" + ",\n ".join(rows) + "]\n"


def to_markdown(answer: Answer) -> str:
    """A Markdown table."""

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(" ".join(c.replace("|", "\\|").split()) for c in cells) + " |\n"

    head = line(list(answer.columns)) + "|" + " --- |" * len(answer.columns) + "\n"
    return head + "".join(line([to_short_text(cell) for cell in row]) for row in answer.rows)


def to_turtle(answer: Answer) -> str:
    """The triples of a CONSTRUCT or DESCRIBE query as Turtle; raises `BadUsage` for rows."""
    if answer.triples is None:
        raise BadUsage("--format ttl is for CONSTRUCT and DESCRIBE queries; this one gives rows")
    data = ox.serialize(answer.triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    return data.decode()


FORMATS = {"csv": to_csv, "json": to_json, "md": to_markdown, "ttl": to_turtle}
"""The ways to write an answer (a table on the terminal is the command line's own)."""
