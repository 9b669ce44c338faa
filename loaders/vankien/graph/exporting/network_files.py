"""The network as GraphML or GEXF, which Gephi opens; the same network always gives the same bytes."""

from __future__ import annotations

import io
import re

from vankien.errors import BadUsage
from vankien.graph.exporting.network import Network, to_networkx

_DATED = re.compile(rb'\s*<meta lastmodifieddate="[^"]*">.*?</meta>', re.DOTALL)


def to_graphml(net: Network) -> bytes:
    """GraphML with the attributes label, kind and verdicts of nodes, relation, label and mode of edges."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(to_networkx(net), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def to_gexf(net: Network) -> bytes:
    """GEXF 1.2 with the same attributes; without the date of writing, which networkx puts in."""
    import networkx as nx

    out = io.BytesIO()
    graph = to_networkx(net)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["id"] = str(number)
    nx.write_gexf(graph, out, encoding="utf-8", prettyprint=True, version="1.2draft")
    return _DATED.sub(b"", out.getvalue())


WRITERS = {".graphml": to_graphml, ".gexf": to_gexf}
"""The formats, by suffix."""


def network_to_bytes(net: Network, suffix: str) -> bytes:
    """The network in the format of a suffix; raises `BadUsage` for an unknown one."""
    if suffix not in WRITERS:
        raise BadUsage(f"unknown suffix {suffix or '(none)'}; use one of {' '.join(WRITERS)}")
    return WRITERS[suffix](net)
