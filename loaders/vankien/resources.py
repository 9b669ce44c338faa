"""Where the data folders (ontology, shapes, queries, the published graph) are: in the wheel, or beside the source in a checkout."""

from __future__ import annotations

import importlib.resources
from importlib.resources.abc import Traversable
from pathlib import Path

from vankien.errors import MissingData

_ELSEWHERE = {"published": "docs/graph"}
"""The data folders that have another name in a checkout."""


def folder(name: str) -> Traversable:
    """The data folder of that name (``ontology``, ``shapes``, ``queries``, ``published``).

    In a wheel the folder lies inside the package; in a checkout at the top level, so that an edited
    query or shape takes effect at once. Raises `MissingData` naming both places.
    """
    packaged = importlib.resources.files("vankien") / name
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).parents[2] / _ELSEWHERE.get(name, name)
    if checkout.is_dir():
        return checkout
    raise MissingData(f"no folder {name}/ in {packaged} nor in {checkout}; install the package again")


def files(name: str, suffix: str) -> list[Traversable]:
    """The files of a data folder with that suffix (``.ttl``), sorted by name."""
    return sorted((f for f in folder(name).iterdir() if f.name.endswith(suffix)), key=lambda f: f.name)
