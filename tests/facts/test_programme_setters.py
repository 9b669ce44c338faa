"""Who set a scheme or a project: documents named elsewhere, bodies, the congress among whose tasks it is to be started."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Outline, Programme

LEXICON = read_lexicon()
REPORT = """ĐẢNG BỘ TỈNH SƠN BÌNH

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XV tại Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025 - 2030

Phần thứ nhất
KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XV

I. KẾT QUẢ ĐẠT ĐƯỢC

Kinh tế của tỉnh phát triển khá.

Phần thứ hai
PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025 - 2030

I. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU

"""
MIDTERM = """TỈNH ỦY SƠN BÌNH
*
Số 88-BC/TU

Sơn Bình, ngày 15 tháng 11 năm 2023

BÁO CÁO
tình hình thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV

"""


def setters(outline: Outline) -> dict[str, str | None]:
    found = find_facts(outline, LEXICON)
    return {p.name: p.set_by for p in found.of(Programme) if p.kind in ("scheme", "project")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ban hành và thực hiện tốt các đề án mới như: Đề án nuôi ong lấy mật vùng cao; Đề án giữ gìn giống chè cổ.",
            {"Đề án nuôi ong lấy mật vùng cao": "XVI", "Đề án giữ gìn giống chè cổ": "XVI"},
            id="schemes-to-be-adopted",
        ),
        pytest.param(
            "Nâng cấp một số tuyến đường như: Đường tỉnh 733 (Nậm Sơn - Thanh Giang), đường tỉnh 728 (Bản Lạnh - Khe Vàng).",
            {"Đường tỉnh 733 (Nậm Sơn - Thanh Giang)": "XVI", "Đường tỉnh 728 (Bản Lạnh - Khe Vàng)": "XVI"},
            id="works-to-be-built",
        ),
        pytest.param(
            "Tiếp tục thực hiện Đề án nuôi ong lấy mật vùng cao.",
            {"Đề án nuôi ong lấy mật vùng cao": None},
            id="a-scheme-that-goes-on",
        ),
        pytest.param(
            "Xây dựng nông thôn mới gắn với Chương trình “Bản sạch vườn xanh”.",
            {"Chương trình “Bản sạch vườn xanh”": None},
            id="new-countryside-is-built-without-end",
        ),
        pytest.param(
            "Xây dựng vùng ong theo Quyết định số 71/QĐ-TTg ngày 12/3/2024 của Thủ tướng Chính phủ phê duyệt Đề án nuôi ong lấy mật vùng cao.",
            {"Đề án nuôi ong lấy mật vùng cao": "Thủ tướng Chính phủ"},
            id="who-approved-it-set-it",
        ),
    ],
)
def test_tasks_of_a_report_to_a_congress(
    outline_of: Callable[..., Outline], text: str, expected: dict[str, str | None]
) -> None:
    assert setters(outline_of(REPORT + text + "\n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Về Chương trình phát triển cây mắc khén đến năm 2030\n\nNgày 02/6/2023, Thủ tướng Chính phủ đã ban hành Quyết định số 711/QĐ-TTg về phê duyệt Chương trình phát triển cây mắc khén đến năm 2030.",
            {"Chương trình phát triển cây mắc khén đến năm 2030": "Thủ tướng Chính phủ"},
            id="said-where-it-is-named-again",
        ),
        pytest.param(
            "Tỉnh thực hiện Đề án “Đưa học bạ số về bản xa” (kèm theo Quyết định số 74-QĐ/TU, ngày 15/7/2021).",
            {"Đề án “Đưa học bạ số về bản xa”": "Tỉnh ủy Sơn Bình"},
            id="in-brackets-behind-the-name",
        ),
        pytest.param(
            "Nghị quyết của Ban Chấp hành Đảng bộ tỉnh về Chương trình giữ gìn nghề rèn tỉnh Sơn Bình giai đoạn 2021-2025 được triển khai tốt.",
            {
                "Chương trình giữ gìn nghề rèn tỉnh Sơn Bình giai đoạn 2021-2025": "Ban Chấp hành Đảng bộ tỉnh Sơn Bình",
            },
            id="whose-resolution-is-about-it",
        ),
        pytest.param(
            "II. NHIỆM VỤ TRỌNG TÂM\n\nXây dựng Đường tỉnh 733 (Nậm Sơn - Thanh Giang).",
            {"Đường tỉnh 733 (Nậm Sơn - Thanh Giang)": None},
            id="tasks-of-a-midterm-report-are-not-the-congress-own",
        ),
    ],
)
def test_said_by_documents(outline_of: Callable[..., Outline], text: str, expected: dict[str, str | None]) -> None:
    assert setters(outline_of(MIDTERM + text + "\n")) == expected


def test_a_national_programme_without_these_words(outline_of: Callable[..., Outline]) -> None:
    text = "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025.\n\nNguồn vốn của chương trình xây dựng nông thôn mới được giải ngân sớm.\n"
    found = find_facts(outline_of(MIDTERM + text), LEXICON)
    assert [p.name for p in found.of(Programme)] == [
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025"
    ]
