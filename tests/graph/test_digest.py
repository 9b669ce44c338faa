from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass, replace

import pytest
from pyoxigraph import Quad

from tests.graph.two_reports import story
from vankien.graph.building.digest import digest_of, digest_to_text, text_to_digest
from vankien.graph.deriving.said import Said


def of_first_report() -> list[Quad]:
    quads = story()
    return [q for q in quads if q.graph_name == quads[0].graph_name]


def test_a_digest_comes_back_from_its_text() -> None:
    digest = digest_of(of_first_report())
    text = digest_to_text(digest)
    assert text_to_digest(text) == digest
    assert digest_to_text(digest) == text
    assert text.isascii()


def test_a_field_that_a_digest_does_not_know_is_refused() -> None:
    digest = digest_of(of_first_report())
    more = make_dataclass("More", [(f.name, object) for f in fields(Said)] + [("more", object, None)])
    said = more(*(getattr(digest.said, f.name) for f in fields(Said)))
    with pytest.raises(TypeError, match="a digest has no place for more"):
        digest_to_text(replace(digest, said=said))


def _of_another_version(text: str) -> str:
    return ("1" if text[0] == "0" else "0") + text[1:]


def _cut(text: str) -> str:
    return text[:-9]


def _not_ascii(text: str) -> str:
    return text[:20] + "é" + text[20:]


def _nothing(text: str) -> str:
    return ""


@pytest.mark.parametrize("spoil", [_of_another_version, _cut, _not_ascii, _nothing])
def test_a_text_that_is_no_digest_of_this_version(spoil: Callable[[str], str]) -> None:
    assert text_to_digest(spoil(digest_to_text(digest_of(of_first_report())))) is None
