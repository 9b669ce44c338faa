"""Letters in the patterns of document and place names."""

from __future__ import annotations

from vankien.vietnamese import UPPER

WORD = rf"[{UPPER}]\w*"
"""A word with a capital."""

PLACE = rf"{WORD}(?:[ ](?!(?:Khóa|Khoá|Lần|Nhiệm|Về)\b){WORD}){{0,3}}"
"""A place's name: up to four words with capitals."""
