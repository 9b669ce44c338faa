"""The files of a site that are no pages: where IRIs lead, the map for search engines, the page for what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape

from markupsafe import Markup

from vankien.explorer.addresses.links import DATA_OF_THINGS, LANGUAGES, StaticLinks, file_of
from vankien.explorer.addresses.paths import path_of
from vankien.explorer.book.book import Book
from vankien.explorer.site.plan import Page
from vankien.graph.terms.vocabulary import VK_IRI

_REDIRECT = Markup(
    '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{name}</title>\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<link rel="canonical" href="{canonical}">\n<meta http-equiv="refresh" content="0; url={href}">\n{data}'
    '</head>\n<body>\n<main>\n<h1>{name}</h1>\n<p><a href="{href}">{name}</a></p>\n</main>\n</body>\n</html>\n'
)
_ALTERNATE = Markup('<link rel="alternate" type="{type}" href="{href}">\n')
_TYPES = {"ttl": "text/turtle", "jsonld": "application/ld+json"}


def iri_path(book: Book, iri: str) -> str:
    """The path that an IRI of ours has on its server; an empty text for others'.

    A graph with a base of its own has the IRIs of what it read there, those of the lists at w3id.org.
    """
    for base in dict.fromkeys((book.base, VK_IRI)):
        if iri.startswith(base) and "#" not in iri:
            return iri.removeprefix(base)
    return ""


def redirects(book: Book, written: set[str], url: str = "") -> Iterator[tuple[str, bytes]]:
    """For every thing of the graph whose IRI is not itself the address of its page: ``id/target/x/index.html``, which leads to
    the page, and names its data.

    `written` are the paths of the pages of the site. What documents say (a wording, a value) has its place on the page of
    what it is about, and no file here.
    """
    for iri, thing in sorted(book.things.items()):
        at, page = iri_path(book, iri), path_of(book, iri)
        path, _, place = page.partition("#")
        if not at or at == path or path not in written:
            continue
        file = f"{at}/index.html"
        links = StaticLinks(file)
        href = links.page(page, LANGUAGES[0])
        data = Markup("").join(
            _ALTERNATE.format(type=_TYPES[s], href=links.data(path, LANGUAGES[0], s))
            for s in DATA_OF_THINGS
            if not place and links.gives(path, s)
        )
        canonical = url + quote(file_of(path, LANGUAGES[0])) if url else href
        yield file, _REDIRECT.format(name=thing.name("vi"), canonical=canonical, href=href, data=data).encode()


def sitemap(pages: Iterable[Page], url: str) -> bytes:
    """The addresses of all pages, for search engines, as sitemaps.org has it; `url` ends in a slash."""
    files = (file_of(p.path, language, p.state) for p in pages for language in LANGUAGES)
    lines = "".join(f"<url><loc>{escape(url + quote(f))}</loc></url>\n" for f in sorted(files))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{lines}</urlset>\n".encode()


def robots(url: str = "") -> bytes:
    """Everybody may read everything."""
    return ("User-agent: *\nAllow: /\n" + (f"Sitemap: {url}sitemap.xml\n" if url else "")).encode()
