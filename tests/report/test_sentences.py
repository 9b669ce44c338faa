"""Where a sentence ends, and where a full stop does not end one."""

from __future__ import annotations

import pytest

from vankien.report.body.sentences import split_offsets


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Thu đạt 3.000 tỷ đồng. Chi đạt 2.500 tỷ đồng.", 2, id="plain"),
        pytest.param("Giá trị đạt 1.234,5 tỷ đồng.", 1, id="thousands"),
        pytest.param("Tại TP. Nam Sơn và TX. Bình Minh đạt 5%.", 1, id="abbreviated-town"),
        pytest.param("Khẩu hiệu “Đoàn kết. Đổi mới. Phát triển” được chọn.", 1, id="quotation"),
        pytest.param("(1) Tăng 9%; (2) giảm 3%; (3) đạt 54%.", 1, id="semicolons-stay"),
        pytest.param("Đạt 54%.Thu ngân sách tăng.", 1, id="percent-without-blank"),
        pytest.param("Kinh tế phát triển.Thu ngân sách tăng.", 2, id="word-without-blank"),
        pytest.param("Trình phương án trong quý I. Tổng kết nghị quyết.", 2, id="number-of-a-quarter"),
        pytest.param("Năm 2025: ... Tỷ lệ đạt 5%.", 2, id="dots"),
        pytest.param("Thu ngân sách 9 tỷ đồng. - Xây mới 4 trường. – Trồng 90 ha rừng.", 3, id="bullets-run-together"),
        pytest.param("Giai đoạn 2031. - 2035 đạt 5%.", 1, id="a-range-is-no-bullet"),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(list(split_offsets(text))) == count


def test_nothing_is_lost() -> None:
    text = "Một câu. Hai câu! Ba câu? Bốn"
    assert [text[a:b].strip() for a, b in split_offsets(text)] == ["Một câu.", "Hai câu!", "Ba câu?", "Bốn"]
