"""Finder of the source: the document itself, from its letterhead; where that is lost, from its first words.

Also tells which province a document is about, which other finders need to complete names ("UBND tỉnh").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from vankien.facts.documents.numbered_sources import numbered_source
from vankien.facts.documents.source_titles import (
    BROUGHT_ABOUT,
    CONGRESS_TITLE,
    of_place,
    of_plenum,
    small_title,
    told_small,
)
from vankien.facts.documents.titled_sources import titled_source
from vankien.facts.evidence import evidence_of
from vankien.facts.letterheads.codes import find_codes
from vankien.facts.letterheads.dates import day_to_iso
from vankien.facts.letterheads.issuers import issuer_at
from vankien.facts.letterheads.letterhead import (
    Letterhead,
    after_genre,
    capitals_to_name,
    line_to_date,
    line_to_genre,
    read_letterhead,
    split_cells,
)
from vankien.facts.letterheads.parts import genre_pattern
from vankien.facts.names.home import home_in_letterhead, own_lines
from vankien.facts.names.persons import OFFICES
from vankien.facts.names.places import home_level, home_of
from vankien.model import Concept, Fact, Finding, Found, Lexicon, Outline, Passage, Source
from vankien.report.join import join_passages
from vankien.vietnamese import UPPER, fold, is_upper, same_tones, slug

_TOP = 60  # lines in which a letterhead stands
_SEEN = 40  # paragraphs in which a lost letterhead is looked for
_PROPER = rf"[{UPPER}][^\W\d_]+(?:[ ][{UPPER}][^\W\d_]+){{1,2}}"
_OF_PROVINCE = re.compile(
    rf"(?<!\w)(?:[Tt]ỉnh\ [ủỦ]y|[Tt]ỉnh|Thành\ [ủỦ]y|[Tt]hành\ phố|UBND\ tỉnh|HĐND\ tỉnh)\s+(?P<name>{_PROPER})",
    re.VERBOSE,
)
_OF_CITY = re.compile(r"[Tt]hành (?:phố|ủy)\b")


@lru_cache(maxsize=4)
def province_of(outline: Outline, lexicon: Lexicon) -> Concept | None:
    """The province that a document is about: named in its letterhead, else the one it names most often. A province
    that the list of places lacks is given as a concept without IRI. None if the text names none. Where a city, a district
    or a commune inside the province issues the document, the concept has `homeUnit` and `homeName`, too."""
    issuer = read_letterhead(tuple(split_cells(outline.letterhead)), lexicon).issuer
    unit, name = home_in_letterhead([p.text for p in issuer])
    province = _province(outline, lexicon, name, [n for p in issuer for n in _in_capitals(p.text)])
    if not unit or not province or not _lies_in(outline, unit, name, province):
        return province
    properties = {**province.properties, "homeUnit": (unit,), "homeName": (name,)}
    former = _former_district(outline) if home_level(unit) == "commune" else None
    if former:
        properties |= {"formerUnit": (former[0],), "formerName": (former[1],)}
    return replace(province, properties=properties)


_OF_DISTRICT = re.compile(
    rf"(?<!\w)(?:(?:[ĐD]ảng\ bộ|Ủy\ ban\ nhân\ dân|UBND|Hội\ đồng\ nhân\ dân|HĐND)\ (?P<unit>huyện|thị\ xã|quận)|(?P<committee>Huyện|Thị|Quận)\ ủy)\ (?P<name>{_PROPER})",
    re.VERBOSE,
)
_OF_COMMITTEE = {"Huyện": "huyện", "Thị": "thị xã", "Quận": "quận"}


def _former_district(outline: Outline) -> tuple[str, str] | None:
    """The district whose Party committee or government the document of a commune names: until July 2025 the commune lay in
    it. None if there are several."""
    found: set[tuple[str, str]] = set()
    for passage in _all_passages(outline):
        for match in _OF_DISTRICT.finditer(same_tones(passage.text)):
            found.add((match["unit"] or _OF_COMMITTEE[match["committee"]], match["name"]))
    return found.pop() if len(found) == 1 else None


def _lies_in(outline: Outline, unit: str, name: str, province: Concept) -> bool:
    """Is the unit of a letterhead a part of that province? A city may be a province of its own."""
    if unit != "thành phố":
        return fold(name) != fold(province.vi) or province.first("placeType") != unit
    own = fold(name) == fold(province.vi)
    if own and province.first("placeType") == unit:
        return False
    return not own or any(OF_A_PROVINCE.search(same_tones(p.text)) for p in _all_passages(outline))


def _province(outline: Outline, lexicon: Lexicon, home: str, named: Sequence[str]) -> Concept | None:
    """The province around, or of the same name as, the unit `home` of the letterhead. Where the issuer is of a province
    (`named`, perhaps misread), a city is none, however often the text names it: it is the capital."""
    head_lines = [p.text for p in outline.letterhead if len(p.text) < 80]
    dates = [d for d in map(line_to_date, head_lines) if d]
    known = _provinces(lexicon, dates[0] if dates else "")
    head = fold(" ".join(head_lines))
    for name, concept in known.items():
        if name in head and re.search(
            rf"\b(?:tinh|uy|thanh pho|bo)\s+{re.escape(name)}\b|\b{re.escape(name)}, ngay\b", head
        ):
            return concept
    if dated := _in_date_line(head_lines, head):
        return Concept(slug(dated), "", "places", dated, dated, properties={"level": ("province",)})
    counts: Counter[str] = Counter()
    whole = [*named, *(n for p in outline.letterhead for n in _in_capitals(p.text))]
    for passage in (*split_cells(outline.letterhead), *_body(outline)):
        same = same_tones(passage.text)
        found = (m for m in _OF_PROVINCE.finditer(same) if not _is_person(same, m, known))
        counts.update(m["name"] for m in found if not (named and _OF_CITY.match(m[0])))
        counts.update(_in_capitals(passage.text))
    merged: Counter[str] = Counter()
    for name, number in counts.items():
        merged[name if name in whole else _known_part(name, known)] += number
    if len(merged) > 1:
        merged = Counter({name: number for name, number in merged.items() if fold(name) != fold(home)})
    if not merged:
        return None
    best = max(merged, key=lambda n: (merged[n], fold(n) in known))
    return known.get(fold(best)) or Concept(slug(best), "", "places", best, best, properties={"level": ("province",)})


_OFFICE = re.compile(rf"(?:{OFFICES}|Trưởng Đoàn)(?: [^\W\d_]+){{0,2}}\s?$")


def _is_person(text: str, found: re.Match[str], known: dict[str, Concept]) -> bool:
    """Is the name behind an office that of who holds it: ``Chủ tịch UBND tỉnh Lê Văn Nam``?"""
    if _OFFICE.search(text, 0, found.start()) is None:
        return False
    words = fold(found["name"]).split()
    return not any(" ".join(words[:end]) in known for end in range(2, len(words) + 1))


_DATED = re.compile(rf"(?:^|\s)(?P<name>{_PROPER}), ngày\s")


def _in_date_line(lines: Sequence[str], head: str) -> str:
    """The place of the date line, if the folded letterhead calls it a province; empty if there is none."""
    named = (m["name"] for line in lines if (m := _DATED.search(line)))
    return next((n for n in named if re.search(rf"\btinh(?: uy)? {re.escape(fold(n))}\b", head)), "")


def _provinces(lexicon: Lexicon, day: str) -> dict[str, Concept]:
    """The provinces of the list, by folded bare name, longest first; of two with one name, the one that existed on the
    day of the document (the older one, if the day is unknown)."""
    found: dict[str, Concept] = {}
    provinces = [c for c in lexicon["places"] if c.first("level") == "province"]
    for concept in sorted(provinces, key=lambda c: c.first("validFrom")):
        begins, ends = concept.first("validFrom"), concept.first("validUntil")
        valid = begins <= day if day else not begins
        for spelling in concept.all_spellings():
            name = re.sub(r"^(?:tinh|thanh pho|tp\.?) ", "", fold(spelling))
            if name not in found or (valid and not (ends and ends < day)):
                found[name] = concept
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _known_part(name: str, known: dict[str, Concept]) -> str:
    """A name without a capital word too many ("Sơn Bình Khóa"): the longest start that the list knows."""
    words = name.split()
    for end in range(len(words), 0, -1):
        concept = known.get(fold(" ".join(words[:end])))
        if concept:
            return concept.vi
    return " ".join(words[:2])


OF_A_PROVINCE = re.compile(rf"(?<!\w)(?:[Tt]ỉnh(?: ủy)?|TỈNH(?: ỦY)?) (?=[{UPPER}])")
_UPPER_PROVINCE = re.compile(
    rf"(?<!\w)TỈNH(?: ỦY| UỶ)? ([{UPPER}]{{2,}} [{UPPER}]{{2,}}(?: (?!KHÓA|LẦN|NHIỆM)[{UPPER}]{{2,}}(?=\W*$|,? (?:LẦN THỨ|NHIỆM KỲ) ))?)(?!\w)"
)
"""A name of three syllables only where the line ends with it, or where its congress is counted: others go on with what
the body did."""


def _in_capitals(text: str) -> list[str]:
    """Provinces in a line that is all capitals."""
    if not is_upper(text):
        return []
    return [m.group(1).title() for m in _UPPER_PROVINCE.finditer(text) if "LẦN" not in m.group(1)]


def _all_passages(outline: Outline) -> Iterator[Passage]:
    yield from outline.letterhead
    yield from _body(outline)


def _body(outline: Outline) -> Iterator[Passage]:
    """All below the letterhead."""
    for heading in outline.headings:
        yield heading.title
    for sentence in outline.sentences:
        yield sentence.passage
    yield from outline.closing


# --- where the letterhead is lost -----------------------------------------------------------------

_BOOK = re.compile(r"(?:cuốn|tập|bộ|quyển)\s+(?:sách\s+|tài liệu\s+)?[“\"](?P<title>[^”\"]{10,300})[”\"]")
_ISSUES = r"\s+(?:đã\s+|xây dựng\s+(?:và\s+)?)*(?:ban hành|báo cáo|xây dựng|trình|thông qua)\s+"


def _top_lines(outline: Outline, longest: int = 250) -> list[Passage]:
    """The first short lines of the text, where the letterhead was not told from it: up to the first long one."""
    lines = [h.title for h in outline.headings if h.title.first_line <= _TOP]
    lines += [p.passage for p in outline.paragraphs[:_SEEN] if p.passage.first_line <= _TOP]
    lines += list(outline.letterhead)
    lines.sort(key=lambda p: p.position_at(0))
    running = next((i for i, p in enumerate(lines) if len(p.text) > longest), len(lines))
    return lines[:running]


def _lost_issuer(outline: Outline, genre: str, province: Concept | None, lexicon: Lexicon) -> str | None:
    """The body that says it issues this document ("Ủy ban nhân dân tỉnh ban hành Kế hoạch"), else the signature."""
    for sentence in outline.sentences[:_SEEN]:
        text = same_tones(sentence.text)
        for match in re.finditer(rf"{_ISSUES}(?={re.escape(genre)}|{genre.lower()})", text):
            for start in range(max(0, match.start() - 60), match.start()):
                if start and text[start - 1].isalnum():
                    continue
                issuer = issuer_at(text, start, province, lexicon, shaped=False)
                if issuer and issuer.end == match.start():
                    return issuer.name
    return _signature(outline, province, lexicon)


_SIGNED_FOR = re.compile(r"^(?:T/M|TM\.?|T\.M\.?|KT\.?|TL\.?)\s*")


def _signature(outline: Outline, province: Concept | None, lexicon: Lexicon) -> str | None:
    """The body that signs: in the closing ("TM. ỦY BAN NHÂN DÂN"), or in capitals below a foreword."""
    lines = [p.text for p in outline.closing if _SIGNED_FOR.match(p.text)]
    lines += [p.text for p in (*outline.letterhead, *(h.title for h in outline.headings[:4]))]
    lines += [p.passage.text for p in outline.paragraphs[:_SEEN]]
    for line in lines:
        text = _SIGNED_FOR.sub("", line.strip())
        if not is_upper(text) or len(text) > 90:
            continue
        issuer = issuer_at(_lower_unit(text), 0, province, lexicon, shaped=False)
        if issuer:
            return capitals_to_name(text, province, lexicon) if re.search(r"TỈNH|THÀNH", text) else issuer.name
        if re.match(r"(?:BAN|VĂN PHÒNG|SỞ|TRƯỜNG|ĐẢNG ỦY)\s", text):
            return capitals_to_name(text, province, lexicon)
    return None


def _lower_unit(text: str) -> str:
    return re.sub(r"\bTỈNH\b(?! ỦY| UỶ)", "tỉnh", same_tones(text))


def find_source(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The document itself: genre, number, date, issuer, title, place. Nothing if not even a title can be read."""
    province = province_of(outline, lexicon)
    head = read_letterhead(tuple(split_cells(outline.letterhead)), lexicon)
    numbered = None if head.genre else numbered_source(outline, head, province, lexicon)
    if numbered:
        issuer = numbered.issuer or _lost_issuer(outline, numbered.genre, province, lexicon)
        yield replace(numbered, issuer=issuer)
        return
    if head.genre is None:
        head = read_letterhead(tuple(split_cells(_top_lines(outline))), lexicon)
    if head.genre is not None:
        yield _from_letterhead(outline, head, province, lexicon)
        return
    source = _political_report(outline, head, province, lexicon) or _book(outline, province, lexicon)
    if source is None and (titled := titled_source(outline, province, lexicon)):
        source = replace(titled, issuer=_lost_issuer(outline, titled.genre, province, lexicon))
    if source is not None:
        yield source


def _book(outline: Outline, province: Concept | None, lexicon: Lexicon) -> Source | None:
    """A book that its foreword names (a study guide)."""
    for sentence in outline.sentences[:_SEEN]:
        match = _BOOK.search(sentence.text)
        if match is None:
            continue
        title = " ".join(match["title"].split())
        known = genre_pattern(lexicon)[0].match(same_tones(title))
        return Source(
            genre=line_to_genre(title, lexicon) if known else "Tài liệu",
            title=title,
            issuer=_signature(outline, province, lexicon),
            evidence=evidence_of(
                outline.report, sentence.passage, match.start("title"), match.end("title"), "book-title"
            ),
        )
    return None


_SUBTITLE = re.compile(r"\((?P<what>(?:[Dd]ự thảo\s+)?(?P<genre>Báo cáo [Cc]hính trị)\s[^()]{10,260})\)")


def _political_report(outline: Outline, head: Letterhead, province: Concept | None, lexicon: Lexicon) -> Source | None:
    """A political report: the congress's theme as title, below it in brackets what it is."""
    lines = list(split_cells(_top_lines(outline, 700)))
    text = join_passages(lines) if lines else None
    match = _SUBTITLE.search(text.text) if text else None
    if text is None or match is None:
        return None
    number = next((p for p in lines if head.number and p.first_line == head.number.first_line), lines[0])
    dated = [i for i, p in enumerate(lines) if line_to_date(p.text)]
    above = [p for p in lines[dated[0] + 1 if dated else 0 :] if p.position_at(0) < text.position_at(match.start())]
    theme = " ".join(p.text for p in above if not p.text.startswith("("))
    what = " ".join(match["what"].split())
    return Source(
        genre="Báo cáo chính trị",
        date=next((line_to_date(p.text) for p in lines if line_to_date(p.text)), None),
        issuer=capitals_to_name(" ".join(p.text for p in head.issuer), province, lexicon)
        or _board(what, province, lexicon),
        title=f"{what}: {small_title(theme, province)}" if theme else what,
        place=province.vi if province else None,
        evidence=evidence_of(outline.report, number, 0, len(number.text), "political-report"),
    )


def _board(what: str, province: Concept | None, lexicon: Lexicon) -> str | None:
    """The board whose report it is: ``Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh``."""
    at = what.find("của ")
    issuer = issuer_at(what, at + 4, province, lexicon) if at >= 0 else None
    return issuer.name if issuer else None


def _from_letterhead(outline: Outline, head: Letterhead, province: Concept | None, lexicon: Lexicon) -> Source:
    """The source as its letterhead states it; an issuer that is lost comes from the text."""
    assert head.genre is not None
    genre = line_to_genre(head.genre.text, lexicon)
    rest = _after_genre(head.genre, lexicon)
    title_lines = [p for p in (rest, *head.title) if p is not None and p.text]
    title = " ".join(join_passages(title_lines).text.split()) if title_lines else _following_title(outline) or genre
    title = title.rstrip(" ,;")
    title = BROUGHT_ABOUT.sub("", title)
    code = next(find_codes(head.number.text, lexicon), None) if head.number else None
    issuer = capitals_to_name(" ".join(own_lines(tuple(p.text for p in head.issuer))), province, lexicon)
    genre, title = told_small(genre, title, province)
    issuer = _of_title(title, issuer, province, lexicon)
    congress = CONGRESS_TITLE.match(title)
    if congress:
        issuer, title = of_place(congress["name"], province), f"{genre} {title}"
    title = f"{genre} {title}" if title.startswith(("của ", "trình ", "tại ")) else title
    title = title[:1].upper() + title[1:]
    anchor = head.number if code and head.number else head.genre
    where = evidence_of(outline.report, anchor, 0, len(anchor.text), "letterhead")
    return Source(
        genre=genre,
        code=code.text if code else None,
        date=line_to_date(head.date.text) if head.date else _day_in_bracket(head),
        issuer=issuer or _lost_issuer(outline, genre, province, lexicon),
        title=title,
        place=home_of(province)[1] or province.vi if province else None,
        evidence=where,
    )


def _day_in_bracket(head: Letterhead) -> str | None:
    """The day that a bracket in the letterhead names, with the number or with how the document came about."""
    lines = [p.text for p in (*((head.number,) if head.number else ()), *head.title) if p.text.startswith("(")]
    days = (m for line in lines if (m := re.search(r"\sngày\s(\d{1,2}/\d{1,2}/(?:19|20)\d\d)\)", line)))
    return next((day_to_iso(m[1]) for m in days), None)


_OF_BOARD = re.compile(
    r"[Cc]ủa\s+(?P<board>Ban\s+(?:Thường vụ|Chấp hành))\s+(?P<of>(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng)\s+ủy)?"
)


def _of_title(title: str, issuer: str | None, province: Concept | None, lexicon: Lexicon) -> str | None:
    """The issuer where the title says whose the document is: a standing board's, where the letterhead only prints its
    committee; a whole committee's, where the letterhead breaks the name over two lines."""
    board = _OF_BOARD.match(same_tones(title))
    if not board or not issuer:
        return _board(title, province, lexicon) if board else of_plenum(title, issuer)
    if board["of"]:
        return f"{board['board']} {issuer}" if issuer.startswith(board["of"]) else issuer
    of = issuer_at(title, board.start("board"), province, lexicon) if "ban chấp hành" in issuer.lower() else None
    return of.name if of else issuer


def _after_genre(line: Passage, lexicon: Lexicon) -> Passage | None:
    """What follows the genre in its own line."""
    match = genre_pattern(lexicon)[0].match(same_tones(line.text))
    at = after_genre(match) if match else len(line.text)
    return line.part(at, len(line.text)) if at < len(line.text) else None


def _following_title(outline: Outline) -> str | None:
    """The title when it was taken for the first heading or paragraph of the body."""
    candidates = [h.title for h in outline.headings[:1]] + [p.passage for p in outline.paragraphs[:1]]
    candidates.sort(key=lambda p: p.first_line)
    text = " ".join(candidates[0].text.split()) if candidates else ""
    return text if 0 < len(text) < 400 and not text.endswith((".", ":")) else None
