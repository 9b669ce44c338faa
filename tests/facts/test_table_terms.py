"""Tables of a political report: one looks back on the last term, another lays out the next; about the invented Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_table_facts import REPORT, short
from vankien.facts import find_facts
from vankien.model import Assessment, Lexicon, Observation, Outline, Target

POLITICAL = """| ĐẢNG BỘ TỈNH SƠN BÌNH<br>**BAN CHẤP HÀNH KHÓA XV**<br>\\* | **ĐẢNG CỘNG SẢN VIỆT NAM** |
| --- | --- |
| Số 90-BC/TU | *Sơn Bình, ngày 08 tháng 8 năm 2025* |

# **BÁO CÁO CHÍNH TRỊ**

**của Ban Chấp hành Đảng bộ tỉnh khóa XV trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025 - 2030**

**Chủ đề Đại hội:** *“Đoàn kết, đổi mới, đưa Sơn Bình phát triển khá vào năm 2030”*

## **I. ĐÁNH GIÁ CHUNG**

Nhiệm kỳ qua, các cấp ủy đã lãnh đạo sát sao.

"""
BACK = "## **PHỤ LỤC 1**\n**{title}**\n\n"
ONE = "| TT | Chỉ tiêu | ĐVT | {target} | Kết quả | | Đánh giá |\n|---|---|---|---|---|---|---|\n| | | | | 2024 | Ước 2025 | |\n"
AHEAD = "## **PHỤ LỤC 2**\n**{title}**\n\n| TT | Chỉ tiêu | ĐVT | Ước TH 2025 | {planned} | | | {mean} |\n|---|---|---|---|---|---|---|---|\n| | | | | 2026 | 2027 | 2030 | |\n"
GROWN = "| 1 | Sản lượng cá | tấn | 50 | 45 | 52 | Vượt |\n"


def _facts(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str) -> list[tuple[object, ...]]:
    found = find_facts(outline_of(text, "report.md"), lexicon).facts
    return [short(f) for f in found if isinstance(f, Target | Observation | Assessment) and "table" in f.evidence.rule]


@pytest.mark.parametrize(
    ("title", "target"),
    [
        pytest.param("KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI XV", "Mục tiêu NQ đến 2025", id="the column is dated"),
        pytest.param("KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI XV", "Mục tiêu", id="the title names the congress"),
        pytest.param("KẾT QUẢ THỰC HIỆN CHỈ TIÊU NHIỆM KỲ 2020 - 2025", "Mục tiêu", id="the title names the term"),
        pytest.param("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU", "Chỉ tiêu NQ", id="the title only says results"),
    ],
)  # fmt: skip
def test_results_are_those_of_the_term_before(
    title: str, target: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Who set the targets of such a table, until when, and as of when its verdicts are: the congress before."""
    text = POLITICAL + BACK.format(title=title) + ONE.format(target=target) + GROWN
    assert _facts(outline_of, lexicon, text) == [
        ("target", "Sản lượng cá", "=", "50", "tấn", None, "2025", "XV"),
        ("observation", "Sản lượng cá", "45", "tấn", "2024", "actual", None),
        ("observation", "Sản lượng cá", "52", "tấn", "2025", "estimate", None),
        ("assessment", "Sản lượng cá", "Vượt", "2025", "None"),
    ]


@pytest.mark.parametrize(
    ("planned", "mean"),
    [
        pytest.param("Kế hoạch từng năm", "Bình quân 2026 - 2030", id="plans of single years and their mean"),
        pytest.param("KH các năm", "BQ 5 năm", id="abbreviated"),
        pytest.param("Mục tiêu", "Bình quân giai đoạn 2026-2030", id="targets of single years"),
    ],
)
def test_years_of_a_term_are_set_by_its_congress(
    planned: str, mean: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Columns that reach years ahead are no yearly plans; their mean is promised for every year."""
    head = AHEAD.format(title="CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2025 - 2030", planned=planned, mean=mean)
    text = POLITICAL + head + "| 1 | Sản lượng cá | tấn | 52 | 55 | 60 | > 70 | ≥ 62 |\n"
    assert _facts(outline_of, lexicon, text) == [
        ("target", "Sản lượng cá", "=", "55", "tấn", None, "2026", "XVI"),
        ("target", "Sản lượng cá", "=", "60", "tấn", None, "2027", "XVI"),
        ("target", "Sản lượng cá", ">", "70", "tấn", None, "2030", "XVI"),
        ("target", "Sản lượng cá", ">=", "62", "tấn", "year", "2030", "XVI"),
        ("observation", "Sản lượng cá", "52", "tấn", "2025", "estimate", None),
    ]


@pytest.mark.parametrize("words", ["Trong đó:", "*Trong đó:*", "Gồm:", "Chia ra"])
def test_a_row_that_only_announces_parts_heads_nothing(
    words: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """The parts below it are parts of the row above."""
    table = f"| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 |\n|---|---|---|---|\n| 1 | Thu ngân sách | tỷ đồng | 900 |\n| | {words} | | |\n| | + Thu nội địa | tỷ đồng | 700 |\n| | + Thu từ xuất khẩu | tỷ đồng | 200 |\n| 2 | Đàn bò | con | 800 |\n"
    labels = [fact[1] for fact in _facts(outline_of, lexicon, REPORT + table)]
    assert labels == [
        "Thu ngân sách",
        "Thu ngân sách: Thu nội địa",
        "Thu ngân sách: Thu từ xuất khẩu",
        "Đàn bò",
    ]


def test_a_comparison_judges_by_a_word_or_by_a_share(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A share of the target, or how far the result is from it, judges a row that prints no word for its verdict, if it is
    that of the row's values."""
    table = (
        "| TT | Chỉ tiêu | ĐVT | Mục tiêu NQ đến 2025 | TH 2024 | Ước TH 2025 | So sánh với Nghị quyết |\n"
        "|---|---|---|---|---|---|---|\n"
        "| 1 | Sản lượng cá | tấn | 50 | 45 | 52 | 104% |\n"
        "| 2 | Số trạm bơm | trạm | 40 | 30 | 35 | 87,5% |\n"
        "| 3 | Tỷ lệ dân dùng điện | % | 98 | 97 | 98,5 | Vượt |\n"
        "| 4 | Tỷ lệ học sinh bơi được | % | 40 | 41 | 45 | Đạt |\n"
        "| 5 | Số cầu treo | cầu | 12 | 10 | 14 | 2 |\n"
        "| 6 | Số chợ đêm | chợ | 4 | 3 | 5 | 140% |\n"
        "| 7 | Số bến đò | bến | 8 | 6 | 9 | 3 |\n"
    )
    text = POLITICAL + BACK.format(title="KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI XV") + table
    assert [f for f in _facts(outline_of, lexicon, text) if f[0] == "assessment"] == [
        ("assessment", "Sản lượng cá", "Vượt", "2025", "104"),
        ("assessment", "Số trạm bơm", "Chưa đạt", "2025", "87.5"),
        ("assessment", "Tỷ lệ dân dùng điện", "Vượt", "2025", "None"),
        ("assessment", "Tỷ lệ học sinh bơi được", "Đạt", "2025", "None"),
        ("assessment", "Số cầu treo", "Vượt", "2025", "None"),
    ]


def test_bare_years_before_an_estimate_are_of_results(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    title = "CÁC CHỈ TIÊU CHỦ YẾU GIAI ĐOẠN 2021 - 2025"
    header = "| TT | Chỉ tiêu | ĐVT | Năm 2022 | Năm 2023 | Ước 2024 | KH 2025 |\n|---|---|---|---|---|---|---|\n"
    row = "| 1 | Sản lượng cá | tấn | 41 | 43 | 45 | 52 |\n"
    facts = _facts(outline_of, lexicon, POLITICAL + BACK.format(title=title) + header + row)
    assert [(f[0], f[2] if f[0] == "observation" else f[3]) for f in facts] == [
        ("target", "52"),
        ("observation", "41"),
        ("observation", "43"),
        ("observation", "45"),
    ]
