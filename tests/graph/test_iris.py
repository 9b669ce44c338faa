from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.errors import BadUsage, SlugCollision
from vankien.graph.terms.iris import KEY_LENGTH, Iris, key
from vankien.model import Evidence


def test_two_labels_with_one_slug_are_refused_by_name() -> None:
    iris = Iris()
    iris.indicator("Số bản")
    with pytest.raises(SlugCollision) as error:
        iris.indicator("Số bàn")
    assert "'Số bản'" in str(error.value)
    assert "'Số bàn'" in str(error.value)
    assert error.value.iri == "https://w3id.org/vankien/id/indicator/so-ban"


@pytest.mark.parametrize("other", ["số  bản", "SỐ BẢN", "Số bản,", "“Số bản”"])
def test_case_blanks_and_punctuation_make_no_other_label(other: str) -> None:
    iris = Iris()
    assert iris.indicator("Số bản") == iris.indicator(other)


def test_a_collision_can_be_kept_apart() -> None:
    iris, told = Iris(), list[SlugCollision]()
    first = iris.named(iris.body, "Sở Bản", told.append)
    second = iris.named(iris.body, "Sở Bàn", told.append)
    assert first != second
    assert second.value.startswith(first.value + "-")
    assert len(told) == 1


def test_long_labels_that_differ_at_the_end_get_different_keys() -> None:
    start = "Chương trình " + "rất dài " * 20
    assert key(start + "một") != key(start + "hai")
    assert len(key(start + "một")) <= KEY_LENGTH


@given(st.text(max_size=200))
def test_keys_are_plain_ascii_and_the_same_each_time(label: str) -> None:
    assert key(label) == key(label)
    assert key(label).isascii()
    assert set(key(label)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        ("Đảng bộ tỉnh Sơn Bình", "son-binh/14"),
        ("Đảng Cộng sản Việt Nam", "viet-nam/14"),
        ("Công đoàn tỉnh Sơn Bình", "cong-doan-tinh-son-binh/14"),
    ],
)
def test_congresses_are_named_by_their_organisation(organisation: str, expected: str) -> None:
    assert Iris().congress(organisation, "14").value.endswith(f"/id/congress/{expected}")


def test_the_key_of_a_document_is_issuer_code_and_date() -> None:
    iris = Iris()
    first = iris.document("Tỉnh ủy Sơn Bình", "05-NQ/TU", "2021-02-22")
    assert first.value.endswith("/id/document/tinh-uy-son-binh/05-nq-tu/2021-02-22")
    assert first != iris.document("Tỉnh ủy Sơn Bình", "05-NQ/TU", "2016-09-30")


def test_the_key_of_a_target_holds_no_value() -> None:
    iris = Iris()
    setter, indicator = iris.congress("Đảng bộ tỉnh Sơn Bình", "14"), iris.indicator("Diện tích chè")
    target = iris.target(setter, indicator, "son-binh", date(2025, 12, 31))
    assert target.value.endswith("/id/target/son-binh-14/dien-tich-che/son-binh/2025-12-31")


def test_a_statement_is_named_by_report_line_ordinal_and_quote() -> None:
    evidence = Evidence("bao-cao", 7, 9, 8, 0, 5, "câu", "rule")
    first, second = (Iris().statement("statement", evidence, n).value for n in (1, 2))
    assert first != second
    assert first.startswith("https://w3id.org/vankien/id/statement/bao-cao/8-1-")


def test_the_base_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Iris("https://example.org/kg/").graph("x").value == "https://example.org/kg/graph/x"
    monkeypatch.setenv("VANKIEN_BASE", "http://localhost:8000/")
    assert Iris().graph("x").value == "http://localhost:8000/graph/x"


@pytest.mark.parametrize("base", ["example.org/", "https://example.org", "https://exa mple.org/", "file:///tmp/"])
def test_a_base_that_is_no_iri_is_refused(base: str) -> None:
    with pytest.raises(BadUsage):
        Iris(base)
