"""What does not agree: inside documents, between them, verdicts against numbers, arithmetic, citations."""

from __future__ import annotations

from collections import Counter

from vankien.explorer.documents.disputes import KINDS, Dispute, in_order, to_dispute
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route


def _rows(disputes: list[Dispute]) -> Rows:
    columns = ("kind", "about", "side_a", "report_a", "line_a", "side_b", "report_b", "line_b", "note_vi", "note_en")
    rows = []
    for x in disputes:
        sides = [[s.words.vi, s.report, str(s.line) if s.line else ""] for s in x.sides]
        rows.append([x.kind.key, x.about, *sides[0], *sides[1], x.note.vi, x.note.en, x.rule, x.iri])
    return Rows((*columns, "rule", "iri"), rows)


def discrepancies(c: Context, rest: str) -> Shown | None:
    """All contradictions, or those of a kind or a document."""
    if rest:
        return None
    everything = [to_dispute(c.book, d) for d in in_order(c.book.discrepancies)]
    reports = {iri: d.report for iri, d in c.book.documents.items() if d.report}
    kind, document = c.params.get("kind", ""), c.params.get("document", "")
    shown = [
        x
        for x in everything
        if kind in ("", x.kind.key) and (not document or document in (reports.get(d) for d in x.documents))
    ]
    kinds = Counter(x.kind.key for x in everything)
    documents = Counter(reports[d] for x in everything for d in x.documents if d in reports)
    filling = {
        "groups": [(k, held) for k in KINDS if (held := [x for x in shown if x.kind.key == k.key])],
        "count": len(shown),
        "kinds": [(k.key, kinds[k.key], c.say(k.name)) for k in KINDS if kinds[k.key]],
        "documents": [(r, n, c.book.short_names[r]) for r, n in sorted(documents.items())],
        "kind": kind,
        "document": document,
    }
    nodes = [x.iri for x in shown]
    title = c.t("Mâu thuẫn trong và giữa các văn kiện", "Discrepancies in and between the documents")
    return Shown(title, "discrepancies.html", filling, nodes, _rows(shown), "discrepancies")


ROUTES = (Route("discrepancies", discrepancies, params=("kind", "document")),)
