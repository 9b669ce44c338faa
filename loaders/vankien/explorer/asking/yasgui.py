"""YASGUI, an editor for SPARQL with colours, out of the program ``oxigraph``, which has its script and style built in.

The two files are no part of this package. They are asked of the program once, and kept in the user's cache folder under the
version of the program.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sysconfig
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from vankien.errors import MissingTool
from vankien.graph.access.opening import open_store
from vankien.graph.serialising.export import write_folder

FILES = {"yasgui.min.js": "text/javascript; charset=utf-8", "yasgui.min.css": "text/css; charset=utf-8"}
"""The files, as the program serves them, and their media types."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of its page: it writes styles itself, and asks prefix.cc unless it is kept from it."""

WAIT = 10.0
"""Seconds that the program has to start."""

MISSING = "YASGUI needs the program oxigraph; install it with: pip install 'vankien[yasgui]'"


def version() -> str:
    """The version of the installed package; an empty text without one."""
    try:
        return metadata.version("oxigraph")
    except metadata.PackageNotFoundError:
        return ""


def is_there() -> bool:
    """True if the files are at hand or can be had."""
    return bool(version()) and find_spec("platformdirs") is not None


def _program() -> str:
    """Where the program is: beside this Python first."""
    beside = Path(sysconfig.get_path("scripts")) / "oxigraph"
    found = shutil.which(str(beside)) or shutil.which("oxigraph")
    if not found:
        raise MissingTool(MISSING)
    return found


def cache_folder() -> Path:
    """Where the files are kept; raises `MissingTool` without platformdirs or oxigraph."""
    try:
        import platformdirs
    except ImportError:
        raise MissingTool(MISSING) from None
    if not version():
        raise MissingTool(MISSING)
    return Path(platformdirs.user_cache_dir("vankien")) / f"yasgui-{version()}"


def files(folder: Path | None = None) -> Mapping[str, bytes]:
    """The files by name, from the cache or, the first time, from the program.

    Raises `MissingTool` when the package is not installed or the program does not give them.
    """
    folder = folder or cache_folder()
    paths = {name: folder / name for name in FILES}
    if not all(p.is_file() for p in paths.values()):
        write_folder(_fetch(), folder)
    return {name: path.read_bytes() for name, path in paths.items()}


def _fetch() -> dict[str, bytes]:
    program = _program()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty"
        open_store(empty).close()
        with _serving(program, str(empty)) as address:
            return {name: _get(f"{address}/{name}") for name in FILES}


@contextlib.contextmanager
def _serving(program: str, store: str) -> Iterator[str]:
    """The program serving an empty store on this machine alone, for as long as it is needed."""
    port = _free_port()
    command = [program, "serve-read-only", "--location", store, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(WAIT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + WAIT
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
            return
        time.sleep(0.05)
    raise MissingTool("oxigraph did not start, so YASGUI cannot be had from it; install it again with pip")


def _get(address: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=WAIT) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, OSError) as error:
        raise MissingTool(f"this oxigraph has no YASGUI in it ({error}); install another version with pip") from None
