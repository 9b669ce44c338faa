"""How fast pages are made: `python tests/bench/bench_pages.py [STORE]` prints what it measures (the published graph by default).

Opening, making what pages share, then every kind of page: milliseconds and kilobytes, median and most. Exit code 1 if the home
page takes 50 ms or more, or the median page is larger than 60 KB. Charts: ``bench_charts.py``; queries: ``bench_serve.py``.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

from vankien.explorer.addresses.links import ServerLinks
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.site.plan import pages_of
from vankien.graph.access.opening import open_store
from vankien.resources import folder

MOST = 25
"""How many pages of a kind are made."""

HOME, PAGE = 50.0, 60.0
"""The limits: milliseconds of the home page, kilobytes of the median page."""


def timed(explorer: Explorer, path: str) -> tuple[float, float]:
    """The milliseconds that a page took, and its kilobytes."""
    begun = time.perf_counter()
    answer = explorer.respond(path)
    return 1000 * (time.perf_counter() - begun), len(answer.body) / 1000


def main() -> int:
    """Measure and print."""
    store = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(str(folder("published")))
    begun = time.perf_counter()
    explorer = Explorer(open_store(store, read_only=True))
    print(f"open {time.perf_counter() - begun:.2f} s")
    begun = time.perf_counter()
    explorer.warm()
    print(f"make what pages share {time.perf_counter() - begun:.2f} s")
    kinds: dict[str, list[str]] = defaultdict(list)
    for page in pages_of(explorer.book):
        kinds[page.path.partition("/")[0]].append(ServerLinks().page(page.path, "vi", page.state).partition("?")[0])
    sizes: list[float] = []
    for kind, paths in sorted(kinds.items()):
        timed(explorer, paths[0])
        measured = [timed(explorer, path) for path in paths[:: max(1, len(paths) // MOST)]]
        took, weighed = zip(*measured, strict=True)
        sizes += weighed
        print(
            f"{kind or 'home':15} {statistics.median(took):8.1f} ms (most {max(took):7.1f})"
            f" {statistics.median(weighed):8.1f} KB (most {max(weighed):6.1f})"
        )
    home = statistics.median(timed(explorer, "/")[0] for _ in range(20))
    print(f"home, 20 times: {home:.1f} ms; median page {statistics.median(sizes):.1f} KB")
    explorer.close()
    return int(home >= HOME or statistics.median(sizes) > PAGE)


if __name__ == "__main__":
    sys.exit(main())
