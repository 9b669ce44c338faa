"""What this is and is not, how it is made, how good it is, how to cite it and how to report an error."""

from __future__ import annotations

from dataclasses import dataclass

from vankien import __version__
from vankien.explorer.context import Context
from vankien.explorer.page import Shown
from vankien.explorer.records import Name
from vankien.explorer.route import Route
from vankien.explorer.views.download import LICENCE


@dataclass(frozen=True, slots=True)
class Measure:
    """How well one kind of fact was read in each of the test documents at first sight (F1, as in ``CHANGELOG.md``)."""

    kind: Name
    scores: tuple[str, ...]


MEASURED = (
    Measure(Name("Chỉ tiêu", "Targets"), ("0.95", "0.78", "0.86", "0.95")),
    Measure(Name("Số liệu", "Values"), ("0.89", "0.48", "0.38", "0.81")),
    Measure(Name("Văn bản được viện dẫn", "Cited documents"), ("1.0", "1.0", "1.0", "1.0")),
    Measure(Name("Cơ quan", "Bodies"), ("0.96", "1.0", "1.0", "0.95")),
)
"""Four documents of invented provinces, annotated without sight of the program, read for the first time."""


def about(c: Context, rest: str) -> Shown | None:
    """``about``."""
    if rest:
        return None
    book = c.book
    return Shown(
        c.t("Giới thiệu", "About"),
        "about.html",
        {
            "texts": len(book.texts),
            "lines": sum(t.lines for t in book.texts.values()),
            "findings": len(book.findings),
            "discrepancies": len(book.discrepancies),
            "measured": MEASURED,
            "licence": LICENCE,
            "version": __version__,
        },
        section="about",
        description=c.t(
            "Trang này là gì, làm thế nào, tin được đến đâu.", "What this is, how it is made, how far to trust it."
        ),
    )


ROUTES = (Route("about", about),)
