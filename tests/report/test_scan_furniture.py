"""Page numbers, specks and dirty titles of scans."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_line
from vankien.report.restoration.furniture import without_dirt


def _kept(*lines: tuple[str, str, int]) -> list[str]:
    """The texts that remain of lines of a restored scan: as read, as printed, their pages."""
    body = [
        scan_line(n, text, printed, blank_above=True, page=page) for n, (text, printed, page) in enumerate(lines, 1)
    ]
    return [line.text for line in without_dirt(body)]


BEFORE = ("Trồng rừng ở vùng", "Trdng rirng & ving", 1)
AFTER = ("cao đạt kết quả tốt.", "cao dat két qua tét.", 2)


@pytest.mark.parametrize("foot", ["7", "S", "- 12 -", "A"])
def test_a_page_number_does_not_cut_the_sentence(foot: str) -> None:
    assert _kept(BEFORE, (foot, foot, 1), AFTER) == [BEFORE[0], AFTER[0]]


@pytest.mark.parametrize(
    ("read", "printed", "title"),
    [
        pytest.param("' bộ _ Phên thứ nhất '", "' o _ Phén thir nhat '", "Phần thứ nhất", id="part-in-specks"),
        pytest.param("’ Phần thứ hai i", "’ Phan thi hai i", "Phần thứ hai", id="part-before-a-bit"),
        pytest.param("‘ PHỤ LỤC 01 )", "‘ PHU LUC 01 )", "PHỤ LỤC 01", id="annex"),
        pytest.param("theo Phụ lục 01 kèm", "theo Phu luc 01 kem", "theo Phụ lục 01 kèm", id="mention-stays"),
    ],
)
def test_a_title_loses_its_dirt(read: str, printed: str, title: str) -> None:
    assert _kept(BEFORE, (read, printed, 2)) == [BEFORE[0], title]


@pytest.mark.parametrize("line", ["7", "S", "| 4 |"])
def test_what_may_be_a_cell_stays(line: str) -> None:
    assert _kept(("Số xã", "S6 xa", 1), (line, line, 1), ("trồng rừng", "trdng rirng", 1))[1] == line
