"""Lists that go through indices, zones, schools or places, and values in brackets, on sentences of our own."""

from __future__ import annotations

import pytest

from vankien.facts.labels.lists import ranked_indices
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.model import Lexicon
from vankien.vietnamese import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Các chỉ số PCI, PAR INDEX và SIPAS hằng năm thuộc nhóm 18 địa phương dẫn đầu.",
            ["Xếp hạng chỉ số PCI | 18", "Xếp hạng chỉ số PAR INDEX | 18", "Xếp hạng chỉ số SIPAS | 18"],
            id="one-rank-of-several-indices",
        ),
        pytest.param(
            "Rác thải sinh hoạt được thu gom đạt 97% ở đô thị và 88% ở nông thôn.",
            ["Tỷ lệ rác thải sinh hoạt được thu gom ở đô thị | 97", "Tỷ lệ rác thải sinh hoạt được thu gom ở nông thôn | 88"],
            id="zones-behind-their-values",
        ),
        pytest.param(
            "Tỷ lệ trường mầm non, tiểu học, trung học cơ sở đạt chuẩn quốc gia lần lượt là 71%, 83% và 79%.",
            [
                "Tỷ lệ trường mầm non đạt chuẩn quốc gia | 71",
                "Tỷ lệ trường tiểu học đạt chuẩn quốc gia | 83",
                "Tỷ lệ trường trung học cơ sở đạt chuẩn quốc gia | 79",
            ],
            id="schools-told-in-turn-share-head-and-predicate",
        ),
        pytest.param(
            "Chỉ số PCI của tỉnh Sơn Bình đạt 65,1 điểm, xếp thứ 31/63; của tỉnh Khê Hạ đạt 66,8 điểm.",
            [
                "Chỉ số PCI của tỉnh Sơn Bình | 65.1",
                "Xếp hạng Chỉ số PCI của tỉnh Sơn Bình | 31",
                "Chỉ số PCI của tỉnh Khê Hạ | 66.8",
            ],
            id="the-same-of-another-province",
        ),
        pytest.param(
            "Tỷ lệ thanh toán trực tuyến đạt 47%, thấp hơn bình quân cả nước (52,5%).",
            ["Tỷ lệ thanh toán trực tuyến | 47", "Tỷ lệ thanh toán trực tuyến bình quân cả nước | 52.5"],
            id="the-whole-country-in-brackets",
        ),
        pytest.param(
            "Thu nhập tăng bình quân 8,4%/năm, cao hơn bình quân cả nước (7,1%/năm).",
            ["Tốc độ tăng thu nhập bình quân | 8.4", "Tốc độ tăng thu nhập bình quân cả nước | 7.1"],
            id="a-mean-of-the-whole-country-beside-a-mean",
        ),
        pytest.param(
            "Tỷ lệ thanh toán trực tuyến đạt 47%, cao hơn mức của tỉnh bạn (45%).",
            ["Tỷ lệ thanh toán trực tuyến | 47"],
            id="another-comparison-in-brackets-is-no-indicator",
        ),
        pytest.param(
            "Nhiều mặt còn hạn chế, số giường bệnh trên vạn dân (31,2 giường) thấp.",
            ["Số giường bệnh trên vạn dân | 31.2"],
            id="count-in-brackets-behind-its-name",
        ),
        pytest.param(
            "Cơ cấu kinh tế: công nghiệp - xây dựng 41%; nông, lâm, thủy sản 22%.",
            ["Cơ cấu kinh tế: Công nghiệp - xây dựng | 41", "Cơ cấu kinh tế: Nông, lâm, thủy sản | 22"],
            id="sector-with-commas-in-its-name",
        ),
        pytest.param(
            "Tỷ lệ hộ dân nông thôn được dùng nước sạch đạt 78%; dân cư đô thị 96%.",
            ["Tỷ lệ hộ dân nông thôn được dùng nước sạch | 78", "Tỷ lệ dân cư đô thị được dùng nước sạch | 96"],
            id="who-of-another-zone",
        ),
        pytest.param(
            "Có 2 chỉ tiêu không đạt là: thu nhập bình quân đầu người (đạt 48 triệu đồng), tỷ lệ đô thị hóa (19%).",
            ["Số chỉ tiêu không đạt | 2", "Thu nhập bình quân đầu người | 48", "Tỷ lệ đô thị hóa | 19"],
            id="list-behind-a-colon-with-values-in-brackets",
        ),
        pytest.param(
            "Tỷ lệ phá án trên 90%; giảm ít nhất 4% số vụ cháy.",
            ["Tỷ lệ phá án | 90", "Mức giảm vụ cháy | 4"],
            id="decrease-of-a-number-is-a-value-of-its-own",
        ),
        pytest.param(
            "Có 10 chỉ tiêu vượt, 8 chỉ tiêu đạt.",
            ["Số chỉ tiêu vượt | 10", "Số chỉ tiêu đạt | 8"],
            id="counts-of-targets-each-with-its-predicate",
        ),
    ],
)  # fmt: skip
def test_labels_of_lists(text: str, expected: list[str], lexicon: Lexicon) -> None:
    """Each value gets the indicator that the list, the bracket or the words behind it give it."""
    assert [f"{m.label} | {plain(m.quantity.value)}" for m in sentence_to_measures(text, lexicon)] == expected


def test_a_long_list_of_names_is_read_once() -> None:
    """Sixty names with no rank behind them end in no rank, and do not take their power in time."""
    names = ", ".join(["cải cách hành chính công"] * 60)
    assert ranked_indices(f"Các chỉ số {names} của tỉnh ") == ()
