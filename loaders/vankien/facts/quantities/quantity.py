"""A printed value: number or range, comparator, unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from vankien.facts.quantities.units import COUNTED, Unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed value: the stretch with its comparator and unit (`start`, `end`), the offset of the number (`at`), the
    value, the upper bound of a range, the comparator sign, the printed unit and its kind (``rank`` for a place in a
    ranking). `total` is the second number of ``22/55 chỉ tiêu`` or ``3.994/4.000 ha``; `origin` the first of ``từ 300
    lên 500 giường``; `moving` marks the first value of ``từ 4,2% năm 2021 xuống còn 1,1%``; `part`
    names the kind of which a number without a unit is (of the total before it), `deed` what was done to so many of what is
    named once behind it."""

    start: int
    at: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    comparator: str = "="
    unit: str | None = None
    kind: str = ""
    total: Decimal | None = None
    origin: Decimal | None = None
    moving: bool = False
    part: str = ""
    deed: str = ""

    @property
    def counted(self) -> bool:
        """True if the unit is the noun that is counted."""
        return self.kind in COUNTED

    @property
    def yearly(self) -> bool:
        """True if the unit is one per year."""
        return bool(self.unit and Unit(self.unit, self.kind, 0).yearly)
