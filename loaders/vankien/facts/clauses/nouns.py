"""The noun that a unit counts, and counts of two things in one: what stands behind the comma that follows such a noun, and goes
on with it."""

from __future__ import annotations

import re

from vankien.facts.cues.wording import CLAUSE_OPENER, PREDICATE

_PERSON = (
    r"(?:cử\snhân|kỹ\ssư|thạc\ssĩ|tiến\ssĩ|bác\ssĩ|bác\ssỹ|dược\ssĩ|điều\sdưỡng|công\snhân|chuyên\sgia|giáo\sviên|giảng\sviên"
    r"|công\schức|viên\schức)(?:\s[^\W\d]+)"
)
_MORE_PEOPLE = re.compile(rf"\s*(?:{_PERSON}{{0,4}},\s)*{_PERSON}{{1,4}}(?:[\s.;]*|,\s(?:đạt|chiếm|tăng)\s*)")
"""``đào tạo 300 kỹ sư, cử nhân công nghệ thông tin``: one count of two kinds of people."""


_MORE_PAPERS = re.compile(r"\s*(?:hướng\sdẫn|quy\sđịnh|quy\schế|quy\strình|kết\sluận)(?=\s(?:về|để|thực)\s)")
"""``2 quy trình, hướng dẫn về công tác kiểm tra``."""


def noun_goes_on(part: str) -> bool:
    """``120 cán bộ, công chức đạt chuẩn``: a short noun with its predicate follows the comma."""
    if CLAUSE_OPENER.match(part) or re.match(r"\s*[\d(]|.{0,12}\d", part):
        return False
    if _MORE_PEOPLE.fullmatch(part) or _MORE_PAPERS.match(part):
        return True
    predicate = PREDICATE.search(part)
    return predicate is not None and 1 <= len(part[: predicate.start()].split()) <= 4


def more_papers(part: str) -> bool:
    """Does a part behind a comma name more papers of what was counted, with what they are about?

    >>> more_papers(" hướng dẫn về công tác kiểm tra"), more_papers(" xây dựng kế hoạch")
    (True, False)
    """
    return _MORE_PAPERS.match(part) is not None


_SCALES = re.compile(r"^(?:(?:nghìn|ngàn|triệu|vạn|tỷ|tỉ|chục|trăm)\s)+", re.IGNORECASE)


def counted_noun(unit: str) -> str:
    """The noun of a unit that counts: ``nghìn lượt khách/năm`` → ``lượt khách``."""
    return _SCALES.sub("", re.sub(r"\s?/\s?.*$|\s(?:mỗi|hằng|hàng)\snăm$", "", unit))
