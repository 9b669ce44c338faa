"""Finder of cited documents: the mentions of one document put together into one record at its first line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from vankien.facts.documents.citations import Mention, mentions
from vankien.facts.evidence import evidence_of
from vankien.model import CitedDocument, Fact, Finding, Found, Lexicon, Outline, Source
from vankien.vietnamese import fold


@dataclass
class _Group:
    """The mentions of one document."""

    members: list[Mention] = field(default_factory=list)

    @property
    def dates(self) -> list[str]:
        return [m.date for m in self.members if m.date]


@lru_cache(maxsize=2**10)
def _words(text: str | None) -> Counter[str]:
    return Counter(fold(text or "").split())


def _alike(a: str | None, b: str | None) -> float:
    """Share of common words of two titles."""
    x, y = _words(a), _words(b)
    return 2 * sum((x & y).values()) / (x.total() + y.total()) if x and y else 0.0


def _same_document(group: _Group, mention: Mention) -> bool:
    """Can the mention be of that document? Not with a date that is no slip of the other, nor with the title of
    something else, and not when one of the two issuers is of another place or another term."""
    dates = group.dates
    if mention.date and dates and not any(is_slip(d, mention.date) for d in dates):
        return False
    if mention.date not in dates and _other_subject(group, mention):
        return False
    for member in group.members:
        if member.elsewhere != mention.elsewhere and member.weight and mention.weight:
            return False
        if member.elsewhere and mention.elsewhere and member.issuer != mention.issuer:
            return False
        if _term(member.issuer) and _term(mention.issuer) and _term(member.issuer) != _term(mention.issuer):
            return False
    return True


def same_citation(a: CitedDocument, b: CitedDocument) -> bool:
    """Do two documents of one file cite the same one: by code, or by title where none is coded, with dates that are at
    most a slip apart and issuers of one term?"""
    if (a.code or b.code) and a.code != b.code:
        return False
    if not a.code and (a.genre != b.genre or not a.title or fold(a.title) != fold(b.title or "")):
        return False
    if a.date and b.date and not is_slip(a.date, b.date):
        return False
    return not (_term(a.issuer) and _term(b.issuer) and _term(a.issuer) != _term(b.issuer))


def _other_subject(group: _Group, mention: Mention) -> bool:
    """True if both sides print long titles that have next to no word in common."""
    titles = [m.title for m in group.members if m.title and len(m.title.split()) > 5]
    own = mention.title or ""
    return len(own.split()) > 5 and bool(titles) and all(_alike(t, own) < 0.2 for t in titles)


def is_slip(a: str, b: str) -> bool:
    """Two dates of one document, one of them misprinted: numbers start anew every year or term, so one number has one
    date in a year; in two years, only the same day and month can be the same date."""
    return a[:4] == b[:4] or a[5:] == b[5:]


def _term(issuer: str | None) -> str:
    """The term in an issuer's name (``khóa XI``)."""
    return issuer.rsplit("khóa ", 1)[1] if issuer and "khóa " in issuer else ""


def group_mentions(found: tuple[Mention, ...]) -> list[list[Mention]]:
    """Mentions of the same document together, in the order of the first of each; dated mentions settle first, so that
    an undated one joins the dated document that stands nearest before it."""
    groups: dict[str, list[_Group]] = {}
    ordered: list[_Group] = []
    for mention in sorted(found, key=lambda m: m.date is None):
        key = mention.code or f"{mention.genre}|{fold(mention.title or '')}"
        candidates = [g for g in groups.setdefault(key, []) if _same_document(g, mention)]
        chosen = _nearest(candidates, mention) if candidates else None
        if chosen is None:
            chosen = _Group()
            groups[key].append(chosen)
            ordered.append(chosen)
        chosen.members.append(mention)
    members = [sorted(g.members, key=_place) for g in ordered]
    return sorted(members, key=lambda ms: _place(ms[0]))


def _place(mention: Mention) -> int:
    return mention.sentence.passage.position_at(mention.code_at)


def _nearest(groups: list[_Group], mention: Mention) -> _Group:
    """The group with the most similar title, else with a mention nearest to this one."""

    def rank(group: _Group) -> tuple[float, int]:
        title = max((_alike(m.title, mention.title) for m in group.members), default=0.0)
        return (-round(title, 1), min(abs(_place(m) - _place(mention)) for m in group.members))

    return min(groups, key=rank)


_OWN_NUMBER = re.compile(r"\W*Số\s*:?\s*$")


def _is_own_number(mention: Mention) -> bool:
    """The document's own number in a letterhead that stayed in the text: a short line "Số: 27/KH-UBND" at the top."""
    passage, text = mention.sentence.passage, mention.sentence.text
    top = passage.first_line <= _TOP and mention.sentence.context.where != "table"
    return (
        top
        and bool(_OWN_NUMBER.fullmatch(text[: mention.code_at]))
        and len(text) - mention.end < 60
        and mention.title is None
    )


_WITH = re.compile(r"kèm\s+theo\s+(?:\w+\s+){0,5}(?:số\s*:?\s*)?$", re.IGNORECASE)


def _is_own(mention: Mention, own: Source) -> bool:
    """Is the document itself meant: its number with no date, its own date, or in the line over an annex ("Kèm theo ...")?"""
    dated = mention.date and own.date and not mention.date.startswith(own.date)
    return not dated or bool(_WITH.search(mention.sentence.text[: mention.code_at]))


_TOP = 60
_GENERIC = ("Tỉnh ủy", "Thành ủy", "Huyện ủy")


def _issuer(members: list[Mention]) -> str | None:
    """The issuer that the mentions name best: beside the code before in its sentence before by its suffix, and a
    standing board or plenum before the committee's short name."""
    named = [m for m in members if m.issuer]
    if not named:
        return None
    best = max(named, key=lambda m: (m.weight > 0, not (m.issuer or "").startswith(_GENERIC), m.weight))
    return best.issuer


def _genre(members: list[Mention]) -> str:
    return Counter(m.genre for m in members).most_common(1)[0][0]


def find_documents(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """Each distinct formal document that the text cites, at its first line, with what any of its mentions says; the
    document itself is not among them."""
    own = next((s for s in found.of(Source) if s.code), None)
    for members in group_mentions(mentions(outline, lexicon)):
        first = members[0]
        if (own and first.code == own.code and all(_is_own(m, own) for m in members)) or _is_own_number(first):
            continue
        passage = first.sentence.passage
        end = first.end if first.code else max(first.end, first.start + 1)
        dates = Counter(m.date for m in members if m.date)
        titles = [m.title for m in members if m.title]
        yield CitedDocument(
            code=first.code,
            genre=_genre(members),
            issuer=_issuer(members),
            date=dates.most_common(1)[0][0] if dates else None,
            title=titles[0] if titles else None,
            evidence=evidence_of(
                outline.report,
                passage,
                first.start,
                end,
                "document-code" if first.code else "document-name",
                value_at=first.code_at,
            ),
        )
