"""Where a document names programmes, and which of these places name the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vankien.facts.programmes.lists import listed_schemes
from vankien.facts.programmes.names import ProgrammeMention, lengthen, programmes_in
from vankien.facts.programmes.projects import projects_in, same_work
from vankien.facts.programmes.words import same_programme
from vankien.model import Lexicon, Outline, Passage
from vankien.report.join import join_passages
from vankien.vietnamese import fold

Named = tuple[Passage, ProgrammeMention]
"""A programme and the passage that names it."""


def all_mentions(outline: Outline, lexicon: Lexicon) -> list[Named]:
    """Every programme named in titles, sentences and tables, in the order of their lines."""
    out: list[Named] = []
    if outline.letterhead:
        out += passage_mentions(join_passages(outline.letterhead), lexicon, title=False)
    for heading in outline.headings:
        out += passage_mentions(heading.title, lexicon, title=True)
    for sentence in outline.sentences:
        out += passage_mentions(sentence.passage, lexicon, title=False)
    for table in outline.tables:
        listed = {id(cell): (cell, mention) for _, cell, mention in listed_schemes(table, lexicon)}
        out += listed.values()
        for row in table.rows:
            for cell in row.cells:
                if cell.text and id(cell.passage) not in listed:
                    out += passage_mentions(cell.passage, lexicon, title=False)
    return sorted(out, key=lambda pair: pair[0].position_at(pair[1].start))


def passage_mentions(passage: Passage, lexicon: Lexicon, *, title: bool) -> list[Named]:
    """The programmes and constructions that one passage names; in a `title`, small letters are enough."""
    named = programmes_in(passage.text, lexicon, title)
    works = [w for w in projects_in(passage.text, lexicon) if not any(n.start <= w.start < n.end for n in named)]
    return [(passage, m) for m in (*named, *works)]


@dataclass(slots=True)
class Group:
    """One programme: the passage of its first mention, that mention under its fullest name, and where each of its mentions
    begins in the document."""

    passage: Passage
    mention: ProgrammeMention
    places: list[int]


def distinct(mentions: Iterable[Named]) -> list[Group]:
    """The mentions of a document, gathered by the programme that they name, in the order of the first ones."""
    out: list[Group] = []
    buckets: dict[str, list[int]] = {}
    titles: dict[str, int] = {}
    for passage, mention in mentions:
        title, place = quoted_title(mention.name), passage.position_at(mention.start)
        if title and title in titles and fold(out[titles[title]].mention.name) != fold(mention.name):
            continue  # one title under two nouns
        group = "project" if mention.kind == "project" else fold(mention.name).split()[0]
        known = next((i for i in buckets.get(group, ()) if _same(out[i].mention, mention)), None)
        if known is None:
            buckets.setdefault(group, []).append(len(out))
            titles.setdefault(title, len(out))
            out.append(Group(passage, mention, [place]))
        else:
            out[known].mention = lengthen(out[known].mention, mention)
            out[known].places.append(place)
    return out


_TITLE = re.compile(r"(?P<noun>\w+ \w+) “(?P<title>[^“”]{30,})”")


def quoted_title(name: str) -> str:
    """The title that a name quotes behind its noun, folded; empty for a name without one or with a short one.

    >>> quoted_title("Đề án “Mỗi bản một nghề dệt thổ cẩm truyền thống”")
    'moi ban mot nghe det tho cam truyen thong'
    """
    match = _TITLE.match(name)
    return fold(match["title"]) if match else ""


_OF_NATION = re.compile(r"(?<=^Chương trình) mục tiêu quốc gia(?! giai đoạn)(?= )")


def _same(a: ProgrammeMention, b: ProgrammeMention) -> bool:
    """Do two mentions name one programme? A national target programme may go without these words."""
    if a.kind == "project" and b.kind == "project":
        return same_programme(a.name, b.name) or same_work(a.name, b.name)
    if a.kind == b.kind == "national_target_programme" and (_OF_NATION.search(a.name) is None) != (
        _OF_NATION.search(b.name) is None
    ):
        return same_programme(_OF_NATION.sub("", a.name), _OF_NATION.sub("", b.name))
    return bool(same_programme(a.name, b.name))
