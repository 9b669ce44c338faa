"""``vankien build``, ``read``, ``merge``, ``remove``, ``extract``: progress, the table of what was read, the exit code."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vankien import __version__
from vankien.cli.output import print_table, talk
from vankien.graph.access.opening import open_store
from vankien.graph.access.remote import change_at
from vankien.graph.building.build import Loaded, check_ids, collect, read_to_parts
from vankien.graph.building.changes import Built, Options, build_reports, merge_folders, remove_reports
from vankien.graph.building.narrow import extract
from vankien.graph.building.parts import Shard
from vankien.graph.serialising.export import write_folder
from vankien.graph.stores.address import Place
from vankien.graph.terms.iris import base_iri
from vankien.graph.terms.vocabulary import last_part


def _options(base: str | None, jobs: int = 1, *, rebuild: bool = False, force: bool = False) -> Options:
    """The options of a build at this moment: the only place that asks the clock."""
    return Options(datetime.now(UTC), __version__, base_iri(base), jobs, rebuild, force)


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[Loaded], None]]:
    """A progress bar on the standard error, if that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        bar = progress.add_task("reading", total=total)
        yield lambda document: progress.update(bar, advance=1, description=Path(document.path).name)


def _print_summary(documents: Sequence[Loaded]) -> None:
    kinds = list(dict.fromkeys(kind for d in documents for kind, _ in d.facts))
    severities = [s for s in ("Violation", "Warning", "Info") if any(dict(d.findings).get(s) for d in documents)]
    rows, totals = [], Counter[str]()
    for document in documents:
        counts = {**dict(document.facts), **dict(document.findings)}
        totals.update(counts)
        rows.append([document.report, *(str(counts.get(c, 0)) for c in (*kinds, *severities))])
    if len(documents) > 1:
        rows.append(["total", *(str(totals[c]) for c in (*kinds, *severities))])
    columns = ["report", *kinds, *severities]
    print_table(columns, rows, right=columns[1:])


def _tell(out: Place, built: Built, what: str = "read") -> int:
    """Say what a build did; gives the exit code."""
    if built.read:
        _print_summary(built.read)
    tried, replaced = len(built.read) + len(built.failed), len(built.read) - built.added
    parts = []
    if tried:
        parts.append(f"{len(built.read)} of {tried} reports {what} ({built.added} new, {replaced} replaced)")
    if built.unchanged:
        parts.append(f"{len(built.unchanged)} unchanged")
    parts.append(f"{built.quads:,} quads stored" if built.quads is not None else "nothing to store")
    talk(f"{out}: {', '.join(parts)}")
    for document in built.read:
        if not any(count for kind, count in document.facts if kind != "source"):
            talk(
                f"{document.path}: no facts found; see how it was read: vankien show {document.path} --stage sentences"
            )
    for document in built.failed:
        talk(document.error)
    return 2 if built.failed else 0


def build_store(
    paths: Sequence[Path], out: Place, *, rebuild: bool, jobs: int, base: str | None, force: bool = False
) -> int:
    """Read reports, write the store, print the counts; gives the exit code.

    Reports that cannot be read are named on the standard error; the others are stored all the same.
    """
    options = _options(base, jobs, rebuild=rebuild, force=force)
    files = collect(paths)
    with _progress(len(files)) as done:
        built = change_at(out, lambda store: build_reports(store, files, options, done))
    if not built.read and built.failed and built.quads is None and not built.unchanged:
        for document in built.failed:
            talk(document.error)
        return 2
    return _tell(out, built)


def read_to_folder(
    paths: Sequence[Path],
    out: Path,
    *,
    jobs: int,
    base: str | None,
    force: bool,
    shard: str | None,
    cluster: str | None,
) -> int:
    """Read reports into a folder of parts, print the counts; gives the exit code."""
    chosen = Shard.parse(shard) if shard else Shard()
    files = [path for path in collect(paths) if chosen.holds(path)]
    base = base_iri(base)
    found: dict[int, Loaded] = {}
    with (
        _progress(len(files)) as done,
        contextlib.closing(read_to_parts(files, out, base=base, jobs=jobs, force=force, cluster=cluster)) as results,
    ):
        for index, document in results:
            found[index] = replace(document, digest="")
            done(document)
    documents = [found[index] for index in range(len(files))]
    check_ids(documents)
    read = [d for d in documents if not d.error]
    if read:
        _print_summary(read)
    if not files:
        write_folder({}, out)  # a share that no document falls to is merged like any other
    talk(f"{out}: {len(read)} of {len(documents)} reports read{chosen.words}")
    for document in documents:
        if document.error:
            talk(document.error)
    return 2 if len(read) < len(documents) else 0


def merge_parts_into(
    folders: Sequence[Path], out: Place, *, rebuild: bool, jobs: int, base: str | None, force: bool
) -> int:
    """Merge folders of parts into a store, print the counts; gives the exit code."""
    options = _options(base, jobs, rebuild=rebuild, force=force)
    return _tell(out, change_at(out, lambda store: merge_folders(store, folders, options)), "merged")


def remove_from_store(store: Place, reports: Sequence[str], base: str | None) -> int:
    """Take reports out of a store; gives the exit code."""
    options = _options(base)
    quads = change_at(store, lambda held: remove_reports(held, reports, options))
    talk(f"{store}: {len(reports)} removed, {quads:,} quads stored")
    return 0


def extract_to_store(place: str, names: Sequence[str], out: Path, base: str | None) -> None:
    """Write some documents of a store into a new one and say how many."""
    with open_store(place, read_only=True) as store:
        graphs = extract(store, names, out, base)
    talk(f"{out}: {len(graphs)} documents: {', '.join(last_part(graph.value) for graph in graphs)}")
