"""Evidence, source texts and runs as Web Annotation and PROV nodes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Sheet, integer, text
from vankien.graph.terms.vocabulary import DCTERMS, OA, PROV, SCHEMA, VK, XSD
from vankien.model import Evidence, Report


def add_source_text(sheet: Sheet, iris: Iris, report: Report, document: NamedNode) -> NamedNode:
    """Write the text file that a document was read from; gives its node."""
    node = sheet.typed(iris.source_text(report.id), VK.SourceText)
    sheet.labelled(node, report.name)
    sheet.add(node, VK.textOf, document)
    sheet.add(node, VK.sha256, text(report.sha256))
    if report.text_sha256:
        sheet.add(node, VK.textSha256, text(report.text_sha256))
    sheet.add(node, VK.lineCount, integer(len(report.lines)))
    sheet.add(node, DCTERMS.format, text(report.media_type))
    sheet.add(node, DCTERMS.identifier, text(report.id))
    return node


def add_evidence(sheet: Sheet, iris: Iris, evidence: Evidence, page: int | None = None) -> NamedNode:
    """Write where a fact was read: lines, page if known, offsets, quote, rule and repair; gives the evidence node."""
    node = sheet.typed(iris.evidence(evidence), VK.Evidence)
    sheet.add(node, OA.hasSource, iris.source_text(evidence.report))
    sheet.add(node, VK.firstLine, integer(evidence.first_line))
    sheet.add(node, VK.lastLine, integer(evidence.last_line))
    sheet.add(node, VK.line, integer(evidence.line))
    sheet.add(node, VK.page, integer(page))
    sheet.add(node, VK.rule, text(evidence.rule))
    if evidence.repair is not None:
        sheet.add(node, VK.repairedFrom, text(evidence.repair.printed))
        sheet.add(node, VK.repairReason, text(evidence.repair.reason))
    position = iris.position_selector(evidence.report, evidence.start, evidence.end)
    sheet.typed(position, OA.TextPositionSelector)
    sheet.add(position, OA.start, integer(evidence.start))
    sheet.add(position, OA.end, integer(evidence.end))
    quote = sheet.typed(iris.quote_selector(evidence.report, evidence.quote), OA.TextQuoteSelector)
    sheet.add(quote, OA.exact, text(evidence.quote))
    sheet.add(node, OA.hasSelector, position, quote)
    return node


def run_to_quads(
    iris: Iris, reports: Iterable[str], moment: datetime, version: str, removed: Iterable[str] = ()
) -> tuple[Quad, ...]:
    """One load as a `prov:Activity` in the graph ``graph/runs``: the texts used, the graphs made and removed, the software.

    This is the only place with a time; `moment` is the caller's.
    """
    sheet = Sheet(iris.graph("runs"))
    stamp = moment.isoformat(timespec="seconds")
    run = sheet.typed(iris.run(stamp), VK.Run)
    sheet.labelled(run, f"Lần đọc {stamp}")
    sheet.add(run, PROV.endedAtTime, Literal(stamp, datatype=XSD.dateTime))
    agent = sheet.typed(iris.agent(version), PROV.SoftwareAgent)
    sheet.labelled(agent, f"vankien {version}")
    sheet.add(agent, SCHEMA.softwareVersion, text(version))
    sheet.add(run, PROV.wasAssociatedWith, agent)
    for report in reports:
        sheet.add(run, PROV.used, iris.source_text(report))
        sheet.add(run, PROV.generated, iris.graph(report))
    for report in removed:
        sheet.add(run, PROV.invalidated, iris.graph(report))
    return sheet.quads()
