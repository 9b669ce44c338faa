"""What is done to a store as a whole: build it from reports, merge parts into it, remove documents from it. One process
at a time (see `writing`); what an interruption leaves is taken up by the next build."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vankien.errors import StoreError
from vankien.graph.build import check_ids, read_to_parts, remove_graphs, save
from vankien.graph.iris import base_iri
from vankien.graph.loads import Held, held_at
from vankien.graph.parts import base_of, list_parts, merge_parts, read_part
from vankien.graph.reading import Loaded
from vankien.graph.reading_key import key_of_file
from vankien.graph.store import check_writable, open_store
from vankien.graph.workers import share_out
from vankien.graph.writing import discard_parts, parts_folder, writing


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


def build_reports(
    store: Path, paths: Sequence[Path], options: Options, done: Callable[[Loaded], None] = lambda _: None
) -> Built:
    """Bring a store up to date with some report files: what has changed is read, the rest is left as it is.

    `done` is called for every document that was read. Raises `StoreError` when the store cannot be written or another
    process builds it, `BadUsage` when two files would be one report; then the store is as it was.
    """
    base = base_iri(options.base)
    with writing(store):
        check_writable(store, rebuild=options.rebuild)
        held = held_at(store, base)
        reports = {key: report for report, key in held.reports.items() if key and not options.force}
        known = {path: reports[key] for path in paths if (key := key_of_file(path, base)) in reports}
        documents = read_to_parts(
            [path for path in paths if path not in known],
            parts_folder(store),
            base=base,
            jobs=options.jobs,
            force=options.force,
            done=done,
        )
        check_ids([*documents, *(Loaded(str(path), report) for path, report in known.items())])
        built = _store(store, documents, list(known.values()), held, options)
        discard_parts(store)
        return built


def _store(store: Path, documents: Sequence[Loaded], unchanged: Sequence[str], held: Held, options: Options) -> Built:
    """Write what was read, if there is anything to write."""
    read, failed = [d for d in documents if not d.error], [d for d in documents if d.error]
    gone = set(held.reports) - set(unchanged) if options.rebuild else set()
    outdated = bool(held.documents) and not held.is_current
    quads = None
    if read or (gone and unchanged) or outdated:
        quads = save(
            store,
            read,
            moment=options.moment,
            version=options.version,
            base=options.base,
            rebuild=options.rebuild,
            keep=unchanged,
        )
    return Built(tuple(read), tuple(failed), tuple(unchanged), frozenset(held.reports), quads)


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
    check_ids(documents)
    return sorted(documents, key=lambda document: document.report)


def merge_folders(store: Path, folders: Sequence[Path], options: Options) -> Built:
    """Bring a store up to date with the parts in some folders, as `build_reports` does with reports."""
    base = base_iri(options.base)
    with writing(store):
        check_writable(store, rebuild=options.rebuild)
        held = held_at(store, base)
        documents = read_all_parts(folders, base, options.jobs)
        same = {d.report for d in documents if not options.force and held.reports.get(d.report) == d.key}
        return _store(store, [d for d in documents if d.report not in same], sorted(same), held, options)


def remove_reports(store: Path, reports: Collection[str], options: Options) -> int:
    """Take some documents out of a store, all or none of them; gives the number of quads that it then holds.

    A report is named by its id, or by the path or name of its file. Raises `StoreError` naming the first that the store
    does not have.
    """
    with writing(store):
        with open_store(store, read_only=True):
            pass
        held = held_at(store, options.base)
        names = [_known(name, held, store) for name in reports]
        return remove_graphs(store, names, moment=options.moment, version=options.version, base=options.base)


def _known(name: str, held: Held, store: Path) -> str:
    from vankien.vietnamese import slug

    for report in (name, slug(Path(name).stem)):
        if report in held.reports:
            return report
    raise StoreError(f"{store}: has no report {name!r}; see: vankien query documents --store {store}")
