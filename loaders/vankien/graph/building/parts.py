"""Parts: one N-Quads file per document, the form in which what was read is kept over an interruption and handed from one
machine to another. A part is sealed (see `sealed`) with the key of its reading; its first line is a comment, so that any
RDF tool reads it as well."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from vankien.errors import BadUsage, StoreError
from vankien.graph.building.reading import Loaded
from vankien.graph.stores.sealed import read_head, seal, unseal
from vankien.graph.terms.iris import base_iri
from vankien.vietnamese import slug

KIND = "vankien-part-1"
SUFFIX = ".nq"
_DIGEST = b"# digest "
"""How the last line of a part begins, a comment too: what the graphs over all documents need of it."""


def write_part(folder: Path, document: Loaded, base: str | None = None) -> Loaded:
    """Write the quads of a document into a folder as ``<report>.nq``; gives the document with its part instead of its
    quads. Raises `StoreError` when the file cannot be written."""
    path = folder / f"{document.report}{SUFFIX}"
    head = {
        "base": base_iri(base),
        "file": Path(document.path).name,
        "report": document.report,
        "key": document.key,
        "facts": document.facts,
        "findings": document.findings,
    }
    seal(path, KIND, head, document.nquads + _DIGEST + document.digest.encode() + b"\n")
    return replace(document, nquads=b"", part=path)


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several shares of the documents, numbered from 1. Which share a document belongs to follows from the name of
    its file alone: every machine finds the same, whatever else it was given, and in whatever order.

    >>> Shard.parse("2/3")
    Shard(number=2, of=3)
    >>> sum(Shard(n, 3).holds(Path("reports/bao-cao.txt")) for n in (1, 2, 3))
    1
    """

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> Self:
        """A share written ``i/n``; raises `BadUsage` for anything else."""
        found = re.fullmatch(r"([1-9]\d{0,5})/([1-9]\d{0,5})", text.strip())
        if not found or int(found[1]) > int(found[2]):
            raise BadUsage(f"--shard {text!r}: write it as i/n, from 1/n to n/n")
        return cls(int(found[1]), int(found[2]))

    def holds(self, path: Path) -> bool:
        """True if the document in that file belongs to this share."""
        name = slug(path.stem) or "report"
        return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % self.of == self.number - 1

    @property
    def words(self) -> str:
        """The share for a message; empty if it is the whole."""
        return f" (shard {self.number}/{self.of})" if self.of > 1 else ""


def _counts(value: Any) -> tuple[tuple[str, int], ...]:
    return tuple((str(kind), int(count)) for kind, count in value)


def read_part(path: Path, key: str = "") -> Loaded | None:
    """A part as the document that it holds; None if it is cut or altered, or was made for another key than `key`."""
    opened = unseal(path, KIND)
    if opened is None or (key and opened[0].get("key") != key):
        return None
    head, body = opened
    try:
        return Loaded(
            path=str(head["file"]),
            report=str(head["report"]),
            facts=_counts(head["facts"]),
            findings=_counts(head["findings"]),
            key=str(head["key"]),
            part=path,
            digest=body[body.rindex(_DIGEST) + len(_DIGEST) :].decode().strip(),
        )
    except (KeyError, TypeError, ValueError):
        return None


def body_of(document: Loaded) -> bytes:
    """The N-Quads of a document, from its part if it has one. Raises `StoreError` if the part is no longer whole."""
    if document.part is None:
        return document.nquads
    opened = unseal(document.part, KIND)
    if opened is None:
        raise StoreError(f"{document.part}: was altered while it was used; run the same command again")
    return opened[1]


def index_parts(folder: Path) -> dict[str, Path]:
    """The parts that a folder says it holds, by their keys; whether they are whole is seen when they are read."""
    found = {}
    for path in sorted(folder.glob(f"[!.]*{SUFFIX}")):
        head = read_head(path, KIND)
        if head is not None and isinstance(head.get("key"), str):
            found[head["key"]] = path
    return found


def list_parts(folders: Iterable[Path]) -> list[Path]:
    """The parts in some folders, in order of folders and names.

    A folder without any file is a share that no document fell to. Raises `StoreError` for a folder that is missing or
    holds other things, for folders that hold no part between them, and naming an N-Quads file that is none.
    """
    found: list[Path] = []
    folders = list(folders)
    for folder in folders:
        inside = sorted(folder.glob(f"[!.]*{SUFFIX}")) if folder.is_dir() else []
        if not inside and (len(folders) == 1 or not folder.is_dir() or any(folder.iterdir())):
            raise StoreError(f"{folder}: no folder of parts; make one with: vankien read REPORT... -o {folder}")
        for path in inside:
            if read_head(path, KIND) is None:
                raise StoreError(f"{path}: no part; parts are written by: vankien read REPORT... -o {folder}")
        found += inside
    if not found:
        raise StoreError(f"{', '.join(map(str, folders))}: no parts; make some with: vankien read REPORT... -o FOLDER")
    return found


def base_of(path: Path) -> str:
    """The base of the IRIs in a part; empty for a file that is none."""
    return str((read_head(path, KIND) or {}).get("base", ""))


def merge_parts(documents: Iterable[Loaded]) -> list[Loaded]:
    """Documents without those that another folder has with the same key: the shards of one reading may overlap.

    Raises `BadUsage` naming two parts that differ about one report: of two files of one name, or of one file that was
    changed in between.
    """
    first: dict[str, Loaded] = {}
    for document in documents:
        if (other := first.setdefault(document.report, document)).key != document.key:
            raise BadUsage(
                f"{other.part} and {document.part} would both be the report {document.report!r}; leave one of them out"
            )
    return list(first.values())
