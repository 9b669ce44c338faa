from __future__ import annotations

import time

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from vankien.graph.describing.statements import COMPARATORS
from vankien.graph.terms.vocabulary import VK, UnknownTerm, concept, read_lexicon
from vankien.resources import folder


def _declared() -> set[str]:
    data = (folder("ontology") / "vankien.ttl").read_bytes()
    subjects = (q.subject for q in parse(data, RdfFormat.TURTLE))
    return {s.value.removeprefix(VK.iri) for s in subjects if isinstance(s, NamedNode) and s.value.startswith(VK.iri)}


def test_every_term_of_ours_is_declared_in_the_ontology() -> None:
    assert VK.terms - _declared() == set()


def test_an_unknown_term_is_refused() -> None:
    with pytest.raises(UnknownTerm, match="preferedLabel"):
        _ = VK.preferedLabel
    with pytest.raises(UnknownTerm):
        _ = VK["Goal"]


def test_the_lexicon_holds_every_list_by_file_name() -> None:
    lexicon = read_lexicon()
    assert {"indicators", "units", "verdicts", "genres", "places"} <= set(lexicon.schemes)
    assert "vankien" not in lexicon.schemes
    for scheme, concepts in lexicon.schemes.items():
        assert concepts, scheme
        assert [c.id for c in concepts] == sorted(c.id for c in concepts)
        assert all(c.vi and c.iri == concept(scheme, c.id).value and c.scheme == scheme for c in concepts), scheme


def test_a_concept_has_labels_spellings_and_properties_by_local_name() -> None:
    percent = read_lexicon().concept("units", "percent")
    assert percent is not None
    assert "%" in percent.all_spellings()
    assert percent.first("unitKind") == "share"
    assert percent.en


def test_the_lexicon_is_read_once_and_fast() -> None:
    read_lexicon.cache_clear()
    start = time.process_time()
    first = read_lexicon()
    assert time.process_time() - start < 1
    assert read_lexicon() is first


@pytest.mark.parametrize(
    ("scheme", "keys"),
    [
        ("comparators", sorted(COMPARATORS.values())),
        ("statuses", ["actual", "estimate"]),
        ("modes", ["stated", "reported"]),
        ("roles", ["lead", "coordinate"]),
        ("programme-kinds", ["key-program", "breakthrough", "solution", "national-target-programme", "scheme"]),
        ("relations", ["established-by", "implements", "based-on", "amends", "part-of", "issued-by"]),
        ("verdicts", ["met", "exceeded", "not-yet-met", "missed", "at-risk", "not-assessed"]),
        ("levels", ["national", "province", "district", "commune"]),
    ],
)
def test_the_keys_that_the_code_writes_are_in_the_lists(scheme: str, keys: list[str]) -> None:
    assert set(keys) <= {c.id for c in read_lexicon()[scheme]}
