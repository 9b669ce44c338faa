"""The questions of the catalogue: all of them, and each with a form for its parameters and its answer."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from vankien.errors import QueryError
from vankien.explorer.asking.answer_table import to_rows, to_table
from vankien.explorer.asking.questions import by_subject, fields, given_of, title_of
from vankien.explorer.book.book import Book
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.graph.asking import catalogue
from vankien.graph.asking.answers import Answer, ask
from vankien.graph.asking.catalogue import Query

FEW, MOST = 100, 1000
"""How many rows of an answer are shown at first, and at most."""


def queries(c: Context, rest: str) -> Shown | None:
    """``queries`` and ``queries/<name>``."""
    if not rest:
        return _all(c)
    query = next((q for q in catalogue.queries() if q.name == rest), None)
    return _one(c, query) if query else None


def _all(c: Context) -> Shown:
    listed = catalogue.queries()
    rows = [(q.name, q.title_vi, q.title_en, q.description_vi, q.description_en) for q in listed]
    return Shown(
        c.t("Câu hỏi", "Questions"),
        "queries.html",
        {"subjects": by_subject(listed), "title_of": title_of, "total": len(listed)},
        rows=Rows(("name", "title_vi", "title_en", "description_vi", "description_en"), rows),
        section="queries",
        description=c.t(
            "Các câu hỏi có sẵn và câu trả lời.", "The questions that come with the graph, and their answers."
        ),
    )


def _answer(c: Context, query: Query) -> tuple[str, Answer | None, str]:
    """The SPARQL with its parameters, the answer, and what is wrong with the parameters."""
    try:
        text = catalogue.fill(query, given_of(c, query), c.book.base)
        return text, ask(c.store, text), ""
    except QueryError as error:
        return query.text, None, str(error)


def _one(c: Context, query: Query) -> Shown:
    text, answer, error = _answer(c, query)
    limit = MOST if c.params.get("rows") == "all" else FEW
    filling = {
        "query": query,
        "fields": fields(c, query, c.params),
        "text": text,
        "error": error,
        "table": to_table(c, answer, limit) if answer else None,
        "most": MOST,
        "limit": limit,
        "chosen": {k: v for k, v in c.params.items() if k != "rows"},
    }
    subjects = [t.subject.value for t in (answer.triples or ()) if isinstance(t.subject, NamedNode)] if answer else []
    return Shown(
        c.say(title_of(query)),
        "query.html",
        filling,
        nodes=list(dict.fromkeys(subjects)) if subjects else None,
        rows=Rows(answer.columns, to_rows(answer)) if answer else None,
        section="queries",
        description=c.t(query.description_vi, query.description_en),
        status=400 if error else 200,
    )


def _instances(book: Book) -> Iterable[str]:
    return ("", *catalogue.names())


def parameter_names() -> tuple[str, ...]:
    """The names of the parameters of all questions."""
    return tuple(sorted({p.name for q in catalogue.queries() for p in q.parameters if p.type != "language"}))


ROUTES = (Route("queries", queries, _instances, params=(*parameter_names(), "rows")),)
