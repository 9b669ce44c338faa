"""What a document is about, and whose congresses it calls by their number alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from vankien.graph.terms.areas import Area, area_of
from vankien.graph.terms.vocabulary import SKOS, VK, concept, read_lexicon
from vankien.model import Congress, Evidence, Found, Line, Report, Source

from .test_triples import ID, TARGET, dataset, nodes, values


def evidence(line: int) -> Evidence:
    return Evidence("bao-cao", line, line, line, 0, 4, "câu", "test")


def area(
    report: Report, issuer: str | None, title: str, place: str | None, above: str = "", orgs: tuple[str, ...] = ()
) -> Area:
    lines = tuple(Line(n, text, 1) for n, text in enumerate(above.split(" / "), 1))
    source = Source(genre="Báo cáo", title=title, issuer=issuer, place=place, evidence=evidence(len(lines) + 1))
    found = Found((source, *(Congress(org=org, ordinal="XIV", evidence=evidence(9)) for org in orgs)))
    return area_of(replace(report, lines=lines), found, read_lexicon(), date(2025, 9, 1))


@pytest.mark.parametrize(
    ("issuer", "title", "place", "above", "name", "party"),
    [
        pytest.param(
            "Tỉnh ủy Sơn Bình", "Báo cáo", "Sơn Bình", "", "Sơn Bình", "Đảng bộ tỉnh Sơn Bình", id="a province"
        ),
        pytest.param(
            "Tỉnh ủy Lai Châu", "Báo cáo", "Hà Nội", "", "Lai Châu", "Đảng bộ tỉnh Lai Châu", id="signed elsewhere"
        ),
        pytest.param(
            None, "Báo cáo của Đảng bộ tỉnh Sơn Bình", None, "", "Sơn Bình", "Đảng bộ tỉnh Sơn Bình", id="by the title"
        ),
        pytest.param(
            "Ban Thường vụ Thành ủy Hà Nội",
            "Kết luận",
            "Hà Nội",
            "",
            "Hà Nội",
            "Đảng bộ thành phố Hà Nội",
            id="a listed city",
        ),
        pytest.param(
            "Hội đồng nhân dân thành phố Hải An",
            "Nghị quyết",
            "Hải An",
            "HỘI ĐỒNG NHÂN DÂN / THÀNH PHỐ HẢI AN",
            "Hải An",
            "Đảng bộ thành phố Hải An",
            id="a city of its own",
        ),
        pytest.param(
            "Thành ủy Quang Minh",
            "Báo cáo",
            "Quang Minh",
            "ĐẢNG BỘ TỈNH TAM LÂM / THÀNH ỦY QUANG MINH",
            "thành phố Quang Minh, tỉnh Tam Lâm",
            "Đảng bộ thành phố Quang Minh",
            id="a city inside a province",
        ),
        pytest.param(
            "Thành ủy Lai Châu",
            "Báo cáo",
            "Lai Châu",
            "",
            "thành phố Lai Châu, tỉnh Lai Châu",
            "Đảng bộ thành phố Lai Châu",
            id="the city of a province of that name",
        ),
        pytest.param(
            "Huyện ủy Phong Sơn",
            "Báo cáo",
            "Phong Sơn",
            "TỈNH ỦY SƠN BÌNH / HUYỆN ỦY PHONG SƠN",
            "huyện Phong Sơn, tỉnh Sơn Bình",
            "Đảng bộ huyện Phong Sơn",
            id="a district",
        ),
        pytest.param(
            "Đại hội đại biểu Đảng bộ xã Thạch Trì lần thứ I",
            "Nghị quyết Đại hội đại biểu Đảng bộ xã Thạch Trì lần thứ I",
            "Kim Giang",
            "",
            "xã Thạch Trì, tỉnh Kim Giang",
            "Đảng bộ xã Thạch Trì",
            id="a commune, signed in its province",
        ),
        pytest.param(
            "Ủy ban nhân dân phường 5",
            "Kế hoạch",
            "phường 5",
            "",
            "phường 5",
            "Đảng bộ phường 5",
            id="a ward by number",
        ),
        pytest.param(
            "Đảng ủy phường Tân Mai",
            "Kế hoạch",
            "Hà Nội",
            "",
            "phường Tân Mai, thành phố Hà Nội",
            "Đảng bộ phường Tân Mai",
            id="a ward of a city",
        ),
        pytest.param(
            "Chính phủ", "Nghị quyết", "Hà Nội", "", "Việt Nam", "Đảng Cộng sản Việt Nam", id="the Government"
        ),
        pytest.param("Bộ Y tế", "Kế hoạch", "Hà Nội", "", "Việt Nam", "Đảng Cộng sản Việt Nam", id="a ministry"),
        pytest.param(
            "Ban Chấp hành Trung ương Đảng khóa XIII",
            "Báo cáo chính trị",
            None,
            "",
            "Việt Nam",
            "Đảng Cộng sản Việt Nam",
            id="the Central Committee",
        ),
        pytest.param(
            "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
            "Nghị quyết",
            "Hà Nội",
            "",
            "Việt Nam",
            "Đảng Cộng sản Việt Nam",
            id="the congress of the Party",
        ),
        pytest.param(
            "Thủ tướng Chính phủ",
            "Phê duyệt Quy hoạch tỉnh Lai Châu thời kỳ 2021 - 2030",
            "Hà Nội",
            "",
            "Lai Châu",
            "Đảng Cộng sản Việt Nam",
            id="a national decision on a province",
        ),
        pytest.param(
            "Bộ Chính trị",
            "Về phương hướng phát triển vùng Đồng bằng sông Hồng đến năm 2030",
            "Hà Nội",
            "",
            "vùng Đồng bằng sông Hồng",
            "Đảng Cộng sản Việt Nam",
            id="a national resolution on a region",
        ),
    ],
)
def test_the_area_by_the_letterhead(
    report: Report, issuer: str | None, title: str, place: str | None, above: str, name: str, party: str
) -> None:
    found = area(report, issuer, title, place, above)
    assert (found.name, found.party) == (name, party)


def test_without_a_letterhead_the_congresses_name_the_province(report: Report) -> None:
    assert area(report, None, "Báo cáo", None, orgs=("Đảng bộ tỉnh Sơn Bình",)).name == "Sơn Bình"
    assert area(report, None, "Báo cáo", None) == Area()


# --- in the graph -----------------------------------------------------------------------------------------------

COMMUNE = Source(
    genre="Nghị quyết", title="Nghị quyết", issuer="Đảng ủy xã Thạch Trì", place="Kim Giang", evidence=evidence(1)
)


def test_what_a_commune_promises_is_not_its_provinces(report: Report) -> None:
    own, above = (
        Congress(org=f"Đảng bộ {o}", ordinal=n, evidence=evidence(1))
        for o, n in (("xã Thạch Trì", "I"), ("tỉnh Kim Giang", "XVIII"))
    )
    graph = dataset(
        report,
        COMMUNE,
        own,
        above,
        replace(TARGET, set_by="I"),
        replace(TARGET, set_by="XVIII", indicator="Diện tích lúa"),
    )
    setters = sorted(v for t in nodes(graph, VK.Target) for v in values(graph, t, VK.setBy))
    assert setters == [ID + "congress/kim-giang/18", ID + "congress/xa-thach-tri-tinh-kim-giang/1"]
    assert {v for t in nodes(graph, VK.Target) for v in values(graph, t, VK.scope)} == {
        ID + "place/xa-thach-tri-tinh-kim-giang"
    }
    assert values(graph, "place/xa-thach-tri-tinh-kim-giang", VK.inPlace) == [ID + "place/kim-giang"]
    assert values(graph, "place/xa-thach-tri-tinh-kim-giang", VK.level) == [concept("levels", "commune").value]
    assert values(graph, "place/xa-thach-tri-tinh-kim-giang", SKOS.prefLabel) == ["xã Thạch Trì, tỉnh Kim Giang"]


def test_what_the_government_promises_is_the_countrys(report: Report) -> None:
    source = Source(genre="Nghị quyết", title="Nghị quyết", issuer="Chính phủ", place="Hà Nội", evidence=evidence(1))
    graph = dataset(report, source, TARGET)
    (target,) = nodes(graph, VK.Target)
    assert values(graph, target, VK.scope) == [concept("places", "viet-nam").value]
    assert values(graph, target, VK.setBy) == [ID + "congress/viet-nam/14"]
