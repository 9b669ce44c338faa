"""Who carries a scheme out, in the words of the tasks of an action programme: who leads, who joins in, what is made of a resolution."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_links import Triple, triples
from vankien.model import Outline

HEAD = """TỈNH ỦY SƠN BÌNH
*
Số 08-CTr/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Bình, ngày 20 tháng 11 năm 2035

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVIII, nhiệm kỳ 2035 - 2040
-----

I. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
1. Phát triển kinh tế nhanh
"""
BEES = "Đề án nuôi ong vùng cao giai đoạn 2036 - 2040"
ROLES = ("responsible", "coordinates", "implements")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo xây dựng {BEES}, trình Ban Thường vụ Tỉnh ủy.",
            {(BEES, "responsible", "Đảng ủy Ủy ban nhân dân tỉnh Sơn Bình")},
            id="a committee sees to its making",
        ),
        pytest.param(
            f"Sở Tài chính tham mưu Ủy ban nhân dân tỉnh ban hành {BEES}.",
            {(BEES, "responsible", "Sở Tài chính tỉnh Sơn Bình")},
            id="drafted for another",
        ),
        pytest.param(
            f"Công an tỉnh giữ bình yên; Sở Tài chính xây dựng {BEES}.",
            {(BEES, "responsible", "Sở Tài chính tỉnh Sơn Bình")},
            id="in the second clause",
        ),
        pytest.param(
            f"Xây dựng {BEES} (Sở Tài chính chủ trì, hoàn thành trong quý III/2036).",
            {(BEES, "responsible", "Sở Tài chính tỉnh Sơn Bình")},
            id="in brackets behind it",
        ),
        pytest.param(
            f"Xây dựng {BEES}. Cơ quan chủ trì: Sở Tài chính. Cơ quan phối hợp: Sở Y tế.",
            {
                (BEES, "responsible", "Sở Tài chính tỉnh Sơn Bình"),
                (BEES, "coordinates", "Sở Y tế tỉnh Sơn Bình"),
            },
            id="labelled behind it",
        ),
        pytest.param(
            f"{BEES} giao Sở Tài chính.",
            {(BEES, "responsible", "Sở Tài chính tỉnh Sơn Bình")},
            id="given to a body",
        ),
        pytest.param(
            f"Sở Tài chính phối hợp Sở Y tế thực hiện {BEES}.",
            {
                (BEES, "responsible", "Sở Tài chính tỉnh Sơn Bình"),
                (BEES, "coordinates", "Sở Y tế tỉnh Sơn Bình"),
            },
            id="together with another",
        ),
        pytest.param(
            f"Sở Tài chính đã báo cáo kết quả thực hiện {BEES}.",
            set(),
            id="who only reports carries nothing out",
        ),
        pytest.param(
            "Cụ thể hóa Nghị quyết số 57-NQ/TW bằng Chương trình hành động số 65-CTr/TU ngày 28/02/2035 của Tỉnh ủy và Kế hoạch"
            " số 77/KH-UBND ngày 18/4/2035 của Ủy ban nhân dân tỉnh.",
            {
                ("Phát triển kinh tế nhanh", "implements", "57-NQ/TW"),
                ("65-CTr/TU", "implements", "57-NQ/TW"),
                ("77/KH-UBND", "implements", "57-NQ/TW"),
            },
            id="what a resolution is made into",
        ),
    ],
)
def test_who_carries_out(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    found = triples(outline_of(f"{HEAD}1.1. {text}\n1.2. Các ngành cùng làm.\n"))
    assert {t for t in found if t[1] in ROLES and not t[0].startswith("08-")} == expected
