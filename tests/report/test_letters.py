"""A letter that the dump lost is put back with the words of the lists; a lone sign is left."""

from __future__ import annotations

from collections.abc import Callable

from vankien.model import Lexicon, Outline, Report
from vankien.report.restoration.letters import restore_lost_letters


def test_the_letter_is_found_with_its_neighbours(report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    report = report_of("Ban hành Hướng d\ufffdn số 05-HD/TU.\nTrẻ em m\ufffdu giáo đến trường.\nCó d\ufffdn chứng.")
    restored, findings = restore_lost_letters(report, lexicon)
    assert [line.text for line in restored.lines] == [
        "Ban hành Hướng dẫn số 05-HD/TU.",
        "Trẻ em mẫu giáo đến trường.",
        "Có dẫn chứng.",
    ]
    assert [(f.code, f.line) for f in findings] == [("lost-letter", 1)]


def test_a_sign_that_stands_alone_is_no_letter(report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    report = report_of("\ufffd(). Ghi chú cuối trang.\nThân bài.")
    assert restore_lost_letters(report, lexicon) == (report, ())


def test_what_the_lists_do_not_know_stays(report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    report = report_of("xyzq\ufffdw vvv")
    restored, findings = restore_lost_letters(report, lexicon)
    assert restored == report
    assert "?" in findings[0].en


def test_the_outline_reports_it(outline_of: Callable[..., Outline]) -> None:
    assert [f.code for f in outline_of("Ban hành hướng d\ufffdn chi tiết.").findings] == ["lost-letter"]
