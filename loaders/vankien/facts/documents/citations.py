"""Every mention of a formal document in a text: what it says about the document, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.facts.documents.names import find_named
from vankien.facts.documents.provinces import province_of
from vankien.facts.documents.tables import table_sentences
from vankien.facts.letterheads.codes import Code, code_genres, find_codes, lexicon_to_suffixes
from vankien.facts.letterheads.dates import day_to_iso
from vankien.facts.letterheads.issuers import (
    Issuer,
    fits,
    issuer_at,
    issuer_of_suffix,
    lookup,
    speakers,
    stating,
    subjects,
)
from vankien.facts.letterheads.letterhead import read_letterhead, split_cells
from vankien.facts.letterheads.parts import GenreName, Tail, genre_before, genre_pattern, read_tail
from vankien.model import Concept, Context, Lexicon, Outline, Sentence
from vankien.report.join import join_passages
from vankien.vietnamese import is_upper, same_tones

GENERAL, SPECIFIC = 1, 2


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a document. `start` and `end` are offsets in `sentence.passage`: from the genre's name (or "số", or
    the code) to the end of number, date and issuer; the title that follows is not in it. `code` is normalised
    (``05-NQ/TU``); None for laws and resolutions named without a number, whose `title` is then their name.
    `code_at` is the offset of the code (of the name, without a code): it decides the line. `weight` says how well
    the text names the issuer: 0 not at all (then `issuer` comes from the code's suffix, or is None), 1 by its
    sentence, 2 beside the code."""

    code: str | None
    genre: str
    issuer: str | None
    date: str | None
    title: str | None
    sentence: Sentence
    start: int
    end: int
    code_at: int
    weight: int = 0
    elsewhere: bool = False


@lru_cache(maxsize=4)
def mentions(outline: Outline, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All mentions in letterhead, headings, sentences, footnotes and tables, in the order of their lines; computed
    once for an outline and lexicon."""
    province = province_of(outline, lexicon)
    found = [
        mention
        for sentence in all_sentences(outline, lexicon)
        for mention in sentence_to_mentions(sentence, lexicon, province)
    ]
    return tuple(sorted(found, key=lambda m: m.sentence.passage.position_at(m.code_at)))


def all_sentences(outline: Outline, lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences of the text, and its title, headings and table rows as sentences of their own."""
    cells = tuple(split_cells(outline.letterhead))
    head = read_letterhead(cells, lexicon)
    if head.title:
        yield Sentence(join_passages(head.title), Context(where="letterhead"), -1)
    elif head.genre is None and head.number is None:  # headlines of a web page
        lines = (c for c in cells if not is_upper(c.text) and next(find_codes(c.text, lexicon), None))
        yield from (Sentence(line, Context(where="letterhead"), -1) for line in lines)
    for heading in outline.headings:
        yield Sentence(heading.title, Context(where="heading"), -1)
    yield from outline.sentences
    for table in outline.tables:
        yield from table_sentences(table)


_HAS_DIGIT = re.compile(r"\d[a-z]?\s?[-–—/.\s]\s?\w")


def sentence_to_mentions(sentence: Sentence, lexicon: Lexicon, province: Concept | None) -> tuple[Mention, ...]:
    """The documents that one sentence mentions, those without a number too, in order."""
    coded = _coded(sentence, lexicon, province) if _HAS_DIGIT.search(sentence.text) else []
    taken = [(m.start, m.end) for m in coded]
    named = [
        Mention(None, n.genre, n.issuer, n.date, n.name, sentence, n.start, n.end, n.start)
        for n in find_named(sentence.text, lexicon, province)
        if not any(a <= n.start < b or n.start <= a < n.end for a, b in taken)
    ]
    return tuple(sorted((*coded, *named), key=lambda m: m.start))


def _coded(sentence: Sentence, lexicon: Lexicon, province: Concept | None) -> list[Mention]:
    """The mentions with a number: read one by one, then completed from their neighbours."""
    text = sentence.text
    codes = list(find_codes(text, lexicon))
    if not codes:
        return []
    heads = _list_heads(text, sentence.context.lead, province, lexicon)
    limits = [at for at, _ in speakers(text, province, lexicon) if text[:at].rstrip().endswith((",", ";"))]
    read = [
        _read(
            text,
            code,
            codes[i - 1].end if i else 0,
            next((a for a in limits if a > code.end), len(text)),
            heads,
            lexicon,
            province,
        )
        for i, code in enumerate(codes)
    ]
    shared = _share(text, read)
    acting = subjects(text, province, lexicon)
    return [_to_mention(sentence, one, acting, lexicon, province) for one in shared]


@dataclass(frozen=True, slots=True)
class _Read:
    """A code with what stands beside it; `carried` if it goes on a list, whose first item named the genre."""

    code: Code
    start: int
    genre: Concept | None
    tail: Tail
    issuer: Issuer | None
    date: str | None
    carried: bool


@dataclass(frozen=True, slots=True)
class _ListHead:
    """ "các báo cáo của HĐND tỉnh:": genre and issuer of the numbers that follow."""

    at: int
    genre: Concept
    issuer: Issuer | None


def _list_heads(text: str, lead: str, province: Concept | None, lexicon: Lexicon) -> list[_ListHead]:
    """The heads of lists in the sentence, and that of the list the sentence is an item of (at -1)."""
    found = []
    for source, shift in ((lead, True), (text, False)):
        pattern, entries = genre_pattern(lexicon)
        same = same_tones(source)
        for match in re.finditer(
            rf"(?:các|những|\d+)\s+(?P<genre>{pattern.pattern})(?P<of>\s+của\s+)?", same, re.VERBOSE
        ):
            issuer = issuer_at(source, match.end(), province, lexicon) if match["of"] else None
            end = issuer.end if issuer else match.end()
            if re.match(r"[^:;.]{0,40}:", same[end:]):
                genre = lookup(entries, match["genre"])
                found.append(_ListHead(-1 if shift else match.start(), genre, issuer))
    return found


def _read(
    text: str, code: Code, floor: int, limit: int, heads: list[_ListHead], lexicon: Lexicon, province: Concept | None
) -> _Read:
    """One code with its genre (named after `floor`), date, issuer and title (that end before `limit`)."""
    expected = code_genres(code, lexicon)
    name = genre_before(text, code.start, lexicon, expected)
    if name is not None and name.start < floor:
        name = None
    head = next((h for h in reversed(heads) if h.at < code.start), None)
    genre = name.genre if name else head.genre if head and (not expected or head.genre in expected) else None
    tail = read_tail(text, code.end, limit, province, lexicon, genre or next(iter(expected), None))
    if tail.title is None and name is not None:
        tail = replace(tail, title=_name_between(text, name))
    issuer = tail.issuer
    if issuer is None and name is not None:
        issuer = _issuer_between(text, name, province, lexicon)
    if issuer is None and name is None and head is not None:
        issuer = head.issuer
    start = name.start if name else _announced_from(text, code.start)
    date = tail.date or _day_before(text[: name.start if name else start])
    return _Read(code, start, genre, tail, issuer, date, name is None)


def _name_between(text: str, name: GenreName) -> str | None:
    """The name of a law between its genre and its number: ``Luật Đất đai số``."""
    between = re.sub(r"\s*\(?(?:[Ss]ố)?\s*[:.]?\s*$", "", name.between)
    if not between[:1].isspace() or not between.strip()[:1].isupper():
        return None
    return " ".join((text[name.start : name.end] + between).split())


def _announced_from(text: str, at: int) -> int:
    """Where a mention without a genre starts: at its "số"."""
    match = re.search(r"[Ss]ố\s*[:.]?\s*$", text[:at])
    return match.start() if match else at


def _issuer_between(text: str, name: GenreName, province: Concept | None, lexicon: Lexicon) -> Issuer | None:
    """The issuer between genre and number: ``Nghị quyết của HĐND tỉnh số``."""
    match = re.match(r"\s+của\s+", name.between)
    return issuer_at(text, name.end + match.end(), province, lexicon) if match else None


_ISSUED = r",?\s[^;:.]{0,90}?(?:ban\ hành|ký|ra|có|phê\ duyệt)\s*$"
_DAY_BEFORE = re.compile(
    rf"""(?:(?:^|[;.]\s)Ngày|\bvào\ ngày)\s+
        (?P<day>\d{{1,2}}\s*(?P<mark>[/.-])\s*\d{{1,2}}\s*(?P=mark)\s*\d{{4}}|\d{{1,2}}\ tháng\ \d{{1,2}}\ năm\ \d{{4}}){_ISSUED}""",
    re.VERBOSE,
)
_SAME_DAY_BEFORE = re.compile(rf"(?i:\bcùng\ ngày){_ISSUED}", re.VERBOSE)


def _day_before(text: str) -> str | None:
    """``Ngày 01/6/2023, Chính phủ đã ban hành ...``: the date before the document. The date of another document that
    the sentence names first is no such date."""
    match = _DAY_BEFORE.search(text)
    return day_to_iso(match["day"]) if match else None


_AND = re.compile(
    r"\s*(?:,|;|và|,\s*và|hoặc)\s*(?:(?:chỉ\s+đạo|hướng\s+dẫn|quy\s+định|nêu)\s+(?:tại|trong)\s+)?(?:các\s+)?"
)


def _share(text: str, read: list[_Read]) -> list[_Read]:
    """Complete the items of a list: "A và B của X" gives X to A too; "A ngày d, cùng ngày ban hành B" gives d to B; an item
    that only adds a number goes on with the genre and issuer of the item before."""
    out = list(read)
    for i in range(len(out) - 2, -1, -1):
        one, after = out[i], out[i + 1]
        between = text[one.tail.end : after.start]
        if _AND.fullmatch(between) and one.tail.title is None and _alike(one.code, after.code):
            issuer = one.issuer or _without_term(after.issuer)
            date = one.date or (after.date if after.carried else None)
            out[i] = replace(one, issuer=issuer, date=date)
    for i in range(1, len(out)):
        before, one = out[i - 1], out[i]
        same_genre = one.genre is None and one.carried and one.code.segments[:1] == before.code.segments[:1]
        genre = before.genre if same_genre else one.genre
        issuer = one.issuer or (before.issuer if one.carried and _alike(before.code, one.code) else None)
        same_day = one.tail.same_day or bool(_SAME_DAY_BEFORE.search(text[before.tail.end : one.start]))
        date = before.date if same_day and one.date is None else one.date
        out[i] = replace(one, genre=genre, issuer=issuer, date=date)
    return out


def _without_term(issuer: Issuer | None) -> Issuer | None:
    """An issuer that another document shares: of its term nothing is said."""
    return replace(issuer, name=issuer.name.split(" khóa ")[0]) if issuer else None


def _alike(a: Code, b: Code) -> bool:
    """Two codes of one body: the last part of their suffix is the same."""
    return a.segments[-1] == b.segments[-1]


_APPLIES = re.compile(r"(?<!\w)(?:áp dụng|kế thừa|duy trì hiệu lực)\s(?:các\s)?$", re.IGNORECASE)
"""``Tỉnh ủy cho tiếp tục áp dụng Nghị quyết số ...``: who applies a document need not have issued it."""


def _to_mention(
    sentence: Sentence, one: _Read, acting: tuple[tuple[int, Issuer], ...], lexicon: Lexicon, province: Concept | None
) -> Mention:
    """The mention of a code, its issuer from beside it, else from the sentence, else from its suffix."""
    weight, issuer = (SPECIFIC, one.issuer) if one.issuer else (0, None)
    if issuer is None:
        applied = _APPLIES.search(sentence.text[: one.start])
        before = [i for at, i in acting if at < one.start and not applied and fits(i, one.code, lexicon)]
        stated = stating(sentence.text[: one.start], province, lexicon)
        if stated and fits(stated, one.code, lexicon):
            before.append(stated)
        if not before and (head := _heads_list(sentence.context.lead, province, lexicon)):
            before += [head] if fits(head, one.code, lexicon) else []
        weight, issuer = (GENERAL, before[-1]) if before else (0, issuer_of_suffix(one.code, province, lexicon))
    genre = one.genre.vi if one.genre else default_genre(one.code, lexicon)
    return Mention(
        code=one.code.text,
        genre=genre,
        issuer=issuer.name if issuer else None,
        date=one.date,
        title=one.tail.title,
        sentence=sentence,
        start=one.start,
        end=max(one.tail.end, one.code.end),
        code_at=one.code.start,
        weight=weight,
        elsewhere=bool(issuer and issuer.elsewhere),
    )


def _heads_list(lead: str, province: Concept | None, lexicon: Lexicon) -> Issuer | None:
    """The body whose documents the items of a list name: ``- Ủy ban nhân dân tỉnh:``, ``- HĐND tỉnh đã ban hành:``."""
    head = issuer_at(lead, 0, province, lexicon) if lead else None
    return head if head and _ALONE.fullmatch(lead, head.end) else None


_ALONE = re.compile(r"(?:\s(?:đã|kịp\sthời|ban\shành|thông\squa|phê\sduyệt)){0,4}\s?:", re.IGNORECASE)


def default_genre(code: Code, lexicon: Lexicon) -> str:
    """The genre of a code that stands without its name: that of its suffix; a body's suffix alone marks an official
    letter, the National Assembly's a resolution."""
    genres = code_genres(code, lexicon)
    if genres:
        return genres[0].vi
    wanted = "NQ" if code.plain_segments()[0] == "QH" else "CV"
    named = lexicon_to_suffixes(lexicon).genres.get(wanted, ())
    return named[0].vi if named else ""
