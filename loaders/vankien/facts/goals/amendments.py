"""What a document itself amends, replaces or repeals.

Kết luận này thay thế Kết luận số 87-KL/TU; bãi bỏ Mục III Thông báo số 41-TB/TU.
1. Sửa đổi, bổ sung điểm b khoản 2 Mục II Nghị quyết số 06-NQ/TU ... như sau: ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vankien.facts.documents.citations import Mention

AMENDS = re.compile(r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh)(?![\wà-ỹ])", re.IGNORECASE)
_OWN = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:Kế hoạch|Quyết định|Nghị quyết|Chương trình(?: hành động)?|Quy định|Chỉ thị|Kết luận|Thông báo|Đề án|Thông tư"
    r"|Nghị định|Hướng dẫn) này (?![^.;]{0,60}(?:theo|(?<!nêu\s)(?<!định\s)(?<!giao\s)tại)\s)"
)
_OWN_LATER = re.compile(rf"(?<=; ){_OWN.pattern}")
_PART = r"(?:điểm|khoản|mục|điều|phần|phụ lục|chương|tiết)"
_OPENS = re.compile(
    rf"(?:Điều\s\d+\s?[.:]\s*|\d{{1,2}}[.)]\s*)?(?:(?:Sửa đổi|Điều chỉnh)(?:,|\svà)?\s(?:bổ sung\s)?|Bổ sung\s|Bãi bỏ\s|Thay thế\s)"
    rf"(?:(?:một số|nội dung|tên|các|chỉ tiêu|mục tiêu)\s)*(?:(?i:{_PART})\s[^.;:]{{1,80}}?)?(?:(?:tại|của)\s)?"
    r"(?:(?:Kế hoạch|Chương trình|Đề án|Quy định|Quy chế|Quy hoạch|Danh mục)\s[^.;:]{0,120}?(?:ban hành|phê duyệt)\s(?:kèm\s)?(?:theo|tại)\s)?",
)
"""Also what a decision has put into force: ``Sửa đổi một số nội dung của Kế hoạch ban hành kèm theo Quyết định số ...``."""
_IN_PART = re.compile(rf"(?<!\w)(?:{_PART}|một số (?:nội dung|chỉ tiêu|mục tiêu))\s", re.IGNORECASE)
_REPEALS = re.compile(r"(?:Điều\s\d+\s?[.:]\s*)?(?:Bãi bỏ|Thay thế)\s")
_IN_FORCE = ("nghi quyet", "quyet dinh", "quy dinh")
"""What repeals by saying so; elsewhere ``Bãi bỏ Quyết định số ...`` is work for others."""
_JOINED = re.compile(r"[\s,;]*(?:và\s)?(?:các\s)?(?:số\s)?")
"""Between the documents of a list: ``thay thế A và B``, ``các Quyết định: số 1; số 2``."""
_AS_FOLLOWS = re.compile(r"như sau\s*:", re.IGNORECASE)
_DECIDES = ("ket luan", "nghi quyet", "quyet dinh", "thong bao", "quy dinh", "chi thi")


def amended_here(text: str, documents: Sequence[Mention], genre: str) -> Iterator[Mention]:
    """The documents that a sentence says this document amends; nothing where somebody else is to amend them.

    In: the sentence, the documents it names in order, the folded genre of the document itself.
    """
    first = documents[0]
    own = _OWN.match(text) or _OWN_LATER.search(text)
    if own:
        begun = before = own.start()
        for mention in (m for m in documents if m.start >= begun):
            clause = re.split(r";\s", text[before : mention.start])[-1]
            joined = before > begun and _JOINED.fullmatch(text, before, mention.start)
            if not AMENDS.search(clause) and not joined:
                return
            yield mention
            before = mention.end
        return
    opening = _OPENS.fullmatch(text, 0, first.start)
    if not opening or not genre.startswith(_DECIDES):
        return
    repeals = genre.startswith(_IN_FORCE) and _REPEALS.match(text)
    if _IN_PART.search(opening.group()) or repeals or _AS_FOLLOWS.search(text, first.end):
        yield first
