"""Quality: how well the documents were read, all of them and each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from vankien.explorer.addresses.paths import source_path
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Finding as Found
from vankien.explorer.book.records import Text
from vankien.explorer.documents.found import Read, parts_of, read_documents
from vankien.explorer.documents.lines import KINDS
from vankien.explorer.documents.quality import complaints, repairs, runs_of, sourced
from vankien.explorer.later import Outcome
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.wording.findings import MEANINGS, SEVERITIES
from vankien.model import Finding


@dataclass(frozen=True, slots=True)
class Line:
    """A document in the overview: what was read, findings by severity, what the shapes say, repairs."""

    read: Read
    name: str
    findings: Mapping[str, int]
    unread: int
    shapes: Outcome[tuple[Finding, ...]]
    repaired: int

    def said(self, severity: str) -> int:
        """How often the shapes complain with a severity."""
        return sum(f.severity == severity for f in self.shapes.value or ())


def instances(book: Book) -> Iterable[str]:
    """The overview, and a page of each text."""
    return ("", *sorted(t.report for t in book.texts.values()))


def _findings(c: Context, report: str) -> list[Found]:
    return [f for f in c.book.findings if f.report == report]


def _line(c: Context, read: Read) -> Line:
    found = _findings(c, read.text.report)
    return Line(
        read,
        c.book.short_names[read.text.report],
        Counter(f.severity for f in found),
        sum(f.code == "unread-target-like" for f in found),
        c.checks.of(c.store, read.text, wait=c.links.is_static),
        len(repairs(c.book, read.text.report)),
    )


def per_hundred(read: Read) -> Decimal:
    """Facts per 100 lines, with one decimal."""
    return Decimal(read.per_hundred).quantize(Decimal("0.1"))


def percent(part: int, whole: int) -> Decimal | None:
    """A share in percent, cut after one decimal, so that only all is 100; None of nothing.

    >>> percent(1999, 2000), percent(5, 5), percent(0, 0)
    (Decimal('99.9'), Decimal('100'), None)
    """
    return None if not whole else Decimal(1000 * part // whole).scaleb(-1).normalize() if part < whole else Decimal(100)


def quality(c: Context, rest: str) -> Shown | None:
    """How well all documents were read; or one."""
    if rest:
        text = c.book.text_of_report.get(rest)
        return _one(c, text) if text else None
    read = read_documents(c.book)
    for r in read:
        c.checks.of(c.store, r.text)
    lines = [_line(c, r) for r in read]
    codes = Counter(f.code for f in c.book.findings)
    filling = {
        "lines": lines,
        "per_hundred": per_hundred,
        "waiting": any(not line.shapes.is_there for line in lines),
        "sourced": [(c.say(KINDS[k]), n, held, percent(held, n)) for k, (n, held) in sourced(c.book).items()],
        "codes": [(code, codes[code], meaning) for code, meaning in MEANINGS.items()],
        "severities": SEVERITIES,
    }
    first = ("report", "lines", "facts", "facts_per_100_lines", "unread_target_like", "findings", "repaired")
    columns = (*first, *(f"shapes_{s.lower()}" for s in SEVERITIES), "discrepancies")
    rows = [
        [x.read.text.report, str(x.read.text.lines), str(x.read.total), str(per_hundred(x.read)), str(x.unread)]
        + [str(x.read.counts["finding"]), str(x.repaired)]
        + [str(x.said(s)) if x.shapes.value is not None else "" for s in SEVERITIES]
        + [str(x.read.counts["discrepancy"])]
        for x in lines
    ]
    nodes = [f.iri for f in c.book.findings]
    return Shown(c.t("Chất lượng đọc", "Quality of the reading"), "quality.html", filling, nodes, Rows(columns, rows))


def _one(c: Context, text: Text) -> Shown:
    """How well one document was read."""
    read = next(r for r in read_documents(c.book) if r.text == text)
    outcome = c.checks.of(c.store, text, wait=c.links.is_static)
    found = _findings(c, text.report)
    by_code = {code: [f for f in found if f.code == code] for code in dict.fromkeys(f.code for f in found)}
    filling = {
        "read": read,
        "text": text,
        "name": c.book.short_names[text.report],
        "per_hundred": per_hundred,
        "by_code": by_code,
        "meanings": MEANINGS,
        "severities": SEVERITIES,
        "outcome": outcome,
        "complaints": complaints(outcome.value or ()),
        "repairs": repairs(c.book, text.report),
        "runs": runs_of(c.store, text),
        "source_path": source_path,
        "empty": [p for p in parts_of(c.book, text) if not p.counts],
    }
    rows = [[f.code, f.severity, str(f.line or ""), f.message.vi, f.message.en] for f in found]
    rows += [[f.code, f.severity, str(f.line or ""), f.vi, f.en] for f in outcome.value or ()]
    title = c.t(f"Chất lượng đọc: {filling['name']}", f"Quality of the reading: {filling['name']}")
    nodes = [text.iri, *(f.iri for f in found)]
    return Shown(title, "quality-document.html", filling, nodes, Rows(("code", "severity", "line", "vi", "en"), rows))


ROUTES = (Route("quality", quality, instances),)
