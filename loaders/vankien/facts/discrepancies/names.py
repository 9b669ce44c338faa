"""Names against themselves: one object spelled with other tones, two abbreviations that changed places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from vankien.facts.discrepancies.parts import discrepancy, side
from vankien.facts.evidence import evidence_of
from vankien.model import Discrepancy, Evidence, Outline, Sentence
from vankien.vietnamese import UPPER, fold, same_tones

_NAME = rf"[{UPPER}][a-zà-ỹ]+(?:\s[{UPPER}][a-zà-ỹ]+){{1,2}}"
_KIND = r"thủy\ điện|thuỷ\ điện|sông|hồ|đèo|cửa\ khẩu|huyện|thị\ trấn|cao\ tốc|khu\ du\ lịch|nhà\ máy|quốc\ gia"
_NAMED = re.compile(
    rf"(?P<kind>(?i:{_KIND}))(?:\s(?:lớn|khác|như|là|trên\ địa\ bàn)){{0,3}}\s+\(?(?P<names>{_NAME}(?:(?:,|\ và)\s{_NAME})*)(?!\w)",
    re.VERBOSE,
)
"""A named object of a kind of which a province has few, or a list of them: its name is one, however it is spelled."""
_ONE = re.compile(_NAME)


def name_discrepancies(outline: Outline) -> Iterator[Discrepancy]:
    """Names of one object spelled with other tones ("thủy điện Nậm Bòn", "thủy điện Nậm Bón"), titles under two nouns, and
    names whose abbreviations are exchanged elsewhere in the document."""
    yield from _spellings(outline)
    yield from _two_nouns(outline)
    yield from _exchanged(outline)


def _spellings(outline: Outline) -> Iterator[Discrepancy]:
    found: dict[tuple[str, str], dict[str, tuple[str, Evidence]]] = defaultdict(dict)
    for sentence in outline.sentences:
        for match in _NAMED.finditer(sentence.text):
            for name in _ONE.finditer(sentence.text, match.start("names"), match.end("names")):
                evidence = evidence_of(
                    outline.report,
                    sentence.passage,
                    name.start(),
                    name.end(),
                    "discrepancy-name",
                    value_at=name.start(),
                )
                key = (fold(match["kind"]), fold(name.group()))
                found[key].setdefault(same_tones(name.group()), (name.group(), evidence))
    for (kind, _), spellings in found.items():
        if len(spellings) < 2:
            continue
        (a, first), (b, other) = list(spellings.values())[:2]
        lines = (first.line, other.line)
        yield discrepancy(
            f"Tên {_KINDS[kind]}",
            side(a, lines[0]),
            side(b, lines[1]),
            lines,
            "Chính tả không thống nhất",
            first,
            "name",
            [other],
        )


_TITLED = re.compile(r"(?P<noun>[Đđ]ề án|[Cc]hương trình|[Dd]ự án) [“\"](?P<title>[^“”\".;]{40,240})")


def _two_nouns(outline: Outline) -> Iterator[Discrepancy]:
    """One quoted title that is called a scheme in one place and a programme in another."""
    found: dict[str, tuple[str, Evidence]] = {}
    for sentence in outline.sentences:
        for match in _TITLED.finditer(sentence.text):
            key, noun = fold(match["title"]).strip(" ,"), match["noun"][:1].upper() + match["noun"][1:]
            passage, span = sentence.passage, match.span()
            evidence = evidence_of(outline.report, passage, *span, "discrepancy-name", value_at=span[0])
            first, place = found.setdefault(key, (noun, evidence))
            if first == noun or place == evidence:
                continue
            lines = (place.line, evidence.line)
            title = " ".join(match["title"].split()[:10])
            yield discrepancy(
                f"Tên gọi “{title} ...”", side(first, lines[0]), side(noun, lines[1]), lines,
                "Một tên, hai loại văn bản", place, "two-nouns", [evidence],
            )  # fmt: skip
            found[key] = (noun, evidence)


_KINDS = {fold(k.replace("\\", "")): k.replace("\\", "") for k in reversed(_KIND.split("|"))}

# --- abbreviations -------------------------------------------------------------------------------------------------

_SHORT = re.compile(r"(?P<name>[^\d().;:]{12,90}?)\s\((?P<short>[A-Z][A-Za-z]+(?:[- ]?[A-Za-z]+)?)\)")
"""``chỉ số năng lực cạnh tranh cấp tỉnh (PCI)``."""
_IN_BRACKETS = re.compile(r"\([A-Z][A-Za-z]+(?:[- ]?[A-Za-z]+)?\)")
"""What such a name must have behind it; the name itself is looked for at each letter of a sentence."""
_SHARED = 4
"""How many words two names must end in together to be one."""


@dataclass(frozen=True, slots=True)
class _Abbreviated:
    """A name with the abbreviation that stands in brackets behind it."""

    words: tuple[str, ...]
    short: str
    sentence: Sentence
    match: re.Match[str]

    def named_like(self, other: _Abbreviated) -> bool:
        """True if both names end in the same words."""
        return self.words[-_SHARED:] == other.words[-_SHARED:]


def _exchanged(outline: Outline) -> Iterator[Discrepancy]:
    """Two names with two abbreviations, given the other way round elsewhere."""
    found = [
        _Abbreviated(words, re.sub(r"[- ]", "", fold(match["short"])), sentence, match)
        for sentence in outline.sentences
        if _IN_BRACKETS.search(sentence.text)
        for match in _SHORT.finditer(sentence.text)
        if len(words := tuple(re.findall(r"\w+", fold(match["name"])))) >= _SHARED
    ]
    for a, b in combinations(found, 2):
        if not a.named_like(b) or a.short == b.short or a.short in b.short or b.short in a.short:
            continue
        crossed = [
            (c, d)
            for c, d in combinations(found, 2)
            if c.named_like(d)
            and not c.named_like(a)
            and {c.short, d.short} == {a.short, b.short}
            and c.short == b.short
        ]
        if not crossed:
            continue
        places = [
            evidence_of(
                outline.report,
                x.sentence.passage,
                x.match.start(),
                x.match.end(),
                "discrepancy-abbreviation",
                value_at=x.match.start("short"),
            )
            for x in (a, b)
        ]
        lines = (places[0].line, places[1].line)
        sides = [f"{' '.join(x.match['name'].split()[-6:])} ({x.match['short']})" for x in (a, b)]
        yield discrepancy(
            f"Tên viết tắt {a.match['short']}, {b.match['short']}", side(sides[0], lines[0]), side(sides[1], lines[1]), lines,
            "Hai tên viết tắt bị đổi chỗ cho nhau", places[0], "abbreviation", places[1:],
        )  # fmt: skip
        return
