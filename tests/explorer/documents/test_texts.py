"""Texts found by their hash, and the marks in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.explorer.books import book
from vankien.errors import CannotRead
from vankien.explorer.book.records import Text
from vankien.explorer.documents.texts import (
    RestoredLine,
    cut_at,
    find_texts,
    mark_raw,
    mark_restored,
    needs_restoring,
    restore_report,
)
from vankien.model import Line
from vankien.report import read_report

SENTENCE = "Tỷ lệ che phủ rừng đạt 57% vào năm 2025.\nThu ngân sách đạt 4.200 tỷ đồng.\n"


def known(path: Path) -> Text:
    report = read_report(path)
    return Text("text:a", "bao-cao", report.sha256, len(report.lines), "text/plain", "", "", "")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


def test_a_text_is_known_by_its_hash_whatever_its_name(text: Path) -> None:
    held = book(texts={"text:a": known(text)})
    other = text.rename(text.with_name("khac.txt"))
    found = find_texts([other.parent], held)
    assert [line.number for line in found.lines("bao-cao")] == [1, 2]
    assert not found.refused


def test_a_text_of_the_same_name_with_another_hash_is_refused(text: Path) -> None:
    held = book(texts={"text:a": known(text)})
    text.write_text(SENTENCE + "thêm\n", encoding="utf-8")
    found = find_texts([text], held)
    assert found.lines("bao-cao") == ()
    assert [(r.path, r.report) for r in found.refused] == [(str(text), "bao-cao")]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no such file"):
        find_texts([tmp_path / "nowhere.txt"], book())


def test_an_unreadable_file_of_a_folder_is_passed_over_but_not_one_that_was_named(text: Path) -> None:
    held = book(texts={"text:a": known(text)})
    broken = text.with_name("broken.txt")
    broken.write_bytes(b"\0\1")
    assert find_texts([text.parent], held).lines("bao-cao")
    with pytest.raises(CannotRead):
        find_texts([broken], held)


def test_a_typed_text_needs_no_restoring(text: Path) -> None:
    assert not needs_restoring(read_report(text))
    assert restore_report(read_report(text)) == {}


def test_a_lost_letter_is_put_back_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "mat-chu.txt"
    path.write_text("Công tác hướng d\ufffdn, chỉ đạo\nVăn bản hướng d\ufffdn thi hành\n", encoding="utf-8")
    report = read_report(path)
    assert needs_restoring(report)
    restored = restore_report(report)
    assert restored[1].text == "Công tác hướng dẫn, chỉ đạo"
    assert mark_restored(report.lines[0], restored[1], [(9, 18)])[1] == ("hướng dẫn", True)


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        pytest.param([], [("đạt 54% năm 2025", False)], id="no-span"),
        pytest.param([(4, 7), (6, 11)], [("đạt ", False), ("54% năm", True), (" 2025", False)], id="overlapping"),
        pytest.param([(-3, 99)], [("đạt 54% năm 2025", True)], id="beyond-both-ends"),
        pytest.param([(3, 4)], [("đạt 54% năm 2025", False)], id="blank-only"),
    ],
)
def test_a_line_is_cut_where_spans_begin_and_end(spans: list[tuple[int, int]], pieces: list[tuple[str, bool]]) -> None:
    assert cut_at("đạt 54% năm 2025", spans) == pieces


def test_offsets_count_the_whole_text() -> None:
    line = Line(4, "đạt 54% năm 2025", 100)
    assert mark_raw(line, [(104, 107)]) == [("đạt ", False), ("54%", True), (" năm 2025", False)]


@pytest.mark.parametrize(
    ("span", "marked"),
    [
        pytest.param((100, 109), "tỷ lệ hộ", id="tokens-of-other-lengths"),
        pytest.param((107, 112), "hộ nghèo", id="begins-inside-a-token"),
        pytest.param((112, 118), "nghèo", id="ends-with-the-line"),
    ],
)
def test_restored_tokens_are_marked_by_where_they_were_printed(span: tuple[int, int], marked: str) -> None:
    line = Line(4, "ty 1é hO  nghéoo", 100)
    restored = RestoredLine("tỷ lệ hộ nghèo", ((0, 100), (3, 103), (6, 106), (9, 110)))
    assert [words for words, is_marked in mark_restored(line, restored, [span]) if is_marked] == [marked]
