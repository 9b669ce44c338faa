"""Reports on disk → the store: read in parallel, written as a whole, nothing lost when one of them cannot be read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from vankien.errors import BadUsage, CannotRead, VankienError
from vankien.facts import find_facts
from vankien.facts.records import TYPES
from vankien.graph.address import Place
from vankien.graph.computed import computed_quads
from vankien.graph.iris import Iris
from vankien.graph.provenance import run_to_quads
from vankien.graph.shared import catalogue_quads, is_document, vocabulary_quads
from vankien.graph.store import Store, build, ignore_interrupts, is_store, one_line, open_store
from vankien.graph.triples import facts_to_dataset
from vankien.graph.vocabulary import VK, read_lexicon
from vankien.report import read_report, report_to_outline
from vankien.report.read import SUFFIXES


@dataclass(frozen=True, slots=True)
class Loaded:
    """One document as a worker gives it back: its report id, facts and findings counted, its quads as N-Quads; or the
    reason why it could not be read."""

    path: str
    report: str = ""
    facts: tuple[tuple[str, int], ...] = ()
    findings: tuple[tuple[str, int], ...] = ()
    nquads: bytes = b""
    error: str = ""


def collect(paths: Iterable[Path]) -> list[Path]:
    """The report files that are named, or lie in the folders named, each once, folders in order of names; a README of a
    folder is no report.

    Raises `CannotRead` for a folder without reports; whether a file can be read is seen later.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        inside = sorted(p for p in path.rglob("*") if _is_report(p))
        if not inside:
            raise CannotRead(str(path), f"no report in this folder ({', '.join('*' + s for s in SUFFIXES)})")
        found.update(dict.fromkeys(inside))
    return list(found)


def _is_report(path: Path) -> bool:
    """A text file that is no guide to its folder and not hidden."""
    is_text = path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
    return is_text and path.stem.lower() != "readme" and path.is_file()


def read_document(path: Path, base: str | None = None) -> Loaded:
    """Read one report all the way to quads. What cannot be read comes back with its `error`; nothing is raised but what
    concerns every document (`BadUsage` for a bad base, `MissingData`)."""
    try:
        report = read_report(path)
        lexicon = read_lexicon()
        found = find_facts(report_to_outline(report, lexicon), lexicon)
        quads = facts_to_dataset(report, found, lexicon, base)
    except CannotRead as error:
        return Loaded(str(path), error=str(error))
    except VankienError:
        raise
    except Exception as error:
        if os.environ.get("VANKIEN_DEBUG") == "1":
            raise
        return Loaded(
            str(path), error=f"{path}: unexpected {type(error).__name__}: {one_line(error)}; please report this"
        )
    severities = Counter(q.object.value for q in quads if q.predicate == VK.severity and isinstance(q.object, Literal))
    kinds = Counter(TYPES[type(fact)] for fact in found.facts)
    return Loaded(
        str(path),
        report.id,
        tuple((kind, kinds[kind]) for kind in TYPES.values() if kinds[kind]),
        tuple((s, severities[s]) for s in ("Violation", "Warning", "Info") if severities[s]),
        ox.serialize(quads, format=RdfFormat.N_QUADS) or b"",
    )


def read_documents(paths: Sequence[Path], base: str | None = None, jobs: int = 2) -> Iterator[Loaded]:
    """Read reports in parallel; they come back in the order in which they are named."""
    work = partial(read_document, base=base)
    if jobs <= 1 or len(paths) <= 1:
        yield from map(work, paths)
        return
    with ProcessPoolExecutor(min(jobs, len(paths)), initializer=ignore_interrupts) as pool:
        yield from pool.map(work, paths, chunksize=1)


def check_ids(documents: Iterable[Loaded]) -> None:
    """Raises `BadUsage` when two files would get one graph, naming both."""
    seen: dict[str, str] = {}
    for document in documents:
        if document.report and (first := seen.setdefault(document.report, document.path)) != document.path:
            raise BadUsage(
                f"{first} and {document.path} would both be the report {document.report!r}; rename one of them"
            )


def _parsed(document: Loaded) -> list[Quad]:
    return list(ox.parse(document.nquads, RdfFormat.N_QUADS))


def save(
    path: Place,
    documents: Sequence[Loaded],
    *,
    moment: datetime,
    version: str,
    base: str | None = None,
    rebuild: bool = False,
) -> int:
    """Write what was read into the store at `path`; gives the number of quads that it then holds.

    A new store, and an old one with `rebuild`, holds these documents alone. Otherwise the documents named replace
    what the store has of them, and the others stay. Raises `StoreError`, and then nothing has changed.
    """
    iris = Iris(base)
    new = {iris.graph(d.report): _parsed(d) for d in documents if not d.error}
    run = run_to_quads(iris, [d.report for d in documents if not d.error], moment, version)
    shared = vocabulary_quads(base)
    if isinstance(path, Path) and (rebuild or not is_store(path)):
        everything = [q for quads in new.values() for q in quads]
        everything += [*shared, *run, *catalogue_quads(new, base), *computed_quads(everything, base)]
        build(path, everything)
        return len(everything)
    with open_store(path) as store:
        _update(store, iris, new, shared, run, alone=rebuild)
        return len(store)


def _update(
    store: Store,
    iris: Iris,
    new: dict[NamedNode, list[Quad]],
    shared: list[Quad],
    run: Iterable[Quad],
    *,
    alone: bool = False,
) -> None:
    """Change a store where it is; with `alone` it then holds the new documents and no others."""
    vocabularies = [iris.graph(name) for name in ("ontology", "vocabulary")]
    now = {graph: [q for q in shared if q.graph_name == graph] for graph in vocabularies}
    changed = {graph: quads for graph, quads in now.items() if set(quads) != set(store.quads(graph))}
    others = [graph for graph in store.graphs() if is_document(graph) and graph not in new]
    catalogue = catalogue_quads(new, iris.base, old=() if alone else store.quads(iris.graph("catalogue")))
    kept = [] if alone else [q for graph in others for q in store.quads(graph)]
    computed = computed_quads([*kept, *(q for quads in new.values() for q in quads)], iris.base)
    replaced = {**new, **changed, iris.graph("catalogue"): catalogue, iris.graph("computed"): computed}
    gone = {iris.graph("inferred"), *([*others, iris.graph("runs")] if alone else ())}
    outdated: dict[NamedNode, Iterable[Quad]] = {g: () for g in store.graphs() if g in gone}
    store.replace_graphs({**replaced, **outdated}, add=run)
