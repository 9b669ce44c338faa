"""The SPARQL 1.1 Protocol and the Graph Store Protocol over HTTP: requests out, bytes back, one clear line for whatever
goes wrong."""

from __future__ import annotations

import netrc
import os
import re
from collections.abc import Generator, Mapping, Sequence
from typing import TYPE_CHECKING

from vankien.errors import BadUsage, MissingTool, QueryError, StoreError
from vankien.graph.stores.address import Address

if TYPE_CHECKING:
    import httpx2

DEFAULT_TIMEOUT = 120.0
"""Seconds that an endpoint may be silent; ``VANKIEN_TIMEOUT`` says otherwise."""

RESULTS = "application/sparql-results+json"
N_TRIPLES = "application/n-triples"
_TRIPLES = (N_TRIPLES, "text/plain", "text/ntriples", "text/turtle", "application/x-turtle")
_EXPLAIN = 200


def _timeout() -> float:
    written = os.environ.get("VANKIEN_TIMEOUT", "")
    try:
        seconds = float(written) if written else DEFAULT_TIMEOUT
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise BadUsage(f"VANKIEN_TIMEOUT={written}: write a number of seconds, such as 300")
    return seconds


def _login(address: Address) -> tuple[str, str] | None:
    """User and password: from the address or ``VANKIEN_USER``, and ``VANKIEN_PASSWORD``; else from the user's netrc."""
    user, password = address.user or os.environ.get("VANKIEN_USER", ""), os.environ.get("VANKIEN_PASSWORD")
    if user and password is not None:
        return user, password
    try:
        known = netrc.netrc(os.environ.get("NETRC")).authenticators(_host(address.query))
    except FileNotFoundError:
        known = None
    except (OSError, netrc.NetrcParseError) as error:
        raise BadUsage(f"the file of passwords cannot be read: {error}") from None
    if known is None or (user and known[0] != user):
        if user:
            raise BadUsage(f"no password for {user}; put it into VANKIEN_PASSWORD or ~/.netrc")
        return None
    return known[0], known[2] or ""


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(url).hostname or ""


def _make_auth(user: str, password: str) -> httpx2.Auth:
    """Digest or Basic, as the server asks; nothing is sent before it asks."""
    import httpx2

    class Asked(httpx2.Auth):
        way: httpx2.Auth | None = None

        def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
            if self.way is None:
                response = yield request
                if response.status_code != 401:
                    return
                asked = response.headers.get("www-authenticate", "").lower()
                make = httpx2.DigestAuth if asked.startswith("digest") else httpx2.BasicAuth
                self.way = make(user, password)
            yield from self.way.auth_flow(request)

    return Asked()


def _first_line(response: httpx2.Response) -> str:
    """What a server says about an error, on one line, without mark-up."""
    words = " ".join(re.sub(r"<[^>]*>", " ", response.text).split())
    return words if len(words) <= _EXPLAIN else words[: _EXPLAIN - 1] + "…"


class Wire:
    """A connection to one endpoint. Every method raises `StoreError` or `QueryError` with one line."""

    def __init__(self, address: Address) -> None:
        try:
            import httpx2
        except ImportError:
            raise MissingTool("an endpoint needs httpx2; install it with: pip install 'vankien[endpoint]'") from None
        self.address = address
        login = _login(address)
        self._client = httpx2.Client(
            timeout=httpx2.Timeout(_timeout(), connect=10.0),
            auth=_make_auth(*login) if login else None,
            headers={"User-Agent": "vankien"},
        )
        self.server = ""

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    def select(self, text: str, extra: Mapping[str, str | Sequence[str]]) -> tuple[bytes, int | None]:
        """The answer to SELECT or ASK as SPARQL JSON, and after how many rows the server cuts answers off, if it says so;
        `extra` are further parameters of the protocol."""
        response = self._send("POST", self.address.query, data={**extra, "query": text}, accept=RESULTS)
        self._check_type(response, (RESULTS, "application/json"))
        limit = response.headers.get("x-sparql-maxrows", "")
        return response.content, int(limit) if limit.isdigit() else None

    def construct(self, text: str, extra: Mapping[str, str | Sequence[str]]) -> tuple[bytes, bool]:
        """The answer to CONSTRUCT or DESCRIBE, and whether it is Turtle (else it is N-Triples)."""
        response = self._send("POST", self.address.query, data={**extra, "query": text}, accept=N_TRIPLES)
        kind = self._check_type(response, _TRIPLES)
        return response.content, "turtle" in kind

    def update(self, text: str) -> None:
        """Send one update request."""
        self._send("POST", self.address.update, content=text.encode(), kind="application/sparql-update; charset=utf-8")

    def put_graph(self, graph: str, triples: bytes) -> None:
        """Put N-Triples in the place of what a graph holds; needs an address of the Graph Store Protocol."""
        self._send("PUT", self.address.graphs, params={"graph": graph}, content=triples, kind=N_TRIPLES)

    def _send(
        self,
        method: str,
        url: str,
        *,
        data: Mapping[str, str | Sequence[str]] | None = None,
        params: Mapping[str, str] | None = None,
        content: bytes | None = None,
        kind: str | None = None,
        accept: str = "*/*",
    ) -> httpx2.Response:
        import httpx2

        headers = {"Accept": accept, **({"Content-Type": kind} if kind else {})}
        try:
            response = self._client.request(method, url, data=data, params=params, content=content, headers=headers)
        except httpx2.TimeoutException:
            raise StoreError(
                f"{url}: no answer within {_timeout():g} s; give it more with VANKIEN_TIMEOUT, or ask for less"
            ) from None
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise StoreError(
                f"{url}: cannot be reached ({reason}); does the server run, and is the address right?"
            ) from None
        self.server = response.headers.get("server", "")
        self._check_status(response, url)
        return response

    def _check_status(self, response: httpx2.Response, url: str) -> None:
        status = response.status_code
        if status < 300:
            return
        said = _first_line(response)
        if status < 400:
            raise StoreError(
                f"{url}: the endpoint is elsewhere; use {response.headers.get('location', 'its new address')}"
            )
        if status == 401:
            raise StoreError(
                f"{url}: wants a user and a password (401); put USER@ into the address, the password into "
                "VANKIEN_PASSWORD or ~/.netrc"
            )
        if status == 403:
            raise StoreError(f"{url}: this is not allowed (403): {said}")
        if status in (404, 405):
            raise StoreError(
                f"{url}: there is no endpoint ({status}); name the address that takes SPARQL, such as .../query"
            )
        if status == 413:
            raise StoreError(f"{url}: takes no request of this size (413); let it take more, or use --graph-store-url")
        if status == 400:
            raise QueryError(f"{url}: refused the request (400): {said}")
        raise StoreError(f"{url}: failed ({status}): {said}")

    def _check_type(self, response: httpx2.Response, wanted: Sequence[str]) -> str:
        """The media type of an answer, if it is one of those wanted."""
        kind = str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()
        if kind in wanted:
            return kind
        if kind in ("text/html", "application/xhtml+xml"):
            raise StoreError(
                f"{response.url.copy_with(query=None)}: answers with a web page; name the address of the endpoint itself"
            )
        raise StoreError(
            f"{response.url.copy_with(query=None)}: answers with {kind or 'no media type'}, not with {wanted[0]}"
        )
