"""Whether a store has what the parameters of a question name: a slip of the pen must not look like an empty answer."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from vankien.errors import QueryError
from vankien.graph.asking.catalogue import LISTED_BY, Parameter, Query, choices, to_term
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.vocabulary import last_part

_NAMED = (*LISTED_BY, "iri")
"""The types of parameters that name a thing which a store has or has not."""
_ALL = 8
"""So many keys are listed one and all; of more, those that are like what was written."""


def check_known(store: Store, query: Query, given: Mapping[str, str], base: str | None = None) -> None:
    """See to it that a store has the things that the parameters given to a question name.

    Raises `QueryError` for one that it has not, with the keys that it has, or those that are like it.
    """
    for parameter in query.parameters:
        if parameter.type in _NAMED and parameter.name in given:
            value = given[parameter.name]
            if not _has(store, str(to_term(parameter, value, base))):
                raise QueryError(
                    f"{parameter.name}={value}: not in this store; {_advice(store, parameter, value, base)}"
                )


def _has(store: Store, node: str) -> bool:
    parts = (f"{{ {node} ?p ?o }}", f"{{ ?s ?p {node} }}", f"{{ GRAPH {node} {{ ?s ?p ?o }} }}")
    return any(bool(store.query(f"ASK {part}")) for part in parts)


def _advice(store: Store, parameter: Parameter, value: str, base: str | None) -> str:
    if parameter.type == "iri":
        return "write it as the answers of other questions show it, such as id/statement/..."
    keys = _keys(store, parameter, base)
    near = get_close_matches(value, keys, n=3, cutoff=0.5)
    if 0 < len(keys) <= _ALL:
        return f"there are: {', '.join(keys)}"
    if near:
        return f"did you mean {', '.join(near)}?"
    return f"see: vankien query {LISTED_BY[parameter.type]}"


def _keys(store: Store, parameter: Parameter, base: str | None) -> list[str]:
    """The keys of the things of one kind that a store has, sorted, and those of the list of that kind."""
    if parameter.type == "report":
        return [last_part(graph.value) for graph in store.graphs() if is_document(graph)]
    start = f"{Iris(base).base}id/{parameter.type}/"
    found = store.rows(f'SELECT DISTINCT ?s {{ ?s a ?class FILTER(STRSTARTS(STR(?s), "{start}")) }}')
    keys = (cell.value.removeprefix(start) for (cell,) in found if isinstance(cell, ox.NamedNode))
    congress = parameter.type == "congress"
    return sorted({key.replace("/", "-") if congress else key for key in keys} | set(choices(parameter)))
