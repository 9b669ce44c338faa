"""Widths and line breaks, and what may become a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.explorer.charts.pictures import squeezed
from vankien.explorer.charts.markup import lines_text, safe_href, tag
from vankien.explorer.charts.text import clean, text_width, wrap


@pytest.mark.parametrize("text", ["Ẩ", "ỡ", "Ợ", "đ", "ặ", "₫", "▲", "●", "▼", "✕", "≠", "◎", "%", "‰"])
def test_signs_and_vietnamese_letters_are_no_wider_than_a_wide_letter(text: str) -> None:
    assert 0 < text_width(text, 1000) <= 1350


@pytest.mark.parametrize(("plain", "marked"), [("A", "Ậ"), ("e", "ễ"), ("y", "ỹ"), ("o", "ộ")])
def test_marks_above_and_below_take_no_room(plain: str, marked: str) -> None:
    assert text_width(plain, 14) == text_width(marked, 14)


def test_an_unknown_letter_counts_as_a_wide_one() -> None:
    assert text_width("漢", 10) == 11


@given(st.text(max_size=200), st.floats(30, 400), st.booleans())
def test_wrapping_loses_no_letter_and_keeps_to_the_room(text: str, room: float, bold: bool) -> None:
    lines = wrap(text, room, 13, bold)
    assert squeezed("".join(lines)) == squeezed(clean(text))
    assert all(text_width(line, 13, bold) <= room + 1e-6 for line in lines)
    assert all(line == line.strip(" ") and line for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    lines = wrap("Tỷ lệ dân số đô thị được cung cấp nước sạch", 120, 13)
    assert " ".join(lines) == "Tỷ lệ dân số đô thị được cung cấp nước sạch"
    assert len(lines) > 2


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("/target/a?b=c#d", True),
        ("../target/a/index.html", True),
        ("#t-a", True),
        ("https://w3id.org/vankien/id/target/a", True),
        ("HTTP://example.org/", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("//elsewhere.example/x", False),
        ("/\\elsewhere.example", False),
        ("\x01javascript:x", False),
    ],
)
def test_only_web_addresses_become_links(href: str, safe: bool) -> None:
    assert safe_href(href) == (href if safe else "")


@given(st.text(max_size=40))
def test_elements_escape_what_they_hold(text: str) -> None:
    made = str(tag("text", text, title=text))
    inside = made.removeprefix("<text title=").removesuffix("</text>")
    assert inside.count("<") == 0
    assert inside.count('"') == 2
    assert lines_text((text,), 0, 0, 1).count("<") == 2
