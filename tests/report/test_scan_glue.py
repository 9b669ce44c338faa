"""Words that an engine ran together are parted before they are read; words that are one stay one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.report.mangler import mangle
from vankien.model import Lexicon, Report
from vankien.report import restore_pages
from vankien.report.page.pages import report_to_pages
from vankien.report.restoration.decoder import Decoder
from vankien.report.restoration.glue import gap_in
from vankien.report.restoration.ngrams import counts_path, load


@pytest.mark.parametrize(
    ("token", "at"),
    [
        pytest.param("botinh", 2, id="bộ-tỉnh"),
        pytest.param("lanthtr", 3, id="lần-thứ"),
        pytest.param("ganvoi", 3, id="gắn-với"),
        pytest.param("truong", None, id="one-word"),
        pytest.param("nghiép", None, id="one-misread-word"),
        pytest.param("qwzrtk", None, id="no-words-at-all"),
    ],
)
def test_where_two_words_meet(token: str, at: int | None) -> None:
    model = load(counts_path())
    assert gap_in(token, model, Decoder(model).candidates) == at


def test_a_parted_line_leads_back_to_its_raw_words(report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    text = mangle("Tỉnh phát triển kinh tế rừng gắn với du lịch, đào tạo lao động và bảo vệ môi trường.\n" * 8)
    raw = text.replace("gan voi", "ganvoi", 1).replace("lich, ", "lich,", 1)
    report = report_of(raw)
    pages, _, _ = restore_pages(report, report_to_pages(report), lexicon)
    first = pages.body[0]
    assert "gắn với du lịch, đào tạo" in first.text
    at = first.text.index("môi trường")
    assert raw[first.passage.position_at(at) :].startswith(raw[raw.index(".") - len("moi truong") : raw.index(".")])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("dat l8,4%, tang 2,3%/nim so voi nam truoc", "18,4%, tăng 2,3%/năm", id="one-as-l-and-year"),
        pytest.param("toi thieu 3.OOO ty dong va l2 xa", "3.000 tỷ đồng", id="zeros-as-letters"),
        pytest.param("dat 12. 640 ty dong", "12.640 tỷ đồng", id="thousands-torn-at-their-point"),
    ],
)
def test_numbers_come_back(printed: str, expected: str, report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    context = mangle("Tổng thu ngân sách nhà nước trên địa bàn tỉnh và tỷ lệ che phủ rừng năm nay được nâng lên.\n" * 6)
    report = report_of(f"{context}Tong thu ngan sach {printed}.\n")
    pages, _, _ = restore_pages(report, report_to_pages(report), lexicon)
    assert expected in pages.body[-1].text


def test_every_misread_resolution_is_one(report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    context = mangle("Tổng thu ngân sách nhà nước trên địa bàn tỉnh và tỷ lệ che phủ rừng năm nay được nâng lên.\n" * 6)
    report = report_of(f"{context}Ty le che phu rung dat 55% (NQDH 54%, NQPH 53%).\n")
    pages, _, _ = restore_pages(report, report_to_pages(report), lexicon)
    assert "(NQĐH 54%, NQĐH 53%)" in pages.body[-1].text
