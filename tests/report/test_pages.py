"""Page furniture, footnotes and Markdown are taken off; every character keeps its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.model import Line, Outline, Report
from vankien.report.page.markup import clean_markup
from vankien.report.page.pages import anchor_footnotes, line_to_passage, report_to_pages

RULE = " " * 43
DUMP = f"""Toàn tỉnh trồng được 1.200 ha chè1, vượt chỉ tiêu

đề ra; dân số trên 40 vạn người2.

{RULE}
1 Gồm chè cành và chè hạt tại huyện Nậm Sơn
và huyện Thanh Giang.
2 Theo tổng điều tra dân số.
 Trang mới bắt đầu bằng một dấu cách.



12

Năm 2025, 3 xã về đích.
"""


def test_footnotes_are_taken_off_and_anchored(report_of: Callable[..., Report]) -> None:
    pages = anchor_footnotes(report_to_pages(report_of(DUMP)))
    assert [(n.mark, n.passage.text, n.anchor) for n in pages.footnotes] == [
        (1, "Gồm chè cành và chè hạt tại huyện Nậm Sơn và huyện Thanh Giang.", 1),
        (2, "Theo tổng điều tra dân số.", 3),
    ]
    assert pages.body[0].text == "Toàn tỉnh trồng được 1.200 ha chè, vượt chỉ tiêu"
    assert pages.body[1].text.endswith("40 vạn người.")


def test_page_breaks_and_printed_page_numbers(report_of: Callable[..., Report]) -> None:
    pages = report_to_pages(report_of(DUMP))
    assert {b.text: b.page for b in pages.body}["Trang mới bắt đầu bằng một dấu cách."] == 2
    assert "12" not in [b.text for b in pages.body]


def test_a_page_number_right_below_a_note_is_no_note(report_of: Callable[..., Report]) -> None:
    """It stands above the first line of its page, which begins with a blank."""
    page = f"Trồng 900 ha chè1 và nông, lâm\n{RULE}\n1 Gồm chè cành.\n2\n nghiệp phát triển2.\n{RULE}\n2 Ở hai xã.\n3\n 3. Về y tế\n"
    pages = report_to_pages(report_of(page))
    assert [(n.mark, n.passage.text) for n in pages.footnotes] == [(1, "Gồm chè cành."), (2, "Ở hai xã.")]
    assert [(b.text, b.page) for b in pages.body][1:] == [("nghiệp phát triển2.", 2), ("3. Về y tế", 3)]


def test_notes_below_a_few_blanks_and_page_numbers_between_lines(report_of: Callable[..., Report]) -> None:
    """The text layer of a PDF: the rule is short, the number of the next page stands right below the notes or alone
    between two full lines."""
    full = "và nông nghiệp phát triển nhanh, bền vững trên địa bàn toàn tỉnh theo quy hoạch"
    page = (
        f"Trồng 900 ha chè1, nuôi\n        \n1 Gồm chè cành.\n2\n60 tấn cá; {full}\n3\n{full}.\n\n        \n1 Về y tế\n"
    )
    pages = report_to_pages(report_of(page))
    assert [(n.mark, n.passage.text) for n in pages.footnotes] == [(1, "Gồm chè cành.")]
    assert [(b.text, b.page) for b in pages.body][1:] == [(f"60 tấn cá; {full}", 2), (f"{full}.", 3), ("1 Về y tế", 3)]


def test_a_page_number_between_blank_lines_ends_the_notes(report_of: Callable[..., Report]) -> None:
    """It may be the number that the next note would have; notes with their text beside their numbers have none alone."""
    page = f"Trồng 900 ha chè1, nuôi\n{RULE}\n1 Gồm chè cành.\n\n2\n\n60 tấn cá2.\n{RULE}\n2 Ở hai xã.\n\n3\n\n3. Về y tế\n\n4\n\nHết.\n"
    pages = report_to_pages(report_of(page))
    assert [(n.mark, n.passage.text) for n in pages.footnotes] == [(1, "Gồm chè cành."), (2, "Ở hai xã.")]
    assert [(b.text, b.page) for b in pages.body][1:] == [("60 tấn cá2.", 2), ("3. Về y tế", 3), ("Hết.", 4)]


@pytest.mark.parametrize(
    ("text", "is_furniture"),
    [
        pytest.param("Một.\n\n\n\n7\n\nHai.", True, id="below-blank-lines"),
        pytest.param("Một.\n\n- 7 -\n\nHai.", True, id="between-dashes"),
        pytest.param("Một.\n\n7\n\nHai.", False, id="number-of-a-row"),
        pytest.param("Một.\n\n\n\n36\n\nHai.\n\n\n\n7\n\nBa.", False, id="smaller-than-the-last-page"),
    ],
)
def test_which_lone_number_is_a_page(report_of: Callable[..., Report], text: str, is_furniture: bool) -> None:
    kept = [b.text for b in report_to_pages(report_of(text)).body]
    assert ("7" not in kept and "- 7 -" not in kept) is is_furniture


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "diện tích 9.068 km2 và 15 m3 nước", "diện tích 9.068 km2 và 15 m3 nước", id="exponents-are-no-markers"
        ),
        pytest.param("đến năm 20252, tỉnh thoát nghèo", "đến năm 2025, tỉnh thoát nghèo", id="glued-to-a-year"),
        pytest.param("tụt xuống vị trí 352. Tỷ lệ", "tụt xuống vị trí 35. Tỷ lệ", id="glued-to-a-rank"),
        pytest.param("vươn lên thứ 24/632.", "vươn lên thứ 24/63.", id="glued-to-the-number-of-provinces"),
        pytest.param("đạt 100%2; còn lại", "đạt 100%; còn lại", id="glued-to-a-percent-sign"),
        pytest.param("“xã hội hóa”2 được", "“xã hội hóa” được", id="glued-to-a-quote"),
    ],
)
def test_where_a_marker_may_stand(report_of: Callable[..., Report], text: str, kept: str) -> None:
    page = f"Mở đầu1\n\n{text}\n\n{RULE}\n1 Chú thích một.\n2 Chú thích hai.\n"
    pages = anchor_footnotes(report_to_pages(report_of(page)))
    assert pages.body[1].text == kept


def test_a_number_at_the_start_of_a_wrapped_note_line_opens_no_note(report_of: Callable[..., Report]) -> None:
    page = f"Kết quả1\n\n{RULE}\n1 Trong đó có\n26 doanh nghiệp và\n80 hộ.\n"
    notes = report_to_pages(report_of(page)).footnotes
    assert [n.passage.text for n in notes] == ["Trong đó có 26 doanh nghiệp và 80 hộ."]


def test_notes_below_typed_signs_end_at_a_page_number_or_a_blank_line(report_of: Callable[..., Report]) -> None:
    page = (
        "Có 95%1 hộ dùng điện.\n\n-------\n1 Năm 2021: 92%; năm 2022:\n93%.\n" + " " * 40 + "2\nHai tổ2 mới.\n"
        "-------\n2 Tổ 5.\n\nBa.\n----------\nBốn.\n"
    )
    pages = anchor_footnotes(report_to_pages(report_of(page)))
    assert [(n.mark, n.passage.text, n.anchor) for n in pages.footnotes] == [
        (1, "Năm 2021: 92%; năm 2022: 93%.", 1),
        (2, "Tổ 5.", 7),
    ]
    assert [(b.text, b.page) for b in pages.body] == [
        ("Có 95% hộ dùng điện.", 1), ("Hai tổ mới.", 2), ("Ba.", 2), ("----------", 2), ("Bốn.", 2),
    ]  # fmt: skip


def test_notes_numbered_in_brackets(report_of: Callable[..., Report]) -> None:
    """A list inside a note is not the next one where notes are numbered without brackets, and the other way round."""
    page = f"Trồng 900 ha chè(1), nuôi 50 tấn cá(2).\n{RULE}\n(1) Gồm:\n2 xã và 3 phường.\n(2) Cá lồng.\n"
    pages = anchor_footnotes(report_to_pages(report_of(page)))
    assert [(n.mark, n.passage.text, n.anchor) for n in pages.footnotes] == [
        (1, "Gồm: 2 xã và 3 phường.", 1),
        (2, "Cá lồng.", 1),
    ]
    assert pages.body[0].text == "Trồng 900 ha chè, nuôi 50 tấn cá."
    assert [n.anchor_at for n in pages.footnotes] == [page.index("(1)"), page.index("(2)")]


@pytest.mark.parametrize("head", ["PHỤ LỤC", "Phụ lục 2", "BIỂU SỐ 01"])
def test_an_annex_ends_the_notes(report_of: Callable[..., Report], head: str) -> None:
    page = f"Trồng 900 ha chè1.\n{RULE}\n1 Gồm chè cành.\n\n{head}\nTT\tChỉ tiêu\n"
    pages = report_to_pages(report_of(page))
    assert [n.passage.text for n in pages.footnotes] == ["Gồm chè cành."]
    assert [b.text for b in pages.body][1:] == [head, "TT\tChỉ tiêu"]


def test_a_note_runs_on_below_the_next_rule(report_of: Callable[..., Report]) -> None:
    page = f"Một1\n\n{RULE}\n1 Phần đầu của chú thích\n Sang trang, thân bài.\n\n{RULE}\nphần cuối của chú thích.\n"
    pages = report_to_pages(report_of(page))
    assert [n.passage.text for n in pages.footnotes] == ["Phần đầu của chú thích phần cuối của chú thích."]
    assert pages.body[-1].text == "Sang trang, thân bài."


def test_bracketed_notes_of_a_web_page(report_of: Callable[..., Report]) -> None:
    text = "Kế hoạch đề ra 12 nhiệm vụ[1] và **5** giải pháp.\n\n[1] Theo Quyết định số 12/QĐ-UBND.\n"
    pages = anchor_footnotes(report_to_pages(report_of(text, "plan.md")))
    assert pages.body[0].text == "Kế hoạch đề ra 12 nhiệm vụ và 5 giải pháp."
    assert [(n.mark, n.anchor) for n in pages.footnotes] == [(1, 1)]


@pytest.mark.parametrize(
    ("raw", "text", "marked"),
    [
        pytest.param("**I. MỤC TIÊU**", "I. MỤC TIÊU", 7, id="bold-line"),
        pytest.param("### 2. *Chỉ tiêu*", "2. Chỉ tiêu", 3, id="heading"),
        pytest.param("đạt 5**5**%", "đạt 55%", 0, id="bold-inside-a-number"),
        pytest.param("huyện **Nậm** Sơn", "huyện Nậm Sơn", 0, id="bold-inside-a-sentence"),
        pytest.param("* Tỷ lệ hộ nghèo giảm", "* Tỷ lệ hộ nghèo giảm", 0, id="bullet-stays"),
        pytest.param("2021\\-2025", "2021-2025", 0, id="escaped-hyphen"),
        pytest.param("| \\>1.500 | \\<5 |", "| >1.500 | <5 |", 0, id="escaped-comparator"),
        pytest.param("TỈNH SƠN BÌNH<br>**KHÓA XV**<br/>\\*", "TỈNH SƠN BÌNH KHÓA XV", 0, id="line-break-in-a-cell"),
        pytest.param("tăng 7,1&nbsp;%", "tăng 7,1 %", 0, id="blank-that-does-not-break"),
        pytest.param("còn 62 xã[\\[1\\]](#_ftn1).", "còn 62 xã[^1].", 0, id="sign-of-a-note-as-a-link"),
        pytest.param("[\\[12\\]](#_ftnref12) Năm 2021.", "[^12] Năm 2021.", 0, id="sign-at-its-note-as-a-link"),
        pytest.param(
            "theo [Kế hoạch 9](https://vidu.vn/ke-hoach-9) này", "theo Kế hoạch 9 này", 0, id="words-of-a-link"
        ),
        pytest.param("[Số hóa] (2 bước)", "[Số hóa] (2 bước)", 0, id="brackets-that-are-no-link"),
        pytest.param("> Trích dẫn", "Trích dẫn", 0, id="quotation"),
        pytest.param("dưới &lt;13 và &ge;95", "dưới <13 và ≥95", 0, id="signs-written-as-entities"),
        pytest.param(">94", ">94", 0, id="comparator-in-a-cell"),
        pytest.param("> 2,9", "> 2,9", 0, id="comparator-with-a-blank"),
    ],
)
def test_markdown_is_cleaned(raw: str, text: str, marked: int) -> None:
    passage, depth = clean_markup(line_to_passage(Line(1, raw, 0)))
    assert (passage.text, depth) == (text, marked)


def test_cleaned_text_keeps_its_offsets() -> None:
    passage, _ = clean_markup(line_to_passage(Line(1, "đạt **trên** 54%", 0)))
    at = passage.text.index("54")
    assert "đạt **trên** 54%"[passage.position_at(at) :] == "54%"


def test_text_behind_an_entity_keeps_its_offsets() -> None:
    passage, _ = clean_markup(line_to_passage(Line(1, "giảm &lt;13 %", 0)))
    assert "giảm &lt;13 %"[passage.position_at(passage.text.index("13")) :] == "13 %"


def test_a_note_with_a_sign_knows_where_in_its_line_it_hangs(outline_of: Callable[..., Outline]) -> None:
    text = "Năm 2023, GRDP tăng 7,1%[^1]; thu ngân sách đạt 2.105 tỷ đồng.\n\n[^1]: Năm 2021 đạt 6,2%.\n"
    (note,) = outline_of(text, "a.md").footnotes
    assert (note.anchor, note.anchor_at) == (1, text.index("[^1]"))


def test_the_outline_puts_a_note_after_its_paragraph(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(DUMP)
    assert [p.context.where for p in outline.paragraphs][:3] == ["prose", "footnote", "footnote"]


def test_number_of_a_page_between_the_last_note_and_the_page(report_of: Callable[..., Report]) -> None:
    """It stands between blank lines, counts like the next note, and the page begins with one leading blank."""
    text = (
        "Dòng thứ nhất học tập nghị quyết1 và \n\n"
        + " " * 43
        + "\n1 Tỷ lệ đảng viên học tập đạt 97%. \n\n\n\n2 \n\n dòng đầu của trang sau có 2 nghị quyết2 \n\n"
        + " " * 43
        + "\n2 Ghi chú thứ hai. \n"
    )
    pages = report_to_pages(report_of(text))
    assert [note.passage.text for note in pages.footnotes] == ["Tỷ lệ đảng viên học tập đạt 97%.", "Ghi chú thứ hai."]
    assert [line.text for line in pages.body] == [
        "Dòng thứ nhất học tập nghị quyết1 và",
        "dòng đầu của trang sau có 2 nghị quyết2",
    ]
