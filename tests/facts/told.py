"""Facts as lines that a table of cases can expect: `setter: indicator | value unit`, `indicator: verdict`."""

from __future__ import annotations

from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, Lexicon, Observation, Outline, Target
from vankien.vietnamese import plain


def line_of(fact: Target | Observation | Assessment) -> str:
    """A target, a result or a verdict as one line."""
    if isinstance(fact, Assessment):
        return f"{fact.indicator}: {fact.verdict}{f' {plain(fact.percent)}' if fact.percent is not None else ''}"
    number = "-" if fact.value is None else plain(fact.value)
    sign = fact.comparator if fact.comparator not in (None, "=", "range") else ""
    upper = f"..{plain(fact.upper)}" if fact.upper is not None else ""
    setter = f"{fact.set_by}: " if isinstance(fact, Target) else ""
    return f"{setter}{fact.indicator} | {sign}{number}{upper} {fact.unit or '-'}"


def told_facts(outline: Outline, lexicon: Lexicon) -> list[str]:
    """The targets, then the results, then the verdicts of a document, a line each."""
    found = find_facts(outline, lexicon, FINDERS)
    facts: list[Target | Observation | Assessment] = [*found.of(Target), *found.of(Observation)]
    return [line_of(f) for f in (*facts, *found.of(Assessment))]
