"""What does not agree, sorted by what it is about: the kinds, both sides with their lines, the notes in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Assessment, Citation, Discrepancy, Name, Said
from vankien.explorer.wording.words import number


@dataclass(frozen=True, slots=True)
class Kind:
    """Some rules that look for the same sort of contradiction, and what a reader should know of it."""

    key: str
    name: Name
    about: Name
    rules: tuple[str, ...]


KINDS = (
    Kind(
        "documents",
        Name("Giữa hai văn kiện", "Between two documents"),
        Name(
            "Hai văn kiện ghi khác nhau cùng một số liệu hoặc cùng một mục tiêu. Chênh lệch do làm tròn và số ước tính được "
            "thay bằng số chính thức không tính ở đây.",
            "Two documents give one figure or one target differently. Differences by rounding, and estimates that final "
            "figures replaced, are not counted here.",
        ),
        ("values-differ", "target-changed"),
    ),
    Kind(
        "verdicts",
        Name("Kết luận trái với số liệu", "Verdict against numbers"),
        Name(
            "Kết luận in (Đạt, Vượt, Chưa đạt …) trái với chính mục tiêu và kết quả in cùng văn kiện.",
            "The printed verdict (met, exceeded, not yet met …) contradicts the target and the result of the same document.",
        ),
        ("verdict-differs", "discrepancy-verdict", "discrepancy-verdict-of-text"),
    ),
    Kind(
        "values",
        Name("Hai giá trị trong một văn kiện", "Two values in one document"),
        Name(
            "Một văn kiện ghi hai giá trị cho cùng một chỉ tiêu, thường ở phần lời và ở phụ lục.",
            "One document gives two values of one indicator, often in its prose and in its annex.",
        ),
        ("discrepancy-two-values", "discrepancy-two-targets", "discrepancy-age", "discrepancy-denominator"),
    ),
    Kind(
        "arithmetic",
        Name("Phép tính in sai", "Arithmetic"),
        Name(
            "Tổng, tỷ lệ, phần trăm hoặc số đếm in ra không khớp với các số đi kèm.",
            "A printed total, share, percentage or count does not fit the numbers beside it.",
        ),
        (
            "discrepancy-total",
            "discrepancy-count",
            "discrepancy-percent",
            "discrepancy-ratio",
            "discrepancy-growth",
            "discrepancy-structure",
            "discrepancy-list",
            "discrepancy-led-back",
            "discrepancy-share-of-count",
            "discrepancy-part-of-people",
            "discrepancy-average",
            "discrepancy-average-of-total",
            "discrepancy-year-of-period",
            "discrepancy-denominator-of-share",
            "discrepancy-impossible-change",
            "discrepancy-larger-region",
            "discrepancy-share-of-province",
            "discrepancy-programme-count",
        ),
    ),
    Kind(
        "citations",
        Name("Viện dẫn", "Citations"),
        Name(
            "Một số hiệu được viện dẫn với hai ngày, hai cơ quan ban hành, hai nội dung hoặc hai cách ghi trích yếu.",
            "One number is cited with two dates, two issuers, two subjects or two titles.",
        ),
        (
            "citation-differs",
            "discrepancy-two-dates",
            "discrepancy-broken-date",
            "discrepancy-two-titles",
            "discrepancy-two-subjects",
            "discrepancy-two-nouns",
        ),
    ),
    Kind(
        "other",
        Name("Tên và thời kỳ", "Names and periods"),
        Name(
            "Thời kỳ không thể có, một tên viết hai cách, và những gì không thuộc các loại trên.",
            "Impossible periods, one name spelt in two ways, and what fits none of the kinds above.",
        ),
        (
            "discrepancy-period",
            "discrepancy-vision",
            "discrepancy-day",
            "discrepancy-early-report",
            "discrepancy-name",
            "discrepancy-abbreviation",
            "discrepancy-scheme-names",
        ),
    ),
)
"""The kinds of contradictions, the most telling first; a rule that none of them knows belongs to the last."""

_KIND_OF = {rule: kind for kind in KINDS for rule in kind.rules}

_NOTES = {
    "Hai giá trị cho cùng một chỉ tiêu": "Two values of one indicator",
    "Dấu so sánh khác nhau": "Different comparators",
    "Sai khác do làm tròn": "A difference by rounding",
    "Cùng mức, khác dấu so sánh": "The same level with different comparators",
    "Hai mức mục tiêu cho cùng một chỉ tiêu": "Two target levels of one indicator",
    "Cùng trị số, khác phép so sánh giữa hai văn kiện": "The same number with different comparators in two documents",
    "Trị số mục tiêu thay đổi giữa hai văn kiện": "The target has another value in the other document",
    "Hai văn kiện ghi khác nhau cùng số liệu": "Two documents give one figure differently",
    "Kết luận in khác kết luận tính từ mục tiêu và số liệu cùng văn kiện": (
        "The printed verdict differs from the one computed from target and result of the same document"
    ),
    "Đánh giá trái với kết quả và mục tiêu trong cùng hàng": "The verdict contradicts result and target of its own row",
    "Đánh giá trái với kết quả và mục tiêu được dẫn": "The verdict contradicts its result and the target quoted with it",
    "Cùng một phía của mục tiêu nhưng đánh giá trái ngược": "On the same side of the target, but with opposite verdicts",
    "Đếm lại các hàng của bảng chỉ tiêu": "The rows of the target table, counted",
    "Một số hiệu, hai cách ghi trích yếu": "One number with two titles",
    "Một số hiệu, hai ngày ban hành": "One number with two dates",
    "Một số hiệu được viện dẫn với hai ngày": "One number is cited with two dates",
    "Một số hiệu được viện dẫn với hai cơ quan ban hành": "One number is cited with two issuers",
    "Tổng không bằng các thành phần": "The total is not the sum of its parts",
    "Tổng in không bằng tổng các dòng": "The printed total is not the sum of its rows",
    "Lời văn và danh mục nêu hai mức khác nhau": "Text and list give two different amounts",
    "Một phần lớn hơn tổng": "A part is larger than the total",
    "Tổng các thành phần không bằng 100%": "The parts do not add up to 100 %",
    "Phần trăm in sai so với phép chia": "The printed percentage is not the quotient",
    "Cột tỷ lệ lặp lại giá trị kết quả": "The column of percentages repeats the result",
    "Chính tả không thống nhất": "Spelt in two ways",
    "Năm không thể có": "An impossible year",
    "Năm cuối trước năm đầu": "The last year comes before the first",
    "Số đếm không bằng số mục được kể": "The count is not the number of things that are listed",
    "Số đếm không bằng số mục được trình bày": "The count is not the number of those that have a heading",
    "Có thể là một đề án, hai tên": "Perhaps one scheme under two names",
    "Mức tăng lớn hơn chính giá trị": "The increase is larger than the value itself",
    "Một vùng lớn hơn toàn tỉnh": "A region is larger than the whole province",
    "Hai tên viết tắt bị đổi chỗ cho nhau": "Two abbreviations are interchanged",
    "Lời văn và bảng đánh giá khác nhau": "Prose and table judge differently",
    "Số cả kỳ không bằng bình quân các năm": "The figure of the period is not the average of its years",
    "Lệch do làm tròn": "A difference by rounding",
    "Hai số đếm cho cùng một loại chỉ tiêu": "Two counts of one kind of target",
    "Hai số năm cho cùng một sự kiện": "Two numbers of years for one event",
    "Năm không có bốn chữ số": "A year without four digits",
    "Một năm lớn hơn cả giai đoạn: sai đơn vị hoặc dấu thập phân": (
        "One year is larger than the whole period: a wrong unit or decimal mark"
    ),
    "Cùng mức, khác mẫu số (dân số và hộ)": "The same level of another whole (people and households)",
    "Văn bản về kết quả cả năm có ngày trước khi hết năm": (
        "A document on the results of a whole year is dated before its end"
    ),
    "Ngày không thể có": "An impossible day",
    "Ngày in sai, nơi khác ghi đủ": "A misprinted day that another place gives whole",
    "Một số hiệu, hai nội dung": "One number with two subjects",
    "Một tên, hai loại văn bản": "One title of two kinds of documents",
    "Tầm nhìn không xa hơn năm cuối của thời kỳ": "The vision reaches no further than the period",
}
"""The notes that the finders write, in English."""

_NOTES_WITH = (
    (
        re.compile(r"Số liệu năm (\d{4}) không khớp với mức tăng, giảm"),
        "The figure of {} does not fit the rise or fall",
    ),
    (re.compile(r"Không số người nào cho tỷ lệ này: (.+)"), "No number of people gives this share: {}"),
    (re.compile(r"(\S+/\S+% = \S+), không phải (\S+)"), "{}, not {}"),
    (re.compile(r"Bình quân (\d+) năm là (.+)"), "The average of {} years is {}"),
)
"""Notes with numbers in them."""

_WHERE = re.compile(r"\s*\((lời văn và bảng)\)$")
_YEARS = re.compile(r", (\d{4}(?:-\d{4})?)$")
_LINE = re.compile(r"\s*\((?:từ )?(?:dòng (\d+)\)|dòng …|…)$")
"""The line at the end of a side, which a publication without long texts may have cut."""


def kind_of(dispute: Discrepancy) -> Kind:
    """The kind of a contradiction, by its rule."""
    return _KIND_OF.get(dispute.rule, KINDS[-1])


def note_of(dispute: Discrepancy) -> Name:
    """The note of a contradiction in both languages; one that is not known, or is mere arithmetic, as it stands.

    >>> note_of(Discrepancy("", "", "", "", "Năm không thể có", "", (), (), (), ()))("en")
    'An impossible year'
    """
    words, after = dispute.note, ""
    if _WHERE.search(words):
        words, after = _WHERE.sub("", words), " (prose and table)"
    elif years := _YEARS.search(words):
        words, after = _YEARS.sub("", words), f", {years[1]}"
    english = _NOTES.get(words, "") or next(
        (text.format(*found.groups()) for pattern, text in _NOTES_WITH if (found := pattern.fullmatch(words))), ""
    )
    return Name(dispute.note, english + after if english else "")


# --- both sides -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Side:
    """One side: in words as printed (only in Vietnamese) or as computed; report and line, where they are known; the quote and
    the statement, if there are any."""

    words: Name
    report: str = ""
    line: int = 0
    quote: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction as it is shown: its kind, both sides, the note, the documents."""

    iri: str
    kind: Kind
    about: str
    sides: tuple[Side, Side]
    note: Name
    rule: str
    documents: tuple[str, ...]


def _written(book: Book, said: Said) -> str:
    """What a statement contributes to the words of its side, to know it again."""
    if isinstance(said, Assessment):
        return book.concept("verdicts", said.verdict).vi
    if isinstance(said, Citation):
        cited = book.documents.get(said.cited)
        return " ".join([cited.date, *(book.name(i).vi for i in cited.issuers)]) if cited else ""
    if said.value.number is None:
        return ""
    return number(said.value.number, "vi").replace(".", "")


def _fits(book: Book, said: Said, words: str) -> bool:
    written = _written(book, said)
    if isinstance(said, Citation):
        return bool(written) and words in written
    return bool(written) and re.search(rf"(?<![\d,]){re.escape(written)}(?![\d]|,\d)", words) is not None


def _of_statements(book: Book, dispute: Discrepancy, said: tuple[Said, Said]) -> tuple[Side, Side]:
    """The sides of a contradiction between two statements, each with the statement whose words it has."""
    first, second = said
    verdict = isinstance(second, Assessment) and not isinstance(first, Assessment)
    crossed = _fits(book, second, dispute.side_a) and _fits(book, first, dispute.side_b)
    straight = _fits(book, first, dispute.side_a) and _fits(book, second, dispute.side_b)
    if verdict or (crossed and not straight):
        first, second = second, first

    def side(words: Name, one: Said) -> Side:
        at = one.sources[0] if one.sources else None
        return Side(words, at.report, at.line, at.quote, one.iri) if at else Side(words, statement=one.iri)

    computed = dispute.rule == COMPUTED
    other = Name(dispute.side_b, _computed_in_english(book, dispute.side_b) if computed else "")
    return side(Name(dispute.side_a), first), side(other, second)


COMPUTED = "verdict-differs"
"""The rule whose second side is no text of a document, but the verdict that was computed."""

_COMPUTED = re.compile(r"(?P<verdict>[^:]+): (?P<value>.+) so với (?P<goal>.+)")
_COMPARATORS = {
    "trên ": "more than ",
    "từ ": "at least ",
    "dưới ": "less than ",
    "tối đa ": "at most ",
    "khoảng ": "about ",
}


def _computed_in_english(book: Book, words: str) -> str:
    """*Không đạt: 5,2% so với trên 6%* → *Missed: 5.2% against more than 6%*; an empty text for other words."""
    found = _COMPUTED.fullmatch(words)
    verdicts = {c.name.vi: c.name.en for c in book.concepts.values() if c.scheme == "verdicts"}
    if found is None or found["verdict"] not in verdicts:
        return ""
    goal = found["goal"]
    for vietnamese, english in _COMPARATORS.items():
        goal = english + goal.removeprefix(vietnamese) if goal.startswith(vietnamese) else goal
    verdict = verdicts[found["verdict"]]
    said = f"{verdict[:1].upper()}{verdict[1:]}: {found['value']} against {goal}"
    return re.sub(r"(?<=\d),(?=\d)", ".", said)


def _line_in(words: str) -> int:
    found = _LINE.search(words)
    return int(found[1] or 0) if found else 0


def _of_words(dispute: Discrepancy) -> tuple[Side, Side]:
    """The sides of a contradiction within a document, whose words name their lines.

    Words that name none (they were cut, or are a computation) stand on the line that is left over, or on that of the
    other side if none is; the evidence is that of the first side.
    """
    own = dispute.sources[0] if dispute.sources else None
    first, second = _line_in(dispute.side_a), _line_in(dispute.side_b)
    first = first or (own.line if own and own.line != second else 0) or _left_over(dispute.lines, second)
    second = second or _left_over(dispute.lines, first)

    def side(words: str, line: int) -> Side:
        quote = next((s.quote for s in dispute.sources if s.line == line), "")
        return Side(Name(_LINE.sub("", words)), own.report if own else "", line, quote)

    return side(dispute.side_a, first), side(dispute.side_b, second)


def _left_over(lines: tuple[int, ...], other: int) -> int:
    return next((line for line in lines if line != other), other)


def to_dispute(book: Book, dispute: Discrepancy) -> Dispute:
    """A contradiction with both sides as well as they are known."""
    said = [book.said[i] for i in dispute.derived_from if i in book.said]
    sides = _of_statements(book, dispute, (said[0], said[1])) if len(said) == 2 else _of_words(dispute)
    return Dispute(
        dispute.iri,
        kind_of(dispute),
        dispute.about,
        sides,
        note_of(dispute),
        dispute.rule,
        dispute.documents,
    )


def in_order(disputes: Iterable[Discrepancy]) -> list[Discrepancy]:
    """Contradictions by kind; those of one kind stay in the order of documents and lines."""
    order = {kind.key: i for i, kind in enumerate(KINDS)}
    return sorted(disputes, key=lambda d: order[kind_of(d).key])


def counts(disputes: Iterable[Discrepancy]) -> Mapping[str, int]:
    """How many there are of each kind, in the order of `KINDS`."""
    found = [kind_of(d).key for d in disputes]
    return {kind.key: found.count(kind.key) for kind in KINDS}


def disputes_about(book: Book, iri: str) -> list[Dispute]:
    """The contradictions of a document; or those that a target, or an indicator's values and verdicts, are part of."""
    iri = book.same.get(iri, iri)
    own = {i for i, owner in book.owner_of.items() if owner == iri and i in book.said}
    found = {d.iri: d for key in (iri, *sorted(own)) for d in book.discrepancies_of.get(key, ())}
    return [to_dispute(book, d) for d in in_order(found.values())]
