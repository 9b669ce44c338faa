"""Files that another process may rely on: a first line that names what the file is, for which input it was made, and the
SHA-256 of the rest. Written under another name, synced, then renamed; half a file, or an altered one, is never taken for
a whole one."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import socket
from pathlib import Path
from typing import Any

from vankien.errors import StoreError

LONGEST_HEAD = 2**20
"""No first line is longer; what is, is no file of ours."""


def seal(path: Path, kind: str, head: dict[str, Any], body: bytes) -> None:
    """Write a file of a kind with a head (plain JSON values) and a body; the same input gives the same bytes.

    Raises `StoreError` when it cannot be written; an old file of that name is then untouched.
    """
    line = json.dumps({**head, "sha256": hashlib.sha256(body).hexdigest()}, ensure_ascii=False, sort_keys=True)
    unfinished = path.with_name(f".{path.name}.{socket.gethostname()}-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.write(f"# {kind} {line}\n".encode())
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from None


def read_head(path: Path, kind: str) -> dict[str, Any] | None:
    """The head of a sealed file of that kind; None for any other file. The body is not looked at."""
    try:
        with path.open("rb") as file:
            line = file.readline(LONGEST_HEAD)
    except OSError:
        return None
    return _parsed(line, kind)


def _parsed(line: bytes, kind: str) -> dict[str, Any] | None:
    start = f"# {kind} ".encode()
    if not line.startswith(start) or not line.endswith(b"\n"):
        return None
    try:
        head = json.loads(line.removeprefix(start))
    except ValueError:
        return None
    return head if isinstance(head, dict) and isinstance(head.get("sha256"), str) else None


def unseal(path: Path, kind: str) -> tuple[dict[str, Any], bytes] | None:
    """The head and the body of a sealed file; None for a file that is missing, of another kind, cut or altered."""
    try:
        first, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    head = _parsed(first + b"\n", kind)
    whole = head is not None and head["sha256"] == hashlib.sha256(body).hexdigest()
    return (head, body) if head is not None and whole else None
