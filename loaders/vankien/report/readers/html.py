"""HTML as web portals and word processors save it → lines: blocks, lists with their numbers, tables, note signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from vankien.errors import CannotRead
from vankien.report.readers.encodings import decode
from vankien.report.readers.grids import GridCell, check_size, table_lines
from vankien.report.readers.labels import format_number
from vankien.report.readers.legacy import from_font
from vankien.report.readers.limits import Limits, check_tags
from vankien.report.readers.printed import Extract, Printed, cleaned

MEDIA_TYPE = "text/html"
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "nav",
        "aside",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "datalist",
        "dialog",
        "map",
        "menu",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = 7
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_UNIT = re.compile(r"(?:^|[\s\d.,(])(?:k|d|c|m|da|h)?m$|CO$")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)", re.IGNORECASE)
_FACE = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})|<\?xml[^>]{0,200}encoding=[\"']([\w-]{1,40})", re.IGNORECASE
)
_SPAN_LIMIT = 1000
_ALL_ROWS = 65534
_MAIN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element's text is set in."""

    bold: bool = False
    font: str = ""
    heading: int = 0
    keeps: bool = False


@dataclass
class _Block:
    """The lines of one stretch of the page, and the block that is being put together."""

    shown: str
    limits: Limits
    lines: list[Printed] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    heading: int = 0

    def add(self, text: str, style: _Style) -> None:
        """Add running text; white space counts as one blank unless the style keeps it."""
        if not style.keeps:
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
        text = from_font(text, style.font)
        count = sum(c.isalnum() for c in text)
        self.letters += count
        self.bold += count if style.bold else 0
        self.heading = self.heading or (style.heading if count else 0)
        self.text.append(text)

    def end(self) -> None:
        """End the block: its lines are done."""
        mark = self.heading or (_BOLD if 0 < self.letters == self.bold else 0)
        for line in "".join(self.text).split("\n"):
            words = line.strip(" \t\r\f\v")
            if words.strip("\u00a0\u200b"):
                self.lines.append(Printed(words, None, mark))
        self.text, self.letters, self.bold, self.heading = [], 0, 0, 0


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _styled(element: Any, tag: str, style: _Style) -> _Style:
    own = element.get("style", "")
    weight, face = _HEAVY.search(own), _FACE.search(own)
    bold = style.bold or tag in ("b", "strong", "th")
    if weight:
        bold = weight.group(1).lower() == "bold" or weight.group(1)[0] in "6789"
    font = face.group(1).strip() if face else element.get("face", style.font) if tag == "font" else style.font
    return _Style(bold, font, _HEADINGS.get(tag, style.heading), style.keeps or tag == "pre")


def _list_label(item: Any) -> str:
    """The number or dash of a list item, as a browser shows it; the id of a footnote as its sign."""
    note = re.fullmatch(r"(?:user-content-)?(?:fn|ftn|footnote|cite_note)[-:_]?(\d{1,3})", item.get("id", ""))
    if note:
        return f"[^{note.group(1)}] "
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    number = _int(parent.get("start", ""), 1)
    for sibling in parent.iterchildren("li"):
        number = _int(sibling.get("value", ""), number)
        if sibling is item:
            break
        number += 1
    shown = format_number(number, _LIST_TYPES.get(parent.get("type", "1"), "decimal"))
    return f"{shown}{')' if parent.get('type', '1') in 'ai' else '.'} "


def _int(text: str, default: int) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else default


def _note_sign(text: str, before: str) -> str:
    """What stands for a raised number: a note's sign, unless it is part of a unit (m², CO₂)."""
    digits = text.strip().strip("[]()")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        return text
    if _UNIT.search(before) and digits in ("2", "3"):
        return digits
    return f"[^{digits}]"


def _walk(element: Any, block: _Block, style: _Style) -> None:
    """Add an element and all that is in it."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _SKIPPED or _is_hidden(element):
        return
    if tag == "br":
        block.text.append("\n")
        return
    if tag == "sup":
        block.text.append(_note_sign("".join(element.itertext()), "".join(block.text[-3:])))
        return
    style = _styled(element, tag, style)
    if tag in _BLOCKS:
        block.end()
    if tag == "table":
        block.lines += _table(element, block, style)
        return
    if tag == "li":
        block.text.append(_list_label(element))
    block.add(element.text or "", style)
    for child in element:
        _walk(child, block, style)
        block.add(child.tail or "", style)
    if tag in _BLOCKS:
        block.end()


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _spans(cell: Any) -> tuple[int, int]:
    """How many rows and columns a cell spans: browsers take no more than 1,000 columns; 0 rows reach to the end of the
    table."""
    down, right = (_int(cell.get(n, "1"), 1) for n in ("rowspan", "colspan"))
    return down or _ALL_ROWS, max(1, min(right, _SPAN_LIMIT))


def _cell(element: Any, block: _Block, style: _Style, in_head: bool) -> GridCell:
    inside = _Block(block.shown, block.limits)
    _walk(element, inside, style)
    inside.end()
    return GridCell(tuple(inside.lines), *_spans(element), in_head or element.tag == "th")


def _table(element: Any, block: _Block, style: _Style) -> list[Printed]:
    lines: list[Printed] = []
    for caption in element.iterchildren("caption"):
        inside = _Block(block.shown, block.limits)
        _walk(caption, inside, style)
        lines += inside.lines
    found = [
        ([c for c in row if c.tag in ("td", "th") and not _is_hidden(c)], row.getparent().tag == "thead")
        for row in _rows(element)
        if not _is_hidden(row)
    ]
    # weighed before anything is read: cells take time
    check_size(block.shown, [[GridCell((), *_spans(c)) for c in row] for row, _ in found], block.limits)
    rows = [[_cell(c, block, style, in_head) for c in row] for row, in_head in found]
    if next(element.iterdescendants("table"), None) is not None:  # a page laid out by tables in tables
        return lines + [line for row in rows for cell in row for line in cell.lines]
    return lines + table_lines(block.shown, rows, None, block.limits)


def _text(shown: str, data: bytes) -> str:
    """The page's text: UTF-8 if it is that (many pages declare otherwise), else what it declares, else what fits."""
    try:
        return decode(shown, data).text
    except CannotRead as error:
        declared = _CHARSET.search(data[:8192])
        name = (declared.group(1) or declared.group(2)).decode("ascii") if declared else ""
        try:
            if name.lower().replace("-", "") not in ("", "utf8", "utf16"):
                return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
        raise error from None


def _main(root: Any) -> Any:
    """The one element that holds the article, if the page names one and most of the text is in it."""
    for tag in ("main", "article"):
        found = list(root.iter(tag))
        if len(found) == 1:
            inside, whole = (sum(len(t) for t in e.itertext()) for e in (found[0], root))
            if inside >= _MAIN_SHARE * whole:
                return found[0]
    return root


def read_html(shown: str, data: bytes, limits: Limits) -> Extract:
    """Read an HTML page; `shown` names it in messages.

    Scripts, styles, navigation, form controls and what is not shown are dropped. Raises `CannotRead` for what is nested
    deeper than lxml reads (256 elements), and for tables and pages beyond the limits.
    """
    import lxml.html

    check_tags(shown, data, limits)
    text = _text(shown, data).replace("\0", "")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(text.encode("utf-8", "replace") or b"<p>", parser=parser)
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise CannotRead(shown, "elements are nested deeper than 256", advice="save the page as text or DOCX")
    block = _Block(shown, limits)
    _walk(_main(root), block, _Style())
    block.end()
    return Extract(cleaned(block.lines), MEDIA_TYPE)
