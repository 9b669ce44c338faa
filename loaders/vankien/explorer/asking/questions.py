"""The questions of the catalogue for people: by subject, with the values that their parameters may have, and columns in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Name
from vankien.explorer.pages.context import Context
from vankien.graph.asking import catalogue
from vankien.graph.asking.catalogue import Parameter, Query

GROUPS: tuple[tuple[str, Name, str], ...] = (
    (
        "there",
        Name("Có gì", "What is there"),
        "documents congresses indicators runs facts-by-rule facts-on-lines topic-graph wordings unlisted-indicators",
    ),
    (
        "targets",
        Name("Mục tiêu", "Targets"),
        (
            "congress-targets ranges-and-approximations qualitative-targets incomplete-targets plan-gaps baselines "
            "target-changes targets-by-theme"
        ),
    ),
    (
        "progress",
        Name("Tiến độ, đánh giá", "Progress and verdicts"),
        (
            "missed-targets stated-verdicts verdict-counts verdict-disagreements estimates-behind-verdicts unassessed-targets "
            "targets-and-results pace-needed series"
        ),
    ),
    (
        "programmes",
        Name("Chương trình", "Programmes"),
        (
            "key-programmes programme-targets orphan-targets programmes-without-target shared-indicators programme-capital "
            "breakthroughs-to-schemes"
        ),
    ),
    (
        "documents",
        Name("Văn bản", "Documents"),
        "chain implementation cited-documents citations-missing-from-corpus citation-conflicts",
    ),
    ("bodies", Name("Cơ quan", "Bodies"), "responsible bodies-with-missed-targets bodies-replaced lead-conflicts"),
    (
        "comparison",
        Name("So sánh", "Comparison"),
        (
            "targets-compared targets-without-counterpart themes-compared places-compared places-merged provincial-and-national "
            "sdg-links"
        ),
    ),
    (
        "trust",
        Name("Độ tin cậy", "Trust"),
        "provenance contradictions arithmetic coverage repaired-numbers findings findings-by-document",
    ),
)
"""The subjects of the questions, as in ``docs/index.md``: key, name, the questions in their order."""

OTHER = Name("Câu hỏi khác", "Other questions")

_COLUMNS = {
    "a": "đại hội A", "about": "về", "actual": "số thực hiện", "after": "sau", "agree": "khớp", "amended_by": "được sửa bởi",
    "as_of": "tính đến", "assessments": "đánh giá", "b": "đại hội B", "baseline": "số đầu kỳ", "basis": "cách tính",
    "before": "trước", "body": "cơ quan", "citations": "lần viện dẫn", "cited": "văn bản được dẫn", "code": "số hiệu",
    "comparable": "so sánh được", "comparator": "phép so sánh", "compared": "so sánh", "computed": "máy tính",
    "congress": "đại hội", "date": "ngày", "deadline": "thời hạn", "difference": "chênh lệch", "document": "văn kiện",
    "documents": "văn kiện", "end": "kết thúc", "ended": "xong lúc", "estimate": "số ước", "example": "ví dụ",
    "fact": "dữ kiện", "facts": "dữ kiện", "findings": "phát hiện", "first_line": "dòng đầu", "gap": "còn thiếu",
    "genre": "thể loại", "graph": "đồ thị", "group": "nhóm", "implemented": "văn bản được thực hiện",
    "indicator": "chỉ số", "indicators": "chỉ số", "inferred_programme": "chương trình suy ra", "issuer": "nơi ban hành",
    "kind": "loại", "label": "nhãn", "last_line": "dòng cuối", "last_period": "kỳ mới nhất", "line": "dòng", "lines": "số dòng",
    "local": "của tỉnh", "made": "được lập ra", "made_kind": "loại được lập ra", "merged_into": "nhập vào",
    "merged_with": "nhập cùng", "message": "nội dung", "missed": "không đạt", "missing": "thiếu", "mode": "cách có được",
    "national": "cả nước", "node": "nút", "note": "ghi chú", "object": "đích", "observations": "số liệu", "ordinal": "lần thứ",
    "per_year": "mỗi năm", "percent": "phần trăm", "period": "thời kỳ", "place": "địa phương", "predicate": "quan hệ",
    "printed": "in là", "problem": "vấn đề", "programme": "chương trình", "programmes": "chương trình", "quote": "lời trích",
    "read_as": "đọc là", "reason": "lý do", "relation": "quan hệ", "repaired": "đã sửa", "repaired_from": "sửa từ",
    "replaced_by": "thay bằng", "responsible": "chịu trách nhiệm", "report": "mã văn kiện", "reported_indicators": "chỉ số có báo cáo", "result": "kết quả",
    "role": "vai trò", "rule": "quy tắc", "run": "lần đọc", "sdg": "SDG", "set_by": "nơi đặt ra", "severity": "mức",
    "sha256": "SHA-256", "side": "phía", "side_a": "phía A", "side_b": "phía B", "software": "phần mềm", "start": "bắt đầu",
    "status": "tình trạng", "subject": "nguồn", "target": "chỉ tiêu", "targets": "chỉ tiêu", "task": "việc", "term": "nhiệm kỳ",
    "theme": "lĩnh vực", "times": "số lần", "title": "tên", "triples": "bộ ba", "unit": "đơn vị", "upper": "đến",
    "valid_until": "hết hiệu lực", "value": "trị số", "verdict": "đánh giá", "verdicts": "đánh giá", "with_number": "có số",
    "wording": "cách gọi", "year": "năm", "years": "số năm", "answer": "trả lời",
}  # fmt: skip
_PREFIXES = {
    "a": "A", "b": "B", "actual": "thực hiện", "after": "sau", "baseline": "đầu kỳ", "before": "trước", "national": "cả nước",
    "other": "kia", "result": "kết quả", "target": "chỉ tiêu",
}  # fmt: skip


def column_words(column: str, language: str) -> str:
    """The name of a column in words; a column that is not known keeps its name.

    >>> column_words("a_unit", "vi"), column_words("set_by", "en"), column_words("document_b", "vi")
    ('đơn vị (A)', 'set by', 'văn kiện (B)')
    """
    if language == "en":
        return column.replace("_", " ")
    if column in _COLUMNS:
        return _COLUMNS[column]
    head, _, rest = column.partition("_")
    if head in _PREFIXES and rest in _COLUMNS:
        return f"{_COLUMNS[rest]} ({_PREFIXES[head]})"
    stem, _, side = column.rpartition("_")
    if side in ("a", "b") and stem in _COLUMNS:
        return f"{_COLUMNS[stem]} ({side.upper()})"
    return column.replace("_", " ")


# --- by subject ---------------------------------------------------------------------------------------------------


def by_subject(queries: Iterable[Query]) -> list[tuple[str, Name, list[Query]]]:
    """The questions by subject; those that have none last."""
    left = {q.name: q for q in queries}
    found = []
    for key, name, listed in GROUPS:
        held = [left.pop(n) for n in listed.split() if n in left]
        found.append((key, name, held))
    return [*found, ("other", OTHER, list(left.values()))] if left else found


def title_of(query: Query) -> Name:
    """The title of a question."""
    return Name(query.title_vi, query.title_en)


_KEYED = {
    "programme": Name("chương trình", "programme"),
    "body": Name("cơ quan", "body"),
    "report": Name("văn kiện", "document"),
}
"""What a key stands for, where the form shows names instead of keys."""

_HINT = re.compile(r",? (?:như|such as|xem câu hỏi|see the query) |: ")
"""Where the part of a meaning begins that a list of choices makes needless."""


# --- parameters ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter in a form: name, meaning, the value that it has, its choices (value, words; none for a free text), and
    whether it may be empty."""

    name: str
    meaning: Name
    value: str
    choices: tuple[tuple[str, str], ...]
    optional: bool


def meaning_of(parameter: Parameter) -> Name:
    """What a parameter means, in both languages.

    >>> meaning_of(Parameter("year", "integer", None, "năm, như 2030 / year, such as 2030")).en
    'year, such as 2030'
    """
    vi, _, en = parameter.meaning.partition(" / ")
    return Name(vi or parameter.name, en or vi or parameter.name)


def _key(iri: str, kind: str) -> str:
    """The key of a thing, as parameters take it."""
    return iri.rsplit(f"/{kind}/", 1)[-1]


def choices_of(c: Context, parameter: Parameter) -> tuple[tuple[str, str], ...]:
    """The values that a parameter may have in this book, with their names."""
    book: Book = c.book
    match parameter.type:
        case "congress":
            found = [(x.key, c.short_name(x.iri)) for x in book.congresses.values() if book.targets_of[x.iri]]
        case "report":
            found = [(t.report, c.name(t.document) if t.document else t.report) for t in book.texts.values()]
        case "programme" | "body":
            things: Iterable[str] = book.programmes if parameter.type == "programme" else book.bodies
            found = [(_key(iri, parameter.type), c.name(iri)) for iri in things]
        case "indicator":
            listed = (i for i in book.indicators.values() if i.listed and i.iri in book.spoken_of)
            found = [(_key(i.iri, "indicators"), c.say(i.name)) for i in listed]
        case "place":
            found = [(_key(p.iri, "places"), c.say(p.name)) for p in book.places.values() if p.iri in book.spoken_of]
        case _:
            scheme = f"{parameter.type}s"
            found = [(key, c.word(scheme, key)) for key in catalogue.choices(parameter)]
    return tuple(found)


def fields(c: Context, query: Query, given: Mapping[str, str]) -> tuple[Field, ...]:
    """The parameters of a question as the fields of a form; the language is that of the page."""
    found = []
    for parameter in query.parameters:
        if parameter.type != "language":
            value = given.get(parameter.name, parameter.default or "")
            choices, meaning = choices_of(c, parameter), meaning_of(parameter)
            if choices:
                short = (_HINT.split(text)[0] for text in (meaning.vi, meaning.en))
                meaning = _KEYED.get(parameter.type) or Name(*short)
            found.append(Field(parameter.name, meaning, value, choices, parameter.default is None))
    return tuple(found)


def given_of(c: Context, query: Query) -> dict[str, str]:
    """The parameters of a question that the address gives, and its language."""
    names = {p.name: p for p in query.parameters}
    given = {name: value for name, value in c.params.items() if name in names and value}
    spoken = {name: c.language for name, p in names.items() if p.type == "language"}
    return {**given, **spoken}
