"""Programmes of a whole document: headings, lists and sentences, each programme once, with its setter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts.documents.sources import find_source
from vankien.facts.programmes.finding import find_programmes
from vankien.facts.programmes.sections import named_sections, outline_sections
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Found, Outline, Programme, Source

LEXICON = read_lexicon()

HEAD = """ĐẢNG BỘ TỈNH SƠN BÌNH
*
Số 01-NQ/ĐH

ĐẢNG CỘNG SẢN VIỆT NAM

Sơn Bình, ngày 20 tháng 9 năm 2025

NGHỊ QUYẾT
Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025-2030
-----

Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI quyết nghị những nội dung sau đây.

"""


def found(outline: Outline) -> list[tuple[str, str, str | None]]:
    source = tuple(f for f in find_source(outline, LEXICON, Found()) if isinstance(f, Source))
    facts = find_programmes(outline, LEXICON, Found(source))
    return [(f.kind, f.name, f.set_by) for f in facts if isinstance(f, Programme)]


def test_headings_below_an_announcing_title(outline_of: Callable[..., Outline]) -> None:
    text = """I- CHƯƠNG TRÌNH TRỌNG ĐIỂM VÀ KHÂU ĐỘT PHÁ

1. Các chương trình trọng điểm

1.1. Chương trình trồng rừng gỗ lớn

Trồng mới 900 ha mỗi năm.

1.2. Chương trình học bạ số vùng cao

Mọi trường có mạng.

2. Các khâu đột phá

a) Mở đường lên bản xa

Hoàn thành 40 km.

b) Đưa cán bộ trẻ về xã

Luân chuyển 30 người.
"""
    assert found(outline_of(HEAD + text)) == [
        ("key_program", "Chương trình trồng rừng gỗ lớn", "XVI"),
        ("key_program", "Chương trình học bạ số vùng cao", "XVI"),
        ("breakthrough", "Mở đường lên bản xa", "XVI"),
        ("breakthrough", "Đưa cán bộ trẻ về xã", "XVI"),
    ]


def test_listed_items_below_an_announcing_title(outline_of: Callable[..., Outline]) -> None:
    text = """IV- NHỮNG GIẢI PHÁP TRỌNG TÂM

Đại hội xác định hai giải pháp như sau:

(1) Giữ nghiêm kỷ cương trong toàn Đảng bộ. Người đứng đầu nêu gương.

(2) Dành vốn cho vùng sạt lở. Không để dân ở nơi nguy hiểm.
"""
    assert [(k, n) for k, n, _ in found(outline_of(HEAD + text))] == [
        ("solution", "Giữ nghiêm kỷ cương trong toàn Đảng bộ"),
        ("solution", "Dành vốn cho vùng sạt lở"),
    ]


def test_bullets_below_an_announcing_title(outline_of: Callable[..., Outline]) -> None:
    text = """III. CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM

- Chương trình phát triển vùng quế hữu cơ: trồng mới 900 ha quế; xây dựng 2 xưởng sơ chế.

- Chương trình học bạ số vùng cao: 100% trường có đường truyền.

IV. CÁC KHÂU ĐỘT PHÁ

- Mở đường lên các bản xa.

- Đưa cán bộ trẻ về xã.
"""
    assert found(outline_of(HEAD + text)) == [
        ("key_program", "Chương trình phát triển vùng quế hữu cơ", "XVI"),
        ("key_program", "Chương trình học bạ số vùng cao", "XVI"),
        ("breakthrough", "Mở đường lên các bản xa", "XVI"),
        ("breakthrough", "Đưa cán bộ trẻ về xã", "XVI"),
    ]


def test_paragraphs_that_a_name_opens_below_an_announcing_title(outline_of: Callable[..., Outline]) -> None:
    """Without bullets, too: the name ends at the colon; what a paragraph says without one is no name."""
    text = """III. CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM

Chương trình trồng quế vùng cao: trồng 620 ha.

Chương trình nuôi cá lồng: có 310 lồng.

Chương trình này được nhân dân đồng tình.
"""
    assert found(outline_of(HEAD + text)) == [
        ("key_program", "Chương trình trồng quế vùng cao", "XVI"),
        ("key_program", "Chương trình nuôi cá lồng", "XVI"),
    ]


def test_what_a_breakthrough_is_to_reach_is_no_part_of_its_name(outline_of: Callable[..., Outline]) -> None:
    text = "IV. CÁC KHÂU ĐỘT PHÁ\n\n(1) Mở đường lên các bản xa; đến năm 2028, 90% bản có đường ô tô.\n\n(2) Đưa cán bộ trẻ về xã; giữ thầy thuốc ở lại bản.\n"
    assert [name for _, name, _ in found(outline_of(HEAD + text))] == [
        "Mở đường lên các bản xa",
        "Đưa cán bộ trẻ về xã; giữ thầy thuốc ở lại bản",
    ]


def test_the_document_that_a_programme_carries_out_is_no_part_of_its_name(outline_of: Callable[..., Outline]) -> None:
    text = "IV. CÁC CHƯƠNG TRÌNH TRỌNG TÂM\n\n1. Chương trình số hóa chợ quê, trọng tâm là thực hiện Nghị quyết số 57-NQ/TW: 80% sạp hàng nhận thanh toán số.\n2. Chương trình giữ nghề gốm, trọng tâm là gốm cổ: mở 4 lớp nghề.\n"
    assert [name for _, name, _ in found(outline_of(HEAD + text))] == [
        "Chương trình số hóa chợ quê",
        "Chương trình giữ nghề gốm, trọng tâm là gốm cổ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "IV. CÁC KHÂU ĐỘT PHÁ\n\n1. Đột phá về số hóa chợ quê theo Nghị quyết số 57-NQ/TW: đào tạo 300 người bán hàng.\n2. Đột phá về nghề gốm: mở 4 lớp nghề.\n",
            [("breakthrough", "Đột phá về số hóa chợ quê"), ("breakthrough", "Đột phá về nghề gốm")],
            id="a-document-before-the-deeds",
        ),
        pytest.param(
            "IV. CÁC CHƯƠNG TRÌNH TRỌNG TÂM\n\n1. Chương trình mở lớp bản xa, phối hợp thực hiện Nghị quyết số 71-NQ/TW: dựng 9 lớp học.\n2. Chương trình giữ nghề gốm: mở 4 lớp nghề.\n",
            [("key_program", "Chương trình mở lớp bản xa"), ("key_program", "Chương trình giữ nghề gốm")],
            id="a-document-carried-out-beside",
        ),
        pytest.param(
            "IV. CHƯƠNG TRÌNH TRỌNG ĐIỂM VÀ NHIỆM VỤ TRỌNG TÂM\n\n1. Chương trình giữ nghề gốm: mở 4 lớp nghề.\n2. Giữ vững an ninh vùng lòng hồ: lập 6 tổ tuần tra.\n",
            [("key_program", "Chương trình giữ nghề gốm"), ("task_group", "Giữ vững an ninh vùng lòng hồ")],
            id="tasks-among-programmes",
        ),
        pytest.param(
            "PHẦN THỨ HAI\nPHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ TỚI\n\nI. CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030\n\nTỷ lệ bản có chợ đạt 80%.\n\nII. PHÁT TRIỂN CHỢ QUÊ VEN HỒ\n\nMở thêm chợ phiên.\n",
            [("task_group", "PHÁT TRIỂN CHỢ QUÊ VEN HỒ")],
            id="the-indicators-are-no-task",
        ),
    ],
)  # fmt: skip
def test_what_stands_below_a_title_that_announces(
    text: str, expected: list[tuple[str, str]], outline_of: Callable[..., Outline]
) -> None:
    assert [(kind, name) for kind, name, _ in found(outline_of(HEAD + text))] == expected


def test_breakthroughs_numbered_in_words(outline_of: Callable[..., Outline]) -> None:
    text = """## IV. HAI KHÂU ĐỘT PHÁ

**Khâu đột phá thứ nhất:** Mở đường lên các bản xa. Đến năm 2028, cứng hóa 75% đường thôn.

**Khâu đột phá thứ hai:** Đưa cán bộ trẻ về xã. Mỗi năm luân chuyển 30 người từ tỉnh, từ huyện về các xã còn thiếu cán bộ trẻ.
"""
    assert found(outline_of(HEAD + text, "a.md")) == [
        ("breakthrough", "Mở đường lên các bản xa", "XVI"),
        ("breakthrough", "Đưa cán bộ trẻ về xã", "XVI"),
    ]


def test_a_breakthrough_named_as_one_ends_at_its_colon(outline_of: Callable[..., Outline]) -> None:
    text = """## IV. HAI NHIỆM VỤ ĐỘT PHÁ

- Đột phá về hạ tầng bến bãi: nạo vét các luồng lạch đã bị bồi lấp từ lâu, rút thời gian đi tàu vào bờ xuống 40 phút.
- Đột phá về nghề biển: cả nhiệm kỳ đào tạo 900 người.
"""
    assert found(outline_of(HEAD + text, "a.md")) == [
        ("breakthrough", "Đột phá về hạ tầng bến bãi", "XVI"),
        ("breakthrough", "Đột phá về nghề biển", "XVI"),
    ]


def test_schemes_that_the_document_lists_and_assigns_are_set_by_it(outline_of: Callable[..., Outline]) -> None:
    text = "PHỤ LỤC\n\n| TT | Tên đề án | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Đề án phát triển vùng quế hữu cơ | Sở Công Thương |\n"
    assert found(outline_of(HEAD + text)) == [("scheme", "Đề án phát triển vùng quế hữu cơ", "XVI")]


def test_schemes_with_a_number_are_set_by_who_issued_it(outline_of: Callable[..., Outline]) -> None:
    """The whole cell is the name, also behind a word that ends a name in a sentence; capitals above the table are none."""
    text = (
        "PHỤ LỤC\n\nCÁC ĐỀ ÁN, DỰ ÁN BAN HÀNH TRONG NHIỆM KỲ\n\n| TT | Tên đề án | Số, ký hiệu | Cơ quan chủ trì |\n|---|---|---|---|\n"
        "| 1 | Đề án trồng vùng quế bằng giống tốt, giống sạch tại vùng cao | 81/QĐ-UBND | Sở Công Thương |\n"
    )
    name = "Đề án trồng vùng quế bằng giống tốt, giống sạch tại vùng cao"
    assert found(outline_of(HEAD + text)) == [("scheme", name, "Ủy ban nhân dân tỉnh Sơn Bình")]


def test_title_that_names_its_own(outline_of: Callable[..., Outline]) -> None:
    """Below a heading that looks back, it is a breakthrough that the congress before decided on."""
    text = "III- KẾT QUẢ\n\n1. Khâu đột phá: Làm đường lên bản xa\n\nĐã xong 12 km đường.\n"
    assert found(outline_of(HEAD + text)) == [("breakthrough", "Làm đường lên bản xa", "XV")]


def test_breakthroughs_in_a_sentence(outline_of: Callable[..., Outline]) -> None:
    text = "Tập trung ba khâu đột phá: Về giao thông vùng cao; nguồn nhân lực trẻ; chuyển đổi số.\n"
    assert [n for _, n, _ in found(outline_of(HEAD + text))] == [
        "Đột phá về giao thông vùng cao",
        "Đột phá về nguồn nhân lực trẻ",
        "Đột phá về chuyển đổi số",
    ]


def test_task_groups_are_the_top_titles_of_the_tasks(outline_of: Callable[..., Outline]) -> None:
    text = """V- NHIỆM VỤ ĐẾN NĂM 2030

1. Phát triển kinh tế dưới tán rừng

1.1. Vùng quế và dược liệu

Mở rộng vùng trồng.

2. Chăm lo đời sống Nhân dân

Xóa hết nhà tạm.
"""
    assert found(outline_of(HEAD + text)) == [
        ("task_group", "Phát triển kinh tế dưới tán rừng", "XVI"),
        ("task_group", "Chăm lo đời sống Nhân dân", "XVI"),
    ]


def test_tasks_of_a_plan_are_set_by_the_plan(outline_of: Callable[..., Outline]) -> None:
    text = """**ỦY BAN NHÂN DÂN**
**TỈNH SƠN BÌNH**

Số: 33/KH-UBND

*Sơn Bình, ngày 10 tháng 01 năm 2025*

**KẾ HOẠCH**

**Phát triển kinh tế - xã hội năm 2025**

Ủy ban nhân dân tỉnh ban hành Kế hoạch với những nội dung chính sau đây để các ngành cùng thực hiện.

**I. NHIỆM VỤ TRỌNG TÂM**

**1. Trồng rừng và giữ rừng**

Trồng mới 900 ha.

**2. Làm đường lên bản**

Làm 40 km.
"""
    assert found(outline_of(text, "plan.md")) == [
        ("task_group", "Trồng rừng và giữ rừng", "plan-2025"),
        ("task_group", "Làm đường lên bản", "plan-2025"),
    ]


def test_one_programme_once_under_its_fullest_name(outline_of: Callable[..., Outline]) -> None:
    text = (
        "Tỉnh đã có Đề án nuôi ong dưới tán rừng từ đầu nhiệm kỳ.\n\n"
        "Năm qua, Đề án nuôi ong dưới tán rừng giai đoạn 2021-2025 đã cấp giống cho 300 hộ.\n"
    )
    outline = outline_of(HEAD + text)
    facts = [f for f in find_programmes(outline, LEXICON, Found()) if isinstance(f, Programme)]
    assert [f.name for f in facts] == ["Đề án nuôi ong dưới tán rừng giai đoạn 2021-2025"]
    assert "từ đầu nhiệm kỳ" in outline.report.lines[facts[0].evidence.line - 1].text


def test_scheme_set_by_who_approved_it(outline_of: Callable[..., Outline]) -> None:
    text = "Quyết định số 512/QĐ-UBND ngày 12/3/2022 của UBND tỉnh phê duyệt Đề án nuôi ong dưới tán rừng giai đoạn 2022-2025.\n"
    assert [s for _, _, s in found(outline_of(HEAD + text))] == ["Ủy ban nhân dân tỉnh Sơn Bình"]


def test_one_title_under_two_nouns_is_one_scheme(outline_of: Callable[..., Outline]) -> None:
    title = "“Phát triển nghề nuôi ong dưới tán rừng đầu nguồn”"
    text = f"Tỉnh triển khai Đề án {title} ở các xã.\n\nChương trình {title} được nông dân đón nhận.\n"
    assert [n for _, n, _ in found(outline_of(HEAD + text))] == [f"Đề án {title}"]


def test_a_title_with_its_text_run_in(outline_of: Callable[..., Outline]) -> None:
    text = """II- CÁC KHÂU ĐỘT PHÁ

a) Mở đường lên bản xa

Hoàn thành 40 km đường.

b) Đưa cán bộ trẻ về các xã vùng cao của tỉnh trong năm năm tới
Ban hành chính sách nhà ở cho 30 cán bộ. Hằng năm sơ kết.
"""
    first, second = (n for _, n, _ in found(outline_of(HEAD + text)))
    assert first == "Mở đường lên bản xa"
    assert second.startswith("Đưa cán bộ trẻ về các xã vùng cao")


def test_programmes_and_schemes_under_one_title(outline_of: Callable[..., Outline]) -> None:
    """A title that announces both: each is what its name says."""
    text = "III. CÁC CHƯƠNG TRÌNH, ĐỀ ÁN TRỌNG TÂM\n\n1. Chương trình trồng rừng gỗ lớn\n\nTrồng 900 ha.\n\n2. Đề án chợ vùng cao\n\nXây 4 chợ.\n"
    assert [(k, n) for k, n, _ in found(outline_of(HEAD + text))] == [
        ("key_program", "Chương trình trồng rừng gỗ lớn"),
        ("scheme", "Đề án chợ vùng cao"),
    ]


def test_sections_end_where_the_next_title_stands(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(
        HEAD + "I- KHÂU ĐỘT PHÁ\n\n1. Mở đường lên bản xa\n\nLàm 40 km.\n\n2. Đưa cán bộ trẻ về xã\n\nXong.\n"
    )
    first, second = (n.section for n in named_sections(outline))
    assert first.last_line < second.first_line
    assert all(s.first_line <= s.last_line for s in outline_sections(outline))


LAID = """ĐẢNG BỘ TỈNH SƠN BÌNH
Sơn Bình, ngày 05 tháng 8 năm 2025
(Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XV
tại Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025-2030)
-----

ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XV

Đảng bộ tỉnh đã đoàn kết, nỗ lực.

TRÌNH, DỰ ÁN LỚN

1. Thực hiện các khâu đột phá chiến lược

1.1. Xây dựng hạ tầng giao thông đồng bộ

Giao thông được nâng cấp.

PHƯƠNG HƯỚNG, MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2025-2030

1. Các khâu đột phá chiến lược

1.1. Hoàn thiện cơ chế, chính sách của tỉnh

Cơ chế được rà soát.

2. Các chương trình trọng điểm

2.1. Lĩnh vực kinh tế - xã hội

Tỉnh rà soát các chương trình.
"""


def test_breakthroughs_that_a_report_looks_back_on_are_of_the_congress_before(
    outline_of: Callable[..., Outline],
) -> None:
    """Also below a heading whose words a scan lost; a field of programmes is no programme."""
    named = [f for f in found(outline_of(LAID)) if f[0] in ("breakthrough", "key_program")]
    assert named == [
        ("breakthrough", "Xây dựng hạ tầng giao thông đồng bộ", "XV"),
        ("breakthrough", "Hoàn thiện cơ chế, chính sách của tỉnh", "XVI"),
    ]


BRACKETED = """III. CÁC ĐỊNH HƯỚNG, ĐỘT PHÁ

2. Các đột phá

(1)- Hoàn thiện cơ chế, chính sách của tỉnh

Tập trung rà soát, ban hành các chính sách về đất đai.

(2)- Xây dựng hạ tầng giao thông nông thôn

Tập trung làm đường.

3. Tổ chức thực hiện

Các cấp ủy quán triệt.
"""


def test_items_in_brackets_are_parts_of_their_numbered_title(outline_of: Callable[..., Outline]) -> None:
    """``(2)`` below ``2.`` carries on no numbers of titles."""
    assert found(outline_of(HEAD + BRACKETED)) == [
        ("breakthrough", "Hoàn thiện cơ chế, chính sách của tỉnh", "XVI"),
        ("breakthrough", "Xây dựng hạ tầng giao thông nông thôn", "XVI"),
    ]


ANNEX = """PHỤ LỤC 01
CÁC ĐỀ ÁN, CHƯƠNG TRÌNH TRỌNG ĐIỂM

1. Lĩnh vực kinh tế - xã hội

(1)- Kết luận của Tỉnh ủy về đẩy mạnh thực hiện Nghị quyết số 07-NQ/TU, ngày 17/6/2021 của Tỉnh ủy về nghề chè.

(2)- Xây dựng Nghị quyết của Tỉnh ủy về phát triển nghề dệt, nghề rèn ở các xã vùng cao.

2. Lĩnh vực quốc phòng, an ninh

(1)- Xây dựng Đề án biên chế, tập luyện, hoạt động của dân quân giai đoạn 2026-2030.
"""


def test_documents_that_a_congress_lists_by_field(outline_of: Callable[..., Outline]) -> None:
    """A field gives way to its items; what is done with a document is no part of its name, commas are."""
    named = found(outline_of(HEAD + ANNEX))
    assert named == [
        (
            "key_program",
            "Kết luận của Tỉnh ủy về đẩy mạnh thực hiện Nghị quyết số 07-NQ/TU, ngày 17/6/2021 của Tỉnh ủy về nghề chè",
            "XVI",
        ),
        ("key_program", "Nghị quyết của Tỉnh ủy về phát triển nghề dệt, nghề rèn ở các xã vùng cao", "XVI"),
        ("scheme", "Đề án biên chế, tập luyện, hoạt động của dân quân giai đoạn 2026-2030", "XVI"),
    ]


def test_an_item_that_lists_works_is_no_programme(outline_of: Callable[..., Outline]) -> None:
    text = """I- CHƯƠNG TRÌNH TRỌNG ĐIỂM VÀ CÁC DỰ ÁN, CÔNG TRÌNH

1. Chương trình phát triển nghề cá bền vững do Sở Nông nghiệp và Môi trường chủ trì; nuôi 900 ha tôm.

2. Chương trình chuyển đổi số do Sở Khoa học và Công nghệ chủ trì; lập 12 tổ công nghệ số.

3. Ưu tiên 02 dự án, công trình động lực: (i) Cảng tổng hợp Vũng Trai, tổng mức đầu tư 900 tỷ đồng; (ii) Đường ven biển Vũng Trai - Hòn Chảo, dài 30 km.
"""
    assert found(outline_of(HEAD + text)) == [
        ("key_program", "Chương trình phát triển nghề cá bền vững", "XVI"),
        ("key_program", "Chương trình chuyển đổi số", "XVI"),
        ("project", "Cảng tổng hợp Vũng Trai", "XVI"),
        ("project", "Đường ven biển Vũng Trai - Hòn Chảo", "XVI"),
    ]


def test_breakthroughs_told_in_words_without_a_blank_line(outline_of: Callable[..., Outline]) -> None:
    """``Hai là`` opens an item also where the line above is full."""
    text = """III- HAI ĐỘT PHÁ CHIẾN LƯỢC

Một là, hoàn thiện thể chế, khơi thông nguồn lực: trong năm 2026 giảm 50% thủ tục.
Hai là, phát triển nhân lực chất lượng cao theo Nghị quyết số 57-NQ/TW; mỗi năm đào
tạo 900 kỹ sư.
"""
    assert found(outline_of(HEAD + text)) == [
        ("breakthrough", "Hoàn thiện thể chế, khơi thông nguồn lực", "XVI"),
        ("breakthrough", "Phát triển nhân lực chất lượng cao", "XVI"),
    ]
