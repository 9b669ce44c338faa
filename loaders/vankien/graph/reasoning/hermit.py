"""HermiT, through owlready2: axioms and facts as N-Triples in, consistency and what follows out. Needs Java."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import NamedNode, RdfFormat, Triple

from vankien.errors import MissingTool, VankienError
from vankien.graph.reasoning.axioms import NAMED_INDIVIDUAL, Axioms, Fact, module
from vankien.graph.stores.store import one_line
from vankien.graph.terms.vocabulary import RDF


@dataclass(frozen=True, slots=True)
class Outcome:
    """What HermiT says: whether all of it can be true together; classes that nothing can belong to; the members of the
    classes and the pairs of the properties that were asked for (those that were given included)."""

    consistent: bool
    empty_classes: tuple[NamedNode, ...] = ()
    members: frozenset[Fact] = frozenset()
    pairs: frozenset[Fact] = frozenset()


def check_java() -> None:
    """Raises `MissingTool` when no Java is on the PATH."""
    if shutil.which("java") is None:
        raise MissingTool("reasoning needs Java, which is not on the PATH; install a Java runtime (version 8 or later)")


def _to_triples(facts: Iterable[Fact]) -> list[Triple]:
    """The facts, with all that they are about declared as individuals, sorted."""
    facts = set(facts)
    individuals = {s for s, _, _ in facts} | {o for _, p, o in facts if p != RDF.type}
    declared = [Triple(i, RDF.type, NAMED_INDIVIDUAL) for i in individuals]
    return sorted([*declared, *(Triple(s, p, o) for s, p, o in facts)], key=str)


def run_hermit(
    axioms: Axioms, facts: Iterable[Fact], classes: Iterable[NamedNode] = (), properties: Iterable[NamedNode] = ()
) -> Outcome:
    """Run HermiT on some facts and the axioms that matter to them; without facts, on all axioms.

    Gives the members of the `classes` and the pairs of the `properties`, asserted and inferred; HermiT tells a pair of the
    most particular property alone, so the properties below are asked as well. Raises `MissingTool`
    without Java and `VankienError` when HermiT fails for another reason than a contradiction.
    """
    check_java()
    import owlready2

    properties = tuple(properties)
    world = owlready2.World()
    facts = tuple(facts)
    triples = [*(module(axioms, facts) if facts else axioms.triples), *_to_triples(facts)]
    data = ox.serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    world.get_ontology("https://w3id.org/vankien/extract#").load(fileobj=io.BytesIO(data))
    try:
        owlready2.sync_reasoner_hermit(
            world, infer_property_values=bool(properties), debug=0, ignore_unsupported_datatypes=True
        )
    except owlready2.OwlReadyInconsistentOntologyError:
        return Outcome(False)
    except (owlready2.OwlReadyJavaError, OSError) as error:
        raise VankienError(f"HermiT failed: {one_line(error)}") from None
    members = {
        (NamedNode(i.iri), RDF.type, c) for c in classes if (cls := world[c.value]) is not None for i in cls.instances()
    }
    pairs = {
        (NamedNode(s.iri), p, NamedNode(o.iri))
        for p in properties
        for q in (p, *(q for q, above in axioms.superproperties.items() if p in above))
        if (prop := world[q.value]) is not None
        for s, o in prop.get_relations()
    }
    empty = sorted({c.iri for c in world.inconsistent_classes()} - {"http://www.w3.org/2002/07/owl#Nothing"})
    return Outcome(True, tuple(map(NamedNode, empty)), frozenset(members), frozenset(pairs))
