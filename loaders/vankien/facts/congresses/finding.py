"""Finder of congresses: each organisation's congress that the text names, with what any mention adds to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vankien.facts.documents.provinces import province_of
from vankien.facts.evidence import evidence_of
from vankien.facts.names.capitals import small_congress
from vankien.facts.names.congresses import PARTY_COMMITTEE, TERM, Called, congress_at, find_called
from vankien.model import Concept, Congress, Context, Fact, Finding, Found, Lexicon, Outline, Passage, Sentence
from vankien.report.join import join_passages
from vankien.vietnamese import ROMAN, UPPER, parse_roman, same_tones, to_roman

_TERM_NAMED = re.compile(rf"(?<!\w)nhiệm\ kỳ\s+(?:khóa\s+)?(?P<roman>{ROMAN})(?!\w)", re.VERBOSE)


# --- what is said about a congress ----------------------------------------------------------------

_THEME = re.compile(
    rf"""(?<!\w)[Cc]hủ\ đề\s+(?:của\s+)?[Đđ]ại\ hội(?P<which>[^:“"”.;]{{0,120}}?)(?P<is>\s+là)?\s*(?P<colon>:)?\s*
        (?:(?<=:)\s*(?P<plain>[^“"].{{20,700}}?)(?=[.]?\s*$|[.]\s+[{UPPER}])|[“"](?P<quoted>[^”"]{{15,700}})[”"])""",
    re.VERBOSE,
)
"""``Chủ đề Đại hội XIV, nhiệm kỳ 2020 - 2025: Đoàn kết ...``, ``chủ đề của Đại hội là “...”``."""

_SAYING = re.compile(
    r"""(?<!\w)(?P<kind>[Pp]hương\ châm|[Cc]hủ\ đề)\s*(?P<which>[^:“"”.;,]{0,60}?)(?:\s+là)?\s*:?\s*[“"](?P<words>[^”"]{8,700})[”"]""",
    re.VERBOSE,
)
"""``với phương châm “...”``, ``Chủ đề: “...”``."""

_HELD = re.compile(
    r"""(?<!\w)(?:họp|tổ\ chức|diễn\ ra|khai\ mạc|tiến\ hành)\b[^.;“”]{0,60}?
        (?:(?:từ\s+)?(?:ngày\s+)?(?P<d1>\d{1,2})(?:/(?P<m1>\d{1,2}))?(?:/\d{4})?\s*(?:-|–|đến(?:\ hết)?)\s*(?:ngày\s+)?)?
        (?:ngày\s+)?(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y>(?:19|20)\d\d)
        (?:,?\s+tại\s+(?P<venue>[^.,;()]{4,90}))?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A mention with its sentence, and what the sentence says about the congress."""

    called: Called
    passage: Passage
    dates: str | None = None
    venue: str | None = None


def _held(text: str) -> tuple[str | None, str | None, int]:
    """Dates (ISO, ``from/to``) and venue of a congress that a sentence says was held, and where it says so: the congress
    named last before is the one."""
    match = _HELD.search(text)
    if match is None:
        return None, None, 0
    year, month, day = int(match["y"]), int(match["m2"]), int(match["d2"])
    last = f"{year}-{month:02d}-{day:02d}"
    first = f"{year}-{int(match['m1'] or month):02d}-{int(match['d1']):02d}" if match["d1"] else last
    venue = match["venue"].strip() if match["venue"] else None
    return (f"{first}/{last}" if first != last else last), venue, match.start()


def _passages(outline: Outline) -> Iterator[Sentence]:
    """Letterhead (as one text), headings, sentences."""
    head = [p for p in outline.letterhead if p.text]
    if head:
        yield Sentence(join_passages(head), Context(where="letterhead"), -1)
    for heading in outline.headings:
        yield Sentence(heading.title, Context(where="heading"), -1)
    yield from outline.sentences


def _main_congress(said: list[_Said]) -> tuple[str, str] | None:
    """The congress that the document is about: the Party committee's that it names most often."""
    named = Counter(
        (s.called.org, s.called.ordinal) for s in said if s.called.ordinal and s.called.org.startswith(PARTY_COMMITTEE)
    )
    return max(named, key=lambda k: named[k]) if named else None


def find_congresses(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The congresses that the document names: one for each organisation and ordinal, at its first line, with term,
    dates, venue, theme and motto from whatever mention says them."""
    province = province_of(outline, lexicon)
    said: list[_Said] = []
    sentences = sorted(_passages(outline), key=lambda s: s.passage.position_at(0))
    for sentence in sentences:
        if "ại hội" not in sentence.text and "ẠI HỘI" not in sentence.text:
            continue
        text = small_congress(sentence.text)
        dates, venue, at = _held(text)
        calls = _sharing_terms(list(find_called(text, province)), text)
        held = max((i for i, called in enumerate(calls) if called.start < at), default=0)
        for i, called in enumerate(calls):
            said.append(_Said(called, sentence.passage, *((dates, venue) if i == held else (None, None))))
    main = _main_congress(said)
    said += [s for sentence in sentences for s in _terms_named(sentence, main)]
    said = _with_neighbours(said, main)
    said.sort(key=lambda s: s.passage.position_at(s.called.start))
    themes = _themes(sentences, province, main)
    printed = frozenset(f"{m['from']}-{m['to']}" for s in sentences for m in TERM.finditer(" " + s.text.lower()))
    yield from _records(outline, said, main, themes, printed)


_JOINED = re.compile(r",?\s(?:và\s)?(?:(?:NGHỊ QUYẾT|[Nn]ghị quyết)\s)?|,?\sVÀ\s(?:NGHỊ QUYẾT\s)?")


def _sharing_terms(calls: list[Called], text: str) -> list[Called]:
    """``Đại hội Đảng bộ tỉnh A lần thứ X và Đại hội Đảng bộ tỉnh B lần thứ V, nhiệm kỳ 2020 - 2025``: the term is of both."""
    out = list(calls)
    for at in range(len(out) - 2, -1, -1):
        one, after = out[at], out[at + 1]
        alike = one.ordinal and after.ordinal and one.org[:7] == after.org[:7] and one.term is None
        if alike and after.term and _JOINED.fullmatch(text, one.end, after.start):
            out[at] = replace(one, term=after.term)
    return out


_COUNTED_FROM = 1956
"""National congresses are five years apart: the fourteenth is of the term from 2026 on, provincial terms begin a year before."""


def _with_neighbours(said: list[_Said], main: Key | None) -> list[_Said]:
    """Bare mentions ("Nghị quyết Đại hội XV") of the congress before or after the main one are of its organisation, if
    their ordinal cannot be that of a national congress of those years; and of any whose term fits its ordinal."""
    number = parse_roman(main[1] or "") if main else None
    starts = {int(s.called.term[:4]) for s in said if main and s.called.term and s.called.ordinal == main[1]}
    if main is None or number is None or len(starts) != 1:
        return said
    national = (min(starts) + 1 - _COUNTED_FROM) // 5
    out = []
    for one in said:
        own = parse_roman(one.called.ordinal or "") if not one.called.org else None
        beside = own is not None and abs(own - number) == 1 and not national - 2 <= own <= national
        begun = int(one.called.term[:4]) if one.called.term else 0
        in_line = own is not None and own != number and begun == min(starts) - 5 * (number - own)
        out.append(replace(one, called=replace(one.called, org=main[0])) if beside or in_line else one)
    return out


def _terms_named(sentence: Sentence, main: Key | None) -> Iterator[_Said]:
    """The main organisation's congresses that a text names by their term only ("tổng kết nhiệm kỳ XV"): the main one and
    its neighbours; other organisations count their terms otherwise."""
    number = parse_roman(main[1] or "") if main else None
    if number is None or main is None:
        return
    text = same_tones(sentence.text)
    for match in _TERM_NAMED.finditer(text):
        own = parse_roman(match["roman"])
        before = text[max(0, match.start() - 40) : match.start()]
        if own and abs(own - number) <= 1 and not re.search(r"Quốc hội|HĐND|Hội đồng nhân dân|Trung ương", before):
            called = Called(main[0], match["roman"], None, match.start(), match.end())
            yield _Said(called, sentence.passage)


Key = tuple[str, str | None]


def _neighbouring_term(key: Key, known: dict[Key, str], printed: frozenset[str]) -> str | None:
    """The term between those of the congresses before and after, if the text prints it somewhere."""
    number = parse_roman(key[1] or "")
    if number is None:
        return None
    for step in (-1, 1):
        other = known.get((key[0], to_roman(number + step))) if number + step > 0 else None
        if other:
            begins, ends = (int(y) for y in other.split("-"))
            term = f"{ends}-{2 * ends - begins}" if step < 0 else f"{2 * begins - ends}-{begins}"
            if term in printed:
                return term
    return None


def _records(
    outline: Outline, said: list[_Said], main: Key | None, notes: dict[Key, dict[str, str]], printed: frozenset[str]
) -> Iterator[Congress]:
    """One congress a key, enriched; bare mentions ("Đại hội XIV, nhiệm kỳ ...") add to the main organisation's."""
    records: dict[Key, Congress] = {}
    terms: dict[Key, Counter[str]] = {}
    for one in said:
        called = one.called
        org = called.org or (main[0] if main else "")
        if not org or (called.ordinal is None and not _counts_unnumbered(called, said)):
            continue
        key = (org, called.ordinal)
        if called.term:
            terms.setdefault(key, Counter())[called.term] += 1
        for name in (org, *called.more):
            own = (name, called.ordinal)
            if own not in records and (called.org or called.term):
                evidence = evidence_of(outline.report, one.passage, called.start, called.end, "congress")
                records[own] = Congress(org=name, ordinal=called.ordinal, evidence=evidence)
        if key in records and one.dates and records[key].dates is None and called.org:
            records[key] = replace(records[key], dates=one.dates, venue=one.venue)
    known = {key: counted.most_common(1)[0][0] for key, counted in terms.items()}
    for key, record in records.items():
        term = known.get(key) or _neighbouring_term(key, known, printed)
        more = notes.get(key, {})
        yield replace(record, term=term, theme=more.get("theme"), motto=more.get("motto"))


def _counts_unnumbered(called: Called, said: list[_Said]) -> bool:
    """A congress without ordinal is one of its own only for a mass organisation that no mention numbers."""
    if not called.org or called.org.startswith("Đảng"):
        return False
    head = called.org.split(" tỉnh")[0]
    return not any(s.called.ordinal and s.called.org.startswith(head) for s in said)


def _themes(sentences: list[Sentence], province: Concept | None, main: Key | None) -> dict[Key, dict[str, str]]:
    """Themes and mottoes by congress."""
    notes: dict[Key, dict[str, str]] = {}
    recent: tuple[int, Key] | None = None
    for sentence in sentences:
        text = same_tones(sentence.text)
        calls = [c for c in find_called(text, province) if c.ordinal and c.org.startswith(PARTY_COMMITTEE)]
        for match in _THEME.finditer(text):
            key = _which(match, province, main)
            if key:
                group = "quoted" if match["quoted"] else "plain"
                notes.setdefault(key, {}).setdefault("theme", _clean(sentence.text, match, group))
        for match in _SAYING.finditer(text):
            key = _said_of(match, calls, recent, sentence.paragraph, main)
            if key:
                kind = "motto" if match["kind"].lower() == "phương châm" else "theme"
                notes.setdefault(key, {}).setdefault(kind, _clean(sentence.text, match, "words"))
        if calls:
            recent = (sentence.paragraph, (calls[-1].org, calls[-1].ordinal))
    return notes


def _clean(text: str, match: re.Match[str], group: str) -> str:
    return " ".join(text[match.start(group) : match.end(group)].split()).rstrip(" .;,")


def _which(match: re.Match[str], province: Concept | None, main: Key | None) -> Key | None:
    """The congress behind "chủ đề Đại hội ...": the one it names, else the document's own. What stands between its name
    and the theme must say that this is the theme ("... là")."""
    which = f"Đại hội{match['which']}"
    called = congress_at(which, 0, province)
    if called is None or main is None or (called.end < len(which) and not match["is"]):
        return None
    if called.org and not called.org.startswith(PARTY_COMMITTEE):
        return None
    return (called.org or main[0], called.ordinal or main[1])


def _said_of(
    match: re.Match[str], calls: list[Called], recent: tuple[int, Key] | None, paragraph: int, main: Key | None
) -> Key | None:
    """The congress whose motto or theme it is: named shortly before in the sentence, or meant by "của Đại hội", or the one that
    the paragraph is about when the sentence opens with the motto."""
    before = [c for c in calls if 0 <= match.start() - c.end < 60]
    if before:
        return before[-1].org, before[-1].ordinal
    if re.search(r"[Đđ]ại hội", match["which"]) and match["kind"].lower() == "phương châm":
        return main
    if match.start() < 3 and recent and recent[0] == paragraph:
        return recent[1]
    return None
