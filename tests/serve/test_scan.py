"""What the look-out for SERVICE, FROM and updates sees. All of these were sent to a real listener by Oxigraph's parser,
or look as if they might be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.serve.scan import scan

CALLS = {
    "plain": "ASK { SERVICE <http://h/> { ?s ?p ?o } }",
    "small letters, silent": "ASK { service Silent <http://h/> {} }",
    "by a variable": "ASK { VALUES ?x { <http://h/> } SERVICE ?x {} }",
    "no space": "BASE <http://h/> ASK {SERVICE<x>{}}",
    "glued to a name": "PREFIX : <http://h/> ASK { SERVICE:x{} }",
    "comment between": "ASK { SERVICE#no\n<http://h/> {} }",
    "after a truth value": "ASK { ?a ?b trueSERVICE<http://h/>{} }",
    "after a number": "ASK { ?a ?b 1SERVICE<http://h/>{} }",
    "after a number with a point": "ASK { ?a ?b 1.SERVICE<http://h/>{} }",
    "after an exponent": "ASK { ?a ?b 1e0SERVICE<http://h/>{} }",
    "after a string": "ASK { ?a ?b 'x'SERVICE<http://h/>{} }",
    "after a long string": "ASK { ?a ?b '''it's'''SERVICE<http://h/>{} }",
    "after a long string with an escape at its end": 'ASK { ?a ?b """x\\"""" SERVICE <http://h/> {} }',
    "after a blank node": "ASK { ?a ?b []SERVICE<http://h/>{} }",
    "after an escaped quote in a name": "ASK { ?a ?b ex:O\\'R SERVICE <http://h/> {} ?a ?b ex:O\\'R }",
    "in EXISTS": "ASK { FILTER(1<EXISTS{SERVICE<http://h/>{}}) }",
    "a comparison that looks like an IRI with a quote": "ASK { FILTER(1<'>') SERVICE <http://h/> {} FILTER(1<'>') }",
    "a comparison that looks like an IRI with a comment": "ASK { FILTER(?x<?y#>'\n) SERVICE <http://h/> {} #'\n }",
}
QUIET = {
    "in a string": "ASK { ?s ?p 'SERVICE <http://h/> {}' }",
    "in a string with an escape": 'ASK { ?s ?p "a\\" SERVICE <http://h/> {}" }',
    "in a long string": 'ASK { ?s ?p """say "SERVICE <x> {}" """ }',
    "in a comment": "ASK { ?s ?p ?o # SERVICE <http://h/> {}\n }",
    "in an IRI": "ASK { ?s ?p <http://h/service/SERVICE#service> }",
    "in an IRI with a quote": "ASK { ?s ?p <http://h/it's/service> , 'x' }",
    "a variable": "SELECT ?service $SERVICE { ?service ?p $SERVICE }",
    "a local name": "PREFIX sd: <http://h/> ASK { ?s a sd:Service, sd:a.SERVICE }",
    "a language": "ASK { ?s ?p 'x'@service }",
    "a blank node": "ASK { _:service ?p ?o }",
    "a name with an escaped quote": "ASK { ?s ?p ex:service\\'s }",
}


@pytest.mark.parametrize("query", CALLS.values(), ids=list(CALLS))
def test_a_call_is_seen(query: str) -> None:
    assert scan(query).calls_out


@pytest.mark.parametrize("query", QUIET.values(), ids=list(QUIET))
def test_no_call_is_seen(query: str) -> None:
    assert not scan(query).calls_out


@pytest.mark.parametrize("text", ["SERVICE <x> {}", "'SERVICE <x> {}", "ex:SERVICE", "<http://h/SERVICE>"])
@given(before=st.sampled_from(["", " ", "'it' ", "?x ", "1.5 ", "<http://h/#a> ", "# c\n", "ex:a\\'b ", "1<2 "]))
def test_what_stands_before_changes_nothing(text: str, before: str) -> None:
    assert scan(before + text).calls_out == scan(text).calls_out


UPDATES = (
    ("INSERT DATA { }", True),
    ("# SELECT\nPREFIX a: <http://h/> BASE <http://h/> delete where {}", True),
    ("WITH <x:g> DELETE { ?s ?p ?o } WHERE {}", True),
    ("SELECT * { ?s ?p 'CLEAR ALL' }", False),
    ("PREFIX insert: <http://h/> ASK { insert:a ?p ?o }", False),
    ("", False),
)


@pytest.mark.parametrize(("text", "expected"), UPDATES)
def test_updates(text: str, expected: bool) -> None:
    assert scan(text).is_update is expected


def test_prefixes_that_nobody_declared() -> None:
    query = "PREFIX a: <http://h/> PREFIX\n: <http://h/> ASK { a:x :y _:z . vk:a b:c 'd:e' # f:g\n }"
    assert scan(query).undeclared(frozenset({"vk"})) == "b"
    assert scan(query).undeclared(frozenset({"vk", "b"})) is None


@given(st.text(alphabet="<>'\"\\#:@.?_{}()[]1eEa\n SERVICEfrom", max_size=60))
def test_any_text_can_be_scanned(text: str) -> None:
    seen = scan(text)
    assert not seen.calls_out or "service" in text.lower()
    assert all(word in text.lower() for word in seen.words)
