"""What does not agree, and what only seems not to: own texts about the invented province Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from vankien.facts import find_facts
from vankien.facts.discrepancies.documents import title_difference
from vankien.facts.discrepancies.finding import find_discrepancies
from vankien.facts.discrepancies.parts import differ_by_rounding, rounds_to, vi
from vankien.facts.discrepancies.values import label_words
from vankien.facts.observations import find_observations
from vankien.facts.programmes.finding import find_programmes
from vankien.facts.tables.facts import find_table_facts
from vankien.facts.targets.finding import find_targets
from vankien.facts.verdicts.assessments import find_assessments
from vankien.model import Discrepancy, Lexicon, Outline

HEAD = """TỈNH ỦY SƠN BÌNH

BÁO CÁO
Sơ kết việc thực hiện Nghị quyết Đại hội tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020-2025
-----

I. KẾT QUẢ

"""
TABLE = """
Phụ lục 1
KẾT QUẢ CÁC CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XV, NHIỆM KỲ 2020-2025

| TT | Chỉ tiêu | ĐVT | Mục tiêu Đại hội | Kết quả giai đoạn 2021-2023 | Tỷ lệ % so với mục tiêu | Đánh giá | Ước kết quả giai đoạn 2020-2025 | Đánh giá cuối kỳ |
|---|---|---|---|---|---|---|---|---|
"""
FINDERS = (find_programmes, find_table_facts, find_targets, find_observations, find_assessments, find_discrepancies)


def find(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str) -> list[Discrepancy]:
    """The discrepancies of a text."""
    return list(find_facts(outline_of(HEAD + text), lexicon, FINDERS).of(Discrepancy))


YEARS = """
Phụ lục 1
KẾT QUẢ CÁC CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XV, NHIỆM KỲ 2020-2025

| TT | Chỉ tiêu | ĐVT | TH 2021 | TH 2022 | Ước 2023 | Mục tiêu đến 2025 | Đánh giá đến hết năm 2023 |
|---|---|---|---|---|---|---|---|
"""


@pytest.mark.parametrize(
    ("row", "checks"),
    [
        pytest.param("| 1 | Vốn làm hồ | tỷ đồng | 10 | 20 | 30 | 100 (2021 - 2025) | Đạt 60% |", [], id="years-together"),
        pytest.param("| 1 | Vốn làm hồ | tỷ đồng | 10 | 20 | 30 | 100 (2021 - 2025) | Đạt 70% |", ["percent"], id="neither-one-nor-together"),
        pytest.param("| 1 | Số xã có chợ | xã | 10 | 14 | 18 | >= 20 | Khả năng đạt vào năm 2025 |", [], id="of-a-year-to-come"),
        pytest.param("| 1 | Số xã có chợ | xã | 10 | 14 | 18 | >= 20 | Đạt |", ["verdict"], id="of-the-year-told"),
    ],
)  # fmt: skip
def test_rows_of_years(row: str, checks: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """What several years make together, and what is only to come, contradicts no number of one year."""
    found = find(outline_of, lexicon, f"Mở đầu.\n{YEARS}{row}\n| 2 | Số cầu treo | cầu | 1 | 2 | 3 | 5 | Đạt 60% |\n")
    assert [f.evidence.rule.removeprefix("discrepancy-") for f in found] == checks


HALF = YEARS.replace("Ước 2023 |", "Ước 6 tháng 2023 |").replace(
    "Đánh giá đến hết năm 2023", "Đánh giá khả năng hoàn thành"
)


@pytest.mark.parametrize(
    ("said", "checks"),
    [
        pytest.param("Đạt", [], id="a-forecast-beside-half-a-year"),
        pytest.param("Đã đạt", ["verdict"], id="already-reached"),
    ],
)
def test_verdicts_on_what_can_be_reached(
    outline_of: Callable[..., Outline], lexicon: Lexicon, said: str, checks: list[str]
) -> None:
    row = f"| 1 | Số xã có chợ | xã | 10 | 14 | 18 | >= 20 | {said} |"
    assert [
        d.evidence.rule.removeprefix("discrepancy-") for d in find(outline_of, lexicon, HALF + row + "\n")
    ] == checks


@pytest.mark.parametrize(
    ("row", "checks"),
    [
        pytest.param("| 1 | Sản lượng cá | tấn | 900 | 720 | 80% | Chưa đạt | 910 | Vượt |", [], id="all-right"),
        pytest.param("| 1 | Sản lượng cá | tấn | 900 | 720 | 88% | Chưa đạt | 910 | Vượt |", ["percent"], id="wrong-percentage"),
        pytest.param("| 1 | Sản lượng cá | tấn | 900 | 700 | 77,7% | Chưa đạt | 910 | Vượt |", [], id="cut-off-is-no-error"),
        pytest.param("| 1 | Đảng viên giỏi | % | >90 | 95 | 95% | Vượt | 96 | Vượt |", ["percent"], id="percentage-repeats-the-result"),
        pytest.param("| 1 | Đảng viên giỏi | % | >90 | >90 | 100% | Đạt | >90 | Đạt |", [], id="bound-met-by-a-bound"),
        pytest.param("| 1 | Tỷ trọng dịch vụ | % | 36,5 | 38 | | Chưa đạt | 37 | Vượt |", ["verdict"], id="contrary-verdicts-on-one-side"),
        pytest.param("| 1 | Tỷ trọng dịch vụ | % | 36,5 | 36 | | Chưa đạt | 37 | Vượt |", [], id="verdicts-on-two-sides"),
        pytest.param("| 1 | Số xã có chợ | xã | >= 20 | 18 | | Đạt | 22 | Vượt |", ["verdict"], id="met-below-a-minimum"),
        pytest.param("| 1 | Nợ đọng | % | < 3 | 4 | | Chưa đạt | 2,5 | Đạt |", [], id="lower-is-better"),
    ],
)  # fmt: skip
def test_rows_against_themselves(
    row: str, checks: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Percentages and verdicts are recomputed from the numbers of their row."""
    found = find(
        outline_of, lexicon, f"Mở đầu.\n{TABLE}{row}\n| 2 | Số cầu treo | cầu | 5 | 3 | 60% | Chưa đạt | 5 | Đạt |\n"
    )
    assert [f.evidence.rule.removeprefix("discrepancy-") for f in found] == checks


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param("Toàn tỉnh giải quyết 57/58 kiến nghị, đạt 99%.", "57/58 = 98,3%", id="ratio-against-share"),
        pytest.param("Toàn tỉnh giải quyết 57/58 kiến nghị, đạt 98,3%.", None, id="ratio-agrees"),
        pytest.param("Có 28/58 xã, chiếm 48,3%.", None, id="ratio-rounded"),
        pytest.param("Đã giải ngân 38 tỷ đồng trên tổng số 40 tỷ đồng, đạt 93%.", "Tỷ lệ so với tổng số không khớp", id="share-of-a-total"),
        pytest.param("Đã giải ngân 38 tỷ đồng trên tổng số 40 tỷ đồng, đạt 95%.", None, id="share-of-a-total-agrees"),
        pytest.param("Vốn huy động đạt 7.100 triệu đồng, tăng 20% (tăng 761 triệu đồng) so với năm 2022.", "761/6.339 = 12%", id="growth-against-increase"),
        pytest.param("Vốn huy động đạt 7.100 triệu đồng, tăng 12% (tăng 761 triệu đồng) so với năm 2022.", None, id="growth-agrees"),
        pytest.param("Ban hành chính sách giai đoạn 2021 - 2015.", "Năm cuối trước năm đầu", id="period-runs-backwards"),
        pytest.param("Ban hành chính sách giai đoạn 2026-3030.", "Năm không thể có", id="impossible-year"),
        pytest.param("Ban hành chính sách giai đoạn 2021-2025.", None, id="good-period"),
        pytest.param("Câu lạc bộ có 430 hội viên (nữ 180, nam 240).", "Tổng không bằng các thành phần", id="bracket-does-not-sum-up"),
        pytest.param("Câu lạc bộ có 420 hội viên (nữ 180, nam 240).", None, id="bracket-sums-up"),
        pytest.param("Lớp nghề có 7.460 học viên (trong đó: nữ 1.240 học viên; nam 1.220 học viên).", "Tổng không bằng các thành phần", id="one-digit-misprinted"),
        pytest.param("Lớp nghề có 5.300 học viên (trong đó: nữ 1.240 học viên; nam 1.220 học viên).", None, id="parts-need-not-be-all"),
        pytest.param("Trồng 500 ha rừng, trong đó 620 ha rừng phòng hộ.", "Một phần lớn hơn tổng", id="part-larger-than-the-whole"),
        pytest.param("Diện tích tăng 120 ha, trong đó chè có 5.220 ha.", None, id="an-increase-is-no-total"),
        pytest.param(
            "Tổng kinh phí dự kiến 486 tỷ đồng, gồm: ngân sách trung ương 210 tỷ đồng; ngân sách tỉnh 180 tỷ đồng; vốn xã hội hóa 86 tỷ đồng.",
            "Tổng không bằng các thành phần",
            id="parts-between-semicolons-do-not-sum-up",
        ),
        pytest.param(
            "Tổng kinh phí dự kiến 476 tỷ đồng, gồm: ngân sách trung ương 210 tỷ đồng; ngân sách tỉnh 180 tỷ đồng; vốn xã hội hóa 86 tỷ đồng.",
            None,
            id="parts-between-semicolons-sum-up",
        ),
        pytest.param(
            "Lượng khách du lịch ước đạt 1.345 nghìn lượt, tăng 18,4%, trong đó khách nội địa 1.280 nghìn lượt, khách quốc tế 56 nghìn lượt.",
            "Tổng không bằng các thành phần",
            id="parts-behind-in-which-that-nearly-sum-up",
        ),
        pytest.param(
            "Trong 18 chỉ tiêu Đại hội giao, có 12 chỉ tiêu đạt và vượt, 05 chỉ tiêu chưa đạt.",
            "Tổng không bằng các thành phần",
            id="counts-of-targets-that-do-not-make-up-all",
        ),
        pytest.param("Trong 18 chỉ tiêu, có 13 chỉ tiêu đạt, 05 chỉ tiêu chưa đạt.", None, id="counts-of-all-targets"),
        pytest.param("Trong 18 chỉ tiêu, có 12 chỉ tiêu đạt, trong đó 04 chỉ tiêu vượt, 02 chỉ tiêu khó đạt.", None, id="counts-inside-counts"),
        pytest.param(
            "Dự Hội nghị có 90 đại biểu, đại diện cho 1.250 đảng viên của 31 chi bộ; trong đó 28 đại biểu đương nhiên, 64 đại biểu được bầu.",
            "Tổng không bằng các thành phần",
            id="parts-of-what-was-counted-before-those-whom-it-stands-for",
        ),
        pytest.param(
            "Dự Hội nghị có 92 đại biểu, đại diện cho 1.250 đảng viên của 31 chi bộ; trong đó 28 đại biểu đương nhiên, 64 đại biểu được bầu.",
            None,
            id="parts-of-what-was-counted-before-sum-up",
        ),
        pytest.param(
            "Tổng kinh phí 300 tỷ đồng, trong đó ngân sách tỉnh 120 tỷ đồng, xã hội hóa 80 tỷ đồng.",
            None,
            id="some-of-the-parts",
        ),
    ],
)  # fmt: skip
def test_sentences(text: str, note: str | None, outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Printed arithmetic is done again; rounding and open lists are no errors."""
    assert [f.note for f in find(outline_of, lexicon, text + "\n")] == ([note] if note else [])


@pytest.mark.parametrize(
    ("texts", "sides"),
    [
        pytest.param(
            ("Năm 2023, tỷ lệ xã có nhà văn hóa đạt 71,4%.", "Năm 2023, tỷ lệ xã có nhà văn hóa đạt 83%."),
            ("71,4%", "83%", "Hai giá trị cho cùng một chỉ tiêu"),
            id="one-indicator-two-values",
        ),
        pytest.param(
            ("Năm 2023, tỷ lệ xã có nhà văn hóa đạt 71,4%.", "Năm 2023, tỷ lệ xã có nhà văn hóa đạt 71%."),
            ("71,4%", "71%", "Sai khác do làm tròn"),
            id="rounding-is-noted-apart",
        ),
        pytest.param(
            ("Năm 2023, tăng trưởng GRDP đạt 8,1%.", "Năm 2023, tốc độ tăng trưởng GRDP đạt 9%."),
            ("8,1%", "9%", "Hai giá trị cho cùng một chỉ tiêu"),
            id="growth-and-its-rate-are-one",
        ),
        pytest.param(("Năm 2022, tỷ lệ xã có nhà văn hóa đạt 70%.", "Năm 2023, tỷ lệ xã có nhà văn hóa đạt 78%."), None, id="two-years"),
        pytest.param(("Năm 2023, tỷ lệ xã có nhà văn hóa đạt 83%.", "Năm 2023, tỷ lệ xã có nhà văn hóa đạt 83%."), None, id="the-same-twice"),
        pytest.param(("Năm 2023, tỷ lệ xã có nhà văn hóa đạt 8%.", "Năm 2023, tỷ lệ xã có nhà văn hóa đạt 83%."), None, id="sizes-apart-are-two-things"),
        pytest.param(("Năm 2023, tỷ lệ xã có nhà văn hóa đạt 71,4%.", "Vùng lòng hồ: Năm 2023, tỷ lệ xã có nhà văn hóa đạt 83%."), None, id="another-region"),
        pytest.param(("6 tháng đầu năm 2023, tỷ lệ xã có nhà văn hóa đạt 71,4%.", "Năm 2023, tỷ lệ xã có nhà văn hóa ước đạt 74%."), None, id="estimate-for-the-year-is-ahead"),
        pytest.param(("Năm 2023, tỷ lệ phòng học bán kiên cố là 27,4%.", "Năm 2023, tỷ lệ phòng học kiên cố là 31%."), None, id="one-word-more-is-another-thing"),
    ],
)  # fmt: skip
def test_two_values(
    texts: tuple[str, str], sides: tuple[str, str, str] | None, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """The same indicator at the same time has one value."""
    found = find(outline_of, lexicon, f"{texts[0]}\n\nCông tác văn hóa được quan tâm.\n\n{texts[1]}\n")
    shown = [(f.a.split(" (")[0], f.b.split(" (")[0], f.note) for f in found]
    assert shown == ([sides] if sides else [])


def test_prose_against_table(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Both sides are given with their lines; the table's last year is the prose's year."""
    text = (
        "Năm 2023, tỷ lệ hộ dân có nước máy đạt 71%.\n"
        + TABLE
        + "| 1 | Tỷ lệ hộ dân có nước máy | % | 80 | 72,5 | | Chưa đạt | 80 | Đạt |\n| 2 | Số cầu treo | cầu | 5 | 3 | 60% | Chưa đạt | 5 | Đạt |\n"
    )
    (found,) = find(outline_of, lexicon, text)
    assert (found.a, found.b) == (f"71% (dòng {found.lines[0]})", f"72,5% (dòng {found.lines[1]})")
    assert found.note.endswith("(lời văn và bảng)")
    assert found.lines[0] < found.lines[1]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("phát triển chè vùng cao, tầm nhìn đến năm 2030", "phát triển chè vùng cao, định hướng đến năm 2030", ("tầm nhìn đến", "định hướng đến"), id="other-words"),
        pytest.param("về phát triển rừng trồng bền vững", "Về việc phát triển rừng trồng bền vững", None, id="lead-words"),
        pytest.param("phát triển chè vùng cao", "phát triển chè vùng cao giai đoạn hai", None, id="only-longer"),
        pytest.param("phát triển chè vùng cao", "giữ gìn an ninh biên giới", None, id="wholly-other"),
        pytest.param("đẩy mạnh việc học tập tại xã", "đẩy mạnh học tập tại xã", None, id="one-word"),
    ],
)  # fmt: skip
def test_titles(a: str, b: str, expected: tuple[str, str] | None) -> None:
    """Two titles of one code differ only if words inside them are exchanged, added or left out."""
    assert title_difference(a, b) == expected


def test_one_code_two_dates(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A misprinted date shares its year, or its day and month, with the other; numbers of another term do not."""
    first = "Tỉnh ủy ban hành Nghị quyết số 04-NQ/TU, ngày 26/02/2021 về chè.\n\n"
    (slip,) = find(outline_of, lexicon, first + "Thực hiện Nghị quyết số 04-NQ/TU, ngày 26/3/2021 của Tỉnh ủy.\n")
    assert (slip.about, slip.a.split(" (")[0], slip.b.split(" (")[0]) == (
        "Ngày ban hành 04-NQ/TU",
        "26/02/2021",
        "26/03/2021",
    )
    assert find(outline_of, lexicon, first + "Thực hiện Nghị quyết số 04-NQ/TU, ngày 15/5/2016 của Tỉnh ủy.\n") == []


def test_one_name_spelled_twice(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The same object with other tones; old and new tone placement is one spelling."""
    (found,) = find(outline_of, lexicon, "Khởi công thủy điện Nậm Bòn.\n\nThông xe đường vào thủy điện Nậm Bón.\n")
    assert (found.about, found.note) == ("Tên thủy điện", "Chính tả không thống nhất")
    assert find(outline_of, lexicon, "Thăm sông Thuý Hoà.\n\nKè bờ sông Thúy Hòa.\n") == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("Tỷ lệ hộ nghèo trên địa bàn tỉnh", "Tỷ lệ hộ nghèo", True, id="place-adds-nothing"),
        pytest.param("Phòng học bán kiên cố", "Phòng học kiên cố", False, id="tones-count"),
        pytest.param("Gia đình văn hoá", "Gia đình văn hóa", True, id="tone-placement"),
    ],
)
def test_label_words(a: str, b: str, same: bool) -> None:
    """Labels are compared by the words that say what is measured."""
    assert (label_words(a) == label_words(b)) is same


def test_numbers() -> None:
    """Rounding, cutting off, and the Vietnamese way to print."""
    assert rounds_to(Decimal("83.3751"), Decimal("83.3"))
    assert not rounds_to(Decimal("83.3751"), Decimal(85))
    assert differ_by_rounding(Decimal("1850.6"), Decimal(1850))
    assert not differ_by_rounding(Decimal("74.8"), Decimal("78.4"))
    assert (vi(Decimal("-1234.50")), vi(Decimal(95))) == ("-1.234,5", "95")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Cơ cấu kinh tế: Nông, lâm nghiệp 24,1%; công nghiệp 36,3%; dịch vụ 40,6%.", 1, id="adds-up-to-101"),
        pytest.param("Cơ cấu kinh tế: Nông, lâm nghiệp 24,1%; công nghiệp 36,3%; dịch vụ 39,6%.", 0, id="adds-up-to-100"),
        pytest.param("Cơ cấu kinh tế: Nông nghiệp 24,1%; công nghiệp 36,3%, dịch vụ 37,2% và thuế sản phẩm 5,4%.", 1, id="the-last-joined-by-and"),
        pytest.param("Cơ cấu kinh tế: Nông, lâm nghiệp 24,1%; công nghiệp 36,3%; dịch vụ 39,7%.", 0, id="but-for-rounding"),
        pytest.param("Cơ cấu lao động: Nông nghiệp 24,1%; công nghiệp 36,3%.", 0, id="not-all-parts-are-printed"),
    ],
)  # fmt: skip
def test_shares_of_a_structure(text: str, count: int, outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The shares of a whole make a hundred."""
    found = find(outline_of, lexicon, text)
    assert len([d for d in found if d.evidence.rule == "discrepancy-structure"]) == count
