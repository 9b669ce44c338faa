"""The home page: what this is, how much there is, where to begin."""

from __future__ import annotations

from vankien.explorer.context import Context
from vankien.explorer.page import Shown
from vankien.explorer.routes import Route


def home(c: Context, rest: str) -> Shown | None:
    """The home page."""
    if rest:
        return None
    book = c.book
    counts = [
        ("documents", len(book.texts), c.t("văn kiện đã đọc", "documents read")),
        ("programmes", len(book.programmes), c.t("chương trình, đề án, dự án", "programmes, schemes, projects")),
        ("targets", len(book.targets), c.t("mục tiêu", "targets")),
        ("indicators", len(book.observations), c.t("số liệu", "observations")),
    ]
    return Shown(
        c.t(
            "Mục tiêu, chương trình và kết quả trong văn kiện đại hội Đảng",
            "Goals, programmes and results in Party congress documents",
        ),
        "home.html",
        {"counts": counts},
    )


ROUTES = (Route("", home),)
