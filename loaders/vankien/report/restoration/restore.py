"""Text that an English OCR engine read from Vietnamese → Vietnamese, line by line, with the way back.

A noisy channel (`channel`) and a trigram model (`ngrams`) are decoded with a beam; one unsupervised pass over the
document itself learns its confusions first. Tokens with digits, codes, Roman numerals and abbreviations in capitals
bypass the decoder: values and codes come from the raw layer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from vankien.model import Passage, Piece
from vankien.report.page.pages import BodyLine
from vankien.report.restoration.bars import barred
from vankien.report.restoration.capitals import restore_capitals, restore_label
from vankien.report.restoration.channel import Channel, capital_pair
from vankien.report.restoration.decoder import Decoder
from vankien.report.restoration.glue import part_glued
from vankien.report.restoration.names import names_as_printed, restore_names_of_lines
from vankien.report.restoration.ngrams import NUMBER, NGrams
from vankien.report.restoration.phrases import restore_phrases
from vankien.report.restoration.slots import TY_LE, Slot, decoded, is_capital_line, line_to_slots
from vankien.report.restoration.tokens import (
    is_torn,
    without_strays,
)

T = TypeVar("T")

_TYPED_LETTERS = frozenset("ăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_TYPED_SHARE = 0.08
"""Letters outside Latin-1 make 20 % and more of typed Vietnamese letters; an English engine prints none."""

_LEARNING_BEAM = 4
_SAMPLE, _BLOCK = 600, 20


def typed_share(text: str) -> float:
    """The share of letters that only typed Vietnamese has (outside Latin-1); 0.2 and more when typed, about 0 when an
    English engine read it.

    >>> typed_share("Tỷ lệ che phủ rừng") > 0.2, typed_share("Ty 1é che phu rirng")
    (True, 0.0)
    """
    letters = [c for c in text.lower() if c.isalpha()]
    return sum(c in _TYPED_LETTERS for c in letters) / len(letters) if letters else 1.0


def is_mangled(text: str, least: int = 200) -> bool:
    """True if a text of at least that many letters has lost its Vietnamese letters."""
    return sum(c.isalpha() for c in text) >= least and typed_share(text) < _TYPED_SHARE


@dataclass(frozen=True, slots=True)
class Change:
    """One restored token: source line, what was printed, what it was read as."""

    line: int
    printed: str
    restored: str


def _cased(printed: str, restored: str, capitals: bool, opens: bool) -> str:
    """The restored word in the case of the printed one. Outside of titles a word has no capital inside; ``I`` for
    ``l`` (``Iam`` = lâm) is no capital unless it opens a line."""
    if len(printed) > 1 and sum(c.isupper() for c in printed) > len(printed) / 2 and (capitals or printed.isupper()):
        return restored.upper()
    if printed[:1] == "I" and restored[:1] == "l" and not opens:
        return restored
    return restored[:1].upper() + restored[1:] if printed[:1].isupper() else restored


def _slot_to_text(slot: Slot, word: str, abbreviations: frozenset[str], capitals: bool) -> str:
    if slot.symbol == "lệ":
        return f"{slot.token[0]}ỷ lệ" if TY_LE.fullmatch(slot.token) else "lệ"
    if slot.symbol in ("đồng", "năm", "tạ"):
        return "".join(slot.parts)
    if slot.symbol == NUMBER and word == NUMBER and slot.parts[1] not in slot.token:
        return "".join(slot.parts)
    if slot.symbol == NUMBER and word != NUMBER:
        return slot.parts[0] + word + slot.parts[2]
    if slot.symbol is not None:
        return restore_capitals(slot.token, abbreviations)
    before, printed, after = slot.parts
    return without_strays(before) + _cased(printed, word, capitals, slot.start == 0) + after


def _sample(lines: Sequence[T]) -> list[T]:
    """The lines that a channel is learnt from: all of a short document, every second block of a long one."""
    if len(lines) <= _SAMPLE:
        return list(lines)
    return [line for i, line in enumerate(lines) if i // _BLOCK % 2 == 0]


def learn_channel(decoder: Decoder, lines: Sequence[Sequence[Slot]]) -> Channel:
    """One unsupervised pass: decode with the prior costs, then count what was seen for what."""
    read = (item for line in decoder.decode(lines) for item in line if item[0].symbol is None)
    pairs = [capital_pair(decoded(slot.parts[1]), word) for slot, word in read]
    return decoder.channel.learnt(pairs)


def _read_line(line: BodyLine, tokens: Sequence[tuple[Slot, str]], abbreviations: frozenset[str]) -> list[str]:
    """The words of a line as they are read, without what only places tell."""
    capitals = is_capital_line(line.text)
    read = restore_phrases([_slot_to_text(slot, word, abbreviations, capitals) for slot, word in tokens])
    return read if capitals else names_as_printed(read, [slot.token for slot, _ in tokens])


def _restore_line(
    line: BodyLine, tokens: Sequence[tuple[Slot, str]], read: Sequence[str]
) -> tuple[BodyLine, list[Change]]:
    text, pieces, changes = "", [], []
    capitals = is_capital_line(line.text)
    end = 0
    for index, ((slot, _), new) in enumerate(zip(tokens, read, strict=True)):
        glued = (text[-1:].isdigit() or text[-1:] == "%") and slot.token[:1].isalpha()
        behind = tokens[index + 1][0].token if index + 1 < len(tokens) else ""
        torn = index > 0 and is_torn(tokens[index - 1][0].token, slot.token, behind)
        text += " " if (slot.start > end or glued) and not torn else ""
        end = slot.start + len(slot.token)
        pieces.append(Piece(len(text), line.passage.line_at(slot.start), line.passage.position_at(slot.start)))
        if index == 0 and capitals and new == slot.token:
            new = restore_label(new)
        if new != slot.token:
            changes.append(Change(line.number, slot.token, new))
        text += new
    return (replace(line, passage=Passage(text, tuple(pieces)), printed=line.text) if text else line), changes


def restore_lines(
    lines: Sequence[BodyLine],
    model: NGrams,
    abbreviations: frozenset[str] = frozenset(),
    names: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> tuple[list[BodyLine], list[Change]]:
    """Body lines of a mangled document with their Vietnamese letters back, and every token that changed.

    Each restored token is a piece of its own, so any stretch of the result leads back to the raw characters.
    `abbreviations` and `names` of places are those that the lists know. No token changes its digits.
    """
    first = Decoder(model, Channel(letters=model.letters), beam=_LEARNING_BEAM)
    lines = [part_glued(barred(line), model, first.candidates) for line in lines]
    slots = [list(line_to_slots(line.text)) for line in lines]
    decoder = first.with_channel(learn_channel(first, _sample(slots)))
    restored: list[BodyLine] = []
    changes: list[Change] = []
    found = decoder.decode(slots)
    read = [_read_line(line, tokens, abbreviations) for line, tokens in zip(lines, found, strict=True)]
    for line, tokens, words in zip(lines, found, restore_names_of_lines(read, names), strict=True):
        new, changed = _restore_line(line, tokens, words)
        restored.append(new)
        changes += changed
    return restored, changes
