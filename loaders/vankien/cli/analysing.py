"""``vankien reason`` and ``vankien network``: what follows from the graph, and how it hangs together."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.options import DEFAULT_PLACE, GraphStoreUrl, Language, PlaceArgument, SamePlace, UpdateUrl, one_of
from vankien.cli.output import finding_rows, print_table, talk
from vankien.errors import BadUsage

if TYPE_CHECKING:
    from vankien.graph.exporting.network import Found, Network, Node
    from vankien.graph.reasoning.reason import Reasoned
    from vankien.graph.stores.address import Place


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: vankien reason kg --as-of 2025-12-31")(reason)
    app.command(
        epilog="Examples: vankien network kg; vankien network kg -o graph.graphml; "
        "vankien network kg --path programme/key body/key"
    )(network)


# --- reasoning ------------------------------------------------------------------------------------------------


def reason(
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Deadlines before it are over. [newest document]")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Also check every document as a whole; takes longer.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do not write what was inferred.")] = False,
    format: Annotated[str, typer.Option("--format", "-f", help="table or json.")] = "table",
    lang: Language = "vi",
    update_url: UpdateUrl = None,
    graph_store_url: GraphStoreUrl = None,
) -> None:
    """Check the graph against the ontology and infer what follows. It goes into a graph of its own (needs Java).

    Exit code 1 if there is a contradiction; then nothing is written.
    """
    format, lang = one_of(format, ("table", "json"), "--format"), one_of(lang, ("vi", "en"), "--lang")
    from vankien.graph.stores.address import place_of

    place = place_of(same or store, update_url, graph_store_url)
    raise typer.Exit(_reason(place, _date(as_of), full, dry_run, format, lang))


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadUsage(f"--as-of {written!r}: write a date such as 2025-12-31") from None


def _reason(path: Place, as_of: date | None, full: bool, dry_run: bool, format: str, lang: str) -> int:
    from vankien.graph.access.opening import open_store
    from vankien.graph.reasoning import reason as reasoning
    from vankien.graph.reasoning.hermit import check_java
    from vankien.graph.stores.address import Address
    from vankien.graph.stores.store import is_store

    check_java()
    with open_store(path, read_only=dry_run or not (isinstance(path, Address) or is_store(path))) as store:
        result = reasoning.reason(store, as_of, full=full)
        if writable := not (store.read_only or result.findings):
            reasoning.save(store, result)
    _print_reasoned(result, format, lang)
    said = f"as of {result.as_of}: {len(result.findings)} contradictions, {len(result.inferred):,} triples inferred"
    talk(f"{path}: {said}{', stored in graph/inferred' if writable else ', nothing stored'}")
    return 1 if result.findings else 0


def _print_reasoned(result: Reasoned, format: str, lang: str) -> None:
    from vankien.graph.reasoning.axioms import ontology
    from vankien.graph.terms.vocabulary import last_part

    if format == "json":
        inferred = [[term.value for term in fact] for fact in result.inferred]
        found = {"as_of": str(result.as_of or ""), "findings": [asdict(f) for f in result.findings]}
        print(json.dumps({**found, "inferred": inferred}, ensure_ascii=False, indent=1))
        return
    if result.findings:
        print_table(*finding_rows(result.findings, lang), right=("line",))
        return
    rows = [[last_part(t.value), ontology().label(t, lang), str(n)] for t, n in result.counts().items()]
    print_table(("term", "label", "count"), rows, right=("count",))


# --- the network ----------------------------------------------------------------------------------------------

TITLES = {
    "orphans": ("Mục tiêu chưa có chương trình", "Targets without a programme"),
    "carriers": ("Chương trình gánh nhiều mục tiêu", "Programmes that carry many targets"),
    "shared": ("Mục tiêu chung của nhiều chương trình", "Targets that several programmes share"),
    "behind": ("Cơ quan chủ trì có mục tiêu không đạt, khó đạt", "Bodies in charge of targets missed or at risk"),
    "communities": ("Cụm gắn kết", "Communities"),
}
"""What the network is asked, with titles."""


_KINDS = {
    "target": ("mục tiêu", "target", "targets"),
    "indicator": ("chỉ số", "indicator", "indicators"),
    "programme": ("chương trình", "programme", "programmes"),
    "congress": ("đại hội", "congress", "congresses"),
    "document": ("văn bản", "document", "documents"),
    "body": ("cơ quan", "body", "bodies"),
}
"""The kinds of nodes in words: Vietnamese, one and several in English."""


def _counted(kind: str, number: int, lang: str) -> str:
    vi, one, several = _KINDS.get(kind, (kind, kind, kind))
    return f"{number} {vi if lang == 'vi' else one if number == 1 else several}"


def network(
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    show: Annotated[
        str | None, typer.Option("--show", help=f"One question: {', '.join(TITLES)}. [all, the first rows of each]")
    ] = None,
    path: Annotated[
        tuple[str, str] | None, typer.Option("--path", metavar="FROM TO", help="A shortest way between two nodes.")
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="table or json.")] = "table",
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the whole network: a .graphml or .gexf file.")
    ] = None,
    lang: Language = "vi",
) -> None:
    """Show which programme serves which target. Indicators, documents and bodies are in it;
    -o writes it for Gephi."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.exporting.network import network as read_network
    from vankien.graph.exporting.network_files import WRITERS

    format, lang = one_of(format, ("table", "json"), "--format"), one_of(lang, ("vi", "en"), "--lang")
    questions = [one_of(show, tuple(TITLES), "--show")] if show else list(TITLES)
    suffix = one_of(out.suffix.lower(), tuple(WRITERS), "--output") if out else ""
    with open_store(same or store, read_only=True) as opened:
        net = read_network(opened)
    if out is not None:
        _write_network(net, out, suffix)
    elif path is not None:
        _print_path(net, *path, format)
    elif format == "json":
        print(json.dumps({q: _to_json(net, q) for q in questions}, ensure_ascii=False, indent=1))
    else:
        for question in questions:
            _print_question(net, question, lang, None if show else FIRST_ROWS)
    talk(f"{same or store}: {len(net.nodes):,} nodes, {len(net.edges):,} edges")


FIRST_ROWS = 10
"""How many rows of each question are shown when all are asked."""


def _write_network(net: Network, out: Path, suffix: str) -> None:
    from vankien.graph.exporting.network_files import network_to_bytes
    from vankien.graph.serialising.export import write

    write(network_to_bytes(net, suffix), str(out))
    talk(f"{out}: written")


def _answer(net: Network, question: str) -> list[Found]:
    from vankien.graph.exporting import network as networks

    if question == "communities":
        return [networks.Found(networks.hub(net, group), group) for group in networks.communities(net)]
    ask = {
        "orphans": networks.orphans,
        "carriers": networks.carriers,
        "shared": networks.shared_targets,
        "behind": networks.bodies_behind,
    }[question]
    return ask(net)


def _to_json(net: Network, question: str) -> list[dict[str, object]]:
    def plain(node: Node) -> dict[str, object]:
        return {"iri": node.iri, "label": node.label, "kind": node.kind, "verdicts": list(node.verdicts)}

    return [{**plain(found.node), "by": [plain(n) for n in found.by]} for found in _answer(net, question)]


def _print_question(net: Network, question: str, lang: str, limit: int | None) -> None:
    found = _answer(net, question)
    rows = []
    for one in found[:limit]:
        kinds = Counter(n.kind for n in one.by)
        named = "; ".join(n.label for n in one.by[:3]) + (" ..." if len(one.by) > 3 else "")
        counts = ", ".join(_counted(kind, n, lang) for kind, n in kinds.most_common())
        rows.append([one.node.label, str(len(one.by)), counts if question == "communities" else named])
    title = f"{TITLES[question][lang == 'en']} ({len(found)})"
    if not rows:
        print(title + "\n")
        return
    print_table(("node", "count", "by"), rows, right=("count",), title=title)


def _print_path(net: Network, start: str, end: str, format: str) -> None:
    from vankien.graph.exporting.network import find_node, shortest_path

    way = shortest_path(net, find_node(net, start), find_node(net, end))
    rows = [[e.relation if e else "", e.mode if e else "", n.kind, n.label, n.iri] for n, e in way]
    columns = ("relation", "mode", "kind", "label", "iri")
    if format == "json":
        print(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1))
    else:
        print_table(columns, rows)
