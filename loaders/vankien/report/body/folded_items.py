"""Lists whose items say nothing without their head, folded into the sentence that they stand for.

Thu ngân sách trên địa bàn:                      the years of one indicator
- Năm 2031: 286 tỷ đồng;
- Năm 2032: 341 tỷ đồng.

(4) Tỷ lệ hộ dùng nước sạch                      an indicator with its target, its result and the verdict
- Mục tiêu Nghị quyết: 90%
- Kết quả: 91,5%
- Đánh giá: vượt
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from vankien.model import Context, Paragraph, Passage
from vankien.report.join import join_passages
from vankien.vietnamese import NUMBER

_YEAR = re.compile(
    rf"""(?:(?:ước|dự\skiến|đến|cuối|hết|trong|riêng)\s){{0,2}}(?:(?:6|9)\stháng(?:\sđầu)?\s)?năm\s20\d\d
         (?:\s?(?:[:,]|đạt|là|còn|ước|tăng|giảm|thu|có|được)){{0,3}}\s?(?:(?:trên|gần|khoảng|hơn)\s)?(?:{NUMBER})""",
    re.IGNORECASE | re.VERBOSE,
)
"""An item that begins with a year and its value (``Ước năm 2033: 630 tỷ đồng``)."""
_TARGET = re.compile(
    r"(?:mục\stiêu|chỉ\stiêu|nghị\squyết|NQĐH|NQ|kế\shoạch)(?:\s[^:;.\d]{1,50})?(?:\s20\d\d)?\s?:\s", re.IGNORECASE
)
_RESULT = re.compile(
    r"(?:kết\squả|(?:ước\s)?thực\shiện|đạt\sđược)(?:\s[^:;.\d]{1,50})?(?:\s20\d\d)?\s?:\s", re.IGNORECASE
)
_VERDICT = re.compile(r"(?:tự\s)?đánh\sgiá(?:\s[^:;.\d]{1,40})?\s?:\s", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:\s(?:qua\scác\snăm|trong\scác\snăm|các\snăm|hằng\snăm|từng\snăm|cụ\sthể|như\ssau|lần\slượt))*\s?:?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"mục\stiêu|nghị\squyết|kế\shoạch|chỉ\stiêu", re.IGNORECASE)
_CLAUSE = re.compile(r";\s|[.]\s|,\strong\sđó")
_SPEAKS_ON = re.compile(rf"(?:{NUMBER})|(?:ước|đạt|giai\sđoạn|năm|tăng|giảm|bình\squân|trên|dưới|gần|khoảng)\s", re.IGNORECASE)  # fmt: skip
_WORDS = range(2, 26)


def fold_items(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, lists of the years of one indicator and of its target and result as one paragraph each.

    Nothing else changes; each part keeps its line.
    """
    out: list[Paragraph] = []
    at = 0
    while at < len(paragraphs):
        folded = _years(paragraphs, at, out) or _fields(paragraphs, at, out)
        if folded is None:
            out.append(paragraphs[at])
            at += 1
            continue
        paragraph, used, own_head = folded
        if own_head:
            out.pop()
        out.append(paragraph)
        at += used
    return [replace(p, number=i) for i, p in enumerate(out)]


_Folded = tuple[Paragraph, int, bool]


def _years(paragraphs: Sequence[Paragraph], at: int, before: Sequence[Paragraph]) -> _Folded | None:
    """The list of years that begins at an index below its head."""
    items = list(_run(paragraphs, at, lambda text: _YEAR.match(text) is not None))
    head = _head(before, items[0]) if len(items) > 1 else None
    if head is None or not head[0].text.endswith(":"):
        return None
    passage, context, own = head
    whole = [_label(passage), *(_closed(p.passage) for p in items)]
    return Paragraph(_joined(whole, [": ", *["; "] * (len(items) - 1)]), context, 0), len(items), own


def _fields(paragraphs: Sequence[Paragraph], at: int, before: Sequence[Paragraph]) -> _Folded | None:
    """The target, the result and the verdict of one indicator that begin at an index below its name."""
    kinds = (_TARGET, _RESULT, _VERDICT)
    items = paragraphs[at : at + len(kinds)]
    found = [pattern.match(p.passage.text) for pattern, p in zip(kinds, items, strict=False)]
    size = next((i for i, match in enumerate(found) if match is None), len(found))
    head = _head(before, items[0]) if size > 1 else None
    if head is None or any(p.context.headings != items[0].context.headings for p in items[:size]):
        return None
    passage, context, own = head
    said = [
        _closed(p.passage.part(m.end(), len(p.passage.text)))
        for p, m in zip(items[:size], found, strict=False)
        if m is not None
    ]
    target, result, *verdict = said
    cut = _CLAUSE.search(result.text)
    first = result.part(0, cut.start()) if cut else result
    parts, between = [_label(passage), first, target], [" " if _SPEAKS_ON.match(first.text) else ": ", " (mục tiêu "]
    close = ")"
    if verdict:
        parts.append(verdict[0])
        between.append("), ")
        close = "" if _AGAINST.search(verdict[0].text) else " mục tiêu"
    if cut:
        parts.append(result.part(cut.start(), len(result.text)))
        between.append(close)
        close = ""
    return Paragraph(_joined(parts, between, close), context, 0), size, own


def _run(paragraphs: Sequence[Paragraph], at: int, fits: Callable[[str], bool]) -> Iterator[Paragraph]:
    """The items from an index on that fit, under the same headings as the first."""
    for paragraph in paragraphs[at:]:
        if not fits(paragraph.passage.text) or paragraph.context.headings != paragraphs[at].context.headings:
            return
        yield paragraph


def _head(before: Sequence[Paragraph], first: Paragraph) -> tuple[Passage, Context, bool] | None:
    """What an item stands below: the short paragraph before it, or the heading where none is between them; whether it is a
    paragraph. None if neither can name an indicator."""
    headings = first.context.headings
    if before and before[-1].context.headings == headings:
        last = before[-1]
        return (last.passage, last.context, True) if _names(last.passage.text) else None
    if not headings or not _names(headings[-1].title.text):
        return None
    return headings[-1].title, replace(first.context, lead="", item=headings[-1].label), False


def _names(text: str) -> bool:
    said = _TAIL.sub("", text)
    return len(said.split()) in _WORDS and not re.search(r"\d\s?%|[.;]|:", said) and text[-1:] not in ".;,"


def _label(passage: Passage) -> Passage:
    return passage.part(0, len(_TAIL.sub("", passage.text)))


def _closed(passage: Passage) -> Passage:
    """A part without the mark that ends it."""
    return passage.part(0, len(passage.text.rstrip(" .;,")))


def _joined(parts: Sequence[Passage], between: Sequence[str], close: str = "") -> Passage:
    """The parts as one text with what stands between each two of them, and at the end."""
    marks = iter(["", *between])
    joined = join_passages(parts, lambda before, after: next(marks))
    return Passage(f"{joined.text}{close}.", joined.pieces)
