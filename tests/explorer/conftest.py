"""The pages of the published graph, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from vankien.explorer.explorer import Explorer
from vankien.graph.store import open_store
from vankien.resources import folder


@pytest.fixture(scope="session")
def published() -> Explorer:
    """The pages of the graph in ``docs/graph``, which has no quotes and no texts."""
    return Explorer(open_store(Path(str(folder("published")))))
