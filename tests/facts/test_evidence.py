"""Evidence of a stretch of a passage; the text is ours."""

from __future__ import annotations

from vankien.facts.evidence import evidence_of
from vankien.model import Line, Passage, Piece, Report


def test_a_label_longer_than_its_line_is_shown_by_the_line() -> None:
    report = Report("scan", "scan.txt", "0" * 64, (Line(1, "Ty 1é hd", 0), Line(2, "nghéo", 9)))
    passage = Passage("Tỷ lệ hộ nghèo theo chuẩn của Bộ Y tế", (Piece(0, 1, 0),))
    found = evidence_of(report, passage, 30, 37, "body-name")
    assert (found.quote, found.first_line, found.start, found.end) == ("Ty 1é hd", 1, 0, 8)
