"""The fact tables: which columns they have, what these mean, and the query that fills them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as OneOf

from vankien.graph.terms.vocabulary import VK_IRI

Datatype = OneOf["string", "decimal", "integer", "date", "anyURI"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name (the variable of the query), datatype, titles, the property it shows, and the table whose
    first column it names, if it does."""

    name: str
    datatype: Datatype
    vi: str
    en: str
    property: str = ""
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class FactTable:
    """A table: its name, titles, columns, and the body of its query, which binds the columns in one graph (and
    `outside`, in any)."""

    name: str
    vi: str
    en: str
    columns: tuple[Column, ...]
    pattern: str
    outside: str = ""

    def query(self, language: str = "vi") -> str:
        """The SPARQL that fills the table; labels of list entries in that language."""
        names = [c.name for c in self.columns]
        chosen = " ".join(f"(MIN(?{n}_) AS ?{n})" if n == "line" else f"?{n}" for n in names)
        grouped = " ".join(f"?{n}" for n in names if n != "line")
        order = " ".join(f"?{n}" for n in ("report", "line", *(n for n in names if n not in ("report", "line"))))
        return f"""SELECT {chosen} WHERE {{
            GRAPH ?graph {{ VALUES ?lang {{ "{language}" }} {self.pattern} ?it vk:evidence ?evidence_ }}
            {_SOURCE}{self.outside}
            BIND(COALESCE(?code_, ?report) AS ?document)
        }} GROUP BY {grouped} ORDER BY {order}"""


_VK = VK_IRI + "ontology#"
_SOURCE = """
            GRAPH ?read_ {
              ?evidence_ vk:line ?line_ ; oa:hasSource ?text_ .
              ?text_ vk:textOf ?documentNode_ ; dcterms:identifier ?report .
              OPTIONAL { ?documentNode_ eli:id_local ?code_ }
            }"""
_WHERE_READ = (
    Column("document", "string", "Văn kiện", "Document", "http://data.europa.eu/eli/ontology#id_local"),
    Column("report", "string", "Mã văn kiện", "Report id", "http://purl.org/dc/terms/identifier"),
    Column("line", "integer", "Dòng", "Line", _VK + "line"),
)
_INDICATOR = (
    Column("indicator", "anyURI", "Chỉ tiêu (IRI)", "Indicator (IRI)", _VK + "indicator"),
    Column("indicator_name", "string", "Chỉ tiêu", "Indicator"),
    Column(
        "wording", "string", "Chỉ tiêu, như in", "Indicator as printed", "http://www.w3.org/2000/01/rdf-schema#label"
    ),
)
_COMPARATOR = Column("comparator", "string", "So sánh", "Comparator", _VK + "comparator")
_UNITS = (
    Column("unit_text", "string", "Đơn vị, như in", "Unit as printed", "https://schema.org/unitText"),
    Column("unit", "string", "Đơn vị", "Unit", _VK + "unit"),
)
_PLACE = Column("place", "string", "Nơi", "Place")


def _place(path: str) -> str:
    """The Vietnamese name of the place that a property leads to."""
    return f"""
            OPTIONAL {{ {path}/skos:prefLabel ?place_ FILTER(LANG(?place_) = "vi") }}
            BIND(STR(?place_) AS ?place)"""


_NAME_OF_INDICATOR = """
            OPTIONAL { ?it rdfs:label ?wordingLabel_ }
            BIND(STR(?wordingLabel_) AS ?wording)
            OPTIONAL { ?indicator skos:prefLabel ?wanted_ FILTER(LANG(?wanted_) = ?lang) }
            OPTIONAL { ?indicator skos:prefLabel ?vietnamese_ FILTER(LANG(?vietnamese_) = "vi") }
            BIND(STR(COALESCE(?wanted_, ?vietnamese_, ?wordingLabel_)) AS ?indicator_name)"""


def _key(path: str, variable: str) -> str:
    """The last part of the list entry that a property leads to."""
    return f"""
            OPTIONAL {{ ?it {path} ?{variable}Node_ }}
            BIND(REPLACE(STR(?{variable}Node_), "^.*/", "") AS ?{variable})"""


def _label(path: str, variable: str) -> str:
    """The label of the node that a property leads to."""
    return f"""
            OPTIONAL {{ ?it {path}/(rdfs:label|skos:prefLabel) ?{variable}Label_
                       FILTER(LANG(?{variable}Label_) IN ("", "vi")) }}
            BIND(STR(?{variable}Label_) AS ?{variable})"""


TARGETS = FactTable(
    "targets",
    "Lời đặt mục tiêu",
    "Targets, one row for each wording",
    (
        Column("statement", "anyURI", "Lời đặt mục tiêu (IRI)", "Statement (IRI)"),
        Column("target", "anyURI", "Mục tiêu (IRI)", "Target (IRI)", _VK + "states"),
        *_INDICATOR,
        Column("group", "integer", "Nhóm", "Group", _VK + "targetGroup"),
        Column("set_by", "anyURI", "Nơi đặt ra (IRI)", "Set by (IRI)", _VK + "setBy"),
        Column("set_by_name", "string", "Nơi đặt ra", "Set by"),
        _COMPARATOR,
        Column("value", "decimal", "Trị số", "Value", "https://schema.org/value"),
        Column("upper", "decimal", "Trị số trên", "Upper value", "https://schema.org/maxValue"),
        *_UNITS,
        Column("basis", "string", "Cơ sở tính", "Basis", _VK + "basis"),
        Column("deadline", "date", "Thời hạn", "Deadline", _VK + "deadline"),
        Column("scope", "string", "Phạm vi", "Scope", _VK + "scope"),
        _PLACE,
        *_WHERE_READ,
    ),
    """?it a vk:TargetStatement ; vk:states ?target .
            ?target vk:indicator ?indicator ; vk:setBy ?set_by .
            BIND(?it AS ?statement)
            OPTIONAL { ?target vk:targetGroup ?group }
            OPTIONAL { ?target vk:deadline ?deadline }
            OPTIONAL { ?set_by rdfs:label ?setByLabel_ }
            BIND(STR(?setByLabel_) AS ?set_by_name)
            OPTIONAL { ?it schema:value ?exactly_ }
            OPTIONAL { ?it schema:minValue ?atLeast_ }
            OPTIONAL { ?it schema:maxValue ?atMost_ }
            BIND(COALESCE(?exactly_, ?atLeast_, ?atMost_) AS ?value)
            BIND(IF(BOUND(?atLeast_) || BOUND(?exactly_), ?atMost_, ?none_) AS ?upper)
            OPTIONAL { ?it schema:unitText ?unit_text }
            OPTIONAL { ?target vk:scopeNote ?scopeNote_ }"""
    + _place("?target vk:scope")
    + """
            BIND(STR(COALESCE(?scopeNote_, ?place_)) AS ?scope)"""
    + _key("vk:comparator", "comparator")
    + _key("vk:unit", "unit")
    + _key("vk:basis", "basis")
    + _NAME_OF_INDICATOR,
)

OBSERVATIONS = FactTable(
    "observations",
    "Số liệu",
    "Observations",
    (
        Column("observation", "anyURI", "Số liệu (IRI)", "Observation (IRI)"),
        *_INDICATOR,
        _COMPARATOR,
        Column("value", "decimal", "Trị số", "Value", _VK + "value"),
        Column("upper", "decimal", "Trị số trên", "Upper value", _VK + "upperValue"),
        *_UNITS,
        Column("period", "string", "Thời kỳ", "Period", _VK + "period"),
        Column("start", "date", "Từ ngày", "From", _VK + "start"),
        Column("end", "date", "Đến ngày", "To", _VK + "end"),
        Column("status", "string", "Tình trạng", "Status", _VK + "status"),
        Column("scope", "string", "Phạm vi", "Scope", _VK + "scopeNote"),
        _PLACE,
        Column("found_in", "string", "Loại chỗ", "Found in", _VK + "foundIn"),
        *_WHERE_READ,
    ),
    """?it a vk:Observation ; vk:indicator ?indicator ; vk:value ?value .
            BIND(?it AS ?observation)
            OPTIONAL { ?it vk:upperValue ?upper }
            OPTIONAL { ?it schema:unitText ?unit_text }
            OPTIONAL { ?it vk:period ?periodNode_ . ?periodNode_ rdfs:label ?periodLabel_ ; vk:start ?start ; vk:end ?end }
            BIND(STR(?periodLabel_) AS ?period)
            OPTIONAL { ?it vk:foundIn ?found_in }
            OPTIONAL { ?it vk:scopeNote ?scopeNote_ }"""
    + _place("?it vk:place")
    + """
            BIND(STR(COALESCE(?scopeNote_, ?place_)) AS ?scope)"""
    + _key("vk:comparator", "comparator")
    + _key("vk:unit", "unit")
    + _key("vk:status", "status")
    + _NAME_OF_INDICATOR,
)

ASSESSMENTS = FactTable(
    "assessments",
    "Đánh giá",
    "Assessments",
    (
        Column("assessment", "anyURI", "Đánh giá (IRI)", "Assessment (IRI)"),
        Column("target", "anyURI", "Mục tiêu (IRI)", "Target (IRI)", _VK + "target"),
        *_INDICATOR,
        _PLACE,
        Column("as_of", "string", "Tính đến", "As of", _VK + "asOf"),
        Column("verdict", "string", "Kết luận", "Verdict", _VK + "verdict"),
        Column("percent", "decimal", "% so với mục tiêu", "Percent of target", _VK + "percentOfTarget"),
        Column("mode", "string", "Cách có được", "Mode", _VK + "mode"),
        *_WHERE_READ,
    ),
    """?it a vk:Assessment ; vk:indicator ?indicator .
            BIND(?it AS ?assessment)
            OPTIONAL { ?it vk:target ?target }
            OPTIONAL { ?it vk:percentOfTarget ?percent }"""
    + _place("?it vk:place")
    + _key("vk:verdict", "verdict")
    + _key("vk:mode", "mode")
    + _NAME_OF_INDICATOR,
    """
            OPTIONAL { ?it vk:asOf/rdfs:label ?periodLabel_ }
            BIND(STR(?periodLabel_) AS ?as_of)""",
)

PROGRAMMES = FactTable(
    "programmes",
    "Chương trình",
    "Programmes",
    (
        Column("programme", "anyURI", "Chương trình (IRI)", "Programme (IRI)"),
        Column("name", "string", "Tên", "Name", "http://www.w3.org/2000/01/rdf-schema#label"),
        Column("kind", "string", "Loại", "Kind", _VK + "programmeKind"),
        Column("set_by", "string", "Nơi đặt ra", "Set by", _VK + "setBy"),
        Column("part_of", "string", "Thuộc chương trình", "Part of", _VK + "partOf"),
        *_WHERE_READ,
    ),
    """?it a vk:Programme ; rdfs:label ?label_ .
            BIND(?it AS ?programme)
            BIND(STR(?label_) AS ?name)"""
    + _key("vk:programmeKind", "kind")
    + _label("vk:setBy", "set_by")
    + _label("vk:partOf", "part_of"),
)

LINKS = FactTable(
    "links",
    "Quan hệ, đóng góp, phân công",
    "Relations, contributions, assignments",
    (
        Column("link", "anyURI", "Quan hệ (IRI)", "Link (IRI)"),
        Column("subject", "anyURI", "Đầu (IRI)", "Subject (IRI)", _VK + "subject"),
        Column("subject_name", "string", "Đầu", "Subject"),
        Column("relation", "string", "Quan hệ", "Relation", _VK + "relation"),
        Column("object", "anyURI", "Cuối (IRI)", "Object (IRI)", _VK + "object"),
        Column("object_name", "string", "Cuối", "Object"),
        *_WHERE_READ,
    ),
    """{ ?it a vk:Relation ; vk:subject ?subject ; vk:relation ?how_ ; vk:object ?object }
            UNION { ?it a vk:Assignment ; vk:task ?subject ; vk:role ?how_ ; vk:body ?object }
            UNION { ?it a vk:Contribution ; vk:programme ?subject ; vk:mode ?how_ ; vk:indicator ?object }
            BIND(?it AS ?link)
            BIND(REPLACE(STR(?how_), "^.*/", "") AS ?relation)
            OPTIONAL { ?subject rdfs:label ?subjectLabel_ }
            BIND(STR(?subjectLabel_) AS ?subject_name)
            OPTIONAL { ?object rdfs:label|skos:prefLabel ?objectLabel_ FILTER(LANG(?objectLabel_) = "vi") }
            BIND(STR(?objectLabel_) AS ?object_name)""",
)

DOCUMENTS = FactTable(
    "documents",
    "Văn bản được viện dẫn, và văn kiện đã đọc",
    "Documents cited, and those that were read",
    (
        Column("work", "anyURI", "Văn bản (IRI)", "Document (IRI)"),
        Column("code", "string", "Số hiệu", "Code", "http://data.europa.eu/eli/ontology#id_local"),
        Column("title", "string", "Tên", "Title", "http://purl.org/dc/terms/title"),
        Column("genre", "string", "Thể loại", "Genre", _VK + "genre"),
        Column("date", "date", "Ngày", "Date", "http://data.europa.eu/eli/ontology#date_document"),
        Column("issuer", "string", "Cơ quan ban hành", "Issued by", _VK + "issuedBy"),
        *_WHERE_READ,
    ),
    """{ ?it vk:cited ?work } UNION { ?work a vk:Document ; vk:evidence ?any_ BIND(?work AS ?it) }
            OPTIONAL { ?work eli:id_local ?code }
            OPTIONAL { ?work dcterms:title ?title_ }
            BIND(STR(?title_) AS ?title)
            OPTIONAL { ?work vk:genre ?genreNode_ }
            BIND(REPLACE(STR(?genreNode_), "^.*/", "") AS ?genre)
            OPTIONAL { ?work eli:date_document ?date }
            OPTIONAL { ?work vk:issuedBy/rdfs:label ?issuerLabel_ }
            BIND(STR(?issuerLabel_) AS ?issuer)""",
)

BODIES = FactTable(
    "bodies",
    "Cơ quan, tổ chức",
    "Bodies",
    (
        Column("body", "anyURI", "Cơ quan (IRI)", "Body (IRI)"),
        Column("name", "string", "Tên", "Name", "http://www.w3.org/2000/01/rdf-schema#label"),
        Column("kind", "string", "Khối", "Kind", _VK + "bodyKind"),
        Column("level", "string", "Cấp", "Level", _VK + "level"),
        *_WHERE_READ,
    ),
    """?it a vk:Body ; rdfs:label ?label_ .
            BIND(?it AS ?body)
            BIND(STR(?label_) AS ?name)"""
    + _key("vk:bodyKind", "kind")
    + _key("vk:level", "level"),
)

DISCREPANCIES = FactTable(
    "discrepancies",
    "Mâu thuẫn",
    "Discrepancies",
    (
        Column("discrepancy", "anyURI", "Mâu thuẫn (IRI)", "Discrepancy (IRI)"),
        Column("about", "string", "Về", "About", "http://www.w3.org/2000/01/rdf-schema#label"),
        Column("side_a", "string", "Bên thứ nhất", "Side A", _VK + "sideA"),
        Column("side_b", "string", "Bên thứ hai", "Side B", _VK + "sideB"),
        Column("note", "string", "Ghi chú", "Note", _VK + "note"),
        *_WHERE_READ,
    ),
    """?it a vk:Discrepancy ; rdfs:label ?about_ .
            BIND(?it AS ?discrepancy)
            BIND(STR(?about_) AS ?about)
            OPTIONAL { ?it vk:sideA ?side_a }
            OPTIONAL { ?it vk:sideB ?side_b }
            OPTIONAL { ?it vk:note ?note }""",
)

TABLES = (TARGETS, OBSERVATIONS, ASSESSMENTS, PROGRAMMES, LINKS, DOCUMENTS, BODIES, DISCREPANCIES)
"""All fact tables."""
