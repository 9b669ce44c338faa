"""Reports on some years of a congress' resolution: its targets quoted in many shapes, about the invented province Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, CitedDocument, Discrepancy, Found, Lexicon, Link, Observation, Outline, Target
from vankien.vietnamese import plain

HEAD = """TỈNH ỦY SƠN BÌNH
*
Số 412-BC/TU
Sơn Bình, ngày 20 tháng 11 năm 2033

BÁO CÁO
kết quả 3 năm thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2030-2035
-----

I. KẾT QUẢ THỰC HIỆN

"""


@pytest.fixture
def found_in(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Callable[[str], Found]:
    """The facts of a report with that text."""
    return lambda body: find_facts(outline_of(f"{HEAD}{body}\n"), lexicon, FINDERS)


TARGETS = [
    pytest.param(
        "Tốc độ tăng trưởng GRDP bình quân ước đạt 6,4%/năm, chưa đạt mức 8 - 8,5%/năm mà Đại hội XVII xác định.",
        [("8", "8.5", "XVII")],
        id="set-by-a-congress-with-its-number",
    ),
    pytest.param("Tỷ lệ đô thị hóa 29,4% (Kế hoạch 5 năm: 31%).", [("31", "", "plan-2031-2035")], id="plan-of-five-years"),
    pytest.param(
        "Đến nay trồng 9.870 ha chè, đạt 65,8% kế hoạch giai đoạn 2031-2035 (15.000 ha).",
        [("15000", "", "plan-2031-2035")],
        id="plan-of-a-span",
    ),
    pytest.param("Có 62 xã đạt chuẩn, còn thiếu 8 xã so với đích 70 xã của NQ.", [("70", "", "XVII")], id="so-many-to-the-goal"),
    pytest.param(
        "Tỷ lệ hộ có nước sạch 91,5%, đạt chỉ tiêu NQ trên 90%.", [("90", "", "XVII")], id="meets-the-target-that-is-named"
    ),
    pytest.param(
        "Tỷ lệ lao động qua đào tạo ước 57,8%, trong đó có bằng cấp 24,6%, so với các mức 60% và 25% của NQ.",
        [("60", "", "XVII"), ("25", "", "XVII")],
        id="two-levels-in-a-row",
    ),
    pytest.param(
        "Tỷ lệ nông nghiệp 35%, tỷ lệ công nghiệp 23%; NQ đặt ra các tỷ lệ theo thứ tự ấy là 32% và 25%.",
        [("32", "", "XVII"), ("25", "", "XVII")],
        id="in-the-same-order",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_targets_quoted(text: str, expected: list[tuple[str, str, str]], found_in: Callable[[str], Found]) -> None:
    targets = found_in(text).of(Target)
    shown = [(plain(t.value) if t.value is not None else "", plain(t.upper) if t.upper is not None else "", t.set_by) for t in targets]  # fmt: skip
    assert shown == expected


def test_levels_in_a_row_are_of_the_results_before_them(found_in: Callable[[str], Found]) -> None:
    text = "Tỷ lệ hộ có điện 95%, tỷ lệ hộ có nước sạch 82%, so với các mức 97% và 85% của NQ."
    assert [t.indicator for t in found_in(text).of(Target)] == ["Tỷ lệ hộ có điện", "Tỷ lệ hộ có nước sạch"]


def test_what_a_scheme_aims_at(found_in: Callable[[str], Found]) -> None:
    text = (
        "Đề án bảo vệ rừng vùng Đông Bắc (Quyết định số 297/QĐ-TTg, ngày 18/3/2029 của Thủ tướng Chính phủ) đặt mục tiêu "
        "nâng độ che phủ rừng toàn vùng lên 49,2% vào năm 2040."
    )
    (target,) = found_in(text).of(Target)
    assert (target.indicator, target.by) == ("Độ che phủ rừng toàn vùng", "2040")


VERDICTS = [
    pytest.param(
        "Có 03 chỉ tiêu được dự báo khó đạt vào năm 2035 là tốc độ tăng GRDP, huy động vốn đầu tư và tỷ lệ che phủ rừng.",
        [("Tốc độ tăng GRDP", "Khó đạt", "2035"), ("Huy động vốn đầu tư", "Khó đạt", "2035"), ("Tỷ lệ che phủ rừng", "Khó đạt", "2035")],
        id="list-behind-the-year",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo mỗi năm giảm 3,2%, vượt khung 2,5 - 3%/năm của NQ.",
        [("Mức giảm tỷ lệ hộ nghèo", "Vượt", None)],
        id="above-the-frame",
    ),
    pytest.param(
        "Có 02 huyện đạt chuẩn, bằng một nửa chỉ tiêu (04 huyện).", [("Số huyện đạt chuẩn", "Chưa đạt", None)], id="half-of-the-target"
    ),
    pytest.param(
        "Có 62 xã đạt chuẩn (66%), còn thiếu 8 xã so với đích 70 xã của NQ.",
        [("Số xã đạt chuẩn", "Chưa đạt", None)],
        id="of-what-the-target-counts",
    ),
    pytest.param(
        "Giải ngân vốn năm 2031, năm 2032 lần lượt đạt 89,7% và 93,1% kế hoạch.",
        [("Tỷ lệ giải ngân vốn", "Chưa đạt", "2031"), ("Tỷ lệ giải ngân vốn", "Chưa đạt", "2032")],
        id="shares-of-the-plan-in-turn",
    ),
    pytest.param(
        "Số đảng viên kết nạp trong 3 năm bình quân 1.341 đảng viên/năm, mới bằng 95,8% NQ.",
        [("Số đảng viên kết nạp trong 3 năm bình quân", "Chưa đạt", "2031-2033")],
        id="as-of-the-years-told",
    ),
    pytest.param("Giao quân hằng năm đạt 100% chỉ tiêu.", [("Tỷ lệ hoàn thành chỉ tiêu giao quân", "Đạt", None)], id="the-share-is-the-value"),
    pytest.param("Đến nay trồng 9.870 ha chè, đạt 65,8% kế hoạch giai đoạn 2031-2035.", [], id="a-plan-that-is-not-over"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VERDICTS)
def test_verdicts(text: str, expected: list[tuple[str, str, str | None]], found_in: Callable[[str], Found]) -> None:
    assert [(a.indicator, a.verdict, a.as_of) for a in found_in(text).of(Assessment)] == expected


def test_a_share_behind_the_stroke_is_a_verdict_and_no_value(found_in: Callable[[str], Found]) -> None:
    found = found_in("GRDP bình quân đầu người 64,9 triệu đồng/72 triệu đồng (NQ), tức là bằng 90,1%.")
    assert [plain(o.value) for o in found.of(Observation)] == ["64.9"]
    assert [(a.verdict, plain(a.percent)) for a in found.of(Assessment) if a.percent] == [("Chưa đạt", "90.1")]


VALUES = [
    pytest.param("Trong 3 năm kết nạp 4.023 đảng viên.", [("4023", "2031-2033", None)], id="the-years-of-the-title"),
    pytest.param("Tổng vốn đầu tư 3 năm đạt 51.960 tỷ đồng.", [("51960", "2031-2033", None)], id="the-years-behind-the-label"),
    pytest.param(
        "Tỷ lệ hộ nghèo từ 15% năm 2031 giảm còn 12% năm 2032 và 9% năm 2033, bình quân mỗi năm giảm 3%.",
        [("15", "2031", None), ("12", "2032", None), ("9", "2033", None), ("3", "2031-2033", None)],
        id="mean-of-all-years-moved-through",
    ),
    pytest.param("So với 3 năm trước, số vụ cháy giảm còn 40 vụ.", [("40", None, None)], id="years-before-are-others"),
    pytest.param(
        "Tốc độ tăng trưởng GRDP đạt 6,4%, cao hơn bình quân chung cả nước (5,2%).",
        [("6.4", None, None), ("5.2", None, "cả nước")],
        id="value-of-the-nation-in-a-bracket",
    ),
    pytest.param(
        "Tỷ lệ che phủ rừng đạt 40,2%, thấp hơn mục tiêu NQ (42%) 1,8 điểm phần trăm.", [("40.2", None, None)], id="how-far-is-no-value"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values_with_period_and_place(
    text: str, expected: list[tuple[str, str | None, str | None]], found_in: Callable[[str], Found]
) -> None:
    assert [(plain(o.value), o.period, o.scope) for o in found_in(text).of(Observation)] == expected


def test_ranks_of_two_indices(found_in: Callable[[str], Found]) -> None:
    found = found_in("PAR Index và SIPAS năm 2032 xếp thứ 31 và thứ 44.")
    assert [(o.indicator, plain(o.value)) for o in found.of(Observation)] == [
        ("Xếp hạng Chỉ số PAR Index", "31"),
        ("Xếp hạng Chỉ số SIPAS", "44"),
    ]


def test_years_in_the_name_of_a_programme_promise_nothing(found_in: Callable[[str], Found]) -> None:
    text = (
        "Theo Quyết định số 611/QĐ-TTg, ngày 01/6/2033 của Thủ tướng Chính phủ phê duyệt Chương trình phát triển sâm đến "
        "năm 2040, định hướng đến năm 2045; sâm được trồng ở huyện Nậm Sơn (31 ha)."
    )
    found = found_in(text)
    assert not list(found.of(Target))
    assert [plain(o.value) for o in found.of(Observation)] == ["31"]


def test_a_document_that_is_amended_by_the_next(found_in: Callable[[str], Found]) -> None:
    text = "Cơ chế theo Nghị định số 27/2032/NĐ-CP, ngày 19/4/2032 của Chính phủ, được sửa đổi, bổ sung tại Nghị định số 38/2033/NĐ-CP."
    amends = [(x.subject, x.object) for x in found_in(text).of(Link) if x.relation == "amends"]
    assert amends == [("38/2033/NĐ-CP", "27/2032/NĐ-CP")]


DOCUMENTS = """
PHỤ LỤC 2
CÁC KẾT LUẬN ĐÃ BAN HÀNH

| STT | Số, ký hiệu | Ngày ban hành | Trích yếu nội dung |
|---|---|---|---|
| I | | | KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY |
| 1 | 116-KL/TU | 19/8/2031 | Về thu hút đầu tư vào các khu công nghiệp |
"""


def test_the_head_of_a_group_of_documents_says_who_issued_them(found_in: Callable[[str], Found]) -> None:
    found = found_in(DOCUMENTS)
    assert [d.issuer for d in found.of(CitedDocument) if d.code == "116-KL/TU"] == ["Ban Thường vụ Tỉnh ủy Sơn Bình"]
    links = [(x.subject, x.object) for x in found.of(Link) if x.relation == "issued_by"]
    assert ("116-KL/TU", "Ban Thường vụ Tỉnh ủy Sơn Bình") in links


ROWS = """
PHỤ LỤC 1
KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XVII

| TT | Chỉ tiêu | ĐVT | NQ Đại hội XVII | TH năm 2031 | TH năm 2032 | Ước TH năm 2033 | So với NQ |
|---|---|---|---|---|---|---|---|
| 1 | GRDP bình quân đầu người | Triệu đồng | 72 | 51,8 | 58,6 | 64,9 | 90,1% |
| 2 | Tổng vốn đầu tư toàn xã hội | Tỷ đồng | 95.000 | 15.870 | 17.070 | 19.020 | 54,7% |
| 3 | Số đảng viên mới kết nạp | Đảng viên/năm | 1.400 | 1.289 | 1.352 | 1.382 | 95,8% |
| 4 | Tỷ lệ hộ dân sử dụng nước sạch tập trung | % | 85 | 78,4 | 80,6 | 82,3 | Vượt |
"""


def test_shares_of_targets_that_are_not_due_yet(found_in: Callable[[str], Found]) -> None:
    """A share judges the last result, or what the years make together, or their mean."""
    judged = [(a.verdict, a.percent and plain(a.percent), a.as_of) for a in found_in(ROWS).of(Assessment)]
    assert judged == [
        ("Chưa đạt", "90.1", "2033"),
        ("Chưa đạt", "54.7", "2033"),
        ("Chưa đạt", "95.8", "2033"),
        ("Vượt", None, "2033"),
    ]


def test_only_the_wrong_verdict_is_a_contradiction(found_in: Callable[[str], Found]) -> None:
    """Shares of a sum or of a mean are right; more of those who use clean water would be better."""
    assert [d.about for d in found_in(ROWS).of(Discrepancy)] == ["Tỷ lệ hộ dân sử dụng nước sạch tập trung: đánh giá"]


GOALS = """
PHỤ LỤC 3
TÌNH HÌNH THỰC HIỆN MỤC TIÊU CỦA CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM, NGHỊ QUYẾT CHUYÊN ĐỀ

| TT | Nội dung, chỉ tiêu | ĐVT | Mục tiêu đến năm 2035 | Ước kết quả hết năm 2033 | Tỷ lệ so với mục tiêu (%) | Cơ quan chủ trì |
|---|---|---|---|---|---|---|
| I | Chương trình phát triển chè hữu cơ | | | | | Sở Nông nghiệp và Môi trường |
| 1 | Diện tích chè hữu cơ | ha | 800 | 500 | 62,5 | |
| II | Nghị quyết số 15-NQ/TU về chuyển đổi số | | | | | Sở Khoa học và Công nghệ |
| 1 | Tỷ trọng kinh tế số trong GRDP | % | 20 | 8,7 | 43,5 | |
"""


def test_goals_of_programmes_in_a_table(found_in: Callable[[str], Found]) -> None:
    """The programme or the resolution whose section it is sets the goals of its rows, and its body leads."""
    found = found_in(GOALS)
    programme = "Chương trình phát triển chè hữu cơ"
    assert [t.set_by for t in found.of(Target)] == [programme, "15-NQ/TU"]
    assert [a.verdict for a in found.of(Assessment)] == ["Chưa đạt", "Chưa đạt"]
    links = {(x.subject, x.relation, x.object) for x in found.of(Link)}
    assert {
        (programme, "has_target", "Diện tích chè hữu cơ"),
        (programme, "reports_indicator", "Diện tích chè hữu cơ"),
        (programme, "responsible", "Sở Nông nghiệp và Môi trường tỉnh Sơn Bình"),
        ("15-NQ/TU", "has_target", "Tỷ trọng kinh tế số trong GRDP"),
    } <= links


def test_what_is_handed_out_for_the_years_of_a_programme_is_promised(found_in: Callable[[str], Found]) -> None:
    text = (
        "Thủ tướng Chính phủ ban hành Quyết định số 611/QĐ-TTg, ngày 01/6/2033 phê duyệt Chương trình phát triển cây quế đến năm "
        "2040, định hướng đến năm 2045; trong đó tỉnh Sơn Bình được giao nhiệm vụ phát triển vùng sâm với quy mô 3.000 ha."
    )
    assert [(t.value and plain(t.value), t.by) for t in found_in(text).of(Target)] == [("3000", "2045")]
