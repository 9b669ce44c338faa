"""Headings, list items, wrapped lines: what belongs together is joined, what does not is kept apart."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from vankien.model import Outline
from vankien.report.join import glue
from vankien.report.line_labels import line_to_label


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        pytest.param("A- ĐẶC ĐIỂM", "letter", "A", id="letter"),
        pytest.param("I- KẾT QUẢ", "roman", "I", id="roman-dash"),
        pytest.param("IV. NHIỆM VỤ", "roman", "IV", id="roman-dot"),
        pytest.param("1. Về kinh tế", "arabic", "1", id="arabic"),
        pytest.param("2.1. Giữ vững", "dotted", "2.1", id="dotted"),
        pytest.param("đ) Công tác nội chính", "alpha", "đ", id="alpha"),
        pytest.param("(3) Thu ngân sách", "paren", "3", id="round-brackets"),
        pytest.param("- Tỷ lệ hộ nghèo", "dash", "-", id="dash"),
        pytest.param("Phần thứ hai", "part", "Phần thứ hai", id="part"),
        pytest.param("Phụ lục 3", "part", "Phụ lục 3", id="annex"),
        pytest.param("Điều 2. Giao Sở Tài chính", "part", "Điều 2", id="article"),
    ],
)
def test_labels(line: str, kind: str, label: str) -> None:
    found = line_to_label(line)
    assert found is not None
    assert (found.kind, found.text) == (kind, label)


@pytest.mark.parametrize(
    "line",
    [
        "6.800 ha rừng",
        "25% số xã",
        "Mục tiêu chung",
        "Chương trình phát triển rừng",
        "2021-2025",
        "I am",
        "12,5 tỷ đồng",
    ],
)
def test_what_is_no_label(line: str) -> None:
    assert line_to_label(line) is None


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        pytest.param("số 07-", "NQ/TU", "", id="code"),
        pytest.param("giai đoạn 2021-", "2025", "", id="period"),
        pytest.param("1758/QĐ-", "UBND", "", id="code-suffix"),
        pytest.param("kinh tế -", "xã hội", " ", id="spaced-hyphen"),
        pytest.param("tỉnh", "Sơn Bình", " ", id="words"),
        pytest.param("ước (95.", "000 tấn)", "", id="thousands"),
        pytest.param("ước đạt 1.250.", "300 đồng", "", id="more-thousands"),
        pytest.param("xếp thứ 12.", "120 xã về đích", " ", id="a-rank-ends-a-sentence"),
        pytest.param("giảm còn 12.", "100% xã có điện", " ", id="a-share-opens-the-next"),
        pytest.param("đến năm 2031.", "120 xã về đích", " ", id="a-year-ends-a-sentence"),
    ],
)
def test_how_lines_are_glued(before: str, after: str, between: str) -> None:
    assert glue(before, after) == between


DUMP = """A- BA NĂM ĐƯA NGHỊ QUYẾT CỦA ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN

THỨ XV, NHIỆM KỲ 2020-2025

I- CÔNG TÁC LÃNH ĐẠO

1. Về phát triển kinh tế

Kinh tế tiếp tục tăng trưởng, trung bình giai đoạn 2021-2023 ước đạt mức khá,

tỷ lệ che phủ rừng nâng lên theo Nghị quyết số 07-

NQ/TU của Tỉnh ủy.

a) Lĩnh vực nông nghiệp

Toàn tỉnh có 1.200 ha chè.

II- KẾT QUẢ

1. Về văn hóa

Đời sống văn hóa được nâng lên.
"""


def test_the_outline_of_a_dump(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(DUMP)
    assert [(h.depth, h.label, h.title.text) for h in outline.headings] == [
        (0, "A", "BA NĂM ĐƯA NGHỊ QUYẾT CỦA ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XV, NHIỆM KỲ 2020-2025"),
        (1, "I", "CÔNG TÁC LÃNH ĐẠO"),
        (2, "1", "Về phát triển kinh tế"),
        (3, "a", "Lĩnh vực nông nghiệp"),
        (1, "II", "KẾT QUẢ"),
        (2, "1", "Về văn hóa"),
    ]


def test_wrapped_lines_are_joined_and_keep_their_lines(outline_of: Callable[..., Outline]) -> None:
    paragraph = outline_of(DUMP).paragraphs[0]
    assert "07-NQ/TU của Tỉnh ủy." in paragraph.passage.text
    assert paragraph.passage.line_at(paragraph.passage.text.index("NQ/TU")) == 13
    assert paragraph.context.titles[-1] == "Về phát triển kinh tế"


ITEMS = """II. MỤC TIÊU

2. Các chỉ tiêu chủ yếu đến năm 2030

Đại hội đề ra các chỉ tiêu sau:

(1) Tốc độ tăng trưởng GRDP đạt 9 - 10%/năm; thu ngân sách đạt 5.000 tỷ đồng.
(2) 57,5% xã đạt chuẩn nông thôn mới.

Đến năm 2045, tỉnh phát triển khá.
"""


def test_list_items_carry_their_lead_and_are_no_headings(outline_of: Callable[..., Outline]) -> None:
    paragraphs = outline_of(ITEMS).paragraphs
    assert [(p.context.item, p.context.lead) for p in paragraphs] == [
        ("", ""),
        ("1", "Đại hội đề ra các chỉ tiêu sau:"),
        ("2", "Đại hội đề ra các chỉ tiêu sau:"),
        ("", ""),
    ]


def test_an_outer_item_does_not_go_on_the_inner_list(outline_of: Callable[..., Outline]) -> None:
    """A bullet as far out as the one that opened the inner list is none of its items."""
    text = "I. KẾT QUẢ\n\n- Vốn đạt 12 tỷ đồng, trong đó:\n    - vốn vay 5 tỷ đồng;\n    - vốn góp 7 tỷ đồng.\n- Trồng 9 ha chè.\n"
    leads = [(p.passage.text.split()[0], p.context.lead) for p in outline_of(text, "bao-cao.md").paragraphs]
    inner = "Vốn đạt 12 tỷ đồng, trong đó:"
    assert leads == [("Vốn", ""), ("vốn", inner), ("vốn", inner), ("Trồng", "")]


def test_a_markdown_sentence_broken_anywhere_is_one_paragraph(outline_of: Callable[..., Outline]) -> None:
    text = "# KẾ HOẠCH\n\n**I. MỤC TIÊU**\n\n- Tổng lượt khách đạt trên **2,5\ntriệu** lượt; khách quốc\ntế đạt 50.000 lượt.\n\n- 100% xã\n"
    outline = outline_of(text, "plan.md")
    assert (
        outline.paragraphs[0].passage.text == "Tổng lượt khách đạt trên 2,5 triệu lượt; khách quốc tế đạt 50.000 lượt."
    )
    assert outline.paragraphs[1].passage.text == "100% xã"


@pytest.mark.parametrize(
    ("title", "next_line", "is_heading"),
    [
        pytest.param(
            "d) Việc kiểm tra, giám sát và giữ nghiêm kỷ luật, kỷ cương trong Đảng",
            "Tỉnh ủy và các cấp ủy đã triển khai",
            True,
            id="verb",
        ),
        pytest.param(
            "b) Triển khai hiệu quả kế hoạch của các sở, ban, ngành phối hợp với Ban",
            "Tuyên giáo tổ chức tuyên truyền rộng rãi.",
            False,
            id="name",
        ),
        pytest.param(
            "c) Xem lại và đề nghị đưa những dự án điện gió còn dư địa của tỉnh vào",
            "Quy hoạch điện làm cơ sở phát triển.",
            False,
            id="preposition",
        ),
        pytest.param(
            "đ) Trao đổi kịp thời thông tin mậu biên giữa hai bên của cửa khẩu Nà",
            "Lầm/Việt Nam - Kim Bình/Trung Quốc để cùng gỡ vướng mắc.",
            False,
            id="name-of-a-place-and-a-country",
        ),
    ],
)
def test_a_full_line_may_be_a_title(
    outline_of: Callable[..., Outline], title: str, next_line: str, is_heading: bool
) -> None:
    filler = "\n\n".join(f"Dòng đầy của một đoạn văn có đủ chữ để đo bề rộng trang thứ {i}," for i in range(12))
    outline = outline_of(f"1. Mở đầu\n\n{filler}\n\nhết đoạn.\n\n{title}\n\n{next_line}\n")
    assert (title.split(" ", 1)[1] in [h.title.text for h in outline.headings]) is is_heading


@pytest.mark.parametrize("asks", ["đã được thông qua tại kỳ họp thứ", "đã ban hành ở Công văn của Sở, số"])
def test_a_number_at_the_start_of_a_line_is_no_label(outline_of: Callable[..., Outline], asks: str) -> None:
    filler = "\n\n".join(f"Dòng đầy của một đoạn văn có đủ chữ để đo bề rộng trang thứ {i}," for i in range(12))
    text = (
        f"1. Mở đầu\n\n{filler}\n\nhết đoạn.\n\na) Tiếp tục cụ thể hóa các nghị quyết {asks}\n\n25. Tập trung mở chợ.\n"
    )
    outline = outline_of(text)
    assert [h.title.text for h in outline.headings] == ["Mở đầu"]
    assert outline.paragraphs[-1].passage.text.endswith(f"{asks} 25. Tập trung mở chợ.")


@pytest.mark.parametrize("opens", ["Tiếp tục mở rộng chợ.", "Toàn Đảng bộ hiện có chợ."])
def test_a_full_title_ends_above_a_blank_line(outline_of: Callable[..., Outline], opens: str) -> None:
    """Where blank lines separate paragraphs, a numbered title of full width ends there, whatever word follows."""
    filler = "Dòng đầy của một đoạn văn có đủ chữ để đo bề rộng của trang in này,\n" * 8
    title = "Phát triển kinh tế nhanh, bền vững gắn với đổi mới mô hình"
    outline = outline_of(f"I. MỞ ĐẦU\n\n{filler}hết đoạn.\n\n2. {title}\n\n{opens}\n\n{filler}hết đoạn.\n")
    assert outline.headings[-1].title.text == title


def test_two_blanks_at_the_end_close_a_paragraph(outline_of: Callable[..., Outline]) -> None:
    filler = "\n\n".join(f"Dòng đầy của một đoạn văn có đủ chữ để đo bề rộng trang thứ {i}," for i in range(12))
    outline = outline_of(
        f"1. Mở đầu\n\n{filler}\n\nhết.\n\ne) Việc đổi mới thủ tục hành chính, mở rộng môi trường đầu tư  \n\nBan hành nghị quyết chuyên đề.\n"
    )
    assert outline.headings[-1].title.text == "Việc đổi mới thủ tục hành chính, mở rộng môi trường đầu tư"


def test_a_line_a_paragraph_among_short_items(outline_of: Callable[..., Outline]) -> None:
    """Long lines are paragraphs also where most lines are short items: none is joined with the next."""
    long = "Xã đã " + "trồng rừng, làm đường, " * 16 + "mở trường."
    items = "\n".join(f"- Trồng {n} ha chè." for n in range(10, 22))
    text = f"I. KẾT QUẢ\n{items}\n{long}\nThứ hai, xã làm cầu.\n{long}\nThứ ba, xã làm đập.\n"
    outline = outline_of(text)
    paragraphs = [p.passage for p in outline.paragraphs]
    assert all(p.first_line == p.last_line for p in paragraphs)


@pytest.mark.parametrize(
    ("line", "below", "paragraphs"),
    [
        pytest.param(
            "triển khai các bước của dự án cao tốc Mộc Lâm - Sơn Bình", "- Cửa khẩu Nậm Hà và cầu.", 1, id="a name"
        ),
        pytest.param("nguồn nhân lực chất lượng cao phục vụ phát triển kinh tế", "- Xã hội của tỉnh.", 1, id="a pair"),
        pytest.param("giao cho ba sở và đặc biệt là cho Sở Lao động", "- Thương binh và Xã hội làm.", 1, id="a body"),
        pytest.param(
            "huy động nguồn lực để làm các công trình của huyện Sơn Bình", "- Cửa khẩu Nậm Hà.", 2, id="an item"
        ),
    ],
)
def test_a_dash_inside_a_name_is_no_bullet(
    line: str, below: str, paragraphs: int, outline_of: Callable[..., Outline]
) -> None:
    text = f"BÁO CÁO\nI- KẾT QUẢ\nTrong nhiệm kỳ, các cấp ủy đảng của tỉnh đã lãnh đạo, chỉ đạo\n{line}\n{below}\n"
    assert len(outline_of(text).paragraphs) == paragraphs


ONE_LINE_EACH = (
    "Chương trình trồng quế trên đất dốc của các xã vùng cao trong tỉnh: trồng mới 620 ha, cấp mã số cho 14 vùng và mở 6 xưởng chưng cất.",
    "Chương trình nuôi cá lồng: có 310 lồng.",
    "Đề án làm sạch lòng hồ Nậm Sơn và các bến thuyền trên hồ, với sự tham gia của thanh niên, phụ nữ và ngành y tế: vớt 90 tấn rác.",
    "Tỉnh mở hai chợ mới ở vùng thấp và sửa ba chợ cũ.",
    "Các xã vùng cao có đường nhựa tới trung tâm, trạm y tế có bác sĩ, trường học có nhà ở cho giáo viên và học sinh ở xa, chợ phiên họp đều mỗi tuần một lần.",
    "Thủy lợi nhỏ tưới cho ruộng bậc thang của bốn xã.",
    "Điện lưới tới mọi thôn, trừ hai thôn trên đỉnh núi dùng điện mặt trời; sóng điện thoại phủ kín các tuyến đường chính của tỉnh.",
    "Nghề dệt, nghề rèn và nghề nấu rượu được giữ, có nhãn hiệu riêng và bán ở ba thành phố lớn.",
)


def test_paragraphs_of_one_line_each_need_no_blank_lines(outline_of: Callable[..., Outline]) -> None:
    """Lines of any length are no lines that were broken at a margin, however long most of them are."""
    outline = outline_of("I. KẾT QUẢ\n" + "\n".join(ONE_LINE_EACH) + "\n")
    assert [p.passage.text for p in outline.paragraphs] == list(ONE_LINE_EACH)


def test_lines_broken_at_a_margin_are_joined(outline_of: Callable[..., Outline]) -> None:
    """The same text with a margin is the same paragraphs."""
    broken = "\n\n".join(textwrap.fill(line, 100) for line in ONE_LINE_EACH)
    outline = outline_of(f"I. KẾT QUẢ\n\n{broken}\n")
    assert [p.passage.text for p in outline.paragraphs] == list(ONE_LINE_EACH)
