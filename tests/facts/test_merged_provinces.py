"""Reports of a province made of several: what each aimed at and reached, in sentences and tables of our own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, Congress, Discrepancy, Lexicon, Observation, Outline, Target
from vankien.vietnamese import plain

HEAD = """ĐẢNG BỘ TỈNH SƠN BÌNH
Số 05-BC/TU
Sơn Bình, ngày 10 tháng 9 năm 2025

BÁO CÁO CHÍNH TRỊ
trình Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ I, nhiệm kỳ 2025 - 2030

-----

I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH AN LÂM LẦN THỨ XIX
VÀ NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH HÀ KHÊ LẦN THỨ XV, NHIỆM KỲ 2020 - 2025

"""
AN_LAM, HA_KHE = "tỉnh An Lâm", "tỉnh Hà Khê"
Said = Callable[[str], list[str]]


def _line(fact: Target | Observation | Assessment) -> str:
    """A fact in a line: who set it, what it is, its value or verdict, whose it is."""
    scope = f" @ {fact.scope}" if fact.scope else ""
    if isinstance(fact, Assessment):
        return f"{fact.indicator}: {fact.verdict}{f' {plain(fact.percent)}' if fact.percent is not None else ''}{scope}"
    setter = f"{fact.set_by} {fact.by}: " if isinstance(fact, Target) else ""
    upper = f"..{plain(fact.upper)}" if fact.upper is not None else ""
    return f"{setter}{fact.indicator} | {plain(fact.value or Decimal(0))}{upper} {fact.unit}{scope}"


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Said:
    """The targets, observations and verdicts of a body, a line each."""

    def read(body: str) -> list[str]:
        found = find_facts(outline_of(HEAD + body + "\n"), lexicon, FINDERS)
        facts: list[Target | Observation | Assessment] = [*found.of(Target), *found.of(Observation)]
        return [_line(f) for f in [*facts, *found.of(Assessment)]]

    return read


CITY, VILLAGE = "Tỷ lệ rác thải ở đô thị được thu gom", "Tỷ lệ rác thải ở nông thôn được thu gom"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tỷ lệ đô thị hóa đạt 41%, xấp xỉ mục tiêu của An Lâm (42%) và cao hơn 3 điểm phần trăm so với mục tiêu 38% của Hà Khê.",
            [f"XIX 2025: Tỷ lệ đô thị hóa | 42 % @ {AN_LAM}", f"XV 2025: Tỷ lệ đô thị hóa | 38 % @ {HA_KHE}", "Tỷ lệ đô thị hóa | 41 %",
             f"Tỷ lệ đô thị hóa: Vượt @ {HA_KHE}"],
            id="the-name-before-and-behind-the-target",
        ),
        pytest.param(
            "GRDP tăng bình quân 7%/năm; tính riêng từng địa bàn, An Lâm đạt 8%/năm, nằm trong khung 7 - 9%/năm mà Đại hội XIX đề ra, "
            "Hà Khê đạt 6%/năm, còn thấp hơn 0,5 điểm phần trăm so với mục tiêu 6,5%/năm.",
            [f"XIX 2025: Tốc độ tăng GRDP bình quân | 7..9 % @ {AN_LAM}", f"XV 2025: Tốc độ tăng GRDP bình quân | 6.5 % @ {HA_KHE}",
             "Tốc độ tăng GRDP bình quân | 7 %/năm", f"Tốc độ tăng GRDP bình quân | 8 %/năm @ {AN_LAM}",
             f"Tốc độ tăng GRDP bình quân | 6 %/năm @ {HA_KHE}", f"Tốc độ tăng GRDP bình quân: Đạt @ {AN_LAM}",
             f"Tốc độ tăng GRDP bình quân: Chưa đạt @ {HA_KHE}"],
            id="each-province-by-itself",
        ),
        pytest.param(
            "Kim ngạch xuất khẩu năm 2025 ước đạt 3,4 tỷ USD, trong khi Nghị quyết của An Lâm chỉ đặt 2 tỷ USD, của Hà Khê 1,2 tỷ USD.",
            [f"XIX 2025: Kim ngạch xuất khẩu | 2 tỷ USD @ {AN_LAM}", f"XV 2025: Kim ngạch xuất khẩu | 1.2 tỷ USD @ {HA_KHE}",
             "Kim ngạch xuất khẩu | 3.4 tỷ USD"],
            id="one-behind-the-other",
        ),
        pytest.param(
            "Có 97% rác thải ở đô thị và 84% ở nông thôn được thu gom (mục tiêu của An Lâm lần lượt là 95% và 80%, của Hà Khê là 96% và 85%).",
            [f"XIX 2025: {CITY} | 95 % @ {AN_LAM}", f"XIX 2025: {VILLAGE} | 80 % @ {AN_LAM}", f"XV 2025: {CITY} | 96 % @ {HA_KHE}",
             f"XV 2025: {VILLAGE} | 85 % @ {HA_KHE}", f"{CITY} | 97 %", f"{VILLAGE} | 84 %"],
            id="several-targets-of-each-in-turn",
        ),
        pytest.param(
            "Thu ngân sách năm 2025 đạt 2.500 tỷ đồng, so với tổng mục tiêu của hai tỉnh 2.400 tỷ đồng (An Lâm 1.500 tỷ đồng, Hà Khê 900 tỷ đồng) đạt 104,2%.",
            ["2020-2025 2025: Thu ngân sách | 2400 tỷ đồng", f"XIX 2025: Thu ngân sách | 1500 tỷ đồng @ {AN_LAM}",
             f"XV 2025: Thu ngân sách | 900 tỷ đồng @ {HA_KHE}", "Thu ngân sách | 2500 tỷ đồng", "Thu ngân sách: Vượt 104.2"],
            id="the-sum-of-both-and-the-share-behind-it",
        ),
        pytest.param(
            "Riêng tỷ lệ che phủ rừng dừng ở 51%, không đạt mức 52% mà cả hai nghị quyết cùng xác định.",
            ["2020-2025 2025: Tỷ lệ che phủ rừng | 52 %", "Tỷ lệ che phủ rừng | 51 %", "Tỷ lệ che phủ rừng: Không đạt"],
            id="what-both-resolutions-set",
        ),
        pytest.param(
            "Vốn FDI thực hiện của Hà Khê đạt 214 triệu USD; cảng An Lâm Đông đón 12 tàu.",
            [f"Vốn FDI thực hiện | 214 triệu USD @ {HA_KHE}", "Số tàu được cảng An Lâm Đông đón | 12 tàu"],
            id="a-longer-name-is-of-another-place",
        ),
    ],
)  # fmt: skip
def test_what_each_province_aimed_at_and_reached(text: str, expected: list[str], facts_of: Said) -> None:
    assert facts_of(text) == expected


def test_both_congresses_share_the_term_behind_the_second(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    found = find_facts(outline_of(HEAD + "Mở đầu.\n"), lexicon, FINDERS)
    assert {(c.org, c.ordinal, c.term) for c in found.of(Congress)} == {
        ("Đảng bộ tỉnh Sơn Bình", "I", "2025-2030"),
        ("Đảng bộ tỉnh An Lâm", "XIX", "2020-2025"),
        ("Đảng bộ tỉnh Hà Khê", "XV", "2020-2025"),
    }


ANNEX = """PHỤ LỤC: KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU

                                        Nghị quyết Đại hội Thực hiện
Stt Chỉ tiêu                ĐVT         An Lâm   Hà Khê    2025    Đánh giá
                                        (XIX)    (XV)      (ước)
1   Kim ngạch xuất khẩu     Triệu USD   2.000    1.250     3.420   Vượt
2   Tỷ lệ đô thị hóa        %           42       38        41      AL: không đạt;
                                                                   HK: vượt
3   Kết nạp đảng viên mới   Đảng viên   950      800       1.864   106,5%
"""


def test_a_table_with_a_column_for_each_resolution(facts_of: Said) -> None:
    facts = facts_of(ANNEX)
    assert f"XIX 2025: Kim ngạch xuất khẩu | 2000 triệu USD @ {AN_LAM}" in facts
    assert f"XV 2025: Tỷ lệ đô thị hóa | 38 % @ {HA_KHE}" in facts
    assert "Kim ngạch xuất khẩu | 3420 triệu USD" in facts
    assert [f for f in facts if ": " in f and "|" not in f] == [
        "Kim ngạch xuất khẩu: Vượt", f"Tỷ lệ đô thị hóa: Không đạt @ {AN_LAM}", f"Tỷ lệ đô thị hóa: Vượt @ {HA_KHE}",
        "Kết nạp đảng viên mới: Vượt 106.5",
    ]  # fmt: skip


def test_verdicts_on_targets_of_two_provinces_contradict_nothing(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    prose = "Tỷ lệ đô thị hóa đạt 41%, cao hơn 3 điểm phần trăm so với mục tiêu 38% của Hà Khê.\n\n"
    found = find_facts(outline_of(HEAD + prose + ANNEX), lexicon, FINDERS)
    assert list(found.of(Discrepancy)) == []
