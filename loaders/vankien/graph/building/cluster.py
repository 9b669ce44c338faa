"""Reading on a Dask cluster: the same function on other machines. The bytes of a report travel to a worker and its quads
come back, so that the workers need this package and nothing else: no shared disk, no store."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vankien.errors import ClusterError, MissingTool, VankienError
from vankien.graph.building.reading import Loaded, read_document
from vankien.graph.building.reading_key import key_of_file

if TYPE_CHECKING:
    from distributed import Client

_AHEAD = 3
"""Reports that wait for each thread of the cluster: enough to keep it busy, few enough to hold in memory."""
_PATIENCE = "10s"


def read_bytes(name: str, data: bytes, shown: str, base: str | None = None) -> Loaded:
    """Read a report of that file name from its bytes, as `read_document` does from a path; `shown` is the path to name in
    messages. This is what the workers run."""
    with tempfile.TemporaryDirectory(prefix="vankien-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        document = read_document(path, base)
    return replace(document, path=shown, error=document.error.replace(str(path), shown))


def connect(address: str) -> Client:
    """A client of the Dask scheduler at an address such as ``tcp://host:8786``.

    Raises `MissingTool` without dask.distributed, and `ClusterError` when nobody answers there.
    """
    try:
        from distributed import Client
    except ImportError:
        raise MissingTool("--cluster needs dask.distributed; install it with: pip install 'vankien[cluster]'") from None
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        raise ClusterError(
            f"{address}: no Dask scheduler answers there ({type(error).__name__}); see dask-scheduler --help"
        ) from None


def read_on_cluster(client: Client, paths: Sequence[Path], base: str | None = None) -> Iterator[tuple[int, Loaded]]:
    """Read reports on a cluster; gives the index of each with the document, as they come back.

    Raises `ClusterError` when the cluster has no workers, when they run another version of the loaders, or break down.
    """
    from distributed import as_completed

    threads = sum(client.nthreads().values())
    if not threads:
        raise ClusterError(f"{client.scheduler.address}: the Dask cluster has no workers")  # type: ignore[union-attr]
    indexes: dict[Any, int] = {}

    def submit(index: int) -> Any:
        path = paths[index]
        future = client.submit(read_bytes, path.name, path.read_bytes(), str(path), base, pure=False)
        indexes[future.key] = index
        return future

    waiting = iter([index for index, path in enumerate(paths) if path.is_file()])
    yield from ((index, read_document(path, base)) for index, path in enumerate(paths) if not path.is_file())
    running = as_completed([submit(index) for index in islice(waiting, _AHEAD * threads)], loop=client.loop)
    for future in running:
        index = indexes.pop(future.key)
        yield index, _checked(_result(future), paths[index], base)
        for following in islice(waiting, 1):
            running.add(submit(following))


def _result(future: Any) -> Loaded:
    try:
        document: Loaded = future.result()
    except VankienError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a worker or the network raises
        raise ClusterError(
            f"the cluster broke down: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        ) from None
    return document


def _checked(document: Loaded, path: Path, base: str | None) -> Loaded:
    if not document.error and document.key != key_of_file(path, base):
        raise ClusterError(
            f"{path}: the workers of the cluster read it with another version of vankien, or it was changed meanwhile; "
            "install the same version everywhere"
        )
    return document


@contextlib.contextmanager
def cluster_at(address: str) -> Iterator[Client]:
    """A client that is closed in the end; see `connect`."""
    client = connect(address)
    try:
        yield client
    finally:
        client.close()
