"""Debian's chromium, driven by Selenium: what it shows, what it asks for, what it complains of, and what axe finds."""

from __future__ import annotations

import importlib.util
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"),
    "--force-prefers-reduced-motion",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""No window, no host but this one."""

NEEDED = "apt-get install chromium chromium-driver fonts-noto-core"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
"""What axe looks for; it need not fetch style sheets, which a page from a folder may not."""


def axe_script() -> str:
    """The text of axe.min.js, out of the package that ships it."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("axe-playwright-python, which ships axe.min.js, is not installed")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


LEAVES = """const e = arguments[0], page = (url) => url.split('#')[0];
window.vkLeft = true;
return (e.form && e.type === 'submit') || (e.href && page(e.href) !== page(location.href)) || false"""
"""Whether a click leads to another page; marks the page that it leaves."""
PATIENCE = 5.0
"""Seconds to wait for the next page."""


@dataclass
class Browser:
    """A browser with one page; every request and complaint is kept."""

    driver: Any
    axe: str

    def open(self, url: str) -> None:
        """Go to a page."""
        self.driver.get(url)

    def run(self, script: str, *given: object) -> Any:
        """Run a script in the page."""
        return self.driver.execute_script(script, *given)

    def find(self, selector: str) -> Any:
        """The first element that fits."""
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[Any]:
        """All elements that fit."""
        return list(self.driver.find_elements("css selector", selector))

    def visible(self, selector: str) -> int:
        """How many elements that fit are shown."""
        return sum(e.is_displayed() for e in self.all(selector))

    def follow(self, selector: str) -> None:
        """Click the first element that fits and is shown, and wait for the page that it leads to."""
        element = next(e for e in self.all(selector) if e.is_displayed())
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        leaves = self.run(LEAVES, element)
        element.click()
        if leaves:
            self._wait_for_page()

    def send(self, selector: str, text: str) -> None:
        """Type into a field, press Enter, and wait for the page that its form leads to."""
        field = self.find(selector)
        self.run("window.vkLeft = true")
        field.send_keys(f"{text}\n")
        self._wait_for_page()

    def _wait_for_page(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.run("return window.vkLeft === true"):
            time.sleep(0.02)  # a form may be sent a moment after the click

    def hover(self, selector: str) -> None:
        """Point at an element."""
        chains = importlib.import_module("selenium.webdriver.common.action_chains")
        element = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        chains.ActionChains(self.driver).move_to_element(element).perform()

    @property
    def text(self) -> str:
        """What a reader sees of the main part."""
        return str(self.find("main").text)

    @property
    def url(self) -> str:
        """Where the browser is."""
        return str(self.driver.current_url)

    def violations(self) -> list[str]:
        """What axe finds on the page."""
        self.run(self.axe)
        found = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run(document, arguments[0]).then((r) => done(r.violations))", RULES
        )
        return [f"{v['id']}: {[n['html'][:120] for n in v['nodes'][:2]]}" for v in found]

    def complaints(self) -> list[str]:
        """What the browser wrote into its console since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses that were asked for since this was last asked."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    @contextmanager
    def width(self, pixels: int) -> Iterator[None]:
        """As wide as a phone, say."""
        size = {"width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": pixels < 760}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        yield
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    @contextmanager
    def printing(self) -> Iterator[None]:
        """As on paper."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        yield
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def start_browser() -> Browser:
    """Start chromium; skips the test, and says why, where something is missing."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip(f"chromium and chromedriver are not installed: {NEEDED}")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, "--window-size=1280,900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = importlib.import_module("selenium.webdriver.chrome.service").Service(driver)
    started = webdriver.Chrome(options=options, service=service)
    started.set_script_timeout(60)
    return Browser(started, axe_script())
