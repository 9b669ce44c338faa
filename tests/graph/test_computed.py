"""What is computed across documents of the invented province: verdicts, contradictions, contributions, one target."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest_computed import (
    CLAIMED,
    annex,
    contribution,
    documents,
    observation,
    target,
    verdict,
)
from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.assess import Bounds, CannotTell, assess, judge
from vankien.graph.compare import compare
from vankien.graph.computed import computed_quads
from vankien.graph.contribute import infer_contributions
from vankien.graph.said import quads_to_said
from vankien.graph.store import open_store
from vankien.graph.vocabulary import OWL, PROV, RDF, VK, last_part, read_lexicon
