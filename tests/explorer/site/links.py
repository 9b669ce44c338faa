"""A checker of static sites: every address of every page leads to a file of the site, and to a place that is there.

python tests/explorer/site/links.py SITE
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import lxml.etree
import lxml.html

ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset")
"""The attributes that hold addresses."""

OUTSIDE = ("https", "http", "mailto")
"""What a link that a person follows may name; nothing that a browser loads by itself may be elsewhere."""

REFRESH = re.compile(r"\d+; ?url=(.*)")


@dataclass(frozen=True)
class Page:
    """What a page offers and names: ids, words of its filters by parameter, addresses with the tag they stand on, faults."""

    ids: frozenset[str]
    words: Mapping[str, frozenset[str]]
    addresses: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def _addresses(element: lxml.etree._Element) -> Iterator[str]:
    for name, value in element.items():
        if name.rpartition("}")[2].rpartition(":")[2] in ADDRESSES and element.tag != "meta":
            yield value
    if element.tag == "meta" and element.get("http-equiv") == "refresh":
        target = REFRESH.fullmatch(element.get("content", ""))
        yield target[1] if target else ""


def _kind(element: lxml.etree._Element) -> str:
    return "canonical" if element.get("rel") == "canonical" else str(element.tag)


def _forbidden(element: lxml.etree._Element) -> Iterator[str]:
    """What a strict policy of the server would refuse: style and script in the page."""
    yield from (f"attribute {n}" for n in element.keys() if n == "style" or n.startswith("on"))  # noqa: SIM118
    if element.tag == "style" or (element.tag == "script" and not element.get("src")):
        yield f"<{element.tag}> in the page"


def read_page(body: bytes, language: str) -> Page:
    """Parse a page and see what it says for itself: title, language, one heading, ids that are not repeated."""
    root = lxml.html.document_fromstring(body)
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    ids = [i for e in elements if (i := e.get("id"))]
    words: dict[str, set[str]] = defaultdict(set)
    for element in elements:
        for name, value in element.items():
            if name.startswith("data-"):
                words[name.removeprefix("data-")].update(value.split())
    headings = len(root.findall(".//h1"))
    faults = [f for e in elements for f in _forbidden(e)]
    faults += ["no title"] if not (root.findtext(".//title") or "").strip() else []
    faults += [f"lang is {root.get('lang')}"] if root.get("lang") != language else []
    faults += [f"{headings} h1"] if headings != 1 else []
    faults += [f"id {i} twice" for i in sorted(set(ids)) if ids.count(i) > 1] if len(ids) != len(set(ids)) else []
    found = dict.fromkeys((_kind(e), a) for e in elements for a in _addresses(e))
    return Page(frozenset(ids), {k: frozenset(v) for k, v in words.items()}, tuple(found), tuple(faults))


def _is_chosen(page: Page, fragment: str) -> bool:
    """True for a state of a filter (``verdict=missed``) of which the page has at least one row."""
    asked = parse_qsl(fragment)
    return bool(asked) and all(word in page.words.get(key, ()) for key, word in asked)


def faults_of(site: Path, url: str = "") -> Iterator[str]:
    """All that is wrong with the pages of a site that will be at an address, a line for each fault."""
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    pages = {
        f: read_page((site / f).read_bytes(), "en" if f.startswith("en/") else "vi")
        for f in sorted(files)
        if f.endswith(".html")
    }
    for file, page in pages.items():
        yield from (f"{file}: {fault}" for fault in page.faults)
        for tag, address in page.addresses:
            if url and tag == "canonical":
                address = posixpath.relpath(address.removeprefix(url), posixpath.dirname(file) or ".")
            if url and posixpath.basename(file) == "404.html" and address.startswith("/"):
                address = posixpath.relpath(address.removeprefix(urlsplit(url).path), posixpath.dirname(file) or ".")
            fault = _fault(file, tag, address, files, pages)
            if fault:
                yield f"{file}: <{tag}> {address!r}: {fault}"


def _fault(file: str, tag: str, address: str, files: set[str], pages: Mapping[str, Page]) -> str:
    """What is wrong with an address on a page; an empty text for a good one."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return "" if tag == "a" and parts.scheme in OUTSIDE else "leads off the site"
    if parts.path.startswith("/"):
        return "begins at the top of the server"
    if parts.query:
        return "has a query, which files do not answer"
    to = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path))) if parts.path else file
    if to not in files:
        return "there is no such file"
    fragment = unquote(parts.fragment)
    if fragment and (to not in pages or (fragment not in pages[to].ids and not _is_chosen(pages[to], fragment))):
        return "there is no such place"
    return ""


if __name__ == "__main__":
    found = list(faults_of(Path(sys.argv[1]), *sys.argv[2:3]))
    print("\n".join(found[:100]), f"{len(found)} faults", sep="\n")
    sys.exit(bool(found))
