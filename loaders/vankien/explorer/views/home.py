"""The home page: what this is, how much there is, where to begin."""

from __future__ import annotations

from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.parts.programme_map import default_congress
from vankien.explorer.targets.setters import newest_first, setting_congresses
from vankien.explorer.views.targets import Board, board_of

FAILED = ("missed", "not-yet-met", "at-risk")
"""The verdicts of targets that were not reached, the worst first."""


def failed_of(board: Board) -> dict[str, int]:
    """How many targets documents call not reached, by verdict."""
    return {v: n for v in FAILED if (n := board.bar.tally.stated.get(v, 0))}


def home(c: Context, rest: str) -> Shown | None:
    """The home page."""
    if rest:
        return None
    book = c.book
    boards = [board_of(c, congress.iri) for congress in setting_congresses(book)]
    mapped = c.once(default_congress)
    counts = [
        ("documents", len(book.texts), c.t("văn kiện đã đọc", "documents read")),
        ("congresses", len(boards), c.t("đại hội đặt ra chỉ tiêu", "congresses that set targets")),
        ("targets", len(book.targets), c.t("chỉ tiêu", "targets")),
        ("programmes", len(book.programmes), c.t("chương trình, đề án, dự án", "programmes, schemes, projects")),
        ("indicators", len(book.observations), c.t("số liệu", "figures")),
        ("discrepancies", len(book.discrepancies), c.t("chỗ mâu thuẫn", "discrepancies")),
    ]
    documents = sorted((t for t in book.texts.values()), key=lambda t: t.report)
    filling = {
        "counts": counts,
        "boards": boards,
        "failed": [(b, failed_of(b)) for b in boards if failed_of(b)],
        "mapped": mapped,
        "documents": documents,
        "congress": {b.iri: book.congresses[b.iri] for b in boards},
        "mentioned": len(newest_first(book, book.congresses.values())),
    }
    title = c.t(
        "Mục tiêu, chương trình và kết quả trong văn kiện đại hội Đảng",
        "Goals, programmes and results in Party congress documents",
    )
    about = c.t(
        "Chỉ tiêu của các đại hội Đảng bộ, kết quả thực hiện, chương trình gắn với từng chỉ tiêu, dẫn đến từng dòng văn kiện.",
        "Targets of Party congresses, what came of them, and the programmes behind them, each traced to a line of a document.",
    )
    return Shown(title, "home.html", filling, [b.iri for b in boards], None, "", about)


ROUTES = (Route("", home),)
