"""Headings → the sections of a document, and which of them are programmes, breakthroughs, solutions or tasks.

A congress names its programmes as headings or numbered items below "Chương trình trọng điểm", "Khâu đột phá", "Giải
pháp trọng tâm", "Nhiệm vụ ..."; a numbered title that was printed over two lines and taken for a paragraph counts too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vankien.facts.cues.organising import is_organising
from vankien.facts.documents.run_in_titles import in_brackets, label_kind, pseudo_depth, run_in_titles
from vankien.facts.labels.works import LISTS_WORKS
from vankien.facts.programmes.titles import NAMES_ITSELF, ORDINAL_ITEM, document_title, first_sentence, printed_name
from vankien.model import Outline, Paragraph, Passage
from vankien.vietnamese import UPPER, fold, is_upper, nfc


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the document under one title: label, depth (0 = top), title, first and last source line."""

    label: str
    depth: int
    title: Passage
    first_line: int
    last_line: int

    def holds(self, line: int) -> bool:
        """True if that source line stands in the section."""
        return self.first_line <= line <= self.last_line


@dataclass(frozen=True, slots=True)
class NamedSection:
    """A programme that a heading or a listed item names: kind, name, its passage, and its lines."""

    kind: str
    name: Passage
    section: Section
    part_of: str = ""
    whole_in_name: bool = True

    @property
    def title(self) -> str:
        """The name, of a numbered part with the whole that its heading leaves out: ``Tiểu dự án 1: ... (Dự án 3)``."""
        whole = re.match(r"Dự án(?: thành phần)? \d+", self.part_of)
        return self.name.text if self.whole_in_name or not whole else f"{self.name.text} ({whole.group()})"


def outline_sections(outline: Outline) -> tuple[Section, ...]:
    """The sections of a document in the order of their lines, each with the lines down to the next title as high."""
    titles = [(h.title.first_line, h.depth, h.label, h.title) for h in outline.headings]
    titles += [
        (
            p.passage.first_line,
            pseudo_depth(p.context.item, p.context.headings, in_brackets=in_brackets(outline, p)),
            p.context.item,
            first_sentence(printed_name(outline, p.passage)),
        )
        for p in run_in_titles(outline)
    ]
    titles.sort(key=lambda t: t[0])
    last = outline.report.lines[-1].number
    ends = _text_ends(outline)
    out = []
    for index, (line, depth, label, title) in enumerate(titles):
        following = (t[0] for t in titles[index + 1 :] if t[1] <= depth)
        end = min((e for e in ends if e > line), default=last + 1)
        out.append(Section(label, depth, title, line, min(next(following, last + 1), end) - 1))
    return tuple(out)


_ANNEX = re.compile(r"(?:phu luc|phu bieu|bieu)\b")


def _text_ends(outline: Outline) -> list[int]:
    """The lines at which every section ends: the recipients and the signature, an annex, a table in an annex."""
    closing = [p.first_line for p in outline.closing[:1]]
    annexes = [t.first_line for t in outline.tables if _ANNEX.match(fold(t.title))]
    return [
        *closing,
        *annexes,
        *annex_lines(outline),
        *(h.title.first_line for h in outline.headings if _ANNEX.match(fold(h.title.text))),
    ]


_ANNEX_ALONE = re.compile(r"[\W_]*PHỤ (?:LỤC|BIỂU)(?: SỐ)?(?: (?:\d{1,2}|[IVX]{1,4}))?[\W_]*")


def annex_lines(outline: Outline) -> list[int]:
    """The lines on which an annex opens with nothing but its word (``PHỤ LỤC``, ``PHỤ LỤC SỐ 2``)."""
    lines = (line for line in outline.report.lines if len(line.text) < _ANNEX_LENGTH)
    return [line.number for line in lines if _ANNEX_ALONE.fullmatch(nfc(line.text))]


_ANNEX_LENGTH = 30

_SELF = re.compile(
    r"""(?:(?:Thực\ hiện\ )?(?:hiệu\ quả\ )?(?:[Kk]hâu|[Nn]hiệm\ vụ|[Cc]hương\ trình)\ (?P<kind>đột\ phá|trọng\ điểm)(?:\ chiến\ lược)?)
        (?:\ (?:thứ\ \w+|số\ \d+))?(?:\s*:\s*|\s+về\s+)(?P<name>.{12,})""",
    re.VERBOSE,
)
"""A title that names one itself: ``Khâu đột phá: Xây dựng đường liên xã``, ``Nhiệm vụ đột phá về phát triển hạ tầng``."""

_KEY = re.compile(r"\bchuong trinh(?:,| va)? (?:de an |cong tac |kinh te )?(?:trong diem|trong tam|lon|dot pha)\b")
_AND_TASKS = re.compile(
    r"\b(?:trong diem|trong tam|lon|dot pha)(?:,| va) (?:cac |nhung |mot so )?nhiem vu (?:trong tam|chu yeu)\b"
)
"""``Chương trình trọng điểm và nhiệm vụ trọng tâm``: what is called no programme below is a task."""
_BREAKTHROUGH = re.compile(
    r"\b(?:khau|nhiem vu|cac|linh vuc|mui|noi dung|\d+) dot pha\b|^(?:(?:hai|ba|bon|nam|\d+) dot pha|dot pha chien luoc)\b(?! ve\b)"
)
_PROJECTS = re.compile(
    r"(?:\d+ |cac |nhung |mot so |danh muc )*(?:du an|cong trinh)(?:(?:,| va)? (?:du an|cong trinh))?(?: dau tu| ha tang)?"
    r" (?:trong diem|dong luc|chien luoc|uu tien)(?: dau tu)?(?: (?:cua tinh|(?:trong )?(?:giai doan|nhiem ky)).*)?"
)
"""``Các dự án trọng điểm``, ``Danh mục công trình, dự án trọng điểm giai đoạn 2026 - 2030``: below stands a list."""
_SOLUTION = re.compile(r"^(?:\d+ |cac |nhung |mot so |nhom |he thong )*giai phap\b")
_TASK = re.compile(
    r"^(?:\d+ |cac |nhung |mot so |nhom )*(?:phuong huong|dinh huong|muc tieu|nhiem vu|trong tam)\b.*\bnhiem vu\b|^(?:\d+ |cac |nhung |mot so |nhom )*nhiem vu\b"
)
_REPORT = re.compile(
    r"\b(?:ket qua|tinh hinh|danh gia|kiem diem|han che|nguyen nhan|to chuc thuc hien|phan cong|dot pha)\b"
)
_NO_NAME = re.compile(
    r"(?:cac |nhung |mot so |he thong )?(?:nhom )?(?:ket qua|tinh hinh|danh gia|han che|nguyen nhan|uu diem|muc tieu|quan diem|chi tieu|to chuc(?= (?:thuc hien|trien khai|quan triet|va\b)|$)|du bao|phuong cham|chu de"
    r"|yeu cau|muc dich|ton tai|bai hoc|kinh nghiem|thuan loi|kho khan|boi canh|can cu|phu luc)\b"
)

_SIGNS = re.compile(r"(?:T/?M\.?\s)?(?:BAN CHẤP HÀNH|BAN THƯỜNG VỤ|ĐOÀN CHỦ TỊCH)\b")
"""A committee in capitals that signs at the end, read as a heading."""


def title_kinds(title: str) -> tuple[str, ...]:
    """What kinds of programmes a title announces; empty for all other titles.

    >>> title_kinds("Các chương trình trọng điểm, khâu đột phá"), title_kinds("NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU")
    (('key_program', 'breakthrough'), ('task_group',))
    >>> title_kinds("Kết quả thực hiện nhiệm vụ năm 2024"), title_kinds("Những giải pháp trọng tâm")
    ((), ('solution',))
    """
    if _SELF.match(title) or is_organising(title):
        return ()
    text = fold(title).strip(" :.-")
    kinds = [k for k, pattern in (("key_program", _KEY), ("breakthrough", _BREAKTHROUGH)) if pattern.search(text)]
    if kinds == ["key_program"] and _AND_TASKS.search(text):
        return ("key_program", "task_group")
    if kinds:
        return tuple(kinds)
    if _PROJECTS.fullmatch(text):
        return ("project",)
    if _REPORT.search(text):
        return ()
    if _TASK.match(text):
        return ("task_group",)
    return ("solution",) if _SOLUTION.match(text) else ()


def _children(sections: tuple[Section, ...], parent: Section) -> list[Section]:
    inside = [s for s in sections if s.depth > parent.depth and parent.first_line < s.first_line <= parent.last_line]
    top = min((s.depth for s in inside), default=0)
    return [s for s in inside if s.depth == top]


def _announces(sections: tuple[Section, ...], section: Section) -> bool:
    """Does a part of this section announce programmes itself? Then the part counts, not the whole."""
    kinds = set(title_kinds(section.title.text))
    inside = (s for s in sections if s.depth > section.depth and section.first_line < s.first_line <= section.last_line)
    return any(kinds & set(title_kinds(s.title.text)) for s in inside)


def _item_sections(outline: Outline, parent: Section, names: list[Section]) -> Iterator[Section]:
    """Labelled items right below a title (``(1) ...``, ``4.1. ...``, ``Một là, ...``), as sections of their own."""
    starts: list[tuple[int, str, Passage]] = []
    for paragraph in outline.paragraphs:
        context, passage = paragraph.context, paragraph.passage
        if not parent.holds(passage.first_line) or context.where != "prose" or not context.headings:
            continue
        if context.headings[-1].title.first_line != parent.first_line:
            continue
        ordinal = ORDINAL_ITEM.match(passage.text)
        if ordinal:
            named = passage.part(ordinal.end(), len(passage.text))
            starts.append((passage.first_line, "", printed_name(outline, named)))
        elif label_kind(context.item) or re.fullmatch(r"\d{1,2}|[a-z]", context.item):
            starts.append((passage.first_line, context.item, printed_name(outline, passage)))
    if not starts and not names:
        starts = _bullets(outline, parent)
    for index, (line, label, passage) in enumerate(starts):
        last = starts[index + 1][0] - 1 if index + 1 < len(starts) else parent.last_line
        if not any(n.first_line == line for n in names):
            yield Section(label, parent.depth + 1, passage, line, last)


def _bullets(outline: Outline, parent: Section) -> list[tuple[int, str, Passage]]:
    """The bullets right below a title that announces key programmes or breakthroughs: programmes that say so, also those
    whose name opens a paragraph before a colon, any breakthroughs. A single one is no list."""
    kinds = title_kinds(parent.title.text)
    found = [
        (p.passage.first_line, "", printed_name(outline, p.passage))
        for p in outline.paragraphs
        if parent.holds(p.passage.first_line)
        and p.context.where == "prose"
        and _is_programme(p, kinds)
        and p.context.headings
        and p.context.headings[-1].title.first_line == parent.first_line
    ]
    return found if len(found) > 1 else []


def _is_programme(paragraph: Paragraph, kinds: tuple[str, ...]) -> bool:
    """Is a paragraph a programme, below a title that announces programmes of these kinds?"""
    item, text = paragraph.context.item, paragraph.passage.text
    if item in _BULLETS and kinds in (("breakthrough",), ("project",)):
        return True
    opens = NAMES_ITSELF if item in _BULLETS else None if item else _NAME_FIRST
    return "key_program" in kinds and opens is not None and opens.match(text) is not None


_NAME_FIRST = re.compile(r"(?:Chương trình|Đề án)\s(?!hành động)[^:.;]{6,140}:\s")
_BULLETS = frozenset("-–—+*•")

_NUMBERED = re.compile(
    r"""(?P<sub>Tiểu\ )?[Dd]ự\ án(?:\ thành\ phần)?(?:\ số)?\ \d{1,2}(?P<whole>\ (?:thuộc|của|[-–])\ Dự\ án(?:\ thành\ phần)?\ \d{1,2})?\s*[:.]\s*(?=\w.{12})""",
    re.VERBOSE,
)
"""A title that numbers a part of a programme: ``Dự án 1: Hỗ trợ ...``, ``Tiểu dự án 2 thuộc Dự án 3: Cải thiện ...``."""


def numbered_sections(sections: tuple[Section, ...]) -> Iterator[NamedSection]:
    """The numbered projects of a programme that titles name, sub-projects with the project that they belong to."""
    whole = ""
    for section in sections:
        match = _NUMBERED.match(section.title.text)
        if not match:
            continue
        name = section.title.part(0, len(section.title.text.rstrip(" .;:,")))
        if match["sub"]:
            yield NamedSection("project", name, section, whole, bool(match["whole"]))
        else:
            whole = name.text
            yield NamedSection("project", name, section)


def named_sections(outline: Outline) -> tuple[NamedSection, ...]:
    """The programmes, breakthroughs, solutions and task groups that headings and listed items name."""
    sections = outline_sections(outline)
    out: list[NamedSection] = list(numbered_sections(sections))
    for section in sections:
        own = _self_named(section)
        kinds = title_kinds(section.title.text)
        if own and not any(o.section.first_line == section.first_line for o in out):
            out.append(own)
        if not kinds or _announces(sections, section):
            continue
        children = _children(sections, section)
        if kinds != ("task_group",) or not children:
            children = sorted([*children, *_item_sections(outline, section, children)], key=lambda s: s.first_line)
        if kinds != ("task_group",):
            children = list(_without_fields(outline, sections, children))
        for child, after in zip(children, [*children[1:], None], strict=False):
            last = min(child.last_line, after.first_line - 1) if after else child.last_line
            named = _named(kinds, replace(child, last_line=last))
            out += [named] if named else []
    return tuple(out)


def _without_fields(outline: Outline, sections: tuple[Section, ...], children: list[Section]) -> Iterator[Section]:
    """The parts of a list of programmes; a heading over some of them (``1. Lĩnh vực kinh tế``) gives way to its own."""
    for child in children:
        if not _FIELD.match(child.title.text):
            yield child
            continue
        parts = _children(sections, child)
        yield from sorted([*parts, *_item_sections(outline, child, parts)], key=lambda s: s.first_line)


def _self_named(section: Section) -> NamedSection | None:
    """The programme of a title that says both what it is and its name."""
    match = _SELF.match(section.title.text)
    if not match:
        return None
    end = re.compile(r", (?:tập trung|trong đó|nhất là|trọng tâm)|[.;:]").search(match.string, match.start("name"))
    name = section.title.part(match.start("name"), end.start() if end else len(match.string))
    return NamedSection("breakthrough" if match["kind"] == "đột phá" else "key_program", name, section)


def _named(kinds: tuple[str, ...], child: Section) -> NamedSection | None:
    own = _self_named(child)
    title = first_sentence(child.title)
    if kinds == ("project",):
        return _listed_project(child, title)
    title = (document_title(child.title) if "key_program" in kinds else None) or title
    if kinds != ("task_group",) and LISTS_WORKS.match(child.title.text):
        return None
    if own or len(title.text.split()) < 3 or _NO_NAME.match(fold(title.text)):
        return None
    chosen = len(title.text.split()) <= _SHORT or (is_upper(title.text) and _CALLED.match(fold(title.text)))
    if kinds == ("task_group",) and chosen and _CHOSEN & set(title_kinds(title.text)):
        return None  # "Ba khâu đột phá" below "Mục tiêu, nhiệm vụ": a heading over some, no task
    if _SIGNS.match(title.text):
        return None
    is_programme = fold(title.text).startswith("chuong trinh")
    kind = "key_program" if is_programme and "key_program" in kinds else kinds[-1]
    if kind == "key_program" and fold(title.text).startswith("de an "):
        kind = "scheme"
    if kind != "task_group" and (is_upper(title.text) or _FIELD.match(title.text)):
        return None
    return NamedSection(kind, title, child)


_WORK_END = re.compile(
    r"\s?\(|[;:]|,\s(?=(?:dài|quy\smô|diện\stích|công\ssuất|dung\stích|tổng|với|vốn|chiều|từ)(?!\w))|\s(?=(?:với\s)?(?:tổng\smức|quy\smô)\s)"
)
_PROPER = re.compile(rf"\s[{UPPER}][a-zà-ỹđ]|\d")


def _listed_project(child: Section, title: Passage) -> NamedSection | None:
    """An item below "Các dự án trọng điểm": its name ends where size and cost begin; without a name of its own or a
    number it names no project."""
    end = _WORK_END.search(title.text)
    name = title.part(0, len(title.text[: end.start() if end else len(title.text)].rstrip(" .;:,")))
    sized = end and re.search(
        r"\d", title.text[end.start() :]
    )  # "Bệnh viện huyện, quy mô 200 giường": there is only one
    named = (sized or _PROPER.search(name.text)) and 3 <= len(name.text.split()) <= _WORDS_OF_WORK
    return NamedSection("project", name, child) if named else None


_WORDS_OF_WORK = 30
_CHOSEN = frozenset({"key_program", "breakthrough"})
_SHORT = 8
_CALLED = re.compile(r"(?:\d+ |cac |nhung |ba |bon )*(?:chuong trinh|khau dot pha|dot pha)\b")
"""``CHƯƠNG TRÌNH TRỌNG ĐIỂM VÀ CÁC DỰ ÁN, CÔNG TRÌNH``: however long, a heading over some."""
_FIELD = re.compile(r"(?:về |các |trong )*(?:lĩnh vực|nhóm|khối)\b", re.IGNORECASE)
"""``1. Lĩnh vực kinh tế - xã hội`` in a list of programmes is a heading over some of them."""
