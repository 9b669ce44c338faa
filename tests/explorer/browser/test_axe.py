"""axe finds nothing on any kind of page, in both languages, on a server and from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.explorer.browser.chromium import Browser
from vankien.explorer.addresses.links import ServerLinks, file_of
from vankien.explorer.site.plan import Page

MORE = ("search?q=ty+le", "no-such-page", "sparql-editor?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+3")
"""Further pages that only a server has."""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_of_the_server(browser: Browser, server: str, kinds: list[Page], language: str) -> None:
    addresses = [ServerLinks().page(p.path, language, p.state) for p in kinds]
    found = {}
    for address in (*addresses, *(f"/{'en/' if language == 'en' else ''}{m}" for m in MORE)):
        browser.open(server + address)
        found[address] = browser.violations()
    browser.complaints()  # the page that is not there is one
    assert {k: v for k, v in found.items() if v} == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_from_a_folder(browser: Browser, folder: Path, kinds: list[Page], language: str) -> None:
    found = {}
    for page in kinds:
        file = file_of(page.path, language, page.state)
        browser.open((folder / file).as_uri())
        found[file] = browser.violations()
    assert {k: v for k, v in found.items() if v} == {}
