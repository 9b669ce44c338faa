"""What stands around a table: who set its targets, when they are due, which years its results are of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vankien.facts.congresses.laid_before import next_ordinal
from vankien.facts.congresses.stance import View, outline_to_view
from vankien.facts.documents.short_names import goals_of, short_names
from vankien.facts.times.title_years import TERM
from vankien.model import Congress, Found, Lexicon, Outline, Source, Table
from vankien.report.tables.header import Column, text_to_period
from vankien.vietnamese import ROMAN, fold, parse_roman

_ORDINAL = re.compile(
    rf"(?:(?i:lần\ thứ)\s+|(?i:đại\ hội|ĐH|NQĐH|khóa|khoá)(?:\s+(?i:đại\ biểu|đảng\ bộ|tỉnh|lần|thứ|nhiệm\ kỳ))*\s+)(?P<ordinal>{ROMAN})(?!\w)"
    r"(?!\s+(?i:của\s+đảng|toàn\s+quốc|đảng\s+cộng\s+sản))".replace(" (?i:đại", "(?i:đại"),
    re.VERBOSE,
)
"""``Đại hội Đảng bộ tỉnh lần thứ XV``, ``NQĐH XIV``; not the national congress."""
_TERM = re.compile(r"nhiem ky (?:20\d\d) ?[-–] ?(20\d\d)")
_TERM_START = re.compile(r"nhiem ky (20\d\d) ?[-–] ?20\d\d")
_PLAN = re.compile(r"\b(?:ke hoach|chuong trinh hanh dong|quyet dinh)\b")
_PLANNED = re.compile(r"\b(?:ke hoach|muc tieu|chi tieu|phan dau|lo trinh|giao|phan bo|nhiem vu)\b")
_REPORTED = re.compile(
    r"\b(?:ket qua|thuc hien (?:cac )?(?:chi tieu|muc tieu|ke hoach|nghi quyet)|tinh hinh|hien trang|thuc trang|tong hop|qua cac nam)\b"
)
_LAID_OUT = re.compile(r"\b(?:phan ky|lo trinh)\b")
"""``Phân kỳ các chỉ tiêu thực hiện Nghị quyết``: how the targets are to be reached, year by year."""
_DATELINE = re.compile(r"ngày\s+\d{0,2}.{0,3}\s*tháng\s+.{0,4}\s*năm", re.IGNORECASE)
_UNIT_NOTE = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:\s*([^).;]+)", re.IGNORECASE)


_SPAN_LENGTH = len("2021-2025")
_SERIES = frozenset({"no", "label", "unit", "period", "note"})
"""The columns of a table that only tells the values of its rows year by year."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Around a table: the congress or plan that set its targets, their year, the period named in its title, whether
    its values are planned or reported, and the unit of the whole table; `own_plan` if the document is itself a plan;
    `adjusting` is the document that sets what it adjusts: its code, or who set the targets where it has none;
    `lead_period` is the period that the sentence leading up to the table names (``... đến ngày 30/6/2023:``);
    `congresses` are the provincial congresses by the last year of their term; `term` is the term that is over, in a table
    on how its targets were reached."""

    set_by: str
    by: str | None
    period: str | None
    planned: bool
    reported: bool
    unit: str | None
    year: int | None
    title: str
    own_plan: bool
    adjusting: str
    lead_period: str | None = None
    term: str | None = None
    congresses: Mapping[str, str] = field(default_factory=dict)

    def closes_series(self, column: Column, columns: Sequence[Column]) -> bool:
        """Is a column the last of several terms or years (``Nhiệm kỳ 2015 - 2020``, ``Nhiệm kỳ 2020 - 2025``), and does it end
        in the year of the document? Then it closes the row of what was reached, whatever the title calls the rows."""
        own = column.period or ""
        spans = [c.period for c in columns if c.kind == "period" and c.period and len(c.period) == len(own)]
        series = own in spans and own[-4:] == str(self.year) and min(spans) < own and not self.own_plan
        return series and (len(own) == _SPAN_LENGTH or (max(spans) == own and {c.kind for c in columns} <= _SERIES))

    def end_of(self, ordinal: str | None) -> str | None:
        """The last year of the term of a congress that the document knows."""
        return _end_of(ordinal, self.congresses)

    def opens_term(self, column: Column, columns: Sequence[Column]) -> bool:
        """Is a column of a bare year the one in which the term begins whose last year another column has (``Năm 2030 | Năm
        2035``, in what a congress of 2030 sets)? Then it says from where the targets start."""
        if not self.by or self.own_plan or column.period != term_until(self.by)[:4]:
            return False
        return any(c.period == self.by for c in columns)

    def setter_of(self, year: str | None) -> str:
        """Who set the targets that are due in a year: the congress whose term ends then, where the table is of another
        congress ("chỉ tiêu Đại hội XVII và mục tiêu đến năm 2030"); else whose table it is."""
        known = self.set_by in self.congresses.values()
        return self.congresses.get(year or "", self.set_by) if known else self.set_by


def _end_of(ordinal: str | None, congresses: Mapping[str, str]) -> str | None:
    return next((end for end, known in congresses.items() if ordinal and known == ordinal), None)


def text_to_ordinal(text: str) -> str | None:
    """The ordinal of the provincial congress that a text names.

    >>> text_to_ordinal("NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XV"), text_to_ordinal("Mục tiêu NQĐH XVI")
    ('XV', 'XVI')
    >>> text_to_ordinal("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng") is None
    True
    """
    match = _ORDINAL.search(text)
    return match["ordinal"] if match else None


def text_to_term_end(text: str) -> str | None:
    """The last year of the term that a text names ("nhiệm kỳ 2020-2025")."""
    match = _TERM.search(fold(text))
    return match.group(1) if match else None


def term_until(end: str) -> str:
    """The term that ends in a year.

    >>> term_until("2030")
    '2025-2030'
    """
    return f"{int(end[:4]) - TERM}-{end[:4]}"


def document_title(outline: Outline) -> str:
    """The letterhead as one line."""
    return " ".join(p.text for p in outline.letterhead if not _DATELINE.search(p.text))


def is_plan(outline: Outline) -> bool:
    """True if the document's title, in capitals, calls it a plan or programme of action."""
    genre = next((p.text for p in outline.letterhead if p.text.isupper() and _PLAN.match(fold(p.text).strip(" *"))), "")
    return bool(genre)


def document_setter(outline: Outline, found: Found) -> str:
    """Who sets the targets of this document: a plan for itself, an action programme or a decision whoever its prose
    speaks for, else the congress that its title names."""
    title = document_title(outline)
    if is_plan(outline):
        view = outline_to_view(outline)
        if not view.set_by.startswith("plan"):
            return view.set_by
        years = re.findall(r"(?i:năm) (20\d\d)(?!\s?[-–])", title)
        return f"plan-{years[-1]}" if years and len(text_to_period(title) or "") != _SPAN_LENGTH else "plan"
    ordinal = next_ordinal(title) or text_to_ordinal(title)
    if ordinal:
        return ordinal
    view = outline_to_view(outline)
    if view.former and not view.plans:
        return view.set_by
    return next((c.ordinal for c in found.of(Congress) if c.ordinal and "tỉnh" in c.org.lower()), "plan")


def _document_year(outline: Outline) -> int | None:
    """The year of the date line, else the first year of the title."""
    dated = [y for p in outline.letterhead if _DATELINE.search(p.text) for y in re.findall(r"năm\s+(20\d\d)", p.text)]
    years = dated or re.findall(r"năm (20\d\d)", document_title(outline))
    return int(years[0]) if years else None


def _congresses(outline: Outline, found: Found) -> dict[str, str]:
    """The congresses whose targets a table may print, by the last year of their term: the province's; in a report that
    is laid before a congress, this one and the one before."""
    view = outline_to_view(outline)
    laid: dict[str, str] = {}
    if view.former and parse_roman(view.former) and view.by and view.period:
        laid = {view.period[-4:]: view.former, view.by: view.set_by}
    return laid | {
        c.term[-4:]: c.ordinal for c in found.of(Congress) if c.term and c.ordinal and "tỉnh" in c.org.lower()
    }


def _lead(table: Table, outline: Outline) -> str:
    """The paragraph right above a table that leads up to it with a colon; empty if none does."""
    above = [p.passage for p in outline.paragraphs if p.passage.first_line < table.first_line]
    text = above[-1].text if above and table.first_line - above[-1].last_line < 4 else ""
    return text if text.endswith(":") else ""


def _near(title: str, heading: str) -> str:
    """What says what a table is about: its title, with the heading above it where the title says nothing (``Bảng 2``)."""
    says = (
        text_to_ordinal(title) or text_to_period(title) or _PLANNED.search(fold(title)) or _REPORTED.search(fold(title))
    )
    return title if title and says else f"{heading} {title}".strip()


def _end_of_former(setter: str, former: str | None, document: str) -> str | None:
    """The last year of the term before the one that the title of a report laid before a congress names."""
    term = _TERM_START.search(fold(document)) if former and setter == former else None
    return term.group(1) if term else None


def _term_over(setter: str, by: str | None, view: View, year: int | None) -> str | None:
    """The term of the congress whose targets a table holds against what was reached, once it is over."""
    if view.former and setter == view.former:
        return view.period
    over = parse_roman(setter) is not None and by is not None and year is not None and int(by[:4]) <= year
    return term_until(by) if over and by else None


def table_to_setting(table: Table, outline: Outline, found: Found, lexicon: Lexicon) -> Setting:
    """Read what the title of a table, the headings above it and the letterhead say about its values."""
    above = [h.title.text for h in outline.headings if h.title.first_line < table.first_line][-2:]
    near = _near(table.title, above[-1] if above else "")
    document = document_title(outline)
    ordinal = text_to_ordinal(near)
    setter = ordinal if ordinal and not is_plan(outline) else document_setter(outline, found)
    of_document = None if ordinal or is_plan(outline) else goals_of((near,), short_names(outline, lexicon), lexicon)
    setter = of_document or setter
    period = text_to_period(near)
    folded = fold(near)
    congresses = _congresses(outline, found)
    view = outline_to_view(outline)
    former = view.former
    if former and not ordinal and _REPORTED.search(folded):
        setter = former  # a report laid before a congress looks back on the resolution of the one before
    by = (
        text_to_term_end(near)
        or (_end_of(setter, congresses) if not is_plan(outline) else None)
        or _end_of_former(setter, former, document)
        or (view.by if is_plan(outline) and view.by else text_to_term_end(document))
    )
    if by is None and setter.startswith("plan-"):
        by = setter[5:]
    note = _UNIT_NOTE.search(table.title)
    year = _document_year(outline)
    return Setting(
        set_by=setter,
        by=by or (period[-4:] if period and "-" in period and len(period) == 9 else None),
        period=None if text_to_term_end(near) else period,
        planned=bool(_PLANNED.search(folded) or _LAID_OUT.search(folded)) or is_plan(outline),
        reported=bool(_REPORTED.search(folded)) and not _LAID_OUT.search(folded),
        unit=note.group(1).strip() if note else None,
        year=year,
        title=table.title,
        own_plan=is_plan(outline),
        congresses=congresses,
        lead_period=text_to_period(_lead(table, outline)),
        term=_term_over(setter, by, view, year),
        adjusting=setter if is_plan(outline) else next((c for s in found.of(Source) if (c := s.code)), setter),
    )
