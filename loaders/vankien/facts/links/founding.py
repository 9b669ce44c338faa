"""What a decision itself establishes, by its first article.

Điều 1. Phê duyệt Đề án nuôi cá lồng, chế biến cá ... với các nội dung sau:      the scheme
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2031.        the plan
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.links.context import LinkContext, Reading
from vankien.model import Link

_FOUNDS = re.compile(
    r"(?:QUYẾT ĐỊNH:?\s)?(?:Điều 1\s?[.:]\s?)?(?:Phê duyệt|Ban hành|Thông qua|PHÊ DUYỆT|BAN HÀNH)(?: kèm theo (?:Quyết định|Nghị quyết) này)?(?: điều chỉnh)? [“\"]?",
    re.IGNORECASE,
)


def founded_here(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``Điều 1. Phê duyệt Đề án ...`` in a decision: what the document itself establishes."""
    if not context.own_genre.startswith(("quyet dinh", "nghi quyet")) or not context.own:
        return
    match = _FOUNDS.match(reading.text)
    for programme in reading.programmes[:1]:
        if match and abs(programme.start - match.end()) < 4:
            name, span = context.known_name(programme), (0, programme.end)
            yield context.link(
                name, "established_by", context.own, reading.sentence.passage, span, programme.start, "founded-here"
            )
    plan = _PLAN.match(reading.text, match.end()) if match and not reading.programmes else None
    if plan:
        name, span = " ".join(plan["name"].split()), (0, plan.end("name"))
        at = plan.start("name")
        yield context.link(name, "established_by", context.own, reading.sentence.passage, span, at, "plan-founded-here")


_PLAN = re.compile(
    r"(?P<name>(?:Chiến lược|Quy hoạch|Kế hoạch|Chương trình(?: hành động)?|Định hướng)(?![\wà-ỹ]) (?!này|số)[^;:()“”\"]{12,}?)(?=,?\s(?:với|gồm|như|kèm)\s|\s\(|[.;:]\s|[.;:,]?$)"
)
