"""The endpoint: a request, which the workers answer, and its answer as HTTP."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine, Iterator
from typing import IO, TypeVar

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from vankien.negotiation import best
from vankien.serve.description import describe
from vankien.serve.formats import GRAPHS
from vankien.serve.jobs import CHUNK
from vankien.serve.live import Live
from vankien.serve.pages import EDITOR_PATHS
from vankien.serve.pool import Answer
from vankien.serve.protocol import LARGEST_BODY, METHODS, Refusal, has_query, to_job, to_parameters, wants_json

_T = TypeVar("_T")

_AT_ONCE = 1 << 20
"""Bytes up to which an answer is sent in one piece."""


class Endpoint:
    """The app at ``/sparql``: SPARQL 1.1 Protocol, for reading only."""

    def __init__(self, live: Live, cors: str) -> None:
        self.live, self.cors = live, cors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)
        try:
            response = await self._respond(request)
        except Refusal as error:
            response = refuse(request, error.status, error.message)
        except ClientDisconnect:
            return
        self._finish(response.headers)
        await response(scope, receive, send)

    def _finish(self, headers: MutableHeaders) -> None:
        headers["Vary"] = "Accept" if self.cors in ("", "*") else "Accept, Origin"
        headers.setdefault("Cache-Control", "no-cache")
        if self.cors:
            headers["Access-Control-Allow-Origin"] = self.cors
            headers["Access-Control-Expose-Headers"] = "Retry-After"

    def _options(self) -> Response:
        allowed = {"Allow": ", ".join(METHODS)}
        if self.cors:
            allowed |= {"Access-Control-Allow-Methods": ", ".join(METHODS), "Access-Control-Max-Age": "86400"}
            allowed |= {"Access-Control-Allow-Headers": "Accept, Content-Type"}
        return Response(status_code=204, headers=allowed)

    async def _respond(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return self._options()
        body = await body_of(request) if request.method == "POST" else b""
        content_type = request.headers.get("content-type", "")
        given = to_parameters(request.method, request.scope["query_string"], content_type, body)
        if request.method != "POST" and not has_query(given):
            return self._describe(request)
        job = to_job(given, request.headers.get("accept", ""))
        answer = await until_gone(request, self.live.pool.run(job))
        return Response(status_code=499) if answer is None else _to_response(answer, request)

    def _describe(self, request: Request) -> Response:
        """What the service can do; for a browser, the editor."""
        snapshot = self.live.current
        html = ["text/html"] if snapshot.pages is not None else []
        media_type = best(request.headers.get("accept", ""), [*GRAPHS, *html])
        if media_type is None:
            raise Refusal(406, f"the description of this service comes as {', '.join(GRAPHS)}")
        if media_type == "text/html":
            return Response(status_code=303, headers={"Location": EDITOR_PATHS[0]})
        endpoint = str(request.url.replace(query="", fragment=""))
        data = describe(endpoint, snapshot.sizes, snapshot.version, media_type)
        return Response(data, media_type=media_type)


async def body_of(request: Request) -> bytes:
    """The body of a request; raises `Refusal` with 413 as soon as it is too large."""
    length = request.headers.get("content-length", "0")
    body = bytearray()
    if not (length.isdecimal() and int(length) > LARGEST_BODY):
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                break
        else:
            return bytes(body)
    raise Refusal(413, f"the request is larger than {LARGEST_BODY:,} bytes")


def refuse(request: Request, status: int, message: str, retry_after: int | None = None) -> Response:
    """An error as one line of plain text, or as JSON for a client that asks for JSON."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    if wants_json(request.headers.get("accept", "")):
        return JSONResponse({"status": status, "error": message}, status, headers)
    return PlainTextResponse(message + "\n", status, headers)


async def until_gone(request: Request, work: Coroutine[object, object, _T]) -> _T | None:
    """What some work gives; None, and the work is given up, when the client goes away before."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for each in (task, gone):
            each.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _to_response(answer: Answer, request: Request) -> Response:
    if answer.status != 200:
        return refuse(request, answer.status, answer.whole().decode(), answer.retry_after)
    headers = {"Content-Type": answer.media_type, "Content-Length": str(answer.length)}
    if request.method == "HEAD":
        with contextlib.closing(answer.body):
            return Response(headers=headers)
    if answer.length <= _AT_ONCE:
        return Response(answer.whole(), headers=headers)
    return StreamingResponse(_chunks(answer.body), headers=headers)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while data := file.read(CHUNK):
            yield data
