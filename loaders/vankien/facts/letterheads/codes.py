"""The numbers of formal documents: where they stand in a text, and one normal form for every way to print them.

``05-NQ/TU``, ``07/2021/NQ-HĐND``, ``111/2024/QH15``, ``8497/VPCP-QHĐP``, ``19-2017/NQ-CP``. What makes a number the code
of a document is a suffix that the lists of genres and bodies know, or the word "số" before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vankien.model import Concept, Lexicon
from vankien.report.restoration.capitals import restore_abbreviation
from vankien.vietnamese import nfc, skeleton

_NUMBER = r"\d{1,3}\.\d{3}|\d{1,5}[a-z]?"  # 30a, 1758, 5.237
_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s*[-–—/]\s*"
_CAPITALS = "A-ZĐÐƯÔÊ"
_SEGMENT = rf"[{_CAPITALS}]+(?:[trgihyxo]{{1,2}}(?![^\W\d_{_CAPITALS}])[{_CAPITALS}]*)?\d{{0,2}}(?:&[{_CAPITALS}]+)?"  # NQ, CTr, TTg, QyĐ, CTrHĐ, QH15
_JOINT = rf"(?:{_DASH}|\.(?=[{_CAPITALS}]{{2}}))"  # 277/BC-SNN.KHTC
_CODE = re.compile(
    rf"""(?<![\w.,/])(?<!\d[-–])
         (?P<number>{_NUMBER})
         (?:{_DASH}(?P<year>{_YEAR}))?
         (?P<mark>{_DASH}|\s(?=[{_CAPITALS}]+\s?[-–/]))
         (?P<suffix>(?:{_SEGMENT}|0[DPBĐ](?=-TTg))(?:{_JOINT}{_SEGMENT}){{0,3}})
         (?![{_CAPITALS}])""",
    re.VERBOSE,
)
"""``30a/2008/NQ-CP``, ``37- CT/TW``, ``238/KH-TU``, ``15 KH/TU``."""

_ANNOUNCED = re.compile(r"(?:\b[Ss]ố|\bSỐ)\s*[:.]?\s*$")
_LEADING = re.compile(r"^\s*(?:số|sô|so)\b\s*[:.]?\s*", re.IGNORECASE)
_ASSEMBLY = re.compile(r"(QH|UBTVQH)(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Code:
    """A document's code: its normal form, where it stands in the text, and the parts of its suffix."""

    text: str
    start: int
    end: int
    segments: tuple[str, ...]

    def plain_segments(self) -> tuple[str, ...]:
        """The parts of the suffix without the number of a term: ``QH15`` is ``QH``."""
        return tuple(re.sub(r"\d+$", "", s) for s in self.segments)


@dataclass(frozen=True, eq=False)
class Suffixes:
    """The suffixes that the lists know: genres (``NQ``) and bodies (``TU``) by suffix, other genres that share a suffix or
    write it otherwise (`variants`), and the right spelling of a suffix by its skeleton in capitals (``QD`` → ``QĐ``)."""

    genres: dict[str, tuple[Concept, ...]]
    variants: dict[str, tuple[Concept, ...]]
    bodies: dict[str, tuple[Concept, ...]]
    spelling: dict[str, str]

    @property
    def known(self) -> frozenset[str]:
        """The suffixes of genres and bodies."""
        return frozenset((*self.genres, *self.bodies))

    def knows(self, segment: str) -> bool:
        """True for a suffix of a genre or of a body."""
        return segment in self.genres or segment in self.bodies or segment in self.variants


def _by_notation(concepts: tuple[Concept, ...], name: str = "notation") -> dict[str, tuple[Concept, ...]]:
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in concepts:
        for notation in concept.properties.get(name, ()):
            found[notation] = (*found.get(notation, ()), concept)
    return found


@lru_cache(maxsize=8)
def lexicon_to_suffixes(lexicon: Lexicon) -> Suffixes:
    """The suffixes of document codes, from `skos:notation` of the genres and bodies."""
    genres, bodies = _by_notation(lexicon["genres"]), _by_notation(lexicon["bodies"])
    spelling: dict[str, str] = {}
    for notation in (*genres, *bodies):
        spelling.setdefault(skeleton(notation).upper(), notation)
    # A suffix that is known as printed is never respelt: HD (hướng dẫn) is not HĐ.
    spelling.update({n.upper(): n for n in (*genres, *bodies)})
    variants = _by_notation(lexicon["genres"], "codeVariant")
    return Suffixes(genres, variants, bodies, spelling)


def normal_segment(segment: str, suffixes: Suffixes) -> str:
    """One part of a suffix in its right spelling: ``QD`` → ``QĐ``, ``Ctr`` → ``CTr``, ``TƯ`` → ``TW``, misread ``QP`` →
    ``QĐ``."""
    if segment.upper() in ("TƯ", "TU.Ư"):
        return "TW"
    if segment in suffixes.genres or segment in suffixes.bodies:
        return segment
    assembly = _ASSEMBLY.fullmatch(segment)
    if assembly:
        return segment
    upper = segment.upper()
    known = suffixes.spelling.get(upper) or suffixes.spelling.get(skeleton(upper))
    return known or restore_abbreviation(re.sub(r"^[0O](?=[DPBĐ]$)", "Q", segment), suffixes.known)


def normal_code(raw: str, lexicon: Lexicon) -> str:
    """A code as documents print it, in its normal form: no blanks, no "số", plain hyphens, suffixes spelt right.

    A text that is no code comes back with its blanks and "số" removed only.
    """
    text = _LEADING.sub("", nfc(raw)).strip()
    match = _CODE.match(text)
    if match and match.end() == len(text):
        return _normal(match, lexicon_to_suffixes(lexicon))
    return re.sub(r"\s+", "", re.sub(r"[–—]", "-", text))


def _tight(dash: str) -> str:
    """A separator without its blanks; a blank alone stands for a hyphen."""
    stripped = re.sub(r"[–—]", "-", dash.strip())
    return stripped or "-"


def _normal(match: re.Match[str], suffixes: Suffixes) -> str:
    number = match["number"].replace(".", "")
    between = match.string[match.end("number") : match.start("mark")]
    year = f"{_tight(between.replace(match['year'], ''))}{match['year']}" if match["year"] else ""
    parts = re.split(rf"({_JOINT})", match["suffix"])
    suffix = "".join(_tight(p).replace(".", "-") if i % 2 else normal_segment(p, suffixes) for i, p in enumerate(parts))
    return f"{number}{year}{_tight(match['mark'])}{suffix}"


def _is_code(match: re.Match[str], segments: tuple[str, ...], suffixes: Suffixes) -> bool:
    """True if the number is a document's: a known suffix of two parts, the National Assembly's, or "số" before it."""
    announced = bool(_ANNOUNCED.search(match.string[max(0, match.start() - 8) : match.start()]))
    plain = [re.sub(r"\d+$", "", s) for s in segments]
    known = any(suffixes.knows(s) for s in plain)
    if not match["mark"].strip() and not (announced and plain[0] in suffixes.genres):
        return False
    if _ASSEMBLY.fullmatch(segments[0]) and match["year"]:
        return True
    if len(segments) == 1:
        return announced and known
    return known or (announced and len(plain[0]) > 1)


_SHARING = re.compile(r"[Ss]ố\s*:?\s*(?P<numbers>\d{1,4}(?:\s*,\s*\d{1,4})*)\s*(?:,|và|,\s*và)\s*(?:số\s+)?$")
"""``số 18, `` before ``19-NQ/TW``: numbers that share the suffix of the last one."""


def find_codes(text: str, lexicon: Lexicon) -> Iterator[Code]:
    """The document codes of a text, in order; "số 18, 19-NQ/TW" are two."""
    suffixes = lexicon_to_suffixes(lexicon)
    for match in _CODE.finditer(text):
        segments = tuple(normal_segment(s, suffixes) for s in re.split(_JOINT, match["suffix"]))
        sharing = _SHARING.search(text[max(0, match.start() - 60) : match.start()])
        if not _is_code(match, segments, suffixes):
            continue
        normal = _normal(match, suffixes)
        if sharing and not match["year"]:
            shift = max(0, match.start() - 60) + sharing.start("numbers")
            for number in re.finditer(r"\d+", sharing["numbers"]):
                rest = re.sub(r"^\d+[a-z]?", "", normal)
                yield Code(number.group() + rest, shift + number.start(), shift + number.end(), segments)
        yield Code(normal, match.start(), match.end(), segments)


def code_genres(code: Code, lexicon: Lexicon) -> tuple[Concept, ...]:
    """The genres that the code's suffix can stand for (``QĐ``: decision or regulation); empty if it names none."""
    suffixes = lexicon_to_suffixes(lexicon)
    first = code.plain_segments()[0]
    own = suffixes.genres.get(first, ())
    return (*own, *(g for g in suffixes.variants.get(first, ()) if all(g.id != o.id for o in own)))


def code_body(code: Code, lexicon: Lexicon) -> Concept | None:
    """The body whose suffix the code carries: ``TU`` in ``05-NQ/TU``, ``UBND`` in ``110/UBND-KTN``."""
    suffixes = lexicon_to_suffixes(lexicon)
    plain = code.plain_segments()
    rest = plain[1:] if plain[0] in suffixes.genres and len(plain) > 1 else plain
    return next((suffixes.bodies[s][0] for s in rest if s in suffixes.bodies), None)
