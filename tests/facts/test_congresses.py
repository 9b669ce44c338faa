"""Congresses: how texts name them, and what their mentions add up to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts.congresses.finding import find_congresses
from vankien.facts.names.congresses import find_called
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Concept, Congress, Found, Outline

LEXICON = read_lexicon()
PROVINCE = Concept("son-binh", "", "places", "Sơn Bình", "Son Binh", properties={"level": ("province",)})
Outliner = Callable[..., Outline]
PARTY = "Đảng Cộng sản Việt Nam"
OURS = "Đảng bộ tỉnh Sơn Bình"


CITY = Concept(
    "son-binh", "", "places", "Sơn Bình", "", properties={"homeUnit": ("thành phố",), "homeName": ("Tam Lĩnh",)}
)


@pytest.mark.parametrize(
    ("text", "org"),
    [
        pytest.param("Đại hội Đảng bộ thành phố lần thứ XXI", "Đảng bộ thành phố Tam Lĩnh", id="its own"),
        pytest.param("Đại hội Đảng bộ lần thứ XXI", "Đảng bộ thành phố Tam Lĩnh", id="no unit"),
        pytest.param("Đại hội Đảng bộ tỉnh lần thứ XV", OURS, id="the province's"),
    ],
)
def test_congresses_of_a_city_inside_a_province(text: str, org: str) -> None:
    assert next(find_called(text, CITY)).org == org


@pytest.mark.parametrize(
    ("text", "org", "ordinal", "term"),
    [
        pytest.param("Đại hội Đảng bộ tỉnh lần thứ XV", OURS, "XV", None, id="province understood"),
        pytest.param("Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020 - 2025", OURS, "XV", "2020-2025", id="all parts"),
        pytest.param("Đại hội XV Đảng bộ tỉnh", OURS, "XV", None, id="ordinal first"),
        pytest.param("Đại hội XV của Đảng bộ tỉnh", OURS, "XV", None, id="of the organisation"),
        pytest.param("Đại hội Đảng bộ lần thứ XV", OURS, "XV", None, id="no unit"),
        pytest.param("Đại hội Đảng bộ tỉnh lần thứ 15", OURS, "XV", None, id="Arabic ordinal"),
        pytest.param("Đại hội XIII của Đảng", PARTY, "XIII", None, id="the Party's"),
        pytest.param("Đại hội lần thứ XIII của Đảng", PARTY, "XIII", None, id="the Party's, worded"),
        pytest.param("Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", PARTY, "XIV", None, id="national"),
        pytest.param("Đại hội Đảng toàn quốc lần thứ XIV", PARTY, "XIV", None, id="national, other order"),
        pytest.param("Đại hội Công đoàn tỉnh lần thứ X", "Công đoàn tỉnh Sơn Bình", "X", None, id="trade union"),
        pytest.param(
            "Đại hội đại biểu MTTQ Việt Nam tỉnh lần thứ IX, nhiệm kỳ 2019-2024",
            "Mặt trận Tổ quốc Việt Nam tỉnh Sơn Bình", "IX", "2019-2024", id="front, abbreviated",
        ),
        pytest.param("Đại hội đại biểu Phụ nữ tỉnh Sơn Bình lần thứ X", "Hội Phụ nữ tỉnh Sơn Bình", "X", None, id="women"),
        pytest.param("Đại hội Đoàn toàn quốc lần thứ XII", "Đoàn Thanh niên", "XII", None, id="youth"),
        pytest.param("Đại hội Đảng bộ huyện Nậm Sơn lần thứ VII", "Đảng bộ huyện Nậm Sơn", "VII", None, id="district"),
        pytest.param(
            "Báo cáo của Ban Chấp hành Hội Nông dân tỉnh khóa VIII trình Đại hội đại biểu lần thứ IX",
            "Hội Nông dân tỉnh Sơn Bình", "IX", None, id="organisation before",
        ),
    ],
)  # fmt: skip
def test_names_of_congresses(text: str, org: str, ordinal: str, term: str | None) -> None:
    called = next(find_called(text, PROVINCE))
    assert (called.org, called.ordinal, called.term) == (org, ordinal, term)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sau khi thảo luận, Đại hội đã thống nhất.", id="bare"),
        pytest.param("Đại hội chỉ ra ba nguyên nhân.", id="bare subject"),
        pytest.param("Đại lộ mới mở rộng.", id="another word"),
    ],
)
def test_a_bare_congress_is_not_named(text: str) -> None:
    assert list(find_called(text, PROVINCE)) == []


def test_a_verb_is_no_part_of_the_name() -> None:
    assert next(find_called("Đại hội XV của Đảng bộ tỉnh đã xác định", PROVINCE)).org == OURS


def congresses(outline: Outline) -> dict[tuple[str, str | None], Congress]:
    facts = [c for c in find_congresses(outline, LEXICON, Found()) if isinstance(c, Congress)]
    return {(c.org, c.ordinal): c for c in facts}


HEAD = "TỈNH ỦY SƠN BÌNH\n*\nSố 9-BC/TU\nSơn Bình, ngày 01 tháng 3 năm 2024\n\nBÁO CÁO\nVề nghề rừng\n-----\n\n"


def test_one_record_at_the_first_line_with_the_term_of_a_later_one(outline_of: Outliner) -> None:
    found = congresses(
        outline_of(
            HEAD
            + "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV nêu rõ.\n\nTheo Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020-2025.\n"
        )
    )
    record = found[(OURS, "XV")]
    assert (record.term, record.evidence.line) == ("2020-2025", 10)


def test_dates_venue_and_motto(outline_of: Outliner) -> None:
    found = congresses(
        outline_of(
            HEAD
            + "Đại hội Đảng bộ tỉnh lần thứ XV với phương châm “Gần dân, giữ rừng” được tổ chức từ ngày 5 - 7/9/2020 tại nhà văn hóa Đồng Vân.\n"
        )
    )
    record = found[(OURS, "XV")]
    assert (record.dates, record.venue, record.motto) == (
        "2020-09-05/2020-09-07",
        "nhà văn hóa Đồng Vân",
        "Gần dân, giữ rừng",
    )


def test_a_congress_of_one_day(outline_of: Outliner) -> None:
    found = congresses(outline_of(HEAD + "Đại hội Đảng bộ tỉnh lần thứ XV họp ngày 5/9/2020.\n"))
    assert found[(OURS, "XV")].dates == "2020-09-05"


@pytest.mark.parametrize(
    ("text", "ordinal", "theme"),
    [
        pytest.param("Chủ đề của Đại hội: “Giữ rừng, mở đường, dạy nghề”.", "XV", "Giữ rừng, mở đường, dạy nghề", id="quoted"),
        pytest.param(
            "Chủ đề Đại hội XIV, nhiệm kỳ 2015 - 2020: Giữ rừng; mở đường; dạy nghề cho người vùng cao.",
            "XIV", "Giữ rừng; mở đường; dạy nghề cho người vùng cao", id="plain, named",
        ),
        pytest.param(
            "Đại hội quyết định chủ đề của Đại hội XV cũng là tên của báo cáo là: Giữ rừng, mở đường, dạy nghề.",
            "XV", "Giữ rừng, mở đường, dạy nghề", id="with an aside",
        ),
        pytest.param("Sức nặng của chủ đề đại hội nằm ở đây: nó là lời hứa với người dân vùng cao.", "XV", None, id="talk about themes"),
        pytest.param("Với chủ đề “Thi đua giữ rừng năm 2024”, các xã đã trồng cây.", "XV", None, id="another theme"),
    ],
)  # fmt: skip
def test_themes(text: str, ordinal: str, theme: str | None, outline_of: Outliner) -> None:
    found = congresses(outline_of(HEAD + f"Đại hội Đảng bộ tỉnh lần thứ XV đã họp.\n\nSau đó có tổng kết.\n\n{text}\n"))
    record = found.get((OURS, ordinal))
    assert record is not None
    assert record.theme == theme


def test_a_motto_of_somebody_else(outline_of: Outliner) -> None:
    found = congresses(
        outline_of(
            HEAD
            + "Sau Đại hội Đảng bộ tỉnh lần thứ XV, công an xã làm việc không nghỉ với tinh thần trách nhiệm cao và phương châm “Gần dân”.\n"
        )
    )
    assert found[(OURS, "XV")].motto is None


def test_a_term_names_the_congress_before(outline_of: Outliner) -> None:
    found = congresses(
        outline_of(
            HEAD
            + "Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020-2025 đã họp.\n\nBáo cáo tổng kết nhiệm kỳ XIV, nhiệm kỳ 2015-2020.\n"
        )
    )
    assert found[(OURS, "XIV")].term == "2015-2020"


def test_terms_of_the_assembly_are_no_congress(outline_of: Outliner) -> None:
    found = congresses(
        outline_of(HEAD + "Đại hội Đảng bộ tỉnh lần thứ XV đã họp.\n\nHĐND tỉnh nhiệm kỳ XIV đã giám sát.\n")
    )
    assert set(found) == {(OURS, "XV")}


def test_mass_organisations_without_ordinals(outline_of: Outliner) -> None:
    found = congresses(outline_of(HEAD + "Các đoàn thể chuẩn bị Đại hội nhiệm kỳ Công đoàn, Hội Nông dân.\n"))
    assert set(found) == {("Công đoàn", None), ("Hội Nông dân", None)}


def test_congresses_of_all_levels_are_none(outline_of: Outliner) -> None:
    assert congresses(outline_of(HEAD + "Nghị quyết đại hội đảng các cấp được học tập.\n")) == {}


def test_headings_in_capitals(outline_of: Outliner) -> None:
    found = congresses(
        outline_of(HEAD + "A- NHÌN LẠI ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XV, NHIỆM KỲ 2020-2025\n\nĐã làm nhiều việc.\n")
    )
    assert found[(OURS, "XV")].term == "2020-2025"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Thu ngân sách vượt mục tiêu Nghị quyết Đại hội XVI.", ["XVII", "XVI"], id="the one before"),
        pytest.param("Quán triệt Nghị quyết Đại hội XIV.", ["XVII"], id="a national one of those years"),
        pytest.param("Nhìn lại Nghị quyết Đại hội IX.", ["XVII"], id="one long past"),
    ],
)
def test_a_bare_ordinal_beside_the_main_congress(text: str, expected: list[str], outline_of: Outliner) -> None:
    head = "Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVII, nhiệm kỳ 2025 - 2030 thành công tốt đẹp.\n\n"
    found = [c for c in find_congresses(outline_of(head + text), LEXICON, Found()) if isinstance(c, Congress)]
    assert [(c.org, c.ordinal) for c in found] == [(OURS, o) for o in expected]


def test_a_bare_ordinal_that_a_national_congress_shares(outline_of: Outliner) -> None:
    """Beside the fourteenth congress of a province, "Đại hội XIII" may be the Party's."""
    text = "Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XIV, nhiệm kỳ 2025 - 2030.\n\nTheo Nghị quyết Đại hội XIII."
    found = [c for c in find_congresses(outline_of(text), LEXICON, Found()) if isinstance(c, Congress)]
    assert [c.ordinal for c in found] == ["XIV"]
