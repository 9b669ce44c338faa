"""Text → structure: read a file, take pages and footnotes apart, find tables, headings, paragraphs, sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.model import Context, Finding, Footnote, Lexicon, Outline, Paragraph, Passage, Report, Sentence
from vankien.report.capitals import abbreviations
from vankien.report.letters import restore_lost_letters
from vankien.report.ngrams import load as load_ngrams
from vankien.report.pages import BodyLine, Pages, anchor_footnotes, report_to_pages
from vankien.report.read import read_report
from vankien.report.repairs import tables_to_findings
from vankien.report.restore import Change, is_mangled, restore_lines, typed_share
from vankien.report.sections import lines_to_paragraphs
from vankien.report.sentences import paragraph_to_sentences
from vankien.report.tables import lines_to_tables
from vankien.vietnamese import UPPER, fold, is_upper

__all__ = ["read_report", "report_to_outline", "restore_pages"]

_LETTERHEAD_MAX = 60
_DIVIDER = re.compile(r"[-–—_*=.\s]{3,}")
_CLOSING = re.compile(rf"(?i:nơi nhận)\s*:?|(?:T/M|TM\.|KT\.|T\.M)\s+[{UPPER}]{{2}}")


_LETTERHEAD_LINE = re.compile(
    r"\W*(?:Số\s*:|Số\s.{0,8}[-/]|ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\b)|.{0,40},\s*ngày\b.{0,20}năm"
)
_SUBTITLE = re.compile(r"\((?:Dự thảo\s+)?báo cáo\b", re.IGNORECASE)
_BASIS = re.compile(r"(?:Căn cứ|Xét|Theo)\b")
_FOREWORD = re.compile(r"LỜI |MỤC LỤC")


def split_letterhead(lines: tuple[BodyLine, ...]) -> tuple[tuple[BodyLine, ...], tuple[BodyLine, ...]]:
    """The letterhead (issuer, number, place and date, genre and title) and the body below it.

    The letterhead ends at the divider below the title, below the bracket that says what kind of report it is, or
    before the first long or labelled line of running text; the line below a genre in capitals is its title.
    """
    width = min(sorted(len(line.text) for line in lines)[int(len(lines) * 0.75)], 200) if lines else 80
    seen_title = False
    first = _subtitle_end(lines)
    for index, line in enumerate(lines[:_LETTERHEAD_MAX]):
        text = line.text
        if _DIVIDER.fullmatch(text) and seen_title and not _more_letterhead(lines, index):
            return lines[:index], lines[index + 1 :]
        seen_title = seen_title or (is_upper(text) and len(text) > 6)
        running = len(text) >= width * 0.75 and not is_upper(text) and text[:1].isupper()
        below_genre = (
            index > 0 and len(text) <= 200 and _is_genre_line(lines[index - 1].text) and not _BASIS.match(text)
        )
        if running and index >= max(first, 1) and not below_genre and _opens_text(lines, index):
            return lines[:index], lines[index:]
    return (), lines


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
    if re.match(r"(?:Thực hiện|Căn cứ|Thi hành|Để|Năm|Trên cơ sở|Sau|Đại hội)\b", text):
        return True
    return len(text) > 200 or (
        index + 2 < len(lines) and len(lines[index + 1].text) > 60 and text.endswith((".", ",", ";"))
    )


def _split_closing(lines: tuple[BodyLine, ...]) -> tuple[tuple[BodyLine, ...], tuple[BodyLine, ...]]:
    """Take the recipients and the signature out; annexes below them stay in the body."""
    start = next((i for i, b in enumerate(lines) if _CLOSING.match(b.text)), None)
    if start is None:
        return lines, ()
    end = next(
        (
            i
            for i in range(start, len(lines))
            if re.match(r"(?:phu luc|bieu|phu bieu)\b", fold(lines[i].text)) and i > start
        ),
        len(lines),
    )
    return lines[:start] + lines[end:], lines[start:end]


def _note_paragraphs(notes: tuple[Footnote, ...], paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Each footnote as a paragraph right after the one that it hangs on, under the same headings."""
    out: list[Paragraph] = []
    waiting = sorted(notes, key=lambda n: (n.anchor or n.passage.first_line, n.mark))
    anchored = [n for n in waiting if n.anchor is not None]
    loose = [n for n in waiting if n.anchor is None]
    for paragraph in paragraphs:
        out.append(paragraph)
        while anchored and anchored[0].anchor is not None and anchored[0].anchor <= paragraph.passage.last_line:
            note = anchored.pop(0)
            context = Context(paragraph.context.headings, "", "", "footnote", note.mark, note.anchor)
            out.append(Paragraph(note.passage, context, 0))
    last = paragraphs[-1].context.headings if paragraphs else ()
    for note in (*anchored, *loose):
        out.append(Paragraph(note.passage, Context(last, "", "", "footnote", note.mark, note.anchor), 0))
    return [replace(p, number=i) for i, p in enumerate(out)]


def restore_pages(report: Report, pages: Pages, lexicon: Lexicon) -> tuple[Pages, tuple[Finding, ...], list[Change]]:
    """Give a document that an English OCR engine read its Vietnamese letters back; typed documents pass unchanged.

    Returns the pages, a finding that states the measure, and the tokens that changed. Which document is mangled is
    read off the share of letters that only typed Vietnamese has.
    """
    text = "\n".join(line.text for line in pages.body)
    if not is_mangled(text):
        return pages, (), []
    body, changes = restore_lines(pages.body, load_ngrams(), abbreviations(lexicon))
    share, count = typed_share(text), len({c.line for c in changes})
    finding = Finding(
        "mangled-text",
        "Info",
        report.id,
        pages.body[0].number,
        f"Văn bản quét đã mất dấu tiếng Việt (tỷ lệ chữ có dấu {share:.1%}): {len(changes)} từ ở {count} dòng được phục hồi",
        f"scan without Vietnamese letters ({share:.1%} of letters): {len(changes)} words on {count} lines were restored",
    )
    return replace(pages, body=tuple(body)), (finding,), changes


def report_to_outline(report: Report, lexicon: Lexicon) -> Outline:
    """Lay a report's structure open: letterhead, headings, paragraphs, sentences, tables, footnotes, closing.

    Never fails on a bad line: what cannot be placed stays a paragraph.
    """
    report, findings = restore_lost_letters(report, lexicon)
    pages = anchor_footnotes(report_to_pages(report))
    pages, found, _ = restore_pages(report, pages, lexicon)
    letterhead, body = split_letterhead(pages.body)
    body, closing = _split_closing(body)
    tables, rest = lines_to_tables(body, lexicon)
    headings, paragraphs = lines_to_paragraphs([b for b in rest if not _DIVIDER.fullmatch(b.text)])
    everything = _note_paragraphs(pages.footnotes, paragraphs)
    sentences: list[Sentence] = [s for p in everything for s in paragraph_to_sentences(p)]
    passages: tuple[Passage, ...] = tuple(b.passage for b in letterhead)
    return Outline(
        report=report,
        letterhead=passages,
        headings=tuple(headings),
        paragraphs=tuple(everything),
        sentences=tuple(sentences),
        tables=tables,
        footnotes=pages.footnotes,
        closing=tuple(b.passage for b in closing),
        findings=(*findings, *found, *tables_to_findings(report, tables)),
    )
