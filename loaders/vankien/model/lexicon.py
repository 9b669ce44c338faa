"""What the finders know: the lists of the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a SKOS list of ``ontology/``: its id (last part of the IRI), labels, spelling variants
    (altLabel and hiddenLabel, Vietnamese), ids of broader concepts, and its other properties by local name."""

    id: str
    iri: str
    scheme: str
    vi: str
    en: str
    spellings: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def all_spellings(self) -> tuple[str, ...]:
        """The preferred Vietnamese label and every variant, without repeats."""
        return tuple(dict.fromkeys((self.vi, *self.spellings)))

    def first(self, name: str, default: str = "") -> str:
        """The first value of a property, by its local name."""
        values = self.properties.get(name, ())
        return values[0] if values else default


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The lists that drive the recognisers: concepts by scheme name (``indicators``, ``units``, ``comparators``,
    ``verdicts``, ``statuses``, ``genres``, ``bodies``, ``places``, ``themes``, ``programme-kinds`` ...). Compared and
    hashed by identity, so that a recogniser built from it can be cached."""

    schemes: Mapping[str, tuple[Concept, ...]]

    def __getitem__(self, scheme: str) -> tuple[Concept, ...]:
        """The concepts of a scheme, in order of their ids; empty when there is none."""
        return self.schemes.get(scheme, ())

    def concept(self, scheme: str, id: str) -> Concept | None:
        """One concept by scheme and id."""
        return next((c for c in self[scheme] if c.id == id), None)
