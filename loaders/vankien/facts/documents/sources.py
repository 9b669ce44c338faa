"""Finder of the source: the document itself, from its letterhead; where that is lost, from its first words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.facts.documents.numbered_sources import numbered_source
from vankien.facts.documents.provinces import province_of
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
from vankien.facts.names.home import own_lines
from vankien.facts.names.places import home_of
from vankien.model import Concept, Fact, Finding, Found, Lexicon, Outline, Passage, Source
from vankien.report.join import join_passages
from vankien.vietnamese import is_upper, same_tones

_TOP = 60  # lines in which a letterhead stands
_SEEN = 40  # paragraphs in which a lost letterhead is looked for


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
    whole = "ban chấp hành" in issuer.lower() or issuer.startswith("Đảng bộ")
    of = issuer_at(title, board.start("board"), province, lexicon) if whole else None
    return of.name if of and of.body else issuer


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
