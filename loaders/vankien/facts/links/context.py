"""What the readers of links share: the documents and programmes of every sentence, the programme whose section a line
stands in, the name under which an end of a link is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vankien.facts.bodies.finding import province_name
from vankien.facts.cues.organising import Stretch, organising_stretches
from vankien.facts.documents.citations import Mention, all_sentences, mentions
from vankien.facts.documents.short_names import short_names, shortly_named
from vankien.facts.evidence import evidence_of
from vankien.facts.programmes.finding import programme_title
from vankien.facts.programmes.names import ProgrammeMention, programmes_in
from vankien.facts.programmes.paragraphs import opened_paragraphs
from vankien.facts.programmes.projects import projects_in, same_work
from vankien.facts.programmes.sections import NamedSection, annex_lines, named_sections, outline_sections
from vankien.facts.programmes.words import same_programme
from vankien.model import Congress, Evidence, Found, Lexicon, Link, Outline, Passage, Programme, Sentence, Source
from vankien.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Scope:
    """A programme with the stretch of the document that tells about it."""

    name: str
    kind: str
    first_line: int
    last_line: int
    depth: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with the documents and the programmes that it names."""

    sentence: Sentence
    documents: tuple[Mention, ...]
    programmes: tuple[ProgrammeMention, ...]

    @property
    def text(self) -> str:
        """The sentence's text."""
        return self.sentence.text


@dataclass(frozen=True, eq=False)
class LinkContext:
    """Everything that links are read from."""

    outline: Outline
    lexicon: Lexicon
    province: str
    own: str
    own_genre: str
    since: int
    programmes: tuple[Programme, ...]
    scopes: tuple[Scope, ...]
    anchors: dict[int, int]
    readings: tuple[Reading, ...]
    stretches: tuple[Stretch, ...] = ()
    own_programme: str = ""
    own_noun: str = ""
    named: tuple[NamedSection, ...] = ()
    annexes: tuple[int, ...] = ()

    def organises(self, line: int) -> bool:
        """Does the line stand in a part that hands out the work?"""
        return any(s.holds(line) for s in self.stretches)

    def position(self, line: int) -> int:
        """The line of the body that a line belongs to: itself, or where its footnote hangs."""
        return self.anchors.get(line, line)

    def scope_at(self, line: int, kinds: frozenset[str]) -> Scope | None:
        """The innermost programme of those kinds whose stretch holds the line; an annex ends every stretch before it."""
        at = self.position(line)
        if self.organises(at):
            return None
        since = max((a for a in self.annexes if a <= at), default=0)
        inside = [s for s in self.scopes if s.kind in kinds and s.first_line <= at <= s.last_line]
        inside = [s for s in inside if s.first_line >= since]
        return max(inside, key=lambda s: (s.depth, s.first_line), default=None)

    def known_name(self, mention: ProgrammeMention) -> str:
        """The name under which the programme is recorded."""
        for fact in self.programmes:
            if (fact.kind == "project") == (mention.kind == "project") and same_programme(fact.name, mention.name):
                return fact.name
            if fact.kind == mention.kind == "project" and same_work(fact.name, mention.name):
                return fact.name
        return mention.name

    def link(
        self, subject: str, relation: str, object: str, passage: Passage, span: tuple[int, int], at: int, rule: str
    ) -> Link:
        """A link with the words that state it as evidence."""
        evidence: Evidence = evidence_of(self.outline.report, passage, span[0], span[1], rule, value_at=at)
        return Link(subject=subject, relation=relation, object=object, evidence=evidence)


RESULT_KINDS = frozenset({"key_program", "breakthrough", "scheme", "national_target_programme"})
"""Kinds of programmes whose sections report results."""

ALL_KINDS = RESULT_KINDS | {"task_group", "solution", "project"}


def build_context(outline: Outline, lexicon: Lexicon, found: Found) -> LinkContext:
    """Collect what the readers of links need, once for a document."""
    source = next(found.of(Source), None)
    programmes = tuple(found.of(Programme))
    anchors = {
        line: s.context.anchor
        for s in outline.sentences
        if s.context.anchor is not None
        for line in range(s.passage.first_line, s.passage.last_line + 1)
    }
    own = _own_name(source) if source else ""
    return LinkContext(
        outline=outline,
        lexicon=lexicon,
        province=province_name(outline, lexicon),
        own=own,
        own_genre=fold(source.genre) if source else "",
        since=_since(outline, found),
        programmes=programmes,
        scopes=tuple(_scopes(outline, lexicon, programmes)),
        anchors={k: v for k, v in anchors.items() if v is not None},
        readings=tuple(_readings(outline, lexicon)),
        stretches=organising_stretches(outline),
        own_programme=_own_programme(source, programmes, lexicon) if source else "",
        own_noun=source.genre if source else "",
        named=named_sections(outline),
        annexes=tuple(_annexes(outline)),
    )


_ANNEX = re.compile(r"(?:phu luc|phu bieu|bieu so|bieu \d)\b")


def _annexes(outline: Outline) -> Iterator[int]:
    """The first lines of annexes: by their heading, or by the title of a table that stands below none."""
    yield from (h.title.first_line for h in outline.headings if _ANNEX.match(fold(h.title.text)))
    yield from (t.first_line for t in outline.tables if _ANNEX.match(fold(t.title)))
    yield from annex_lines(outline)


def _own_name(source: Source) -> str:
    """The end of a link that the document itself is: its code, else its genre and title."""
    if source.code:
        return source.code
    named = fold(source.title).startswith(fold(source.genre))
    return source.title if named or not source.title else f"{source.genre} {source.title[:1].lower()}{source.title[1:]}"


def _own_programme(source: Source, programmes: tuple[Programme, ...], lexicon: Lexicon) -> str:
    """The programme that the title of the document names, under the name it is recorded by."""
    named = programmes_in(source.title, lexicon, True)
    if not named:
        return ""
    return next((p.name for p in programmes if same_programme(p.name, named[0].name)), named[0].name)


def _since(outline: Outline, found: Found) -> int:
    """The first year of the term that the document reports on; 0 if unknown."""
    head = " ".join(p.text for p in outline.letterhead) + " ".join(s.text for s in outline.sentences[:4])
    match = re.search(r"nhiệm kỳ (\d{4})", head, re.IGNORECASE)
    terms = [int(c.term[:4]) for c in found.of(Congress) if c.term and c.term[:4].isdigit()]
    return int(match.group(1)) if match else max(terms, default=0)


def _readings(outline: Outline, lexicon: Lexicon) -> Iterator[Reading]:
    documents: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions(outline, lexicon):
        documents.setdefault(_key(mention.sentence), []).append(mention)
    for sentence in all_sentences(outline, lexicon):
        named = programmes_in(sentence.text, lexicon, sentence.context.where == "heading")
        works = tuple(
            w for w in projects_in(sentence.text, lexicon) if not any(n.start <= w.start < n.end for n in named)
        )
        cited = [*documents.get(_key(sentence), ()), *_short_mentions(sentence, outline, lexicon)]
        own = tuple(sorted(cited, key=lambda m: m.start))
        yield Reading(sentence, own, tuple(sorted((*named, *works), key=lambda m: m.start)))


def _short_mentions(sentence: Sentence, outline: Outline, lexicon: Lexicon) -> Iterator[Mention]:
    """The documents that a sentence calls by their number alone, under their codes."""
    for named in shortly_named(sentence.text, short_names(outline, lexicon), lexicon):
        genre = sentence.text[named.start : named.end].rsplit(" ", 1)[0].capitalize()
        yield Mention(named.code, genre, None, None, None, sentence, named.start, named.end, named.start)


def _key(sentence: Sentence) -> tuple[int, int]:
    return sentence.passage.position_at(0), len(sentence.text)


def _scopes(outline: Outline, lexicon: Lexicon, programmes: tuple[Programme, ...]) -> Iterator[Scope]:
    """Sections that a programme names, and sections whose title speaks of one scheme."""
    named: tuple[NamedSection, ...] = named_sections(outline)
    for one in named:
        yield Scope(
            programme_title(one.title), one.kind, one.section.first_line, one.section.last_line, one.section.depth
        )
    taken = {n.section.first_line for n in named}
    for section in outline_sections(outline):
        spoken = programmes_in(section.title.text, lexicon, True)
        if section.first_line in taken or len(spoken) != 1 or spoken[0].kind == "project":
            continue
        full = next((p.name for p in programmes if same_programme(p.name, spoken[0].name)), spoken[0].name)
        yield Scope(full, spoken[0].kind, section.first_line, section.last_line, section.depth)
    yield from _own_paragraphs(outline, programmes)
    for paragraph in outline.paragraphs:
        whole = re.match(r"Đối với (?:các )?[Cc]hương trình (?:mục tiêu quốc gia|MTQG)\s*:", paragraph.passage.text)
        every = next((p for p in programmes if p.name.startswith("Các chương trình mục tiêu quốc gia")), None)
        if whole and every:
            passage = paragraph.passage
            yield Scope(every.name, "national_target_programme", passage.first_line, passage.last_line, 99)


def _own_paragraphs(outline: Outline, programmes: tuple[Programme, ...]) -> Iterator[Scope]:
    """The paragraphs that a key programme or scheme opens with its name, and goes on to tell about."""
    kinds = {p.name: p.kind for p in programmes if p.kind in ("key_program", "scheme")}
    for at, name in opened_paragraphs(outline, kinds).items():
        passage = outline.paragraphs[at].passage
        yield Scope(name, kinds[name], passage.first_line, passage.last_line, _PARAGRAPH)


_PARAGRAPH = 98
"""Deeper than any section."""
