"""Store → `Book`: what people corrected."""

from __future__ import annotations

from vankien.explorer.book.records import Correction
from vankien.graph.building.carried import corrections_of
from vankien.graph.correcting.corrections import node_of
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris


def read_corrections(store: Store, base: str | None = None) -> tuple[Correction, ...]:
    """The corrections of a store, by report and line."""
    iris = Iris(base)
    found = []
    for entry in corrections_of(store, iris):
        c, a, outcome = entry.correction, entry.correction.anchor, entry.outcome
        found.append(
            Correction(
                node_of(iris, c).value,
                c.action,
                a.kind,
                a.report,
                a.line,
                a.label,
                a.words,
                c.values,
                c.by,
                c.on,
                c.note,
                outcome.state,
                outcome.fact.value if outcome.fact else "",
                outcome.made.value if outcome.made else "",
            )
        )
    return tuple(found)
