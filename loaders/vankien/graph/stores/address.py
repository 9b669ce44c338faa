"""Where a store is: a folder or file of this machine, or the address of a SPARQL endpoint."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from vankien.errors import BadUsage

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_COLLAPSED = re.compile(r"https?:/(?!/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A SPARQL 1.1 endpoint: where queries go, where updates go, where whole graphs go (Graph Store Protocol; empty if
    not offered), and as whom. Passwords are no part of it."""

    query: str
    update: str
    graphs: str = ""
    user: str = ""

    def __str__(self) -> str:
        return self.query

    @classmethod
    def parse(cls, text: str, update: str | None = None, graphs: str | None = None) -> Address:
        """The endpoint at a URL, such as ``https://name@example.org/sparql``.

        Without `update`, updates go to ``.../update`` if queries go to ``.../query``, else to the same URL. Raises
        `BadUsage` for what is no URL, and for a password in it, which every user of the machine could see.
        """
        query, user = _split(text)
        sibling = re.sub(r"/query$", "/update", query)
        return cls(query, _split(update)[0] if update else sibling, _split(graphs)[0] if graphs else "", user)


Place = Path | Address
"""A folder or a file of this machine, or an endpoint."""


def _split(url: str) -> tuple[str, str]:
    """A URL without its user, and the user."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadUsage(f"the address of the endpoint cannot be read ({error})") from None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise BadUsage(f"{url}: is no address of an endpoint; write it as http://HOST:PORT/PATH or https://...")
    if parts.password is not None:
        raise BadUsage(
            f"{parts.hostname}: leave the password out of the address, where others can see it; put it into "
            "VANKIEN_PASSWORD or ~/.netrc"
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    where = host if port is None else f"{host}:{port}"
    return urlunsplit((parts.scheme.lower(), where, parts.path or "/", parts.query, "")), unquote(parts.username or "")


def place_of(text: str | Path, update: str | None = None, graphs: str | None = None) -> Place:
    """What a user named as a store: an endpoint if it begins with http:// or https://, else a path. Where an endpoint takes
    updates and whole graphs the environment says (``VANKIEN_UPDATE_URL``, ``VANKIEN_GRAPH_STORE_URL``), if nothing else does.

    >>> place_of("https://ann@example.org/kg/query")
    Address(query='https://example.org/kg/query', update='https://example.org/kg/update', graphs='', user='ann')
    >>> place_of("kg").name
    'kg'

    Raises `BadUsage` for a bad address, and for addresses to write to where the store is no endpoint.
    """
    if isinstance(text, str) and _ADDRESS.match(text):
        known = os.environ.get
        return Address.parse(text, update or known("VANKIEN_UPDATE_URL"), graphs or known("VANKIEN_GRAPH_STORE_URL"))
    if update or graphs:
        raise BadUsage(f"{text}: --update-url and --graph-store-url are for an endpoint; name one with --endpoint URL")
    return Path(text)


def check_path(path: Path) -> None:
    """Raises `BadUsage` for a path that was meant as an address, in a command that needs a store of this machine."""
    if _COLLAPSED.match(str(path)):
        raise BadUsage(f"{path}: this command needs a store on this machine, not an endpoint")
