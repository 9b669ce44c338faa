"""The key of a reading: one hash of all that a document's graph depends on. Equal keys, equal graphs.

It is made of the bytes and the name of the file, the base of the IRIs, and the loaders: the version of the package, the
source of every module that reading imports, the lists of ``ontology/``, the counts that scans are restored with, and
the libraries that shape the result.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import os
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import vankien
from vankien.graph.terms.iris import base_iri
from vankien.report.restoration.ngrams import counts_path
from vankien.resources import files

_PACKAGE = Path(vankien.__file__).parent
_IMPORT = re.compile(r"^[ \t]*(?:from|import) (vankien[.\w]*)(?: import ([^\n(#]+|\([^)]+\)))?", re.MULTILINE)
LIBRARIES = ("pyoxigraph", "rapidfuzz")
"""The libraries whose version may change what is read; those of a reader are added to this list with the reader."""
_LIMITS = "VANKIEN_MAX_"
"""How the environment variables begin that move the limits of what is read."""

TRIPLES = ("vankien.graph.describing.triples",)
"""The module whose imports make up the loaders, beside all of ``report`` and ``facts``."""
BESIDE = ("joined_words.py", "data/joined-words.txt", "data/legacy-encodings.tsv")
"""What reading documents rests on beside ``report``, ``facts`` and what the triples need; the counts of n-grams apart."""
SHARED = ("vankien.graph.terms.shared", "vankien.graph.building.computed")
"""The modules whose imports make the graphs over all documents."""


def _file_of(module: str) -> Path | None:
    """The source of a module of ours; None for a name that is not one (a function in a package)."""
    path = _PACKAGE.joinpath(*module.split(".")[1:])
    return next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)


def _imported(source: str) -> Iterable[str]:
    for match in _IMPORT.finditer(source):
        yield match[1]
        yield from (f"{match[1]}.{name}" for name in re.findall(r"\w+", match[2] or "") if match[2])


def modules_of(roots: Iterable[str]) -> tuple[Path, ...]:
    """The source files of some modules of ours and of all that they import, directly or not, sorted."""
    found: dict[str, Path] = {}
    waiting = list(roots)
    while waiting:
        module = waiting.pop()
        path = _file_of(module)
        if module not in found and path is not None:
            found[module] = path
            waiting += _imported(path.read_text("utf-8"))
    return tuple(sorted(set(found.values())))


def _library(name: str) -> str:
    try:
        return f"{name} {importlib.metadata.version(name)}"
    except importlib.metadata.PackageNotFoundError:
        return f"{name} none"


def hash_of(
    sources: Iterable[Path], libraries: Iterable[str] = LIBRARIES, folders: Iterable[str] = ("ontology",)
) -> str:
    """64 hexadecimal digits that stand for this package and Python, some libraries, source files of ours, and the Turtle
    files of some data folders."""
    sha = hashlib.sha256()
    python = ".".join(map(str, sys.version_info[:2]))
    for text in (vankien.__version__, python, *map(_library, libraries)):
        sha.update(text.encode() + b"\0")
    for path in sources:
        sha.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for file in (f for folder in folders for f in files(folder, ".ttl")):
        sha.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return sha.hexdigest()


@cache
def _loaders(counts: Path) -> str:
    whole = (p for name in ("report", "facts") for p in (_PACKAGE / name).rglob("*.py"))
    beside = (_PACKAGE / name for name in BESIDE)
    sources = sorted({*modules_of(TRIPLES), *whole, *beside, Path(__file__).with_name("reading.py")})
    sha = hashlib.sha256(hash_of(sources).encode())
    with contextlib.suppress(OSError):
        sha.update(counts.read_bytes())
    return sha.hexdigest()


def loaders_hash() -> str:
    """64 hexadecimal digits that stand for this version of everything that reads documents; made once per process."""
    return _loaders(counts_path())


@cache
def shared_hash() -> str:
    """The same for what makes the graphs over all documents: the lists, the catalogue, what is computed."""
    return hash_of(modules_of(SHARED))


def reading_key(name: str, sha256: str, base: str | None = None) -> str:
    """The key of reading a file of that name and content (SHA-256 of its bytes) with these loaders to IRIs of `base`.

    Raises `BadUsage` for a base that is no IRI.
    """
    limits = (f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(_LIMITS))
    whole = "\0".join((loaders_hash(), base_iri(base), name, sha256, *limits))
    return hashlib.sha256(whole.encode()).hexdigest()


def key_of_file(path: Path, base: str | None = None) -> str:
    """The key of reading this file as it is now; empty where it cannot be opened, which reading will report."""
    try:
        with path.open("rb") as file:
            return reading_key(path.name, hashlib.file_digest(file, "sha256").hexdigest(), base)
    except OSError:
        return ""
