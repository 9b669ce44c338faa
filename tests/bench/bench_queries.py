"""How long every query takes on a store: `python tests/bench/bench_queries.py STORE [RUNS] [NAME...] [--given NAME=VALUE]...`
prints a table.

With names, only the documents of these reports, congresses or places are asked, as with ``vankien query --only``. With
``--given``, the queries that have one of these parameters are asked with the first of them that they have, and no others.
Exit code 1 if a query takes 300 ms or more, or the 95th percentile of all is 100 ms or more.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from vankien.graph.access.opening import open_store
from vankien.graph.asking.answers import ask
from vankien.graph.asking.catalogue import Query, fill, queries
from vankien.graph.building.narrow import narrow
from vankien.graph.stores.store import Store

SLOWEST, USUAL = 300.0, 100.0
"""Milliseconds: the limit of one query, and of the 95th percentile of all."""


def chosen(query: Query, wanted: Mapping[str, str]) -> dict[str, str]:
    """The first of some parameters that a question has, with its value; nothing if it has none of them."""
    known = {p.name for p in query.parameters}
    return next(({name: value} for name, value in wanted.items() if name in known), {})


def given(store: Store, query: Query, wanted: Mapping[str, str]) -> dict[str, str]:
    """What a question is asked with: a parameter that is wanted, else its defaults, but one fact for `provenance` and one
    report for `facts-on-lines`."""
    if wanted:
        return chosen(query, wanted)
    if query.name == "provenance":
        return {"fact": str(store.rows("SELECT ?f { ?f vk:states ?t } ORDER BY ?f LIMIT 1")[0][0])[1:-1]}
    if query.name == "facts-on-lines":
        return {"report": str(store.rows("SELECT ?r { ?t dcterms:identifier ?r ; vk:sha256 ?s } LIMIT 1")[0][0])[1:-1]}
    return {}


def measure(store: Store, query: Query, runs: int, wanted: Mapping[str, str]) -> tuple[float, float, int]:
    """The median time of the processor for a query in milliseconds, after a first run, and that of the first run; its rows.
    What took long is kept by a store on disk, so that later runs read it."""
    text = fill(query, given(store, query, wanted))
    start = time.process_time()
    rows, times = len(ask(store, text).rows), []
    first = 1000 * (time.process_time() - start)
    for _ in range(runs):
        start = time.process_time()
        ask(store, text)
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times), first, rows


def main(path: Path, runs: int, only: Sequence[str], wanted: Mapping[str, str]) -> int:
    """Measure all queries, or those with a parameter that is wanted, and print them, the slowest first; gives the exit
    code."""
    asked = [q for q in queries() if not wanted or chosen(q, wanted)]
    with open_store(path, read_only=True) as whole:
        start = time.perf_counter()
        store = narrow(whole, only) if only else whole
        taken = time.perf_counter() - start
        if only:
            print(f"{len(whole):,} quads narrowed to {len(store):,} in {taken:.2f} s")
        measured = sorted(((*measure(store, q, runs, wanted), q.name) for q in asked), reverse=True)
    print(f"{'query':32} {'ms':>8} {'first':>9} {'rows':>7}")
    for milliseconds, first, rows, name in measured:
        print(f"{name:32} {milliseconds:8.1f} {first:9.1f} {rows:7}", flush=True)
    times = [m for m, *_ in measured]
    usual = statistics.quantiles(times, n=20)[-1]
    print(f"{len(times)} queries: slowest {times[0]:.1f} ms, 95th percentile {usual:.1f} ms")
    return 1 if times[0] >= SLOWEST or usual >= USUAL else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("runs", type=int, nargs="?", default=5)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--given", action="append", default=[], metavar="NAME=VALUE", help="a parameter; repeat it")
    asked_for = parser.parse_args()
    parameters = dict(item.split("=", 1) for item in asked_for.given)
    sys.exit(main(asked_for.store, asked_for.runs, asked_for.names, parameters))
