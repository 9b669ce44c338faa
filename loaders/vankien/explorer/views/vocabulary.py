"""The vocabulary for people: classes and properties, the lists, the shapes in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from vankien.explorer.addresses.paths import anchor, path_of
from vankien.explorer.book.book import Book
from vankien.explorer.book.terms import Term, Vocabulary, checks_of, count_uses, read_vocabulary
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.graph.serialising.jsonld import compact
from vankien.graph.terms.vocabulary import VK_IRI

SHAPES = "shapes"
"""The page of the shapes, beside those of the lists."""

SEVERITIES = {
    "Violation": ("lỗi", "violation"),
    "Warning": ("cảnh báo", "warning"),
    "Info": ("lưu ý", "note"),
}
_GAP = re.compile(r"\{[?$]\w+\}")


def term_link(c: Context, iri: str) -> Markup:
    """A link to a class, property or entry by its short name: ours on these pages, others at their own address."""
    words = compact(iri)
    if iri.startswith(VK_IRI):
        words = words if ":" in words and not words.startswith("http") else c.name(iri)
        return Markup('<a href="{}">{}</a>').format(c.href(iri), words)
    if iri.startswith(("http://", "https://")):
        return Markup('<a href="{}" rel="external">{}</a>').format(iri, words)
    return Markup("{}").format(words)


def term_links(c: Context, iris: Iterable[str]) -> Markup:
    """Several of them."""
    return Markup(", ").join(term_link(c, iri) for iri in iris)


def vocabulary(c: Context, rest: str) -> Shown | None:
    """``vocabulary``, ``vocabulary/<scheme>``, ``vocabulary/shapes``."""
    words = c.once(read_vocabulary)
    if not rest:
        return _terms(c, words)
    if rest == SHAPES:
        return _shapes(c, words)
    return _list(c, words, rest) if rest in words.entries else None


def _terms(c: Context, words: Vocabulary) -> Shown:
    classes = [t for t in words.terms.values() if t.sort == "class"]
    properties = [t for t in words.terms.values() if t.sort != "class"]

    def of_class(term: Term) -> list[Term]:
        return [p for p in properties if term.iri in p.domain]

    rows = [
        (
            t.iri,
            t.sort,
            t.name.vi,
            t.name.en,
            t.definition.vi,
            t.definition.en,
            *(" ".join(x) for x in (t.domain, t.range, t.parents)),
        )
        for t in words.terms.values()
    ]
    columns = ("iri", "sort", "label_vi", "label_en", "definition_vi", "definition_en", "domain", "range", "parents")
    return Shown(
        c.t("Từ vựng", "Vocabulary"),
        "vocabulary.html",
        {
            "classes": classes,
            "properties": properties,
            "of_class": of_class,
            "anchor": anchor,
            "term_links": lambda iris: term_links(c, iris),
            "lists": [(s, words.schemes.get(s), len(held)) for s, held in words.entries.items()],
            "checks": len(c.once(checks_of)),
        },
        nodes=[f"{VK_IRI}ontology", *words.terms],
        rows=Rows(columns, rows),
        section="",
        description=c.t(
            "Mọi lớp, thuộc tính và danh mục của đồ thị.", "All classes, properties and lists of the graph."
        ),
    )


def _list(c: Context, words: Vocabulary, scheme: str) -> Shown:
    entries, name, uses = words.entries[scheme], words.schemes.get(scheme), c.once(count_uses)
    title = c.say(name) if name else scheme
    columns = ("key", "label_vi", "label_en", "notations", "spellings", "broader", "aligned", "uses", "iri")
    rows = [
        (
            *(e.key, e.name.vi, e.name.en, "; ".join(e.notations), "; ".join(e.spellings)),
            *("; ".join(e.broader), " ".join(e.aligned), str(uses[e.iri]), e.iri),
        )
        for e in entries
    ]
    filling = {
        "entries": entries,
        "uses": uses,
        "scheme": scheme,
        "has_own": lambda iri: not path_of(c.book, iri).startswith("vocabulary"),
        "names": {e.key: e.name for e in entries},
        "term_links": lambda iris: term_links(c, iris),
        "notations": any(e.notations for e in entries),
    }
    nodes = [f"{VK_IRI}scheme/{scheme}", *(e.iri for e in entries)]
    about = c.t(
        f"Danh mục “{title}”: mục từ, cách viết, ký hiệu.", f"The list “{title}”: entries, spellings, notations."
    )
    return Shown(title, "vocabulary-list.html", filling, nodes, Rows(columns, rows), "", about)


def _shapes(c: Context, words: Vocabulary) -> Shown:
    checks = c.once(checks_of)
    shown = [(x, _GAP.sub("…", c.say(x.message)), c.t(*SEVERITIES[x.severity])) for x in checks]
    files = [(file, list(held)) for file, held in groupby(shown, key=lambda one: one[0].file)]
    columns = ("name", "class", "severity", "message_vi", "message_en")
    rows = [(x.name, " ".join(x.classes), x.severity, x.message.vi, x.message.en) for x in checks]
    return Shown(
        c.t("Quy tắc kiểm tra", "Rules that are checked"),
        "vocabulary-shapes.html",
        {"files": files, "file_name": lambda file: _file_name(words, file)},
        rows=Rows(columns, rows),
        description=c.t("Các quy tắc SHACL của đồ thị, bằng lời.", "The SHACL rules of the graph in words."),
    )


def _file_name(words: Vocabulary, file: str) -> Term | None:
    """The class that the shapes of a file are about: ``target-statement`` → ``vk:TargetStatement``."""
    name = "".join(part.capitalize() for part in file.split("-"))
    return words.terms.get(f"{VK_IRI}ontology#{name}")


def _instances(book: Book) -> Iterable[str]:
    schemes = {concept.scheme for concept in book.concepts.values()}
    return ("", SHAPES, *sorted(schemes))


ROUTES = (Route("vocabulary", vocabulary, _instances),)
