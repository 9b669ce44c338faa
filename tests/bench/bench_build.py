"""How long builds take: `python -m tests.bench.bench_build WHAT...` prints Markdown tables.

`scaling` builds 10, 100 and 1,000 synthetic documents in turns, then again with nothing changed and with one document changed;
`cores` builds 200 of them with one processor and with two, in turns; `real FOLDER` builds and validates the documents of
a folder, from nothing and again. Wall seconds, processor seconds (user and system, of all processes) and peak memory
(proportional share of all processes, sampled) are of the commands themselves, `python -m vankien ...`.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.kill_builds import processes_of
from tests.bench.synthetic import write_corpus

SIZES = (10, 100, 1000)
TURNS = 3
CORES_SIZE = 200


@dataclass(frozen=True)
class Measured:
    """What a command took: wall and processor seconds, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


def _memory(session: int) -> float:
    """The proportional share of memory of all processes of a session, in MiB."""
    total = 0
    for process in processes_of(session):
        with contextlib.suppress(OSError, StopIteration):
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            total += int(next(line for line in lines if line.startswith("Pss:")).split()[1])
    return total / 1024


def run(*arguments: str | Path, processors: Sequence[int] = ()) -> Measured:
    """Run the command line, on some processors only if they are named."""
    command = [sys.executable, "-m", "vankien", *map(str, arguments)]
    if processors:
        command = ["taskset", "-c", ",".join(map(str, processors)), *command]
    before, began, peak = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.2)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {process.stderr.read().decode() if process.stderr else ''}")
    return Measured(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak)


def _row(*cells: object) -> None:
    print("| " + " | ".join(f"{c:.2f}" if isinstance(c, float) else str(c) for c in cells) + " |", flush=True)


def _head(*columns: str) -> None:
    _row(*columns)
    print("|" + "---|" * len(columns))


def _edit(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\nTỉnh ủy giao Văn phòng theo dõi việc thực hiện.\n", "utf-8")


def scaling(work: Path) -> None:
    """Builds of growing corpora, in turns: what else a machine does changes its speed by more than what is measured."""
    corpora = {size: write_corpus(work / f"corpus-{size}", size) for size in SIZES}
    taken: dict[int, list[Measured]] = {size: [] for size in SIZES}
    for turn in range(TURNS):
        for size, measured in taken.items():
            shutil.rmtree(work / f"kg-{size}", ignore_errors=True)
            measured.append(run("build", work / f"corpus-{size}", "-o", work / f"kg-{size}"))
            print(f"turn {turn + 1}: {size} documents, {measured[-1].wall:.1f} s", file=sys.stderr, flush=True)
    _head("documents", "wall s (median of 3)", "least", "most", "cpu s", "documents per wall s", "MiB", "again, cpu s", "one changed, cpu s")  # fmt: skip
    for size, measured in taken.items():
        corpus, store = work / f"corpus-{size}", work / f"kg-{size}"
        again = run("build", corpus, "-o", store)
        _edit(corpora[size][size // 2])
        changed = run("build", corpus, "-o", store)
        walls, memory = [m.wall for m in measured], max(m.memory for m in measured)
        wall, cpu = statistics.median(walls), statistics.median(m.cpu for m in measured)
        _row(size, wall, min(walls), max(walls), cpu, size / wall, memory, again.cpu, changed.cpu)


def cores(work: Path) -> None:
    """The same build with one processor and with two, in turns."""
    corpus = work / "corpus-cores"
    write_corpus(corpus, CORES_SIZE)
    available = sorted(os.sched_getaffinity(0))[:2]
    taken: dict[int, list[Measured]] = {1: [], 2: []}
    for _ in range(TURNS):
        for count, measured in taken.items():
            store = work / "kg-cores"
            shutil.rmtree(store, ignore_errors=True)
            measured.append(run("build", corpus, "-o", store, "--jobs", str(count), processors=available[:count]))
    _head("processors", "wall s (median of 3)", "least", "cpu s", "times faster")
    one = statistics.median(m.wall for m in taken[1])
    for count, measured in taken.items():
        wall = statistics.median(m.wall for m in measured)
        _row(count, wall, min(m.wall for m in measured), statistics.median(m.cpu for m in measured), one / wall)


def real(work: Path, folder: Path) -> None:
    """Text to validated store, from nothing and when nothing has changed."""
    _head("", "build wall s", "build cpu s", "validate wall s", "validate cpu s", "both wall s", "MiB")
    for name in ("from nothing", "nothing changed"):
        built, checked = run("build", folder, "-o", work / "kg-real"), run("validate", work / "kg-real")
        peak = max(built.memory, checked.memory)
        _row(name, built.wall, built.cpu, checked.wall, checked.cpu, built.wall + checked.wall, peak)


def main(arguments: Sequence[str]) -> None:
    """Do what is named, in a temporary folder."""
    work = Path(tempfile.mkdtemp(prefix="vankien-bench-"))
    try:
        if "scaling" in arguments:
            scaling(work)
        if "cores" in arguments:
            cores(work)
        if "real" in arguments:
            real(work, Path(arguments[arguments.index("real") + 1]))
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
