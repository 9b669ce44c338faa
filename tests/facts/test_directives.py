"""Directives: all that stands below "yêu cầu:" is handed out; whom they name is no part of what is to be reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_links import Triple, triples
from vankien.facts import find_facts
from vankien.facts.programmes.finding import find_programmes
from vankien.facts.times.periods import find_times
from vankien.model import Lexicon, Link, Outline, Programme, Target
from vankien.vietnamese import plain

DIRECTIVE = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
*
Số: 7/CT-UBND

Sơn Bình, ngày 18 tháng 02 năm 2025

CHỈ THỊ
Về trồng rừng và mở chợ năm 2025
-----

Để nghề rừng tiến nhanh hơn, Chủ tịch UBND tỉnh yêu cầu:

"""
STC, SNN = "Sở Tài chính tỉnh Sơn Bình", "Sở Nông nghiệp và Môi trường tỉnh Sơn Bình"
FOREST = "Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với UBND các huyện trồng mới 900 ha rừng."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            FOREST,
            {
                ("Trồng mới 900 ha rừng", "responsible", SNN),
                ("Trồng mới 900 ha rừng", "coordinates", "Ủy ban nhân dân các huyện tỉnh Sơn Bình"),
            },
            id="an item gives work to a body",
        ),
        pytest.param(
            f"{FOREST[:-1]}; xây dựng Đề án mở chợ quê giai đoạn 2025-2030.\n\n2. Sở Tài chính phối hợp với Sở Nông nghiệp và Môi "
            "trường tổ chức tuần lễ hàng mây.",
            {
                ("Trồng mới 900 ha rừng", "responsible", SNN),
                ("Trồng mới 900 ha rừng", "coordinates", "Ủy ban nhân dân các huyện tỉnh Sơn Bình"),
                ("Tổ chức tuần lễ hàng mây", "responsible", STC),
                ("Tổ chức tuần lễ hàng mây", "coordinates", SNN),
            },
            id="a scheme in one item has no part in the next",
        ),
    ],
)
def test_what_a_directive_hands_out(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    found = triples(outline_of(f"{DIRECTIVE}1. {text}\n"))
    assert {t for t in found if t[1] in ("responsible", "coordinates", "has_target")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(FOREST, "Diện tích rừng trồng mới = 900 ha 2025", id="who works with whom"),
        pytest.param(
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể chỉ đạo xóa 230 nhà tạm.",
            "Số nhà tạm được xóa = 230 nhà 2025",
            id="who sees to it",
        ),
        pytest.param(
            "Hoàn thành mục tiêu tăng trưởng GRDP năm 2025 đạt 9,2% trở lên.",
            "Tốc độ tăng GRDP >= 9.2 % 2025",
            id="a goal of growth",
        ),
        pytest.param(
            "Phấn đấu đến hết quý II/2025 giải ngân trên 45% kế hoạch vốn.",
            "Tỷ lệ giải ngân kế hoạch vốn > 45 % 2025",
            id="by the end of a quarter",
        ),
    ],
)
def test_goals_of_a_directive(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, expected: str) -> None:
    found = find_facts(outline_of(f"{DIRECTIVE}1. {text}\n"), lexicon).of(Target)
    values = [(t, plain(t.value)) for t in found if t.value is not None]
    assert [f"{t.indicator} {t.comparator} {value} {t.unit} {t.by}" for t, value in values] == [expected]


def test_what_a_directive_replaces(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Also behind another clause of the same sentence."""
    text = "1. Giao Sở Tài chính theo dõi việc thực hiện; Chỉ thị này thay thế Chỉ thị số 3/CT-UBND ngày 20/02/2024.\n"
    links = find_facts(outline_of(DIRECTIVE + text), lexicon).of(Link)
    assert ("7/CT-UBND", "amends", "3/CT-UBND") in {(x.subject, x.relation, x.object) for x in links}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Hoàn thành Dự án đường nối thị trấn Mường Chum với cửa khẩu Pa Hia trong năm.",
            ["Dự án đường nối thị trấn Mường Chum với cửa khẩu Pa Hia"],
            id="a road joins one place with another",
        ),
        pytest.param(
            "Khởi công Dự án đường nối huyện Nậm Sơn với cao tốc Mường Chum - Pa Hia trong năm.",
            ["Dự án đường nối huyện Nậm Sơn với cao tốc Mường Chum - Pa Hia"],
            id="with a road between two places",
        ),
        pytest.param("Điều chuyển vốn của dự án giải ngân dưới 30%, dự án chậm tiến độ 12 tháng.", [], id="no name"),
    ],
)
def test_projects_of_a_directive(
    outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, names: list[str]
) -> None:
    found = find_facts(outline_of(f"{DIRECTIVE}1. {text}\n"), lexicon, (find_programmes,))
    assert [p.name for p in found.of(Programme) if p.kind == "project"] == names


@pytest.mark.parametrize(
    ("text", "period", "kind"),
    [
        ("đến hết quý II/2025 đạt 45%", "2025-06", "until"),
        ("trước quý IV năm 2025", "2025-12", "until"),
        ("quý III/2025", "2025-09", "at"),
    ],
)
def test_quarters_as_deadlines(text: str, period: str, kind: str) -> None:
    assert [(t.period, t.kind) for t in find_times(text)] == [(period, kind)]
