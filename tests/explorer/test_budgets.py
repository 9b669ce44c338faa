"""What pages may weigh. How long they take: ``tests/bench/bench_pages.py``."""

from __future__ import annotations

from statistics import median

import pytest

from vankien.explorer.addresses.links import StaticLinks, file_of
from vankien.explorer.responding.explorer import Explorer, asset
from vankien.explorer.site.plan import SLOW, Page, pages_of

PAGE, SCRIPT = 60_000, 5_000
"""Bytes: of the HTML of a page, and of the script that every page loads, at the median."""

LARGEST = 450_000
"""Bytes that no page goes over; the largest is the map of a congress with 135 targets."""


def some(pages: list[Page]) -> list[Page]:
    """Of every kind of page the first and some more."""
    kinds: dict[str, list[Page]] = {}
    for page in pages:
        kinds.setdefault(page.path.partition("/")[0] + page.face, []).append(page)
    return [page for held in kinds.values() for page in held[:: max(1, len(held) // 5)]]


@pytest.fixture(scope="module")
def sizes(published: Explorer) -> dict[str, list[int]]:
    """The sizes of some pages of each kind, in both languages."""
    found: dict[str, list[int]] = {}
    for page in some([p for p in pages_of(published.book) if p.path.partition("/")[0] not in SLOW]):
        for language in ("vi", "en"):
            links = StaticLinks(file_of(page.path, language, page.state))
            body = published.page(page.path, language, page.state, links).body
            found.setdefault(page.path.partition("/")[0] + page.face, []).append(len(body))
    return found


def test_the_median_page_is_small(sizes: dict[str, list[int]]) -> None:
    assert len(sizes) > 25
    assert median(median(held) for held in sizes.values()) <= PAGE / 2
    assert median(size for held in sizes.values() for size in held) <= PAGE / 2


def test_no_page_is_very_large(sizes: dict[str, list[int]]) -> None:
    assert {kind: max(held) for kind, held in sizes.items() if max(held) > LARGEST} == {}


def test_the_script_of_all_pages_is_tiny() -> None:
    script = asset("explorer.js")
    assert script is not None
    assert len(script) <= SCRIPT
