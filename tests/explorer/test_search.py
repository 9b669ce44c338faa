"""Search without diacritics: what stands first, and that files search the same things."""

from __future__ import annotations

import json

import pytest

from tests.explorer.small import page, words
from vankien.explorer.addresses.links import StaticLinks
from vankien.explorer.book.records import Name
from vankien.explorer.responding.explorer import STATIC_ASSETS, Explorer
from vankien.explorer.search import ALL, BEGINS, EXACT, KINDS, SHOWN, SOME, SPREAD, Entry, find, index_entry, rank


def entry(vi: str, *others: str, kind: str = "indicator") -> Entry:
    """An entry with a name and other names."""
    return Entry(kind, vi, Name(vi), "", others)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        pytest.param("ty le che phu rung", EXACT, id="whole-name"),
        pytest.param("do che phu rung", EXACT, id="whole-other-name"),
        pytest.param("ty le che", BEGINS, id="beginning"),
        pytest.param("rung phu ty", ALL, id="all-words-in-any-order"),
        pytest.param("phu ru", ALL, id="beginnings-of-words"),
        pytest.param("ty do", SPREAD, id="words-of-two-names"),
        pytest.param("che phu dat trong", SOME, id="half-of-the-words"),
        pytest.param("che dat trong cay", None, id="less-than-half"),
        pytest.param("hung", None, id="middle-of-a-word"),
    ],
)
def test_how_well_something_fits(text: str, fits: int | None) -> None:
    indexed = index_entry(entry("Tỷ lệ che phủ rừng", "Độ che phủ rừng"))
    assert rank(indexed, text, text.split()) == fits


def test_better_fits_and_shorter_names_stand_first() -> None:
    names = ["Diện tích rừng trồng mới", "Rừng sản xuất", "Rừng", "Diện tích rừng"]
    (group,) = find([index_entry(entry(n)) for n in names], "RỪNG")
    assert [e.name.vi for e in group.found] == ["Rừng", "Rừng sản xuất", "Diện tích rừng", "Diện tích rừng trồng mới"]


def test_some_words_count_only_where_nothing_has_all() -> None:
    index = [index_entry(entry("Diện tích rừng")), index_entry(entry("Diện tích lúa"))]
    assert find(index, "dien tich rung")[0].total == 1
    assert find(index, "dien tich ngo")[0].total == 2


def test_the_kind_with_the_best_fit_stands_first() -> None:
    index = [index_entry(entry("Rừng trồng")), index_entry(entry("Rừng", kind="body"))]
    assert [g.kind for g in find(index, "rung")] == ["body", "indicator"]


def test_what_no_document_may_use_stands_last() -> None:
    index = [index_entry(entry("Rừng", kind="entry")), index_entry(entry("Độ che phủ rừng"))]
    assert [g.kind for g in find(index, "rung")] == ["indicator", "entry"]


def test_of_many_the_first_are_given_with_their_number() -> None:
    (group,) = find([index_entry(entry(f"Rừng {n}")) for n in range(SHOWN + 5)], "rung")
    assert (len(group.found), group.total) == (SHOWN, SHOWN + 5)


@pytest.mark.parametrize("text", ["", "  ", "%%%", "…"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert find([index_entry(entry("Rừng"))], text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("ty le che phu rung", "Tỷ lệ che phủ rừng", id="indicator-without-diacritics"),
        pytest.param("443-BC/TU", "443-BC/TU", id="code"),
        pytest.param("443 bc tu", "443-BC/TU", id="code-in-words"),
        pytest.param(
            "dai hoi dang bo tinh lai chau lan thu xv", "Đại hội Đảng bộ tỉnh Lai Châu lần thứ XV", id="congress"
        ),
        pytest.param("TargetStatement", "Lời đặt mục tiêu", id="class"),
        pytest.param("so sanh muc tieu cua hai dai hoi", "So sánh mục tiêu của hai đại hội", id="question"),
    ],
)
def test_what_people_look_for_stands_first(published: Explorer, text: str, name: str) -> None:
    links = page(published, "/search", q=text).xpath("//ul[@class='found']/li/a")
    assert words(links[0]) == name


def test_a_search_is_shown_as_text(published: Explorer) -> None:
    found = page(published, "/search", q="<script>alert(1)</script>")
    assert not found.xpath("//main//script")
    assert found.get_element_by_id("q").value == "<script>alert(1)</script>"


def test_files_search_the_same_things(published: Explorer) -> None:
    script = published.respond("/static/search-data.js").body.decode()
    data = json.loads(script.removeprefix("window.SEARCH = ").rstrip(";\n"))
    assert len(data["kinds"]) == len(KINDS)
    assert ["concept/indicators/forest-cover", "Tỷ lệ che phủ rừng", "Forest cover rate"] in [
        r[1:4] for r in data["rows"]
    ]
    body = published.page("search", "en", {}, StaticLinks("en/search.html")).body.decode()
    assert 'data-root="../"' in body
    assert 'src="../static/search-data.js"' in body


@pytest.mark.parametrize("name", STATIC_ASSETS)
def test_the_files_of_a_site_are_given(published: Explorer, name: str) -> None:
    assert published.respond(f"/static/{name}").status == 200
