"""Labels beside their marks, none on another label or on a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True if the two share room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """True if the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


Segment = tuple[float, float, float, float]


def crosses(box: Box, segment: Segment) -> bool:
    """True if a straight line runs through a box."""
    x0, y0, x1, y1 = segment
    enter, leave = 0.0, 1.0
    for start, change, low, high in ((x0, x1 - x0, box.left, box.right), (y0, y1 - y0, box.top, box.bottom)):
        if change == 0:
            if not low <= start <= high:
                return False
            continue
        a, b = sorted(((low - start) / change, (high - start) / change))
        enter, leave = max(enter, a), min(leave, b)
    return enter <= leave


Anchor = tuple[float, float]


def _around(anchors: Sequence[Anchor], width: float, height: float) -> list[Box]:
    """Places for a label of that size near a mark, the best first: above, below, right, left, then further away."""
    places = []
    for away in (8.0, 20.0, 34.0, 50.0, 68.0, 90.0):
        for x, y in anchors:
            up, down = y - away - height, y + away
            for left, top in (
                (x - width / 2, up),
                (x - width / 2, down),
                (x + away, y - height / 2),
                (x - away - width, y - height / 2),
                (x + 2, up),
                (x - width - 2, up),
                (x + 2, down),
                (x - width - 2, down),
            ):
                places.append(Box(left, top, left + width, top + height))
    return places


def place_labels(
    anchors: Sequence[Sequence[Anchor]],
    sizes: Sequence[tuple[float, float]],
    field: Box,
    marks: Sequence[Box],
    lines: Sequence[Segment],
) -> list[Box | None]:
    """A place for each label near one of its anchors, inside the field and on no mark or other label; else None.

    Of the places left, the nearest that no line runs through; where lines run through all, the nearest.
    """
    placed: list[Box] = []
    found: list[Box | None] = []
    for near, (width, height) in zip(anchors, sizes, strict=True):
        best: Box | None = None
        for box in _around(near, width, height):
            if not field.holds(box) or any(box.meets(o) for o in placed) or any(box.meets(m) for m in marks):
                continue
            if not any(crosses(box, line) for line in lines):
                best = box
                break
            best = best or box
        if best:
            placed.append(best)
        found.append(best)
    return found
