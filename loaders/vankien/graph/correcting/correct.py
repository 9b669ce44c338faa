"""What a document's graph says after people have corrected it, and how to have back what was read.

A correction holds where the fact that it was made for still says the same in the same sentence. The fact then leaves the
graph, and the corrected or added statement stands there, with the evidence and the person; everything else that
reads the graph sees the corrected view without knowing of corrections. Where the sentence has changed, the new reading
stands and a finding asks for a second look.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode, Quad

from vankien.graph.correcting.corrected import add_fact, edit_fact, withdraw
from vankien.graph.correcting.corrections import Anchor, Correction, Entry, Outcome, State, Triple, node_of
from vankien.graph.correcting.reviewed import Fact, Index, read_facts
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Sheet, integer, label, text
from vankien.graph.terms.vocabulary import RDFS, VK
from vankien.model import Finding

_MESSAGES = {
    "text-changed": (
        "Văn bản dưới một chỗ đã sửa nay đã thay đổi: hãy rà soát lại “{0}” ({1}, {2})",
        "The text under a correction has changed: review “{0}” again ({1}, {2})",
    ),
    "without-fact": (
        "Không còn thấy dữ kiện mà một chỗ sửa nói tới: “{0}” ({1}, {2})",
        "The fact that a correction is about is no longer found: “{0}” ({1}, {2})",
    ),
}


def to_triples(quads: Iterable[Quad]) -> frozenset[Triple]:
    """The triples of a document's graph."""
    return frozenset((q.subject, q.predicate, q.object) for q in quads)  # type: ignore[misc]


def to_quads(triples: Iterable[Triple], graph: NamedNode) -> list[Quad]:
    """Triples as quads of one graph, sorted."""
    return sorted((Quad(s, p, o, graph) for s, p, o in triples), key=str)


def restore(view: Iterable[Triple], entries: Iterable[Entry]) -> frozenset[Triple]:
    """What was read: a corrected graph without what its corrections added, with what they withdrew."""
    entries = list(entries)
    added = {t for e in entries for t in e.outcome.added}
    withdrawn = {t for e in entries for t in e.outcome.withdrawn}
    return (frozenset(view) - added) | withdrawn


def find(anchor: Anchor, facts: Iterable[Fact]) -> tuple[Fact | None, State]:
    """The fact that a correction was made for: of that kind and label, saying the same in the same sentence, on the nearest
    line if it stands there twice. None if the sentence has changed, or if there is no such fact."""
    alike = [f for f in facts if f.kind == anchor.kind and f.label == anchor.label]
    same = [f for f in alike if f.says == anchor.says and f.anchor.quote == anchor.quote]
    if same:
        return min(same, key=lambda f: (abs(f.line - anchor.line), f.line)), "in-force"
    changed = any(f.anchor.quote != anchor.quote and (f.says == anchor.says or f.line == anchor.line) for f in alike)
    return None, "text-changed" if changed else "without-fact"


def to_finding(c: Correction, state: State) -> Finding:
    """What is told of a correction that no longer fits: its sentence has changed, or its fact is gone."""
    vi, en = (words.format(c.anchor.label, c.by, c.on) for words in _MESSAGES[state])
    return Finding(
        "correction-text-changed" if state == "text-changed" else "correction-without-fact",
        "Warning",
        c.anchor.report,
        c.anchor.line,
        vi,
        en,
    )


def _found(iris: Iris, g: Index, c: Correction, state: State) -> frozenset[Triple]:
    """The same as triples of the document's graph."""
    said, node = to_finding(c, state), iris.corrected("finding", c.anchor.report, c.key)
    sheet = Sheet(iris.graph(c.anchor.report))
    sheet.typed(node, VK.Finding)
    sheet.add(node, VK.code, text(said.code))
    sheet.add(node, VK.severity, text(said.severity))
    sheet.add(node, VK.line, integer(said.line))
    sheet.add(node, RDFS.label, label(said.vi), label(said.en, "en"))
    sheet.add(node, VK.statedIn, *g.terms(g.of(VK.SourceText)[0], VK.textOf))
    return to_triples(sheet.quads())


def _outcome(iris: Iris, g: Index, facts: Sequence[Fact], entry: Entry) -> Outcome:
    c, node = entry.correction, node_of(iris, entry.correction)
    if c.action == "add":
        same = c.anchor.text == g.text(g.of(VK.SourceText)[0], VK.sha256) or any(
            f.anchor.quote == c.anchor.quote != "" for f in facts
        )
        made, triples = add_fact(iris, g, c, node)
        state: State = "in-force" if same else "text-changed"
        return Outcome(state, None, made, added=triples | (frozenset() if same else _found(iris, g, c, state)))
    fact, state = find(c.anchor, facts)
    if fact is None:
        return Outcome(state, added=_found(iris, g, c, state))
    if c.action == "wrong":
        return Outcome(state, fact.node, None, withdraw(g, fact))
    made, withdrawn, added = edit_fact(iris, g, fact, c, node)
    return Outcome(state, fact.node, made, withdrawn, added)


_Moves = dict[NamedNode, NamedNode | None]
"""Nodes that left the graph, and those that take their place, if any."""


def _unstated(g: Index, view: Index, entry: Entry, moves: _Moves) -> Entry:
    """Withdraw a target that nothing states any more with its last statement; what pointed to it points to the target that
    the corrected statement states."""
    fact, made = entry.outcome.fact, entry.outcome.made
    target = g.node(fact, VK.states) if fact else None
    if target is None or view.to(target, VK.states):
        return entry
    now = next((o for s, p, o in entry.outcome.added if s == made and p == VK.states), None)
    moves[target] = now if isinstance(now, NamedNode) else None
    pointing = g.pointing(target)
    moved = frozenset((s, p, target) for s, p, _ in pointing & view.triples)
    withdrawn = entry.outcome.withdrawn | g.about(target) | pointing
    return replace(entry, outcome=replace(entry.outcome, withdrawn=withdrawn, added=entry.outcome.added | moved))


def _moved(entry: Entry, moves: _Moves) -> Entry:
    """Let what a correction adds point to what took the place of nodes that other corrections took away."""
    added = {
        (moves.get(s, s), p, moves.get(o, o) if isinstance(o, NamedNode) else o) for s, p, o in entry.outcome.added
    }
    kept = frozenset((s, p, o) for s, p, o in added if s is not None and o is not None)
    return replace(entry, outcome=replace(entry.outcome, added=kept))


def _joined(g: Index, entries: Sequence[Entry]) -> tuple[frozenset[Triple], list[Entry]]:
    """The corrected graph; what one correction withdraws and another one adds stays."""
    added = frozenset(t for e in entries for t in e.outcome.added)
    exact = [
        replace(e, outcome=replace(e.outcome, withdrawn=e.outcome.withdrawn - added, added=e.outcome.added - g.triples))
        for e in entries
    ]
    return (g.triples - {t for e in exact for t in e.outcome.withdrawn}) | added, exact


def correct(read: Iterable[Triple], entries: Iterable[Entry], iris: Iris) -> tuple[frozenset[Triple], list[Entry]]:
    """Apply the corrections of one document to the graph as it was read; gives the corrected graph, and the corrections
    with their outcomes, from which `restore` has the other back."""
    g = Index(read)
    facts = read_facts(g)
    done = [replace(entry, outcome=_outcome(iris, g, facts, entry)) for entry in entries]
    view = Index(_joined(g, done)[0])
    moves: _Moves = {
        e.outcome.fact: e.outcome.made
        for e in done
        if e.outcome.fact is not None and e.correction.anchor.kind == "programme"
    }
    done = [_unstated(g, view, entry, moves) for entry in done]
    return _joined(g, [_moved(entry, moves) for entry in done])
