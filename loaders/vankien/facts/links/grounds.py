"""Documents that were issued to carry out those that their sentence opens with.

Triển khai A và B, Tỉnh ủy ban hành C, đồng thời cụ thể hóa bằng D và E      C, D and E carry out A and B
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.documents.citations import Mention
from vankien.facts.links.context import LinkContext, Reading
from vankien.model import Link

AND = re.compile(r"\s*(?:,|và|,\s*và)?\s*(?:các\s+)?$")
AFTER = re.compile(
    r"(?:^|[.;] )(?:Sau khi|Thực hiện|Cụ thể h(?:óa|oá)|Triển khai|Trên cơ sở|Quán triệt|Căn cứ|Để thực hiện)(?![\wà-ỹ])[^.;]*$"
)
ISSUES = re.compile(r"(?:đã |kịp thời )?(?:ban hành|xây dựng)(?![\wà-ỹ])[^.;]*$")
_MAKES = re.compile(
    r"cụ thể h(?:óa|oá)(?:,? (?:việc )?(?:tổ chức )?thực hiện)? (?:nội dung )?(?:các )?$", re.IGNORECASE
)
_INTO_OTHERS = re.compile(r"(?:\s[^.;:]{1,200}?)?\s(?:bằng|thành) (?:các )?")
"""``Cụ thể hóa Nghị quyết số 57-NQ/TW bằng`` Chương trình số 65-CTr/TU và Kế hoạch số 77/KH-UBND."""
MADE_INTO = re.compile(r"cụ thể h(?:óa|oá) bằng")


def makes_others(before: str, between: str) -> bool:
    """Is a document made into the one behind it, by the words before it and between the two?"""
    return _MAKES.search(before) is not None and _INTO_OTHERS.fullmatch(between) is not None


def end_of(mention: Mention) -> str:
    """The end of a link that a document is: its code, else its name."""
    return mention.code or mention.title or ""


def opening_grounds(text: str, documents: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The documents that a sentence opens with, where others were issued to carry them out: ``Triển khai A và B, Tỉnh ủy
    ban hành C``; none in any other sentence."""
    opened = [documents[0]]
    for mention in documents[1:]:
        if not AND.fullmatch(text[opened[-1].end : mention.start]):
            following = text[opened[-1].end : mention.start]
            issued = AFTER.search(text[: documents[0].start]) and ISSUES.search(following)
            return tuple(opened) if issued else ()
        opened.append(mention)
    return ()


def _without_title(gap: str, mention: Mention) -> str:
    """The text between two documents without the title of the first, which it may begin with."""
    title = (mention.title or "").lower()
    return gap.lstrip()[len(title) :] if title and gap.lower().lstrip().startswith(title) else gap


def made_of(context: LinkContext, reading: Reading, whole: tuple[Mention, ...], first: Mention) -> Iterator[Link]:
    """``cụ thể hóa bằng A và B``: the documents of the list carry out each of those that were made concrete."""
    documents, last = reading.documents, first
    made = [first]
    for mention in documents[documents.index(first) + 1 :]:
        if not AND.fullmatch(_without_title(reading.text[last.end : mention.start], last)):
            break
        made.append(mention)
        last = mention
    for document in made:
        for ground in whole:
            if document.code and end_of(ground):
                span = (ground.end, document.end)
                yield context.link(
                    document.code,
                    "implements",
                    end_of(ground),
                    reading.sentence.passage,
                    span,
                    document.code_at,
                    "concretised",
                )
