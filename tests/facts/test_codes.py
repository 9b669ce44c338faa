"""Codes of documents: where they are found, and their one normal form."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.facts.letterheads.codes import code_body, code_genres, find_codes, normal_code
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Lexicon

LEXICON = read_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Quyết định số 77/QP-TTg, 78/QB-TTg và 79/0P-TTg",
            ["77/QĐ-TTg", "78/QĐ-TTg", "79/QĐ-TTg"],
            id="misread by OCR",
        ),
        pytest.param("theo Nghị quyết số 12-NQ/TU của tỉnh", ["12-NQ/TU"], id="party, hyphen first"),
        pytest.param("Kế hoạch số 77/KH-UBND.", ["77/KH-UBND"], id="state, slash first"),
        pytest.param("Nghị quyết số 15/2022/NQ-HĐND", ["15/2022/NQ-HĐND"], id="with a year"),
        pytest.param("Luật số 81/2025/QH15", ["81/2025/QH15"], id="National Assembly"),
        pytest.param("Pháp lệnh số 02/2021/UBTVQH15", ["02/2021/UBTVQH15"], id="its standing committee"),
        pytest.param("Nghị quyết 31b/2009/NQ-CP", ["31b/2009/NQ-CP"], id="number with a letter"),
        pytest.param("Nghị quyết số 21-2018/NQ-CP", ["21-2018/NQ-CP"], id="year after a hyphen"),
        pytest.param("Chương trình số 33/CTr/TU", ["33/CTr/TU"], id="two slashes"),
        pytest.param("công văn số 902/VPCP-NN", ["902/VPCP-NN"], id="letter of an office and its division"),
        pytest.param("báo cáo số 71/BC-MTTQ-BTT", ["71/BC-MTTQ-BTT"], id="suffix of three parts"),
        pytest.param("Chỉ thị số 19- CT/TW", ["19-CT/TW"], id="blank behind the hyphen"),
        pytest.param("Nghị quyết số 06 -NQ/TU", ["06-NQ/TU"], id="blank before the hyphen"),
        pytest.param("Quyết định số 310/QĐ- UBND", ["310/QĐ-UBND"], id="blank inside the suffix"),
        pytest.param("Quyết định số 310 / QĐ - UBND", ["310/QĐ-UBND"], id="blanks everywhere"),
        pytest.param("Quyết định số 310/QĐ–UBND", ["310/QĐ-UBND"], id="en dash"),
        pytest.param("Quyết định số 44/QD-TTg", ["44/QĐ-TTg"], id="lost stroke of Đ"),
        pytest.param("Nghị quyết số 5/NQ-HDND", ["5/NQ-HĐND"], id="lost stroke in the body"),
        pytest.param("Nghị định số 8/2020/ND-CP", ["8/2020/NĐ-CP"], id="lost stroke in a decree"),
        pytest.param("Chương trình số 61-Ctr/TU", ["61-CTr/TU"], id="case of the suffix"),
        pytest.param("Kế hoạch số 91-KH/TƯ", ["91-KH/TW"], id="TƯ is TW"),
        pytest.param("Số 15 KH/TU", ["15-KH/TU"], id="blank instead of the hyphen"),
        pytest.param("Kế hoạch số 4.120/KH-UBND", ["4120/KH-UBND"], id="grouped thousands"),
        pytest.param("Quyết định số 92/QĐ-UBNDngày 02/3/2024", ["92/QĐ-UBND"], id="glued to the next word"),
        pytest.param("các Nghị quyết số 36, 37-NQ/TW", ["36-NQ/TW", "37-NQ/TW"], id="shared suffix"),
        pytest.param("Nghị quyết số 35, 36 và 37-NQ/TW", ["35-NQ/TW", "36-NQ/TW", "37-NQ/TW"], id="three of them"),
        pytest.param("số 3/NQ-HĐND, số 4/NQ-HĐND", ["3/NQ-HĐND", "4/NQ-HĐND"], id="two in a list"),
        pytest.param("Nghị quyết số 02-NQ/ĐH", ["02-NQ/ĐH"], id="unknown second part"),
        pytest.param("Thông tư liên tịch số 3/2016/TTLT-BYT-BTC", ["3/2016/TTLT-BYT-BTC"], id="joint circular"),
        pytest.param("Chương trình số 6-CTrHĐ/TU", ["6-CTrHĐ/TU"], id="small letter inside"),
        pytest.param("Quy định số 8-QyĐ/TU", ["8-QyĐ/TU"], id="another small letter"),
        pytest.param("tại [05-NQ/TU](https://vd.vn/vb/05-NQ-TU)", ["05-NQ/TU"], id="not in an address"),
        pytest.param("Số:27/KH-UBND", ["27/KH-UBND"], id="no blank after the colon"),
    ],
)
def test_codes_are_found(text: str, expected: list[str]) -> None:
    assert [c.text for c in find_codes(text, LEXICON)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mở cửa 24/7 cả năm", id="round the clock"),
        pytest.param("đứng thứ 31/63 cả nước", id="a rank"),
        pytest.param("giai đoạn 2021 - 2025", id="a period"),
        pytest.param("giai đoạn 2021-2025 - UBND tỉnh giao", id="a period before a body"),
        pytest.param("tuyến QL.6 - QL.279", id="roads"),
        pytest.param("dịch COVID-19 kéo dài", id="a disease"),
        pytest.param("đạt 12,5/NQ", id="decimals"),
        pytest.param("ngày 12/5/2021/NQ", id="a date"),
        pytest.param("trạm bơm số 3-A", id="one letter"),
        pytest.param("nhà CT3-KĐT mới", id="a building"),
        pytest.param("khoảng 15 KH/TU", id="a blank, not announced"),
        pytest.param("52 ha - NTM", id="unit before a dash"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_numbers_are_no_codes(text: str) -> None:
    assert list(find_codes(text, LEXICON)) == []


def test_a_code_knows_where_it_stands() -> None:
    text = "theo Kế hoạch số 77/KH-UBND của tỉnh"
    code = next(find_codes(text, LEXICON))
    assert text[code.start : code.end] == "77/KH-UBND"


@pytest.mark.parametrize(
    ("raw", "genre", "body"),
    [
        pytest.param("77/KH-UBND", "Kế hoạch", "Ủy ban nhân dân tỉnh", id="plan of a people's committee"),
        pytest.param("12-NQ/TU", "Nghị quyết", "Tỉnh ủy", id="resolution of a Party committee"),
        pytest.param("44/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", id="decision of the Prime Minister"),
        pytest.param("902/VPCP-NN", None, "Văn phòng Chính phủ", id="body alone"),
        pytest.param("81/2025/QH15", None, "Quốc hội", id="National Assembly"),
        pytest.param("19-CT/TW", "Chỉ thị", None, id="TW is shared"),
    ],
)
def test_suffixes_name_genre_and_body(raw: str, genre: str | None, body: str | None) -> None:
    code = next(find_codes(f"số {raw}", LEXICON))
    genres, found = code_genres(code, LEXICON), code_body(code, LEXICON)
    assert (genres[0].vi if genres else None, found.vi if found else None) == (genre, body)


def test_one_suffix_can_be_several_genres() -> None:
    code = next(find_codes("Quy định số 9-QĐ/TW", LEXICON))
    assert {"Quyết định", "Quy định"} <= {g.vi for g in code_genres(code, LEXICON)}


numbers = st.integers(1, 9999).map(str)
genres = st.sampled_from(["NQ", "QĐ", "KH", "CT", "BC", "CTr", "KL"])
bodies = st.sampled_from(["TU", "UBND", "HĐND", "CP", "TTg", "TW", "BYT"])
blanks = st.sampled_from(["", " ", "  "])


@st.composite
def codes(draw: st.DrawFn) -> str:
    year = draw(st.sampled_from(["", "/2021", "/2024"]))
    first, second = draw(st.sampled_from([("-", "/"), ("/", "-")]))
    return f"{draw(numbers)}{year}{'/' if year else first}{draw(genres)}{'-' if year else second}{draw(bodies)}"


@given(codes())
def test_normalising_is_idempotent(code: str) -> None:
    once = normal_code(code, LEXICON)
    assert normal_code(once, LEXICON) == once == code


@given(codes(), st.lists(blanks, min_size=4, max_size=4), st.sampled_from(["", "số ", "Số: "]))
@settings(max_examples=200)
def test_blanks_and_so_do_not_matter(code: str, spaces: list[str], announced: str) -> None:
    parts = re.split(r"([-/])", code)
    loose = announced + "".join(p + spaces[i % 4] for i, p in enumerate(parts)).strip()
    assert normal_code(loose, LEXICON) == code


@given(codes())
def test_every_code_is_found_again_in_a_sentence(code: str) -> None:
    assert [c.text for c in find_codes(f"Thực hiện văn bản số {code} đã nêu.", LEXICON)] == [code]


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    for code in find_codes(text, LEXICON):
        assert 0 <= code.start < code.end <= len(text)


def test_an_empty_lexicon_knows_the_national_assembly_only() -> None:
    empty = Lexicon({})
    assert [c.text for c in find_codes("Luật số 81/2025/QH15 và số 7/KH-UBND", empty)][:1] == ["81/2025/QH15"]
