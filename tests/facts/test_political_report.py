"""What a political report quotes of the term that ends and lays before the congress: about the invented Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.model import Assessment, Lexicon, Link, Observation, Outline, Programme, Target
from vankien.vietnamese import plain

HEAD = """| ĐẢNG BỘ TỈNH SƠN BÌNH<br>**BAN CHẤP HÀNH KHÓA {old}** | **ĐẢNG CỘNG SẢN VIỆT NAM** |
| --- | --- |
| Số 90-BC/TU | *Sơn Bình, ngày 08 tháng 8 năm 2025* |

# **BÁO CÁO CHÍNH TRỊ**

**của Ban Chấp hành Đảng bộ tỉnh khóa {old} trình Đại hội đại biểu Đảng bộ tỉnh lần thứ {new}, nhiệm kỳ 2025 - 2030**

**Chủ đề Đại hội:** *“Đoàn kết, đổi mới, đưa Sơn Bình phát triển khá vào năm 2030”*

"""
LATER = HEAD.format(old="XV", new="XVI")
PAST = LATER + "## **I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XV, NHIỆM KỲ 2020 - 2025**\n\n"
FUTURE = LATER + "## **II. MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2025 - 2030**\n\n"

Read = Callable[[str], tuple[object, ...]]


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The facts of a Markdown text."""
    return lambda text: find_facts(outline_of(text, "report.md"), lexicon).facts


def _targets(facts: tuple[object, ...]) -> list[str]:
    found = (f for f in facts if isinstance(f, Target) and f.value is not None)
    return [f"{f.indicator} | {plain(f.value)} | {f.by} | {f.set_by}" for f in found if f.value is not None]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Kim ngạch xuất khẩu năm 2025 ước 70 triệu USD, vượt mục tiêu Nghị quyết (65 triệu USD).",
            ["Kim ngạch xuất khẩu | 65 | 2025 | XV"],
            id="in brackets: due when the last term ends",
        ),
        pytest.param(
            "Tỷ lệ bản có nhà văn hóa đạt 81%, hoàn thành vượt mức chỉ tiêu Đại hội giao là 75%.",
            ["Tỷ lệ bản có nhà văn hóa | 75 | 2025 | XV"],
            id="behind the verdict",
        ),
        pytest.param(
            "Toàn tỉnh có 14 trạm bơm, 52 km kênh; cả hai chỉ tiêu đều vượt so với Nghị quyết (12 trạm bơm, 50 km kênh).",
            ["Số trạm bơm | 12 | 2025 | XV", "Chiều dài kênh | 50 | 2025 | XV"],
            id="several in one bracket, by their units",
        ),
        pytest.param(
            "Diện tích quế đạt 520 ha, diện tích chè đạt 300 ha, đều vượt kế hoạch Đại hội (500 ha; 280 ha).",
            ["Diện tích quế | 500 | 2025 | XV", "Diện tích chè | 280 | 2025 | XV"],
            id="several of one unit, in their order",
        ),
        pytest.param(
            "Tỷ lệ hồ sơ trực tuyến đạt 61%, chưa đạt mục tiêu Nghị quyết số 11-NQ/TU (70%).",
            ["Tỷ lệ hồ sơ trực tuyến | 70 | 2025 | 11-NQ/TU"],
            id="of a resolution with a code",
        ),
    ],
)  # fmt: skip
def test_quoted_targets(body: str, expected: list[str], facts_of: Read) -> None:
    """A target beside a result was set by the congress before, or by the document that the sentence names."""
    assert _targets(facts_of(PAST + body + "\n")) == expected


def test_before_a_first_congress_the_term_is_named(facts_of: Read) -> None:
    text = HEAD.format(old="LÂM THỜI", new="I").replace("khóa LÂM THỜI ", "")
    text += "## **I. KẾT QUẢ NHIỆM KỲ 2020 - 2025**\n\nSản lượng cá đạt 52 tấn, vượt mục tiêu Nghị quyết (50 tấn).\n"
    assert _targets(facts_of(text)) == ["Sản lượng cá | 50 | 2025 | 2020-2025"]


def test_before_a_first_congress_the_one_that_it_looks_back_on_is_named(facts_of: Read) -> None:
    text = HEAD.format(old="LÂM THỜI", new="I").replace("khóa LÂM THỜI ", "")
    text += "## **I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XIV ĐẢNG BỘ HUYỆN**\n\n"
    text += "Sản lượng cá đạt 52 tấn, vượt mục tiêu Nghị quyết (50 tấn).\n"
    assert _targets(facts_of(text)) == ["Sản lượng cá | 50 | 2025 | XIV"]


WORKS = """## **III. DANH MỤC CÔNG TRÌNH TRỌNG ĐIỂM**

Nhu cầu vốn cho 02 công trình là 900 tỷ đồng:

- Cầu Bến Mới, dài 2,1 km (600 tỷ đồng).
- Bệnh viện đặc khu, quy mô 200 giường (300 tỷ đồng).
"""


def test_a_list_of_works_describes_and_promises_nothing(facts_of: Read) -> None:
    facts = facts_of(FUTURE + WORKS)
    assert _targets(facts) == []
    assert [f"{f.indicator} | {plain(f.value)}" for f in facts if isinstance(f, Observation)] == [
        "Số công trình trọng điểm | 2",
        "Nhu cầu vốn cho các công trình trọng điểm | 900",
        "Chiều dài Cầu Bến Mới | 2.1",
        "Nhu cầu vốn Cầu Bến Mới | 600",
        "Quy mô Bệnh viện đặc khu | 200",
        "Nhu cầu vốn Bệnh viện đặc khu | 300",
    ]
    assert [p.name for p in facts if isinstance(p, Programme)] == ["Cầu Bến Mới", "Bệnh viện đặc khu"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Đến năm 2028 có 60% xã không có ma túy.",
            ["Tỷ lệ xã không có ma túy | 60 | 2028 | XVI"],
            id="a year short of the term",
        ),
        pytest.param(
            "Hoàn thành cầu Nậm Sơn trong năm 2026; tỷ lệ dân số có mạng 5G đạt 99%.",
            ["Tỷ lệ dân số có mạng 5G | 99 | 2030 | XVI"],
            id="a year behind its deed is of that deed",
        ),
        pytest.param(
            "90% cán bộ xã có trình độ đại học vào cuối năm 2027; tỷ lệ đô thị hóa đạt 40%.",
            ["Tỷ lệ cán bộ xã có trình độ đại học | 90 | 2027 | XVI", "Tỷ lệ đô thị hóa | 40 | 2030 | XVI"],
            id="a deadline behind its value is of that value",
        ),
    ],
)
def test_what_is_laid_before_a_congress_is_its_own(body: str, expected: list[str], facts_of: Read) -> None:
    """The congress sets it, also where it is due in the middle of its term."""
    assert _targets(facts_of(FUTURE + body + "\n")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "GRDP bình quân đầu người từ 49 triệu đồng (năm 2020) tăng lên 83 triệu đồng.",
            [("49", "2020", "actual"), ("83", "2020-2025", "actual")],
            id="the time of the value before",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm từ 9,8% (năm 2022) xuống còn 2,9% (ước cuối năm 2025).",
            [("9.8", "2022", "actual"), ("2.9", "2025", "estimate")],
            id="an estimate in the bracket behind",
        ),
        pytest.param(
            "Năm 2025 ước đón 2,4 triệu lượt khách, gấp đôi năm 2020, doanh thu du lịch đạt 90 tỷ đồng.",
            [("2.4", "2025", "estimate"), ("90", "2025", "estimate")],
            id="the year of a comparison",
        ),
    ],
)
def test_a_time_in_brackets_is_of_its_value_alone(
    body: str, expected: list[tuple[str, str, str]], facts_of: Read
) -> None:
    found = [f for f in facts_of(PAST + body + "\n") if isinstance(f, Observation)]
    assert [(str(f.value), f.period, f.status) for f in found][: len(expected)] == expected


def test_a_verdict_on_both_targets(facts_of: Read) -> None:
    body = "Toàn tỉnh có 14 trạm bơm, 52 km kênh; cả hai chỉ tiêu đều vượt so với Nghị quyết.\n"
    found = [(f.indicator, f.verdict) for f in facts_of(PAST + body) if isinstance(f, Assessment)]
    assert found == [("Số trạm bơm", "Vượt"), ("Chiều dài kênh", "Vượt")]


BREAKTHROUGHS = """### **BA KHÂU ĐỘT PHÁ**

\\- **Đột phá 1. Hoàn thiện thể chế, thu hút đầu tư**: đưa chỉ số PCI vào nhóm 20 tỉnh dẫn đầu.
\\- **Đột phá 2. Phát triển hạ tầng giao thông liên vùng**, nhất là đường lên các bản xa.
\\- Đột phá 3: Nâng cao chất lượng nguồn nhân lực trẻ: đào tạo 500 kỹ sư.

### **CHƯƠNG TRÌNH TRỌNG ĐIỂM**

**1. Chương trình phát triển nghề cá hồ Nậm Sơn.** Đến năm 2030 sản lượng cá đạt 900 tấn; xây dựng Đề án bảo tồn nghề đan lưới.

**2. Chương trình chuyển đổi số giai đoạn 2026 \\- 2030.** 95% hồ sơ được xử lý trên mạng.
"""


def test_names_end_where_the_bold_print_does(facts_of: Read) -> None:
    facts = facts_of(FUTURE + BREAKTHROUGHS)
    fishing = "Chương trình phát triển nghề cá hồ Nậm Sơn"
    digital = "Chương trình chuyển đổi số giai đoạn 2026 - 2030"
    assert [(p.kind, p.name) for p in facts if isinstance(p, Programme)] == [
        ("breakthrough", "Hoàn thiện thể chế, thu hút đầu tư"),
        ("breakthrough", "Phát triển hạ tầng giao thông liên vùng"),
        ("breakthrough", "Nâng cao chất lượng nguồn nhân lực trẻ"),
        ("key_program", fishing),
        ("scheme", "Đề án bảo tồn nghề đan lưới"),
        ("key_program", digital),
    ]
    set_by = {f.value: f.set_by for f in facts if isinstance(f, Target) and f.value in (900, 95)}
    assert set_by == {900: fishing, 95: digital}
    parts = [(x.subject, x.object) for x in facts if isinstance(x, Link) and x.relation == "part_of"]
    assert parts == [("Đề án bảo tồn nghề đan lưới", fishing)]


def test_lengths_of_roads_name_no_project(facts_of: Read) -> None:
    facts = facts_of(PAST + "Kết cấu hạ tầng: hoàn thành 64 km đường tỉnh, 278 km đường huyện.\n")
    assert [p.name for p in facts if isinstance(p, Programme)] == []


def test_raised_numbers_are_signs_of_notes(facts_of: Read) -> None:
    """The note runs to the next blank line; a power is no sign."""
    body = "Tỉnh có 62 xã<sup>1</sup>, mỗi hộ có 30 m<sup>2</sup> nhà.\n\n<sup>1</sup> Gồm 51 xã vùng cao\nvà 11 xã vùng thấp.\n"
    found = [f for f in facts_of(PAST + body) if isinstance(f, Observation)]
    assert [(str(f.value), f.unit, f.where) for f in found] == [
        ("62", "xã", "prose"),
        ("30", "m2", "prose"),
        ("51", "xã", "footnote"),
        ("11", "xã", "footnote"),
    ]
