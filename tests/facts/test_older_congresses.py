"""Reports and resolutions of older congresses: verdicts, quoted targets and labels in their wordings, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, Discrepancy, Lexicon, Observation, Outline, Programme, Target
from vankien.vietnamese import plain

HEAD = """BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XII trình Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XIII
(Số 90-BC/TU, ngày 12/9/2020)
-----
Đại hội lần thứ XIII, nhiệm kỳ 2020 - 2025, diễn ra khi tỉnh đang đổi thay.

"""
RESULTS = HEAD + "A- KẾT QUẢ ĐẠT ĐƯỢC TRONG 5 NĂM 2016 - 2020\n\n{}\n"
GOALS = HEAD + "B- CHỈ TIÊU ĐẾN NĂM 2025\n\n{}\n"
Said = Callable[[str], list[str]]


def line(fact: Target | Observation | Assessment) -> str:
    """A fact in one line."""
    if isinstance(fact, Assessment):
        return f"{fact.indicator}: {fact.verdict}{f' {plain(fact.percent)}' if fact.percent is not None else ''}"
    number = "-" if fact.value is None else plain(fact.value)
    sign = fact.comparator if fact.comparator not in (None, "=", "range") else ""
    upper = f"..{plain(fact.upper)}" if fact.upper is not None else ""
    when = f"{fact.set_by}, {fact.by}" if isinstance(fact, Target) else str(fact.period)
    return f"{when}: {fact.indicator} | {sign}{number}{upper} {fact.unit or '-'}"


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Said:
    """The targets, observations and verdicts of a document, a line each."""

    def read(text: str) -> list[str]:
        found = find_facts(outline_of(text), lexicon, FINDERS)
        facts: list[Target | Observation | Assessment] = [*found.of(Target), *found.of(Observation)]
        facts += found.of(Assessment)
        return [line(f) for f in facts]

    return read


CASES = [
    pytest.param("Mật độ điện thoại năm 2020 đạt 48,5 máy/100 dân, vượt xa chỉ tiêu Đại hội 12 máy/100 dân, về đích trước 3 năm.", ["XII, 2020: Mật độ điện thoại | 12 máy/100 dân", "2020: Mật độ điện thoại | 48.5 máy/100 dân", "Mật độ điện thoại: Vượt"], id="far-over-the-target-long-before"),
    pytest.param("Tỷ lệ thôn có điện đạt 92% năm 2019, hoàn thành trước 1 năm chỉ tiêu Đại hội (92%).", ["XII, 2020: Tỷ lệ thôn có điện | 92 %", "2019: Tỷ lệ thôn có điện | 92 %", "Tỷ lệ thôn có điện: Đạt"], id="reached-before-its-time"),
    pytest.param("Tỷ lệ hộ nghèo từ 22% năm 2016 giảm còn 9,5% năm 2020, bình quân mỗi năm giảm 2,5%, vượt chỉ tiêu Đại hội (còn 11%).", ["XII, 2020: Tỷ lệ hộ nghèo | 11 %", "2016: Tỷ lệ hộ nghèo | 22 %", "2020: Tỷ lệ hộ nghèo | 9.5 %", "2016-2020: Mức giảm tỷ lệ hộ nghèo bình quân | 2.5 %", "Tỷ lệ hộ nghèo: Vượt"], id="bracket-quotes-the-level"),
    pytest.param("GDP bình quân 9,3%/năm tuy chưa đạt chỉ tiêu 10 - 11%/năm nhưng bằng 1,4 lần mức chung của cả nước.", ["XII, 2020: Tốc độ tăng GDP bình quân | 10..11 %", "2016-2020: Tốc độ tăng GDP bình quân | 9.3 %/năm", "Tốc độ tăng GDP bình quân: Chưa đạt"], id="missed-though-more-than-others"),
    pytest.param("Tổng sản phẩm trong tỉnh năm 2020 ước 4.100 tỷ đồng; tốc độ tăng bình quân 5 năm 8,2%/năm, cao hơn mức 7,5%/năm của giai đoạn 2011 - 2015.", ["2020: Tổng sản phẩm trong tỉnh | 4100 tỷ đồng", "2016-2020: Tốc độ tăng tổng sản phẩm trong tỉnh bình quân | 8.2 %/năm", "2011-2015: Tốc độ tăng tổng sản phẩm trong tỉnh bình quân | 7.5 %/năm"], id="higher-than-the-term-before"),
    pytest.param("Đến 31/8/2020, dư nợ tín dụng đạt 3.200 tỷ đồng, 5 năm tăng bình quân 14,2%/năm.", ["2020-08: Dư nợ tín dụng | 3200 tỷ đồng", "2016-2020: Tốc độ tăng dư nợ tín dụng bình quân | 14.2 %/năm"], id="mean-of-the-term-first"),
    pytest.param("Hai chỉ tiêu đến năm 2020 không đạt là: tốc độ tăng GDP và tỷ lệ lao động qua đào tạo.", ["Tốc độ tăng GDP: Không đạt", "Tỷ lệ lao động qua đào tạo: Không đạt"], id="targets-missed-by-name"),
    pytest.param("Năm 2020 có 62% số thôn (tức 93 thôn) đạt chuẩn văn hóa.", ["2020: Tỷ lệ thôn đạt chuẩn văn hóa | 62 %", "2020: Số thôn đạt chuẩn văn hóa | 93 thôn"], id="what-is-said-stands-behind-the-bracket"),
    pytest.param("Tỷ lệ chi bộ trong sạch, vững mạnh bình quân 5 năm 81% (chỉ tiêu: trên 80%), yếu kém 0,4%.", ["XII, 2020: Tỷ lệ chi bộ trong sạch, vững mạnh bình quân 5 năm | >80 %", "2016-2020: Tỷ lệ chi bộ trong sạch, vững mạnh bình quân 5 năm | 81 %", "2016-2020: Tỷ lệ chi bộ yếu kém bình quân 5 năm | 0.4 %"], id="grades-of-one-thing"),
    pytest.param("Toàn tỉnh có 2 khu, 5 cụm công nghiệp.", ["2016-2020: Số khu công nghiệp | 2 khu công nghiệp", "2016-2020: Số cụm công nghiệp | 5 cụm công nghiệp"], id="zones-and-clusters"),
    pytest.param("Năm 2020, bình quân 1 vạn dân có 31 sinh viên.", ["2020: Số sinh viên trên 1 vạn dân | 31 sinh viên/1 vạn dân"], id="rate-to-so-many-people"),
    pytest.param("Xóa được 900 nhà tạm theo Quyết định số 12/2017/QĐ-UBND ngày 03/4/2017 của UBND tỉnh.", ["2016-2020: Số nhà tạm được xóa | 900 nhà"], id="document-is-no-part-of-what-is-counted"),
    pytest.param("58% số trường đạt chuẩn quốc gia (mầm non 41%, tiểu học 77%).", ["2016-2020: Tỷ lệ trường đạt chuẩn quốc gia | 58 %", "2016-2020: Tỷ lệ trường đạt chuẩn quốc gia: Mầm non | 41 %", "2016-2020: Tỷ lệ trường đạt chuẩn quốc gia: tiểu học | 77 %"], id="kinds-behind-a-share"),
    pytest.param("Tỷ lệ hộ nghèo năm 2020 còn 9,5%; theo chuẩn mới áp dụng từ năm 2021, tỷ lệ hộ nghèo của tỉnh là 17%.", ["2020: Tỷ lệ hộ nghèo | 9.5 %", "2020: Tỷ lệ hộ nghèo của tỉnh theo chuẩn mới | 17 %"], id="another-standard"),
    pytest.param("Cơ cấu kinh tế ước năm 2020:\n- Dịch vụ: 35% (năm 2015: 31%; mục tiêu: 34%).", ["XII, 2020: Cơ cấu kinh tế: Dịch vụ | 34 %", "2020: Cơ cấu kinh tế: Dịch vụ | 35 %", "2015: Cơ cấu kinh tế: Dịch vụ | 31 %"], id="structure-below-its-head"),
]  # fmt: skip
AHEAD = [
    pytest.param("(1) Kim ngạch xuất khẩu đạt trên 90 triệu USD, mỗi năm tăng khoảng 15%.", ["XIII, 2025: Kim ngạch xuất khẩu | >90 triệu USD", "XIII, 2025: Tốc độ tăng kim ngạch xuất khẩu | ~15 %"], id="yearly-growth-of-a-goal"),
    pytest.param("- Đàn bò 12 vạn con.", ["XIII, 2025: Đàn bò | 12 vạn con"], id="herd"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_results(body: str, expected: list[str], facts_of: Said) -> None:
    """What a report says of the term that is over."""
    assert facts_of(RESULTS.format(body)) == expected


@pytest.mark.parametrize(("body", "expected"), AHEAD)
def test_goals(body: str, expected: list[str], facts_of: Said) -> None:
    """What it promises."""
    assert facts_of(GOALS.format(body)) == expected


RESOLUTION = """NGHỊ QUYẾT
ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH SƠN BÌNH LẦN THỨ XIII
(Thông qua tại phiên bế mạc ngày 24/9/2020)

I- Thông qua những đánh giá về 5 năm 2016 - 2020 nêu trong Báo cáo chính trị. Đại hội nhấn mạnh: thu ngân sách năm 2020 đạt 900 tỷ đồng; tỷ lệ hộ nghèo hạ từ 22% xuống còn 9,5%.

II- MỤC TIÊU, CHỈ TIÊU ĐẾN NĂM 2025

(1) Tỷ lệ che phủ rừng 55%.

Nghị quyết được 211/213 đại biểu biểu quyết tán thành.
"""


def test_a_resolution_without_a_term(facts_of: Said) -> None:
    """The heading of the goals says when they are due; what the congress approves of the term before are results."""
    assert facts_of(RESOLUTION) == [
        "XIII, 2025: Tỷ lệ che phủ rừng | 55 %",
        "2020: Thu ngân sách | 900 tỷ đồng",
        "2020: Tỷ lệ hộ nghèo | 22 %",
        "2020: Tỷ lệ hộ nghèo | 9.5 %",
        "None: Số đại biểu biểu quyết tán thành | 211 đại biểu",
    ]


TABLE = """C- PHỤ LỤC

Biểu 2
MỘT SỐ MỤC TIÊU CHỦ YẾU ĐẾN NĂM 2025
TT\tMục tiêu\tĐơn vị tính\tƯớc TH 2020\tNăm 2025\tTăng BQ (%/năm)
1\tGDP (giá 2010)\tTỷ đồng\t4.100\t6.300\t9,0
2\tTỷ lệ hộ nghèo (chuẩn mới)\t%\t17\t<8\t-
"""


def test_a_column_of_yearly_growth(facts_of: Said) -> None:
    """It measures the growth of what the rows measure, up to the target beside it."""
    assert facts_of(HEAD + TABLE) == [
        "XIII, 2025: GDP (giá 2010) | 6300 tỷ đồng",
        "XIII, 2025: Tốc độ tăng bình quân GDP (giá 2010) | 9 %",
        "XIII, 2025: Tỷ lệ hộ nghèo (chuẩn mới) | <8 %",
        "2020: GDP (giá 2010) | 4100 tỷ đồng",
        "2020: Tỷ lệ hộ nghèo (chuẩn mới) | 17 %",
    ]


PROGRAMMES = """A- KẾT QUẢ ĐẠT ĐƯỢC TRONG 5 NĂM 2016 - 2020

Đại hội XII đề ra 20 chỉ tiêu và 2 chương trình trọng điểm(1). Thu ngân sách tăng khá(2).

B- PHƯƠNG HƯỚNG, NHIỆM VỤ

I- HAI KHÂU ĐỘT PHÁ

Một là, xây dựng đường liên xã ở vùng cao. Hai là, đào tạo thợ rèn trẻ: đến năm 2025 có 40% thợ rèn được đào tạo.

T/M BAN CHẤP HÀNH

(1) Gồm: Chương trình phát triển nghề rèn; Chương trình trồng quế hữu cơ.
(2) Không kể thu từ đất.
"""


def test_programmes_of_a_note_and_of_one_paragraph(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A note names the key programmes of the congress before; breakthroughs run on in one paragraph, each with its goals."""
    found = find_facts(outline_of(HEAD + PROGRAMMES), lexicon, FINDERS)
    assert [(p.name, p.kind, p.set_by) for p in found.of(Programme)] == [
        ("Xây dựng đường liên xã ở vùng cao", "breakthrough", "XIII"),
        ("Đào tạo thợ rèn trẻ", "breakthrough", "XIII"),
        ("Chương trình phát triển nghề rèn", "key_program", "XII"),
        ("Chương trình trồng quế hữu cơ", "key_program", "XII"),
    ]
    assert [t.set_by for t in found.of(Target)] == ["Đào tạo thợ rèn trẻ"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Giá trị sản xuất năm 2020 ước 4.400 tỷ đồng, gấp 1,7 lần năm 2015 (1.900 tỷ đồng).", ["gấp 1,7 lần", "4.400/1.900 = 2,32 lần"], id="multiple"),
        pytest.param("Giá trị sản xuất năm 2020 ước 4.400 tỷ đồng, gấp 2,3 lần năm 2015 (1.900 tỷ đồng).", [], id="multiple-that-fits"),
        pytest.param("Tỷ trọng của công nghiệp, dịch vụ và nông nghiệp lần lượt là 43%, 37% và 21%.", ["43% + 37% + 21%", "tổng 101%"], id="shares-in-turn"),
        pytest.param("Trong 5 năm kết nạp 4.500 đảng viên, bình quân 900 đảng viên/năm, đạt 118% chỉ tiêu Đại hội (4.000 đảng viên).", ["118%", "4.500/4.000 = 112,5%"], id="share-of-the-target-behind-a-mean"),
        pytest.param("Tổng vốn 5 năm ước 900 tỷ đồng (mục tiêu: 800 tỷ đồng); gồm vốn nhà nước 500 tỷ đồng, vốn dân cư 380 tỷ đồng.", ["900 tỷ đồng", "500 + 380 = 880 tỷ đồng"], id="sum-behind-a-bracket"),
        pytest.param("Tỷ lệ lao động qua đào tạo năm 2020 đạt 38% (đào tạo nghề 26%). Tỷ lệ lao động qua đào tạo nghề năm 2020 đạt 26%.", [], id="training-of-another-kind"),
    ],
)  # fmt: skip
def test_contradictions(text: str, told: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Printed arithmetic that is wrong, and what only looks so."""
    found = find_facts(outline_of(RESULTS.format(text)), lexicon, FINDERS)
    assert [side.split(" (dòng")[0] for d in found.of(Discrepancy) for side in (d.a, d.b)] == told
