"""Store → files of a static site, made in several processes."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from vankien.errors import BadUsage
from vankien.explorer.addresses.links import DATA_OF_THINGS, LANGUAGES, StaticLinks, data_file_of, file_of
from vankien.explorer.downloads import SUMS
from vankien.explorer.pages.page import to_html
from vankien.explorer.responding.data import MEDIA_TYPES
from vankien.explorer.responding.explorer import STATIC_ASSETS, Explorer, not_found
from vankien.explorer.site.extras import redirects, robots, sitemap
from vankien.explorer.site.folder import check_free, is_safe, replacing
from vankien.explorer.site.plan import Page, Piece, pages_of, pieces_of
from vankien.graph.access.opening import open_store
from vankien.graph.workers import ignore_interrupts

if TYPE_CHECKING:
    from concurrent.futures import Executor

Counts = Counter[str]
"""How many files of each suffix were written, and (``bytes``) how large they are together."""


@dataclass(frozen=True)
class Making:
    """What a site is made of: the store, the texts that may be shown, the address of the site (with a slash at its end, or
    empty)."""

    store: Path
    texts: tuple[Path, ...] = ()
    url: str = ""

    @property
    def top(self) -> str:
        """The path of the site on its server; empty if its address is not known."""
        return urlsplit(self.url).path if self.url else ""

    def open(self) -> Explorer:
        """The pages of the store; raises `StoreError` and `CannotRead`."""
        return Explorer(open_store(self.store, read_only=True), texts=self.texts)


@dataclass
class Target:
    """A folder that is written into, and what was."""

    folder: Path
    counts: Counts = field(default_factory=Counter)

    def write(self, file: str, body: bytes) -> None:
        """Write a file; raises `BadUsage` for a path that could lead out of the folder or that no file can have."""
        if not is_safe(file):
            raise BadUsage(f"an IRI of the graph gives the file {file[:120]!r}, which cannot be written; see `--base`")
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        self.counts[file.rpartition(".")[2]] += 1
        self.counts["bytes"] += len(body)


# --- pieces -----------------------------------------------------------------------------------------------------


def _write_page(explorer: Explorer, page: Page, language: str, target: Target) -> None:
    """A page in one language; with its first face also its data, those that know no language once."""
    file = file_of(page.path, language, page.state)
    links = StaticLinks(file)
    context, shown = explorer.show(page.path, language, page.state, links)
    if shown is None:
        raise AssertionError(f"the route of {page.path} lists a page that it does not have")
    target.write(file, to_html(context, shown))
    if page.face:
        return
    for suffix in MEDIA_TYPES:
        said_already = suffix in DATA_OF_THINGS and language != LANGUAGES[0]
        if links.gives(page.path, suffix) and not said_already and (body := explorer.data(shown, suffix)) is not None:
            target.write(data_file_of(page.path, language, suffix), body)


def _write_downloads(explorer: Explorer, target: Target) -> None:
    for name in (*explorer.downloads.listed, SUMS):
        made = explorer.downloads.make(name)
        assert made is not None, name
        target.write(f"download/{name}", made.body)


def _write_assets(explorer: Explorer, target: Target) -> None:
    for name in STATIC_ASSETS:
        target.write(f"static/{name}", explorer.respond(f"static/{name}").body)


def write_piece(explorer: Explorer, piece: Piece, folder: Path) -> Counts:
    """Write a piece of a site into a folder."""
    target = Target(folder)
    if piece.kind == "downloads":
        _write_downloads(explorer, target)
    if piece.kind == "assets":
        _write_assets(explorer, target)
    for page in piece.pages:
        for language in LANGUAGES:
            _write_page(explorer, page, language, target)
    return target.counts


def _write_extras(explorer: Explorer, pages: Sequence[Page], making: Making, folder: Path) -> Counts:
    target = Target(folder)
    for file, body in redirects(explorer.book, {p.path for p in pages}, making.url):
        target.write(file, body)
        target.counts["redirects"] += 1
    for language in LANGUAGES:
        file = file_of("404", language)
        context, _ = explorer.show("404", language, {}, StaticLinks(file, making.top))
        target.write(file, to_html(context, not_found(context)))
    target.write("robots.txt", robots(making.url))
    target.write(".nojekyll", b"")
    if making.url:
        target.write("sitemap.xml", sitemap(pages, making.url))
    return target.counts


# --- processes --------------------------------------------------------------------------------------------------

_own: dict[str, Explorer] = {}
"""The pages that a worker process made for itself."""


def _start_worker(making: Making) -> None:
    ignore_interrupts()
    _own["explorer"] = making.open()


def _work(piece: Piece, folder: Path) -> Counts:
    return write_piece(_own["explorer"], piece, folder)


def _pool(making: Making, jobs: int) -> Executor:
    """Processes that each open the store; they are not forked, since an open store has threads."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_start_worker, initargs=(making,))


def _written(making: Making, explorer: Explorer, pieces: Iterable[Piece], folder: Path, jobs: int) -> Iterator[Counts]:
    if jobs <= 1:
        yield from (write_piece(explorer, piece, folder) for piece in pieces)
        return
    with _pool(making, jobs) as pool:
        waiting = [pool.submit(_work, piece, folder) for piece in pieces]
        try:
            yield from (future.result() for future in waiting)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def write_site(making: Making, out: Path, jobs: int = 2, opened: Callable[[Explorer], None] = lambda _: None) -> Counts:
    """Write a site into a folder, in the place of an older one of ours; gives what was written. `opened` is told of the
    pages before they are written.

    Raises `BadUsage` for a folder that holds something else, `StoreError` for a store that
    cannot be read or a folder that cannot be written, `CannotRead` for texts that are not there.
    """
    check_free(out)
    explorer = making.open()
    try:
        opened(explorer)
        pages = list(pages_of(explorer.book))
        with replacing(out) as folder:
            counts = _write_extras(explorer, pages, making, folder)
            for done in _written(making, explorer, pieces_of(pages), folder, jobs):
                counts.update(done)
    finally:
        explorer.close()
        explorer.store.close()
    return counts
