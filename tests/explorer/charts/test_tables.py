"""The matrix and the table of links: every link and name in its cell, totals, what has no link, nothing unsafe."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from tests.explorer.charts.pictures import parse, sample_map
from tests.explorer.charts.test_map import EVIL, evil_map, maps
from vankien.explorer.charts.map_layout import strongest
from vankien.explorer.charts.model import MapData, MapProgramme
from vankien.explorer.charts.tables import SHORT, link_table, matrix, short_names, shorten


def words(node: ET.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def table_of(markup: str) -> ET.Element:
    return next(parse(f"<div>{markup}</div>").iter("table"))


def rows(table: ET.Element) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in table.iter("tr")]


# --- matrix -------------------------------------------------------------------------------------------------------


def test_matrix_cells_say_how_a_link_is_known() -> None:
    found = {r[0]: r for r in rows(table_of(matrix(sample_map(), "vi")))}
    assert found["Diện tích chè"][1:] == ["10.000 ha", "▲Vượt", "●văn kiện nêu", "", "", "1"]
    assert found["Tỷ lệ trường học được xây dựng kiên cố"][3:] == ["", "○văn kiện báo cáo", "", "1"]
    assert found["Chiều dài đường sắt đô thị"][2:] == ["", "", "", "", "0"]


def test_matrix_totals_add_up() -> None:
    table = table_of(matrix(sample_map(), "vi"))
    last = [words(c) for c in next(table.iter("tfoot"))[0]]
    assert last == ["Tổng", "2", "1", "0", "3"]
    right = [int(r[-1]) for r in rows(table) if len(r) == 7 and r[-1].isdigit()]
    assert sum(right) == 3


def test_matrix_has_headers_for_every_row_column_and_group() -> None:
    table = table_of(matrix(sample_map(), "vi"))
    scopes = [th.get("scope") for th in table.iter("th")]
    assert scopes.count("rowgroup") == 2
    assert scopes.count("row") == 6  # five targets and the totals
    assert scopes.count("col") == 7
    assert table.find("caption") is not None


def test_matrix_lists_full_names_in_the_order_of_its_columns() -> None:
    root = parse(f"<div>{matrix(sample_map(), 'vi')}</div>")
    listed = [words(li) for li in next(root.iter("ol"))]
    assert listed == [p.name for p in sample_map().programmes]
    heads = [th for th in root.iter("th") if th.get("class") == "vk-programme"]
    assert [words(h) for h in heads] == ["1. Nông nghiệp hàng hóa", "2. Hạ tầng", "3. Số hóa hồ sơ"]
    assert [h[0].get("title") for h in heads] == listed


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Chương trình phát triển rừng bền vững"], ["Phát triển rừng bền vững"]),
        (["Chương trình du lịch"], ["Du lịch"]),
        (["Dự án"], ["Dự án"]),
        (
            [
                "Phát triển kết cấu hạ tầng kinh tế, xã hội miền núi",
                "Phát triển kết cấu hạ tầng kinh tế, xã hội đô thị",
            ],
            ["Phát triển … tế, xã hội miền núi", "Phát triển … tế, xã hội đô thị"],
        ),
    ],
    ids=["kind-dropped", "short-name", "nothing-but-kind", "same-beginning"],
)
def test_short_names(names: list[str], short: list[str]) -> None:
    assert short_names([MapProgramme(f"p{i}", n) for i, n in enumerate(names)]) == short


@pytest.mark.parametrize(
    "name", ["x" * 200, "một " * 60, "Chương trình " + "y" * 90], ids=["one-word", "words", "kind"]
)
def test_short_names_are_short(name: str) -> None:
    assert len(shorten(name)) <= SHORT
    assert len(shorten(name, tail=20)) <= SHORT


# --- table of links -------------------------------------------------------------------------------------------------


def test_table_has_a_row_for_each_link_with_its_source() -> None:
    table = table_of(link_table(sample_map(), "vi"))
    known = [r[3] for r in rows(table) if len(r) == 4 and r[3] not in ("", "Căn cứ liên kết")]
    assert known == [
        "△suy ra",
        "●văn kiện nêu12-BC/TU, dòng 7",
        "○văn kiện báo cáo15-KH/TU, dòng 9",
        "○văn kiện báo cáo12-BC/TU, dòng 20",
    ]
    assert "/source/kh#L9" in {a.get("href") for a in table.iter("a")}


def test_table_closes_with_what_has_no_link() -> None:
    found = [r[0] for r in rows(table_of(link_table(sample_map(), "vi")))]
    at = found.index("Chỉ tiêu chưa gắn với chương trình nào (2)")
    assert found[at + 1 : at + 3] == ["Chiều dài đường sắt đô thị", "Số bác sĩ trên một vạn dân"]
    assert found[at + 3 :] == ["Chương trình chưa gắn với chỉ tiêu nào (1)", "Đề án số hóa hồ sơ"]


def test_a_computed_verdict_is_shown_where_it_contradicts() -> None:
    found = {r[0]: r[2] for r in rows(table_of(link_table(sample_map(), "vi"))) if len(r) == 4}
    assert found["Tỷ lệ trường học được xây dựng kiên cố"] == "●ĐạtMáy tính lại: ▼Chưa đạt"
    assert found["Tốc độ tăng tổng sản phẩm"] == "!Khó đạt"


# --- both -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("face", [matrix, link_table])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_to_show_is_said_in_words(face: object, language: str) -> None:
    assert callable(face)
    assert re.fullmatch(r'<p class="vk-empty">[^<]{20,}</p>', face(MapData(), language))


@pytest.mark.parametrize("face", [matrix, link_table])
def test_markup_in_labels_is_text(face: object) -> None:
    assert callable(face)
    root = parse(f"<div>{face(evil_map(), 'vi')}</div>")
    assert not list(root.iter("script"))
    assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or a == "style"]
    assert not list(root.iter("a"))
    assert EVIL in words(root)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps(most=40))
def test_any_data_gives_whole_tables(data: MapData) -> None:
    if not data.programmes and not data.targets:
        return
    table = table_of(matrix(data, "vi"))
    total = list(next(table.iter("tfoot"))[0])[-1]
    assert words(total) == str(len(strongest(data.links)))
    modes = [s for s in table_of(link_table(data, "vi")).iter("span") if (s.get("class") or "").startswith("vk-mode")]
    assert len(modes) == len(data.links)
