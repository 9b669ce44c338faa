"""Lost decimal commas: what the row makes certain is repaired, what it does not is left out."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_lines
from vankien.model import Lexicon, Report
from vankien.report.scanned_tables.reading import read_scan
from vankien.report.scanned_tables.repairs import (
    BY_EQUALS,
    BY_ROW,
    BY_SUM,
    UNCERTAIN,
    Number,
    RowKind,
    repair_compared,
    repair_row,
    tables_to_findings,
)

SHARE = RowKind(share=True)
YEARS = (1, 2, 3, 4, 5)


def _changed(numbers: tuple[Number, ...]) -> dict[str, tuple[str, str]]:
    return {n.repair.printed: (n.text, n.repair.reason) for n in numbers if n.repair is not None}


@pytest.mark.parametrize(
    ("texts", "kind", "changed"),
    [
        pytest.param(
            ["<20", "2431", "23,10", "22,75", "2140", "<20"],
            SHARE,
            {"2431": ("24,31", BY_ROW), "2140": ("21,40", BY_ROW)},
            id="two decimals",
        ),
        pytest.param(
            ["60,0", "20,0", "300", "40,0", "50,0", "60,0"], SHARE, {"300": ("30,0", BY_ROW)}, id="share above 100"
        ),
        pytest.param([">6", "6,0", "6,1", "6,3", "6,4", "62"], RowKind(), {"62": ("6,2", BY_ROW)}, id="one decimal"),
        pytest.param(
            ["15,0", "10,0", "20,0", "1300", "10,0", "20,0", "31,9"],
            RowKind(growth=True, years=YEARS, whole=6),
            {"1300": ("130,0", BY_SUM)},
            id="the yearly average says where the comma stood",
        ),
        pytest.param(
            ["8,0", "9,5", "-12,0", "-142", "11,0"],
            RowKind(growth=True),
            {"-142": ("-14,2", BY_ROW)},
            id="growth below -100",
        ),
        pytest.param(
            ["100", "100", "100", "100", "00"], SHARE, {"00": ("100", BY_EQUALS)}, id="lost digit where all agree"
        ),
    ],
)
def test_what_the_row_makes_certain(texts: list[str], kind: RowKind, changed: dict[str, tuple[str, str]]) -> None:
    assert _changed(repair_row(texts, kind)) == changed


@pytest.mark.parametrize(
    ("texts", "kind", "left_out"),
    [
        pytest.param(["20,0", "8,07", "4512", "7,1"], RowKind(), "4512", id="no reading lies among the others"),
        pytest.param(
            ["20,5", "24,15", "23,40", "31", "21,25", "20,80"],
            RowKind(years=YEARS),
            "31",
            id="beyond values of two decimals",
        ),
        pytest.param(["98", "97,0", ">05"], SHARE, ">05", id="bound with a leading zero"),
        pytest.param(["12,5", "13,0", "00"], RowKind(), "00", id="zeros where the others differ"),
        pytest.param(["60", "54", "51234"], RowKind(), "51234", id="far beyond whole numbers"),
    ],
)
def test_what_stays_uncertain_yields_no_value(texts: list[str], kind: RowKind, left_out: str) -> None:
    assert _changed(repair_row(texts, kind)) == {left_out: ("", UNCERTAIN)}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["1022", "1003", "1121", "1.141", ">1000"], id="thousands without a dot"),
        pytest.param(["3.000", "2.067,7", "2.233,6", "2.242"], id="thousands and decimals"),
        pytest.param(["226", "225", "226,16", "228,2"], id="whole number among decimals"),
        pytest.param(["100", "97,9", "98,6", "100"], id="a full hundred"),
        pytest.param(["2.400", "818", "606", "410", "2.719"], id="a sum of small ones"),
        pytest.param(["-", "41,5", "41,5", "-"], id="dashes"),
        pytest.param(["9-10", "4,20", "-3,42", "10,52"], id="a range"),
    ],
)
def test_sound_rows_stay(texts: list[str]) -> None:
    numbers = repair_row(texts, SHARE if "100" in texts else RowKind())
    assert [n.text for n in numbers] == texts
    assert not _changed(numbers)


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("65", "7190", "690"), ("65", "71,90", "6,90")),
        (("60", "54", "90%"), ("60", "54", "90%")),
        (("40", "55", "25"), None),
    ],
)
def test_the_printed_comparison_places_commas(cells: tuple[str, str, str], read: tuple[str, str, str] | None) -> None:
    assert repair_compared(*cells) == read


def test_every_repair_is_a_finding_in_both_languages(lexicon: Lexicon) -> None:
    body = scan_lines(
        [
            "Thực hiện Nghị quyết Đại hội",
            "Mục tiêu Ước thực hiện năm",
            "2016 2017 2018",
            "Tỷ lệ hộ có vườn rau % 60,0 50,0 520 60,0 60,0",
            "Số ao cá Ao 60 50 52 60 60",
            "Số trường học Trường 00 50 52 60 60",
        ]
    )
    found = read_scan(body, 0, lexicon)
    assert found is not None
    report = Report("son-binh", "son-binh.txt", "0" * 64, ())
    findings = list(tables_to_findings(report, [found[0]]))
    assert [(f.code, f.line, f.severity) for f in findings] == [
        ("repaired-number", 4, "Info"),
        ("uncertain-number", 6, "Info"),
    ]
    assert "“520”" in findings[0].vi
    assert "52,0" in findings[0].vi
    assert "“520”" in findings[0].en
