"""What stands before the body (the letterhead) and behind it (recipients and signature)."""

from __future__ import annotations

import re

from vankien.model import Lexicon
from vankien.report.line_labels import line_to_label
from vankien.report.page.heads import names_genre, names_office
from vankien.report.page.pages import BodyLine
from vankien.vietnamese import UPPER, fold, is_upper

_LETTERHEAD_MAX = 60
DIVIDER = re.compile(r"[-–—_*=.\s]{3,}")
"""A line of dashes, stars or dots."""

_CLOSING = re.compile(rf"(?:\|\s*)?(?i:nơi nhận)\s*:?|(?:T/M|TM\.|KT\.|T\.M)\s+[{UPPER}]{{2}}")


_LETTERHEAD_LINE = re.compile(
    r"\W*(?:Số\s*:|Số\s.{0,8}[-/]|ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\b)|.{0,40},\s*ngày\b.{0,20}năm"
)
_SUBTITLE = re.compile(r"\((?:Dự thảo\s+)?báo cáo\b", re.IGNORECASE)
_BASIS = re.compile(r"(?:Căn cứ|Xét|Theo)\b")
_GROUNDS = re.compile(r"(?:[-–+]\s?)?(?:Căn cứ|Xét đề nghị)\b")
"""What a document rests on, as a line of its own or as an item with a dash: ``- Căn cứ``."""
_TABLE_HEAD = re.compile(r"(?:s?tt|so tt|tt so)(?:\s?\|?\s*(?:chi tieu|noi dung|muc tieu)\b.*)?")
"""The head of a table's first columns, one cell a line or all in one line (folded)."""
_UNIT_HEAD = re.compile(r"(?:don vi(?: tinh)?|dvt)")
_LABEL_HEAD, _LABELS = re.compile(r"(?:ten |cac |noi dung )?chi tieu|noi dung"), 60
"""The head of the labels alone, and within how many lines the labels of a column end."""
_FOREWORD = re.compile(r"LỜI |MỤC LỤC")


def split_letterhead(
    lines: tuple[BodyLine, ...], lexicon: Lexicon
) -> tuple[tuple[BodyLine, ...], tuple[BodyLine, ...]]:
    """The letterhead (issuer, number, place and date, genre and title) and the body below it.

    The letterhead ends at the divider below the title, below the bracket that says what kind of report it is, or
    before the first long or labelled line of running text; the line below a genre in capitals is its title.
    """
    width = min(sorted(len(line.text) for line in lines)[int(len(lines) * 0.75)], 200) if lines else 80
    seen_title = False
    first = _subtitle_end(lines)
    if _opens_with_paragraph(lines):
        return (), lines
    for index, line in enumerate(lines[:_LETTERHEAD_MAX]):
        text = line.text
        if (index and lines[index - 1].flows) or _introduces(
            lines, index, lexicon
        ):  # a title's second line; a paper's own words
            continue
        if _heads_table(lines, index):
            return _split_above_table(lines, index)
        if DIVIDER.fullmatch(text) and seen_title and not _more_letterhead(lines, index):
            return lines[:index], lines[index + 1 :]
        if ((seen_title or not index) and _is_heading(text, opens=not index)) or (seen_title and _GROUNDS.match(text)):
            return lines[:index], lines[index:]
        if seen_title and (
            _opens_below_capitals(lines, index) or _opens_list(lines, index) or _announces(lines, index)
        ):
            return lines[:index], lines[index:]
        seen_title = seen_title or (is_upper(text) and len(text) > 6)
        if not seen_title and (_is_paragraph(text) or _heads_list(lines, index)):
            return lines[:index], lines[index:]
        running = len(text) >= width * 0.75 and not is_upper(text) and text[:1].isupper()
        below_genre = (
            index > 0 and len(text) <= 200 and _is_genre_line(lines[index - 1].text) and not _BASIS.match(text)
        )
        if running and index >= max(first, 1) and not below_genre and _opens_text(lines, index):
            return lines[:index], lines[index:]
    return (), lines


_BELOW_INTRODUCTION = 8


def _introduces(lines: tuple[BodyLine, ...], index: int, lexicon: Lexicon) -> bool:
    """A paragraph in which a paper introduces a document that it prints in full: its letterhead stands right below, an office
    and then a genre in capitals (``... trân trọng giới thiệu toàn văn Báo cáo chính trị ...`` / ``ĐẢNG BỘ TỈNH ...``)."""
    if is_upper(lines[index].text) or not _is_paragraph(lines[index].text):
        return False
    below = [line.text for line in lines[index + 1 : index + 1 + _BELOW_INTRODUCTION]]
    office = next((i for i, text in enumerate(below) if names_office(text)), None)
    if office is None or any(_is_paragraph(text) for text in below[:office]):
        return False
    return any(names_genre(text, lexicon) for text in below[office + 1 :])


def _heads_table(lines: tuple[BodyLine, ...], index: int) -> bool:
    first, *rest = (fold(line.text).strip("|*. ") for line in lines[index : index + 2])
    if lines[index].printed and _LABEL_HEAD.fullmatch(
        first
    ):  # a scan may have read all labels before the head of the units
        rest = [fold(line.text).strip("|*. ") for line in lines[index + 1 : index + _LABELS]]
    units = any(_UNIT_HEAD.fullmatch(text) for text in rest)
    return bool(_TABLE_HEAD.fullmatch(first) or (_LABEL_HEAD.fullmatch(first) and units))


def _split_above_table(lines: tuple[BodyLine, ...], head: int) -> tuple[tuple[BodyLine, ...], tuple[BodyLine, ...]]:
    """The letterhead of a page whose text begins with a table: what stands above the table's title; none where neither a
    number nor a date nor a motto is printed, as where an annex stands alone."""
    if not any(_LETTERHEAD_LINE.match(line.text) for line in lines[:head]):
        return (), lines
    marked = [i for i, line in enumerate(lines[:head]) if _LETTERHEAD_LINE.match(line.text)]
    return lines[: marked[-1] + 1], lines[marked[-1] + 1 :]


def _opens_with_paragraph(lines: tuple[BodyLine, ...]) -> bool:
    """A page that opens in running text: the lines down to the first blank one make a paragraph, however short the page
    breaks them."""
    end = next((i for i, line in enumerate(lines) if i and line.blank_above), len(lines))
    block = [line.text for line in lines[:end]]
    if len(block) < 2 or any(is_upper(text) or _LETTERHEAD_LINE.match(text) for text in block):
        return False
    full = max(map(len, block))
    wrapped = _SHORT <= full <= _NO_TITLE and all(len(text) >= full * _FULL for text in block[:-1])
    return wrapped and (block[-1].endswith(".") or _is_paragraph(" ".join(block)))


def _opens_list(lines: tuple[BodyLine, ...], index: int) -> bool:
    """The first of the numbered headings: right below a title in capitals, or below the title of a plan whose number and date
    stand above."""
    label = line_to_label(lines[index].text)
    if label is None or label.kind != "arabic" or label.text != "1" or _more_letterhead(lines, index):
        return False
    return is_upper(lines[index - 1].text) or any(_LETTERHEAD_LINE.match(line.text) for line in lines[:index])


_SO = re.compile(
    r"(?:như sau|sau đây|(?:nội dung|nhiệm vụ|giải pháp)(?: chính| chủ yếu| cụ thể| trọng tâm)? sau|(?:xây dựng|ban hành) [^:;.]{6,80}|yêu cầu)\s*:$"
)


def _announces(lines: tuple[BodyLine, ...], index: int) -> bool:
    """A paragraph of its own that says what is to follow, as no title does: ``Tỉnh ủy ban hành Kế hoạch như sau:``."""
    line = lines[index]
    below = lines[index + 1].blank_above if index + 1 < len(lines) else False
    alone = line.blank_above and below and not is_upper(line.text) and not _ADDRESSED.match(line.text)
    return alone and _SO.search(line.text) is not None


_FULL = 0.75
"""How long the lines of a paragraph are beside its longest, all but the last."""
_SHORT, _LONG, _LONGEST_TITLE, _NO_TITLE = 60, 110, 160, 250
_FIGURE = re.compile(
    r"\d[\d.,]*\s?(?:%|tỷ|triệu|nghìn|ha(?!\w)|xã|hộ(?!\w)|đảng\sviên|lao\sđộng|tiêu\schí|chỉ\stiêu|tổ\schức|đại\sbiểu|chi\sbộ|vạn(?!\w)|người(?!\w))",
    re.IGNORECASE,
)
_ITEM_FIGURE = re.compile(rf"{_FIGURE.pattern}|:\s[^:]*\d[\d.,]*\s[^\W\d]", re.IGNORECASE)
"""What an item of a list measures: ``- Tỷ lệ che phủ rừng 61%``, ``- Số sản phẩm: 120 sản phẩm``."""
_TWO_SENTENCES = re.compile(rf"\w{{3,}}\. [{UPPER}]\w")
"""The end of a sentence and the start of another, which no title has."""
_MEASURED = re.compile(r"\d[\d.,]*\s?(?:%|(?:tỷ|tỉ|triệu)\sđồng|ha(?!\w)|tấn)", re.IGNORECASE)
"""A measured figure: no title that ends like a sentence has one."""


def _is_paragraph(text: str) -> bool:
    """A whole paragraph, as news, excerpts and pages without a letterhead begin: ended like a sentence, and longer than a
    title, with a figure in it nearly so, with two of them no stub.

    >>> _is_paragraph("Năm 2031, huyện đạt được nhiều kết quả quan trọng trên các lĩnh vực kinh tế, văn hóa và xã hội; thu ngân sách đạt 90 tỷ đồng.")
    True
    >>> _is_paragraph("Riêng năm 2031, có 71 xã đạt chuẩn, tăng 11 xã so với mục tiêu đề ra.")
    True
    >>> _is_paragraph("Dự hội nghị có 81 đại biểu, thay mặt cho 940 đảng viên của 31 chi bộ.")
    True
    >>> _is_paragraph("Thu ngân sách đạt 90 tỷ đồng; trồng 300 ha rừng;"), _is_paragraph("- Tỷ lệ che phủ rừng: 61%")
    (True, True)
    >>> _is_paragraph("Đảng bộ xã tiếp tục phát huy truyền thống đoàn kết, nỗ lực vượt khó, tập trung lãnh đạo thực hiện các nhiệm vụ chính trị.")
    False
    """
    if is_upper(text):
        return False
    label = line_to_label(text)
    if label and label.kind in ("dash", "paren") and _ITEM_FIGURE.search(text):
        return True
    if text.endswith((".", ";", ":")) and _TWO_SENTENCES.search(text):
        return True
    if not text.endswith((".", "…", ";", ":")):
        return len(text) > _NO_TITLE
    figures = len(_FIGURE.findall(text)) if text[:1].isalnum() else 0
    measured = text.endswith((".", ";")) and _MEASURED.search(text) is not None
    long_enough = len(text) >= (_LONG if figures == 1 else _SHORT if figures else len(text) + 1)
    return measured or long_enough or len(text) > _LONGEST_TITLE


def _is_heading(text: str, opens: bool = False) -> bool:
    """The first heading of the body: ``PHẦN THỨ NHẤT``, ``I. TÌNH HÌNH``, ``A- ĐẶC ĐIỂM``, ``Điều 1``; where the file `opens`
    with it, one with a number, too (``2. Mục tiêu cụ thể``)."""
    label = line_to_label(text)
    kinds = ("part", "roman", "letter", "arabic", "dotted") if opens else ("part", "roman", "letter")
    return label is not None and label.kind in kinds


def _heads_list(lines: tuple[BodyLine, ...], index: int) -> bool:
    """``Đến năm 2035:`` above items with dashes: a page that opens in the middle of a document, however short its lines."""
    text, below = lines[index].text, lines[index + 1 : index + 2]
    label = line_to_label(below[0].text) if below else None
    return text.endswith(":") and label is not None and label.kind == "dash" and not _ADDRESSED.match(text)


_ADDRESSED = re.compile(r"\W*(?:Kính gửi|Nơi nhận)", re.IGNORECASE)


def _more_letterhead(lines: tuple[BodyLine, ...], index: int) -> bool:
    """True if a number, a date or a motto still follows: the divider stands below the issuer, not below the title."""
    return any(_LETTERHEAD_LINE.match(line.text) for line in lines[index + 1 : index + 9])


def _is_genre_line(text: str) -> bool:
    """A short line in capitals, as genres are printed above their title (``KẾ HOẠCH``)."""
    return is_upper(text) and len(text) <= 40 and not text.endswith(":") and not _FOREWORD.match(text)


def _subtitle_end(lines: tuple[BodyLine, ...]) -> int:
    """The index below a subtitle in brackets ("(Báo cáo chính trị của ...)") near the top, 0 if there is none."""
    top = lines[: _LETTERHEAD_MAX // 2]
    start = next((i for i, line in enumerate(top) if _SUBTITLE.match(line.text)), None)
    if start is None:
        return 0
    return next((i + 1 for i in range(start, min(start + 5, len(lines))) if lines[i].text.endswith(")")), 0)


def _opens_text(lines: tuple[BodyLine, ...], index: int) -> bool:
    """Running text: this line and the next are full lines, or the line is a whole paragraph."""
    text = lines[index].text
    if re.match(
        r"(?:Thực hiện|Căn cứ|Thi hành|Quán triệt|Để|Nhằm|Năm|Trên cơ sở|Sau|Đại hội|Ngày \d{1,2}(?:/| tháng))\b.", text
    ):
        return True
    return len(text) > 200 or (
        index + 2 < len(lines) and len(lines[index + 1].text) > 60 and text.endswith((".", ",", ";"))
    )


_OPENS = re.compile(
    r"(?:Thực hiện|Triển khai|Quán triệt|Thi hành|Để (?:triển khai|thực hiện|tổ chức|tiếp tục)|Nhằm|Trên cơ sở|Sau khi|Tiếp theo|Trong (?:những|thời)|Thời gian qua)(?![\wà-ỹ])"
)
_PARAGRAPH = 20
"""Within how many lines the first paragraph below a title ends."""


def _opens_below_capitals(lines: tuple[BodyLine, ...], index: int) -> bool:
    """The first line of running text below a title in capitals, however short the page breaks its lines: a paragraph
    that ends like a sentence or before a list."""
    above, title = lines[index - 1].text, index > 1 and is_upper(lines[index - 2].text)
    if not _OPENS.match(lines[index].text) or not is_upper(above) or (_is_genre_line(above) and not title):
        return False
    for at, line in enumerate(lines[index : index + _PARAGRAPH]):
        if at and (line.blank_above or line_to_label(line.text) or is_upper(line.text) or _GROUNDS.match(line.text)):
            return False
        if line.text.endswith((":", ".", ";")):
            return True
    return False


def closes(text: str) -> bool:
    """Does a line open the recipients or a signature?

    >>> closes("Nơi nhận:"), closes("T/M BAN THƯỜNG VỤ"), closes("TỈNH ỦY SƠN BÌNH")
    (True, True, False)
    """
    return _CLOSING.match(text) is not None


_ATTACHED = re.compile(r"\W*(?:ban hành\s|phê duyệt\s)?kèm theo\s", re.IGNORECASE)
_BELOW_TITLE = 6
_LEAST_LETTERS = 4
"""``ĐỀ ÁN``; what an engine makes of a seal (``~ / {* TN``) has fewer."""


def _opens_annex(lines: tuple[BodyLine, ...], index: int) -> bool:
    """An annex, or what a decision puts into force: a title in capitals above ``(Ban hành kèm theo Quyết định số ...)``."""
    if re.match(r"(?:phu luc|bieu|phu bieu)\b", fold(lines[index].text)):
        return True
    letters = sum(c.isalpha() for c in lines[index].text)
    if not _is_genre_line(lines[index].text) or letters < _LEAST_LETTERS or closes(lines[index].text):
        return False
    below = lines[index + 1 : index + 1 + _BELOW_TITLE]
    return any(_ATTACHED.match(line.text) for line in below)


def split_closing(lines: tuple[BodyLine, ...]) -> tuple[tuple[BodyLine, ...], tuple[BodyLine, ...]]:
    """Take the recipients and the signature out; annexes below them stay in the body."""
    start = next((i for i, b in enumerate(lines) if closes(b.text)), None)
    if start is None:
        return lines, ()
    end = next((i for i in range(start + 1, len(lines)) if _opens_annex(lines, i)), len(lines))
    below = lines[end:]
    first, last = _recipients(below)
    return lines[:start] + below[:first] + below[last:], lines[start:end] + below[first:last]


def _recipients(lines: tuple[BodyLine, ...]) -> tuple[int, int]:
    """The first and the last index but one of the recipients below an annex: their heading and the items of the list."""
    heads = [i for i, b in enumerate(lines) if re.fullmatch(r"nơi nhận\s*:?", b.text, re.IGNORECASE)]
    if not heads:
        return len(lines), len(lines)
    end = heads[0] + 1
    while end < len(lines) and re.match(r"[-+–*]\s|Như trên", lines[end].text):
        end += 1
    return heads[0], end
