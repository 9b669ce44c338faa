"""A store as large as is wanted: `python -m tests.bench.synthetic_graph STORE QUADS [SEED]`.

The documents of a few invented provinces are read; their graphs are then repeated under other report ids and for other
provinces, which takes a hundredth of the time of reading that many. Everything else is as in any store: catalogue,
computed graph, keys. Prints how long it took and the memory of this process and its children.
"""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import RdfFormat

from tests.bench.synthetic import setting_of, write_corpus
from vankien.graph.building.build import Loaded, read_documents, save
from vankien.graph.building.digest import digest_of, digest_to_text
from vankien.graph.workers import share_out
from vankien.vietnamese import slug

PATTERNS = 40
"""How many documents are really read."""
JOBS = 2
WINDOW = 64
"""How many copies are made before those who make them wait: they are faster than what stores them."""


@dataclass(frozen=True)
class Pattern:
    """The graph of a document that was read, and the key of its province."""

    report: str
    place: str
    nquads: bytes


def copy_of(pattern: Pattern, number: int) -> Loaded:
    """The graph of a document as if another province had written it, under another report id."""
    renamed = {pattern.report: f"{pattern.report}-{number}", pattern.place: f"{pattern.place}-{number}"}
    places = re.compile("|".join(re.escape(name) for name in sorted(renamed, key=len, reverse=True)).encode())
    in_iris = re.compile(rb"<https://w3id\.org/vankien/(?:id|graph)/[^>]*>")

    def iri(match: re.Match[bytes]) -> bytes:
        return places.sub(lambda m: renamed[m[0].decode()].encode(), match[0])

    nquads = in_iris.sub(iri, pattern.nquads) if number else pattern.nquads
    quads = list(ox.parse(nquads, RdfFormat.N_QUADS))
    report = renamed[pattern.report] if number else pattern.report
    return Loaded(report, report, nquads=nquads, digest=digest_to_text(digest_of(quads)))


def _copy(item: tuple[int, int], patterns: Sequence[Pattern]) -> Loaded:
    return copy_of(patterns[item[0]], item[1])


def patterns(seed: int = 0) -> list[Pattern]:
    """The documents of some provinces, read."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_corpus(Path(folder), PATTERNS, seed)
        documents = list(read_documents(paths, None, JOBS))
    return [Pattern(d.report, slug(setting_of(seed, n).province), d.nquads) for n, d in enumerate(documents)]


def copies(known: Sequence[Pattern], quads: int) -> Iterator[Loaded]:
    """Copies of some documents until they have that many quads together, made by several processes."""
    size = sum(p.nquads.count(b"\n") for p in known)
    items = [(index, number) for number in range(-(-quads // size)) for index in range(len(known))]
    total = 0
    for start in range(0, len(items), WINDOW):
        for _, document in share_out(partial(_copy, patterns=known), items[start : start + WINDOW], JOBS):
            yield document
            total += document.nquads.count(b"\n")
            if total >= quads:
                return


def main(store: Path, quads: int, seed: int) -> None:
    """Make the store and say what it took."""
    known = patterns(seed)
    began = time.monotonic()
    stored = save(store, copies(known, quads), moment=datetime.now(UTC), version="bench", rebuild=True)
    taken = time.monotonic() - began
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(u.ru_utime + u.ru_stime for u in usages)
    size = sum(f.stat().st_size for f in store.iterdir()) / 2**20
    print(f"{stored:,} quads, {taken:.0f} s, {cpu:.0f} s of processors, {size:.0f} MiB on disk, "
          f"{usages[0].ru_maxrss / 1024:.0f} MiB of memory at most")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
