"""Reading on a Dask cluster of this machine gives the same parts as reading without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.bench.synthetic import write_corpus
from vankien.errors import ClusterError
from vankien.graph.building import cluster as cluster_module
from vankien.graph.building.build import read_to_parts
from vankien.graph.building.reading import Loaded

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed (extra: cluster)")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a scheduler with two workers, in this process, on a free port of the loopback."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
        worker_dashboard_address=None,
    ) as cluster:
        yield cluster.scheduler_address


def parts(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_a_cluster_gives_the_same_parts(address: str, tmp_path: Path) -> None:
    paths = write_corpus(tmp_path / "reports", 9)
    list(read_to_parts(paths, tmp_path / "here"))
    found = dict(read_to_parts(paths, tmp_path / "there", cluster=address))
    assert parts(tmp_path / "there") == parts(tmp_path / "here")
    assert [found[index].path for index in range(9)] == [str(p) for p in paths]


def test_what_is_there_is_not_sent(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write_corpus(tmp_path / "reports", 3)
    list(read_to_parts(paths[:2], tmp_path / "parts"))
    sent: list[Path] = []
    read = cluster_module.read_on_cluster

    def noted(client: Any, paths: Sequence[Path], base: str | None = None) -> Iterator[tuple[int, Loaded]]:
        sent.extend(paths)
        return read(client, paths, base)

    monkeypatch.setattr(cluster_module, "read_on_cluster", noted)
    assert len(list(read_to_parts(paths, tmp_path / "parts", cluster=address))) == 3
    assert sent == [paths[2]]


def test_documents_that_cannot_be_read_are_named(address: str, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff")
    missing, broken = tmp_path / "none.txt", tmp_path / "broken.txt"
    errors = {d.error for _, d in read_to_parts([missing, broken], tmp_path / "parts", cluster=address)}
    assert errors == {
        f"{missing}: no such file; check the path",
        f"{broken}:1: byte 0xff is not UTF-8; save it again as UTF-8",
    }


def test_another_version_on_the_workers_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_corpus(tmp_path / "reports", 1)
    monkeypatch.setattr(cluster_module, "key_of_file", lambda path, base=None: "another")
    with pytest.raises(ClusterError, match="another version of vankien"):
        list(read_to_parts(paths, tmp_path / "parts", cluster=address))


def test_nobody_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "_PATIENCE", "0.3s")
    paths = write_corpus(tmp_path / "reports", 1)
    with pytest.raises(ClusterError, match=r"127\.0\.0\.1:9: no Dask scheduler answers there"):
        list(read_to_parts(paths, tmp_path / "parts", cluster="tcp://127.0.0.1:9"))
