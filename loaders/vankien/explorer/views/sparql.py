"""The SPARQL editor: a query, examples, prefixes, and what came of it. It works without scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat, RdfFormat

from vankien.errors import QueryError, VankienError
from vankien.explorer.asking import yasgui
from vankien.explorer.asking.answer_table import Table, to_table
from vankien.explorer.asking.questions import given_of, title_of
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.views.queries import parameter_names
from vankien.graph.asking import catalogue
from vankien.graph.asking.answers import Answer
from vankien.graph.asking.catalogue import Query
from vankien.graph.terms.vocabulary import PREFIXES

ROWS = 1000
"""How many rows of an answer are shown at most."""

EXAMPLES = (
    *(
        "congress-targets",
        "missed-targets",
        "verdict-disagreements",
        "targets-and-results",
        "series",
    ),
    *("programme-targets", "orphan-targets", "chain", "implementation", "responsible", "targets-compared"),
    *("places-compared", "contradictions", "wordings", "topic-graph"),
)
"""The questions of the catalogue that are offered as examples; one that is not there is left out."""

FORMATS = (("csv", "CSV"), ("tsv", "TSV"), ("json", "JSON"), ("xml", "XML"), ("ttl", "Turtle"))
"""What the endpoint is asked for with its parameter ``format``."""

_PLACE = re.compile(r"line (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a query: the status; a table, the answer yes or no, or what is wrong, with the line that it is in."""

    status: int
    table: Table | None = None
    truth: bool | None = None
    error: str = ""
    line: str = ""
    column: int = 0


def example_text(c: Context, query: Query) -> str:
    """The SPARQL of a question with what the address gives for its parameters, below its title.

    Raises `QueryError` for a parameter of the wrong type.
    """
    lines = catalogue.fill(query, given_of(c, query), c.book.base).splitlines()
    start = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    body = (
        line for line in lines[start:] if not line.startswith("PREFIX") or line.split()[1].rstrip(":") not in PREFIXES
    )
    return "\n".join((f"# {c.say(title_of(query))}", *body)) + "\n"


def first_query(c: Context) -> tuple[str, str]:
    """What the editor begins with: an example that the address names, or the first one; and what is wrong with it."""
    queries = {q.name: q for q in catalogue.queries()}
    wanted = c.params.get("example", "")
    query = queries.get(wanted) or next(queries[name] for name in EXAMPLES if name in queries)
    try:
        return example_text(c, query), "" if wanted in ("", query.name) else c.t(
            "Không có ví dụ này.", "No such example."
        )
    except QueryError as error:
        return query.text, str(error)


def to_outcome(c: Context, query: str, status: int, media_type: str, body: bytes) -> Outcome:
    """What the endpoint gave → what is shown of it."""
    if status != 200:
        return _wrong(query, status, body.decode("utf-8", "replace").strip())
    if media_type.startswith("text/turtle"):
        found = [(t.subject, t.predicate, t.object) for t in ox.parse(body, RdfFormat.TURTLE)]
        columns = ("subject", "predicate", "object")
        return Outcome(200, to_table(c, Answer(columns, tuple(found)), ROWS))
    result = ox.parse_query_results(body, QueryResultsFormat.JSON)
    if isinstance(result, ox.QueryBoolean):
        return Outcome(200, truth=bool(result))
    names = tuple(v.value for v in result.variables)
    return Outcome(200, to_table(c, Answer(names, tuple(tuple(row) for row in result)), ROWS))


def _wrong(query: str, status: int, error: str) -> Outcome:
    place, lines = _PLACE.search(error), query.splitlines()
    if place and 1 <= int(place[1]) <= len(lines):
        return Outcome(status, error=error, line=lines[int(place[1]) - 1], column=int(place[2]))
    return Outcome(status, error=error)


def editor_page(c: Context, query: str | None = None, outcome: Outcome | None = None) -> Shown:
    """The editor with a query and its outcome; without, with an example. In a static site, how to get an endpoint."""
    started, problem = first_query(c) if query is None else (query, "")
    listed = {q.name: q for q in catalogue.queries()}
    examples = [(name, c.say(title_of(listed[name]))) for name in EXAMPLES if name in listed]
    return Shown(
        c.t("Trình soạn SPARQL", "SPARQL editor"),
        "sparql-editor.html",
        {
            "query": started,
            "problem": problem,
            "outcome": outcome,
            "examples": examples,
            "example": c.params.get("example", ""),
            "prefixes": sorted(PREFIXES.items()),
            "formats": FORMATS,
            "most": ROWS,
            "yasgui": yasgui.is_there(),
        },
        section="queries",
        description=c.t("Hỏi đồ thị bằng SPARQL.", "Ask the graph in SPARQL."),
        status=outcome.status if outcome else 200,
    )


def editor(c: Context, rest: str) -> Shown | None:
    """``sparql-editor``; a query that is in the address is run before by the server, see `Explorer.editor`."""
    return None if rest else editor_page(c)


def yasgui_page(c: Context, rest: str) -> Shown | None:
    """YASGUI over the endpoint, where its files can be had; else how to get them."""
    if rest:
        return None
    try:
        yasgui.files()
        problem = ""
    except VankienError as error:
        problem = str(error)
    return Shown(
        "YASGUI",
        "yasgui.html",
        {"problem": problem, "endpoint": c.links.file("sparql")},
        section="queries",
        status=404 if problem else 200,
        headers=() if problem else (("Content-Security-Policy", yasgui.POLICY),),
    )


ROUTES = (
    Route("sparql-editor", editor, params=("example", *parameter_names())),
    Route("yasgui", yasgui_page, served_only=True),
)
