"""Reports on disk → the store: read in parallel, written as a whole, nothing lost when one of them cannot be read, or
when the build is interrupted: what was read by then is kept (see `parts`), and what has not changed is not read again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from vankien.errors import BadUsage, CannotRead, StoreError
from vankien.graph.access.opening import build_from, open_store
from vankien.graph.building.carried import Carried, as_read, corrections_of
from vankien.graph.building.derived import Change, over_all
from vankien.graph.building.digest import Digest, digest_of, digest_to_text, text_to_digest
from vankien.graph.building.loads import held_by
from vankien.graph.building.parts import body_of, index_parts, read_part, write_part
from vankien.graph.building.reading import Loaded, prepare, read_document
from vankien.graph.building.reading_key import key_of_file
from vankien.graph.correcting.corrections import Entry
from vankien.graph.describing.provenance import run_to_quads
from vankien.graph.stores.store import Store, is_store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.shared import KEPT_GRAPHS, is_document, vocabulary_quads
from vankien.graph.workers import share_out
from vankien.report.readers.kinds import SUFFIXES

__all__ = [
    "Loaded",
    "check_ids",
    "collect",
    "read_document",
    "read_documents",
    "read_to_parts",
    "remove_graphs",
    "save",
    "save_corrections",
]

BATCH = 2**23
"""Bytes of N-Quads that are loaded at a time while other processes go on reading. The bulk loader sorts what it is given
before it writes: a whole corpus at once would take its memory many times over, and all of that time at the end."""
EARLY = 2**26
"""Bytes of N-Quads that are loaded while other processes go on reading; what is read after them is loaded at the end, when
all processors are free. A store that is loaded slowly merges its files again and again while it waits: a thousand
documents took it twice as much processor time, and slowed down the reading beside it."""
LARGEST_UPDATE = 200_000
"""More quads than this are not put into an open store in one update, which would hold them all in memory: the store is
made anew beside the old one. Both ways are all or nothing."""


def collect(paths: Iterable[Path]) -> list[Path]:
    """The report files that are named, or lie in the folders named, each once, folders in order of names; a README of a
    folder is no report.

    Raises `CannotRead` for a folder without reports, and for a link in it that leads out of it (what lies elsewhere has to
    be named, or a folder from somebody else could have any file of yours published); whether a file can be read is seen
    later.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        inside = sorted(p for p in path.rglob("*") if _is_report(p))
        for leading in (p for p in inside if not p.resolve().is_relative_to(path.resolve())):
            raise CannotRead(
                str(leading), f"is a link out of {path}", advice="name the file itself, or remove the link"
            )
        if not inside:
            raise CannotRead(str(path), f"no report in this folder ({', '.join('*' + s for s in SUFFIXES)})")
        found.update(dict.fromkeys(inside))
    return list(found)


def _is_report(path: Path) -> bool:
    """A file with the suffix of a report that is no guide to its folder, not hidden, and no lock file of Word."""
    is_named_so = path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))
    return is_named_so and path.stem.lower() != "readme" and path.is_file()


def check_ids(documents: Iterable[Loaded]) -> None:
    """Raises `BadUsage` when two files would get one graph, naming both, and how many more there are."""
    seen: dict[str, str] = {}
    alike = [
        (first, document)
        for document in documents
        if document.report and (first := seen.setdefault(document.report, document.path)) != document.path
    ]
    if alike:
        first, other = alike[0]
        more = f"; {len(alike) - 1:,} more files have the name of another one" if len(alike) > 1 else ""
        raise BadUsage(f"{first} and {other.path} would both be the report {other.report!r}; rename one of them{more}")


# --- reading --------------------------------------------------------------------------------------------------


_LOOKED_AT = 2**16
_AS_SCAN = 4
"""How many times longer than another a text takes whose Vietnamese letters are to be restored."""


def _work(path: Path) -> int:
    """About how long a report takes to read, in bytes of a typed text: its size, more for a scan."""
    if not path.is_file():
        return 0
    size = path.stat().st_size
    if path.suffix.lower() not in (".txt", ".md"):
        return size
    try:
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
    except OSError:
        return size
    typed = start.count(b"\xe1\xba") + start.count(b"\xe1\xbb")  # the letters from Ạ to ỹ
    return size if typed > len(start) / 50 else size * _AS_SCAN


def read_documents(paths: Sequence[Path], base: str | None = None, jobs: int = 2) -> Iterator[Loaded]:
    """Read reports in parallel; they come back in the order in which they are named."""
    prepare()
    done = dict(share_out(partial(read_document, base=base), paths, jobs, _work))
    yield from (done[index] for index in range(len(paths)))


def _read_or_fetch(item: tuple[Path, Path | None], folder: Path, base: str | None) -> Loaded:
    """A document from a part that was made of the same input, else read and kept as a part."""
    path, part = item
    if part is not None and (known := read_part(part, key_of_file(path, base))) is not None:
        return replace(known, path=str(path))
    document = read_document(path, base)
    return document if document.error else write_part(folder, document, base)


def _on_cluster(
    address: str, items: Sequence[tuple[Path, Path | None]], folder: Path, base: str | None
) -> Generator[tuple[int, Loaded]]:
    """Fetch what there is, and let a cluster read the rest; the parts are written here."""
    from vankien.graph.building.cluster import cluster_at, read_on_cluster

    missing = []
    for index, (path, part) in enumerate(items):
        known = read_part(part, key_of_file(path, base)) if part is not None else None
        if known is not None:
            yield index, replace(known, path=str(path))
        else:
            missing.append(index)
    with cluster_at(address) as client:
        for at, document in read_on_cluster(client, [items[index][0] for index in missing], base):
            yield missing[at], document if document.error else write_part(folder, document, base)


def read_to_parts(
    paths: Sequence[Path],
    folder: Path,
    *,
    base: str | None = None,
    jobs: int = 1,
    force: bool = False,
    cluster: str | None = None,
) -> Generator[tuple[int, Loaded]]:
    """Read reports in parallel into a folder of parts, one N-Quads file each; those that the folder has already are not
    read again, unless `force`. Gives the index of each with the document, without its quads, as they are done; closing
    it ends the reading.

    `jobs` processes of this machine do the reading, or the workers of the Dask cluster at the address `cluster`. Raises
    `StoreError` when a part cannot be written; those that were written stay.
    """
    known = {} if force else index_parts(folder)
    items = [(path, known.get(key_of_file(path, base)) if known else None) for path in paths]
    if cluster is not None:
        return _on_cluster(cluster, items, folder, base)
    if items:
        prepare()
    work = partial(_read_or_fetch, folder=folder, base=base)
    return share_out(work, items, jobs, lambda item: _work(item[0]))


# --- storing --------------------------------------------------------------------------------------------------


def _batches(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Chunks of N-Quads, each of whole lines, joined to pieces of about `BATCH` bytes."""
    batch, size = [], 0
    for chunk in chunks:
        batch.append(chunk)
        size += len(chunk)
        if size >= BATCH:
            yield b"".join(batch)
            batch, size = [], 0
    yield b"".join(batch)


def _parsed(document: Loaded) -> Iterator[Quad]:
    return ox.parse(body_of(document), RdfFormat.N_QUADS)


def _digested(document: Loaded, base: str | None) -> tuple[Loaded, Digest]:
    """A document with its digest, which is made of its quads where another version had noted it, or none had."""
    if known := text_to_digest(document.digest):
        return document, known
    digest = digest_of(list(_parsed(document)), base)
    return replace(document, digest=digest_to_text(digest)), digest


def _replace(
    path: Path, documents: Iterable[Loaded], whole: Callable[[Sequence[tuple[Loaded, Digest]]], Change], iris: Iris
) -> None:
    """Make the store anew. The first documents are loaded while others are read, the rest when all have been; `whole` gives the
    change when all of them are there, and may raise: then nothing has happened."""

    def chunks(old: Store | None) -> Iterator[bytes]:
        new, later, early = [], [], 0
        carried = Carried(corrections_of(old, iris) if old is not None else (), iris)
        for document in map(carried.apply, documents):
            if document.error:
                continue
            new.append(_digested(document, iris.base))
            if early >= EARLY:
                later.append(document)
                continue
            body = body_of(document)
            early += len(body)
            yield body
        change = whole(new)
        change = replace(change, corrections=carried.after(change.kept))
        if old is None and change.kept:
            raise StoreError(f"{path}: the store is damaged; build it again with --rebuild --force")
        yield from map(body_of, later)
        if old is not None:
            for graph in (*change.kept, *map(change.iris.graph, KEPT_GRAPHS)):
                yield old.nquads(graph)
        shared = [*vocabulary_quads(change.iris.base), *change.run]
        shared += [q for quads in over_all(change, old).values() for q in quads]
        yield ox.serialize(shared, format=RdfFormat.N_QUADS) or b""

    def fill(new: ox.Store, old: Store | None) -> None:
        for batch in _batches(chunks(old)):
            new.bulk_load(batch, RdfFormat.N_QUADS)

    build_from(path, fill)


def _corrected(store: Store, change: Change, entries: Iterable[Entry] | None) -> Change:
    """The same change with the corrections (None: those that the store has) applied to the new documents."""
    carried = Carried(corrections_of(store, change.iris) if entries is None else entries, change.iris)
    new, digests = dict(change.new), dict(change.digests)
    for graph, document in change.new.items():
        if (corrected := carried.apply(document)) is not document or graph not in digests:
            new[graph], digests[graph] = _digested(corrected, change.iris.base)
    return replace(change, new=new, digests=digests, corrections=carried.after(change.kept))


def _update(store: Store, change: Change, gone: Collection[NamedNode], entries: Iterable[Entry] | None = None) -> None:
    """Change an open store in one atomic update; its corrections become `entries`, if they are given."""
    change = _corrected(store, change, entries)
    shared = vocabulary_quads(change.iris.base)
    now = {
        change.iris.graph(n): [q for q in shared if q.graph_name == change.iris.graph(n)]
        for n in ("ontology", "vocabulary")
    }
    vocabulary = {graph: quads for graph, quads in now.items() if set(quads) != set(store.quads(graph))}
    documents = {graph: _parsed(document) for graph, document in change.new.items()}
    dropped = dict.fromkeys((*gone, *(g for g in store.graphs() if g == change.iris.graph("inferred"))), ())
    store.replace_graphs({**documents, **vocabulary, **over_all(change, store), **dropped}, add=change.run)


def _count(path: Path) -> int:
    with open_store(path, read_only=True) as store:
        return len(store)


def save(
    path: Path,
    documents: Iterable[Loaded],
    *,
    moment: datetime,
    version: str,
    base: str | None = None,
    rebuild: bool = False,
    keep: Collection[str] = (),
    check: Callable[[Sequence[Loaded]], None] = lambda _: None,
) -> int:
    """Write what was read into the store at `path`; gives the number of quads that it then holds.

    A new store, and an old one with `rebuild`, holds these documents alone, and of the old one those whose reports are
    in `keep` when all are there; the documents may still be in the making, and are loaded as they come. Otherwise the documents named
    replace what the store has of them, and the others stay. `check` is called with all documents that could be read
    before anything is changed. Raises what it raises, and `StoreError`, and then nothing has changed.
    """
    iris = Iris(base)

    def whole(read: Sequence[tuple[Loaded, Digest]], kept: Iterable[NamedNode] | None = None) -> Change:
        check([document for document, _ in read])
        kept = map(iris.graph, keep) if kept is None else kept
        in_order = sorted(read, key=lambda pair: pair[0].report)
        new = {iris.graph(document.report): document for document, _ in in_order}
        digests = {iris.graph(document.report): digest for document, digest in in_order}
        run = run_to_quads(iris, [d.report for d in new.values()], moment, version)
        return Change(iris, new, digests, [g for g in kept if g not in new], run)

    if rebuild or not is_store(path):
        _replace(path, documents, whole, iris)
        return _count(path)
    read = [d for d in documents if not d.error]
    with open_store(path) as store:
        held = [g for g in store.graphs() if is_document(g)]
        change = whole([_digested(document, iris.base) for document in read], held)
        if change.size <= LARGEST_UPDATE:
            _update(store, change, ())
            return len(store)
    _replace(path, read, lambda read: whole(read, held), iris)
    return _count(path)


def remove_graphs(
    path: Path, reports: Collection[str], *, moment: datetime, version: str, base: str | None = None
) -> int:
    """Take the documents of some reports out of a store, all in one update, and make what rests on them anew; gives the
    number of quads that the store then holds. Raises `StoreError`, and then nothing has changed."""
    iris = Iris(base)
    gone = [iris.graph(report) for report in reports]
    with open_store(path) as store:
        kept = [g for g in store.graphs() if is_document(g) and g not in gone]
        run = run_to_quads(iris, (), moment, version, removed=reports)
        _update(store, Change(iris, {}, {}, kept, run), gone)
        return len(store)


def save_corrections(
    path: Path, change: Callable[[list[Entry]], list[Entry]], *, base: str | None = None
) -> tuple[int, int]:
    """Change the corrections of a store and apply them, all in one update; gives the numbers of corrections and quads that
    the store then holds. Raises `StoreError`, and then nothing has changed."""
    iris = Iris(base)
    with open_store(path) as store:
        before = corrections_of(store, iris)
        after = change(before)
        documents = [g for g in store.graphs() if is_document(g)]
        keys = held_by(store, base).documents
        new = {}
        for graph in documents:
            own = [[e for e in entries if iris.graph(e.report) == graph] for entries in (before, after)]
            if own[0] != own[1]:
                new[graph] = as_read(store, graph, own[0], keys.get(graph, ""))
        _update(store, Change(iris, new, {}, [g for g in documents if g not in new], ()), (), after)
        return len(after), len(store)
