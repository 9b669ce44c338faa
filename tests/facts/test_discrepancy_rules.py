"""Each check for contradictions beside those of one value: a text that it must find, and its neighbour that is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_discrepancies import TABLE, find
from vankien.model import Lexicon, Outline

FOUR = "| 2 | Số cầu treo | cầu | 5 | 3 | 60% | Chưa đạt | 5 | Đạt |\n"
MIDDLE = "\n\nCông tác văn hóa được quan tâm.\n\n"


def rules(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str) -> list[str]:
    """The names of the checks that find something in a text."""
    return [f.evidence.rule.removeprefix("discrepancy-") for f in find(outline_of, lexicon, text)]


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        pytest.param(
            "share-of-count",
            "Ban Chấp hành (38 đồng chí): tỷ lệ nữ 15,15%; tỷ lệ dân tộc thiểu số 44,73%; tỷ lệ trẻ 5,26%.",
            "Ban Chấp hành (38 đồng chí): tỷ lệ nữ 15,78%; tỷ lệ dân tộc thiểu số 44,73%; tỷ lệ trẻ 5,26%.",
            id="a share that no number of members gives",
        ),
        pytest.param(
            "structure",
            "Cơ cấu kinh tế năm 2023 nông nghiệp còn 21,5% (giảm 3 điểm phần trăm so với đầu nhiệm kỳ), công nghiệp chiếm 38,5%, dịch vụ 36%, thuế sản phẩm 5%; trong mức tăng trưởng 9%, dịch vụ góp 4 điểm phần trăm.",
            "Cơ cấu kinh tế năm 2023 nông nghiệp còn 21,5% (giảm 3 điểm phần trăm so với đầu nhiệm kỳ), công nghiệp chiếm 38,5%, dịch vụ 36%, thuế sản phẩm 4%; trong mức tăng trưởng 9%, dịch vụ góp 4 điểm phần trăm.",
            id="shares of the sectors with a bracket between them",
        ),
        pytest.param(
            "count",
            "Đại hội đề ra 21 chỉ tiêu chủ yếu. Đến hết năm 2023 có 14 chỉ tiêu vượt, 2 chỉ tiêu đạt và 4 chỉ tiêu không đạt.",
            "Đại hội đề ra 20 chỉ tiêu chủ yếu. Đến hết năm 2023 có 14 chỉ tiêu vượt, 2 chỉ tiêu đạt và 4 chỉ tiêu không đạt.",
            id="counts of targets against the sentence before",
        ),
        pytest.param(
            "count",
            "Đại hội đề ra 21 chỉ tiêu, đến nay có 14 chỉ tiêu vượt, 2 chỉ tiêu đạt và 4 chỉ tiêu không đạt.",
            "Đại hội đề ra 20 chỉ tiêu, đến nay có 14 chỉ tiêu vượt, 2 chỉ tiêu đạt và 4 chỉ tiêu không đạt.",
            id="counts of targets against those set in the same sentence",
        ),
        pytest.param(
            "share-of-target",
            "Thu ngân sách: mục tiêu 120 tỷ đồng; kết quả 150 tỷ đồng, bằng 115% mục tiêu.",
            "Thu ngân sách: mục tiêu 120 tỷ đồng; kết quả 150 tỷ đồng, bằng 125% mục tiêu.",
            id="a share of the target that stands first",
        ),
        pytest.param(
            "gap-to-target",
            "Sản lượng mật ong: mục tiêu 90 tấn; kết quả 97 tấn, vượt 9 tấn.",
            "Sản lượng mật ong: mục tiêu 90 tấn; kết quả 97 tấn, vượt 7 tấn.",
            id="how far beyond the target that stands first",
        ),
        pytest.param(
            "verdict",
            "Tỷ lệ che phủ rừng: mục tiêu 60%; kết quả 57%, vượt mục tiêu.",
            "Tỷ lệ che phủ rừng: mục tiêu 60%; kết quả 62%, vượt mục tiêu.",
            id="a verdict behind the result of the target that stands first",
        ),
        pytest.param(
            "share-of-target",
            "Thu ngân sách năm 2023 đạt 12.640 tỷ đồng, tăng 5.210 tỷ đồng so với năm 2018 và bằng 124,6% mục tiêu Nghị quyết (11.000 tỷ đồng).",
            "Thu ngân sách năm 2023 đạt 12.640 tỷ đồng, tăng 5.210 tỷ đồng so với năm 2018 và bằng 114,9% mục tiêu Nghị quyết (11.000 tỷ đồng).",
            id="a share of the target behind an increase",
        ),
        pytest.param(
            "average-of-total",
            "Giai đoạn 2016-2020 đào tạo nghề cho 38 nghìn lao động, bình quân 6.334 người/năm.",
            "Giai đoạn 2016-2020 đào tạo nghề cho 38 nghìn lao động, bình quân 7.600 người/năm.",
            id="a yearly average that the total contradicts",
        ),
        pytest.param(
            "average-of-total",
            "Giai đoạn 2016-2020 kết nạp 900 đảng viên, đạt bình quân 150 đảng viên/năm.",
            "Giai đoạn 2016-2020 kết nạp 900 đảng viên, vượt mục tiêu Nghị quyết (bình quân 150 đảng viên/năm).",
            id="an average that is the target contradicts no total",
        ),
        pytest.param(
            "total",
            "Vốn khoảng 1.250 tỷ đồng, trong đó: ngân sách tỉnh 800 tỷ đồng; vốn vay 380 tỷ đồng; vốn khác 110 tỷ đồng.",
            "Vốn khoảng 1.250 tỷ đồng, trong đó: ngân sách tỉnh 800 tỷ đồng; vốn vay 380 tỷ đồng; vốn khác 75 tỷ đồng.",
            id="an approximate total that no rounding of its parts gives",
        ),
        pytest.param(
            "total",
            "Kỷ luật 40 đảng viên bằng các hình thức: khiển trách 25, cảnh cáo 10, khai trừ 3.",
            "Kỷ luật 40 đảng viên bằng các hình thức: khiển trách 25, cảnh cáo 12, khai trừ 3.",
            id="kinds without a unit that miss their total",
        ),
        pytest.param(
            "share-of-target",
            "Thu ngân sách ước 4.230 tỷ đồng, bằng 107,5% mục tiêu Nghị quyết (4.000 tỷ đồng).",
            "Thu ngân sách ước 4.230 tỷ đồng, bằng 105,75% mục tiêu Nghị quyết (4.000 tỷ đồng).",
            id="a share of the target that result and target contradict",
        ),
        pytest.param(
            "share-of-target",
            "Tổng vốn đầu tư khoảng 4.230 tỷ đồng, mới bằng 91% mục tiêu gộp 4.500 tỷ đồng.",
            "Tổng vốn đầu tư khoảng 4.230 tỷ đồng, mới bằng 94% mục tiêu gộp 4.500 tỷ đồng.",
            id="a share of the target that stands right behind it",
        ),
        pytest.param(
            "count",
            "Có 17/20 chỉ tiêu đạt và vượt, trong đó 12 chỉ tiêu vượt, 06 chỉ tiêu đạt.",
            "Có 17/20 chỉ tiêu đạt và vượt, trong đó 12 chỉ tiêu vượt, 05 chỉ tiêu đạt.",
            id="targets exceeded and just reached that are not all",
        ),
        pytest.param(
            "structure",
            "Cơ cấu kinh tế năm 2025: nông nghiệp 21,6%; công nghiệp 38,1%; dịch vụ 41,3%.",
            "Cơ cấu kinh tế năm 2025: nông nghiệp 20,6%; công nghiệp 38,1%; dịch vụ 41,3%.",
            id="a dated structure that adds up to more than a hundred",
        ),
        pytest.param(
            "ratio",
            "Có 42/60 xã (trước sắp xếp) đạt chuẩn nông thôn mới, chiếm 73,3%.",
            "Có 42/60 xã (trước sắp xếp) đạt chuẩn nông thôn mới, chiếm 70%.",
            id="a share of a whole that a bracket explains",
        ),
        pytest.param(
            "list",
            "Vùng có 12 mỏ gồm 3 nhóm: 4 mỏ than, 2 mỏ đá, 1 mỏ vàng và còn lại là mỏ cát.",
            "Vùng có 12 mỏ gồm 4 nhóm: 4 mỏ than, 2 mỏ đá, 1 mỏ vàng và còn lại là mỏ cát.",
            id="groups that are not as many as announced",
        ),
        pytest.param(
            "list",
            "Lập 05 hồ sơ di sản (múa sạp, lễ cơm mới của người Dao, nghề dệt, chọi trâu).",
            "Lập 04 hồ sơ di sản (múa sạp, lễ cơm mới của người Dao, nghề dệt, chọi trâu).",
            id="names that are fewer than announced",
        ),
        pytest.param(
            "day",
            "Thực hiện Quyết định số 17/2012/QĐ-UBND, ngày 20/8/20212 về rừng.",
            "Thực hiện Quyết định số 17/2012/QĐ-UBND, ngày 20/8/2012 về rừng.",
            id="a year of five digits",
        ),
        pytest.param(
            "day",
            "Thực hiện Quyết định số 17/2012/QĐ-UBND, ngày 0/8/2012 về rừng.",
            "Thực hiện Quyết định số 17/2012/QĐ-UBND, ngày 10/8/2012 về rừng.",
            id="a day that is none",
        ),
        pytest.param(
            "age",
            f"Sau 15 năm chia tách, thành lập tỉnh, đời sống đổi thay.{MIDDLE}Qua 16 năm chia tách, thành lập, tỉnh lớn mạnh.",
            f"Sau 16 năm chia tách, thành lập tỉnh, đời sống đổi thay.{MIDDLE}Qua 16 năm chia tách, thành lập, tỉnh lớn mạnh.",
            id="two ages of one event",
        ),
        pytest.param(
            "abbreviation",
            f"Công bố chỉ số cải cách hành chính (PCI), chỉ số năng lực cạnh tranh cấp tỉnh (PAR Index).{MIDDLE}"
            "Năm nay, chỉ số cải cách hành chính (PAR Index) tăng; chỉ số năng lực cạnh tranh cấp tỉnh (PCI) giảm.",
            f"Công bố chỉ số cải cách hành chính (PAR Index), chỉ số năng lực cạnh tranh cấp tỉnh (PCI).{MIDDLE}"
            "Năm nay, chỉ số cải cách hành chính (PAR Index) tăng; chỉ số năng lực cạnh tranh cấp tỉnh (PCI) giảm.",
            id="abbreviations that changed places",
        ),
        pytest.param(
            "name",
            f"Tái định cư các thủy điện lớn như Nậm Bòn, Bản Sáng.{MIDDLE}Dân tái định cư thủy điện Bản Sáng, Nậm Bón.",
            f"Tái định cư các thủy điện lớn như Nậm Bón, Bản Sáng.{MIDDLE}Dân tái định cư thủy điện Bản Sáng, Nậm Bón.",
            id="a name in a list, spelled otherwise",
        ),
        pytest.param(
            "part-of-people",
            f"Năm 2020, số hộ nghèo là 17.055 hộ.{MIDDLE}Năm 2020, số hộ nghèo là người dân tộc thiểu số là 17.823 hộ.",
            f"Năm 2020, số hộ nghèo là 17.055 hộ.{MIDDLE}Năm 2020, số hộ nghèo là người dân tộc thiểu số là 16.823 hộ.",
            id="a part of the people larger than all",
        ),
        pytest.param(
            "led-back",
            f"Năm 2015, tỷ lệ xã chưa có nhà văn hóa là 26%.{MIDDLE}Năm 2020, tỷ lệ xã có nhà văn hóa đạt 95,1%, tăng 10,9 điểm % so với năm 2015.",
            f"Năm 2015, tỷ lệ xã chưa có nhà văn hóa là 15,8%.{MIDDLE}Năm 2020, tỷ lệ xã có nhà văn hóa đạt 95,1%, tăng 10,9 điểm % so với năm 2015.",
            id="a change that leads back to another value",
        ),
        pytest.param(
            "early-report",
            "Theo Báo cáo số 62/BC-UBND, ngày 02/4/2019 về kết quả công tác dân tộc năm 2019.",
            "Theo Báo cáo số 62/BC-UBND, ngày 02/12/2019 về kết quả công tác dân tộc năm 2019.",
            id="a report on a year that was not over",
        ),
        pytest.param(
            "verdict",
            "Tỷ lệ bến cá sạch đạt 81,5%, đạt mục tiêu Nghị quyết (85%).",
            "Tỷ lệ bến cá sạch đạt 85,5%, vượt mục tiêu Nghị quyết (85%).",
            id="a verdict that the target beside it contradicts",
        ),
        pytest.param(
            "verdict",
            "Tỷ lệ tàu cá hỏng còn 6,2%, đạt mục tiêu Nghị quyết (dưới 5%).",
            "Tỷ lệ tàu cá hỏng còn 4,2%, đạt mục tiêu Nghị quyết (dưới 5%).",
            id="less is better behind còn",
        ),
        pytest.param(
            "verdict",
            "Tỷ lệ bến cá sạch đạt 88% (mục tiêu 85%, chưa đạt).",
            "Tỷ lệ bến cá sạch đạt 82% (mục tiêu 85%, chưa đạt).",
            id="a verdict in the bracket of its target",
        ),
        pytest.param(
            "structure",
            "Tỷ trọng nông nghiệp còn 14,2%, công nghiệp 36,1%, dịch vụ 42,5%, thuế sản phẩm 8,9%.",
            "Tỷ trọng nông nghiệp còn 14,2%, công nghiệp 36,1%, dịch vụ 40,8%, thuế sản phẩm 8,9%.",
            id="sectors and taxes that are more than the whole economy",
        ),
        pytest.param(
            "structure",
            "Tỷ trọng nông nghiệp còn 14,2%, công nghiệp 46,1%, dịch vụ 42,5%.",
            "Tỷ trọng nông nghiệp còn 14,2%, công nghiệp 36,1%, dịch vụ 42,5%.",
            id="without the taxes the sectors may be less",
        ),
        pytest.param(
            "total",
            "Vốn đạt 17,4 tỷ đồng, bằng 31% GRDP (mục tiêu 32% GRDP), trong đó vốn nhà nước 6 tỷ đồng, vốn dân cư 11 tỷ đồng.",
            "Vốn đạt 17 tỷ đồng, bằng 31% GRDP (mục tiêu 32% GRDP), trong đó vốn nhà nước 6 tỷ đồng, vốn dân cư 11 tỷ đồng.",
            id="parts behind a share that the total is",
        ),
        pytest.param(
            "broken-date",
            f"Triển khai Nghị quyết số 31-NQ/TW ngày 13/5/2022 về nghề rừng.{MIDDLE}Theo Nghị quyết số 31-NQ/TW ngày 0/5/2022 về nghề rừng.",
            f"Triển khai Nghị quyết số 31-NQ/TW ngày 13/5/2022 về nghề rừng.{MIDDLE}Theo Nghị quyết số 31-NQ/TW ngày 13/5/2022 về nghề rừng.",
            id="a day that another place prints in full",
        ),
        pytest.param(
            "two-subjects",
            f"Nghị quyết số 31-NQ/TW (khóa XIII) về đào tạo nghề cho thanh niên nông thôn.{MIDDLE}Nghị quyết số 31-NQ/TW ngày 03/5/2022 về bảo vệ nguồn nước sông suối đầu nguồn.",
            f"Nghị quyết số 31-NQ/TW (khóa XII) về đào tạo nghề cho thanh niên nông thôn.{MIDDLE}Nghị quyết số 31-NQ/TW ngày 03/5/2022 về bảo vệ nguồn nước sông suối đầu nguồn.",
            id="one number of one term, two subjects",
        ),
        pytest.param(
            "vision",
            "Thực hiện Quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2030.",
            "Thực hiện Quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2050.",
            id="a vision no further than the period",
        ),
        pytest.param(
            "two-nouns",
            f"Triển khai Đề án “Nuôi ong dưới tán rừng đầu nguồn các xã vùng cao”.{MIDDLE}Kinh phí của Chương trình “Nuôi ong dưới tán rừng đầu nguồn các xã vùng cao”.",
            f"Triển khai Đề án “Nuôi ong dưới tán rừng đầu nguồn các xã vùng cao”.{MIDDLE}Kinh phí của Đề án “Nuôi ong dưới tán rừng đầu nguồn các xã vùng cao”.",
            id="one title, two nouns",
        ),
    ],
)
def test_it_finds_what_is_wrong_and_nothing_where_all_is_right(
    rule: str, wrong: str, right: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    assert rules(outline_of, lexicon, wrong + "\n") == [rule]
    assert rules(outline_of, lexicon, right + "\n") == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("| 1 | Sản lượng cá | tấn | > 900 | 720 | | Chưa đạt | 900 | Đạt |", ["verdict"], id="a bound that is itself excluded"),
        pytest.param("| 1 | Sản lượng cá | tấn | > 900 | 720 | | Chưa đạt | > 900 | Đạt |", [], id="the bound repeated"),
    ],
)  # fmt: skip
def test_a_strict_bound(row: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    assert rules(outline_of, lexicon, f"Mở đầu.\n{TABLE}{row}\n{FOUR}") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("đạt 720 tấn, vượt mục tiêu Nghị quyết", ["verdict-of-text"], id="by the resolution"),
        pytest.param("đạt 720 tấn, vượt kế hoạch năm", [], id="by the plan of a year"),
    ],
)
def test_a_verdict_of_the_text_against_the_table(
    said: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    row = "| 1 | Sản lượng cá nuôi lồng | tấn | 900 | 720 | | Chưa đạt | 800 | Khó đạt |\n"
    assert rules(outline_of, lexicon, f"Sản lượng cá nuôi lồng {said}.\n{TABLE}{row}{FOUR}") == expected


YEARS = """
Phụ lục 1
KẾT QUẢ CÁC CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XV, NHIỆM KỲ 2020-2025

| TT | Chỉ tiêu | ĐVT | Mục tiêu Đại hội | Năm 2021 | Năm 2022 | Năm 2023 | Năm 2024 | Năm 2025 | Cả nhiệm kỳ | Đánh giá |
|---|---|---|---|---|---|---|---|---|---|---|
"""


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("| 1 | Tốc độ tăng sản lượng cá bình quân | %/năm | 8 | 80 | 90 | 30 | 90 | > 80 | 71 | Đạt |", ["average"], id="below what the years allow"),
        pytest.param("| 1 | Tốc độ tăng sản lượng cá bình quân | %/năm | 8 | 80 | 90 | 30 | 90 | > 80 | 75 | Đạt |", [], id="within what the years allow"),
        pytest.param("| 1 | Tốc độ tăng sản lượng cá bình quân | %/năm | 8 | -15 | -10 | -13 | -24 | 41 | -6,5 | Không đạt |", [], id="growth is averaged as growth"),
        pytest.param("| 1 | Tốc độ tăng sản lượng cá bình quân | %/năm | 8 | 4 | 6 | 5 | 6 | 9 | 9 | Đạt |", [], id="the last year printed again"),
    ],
)  # fmt: skip
def test_averages_of_years(row: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    assert rules(outline_of, lexicon, f"Mở đầu.\n{YEARS}{row}\n") == expected


def test_rows_of_one_table_with_one_label_are_two_things(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    rows = (
        "| 1 | trẻ dưới 5 tuổi suy dinh dưỡng thể | % | < 15 | 16 | | Chưa đạt | 14 | Đạt |\n"
        "| 2 | trẻ dưới 5 tuổi suy dinh dưỡng thể | % | < 20 | 22 | | Chưa đạt | 19 | Đạt |\n"
    )
    assert rules(outline_of, lexicon, f"Mở đầu.\n{TABLE}{rows}{FOUR}") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Diện tích cây quế đạt 7.498 ha", "Các khu, điểm tái định cư có diện tích cây quế đạt 6.300 ha", id="a part of the area"),
        pytest.param("Tốc độ tăng thu bình quân đạt 21%", "Tốc độ tăng tổng doanh thu bình quân đạt 15%", id="another thing that grows"),
        pytest.param("Tỷ lệ hộ nghèo là 12,7%", "Tỷ lệ hộ nghèo đa chiều là 17,7%", id="another way to count the poor"),
        pytest.param("Trong kỳ đã khởi tố 7 vụ", "Trong kỳ đã khởi tố 9 vụ", id="too little said of what was counted"),
    ],
)  # fmt: skip
def test_what_only_seems_to_be_one_thing(
    first: str, second: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    assert (
        rules(
            outline_of,
            lexicon,
            f"Năm 2022, {first[0].lower()}{first[1:]}.{MIDDLE}Năm 2022, {second[0].lower()}{second[1:]}.\n",
        )
        == []
    )


def test_every_place_of_a_value_is_named_and_both_sides_have_evidence(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    said = "Năm 2022, tỷ lệ xã có nhà văn hóa đạt {}%."
    text = MIDDLE.join(said.format(value) for value in ("71,4", "83", "83"))
    (found,) = find(outline_of, lexicon, text + "\n")
    assert len(found.lines) == 3
    assert found.b == f"83% (dòng {found.lines[1]}, {found.lines[2]})"
    assert [e.line for e in (found.evidence, *found.also)] == list(found.lines)
    assert {e.rule for e in (found.evidence, *found.also)} == {"discrepancy-two-values"}


def test_a_note_of_another_sentence_adds_up_nothing(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Where the mark is a sign of its own, its sentence is known; the total of the sentence before is not meant."""
    text = (
        f"Diện tích chè đạt 460 ha. Cây ăn quả khá(1).\n{' ' * 40}\n(1) Trong đó: cam 80 ha, lê 120 ha, mận 250 ha.\n"
    )
    assert rules(outline_of, lexicon, text) == []


def test_a_sign_about_is_missing_in_a_table(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """``khoảng 58%`` among the goals, 58 in the annex: a table has no room for the word."""
    goal = "\nII. MỤC TIÊU ĐẾN NĂM 2025\n\n- Tỷ lệ che phủ rừng đầu nguồn khoảng 58%.\n"
    table = "\nPhụ lục\n\n| TT | Chỉ tiêu | ĐVT | Mục tiêu đến năm 2025 |\n|---|---|---|---|\n| 1 | Tỷ lệ che phủ rừng đầu nguồn | % | 58 |\n"
    assert rules(outline_of, lexicon, goal + table) == []


def test_a_total_and_the_parts_of_its_footnote(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:

    note = " " * 43 + "\n1 Trong đó: rừng tự nhiên {} ha, rừng trồng 26 ha, rừng tre 12 ha.\n"
    for first, expected in ((454, []), (554, ["total"])):
        assert (
            rules(
                outline_of, lexicon, f"Tổng diện tích rừng đạt 492 ha1, tăng so với năm trước.\n\n{note.format(first)}"
            )
            == expected
        )
