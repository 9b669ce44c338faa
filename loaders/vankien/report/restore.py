"""Text that an English OCR engine read from Vietnamese → Vietnamese, line by line, with the way back.

A noisy channel (`channel`) and a trigram model (`ngrams`) are decoded with a beam; one unsupervised pass over the
document itself learns its confusions first. Tokens with digits, codes, Roman numerals and abbreviations in capitals
bypass the decoder: values and codes come from the raw layer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from vankien.model import Passage, Piece
from vankien.report.capitals import restore_capitals, restore_label
from vankien.report.channel import LOOK_ALIKES, TWO_FOR_ONE, Channel, capital_pair, folded
from vankien.report.names import restore_names
from vankien.report.ngrams import END, NUMBER, OTHER, NGrams, core
from vankien.report.pages import BodyLine
from vankien.report.scan_glue import part_glued
from vankien.report.scan_phrases import restore_phrases
from vankien.report.scan_tokens import (
    dong_behind,
    is_chapter,
    is_code,
    is_row,
    is_torn,
    is_unit,
    line_to_tokens,
    misread_number,
    raised_unit,
    without_strays,
    year_behind,
)
from vankien.vietnamese import skeleton

_TYPED_LETTERS = frozenset("ăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_TYPED_SHARE = 0.08
"""Letters outside Latin-1 make 20 % and more of typed Vietnamese letters; an English engine prints none."""

_BEAM = 8
_CANDIDATES = 24
_WINDOW = 9.0
_HOPELESS = 9.5
_DIGITS_AS_WORD = 2.0
_LEARNING_BEAM = 4
_SAMPLE, _BLOCK = 600, 20
_KEPT = 60
_LONGEST = 40
_STOPS = frozenset(".;:!?")
_NUMERIC = re.compile(r"[\d.,/%:+<>=-]+")
_ROMAN = re.compile(r"[IVX1l]{2,}")
_LE = re.compile(r"^[1lI|\[]?(?:8|&|é|€|¢|e|ê|è|ệ|ẹ|6|£|I|l|1|\|)$")
"""What an English engine makes of ``lệ`` after ``tỷ``: ``18``, ``1é``, ``1€``, ``|é`` ..."""
_TY_LE = re.compile(r"[Tt][yýỳvV][lI1|][eéêè€]")
"""``Tỷ lệ`` without its blank."""
_DIGITS = {
    **dict.fromkeys(("1", "12", "13", "14", "1a"), "la"),
    **dict.fromkeys(("10", "16"), "lo"),
    **dict.fromkeys(("50", "56"), "so"),
    "18": "le",
    "6": "o",
}
"""Numbers that an English engine prints for whole words (``Quéc 16`` = Quốc lộ, ``18 hdi`` = lễ hội)."""
_L_AND_LETTERS = re.compile(r"1[0468](?!(?:ha|km|kg|cm|mm|m|tr|th|h)$)[^\W\d_]{1,3}", re.IGNORECASE)
"""``16n``, ``16i``, ``18n``: an l and a vowel read as two digits (lớn, lối, lên); no number with its unit."""


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


class _Slot(NamedTuple):
    """A token in the lattice: its whole text, its parts (before, core, after), its symbol if it is not decoded, where
    it starts in the line."""

    token: str
    parts: tuple[str, str, str]
    symbol: str | None
    start: int


@dataclass(eq=False)
class Decoder:
    """Decodes lines with a language model and a channel; remembers the candidates of every token form."""

    model: NGrams
    channel: Channel = field(default_factory=Channel)
    beam: int = _BEAM
    neighbours: dict[str, list[str]] = field(default_factory=dict)
    _by_skeleton: dict[str, list[str]] = field(default_factory=dict)
    _candidates: dict[str, list[tuple[str, float, float]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in self.model.vocabulary:
            self._by_skeleton.setdefault(skeleton(word), []).append(word)
        self._skeletons = list(self._by_skeleton)

    def with_channel(self, channel: Channel) -> Decoder:
        """The same decoder with another channel; the words near each token form are not searched again."""
        return Decoder(self.model, channel, _BEAM, self.neighbours)

    def _near(self, token: str) -> list[str]:
        """Words of the vocabulary whose skeleton is within one or two edits of a reading of the token."""
        known = self.neighbours.get(token)
        if known is not None:
            return known
        base = folded(token)
        forms = {base, base.replace("l", "i"), base.replace("i", "l", 1)}
        if token[:1] in "pb":
            forms.add("d" + base[1:])
        forms |= {base.replace(pair, "u") for pair in TWO_FOR_ONE if pair in base}
        cutoff = 1 if len(base) <= 3 else 2
        found: set[str] = set()
        for form in sorted(forms):
            near = process.extract(form, self._skeletons, scorer=Levenshtein.distance, score_cutoff=cutoff, limit=None)
            found.update(word for word, _, _ in near)
        words = [w for s in sorted(found) for w in self._by_skeleton[s]]
        self.neighbours[token] = words
        return words

    def candidates(self, token: str) -> list[tuple[str, float, float]]:
        """What a token in lower case (a first ``P``, ``B`` or ``D`` may be a capital) may have been printed for, cheapest first: word, cost, probability on its own."""
        known = self._candidates.get(token)
        if known is None:
            scored = self.channel.near(token, self._near(token.lower()), _HOPELESS)
            best = scored[0][0] if scored else 0.0
            near = [(w, cost) for cost, w in scored[:_CANDIDATES] if cost < best + _WINDOW] or [(token, 0.0)]
            known = [(w, cost, self.model.alone(w)) for w, cost in near]
            self._candidates[token] = known
            if len(scored) > _KEPT and token.islower():
                self.neighbours[token] = [w for _, w in scored[:_KEPT]]
        return known

    def decode(self, lines: Sequence[str]) -> list[list[tuple[_Slot, str]]]:
        """The best reading of consecutive lines: per line its tokens with the restored core."""
        slots = [(i, slot) for i, line in enumerate(lines) for slot in line_to_slots(line)]
        words = self._best_path([slot for _, slot in slots])
        out: list[list[tuple[_Slot, str]]] = [[] for _ in lines]
        for (i, slot), word in zip(slots, words, strict=True):
            out[i].append((slot, word))
        return out

    def _best_path(self, slots: Sequence[_Slot]) -> list[str]:
        """Beam search over states (last two words), best state first, so that hopeless options are cut early; ties go
        to the earlier state, so the result is one."""
        states: list[tuple[float, tuple[str, str], object]] = [(0.0, (END, END), None)]
        for slot in slots:
            if slot.symbol == "":
                states = [(score, key, ("", back)) for score, key, back in states]
                continue
            new = self._extend(states, self._options(slot), bool(_STOPS & set(slot.parts[2])))
            states = _best_states(new, self.beam)
        return _unwind(states[0][2])

    def _options(self, slot: _Slot) -> list[tuple[str, float, float]]:
        """What a slot may be read as; a number that looks like a word, at a price, as that word."""
        known = slot.symbol
        if known is None:
            return self.candidates(_decoded(slot.parts[1]))
        options = [(known, 0.0, self.model.alone(known))]
        if known == NUMBER and slot.parts[1] in _DIGITS and _may_be_word(slot):
            words = self._by_skeleton.get(_DIGITS[slot.parts[1]], [])
            options += [(w, _DIGITS_AS_WORD, self.model.alone(w)) for w in words]
        return options

    def _extend(
        self, states: list[tuple[float, tuple[str, str], object]], options: list[tuple[str, float, float]], stop: bool
    ) -> dict[tuple[str, str], tuple[float, object]]:
        log, best, hopeless = math.log, -math.inf, -math.inf
        new: dict[tuple[str, str], tuple[float, object]] = {}
        for score, (first, second), back in states:
            two, one = self.model.after(first, second)
            after_two, after_one, left_two, left_one = two.seen.get, one.seen.get, two.left, one.left
            for word, cost, alone in options:
                value = score - cost
                if value < hopeless:
                    break
                lower = after_one(word, 0.0) + left_one * alone
                value += log(after_two(word, 0.0) + left_two * lower + 1e-9)
                key = (word, END) if stop else (second, word)
                known = new.get(key)
                if known is None or known[0] < value:
                    new[key] = (value, (word, back))
                    if value > best:
                        best, hopeless = value, value - _WINDOW
        return new


def _best_states(
    new: dict[tuple[str, str], tuple[float, object]], beam: int
) -> list[tuple[float, tuple[str, str], object]]:
    """The best states, best first; of equal ones the earlier."""
    least = sorted([score for score, _ in new.values()])[-beam] if len(new) > beam else -math.inf
    states = [(score, key, back) for key, (score, back) in new.items() if score >= least]
    return sorted(states, key=lambda state: -state[0])[:beam]


def _unwind(back: object) -> list[str]:
    words: list[str] = []
    while isinstance(back, tuple):
        words.append(back[0])
        back = back[1]
    return words[::-1]


def _decoded(printed: str) -> str:
    """A printed token as it is looked up: in lower case, but for a first capital that may be a ``Đ``."""
    return printed[0] + printed[1:].lower() if printed[:1] in "PBD" else printed.lower()


def _is_letters(word: str) -> bool:
    return any(c.isalpha() for c in word) or any(c in LOOK_ALIKES and not c.isdigit() for c in word)


def line_to_slots(line: str) -> Iterator[_Slot]:
    """The tokens of a line; a symbol marks those that are not decoded.

    >>> [(s.token, s.symbol) for s in line_to_slots("ty 1é 54,0% khoa XIV, UBND | so 05-NQ/TU")]
    [('ty', None), ('1é', 'lệ'), ('54,0%', '<n>'), ('khoa', None), ('XIV,', '<x>'), ('UBND', '<x>'), ('|', ''), ('so', None), ('05-NQ/TU', '<x>')]
    """
    capitals = _is_capital_line(line)
    previous = ""
    tokens = list(line_to_tokens(line))
    for index, (start, token) in enumerate(tokens):
        parts = core(token)
        word = parts[1]
        below = tokens[index + 1][1] if index + 1 < len(tokens) else ""
        symbol: str | None = None
        if (previous in ("ty", "tv") and _LE.match(token)) or _TY_LE.fullmatch(token):
            symbol, parts = "lệ", ("", token, "")
        elif index and (dong := dong_behind(core(tokens[index - 1][1])[1], token)):
            symbol, parts = "đồng", ("", "đồng", dong[4:])
        elif year := year_behind(token):
            symbol, parts = "năm", ("/", "năm", year[4:])
        elif number := misread_number(parts, opens=start == 0, capitals=capitals):
            symbol, parts = NUMBER, (parts[0], number, parts[2])
        elif unit := raised_unit(token, tokens[index - 1][1] if index else ""):
            symbol, parts = NUMBER, ("", unit, "")
        elif is_chapter(start, token, below) or is_unit(token) or (start == 0 and word in _DIGITS and is_row(tokens)):
            symbol = OTHER
        elif token in ("TV", "TY") and _LE.match(below):
            parts = ("", "Ty", "")
        elif not word:
            symbol = ""
        elif _NUMERIC.fullmatch(word) or token in ("%o", "%0"):
            symbol = NUMBER
        elif (
            len(word) > _LONGEST  # no words, however many ran together; to align it takes the square of its length
            or is_code(word)
            or (sum(c.isdigit() for c in word) >= 2 and not _L_AND_LETTERS.fullmatch(word))
            or re.fullmatch(r"\d{1,2}[A-ZĐ]{1,2}", word)
            or not _is_letters(word)
            or (_ROMAN.fullmatch(word) and set(word) & set("VX"))
            or (
                not capitals
                and sum(c.isalpha() for c in word) > 1
                and word.isupper()
                and not _opens_line(start, word, below)
            )
        ):
            symbol = OTHER
        previous = skeleton(word).lower()
        yield _Slot(token, parts, symbol, start)


def _may_be_word(slot: _Slot) -> bool:
    """A number in brackets is one, and so is the one that numbers a line."""
    before, digits, behind = slot.parts
    return "(" not in before and (slot.start > 0 or not (behind or digits == "1"))


def _opens_line(start: int, word: str, below: str) -> bool:
    """A syllable of two letters at the start of a line, its vowel printed as a capital (``TO chirc`` = Tổ chức)."""
    return start == 0 and len(word) == 2 and word[1] in "AEIOUY" and word[0] not in "AEIOUY" and below[:1].islower()


def _is_capital_line(line: str) -> bool:
    """A title in capitals, whose words are decoded; elsewhere words in capitals are abbreviations."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 5 and " " in line.strip() and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _cased(printed: str, restored: str, capitals: bool, opens: bool) -> str:
    """The restored word in the case of the printed one. Outside of titles a word has no capital inside; ``I`` for
    ``l`` (``Iam`` = lâm) is no capital unless it opens a line."""
    if len(printed) > 1 and sum(c.isupper() for c in printed) > len(printed) / 2 and (capitals or printed.isupper()):
        return restored.upper()
    if printed[:1] == "I" and restored[:1] == "l" and not opens:
        return restored
    return restored[:1].upper() + restored[1:] if printed[:1].isupper() else restored


def _slot_to_text(slot: _Slot, word: str, abbreviations: frozenset[str], capitals: bool) -> str:
    if slot.symbol == "lệ":
        return f"{slot.token[0]}ỷ lệ" if _TY_LE.fullmatch(slot.token) else "lệ"
    if slot.symbol in ("đồng", "năm"):
        return "".join(slot.parts)
    if slot.symbol == NUMBER and word == NUMBER and slot.parts[1] not in slot.token:
        return "".join(slot.parts)
    if slot.symbol == NUMBER and word != NUMBER:
        return slot.parts[0] + word + slot.parts[2]
    if slot.symbol is not None:
        return restore_capitals(slot.token, abbreviations)
    before, printed, after = slot.parts
    return without_strays(before) + _cased(printed, word, capitals, slot.start == 0) + after


def _sample(lines: Sequence[str]) -> list[str]:
    """The lines that a channel is learnt from: all of a short document, every second block of a long one."""
    if len(lines) <= _SAMPLE:
        return list(lines)
    return [line for i, line in enumerate(lines) if i // _BLOCK % 2 == 0]


def learn_channel(decoder: Decoder, lines: Sequence[str]) -> Channel:
    """One unsupervised pass: decode with the prior costs, then count what was seen for what."""
    decoded = (item for line in decoder.decode(lines) for item in line if item[0].symbol is None)
    pairs = [capital_pair(_decoded(slot.parts[1]), word) for slot, word in decoded]
    return decoder.channel.learnt(pairs)


def _restore_line(
    line: BodyLine,
    tokens: Sequence[tuple[_Slot, str]],
    abbreviations: frozenset[str],
    names: Mapping[str, tuple[str, ...]],
) -> tuple[BodyLine, list[Change]]:
    text, pieces, changes = "", [], []
    capitals = _is_capital_line(line.text)
    read = restore_phrases([_slot_to_text(slot, word, abbreviations, capitals) for slot, word in tokens])
    read = restore_names(read, names)
    end = 0
    for index, ((slot, _), new) in enumerate(zip(tokens, read, strict=True)):
        glued = (text[-1:].isdigit() or text[-1:] == "%") and slot.token[:1].isalpha()
        behind = tokens[index + 1][0].token if index + 1 < len(tokens) else ""
        torn = index > 0 and is_torn(tokens[index - 1][0].token, slot.token, behind)
        text += " " if (slot.start > end or glued) and not torn else ""
        end = slot.start + len(slot.token)
        pieces.append(Piece(len(text), line.number, line.passage.position_at(slot.start)))
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
    first = Decoder(model, beam=_LEARNING_BEAM)
    lines = [part_glued(line, model, first.candidates) for line in lines]
    texts = [line.text for line in lines]
    decoder = first.with_channel(learn_channel(first, _sample(texts)))
    restored: list[BodyLine] = []
    changes: list[Change] = []
    for line, tokens in zip(lines, decoder.decode(texts), strict=True):
        new, changed = _restore_line(line, tokens, abbreviations, names)
        restored.append(new)
        changes += changed
    return restored, changes
