"""Words behind a value that only judge it: ``kết nạp 143 đảng viên vượt chỉ tiêu Nghị quyết``."""

from __future__ import annotations

import re

from vankien.facts.cues.judgement_words import DEED

_JUDGES = re.compile(
    r"\s(?:đã\s|đều\s)?(?:vượt|(?:chưa\s|không\s)đạt|hoàn\sthành\svượt)(?:\s(?:mức|xa))?\s(?:so\svới\s)?(?:(?:các\s)?(?:chỉ\stiêu|mục\stiêu|kế\shoạch|nghị\squyết|dự\stoán)|KH|NQ)(?!\w)[^,;:.()\d]*\.*$",
    re.IGNORECASE,
)
_DEED_NEAR = 5
"""How many words may stand between a deed and the value that it has brought about."""


def without_verdict(after: str, before: str) -> str:
    """The words behind a value up to the verdict on it, where a deed leads to the value; of targets and places that are
    there it says which ones are counted.

    >>> without_verdict(" đảng viên mới vượt chỉ tiêu Nghị quyết đề ra", "Đảng bộ đã kết nạp được ")
    ' đảng viên mới'
    >>> without_verdict(" xã vượt kế hoạch", "Huyện có ")
    ' xã vượt kế hoạch'
    """
    judged = _JUDGES.search(after) if "v" in after or "đạt" in after else None
    led = DEED.search(" ".join(before.split()[-_DEED_NEAR:])) if judged else None
    return after[: judged.start()] if judged and led else after
