"""What people do: find a target that was not met, go to its line, filter, search, ask, print, look on a phone."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.explorer.browser.chromium import Browser
from vankien.explorer.addresses.links import ServerLinks
from vankien.explorer.site.plan import Page

NARROW = 420


def test_from_the_home_page_to_the_line_of_a_target_that_was_not_met(browser: Browser, server: str) -> None:
    browser.open(server)
    browser.follow(".doors a[href*='verdict=']")
    assert "/targets/" in browser.url
    rows = browser.all("table.board tbody th[scope=row] a")
    assert rows
    browser.follow("table.board tbody th[scope=row] a")
    assert "/target/" in browser.url
    assert browser.find("h1").text
    browser.follow("main a.src")
    assert "/source/" in browser.url
    line = browser.url.partition("#")[2]
    row = browser.find(f"#{line}")
    assert row.is_displayed()
    assert row.find_elements("css selector", "mark"), "the words that were read are marked"


NODE = "svg .vk-node a"
"""The first programme or target of the map."""

FADED = "return [...document.querySelectorAll('.vk-dim')].filter((e) => getComputedStyle(e).opacity < 0.3).length"
"""How many items of the map stand back, so that another one and its links stand out."""


def test_pointing_at_an_item_of_the_map_makes_the_others_stand_back(browser: Browser, server: str) -> None:
    browser.open(f"{server}/map")
    assert browser.run(FADED) == 0
    browser.hover(f"{NODE} text")
    assert browser.run(FADED) > 0


def test_so_do_the_keyboard_and_an_address(browser: Browser, server: str) -> None:
    browser.open(f"{server}/about")
    browser.open(f"{server}/map")
    node = browser.find(NODE)
    browser.run("arguments[0].focus()", node)
    assert browser.run(FADED) > 0
    name = browser.run("arguments[0].blur(); return arguments[0].closest('.vk-node').id", node)
    browser.open(f"{server}/about")
    browser.open(f"{server}/map#{name}")
    assert browser.run(FADED) > 0


def test_the_phone_has_the_table_in_place_of_the_map(browser: Browser, server: str, congress: str) -> None:
    browser.open(f"{server}/map/{congress}")
    assert (browser.visible("main svg.vk-map, main .vk-wide svg"), browser.visible("main .vk-narrow table")) == (1, 0)
    with browser.width(NARROW):
        assert browser.visible("main .vk-wide svg") == 0
        assert browser.visible("main .vk-narrow table") == 1
        assert browser.run("return document.documentElement.scrollWidth") <= NARROW


def test_no_kind_of_page_is_wider_than_a_phone(browser: Browser, server: str, kinds: list[Page]) -> None:
    wide = {}
    with browser.width(NARROW):
        for page in kinds:
            address = ServerLinks().page(page.path, "vi", page.state)
            browser.open(server + address)
            width = browser.run("return document.documentElement.scrollWidth")
            if width > NARROW:
                wide[address] = width
    assert wide == {}


def test_filters_of_the_server_are_links(browser: Browser, server: str, congress: str) -> None:
    browser.open(f"{server}/targets/{congress}")
    everything = browser.visible("table.board tbody th[scope=row]")
    browser.follow(".facets [data-param=verdict] a")
    chosen = browser.visible("table.board tbody th[scope=row]")
    assert 0 < chosen < everything
    assert browser.all("[data-param=verdict] a[aria-current]")
    browser.follow("a[data-all]")
    assert browser.visible("table.board tbody th[scope=row]") == everything


def test_filters_from_a_folder_hide_rows(browser: Browser, folder: Path, congress: str) -> None:
    browser.open((folder / f"targets/{congress}.html").as_uri())
    everything = browser.visible("table.board tbody th[scope=row]")
    browser.follow(".facets [data-param=verdict] a")
    assert "#verdict=" in browser.url
    chosen = browser.visible("table.board tbody th[scope=row]")
    assert 0 < chosen < everything
    assert browser.find("[data-kept]").text == f"{chosen} / {everything}"
    browser.follow("a[data-all]")
    assert browser.visible("table.board tbody th[scope=row]") == everything


def test_search_on_the_server_needs_no_diacritics(browser: Browser, server: str) -> None:
    browser.open(server)
    browser.send("header input[type=search]", "ty le che phu rung")
    assert "/search?q=ty+le+che+phu+rung" in browser.url
    assert "Tỷ lệ che phủ rừng" in browser.text


def test_search_from_a_folder_needs_no_diacritics(browser: Browser, folder: Path) -> None:
    browser.open((folder / "index.html").as_uri())
    browser.send("header input[type=search]", "ty le che phu rung")
    assert "search.html?q=" in browser.url
    assert browser.find("#found a").text == "Tỷ lệ che phủ rừng"
    assert (folder / browser.find("#found a").get_attribute("href").removeprefix(folder.as_uri() + "/")).suffix


def test_the_editor_runs_an_example(browser: Browser, server: str) -> None:
    browser.open(f"{server}/sparql-editor")
    browser.follow(".editor button.main")
    assert browser.visible("#result table tbody tr") > 0


def test_an_error_of_a_query_is_shown_with_its_place(browser: Browser, server: str) -> None:
    browser.open(f"{server}/sparql-editor?query=SELECT+%3Fs+WERE+%7B%7D")
    assert "line 1" in browser.find("#result [role=alert]").text
    browser.complaints()  # the status 400 is one


@pytest.mark.parametrize("where", ["server", "folder"])
def test_the_language_switch_stays_on_the_page(
    browser: Browser, server: str, folder: Path, congress: str, where: str
) -> None:
    page = f"{server}/targets/{congress}" if where == "server" else (folder / f"targets/{congress}.html").as_uri()
    browser.open(page)
    assert browser.run("return document.documentElement.lang") == "vi"
    browser.follow("a.tongue")
    assert browser.run("return document.documentElement.lang") == "en"
    assert f"en/targets/{congress}" in browser.url
    browser.follow("a.tongue")
    assert browser.url.partition("#")[0] == page


def test_paper_has_the_facts_and_no_menu(browser: Browser, server: str, congress: str) -> None:
    browser.open(f"{server}/targets/{congress}")
    with browser.printing():
        assert browser.visible("header nav, header form, a.skip") == 0
        assert browser.visible("table.board tbody th[scope=row]") > 0
    with browser.width(700), browser.printing():  # paper is narrower than most windows, and is no phone
        display = "return getComputedStyle(document.querySelector('table.board tbody tr')).display"
        assert browser.run(display) == "table-row"
        assert browser.visible("table.board thead th") > 0
    printed = base64.b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27})["data"])
    assert printed.startswith(b"%PDF-")


def test_the_keyboard_reaches_the_content_first(browser: Browser, server: str) -> None:
    browser.open(server)
    browser.find("body").send_keys("\ue004")
    assert browser.run("return document.activeElement.className") == "skip"
