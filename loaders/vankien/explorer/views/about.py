"""What this is and is not, how it is made, how good it is, how to cite it and how to report an error."""

from __future__ import annotations

from dataclasses import dataclass

from vankien import __version__
from vankien.explorer.book.records import Name
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.views.download import LICENCE


@dataclass(frozen=True, slots=True)
class Measure:
    """How well one kind of fact was read at first sight: the quarters and the middle of the documents' F1 scores."""

    kind: Name
    low: str
    middle: str
    high: str


MEASURED_DOCUMENTS = 37
"""How many documents of invented places were annotated without sight of the program, and then read for the first time
(``tests/cases/documents/README.md``, whose table gives each of them)."""
MEASURED = (
    Measure(Name("Chỉ tiêu", "Targets"), "0.61", "0.76", "0.88"),
    Measure(Name("Số liệu", "Values"), "0.64", "0.76", "0.86"),
    Measure(Name("Kết quả đánh giá", "Verdicts"), "0.44", "0.72", "0.87"),
    Measure(Name("Văn bản được viện dẫn", "Cited documents"), "0.92", "1.00", "1.00"),
)


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
            "measured_documents": MEASURED_DOCUMENTS,
            "licence": LICENCE,
            "version": __version__,
        },
        section="about",
        description=c.t(
            "Trang này là gì, làm thế nào, tin được đến đâu.", "What this is, how it is made, how far to trust it."
        ),
    )


ROUTES = (Route("about", about),)
