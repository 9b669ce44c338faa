"""The many words with which headers name a column of targets, of results, of comparisons and of verdicts."""

from __future__ import annotations

import pytest

from vankien.report.tables.header import header_to_column, header_to_columns

TARGETS = (
    "MT 2030|MT năm 2030|MT NQ ĐH|MTNQ|NQĐH XV|NQ ĐH đề ra|NQ giao|CT giao|CTNQ|Giao|Giao năm 2035|Tỉnh giao|HĐND tỉnh giao"
    "|TW giao|Chỉ tiêu tỉnh giao|KH giao|KHGĐ 2036-2040|Chỉ tiêu 2040|Chỉ tiêu nhiệm kỳ 2035-2040|Chỉ tiêu đăng ký|Đăng ký"
    "|Đề xuất 2040|Đề xuất mục tiêu đến năm 2040|Dự kiến mục tiêu 2040|Dự kiến KH 2036|Đại hội XV|ĐH XV|Đại hội đề ra"
    "|Chỉ tiêu cần đạt|Dự toán giao|Tầm nhìn đến năm 2055"
)
RESULTS = (
    "KQ 2035|KQTH|KQ|Đạt được|Năm 2035 (ước)|Lũy kế đến 31/12/2034|Lũy kế|Đến nay|Hiện nay|Năm gốc 2030|Năm cơ sở 2035"
    "|Quyết toán 2034|Sơ bộ 2035|Dự kiến năm 2035|Dự kiến thực hiện kế hoạch|Kết quả thực hiện mục tiêu|Ước thực hiện kế hoạch 2035"
)
PERCENTS = "Tỷ lệ (%)|TH/KH (%)|Đạt (%)|So KH (%)|So cùng kỳ (%)|Tỷ lệ % đạt được|So với MT (%)|So năm 2034 (%)|TH/NQ"
COMPARISONS = "So KH|So cùng kỳ|So với KH|Tăng, giảm|So với năm 2030"
VERDICTS = (
    "Kết quả (Đạt/Không đạt)|Đạt hay không đạt|Đạt, không đạt|Đạt - Không đạt|Vượt/Đạt/Không đạt|Hoàn thành/Không hoàn thành"
    "|Nhận xét|Dự báo khả năng hoàn thành|Kết quả thực hiện (đạt/không đạt)"
)
LABELS = "Chỉ tiêu|Tên chỉ tiêu|Nội dung chỉ tiêu|CHỈ TIÊU KINH TẾ|Tiêu chí|Nhóm chỉ tiêu"
OTHERS = "Giao thông|Giáo dục|Giáo viên|Đại học|Không đạt|Số chỉ tiêu không đạt|Vốn ngân sách trung ương"
ALL = [
    (word, kind)
    for words, kind in (
        (TARGETS, "target"),
        (RESULTS, "result"),
        (PERCENTS, "percent"),
        (COMPARISONS, "compare"),
        (VERDICTS, "verdict"),
        (LABELS, "label"),
        (OTHERS, "value"),
    )
    for word in words.split("|")
]


@pytest.mark.parametrize(("header", "kind"), [pytest.param(w, k, id=f"{k}: {w}") for w, k in ALL])
def test_words_of_a_header_tell_the_kind_of_its_column(header: str, kind: str) -> None:
    """Abbreviations, who gave a target, what is only expected, what a result is compared with."""
    assert header_to_column(header).kind == kind


@pytest.mark.parametrize("group", ["Lĩnh vực", "Nhóm chỉ tiêu", "Nhóm mục tiêu"])
def test_what_rows_are_grouped_by_does_not_name_them(group: str) -> None:
    """The column of the indicators is the label, whatever stands before it."""
    columns = header_to_columns(("TT", group, "Chỉ tiêu", "ĐVT", "Mục tiêu 2040"))
    assert [c.kind for c in columns] == ["no", "text", "label", "unit", "target"]
