"""The app: which address is answered by what. Everything is read-only; the graph is frozen in memory."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from vankien.negotiation import best_language
from vankien.serve.endpoint import Endpoint, body_of, refuse, until_gone
from vankien.serve.formats import JSON_RESULTS, TURTLE
from vankien.serve.jobs import Job
from vankien.serve.live import Live
from vankien.serve.middleware import Guard, complain
from vankien.serve.pages import EDITOR_PATHS, EDITOR_ROWS, Outcome, Pages
from vankien.serve.pages import Response as Page
from vankien.serve.protocol import METHODS, Refusal, form_parameters, parameters

LANGUAGES = ("vi", "en")

Background = Callable[[], Coroutine[object, object, None]]


@dataclass(frozen=True, slots=True)
class Settings:
    """Names that a request may give as its host (``*`` for any), and whose web pages may read the endpoint: all (``*``),
    one origin, or none but our own ("")."""

    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    cors: str = "*"


def make_app(
    live: Live,
    settings: Settings | None = None,
    *,
    background: Background | None = None,
    say: Callable[[str], None] = complain,
) -> Starlette:
    """The app over what is live; `background` runs beside it (to watch the store), `say` gets one line for each failure.

    ``/sparql`` is the endpoint, ``/healthz`` says whether it works, everything else belongs to the pages.
    """
    settings = settings or Settings()
    site = Site(live)
    routes = [
        Route("/healthz", site.health, methods=["GET"]),
        *(Route(path, Endpoint(live, settings.cors), methods=METHODS) for path in ("/sparql", "/sparql/")),
        *(Route(path, site.editor, methods=["GET", "POST"]) for path in EDITOR_PATHS),
        Route("/{path:path}", site.page, methods=["GET"]),
    ]
    middleware = [
        Middleware(Guard, say=say),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False),
    ]
    return Starlette(routes=routes, middleware=middleware, lifespan=_lifespan(live, background))


def _lifespan(
    live: Live, background: Background | None
) -> Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        live.open()
        task = asyncio.create_task(background()) if background else None
        try:
            yield
        finally:
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
            await live.close()

    return lifespan


class Site:
    """Everything but the endpoint."""

    def __init__(self, live: Live) -> None:
        self.live = live

    async def health(self, _: Request) -> Response:
        """200 as soon as queries can be answered, 503 before."""
        snapshot, workers = self.live.current, len(self.live.pool.pids)
        said = {"status": "ok" if workers else "starting", "version": snapshot.version, "triples": len(snapshot.store)}
        return JSONResponse(said, 200 if workers else 503, {"Cache-Control": "no-store"})

    async def page(self, request: Request) -> Response:
        """A page, made in a thread, so that a slow one keeps nobody else waiting."""
        pages = self.live.current.pages
        if pages is None:
            return _no_pages(request)
        try:
            given = parameters(request.scope["query_string"])
        except Refusal as error:
            return refuse(request, error.status, error.message)
        page = await run_in_threadpool(pages.respond, _path(request), given, *_wishes(request))
        return _to_response(page, request)

    async def editor(self, request: Request) -> Response:
        """The editor: with a query, that is run first, in a worker like any other."""
        pages, pool = self.live.current.pages, self.live.pool
        if pages is None:
            return _no_pages(request)
        try:
            given = parameters(request.scope["query_string"])
            if request.method == "POST":
                given += form_parameters(request.headers.get("content-type", ""), await body_of(request))
        except Refusal as error:
            return refuse(request, error.status, error.message)
        query = next((value for name, value in given if name == "query"), "")
        if not query.strip():
            page = await run_in_threadpool(pages.respond, _path(request), given, *_wishes(request))
            return _to_response(page, request)
        job = Job(query, results=JSON_RESULTS, graph=TURTLE, rows=EDITOR_ROWS + 1)
        answer = await until_gone(request, pool.run(job))
        if answer is None:
            return Response(status_code=499)
        outcome = (answer.status, answer.media_type.partition(";")[0], answer.whole())
        return _to_response(await run_in_threadpool(_edited, pages, request, given, query, outcome), request)


def _edited(pages: Pages, request: Request, given: list[tuple[str, str]], query: str, outcome: Outcome) -> Page:
    return pages.editor(_path(request), given, *_wishes(request), query, outcome)


def _path(request: Request) -> str:
    """The path as it was decoded; `request.url` would end it at a question mark or hash in it."""
    return str(request.scope["path"])


def _wishes(request: Request) -> tuple[str, str | None]:
    """What a browser accepts, and the language that it prefers."""
    said = request.headers
    return said.get("accept") or "*/*", best_language(said.get("accept-language", ""), LANGUAGES)


def _no_pages(request: Request) -> Response:
    if _path(request) == "/":
        return PlainTextResponse("vankien: the SPARQL endpoint is /sparql\n", headers={"Link": "</sparql>"})
    return PlainTextResponse("not found\n", status_code=404)


def _to_response(page: Page, request: Request) -> Response:
    """A page with what a cache needs: 304 for one that the browser has already."""
    tag = f'"{hashlib.sha256(page.body).hexdigest()[:32]}"'
    response = Response(page.body, page.status)
    headers = {"Cache-Control": "no-cache", "Vary": "Accept, Accept-Language"}
    for name, value in (*headers.items(), *page.headers):
        response.headers[name] = value
    if page.body:
        response.headers["Content-Type"] = page.media_type
    if page.status == 200 and request.method in ("GET", "HEAD"):
        response.headers["ETag"] = tag
        if _has(request.headers.get("if-none-match", ""), tag):
            kept = {n: v for n, v in response.headers.items() if n in ("etag", "cache-control", "vary")}
            return Response(status_code=304, headers=kept)
    return response


def _has(header: str, tag: str) -> bool:
    """True when an If-None-Match header names a tag."""
    return any(said in ("*", tag) for said in (s.strip().removeprefix("W/") for s in header.split(",")))
