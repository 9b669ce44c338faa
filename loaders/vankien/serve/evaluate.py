"""A job → the frames of its answer: what a worker process does with a query."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import IO, cast

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from vankien.graph.stores.store import one_line, syntax_error
from vankien.graph.terms.vocabulary import PREFIXES, XSD
from vankien.serve.formats import GRAPHS, RESULTS, content_type
from vankien.serve.jobs import CHUNK, DATA, END, HEAD, Job, error_frame, frame
from vankien.serve.scan import Scan, scan

READ_ONLY = "this endpoint is read-only: updates are refused"

_Term = NamedNode | BlankNode | Literal | Triple

Send = Callable[[bytes], None]


class TooLarge(Exception):
    """The answer has more bytes than it may have."""


class Refused(Exception):
    """A query that is not answered: an HTTP status and one line that says why."""

    def __init__(self, status: int, message: str) -> None:
        self.status, self.message = status, message
        super().__init__(message)


class Chunks:
    """What Oxigraph writes to: sends what it gets in frames, and counts.

    It is no file of `io`: those flush themselves when they are forgotten, which would send data after an error.
    """

    def __init__(self, send: Send, limit: int) -> None:
        self._send, self._limit, self._held, self._sent = send, limit, bytearray(), 0
        self.full = False

    def write(self, data: bytes) -> int:
        """Take some bytes; raises `TooLarge` when there are more than allowed."""
        self._held += data
        if self._sent + len(self._held) > self._limit:
            self.full = True
            raise TooLarge
        if len(self._held) >= CHUNK:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Send what is held."""
        if self._held:
            self._sent += len(self._held)
            self._send(frame(DATA, bytes(self._held)))
            self._held.clear()


def answer(store: ox.Store, job: Job, limit: int, send: Send) -> None:
    """Run a job on a store and send the frames of its answer, of at most `limit` bytes. Raises what `send` raises."""
    chunks, seen = Chunks(send, limit), scan(job.query)
    try:
        if seen.calls_out:
            raise Refused(400, "SERVICE is not supported: this endpoint asks no other server")
        _write(_result(store, job, seen), job, chunks)
        chunks.flush()
        send(frame(END))
    except Refused as error:
        send(error_frame(error.status, error.message))
    except SyntaxError as error:
        send(_wrong(job.query, seen, error))
    except ConnectionError:
        raise
    except (TooLarge, OSError, RuntimeError, ValueError) as error:
        if chunks.full:
            advice = "ask for less (LIMIT, fewer variables) or download the whole graph"
            send(error_frame(413, f"the answer is larger than {limit:,} bytes; {advice}"))
        else:
            send(error_frame(400, f"the query cannot be run: {one_line(error)}"))


def _wrong(query: str, seen: Scan, error: SyntaxError) -> bytes:
    if seen.is_update:
        return error_frame(403, READ_ONLY)
    prefix = seen.undeclared(frozenset(PREFIXES))
    hint = "" if prefix is None else f" (the prefix {prefix}: is not declared)"
    return error_frame(400, syntax_error(query, error) + hint)


def _result(store: ox.Store, job: Job, seen: Scan) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Run the query over the dataset of the request, or of the query, or else over the union of all graphs."""
    if job.default_graphs is None and job.named_graphs is None:
        return store.query(job.query, prefixes=PREFIXES, use_default_graph_as_union=not seen.names_graphs)
    return store.query(
        job.query,
        prefixes=PREFIXES,
        default_graph=[NamedNode(g) for g in job.default_graphs or ()],
        named_graphs=[NamedNode(g) for g in job.named_graphs or ()],
    )


def _write(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, job: Job, out: Chunks) -> None:
    if isinstance(result, ox.QueryTriples):
        media_type = _acceptable(job.graph, GRAPHS, "triples")
        _head(media_type, out)
        ox.serialize(result, cast(IO[bytes], out), format=GRAPHS[media_type], prefixes=PREFIXES)
        return
    media_type = _acceptable(job.results, RESULTS, "rows")
    _head(media_type, out)
    if job.rows and isinstance(result, ox.QuerySolutions):
        out.write(_first_rows(result, job.rows))
    else:
        result.serialize(cast(IO[bytes], out), format=RESULTS[media_type])


def _head(media_type: str, out: Chunks) -> None:
    out._send(frame(HEAD, content_type(media_type).encode()))


def _acceptable(media_type: str | None, offers: Iterable[str], what: str) -> str:
    if media_type is None:
        raise Refused(406, f"this query gives {what}, which there are as {', '.join(offers)}")
    return media_type


# --- the first rows alone -----------------------------------------------------------------------------------


def _first_rows(result: ox.QuerySolutions, rows: int) -> bytes:
    """At most so many rows as SPARQL JSON results (W3C, SPARQL 1.1 Query Results JSON Format)."""
    names = [v.value for v in result.variables]
    bindings = []
    for solution in result:
        bindings.append({n: _json_term(t) for n, t in zip(names, solution, strict=True) if t is not None})
        if len(bindings) == rows:
            break
    return json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}, ensure_ascii=False).encode()


def _json_term(term: _Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    said: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        said["xml:lang"] = term.language
    elif term.datatype != XSD.string:
        said["datatype"] = term.datatype.value
    return said
