"""The command line on an endpoint: the same words as on a folder, the URL by any of its names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph import servers
from vankien.cli import run as run_line

SAMPLE = Path(__file__).parents[2] / "docs" / "example" / "nghi-quyet-dai-hoi-son-binh.txt"


def run(*arguments: str) -> int:
    """The exit code of a command line."""
    return run_line(list(arguments))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The resolution of the samples in a folder and at an endpoint."""
    folder = str(tmp_path_factory.mktemp("folder") / "kg")
    with servers.oxigraph(tmp_path_factory.mktemp("server")) as address:
        assert run("build", str(SAMPLE), "-o", folder) == 0
        assert run("build", str(SAMPLE), "--endpoint", address.query) == 0
        yield folder, address.query


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("query", "congress-targets", "-f", "csv"), id="query"),
        pytest.param(("validate", "-f", "json"), id="validate"),
        pytest.param(("export", "-o", "-"), id="export"),
        pytest.param(("network", "-f", "json"), id="network"),
        pytest.param(("report", "--congress", "son-binh-16"), id="report"),
        pytest.param(("why", "id/congress/son-binh/16", "-f", "json"), id="why"),
    ],
)
def test_commands_print_the_same(
    command: tuple[str, ...], both: tuple[str, str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = []
    for option, store in (("--store", both[0]), ("--endpoint", both[1])):
        code = run(*command, option, store)
        said.append((code, capfdbinary.readouterr().out))
    assert said[0] == said[1]
    assert said[0][1]


def test_the_environment_may_name_the_endpoint(
    both: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VANKIEN_STORE", both[1])
    assert run("query", "documents", "-f", "csv") == 0
    assert "01-NQ/ĐH" in capsys.readouterr().out


def test_a_file_is_published_the_same(both: tuple[str, str], tmp_path: Path) -> None:
    for name, store in zip(("a", "b"), both, strict=True):
        assert run("publish", store, "-o", str(tmp_path / name)) == 0
    files = [{p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("a", "b")]
    assert files[0] == files[1]


def test_an_address_to_write_to_needs_an_endpoint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", str(SAMPLE), "-o", str(tmp_path / "kg"), "--update-url", "http://localhost/update") == 2
    assert "are for an endpoint" in capsys.readouterr().err


def test_no_server_is_one_line_before_anything_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", str(SAMPLE), "--endpoint", f"http://127.0.0.1:{servers.free_port()}/query") == 2
    error = capsys.readouterr().err
    assert "cannot be reached" in error
    assert error.count("\n") == 1
