"""The documents: those that were read, and all that they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from vankien.explorer.book.book import Book
from vankien.explorer.documents.found import COUNTED, Cited, cited_documents, read_documents
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route

NO_GENRE = "other"
"""The path of the documents whose genre is not known."""

MOST_CITED = 15
"""How many of the documents that are mentioned most often stand on the first page."""


def genre_of(cited: Cited) -> str:
    """The genre of a document as a part of a path."""
    return cited.document.genre or NO_GENRE


def instances(book: Book) -> Iterable[str]:
    """The list itself, and one of each genre."""
    return ("", *sorted({genre_of(c) for c in cited_documents(book)}))


def genre_name(c: Context, genre: str) -> str:
    """The name of a genre, also of the unknown one."""
    return c.t("chưa rõ thể loại", "genre not known") if genre == NO_GENRE else c.word("genres", genre)


def _rows(c: Context, documents: Iterable[Cited]) -> Rows:
    columns = ("code", "title", "genre", "date", "issuers", "mentions", "cited_by", "lines", "iri")
    rows = []
    for held in documents:
        d = held.document
        row = [d.code, d.title or c.say(d.name), genre_name(c, genre_of(held)), d.date]
        row.append("; ".join(map(c.name, d.issuers)))
        row += [str(len(held.sources)), "; ".join(map(c.name, held.by))]
        row += ["; ".join(f"{s.report}:{s.line}" for s in held.sources), d.iri]
        rows.append(row)
    return Rows(columns, rows)


def documents(c: Context, rest: str) -> Shown | None:
    """All documents; or those of a genre."""
    everything = cited_documents(c.book)
    genres = Counter(map(genre_of, everything))
    if rest:
        return _genre(c, rest, genres, [d for d in everything if genre_of(d) == rest])
    often = sorted(everything, key=lambda d: (-len(d.sources), -len(d.by), d.document.name.vi))[:MOST_CITED]
    issuers = Counter(i for d in everything for i in d.document.issuers)
    filling = {
        "read": read_documents(c.book),
        "kinds": {k: c.say(n) for k, n in COUNTED.items()},
        "genres": [(g, n, genre_name(c, g)) for g, n in sorted(genres.items(), key=lambda x: (-x[1], x[0]))],
        "often": [d for d in often if d.sources],
        "issuers": sorted(issuers.items(), key=lambda x: (-x[1], c.name(x[0])))[:MOST_CITED],
        "total": len(everything),
    }
    nodes = [t.document for t in c.book.texts.values() if t.document]
    title = c.t("Văn bản", "Documents")
    return Shown(title, "documents.html", filling, nodes, _rows(c, everything), "documents")


def _genre(c: Context, genre: str, genres: Counter[str], held: Sequence[Cited]) -> Shown | None:
    if not held:
        return None
    issuers = Counter(i for d in held for i in d.document.issuers)
    wanted = c.params.get("issuer", "")
    keys = {i: issuer_key(i) for i in issuers}
    shown = [d for d in held if not wanted or wanted in (keys[i] for i in d.document.issuers)]
    filling = {
        "genre": genre,
        "genres": [(g, n, genre_name(c, g)) for g, n in sorted(genres.items(), key=lambda x: (-x[1], x[0]))],
        "held": shown,
        "issuers": [
            (keys[i], n, c.name(i)) for i, n in sorted(issuers.items(), key=lambda x: (-x[1], c.name(x[0]))) if n > 1
        ],
        "keys": keys,
        "wanted": wanted,
    }
    title = c.t(f"Văn bản: {genre_name(c, genre)}", f"Documents: {genre_name(c, genre)}")
    nodes = [d.document.iri for d in shown]
    return Shown(title, "documents-genre.html", filling, nodes, _rows(c, shown), "documents")


def issuer_key(iri: str) -> str:
    """The key of a body in a filter: the end of its IRI."""
    return iri.rstrip("/").rsplit("/", 1)[-1]


ROUTES = (Route("documents", documents, instances, params=("issuer",)),)
