"""Final reports on a congress resolution: results held against its targets in many wordings, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.facts import FINDERS, find_facts
from vankien.model import CitedDocument, Lexicon, Link, Outline, Programme

HEAD = """TỈNH ỦY SƠN BÌNH

BÁO CÁO
tổng kết việc thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh
lần thứ XII, nhiệm kỳ 2020 - 2025
-----
Sơn Bình, ngày 12 tháng 9 năm 2025

II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU

"""
Said = Callable[[str], list[str]]


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Said:
    """The targets, observations and verdicts of a report's body, a line each."""

    return lambda body: told_facts(outline_of(HEAD + body + "\n"), lexicon)


ROADS, FARMS = "Tỷ lệ thôn có đường bê tông", "Tỷ lệ trang trại có hầm biogas"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "GRDP bình quân giai đoạn 2021 - 2025 tăng 6,4%/năm, hụt 0,6 điểm phần trăm so với mức trên 7%/năm mà Đại hội đề ra.",
            ["XII: Tốc độ tăng GRDP bình quân | >7 %", "Tốc độ tăng GRDP bình quân | 6.4 %/năm", "Tốc độ tăng GRDP bình quân: Chưa đạt"],
            id="short-of-the-level-that-the-congress-set",
        ),
        pytest.param(
            "Mức độ hài lòng của người dân (SIPAS) mới ở mức 80,5%, còn dưới mục tiêu 84% mà NQĐH giao.",
            ["XII: Mức độ hài lòng của người dân (SIPAS) | 84 %", "Mức độ hài lòng của người dân (SIPAS) | 80.5 %", "Mức độ hài lòng của người dân (SIPAS): Chưa đạt"],
            id="who-set-it-behind-the-value",
        ),
        pytest.param(
            "Cây hồi đạt 400 ha, tròn chỉ tiêu; riêng cây chè mới có 90 ha, còn thiếu 30 ha so với mục tiêu 120 ha.",
            ["XII: Diện tích cây chè | 120 ha", "Diện tích cây hồi | 400 ha", "Diện tích cây chè | 90 ha", "Diện tích cây hồi: Đạt", "Diện tích cây chè: Chưa đạt"],
            id="exactly-met-then-how-much-is-lacking",
        ),
        pytest.param(
            "Kim ngạch xuất khẩu bình quân giảm 2%/năm trong khi NQĐH đề ra tăng 9%/năm, do đó không đạt.",
            ["XII: Tốc độ tăng kim ngạch xuất khẩu bình quân | 9 %", "Mức giảm kim ngạch xuất khẩu bình quân | 2 %/năm", "Mức giảm kim ngạch xuất khẩu bình quân: Không đạt"],
            id="while-the-resolution-wants-the-other-way",
        ),
        pytest.param(
            "90% thôn có đường bê tông, 41% trang trại có hầm biogas, lần lượt đạt và vượt NQĐH (90% và 35%).",
            [f"XII: {ROADS} | 90 %", f"XII: {FARMS} | 35 %", f"{ROADS} | 90 %", f"{FARMS} | 41 %", f"{ROADS}: Đạt", f"{FARMS}: Vượt"],
            id="two-verdicts-and-two-targets-in-turn",
        ),
        pytest.param(
            "Tổng vốn đầu tư toàn xã hội 5 năm khoảng 470 tỷ đồng, mới bằng 94% mục tiêu gộp 500 tỷ đồng.",
            ["XII: Tổng vốn đầu tư toàn xã hội 5 năm | 500 tỷ đồng", "Tổng vốn đầu tư toàn xã hội 5 năm | ~470 tỷ đồng", "Tổng vốn đầu tư toàn xã hội 5 năm: Chưa đạt 94"],
            id="the-target-behind-its-share",
        ),
        pytest.param(
            "Thu ngân sách năm 2025 đạt 2.500 tỷ đồng, so với mục tiêu 2.400 tỷ đồng đạt 104,2%.",
            ["XII: Thu ngân sách | 2400 tỷ đồng", "Thu ngân sách | 2500 tỷ đồng", "Thu ngân sách: Vượt 104.2"],
            id="the-share-behind-the-target",
        ),
        pytest.param(
            "Có 180/200 xã, tức 90%, đạt chuẩn nông thôn mới, vượt mục tiêu trên 85% tới 5 điểm phần trăm.",
            ["XII: Tỷ lệ xã đạt chuẩn nông thôn mới | >85 %", "Số xã đạt chuẩn nông thôn mới | 180 xã", "Tỷ lệ xã đạt chuẩn nông thôn mới | 90 %", "Tỷ lệ xã đạt chuẩn nông thôn mới: Vượt"],
            id="that-is-a-share-and-by-how-much-it-exceeds",
        ),
        pytest.param(
            "Các cụm công nghiệp lấp đầy 61%, cách khá xa mức 75% Đại hội yêu cầu.",
            ["XII: Tỷ lệ cụm công nghiệp lấp đầy | 75 %", "Tỷ lệ cụm công nghiệp lấp đầy | 61 %", "Tỷ lệ cụm công nghiệp lấp đầy: Chưa đạt"],
            id="far-from-the-level-that-was-asked-for",
        ),
        pytest.param(
            "Tỷ trọng kinh tế số năm 2025 ước 14% GRDP, chưa bằng ba phần tư mục tiêu 20%.",
            ["XII: Tỷ trọng kinh tế số | 20 %", "Tỷ trọng kinh tế số | 14 % GRDP", "Tỷ trọng kinh tế số: Chưa đạt"],
            id="a-fraction-of-the-target",
        ),
        pytest.param(
            "Vốn FDI thực hiện chỉ đạt 43% mục tiêu (215/500 triệu USD).",
            ["XII: Vốn FDI thực hiện | 500 triệu USD", "Vốn FDI thực hiện | 43 %", "Vốn FDI thực hiện | 215 triệu USD"],
            id="result-and-target-on-both-sides-of-a-stroke",
        ),
        pytest.param(
            "91% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ (hoàn thành xuất sắc 19%), vượt yêu cầu của nghị quyết.",
            ["Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ | 91 %", "Tỷ lệ hoàn thành xuất sắc | 19 %", "Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ: Vượt"],
            id="the-verdict-is-of-the-whole-and-not-of-the-bracket",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn 1,5%; không hoàn thành mục tiêu giảm 1,0 - 1,2 điểm phần trăm/năm.",
            ["XII: Mức giảm tỷ lệ hộ nghèo | 1..1.2 điểm phần trăm", "Tỷ lệ hộ nghèo | 1.5 %"],
            id="a-decrease-that-was-aimed-at",
        ),
        pytest.param(
            "Tai nạn giao thông giảm cả ba tiêu chí (21% số vụ, 18% số người chết, 25% số người bị thương).",
            ["Mức giảm số vụ tai nạn giao thông | 21 %", "Mức giảm người chết do tai nạn giao thông | 18 %", "Mức giảm người bị thương do tai nạn giao thông | 25 %"],
            id="decreases-of-all-three-in-a-bracket",
        ),
        pytest.param(
            "Quy mô GRDP ước 26.000 tỷ đồng, đứng thứ 9 trong 34 tỉnh, thành phố.",
            ["Quy mô GRDP | 26000 tỷ đồng", "Xếp hạng quy mô GRDP | 9 hạng"],
            id="of-how-many-provinces",
        ),
        pytest.param(
            "90% thôn có đường bê tông, 41% trang trại có hầm biogas; cả hai chỉ tiêu hạ tầng đều hoàn thành (mục tiêu lần lượt là 88% và 40%).",
            [f"XII: {ROADS} | 88 %", f"XII: {FARMS} | 40 %", f"{ROADS} | 90 %", f"{FARMS} | 41 %", f"{ROADS}: Đạt", f"{FARMS}: Đạt"],
            id="both-are-done-targets-in-turn-in-a-bracket",
        ),
        pytest.param(
            "90% thôn có đường bê tông và 41% trang trại có hầm biogas, cùng cao hơn yêu cầu của NQĐH (trên 88% và trên 40%).",
            [f"XII: {ROADS} | >88 %", f"XII: {FARMS} | >40 %", f"{ROADS} | 90 %", f"{FARMS} | 41 %", f"{ROADS}: Vượt", f"{FARMS}: Vượt"],
            id="both-above-what-is-required",
        ),
        pytest.param(
            "Vùng hồi mở ra 640 ha, vượt xa và cán đích trước 2 năm (NQĐH: 500 ha).",
            ["XII: Diện tích vùng hồi mở ra | 500 ha", "Diện tích vùng hồi mở ra | 640 ha", "Diện tích vùng hồi mở ra: Vượt"],
            id="far-above-with-the-target-in-a-bracket",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo bình quân giảm 2,6%/năm, nằm trong khung NQĐH cho phép (2 - 3%/năm).",
            ["XII: Mức giảm tỷ lệ hộ nghèo bình quân | 2..3 %", "Mức giảm tỷ lệ hộ nghèo bình quân | 2.6 %/năm", "Mức giảm tỷ lệ hộ nghèo bình quân: Đạt"],
            id="within-the-range-that-is-allowed",
        ),
        pytest.param(
            "Ngành y tế có 9,5 bác sỹ/1 vạn dân, chưa đạt mục tiêu 10 bác sỹ.",
            ["XII: Số bác sỹ/1 vạn dân | 10 bác sỹ", "Số bác sỹ/1 vạn dân | 9.5 bác sỹ/1 vạn dân", "Số bác sỹ/1 vạn dân: Chưa đạt"],
            id="a-sector-has-them",
        ),
        pytest.param(
            "Có 14/35 xã được công nhận đạt chuẩn nông thôn mới, bằng 40% số xã (mục tiêu 50%); toàn tỉnh còn 15 xã nên không đánh giá chỉ tiêu này.",
            [
                "XII: Tỷ lệ xã được công nhận đạt chuẩn nông thôn mới | 50 %",
                "Số xã được công nhận đạt chuẩn nông thôn mới | 14 xã",
                "Tỷ lệ xã được công nhận đạt chuẩn nông thôn mới | 40 %",
                "Số xã | 15 xã",
                "Tỷ lệ xã được công nhận đạt chuẩn nông thôn mới: Không đánh giá",
            ],
            id="share-of-all-and-a-verdict-on-this-target",
        ),
        pytest.param(
            "Các chỉ tiêu về sản lượng chè, tỷ lệ đô thị hóa (21%, thấp hơn 4 điểm phần trăm so với mục tiêu) đều không đạt.",
            ["Tỷ lệ đô thị hóa | 21 %", "Sản lượng chè: Không đạt", "Tỷ lệ đô thị hóa: Không đạt"],
            id="a-verdict-in-the-bracket-of-a-list-is-the-list-s",
        ),
        pytest.param(
            "Cơ cấu kinh tế chuyển dịch chậm, chỉ tiêu này không đạt: nông nghiệp 26% (NQĐH 22%); dịch vụ 40% (NQĐH 43%).",
            [
                "XII: Cơ cấu kinh tế: Nông nghiệp | 22 %",
                "XII: Cơ cấu kinh tế: Dịch vụ | 43 %",
                "Cơ cấu kinh tế: Nông nghiệp | 26 %",
                "Cơ cấu kinh tế: Dịch vụ | 40 %",
                "Cơ cấu kinh tế: Không đạt",
            ],
            id="this-target-is-the-whole",
        ),
    ],
)  # fmt: skip
def test_results_against_targets(text: str, expected: list[str], facts_of: Said) -> None:
    assert facts_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Chương trình trồng hồi: Chương trình đặt mục tiêu đến năm 2025 cấp chứng chỉ hữu cơ cho 150 ha; kết quả đã cấp 160 ha.",
            ["Chương trình trồng hồi: Diện tích cấp chứng chỉ hữu cơ | 150 ha", "Diện tích cấp chứng chỉ hữu cơ | 160 ha"],
            id="what-came-of-it",
        ),
        pytest.param(
            "2. Chương trình cán bộ trẻ: đến năm 2025 có 60% bí thư chi bộ tốt nghiệp đại học là mục tiêu của Chương trình; thực tế đạt 64%.",
            ["Chương trình cán bộ trẻ: Tỷ lệ bí thư chi bộ tốt nghiệp đại học | 60 %", "Tỷ lệ bí thư chi bộ tốt nghiệp đại học | 64 %"],
            id="called-its-target-behind-the-value",
        ),
        pytest.param(
            "3. Chương trình phát triển du lịch xanh: phấn đấu có ít nhất 12 bản du lịch vào năm 2025; công suất phòng năm 2024 đạt 51%.",
            ["Chương trình phát triển du lịch xanh: Số bản du lịch | >=12 bản", "Công suất phòng | 51 %"],
            id="a-past-result-is-not-promised",
        ),
        pytest.param(
            "4. Chương trình chuyển đổi số: tỷ lệ hồ sơ trực tuyến năm 2025 đạt 70%, không đạt mục tiêu 80% của Chương trình.",
            ["Chương trình chuyển đổi số: Tỷ lệ hồ sơ trực tuyến | 80 %", "Tỷ lệ hồ sơ trực tuyến | 70 %", "Tỷ lệ hồ sơ trực tuyến: Không đạt"],
            id="of-the-programme-behind-the-value",
        ),
    ],
)  # fmt: skip
def test_programmes(text: str, expected: list[str], facts_of: Said) -> None:
    assert facts_of(text) == expected


def test_goals_laid_before_the_next_congress_are_its(facts_of: Said) -> None:
    body = "V. DỰ KIẾN MỘT SỐ CHỈ TIÊU TRÌNH ĐẠI HỘI XIII\n\nĐến năm 2030 tỷ lệ che phủ rừng đạt 56%."
    assert facts_of(body) == ["XIII: Tỷ lệ che phủ rừng | 56 %"]


def test_values_with_an_abbreviation_are_no_heading(facts_of: Said) -> None:
    """A last line of values in capitals goes on with its sentence."""
    lines = (
        "Cơ cấu kinh tế: nông, lâm nghiệp, thủy sản chiếm 26% (NQĐH 22%); dịch vụ\n40% (NQĐH 43%).\n\nKết quả khác.\n"
    )
    assert "Cơ cấu kinh tế: Dịch vụ | 40 %" in facts_of(lines)


def test_results_of_a_breakthrough_named_by_its_number(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    body = (
        "Đại hội quyết nghị 02 khâu đột phá: (1) phát triển hạ tầng giao thông; (2) cải cách hành chính, thu hút đầu tư.\n\n"
        "Hạ tầng được dồn sức đầu tư theo khâu đột phá thứ nhất: 90% thôn có đường bê tông. Trồng 40 ha chè.\n"
    )
    found = find_facts(outline_of(HEAD + body), lexicon, FINDERS)
    links = [(x.subject, x.object) for x in found.of(Link) if x.relation == "reports_indicator"]
    assert links == [("Phát triển hạ tầng giao thông", ROADS)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Vốn các chương trình mục tiêu quốc gia giải ngân đến hết tháng 8/2025 mới được 61%.", id="disbursed"
        ),
        pytest.param("1. Trồng hồi: Chương trình đặt mục tiêu đến năm 2025 trồng mới 90 ha.", id="sets-out-to"),
    ],
)
def test_what_is_said_of_a_programme_is_no_name(
    body: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    assert not list(find_facts(outline_of(HEAD + body + "\n"), lexicon, FINDERS).of(Programme))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Tỷ lệ hộ nghèo còn 1,5%; không hoàn thành mục tiêu giảm 1,0\n- 1,2 điểm phần trăm/năm.",
            ["XII: Mức giảm tỷ lệ hộ nghèo | 1..1.2 điểm phần trăm", "Tỷ lệ hộ nghèo | 1.5 %"],
            id="a-range-over-two-lines-is-no-bullet",
        ),
        pytest.param(
            "Đã khởi công 02 dự án, công trình: (i) Cảng tổng hợp Vũng Trai, tổng mức đầu tư 900 tỷ đồng; (ii) Đường ven biển Vũng Trai - Hòn Chảo, dài 30 km.",
            ["Tổng mức đầu tư cảng tổng hợp Vũng Trai | 900 tỷ đồng", "Chiều dài đường ven biển Vũng Trai - Hòn Chảo | 30 km"],
            id="each-work-of-a-list-with-its-size",
        ),
    ],
)  # fmt: skip
def test_values_that_a_line_or_a_list_breaks(body: str, expected: list[str], facts_of: Said) -> None:
    assert facts_of(body) == expected


def test_who_applies_a_document_need_not_have_issued_it(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    body = (
        "Tỉnh ủy An Lâm ban hành Nghị quyết số 17-NQ/TU ngày 15/10/2021 về nghề cá.\n\n"
        "Ban Thường vụ Tỉnh ủy Sơn Bình có Kết luận số 15-KL/TU ngày 05/8/2025 cho tiếp tục áp dụng Nghị quyết số 17-NQ/TU.\n"
    )
    found = find_facts(outline_of(HEAD + body), lexicon, FINDERS)
    issued = [(d.code, d.issuer) for d in found.of(CitedDocument) if d.code]
    assert issued == [("17-NQ/TU", "Tỉnh ủy An Lâm"), ("15-KL/TU", "Ban Thường vụ Tỉnh ủy Sơn Bình")]
