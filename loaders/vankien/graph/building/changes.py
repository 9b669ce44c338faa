"""What is done to a store as a whole: build it from reports, merge parts into it, remove documents from it. One process
at a time (see `writing`); what an interruption leaves is taken up by the next build."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice
from pathlib import Path

from vankien.errors import StoreError
from vankien.graph.access.opening import check_opens, check_place, check_writable, open_store
from vankien.graph.building.build import check_ids, read_to_parts, remove_graphs, save
from vankien.graph.building.loads import Held, held_at
from vankien.graph.building.parts import base_of, list_parts, merge_parts, read_part
from vankien.graph.building.reading import Loaded
from vankien.graph.building.reading_key import key_of_file
from vankien.graph.stores.writing import discard_parts, parts_folder, writing
from vankien.graph.terms.iris import base_iri
from vankien.graph.workers import share_out
from vankien.vietnamese import slug


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: base of the IRIs, processes, whether the store is to hold the named documents alone, whether what
    has not changed is read again; the time and the software's version for the record of the run."""

    moment: datetime
    version: str
    base: str | None = None
    jobs: int = 1
    rebuild: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the documents read, those that could not be, the reports that were unchanged, the reports that
    the store had before, the number of quads that it now holds (None if it was left as it was)."""

    read: tuple[Loaded, ...]
    failed: tuple[Loaded, ...]
    unchanged: tuple[str, ...]
    before: frozenset[str]
    quads: int | None

    @property
    def added(self) -> int:
        """How many of the documents read are new in the store."""
        return sum(d.report not in self.before for d in self.read)


class NothingRead(Exception):
    """No document could be read, so that there is nothing to store; caught in this module."""


def build_reports(
    store: Path, paths: Sequence[Path], options: Options, done: Callable[[Loaded], None] = lambda _: None
) -> Built:
    """Bring a store up to date with some report files: what has changed is read, the rest is left as it is.

    `done` is called for every document that was read. Raises `StoreError` when the store cannot be written or another
    process builds it, `BadUsage` when two files would be one report; then the store is as it was.
    """
    base = base_iri(options.base)
    with writing(store):
        check_place(store)
        held = held_at(store, base)
        reports = {key: report for report, key in held.reports.items() if key and not options.force}
        known = {path: reports[key] for path in paths if (key := key_of_file(path, base)) in reports}
        others = [Loaded(str(path), report) for path, report in known.items()]
        wanted = [path for path in paths if path not in known]
        if wanted or options.rebuild or not held.is_current:  # a store that stays as it is is not opened for writing
            check_opens(store, rebuild=options.rebuild)
        parts = parts_folder(store)
        with contextlib.closing(
            read_to_parts(wanted, parts, base=base, jobs=options.jobs, force=options.force)
        ) as results:
            built = _store(store, _reported(results, done), others, held, options)
        discard_parts(store)
        order = {str(path): index for index, path in enumerate(paths)}
        return replace(built, read=_ordered(built.read, order), failed=_ordered(built.failed, order))


def _reported(results: Iterable[tuple[int, Loaded]], done: Callable[[Loaded], None]) -> Iterator[Loaded]:
    for _, document in results:
        done(document)
        yield document


def _ordered(documents: Iterable[Loaded], order: Mapping[str, int]) -> tuple[Loaded, ...]:
    return tuple(sorted(documents, key=lambda document: order[document.path]))


def _store(
    store: Path, documents: Iterator[Loaded], unchanged: Sequence[Loaded], held: Held, options: Options
) -> Built:
    """Write what is read, if there is anything to write. The first document is waited for, so that the processes that
    read are started before the store is opened. A document that cannot be read now keeps the graph that it has."""
    read: list[Loaded] = []
    failed: list[Loaded] = []
    keep = [document.report for document in unchanged]
    others = options.rebuild and bool(set(held.reports) - set(keep))
    outdated = bool(held.documents) and not held.is_current

    def noted(documents: Iterable[Loaded]) -> Iterator[Loaded]:
        for document in documents:
            (failed if document.error else read).append(replace(document, nquads=b"", digest=""))
            if document.error and (report := slug(Path(document.path).stem)) in held.reports:
                keep.append(report)
            yield document

    def check(found: Sequence[Loaded]) -> None:
        check_ids([*unchanged, *sorted(found, key=lambda document: document.path)])
        if not found and not ((unchanged or not options.rebuild) and (others or outdated)):
            raise NothingRead

    quads = None
    first = list(islice(documents, 1))
    if first or others or outdated:
        with contextlib.suppress(NothingRead):
            quads = save(
                store,
                noted(chain(first, documents)),
                moment=options.moment,
                version=options.version,
                base=options.base,
                rebuild=options.rebuild,
                keep=keep,
                check=check,
            )
    else:
        check_ids(unchanged)
    return Built(tuple(read), tuple(failed), tuple(d.report for d in unchanged), frozenset(held.reports), quads)


def read_all_parts(folders: Iterable[Path], base: str, jobs: int) -> list[Loaded]:
    """The documents in some folders of parts, in order of their names, each once.

    Raises `StoreError` naming a part that is damaged or has another base than `base`, and `BadUsage` when two parts
    differ about one report.
    """
    paths = list_parts(folders)
    for path in paths:
        if base_of(path) != base:
            raise StoreError(f"{path}: has the base {base_of(path)}, not {base}; name it with --base")
    found: dict[int, Loaded] = {}
    for index, document in share_out(read_part, paths, jobs, lambda path: path.stat().st_size):
        if document is None:
            raise StoreError(
                f"{paths[index]}: is damaged; make it again with: vankien read REPORT... -o {paths[index].parent}"
            )
        found[index] = document
    documents = merge_parts(found[index] for index in range(len(paths)))
    return sorted(documents, key=lambda document: document.report)


def merge_folders(store: Path, folders: Sequence[Path], options: Options) -> Built:
    """Bring a store up to date with the parts in some folders, as `build_reports` does with reports."""
    base = base_iri(options.base)
    with writing(store):
        check_writable(store, rebuild=options.rebuild)
        held = held_at(store, base)
        documents = read_all_parts(folders, base, options.jobs)
        same = {d.report for d in documents if not options.force and held.reports.get(d.report) == d.key}
        new = iter([d for d in documents if d.report not in same])
        return _store(store, new, [d for d in documents if d.report in same], held, options)


def remove_reports(store: Path, reports: Collection[str], options: Options) -> int:
    """Take some documents out of a store, all or none of them; gives the number of quads that it then holds.

    A report is named by its id, or by the path or name of its file. Raises `StoreError` naming the first that the store
    does not have.
    """
    open_store(store, read_only=True).close()
    with writing(store):
        held = held_at(store, options.base)
        names = [_known(name, held, store) for name in reports]
        return remove_graphs(store, names, moment=options.moment, version=options.version, base=options.base)


def _known(name: str, held: Held, store: Path) -> str:
    for report in (name, slug(Path(name).stem)):
        if report in held.reports:
            return report
    raise StoreError(f"{store}: has no report {name!r}; see: vankien query documents --store {store}")
