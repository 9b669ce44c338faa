"""One report on disk → the quads of its graph, or the reason why it cannot be read: the work that is shared out."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, Quad, RdfFormat

from vankien.errors import CannotRead, VankienError
from vankien.graph.building.digest import digest_of, digest_to_text
from vankien.graph.building.reading_key import reading_key
from vankien.graph.stores.store import one_line
from vankien.graph.terms.vocabulary import VK, read_lexicon


@dataclass(frozen=True, slots=True)
class Loaded:
    """One document as a worker gives it back: its report id, facts and findings counted, its quads as N-Quads, either
    here or in a `part` on disk; or the reason why it could not be read.

    `key` stands for all that the reading depended on; `digest` is what the graphs over all documents need of it, as text
    (see `digest`).
    """

    path: str
    report: str = ""
    facts: tuple[tuple[str, int], ...] = ()
    findings: tuple[tuple[str, int], ...] = ()
    nquads: bytes = b""
    error: str = ""
    key: str = ""
    part: Path | None = None
    digest: str = ""


def prepare() -> None:
    """Import what reads documents, and read the lists: once, before processes part that would each do so."""
    from vankien import facts, report
    from vankien.graph.describing import triples

    _ = facts.find_facts, report.read_report, report.report_to_outline, triples.facts_to_dataset
    read_lexicon()


def read_document(path: Path, base: str | None = None) -> Loaded:
    """Read one report all the way to quads. What cannot be read comes back with its `error`; nothing is raised but what
    concerns every document (`BadUsage` for a bad base, `MissingData`)."""
    from vankien.facts import find_facts
    from vankien.facts.records import TYPES
    from vankien.graph.describing.triples import facts_to_dataset
    from vankien.report import read_report, report_to_outline

    try:
        report = read_report(path)
        lexicon = read_lexicon()
        found = find_facts(report_to_outline(report, lexicon), lexicon)
        quads = facts_to_dataset(report, found, lexicon, base)
    except CannotRead as error:
        return Loaded(str(path), error=str(error))
    except VankienError:
        raise
    except Exception as error:
        if os.environ.get("VANKIEN_DEBUG") == "1":
            raise
        return Loaded(
            str(path), error=f"{path}: unexpected {type(error).__name__}: {one_line(error)}; please report this"
        )
    kinds = Counter(TYPES[type(fact)] for fact in found.facts)
    return Loaded(
        str(path),
        report.id,
        tuple((kind, kinds[kind]) for kind in TYPES.values() if kinds[kind]),
        _severities(quads),
        ox.serialize(quads, format=RdfFormat.N_QUADS) or b"",
        key=reading_key(path.name, report.sha256, base),
        digest=digest_to_text(digest_of(quads, base)),
    )


def _severities(quads: tuple[Quad, ...]) -> tuple[tuple[str, int], ...]:
    found = Counter(q.object.value for q in quads if q.predicate == VK.severity and isinstance(q.object, Literal))
    return tuple((s, found[s]) for s in ("Violation", "Warning", "Info") if found[s])
