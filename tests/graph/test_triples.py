from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from vankien.graph.describing.triples import facts_to_dataset
from vankien.graph.terms.vocabulary import (
    DCTERMS,
    ELI,
    OA,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VK,
    XSD,
    concept,
    last_part,
    read_lexicon,
)
from vankien.model import (
    Assessment,
    CitedDocument,
    Evidence,
    Fact,
    Found,
    Link,
    Observation,
    Programme,
    Repair,
    Report,
    Source,
    Target,
)

ID = "https://w3id.org/vankien/id/"
Graph = tuple[Quad, ...]


def values(graph: Graph, subject: str | NamedNode, predicate: NamedNode) -> list[str]:
    node = NamedNode(ID + subject) if isinstance(subject, str) else subject
    return sorted(
        q.object.value
        for q in graph
        if q.subject == node and q.predicate == predicate and isinstance(q.object, NamedNode | Literal)
    )


def nodes(graph: Graph, cls: NamedNode) -> list[NamedNode]:
    return [
        q.subject for q in graph if q.predicate == RDF.type and q.object == cls and isinstance(q.subject, NamedNode)
    ]


def one(graph: Graph, cls: NamedNode, predicate: NamedNode, value: str) -> NamedNode:
    (node,) = [n for n in nodes(graph, cls) if value in values(graph, n, predicate)]
    return node


def dataset(report: Report, *facts: Fact) -> Graph:
    return facts_to_dataset(report, Found(facts), read_lexicon())


def evidence(line: int, words: str = "câu", repair: Repair | None = None) -> Evidence:
    return Evidence("bao-cao", line, line, line, line, line + len(words), words, "test", repair)


SOURCE = Source(genre="Báo cáo", title="Báo cáo", place="Sơn Bình", evidence=evidence(1))
TARGET = Target(set_by="XIV", indicator="Diện tích chè", value=Decimal(5), by="2025", evidence=evidence(2))

# --- the whole ----------------------------------------------------------------------------------------------


def test_the_graph_is_sorted_without_repeats_and_without_blank_nodes(quads: Graph) -> None:
    assert [str(q) for q in quads] == sorted({str(q) for q in quads})
    assert not any(isinstance(t, BlankNode) for q in quads for t in (q.subject, q.object))
    assert {q.graph_name for q in quads} == {NamedNode("https://w3id.org/vankien/graph/bao-cao")}


def test_the_same_facts_give_the_same_graph(quads: Graph, report: Report, found: Found) -> None:
    assert facts_to_dataset(report, found, read_lexicon()) == quads


def test_every_term_of_ours_is_known(quads: Graph) -> None:
    used = {q.predicate.value for q in quads} | {
        q.object.value for q in quads if q.predicate == RDF.type and isinstance(q.object, NamedNode)
    }
    assert {u.removeprefix(VK.iri) for u in used if u.startswith(VK.iri)} <= VK.terms


def test_every_entity_has_a_type_and_a_label(quads: Graph) -> None:
    labelled = {q.subject for q in quads if q.predicate in (RDFS.label, SKOS.prefLabel)}
    for cls in (VK.Congress, VK.Document, VK.Programme, VK.Body, VK.Place, VK.Indicator, VK.Target, VK.Period):
        assert nodes(quads, cls), cls
        assert set(nodes(quads, cls)) <= labelled, cls


def test_a_base_of_ones_own(report: Report, found: Found) -> None:
    graph = facts_to_dataset(report, found, read_lexicon(), base="https://example.org/")
    read = {q.subject.value for q in graph if isinstance(q.subject, NamedNode)}
    assert all(iri.startswith(("https://example.org/id/", "https://w3id.org/vankien/concept/")) for iri in read)


# --- fact by fact -------------------------------------------------------------------------------------------


def test_the_document_and_its_text(quads: Graph) -> None:
    document = "document/tinh-uy-son-binh/12-bc-tu/2023-11-03"
    assert values(quads, document, ELI.id_local) == ["12-BC/TU"]
    assert values(quads, document, ELI.date_document) == ["2023-11-03"]
    assert values(quads, document, VK.genre) == [concept("genres", "report").value]
    assert values(quads, document, VK.issuedBy) == [ID + "body/tinh-uy-son-binh"]
    assert values(quads, "text/bao-cao", VK.textOf) == [ID + document]
    assert values(quads, "text/bao-cao", VK.lineCount) == ["60"]
    assert values(quads, "text/bao-cao", DCTERMS.identifier) == ["bao-cao"]


def test_a_congress(quads: Graph) -> None:
    assert values(quads, "congress/son-binh/14", VK.ordinal) == ["14"]
    assert values(quads, "congress/son-binh/14", VK.term) == [ID + "period/2020-01-01--2025-12-31"]
    assert values(quads, "congress/son-binh/14", SCHEMA.startDate) == ["2020-10-21"]
    assert values(quads, "congress/son-binh/14", SCHEMA.endDate) == ["2020-10-23"]
    assert values(quads, "congress/son-binh/14", VK.organisation) == [ID + "body/dang-bo-tinh-son-binh"]


def test_a_target_is_one_commitment_and_its_statement_one_wording(quads: Graph) -> None:
    target = "target/son-binh-14/ty-le-che-phu-cay-che/son-binh/2025-12-31"
    assert values(quads, target, VK.setBy) == [ID + "congress/son-binh/14"]
    assert values(quads, target, VK.deadline) == ["2025-12-31"]
    assert values(quads, target, VK.targetGroup) == ["7"]
    assert values(quads, target, VK.scope) == [ID + "place/son-binh"]
    statement = one(quads, VK.TargetStatement, VK.states, ID + target)
    assert values(quads, statement, SCHEMA.minValue) == ["54"]
    assert values(quads, statement, SCHEMA.maxValue) == []
    assert values(quads, statement, VK.comparator) == [concept("comparators", "gt").value]
    assert values(quads, statement, VK.unit) == [concept("units", "percent").value]
    assert values(quads, statement, SCHEMA.unitText) == ["%"]
    assert values(quads, statement, VK.printed) == ["trên 54%"]
    assert values(quads, statement, RDFS.label) == ["Tỷ lệ che phủ cây chè"]


def test_a_range_has_two_bounds_and_a_basis(quads: Graph) -> None:
    statement = one(quads, VK.TargetStatement, VK.printed, "9 - 10,5%/năm")
    assert values(quads, statement, SCHEMA.minValue) == ["9"]
    assert values(quads, statement, SCHEMA.maxValue) == ["10.5"]
    assert values(quads, statement, VK.basis)


def test_values_are_decimals_without_needless_zeros(quads: Graph) -> None:
    observation = one(quads, VK.Observation, VK.value, "52.5")
    (value,) = [q.object for q in quads if q.subject == observation and q.predicate == VK.value]
    assert isinstance(value, Literal)
    assert value.datatype == XSD.decimal


def test_a_year_with_a_month_is_the_year_so_far(quads: Graph) -> None:
    observation = one(quads, VK.Observation, VK.value, "52.5")
    (period,) = values(quads, observation, VK.period)
    assert period == ID + "period/2023-01-01--2023-10-31"
    assert values(quads, NamedNode(period), VK.end) == ["2023-10-31"]


def test_the_province_is_the_place_unless_the_fact_names_another_scope(quads: Graph) -> None:
    assert values(quads, one(quads, VK.Observation, VK.value, "52.5"), VK.place) == [ID + "place/son-binh"]
    narrower = one(quads, VK.Observation, VK.value, "48")
    assert values(quads, narrower, VK.place) == []
    assert values(quads, narrower, VK.scopeNote) == ["xã Bản Mây"]


def test_an_unknown_unit_stays_as_printed(quads: Graph) -> None:
    observation = one(quads, VK.Observation, VK.value, "48")
    assert values(quads, observation, VK.unit) == []
    assert values(quads, observation, SCHEMA.unitText) == ["phần lạ"]


def test_a_verdict_is_tied_to_the_one_target_of_its_indicator(quads: Graph) -> None:
    (assessment,) = nodes(quads, VK.Assessment)
    assert values(quads, assessment, VK.target) == [ID + "target/son-binh-14/ty-le-che-phu-cay-che/son-binh/2025-12-31"]
    assert values(quads, assessment, VK.verdict) == [concept("verdicts", "at-risk").value]
    assert values(quads, assessment, VK.mode) == [concept("modes", "stated").value]


def test_links_become_properties_and_keep_their_sentence(quads: Graph) -> None:
    resolution = "document/congress/son-binh-14/resolution"
    document = "document/tinh-uy-son-binh/12-bc-tu/2023-11-03"
    assert values(quads, document, VK.implements) == [ID + resolution]
    assert values(quads, resolution, PROV.wasGeneratedBy) == [ID + "congress/son-binh/14"]
    relation = one(quads, VK.Relation, VK.object, ID + resolution)
    assert values(quads, relation, VK.subject) == [ID + document]
    assert values(quads, relation, VK.relation) == [concept("relations", "implements").value]
    assert values(quads, relation, VK.evidence)


def test_a_programme_contributes_to_its_target_and_has_a_lead(quads: Graph) -> None:
    programme = "programme/chuong-trinh-phat-trien-che-sach"
    assert values(quads, programme, VK.setBy) == [ID + "congress/son-binh/14"]
    assert values(quads, programme, VK.establishedBy) == [ID + "document/tinh-uy-son-binh/05-nq-tu/2021-02-22"]
    (contribution,) = nodes(quads, VK.Contribution)
    assert values(quads, contribution, VK.programme) == [ID + programme]
    assert values(quads, contribution, VK.mode) == [concept("modes", "stated").value]
    assert values(quads, contribution, VK.target) == [
        ID + "target/son-binh-14/ty-le-che-phu-cay-che/son-binh/2025-12-31"
    ]
    (assignment,) = nodes(quads, VK.Assignment)
    assert values(quads, assignment, VK.body) == [ID + "body/so-che-tinh-son-binh"]
    assert values(quads, assignment, VK.role) == [concept("roles", "lead").value]


def test_citations_lead_to_the_cited_documents(quads: Graph) -> None:
    cited = [v for n in nodes(quads, VK.Citation) for v in values(quads, n, VK.cited)]
    expected = ["document/congress/son-binh-14/resolution", "document/tinh-uy-son-binh/05-nq-tu/2021-02-22"]
    assert sorted(cited) == [ID + e for e in expected]
    assert values(quads, "document/tinh-uy-son-binh/12-bc-tu/2023-11-03", VK.cites) == sorted(cited)


def test_evidence_leads_to_the_line_the_offsets_and_the_quote(quads: Graph) -> None:
    statement = one(quads, VK.TargetStatement, VK.printed, "trên 54%")
    (found,) = values(quads, statement, VK.evidence)
    node = NamedNode(found)
    assert values(quads, node, OA.hasSource) == [ID + "text/bao-cao"]
    assert values(quads, node, VK.line) == ["10"]
    assert values(quads, node, VK.rule) == ["test.rule"]
    selectors = [NamedNode(v) for v in values(quads, node, OA.hasSelector)]
    assert sorted(v for s in selectors for p in (OA.start, OA.end, OA.exact) for v in values(quads, s, p)) == [
        "1000",
        "1008",
        "trên 54%",
    ]


def test_evidence_of_a_file_with_pages_names_the_page_and_the_text_has_a_hash_of_its_own(report: Report) -> None:
    from tests.graph.conftest import make_evidence

    lines = tuple(replace(line, page=1 + line.number // 10) for line in report.lines)
    paged = replace(report, lines=lines, media_type="application/pdf", text_sha256="cd" * 32)
    graph = dataset(paged, Programme(name="Chương trình chè", kind="scheme", evidence=make_evidence(25)))
    (evidence,) = nodes(graph, VK.Evidence)
    assert values(graph, evidence, VK.page) == ["3"]
    (text,) = nodes(graph, VK.SourceText)
    assert values(graph, text, VK.textSha256) == ["cd" * 32]
    assert values(graph, text, VK.sha256) == ["ab" * 32]


def test_a_text_file_has_neither_pages_nor_a_second_hash(quads: Graph) -> None:
    assert {q.predicate for q in quads}.isdisjoint({VK.page, VK.textSha256})


def test_findings_and_discrepancies_are_written(quads: Graph) -> None:
    (finding,) = nodes(quads, VK.Finding)
    assert values(quads, finding, VK.code) == ["example"]
    assert values(quads, finding, RDFS.label) == ["Look at line 9", "Xem lại dòng 9"]
    (discrepancy,) = nodes(quads, VK.Discrepancy)
    assert values(quads, discrepancy, VK.involvesLine) == ["50", "52"]


# --- what is hard -------------------------------------------------------------------------------------------


def test_names_that_collide_are_kept_apart_and_reported(report: Report) -> None:
    graph = dataset(
        report,
        Observation(indicator="Số bản", value=Decimal(1), evidence=evidence(1)),
        Observation(indicator="Số bàn", value=Decimal(2), evidence=evidence(2)),
    )
    assert len(nodes(graph, VK.Indicator)) == 2
    (finding,) = nodes(graph, VK.Finding)
    assert values(graph, finding, VK.code) == ["slug-collision"]


def test_two_facts_of_one_line_and_quote_stay_two(report: Report) -> None:
    fact = Observation(indicator="Diện tích chè", value=Decimal(1), evidence=evidence(1))
    assert len(nodes(dataset(report, fact, replace(fact, value=Decimal(2))), VK.Observation)) == 2


def test_two_wordings_of_one_commitment_are_one_target(report: Report) -> None:
    graph = dataset(report, SOURCE, TARGET, replace(TARGET, value=Decimal(6), evidence=evidence(3)))
    assert len(nodes(graph, VK.Target)) == 1
    assert len(nodes(graph, VK.TargetStatement)) == 2


def test_a_target_stays_in_the_group_that_lists_it_first(report: Report) -> None:
    first, again = (replace(TARGET, group=g, evidence=evidence(n)) for g, n in ((18, 1), (22, 3)))
    graph = dataset(report, SOURCE, first, again)
    (target,) = nodes(graph, VK.Target)
    assert values(graph, target, VK.targetGroup) == ["18"]


@pytest.mark.parametrize(
    ("more", "as_of", "tied"),
    [
        pytest.param({"set_by": "plan"}, "2023", [], id="two targets of one term"),
        pytest.param({"by": "2030"}, "2023", ["2025-12-31"], id="one of the next term"),
        pytest.param({"by": "2030"}, "2020-2025", ["2025-12-31"], id="one of the next term, at the end of the first"),
        pytest.param({"by": "2030"}, "2020", [], id="a verdict on the term before"),
        pytest.param({"by": "2030"}, "2028", ["2030-12-31"], id="a verdict in the next term"),
        pytest.param({"by": "2030"}, None, ["2025-12-31"], id="a verdict without a time is on no term to come"),
    ],
)
def test_a_verdict_is_tied_to_the_one_target_in_whose_term_it_judges(
    report: Report, found: Found, more: dict[str, Any], as_of: str | None, tied: list[str]
) -> None:
    other = replace(next(found.of(Target)), evidence=evidence(59), **more)
    facts = [replace(f, as_of=as_of) if isinstance(f, Assessment) else f for f in found.facts]
    graph = facts_to_dataset(report, Found((*facts, other)), read_lexicon())
    (assessment,) = nodes(graph, VK.Assessment)
    assert [last_part(str(v)) for v in values(graph, assessment, VK.target)] == tied


@pytest.mark.parametrize(
    ("set_by", "expected"),
    [
        ("XIV", "congress/son-binh/14"),
        ("2020-2025", "congress/son-binh/2020-2025"),
        ("plan-2025", "document/bao-cao"),
        ("plan", "document/bao-cao"),
        ("Chương trình lúa", "programme/chuong-trinh-lua"),
        ("24/2016/QH14", "document/24-2016-qh14"),
        ("Tỉnh ủy Sơn Bình", "body/tinh-uy-son-binh"),
        ("Thủ tướng Chính phủ", "body/thu-tuong-chinh-phu"),
        ("Nâng cao dân trí", "programme/nang-cao-dan-tri"),
    ],
)
def test_who_set_a_target(report: Report, set_by: str, expected: str) -> None:
    programme = Programme(name="Chương trình lúa", kind="scheme", evidence=evidence(5))
    graph = dataset(report, SOURCE, programme, replace(TARGET, set_by=set_by))
    (target,) = nodes(graph, VK.Target)
    assert values(graph, target, VK.setBy) == [ID + expected]


def test_a_congress_of_an_unnamed_province_stays_within_its_report(report: Report) -> None:
    first = dataset(report, TARGET)
    second = dataset(replace(report, id="khac"), replace(TARGET, evidence=replace(evidence(2), report="khac")))
    assert set(nodes(first, VK.Congress)).isdisjoint(nodes(second, VK.Congress))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Đại hội XIII của Đảng", "congress/viet-nam/13"),
        ("Đại hội Đảng bộ tỉnh lần thứ XIV", "congress/son-binh/14"),
        ("Nghị quyết Đại hội XIII của Đảng", "document/congress/viet-nam-13/resolution"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Hòa Giang lần thứ XII", "document/congress/hoa-giang-12/resolution"),
        ("Chương trình lúa", "programme/chuong-trinh-lua"),
        ("Nghị quyết về lúa", "document/nghi-quyet-ve-lua"),
        ("29-NQ/TW", "document/29-nq-tw"),
    ],
)
def test_what_the_end_of_a_relation_stands_for(report: Report, name: str, expected: str) -> None:
    link = Link(subject="Báo cáo", relation="implements", object=name, evidence=evidence(6))
    graph = dataset(report, SOURCE, link)
    assert values(graph, "document/bao-cao", VK.implements) == [ID + expected]


def test_a_code_that_two_documents_share_is_tied_to_neither(report: Report, found: Found) -> None:
    cited = next(found.of(CitedDocument))
    other = replace(cited, date="2016-02-22", evidence=evidence(8))
    link = Link(subject="12-BC/TU", relation="based_on", object="05-NQ/TU", evidence=evidence(9))
    graph = facts_to_dataset(report, Found((found.facts[0], cited, other, link)), read_lexicon())
    assert values(graph, "document/tinh-uy-son-binh/12-bc-tu/2023-11-03", VK.basedOn) == [ID + "document/05-nq-tu"]


def test_a_property_is_asserted_only_between_the_kinds_that_it_joins(report: Report) -> None:
    programme = Programme(name="Chương trình lúa", kind="scheme", evidence=evidence(5))
    link = Link(subject="Chương trình lúa", relation="issued_by", object="Sở Lúa", evidence=evidence(6))
    graph = dataset(report, SOURCE, programme, link)
    assert values(graph, "programme/chuong-trinh-lua", VK.issuedBy) == []
    assert len(nodes(graph, VK.Relation)) == 1


def test_a_report_without_facts_is_still_a_document(report: Report) -> None:
    graph = dataset(report)
    assert values(graph, "text/bao-cao", VK.textOf) == [ID + "document/report/bao-cao"]


def test_a_repair_is_kept(report: Report) -> None:
    repaired = evidence(7, repair=Repair("5S", "OCR: S for 5"))
    graph = dataset(report, Observation(indicator="Diện tích chè", value=Decimal(55), evidence=repaired))
    (node,) = nodes(graph, VK.Evidence)
    assert values(graph, node, VK.repairedFrom) == ["5S"]
    assert values(graph, node, VK.repairReason) == ["OCR: S for 5"]


def test_an_indicator_linked_to_a_concept_uses_its_iri(report: Report) -> None:
    key = read_lexicon()["indicators"][0].id
    fact = Observation(indicator="Nhãn trong văn kiện", concept=key, value=Decimal(1), evidence=evidence(1))
    link = Link(
        subject="Chương trình lúa", relation="reports_indicator", object="nhãn trong văn kiện", evidence=evidence(2)
    )
    graph = dataset(report, fact, link)
    assert nodes(graph, VK.Indicator) == [concept("indicators", key)]
    (contribution,) = nodes(graph, VK.Contribution)
    assert values(graph, contribution, VK.indicator) == [concept("indicators", key).value]
