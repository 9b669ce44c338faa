"""Web pages: blocks, lists, tables, note signs, encodings; what portals put around the text is left out."""

from __future__ import annotations

import pytest

from tests.report.readers.conftest import Read, texts


def _page(body: str, head: str = "<meta charset=utf-8>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _texts(read: Read, body: str) -> list[str]:
    return texts(read(_page(body), "a.html"))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<p>Đạt <b>5</b>4%\n của <i>năm</i></p>", ["Đạt 54% của năm"], id="inline-marks-do-not-part-words"),
        pytest.param("<p>một<br>hai<p>ba", ["một", "hai", "ba"], id="breaks-and-open-paragraphs"),
        pytest.param("M&#7908;C TI&Ecirc;U&nbsp;1", ["MỤC TIÊU 1"], id="entities"),
        pytest.param("<script>x</script><style>y</style><p>z<noscript>w</noscript>", ["z"], id="scripts-and-styles"),
        pytest.param("<nav>Trang chủ</nav><p>x<div hidden>y</div><p style='display:none'>z", ["x"], id="not-shown"),
        pytest.param("<main><p>Báo cáo của tỉnh</main><footer>©</footer>", ["Báo cáo của tỉnh"], id="main-alone"),
        pytest.param("<ol><li>a<li>b</ol><ul><li>c</ul>", ["1. a", "2. b", "- c"], id="lists"),
        pytest.param('<ol type=a start=3><li>x<li value=9>y</ol>', ["c) x", "i) y"], id="lists-that-start-later"),
        pytest.param('<ol type=I><li>x<li>y</ol>', ["I. x", "II. y"], id="roman-lists"),
        pytest.param("<pre>a  b\nc</pre>", ["a  b", "c"], id="preformatted"),
        pytest.param("<p>10 km<sup>2</sup>, 5 m<sup>3</sup>", ["10 km2, 5 m3"], id="raised-units"),
        pytest.param("<p>Đạt 54%<sup>[12]</sup>.", ["Đạt 54%[^12]."], id="raised-note-in-brackets"),
        pytest.param("<font face='.VnTime'>§¶ng bé</font>", ["Đảng bộ"], id="old-font-by-tag"),
        pytest.param('<p style="font-family:VNI-Times">Ñaûng boä</p>', ["Đảng bộ"], id="old-font-by-style"),
    ],
)  # fmt: skip
def test_blocks(read: Read, body: str, lines: list[str]) -> None:
    assert _texts(read, body) == lines


def test_headings_and_bold_blocks_are_marked(read: Read) -> None:
    body = "<h2>I. MỤC TIÊU</h2><p><strong>Chỉ tiêu</strong></p><p>Đạt <b>54%</b></p><p style='font-weight:bold'>x</p>"
    assert [line.mark for line in read(_page(body), "a.html").lines] == [2, 7, 0, 7]


def test_footnotes_of_converters_hang_on_their_signs(read: Read, lexicon: object) -> None:
    from vankien.report import report_to_outline

    body = (
        '<p>Đạt 54%<sup><a href="#fn1" id="fnref1">1</a></sup> kế hoạch.</p>'
        '<section class="footnotes"><ol><li id="fn1">Theo Quyết định số 5/QĐ-UBND.</li></ol></section>'
    )
    outline = report_to_outline(read(_page(body), "a.html"), lexicon)  # type: ignore[arg-type]
    assert [(n.mark, n.passage.text, n.anchor) for n in outline.footnotes] == [(1, "Theo Quyết định số 5/QĐ-UBND.", 1)]
    assert outline.sentences[0].text == "Đạt 54% kế hoạch."


def test_tables_with_spanning_cells(read: Read) -> None:
    body = (
        "<table><caption>Bảng 1</caption><tr><th rowspan=2>TT<th rowspan=2>Chỉ tiêu<th colspan=2>Kết quả<tr><th>2024<th>2025"
        "<tr><td>1<td>Che phủ | rừng<td>54<td>55<tr><td>2<td>Chè<td>5<td>6</table>"
    )
    assert _texts(read, body) == [
        "Bảng 1",
        "| TT | Chỉ tiêu | Kết quả | Kết quả |",
        "| | | 2024 | 2025 |",
        "| --- | --- | --- | --- |",
        "| 1 | Che phủ ¦ rừng | 54 | 55 |",
        "| 2 | Chè | 5 | 6 |",
    ]


def test_tables_that_lay_out_the_page_give_their_lines(read: Read) -> None:
    inner = "<table><tr><th>TT<th>Chỉ tiêu<th>Đạt<tr><td>1<td>Chè<td>5<tr><td>2<td>Quế<td>6</table>"
    body = f"<table><tr><td>TỈNH ỦY<br>Số 5-BC/TU<td>ĐẢNG CỘNG SẢN VIỆT NAM</table><table><tr><td><p>Lời</p>{inner}</table>"
    assert _texts(read, body)[:4] == ["TỈNH ỦY", "Số 5-BC/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Lời"]
    assert "| 2 | Quế | 6 |" in _texts(read, body)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_page("<p>Đạt ước</p>", ""), id="utf-8-undeclared"),
        pytest.param(_page("<p>Đạt ước</p>", "<meta charset=iso-8859-1>"), id="utf-8-declared-wrongly"),
        pytest.param(b"\xef\xbb\xbf" + _page("<p>Đạt ước</p>", ""), id="utf-8-with-mark"),
        pytest.param("<html><p>Đạt ước</p></html>".encode("utf-16"), id="utf-16"),
        pytest.param(
            b'<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>'
            + "Đạ".replace("ạ", "a\u0323").encode("cp1258") + b"t " + "ươ".encode("cp1258") + "\u0301c</p>".encode("cp1258"),
            id="windows-1258",
        ),
    ],
)  # fmt: skip
def test_encodings(read: Read, data: bytes) -> None:
    assert texts(read(data, "a.html")) == ["Đạt ước"]


def test_html_is_known_without_its_suffix(read: Read) -> None:
    assert read(b"\n<!-- saved --> <!DOCTYPE HTML><p>x", "a.txt").media_type == "text/html"
    assert read(b"a < b and <p>", "a.txt").media_type == "text/plain"
