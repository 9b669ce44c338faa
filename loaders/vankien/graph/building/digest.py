"""What the graphs over all documents need to know of one document: made once, where the document is read, and kept as one
string with its part and in ``graph/loads``, so that a store of a thousand documents is not gone through quad by quad when
one of them changes."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from vankien.graph.deriving import said as said_module
from vankien.graph.deriving.said import Goal, Judged, Mention, Place, Said, Seen, Served, Wording, quads_to_said
from vankien.graph.terms.iris import hash8
from vankien.graph.terms.shared import catalogue_entry

_LISTS: dict[str, type] = {
    "wordings": Wording,
    "seen": Seen,
    "judged": Judged,
    "served": Served,
    "mentions": Mention,
}
"""The fields of `Said` that are tuples of values of one class."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What one document says that is compared with others, its entry in the catalogue, and the number of its quads."""

    said: Said
    entry: tuple[Quad, ...]
    size: int


def digest_of(quads: Sequence[Quad], base: str | None = None) -> Digest:
    """The digest of the graph of one document; the quads lie in one named graph."""
    graph = quads[0].graph_name
    if not isinstance(graph, NamedNode):
        raise TypeError("the quads of a document lie in a named graph")
    return Digest(quads_to_said(quads), catalogue_entry(graph, quads, base), len(quads))


# --- as text ------------------------------------------------------------------------------------------------------


@cache
def _version() -> str:
    """What stands before a digest: eight digits for the code that makes and reads it. Of another version, none is read."""
    return hash8("".join(Path(str(f)).read_text("utf-8") for f in (said_module.__file__, __file__)))


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    match value:
        case None | str() | int():
            return value
        case NamedNode():
            return value.value
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return [_plain(getattr(value, f.name)) for f in fields(value)]


def _or_none(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda plain: None if plain is None else make(plain)


@cache
def _makers(cls: type) -> tuple[Callable[[Any], Any], ...]:
    """What makes the fields of a class out of JSON, in their order."""
    makers: dict[Any, Callable[[Any], Any]] = {
        str: str,
        int: int,
        NamedNode: NamedNode,
        Decimal: Decimal,
        date: date.fromisoformat,
        Place: lambda plain: _made(Place, plain),
    }
    makers |= {kind | None: _or_none(make) for kind, make in makers.items()}
    hints = get_type_hints(cls)
    return tuple(makers[hints[f.name]] for f in fields(cls))


def _made(cls: type, plain: Sequence[Any]) -> Any:
    return cls(*(make(value) for make, value in zip(_makers(cls), plain, strict=True)))


def digest_to_text(digest: Digest) -> str:
    """A digest as one string of ASCII letters and digits; the same digest gives the same string.

    Raises `TypeError` for a `Said` with a field that this module does not know: it would be lost.
    """
    said = digest.said
    if unknown := {f.name for f in fields(said)} - {"goals", "setters", "dates", "doubted", *_LISTS}:
        raise TypeError(f"a digest has no place for {', '.join(sorted(unknown))}")
    body = {
        "size": digest.size,
        "entry": (ox.serialize(digest.entry, format=RdfFormat.N_QUADS) or b"").decode(),
        "goals": [_plain(goal) for goal in said.goals.values()],
        "setters": {p.value: sorted(s.value for s in setters) for p, setters in said.setters.items()},
        "dates": {document.value: dated for document, dated in said.dates.items()},
        "doubted": sorted(said.doubted),
        **{name: [_plain(item) for item in getattr(said, name)] for name in _LISTS},
    }
    packed = zlib.compress(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(), 6)
    return f"{_version()}:{base64.b64encode(packed).decode()}"


def text_to_digest(text: str) -> Digest | None:
    """The digest in a string; None for one of another version, or that is none."""
    version, _, packed = text.partition(":")
    if version != _version():
        return None
    try:
        body = json.loads(zlib.decompress(base64.b64decode(packed, validate=True)))
        goals = [_made(Goal, plain) for plain in body["goals"]]
        said = Said(
            goals={goal.node: goal for goal in goals},
            setters={NamedNode(p): frozenset(map(NamedNode, nodes)) for p, nodes in body["setters"].items()},
            dates={NamedNode(document): dated for document, dated in body["dates"].items()},
            doubted=frozenset((str(report), int(line)) for report, line in body["doubted"]),
            **{name: tuple(_made(cls, plain) for plain in body[name]) for name, cls in _LISTS.items()},
        )
        return Digest(said, tuple(ox.parse(body["entry"], RdfFormat.N_QUADS)), int(body["size"]))
    except (KeyError, TypeError, ValueError, SyntaxError, InvalidOperation, zlib.error, binascii.Error):
        return None
