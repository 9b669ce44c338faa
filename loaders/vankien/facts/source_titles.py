"""The title of a document as its letterhead prints it → as it is written: names in capitals, what is no part of it."""

from __future__ import annotations

import re

BROUGHT_ABOUT = re.compile(r"\s*\((?:(?:được\s)?thông qua|ban hành|trình)\s[^()]*\)$", re.IGNORECASE)
"""``(Thông qua tại phiên bế mạc ngày 12/9/2025)``: when it was decided is no part of a title."""
