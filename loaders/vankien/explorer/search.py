"""Search without diacritics: names, wordings, codes, other spellings and titles, ranked in plain steps.

The same steps are taken by ``static/search.js`` for static sites; what it searches is made by `to_script`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vankien.explorer.addresses.paths import path_of
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Document, Name
from vankien.explorer.book.terms import Vocabulary, read_vocabulary
from vankien.graph.asking import catalogue
from vankien.graph.stores.store import Store
from vankien.vietnamese import fold

KINDS: Mapping[str, Name] = {
    "indicator": Name("Chỉ số", "Indicators"),
    "target": Name("Chỉ tiêu", "Targets"),
    "programme": Name("Chương trình", "Programmes"),
    "document": Name("Văn bản", "Documents"),
    "congress": Name("Đại hội", "Congresses"),
    "body": Name("Cơ quan", "Bodies"),
    "place": Name("Địa phương", "Places"),
    "question": Name("Câu hỏi", "Questions"),
    "entry": Name("Từ vựng", "Vocabulary"),
}
"""The kinds of what can be found, in the order of equals."""

LAST = "entry"
"""The kind that stands behind the others, however well it fits."""

SHOWN = 20
"""How many of each kind are shown."""

EXACT, BEGINS, ALL, SPREAD, SOME = range(5)
"""How well something fits, the best first: the whole name; its beginning; all words in one name; all words in several names
of the same thing; at least half of the words."""

_OTHER = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """A text as it is searched: no diacritics, small letters, words apart.

    >>> plain("Báo cáo 443-BC/TU, Tỉnh ủy Lai Châu")
    'bao cao 443 bc tu tinh uy lai chau'
    """
    return _OTHER.sub(" ", fold(text)).strip()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: kind, path of its page, name, what tells it apart, and its other names."""

    kind: str
    path: str
    name: Name
    detail: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry with the texts that are searched."""

    entry: Entry
    texts: tuple[str, ...]

    @property
    def padded(self) -> str:
        """All its texts, with a blank before every word."""
        return " " + "  ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind: the first of them, and how many there are."""

    kind: str
    name: Name
    found: tuple[Entry, ...]
    total: int


# --- the index ----------------------------------------------------------------------------------------------------


def _things(book: Book) -> Iterator[Entry]:
    for indicator in book.indicators.values():
        if indicator.iri in book.spoken_of:
            yield Entry("indicator", path_of(book, indicator.iri), indicator.name, "", _wordings(book, indicator.iri))
    for target in book.targets.values():
        said = tuple(s.wording for s in book.statements_of[target.iri])
        yield Entry("target", path_of(book, target.iri), target.name, book.name(target.set_by).vi, said)
    for programme in book.programmes.values():
        kind = book.concept("programme-kinds", programme.kind).vi if programme.kind else ""
        yield Entry("programme", path_of(book, programme.iri), programme.name, kind)
    for document in book.documents.values():
        cited = tuple(c.title for c in book.citations_of[document.iri])
        yield Entry(
            "document",
            path_of(book, document.iri),
            document.name,
            _what(document),
            (document.code, document.title, *cited),
        )
    for congress in book.congresses.values():
        yield Entry(
            "congress", path_of(book, congress.iri), congress.name, "", (congress.key, congress.theme, congress.motto)
        )
    for body in book.bodies.values():
        yield Entry("body", path_of(book, body.iri), body.name)


def _what(document: Document) -> str:
    """The title of a document that goes by its number, and its date."""
    title = document.title if document.title != document.name.vi else ""
    return ", ".join(part for part in (title, document.date) if part)


def _wordings(book: Book, indicator: str) -> tuple[str, ...]:
    said = (s.wording for t in book.targets_with[indicator] for s in book.statements_of[t.iri])
    return tuple(sorted({*(o.wording for o in book.observations_of[indicator]), *said}))


def _words(book: Book, words: Vocabulary) -> Iterator[Entry]:
    for scheme, entries in words.entries.items():
        title = words.schemes.get(scheme)
        for e in entries:
            path = path_of(book, e.iri)
            own = "place" if path.startswith("concept/places/") else "entry"
            if not path.startswith("concept/indicators/"):
                yield Entry(
                    own, path, e.name, title.vi if title and own == "entry" else "", (e.key, *e.notations, *e.spellings)
                )
    for term in words.terms.values():
        yield Entry(
            "entry", path_of(book, term.iri), term.name, term.iri.rsplit("#", 1)[-1], (term.iri.rsplit("#", 1)[-1],)
        )


def _questions() -> Iterator[Entry]:
    for query in catalogue.queries():
        others = (query.name, query.description_vi, query.description_en)
        yield Entry("question", f"queries/{query.name}", Name(query.title_vi, query.title_en), "", others)


def _merged(book: Book, words: Vocabulary) -> Iterator[Entry]:
    """The entries; an indicator with the spellings that the list has for it."""
    spelt = {e.iri: e.spellings for entries in words.entries.values() for e in entries}
    paths = {path_of(book, iri): spellings for iri, spellings in spelt.items()}
    for entry in _things(book):
        more = paths.get(entry.path, ()) if entry.kind == "indicator" else ()
        yield Entry(entry.kind, entry.path, entry.name, entry.detail, (*entry.others, *more))


def index_entry(entry: Entry) -> Indexed:
    """An entry with its names as they are searched, each once; the main ones first."""
    texts = dict.fromkeys(plain(t) for t in (entry.name.vi, entry.name.en, *entry.others) if t)
    return Indexed(entry, tuple(t for t in texts if t))


def build_index(book: Book, store: Store) -> tuple[Indexed, ...]:
    """Everything that can be found; ask for it by ``Context.once``."""
    words = read_vocabulary(book, store)
    return tuple(index_entry(e) for e in (*_merged(book, words), *_questions(), *_words(book, words)) if e.path)


# --- searching ----------------------------------------------------------------------------------------------------


def rank(indexed: Indexed, whole: str, words: Sequence[str]) -> int | None:
    """How well an entry fits a text (`plain`, and split into words); None if it does not."""
    if whole in indexed.texts:
        return EXACT
    if any(text.startswith(whole) for text in indexed.texts):
        return BEGINS
    hits = sum(f" {word}" in indexed.padded for word in words)
    if hits == len(words):
        return ALL if any(all(f" {w}" in f" {text}" for w in words) for text in indexed.texts) else SPREAD
    return SOME if len(words) > 1 and hits * 2 >= len(words) else None


def find(index: Iterable[Indexed], text: str) -> list[Group]:
    """What fits a text, by kind: the kind with the best fit first, the vocabulary, which no document may use, last; of a kind,
    the best first, then the shortest name.

    What has only some of the words is given where nothing has all of them.
    """
    whole = plain(text)
    words = whole.split()
    if not words:
        return []
    found: dict[str, list[tuple[int, int, str, Entry]]] = defaultdict(list)
    for indexed in index:
        fits = rank(indexed, whole, words)
        if fits is not None:
            key = indexed.texts[0]
            found[indexed.entry.kind].append((fits, len(key), key, indexed.entry))
    groups = []
    best = min((one[0] for held in found.values() for one in held), default=SOME)
    for kind, name in KINDS.items():
        fitting = [one for one in found[kind] if one[0] < SOME or best == SOME]
        held = sorted(fitting, key=lambda one: (*one[:3], one[3].path))
        if held:
            groups.append((held[0][0], Group(kind, name, tuple(one[3] for one in held[:SHOWN]), len(held))))
    return [group for _, group in sorted(groups, key=lambda g: (g[1].kind == LAST, g[0]))]


# --- for static sites ---------------------------------------------------------------------------------------------


def to_script(index: Iterable[Indexed]) -> bytes:
    """What ``static/search.js`` searches, as a script, so that a page from a folder may load it: kinds, and for each entry
    the number of its kind, path, names, detail and other names."""
    kinds = list(KINDS)
    rows = []
    for i in index:
        e = i.entry
        others = [t for t in i.texts if t not in (plain(e.name.vi), plain(e.name.en))]
        rows.append([kinds.index(e.kind), e.path, e.name.vi, e.name.en, e.detail, "|".join(others)])
    data = {"kinds": [[n.vi, n.en] for n in KINDS.values()], "shown": SHOWN, "rows": rows}
    return b"window.SEARCH = " + json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b";\n"
