"""Words of a scanned table line, each as printed and as restored: values, units, verdicts and wrecked words.

In a table the engine reads rulings as bars, cells over each other, signs as letters. Values are taken as printed;
words of closed lists (units, verdicts) are found by their likeness to the list, not by the letters' model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from vankien.model import Lexicon
from vankien.report.page.pages import BodyLine
from vankien.report.restoration.channel import folded
from vankien.report.restoration.slots import line_to_tokens
from vankien.report.restoration.tokens import dong_behind
from vankien.vietnamese import fold

_VALUE = re.compile(r"[<>≥≤~]?[-–−]?\d[\d.,]*%?(?:[-–÷]\d[\d.,]*%?)?")
_DASHES = frozenset("-–—")
_MAX_WORDS = 6
_LONGEST_SYLLABLE = 7


@dataclass(frozen=True, slots=True)
class Atom:
    """A word between blanks and bars: as printed, as restored, and where it stands in the restored text."""

    printed: str
    read: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """Its letters and digits in lower case without marks, signs read as the letters they look like."""
        return _key(self.printed)


@lru_cache(maxsize=16384)
def _key(printed: str) -> str:
    plain = printed.strip("()[]{}.,;:'’")
    return re.sub(r"[^a-z0-9]", "", plain if plain.isdigit() else folded(plain))


@dataclass(frozen=True, slots=True)
class Tail:
    """The values that close a row, the words behind them, and where the values start in the restored text."""

    values: tuple[Atom, ...]
    words: tuple[Atom, ...]
    start: int


def line_to_atoms(line: BodyLine) -> list[Atom]:
    """The words of a restored line, without the bars."""
    atoms: list[Atom] = []
    text, pieces = line.passage.text, line.passage.pieces
    tokens = [token for _, token in line_to_tokens(line.printed)]
    ends = [*(p.at for p in pieces[1:]), len(text)]
    for piece, end, token in zip(pieces, ends, tokens, strict=False):
        restored = text[piece.at : end].rstrip()
        if token != restored:
            printed = restored if _VALUE.fullmatch(restored.rstrip(".,;:")) else token.strip("|")
            atoms.append(Atom(printed, restored, piece.at, piece.at + len(restored)))
            continue
        parts = re.finditer(r"[^|]+", token)
        atoms += [Atom(m.group(), m.group(), piece.at + m.start(), piece.at + m.end()) for m in parts]
    return atoms


def is_value(atom: Atom) -> bool:
    """True for a number, a bound, a range or the dash of an empty cell."""
    return atom.printed in _DASHES or bool(_VALUE.fullmatch(atom.printed.rstrip(".,;:'’")))


_LOST = re.compile(r"[&$@§£€]")
"""Signs that no table prints: what is left of a number."""


def _is_noise(atom: Atom) -> bool:
    return not any(c.isalnum() or c == "%" for c in atom.printed) and not _LOST.search(atom.printed)


def atoms_to_tail(atoms: Sequence[Atom], least: int = 2) -> Tail | None:
    """The values at the end of a row and the few words behind them; None if the line closes with fewer than `least`."""
    at = len(atoms)
    while at and not is_value(atoms[at - 1]):
        at -= 1
    words = [a for a in atoms[at:] if not _is_noise(a)]
    end = at
    while at and (is_value(atoms[at - 1]) or _is_noise(atoms[at - 1])):
        at -= 1
    values = [a for a in atoms[at:end] if is_value(a)]
    if len(values) < least or len(words) > _MAX_WORDS:
        return None
    return Tail(tuple(values), tuple(words), values[0].start)


# --- verdicts -------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _verdicts(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    return tuple((fold(c.vi).replace(" ", ""), c.vi) for c in lexicon["verdicts"] if c.vi)


def _verdict_key(words: Sequence[Atom]) -> str:
    """The words as one key; a short word in ``b`` or ``p`` opened with ``Đ``."""
    keys = [re.sub(r"^[bp](?=.{1,2}$)", "d", a.key) for a in words]
    return "".join(keys)


def atoms_to_verdict(words: Sequence[Atom], lexicon: Lexicon) -> str | None:
    """The one verdict of the list that mangled words (``bat``, ``Khéng dat``, ``vuer``) are nearest to.

    None when they are nearer to nothing, or to two verdicts alike.
    """
    key = _verdict_key(words)
    if len(key) < 3:
        return None
    ranked = sorted((Levenshtein.distance(key, k), vi) for k, vi in _verdicts(lexicon))
    if not ranked or ranked[0][0] > len(key) / 2 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def first_verdict(words: Sequence[Atom], lexicon: Lexicon) -> str | None:
    """The verdict that the first words behind the values are, where the next cell opens with a capital (``Vượt Sở Y tế``)."""
    sizes = (n for n in (2, 1) if len(words) > n and words[n].printed[:1].isupper())
    return next((v for n in sizes if (v := atoms_to_verdict(words[:n], lexicon))), None)


def verdict_last(atoms: list[Atom], lexicon: Lexicon) -> list[Atom]:
    """The words of a row whose verdict is printed before its last value (the next target) with the verdict behind it."""
    if len(atoms) < 4 or not is_value(atoms[-1]):
        return atoms
    at = len(atoms) - 1
    while at and not is_value(atoms[at - 1]) and len(atoms) - at <= _MAX_WORDS:
        at -= 1
    words = [a for a in atoms[at:-1] if not _is_noise(a)]
    if not words or len(words) > 3 or not at or not is_value(atoms[at - 1]) or atoms_to_verdict(words, lexicon) is None:
        return atoms
    return [*atoms[:at], atoms[-1], *words]


def is_not(words: Sequence[Atom]) -> bool:
    """True for a lone ``Không``, the first line of a verdict in two lines."""
    return len(words) == 1 and Levenshtein.distance(words[0].key, "khong") <= 1


def is_not_yet(words: Sequence[Atom]) -> bool:
    """True for a lone ``Chưa``, the first line of ``Chưa đạt``."""
    return len(words) == 1 and words[0].printed[:1] == "C" and words[0].key in ("chua", "chura", "chia")


def is_assessed(words: Sequence[Atom]) -> bool:
    """True for ``đánh giá``, the second line of ``Không đánh giá``."""
    if len(words) != 2:
        return False
    return Levenshtein.distance(words[0].key, "danh") <= 1 and Levenshtein.distance(words[1].key, "gia") <= 1


# --- units ----------------------------------------------------------------------------------------

_NUMERAL = re.compile(r"(?:tram|nghin|ngan|van|trieu|ty|ti)\b")
"""Numerals that open a unit: ``tỷ đồng``, ``nghìn lượt``, ``vạn người``."""
_RINGS = frozenset(["o", "O", "°", "Jo", "To", "Io", "lo", "Yo", "yo", "Zo", "fo", "%e"])
"""What is left of a percent sign where one ring or both were read as letters."""
_PER_MILLE = frozenset({"%o", "%0"})
_OF_THOUSAND = re.compile(r"\b(?:tang dan so|tang tu nhien|ty suat|(?:giam|muc) sinh|sinh tho|tu vong|chet)\b")
"""Rates that are printed in per mille; elsewhere ``%o`` is a percent sign whose ring was read once more."""
_SMUDGED_PERCENT = re.compile(r"[^\W\d_]%|[¢°*]%")
"""The first circle of a percent sign read as a letter of its own (``Y%``)."""
_BROKEN_PERCENT = re.compile(r"[oO0°]?/[oO0°]?")


@lru_cache(maxsize=4)
def _units(lexicon: Lexicon) -> dict[str, str]:
    """Every unit of the list by its letters, as a table prints it (without its blanks)."""
    out: dict[str, str] = {}
    for concept in lexicon["units"]:
        for spelling in concept.all_spellings():
            out.setdefault(re.sub(r"\s", "", fold(spelling)), spelling)
    return out


def _unit_of(printed: str, lexicon: Lexicon) -> str | None:
    key = re.sub(r"\s", "", fold(printed)).strip(".;:").replace("uw", "u")
    if re.fullmatch(r"%[o0](?:/.*)?", key):
        return "‰/năm" if "/" in key else "‰"
    known = _units(lexicon)
    if key in known:
        return known[key]
    yearly = re.fullmatch(r"(.+)/n.m", key)
    if yearly and yearly.group(1) in known:
        return f"{known[yearly.group(1)]}/năm"
    if re.fullmatch(r"[#&o0°]/n.m", key):
        return "%/năm"
    base = yearly.group(1) if yearly else key
    if len(base) < 5:
        return None
    near = {
        known[k]
        for k in known
        if abs(len(k) - len(base)) <= 1
        and ("%" in k) == ("%" in base)  # "Đảng viên %": the sign is a cell of its own
        and Levenshtein.distance(k, base, score_cutoff=1) <= 1
    }
    if len(near) != 1:
        return None
    return near.pop() + ("/năm" if yearly else "")


def spelled_unit(text: str, lexicon: Lexicon) -> str | None:
    """The unit of the list that a text spells, letter by letter without its marks; None if it spells none."""
    return _units(lexicon).get(re.sub(r"\s", "", fold(text)))


def unit_of_cell(printed: str, lexicon: Lexicon) -> str | None:
    """The unit that a whole cell prints, also a percent sign that the engine broke; None if no list knows it."""
    bare = re.sub(r"\s", "", printed).strip(".,;:'’|")
    if _SMUDGED_PERCENT.fullmatch(bare) or _BROKEN_PERCENT.fullmatch(bare) or bare in _RINGS:
        return "%"
    return _unit_of(bare, lexicon)


def unit_before(atoms: Sequence[Atom], lexicon: Lexicon) -> tuple[str, int] | None:
    """The unit that closes the words before the values, and how many words it takes; the longest known one.

    Looked up as printed, then as restored (with a capital, as cells are printed).

    A unit with a capital or a sign goes before a longer one that swallows a word of the label; a percent sign that the
    engine broke (``o/ o``, ``/``) is read by its slash, one of which only a ring is left (``o``) by its place.
    """
    broken = _broken_percent(atoms)
    if not broken and len(atoms) > 2 and atoms[-1].printed in _RINGS:
        return "%", 1
    if len(atoms) > 3 and atoms[-1].printed in _PER_MILLE:
        return ("‰" if _OF_THOUSAND.search(fold(" ".join(a.read for a in atoms))) else "%"), 1
    if (broken and atoms[-1].printed.strip("oO0°") in ("", "/")) or (broken == 1 and atoms[-1].printed[-1:] == "%"):
        return "%", broken
    found: list[tuple[str, int]] = []
    for size in range(1, min(4, len(atoms)) + 1):
        words = atoms[-size:]
        if words[0].printed[:1].islower() and any(a.printed.istitle() for a in words[1:]):
            break  # the cell starts at the capital
        if words[0].printed.isdigit():
            break  # the number of the row
        restored = " ".join(a.read if any(c.isalpha() for c in a.printed) else a.printed for a in words)
        unit = _unit_of("".join(a.printed for a in words), lexicon)
        unit = unit or (_unit_of(restored, lexicon) if restored[:1].isupper() or restored[:1] == "%" else None)
        if unit is not None:
            found.append((unit, size))
    marked = [f for f in found if not (at := atoms[-f[1]].printed[:1]).islower() or _is_numeral(f[0], at)]
    return marked[-1] if marked else None


def _is_numeral(unit: str, opening: str) -> bool:
    """A unit that opens with a numeral (``tỷ đồng``) and with the letter that is printed, not one that is like it
    (``san ha`` is no ``vạn ha``)."""
    return bool(_NUMERAL.match(fold(unit))) and fold(unit)[:1] == fold(opening)


def _broken_percent(atoms: Sequence[Atom]) -> int:
    """How many words a percent sign takes that the engine broke (0 if there is none)."""
    if atoms and _SMUDGED_PERCENT.fullmatch(atoms[-1].printed):
        return 1
    for size in (3, 2, 1):
        text = "".join(a.printed for a in atoms[-size:])
        if len(atoms) >= size and _BROKEN_PERCENT.fullmatch(text):
            attached = len(atoms) > size and atoms[-size].start == atoms[-size - 1].end
            return 0 if attached else size  # "đồng/": the slash of a unit
    return 0


@lru_cache(maxsize=4)
def _wrapped(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    """Units of a numeral and a word, by both."""
    out: dict[str, dict[str, str]] = {}
    for spelling in _units(lexicon).values():
        words = fold(spelling).split()
        if len(words) == 2 and _NUMERAL.match(words[0]):
            out.setdefault(words[0], {}).setdefault(words[1], spelling)
    return out


def wrapped_unit(first: str, second: str, lexicon: Lexicon) -> str | None:
    """The unit of two words that a cell printed on two lines (``Tỷ`` / ``đồng``, ``Người/`` / ``năm``); None if they make
    none.

    The second word may be damaged by one letter, not the first.
    """
    if first.endswith("/"):
        return _unit_of(first + second, lexicon)
    known = _wrapped(lexicon).get(fold(first), {})
    key = re.sub(r"[^a-z0-9]", "", fold(second))
    yearly = re.fullmatch(r"(.+)/n.m", fold(second).rstrip(".,;:"))
    if known and yearly and yearly[1] in known:
        return f"{known[yearly[1]]}/năm"
    if not known and first[:1].isupper():
        return _unit_of(first + second, lexicon)  # "Lao" / "động", "Đảng" / "viên"
    near = {u for k, u in known.items() if Levenshtein.distance(k, key, score_cutoff=1) <= (len(k) > 3)}
    return known.get(key) or (near.pop() if len(near) == 1 else None)


def unit_top(words: Sequence[Atom], lexicon: Lexicon) -> int | None:
    """Where the numeral stands that closes a line of a label and opens the unit of the row (``... trên địa bàn | Tỷ``), a
    bit of a ruling behind it left out; None for other lines."""
    at = len(words) - 1
    while at > 0 and len(words[at].key) <= 1:
        at -= 1
    if at < 1 or not words[at].printed[:1].isupper() or fold(words[at].printed) not in _wrapped(lexicon):
        return None
    return at


def torn_unit(above: Atom, before: Sequence[Atom], lexicon: Lexicon) -> tuple[str, int] | None:
    """The unit whose first word stands at the end of the line above and its second before the values (``Tỷ`` / ``đồng``,
    ``Lao`` / ``động/``, whose third, ``năm``, stands below), and how many words it takes there; None if they make none."""
    if not before or not above.printed[:1].isupper():
        return None
    last = before[-1].printed
    if len(before) > 1 and re.fullmatch(r"/(?:n.?m)?", fold(last)):
        unit, size = _unit_of(f"{above.printed}{before[-2].printed}/nam", lexicon), 2
    else:
        second = "đồng" if dong_behind(above.printed, last) else last
        unit, size = wrapped_unit(above.printed, second, lexicon), 1
    return (unit, size) if unit else None


def numeral_of(word: str, lexicon: Lexicon) -> str | None:
    """The numeral that opens a unit of two words, spelled as the lists spell it; None for any other word."""
    units = _wrapped(lexicon).get(fold(word))
    return next(iter(units.values())).split()[0].capitalize() if units else None


def lone_unit(first: str, second: str, lexicon: Lexicon) -> str | None:
    """The unit of two words that stand alone on the lines above and below a row (``Đảng`` / ``viên``); None if they make
    none."""
    return _unit_of(first + second, lexicon)


# --- words ----------------------------------------------------------------------------------------


def is_wreck(word: str) -> bool:
    """True for a word that cannot be Vietnamese: signs, capitals or a doubled vowel inside, or more letters than a syllable has.

    >>> [is_wreck(w) for w in ("R'ulfcgs", "Izdzfnuaza", "nghiêng", "GRDP", "CT-XH", "(hằng", "bác", "Ơee")]
    [True, True, False, False, False, False, False, True]
    """
    core = word.strip("()[]“”\"'‘’.,;:-–+/%")
    if not core or core.isupper():
        return False
    if re.fullmatch(r"[\d.,/%-]+", core):
        return bool(re.search(r"[’'‘`]", word))
    if re.search(r"[^\w\s/-]|_|\d[^\W\d]|[^\W\d]\d|[\ufb00-\ufb06]|([aeiuyăâêơư])\1", core):
        return True
    parts = re.split(r"[-/]", core)
    return any(len(p) > _LONGEST_SYLLABLE or any(a.islower() and b.isupper() for a, b in pairwise(p)) for p in parts)


def is_overlay(words: Sequence[str], label: str) -> bool:
    """True if a line only repeats bits of a label (cells printed over each other) or holds no word at all.

    >>> is_overlay(["yen", "nong"], "Số huyện nông thôn mới"), is_overlay(["hợp", "vệ", "sinh"], "Tỷ lệ dân số"), is_overlay(["17", "y", "tế"], "Bảo hiểm")
    (True, False, False)
    """
    keys = [re.sub(r"[^a-z0-9]", "", fold(w)) for w in words]
    whole = [re.sub(r"[^a-z0-9]", "", fold(w)) for w in label.split()]
    real = [k for k in keys if len(k) >= 2 and not k.isdigit()]
    bits = sum(any(k in w for w in whole) for k in real)
    shreds = sum(len(w) <= 2 and w.isupper() for w in words)
    short = [w for w in words if not w.isdigit()]
    rest = len(short) > 1 and all(w.isalpha() and w.islower() for w in short) and any(not w.isascii() for w in short)
    return shreds >= 2 or not (rest or any(len(k) >= 3 for k in real)) or bits == len(real)


def is_sorted_run(numbers: Sequence[int]) -> bool:
    """True for three or more years that follow one another."""
    return len(numbers) >= 3 and all(b == a + 1 for a, b in pairwise(numbers))
