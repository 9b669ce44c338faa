"""Sentences → verdicts: the wordings of reports, about the invented province Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import FINDERS, find_facts
from vankien.facts.observations import find_observations
from vankien.facts.targets.finding import find_targets
from vankien.facts.verdicts.assessments import find_assessments
from vankien.facts.verdicts.verdict import text_to_verdicts
from vankien.model import Assessment, Lexicon, Outline

HEAD = """TỈNH ỦY SƠN BÌNH

BÁO CÁO
Kết quả thực hiện nhiệm vụ năm 2024
-----

I. KẾT QUẢ

"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sản lượng chè đạt 44 nghìn tấn, đạt 110% kế hoạch.", [("Vượt", "110")], id="more-than-the-plan"),
        pytest.param("Thu ngân sách 2.105 tỷ đồng, bằng 98,4% kế hoạch.", [("Chưa đạt", "98.4")], id="less-than-the-plan"),
        pytest.param("Tỷ lệ hộ dùng nước tập trung 76%, bằng 95% mục tiêu.", [("Chưa đạt", "95")], id="a-noun-is-no-hope"),
        pytest.param("Trồng 260 ha chè, tương đương 65% chỉ tiêu cả nhiệm kỳ.", [("Chưa đạt", "65")], id="as-much-as-a-share"),
        pytest.param("Có 100% hộ dùng điện, về đích trước Nghị quyết 01 năm.", [("Đạt", None)], id="a-year-before-the-resolution"),
        pytest.param("Thu gom rác đạt 93%, còn thiếu 2 điểm % mới bằng mức Nghị quyết giao.", [("Chưa đạt", None)], id="so-much-lacks"),
        pytest.param("Hồ sơ trên mạng đạt 78%, vượt xa mức 50% mà Kế hoạch số 8-KH/TU xác định.", [("Vượt", None)], id="far-above-the-level"),
        pytest.param("Riêng cây hồi mới được 41,5% mục tiêu.", [("Chưa đạt", "41.5")], id="only-so-much"),
        pytest.param("Kim ngạch còn 31 triệu USD, hụt xa mục tiêu 90 triệu USD.", [("Chưa đạt", None)], id="far-behind"),
        pytest.param("Phấn đấu thu phí tăng 9%/năm, giải ngân hằng năm đạt trên 95% kế hoạch.", [], id="hoped-from-the-first-word"),
        pytest.param("Trồng 260 ha chè, đạt 100% chỉ tiêu Nghị quyết.", [("Đạt", "100")], id="exactly-the-plan"),
        pytest.param("Đón 1,2 triệu lượt khách, gấp 1,5 lần so với kế hoạch.", [("Vượt", None)], id="multiple"),
        pytest.param("Tốc độ tăng đạt 12%, tăng 2 điểm % so với Nghị quyết.", [("Vượt", None)], id="more-than-the-resolution"),
        pytest.param("Che phủ rừng 55%, đạt mục tiêu Nghị quyết.", [("Đạt", None)], id="met"),
        pytest.param("Che phủ rừng đạt 55% (đạt MTNQ).", [("Đạt", None)], id="met-in-a-bracket-abbreviated"),
        pytest.param("Thu ngân sách đạt 2.105 tỷ đồng (đạt 103,1% MTNQ).", [("Vượt", "103.1")], id="share-of-an-abbreviated-target"),
        pytest.param("Tăng trưởng 8,7%/năm (vượt 1,7 điểm % NQĐH).", [("Vượt", None)], id="points-above-an-abbreviated-target"),
        pytest.param("Có 14 xã về đích, vượt kế hoạch 2 xã.", [("Vượt", None)], id="exceeded-by-a-number"),
        pytest.param("Tỷ lệ 8,1%, vượt 3,7% so với chỉ tiêu đề ra.", [("Vượt", None)], id="amount-before-the-target"),
        pytest.param("Tỷ lệ hộ nghèo 9,8%, chưa đạt chỉ tiêu Nghị quyết.", [("Chưa đạt", None)], id="not-yet-met"),
        pytest.param("Số giường bệnh 33, không đạt kế hoạch.", [("Không đạt", None)], id="missed"),
        pytest.param("Các xã đều đạt và vượt chỉ tiêu Nghị quyết.", [("Đạt", None)], id="joined-verdicts-count-as-the-weaker"),
        pytest.param("Có 12/30 chỉ tiêu nhánh nay đã đạt và vượt mục tiêu Nghị quyết.", [("Đạt", None)], id="counted-and-joined"),
        pytest.param("Tỷ lệ bản văn hóa đạt 70%, vượt 5,6%, tăng dần.", [("Vượt", None)], id="bare-amount-after-a-comma"),
        pytest.param("Thu nhập đạt 61 triệu đồng, so với mục tiêu Nghị quyết vượt (58 triệu đồng).", [("Vượt", None)], id="behind-its-target"),
        pytest.param("Tỷ lệ chi bộ tốt đạt 92%, so với Nghị quyết vượt 2 điểm %.", [("Vượt", None)], id="behind-its-target-with-an-amount"),
        pytest.param("Tỷ lệ đô thị hóa 21% (mục tiêu 25%, khó đạt).", [("Khó đạt", None)], id="in-brackets-behind-the-target"),
        pytest.param("GRDP tăng 6,1%, thấp hơn kịch bản đề ra (7%).", [("Chưa đạt", None)], id="lower-than-the-scenario"),
        pytest.param("Tỷ lệ đô thị hóa 21%, kém 4 điểm % so với mục tiêu Nghị quyết.", [("Chưa đạt", None)], id="short-of"),
        pytest.param("Tỷ lệ che phủ rừng 51,2%, bằng mục tiêu Nghị quyết.", [("Đạt", None)], id="equal-to-the-target"),
        pytest.param("Tỷ lệ đô thị hóa 21% (mục tiêu từ 20% trở lên: vượt).", [("Vượt", None)], id="in-brackets-behind-a-colon"),
        pytest.param("Các chỉ tiêu không đạt: tỷ lệ đô thị hóa.", [("Không đạt", None)], id="over-a-list"),
        pytest.param("Trong 20 chỉ tiêu, có 15 chỉ tiêu vượt, 05 chỉ tiêu đạt.", [], id="counts-are-no-list"),
        pytest.param("Phấn đấu đạt mục tiêu Nghị quyết đề ra.", [], id="hope"),
        pytest.param("Các giải pháp để đạt mục tiêu năm 2025.", [], id="purpose"),
        pytest.param("Chăn nuôi tăng 4%, thấp hơn mức 6 - 7%/năm mà Chương trình 27 đề ra.", [("Chưa đạt", None)], id="below-what-a-document-sets"),
        pytest.param("Có 210 giường bệnh nhưng vẫn thiếu 40 giường so với yêu cầu.", [("Chưa đạt", None)], id="short-of-what-is-needed"),
        pytest.param("Giảm 2,4%, đáp ứng yêu cầu tối thiểu 2%/năm tại Chỉ thị số 5-CT/TU.", [("Đạt", None)], id="meets-what-is-required"),
        pytest.param("Tỷ lệ hộ có điện đạt 99%, về đích trước 02 năm.", [("Đạt", None)], id="ahead-of-time"),
        pytest.param("Nghị quyết đặt ra 40 bến cảng, là chỉ tiêu khó đạt.", [("Khó đạt", None)], id="says-what-kind-of-target-it-is"),
        pytest.param("Có 7 hợp tác xã (mục tiêu 9 hợp tác xã), chưa đạt.", [("Chưa đạt", None)], id="behind-the-bracket-of-its-target"),
        pytest.param("Năng suất 52 tạ/ha, mục tiêu 60 tạ/ha khó đạt trong năm tới.", [("Khó đạt", None)], id="behind-the-target-itself"),
        pytest.param("Xã Nậm Sơn đạt chuẩn nông thôn mới.", [], id="standard-is-no-target"),
        pytest.param("Thi đua vượt khó, đạt nhiều thành tích.", [], id="no-target-named"),
        pytest.param(
            "Phấn đấu 6 tháng cuối năm: GRDP tăng 9%; thu ngân sách cả năm 650 tỷ đồng, vượt 8% dự toán tỉnh giao.",
            [],
            id="a-whole-list-that-is-hoped-for",
        ),
    ],
)  # fmt: skip
def test_verdicts_of_a_sentence(text: str, expected: list[tuple[str, str | None]], lexicon: Lexicon) -> None:
    """A verdict needs its word and its target; what is only hoped for is none."""
    found = text_to_verdicts(text, lexicon)
    assert [(v.verdict, None if v.percent is None else str(v.percent)) for v in found] == expected


def find(
    outline_of: Callable[..., Outline], lexicon: Lexicon, text: str
) -> list[tuple[str, str, str | None, str | None]]:
    """Indicator, verdict, time and percentage of every assessment of a text."""
    finders = (find_targets, find_observations, find_assessments)
    assert set(finders) <= set(FINDERS)
    found = find_facts(outline_of(HEAD + text), lexicon, finders).of(Assessment)
    return [(f.indicator, f.verdict, f.as_of, None if f.percent is None else str(f.percent)) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tuy nhiên, tăng trưởng chưa đạt kịch bản đề ra (8%).",
            [("Tốc độ tăng trưởng kinh tế", "Chưa đạt", None, None)],
            id="words-behind-however",
        ),
        pytest.param(
            "Các chỉ tiêu về sản lượng chè, tỷ lệ đô thị hóa không đạt mục tiêu đề ra.",
            [("Sản lượng chè", "Không đạt", None, None), ("Tỷ lệ đô thị hóa", "Không đạt", None, None)],
            id="list-before-its-verdict",
        ),
        pytest.param(
            "Tỷ lệ che phủ rừng đạt 55%, tỷ lệ hộ dùng điện đạt 97%, vượt lần lượt 2% và 1,5% so với mục tiêu Đại hội.",
            [("Tỷ lệ che phủ rừng", "Vượt", None, None), ("Tỷ lệ hộ dùng điện", "Vượt", None, None)],
            id="by-how-much-each-is-beyond-its-target",
        ),
        pytest.param(
            "Năm 2024, sản lượng chè búp tươi đạt 44 nghìn tấn, bằng 110% kế hoạch.",
            [("Sản lượng chè búp tươi", "Vượt", "2024", "110")],
            id="value-then-share",
        ),
        pytest.param(
            "Tỷ lệ che phủ rừng đạt 55%, đạt mục tiêu Nghị quyết; tỷ lệ đô thị hóa đạt 19,5%, chưa đạt kế hoạch.",
            [("Tỷ lệ che phủ rừng", "Đạt", None, None), ("Tỷ lệ đô thị hóa", "Chưa đạt", None, None)],
            id="each-clause-its-own",
        ),
        pytest.param(
            "Một số chỉ tiêu dự ước khó đạt Nghị quyết và kế hoạch năm 2024 như: Tốc độ tăng GRDP, thu ngân sách trên "
            "địa bàn,…; sản xuất còn nhỏ lẻ.",
            [("Tốc độ tăng GRDP", "Khó đạt", None, None), ("Thu ngân sách trên địa bàn", "Khó đạt", None, None)],
            id="list-of-names",
        ),
        pytest.param(
            "Một số chỉ tiêu văn hóa chưa đạt theo kế hoạch: Hết năm 2024 mới có 6 thư viện, đạt 75%; 3/4 nhà văn hóa huyện, "
            "đạt 75% so với kế hoạch đề ra.",
            [("Số thư viện", "Chưa đạt", "2024", "75"), ("Số nhà văn hóa huyện", "Chưa đạt", "2024", "75")],
            id="shares-of-the-plan-in-a-list-that-missed-it",
        ),
        pytest.param(
            "Ba chỉ tiêu không đạt là: sản lượng chè, tỷ lệ đô thị hóa (mới đạt 19% so với mục tiêu 22%), số trạm y tế.",
            [
                ("Sản lượng chè", "Không đạt", None, None),
                ("Tỷ lệ đô thị hóa", "Không đạt", None, None),
                ("Số trạm y tế", "Không đạt", None, None),
            ],
            id="a-verdict-in-the-bracket-of-an-item",
        ),
        pytest.param(
            "Theo kế hoạch năm 2024, có 02 chỉ tiêu khó đạt gồm: tỷ lệ đô thị hóa (ước 21,5%/25%), kim ngạch xuất khẩu.",
            [("Tỷ lệ đô thị hóa", "Khó đạt", "2024", None), ("Kim ngạch xuất khẩu", "Khó đạt", "2024", None)],
            id="counted-head-items-with-brackets",
        ),
        pytest.param(
            "Đến nay 92,3% số xã đạt chuẩn nông thôn mới (mục tiêu Nghị quyết 90%, vượt).",
            [("Tỷ lệ xã đạt chuẩn nông thôn mới", "Vượt", None, None)],
            id="verdict-in-the-brackets-of-its-target",
        ),
        pytest.param("Kinh tế tăng trưởng chậm; có 07/26 chỉ tiêu không đạt.", [], id="how-many-but-not-which"),
        pytest.param("Kinh tế tăng chậm; còn 5/48 chỉ tiêu thành phần không đạt mục tiêu Nghị quyết.", [], id="some-of-all"),
        pytest.param("Hầu hết các chỉ tiêu đều đạt và vượt kế hoạch.", [], id="most-targets-are-no-indicator"),
        pytest.param("Hầu hết các chỉ tiêu chính nay đều đạt, vượt kế hoạch.", [], id="the-main-targets-are-none-either"),
        pytest.param("Tình hình đạt được các chỉ tiêu chính của Nghị quyết Đại hội XI", [], id="a-title-names-no-target"),
        pytest.param("Dù gặp nhiều trở ngại, đã cơ bản hoàn thành các mục tiêu của năm.", [], id="whatever-targets"),
        pytest.param(
            "Năm 2024 các chỉ tiêu sau đạt kế hoạch đề ra: Tỷ lệ che phủ rừng 55%; tỷ lệ đô thị hóa 19,5%.",
            [("Tỷ lệ che phủ rừng", "Đạt", "2024", None), ("Tỷ lệ đô thị hóa", "Đạt", "2024", None)],
            id="one-verdict-for-a-list",
        ),
        pytest.param(
            "Tỷ lệ lao động qua đào tạo đạt 63%, đạt chỉ tiêu Nghị quyết đề ra (Nghị quyết: 62%).",
            [("Tỷ lệ lao động qua đào tạo", "Đạt", None, None)],
            id="bracket-with-a-colon-is-no-list",
        ),
        pytest.param(
            "Toàn tỉnh thực hiện đạt 12/12 chỉ tiêu chủ yếu của Nghị quyết Đại hội; huyện đạt 9/12 chỉ tiêu chủ yếu.",
            [("Chỉ tiêu chủ yếu của Nghị quyết Đại hội (12/12)", "Đạt", None, None)],
            id="group-of-targets-and-only-some-of-them",
        ),
        pytest.param("Phấn đấu tỷ lệ che phủ rừng đạt 57%, vượt mục tiêu Nghị quyết.", [("Tỷ lệ che phủ rừng", "Vượt", None, None)], id="verdict-on-an-expected-value"),
        pytest.param("Công tác tư tưởng được triển khai, vượt kế hoạch.", [], id="no-value-no-assessment"),
        pytest.param("Trong 9 tháng năm 2024, thu ngân sách trên địa bàn đạt 1.480 tỷ đồng, bằng 70,3% kế hoạch.", [], id="part-of-the-year-of-a-plan"),
        pytest.param("92% tổ chức đảng và 90,5% đảng viên hoàn thành tốt nhiệm vụ, đều vượt chỉ tiêu Nghị quyết.", [("Tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ", "Vượt", None, None), ("Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ", "Vượt", None, None)], id="all-of-a-list"),
        pytest.param("100% cán bộ cấp xã được bồi dưỡng lý luận chính trị; 100% cán bộ thôn được tập huấn chuyên môn (đạt MTNQ).", [("Tỷ lệ cán bộ cấp xã được bồi dưỡng lý luận chính trị", "Đạt", None, None), ("Tỷ lệ cán bộ thôn được tập huấn chuyên môn", "Đạt", None, None)], id="bracket-behind-a-list-of-one-form"),
        pytest.param("Tỷ lệ hộ gia đình văn hóa đạt 76%, thôn văn hóa đạt 65%, cơ quan văn hóa đạt 95% (vượt MTNQ).", [("Tỷ lệ hộ gia đình văn hóa", "Vượt", None, None), ("Tỷ lệ thôn văn hóa", "Vượt", None, None), ("Tỷ lệ cơ quan văn hóa", "Vượt", None, None)], id="bracket-behind-a-list-that-shares-its-noun"),
        pytest.param("Tỷ lệ che phủ rừng đạt 45%, tỷ lệ đô thị hóa đạt 21% (vượt MTNQ).", [("Tỷ lệ đô thị hóa", "Vượt", None, None)], id="bracket-behind-two-nouns-judges-the-last"),
        pytest.param("Tổng vốn đầu tư trên địa bàn không đạt kế hoạch, chỉ bằng 93,7%.", [("Tổng vốn đầu tư trên địa bàn", "Không đạt", None, "93.7")], id="indicator-in-words"),
        pytest.param("Tốc độ tăng trưởng bình quân thấp hơn mục tiêu Nghị quyết.", [("Tốc độ tăng trưởng bình quân", "Chưa đạt", None, None)], id="lower-than-the-target"),
        pytest.param("Các chỉ tiêu về tốc độ tăng GRDP, tỷ lệ đô thị hóa (18%, thấp hơn 2 điểm %) và nhà ở xã hội đều không đạt.", [("Tốc độ tăng GRDP", "Không đạt", None, None), ("Tỷ lệ đô thị hóa", "Không đạt", None, None), ("Nhà ở xã hội", "Không đạt", None, None)], id="list-before-a-verdict-on-all"),
        pytest.param("Còn 3 chỉ tiêu chưa đạt (thu ngân sách, tỷ lệ đô thị hóa và tỷ lệ che phủ rừng).", [("Thu ngân sách", "Chưa đạt", None, None), ("Tỷ lệ đô thị hóa", "Chưa đạt", None, None), ("Tỷ lệ che phủ rừng", "Chưa đạt", None, None)], id="list-in-brackets-behind-a-count"),
        pytest.param("Tuy nhiên, chỉ tiêu khách quốc tế Nghị quyết Đại hội đề ra chưa đạt.", [("Khách quốc tế", "Chưa đạt", None, None)], id="target-before-the-verdict"),
        pytest.param("Sản lượng cá năm 2024 đạt 12 tấn, mục tiêu 15 tấn khó đạt trong năm tới.", [("Sản lượng cá", "Khó đạt", None, None)], id="of-a-year-to-come"),
        pytest.param("Diện tích chè đạt 30 ha; Nghị quyết số 9-NQ/TU đặt ra yêu cầu đến năm 2026 tối thiểu 50 ha, là chỉ tiêu khó đạt.", [("Diện tích chè", "Khó đạt", None, None)], id="of-the-target-that-a-document-sets"),
    ],
)  # fmt: skip
def test_assessments(
    text: str,
    expected: list[tuple[str, str, str | None, str | None]],
    outline_of: Callable[..., Outline],
    lexicon: Lexicon,
) -> None:
    """The verdict belongs to the value before it; the year only if the sentence prints it."""
    assert find(outline_of, lexicon, text) == expected


def test_evidence_stands_at_the_verdict(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The quote runs from the value to the verdict, over wrapped lines."""
    text = "Năm 2024, thu ngân sách trên địa bàn đạt 2.105 tỷ đồng,\nbằng 98,4% kế hoạch.\n"
    outline = outline_of(HEAD + text)
    (found,) = find_facts(outline, lexicon, (find_observations, find_assessments)).of(Assessment)
    assert found.evidence.quote == "2.105 tỷ đồng, bằng 98,4% kế hoạch"
    assert found.evidence.line == found.evidence.first_line + 1 == found.evidence.last_line


def test_many_brackets_behind_the_word_target(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Forty brackets between the word target and a verdict behind a colon are looked through once."""
    items = ", ".join(f"xã {n} (khu {n})" for n in range(1, 41))
    assert find(outline_of, lexicon, f"Các chỉ tiêu của {items}: vượt mục tiêu Nghị quyết.") == []


def test_a_footnote_names_the_targets_that_the_text_counts(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    text = (
        HEAD
        + "Còn 2/9 chỉ tiêu chưa đạt Nghị quyết[1]. Nguyên nhân là vốn ít.\n\nII. HẠN CHẾ\n\nĐường còn xấu.\n\n"
        + "[1] Gồm: số bác sĩ/1 vạn dân; thu gom, xử lý rác thải.\n"
    )
    found = find_facts(outline_of(text), lexicon, FINDERS)
    assert [(a.indicator, a.verdict) for a in found.of(Assessment)] == [
        ("Số bác sĩ/1 vạn dân", "Chưa đạt"),
        ("Thu gom, xử lý rác thải", "Chưa đạt"),
    ]
