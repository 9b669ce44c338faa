"""Links that time rules out: a document carries out, rests on or amends what was there before it."""

from __future__ import annotations

from collections import defaultdict

from vankien.model import CitedDocument, Found, Link

_LOOKS_BACK = frozenset({"implements", "based_on", "amends"})
_WHOLE_DAY = len("2030-01-31")


class Chronology:
    """The days of the documents that a text cites, by code: several where different documents share a number. What the
    document itself says that it carries out is not measured by the day in its letterhead, which may be misprinted."""

    def __init__(self, found: Found) -> None:
        self._days: dict[str, set[str]] = defaultdict(set)
        for fact in found.of(CitedDocument):
            if fact.code:
                self._days[fact.code].add(fact.date or "")

    def allows(self, link: Link) -> bool:
        """False where every document that the object can be is younger than every one that the subject can be."""
        subject, object = self._days.get(link.subject), self._days.get(link.object)
        if link.relation not in _LOOKS_BACK or not subject or not object:
            return True
        known = all(len(day) == _WHOLE_DAY for day in (*subject, *object))
        return not known or min(object) <= max(subject)
