"""The lists of units, indicators and places: complete, consistent, and no spelling that means two things."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

ONTOLOGY = Path(__file__).parents[2] / "ontology"
LISTS = ("units", "indicators", "places")
VK = Namespace("https://w3id.org/vankien/ontology#")
QUDT = Namespace("http://qudt.org/schema/qudt/")
CONCEPT = "https://w3id.org/vankien/concept/"
KINDS = frozenset(
    {"share", "change", "count", "person", "money", "area", "length", "volume", "mass", "energy", "power", "time"}
    | {"rate", "ratio", "rank", "score", "temperature"}
)
FREE = frozenset({"share", "change", "rate"})
"""Kinds that share the signs % and ‰."""


@cache
def _graph(name: str) -> Graph:
    return Graph().parse(ONTOLOGY / f"{name}.ttl")


def _concepts(name: str) -> list[URIRef]:
    return sorted(c for c in _graph(name).subjects(RDF.type, SKOS.Concept) if isinstance(c, URIRef))


def _texts(name: str, concept: Node, *properties: URIRef, language: str = "vi") -> list[str]:
    values = (v for p in properties for v in _graph(name).objects(concept, p))
    return [str(v) for v in values if isinstance(v, Literal) and v.language == language]


def _values(name: str, concept: Node, property: str) -> list[str]:
    return [str(v) for v in _graph(name).objects(concept, VK[property])]


def _folded(text: str) -> str:
    """Case and diacritics dropped; signs such as % and ‰ kept apart."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c in "%‰/°" else " " for c in plain).split())


def _key(concept: Node) -> str:
    return str(concept).rpartition("/")[2]


def _shared(name: str) -> dict[str, set[str]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for concept in _concepts(name):
        for text in _texts(name, concept, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
            owners[_folded(text)].add(_key(concept))
    return {text: keys for text, keys in owners.items() if len(keys) > 1}


@pytest.mark.parametrize("name", LISTS)
def test_both_parsers_read_the_same_triples(name: str) -> None:
    triples = set(pyoxigraph.parse(path=str(ONTOLOGY / f"{name}.ttl")))
    assert len(triples) == len(_graph(name))
    assert not [t for t in triples if isinstance(t.subject, pyoxigraph.BlankNode)]


@pytest.mark.parametrize("name", LISTS)
def test_every_concept_is_labelled_once_in_both_languages(name: str) -> None:
    scheme = URIRef(f"https://w3id.org/vankien/scheme/{name}")
    for concept in _concepts(name):
        assert str(concept).startswith(f"{CONCEPT}{name}/")
        assert _key(concept).isascii()
        assert list(_graph(name).objects(concept, SKOS.inScheme)) == [scheme]
        for language in ("vi", "en"):
            assert len(_texts(name, concept, SKOS.prefLabel, language=language)) == 1, concept


@pytest.mark.parametrize("name", LISTS)
def test_labels_are_composed_characters_and_english_is_ascii(name: str) -> None:
    for concept in _concepts(name):
        labels = _texts(name, concept, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        assert all(unicodedata.is_normalized("NFC", text) and text == text.strip() for text in labels)
        assert len(labels) == len(set(labels)), concept
        assert all(text.isascii() for text in _texts(name, concept, SKOS.prefLabel, language="en")), concept


@pytest.mark.parametrize("name", ["units", "indicators"])
def test_no_spelling_belongs_to_two_concepts(name: str) -> None:
    assert _shared(name) == {}


@pytest.mark.parametrize("name", LISTS)
def test_concepts_are_sorted_by_key(name: str) -> None:
    lines = (ONTOLOGY / f"{name}.ttl").read_text(encoding="utf-8").splitlines()
    keys = [line.split()[0] for line in lines if line.startswith("c:")]
    assert keys == sorted(keys)
    assert len(keys) == len(_concepts(name))


def test_units_have_a_kind_and_a_place_in_qudt() -> None:
    graph = _graph("units")
    for unit in _concepts("units"):
        kinds = _values("units", unit, "unitKind")
        assert len(kinds) == 1
        assert kinds[0] in KINDS
        same = list(graph.objects(unit, QUDT.hasUnit))
        scaled = list(graph.objects(unit, QUDT.scalingOf))
        factor = [v.toPython() for v in graph.objects(unit, QUDT.conversionMultiplier) if isinstance(v, Literal)]
        assert (len(same), len(scaled), len(factor)) in {(1, 0, 0), (0, 1, 1)}, unit
        assert all(f > 0 for f in factor)
        assert set(_values("units", unit, "perUnit")) <= {"year", "month", "day"}


@pytest.mark.parametrize(
    ("spelling", "key", "kind"),
    [
        ("tỉ đồng", "vnd-billion", "money"),
        ("trđ", "vnd-million", "money"),
        ("bác sĩ/1 vạn dân", "doctor-per-10000", "rate"),
        ("héc ta", "hectare", "area"),
        ("điểm phần trăm", "percentage-point", "change"),
        ("thùng ong", "bee-hive", "count"),
        ("%/năm", "percent-per-year", "change"),
        ("lượt khách", "visitor", "count"),
    ],
)
def test_a_spelling_leads_to_its_unit(spelling: str, key: str, kind: str) -> None:
    found = [
        unit
        for unit in _concepts("units")
        if spelling in _texts("units", unit, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    ]
    assert [_key(unit) for unit in found] == [key]
    assert _values("units", found[0], "unitKind") == [kind]


def test_there_are_many_indicators() -> None:
    assert len(_concepts("indicators")) >= 120


def test_indicators_have_all_properties_from_the_allowed_values() -> None:
    themes = set(map(str, _concepts("themes")))
    for indicator in _concepts("indicators"):
        assert (indicator, RDF.type, VK.Indicator) in _graph("indicators")
        for name, allowed in (
            ("unitKind", KINDS),
            ("direction", {"higher", "lower", "none"}),
            ("measure", {"level", "change"}),
        ):
            values = _values("indicators", indicator, name)
            assert len(values) == 1, (indicator, name)
            assert values[0] in allowed, (indicator, name)
        of = _values("indicators", indicator, "inTheme")
        assert of
        assert set(of) <= themes, indicator


def test_indicators_refer_to_units_of_their_kind() -> None:
    kind_of = {str(unit): _values("units", unit, "unitKind")[0] for unit in _concepts("units")}
    for indicator in _concepts("indicators"):
        usual = _values("indicators", indicator, "usualUnit")
        assert len(usual) == 1, indicator
        assert {*usual, *_values("indicators", indicator, "otherUnit")} <= kind_of.keys(), indicator
        kind = _values("indicators", indicator, "unitKind")[0]
        assert kind == kind_of[usual[0]] or {kind, kind_of[usual[0]]} <= FREE, indicator


def test_broader_indicators_exist_and_never_go_in_circles() -> None:
    broader = {c: set(_graph("indicators").objects(c, SKOS.broader)) for c in _concepts("indicators")}
    for indicator, parents in broader.items():
        assert parents <= broader.keys(), indicator
        above, rest = set[Node](), set(parents)
        while rest:
            above |= rest
            rest = {p for c in rest for p in broader[URIRef(str(c))]} - above
        assert indicator not in above


def test_child_labels_need_a_parent_or_stand_for_one_indicator() -> None:
    owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for indicator in _concepts("indicators"):
        parents = [_key(p) for p in _graph("indicators").objects(indicator, SKOS.broader)]
        for text in _texts("indicators", indicator, VK.childLabel):
            for parent in parents or [""]:
                owners[parent, _folded(text)].add(_key(indicator))
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


@pytest.mark.parametrize(
    ("level", "change"),
    [
        ("Tỷ lệ hộ nghèo", "Mức giảm tỷ lệ hộ nghèo"),
        ("Tổng lượt khách du lịch", "Tốc độ tăng tổng lượt khách du lịch"),
        ("Thu ngân sách nhà nước trên địa bàn", "Tốc độ tăng thu ngân sách nhà nước trên địa bàn"),
        ("Tỷ suất sinh thô", "Mức giảm tỷ suất sinh"),
    ],
)
def test_a_level_and_its_change_are_two_indicators(level: str, change: str) -> None:
    by_label = {_texts("indicators", c, SKOS.prefLabel)[0]: c for c in _concepts("indicators")}
    assert _values("indicators", by_label[level], "measure") == ["level"]
    assert _values("indicators", by_label[change], "measure") == ["change"]


def test_development_goals_are_named_by_goal_target_and_indicator() -> None:
    for goal in _graph("indicators").objects(None, SKOS.closeMatch):
        number = str(goal).removeprefix("http://metadata.un.org/sdg/")
        assert len(number.split(".")) == 3
        assert 1 <= int(number.split(".")[0]) <= 17


def _provinces() -> list[URIRef]:
    country, level = URIRef(CONCEPT + "places/viet-nam"), URIRef(CONCEPT + "levels/province")
    places = _graph("places")
    return [p for p in _concepts("places") if (p, VK.inPlace, country) in places and (p, VK.level, level) in places]


def _valid(places: Iterable[URIRef], day: date) -> list[URIRef]:
    def day_of(place: URIRef, name: str, default: date) -> date:
        return next((date.fromisoformat(v) for v in _values("places", place, name)), default)

    return [p for p in places if day_of(p, "validFrom", date.min) <= day <= day_of(p, "validUntil", date.max)]


@pytest.mark.parametrize(("day", "number"), [(date(2025, 6, 30), 63), (date(2025, 7, 1), 34)])
def test_number_of_provinces(day: date, number: int) -> None:
    assert len(_valid(_provinces(), day)) == number


def test_a_province_that_ended_says_what_it_became_part_of() -> None:
    places, provinces = _graph("places"), _provinces()
    now = _valid(provinces, date(2025, 7, 1))
    ended = [p for p in provinces if _values("places", p, "validUntil")]
    assert len(ended) == 53  # 52 on 1 July 2025, and Thừa Thiên Huế half a year before
    for place in ended:
        (into,) = places.objects(place, VK.mergedInto)
        assert into in now
    assert {o for p in ended for o in places.objects(p, VK.mergedInto)} == {
        p for p in now if _values("places", p, "validFrom")
    }


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2025, 7, 1)])
def test_no_name_means_two_places_at_one_time(day: date) -> None:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for place in _valid(_concepts("places"), day):
        for text in set(_texts("places", place, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)):
            owners[text.lower()].append(_key(place))
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_places_have_a_level_a_type_and_lie_in_known_places() -> None:
    places, levels = _graph("places"), set(_concepts("levels"))
    known = set(_concepts("places"))
    for place in known:
        assert len(set(places.objects(place, VK.level)) & levels) == 1, place
        assert len(_values("places", place, "placeType")) == 1, place
        assert set(places.objects(place, VK.inPlace)) <= known, place
        assert set(places.objects(place, VK.mergedInto)) <= known, place


def test_districts_ended_with_the_old_provinces() -> None:
    level = URIRef(CONCEPT + "levels/district")
    districts = [p for p in _concepts("places") if (p, VK.level, level) in _graph("places")]
    assert len(districts) >= 18
    assert not _valid(districts, date(2025, 7, 1))
