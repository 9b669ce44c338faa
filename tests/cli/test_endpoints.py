"""The command line on an endpoint: the same words as on a folder, the URL by any of its names."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.graph import servers
from vankien.cli import run as run_line
from vankien.explorer.notebook import open_graph
from vankien.graph.access.opening import open_store
from vankien.graph.review.files import read_rows, rows_to_bytes
from vankien.graph.stores.address import Address

Call = Callable[..., Outcome]

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
        pytest.param(("review", "--list"), id="review, a list"),
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


def test_a_sheet_is_written_the_same(both: tuple[str, str], tmp_path: Path) -> None:
    for name, store in zip(("a.csv", "b.csv"), both, strict=True):
        assert run("review", store, "-o", str(tmp_path / name)) == 0
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_site_is_written_the_same(both: tuple[str, str], tmp_path: Path) -> None:
    """Of the same graphs, that of the run with its time included."""
    (tmp_path / "server").mkdir()
    with servers.oxigraph(tmp_path / "server") as address:
        with open_store(Path(both[0]), read_only=True) as store, open_store(address) as remote:
            remote.replace_graphs({graph: store.quads(graph) for graph in store.graphs()})
        assert run("site", str(tmp_path / "a"), "--store", both[0]) == 0
        assert run("site", str(tmp_path / "b"), "--endpoint", address.query) == 0
    sites = [
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file()}
        for name in ("a", "b")
    ]
    assert sites[0] == sites[1]
    assert len(sites[0]) > 100


def test_a_notebook_opens_an_endpoint(both: tuple[str, str]) -> None:
    said = [open_graph(store).ask("congress-targets")._repr_html_() for store in both]
    assert said[0] == said[1]


# --- changing -------------------------------------------------------------------------------------------------


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Address]:
    """An endpoint without graphs of ours, where updates and whole graphs are sent to as the environment says."""
    monkeypatch.setenv("VANKIEN_PASSWORD", "dba")
    (tmp_path / "server").mkdir()
    start: Callable[[Path], contextlib.AbstractContextManager[Address]]
    start = servers.virtuoso if request.param == "virtuoso" else servers.oxigraph
    with start(tmp_path / "server") as address:
        monkeypatch.setenv("VANKIEN_USER", address.user)
        monkeypatch.setenv("VANKIEN_UPDATE_URL", address.update)
        if address.graphs:
            monkeypatch.setenv("VANKIEN_GRAPH_STORE_URL", address.graphs)
        yield address


def exported(vankien: Call, store: str) -> str:
    """All graphs but those of the runs, which have their time."""
    graphs = ("corrections", "computed", "loads")
    return vankien("export", store, "-o", "-", "-f", "nq", *(a for g in graphs for a in ("--with", g))).out


def corrected(vankien: Call, store: str) -> Path:
    """A sheet of the store with one value that a person has mended."""
    assert vankien("review", store, "-o", "review.csv").code == 0
    rows = [row for _, row in read_rows(Path("review.csv"))]
    target = next(row for row in rows if row["kind"] == "target" and row["report"] == "bao-cao")
    done = Path("done.csv")
    done.write_bytes(rows_to_bytes([{**target, "action": "edit", "new_value": "56,5"}], done))
    return done


def test_all_that_changes_a_store_does_so_at_an_endpoint(vankien: Call, reports: Path, server: Address) -> None:
    """Parts are merged, a sheet is applied, a report is removed: after each the endpoint holds what a folder holds."""
    url = server.query
    assert vankien("read", reports, "-o", "parts").code == 0
    assert vankien("merge", "parts", "--endpoint", url).code == 0
    assert vankien("merge", "parts", "-o", "kg").code == 0
    assert exported(vankien, url) == exported(vankien, "kg")
    shutil.copytree("kg", "before")

    done = corrected(vankien, url)
    checked = vankien("apply", done, "--endpoint", url, "--check")
    assert "1 corrections, 0 to undo in 1 rows, no mistakes; nothing was applied" in checked.err
    assert vankien("diff", "kg", url).code == 0
    applied = vankien("apply", done, "--endpoint", url, "--by", "Lan", "--date", "2026-11-29")
    assert applied.complaint.startswith(f"vankien: {url}: 1 corrections, 0 to undo; 1 in the store, ")
    assert vankien("apply", done, "kg", "--by", "Lan", "--date", "2026-11-29").code == 0
    assert exported(vankien, url) == exported(vankien, "kg")

    told = vankien("diff", "before", "--endpoint", url, "--lang", "en")
    assert (told.code, told.err) == (1, f"vankien: before → {url}: 1 changed, in 1 reports\n")
    assert told.out == vankien("diff", "before", "kg", "--lang", "en").out

    assert vankien("remove", "--endpoint", url, "bao-cao").code == 0
    assert vankien("remove", "kg", "bao-cao").code == 0
    assert exported(vankien, url) == exported(vankien, "kg")
    assert vankien("diff", url, "kg").code == 0


@pytest.mark.parametrize("server", ["oxigraph"], indirect=True)
def test_what_cannot_be_done_is_said_of_the_address_and_nothing_is_sent(
    vankien: Call, reports: Path, server: Address
) -> None:
    url = server.query
    assert vankien("review", url, "--list").complaint.startswith(f"vankien: {url}: no store here; make one with:")
    vankien("build", reports, "--endpoint", url)
    before = exported(vankien, url)
    unknown = vankien("remove", url, "bao-cao", "none")
    assert unknown.complaint == f"vankien: {url}: has no report 'none'; see: vankien query documents --store {url}"
    assert (unknown.code, exported(vankien, url)) == (2, before)
    Path("bad.csv").write_text("[action],[kind],[report]\nmaybe,target,bao-cao\n", "utf-8")
    assert vankien("apply", "bad.csv", url, "--by", "Lan").code == 2
    assert exported(vankien, url) == before
    assert vankien("remove", url).complaint.startswith(f"vankien: name the reports to take out of {url}")


def test_stores_to_compare_are_two(vankien: Call) -> None:
    assert vankien("diff", "kg").complaint.startswith("vankien: name two stores to compare: ")
    assert vankien("diff", "kg", "kg", "--endpoint", "http://localhost/query").code == 2


def test_an_address_to_write_to_needs_an_endpoint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", str(SAMPLE), "-o", str(tmp_path / "kg"), "--update-url", "http://localhost/update") == 2
    assert "are for an endpoint" in capsys.readouterr().err


def test_no_server_is_one_line_before_anything_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", str(SAMPLE), "--endpoint", f"http://127.0.0.1:{servers.free_port()}/query") == 2
    error = capsys.readouterr().err
    assert "cannot be reached" in error
    assert error.count("\n") == 1
