"""What validating a document found, kept beside its store for as long as nothing that it depends on has changed: the
document's graph, what other documents say of the things that it mentions, the shapes, the lists, and what validates.

A store whose files are the same has the same graphs: then nothing of it need be read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Quad, RdfFormat

from vankien.errors import StoreError
from vankien.graph.building.reading_key import hash_of, modules_of
from vankien.graph.stores.sealed import read_head, seal, unseal
from vankien.model import Finding

KIND = "vankien-checked-2"
SUFFIX = ".json"


def checked_folder(store: Path) -> Path:
    """Where the results for a store on disk lie. They may be deleted at any time."""
    return store.with_name(f".{store.name}.checked")


@cache
def _rules() -> str:
    return hash_of(
        modules_of(("vankien.graph.validation.validate",)), ("pyshacl", "rdflib", "pyoxigraph"), ("ontology", "shapes")
    )


def check_key(quads: Iterable[Quad], context: Iterable[Quad]) -> str:
    """The key of a validation: one hash of a document's quads, of those from other documents, and of the rules, whatever
    their order."""
    sha = hashlib.sha256(_rules().encode())
    for part in (quads, context):
        lines = ox.serialize(part, format=RdfFormat.N_QUADS) or b""
        sha.update(b"\0".join(sorted(lines.splitlines())) + b"\1")
    return sha.hexdigest()


def state_key(state: str | None) -> str | None:
    """The key of all validations of a store in one state (see `kept.state_of`); None for a store without one."""
    return None if state is None else hashlib.sha256(f"{_rules()} {state}".encode()).hexdigest()


def read_checked(
    folder: Path, report: str, *, key: str | None = None, state: str | None = None
) -> tuple[tuple[Finding, ...], bytes] | None:
    """The findings and the SHACL report (N-Triples) of a document, if they were kept for the key of its graph, or for that
    of the state of its store, and are whole."""
    opened = unseal(folder / f"{report}{SUFFIX}", KIND)
    if opened is None or (opened[0].get("key") != key if key else not state or opened[0].get("state") != state):
        return None
    try:
        body = json.loads(opened[1])
        return tuple(Finding(**finding) for finding in body["findings"]), str(body["triples"]).encode()
    except (KeyError, TypeError, ValueError):
        return None


def keep_checked(
    folder: Path, report: str, findings: Iterable[Finding], triples: bytes, *, key: str, state: str | None
) -> None:
    """Keep the result of a validation under both keys. Where nothing can be written, nothing is kept."""
    body = json.dumps({"findings": [asdict(f) for f in findings], "triples": triples.decode()}, ensure_ascii=False)
    with contextlib.suppress(StoreError):
        seal(folder / f"{report}{SUFFIX}", KIND, {"key": key, "state": state}, body.encode())


def forget_others(folder: Path, reports: Collection[str]) -> None:
    """Remove what was kept of documents that the store no longer has; other people's files stay."""
    for path in folder.glob(f"*{SUFFIX}"):
        if path.name.removesuffix(SUFFIX) not in reports and read_head(path, KIND) is not None:
            with contextlib.suppress(OSError):
                path.unlink()
