"""Text files in the encodings that Vietnamese documents were kept in."""

from __future__ import annotations

import unicodedata

import pytest

from tests.report.readers.conftest import Read
from vankien.report.readers.legacy import font_scheme, from_font, text_scheme, to_letters

TEXT = "Tỉnh ủy Sơn Bình báo cáo: tỷ lệ che phủ rừng năm 2023 đạt 54,6%.\nHết năm, thu ngân sách 2.105 tỷ đồng.\n"


def _windows_1258(text: str) -> bytes:
    """As Windows writes it: circumflex, breve and horn belong to the letter, tones are characters of their own."""
    out = b""
    for char in unicodedata.normalize("NFC", text):
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = [c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"]
            letter = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
            out += (letter + "".join(tones)).encode("cp1258")
    return out


def _printed(text: str, scheme: str) -> str:
    """The text as an old font needs it: the inverse of the table, made from what it gives for single letters."""
    singles = {to_letters(chr(c), "tcvn3"): chr(c) for c in range(161, 256)}
    pairs = {
        to_letters(base + mark, "vni"): base + mark
        for base in "aeouyAEOUYôöÔÖ"
        for mark in "øùûõïâáàåãäêéèúüëØÙÛÕÏÂÁÀÅÃÄÊÉÈÚÜË"
        if len(to_letters(base + mark, "vni")) == 1
    }
    pairs |= {to_letters(c, "vni"): c for c in "ìíæóòîñôöÑÔÖ"}
    table = singles if scheme == "tcvn3" else pairs
    return "".join(table.get(c, c) for c in text)


@pytest.mark.parametrize(
    ("data", "is_extracted"),
    [
        pytest.param(TEXT.encode(), False, id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), False, id="utf-8-with-mark"),
        pytest.param(TEXT.encode("utf-16"), True, id="utf-16-with-mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), True, id="utf-16-big-endian"),
        pytest.param(TEXT.encode("utf-16-le"), True, id="utf-16-without-mark"),
        pytest.param(TEXT.encode("utf-16-be"), True, id="utf-16-big-endian-without-mark"),
        pytest.param(_windows_1258(TEXT), True, id="windows-1258"),
        pytest.param(_printed(TEXT, "tcvn3").encode("latin-1"), True, id="tcvn3-bytes"),
        pytest.param(_printed(TEXT, "tcvn3").encode(), True, id="tcvn3-in-utf-8"),
        pytest.param(_printed(TEXT, "vni").encode("latin-1"), True, id="vni-bytes"),
        pytest.param(_printed(TEXT, "vni").encode(), True, id="vni-in-utf-8"),
    ],
)
def test_every_encoding_gives_the_same_lines(read: Read, data: bytes, is_extracted: bool) -> None:
    report = read(data, "bao-cao.txt")
    assert [line.text for line in report.lines] == TEXT.splitlines()
    assert [line.start for line in report.lines] == [0, len(TEXT.splitlines()[0]) + 1]
    assert bool(report.text_sha256) is is_extracted


def test_the_extracted_text_has_one_hash_whatever_the_encoding(read: Read) -> None:
    wide, old = read(TEXT.encode("utf-16"), "a.txt"), read(_windows_1258(TEXT), "a.txt")
    assert wide.text_sha256 == old.text_sha256
    assert wide.sha256 != old.sha256


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ty 1é che phua rirng nam 2023 dat 54,6%, téng s6 © 12 ® va dugc công nhan " * 5, id="mangled-scan"
        ),
        pytest.param(
            "The Party committee of the province reports as follows, café and naïve included. " * 3, id="english"
        ),
        pytest.param(
            "Le comité du Parti a décidé à l'unanimité d'accélérer les réformes déjà engagées. " * 3, id="french"
        ),
        pytest.param(TEXT * 3, id="vietnamese"),
        pytest.param("Số 5", id="too-short-to-tell"),
    ],
)
def test_text_that_is_in_no_old_font_is_left_alone(text: str) -> None:
    assert text_scheme(text) is None


@pytest.mark.parametrize(
    ("printed", "font", "shown"),
    [
        ("§¶ng bé tØnh S¬n B×nh", ".VnTime", "Đảng bộ tỉnh Sơn Bình"),
        ("®¶ng bé", ".VnTimeH", "ĐẢNG BỘ"),
        ("Ñaûng boä tænh Sôn Bình", "VNI-Times", "Đảng bộ tỉnh Sơn Bình"),
        ("ÑAÛNG BOÄ", "ABCDEF+VNI-Times", "ĐẢNG BỘ"),
        ("Đảng bộ", "Times New Roman", "Đảng bộ"),
    ],
)
def test_the_name_of_the_font_tells_the_scheme(printed: str, font: str, shown: str) -> None:
    assert from_font(printed, font) == shown


def test_fonts_that_only_look_old_are_none() -> None:
    assert [font_scheme(f) for f in ("Arial", "VNTimes-like", "Vernon", "")] == [None, "tcvn3", None, None]


def test_all_letters_of_tcvn3_come_back() -> None:
    lower = "".join(f"{base}" for base in "aăâeêioôơuưyđ")
    toned = [unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in "\u0300\u0301\u0303\u0309\u0323"]
    letters = [c for c in (*toned, *"ăâêôơưđ") if c not in "aeiouy"]
    assert len(lower) == 13
    assert [to_letters(_printed(c, "tcvn3"), "tcvn3") for c in letters] == letters
    assert [to_letters(_printed(c, "vni"), "vni") for c in letters] == letters
