"""How a part of a year is written: so many months, a quarter. Building blocks of patterns that ignore case."""

from __future__ import annotations

MONTHS = r"(?:0?[1-9]|1[01])"
"""How many months, in digits, fewer than a year has."""
MONTHS_SPELT = rf"(?:{MONTHS}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\smột)?)"
"""How many months, in digits or words."""
QUARTER = r"(?:I{1,3}|IV|[1-4])"
QUARTER_SPELT = rf"(?:{QUARTER}|một|hai|ba|tư)"
EARLY_QUARTER = r"(?:I{1,3}|[1-3])"
"""A quarter with which no year ends."""
