"""The ontology is OWL 2 DL, documented in two languages and consistent; the lists are complete and unambiguous."""

from __future__ import annotations

import io
import shutil
from collections import defaultdict
from pathlib import Path

import owlready2
import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from vankien.vietnamese import same_tones

FOLDER = Path(__file__).parents[2] / "ontology"
LISTS = sorted(f for f in FOLDER.glob("*.ttl") if f.name not in ("vankien.ttl", "defined.ttl"))
VK = Namespace("https://w3id.org/vankien/ontology#")
SCHEME = "https://w3id.org/vankien/scheme/"
CONCEPT = "https://w3id.org/vankien/concept/"
SH = Namespace("http://www.w3.org/ns/shacl#")

NAMESAKES = frozenset({"places"})
"""The lists whose entries may share a spelling, because something else tells them apart."""

JAVA = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java on the PATH")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    """The ontology alone."""
    return Graph().parse(FOLDER / "vankien.ttl")


@pytest.fixture(scope="module")
def lists() -> dict[str, Graph]:
    """The SKOS lists by name."""
    return {file.stem: Graph().parse(file) for file in LISTS}


def own(graph: Graph, *kinds: Node) -> list[URIRef]:
    """Our own terms of those kinds."""
    found = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
    return sorted(s for s in found if isinstance(s, URIRef) and s in VK)


def languages(graph: Graph, subject: Node, predicate: URIRef) -> list[str]:
    """The languages of the values of a property."""
    return sorted(str(o.language) for o in graph.objects(subject, predicate) if isinstance(o, Literal))


def load(graph: Graph) -> owlready2.World:
    """A graph in owlready2, which reads N-Triples but no Turtle."""
    world = owlready2.World()
    world.get_ontology(str(VK)).load(fileobj=io.BytesIO(graph.serialize(format="nt", encoding="utf-8")))
    return world


def reason(world: owlready2.World) -> list[object]:
    """The classes that HermiT finds empty; raises if the whole is inconsistent."""
    owlready2.sync_reasoner_hermit(world, debug=0)
    return list(world.inconsistent_classes())


# --- the ontology ---------------------------------------------------------------------------------------


def test_both_parsers_agree(ontology: Graph) -> None:
    """rdflib and pyoxigraph read the same number of triples, and there is no blank node."""
    with (FOLDER / "vankien.ttl").open("rb") as file:
        triples = list(pyoxigraph.parse(file, pyoxigraph.RdfFormat.TURTLE))
    assert len(triples) == len(ontology) > 1000
    assert not [term for triple in ontology for term in triple if isinstance(term, BNode)]


def test_terms_are_documented(ontology: Graph) -> None:
    """Every class and property has one label and one definition in each language."""
    terms = own(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    assert len(terms) > 110
    for term in terms:
        assert languages(ontology, term, RDFS.label) == ["en", "vi"], term
        assert languages(ontology, term, SKOS.definition) == ["en", "vi"], term


def test_properties_have_domain_and_range(ontology: Graph) -> None:
    """Every property has one domain and one range, which are declared."""
    declared = {*ontology.subjects(RDF.type, OWL.Class), RDFS.Literal}
    for term in own(ontology, OWL.ObjectProperty, OWL.DatatypeProperty):
        domains, ranges = list(ontology.objects(term, RDFS.domain)), list(ontology.objects(term, RDFS.range))
        assert len(domains) == len(ranges) == 1, term
        assert domains[0] in declared, term
        assert ranges[0] in declared or str(ranges[0]).startswith("http://www.w3.org/2001/XMLSchema#"), term


def test_everything_used_is_declared(ontology: Graph) -> None:
    """What a subclass, subproperty or disjointness names is declared in the file, since nothing is imported."""
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.disjointWith):
        for term in ontology.objects(None, predicate):
            assert (term, RDF.type, None) in ontology, term


def test_values_come_from_lists_that_exist(ontology: Graph) -> None:
    """`vk:valuesFrom` names lists that there are."""
    schemes = {str(o).removeprefix(SCHEME) for o in ontology.objects(None, VK.valuesFrom)}
    assert schemes == {f.stem for f in LISTS} - {"indicators", "places", "bodies"}


@JAVA
def test_the_ontology_is_consistent(ontology: Graph) -> None:
    """owlready2 loads the classes, and HermiT finds none of them empty."""
    world = load(ontology)
    assert len(list(world.classes())) > 50
    assert len(list(world.object_properties())) > 60
    assert reason(world) == []


@JAVA
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Congress", "Document"),
        ("Target", "TargetStatement"),
        ("Body", "Place"),
        ("Observation", "Assessment"),
        ("Evidence", "Target"),
    ],
)
def test_disjoint_classes_are_noticed(ontology: Graph, first: str, second: str) -> None:
    """A thing of two classes that exclude each other makes the whole inconsistent."""
    graph = Graph() + ontology
    thing = URIRef("https://w3id.org/vankien/id/example/thing")
    for kind in (OWL.NamedIndividual, VK[first], VK[second]):
        graph.add((thing, RDF.type, kind))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(load(graph))


# --- the lists ------------------------------------------------------------------------------------------


def test_all_lists_are_there(lists: dict[str, Graph]) -> None:
    """The lists that the model names."""
    kinds = "programme-kinds body-kinds levels bodies places bases modes roles relations"
    others = "indicators units comparators verdicts statuses genres themes"
    assert {*kinds.split(), *others.split()} == set(lists)


@pytest.mark.parametrize("name", [f.stem for f in LISTS])
def test_list(name: str, lists: dict[str, Graph], ontology: Graph) -> None:
    """Every entry lies in its scheme, has a label in both languages, no wording of its own twice and none of another's;
    the properties it uses are declared."""
    graph, scheme = lists[name], URIRef(SCHEME + name)
    assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
    concepts = list(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) >= 3
    spelt: dict[str, set[Node]] = defaultdict(set)
    for concept in concepts:
        assert str(concept).startswith(f"{CONCEPT}{name}/")
        assert list(graph.objects(concept, SKOS.inScheme)) == [scheme], concept
        assert languages(graph, concept, SKOS.prefLabel) == ["en", "vi"], concept
        for predicate in (SKOS.altLabel, SKOS.hiddenLabel):
            assert set(languages(graph, concept, predicate)) <= {"vi"}, concept
        for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
            for label in graph.objects(concept, predicate):
                if isinstance(label, Literal) and label.language == "vi":
                    spelt[same_tones(str(label)).casefold()].add(concept)
    assert name in NAMESAKES or not {spelling for spelling, owners in spelt.items() if len(owners) > 1}
    for used in set(graph.predicates()):
        assert not str(used).startswith(str(VK)) or (used, RDF.type, None) in ontology, used


def test_places_of_one_name(lists: dict[str, Graph]) -> None:
    """Places of one name differ in time, in level or in the place that they lie in."""
    graph = lists["places"]
    seen: dict[tuple[Node | None, ...], Node] = {}
    for place, name in graph.subject_objects(SKOS.prefLabel):
        if not isinstance(name, Literal) or name.language != "vi":
            continue
        rest = (graph.value(place, p) for p in (VK.validFrom, VK.validUntil, VK.level, VK.inPlace))
        assert seen.setdefault((name, *rest), place) == place


def test_references_between_lists(lists: dict[str, Graph]) -> None:
    """An entry of one list that another names exists."""
    concepts = {s for graph in lists.values() for s in graph.subjects(RDF.type, SKOS.Concept)}
    for name, graph in lists.items():
        for mentioned in graph.objects():
            assert not str(mentioned).startswith(CONCEPT) or mentioned in concepts, (name, mentioned)


def notations(graph: Graph) -> dict[str, set[str]]:
    """The keys of a list by notation."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept, notation in graph.subject_objects(SKOS.notation):
        found[str(notation)].add(str(concept).rsplit("/", 1)[-1])
    return found


def test_comparators(lists: dict[str, Graph]) -> None:
    """Every comparator of the facts has one entry; what stands behind a number is spelt among the rest."""
    graph = lists["comparators"]
    found = notations(graph)
    assert {"=", ">=", ">", "<=", "<", "~", "range"} <= set(found)
    assert all(len(keys) == 1 for keys in found.values())
    spelt = {str(o) for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel) for o in graph.objects(None, p)}
    after = {str(o) for o in graph.objects(None, VK.wordingAfter)}
    assert "trở lên" in after <= spelt


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("comparators", "trên|hơn|trở lên|ít nhất|tối thiểu|không dưới|dưới|không quá|tối đa"),
        ("comparators", "khoảng|gần|xấp xỉ|không còn|thuộc nhóm"),
        ("verdicts", "Đạt|Vượt|Chưa đạt|Không đạt|Khó đạt|Không đánh giá|hoàn thành|đạt và vượt|vượt kế hoạch"),
        ("statuses", "ước|ước đạt|dự ước|ước thực hiện|đạt|thực hiện|sơ bộ"),
        ("genres", "Nghị quyết|Quyết định|Chỉ thị|Kết luận|Kế hoạch|Báo cáo|Đề án"),
        ("genres", "Luật|Nghị định|Thông tư|Công văn|Tờ trình"),
        ("roles", "chủ trì|phối hợp|tham mưu"),
    ],
)
def test_wordings(name: str, words: str, lists: dict[str, Graph]) -> None:
    """The wordings that no list may lack."""
    graph = lists[name]
    spelt = {str(o) for p in (SKOS.prefLabel, SKOS.altLabel) for o in graph.objects(None, p)}
    assert set(words.split("|")) <= spelt


def test_codes(lists: dict[str, Graph]) -> None:
    """The parts of document numbers lead to one genre or one type of body."""
    genres, bodies = notations(lists["genres"]), notations(lists["bodies"])
    of_genres = "NQ QĐ CT KL KH BC ĐA CTr HD QC TB TTr CV NĐ TT TTLT VBHN"
    of_bodies = "TU UBND HĐND CP TTg UBTVQH VPCP CTN BYT BTC BNNMT MTTQ LĐLĐ"
    assert set(of_genres.split()) <= set(genres)
    assert set(of_bodies.split()) <= set(bodies)
    for found in (genres, bodies):
        assert [keys for keys in found.values() if len(keys) > 1] == []
    central = {str(s).rsplit("/", 1)[-1] for s in lists["bodies"].subjects(VK.codeVariant, Literal("TW"))}
    assert {"central-committee", "politburo", "secretariat"} <= central, "the text decides who TW is"


def test_bodies(lists: dict[str, Graph]) -> None:
    """Every type of body has a kind and a template; one that takes a place says where its name goes."""
    graph = lists["bodies"]
    types = list(graph.subjects(RDF.type, VK.BodyType))
    assert len(types) > 250
    for kind in types:
        assert len(list(graph.objects(kind, VK.bodyKind))) == 1, kind
        template, takes = str(graph.value(kind, VK.nameTemplate)), {str(o) for o in graph.objects(kind, VK.takesPlace)}
        assert takes == {"none"} or ("{place}" in template and "none" not in takes), kind


def test_fact_names(lists: dict[str, Graph]) -> None:
    """The kinds and relations of the fact records are keys of the lists, with hyphens for underscores."""
    for name, words in (
        ("programme-kinds", "key_program breakthrough solution national_target_programme scheme project task_group"),
        ("relations", "has_target reports_indicator established_by implements responsible coordinates"),
        ("relations", "issued_by amends based_on part_of"),
        ("body-kinds", "party government council front mass ministry court military enterprise other"),
        ("levels", "national province district commune"),
        ("statuses", "actual estimate"),
    ):
        keys = {str(s).rsplit("/", 1)[-1] for s in lists[name].subjects(RDF.type, SKOS.Concept)}
        assert {w.replace("_", "-") for w in words.split()} <= keys
        assert set(words.split()) <= set(notations(lists[name]))
