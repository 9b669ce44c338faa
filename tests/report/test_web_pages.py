"""Documents copied from a web page: what the page prints around them, notes without a rule, several documents on one page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.model import Line, Outline
from vankien.report.page.web_pages import web_furniture

BODY = "\n\n".join(f"{n}. Xã Nậm Sơn trồng thêm cây quế trên đất dốc." for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        pytest.param("Trang chủ > Văn kiện\nBÁO CÁO\n[In trang này]\tLượt xem: 12", {1, 3}, id="path-and-buttons"),
        pytest.param("Trồng quế.\n(Theo Trang tin tỉnh Sơn Bình)\nCác tin khác:\n- Mở lớp rèn (1/2/2020)", {2, 3, 4}, id="other-news"),
        pytest.param("Trồng quế.\nTin liên quan:\n" + "Toàn tỉnh trồng thêm cây quế. " * 9, set(), id="text-goes-on"),
        pytest.param("Trồng quế.\n(Theo chuẩn nghèo mới)", set(), id="a-bracket-of-the-document"),
    ],
)  # fmt: skip
def test_web_furniture(text: str, furniture: set[int]) -> None:
    """The lines that belong to the page."""
    lines = [Line(number, text, 0) for number, text in enumerate(text.split("\n"), 1)]
    assert web_furniture(lines) == furniture


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        pytest.param("Có 2 chương trình(1), trồng quế(2).\n\nT/M BAN CHẤP HÀNH\n\n(1) Gồm nghề rèn\nvà nghề dệt.\n(2) Ở hai xã.\n", ["Gồm nghề rèn và nghề dệt.", "Ở hai xã."], id="behind-the-signature"),
        pytest.param("Các chỉ tiêu:\n\n(1) Trồng 900 ha quế.\n(2) Mở 3 lò rèn.\n", [], id="a-list-has-no-signs"),
        pytest.param("Có 2 chương trình(1).\n\n(1) Trồng 900 ha quế.\n(2) Mở 3 lò rèn.\n", [], id="a-sign-is-lacking"),
    ],
)  # fmt: skip
def test_notes_in_brackets(text: str, notes: list[str], outline_of: Callable[..., Outline]) -> None:
    """Notes that count on from one, each with a sign in the text above."""
    outline = outline_of(text)
    assert [n.passage.text for n in outline.footnotes] == notes
    assert all(n.anchor == 1 for n in outline.footnotes)


SECOND = "\n\nNGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH SƠN BÌNH LẦN THỨ XIII\n\n"


@pytest.mark.parametrize(
    ("above", "parts"),
    [
        pytest.param("Văn kiện thứ hai", 2, id="counted"),
        pytest.param("Phần thứ hai", 1, id="a-part"),
    ],
)
def test_documents_that_are_counted(above: str, parts: int, outline_of: Callable[..., Outline]) -> None:
    """``Văn kiện thứ hai`` above a genre opens the next document."""
    outline = outline_of(f"Văn kiện thứ nhất\n\nBÁO CÁO CHÍNH TRỊ\n\n{BODY}\n\n{above}{SECOND}{BODY}\n")
    assert len(outline.parts or (outline,)) == parts


def test_a_list_told_in_words_in_one_paragraph(outline_of: Callable[..., Outline]) -> None:
    """Each item is a paragraph of its own."""
    outline = outline_of(f"{BODY}\n\nMột là, mở lò rèn. Hai là, trồng quế; trồng chè. Ba là, làm đường.\n")
    assert [p.passage.text for p in outline.paragraphs[-3:]] == [
        "Một là, mở lò rèn.",
        "Hai là, trồng quế; trồng chè.",
        "Ba là, làm đường.",
    ]


def test_a_header_whose_cells_go_on_in_its_second_row(outline_of: Callable[..., Outline]) -> None:
    """``Chỉ tiêu`` over ``ĐH XII`` is one cell; years stand below the cell that spans them."""
    rows = "\n".join(f"{n}\tTỷ lệ hộ có lò rèn {n}\t%\t{n},5\t{n},7\t9\tVượt" for n in range(1, 5))
    head = "TT\tChỉ tiêu\tĐơn vị\tThực hiện\t\tChỉ tiêu\tKết quả so\n\t\t\t2019\t2020\tĐH XII\tvới ĐH XII\n"
    table = outline_of(f"{BODY}\n\nBiểu 1\n{head}{rows}\n").tables[0]
    assert table.header[3:] == ("Thực hiện / 2019", "Thực hiện / 2020", "Chỉ tiêu ĐH XII", "Kết quả so với ĐH XII")
