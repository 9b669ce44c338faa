"""A browser, and the pages of the sample reports on a server and as files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.explorer.browser.chromium import Browser, start_browser
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.site.plan import Page, Piece, pages_of
from vankien.explorer.site.write import write_piece
from vankien.explorer.targets.scoreboard import scoreboards


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser; after each module it has neither complained nor asked another host for anything."""
    started = start_browser()
    yield started
    complaints, asked = started.complaints(), started.requests()
    started.driver.quit()
    assert complaints == []
    assert [u for u in asked if not u.startswith(("http://127.0.0.1:", "file://", "data:"))] == []


@pytest.fixture(scope="module")
def server(browser: Browser, samples: Explorer, sample_texts: Path) -> Iterator[str]:
    """The address of ``vankien serve`` over the sample reports with their texts."""
    command = [sys.executable, "-m", "vankien", "serve", str(samples.store.path), "--port", "0"]
    process = subprocess.Popen([*command, "--texts", str(sample_texts)], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    line = process.stderr.readline()
    yield line.split()[1].rstrip("/")
    process.terminate()
    process.wait()
    process.stderr.close()


def kinds_of_pages(explorer: Explorer) -> list[Page]:
    """One page of each kind: the first of every route, depth and face."""
    found: dict[tuple[str, int, str], Page] = {}
    for page in pages_of(explorer.book):
        parts = page.path.split("/")
        found.setdefault((parts[0] if parts[0] != "concept" else parts[1], min(len(parts), 3), page.face), page)
    return list(found.values())


@pytest.fixture(scope="module")
def kinds(samples: Explorer) -> list[Page]:
    """One page of each kind."""
    return kinds_of_pages(samples)


@pytest.fixture(scope="session")
def congress(samples: Explorer) -> str:
    """The key of the congress with the most verdicts on its targets."""
    boards = scoreboards(samples.book)
    return max(samples.book.congresses.values(), key=lambda c: sum(bool(r.stated) for r in boards.get(c.iri, ()))).key


@pytest.fixture(scope="session")
def folder(samples: Explorer, congress: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one page of each kind, and those that the tests go to, as a static site has them."""
    out = tmp_path_factory.mktemp("static")
    pages = dict.fromkeys([*kinds_of_pages(samples), Page(f"targets/{congress}")])
    write_piece(samples, Piece("pages", tuple(pages)), out)
    write_piece(samples, Piece("assets"), out)
    return out
