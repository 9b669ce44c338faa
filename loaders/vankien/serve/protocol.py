"""A request of the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/) → the job that it asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from vankien.negotiation import best
from vankien.serve.evaluate import READ_ONLY
from vankien.serve.formats import GRAPHS, NAMED, PLAIN, RESULTS
from vankien.serve.jobs import Job

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
"""What the endpoint answers; anything else is 405."""

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"

LARGEST_BODY = 1 << 20
"""Bytes that a request may have in its body."""

_MOST_PARAMETERS = 1000
_UPDATE_PARAMETERS = frozenset({"update", "using-graph-uri", "using-named-graph-uri"})
_UTF8 = frozenset({"", "utf-8", "utf8", "us-ascii"})


class Refusal(Exception):
    """A request that is not answered: the HTTP status and one line that says what is wrong."""

    def __init__(self, status: int, message: str) -> None:
        self.status, self.message = status, message
        super().__init__(message)


def parameters(encoded: bytes) -> list[tuple[str, str]]:
    """The parameters of a query string or of a form; raises `Refusal` for what is not UTF-8, or too many."""
    try:
        text = encoded.decode("utf-8")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise Refusal(400, "the parameters are not percent-encoded UTF-8") from None
    except ValueError:
        raise Refusal(400, f"more than {_MOST_PARAMETERS} parameters") from None


def body_type(content_type: str) -> str:
    """The media type of a body, in small letters; raises `Refusal` for another encoding than UTF-8."""
    media_type, *said = (p.strip() for p in content_type.lower().split(";"))
    charsets = [p.partition("=")[2].strip('" ') for p in said if p.partition("=")[0].strip() == "charset"]
    if not set(charsets) <= _UTF8:
        raise Refusal(415, f"{charsets[0]} is not supported; send UTF-8")
    return media_type


def form_parameters(content_type: str, body: bytes) -> list[tuple[str, str]]:
    """The parameters of a form; raises `Refusal` for a body that is none."""
    if body_type(content_type) != FORM:
        raise Refusal(415, f"send the form as {FORM}")
    return parameters(body)


def to_parameters(method: str, query_string: bytes, content_type: str, body: bytes) -> list[tuple[str, str]]:
    """All parameters of a request, whose direct body becomes the parameter ``query``.

    Raises `Refusal`: 403 for an update in any form, 415 for another media type or encoding, 400 for what is not UTF-8.
    """
    given = parameters(query_string)
    if method == "POST":
        if content_type.lower().partition(";")[0].strip() == UPDATE:
            raise Refusal(403, READ_ONLY)
        if body_type(content_type) == QUERY:
            given.append(("query", _decoded(body)))
        elif body_type(content_type) == FORM:
            given += parameters(body)
        else:
            raise Refusal(415, f"send the query as {QUERY} or as {FORM}")
    if any(name in _UPDATE_PARAMETERS for name, _ in given):
        raise Refusal(403, READ_ONLY)
    return given


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(400, "the query is not UTF-8") from None


def has_query(given: Sequence[tuple[str, str]]) -> bool:
    """True for a request that asks something; without, a GET asks for the description of the service."""
    return any(name == "query" for name, _ in given)


def to_job(given: Sequence[tuple[str, str]], accept: str) -> Job:
    """The job of a request with a query.

    The parameter ``format`` (``csv`` ...) goes before the Accept header: a link or a form cannot send one.

    Raises `Refusal`: 400 for none or several queries or an unknown format, 406 where nothing that is accepted can be given.
    """
    queries = [value for name, value in given if name == "query"]
    if len(queries) != 1:
        raise Refusal(400, f"a request must have exactly one query, this one has {len(queries)}")
    results, graph = _named(given) or (best(accept, list(RESULTS)), best(accept, list(GRAPHS)))
    if results is None and graph is None:
        raise Refusal(406, f"there is {_listed(RESULTS)} for rows, and {_listed(GRAPHS)} for triples")
    dataset = {n: tuple(v for name, v in given if name == n) for n in ("default-graph-uri", "named-graph-uri")}
    default, named = dataset.values()
    if not default and not named:
        return Job(queries[0], results=results, graph=graph)
    return Job(queries[0], default, named, results, graph)


def _named(given: Sequence[tuple[str, str]]) -> tuple[str | None, str | None] | None:
    """The types that the parameter ``format`` names; None without it."""
    name = next((value for key, value in given if key == "format"), "")
    if name and name not in NAMED:
        raise Refusal(400, f"format is one of {_listed(NAMED)}")
    return NAMED[name] if name else None


def _listed(formats: Mapping[str, object]) -> str:
    return ", ".join(formats)


def wants_json(accept: str) -> bool:
    """True for a client that would rather have an error as JSON than as plain text."""
    return best(accept, [PLAIN, "application/json", "application/sparql-results+json"]) not in (PLAIN, None)
