"""Builds killed at random moments: `python -m tests.bench.kill_builds [DOCUMENTS] [KILLS] [SEED] [FOLDER]`.

Every build reads all documents of a corpus in one of two versions into the same store, and is killed (SIGKILL, the main
process alone). After each kill every document in the store must be whole, in the one or the other version, and the
catalogue must list what is there. When a build ends before it is killed, the next one reads the other version. In the
end an undisturbed build must give the same bytes as a build into a fresh store, and no process may be left. Prints a
table; exit code 1 if anything was wrong.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad, RdfFormat

from tests.bench.synthetic import document
from vankien.graph.access.opening import open_store
from vankien.graph.serialising.export import document_graphs, quads_to_bytes, select
from vankien.graph.stores.store import is_store
from vankien.graph.stores.writing import parts_folder
from vankien.graph.terms.vocabulary import DCAT

VERSIONS = ("old", "new")


@dataclass
class Outcome:
    """What the kills hit, and what was wrong after them."""

    hit: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    versions: Counter[str] = field(default_factory=Counter)


def _write(folder: Path, version: str, count: int, seed: int) -> None:
    """One version of a corpus: the same file names, other figures and words."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name, text = document(number, seed + VERSIONS.index(version))
        (folder / name).write_text(text, encoding="utf-8")


def _start(folder: Path, store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "vankien", "build", str(folder), "-o", str(store), "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def _build(folder: Path, store: Path) -> float:
    """Build undisturbed; gives the seconds that it took."""
    began = time.monotonic()
    process = _start(folder, store)
    _, error = process.communicate()
    if process.returncode:
        raise RuntimeError(f"the build failed: {error.decode()}")
    return time.monotonic() - began


def _graphs(store: Path) -> dict[str, frozenset[Quad]]:
    with open_store(store, read_only=True) as opened:
        return {g.value: frozenset(opened.quads(g)) for g in document_graphs(opened)}


def _listed(store: Path) -> set[str]:
    with open_store(store, read_only=True) as opened:
        found = opened.inner.quads_for_pattern(None, DCAT.dataset, None, None)
        return {str(q.object)[1:-1] for q in found}


def _export(store: Path) -> bytes:
    """Everything but the log of the runs."""
    with open_store(store, read_only=True) as opened:
        return quads_to_bytes(select(opened, ("computed", "ontology", "vocabulary", "loads")), RdfFormat.N_QUADS)


def processes_of(session: int) -> list[int]:
    """The processes of a session, without those that have ended and wait to be collected."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rsplit(")", 1)[1].split()
        except (OSError, IndexError):
            continue
        if fields[0] != "Z" and int(fields[3]) == session:
            found.append(int(entry.parent.name))
    return found


def _phase(store: Path) -> str:
    """What the build was doing, as far as the disk tells."""
    if any(store.parent.glob(f".{store.name}.new-*")):
        return "loading a new store"
    return "reading or updating" if parts_folder(store).exists() else "starting or ending"


def _check(store: Path, known: dict[str, dict[str, frozenset[Quad]]], outcome: Outcome, kill: int) -> None:
    held = _graphs(store)
    for graph, quads in held.items():
        version = next((v for v in VERSIONS if known[v].get(graph) == quads), None)
        outcome.versions[version or "torn"] += 1
        if version is None:
            outcome.wrong.append(f"kill {kill}: {graph} is neither old nor new ({len(quads)} quads)")
    if _listed(store) != set(held):
        outcome.wrong.append(f"kill {kill}: the catalogue does not list what the store holds")


def run(work: Path, documents: int, kills: int, seed: int) -> Outcome:
    """Do it all in a folder; gives what was hit and what was wrong."""
    chance, outcome = random.Random(seed), Outcome()
    corpora = {version: work / version for version in VERSIONS}
    fresh = {version: work / f"kg-{version}" for version in VERSIONS}
    for version in VERSIONS:
        _write(corpora[version], version, documents, seed)
    seconds = max([_build(corpora[version], fresh[version]) for version in VERSIONS])
    known = {version: _graphs(fresh[version]) for version in VERSIONS}
    store, sources = work / "kg", work / "documents"
    _write(sources, "old", documents // 2, seed)
    _build(sources, store)
    version = "new"
    _write(sources, version, documents, seed)
    for kill in range(1, kills + 1):
        process = _start(sources, store)
        try:
            process.wait(chance.uniform(0, 1.1 * seconds))
            outcome.hit["nothing: the build had ended"] += 1
            version = VERSIONS[1 - VERSIONS.index(version)]
            _write(sources, version, documents, seed)
        except subprocess.TimeoutExpired:
            outcome.hit[_phase(store)] += 1
            os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        if not is_store(store):
            outcome.hit["between two renames"] += 1
        _check(store, known, outcome, kill)
        if processes_of(process.pid):
            time.sleep(2)
        if left := processes_of(process.pid):
            outcome.wrong.append(f"kill {kill}: processes {left} live on")
        print(f"kill {kill} of {kills}: {len(outcome.wrong)} things wrong", file=sys.stderr, flush=True)
    _build(sources, store)
    if _export(store) != _export(fresh[version]):
        outcome.wrong.append("the last build differs from an undisturbed one")
    left_over = sorted(p.name for p in work.glob(".kg.*") if p.name != ".kg.lock")
    if left_over:
        outcome.wrong.append(f"left beside the store: {', '.join(left_over)}")
    return outcome


def main(documents: int, kills: int, seed: int, folder: str | None) -> int:
    """Run and print; gives the exit code."""
    work = Path(tempfile.mkdtemp(prefix="vankien-kills-", dir=folder))
    try:
        outcome = run(work, documents, kills, seed)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{kills} kills, {documents} documents, seed {seed}\n\n| the kill hit | times |\n|---|---|")
    for what, times in outcome.hit.most_common():
        print(f"| {what} | {times} |")
    print("\n| documents found after the kills | times |\n|---|---|")
    for what, times in outcome.versions.most_common():
        print(f"| {what} | {times} |")
    print(f"\n{len(outcome.wrong)} things wrong")
    for line in outcome.wrong:
        print(line)
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    given = [*sys.argv[1:], *("100", "50", "0")[len(sys.argv) - 1 :]]
    sys.exit(main(int(given[0]), int(given[1]), int(given[2]), given[3] if len(given) > 3 else None))
