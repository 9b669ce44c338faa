"""A static site of the sample reports: whole, without dead links, the same bytes each time.

The site of the published graph is checked where CI has written one (``VANKIEN_SITE``).
"""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree

import html5rdf
import pytest

from tests.explorer.site.links import faults_of
from vankien.cli.site import to_address
from vankien.errors import BadUsage
from vankien.explorer.addresses.links import file_of
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.site.folder import files_in
from vankien.explorer.site.plan import SLOW, Piece, pages_of
from vankien.explorer.site.write import Making, Target, write_piece, write_site

URL = "https://example.org/kg/"


@pytest.fixture(scope="module")
def making(samples: Explorer, sample_texts: Path) -> Making:
    """What the site is made of."""
    assert samples.store.path is not None
    return Making(samples.store.path, (sample_texts,), URL)


@pytest.fixture(scope="module")
def site(making: Making, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample reports."""
    out = tmp_path_factory.mktemp("site") / "out"
    write_site(making, out, jobs=2)
    return out


def test_no_address_is_dead_and_every_page_has_title_language_and_one_heading(site: Path) -> None:
    assert list(faults_of(site, URL)) == []


def test_the_checker_sees_what_is_dead(site: Path, tmp_path: Path) -> None:
    page = '<!doctype html><html lang="vi"><title>t</title><h1>t</h1>{}</html>'
    (tmp_path / "index.html").write_text(
        page.format('<a href="no.html"></a><a href="#no"></a><a href="/x"></a><img src="https://example.org/x.png">'),
        encoding="utf-8",
    )
    assert len(list(faults_of(tmp_path))) == 4


def test_every_page_is_there_in_both_languages_and_nothing_twice(site: Path, samples: Explorer) -> None:
    files = files_in(site)
    wanted = {file_of(p.path, language, p.state) for p in pages_of(samples.book) for language in ("vi", "en")}
    assert wanted <= files
    assert len({f.casefold() for f in files}) == len(files)


def test_every_kind_of_page_nests_its_elements_rightly(site: Path, samples: Explorer) -> None:
    kinds = {p.path.partition("/")[0] + p.face: p for p in pages_of(samples.book)}
    for page in kinds.values():
        file = site / file_of(page.path, "vi", page.state)
        parser = html5rdf.HTMLParser()
        parser.parse(file.read_bytes())
        assert parser.errors == [], file


def test_iris_of_things_lead_to_their_pages(site: Path, samples: Explorer) -> None:
    base = samples.book.base
    for iri in (*samples.book.targets, *samples.book.programmes, *samples.book.documents):
        redirect = (site / iri.removeprefix(base) / "index.html").read_text(encoding="utf-8")
        assert f'href="{URL}{iri.removeprefix(base + "id/")}.html"' in redirect


def test_the_map_for_search_engines_names_all_pages(site: Path, samples: Explorer) -> None:
    root = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
    places = [e.text or "" for e in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(places) == len(set(places)) == 2 * len(list(pages_of(samples.book)))
    assert all((site / place.removeprefix(URL)).is_file() for place in places)
    assert f"Sitemap: {URL}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_another_process_writes_the_same_bytes(site: Path, samples: Explorer, tmp_path: Path) -> None:
    pages = [p for p in pages_of(samples.book) if p.path.partition("/")[0] not in SLOW]
    write_piece(samples, Piece("pages", tuple(pages[::9])), tmp_path)
    write_piece(samples, Piece("assets"), tmp_path)
    again = {f: (tmp_path / f).read_bytes() for f in files_in(tmp_path)}
    assert len(again) > 100
    assert [f for f, body in again.items() if (site / f).read_bytes() != body] == []


def test_an_iri_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match="cannot be written"):
        Target(tmp_path).write("target/../../etc/passwd.html", b"")


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "https://example.org/?a=b", "https:///x"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(BadUsage, match="--url"):
        to_address(url)


def test_the_site_of_the_published_graph_has_no_dead_link() -> None:
    written = os.environ.get("VANKIEN_SITE")
    if not written:
        pytest.skip("VANKIEN_SITE names no site; .ci/run writes one")
    assert list(faults_of(Path(written), "https://example.org/vankien/")) == []
