"""The driver of the reading: a report's lines → pages, restored text, tables, headings, paragraphs, sentences."""

from __future__ import annotations

from dataclasses import replace

from vankien.model import Context, Finding, Footnote, Lexicon, Outline, Paragraph, Passage, Report, Sentence
from vankien.report.body.folded_items import fold_items
from vankien.report.body.sections import lines_to_paragraphs
from vankien.report.body.sentences import paragraph_to_sentences
from vankien.report.page.barred_letterheads import join_cells
from vankien.report.page.bracketed_notes import take_bracketed_notes
from vankien.report.page.displaced_letterheads import take_displaced
from vankien.report.page.documents import split_documents
from vankien.report.page.letterhead import DIVIDER, split_closing, split_letterhead
from vankien.report.page.pages import BodyLine, Pages, anchor_footnotes, drop_signs, report_to_pages
from vankien.report.page.scan_notes import take_notes
from vankien.report.restoration.capitals import abbreviations
from vankien.report.restoration.furniture import without_dirt
from vankien.report.restoration.letters import restore_lost_letters
from vankien.report.restoration.names import place_names
from vankien.report.restoration.ngrams import counts_path
from vankien.report.restoration.ngrams import load as load_ngrams
from vankien.report.restoration.restore import Change, is_mangled, restore_lines, typed_share
from vankien.report.scanned_tables.repairs import tables_to_findings
from vankien.report.table_readers import lines_to_tables, split_unread, unread_rows, without_rules


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
    notes = [BodyLine(n.passage, 0) for n in pages.footnotes]
    lines, changes = restore_lines(
        [*pages.body, *notes], load_ngrams(counts_path()), abbreviations(lexicon), place_names(lexicon)
    )
    body, noted = lines[: len(pages.body)], lines[len(pages.body) :]
    footnotes = tuple(replace(n, passage=line.passage) for n, line in zip(pages.footnotes, noted, strict=True))
    share, count = typed_share(text), len({c.line for c in changes})
    finding = Finding(
        "mangled-text",
        "Info",
        report.id,
        pages.body[0].number,
        f"Văn bản quét đã mất dấu tiếng Việt (tỷ lệ chữ có dấu {share:.1%}): {len(changes)} từ ở {count} dòng được phục hồi",
        f"scan without Vietnamese letters ({share:.1%} of letters): {len(changes)} words on {count} lines were restored",
    )
    return replace(pages, body=without_dirt(body), footnotes=footnotes), (finding,), changes


def report_to_outline(report: Report, lexicon: Lexicon) -> Outline:
    """Lay a report's structure open: letterhead, headings, paragraphs, sentences, tables, footnotes, closing.

    Never fails on a bad line: what cannot be placed stays a paragraph, but for rows of scanned tables that nothing could read:
    these are findings. Where a file holds several documents one behind
    the other, the outline is that of the file, and its `parts` are those of the documents.
    """
    report, findings = restore_lost_letters(report, lexicon)
    pages = anchor_footnotes(take_bracketed_notes(report_to_pages(report)))
    pages = drop_signs(pages) if report.has_layout else pages
    pages, found, _ = restore_pages(report, pages, lexicon)
    pages = take_notes(pages) if found else pages
    front, rest = take_displaced(pages.body)
    bodies = split_documents(rest, lexicon)
    ends = [*(body[0].number for body in bodies[1:]), len(report.lines) + 1]
    parts: list[Outline] = []
    first = 1
    for body, end in zip(bodies, ends, strict=True):
        notes = tuple(n for n in pages.footnotes if first <= n.passage.first_line < end)
        outline = _body_to_outline(replace(report, lines=report.lines[: end - 1]), body, notes, lexicon)
        displaced = () if parts else tuple(b.passage for b in front)
        parts.append(replace(outline, letterhead=(*displaced, *outline.letterhead)))
        first = end
    tables = tuple(t for part in parts for t in part.tables)
    unread = (f for part in parts for f in part.findings)
    noticed = (*report.findings, *findings, *found, *tables_to_findings(report, tables), *unread)
    return replace(_parts_to_outline(report, parts) if len(parts) > 1 else parts[0], findings=noticed)


def _body_to_outline(
    report: Report, body: tuple[BodyLine, ...], notes: tuple[Footnote, ...], lexicon: Lexicon
) -> Outline:
    """The outline of one document, from its lines."""
    letterhead, body = split_letterhead(join_cells(body), lexicon)
    body, closing = split_closing(body)
    tables, rest = lines_to_tables(without_rules(body), lexicon)
    rest, unread = split_unread(rest)
    headings, paragraphs = lines_to_paragraphs([b for b in rest if not DIVIDER.fullmatch(b.text)])
    everything = _note_paragraphs(notes, fold_items(paragraphs))
    sentences: list[Sentence] = [s for p in everything for s in paragraph_to_sentences(p)]
    passages: tuple[Passage, ...] = tuple(b.passage for b in letterhead)
    return Outline(
        report=report,
        letterhead=passages,
        headings=tuple(headings),
        paragraphs=tuple(everything),
        sentences=tuple(sentences),
        tables=tables,
        footnotes=notes,
        closing=tuple(b.passage for b in closing),
        findings=tuple(unread_rows(report, unread)),
    )


def _parts_to_outline(report: Report, parts: list[Outline]) -> Outline:
    """The outline of a file of several documents: the letterhead of the first, everything else of all."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for part in parts:
        before = len(paragraphs)
        paragraphs += [replace(p, number=p.number + before) for p in part.paragraphs]
        sentences += [replace(s, paragraph=s.paragraph + before) for s in part.sentences]
    return Outline(
        report=report,
        letterhead=parts[0].letterhead,
        headings=tuple(h for part in parts for h in part.headings),
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        tables=tuple(t for part in parts for t in part.tables),
        footnotes=tuple(n for part in parts for n in part.footnotes),
        closing=tuple(p for part in parts for p in part.closing),
        parts=tuple(parts),
    )
