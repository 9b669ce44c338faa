"""The date beside a document's number, in the forms that texts print it."""

from __future__ import annotations

import re

from vankien.vietnamese import parse_date

_DAY = r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)\d{2}(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
DATE = re.compile(
    rf"""(?:\s*[,(]\s*|\s+|(?<=[A-Z])(?=ng))
         (?:(?:ký|ban\ hành)\s+)?(?:(?P<word>[Nn]g[àa]\w?)\s*)?
         (?P<day>{_DAY})(?:\s*\))?""",
    re.VERBOSE,
)
"""``, ngày 22/2/2021``, `` ngày 29 tháng 02 năm 2024``, `` 03/02/2021``, `` ngàu 08/10/2024``."""

BROKEN_DATE = re.compile(r"\s*,?\s*\bng[àa]y\s+\d[\d/.\-]*")
SAME_DAY = re.compile(r"\s*,?\s*(?:cùng|nêu trên,? cùng)\s+ngày(?!\s*\d)")


def day_to_iso(text: str) -> str | None:
    """A date in any of the forms that follow a code as ISO."""
    worded = re.fullmatch(r"\D*(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\D*", text)
    return parse_date("/".join(worded.groups()) if worded else re.sub(r"\s", "", text))
