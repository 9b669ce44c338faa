"""Which programme a label means that says only ``của Chương trình``: the one whose name opens the paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.quantities.measure import Measure

_OF_IT = re.compile(r"(?<=\scủa\s)(?P<kind>Chương\strình|Đề\sán|Dự\sán)(?=$|:\s)")
_NAME = re.compile(
    r"[\W\d]*(?P<name>(?:Chương\strình|Đề\sán|Dự\sán)\s[^,;.:()“”]{6,90}?)"
    r"(?=\s(?:kế\sthừa|đặt|nhằm|tập\strung|xác\sđịnh|phấn\sđấu|hướng|do|được|đã|có|gồm|là|tiếp\stục|triển\skhai)\s|[,.:;(])"
)


def with_programme(measures: tuple[Measure, ...], paragraph: str) -> tuple[Measure, ...]:
    """The measures of a sentence, those of a programme that only its genre names under the name that opens their paragraph.

    In: measures, the text of their paragraph. Out: as many measures.
    """
    meant = [_OF_IT.search(m.label) for m in measures]
    opened = _NAME.match(paragraph) if any(meant) else None
    if opened is None:
        return measures
    name = " ".join(opened["name"].split())
    return tuple(
        replace(m, label=m.label[: of.start()] + name + m.label[of.end() :])
        if of and name.startswith(of["kind"])
        else m
        for m, of in zip(measures, meant, strict=True)
    )
