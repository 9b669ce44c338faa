"""Finder of bodies: every organisation that the document names, once, under its full name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vankien.facts.bodies.groups import groups_in
from vankien.facts.bodies.names import BodyMention, bodies_in
from vankien.facts.cues.organising import organising_stretches
from vankien.facts.documents.provinces import OF_A_PROVINCE, province_of
from vankien.facts.evidence import evidence_of
from vankien.facts.names.places import CITY, home_of, place_name
from vankien.facts.project_tables import project_table
from vankien.model import Body, Fact, Finding, Found, Lexicon, Outline, Passage, Table
from vankien.report.join import join_passages
from vankien.vietnamese import fold, is_upper, same_tones


def outline_passages(outline: Outline) -> Iterator[Passage]:
    """Every stretch of running text of a document: letterhead, titles, sentences, cells. Recipients and
    signatures are left out: they name whom a document was sent to, not whom it speaks of."""
    yield from letterhead_parts(outline)
    yield from (h.title for h in outline.headings)
    yield from (s.passage for s in outline.sentences)
    for table in outline.tables:
        projects = project_table(table)
        left_out = {*owner_columns(table), *([projects.label] if projects else [])}  # "Bệnh viện Đa khoa tỉnh" is built
        for row in table.rows:
            yield from (cell.passage for i, cell in enumerate(row.cells) if cell.text and i not in left_out)


def province_name(outline: Outline, lexicon: Lexicon) -> str:
    """The name of the province that the document is about, with the unit inside it that issues the document; empty if it
    cannot be told."""
    province = province_of(outline, lexicon)
    if not province:
        return ""
    if home_of(province)[0]:
        return place_name(province)
    return f"{CITY}{province.vi}" if _is_city(outline, province.vi) else province.vi


def _is_city(outline: Outline, name: str) -> bool:
    """Does a city of that name issue the document, and does no province stand anywhere in it?"""
    head = fold(" ".join(p.text for p in outline.letterhead if is_upper(p.text)))
    if not re.search(rf"\bthanh (?:pho|uy) {re.escape(fold(name))}\b", head):
        return False
    return not any(OF_A_PROVINCE.search(same_tones(p.text)) for p in _all_text(outline))


def _all_text(outline: Outline) -> Iterator[Passage]:
    yield from outline.letterhead
    yield from (s.passage for s in outline.sentences)


_ALONE = re.compile(r"\W*(?:[Ss]ố|SỐ)\W")


def letterhead_parts(outline: Outline) -> Iterator[Passage]:
    """The letterhead in stretches that may hold one name: lines in capitals together, others together, each number by
    itself."""
    part: list[Passage] = []
    for line in outline.letterhead:
        alone = bool(_ALONE.match(line.text))
        if part and (alone or is_upper(part[-1].text) != is_upper(line.text)):
            yield join_passages(part)
            part = []
        part.append(line)
    if part:
        yield join_passages(part)


_OWNERS = {
    fold(n): n for n in ("Đảng bộ", "Đảng ủy", "Ủy ban nhân dân", "Hội đồng nhân dân", "Công an", "UBND", "HĐND")
}
_PLACE_WORD = re.compile(r"(?:Tỉnh|Thành phố|Huyện|Thị xã|Thị trấn|Xã|Phường|Quận|Khối)(?= )")


def owner_columns(table: Table) -> dict[int, str]:
    """The columns whose head is the first part of every name below it: ``Đảng bộ`` over ``Huyện Tam Lĩnh``."""
    return {i: _OWNERS[fold(head)] for i, head in enumerate(table.header) if fold(head) in _OWNERS}


def column_bodies(table: Table, lexicon: Lexicon, province: str) -> Iterator[tuple[Passage, BodyMention]]:
    """The bodies of such columns, each with its cell."""
    for index, owner in owner_columns(table).items():
        for passage in (row.cells[index].passage for row in table.rows if index < len(row.cells)):
            printed = _PLACE_WORD.sub(lambda m: m.group().lower(), passage.text, count=1)
            whole = printed if printed.startswith(owner) else f"{owner} {printed}"
            for mention in bodies_in(whole, lexicon, province)[:1]:
                yield passage, replace(mention, start=0, end=len(passage.text))


def find_bodies(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The bodies of a document, each at the first line that names it."""
    province = province_name(outline, lexicon)
    mentions = [(p, m) for p in outline_passages(outline) for m in bodies_in(p.text, lexicon, province)]
    mentions += [pair for table in outline.tables for pair in column_bodies(table, lexicon, province)]
    mentions = [(p, m) for p, m in mentions if not _is_motto(p.text, m)]
    mentions += _groups(outline, lexicon, province)
    for passage, mention in _distinct(mentions):
        evidence = evidence_of(outline.report, passage, mention.start, mention.end, "body-name")
        yield Body(name=mention.name, kind=mention.kind, level=mention.level, evidence=evidence)


_ROLE_COLUMN = re.compile(r"chu tri|chu dau tu|thuc hien|phu trach|tham muu|trach nhiem|phoi hop")


_HANDED = re.compile(
    r"(?<!\w)(?:yêu cầu|giao|phân công|chỉ đạo|đề nghị)(?: cho)?:? (?:(?:thủ trưởng|giám đốc|người đứng đầu) )?$",
    re.IGNORECASE,
)
"""``Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành``: work is handed out there."""


def _groups(outline: Outline, lexicon: Lexicon, province: str) -> Iterator[tuple[Passage, BodyMention]]:
    """Bodies named together: anywhere with the place they belong to, without it where work is handed out."""
    stretches = organising_stretches(outline)
    for passage in (*(h.title for h in outline.headings), *(s.passage for s in outline.sentences)):
        anywhere = any(s.holds(passage.first_line) for s in stretches)
        named = groups_in(passage.text, lexicon, province, True)
        placed = groups_in(passage.text, lexicon, province, False) if named and not anywhere else named
        for mention in named:
            if mention in placed or _HANDED.search(passage.text[: mention.start]):
                yield passage, mention
    for table in outline.tables:
        roles = [i for i, head in enumerate(table.header) if _ROLE_COLUMN.search(fold(head))]
        for cell in (row.cells[i] for row in table.rows for i in roles if i < len(row.cells)):
            yield from ((cell.passage, m) for m in groups_in(cell.text, lexicon, province, True))


_OF_CONGRESS = re.compile(
    r"(?:[Đđ]ại hội|ĐẠI HỘI)(?: [Đđ]ại biểu| ĐẠI BIỂU)?(?: lần thứ| LẦN THỨ)?(?: [IVXL]+)?(?: của)? $"
)


def _is_motto(text: str, mention: BodyMention) -> bool:
    """``ĐẢNG CỘNG SẢN VIỆT NAM`` above a Party document, ``Đại hội Đảng bộ tỉnh``: no body that does anything there."""
    printed = text[mention.start : mention.end]
    if mention.name.startswith(("Đảng bộ tỉnh", "Đảng bộ thành phố")):
        return (printed.isupper() and mention.start > 0) or bool(_OF_CONGRESS.search(text[: mention.start]))
    return mention.level == "national" and printed.isupper() and mention.name.startswith("Đảng Cộng")


def body_key(name: str) -> str:
    """What two spellings of one body's name have in common."""
    return re.sub(r"^(cac so,) ban, (?=nganh\b)", r"\1 ", fold(name)).replace(" cac ", " ")


def _distinct(mentions: Iterable[tuple[Passage, BodyMention]]) -> list[tuple[Passage, BodyMention]]:
    """The first mention of every body; a bare name means the body of that name whose place is told elsewhere."""
    first: dict[str, tuple[Passage, BodyMention]] = {}
    for passage, mention in mentions:
        key = body_key(mention.name)
        if key not in first or passage.line_at(mention.start) < first[key][0].line_at(first[key][1].start):
            first[key] = (passage, mention)
    full = [k for k, (_, m) in first.items() if not m.bare]
    return [v for k, v in first.items() if not (v[1].bare and any(f != k and f.startswith(k + " ") for f in full))]
