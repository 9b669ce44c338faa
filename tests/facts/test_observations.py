"""What a document reports: period, status, change, place, and what is no observation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts.observations import find_observations
from vankien.model import Found, Lexicon, Observation, Outline
from vankien.vietnamese import plain

REPORT = """TỈNH ỦY SƠN BÌNH
Số 77-BC/TU
Sơn Bình, ngày 05 tháng 11 năm 2023
BÁO CÁO
Kết quả giữa nhiệm kỳ của Đảng bộ tỉnh Sơn Bình
-----

I. KẾT QUẢ ĐẠT ĐƯỢC

{body}
"""
RESOLUTION = """ĐẢNG BỘ TỈNH SƠN BÌNH
Sơn Bình, ngày 20 tháng 9 năm 2025
NGHỊ QUYẾT
Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025-2030
-----

{body}
"""

Read = Callable[[str], list[Observation]]


@pytest.fixture
def observations_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The observations of a text."""

    def read(text: str) -> list[Observation]:
        return [f for f in find_observations(outline_of(text), lexicon, Found()) if isinstance(f, Observation)]

    return read


def line(fact: Observation) -> str:
    """Label, value, unit, period: how the tables below write an observation."""
    upper = f"..{plain(fact.upper)}" if fact.upper is not None else ""
    return f"{fact.indicator} | {fact.comparator or ''}{plain(fact.value)}{upper} | {fact.unit or '-'} | {fact.period}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Tỷ lệ thôn có điện tăng từ 61% năm 2020 lên 72% năm 2023; tỷ lệ hộ có điện tăng từ 55% lên 64%.",
            [
                "Tỷ lệ thôn có điện | 61 | % | 2020",
                "Tỷ lệ thôn có điện | 72 | % | 2023",
                "Tỷ lệ hộ có điện | 55 | % | 2020",
                "Tỷ lệ hộ có điện | 64 | % | 2023",
            ],
            id="where-a-change-starts-from-has-the-year-of-the-one-before",
        ),
        pytest.param(
            "Tỷ lệ cơ sở đạt chuẩn lần lượt các năm 2020, 2021, 2022 là 31%, 34% và 38%.",
            [
                "Tỷ lệ cơ sở đạt chuẩn | 31 | % | 2020",
                "Tỷ lệ cơ sở đạt chuẩn | 34 | % | 2021",
                "Tỷ lệ cơ sở đạt chuẩn | 38 | % | 2022",
            ],
            id="years-and-values-in-turn",
        ),
        pytest.param(
            "Đã xây 05 trạm biến áp 110 kV, nâng tổng dung lượng lên 640 MVA năm 2022 (năm 2019: 510 MVA); kéo mới 90 km đường dây 22 kV.",
            [
                "Số trạm biến áp 110 kV được xây | 5 | trạm | None",
                "Tổng dung lượng trạm biến áp 110 kV được xây | 640 | MVA | 2022",
                "Tổng dung lượng | 510 | MVA | 2019",
                "Chiều dài đường dây 22 kV kéo mới | 90 | km | 2022",
            ],
            id="voltage-names-and-a-time-in-brackets",
        ),
        pytest.param(
            "Các chỉ số còn thấp (năm 2022, chỉ số PCI xếp thứ 61/63 tỉnh; chỉ số PAPI xếp thứ 27/63 tỉnh); có 12 xã khó khăn.",
            [
                "Xếp hạng chỉ số PCI | 61 | hạng | 2022",
                "Xếp hạng chỉ số PAPI | 27 | hạng | 2022",
                "Số xã khó khăn | 12 | xã | None",
            ],
            id="a-time-that-opens-a-bracket-holds-to-its-end",
        ),
        pytest.param(
            "Cường độ điện năng năm 2022 còn 46,2 kWh/triệu đồng GRDP; thời gian mất điện từ 812 phút/khách hàng năm 2019 rút xuống 251 phút/khách hàng năm 2022.",
            [
                "Cường độ điện năng | 46.2 | kWh/triệu đồng GRDP | 2022",
                "Thời gian mất điện | 812 | phút/khách hàng | 2019",
                "Thời gian mất điện | 251 | phút/khách hàng | 2022",
            ],
            id="units-of-two-measures",
        ),
        pytest.param(
            "Đến năm 2022, 100% số xã và 99,5% số hộ được sử dụng nước sạch.",
            [
                "Tỷ lệ xã được sử dụng nước sạch | 100 | % | 2022",
                "Tỷ lệ hộ được sử dụng nước sạch | 99.5 | % | 2022",
            ],
            id="shares-of-two-numbers",
        ),
        pytest.param(
            "Điện rác: đã có 02 nhà máy vận hành với 30 MW.",
            ["Số nhà máy vận hành | 2 | nhà máy | None", "Công suất điện rác | 30 | MW | None"],
            id="what-is-measured-counts-nothing",
        ),
        pytest.param(
            "- Vốn làm hồ giai đoạn 2021 - 2022 đạt 40 tỷ đồng, trong đó:\n\n+ vốn vay 15 tỷ đồng;\n\n+ vốn góp 25 tỷ đồng.",
            [
                "Vốn làm hồ | 40 | tỷ đồng | 2021-2022",
                "Vốn làm hồ: Vốn vay | 15 | tỷ đồng | 2021-2022",
                "Vốn làm hồ: Vốn góp | 25 | tỷ đồng | 2021-2022",
            ],
            id="parts-below-their-sum",
        ),
        pytest.param(
            "Giai đoạn 2021 - 2022, mỗi năm trồng 90 ha quế; tỷ lệ che phủ rừng đạt 51%.",
            ["Diện tích quế trồng | 90 | ha | 2021-2022", "Tỷ lệ che phủ rừng | 51 | % | None"],
            id="years-of-a-yearly-mean-hold-for-it-alone",
        ),
        pytest.param(
            "Tổng sức chứa kho đạt 43 nghìn tấn nhưng vẫn thiếu 17 nghìn tấn so với yêu cầu; giảm 7% phát thải khí mê-tan ngành lúa.",
            [
                "Tổng sức chứa kho | 43 | nghìn tấn | None",
                "Mức giảm phát thải khí mê-tan ngành lúa | 7 | % | None",
            ],
            id="what-is-short-is-a-change-and-another-thing-is-none",
        ),
        pytest.param(
            "Năm 2022, thu ngân sách đạt 1.905 tỷ đồng.",
            ["Thu ngân sách | 1905 | tỷ đồng | 2022"],
            id="year-of-the-sentence",
        ),
        pytest.param(
            "Trong 10 tháng năm 2023: Khách du lịch đạt 640 nghìn lượt. Doanh thu vận tải đạt 210 tỷ đồng.",
            [
                "Lượng khách du lịch | 640 | nghìn lượt | 2023-10",
                "Doanh thu vận tải | 210 | tỷ đồng | 2023-10",
            ],
            id="opening-of-the-paragraph",
        ),
        pytest.param(
            "Giai đoạn 2021-2023, tổng chi ngân sách đạt 28.000 tỷ đồng, chi thường xuyên đạt 15.400 tỷ đồng.",
            [
                "Tổng chi ngân sách | 28000 | tỷ đồng | 2021-2023",
                "Chi thường xuyên | 15400 | tỷ đồng | 2021-2023",
            ],
            id="period-carried-on",
        ),
        pytest.param(
            "Tỷ lệ giải ngân năm 2021 đạt 95%, năm 2022 đạt 93,4%.",
            ["Tỷ lệ giải ngân | 95 | % | 2021", "Tỷ lệ giải ngân | 93.4 | % | 2022"],
            id="year-by-year",
        ),
        pytest.param(
            "Doanh thu du lịch từ 210 tỷ đồng năm 2019 lên 480 tỷ đồng năm 2023.",
            ["Doanh thu du lịch | 210 | tỷ đồng | 2019", "Doanh thu du lịch | 480 | tỷ đồng | 2023"],
            id="year-behind-the-value",
        ),
        pytest.param(
            "Đến nay, toàn tỉnh có 52 trường đạt chuẩn.",
            ["Số trường đạt chuẩn | 52 | trường | 2023"],
            id="so-far-is-the-year-of-the-document",
        ),
        pytest.param(
            "Từ năm 2021 đến nay, thu hút 34 dự án.",
            ["Số dự án được thu hút | 34 | dự án | 2021-2023"],
            id="since",
        ),
        pytest.param(
            "Tính đến 31/10/2023, dư nợ tín dụng đạt 12.400 tỷ đồng.",
            ["Dư nợ tín dụng | 12400 | tỷ đồng | 2023-10"],
            id="as-of-a-day",
        ),
        pytest.param(
            "Kết nạp 640 đảng viên.",
            ["Số đảng viên được kết nạp | 640 | đảng viên | None"],
            id="no-period",
        ),
        pytest.param(
            "Ban hành Quyết định số 88/QĐ-UBND ngày 12/3/2021; tổ chức 6 lớp bồi dưỡng.",
            ["Số lớp bồi dưỡng được tổ chức | 6 | lớp | None"],
            id="date-of-a-document-is-no-period",
        ),
        pytest.param(
            "Hoàn thiện quy hoạch sử dụng đất thời kỳ 2021 - 2030; phê duyệt 37 báo cáo môi trường.",
            ["Số báo cáo môi trường được phê duyệt | 37 | báo cáo | None"],
            id="years-of-a-plan-are-no-period",
        ),
        pytest.param(
            "Xuất bản lịch sử Đảng bộ huyện giai đoạn 1951 - 2020; biên soạn lịch sử của 5 xã.",
            ["Số xã được biên soạn lịch sử | 5 | xã | None"],
            id="years-of-a-history-are-no-period",
        ),
        pytest.param("Triển khai Kế hoạch số 15/KH-UBND và Đề án 06.", [], id="codes-are-no-values"),
        pytest.param("Cơ bản không còn nhà tạm.", ["Số nhà tạm | 0 | nhà | None"], id="nothing-left"),
        pytest.param(
            "Tai nạn giao thông xảy ra 90 vụ, làm bị thương 61 người, giảm 12 vụ so với năm 2022.",
            [
                "Số vụ tai nạn giao thông | 90 | vụ | None",
                "Số người bị thương do tai nạn giao thông | 61 | người | None",
            ],
            id="comparison-with-the-same-thing",
        ),
        pytest.param(
            "Phấn đấu đến hết năm 2025 tỷ lệ hộ nghèo còn 12%.",
            [],
            id="promise-among-results",
        ),
        pytest.param(
            "So với năm 2020 tăng 2 chi nhánh, 5 điểm giao dịch.",
            [],
            id="comparison-of-its-own",
        ),
    ],
)
def test_observations(body: str, expected: list[str], observations_of: Read) -> None:
    assert [line(o) for o in observations_of(REPORT.format(body=body))] == expected


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param("GRDP bình quân đầu người ước đạt 47 triệu đồng.", "estimate", id="estimate"),
        pytest.param("Dự ước đến cuối năm 2023, dư nợ đạt 9.000 tỷ đồng.", "estimate", id="opening"),
        pytest.param("Thu ngân sách sơ bộ đạt 900 tỷ đồng.", "estimate", id="preliminary"),
        pytest.param("Thu ngân sách đạt 900 tỷ đồng.", "actual", id="actual"),
        pytest.param("Dư nợ đạt 9.000 tỷ đồng.", "actual", id="word-that-looks-like-an-abbreviation"),
    ],
)
def test_status(body: str, status: str, observations_of: Read) -> None:
    assert [o.status for o in observations_of(REPORT.format(body=body))] == [status]


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        pytest.param("Có 22/55 chỉ tiêu đạt.", "22/55 chỉ tiêu", id="count-of-a-whole"),
        pytest.param("Chỉ số PAPI xếp thứ 27/63 tỉnh, thành phố.", "trên 63", id="rank"),
        pytest.param("Có 22 hợp tác xã.", None, id="none"),
    ],
)
def test_scope(body: str, scope: str | None, observations_of: Read) -> None:
    assert [o.scope for o in observations_of(REPORT.format(body=body))] == [scope]


def test_results_inside_a_resolution(observations_of: Read) -> None:
    body = (
        "I. KẾT QUẢ NHIỆM KỲ 2020-2025\n\nTỷ lệ che phủ rừng đạt 55,3%.\n\n"
        "II. CHỈ TIÊU ĐẾN NĂM 2030\n\nTỷ lệ che phủ rừng đạt 58%."
    )
    assert [line(o) for o in observations_of(RESOLUTION.format(body=body))] == [
        "Tỷ lệ che phủ rừng | 55.3 | % | 2020-2025"
    ]


def test_results_of_a_resolution_are_of_the_term_that_ends(observations_of: Read) -> None:
    body = (
        "I. TÁN THÀNH đánh giá kết quả nhiệm kỳ 2020-2025 và mục tiêu nhiệm kỳ 2025-2030\n\n1. Kết quả đạt được\n\n"
        "Thu nhập bình quân đầu người năm 2025 đạt 58 triệu đồng, cao hơn năm 2020 là 21 triệu đồng. Che phủ rừng đạt 46%."
    )
    found = [(o.indicator, plain(o.value), o.period, o.change) for o in observations_of(RESOLUTION.format(body=body))]
    assert found == [
        ("Thu nhập bình quân đầu người", "58", "2025", "cao là 21 triệu đồng"),
        ("Tỷ lệ che phủ rừng", "46", "2020-2025", None),
    ]


def test_a_verdict_on_a_target_promises_nothing(observations_of: Read) -> None:
    body = "Một số kết quả: diện tích chè đạt 812 ha, chưa đạt mục tiêu đề ra (900 ha); thành lập mới 47 hợp tác xã."
    assert [plain(o.value) for o in observations_of(REPORT.format(body=body))] == ["812", "47"]


def test_funds_of_a_plan_have_no_status(observations_of: Read) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN BÌNH\nSố: 15/KH-UBND\nSơn Bình, ngày 10 tháng 01 năm 2026\nKẾ HOẠCH\n"
        "Giảm nghèo năm 2026\n-----\n\nIV. KINH PHÍ THỰC HIỆN\n\nTổng kinh phí: 36 tỷ đồng.\n"
    )
    (fund,) = observations_of(text)
    assert (line(fund), fund.status) == ("Tổng kinh phí thực hiện | 36 | tỷ đồng | 2026", None)


def test_needed_funds_are_no_target(observations_of: Read) -> None:
    """What a plan needs is set aside, in whole and in parts, not reached."""
    body = "II. NHIỆM VỤ TRỌNG TÂM\n\nTổng nhu cầu vốn đầu tư công là 900 tỷ đồng, trong đó ngân sách tỉnh 600 tỷ đồng, vốn ODA 300 tỷ đồng."
    found = observations_of(RESOLUTION.format(body=body))
    assert [(f.indicator, str(f.value), f.status) for f in found] == [
        ("Tổng nhu cầu vốn đầu tư công", "900", None),
        ("Nhu cầu vốn đầu tư công: ngân sách tỉnh", "600", None),
        ("Nhu cầu vốn đầu tư công: Vốn ODA", "300", None),
    ]


def test_size_of_a_project_among_tasks_is_no_target(observations_of: Read) -> None:
    body = "II. NHIỆM VỤ TRỌNG TÂM\n\nKhởi công Dự án khu đô thị mới Nam Sơn Bình quy mô 40,5 ha, tổng mức đầu tư 310 tỷ đồng."
    sizes = observations_of(RESOLUTION.format(body=body))
    assert [(line(o), o.status) for o in sizes] == [
        ("Quy mô Dự án khu đô thị mới Nam Sơn Bình | 40.5 | ha | None", None),
        ("Tổng mức đầu tư Dự án khu đô thị mới Nam Sơn Bình | 310 | tỷ đồng | None", None),
    ]


def test_members_and_votes_are_reported(observations_of: Read) -> None:
    body = (
        "II. NHIỆM VỤ TRỌNG TÂM\n\nBan Chấp hành Đảng bộ tỉnh khóa XVI gồm 48 đồng chí. "
        "Nghị quyết được Đại hội biểu quyết thông qua với 148/150 đại biểu tán thành, đạt 98,7%."
    )
    assert [line(o) for o in observations_of(RESOLUTION.format(body=body))] == [
        "Số đồng chí trong Ban Chấp hành Đảng bộ tỉnh khóa XVI | 48 | đồng chí | None",
        "Số đại biểu tán thành | 148 | đại biểu | None",
        "Tỷ lệ đại biểu tán thành | 98.7 | % | None",
    ]


def test_a_result_told_among_tasks(observations_of: Read) -> None:
    body = "II. NHIỆM VỤ TRỌNG TÂM\n\nHiện nay, toàn tỉnh đã có 18 điểm du lịch cộng đồng."
    assert [line(o) for o in observations_of(RESOLUTION.format(body=body))] == [
        "Số điểm du lịch cộng đồng | 18 | điểm du lịch | 2025"
    ]


def test_footnote_tells_where_the_money_came_from(observations_of: Read) -> None:
    body = (
        "Kinh phí lồng ghép 900 tỷ đồng[1]. Chi lễ hội 30 tỷ đồng[2].\n\n"
        "[1] Ngân sách trung ương 520 tỷ đồng, ngân sách địa phương 260 tỷ đồng, vốn doanh nghiệp 110 tỷ đồng.\n"
        "[2] Ngân sách địa phương 700 tỷ đồng, vốn doanh nghiệp 400 tỷ đồng.\n"
    )
    notes = [o for o in observations_of(REPORT.format(body=body)) if o.where == "footnote"]
    assert [o.indicator for o in notes] == [
        "Kinh phí lồng ghép: ngân sách trung ương",
        "Kinh phí lồng ghép: ngân sách địa phương",
        "Kinh phí lồng ghép: vốn doanh nghiệp",
        "Ngân sách địa phương",
        "Vốn doanh nghiệp",
    ]


def test_footnote_takes_over_what_it_hangs_on(observations_of: Read) -> None:
    rule = " " * 43
    body = (
        "Thu ngân sách bình quân đạt 1.980 tỷ đồng/năm1. Các khoản thu được quản lý chặt chẽ.\n"
        f"{rule}\n1 Năm 2021: 1.870 tỷ đồng; năm 2022: 2.015 tỷ đồng.\n"
    )
    notes = [o for o in observations_of(REPORT.format(body=body)) if o.where == "footnote"]
    assert [line(o) for o in notes] == [
        "Thu ngân sách bình quân | 1870 | tỷ đồng | 2021",
        "Thu ngân sách bình quân | 2015 | tỷ đồng | 2022",
    ]


def test_change_hangs_on_the_value_before(observations_of: Read) -> None:
    body = "Tỷ lệ dân có thẻ bảo hiểm y tế đạt 88%, tăng 3,1 điểm % so với năm 2022."
    assert [(line(o), o.change) for o in observations_of(REPORT.format(body=body))] == [
        ("Tỷ lệ dân có thẻ bảo hiểm y tế | 88 | % | None", "tăng 3,1 điểm % so với năm 2022")
    ]


@pytest.mark.parametrize(
    ("body", "concept"),
    [
        pytest.param("Tỷ lệ che phủ rừng đạt 52%.", "forest-cover", id="same-words"),
        pytest.param("Tỷ lệ hộ nghèo còn 12%.", "poverty-rate", id="level"),
        pytest.param("Tỷ lệ hộ nghèo giảm bình quân 3%/năm.", "poverty-reduction", id="change-is-another-concept"),
        pytest.param(
            "Dân cư vùng lòng hồ: tỷ lệ hộ nghèo dân tộc thiểu số còn 20%.",
            "poverty-rate-ethnic-minorities",
            id="part-of-the-people",
        ),
        pytest.param("Tỷ lệ máy cày được đăng kiểm đạt 40%.", None, id="no-concept"),
        pytest.param("Tốc độ tăng đàn bình quân 3%/năm.", None, id="herd-is-not-people"),
    ],
)
def test_concept(body: str, concept: str | None, observations_of: Read) -> None:
    assert [o.concept for o in observations_of(REPORT.format(body=body))] == [concept]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("Dự kiến đến hết năm 2023 có 45 xã đạt chuẩn.", [("2023", "estimate")], id="year-of-the-report"),
        pytest.param("Dự kiến đến hết năm 2025 có 45 xã đạt chuẩn.", [], id="later-year-is-a-promise"),
    ],
)  # fmt: skip
def test_what_is_expected_of_the_year_of_the_report_is_an_estimate(
    body: str, expected: list[tuple[str, str]], observations_of: Read
) -> None:
    assert [(o.period, o.status) for o in observations_of(REPORT.format(body=body))] == expected


LAID = """ĐẢNG BỘ TỈNH SƠN BÌNH
Sơn Bình, ngày 05 tháng 8 năm 2025
(Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XV
tại Đại hội đại biểu Đảng bộ tỉnh lần thứ: XVI, nhiệm kỳ 2025-2030)
-----

DỰ ÁN TRỌNG ĐIỂM

Đường giao thông được nâng cấp với tổng chiều dài 812 km.
"""


def test_report_laid_before_a_congress_looks_back_on_the_term_that_ends(observations_of: Read) -> None:
    """Also where the heading that says so was lost: the title names the term to come."""
    assert [o.period for o in observations_of(LAID)] == ["2020-2025"]


def test_where_a_promised_change_starts_from_is_known_if_it_is_dated(observations_of: Read) -> None:
    body = "I. CHỈ TIÊU ĐẾN NĂM 2030\n\n- Tỷ lệ hộ dùng nước sạch từ 68,4% năm 2025 lên 90% năm 2030; tỷ lệ đô thị hóa từ 21% lên 30%."
    assert [line(o) for o in observations_of(RESOLUTION.format(body=body))] == [
        "Tỷ lệ hộ dùng nước sạch | 68.4 | % | 2025"
    ]


FORECASTS = REPORT.replace("I. KẾT QUẢ ĐẠT ĐƯỢC", "I. DỰ BÁO VÀ NHIỆM VỤ NỬA CUỐI NHIỆM KỲ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thu nhập bình quân đầu người năm 2025 dự kiến đạt 76 triệu đồng, vượt chỉ tiêu Nghị quyết.",
            [("Thu nhập bình quân đầu người | 76 | triệu đồng | 2025", "estimate")],
            id="a forecast held against the target",
        ),
        pytest.param(
            "Đến năm 2025, dự báo tỷ lệ che phủ rừng đạt 48%, chưa đạt mục tiêu Đại hội đề ra.",
            [("Tỷ lệ che phủ rừng | 48 | % | 2025", "estimate")],
            id="one that falls short",
        ),
        pytest.param("Phấn đấu năm 2025 tỷ lệ che phủ rừng đạt 50%.", [], id="a goal is none"),
    ],
)
def test_forecasts_are_no_targets(text: str, expected: list[tuple[str, str]], observations_of: Read) -> None:
    assert [(line(o), o.status) for o in observations_of(FORECASTS.format(body=text))] == expected
