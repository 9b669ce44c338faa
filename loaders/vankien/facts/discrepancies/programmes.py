"""Programmes against themselves: one scheme under two names, a count of programmes that is not that of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from vankien.facts.discrepancies.parts import discrepancy, side
from vankien.facts.evidence import evidence_of
from vankien.facts.programmes.words import NAME_YEARS
from vankien.model import Discrepancy, Found, Outline, Programme
from vankien.vietnamese import fold

_SHARED = 9
"""How many words two names must begin with together to be one scheme."""
_MOST_ENDS = 3
_CLASSIFIERS = frozenset(
    fold(
        "ngành cấp huyện xã vùng cho loại cây con lĩnh vực tại các số dự án điện của và đối với với là người trường nhóm khu trong từ đến theo bậc tuyến"
    ).split()
)
"""Words behind which two names part company because they are names of two things (``... ngành y tế``, ``... ngành giáo dục``)."""


def programme_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """Schemes whose names part company only in their last words, and counts of programmes against their headings."""
    yield from _two_names([p for p in found.of(Programme) if p.kind == "scheme"])
    yield from _counts(outline, found)


def _ends(a: str, b: str) -> tuple[str, str] | None:
    """The last words of two names that begin alike; None if these say that two things are meant."""
    x, y = (NAME_YEARS.sub("", n).replace("“", "").replace("”", "").split() for n in (a, b))
    shared = 0
    while shared < min(len(x), len(y)) and fold(x[shared]) == fold(y[shared]):
        shared += 1
    ends = (x[shared:], y[shared:])
    if shared < _SHARED or not all(1 <= len(e) <= _MOST_ENDS for e in ends):
        return None
    named = any(not word.islower() for end in ends for word in end)
    if named or fold(x[shared - 1]).strip(",") in _CLASSIFIERS:
        return None
    return " ".join(ends[0]), " ".join(ends[1])


def _two_names(schemes: list[Programme]) -> Iterator[Discrepancy]:
    for first, other in combinations(schemes, 2):
        ends = _ends(first.name, other.name)
        lines = (first.evidence.line, other.evidence.line)
        if ends is None or lines[0] == lines[1]:
            continue
        yield discrepancy(
            f"Tên {first.name}", side(f"... {ends[0]}", lines[0]), side(f"... {ends[1]}", lines[1]), lines,
            "Có thể là một đề án, hai tên", first.evidence, "scheme-names", [other.evidence],
        )  # fmt: skip


_COUNT = re.compile(
    r"(?<![\d/.,-])(?P<count>0?[2-9])\s(?P<what>chương\strình\s(?:trọng\sđiểm|trọng\stâm)|(?:nhiệm\svụ|khâu|lĩnh\svực)\sđột\sphá)(?!\w)"
)
_KINDS = {"chuong trinh": "key_program", "nhiem vu": "breakthrough", "khau dot": "breakthrough", "linh vuc": "breakthrough"}  # fmt: skip


def _counts(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """``4 nhiệm vụ đột phá`` where headings tell of three: the first such count of each kind, of one congress."""
    told: set[str] = set()
    for sentence in outline.sentences:
        for match in _COUNT.finditer(sentence.text) if "đột phá" in sentence.text or "trọng" in sentence.text else ():
            kind = _KINDS[" ".join(fold(match["what"]).split()[:2])]
            if kind in told:
                continue
            told.add(kind)
            headed = [p for p in found.of(Programme) if p.kind == kind and p.evidence.rule.startswith("programme-head")]
            if len({p.set_by for p in headed}) != 1 or not 2 <= len(headed) < int(match["count"]):
                continue
            where = evidence_of(outline.report, sentence.passage, match.start(), match.end(), "discrepancy-programmes")
            lines = (where.line, headed[-1].evidence.line)
            yield discrepancy(
                f"Số {match['what']}", side(match["count"], lines[0]), side(f"{len(headed)} mục trong văn bản", lines[1]), lines,
                "Số đếm không bằng số mục được trình bày", where, "programme-count", [p.evidence for p in headed],
            )  # fmt: skip
