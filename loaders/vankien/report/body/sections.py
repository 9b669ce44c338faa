"""Body lines → paragraphs under their headings.

Headings of these documents are labelled ``A-``, ``I-``, ``1.``, ``1.1.``, ``a)``, ``(1)``, ``-``, ``+``; the depth of a
label is the order in which its kind was met, so ``II`` under ``B-`` and ``II`` at the top both work. A labelled
paragraph that is a whole sentence is a list item, not a heading.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from vankien.joined_words import are_joined
from vankien.model import Context, Heading, Paragraph, Passage
from vankien.report.body.quizzes import is_next_answer, without_wrong_answers
from vankien.report.join import ends_sentence, join_passages
from vankien.report.line_labels import Label, line_to_label
from vankien.report.page.pages import BodyLine
from vankien.vietnamese import UPPER, is_upper

KINDS = ("part", "letter", "roman", "question", "arabic", "slash", "dotted", "alpha", "paren", "dash")
_RUN_IN = 200
_LONGEST_WRAPPED, _ONE_IN = 300, 10
"""No line that was broken by its width is so long: where one line in so many is, each line is a paragraph, also where
most are short items."""
_CELLS = re.compile(r"[|\t]|\S {3,}\S")
_FEW, _ENDING = 5, 0.6
"""Measured on 62 documents: of lines that were broken 4-41 % end a sentence, of paragraphs 74-100 %."""
_TITLE_MAX = 320
_LEAST_WIDTH = 60
_NAME_HEADS = (
    "Ban|Bộ|Chính|Chương|Công|Đại|Đề|Đoàn|Hội|Mặt|Nghị|Nhà|Nhân|Quốc|Quân|Sở|Thành|Thủ|Trung|Tổ|Ủy|Uỷ|Việt|Văn|Kế|Quyết"
)
_CAPITAL_NOUN = re.compile(rf"(?:{_NAME_HEADS}|Đảng|Huyện|Tỉnh|UBND|HĐND)$")
"""First syllables of names, and nouns that are written with a capital inside a sentence too."""


def _in_capitals(text: str) -> bool:
    """In capitals, as titles are; values with an abbreviation between them (``4,3% (NQĐH 4,5%).``) are none.

    >>> _in_capitals("BÁO CÁO NĂM 2025"), _in_capitals("5,5% (NQĐH 6%);")
    (True, False)
    """
    if not is_upper(text):
        return False
    values = "%" in text and sum(c.isalpha() for c in text) * 2 < len(text.replace(" ", ""))
    return not values and not _CODE_ALONE.fullmatch(text)


_CODE_ALONE = re.compile(r"\d+\w?/\S+[A-ZĐ]\W*")
"""The number of a document at the end of a paragraph, on a line of its own."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document breaks its lines: the usual width of a full line, whether paragraphs are one line each, and
    whether a blank line separates paragraphs (and not every line)."""

    width: int
    long_lines: bool
    blank_separates: bool


def lines_to_layout(lines: Sequence[BodyLine]) -> Layout:
    """Measure how the body is wrapped: the upper quartile of the line lengths and the share of blank lines above."""
    lengths = sorted(len(line.text) for line in lines) or [80]
    width = max(lengths[int(len(lengths) * 0.75)], _LEAST_WIDTH)
    blanks = statistics.mean(line.blank_above for line in lines) if lines else 0.0
    running = sum(length > _LONGEST_WRAPPED for length in lengths)
    long_lines = width > _RUN_IN or running * _ONE_IN >= len(lengths) or _without_margin(lines)
    return Layout(width, long_lines, blanks < 0.5)


def _without_margin(lines: Sequence[BodyLine]) -> bool:
    """Are the lines of the text not broken at a margin? A line that is ends a sentence only by chance; where each paragraph is
    one line, nearly all do."""
    prose = [
        b.text
        for b in lines
        if len(b.text) > _LEAST_WIDTH and not (b.marked or _CELLS.search(b.text) or is_upper(b.text))
    ]
    return len(prose) >= _FEW and sum(map(ends_sentence, prose)) > _ENDING * len(prose)


@dataclass
class _Open:
    """The paragraph that is being put together."""

    lines: list[BodyLine] = field(default_factory=list)
    label: Label | None = None

    @property
    def text(self) -> str:
        return self.lines[-1].text if self.lines else ""


_IN_ORDER = re.compile(r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám)\slà[,:]\s")
"""``Hai là, ...``: the next item of a list told in words."""


_PREAMBLE = re.compile(r"(?:Căn cứ|Xét đề nghị|Theo đề nghị)(?!\w)|QUYẾT (?:ĐỊNH|NGHỊ)\W*$")
"""The grounds of a decision, and what stands below them."""


_COUNTED_HEAD = re.compile(
    r"\d{1,2}\s(?:nhóm\s)?(?:chỉ\stiêu|mục\stiêu|nhiệm\svụ|giải\spháp|khâu\sđột\sphá|chương\strình)\s[^.;:%\d]{2,60}:$",
    re.IGNORECASE,
)
"""``3 chỉ tiêu môi trường gồm:`` heads a list of its own."""


_ASKS_NUMBER = re.compile(r"\s(?:thứ|số|khóa|khoá)$", re.IGNORECASE)
"""``thông qua tại kỳ họp thứ | 25. Tập trung``: what stands on the next line is no label."""


_BARE_ARTICLE = re.compile(r"Điều \d{1,2}[.:]")
"""The number of an article alone on its line, as portals print it: what it says stands below."""
_BARE_VERB = re.compile(
    r"(?:Điều )?\d{1,2}[.:] (?:Phê duyệt|Ban hành(?: kèm theo(?: Quyết định này)?)?|Thành lập|Công bố|Bãi bỏ|Giao)"
)
"""An article whose verb ends the line: ``Điều 1. Phê duyệt | Chương trình ...``."""


_NAMES_JOINED = re.compile(rf"(?<!\w)[{UPPER}]\w+\s[–-]\s[{UPPER}]\w+(?:\s[{UPPER}]\w+){{0,3}}$")


def _goes_on_with_name(before: str, rest: str) -> bool:
    """``cao tốc Mộc Lâm - Sơn Bình | - Cửa khẩu Nậm Hà``, ``kinh tế | - xã hội``: a dash inside a name or a pair of words."""
    return are_joined(before, rest, "-") or (_NAMES_JOINED.search(before) is not None and rest[:1].isupper())


def _labelled_opens(before: str, line: BodyLine, label: Label, layout: Layout, *, continues: bool) -> bool:
    """Does a line with a label open a paragraph? Not where a sentence runs on over a number or a stroke."""
    if ends_sentence(before):
        return True
    if label.kind != "dash":
        continues = continues or _ASKS_NUMBER.search(before) is not None
        return not (label.kind == "arabic" and continues and not layout.long_lines)
    rest = line.text[label.end :].lstrip()
    runs_on = rest[:1].islower() or (rest[:1].isdigit() and before[-1:].isdigit())  # "giảm 1,0 | - 1,2 điểm %"
    return not (runs_on or _goes_on_with_name(before, rest))


def _starts_new(block: _Open, line: BodyLine, label: Label | None, layout: Layout) -> bool:
    """Does this line open a paragraph, or carry on the open one?"""
    last = block.lines[-1]
    before = last.text
    if block.lines[0].marked or line.marked:
        same_heading = bool(block.lines[0].marked and line.marked and not label and not line.blank_above)
        return not same_heading
    if (len(block.lines) == 1 and _BARE_ARTICLE.fullmatch(before)) or _BARE_VERB.fullmatch(before):
        return False
    if last.flows:  # the layout knows better, unless a sentence ends and a label follows
        return label is not None and label.kind != "dash" and ends_sentence(before)
    continues = before.endswith(("-", ",", "/")) or line.text[:1].islower()
    order = line.text.startswith("Q") and _PREAMBLE.match(line.text)
    opens = ends_sentence(before) and (_PREAMBLE.match(line.text) or _IN_ORDER.match(line.text))
    if order or opens or _COUNTED_HEAD.match(line.text) or is_next_answer(block.lines[0].text, line.text):
        return True
    if label:
        return _labelled_opens(before, line, label, layout, continues=continues)
    if last.hard_end and line.text[:1].isupper() and not layout.long_lines and not before.endswith(("-", ",")):
        return not (_in_capitals(before) and _in_capitals(line.text))
    if _in_capitals(before) != _in_capitals(line.text) and len(line.text) > 3:
        return not (
            line.text[:1].islower()
            or (
                _in_capitals(line.text)
                and not _in_capitals(before)
                and len(line.text) < 12
                and not (layout.long_lines and ends_sentence(before))
            )
        )
    if _in_capitals(before) and _in_capitals(line.text):
        return line.blank_above and len(before) < layout.width * 0.4 and layout.blank_separates
    if layout.long_lines:
        # "**ít nhất | 220.000** lượt", where blank lines part the paragraphs
        torn = line.text[:1].isdigit() and block.lines[0].blank_above and not line.blank_above
        if torn and not ends_sentence(before):
            return False
        return not (continues and not ends_sentence(before)) and not line.text.startswith((")", ",", ";"))
    if layout.blank_separates and line.blank_above:
        short = not continues and len(before) < layout.width * 0.8
        return ends_sentence(before) or short or _heading_ends(block, line, layout)
    first_word = line.text.split(" ", 1)[0]
    full = len(before) + 1 + len(first_word) > layout.width * 0.9
    if not full:  # the next word would have fitted: the line was ended on purpose
        if _PREAMBLE.match(block.lines[0].text) and not line.blank_above and not before.endswith((";", ",", ".", ":")):
            return False  # grounds end with a mark
        if _OF_WHOM.search(before) and not line.blank_above:
            return False
        return ends_sentence(before) or (line.text[:1].isupper() and not before.endswith("-"))
    return _heading_ends(block, line, layout)


_OPEN_END = re.compile(
    r"(?:\b(?:của|và|về|với|cho|tại|theo|trong|đến|từ|là|các|những|được|do|bởi|vào|ở|trên|dưới|hoặc|để|nhằm|tỉnh|huyện"
    r"|xã|thành phố|số|gồm|cùng|giữa|bằng|qua|như|nhất là|thực hiện"
    rf"|triển khai|ban hành|xây dựng|phê duyệt)|\b(?:{_NAME_HEADS}))$"
)
_OF_WHOM = re.compile(r"\s(?:của|và|về|với|tại|theo|do|bởi|ngày|số|Luật|Bộ|Sở|Ủy ban|Hội đồng)$")
"""No paragraph ends in these, wherever the page breaks its lines."""
_SUBJECT_VERB = re.compile(
    r"^(?:\S+ ){1,12}(?:có|là|đã|được|sẽ|cần|tiếp tục|tập trung|chủ trì|phối hợp|chỉ đạo|ban hành)\b"
)


def _heading_ends(block: _Open, line: BodyLine, layout: Layout) -> bool:
    """A labelled title that fills its line, followed by a line that opens a sentence.

    A title does not end in a preposition or in half a name ("phối hợp với Ban"); a line that opens with a noun which
    is always written with a capital ("Tỉnh", "Nghị quyết") opens a sentence only if a verb follows soon.
    """
    before = block.lines[-1].text
    if (
        block.label is None
        or block.label.kind in ("dash", "paren")
        or ends_sentence(before)
        or _OPEN_END.search(before)
    ):
        return False
    if before.endswith((",", "-", "–", "/", "(")):
        return False
    words = line.text.split()
    if len(words) < 2 or not words[0][:1].isupper():
        return False
    title = " ".join(b.text for b in block.lines)
    if len(title) > layout.width * 2.5 or re.search(r"[.;:] ", title[block.label.end :]):
        return False
    if _CAPITAL_NOUN.match(words[0]):
        return bool(_SUBJECT_VERB.match(line.text))
    return words[1][:1].islower() or (line.blank_above and layout.blank_separates)


def lines_to_blocks(lines: Iterable[BodyLine], layout: Layout) -> Iterator[tuple[Label | None, Passage, int]]:
    """Wrapped lines joined into blocks: (label or None, whole text with its label, Markdown heading depth)."""
    block = _Open()
    for line in lines:
        label = line_to_label(line.text)
        if block.lines and _starts_new(block, line, label, layout):
            yield block.label, join_passages([b.passage for b in block.lines]), block.lines[0].marked
            block = _Open()
        if not block.lines:
            block.label = label
        block.lines.append(line)
    if block.lines:
        yield block.label, join_passages([b.passage for b in block.lines]), block.lines[0].marked


def is_title(label: Label | None, passage: Passage, marked: int) -> bool:
    """True for a heading: marked by Markdown, in capitals, or labelled and no sentence."""
    text = passage.text[label.end :].strip() if label else passage.text
    if not text:
        return label is not None and label.kind in ("part", "roman", "letter")
    if len(text) > _TITLE_MAX or text.endswith((";", ",")):
        return False
    if label and label.kind == "question":
        return text.endswith("?")
    if marked and (marked < 7 or label is not None or _in_capitals(text)):
        return not re.search(r"[.;] ", text) or marked < 7
    if _in_capitals(text):
        return len(text) > 3 or label is not None
    if label is None or label.kind in ("dash", "paren"):
        return False
    if label.kind == "part" or (label.kind in ("roman", "letter") and not re.search(r"[.;] ", text)):
        return True  # a resolution's "I- Tán thành những nội dung ... nêu trong Báo cáo chính trị." heads what follows
    return not ends_sentence(text.rstrip(":")) and not re.search(rf"\d\s?%|\. [{UPPER}]", text)


@dataclass
class _Outline:
    """The headings above the current line, and the rank of each kind of label as it was first met below them."""

    stack: list[tuple[str, Heading]] = field(default_factory=list)

    def push(self, kind: str, label: str, title: Passage) -> Heading:
        ranks = [k for k, _ in self.stack]
        if kind == "part":
            del self.stack[:]
        elif kind in ranks:
            del self.stack[ranks.index(kind) :]
        elif kind == "dotted":
            parents = [
                i for i, (k, h) in enumerate(self.stack) if k in ("arabic", "slash") and label.startswith(h.label)
            ]
            del self.stack[parents[-1] + 1 if parents else len(self.stack) :]
        elif kind in KINDS:
            while self.stack and self.stack[-1][0] in KINDS and KINDS.index(self.stack[-1][0]) > KINDS.index(kind):
                self.stack.pop()
        heading = Heading(label, len(self.stack), title)
        self.stack.append((kind, heading))
        return heading

    def headings(self) -> tuple[Heading, ...]:
        return tuple(h for _, h in self.stack)


def _nested_kind(label: Label) -> str:
    depth = label.text.count(".") if label.kind == "dotted" else 0
    return f"dotted{depth}" if depth > 1 else label.kind


@dataclass
class _Nested:
    """Lists inside the items of a list: where each line is indented, and the bullets that opened an inner list, with their
    indents, what led up to them, and whether an item stands further in than they do; the kind of label of the numbered
    item that opened one (``(3) Cơ cấu kinh tế:``), and what led up to that."""

    indents: dict[int, int]
    outer: list[tuple[int, str, bool]] = field(default_factory=list)
    numbered: tuple[str, str] | None = None

    def open(self, label: Label | None, line: int, lead: str) -> None:
        """A bullet that ends in a colon opens an inner list; any other paragraph opens an outermost one."""
        if label and label.kind == "dash":
            self.outer.append((self.indents.get(line, 0), lead, False))
        else:
            self.outer = []
            self.numbered = (label.kind, lead) if label else None

    def lead_of(self, label: Label | None, line: int, lead: str) -> str:
        """What leads up to an item: the lead so far, or that of the outer list for a bullet as far out as the one that
        opened the inner list, and for the next number behind the one that did."""
        if label and self.numbered and label.kind == self.numbered[0]:
            lead, self.numbered, self.outer = self.numbered[1], None, []
            return lead
        at = self.indents.get(line, 0)
        if not self.outer or not label or label.kind != "dash":
            return lead
        if at > self.outer[-1][0]:
            self.outer[-1] = (*self.outer[-1][:2], True)
        while self.outer and self.outer[-1][2] and at <= self.outer[-1][0]:
            lead = self.outer.pop()[1]
        return lead


_OPENS_GOALS = re.compile(
    r"(?:các\s|một\ssố\s)?(?:mục\stiêu|chỉ\stiêu)(?:\s[^,;.:()\d]{2,40})?(?:\s(?:đến\snăm\s)?20\d\d)?:", re.IGNORECASE
)
"""``Mục tiêu của huyện:`` on a line of its own: the paragraph below says which."""


_ANSWER = re.compile(r"(?:Trả lời|Đáp)\s?[:.](?:\s|$)")
"""What opens the answer to a question says nothing itself."""


_NEXT_IN_ORDER = re.compile(rf"(?<=[.;])\s(?={_IN_ORDER.pattern})")


def _told_in_words(passage: Passage) -> list[Passage]:
    """The items of a list that runs on in one paragraph: ``Một là, ... Hai là, ... Ba là, ...``; else the passage alone."""
    if not passage.text.startswith("Một là"):
        return [passage]
    edges = [0, *(m.end() for m in _NEXT_IN_ORDER.finditer(passage.text)), len(passage.text)]
    return [passage.part(a, b) for a, b in pairwise(edges)]


def lines_to_paragraphs(lines: Sequence[BodyLine]) -> tuple[list[Heading], list[Paragraph]]:
    """The headings and the paragraphs of the body, in order.

    A paragraph that ends in a colon opens a list: the items below it (``(1)``, ``-``, ``a)`` ...) carry its text as
    their `lead`.
    """
    outline = _Outline()
    headings: list[Heading] = []
    paragraphs: list[Paragraph] = []
    lead, nested = "", _Nested({b.number: b.indent for b in lines})
    waiting: tuple[str, str] | None = None
    for label, passage, marked in without_wrong_answers(lines_to_blocks(lines, lines_to_layout(lines))):
        title = passage.part(label.end, len(passage.text)) if label else passage
        if is_title(label, passage, marked):
            if not title.text:
                waiting = (label.kind, label.text) if label else None
                continue
            kind, name = (
                (_nested_kind(label), label.text) if label else (waiting or (f"md{marked}" if marked else "plain", ""))
            )
            waiting, lead, nested.outer, nested.numbered = None, "", [], None
            headings.append(outline.push(kind, name, title))
            continue
        if answered := _ANSWER.match(passage.text):
            passage, title = (p.part(answered.end(), len(p.text)) for p in (passage, title))
            if not passage.text:
                continue
        item = label.text if label else ""
        lead = nested.lead_of(label, passage.first_line, lead)
        context = Context(outline.headings(), lead if label or _OPENS_GOALS.fullmatch(lead) else "", item, "prose")
        whole = passage if not label or not title.text else title
        paragraphs += [Paragraph(part, context, len(paragraphs) + i) for i, part in enumerate(_told_in_words(whole))]
        if passage.text.endswith(":"):
            nested.open(label, passage.first_line, lead)
            lead = title.text
        elif not label:
            lead = ""
    return headings, paragraphs
