"""Open a store and serve it until Ctrl-C."""

from __future__ import annotations

import ipaddress
import socket
import webbrowser
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

import uvicorn

from vankien.errors import BadUsage
from vankien.graph.stores.address import Place
from vankien.serve.app import Settings, make_app
from vankien.serve.jobs import Limits
from vankien.serve.live import Live, MakePages, read_snapshot, watch

_GOODBYE = 3
"""Seconds that requests have to end after Ctrl-C."""


@dataclass(frozen=True)
class Options:
    """What the command line says: where to listen, and what a query may use."""

    host: str = "127.0.0.1"
    port: int = 8765
    open_browser: bool = False
    workers: int = 2
    queue: int = 64
    limits: Limits = field(default_factory=Limits)
    allow_hosts: tuple[str, ...] = ()
    cors: str = "*"


def is_loopback(host: str) -> bool:
    """True for a host that only this machine can reach.

    >>> is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_everywhere(host: str) -> bool:
    return host in ("", "0.0.0.0", "::")


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def allowed_hosts(host: str, more: Iterable[str]) -> tuple[str, ...]:
    """The names by which requests may call this server: no others, so that no web page can rebind its own name to it.

    Raises `BadUsage` for a star that does not stand alone, or before a dot, at the beginning.

    >>> allowed_hosts("10.0.0.5", ["graph.example.vn"])
    ('10.0.0.5', '127.0.0.1', '[::1]', 'graph.example.vn', 'localhost')
    """
    more = [name.lower() for name in more]
    if bad := [name for name in more if "*" in name.removeprefix("*.") and name != "*"]:
        raise BadUsage(f"--allow-host {bad[0]}: a star stands alone, or for the beginning as in *.example.com")
    own = {socket.gethostname().lower()} if _is_everywhere(host) else {_in_url(host)}
    return tuple(sorted({"localhost", "127.0.0.1", "[::1]", *own, *(_in_url(name) for name in more)}))


def listen(host: str, port: int) -> socket.socket:
    """A socket that is bound to an address; raises `BadUsage` for one that is taken or not ours."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host or "0.0.0.0", port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(
            family, kind, protocol
        )  # asyncio turns Nagle's delay off only where the protocol is named
    except (OSError, UnicodeError) as error:
        raise BadUsage(f"--host {host}: {getattr(error, 'strerror', None) or error}") from None
    try:
        if hasattr(socket, "SO_REUSEADDR") and socket.SO_REUSEADDR:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except (OSError, OverflowError) as error:
        bound.close()
        raise BadUsage(
            f"cannot listen on {_in_url(host)}:{port}: {getattr(error, 'strerror', None) or error}; "
            "choose another with --port or --host"
        ) from None
    return bound


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    ready: Callable[[], None] = staticmethod(lambda: None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self.ready()


def serve(path: Place, options: Options, say: Callable[[str], None], make_pages: MakePages | None = None) -> None:
    """Serve a store, an RDF file or a published graph until it is interrupted.

    `say` gets lines for a person; `make_pages` makes the pages (without it there is the endpoint alone). Raises
    `StoreError` for what cannot be read and `BadUsage` for an address that cannot be had; the interruption comes on as
    KeyboardInterrupt.
    """
    bound = listen(options.host, options.port)
    try:
        snapshot = read_snapshot(path, make_pages)
        live = Live(snapshot, workers=options.workers, queue=options.queue, limits=options.limits)
        settings = Settings(allowed_hosts(options.host, options.allow_hosts), options.cors)
        app = make_app(live, settings, background=partial(watch, live, path, make_pages, say), say=say)
        config = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            server_header=False,
            ws="none",
            lifespan="on",
            timeout_graceful_shutdown=_GOODBYE,
        )
        server = _Server(config)
        name = "127.0.0.1" if _is_everywhere(options.host) else options.host
        url = f"http://{_in_url(name)}:{bound.getsockname()[1]}/"
        server.ready = lambda: _greet(url, options, settings, len(snapshot.store), say)
        server.run(sockets=[bound])
    finally:
        bound.close()


def _greet(url: str, options: Options, settings: Settings, triples: int, say: Callable[[str], None]) -> None:
    say(f"{url} serves {triples:,} triples; the SPARQL endpoint is {url}sparql; Ctrl-C stops it")
    if not is_loopback(options.host):
        names = ", ".join(settings.hosts)
        say(
            f"warning: {options.host or '0.0.0.0'} can be reached from other machines: whoever reaches it reads all of "
            f"this graph, quotes too; it answers to these names: {names} (more with --allow-host)"
        )
    if options.open_browser:
        webbrowser.open(url)
