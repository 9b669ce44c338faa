"""What a report reviews by its title: ``Sơ kết 3 năm thực hiện Nghị quyết số 18-NQ/TW``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.links.context import LinkContext
from vankien.model import Link

_REVIEWS = re.compile(
    r"(?:sơ kết|tổng kết|kết quả|tình hình|đánh giá|kiểm điểm)\s(?:[^.;:]{0,60}\s)?(?:thực hiện|triển khai)\s(?:các\s)?$",
    re.IGNORECASE,
)
_REVIEWED = ("Nghị quyết", "Kết luận", "Chỉ thị", "Chương trình hành động")


def reviewed_documents(context: LinkContext) -> Iterator[Link]:
    """``implements`` from a report to the resolution whose carrying out its title says that it reviews."""
    if not context.own or not context.own_genre.startswith("bao cao"):
        return
    for reading in context.readings:
        first = next(iter(reading.documents), None)
        if reading.sentence.context.where != "letterhead" or first is None or not first.code:
            continue
        if first.genre in _REVIEWED and first.code != context.own and _REVIEWS.search(reading.text[: first.start]):
            span = (0, first.end)
            yield context.link(
                context.own, "implements", first.code, reading.sentence.passage, span, first.code_at, "title-reviewed"
            )
