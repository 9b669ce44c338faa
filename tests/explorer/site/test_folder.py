"""Whose a folder is, and how one site takes the place of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from vankien.errors import BadUsage
from vankien.explorer.site.folder import MARKER, STAGING, check_free, files_in, read_marker, replacing


def make(folder: Path, **files: str) -> None:
    """Put a site of some files into a folder."""
    with replacing(folder) as new:
        for name, text in files.items():
            path = new / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def fail_after(file: Path) -> None:
    """Write half of a file, then fail."""
    file.write_text("half", encoding="utf-8")
    raise RuntimeError


def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_what_is_not_its_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(out, index_html="one", a__b__c_html="old")
    (out / "CNAME").write_text("example.org", encoding="utf-8")
    make(out, index_html="two", d_html="new")
    assert files_in(out) == {"index.html", "d.html", "CNAME", MARKER}
    assert (out / "index.html").read_text(encoding="utf-8") == "two"
    assert not (out / "a").exists()
    marked = read_marker(out)
    assert marked is not None
    assert (sorted(marked.files), marked.whole) == (["d.html", "index.html"], True)


def test_what_goes_wrong_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(out, index_html="one")
    with pytest.raises(RuntimeError), replacing(out) as new:
        fail_after(new / "index.html")
    assert (out / "index.html").read_text(encoding="utf-8") == "one"
    assert not (out / STAGING).exists()


def test_what_goes_wrong_at_first_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), replacing(tmp_path / "out"):
        raise RuntimeError
    assert not (tmp_path / "out").exists()


def test_a_run_that_was_killed_while_it_wrote_is_mended(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / STAGING).mkdir(parents=True)
    (out / STAGING / "half.html").write_text("half", encoding="utf-8")
    make(out, index_html="whole")
    assert files_in(out) == {"index.html", MARKER}


def test_a_run_that_was_killed_between_two_sites_is_recognised_and_mended(tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(out, index_html="one")
    (out / MARKER).write_text("vankien site, being replaced\nindex.html\nstray.html\n", encoding="utf-8")
    (out / "stray.html").write_text("of the run that was killed", encoding="utf-8")
    marked = read_marker(out)
    assert marked is not None
    assert not marked.whole
    make(out, index_html="two")
    assert files_in(out) == {"index.html", MARKER}


def test_a_marker_that_names_files_elsewhere_takes_none_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(out, index_html="one")
    precious = tmp_path / "precious.txt"
    precious.write_text("mine", encoding="utf-8")
    (out / MARKER).write_text(f"vankien site, whole\n../precious.txt\n{precious}\n", encoding="utf-8")
    make(out, index_html="two")
    assert precious.is_file()


@pytest.mark.parametrize("there", [pytest.param("folder", id="folder-of-others"), pytest.param("file", id="file")])
def test_what_is_not_ours_is_refused(tmp_path: Path, there: str) -> None:
    out = tmp_path / "out"
    if there == "file":
        out.write_text("text", encoding="utf-8")
    else:
        out.mkdir()
        (out / "thesis.txt").write_text("text", encoding="utf-8")
    with pytest.raises(BadUsage, match="out: "):
        check_free(out)


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    make(tmp_path, index_html="one")
    assert (tmp_path / "index.html").is_file()
