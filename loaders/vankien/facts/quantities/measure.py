"""A value as a sentence states it."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.periods import Time


@dataclass(frozen=True, slots=True)
class Measure:
    """A value as a sentence states it. `restated` marks a target quoted in brackets (``(Nghị quyết 9-10%)``), `first`
    one that stands before its result, `changed`
    the ``old`` and the ``new`` value of a target that the sentence changes, `sized` the size or cost of a project;
    `start` and `end` bound the clause in the sentence; `before` holds the words that led to the value."""

    quantity: Quantity
    label: str
    times: tuple[Time, ...] = ()
    status: str | None = None
    change: str | None = None
    restated: bool = False
    first: bool = False
    changed: str = ""
    growth: bool = False
    sized: bool = False
    before: str = ""
    start: int = 0
    end: int = 0
    scope: str | None = None
