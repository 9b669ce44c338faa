"""Study material in questions and answers: each question heads its answer, programmes speak in paragraphs of their own,
a quiz asks again; with the wordings of prose that such material likes. About the invented Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_table_facts import short
from vankien.facts import find_facts
from vankien.facts.congresses.stance import title_to_stance
from vankien.facts.letterheads.letterhead import line_to_date
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.facts.programmes.words import same_programme
from vankien.facts.tables.pairs import cell_to_halves
from vankien.facts.verdicts.verdict import text_to_verdicts
from vankien.model import Assessment, Congress, Lexicon, Link, Observation, Outline, Programme, Source, Target
from vankien.vietnamese import plain

HEAD = """BAN TUYÊN GIÁO TỈNH ỦY SƠN BÌNH

HỎI - ĐÁP
VỀ NGHỊ QUYẾT ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH SƠN BÌNH
LẦN THỨ XVI, NHIỆM KỲ 2025 - 2030
(Tài liệu dùng cho sinh hoạt chi bộ)

Sơn Bình, tháng 12 năm 2025

LỜI NÓI ĐẦU

Ban Tuyên giáo Tỉnh ủy biên soạn tài liệu này để cán bộ, đảng viên trong toàn tỉnh nắm được những nội dung cốt lõi của Nghị quyết, vận dụng vào công việc của mình và tuyên truyền rộng rãi trong Nhân dân các dân tộc trên địa bàn.

"""

RESULTS = """PHẦN THỨ NHẤT
KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XV

Câu hỏi 1: Các chỉ tiêu mà Đại hội XV đề ra được thực hiện đến đâu?
Trả lời:
Năm 2025 tỷ lệ hộ nghèo còn 4,2%, tỷ lệ đô thị hóa đạt 31%.

"""
GOALS = """PHẦN THỨ HAI
MỤC TIÊU, CHỈ TIÊU ĐẾN NĂM 2030

Câu hỏi 2: Nghị quyết đề ra những chỉ tiêu nào?
Trả lời:
Đến năm 2030 tỷ lệ hộ nghèo còn dưới 2%.

Câu hỏi 3: Ba khâu đột phá là gì?
Trả lời:
Đại hội xác định ba khâu đột phá: (1) Phát triển hạ tầng giao thông; (2) Cải cách thủ tục hành chính; (3) Đào tạo nhân lực số.
Với khâu đột phá thứ nhất, đến năm 2030 làm mới 90 km đường tỉnh. Ở khâu thứ hai, đến năm 2030 giải quyết trực tuyến 80% hồ sơ.

Câu hỏi 4: Nội dung của hai chương trình trọng điểm?
Trả lời:
Hai chương trình trọng điểm gồm: Chương trình phát triển cây quế; Chương trình chuyển đổi số.
Chương trình phát triển cây quế kế thừa kết quả của Nghị quyết số 06-NQ/TU, ngày 12/9/2021 của Ban Chấp hành Đảng bộ tỉnh, đặt mục tiêu đến năm 2030 có 900 ha quế. Sở Nông nghiệp và Môi trường chủ trì.

Chương trình chuyển đổi số triển khai Quyết định số 749/QĐ-TTg, ngày 03/6/2020 của Thủ tướng Chính phủ; đến năm 2030 phủ cáp quang 90% hộ gia đình.

Câu hỏi 5: Những giải pháp trọng tâm để thực hiện Nghị quyết?
Trả lời:
Nghị quyết đề ra hai giải pháp:
Một là, quản lý chặt chẽ tài nguyên nước theo Luật Tài nguyên nước số 28/2023/QH15, ngày 27/11/2023 của Quốc hội. Đến năm 2030 giảm 20% lượng nước thất thoát.
Hai là, đổi mới phương thức lãnh đạo của cấp ủy. Đến năm 2030 thành lập 40 chi bộ trong doanh nghiệp.

"""
EXAMPLES = """PHẦN THỨ BA
TỔ CHỨC THỰC HIỆN VÀ NHỮNG ĐIỂN HÌNH TỪ CƠ SỞ

Câu hỏi 6: Những điển hình nào cần được nhân rộng?
Trả lời:
Xã Nậm Sơn làm giàu từ rừng. Toàn xã trồng 300 ha quế, thu nhập bình quân đầu người đạt 52 triệu đồng. Đại hội Đảng bộ xã lần thứ XXV xác định đến năm 2030 có 4 bản đạt chuẩn nông thôn mới.

"""
QUIZ = """CÂU HỎI TRẮC NGHIỆM ÔN TẬP
Câu 1. Đến năm 2030, doanh thu du lịch của tỉnh theo Nghị quyết Đại hội XVI phấn đấu đạt:
A. 7.000 tỷ đồng
B. 9.500 tỷ đồng (đáp án đúng)
C. 8.200 tỷ đồng
Câu 2. Đến năm 2030, số xã đạt chuẩn là:
A. 50 xã
B. 60 xã
"""


def _found(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str) -> list[tuple[object, ...]]:
    found = find_facts(outline_of(HEAD + text), lexicon)
    return [short(f) for f in found.facts if isinstance(f, Target | Observation)]


def test_a_question_heads_its_answer(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """What it asks for decides whether the answer promises or reports."""
    values = _found(outline_of, lexicon, RESULTS + GOALS.split("Câu hỏi 3")[0])
    assert [(v[0], v[1], v[2] if v[0] == "observation" else v[3]) for v in values] == [
        ("target", "Tỷ lệ hộ nghèo", "2"),
        ("observation", "Tỷ lệ hộ nghèo", "4.2"),
        ("observation", "Tỷ lệ đô thị hóa", "31"),
    ]


def test_the_cover_of_a_booklet(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Its title ends before its readers, its month and its foreword."""
    source = next(find_facts(outline_of(HEAD + RESULTS), lexicon).of(Source))
    assert (source.genre, source.issuer, source.date) == ("Tài liệu", "Ban Tuyên giáo Tỉnh ủy Sơn Bình", "2025-12")
    assert source.title.endswith("lần thứ XVI, nhiệm kỳ 2025 - 2030")


def test_programmes_speak_in_paragraphs_of_their_own(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Key programmes by their name, breakthroughs by their number, solutions behind ``Một là``."""
    found = find_facts(outline_of(HEAD + GOALS), lexicon)
    kinds = {p.name: p.kind for p in found.of(Programme)}
    assert kinds["Quản lý chặt chẽ tài nguyên nước"] == "solution"
    setters = {t.indicator: t.set_by for t in found.of(Target)}
    assert setters["Diện tích quế"] == "Chương trình phát triển cây quế"
    links = {(k.subject, k.relation, k.object) for k in found.of(Link)}
    assert {
        ("Phát triển hạ tầng giao thông", "has_target", "Chiều dài đường tỉnh làm mới"),
        ("Chương trình phát triển cây quế", "has_target", "Diện tích quế"),
        ("Chương trình phát triển cây quế", "based_on", "06-NQ/TU"),
        ("Chương trình phát triển cây quế", "responsible", "Sở Nông nghiệp và Môi trường tỉnh Sơn Bình"),
        ("Chương trình chuyển đổi số", "implements", "749/QĐ-TTg"),
        ("Quản lý chặt chẽ tài nguyên nước", "based_on", "28/2023/QH15"),
        ("Quản lý chặt chẽ tài nguyên nước", "has_target", "Mức giảm lượng nước thất thoát"),
    } <= links


def test_examples_are_reported(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """What model communes have reached is no goal, but for what their own congress sets."""
    values = _found(outline_of, lexicon, EXAMPLES)
    assert [(v[0], v[1], v[2] if v[0] == "observation" else v[3], v[-1]) for v in values] == [
        ("target", "Số bản đạt chuẩn nông thôn mới", "4", "XXV"),
        ("observation", "Diện tích quế trồng", "300", None),
        ("observation", "Thu nhập bình quân đầu người", "52", None),
    ]


def test_only_the_right_answer_of_a_quiz_counts(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A question whose answers bear no mark says nothing."""
    values = _found(outline_of, lexicon, QUIZ)
    assert [v[:5] for v in values] == [("target", "Doanh thu du lịch", "=", "9500", "tỷ đồng")]


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        pytest.param(
            "Các chỉ tiêu của Đại hội XV được thực hiện đến đâu?", "results", id="how far targets were reached"
        ),
        pytest.param("TỔ CHỨC THỰC HIỆN VÀ NHỮNG ĐIỂN HÌNH TỪ CƠ SỞ", "results", id="models"),
        pytest.param("Nhân rộng điển hình tiên tiến", "unknown", id="models to be spread"),
        pytest.param("Nhiệm vụ, giải pháp được triển khai như thế nào?", "tasks", id="how tasks are carried out"),
    ],
)
def test_what_a_question_asks_for(title: str, stance: str) -> None:
    assert title_to_stance(title) == stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cơ cấu kinh tế chuyển dịch khá: tỷ trọng nông nghiệp từ 31,2% năm 2020 giảm còn 22,6% năm 2025 (Nghị quyết Đại hội XV: dưới 24%).",
            ["Tỷ trọng nông nghiệp 31.2", "Tỷ trọng nông nghiệp 22.6", "Tỷ trọng nông nghiệp < 24 target"],
            id="the congress behind the resolution",
        ),
        pytest.param(
            "Tỷ lệ lấp đầy các khu công nghiệp đến cuối năm 2025 mới đạt 58%, chưa đạt mức 65% như Đại hội XV yêu cầu.",
            ["Tỷ lệ lấp đầy các khu công nghiệp 58", "Tỷ lệ lấp đầy các khu công nghiệp 65 target"],
            id="as the congress asked",
        ),
        pytest.param(
            "Tỷ lệ đô thị hóa đạt 41,3%, thấp hơn 0,7 điểm % so với đích 42% mà Đại hội XV xác định.",
            ["Tỷ lệ đô thị hóa 41.3", "Tỷ lệ đô thị hóa 42 target"],
            id="a goal by another name",
        ),
        pytest.param(
            "Lao động qua đào tạo ước đạt 65,8%, có bằng cấp, chứng chỉ 26,1%; hai con số tương ứng trong Nghị quyết là 65% và 27%.",
            [
                "Tỷ lệ lao động qua đào tạo 65.8",
                "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ 26.1",
                "Tỷ lệ lao động qua đào tạo 65 target",
                "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ 27 target",
            ],
            id="numbers of the resolution in their order",
        ),
        pytest.param(
            "Đại hội XIV từng đặt chỉ tiêu tăng trưởng 12%/năm, thực tế chỉ đạt 8,1%/năm.",
            ["Tốc độ tăng trưởng 12 target", "Tốc độ tăng trưởng 8.1"],
            id="a target that an earlier congress had set",
        ),
        pytest.param(
            "Riêng năm 2025, tuy chịu tác động của bão, hạn và dịch bệnh, kinh tế vẫn tăng 4,8%.",
            ["Tốc độ tăng kinh tế 4.8"],
            id="a clause that concedes",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng, trong nhiệm kỳ tỉnh giảm 11 xã (từ 163 còn 152 xã).",
            ["Số xã giảm 11", "Số xã 152"],
            id="a resolution carried out, and what is left",
        ),
        pytest.param(
            "Khoảng cách vùng miền còn lớn: huyện Nậm Khê còn 9,6% hộ nghèo.",
            ["Tỷ lệ hộ nghèo huyện Nậm Khê 9.6"],
            id="a share in one place",
        ),
        pytest.param(
            "Từ năm 2021 đến năm 2025 tạo việc làm cho 9.000 lượt lao động, bình quân 1.800 lượt lao động/năm.",
            ["Số lượt lao động được tạo việc làm 9000", "Số lượt lao động được tạo việc làm bình quân 1800"],
            id="the mean of what was counted",
        ),
        pytest.param(
            "Tiếp nhận trực tuyến 4.215 hồ sơ, chiếm 57% tổng số hồ sơ.",
            ["Số hồ sơ được tiếp nhận trực tuyến 4215", "Tỷ lệ hồ sơ được tiếp nhận trực tuyến 57"],
            id="the share of a count in all",
        ),
        pytest.param(
            "Công nghiệp - xây dựng, dịch vụ và nông, lâm, thủy sản lần lượt chiếm 46%, 37% và 17%.",
            ["Tỷ lệ công nghiệp - xây dựng 46", "Tỷ lệ dịch vụ 37", "Tỷ lệ nông, lâm, thủy sản 17"],
            id="sectors in turn",
        ),
        pytest.param(
            "Thu ngân sách trên địa bàn tăng bình quân ít nhất 10%/năm, năm cuối nhiệm kỳ vượt mốc 20 nghìn tỷ đồng.",
            ["Tốc độ tăng thu ngân sách trên địa bàn bình quân >= 10", "Thu ngân sách trên địa bàn > 20"],
            id="the last year of what grows",
        ),
        pytest.param(
            "Hàng hóa qua cảng Bến Mới đạt 7,4 triệu tấn, bằng 3,1 lần năm 2020.",
            ["Sản lượng hàng hóa qua cảng Bến Mới 7.4"],
            id="a multiple of an earlier year",
        ),
        pytest.param(
            "Trong nhiệm kỳ đã đưa vào sử dụng cầu Bến Mới (dài 1.240 m, tổng vốn 1.095 tỷ đồng).",
            ["Chiều dài Cầu Bến Mới 1240", "Tổng vốn Cầu Bến Mới 1095"],
            id="a work that was put to use",
        ),
        pytest.param(
            "Nhiều năng lực mới sẽ đi vào hoạt động, nhất là Nhà máy điện Bến Mới 1 công suất 1.200 MW.",
            ["Công suất Nhà máy điện Bến Mới 1 1200"],
            id="a work with a number in its name",
        ),
        pytest.param(
            "Toàn xã có 84 tàu cá, gồm 41 tàu dưới 12 m, 27 tàu từ 12 m đến dưới 15 m và 16 tàu từ 15 m trở lên.",
            ["Số tàu cá 84", "Số tàu dưới 12 m 41", "Số tàu từ 12 m đến dưới 15 m 27", "Số tàu từ 15 m trở lên 16"],
            id="boats by their length",
        ),
    ],
)  # fmt: skip
def test_wordings(text: str, expected: list[str], lexicon: Lexicon) -> None:
    """Label, comparator and value, and whether it is a target that is quoted."""
    told = []
    for measure in sentence_to_measures(text, lexicon):
        sign = "" if measure.quantity.comparator == "=" else f"{measure.quantity.comparator} "
        told.append(f"{measure.label} {sign}{plain(measure.quantity.value)}{' target' if measure.restated else ''}")
    assert told == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("đạt 58%, chưa đạt mức 65% như Đại hội XV yêu cầu", "Chưa đạt", id="as the congress asked"),
        pytest.param(
            "đạt 41%, thấp hơn 1 điểm % so với đích 42% mà Đại hội XV xác định", "Chưa đạt", id="short of the goal"
        ),
    ],
)
def test_verdicts(text: str, verdict: str, lexicon: Lexicon) -> None:
    assert [v.verdict for v in text_to_verdicts(text, lexicon)] == [verdict]


@pytest.mark.parametrize(
    ("indicator", "unit", "cell", "expected"),
    [
        pytest.param(
            "Xã đạt chuẩn", "xã (%)", "89 (75,4)",
            [("Số xã đạt chuẩn", "xã", "89"), ("Tỷ lệ xã đạt chuẩn", "%", "75,4")], id="a number and its share",
        ),
        pytest.param("Xã đạt chuẩn", "xã (%)", "89", [], id="one value"),
        pytest.param("Xã đạt chuẩn", "xã", "89 (75,4)", [], id="one unit"),
    ],
)  # fmt: skip
def test_cells_of_two_values(
    indicator: str, unit: str, cell: str, expected: list[tuple[str, str, str]], lexicon: Lexicon
) -> None:
    assert [(h.indicator, h.unit, h.text) for h in cell_to_halves(indicator, unit, cell, lexicon)] == expected


TABLE = """PHẦN THỨ NHẤT
KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XV
TT	Chỉ tiêu	ĐVT	TH năm 2020	NQ XV (năm 2025)	Ước TH năm 2025	Đánh giá
1	Tốc độ tăng GRDP bình quân giai đoạn 2021 - 2025	%/năm	-	8,5	8,64	Vượt
2	Cơ cấu kinh tế	%				
	- Nông nghiệp		31,2	24	22,6	Đạt
	- Dịch vụ (cả thuế sản phẩm)		35,3	34	36,1	Vượt
3	Xã đạt chuẩn	xã (%)	41 (34,7)	71 (60)	89 (75,4)	Vượt
"""


def test_a_table_with_two_values_in_a_cell(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Words in brackets that are no unit leave the row the unit above; a mean of several years is of all of them."""
    found = find_facts(outline_of(HEAD + TABLE), lexicon)
    values = [short(f) for f in found.facts if isinstance(f, Target | Observation)]
    assert ("observation", "Cơ cấu kinh tế: Dịch vụ", "36.1", "%", "2025", "estimate", None) in values
    assert ("observation", "Số xã đạt chuẩn", "89", "xã", "2025", "estimate", None) in values
    assert ("observation", "Tỷ lệ xã đạt chuẩn", "75.4", "%", "2025", "estimate", None) in values
    assert ("target", "Tỷ lệ xã đạt chuẩn", "=", "60", "%", None, "2025", "XV") in values
    grown = next(a for a in found.of(Assessment) if a.indicator.startswith("Tốc độ"))
    assert (grown.verdict, grown.as_of) == ("Vượt", "2021-2025")


def test_dates_are_of_the_congress_named_last(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Two congresses in one sentence; and a term before its congress."""
    text = (
        "Tiến tới Đại hội đại biểu toàn quốc lần thứ XIV của Đảng, Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI họp từ ngày 26 đến ngày 28/10/2025 tại thành phố Sơn Bình.\n"
        "Nhiệm kỳ 2015 - 2020 (Đại hội XIV) chỉ có 12/19 chỉ tiêu đạt.\n"
    )
    found = find_facts(outline_of(HEAD + RESULTS + text), lexicon)
    told = {(c.org, c.ordinal): (c.dates, c.term) for c in found.of(Congress)}
    assert told[("Đảng bộ tỉnh Sơn Bình", "XVI")] == ("2025-10-26/2025-10-28", "2025-2030")
    assert told[("Đảng Cộng sản Việt Nam", "XIV")][0] is None


def test_national_programmes_are_not_the_provinces_own() -> None:
    """``quốc gia`` tells them apart."""
    assert not same_programme("Chương trình chuyển đổi số", "Chương trình Chuyển đổi số quốc gia đến năm 2025")
    assert line_to_date("Sơn Bình, tháng 12 năm 2030") == "2030-12"
