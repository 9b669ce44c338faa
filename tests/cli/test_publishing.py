"""``vankien publish``, ``vankien why``, and reading without a store."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from vankien.cli import options


@pytest.fixture
def published(vankien: Callable[..., object], store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published graph, which stands for the one that comes with the package."""
    folder = tmp_path / "published"
    vankien("publish", store, "-o", folder)

    def found(name: str) -> Path:
        assert name == "published"
        return folder

    monkeypatch.setattr(options, "folder", found)
    return folder


def test_publish_and_check(vankien: Callable[..., Outcome], store: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    written = vankien("publish", store, "-o", out)
    assert written.code == 0
    assert "5 files" in written.complaint
    assert vankien("publish", store, "--check", out).code == 0
    (out / "void.ttl").write_text("")
    changed = vankien("publish", store, "--check", out)
    assert changed.code == 1
    assert "void.ttl: differs" in changed.complaint


def test_publish_wants_a_folder(vankien: Callable[..., Outcome], store: Path) -> None:
    refused = vankien("publish", store)
    assert refused.code == 2
    assert "-o" in refused.complaint


def test_without_a_store_the_published_graph_is_read(vankien: Callable[..., Outcome], published: Path) -> None:
    asked = vankien("query", "documents", "-f", "json")
    assert asked.code == 0
    assert len(json.loads(asked.out)) == 1
    assert "using the published graph" in asked.complaint
    assert vankien("export", "-o", "-").out
    checked = vankien("validate")
    assert checked.code == 0
    assert "published graph" in checked.err


def test_a_store_that_is_named_must_exist(
    vankien: Callable[..., Outcome], published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert vankien("query", "documents", "-s", "none").code == 2
    assert vankien("validate", "none").code == 2
    monkeypatch.setenv("VANKIEN_STORE", "none")
    assert vankien("query", "documents").code == 2


def test_a_store_named_kg_comes_first(
    vankien: Callable[..., Outcome], published: Path, store: Path, tmp_path: Path
) -> None:
    (tmp_path / "kg").symlink_to(store)
    asked = vankien("query", "documents", "-f", "json")
    assert asked.code == 0
    assert not asked.err


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_why(vankien: Callable[..., Outcome], store: Path, lang: str) -> None:
    told = vankien("why", "concept/indicators/forest-cover", "-s", store, "--lang", lang)
    assert told.code == 0
    assert ("quy tắc" if lang == "vi" else "rule") in told.out
    found = json.loads(vankien("why", "concept/indicators/forest-cover", "-s", store, "-f", "json").out)
    assert found["kind"] == "Indicator"
    assert {g["report"] for g in found["grounds"]} == {"bao-cao"}


def test_why_of_nothing(vankien: Callable[..., Outcome], store: Path) -> None:
    refused = vankien("why", "id/target/none", "-s", store)
    assert refused.code == 2
    assert "no such node" in refused.complaint
