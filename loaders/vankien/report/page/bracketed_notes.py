"""Notes numbered in brackets that stand behind the text without a rule above them: ``(1) Gồm 3 chương trình: ...``.

Their signs are glued to words of the text (``5 chương trình(1)``); a numbered list that begins with ``(1)`` has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.model import Footnote
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine, Pages

_OPENS = re.compile(r"\((?P<mark>\d{1,3})\)\s+(?=\S)")
_SIGN = re.compile(r"(?<=[\w)”\"%])\((\d{1,3})\)(?=[.,;:\s]|$)")
_LEAST = 2


def take_bracketed_notes(pages: Pages) -> Pages:
    """The pages with such notes taken out of the body, if they have no others.

    A run of lines that count on from ``(1)``, each note one line or more without a blank one between, is one of notes if
    the text since the run before has the sign of every number.
    """
    if pages.footnotes:
        return pages
    body, notes = _take(pages.body)
    return replace(pages, body=tuple(body), footnotes=tuple(notes)) if notes else pages


def _take(body: Sequence[BodyLine]) -> tuple[list[BodyLine], list[Footnote]]:
    """The body without its notes, and the notes."""
    rest: list[BodyLine] = []
    notes: list[Footnote] = []
    signs: set[int] = set()
    at = 0
    while at < len(body):
        run, end = _run(body, at) if body[at].text.startswith("(1)") else ([], at)
        if len(run) >= _LEAST and signs >= set(range(1, len(run) + 1)):
            notes += [_note(mark, lines) for mark, lines in enumerate(run, 1)]
            signs, at = set(), end
            continue
        if "(" in body[at].text:
            signs |= {int(m.group(1)) for m in _SIGN.finditer(body[at].text)}
        rest.append(body[at])
        at += 1
    return rest, notes


def _run(body: Sequence[BodyLine], start: int) -> tuple[list[list[BodyLine]], int]:
    """The lines of each note from index `start` on, and the index behind the last."""
    run: list[list[BodyLine]] = []
    at = start
    while at < len(body):
        opens = _OPENS.match(body[at].text)
        if opens and int(opens["mark"]) == len(run) + 1:
            run.append([])
        elif opens or not run or body[at].blank_above:
            break
        run[-1].append(body[at])
        at += 1
    return run, at


def _note(mark: int, lines: Sequence[BodyLine]) -> Footnote:
    """A note without its number."""
    whole = join_passages([line.passage for line in lines])
    opens = _OPENS.match(whole.text)
    return Footnote(mark, whole.part(opens.end() if opens else 0, len(whole.text)))
