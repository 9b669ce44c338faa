"""What the shell completes: the names of questions, and their parameters."""

from __future__ import annotations

import typer


def query_names(incomplete: str) -> list[str]:
    """The names of questions that begin so, for the completion of the shell."""
    from vankien.resources import files

    return [n for f in files("queries", ".rq") if (n := f.name.removesuffix(".rq")).startswith(incomplete)]


def query_parameters(ctx: typer.Context, incomplete: str) -> list[str]:
    """The parameters of the question named before (``congress=``), or the values of a list (``verdict=missed``)."""
    from vankien.errors import QueryError
    from vankien.graph.asking.catalogue import choices, find_query

    try:
        query = find_query(str(ctx.params.get("name")))
    except QueryError:
        return []
    name, equals, value = incomplete.partition("=")
    if not equals:
        return [f"{p.name}=" for p in query.parameters if p.name.startswith(name)]
    return [f"{name}={c}" for p in query.parameters if p.name == name for c in choices(p) if c.startswith(value)]
