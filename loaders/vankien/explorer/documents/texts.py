"""The texts of the reports, where the user has them: found by their hash, shown with line numbers.

A graph knows a text by its SHA-256; the files are the user's own and are looked for in the folders that the user names.
Offsets of evidence count the characters of the text as read, never of the restored one; `RestoredLine` knows the way back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from vankien.errors import CannotRead
from vankien.explorer.book.book import Book
from vankien.explorer.later import Later, Outcome
from vankien.graph.building.build import collect
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Line, Report
from vankien.report import read_report, restore_pages
from vankien.report.page.pages import report_to_pages
from vankien.report.restoration.letters import LOST, restore_lost_letters
from vankien.report.restoration.restore import is_mangled


@dataclass(frozen=True, slots=True)
class RestoredLine:
    """A line as it was read: its text, and for each token where it starts here and where in the whole source text. Without
    tokens, every character stands where it stands in the source."""

    text: str
    tokens: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that has the name of a report of the graph, but another content."""

    path: str
    report: str


def restore_report(report: Report) -> dict[int, RestoredLine]:
    """The lines that were read otherwise than they are printed, by number: letters that a dump lost, and all lines of a
    scan that an English engine read. It takes seconds for a scan."""
    lexicon = read_lexicon()
    mended, _ = restore_lost_letters(report, lexicon)
    changed = {b.number: b for a, b in zip(report.lines, mended.lines, strict=True) if a.text != b.text}
    restored = {number: RestoredLine(line.text) for number, line in changed.items()}
    pages, _, _ = restore_pages(mended, report_to_pages(mended), lexicon)
    for line in pages.body:
        if line.printed:
            tokens = tuple((p.at, p.start) for p in line.passage.pieces)
            restored[line.number] = RestoredLine(line.text, tokens)
    return restored


def needs_restoring(report: Report) -> bool:
    """True if a text lost letters, or is a scan that an English engine read."""
    text = "\n".join(line.text for line in report.lines)
    return LOST in text or is_mangled(text)


@dataclass(frozen=True)
class Texts:
    """The texts at hand by the id that the graph has for them, and the files that are not what the graph was read from."""

    reports: Mapping[str, Report] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    missing: tuple[str, ...] | None = None
    """The ids of the texts that were looked for in vain, sorted; None where none was looked for."""
    _damaged: dict[str, bool] = field(default_factory=dict, compare=False)
    _later: Later[dict[int, RestoredLine]] = field(default_factory=lambda: Later(restore_report), compare=False)

    def lines(self, report: str) -> tuple[Line, ...]:
        """The lines of a text as printed, with their offsets; none if it is not at hand."""
        return self.reports[report].lines if report in self.reports else ()

    def restored(self, report: str, *, wait: bool = False) -> Outcome[dict[int, RestoredLine]]:
        """The lines of a text that were read otherwise than printed, by number; perhaps not yet, unless `wait`."""
        text = self.reports.get(report)
        if text is None:
            return Outcome({})
        if report not in self._damaged:
            self._damaged[report] = needs_restoring(text)
        if not self._damaged[report]:
            return Outcome({})
        return self._later.get(report, lambda: (text,), wait=wait)

    def close(self) -> None:
        """Begin with no more restoring."""
        self._later.close()


def find_texts(paths: Iterable[Path], book: Book) -> Texts:
    """Look for the texts that a graph was read from, in files and folders.

    A text is known by its hash alone, whatever its name. A file with the name of a report and another hash is not shown:
    its lines would not be those of the facts. Raises `CannotRead` for what is not there, and for a file named that is no text.
    """
    paths = list(paths)
    by_hash = {text.sha256: text.report for text in book.texts.values()}
    found: dict[str, Report] = {}
    others: list[Refused] = []
    for path in collect(paths):
        try:
            report = read_report(path)
        except CannotRead:
            if path in paths:
                raise
            continue
        if report.sha256 in by_hash:
            found[by_hash[report.sha256]] = report
        elif report.id in by_hash.values():
            others.append(Refused(str(path), report.id))
    missing = sorted(set(by_hash.values()) - set(found))
    return Texts(found, tuple(o for o in others if o.report not in found), tuple(missing))


# --- marks ----------------------------------------------------------------------------------------------------

Span = tuple[int, int]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans without overlaps, in order.

    >>> _merged([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def cut_at(text: str, spans: Iterable[Span]) -> list[tuple[str, bool]]:
    """A text in pieces: what stands in one of the spans, and what does not; no white space at the ends of what does.

    >>> cut_at("đạt 54% năm 2025", [(4, 8)])
    [('đạt ', False), ('54%', True), (' năm 2025', False)]
    """
    pieces, at = [], 0
    for first, last in _merged((max(s, 0), min(e, len(text))) for s, e in spans):
        words = text[first:last]
        if not words.strip():
            continue
        start, end = last - len(words.lstrip()), first + len(words.rstrip())
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(words, marked) for words, marked in [*pieces, (text[at:], False)] if words]


def mark_raw(line: Line, spans: Iterable[Span]) -> list[tuple[str, bool]]:
    """A line as printed, in pieces; `spans` are offsets in the whole text."""
    return cut_at(line.text, [(s - line.start, e - line.start) for s, e in spans])


def mark_restored(line: Line, restored: RestoredLine, spans: Iterable[Span]) -> list[tuple[str, bool]]:
    """A line as restored, in pieces: the tokens are marked whose printed characters stand in one of the spans."""
    spans = list(spans)
    if not restored.tokens:
        return cut_at(restored.text, [(s - line.start, e - line.start) for s, e in spans])
    ends = (len(restored.text), line.start + len(line.text))
    found = []
    for (at, start), (next_at, next_start) in pairwise([*restored.tokens, ends]):
        printed = line.text[start - line.start : next_start - line.start].rstrip()
        if any(s < start + len(printed) and start < e for s, e in spans):
            found.append((at, next_at))
    return cut_at(restored.text, found)
