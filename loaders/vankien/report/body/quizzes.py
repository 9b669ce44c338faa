"""Questions with several answers to choose from: only the right one says something.

Câu 4. Đến năm 2030, tỷ lệ hộ nghèo còn:   →   Đến năm 2030, tỷ lệ hộ nghèo còn: 2%
A. 5%
B. 2% (đáp án đúng)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from vankien.model import Passage
from vankien.report.join import join_passages


class _Label(Protocol):
    """What the label of a block says here: its kind."""

    @property
    def kind(self) -> str: ...


L = TypeVar("L", bound=_Label)
_RIGHT = re.compile(r"\s*\((?:là\s)?(?:đáp\sán|phương\sán|trả\slời)?\s?đúng\)[\s.;]*$", re.IGNORECASE)
_LETTER = re.compile(r"(?P<letter>[A-F])\s?[.)/]\s")
_QUESTION = re.compile(r"Câu(?:\shỏi)?\s\d{1,3}\s?[.:]\s")
_FEWEST = 2


def is_next_answer(before: str, line: str) -> bool:
    """Does a line print one of the answers to a question, behind the question or another answer?

    >>> is_next_answer("Câu 4. Tỷ lệ hộ nghèo còn:", "A. 5%"), is_next_answer("A. 5%", "B. 2%"), is_next_answer("A. 5%", "C")
    (True, True, False)
    """
    lettered = _LETTER.match(line)
    last = _LETTER.match(before)
    if not lettered:
        return False
    after = last and ord(lettered["letter"]) == ord(last["letter"]) + 1
    return bool(after or (lettered["letter"] == "A" and _QUESTION.match(before)))


def without_wrong_answers(
    blocks: Iterable[tuple[L | None, Passage, int]],
) -> Iterator[tuple[L | None, Passage, int]]:
    """The blocks of a text, each question together with the answer that is marked as right; a question whose answers bear
    no mark is left out with them."""
    stem: tuple[L | None, Passage, int] | None = None
    answers: list[tuple[L | None, Passage, int]] = []
    for block in blocks:
        label, lettered = block[0], _LETTER.match(block[1].text)
        if stem and lettered and lettered["letter"] == chr(ord("A") + len(answers)):
            answers.append(block)
            continue
        yield from _asked(stem, answers)
        stem, answers = (block, []) if label and label.kind == "question" else (None, [])
        if stem is None:
            yield block
    yield from _asked(stem, answers)


def _asked(
    stem: tuple[L | None, Passage, int] | None, answers: list[tuple[L | None, Passage, int]]
) -> Iterator[tuple[L | None, Passage, int]]:
    if stem is None:
        return
    if len(answers) < _FEWEST:
        yield from (stem, *answers)
        return
    for _, passage, _ in answers:
        lettered, right = _LETTER.match(passage.text), _RIGHT.search(passage.text)
        if lettered and right:
            yield stem[0], join_passages([stem[1], passage.part(lettered.end(), right.start())]), stem[2]
            return
