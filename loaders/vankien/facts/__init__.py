"""Structure → facts: one module per fact kind.

What the package gives is imported when it is first asked for: most commands need some small module of it, few find facts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vankien.facts.finding import FINDERS, Finder, find_facts
    from vankien.facts.records import fact_to_record

__all__ = ["FINDERS", "Finder", "fact_to_record", "find_facts"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'records' if name == 'fact_to_record' else 'finding'}"), name)
