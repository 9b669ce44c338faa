"""Where one document of a file ends and the next begins, and what stands behind a signature."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.model import Outline

BODY = "\n\n".join(f"{n}. Xã Nậm Sơn trồng thêm cây quế trên đất dốc." for n in range(1, 12))
FIRST = f"TỈNH ỦY SƠN BÌNH\nSố 12-KL/TU\nSơn Bình, ngày 02 tháng 3 năm 2024\nKẾT LUẬN\nvề nghề rèn\n-----\n\n{BODY}\n"
SIGNED = "\nNơi nhận:\n- Như trên.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn Rèn\n\n"
IN_COLUMNS = "ỦY BAN NHÂN DÂN TỈNH      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 44/KH-UBND      Sơn Bình, ngày 05 tháng 4 năm 2024\n"
DUMPED = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN BÌNH\nSố: 44/KH-UBND\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
)
TITLE = f"KẾ HOẠCH\nThực hiện Kết luận số 12-KL/TU\n-----\n\n{BODY}\n"


@pytest.mark.parametrize(
    ("text", "letterheads"),
    [
        pytest.param(FIRST + SIGNED + IN_COLUMNS + TITLE, 2, id="a letterhead in columns behind the recipients"),
        pytest.param(FIRST + SIGNED + DUMPED + TITLE, 2, id="a letterhead dumped line by line"),
        pytest.param(FIRST + IN_COLUMNS + TITLE, 1, id="nothing says that the first has ended"),
        pytest.param(FIRST.rstrip(".\n") + "./.\n\n" + IN_COLUMNS + TITLE, 2, id="the sign of the end alone"),
        pytest.param(FIRST + SIGNED + "PHỤ LỤC\n\n" + IN_COLUMNS + TITLE, 1, id="a letterhead below an annex's title is a form"),
        pytest.param(FIRST + SIGNED + IN_COLUMNS.replace("Số: 44/KH-UBND", "Số: ...") + TITLE, 1, id="no number"),
        pytest.param(FIRST + SIGNED + BODY, 1, id="one document"),
    ],
)  # fmt: skip
def test_documents_in_one_file(text: str, letterheads: int, outline_of: Callable[..., Outline]) -> None:
    """Each document has a letterhead, and its lines are its own."""
    outline = outline_of(text)
    assert len(outline.parts or (outline,)) == letterheads
    for before, part in zip(outline.parts, outline.parts[1:], strict=False):
        assert before.report.lines[-1].number < part.letterhead[0].first_line
        assert {p.number for p in part.paragraphs} == set(range(len(part.paragraphs)))


@pytest.mark.parametrize(
    ("below", "read"),
    [
        pytest.param("CHƯƠNG TRÌNH\nPhát triển nghề rèn\n(Ban hành kèm theo Kết luận số 12-KL/TU)\n\n", True, id="attached"),
        pytest.param("PHỤ LỤC\nDanh sách lò rèn\n\n", True, id="annex"),
        pytest.param("CHỦ TỊCH\n\n", False, id="a signature goes on"),
        pytest.param(5 * "- Lưu Văn phòng.\n" + "~ / {* TN\n(Ban hành kèm theo Kết luận số 12-KL/TU)\n\n", False, id="a seal is no title"),
    ],
)  # fmt: skip
def test_what_stands_behind_the_signature(below: str, read: bool, outline_of: Callable[..., Outline]) -> None:
    """What is attached belongs to the body; a signature does not."""
    outline = outline_of(f"{FIRST}{SIGNED}{below}Xã Thanh Giang mở thêm ba lò rèn bên suối.\n")
    assert any("Thanh Giang" in p.passage.text for p in outline.paragraphs) is read
    assert any("Thanh Giang" in p.text for p in outline.closing) is not read


def test_rows_below_a_typed_rule_are_no_notes(outline_of: Callable[..., Outline]) -> None:
    """A rule below the header of a table heads no footnotes; one above a note does."""
    table = (
        "TT   Tên lò rèn          Đơn vị   Năm 2024   Năm 2025\n----------------------------------------------------\n"
        "1    Lò rèn Nậm Sơn      lò       12         14\n2    Lò rèn Thanh Giang  lò       9          11\n"
    )
    outline = outline_of(f"{FIRST}\nPHỤ LỤC\n\n{table}")
    assert outline.footnotes == ()
    assert [[c.text for c in row.cells] for row in outline.tables[0].rows] == [
        ["1", "Lò rèn Nậm Sơn", "lò", "12", "14"],
        ["2", "Lò rèn Thanh Giang", "lò", "9", "11"],
    ]
    note = outline_of(f"{FIRST}\nCó 12 lò rèn1.\n\n--------------------\n1 Theo số liệu của xã Nậm Sơn.\n")
    assert [n.mark for n in note.footnotes] == [1]
