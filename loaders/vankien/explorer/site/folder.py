"""The folder of a static site: whose it is, and how a new site takes the place of an old one.

A site is made in a folder inside its own, and moved out of it when it is whole. The marker lists the files of the site: these
alone are ever taken away, so that what else lies there (``CNAME``, ``.git``) stays. Until the last file is in its place the
marker says so, and the next run, which knows all the files of both sites, mends it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vankien.errors import BadUsage, StoreError
from vankien.graph.stores.store import one_line

MARKER = ".vankien-site"
"""The file that says that a folder is a site of ours, whether it is whole, and which files it has."""

STAGING = ".vankien-site-new"
"""The folder where a new site is made."""

_WHOLE, _PARTIAL = "vankien site, whole", "vankien site, being replaced"
_SAFE = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_.][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """What a marker says: the files of the site, and whether all of them are in place."""

    files: frozenset[str]
    whole: bool


def is_safe(file: str) -> bool:
    """True for the path of a file that stays below its folder, in letters that every file system has.

    >>> is_safe("target/x-1.html"), is_safe(".nojekyll"), is_safe("../x"), is_safe("a/../b"), is_safe("/x")
    (True, True, False, False, False)
    """
    return bool(_SAFE.fullmatch(file)) and ".." not in file.split("/") and all(len(p) < 250 for p in file.split("/"))


def read_marker(folder: Path) -> Marked | None:
    """What the marker of a folder says; None if it has none."""
    try:
        state, *files = (folder / MARKER).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    if state not in (_WHOLE, _PARTIAL):
        return None
    return Marked(frozenset(f for f in files if is_safe(f)), state == _WHOLE)


def check_free(folder: Path) -> None:
    """Raises `BadUsage` for a folder that holds something and is no site of ours, and for what is no folder."""
    if folder.exists() and not folder.is_dir():
        raise BadUsage(f"{folder}: is a file; name a folder for the site")
    if not folder.is_dir() or read_marker(folder) is not None:
        return
    if any(f.name != STAGING for f in folder.iterdir()):
        raise BadUsage(f"{folder}: holds something that is no site of vankien; name an empty folder, or a new one")


def _mark(folder: Path, state: str, files: Iterable[str]) -> None:
    part = folder / f"{MARKER}.part"
    part.write_text("\n".join([state, *sorted(files)]) + "\n", encoding="utf-8")
    part.replace(folder / MARKER)


def files_in(folder: Path) -> set[str]:
    """The files below a folder, as relative paths with slashes."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


@contextlib.contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Gives the folder in which to make a new site, and puts it in place when that went well.

    Raises `BadUsage` as `check_free` does, and `StoreError` for what cannot be written.
    """
    check_free(folder)
    staging = folder / STAGING
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        yield staging
        _put_in_place(staging, folder)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {one_line(error)}") from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        with contextlib.suppress(OSError):
            folder.rmdir()  # only if nothing was written into it


def _put_in_place(staging: Path, folder: Path) -> None:
    new, marked = files_in(staging), read_marker(folder)
    old = marked.files if marked else frozenset()
    _mark(folder, _PARTIAL, new | old)
    for file in sorted(old - new):
        (folder / file).unlink(missing_ok=True)
    _drop_empty(folder, old - new)
    for parent in sorted({os.path.dirname(f) for f in new}):
        (folder / parent).mkdir(parents=True, exist_ok=True)
    for file in sorted(new):
        (staging / file).replace(folder / file)
    _mark(folder, _WHOLE, new)


def _drop_empty(folder: Path, files: Iterable[str]) -> None:
    """Take away the folders that are empty now that some files are gone, the deepest first."""
    parents = {parent for f in files for parent in Path(f).parents if parent != Path(".")}
    for parent in sorted(parents, key=lambda p: (-len(p.parts), p)):
        with contextlib.suppress(OSError):
            (folder / parent).rmdir()
