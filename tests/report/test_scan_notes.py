"""Footnotes of scans, which stand in the body without a rule and without their signs."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_line
from vankien.report.page.pages import BodyLine, Pages
from vankien.report.page.scan_notes import take_notes

BODY = "Phong trào trồng cây ở Sơn Bình được giữ vững qua các năm, mỗi xã"
LONG = (
    "Trong đó: vùng núi trồng 1.200 ha, vùng thấp trồng 640 ha, còn lại do các trường học và đơn vị bộ đội trồng thêm"
)
BODIES = [(BODY, False, 1)] * 12


def _pages(*lines: tuple[str, bool, int]) -> Pages:
    body: list[BodyLine] = [
        scan_line(n, text, blank_above=blank, page=page) for n, (text, blank, page) in enumerate(lines, 1)
    ]
    return Pages(tuple(body), (), 1, ())


@pytest.mark.parametrize(
    ("opening", "mark"),
    [
        pytest.param("1 ", 1, id="expected number"),
        pytest.param("2 ", 2, id="one was lost"),
        pytest.param("7 ", 1, id="misread digit"),
    ],
)
def test_a_note_is_taken_out_of_its_sentence(opening: str, mark: int) -> None:
    pages = take_notes(_pages(*[(BODY, False, 1)] * 4, (opening + LONG, True, 1), ("đều có một vườn ươm.", False, 2)))
    assert [(n.mark, n.passage.text, n.anchor) for n in pages.footnotes] == [(mark, LONG, 4)]
    assert [b.text for b in pages.body] == [*[BODY] * 4, "đều có một vườn ươm."]


@pytest.mark.parametrize("sign", ["!", "?", "®", "'"])
def test_a_note_opens_with_what_its_number_was_read_as(sign: str) -> None:
    note = f"{sign} Năm 2016 trồng 640 ha."
    pages = take_notes(_pages(*[(BODY, False, 1)] * 2, (note, True, 1), ("đều có một vườn ươm.", False, 2)))
    assert [(n.mark, n.passage.text) for n in pages.footnotes] == [(1, note[2:])]


def test_a_numbered_row_of_a_table_is_no_note() -> None:
    row = "1 Tốc độ tăng giá trị sản xuất các ngành nghề ở Sơn Bình % 8,05 10 10,2 10,5 10,8 11 Sở Tài chính"
    pages = take_notes(_pages(*[(BODY, False, 1)] * 2, (row, True, 1), (BODY, True, 1)))
    assert pages.footnotes == ()


def test_notes_of_one_block_are_told_apart() -> None:
    block = ("1 " + LONG, True, 1), ("thêm.", False, 1), ("2 Từ năm 2016 đến năm 2019.", False, 1)
    pages = take_notes(_pages((BODY, False, 1), (BODY, False, 1), *block))
    assert [(n.mark, n.passage.text[-6:]) for n in pages.footnotes] == [(1, " thêm."), (2, " 2019.")]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(("1. Kết quả trồng rừng", True, 1), id="heading"),
        pytest.param(("9 " + LONG, False, 1), id="no blank line above"),
        pytest.param(("30 " + LONG, True, 1), id="number far off"),
        pytest.param(("' Phần thứ hai", True, 1), id="title beside a speck"),
    ],
)
def test_what_is_no_note(line: tuple[str, bool, int]) -> None:
    pages = take_notes(_pages((BODY, False, 1), (BODY, False, 1), line))
    assert not pages.footnotes
    assert len(pages.body) == 3


def test_a_note_hangs_on_its_sign_where_every_sign_is_left() -> None:
    """A raised number is read as another sign; where one is lost, nothing says which."""
    signed = BODY[:-1] + "ã°."
    pages = take_notes(_pages((signed, False, 1), (BODY, False, 1), ("1 " + LONG, True, 1)))
    assert [(n.anchor, n.anchor_at is not None) for n in pages.footnotes] == [(1, True)]
    pages = take_notes(_pages((signed, False, 1), (signed, False, 1), ("1 " + LONG, True, 1)))
    assert [(n.anchor, n.anchor_at) for n in pages.footnotes] == [(2, None)]


def test_a_number_that_the_next_note_contradicts_was_misread() -> None:
    notes = [(f"{n} {LONG}", True, 1) for n in (3, 2, 3)]
    assert [n.mark for n in take_notes(_pages(*BODIES, *notes)).footnotes] == [1, 2, 3]


@pytest.mark.parametrize("short", ["1 Trồng 13 ha/xã.", "“2 Trồng 13 ha/xã."])
def test_a_short_note_below_another_may_have_lost_a_digit(short: str) -> None:
    notes = [(f"{n} " + LONG, True, 1) for n in range(1, 12)]
    pages = take_notes(_pages(*BODIES, *notes, (short, True, 1)))
    assert [(n.mark, n.passage.text) for n in pages.footnotes][-1] == (12, "Trồng 13 ha/xã.")


def test_a_number_may_be_glued_to_the_share_that_opens_a_note() -> None:
    pages = take_notes(_pages(*BODIES, ("1100% số xã có vườn ươm; " + LONG, True, 1)))
    assert [(n.mark, n.passage.text[:9]) for n in pages.footnotes] == [(1, "100% số x")]


@pytest.mark.parametrize(
    ("end", "below", "count"),
    [
        pytest.param("mỗi xã", ("2 " + LONG, True, 2), 2, id="runs on above the next note"),
        pytest.param("mỗi xã,", ("Hết trang.", False, 3), 1, id="runs on to the foot of the page"),
        pytest.param("mỗi xã.", ("2 " + LONG, True, 2), 2, id="has ended"),
        pytest.param("mỗi xã", (BODY, True, 2), 1, id="body below"),
    ],
)
def test_a_note_goes_on_at_the_foot_of_the_next_page(end: str, below: tuple[str, bool, int], count: int) -> None:
    note = f"1 {LONG} {end}", True, 1
    pages = take_notes(_pages(*BODIES, note, (BODY, False, 2), (LONG, True, 2), below))
    runs_on = pages.footnotes[0].passage.text.endswith(LONG)
    assert (len(pages.footnotes), runs_on) == (count, not end.endswith(".") and below[0] != BODY)


def test_the_numbered_rows_of_a_table_are_no_notes() -> None:
    """On a page whose lines print cells: a percent sign of its own behind a label, a number before a bar."""
    texts = [
        "Chỉ tiêu của xã",
        "1 Tỷ lệ hộ có bể nước sạch ở các thôn % 90",
        "2 | Tỷ lệ ruộng muối phủ bạt ở các thôn % 45",
        "3 Tỷ lệ hộ có nhà kiên cố ở các thôn % Trên 80",
        "4 Số hồ chứa nước mới xây ở các thôn Hồ 75",
    ]
    body = tuple(scan_line(n, text, blank_above=True) for n, text in enumerate(texts, 1))
    pages = Pages(body, (), 1, ())
    assert take_notes(pages) == pages
