"""How long the charts take: `python tests/bench/bench_charts.py [RUNS]` prints a table.

Exit code 1 if a picture takes 100 ms or more. The data is made here, as large as the graph of the five documents (24
programmes, 135 targets, 370 links) and larger.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from vankien.explorer.charts.map_svg import programme_target_map
from vankien.explorer.charts.model import (
    MODES,
    VERDICTS,
    MapData,
    MapGroup,
    MapLink,
    MapProgramme,
    MapTarget,
    Point,
    Series,
    SeriesData,
)
from vankien.explorer.charts.series_svg import series_chart
from vankien.explorer.charts.tables import link_table, matrix

LIMIT = 100.0
"""Milliseconds."""

NAMES = (
    "Tỷ lệ trường học được xây dựng kiên cố",
    "Tốc độ tăng tổng sản phẩm trên địa bàn bình quân hằng năm",
    "Tỷ lệ hộ dân ở các phường có nước sạch dẫn tận nhà, được kiểm tra chất lượng hằng quý",
    "Diện tích chè",
)


def map_of(programmes: int, targets: int, links: int) -> MapData:
    """A map of that many programmes, targets and links; each programme serves targets that lie near each other."""
    made = [
        MapTarget(f"t{i}", f"{NAMES[i % 4]} {i}", "ít nhất 57,5 %/năm", VERDICTS[i % 6], VERDICTS[i % 3])
        for i in range(targets)
    ]
    pairs = {
        (i % programmes, (i % programmes * targets // programmes + i * i // programmes) % targets) for i in range(links)
    }
    return MapData(
        tuple(MapProgramme(f"p{i}", f"Chương trình {NAMES[i % 4]}", "đề án") for i in range(programmes)),
        tuple(MapGroup(f"Nhóm {i // 12 + 1}", tuple(made[i : i + 12])) for i in range(0, targets, 12)),
        tuple(MapLink(f"p{p}", f"t{t}", MODES[(p + t) % 3]) for p, t in sorted(pairs)),
    )


def series_of(series: int, years: int) -> SeriesData:
    """So many series of so many years."""
    points = [
        [Point(date(2000 + y, 1, 1), date(2000 + y, 12, 31), Decimal(y * 7 % 31 + 10 * s)) for y in range(years)]
        for s in range(series)
    ]
    return SeriesData(tuple(Series(f"s{i}", f"Nơi {i}", "%", "", tuple(p)) for i, p in enumerate(points)))


def median(make: Callable[[], str], runs: int) -> tuple[float, int]:
    """The median time of the processor in milliseconds, after a first run that does not count; the size in bytes."""
    size, times = len(make().encode()), []
    for _ in range(runs):
        start = time.process_time()
        make()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times), size


def main(runs: int) -> int:
    """Measure all and print a row for each; 1 if one is too slow."""
    published, large, series = map_of(24, 135, 370), map_of(40, 200, 500), series_of(5, 25)
    cases: dict[str, Callable[[], str]] = {
        "map, 24 programmes, 135 targets": lambda: programme_target_map(published, "vi"),
        "map, 40 programmes, 200 targets": lambda: programme_target_map(large, "vi"),
        "matrix, 40 programmes, 200 targets": lambda: matrix(large, "vi"),
        "table, 40 programmes, 200 targets": lambda: link_table(large, "vi"),
        "series, 5 of 25 years": lambda: series_chart(series, "vi"),
    }
    slowest = 0.0
    for name, make in cases.items():
        took, size = median(make, runs)
        slowest = max(slowest, took)
        print(f"{name:40} {took:7.1f} ms {size / 1000:8.1f} kB")
    return int(slowest >= LIMIT)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
