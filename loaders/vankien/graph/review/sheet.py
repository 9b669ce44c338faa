"""A store → the sheet that people correct: its columns, and one row for each fact."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from vankien.errors import BadUsage
from vankien.graph.building.carried import corrections_of
from vankien.graph.correcting.correct import restore, to_triples
from vankien.graph.correcting.corrections import FIELDS, Entry
from vankien.graph.correcting.reviewed import REVIEW_KINDS, Fact, Index, read_facts
from vankien.graph.serialising.export import document_graphs
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.vocabulary import RDFS, VK, last_part, read_lexicon

ACTION_WORDS = ("wrong", "edit", "add", "undo")
"""What may stand in the column `action`; nothing means that the row is fine."""
VIETNAMESE_ACTIONS = {
    "sai": "wrong",
    "sửa": "edit",
    "bổ sung": "add",
    "thêm": "add",
    "bỏ sửa": "undo",
    "hoàn tác": "undo",
}
"""The same in Vietnamese, for who works in that language."""

Row = dict[str, str]
"""A row by the names of its columns."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its name, titles, width in letters, and the list whose entries it takes, if any."""

    name: str
    vi: str
    en: str
    width: int = 14
    choices: str = ""

    @property
    def title(self) -> str:
        """What stands in the first row; the name in brackets at its end is what a column is known by."""
        return f"{self.vi} / {self.en} [{self.name}]"


COLUMNS = (
    SheetColumn("fact", "Mã dữ kiện", "Fact id", 16),
    SheetColumn("action", "Thao tác", "Action", 12, "action"),
    SheetColumn("kind", "Loại", "Kind", 13, "kind"),
    SheetColumn("report", "Mã văn kiện", "Report id"),
    SheetColumn("document", "Văn kiện", "Document"),
    SheetColumn("line", "Dòng", "Line", 8),
    SheetColumn("quote", "Nguyên văn", "Quote", 60),
    SheetColumn("wording", "Tên như in", "Name as printed", 36),
    SheetColumn("comparator", "So sánh", "Comparator", 10),
    SheetColumn("value", "Trị số", "Value", 12),
    SheetColumn("upper", "Trị số trên", "Upper value", 10),
    SheetColumn("unit", "Đơn vị", "Unit"),
    SheetColumn("period", "Thời kỳ hoặc thời hạn", "Period or deadline"),
    SheetColumn("indicator", "Chỉ tiêu", "Indicator", 30),
    SheetColumn("listed", "Có trong danh mục chỉ tiêu", "In the list of indicators", 10),
    SheetColumn("programme", "Chương trình", "Programme", 30),
    SheetColumn("scope", "Phạm vi", "Scope"),
    SheetColumn("rule", "Quy tắc đã đọc", "Read by rule", 18),
    SheetColumn("repaired", "Sửa từ chữ in", "Repaired from", 14),
    SheetColumn("findings", "Phát hiện ở dòng này", "Findings on this line", 40),
    SheetColumn("correction", "Đã sửa", "Correction so far", 30),
    SheetColumn("new_value", "Trị số hoặc đánh giá đúng", "New value or verdict", 14),
    SheetColumn("new_comparator", "So sánh đúng", "New comparator", 12, "comparator"),
    SheetColumn("new_upper", "Trị số trên đúng", "New upper value", 12),
    SheetColumn("new_unit", "Đơn vị đúng", "New unit", 14, "unit"),
    SheetColumn("new_period", "Thời kỳ hoặc thời hạn đúng", "New period or deadline", 16),
    SheetColumn("new_indicator", "Chỉ tiêu đúng", "New indicator", 30, "indicator"),
    SheetColumn("new_programme", "Chương trình đúng", "New programme", 30),
    SheetColumn("new_scope", "Phạm vi đúng", "New scope"),
    SheetColumn("note", "Ghi chú", "Note", 40),
)
"""The columns: what was read, then what a person writes."""


def choices() -> dict[str, tuple[str, ...]]:
    """What the columns with a list offer."""
    lexicon = read_lexicon()
    return {
        "action": (*ACTION_WORDS, *VIETNAMESE_ACTIONS),
        "kind": tuple(REVIEW_KINDS),
        "comparator": tuple(s for c in lexicon["comparators"] if (s := c.first("notation"))),
        "unit": tuple(c.vi for c in lexicon["units"]),
        "indicator": tuple(sorted(c.vi for c in lexicon["indicators"])),
    }


def short_id(iris: Iris, node: NamedNode) -> str:
    """The id of a fact in the sheet: its IRI without the base."""
    return node.value.removeprefix(f"{iris.base}id/")


# --- facts as they were read, with what was corrected ---------------------------------------------------------


@dataclass(frozen=True)
class Reviewed:
    """One document: its facts as read, those that people added or corrected, its corrections, its findings by line."""

    report: str
    read: Index
    facts: tuple[Fact, ...]
    added: tuple[Fact, ...]
    entries: tuple[Entry, ...]
    findings: dict[int, list[str]]


def _findings(g: Index, lang: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for node in [*g.of(VK.Finding), *g.of(VK.Discrepancy)]:
        labels = [t for t in g.terms(node, RDFS.label) if isinstance(t, Literal)]
        words = next((t.value for t in labels if t.language == lang), labels[0].value if labels else "")
        note = g.text(node, VK.note)
        lines = {*g.terms(node, VK.line), *g.terms(node, VK.involvesLine)}
        for line in lines:
            found.setdefault(int(line.value), []).append(f"{words}: {note}" if note else words)
    return found


def review_documents(store: Store, iris: Iris, reports: Collection[str] = (), lang: str = "vi") -> Iterator[Reviewed]:
    """The documents of a store, or some of them. Raises `BadUsage` for a report that the store does not have."""
    graphs = {last_part(g.value): g for g in document_graphs(store)}
    if unknown := [r for r in reports if r not in graphs]:
        raise BadUsage(f"no report {unknown[0]!r} in the store; it has {', '.join(sorted(graphs))}")
    entries = corrections_of(store, iris)
    for report in sorted(reports or graphs):
        own = tuple(e for e in entries if e.report == report)
        triples = to_triples(store.quads(graphs[report]))
        view, read = Index(triples), Index(restore(triples, own))
        made = {e.outcome.made for e in own if e.correction.action == "add"}
        added = tuple(f for f in read_facts(view) if f.node in made)
        yield Reviewed(report, read, tuple(read_facts(read)), added, own, _findings(view, lang))


# --- rows -----------------------------------------------------------------------------------------------------


def correction_words(entry: Entry) -> str:
    """A correction in one cell: what, the new values, who, when."""
    c = entry.correction
    values = ", ".join(f"{field} = {value}" for field, value in c.values)
    return ": ".join(filter(None, (c.action, values))) + f" ({c.by}, {c.on})"


def _listed(fact: Fact, lang: str) -> str:
    if fact.listed is None:
        return ""
    return ("có" if fact.listed else "không") if lang == "vi" else ("yes" if fact.listed else "no")


def _row(iris: Iris, one: Reviewed, fact: Fact, lang: str, words: Callable[[str, int], str]) -> Row:
    made = {e.outcome.fact or e.outcome.made: e for e in one.entries}
    entry = made.get(fact.node)
    return {
        "fact": short_id(iris, fact.node),
        "kind": fact.kind,
        "report": fact.report,
        "document": fact.document,
        "line": str(fact.line),
        "quote": fact.quote or words(fact.report, fact.line),
        "wording": fact.label,
        **{field: fact.cells.get(field, "") for field in FIELDS},
        "listed": _listed(fact, lang),
        "rule": fact.rule,
        "repaired": fact.repaired_from,
        "findings": "; ".join(one.findings.get(fact.line, ())),
        "correction": correction_words(entry) if entry else "",
    }


def review_rows(
    store: Store,
    iris: Iris,
    *,
    reports: Collection[str] = (),
    kinds: Collection[str] = (),
    lang: str = "vi",
    words: Callable[[str, int], str] = lambda report, line: "",
) -> list[Row]:
    """The rows of the sheet, by report and line: facts as they were read, and those that people added.

    `words` gives the text of a line, for a store without quotes. Raises `BadUsage` for an unknown report or kind.
    """
    if unknown := [k for k in kinds if k not in REVIEW_KINDS]:
        raise BadUsage(f"no kind {unknown[0]!r}; there are {', '.join(REVIEW_KINDS)}")
    rows = []
    for one in review_documents(store, iris, reports, lang):
        facts: Iterable[Fact] = sorted((*one.facts, *one.added), key=lambda f: f.line)
        rows += [_row(iris, one, f, lang, words) for f in facts if not kinds or f.kind in kinds]
    return rows
