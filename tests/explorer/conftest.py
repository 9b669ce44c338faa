"""The pages of the published graph, and of the sample reports with their texts, read once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.report.mangler import mangle
from vankien.explorer.responding.explorer import Explorer
from vankien.graph.access.opening import open_store
from vankien.graph.building.build import read_document, save
from vankien.resources import folder

EXAMPLES = Path(__file__).parents[2] / "docs" / "example"


@pytest.fixture(scope="session")
def published() -> Iterator[Explorer]:
    """The pages of the graph in ``docs/graph``, which has no quotes and no texts."""
    explorer = Explorer(open_store(Path(str(folder("published")))))
    yield explorer
    explorer.close()


@pytest.fixture(scope="session")
def sample_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a typed report, and a resolution as an English engine would have read its scan."""
    texts = tmp_path_factory.mktemp("texts")
    for name, change in (("bao-cao-giua-nhiem-ky-son-binh", str), ("nghi-quyet-dai-hoi-son-binh", mangle)):
        found = next(EXAMPLES.glob(f"{name}.*"))
        (texts / found.name).write_text(change(found.read_text(encoding="utf-8")), encoding="utf-8")
    return texts


@pytest.fixture(scope="session")
def samples(sample_texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """The pages of the sample reports, with quotes and texts."""
    path = tmp_path_factory.mktemp("store") / "kg"
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    save(path, [read_document(p) for p in sorted(sample_texts.iterdir())], moment=moment, version="0")
    explorer = Explorer(open_store(path, read_only=True), texts=[sample_texts])
    yield explorer
    explorer.close()
