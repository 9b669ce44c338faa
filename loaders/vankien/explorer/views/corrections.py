"""What people corrected: as read, as corrected, who and when, and whether it still fits the text."""

from __future__ import annotations

from vankien.explorer.book.records import Correction
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.wording.words import written
from vankien.graph.correcting.reviewed import REVIEW_KINDS

STATES = {
    "in-force": ("đang áp dụng", "in force"),
    "text-changed": ("văn bản đã thay đổi, cần rà soát lại", "the text has changed: review it again"),
    "without-fact": ("không còn thấy dữ kiện ấy", "the fact is no longer found"),
    "without-document": ("văn kiện không có ở đây", "the document is not here"),
}
"""What became of a correction, in Vietnamese and English."""

FIELDS = {
    "value": ("trị số", "value"),
    "comparator": ("so sánh", "comparator"),
    "upper": ("trị số trên", "upper value"),
    "unit": ("đơn vị", "unit"),
    "period": ("thời kỳ", "period"),
    "indicator": ("chỉ số", "indicator"),
    "programme": ("chương trình", "programme"),
    "scope": ("phạm vi", "scope"),
}
"""The fields of new values, in Vietnamese and English."""

SCHEMES = {"comparator": "comparators", "unit": "units", "indicator": "indicators"}
"""The fields whose new values are keys of lists."""


def _after(c: Context, one: Correction) -> str:
    said = []
    for name, value in one.values:
        scheme = "verdicts" if (one.kind, name) == ("assessment", "value") else SCHEMES.get(name, "")
        number = name in ("value", "upper") and not scheme
        words = c.word(scheme, value) if scheme else written(value, c.language) if number else value
        said.append(f"{c.t(*FIELDS[name])}: {words}")
    return "; ".join(said)


def corrections(c: Context, rest: str) -> Shown | None:
    """All corrections, by document and line."""
    if rest:
        return None
    found = c.book.corrections
    filling = {
        "corrections": found,
        "kind": lambda x: REVIEW_KINDS[x.kind].vi if c.language == "vi" else x.kind,
        "before": lambda x: written(x.before, c.language),
        "after": lambda x: _after(c, x),
        "state": lambda x: c.t(*STATES[x.state]),
    }
    columns = ("report", "line", "kind", "label", "before", "action", "after", "by", "on", "note", "state", "iri")
    rows = [
        [x.report, str(x.line), x.kind, x.label, x.before, x.action, _after(c, x), x.by, x.on, x.note, x.state, x.iri]
        for x in found
    ]
    title = c.t("Những chỗ đã được sửa", "Corrections")
    return Shown(title, "corrections.html", filling, [x.iri for x in found], Rows(columns, rows), "quality")


ROUTES = (Route("corrections", corrections),)
