"""How fast the endpoint is: `python tests/bench/bench_serve.py [STORE]` prints what it measures (the published graph by default).

Cold start to the first answer, one query of 50 rows over and over, 2,000 requests from 50 clients, memory (Linux), and how
long a killed worker takes to be replaced. Exit code 1 if the median query takes 5 ms or more, a request fails with
another status than 503, or a process is left over.
"""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

from vankien.resources import folder
from vankien.serve.herd import can_fork, make_herd
from vankien.serve.jobs import Limits
from vankien.serve.live import read_snapshot, to_n_quads

QUERY = "SELECT * { ?s a ?type ; rdfs:label ?label } LIMIT 50"
MIXED = (
    QUERY,
    "ASK { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { ?t a vk:Target }",
    "CONSTRUCT WHERE { ?s a vk:Congress }",
    "SELECT ?o { ?s vk:verdict ?o } LIMIT 500",
)
USUAL = 5.0
"""Milliseconds: the limit of the median of `QUERY`."""


def start(store: Path) -> tuple[subprocess.Popen[str], str, int, float]:
    """A server: its process, host, port, and the seconds until it said that it was ready."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "vankien", "serve", str(store), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if address := re.search(r"http://([^:/]+):(\d+)/ serves", line):
            return process, address[1], int(address[2]), time.perf_counter() - begun
    sys.exit("the server did not start")


def asked(connection: http.client.HTTPConnection, query: str) -> tuple[int, float]:
    """The status of a query, and its milliseconds."""
    begun = time.perf_counter()
    connection.request("GET", f"/sparql?query={quote(query)}")
    answer = connection.getresponse()
    answer.read()
    return answer.status, 1000 * (time.perf_counter() - begun)


def crowd(host: str, port: int, clients: int, each: int) -> list[tuple[int, float]]:
    """Many clients, each with its own connection, who ask one query after the other."""

    def client(number: int) -> list[tuple[int, float]]:
        connection = http.client.HTTPConnection(host, port, timeout=60)
        return [asked(connection, MIXED[(number + n) % len(MIXED)]) for n in range(each)]

    with ThreadPoolExecutor(clients) as threads:
        return [got for some in threads.map(client, range(clients)) for got in some]


def family(pid: int) -> dict[int, str]:
    """A process and those below it, with their memory: resident and private megabytes (Linux)."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        fields = path.read_text().rpartition(")")[2].split()
        parents[int(path.parent.name)] = int(fields[1])
    members, memory = [pid], {}
    for member in members:
        members += [child for child, parent in parents.items() if parent == member]
        rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
        sizes = {
            m[1]: int(m[2]) / 1024
            for m in re.finditer(r"^(Rss|Private_Clean|Private_Dirty): +(\d+)", rollup, re.MULTILINE)
        }
        memory[member] = (
            f"{sizes['Rss']:.0f} MB resident, {sizes['Private_Clean'] + sizes['Private_Dirty']:.0f} private"
        )
    return memory


async def replaced(store: Path, fork: bool) -> tuple[float, float]:
    """Seconds until the first worker is there, and milliseconds until a further one is."""
    snapshot = read_snapshot(store)
    herd = make_herd(lambda: to_n_quads(snapshot.store), Limits(), fork=fork)
    begun = time.perf_counter()
    first = await herd.start()
    middle = time.perf_counter()
    second = await herd.start()
    end = time.perf_counter()
    for worker in (first, second):
        await worker.end()
    await herd.close()
    return middle - begun, 1000 * (end - middle)


def main(store: Path) -> int:
    """Measure and print; gives the exit code."""
    process, host, port, ready = start(store)
    connection = http.client.HTTPConnection(host, port, timeout=60)
    before = time.perf_counter()
    asked(connection, "ASK {}")
    print(f"cold start: ready after {ready:.2f} s, first answer {time.perf_counter() - before + ready:.2f} s")
    for _ in range(50):
        asked(connection, QUERY)
    times = [asked(connection, QUERY)[1] for _ in range(1000)]
    usual, worst = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"50 rows, one client: p50 {usual:.2f} ms, p95 {worst:.2f} ms")
    begun = time.perf_counter()
    got = crowd(host, port, 50, 40)
    seconds = time.perf_counter() - begun
    statuses, waits = Counter(status for status, _ in got), [wait for _, wait in got]
    print(f"{len(got)} requests, 50 clients: {dict(statuses)} in {seconds:.1f} s, {len(got) / seconds:.0f} a second")
    print(f"  p50 {statistics.median(waits):.0f} ms, p95 {statistics.quantiles(waits, n=20)[-1]:.0f} ms")
    members = family(process.pid) if Path("/proc/self/smaps_rollup").exists() else {}
    for pid, memory in members.items():
        print(f"  {'server' if pid == process.pid else 'process for queries'} {memory}")
    process.send_signal(signal.SIGINT)
    process.wait(timeout=30)
    time.sleep(0.5)
    left = [pid for pid in members if Path(f"/proc/{pid}").exists() and pid != os.getpid()]
    print(f"processes left over: {len(left)}")
    for fork in (True, False) if can_fork() else (False,):
        first, further = asyncio.run(replaced(store, fork))
        print(f"{'forked' if fork else 'own copies'}: first worker {first:.2f} s, a further one {further:.0f} ms")
    return 1 if usual >= USUAL or not set(statuses) <= {200, 503} or left else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(str(folder("published")))))
