"""``vankien validate``, ``queries``, ``query`` and ``export``: everything that asks a graph."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from vankien.cli.output import finding_rows, print_table, talk
from vankien.errors import BadUsage, QueryError
from vankien.graph.access.opening import open_store
from vankien.graph.asking import answers, catalogue
from vankien.graph.asking.known import check_known
from vankien.graph.stores.store import FORMATS, Store
from vankien.graph.workers import share_out
from vankien.model import Finding

# --- validating ---------------------------------------------------------------------------------------------


def validate_path(path: Path | str, format: str, lang: str, jobs: int, force: bool = False) -> int:
    """Validate a store or an RDF file and print what was found; gives the exit code."""
    from vankien.graph.validation.validate import validate_store

    with open_store(path, read_only=True) as store:
        results = list(validate_store(store, jobs, force))
    findings = [finding for result in results for finding in result.findings]
    if format == "json":
        print("[" + ",\n ".join(json.dumps(asdict(f), ensure_ascii=False) for f in findings) + "]")
    elif format == "ttl":
        _print_report(b"".join(result.triples for result in results))
    elif findings:
        _print_findings(findings, lang)
    counts = Counter(f.severity for f in findings)
    said = ", ".join(f"{counts[s]} {s}" for s in ("Violation", "Warning", "Info"))
    documents = sum(result.report != "computed" for result in results)
    talk(f"{path}: {documents} documents validated: {said}")
    return 1 if counts["Violation"] else 0


def _print_findings(findings: Sequence[Finding], lang: str) -> None:
    print_table(*finding_rows(findings, lang), right=("line",))


def _print_report(triples: bytes) -> None:
    from vankien.graph.serialising.export import triples_to_turtle

    sys.stdout.write(triples_to_turtle(triples).decode())


# --- questions ----------------------------------------------------------------------------------------------


def list_queries(lang: str) -> None:
    """Print every question with its title and the names of its parameters."""
    rows = [
        [q.name, q.title_vi if lang == "vi" else q.title_en, ", ".join(p.name for p in q.parameters)]
        for q in catalogue.queries()
    ]
    print_table(("query", "title", "parameters"), rows)


def describe_query(name: str, lang: str) -> None:
    """Print one question: title, description, parameters, columns."""
    query = catalogue.find_query(name)
    vi = lang == "vi"
    print(query.title_vi if vi else query.title_en)
    print(query.description_vi if vi else query.description_en)
    print(f"columns: {', '.join(query.columns)}")
    rows = [[p.name, p.type, p.default or "", p.meaning] for p in query.parameters]
    print_table(("parameter", "type", "default", "meaning"), rows)


def print_page(path: Path | str) -> None:
    """Print the page about all questions, with the first rows that a store gives."""
    from vankien.graph.asking.query_page import to_page

    queries = catalogue.queries()
    with open_store(path, read_only=True) as store:
        given = {query.name: answers.ask(store, catalogue.fill(query)) for query in queries}
    sys.stdout.write(to_page(queries, given))


def _time(store: Store, query: catalogue.Query, lang: str) -> tuple[int, float]:
    """Ask one question with its defaults: how many rows it has, and how many seconds it took."""
    start = time.perf_counter()
    rows = len(answers.ask(store, catalogue.fill(query, {"lang": lang})).rows)
    return rows, time.perf_counter() - start


def _time_at(query: catalogue.Query, path: Path, lang: str) -> tuple[int, float]:
    """The same in a process of its own, which opens the store for itself."""
    with open_store(path, read_only=True) as store:
        return _time(store, query, lang)


def ask_all_of(place: Path | str, lang: str, jobs: int) -> None:
    """Ask a store every question with its defaults, and say how long each took: slow answers are kept (`stores.kept`). A
    store on disk is asked `jobs` questions at a time. Left out is what can only be asked about one thing, given by its IRI:
    nobody asks it about all facts at once."""
    asked = [q for q in catalogue.queries() if {p.type for p in q.parameters if p.name != "lang"} != {"iri"}]
    with open_store(place, read_only=True) as store:
        if store.path is None:
            answered = ((index, _time(store, query, lang)) for index, query in enumerate(asked))
        else:
            answered = share_out(partial(_time_at, path=store.path, lang=lang), asked, jobs)
        for index, (rows, seconds) in answered:
            talk(f"{asked[index].name}: {rows:,} rows, {seconds:.2f} s")


def _query(name: str) -> catalogue.Query:
    if name == "-":
        return catalogue.parse_query("-", sys.stdin.read())
    path = Path(name)
    if path.suffix != ".rq":
        return catalogue.find_query(name)
    try:
        return catalogue.parse_query(path.stem, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(
            f"{name}: cannot be read as a query: {getattr(error, 'strerror', None) or 'not UTF-8'}"
        ) from None


def _parameters(given: Sequence[str]) -> dict[str, str]:
    pairs = [p.partition("=") for p in given]
    if wrong := [name for name, equals, _ in pairs if not equals]:
        raise BadUsage(f"--param {wrong[0]}: write it as NAME=VALUE")
    names = [name.strip() for name, _, _ in pairs]
    if twice := [name for name in names if names.count(name) > 1]:
        raise BadUsage(f"--param {twice[0]}: is given twice; a parameter has one value")
    return {name.strip(): value for name, _, value in pairs}


def _part(store: Store, names: Sequence[str]) -> Store:
    from vankien.graph.building.narrow import (
        narrow,  # brings all that reads documents, which other questions need not wait for
    )

    return narrow(store, names)


def ask_store(
    name: str, path: Path | str, given: Sequence[str], format: str, lang: str | None = None, only: Sequence[str] = ()
) -> None:
    """Ask a store, or only some of its documents, one question and print the answer, with labels in a language where the
    question has labels."""
    query = _query(name)
    parameters = _parameters(given)
    if lang is not None and any(p.name == "lang" for p in query.parameters):
        parameters.setdefault("lang", lang)
    text = catalogue.fill(query, parameters)
    with open_store(path, read_only=True) as store:
        check_known(store, query, parameters)
        answer = answers.ask(_part(store, only) if only else store, text)
    if format == "table":
        print_table(answer.columns, [[answers.to_short_text(c) for c in row] for row in answer.rows])
        talk(f"{len(answer.rows)} rows")
    else:
        sys.stdout.write(answers.FORMATS[format](answer))


# --- exporting ----------------------------------------------------------------------------------------------


def export_store(path: Path | str, out: str, extra: Sequence[str], *, quotes: bool, format: str | None) -> None:
    """Write the graph to a file or to the standard output."""
    from vankien.graph.serialising import export

    if format is not None and f".{format}" not in FORMATS:
        raise BadUsage(f"--format {format!r}: use one of {', '.join(s[1:] for s in FORMATS)}")
    to_stdout = out == "-"
    chosen = FORMATS[f".{format or 'nq'}"] if to_stdout or format is not None else export.format_of(out)
    with open_store(path, read_only=True) as store:
        quads = export.select(store, extra, quotes)
    export.write(export.quads_to_bytes(quads, chosen), out)
    if out != "-":
        talk(f"{out}: {len(quads):,} quads")
