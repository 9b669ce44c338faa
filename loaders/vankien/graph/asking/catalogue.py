"""The questions of ``queries/``: list them, describe them, fill in their parameters, run them.

A query file starts with a header::

    # title-vi: ...            # title-en: ...
    # description-vi: ...      # description-en: ...
    # param: congress congress - – only what this congress set, such as lai-chau-14
    # columns: a, b, c

A parameter has a name, a type, a default (``-`` for none) and, after a dash, its meaning. In the query it stands in
a line of its own, ``VALUES ?congress { UNDEF }`` (or ``?congressNode``, to keep the short name for the column), so
that the file runs as it is at any endpoint; a value given replaces what is between the braces of every such line, as a
term and never as text, and a line that stays UNDEF is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode

from vankien.errors import QueryError
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Term
from vankien.graph.terms.vocabulary import VK_IRI, XSD, read_lexicon
from vankien.resources import files

TYPES = (
    "iri",
    "language",
    "string",
    "integer",
    "decimal",
    "date",
    "report",
    "congress",
    "indicator",
    "place",
    "verdict",
    "theme",
    "role",
    "mode",
    "relation",
    "programme-kind",
    "programme",
    "body",
)
"""The types that a parameter may have; from ``report`` on, a key that stands for an IRI (a full IRI does as well)."""

LANGUAGES = ("vi", "en")
"""The languages of labels: what a parameter of the type ``language`` may be."""

_LISTS = {
    "indicator": "indicators",
    "place": "places",
    "verdict": "verdicts",
    "theme": "themes",
    "role": "roles",
    "mode": "modes",
    "relation": "relations",
    "programme-kind": "programme-kinds",
}
_OPEN = ("indicator", "place")  # documents name more of these than the lists hold

LISTED_BY = {
    "report": "documents",
    "congress": "congresses",
    "indicator": "indicators",
    "place": "places-compared",
    "programme": "programme-targets",
    "body": "responsible",
}
"""Which question lists the things that a parameter of a type may name."""

_PARAM = re.compile(r"(?P<name>[a-z]\w*)\s+(?P<type>[a-z-]+)\s+(?P<default>\S+)(?:\s+[–-]\s+(?P<meaning>.+))?")
_HEADER = re.compile(r"#\s*(?P<field>[a-z-]+):\s*(?P<value>.*)")
_KEY = re.compile(r"[A-Za-z0-9._/-]+")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query: name, type (one of `TYPES`), default (None if there is none), meaning."""

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question: its name (the file's), titles and descriptions in both languages, parameters, columns, SPARQL."""

    name: str
    title_vi: str
    title_en: str
    description_vi: str
    description_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str


# --- reading ----------------------------------------------------------------------------------------------


def _parameter(name: str, written: str) -> Parameter:
    found = _PARAM.fullmatch(written.strip())
    if not found or found["type"] not in TYPES:
        raise QueryError(f"{name}.rq: a parameter is written 'name type default – meaning', not {written!r}")
    default = None if found["default"] == "-" else found["default"]
    return Parameter(found["name"], found["type"], default, (found["meaning"] or "").strip())


def parse_query(name: str, text: str) -> Query:
    """Read a query with its header; a file without a header is a query without title and parameters.

    Raises `QueryError` for a parameter that is not written as it should be.
    """
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        header = _HEADER.fullmatch(line.strip())
        if header and header["field"] == "param":
            parameters.append(_parameter(name, header["value"]))
        elif header:
            fields[header["field"]] = header["value"].strip()
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return Query(
        name,
        fields.get("title-vi", name),
        fields.get("title-en", name),
        fields.get("description-vi", ""),
        fields.get("description-en", ""),
        tuple(parameters),
        tuple(c.strip() for c in fields.get("columns", "").split(",") if c.strip()),
        text,
    )


@cache
def queries() -> tuple[Query, ...]:
    """All questions of ``queries/``, sorted by name. Raises `MissingData` when the folder cannot be found."""
    return tuple(parse_query(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in files("queries", ".rq"))


def names() -> list[str]:
    """The names of all questions."""
    return [f.name.removesuffix(".rq") for f in files("queries", ".rq")]


def find_query(name: str) -> Query:
    """One question by its name; raises `QueryError` with the nearest names for an unknown one."""
    for query in queries():
        if query.name == name:
            return query
    if re.search(r"[\s{?]", name):
        raise QueryError(
            f"no query {name[:40]!r}; SPARQL is read from a .rq file or the standard input: vankien query -"
        )
    near = get_close_matches(name, names(), n=3)
    hint = f"did you mean {', '.join(near)}?" if near else "list them with: vankien queries"
    raise QueryError(f"no query {name!r}; {hint}")


# --- parameters -------------------------------------------------------------------------------------------


def _keyed(kind: str, value: str, base: str | None) -> NamedNode:
    """A key of ours → the IRI."""
    iris = Iris(base)
    if kind == "report":
        return iris.graph(value)
    if kind in _LISTS and (kind not in _OPEN or read_lexicon().concept(_LISTS[kind], value) is not None):
        return NamedNode(f"{VK_IRI}concept/{_LISTS[kind]}/{value}")
    if kind == "congress":
        head, dash, number = value.rpartition("-")
        return NamedNode(
            f"{iris.base}id/congress/{head}/{number}"
            if dash and "/" not in value
            else f"{iris.base}id/congress/{value}"
        )
    return NamedNode(f"{iris.base}id/{kind}/{value}")


def to_term(parameter: Parameter, value: str, base: str | None = None) -> Term:
    """The term that a given value stands for; raises `QueryError` for one that its type does not allow."""

    def wrong(wanted: str, listed: str = "") -> QueryError:
        advice = f"; see: vankien query {listed}" if listed else ""
        return QueryError(f"parameter {parameter.name}={value!r}: {wanted} is wanted{advice}")

    match parameter.type:
        case "string":
            return Literal(value)
        case "language":
            if value not in LANGUAGES:
                raise wrong(" or ".join(LANGUAGES))
            return Literal(value)
        case "integer":
            if not re.fullmatch(r"[+-]?\d+", value):
                raise wrong("a whole number")
            return Literal(value, datatype=XSD.integer)
        case "decimal":
            if not re.fullmatch(r"[+-]?\d+(\.\d+)?", value):
                raise wrong("a number with a decimal point")
            return Literal(value, datatype=XSD.decimal)
        case "date":
            try:
                return Literal(date.fromisoformat(value).isoformat(), datatype=XSD.date)
            except ValueError:
                raise wrong("a date such as 2025-12-31") from None
        case kind:
            return _to_node(kind, value, base, wrong)


def choices(parameter: Parameter) -> tuple[str, ...]:
    """The values that a parameter may have, where its type has a list of them; else nothing."""
    if parameter.type == "language":
        return LANGUAGES
    scheme = _LISTS.get(parameter.type)
    return tuple(concept.id for concept in read_lexicon()[scheme]) if scheme else ()


def _to_node(kind: str, value: str, base: str | None, wrong: Callable[..., QueryError]) -> NamedNode:
    """The IRI that a key, or a whole IRI, stands for."""
    if re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE):
        if not _IRI.fullmatch(value):
            raise wrong("an IRI")
        return NamedNode(value)
    if not _KEY.fullmatch(value):
        raise wrong("an IRI" if kind == "iri" else f"the key of a {kind}, or an IRI,", LISTED_BY.get(kind, ""))
    if kind in _LISTS and kind not in _OPEN and read_lexicon().concept(_LISTS[kind], value) is None:
        raise wrong(f"one of {', '.join(c.id for c in read_lexicon()[_LISTS[kind]])}")
    return NamedNode(Iris(base).base + value) if kind == "iri" else _keyed(kind, value, base)


def fill(query: Query, given: Mapping[str, str] | None = None, base: str | None = None) -> str:
    """The SPARQL of a query with its parameters filled in; where a report is given, its graph is named in the patterns too.

    Raises `QueryError` for an unknown parameter, listing the known ones, and for a value of the wrong type.
    """
    given = dict(given or {})
    known = {p.name: p for p in query.parameters}
    if unknown := sorted(set(given) - set(known)):
        listed = ", ".join(known) or "none"
        raise QueryError(f"query {query.name} has no parameter {', '.join(unknown)}; its parameters: {listed}")
    text = query.text
    for name, parameter in known.items():
        value = given.get(name, parameter.default)
        line = re.compile(rf"VALUES\s+(\?{name}(?:Node)?)\s*\{{[^{{}}]*\}}")
        if not line.search(text):
            raise QueryError(
                f"query {query.name} declares the parameter {name} but has no line VALUES ?{name} {{ ... }}"
            )
        term = None if value is None else to_term(parameter, value, base)
        text = _put(text, line, "" if term is None else f"{{ {term} }}")
        if term is not None and parameter.type == "report":
            text = name_graph(text, name, str(term))
    return text


def name_graph(text: str, variable: str, graph: str) -> str:
    """A query that looks into the one graph that a variable can have, where it looked into all and joined afterwards: an
    engine does not carry a value into a pattern with OPTIONAL, FILTER or a query of its own."""
    return re.sub(rf"\bGRAPH\s+\?{variable}\b", f"GRAPH {graph}", text)


def _put(text: str, line: re.Pattern[str], terms: str) -> str:
    """Replace what stands between the braces of every VALUES line of a parameter; without terms, the whole line."""
    return line.sub(lambda found: f"VALUES {found[1]} {terms}" if terms else "", text)
