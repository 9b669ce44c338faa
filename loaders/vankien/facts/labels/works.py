"""Lists of works in one sentence, each with its size or cost: ``Ưu tiên 02 dự án: (i) Cảng ..., tổng mức đầu tư 900 tỷ đồng; ...``."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import lower_first
from vankien.facts.quantities.measure import Measure

LISTS_WORKS = re.compile(
    r"(?!Chương trình|Đề án)[^:.;]{0,60}(?<!\w)(?:dự án|công trình)(?!\w)[^:.;]{0,60}:\s*(?=\((?:i|1|a)\)\s)",
    re.IGNORECASE,
)
"""``Ưu tiên 04 dự án, công trình: (i) ...; (ii) ...``: what names works and is none itself."""
_ITEM = re.compile(
    r"\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\)\s(?P<name>[^;,]+?)(?=[;,.]|\s(?:quy\smô|với|dài|công\ssuất|tổng\s(?:mức|vốn))\s|$)"
)
_SIZES = {"length": "Chiều dài", "money": "Tổng mức đầu tư", "area": "Diện tích", "power": "Công suất"}
_SAID = re.compile(r"(?:công suất|quy mô|diện tích|chiều dài|tổng mức đầu tư|tổng vốn)(?=[^;,]*$)", re.IGNORECASE)


def sizes_of_works(text: str, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The values of such a list under what is measured and the work whose it is; how many works there are is no value."""
    listed = LISTS_WORKS.match(text)
    if not listed:
        return measures
    items = list(_ITEM.finditer(text, listed.end()))
    out = []
    for measure in measures:
        at = measure.quantity.start
        item = next((i for i in reversed(items) if i.end() <= at), None)
        if item is None:
            continue
        said = _SAID.search(text[item.end("name") : at])
        what = said.group() if said else _SIZES.get(measure.quantity.kind, "Quy mô")
        label = f"{what[:1].upper()}{what[1:]} {lower_first(item['name'])}"
        out.append(replace(measure, label=label, sized=True))
    return tuple(out)
