"""What is read again and what is not, interruptions, parts, shards, merging, removing: the store never loses a document."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from pyoxigraph import RdfFormat

import vankien
from tests.bench import kill_builds
from tests.bench.synthetic import document, write_corpus
from vankien.errors import BadUsage, StoreError
from vankien.graph.access.opening import open_store
from vankien.graph.building import build as build_module
from vankien.graph.building.build import read_to_parts
from vankien.graph.building.changes import Built, Options, build_reports, merge_folders, remove_reports
from vankien.graph.building.loads import held_at
from vankien.graph.building.parts import Shard, index_parts, read_part
from vankien.graph.building.reading import Loaded
from vankien.graph.building.reading_key import BESIDE, key_of_file, modules_of, reading_key
from vankien.graph.serialising.export import document_graphs, quads_to_bytes, select
from vankien.graph.stores import writing as writing_module
from vankien.graph.stores.kept import state_of
from vankien.graph.stores.writing import parts_folder, writing
from vankien.graph.terms.iris import base_iri
from vankien.graph.terms.shared import KEPT_GRAPHS
from vankien.graph.terms.vocabulary import last_part

COUNT = 6
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ALL = ("computed", "loads", "ontology", "vocabulary")


def options(**more: object) -> Options:
    return Options(**{"moment": MOMENT, "version": "0", **more})  # type: ignore[arg-type]


def build(store: Path, paths: list[Path], **more: object) -> Built:
    return build_reports(store, paths, options(**more))


def exported(store: Path) -> bytes:
    """Everything that a store holds but the log of its runs."""
    with open_store(store, read_only=True) as opened:
        return quads_to_bytes(select(opened, ALL), RdfFormat.N_QUADS)


def reports_in(store: Path) -> list[str]:
    with open_store(store, read_only=True) as opened:
        return [last_part(g.value) for g in document_graphs(opened)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """A folder with a store of some documents, and their files."""
    folder = tmp_path_factory.mktemp("made")
    paths = write_corpus(folder / "reports", COUNT)
    build(folder / "kg", paths)
    return folder, paths


@pytest.fixture
def store(made: tuple[Path, list[Path]], tmp_path: Path) -> Path:
    """A copy of that store, beside a copy of its documents."""
    shutil.copytree(made[0], tmp_path, dirs_exist_ok=True)
    return tmp_path / "kg"


@pytest.fixture
def paths(store: Path) -> list[Path]:
    """The documents of the store."""
    return sorted((store.parent / "reports").iterdir())


@pytest.fixture
def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, base: str | None = None) -> Loaded:
        raise AssertionError(f"{path} was read")

    monkeypatch.setattr(build_module, "read_document", fail)


def change(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\nPhấn đấu đến năm 2031 tỷ lệ che phủ rừng đạt trên 61%.\n", "utf-8")


# --- what is read ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("nothing_is_read")
def test_what_has_not_changed_is_not_read(store: Path, paths: list[Path]) -> None:
    before = exported(store)
    built = build(store, paths)
    assert (len(built.read), len(built.unchanged), built.quads) == (0, COUNT, None)
    assert exported(store) == before


def test_a_store_that_stays_as_it_is_keeps_its_files_and_the_answers_for_them(store: Path, paths: list[Path]) -> None:
    before = state_of(store)
    build(store, paths)
    assert before is not None
    assert state_of(store) == before


def test_a_changed_document_is_read_and_everything_else_follows(store: Path, paths: list[Path], tmp_path: Path) -> None:
    change(paths[0])
    built = build(store, paths)
    assert [d.path for d in built.read] == [str(paths[0])]
    assert (built.added, len(built.unchanged)) == (0, COUNT - 1)
    build(tmp_path / "fresh", paths)
    assert exported(store) == exported(tmp_path / "fresh")


def test_forcing_reads_everything(store: Path, paths: list[Path]) -> None:
    before = exported(store)
    assert len(build(store, paths, force=True).read) == COUNT
    assert exported(store) == before


def test_a_large_change_makes_the_store_anew_with_the_same_bytes(
    store: Path, paths: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_module, "LARGEST_UPDATE", 10)
    change(paths[1])
    build(store, paths)
    build(tmp_path / "fresh", paths)
    assert exported(store) == exported(tmp_path / "fresh")
    with open_store(store, read_only=True) as opened:
        runs = [q for q in opened.quads() if q.graph_name.value.endswith("/graph/runs")]  # type: ignore[union-attr]
    assert len({q.object for q in runs if q.predicate.value.endswith("#generated")}) == COUNT
    assert "runs" in KEPT_GRAPHS


@pytest.mark.usefixtures("nothing_is_read")
def test_rebuilding_keeps_what_is_named_and_has_not_changed(store: Path, paths: list[Path]) -> None:
    build(store, paths[:2], rebuild=True)
    assert reports_in(store) == [p.stem for p in paths[:2]]


def test_a_rebuild_that_reads_nothing_keeps_the_store(store: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\xff")
    built = build(store, [broken], rebuild=True)
    assert (len(built.failed), built.quads) == (1, None)
    assert len(reports_in(store)) == COUNT


def test_a_rebuild_keeps_what_it_has_of_a_document_that_cannot_be_read(store: Path, paths: list[Path]) -> None:
    change(paths[0])
    paths[1].write_bytes(b"\xff")
    with open_store(store, read_only=True) as opened:
        (graph,) = [g for g in document_graphs(opened) if g.value.endswith(paths[1].stem)]
        before = set(opened.quads(graph))
    built = build(store, paths[:3], rebuild=True)
    assert (len(built.read), len(built.failed), len(built.unchanged)) == (1, 1, 1)
    assert reports_in(store) == [p.stem for p in paths[:3]]
    with open_store(store, read_only=True) as opened:
        assert set(opened.quads(graph)) == before


def test_a_rebuild_by_another_version_that_reads_nothing_keeps_the_store(
    store: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vankien.graph.building.loads.shared_hash", lambda: "another")
    broken = paths[0].with_name("broken.txt")
    broken.write_bytes(b"\xff")
    assert build(store, [broken], rebuild=True).quads is None
    assert len(reports_in(store)) == COUNT


def test_another_version_of_what_is_computed_makes_it_anew(
    store: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(store) as opened:
        computed = next(g for g in opened.graphs() if g.value.endswith("/graph/computed"))
        whole = set(opened.quads(computed))
        opened.replace_graph(computed, list(whole)[:5])
    assert build(store, paths).quads is None
    monkeypatch.setattr("vankien.graph.building.loads.shared_hash", lambda: "another")
    assert build(store, paths).quads is not None
    with open_store(store, read_only=True) as opened:
        assert set(opened.quads(computed)) == whole


def test_a_store_without_digests_gives_the_same_when_it_changes(store: Path, paths: list[Path], tmp_path: Path) -> None:
    with open_store(store) as opened:
        loads = next(g for g in opened.graphs() if g.value.endswith("/graph/loads"))
        opened.replace_graph(loads, [q for q in opened.quads(loads) if not q.predicate.value.endswith("#digest")])
    change(paths[2])
    build(store, paths)
    build(tmp_path / "fresh", paths)
    assert exported(store) == exported(tmp_path / "fresh")


# --- keys -----------------------------------------------------------------------------------------------------


def test_the_key_depends_on_all_that_reading_depends_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = tmp_path / "counts"
    keys = {reading_key("a.txt", "00"), reading_key("b.txt", "00"), reading_key("a.txt", "01")}
    keys.add(reading_key("a.txt", "00", "https://example.org/"))
    for value in (b"x", b"y"):
        counts.with_name(value.decode()).write_bytes(value)
        monkeypatch.setenv("VANKIEN_NGRAMS", str(counts.with_name(value.decode())))
        keys.add(reading_key("a.txt", "00"))
    monkeypatch.setattr("vankien.graph.building.reading_key.loaders_hash", lambda: "another version")
    keys.add(reading_key("a.txt", "00"))
    assert len(keys) == 7


def test_the_key_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert key_of_file(tmp_path / "a.txt") == reading_key("a.txt", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")  # fmt: skip
    assert key_of_file(tmp_path / "none.txt") == ""


def test_the_loaders_are_what_makes_triples_and_nothing_else() -> None:
    paths = modules_of(("vankien.graph.describing.triples",))
    names = {path.stem for path in paths} | {f"{path.parent.name}.{path.stem}" for path in paths}
    assert {"entities", "statements", "iris", "vietnamese", "model.facts", "model.text", "vocabulary"} <= names
    assert not names & {"validate", "store", "computed", "app", "publish"}


# --- interruptions ----------------------------------------------------------------------------------------------


def test_documents_that_were_read_are_not_read_again(
    paths: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = build_module.read_document
    target = tmp_path / "new" / "kg"
    seen: list[Path] = []

    def interrupted(path: Path, base: str | None = None) -> Loaded:
        if len(seen) == 3:
            raise KeyboardInterrupt
        seen.append(path)
        return read(path, base)

    monkeypatch.setattr(build_module, "read_document", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(target, paths)
    assert not target.exists()
    assert len(index_parts(parts_folder(target))) == 3

    def counted(path: Path, base: str | None = None) -> Loaded:
        seen.append(path)
        return read(path, base)

    monkeypatch.setattr(build_module, "read_document", counted)
    build(target, paths)
    assert seen == paths
    assert exported(target) == exported(tmp_path / "kg")
    assert sorted(p.name for p in target.parent.iterdir()) == [".kg.lock", "kg"]


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flip(data: bytes) -> bytes:
    return data[:-200] + bytes([data[-200] ^ 1]) + data[-199:]


def _empty(data: bytes) -> bytes:
    return b""


def _no_head(data: bytes) -> bytes:
    return data.split(b"\n", 1)[1]


def _binary_head(data: bytes) -> bytes:
    return b"# vankien-part-1 \xff\xfe\n" + data


@pytest.mark.parametrize("damage", [_cut, _flip, _empty, _no_head, _binary_head])
def test_a_damaged_part_is_read_again(
    paths: list[Path], tmp_path: Path, damage: Callable[[bytes], bytes], made: tuple[Path, list[Path]]
) -> None:
    target = tmp_path / "new" / "kg"
    list(read_to_parts(paths, parts_folder(target)))
    part = min(parts_folder(target).iterdir())
    part.write_bytes(damage(part.read_bytes()))
    assert read_part(part) is None
    build(target, paths)
    assert exported(target) == exported(made[0] / "kg")


def test_a_part_of_another_text_is_not_taken(paths: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "new" / "kg"
    list(read_to_parts(paths[:1], parts_folder(target)))
    change(paths[0])
    build(target, paths[:1])
    build(tmp_path / "fresh", paths[:1])
    assert exported(target) == exported(tmp_path / "fresh")


def test_what_killed_builds_left_is_swept_away(store: Path, paths: list[Path]) -> None:
    left = store.with_name(".kg.new-123456")
    left.mkdir()
    build(store, paths)
    assert not left.exists()


def test_a_second_process_gets_a_clear_line(store: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_module, "_PATIENCE", 0.05)
    with FileLock(store.with_name(".kg.lock")), pytest.raises(StoreError, match="another process that is building it"):
        build(store, paths)
    with FileLock(store.with_name(".kg.lock")), pytest.raises(StoreError, match="another process that is building it"):
        remove_reports(store, [paths[0].stem], options())


def test_the_lock_of_a_killed_process_is_free(store: Path) -> None:
    code = "import sys; from pathlib import Path; from vankien.graph.stores.writing import writing\n" + textwrap.dedent("""
        with writing(Path(sys.argv[1])):
            print("held", flush=True)
            sys.stdin.read()
    """)
    command = [sys.executable, "-c", code, str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    with writing(store):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_an_interrupted_build_says_so_and_goes_on(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "reports", 40)
    command = [sys.executable, "-m", "vankien", "build", str(tmp_path / "reports"), "-o", str(tmp_path / "kg"), "-j2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as building:
        folder, until = parts_folder(tmp_path / "kg"), time.monotonic() + 60
        while not (folder.exists() and list(folder.glob("0*.nq"))) and time.monotonic() < until:
            time.sleep(0.02)
        building.send_signal(signal.SIGINT)
        assert building.stderr is not None
        assert building.stderr.read().strip().splitlines()[-1] == "vankien: interrupted"
    assert building.returncode == 130
    assert not (tmp_path / "kg").exists()
    kept = len(index_parts(folder))
    assert 0 < kept < len(corpus)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for left processes in /proc")
def test_builds_killed_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    outcome = kill_builds.run(tmp_path, documents=10, kills=3, seed=7)
    assert outcome.wrong == []


# --- a full disk -------------------------------------------------------------------------------------------------


def _limited(limit: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command line where no file may grow beyond a limit, as on a full disk."""
    code = textwrap.dedent(f"""
        import resource, signal, sys
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
        from vankien.cli import run
        sys.exit(run(sys.argv[1:]))
    """)
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit for the size of files")
@pytest.mark.parametrize("limit", [1_000, 300_000], ids=["writing-a-part", "writing-the-store"])
@pytest.mark.parametrize("rebuild", [False, True], ids=["update", "rebuild"])
def test_a_full_disk_is_one_line_and_the_old_store_stays(
    store: Path, paths: list[Path], limit: int, rebuild: bool
) -> None:
    before = exported(store)
    (store.parent / "more").mkdir()
    for number in range(COUNT, COUNT + 4):
        name, text = document(number)
        (store.parent / "more" / name).write_text(text, "utf-8")
    more = ["--rebuild"] if rebuild else []
    failed = _limited(limit, "build", store.parent / "more", "-o", store, *more)
    assert failed.returncode == 2, failed.stderr
    assert failed.stderr.count("\n") == 1, failed.stderr
    assert "File too large" in failed.stderr
    assert exported(store) == before
    build(store, sorted((store.parent / "more").iterdir()))
    assert len(reports_in(store)) == COUNT + 4


# --- parts, shards, merging --------------------------------------------------------------------------------------


def shards(paths: list[Path], folder: Path, count: int) -> list[Path]:
    """The parts of some documents, read share by share, each into a folder of its own."""
    folders = []
    for number in range(1, count + 1):
        share = [p for p in reversed(paths) if Shard(number, count).holds(p)]
        list(read_to_parts(share, folder / str(number)))
        if share:
            folders.append(folder / str(number))
    return folders


def test_shards_that_are_merged_give_the_store_of_one_build(store: Path, paths: list[Path], tmp_path: Path) -> None:
    folders = shards(paths, tmp_path / "parts", 3)
    assert len(folders) > 1
    merge_folders(tmp_path / "merged", folders[::-1], options())
    assert exported(tmp_path / "merged") == exported(store)


def test_merging_again_changes_nothing(store: Path, paths: list[Path], tmp_path: Path) -> None:
    folders = shards(paths, tmp_path / "parts", 2)
    merged = merge_folders(store, [*folders, folders[0]], options())
    assert (len(merged.read), len(merged.unchanged), merged.quads) == (0, COUNT, None)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_jobs_gives_the_same_bytes(store: Path, paths: list[Path], tmp_path: Path, jobs: int) -> None:
    build(tmp_path / "other", paths, jobs=jobs)
    assert exported(tmp_path / "other") == exported(store)
    folder = tmp_path / "parts"
    list(read_to_parts(paths, folder, jobs=jobs))
    again = tmp_path / "again"
    list(read_to_parts(paths[::-1], again, jobs=1))
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {p.name: p.read_bytes() for p in again.iterdir()}


def test_every_document_belongs_to_one_shard() -> None:
    paths = [Path(f"reports/{n:03}-báo cáo.txt") for n in range(200)]
    sizes = [sum(Shard(n, 4).holds(p) for p in paths) for n in (1, 2, 3, 4)]
    assert sum(sizes) == 200
    assert min(sizes) > 25
    assert [Shard(2, 4).holds(Path("elsewhere") / p.name) for p in paths] == [Shard(2, 4).holds(p) for p in paths]


@pytest.mark.parametrize("text", ["", "3", "0/2", "3/2", "1/0", "a/b", "-1/2", "1/2/3"])
def test_a_shard_that_is_none(text: str) -> None:
    with pytest.raises(BadUsage, match="--shard"):
        Shard.parse(text)


@pytest.fixture
def folder(paths: list[Path], tmp_path: Path) -> Iterator[Path]:
    """A folder with the parts of two documents."""
    list(read_to_parts(paths[:2], tmp_path / "parts"))
    return tmp_path / "parts"  # type: ignore[return-value]


def test_a_damaged_part_is_not_merged(folder: Path, tmp_path: Path) -> None:
    part = min(folder.iterdir())
    part.write_bytes(_flip(part.read_bytes()))
    with pytest.raises(StoreError, match=rf"{part.name}: is damaged"):
        merge_folders(tmp_path / "merged", [folder], options())
    assert not (tmp_path / "merged").exists()


def test_a_foreign_file_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "zz.nq").write_text("<a:a> <a:b> <a:c> .\n")
    with pytest.raises(StoreError, match=r"zz\.nq: no part"):
        merge_folders(tmp_path / "merged", [folder], options())


def test_a_folder_without_parts_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no folder of parts"):
        merge_folders(tmp_path / "merged", [tmp_path / "none"], options())


def test_a_share_that_no_document_fell_to_is_merged_like_any_other(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    parts = sorted(p.read_bytes() for p in folder.iterdir())
    merge_folders(tmp_path / "merged", [tmp_path / "empty", folder], options())
    assert sorted(p.read_bytes() for p in folder.iterdir()) == parts  # none was touched
    with open_store(tmp_path / "merged", read_only=True) as store:
        assert len(document_graphs(store)) == 2


def test_empty_shares_alone_are_refused(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    with pytest.raises(StoreError, match="no parts; make some with"):
        merge_folders(tmp_path / "merged", [tmp_path / "1", tmp_path / "2"], options())


def test_parts_of_another_base_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=f"has the base {base_iri()}, not https://example.org/"):
        merge_folders(tmp_path / "merged", [folder], options(base="https://example.org/"))


def test_two_parts_that_differ_about_one_report(folder: Path, paths: list[Path], tmp_path: Path) -> None:
    change(paths[0])
    list(read_to_parts(paths[:1], tmp_path / "newer"))
    with pytest.raises(BadUsage, match="would both be the report"):
        merge_folders(tmp_path / "merged", [folder, tmp_path / "newer"], options())


# --- removing ----------------------------------------------------------------------------------------------------


def test_removing_gives_the_store_without_the_document(store: Path, paths: list[Path], tmp_path: Path) -> None:
    remove_reports(store, [paths[1].stem, str(paths[4])], options())
    build(tmp_path / "fresh", [p for i, p in enumerate(paths) if i not in (1, 4)])
    assert exported(store) == exported(tmp_path / "fresh")


def test_all_are_removed_or_none(store: Path, paths: list[Path]) -> None:
    before = exported(store)
    with pytest.raises(StoreError, match="has no report 'no-such-report'; see: vankien query documents"):
        remove_reports(store, [paths[1].stem, "no-such-report"], options())
    assert exported(store) == before


def test_a_removed_document_is_read_again_when_it_is_named(store: Path, paths: list[Path]) -> None:
    before = exported(store)
    remove_reports(store, [paths[1].stem], options())
    assert paths[1].stem not in held_at(store).reports
    assert len(build(store, paths).read) == 1
    assert exported(store) == before


def test_a_document_is_read_again_when_any_data_of_the_reading_changed() -> None:
    """Of the data files only the phrases do not reach the reading itself, but the counts made of them, which are hashed apart."""
    folder = Path(vankien.__file__).parent / "data"
    names = {f"data/{p.name}" for p in folder.iterdir()} - {"data/ngrams.tsv.xz"}
    assert {n for n in names if "phrases" not in n} == {n for n in BESIDE if n.startswith("data/")}
