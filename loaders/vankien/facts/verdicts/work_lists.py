"""Lists of works under tasks: each item names a work, with its size and its cost, and promises neither.

IV. DANH MỤC CÔNG TRÌNH TRỌNG ĐIỂM
Nhu cầu vốn cho 02 công trình là 900 tỷ đồng, gồm ngân sách tỉnh 500 tỷ đồng:
- Cầu Bến Mới, dài 2,1 km (600 tỷ đồng).
- Bệnh viện huyện Tam Lĩnh, quy mô 200 giường (300 tỷ đồng).
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import sentence_case
from vankien.facts.labels.brackets import PREFIX
from vankien.facts.quantities.measure import Measure
from vankien.model import Context
from vankien.vietnamese import UPPER, fold

_WORKS = re.compile(r"danh muc (?:cac )?(?P<of>(?:de an, )?(?:cong trinh|du an)\b.*)")
"""``DANH MỤC CÔNG TRÌNH TRỌNG ĐIỂM``: the heading over a list of works."""
_NEEDS = re.compile(r"\b(?:von|kinh phi|muc dau tu)\b.*\b(?:cong trinh|du an)\b")
"""``Nhu cầu vốn cho 05 công trình là 900 tỷ đồng``: what leads up to the list tells what they cost."""
_SIZE = r"(?:chiều\sdài|dài|quy\smô|công\ssuất|dung\stích|diện\stích|tổng\smức(?:\sđầu\stư)?|(?:tổng\s)?vốn(?:\sđầu\stư)?|kinh\sphí)"
_ITEM = re.compile(rf"(?:\d{{1,2}}[.)]\s)?(?P<name>[{UPPER}][^;:()]{{6,160}}?)(?=,\s{_SIZE}\s|\s?\(|:\s)")
_OF_SIZE = re.compile(rf"(?<!\w)(?P<what>{_SIZE})(?:\s(?:là|khoảng|trên|gần|dự\skiến))*\s*$", re.IGNORECASE)
_PROMISED = re.compile(r"(?<!\w)(?:phấn\sđấu|hoàn\sthành|khởi\scông|đưa\svào)(?!\w)", re.IGNORECASE)


def _funds_of(lead: str) -> str:
    """What the sums of a list are called in what leads up to it."""
    named = re.search(r"(?:tổng\s)?(?:nhu\scầu\s(?:về\s)?vốn|kinh\sphí|mức\sđầu\stư)", lead, re.IGNORECASE)
    return sentence_case(named.group().lower()) if named else "Tổng mức đầu tư"


def _list_of(context: Context) -> str:
    """The works that a list is of, in the words of its heading in small letters; empty for other lists."""
    title = " ".join(context.titles[-1].split()) if context.titles else ""
    found = _WORKS.search(fold(title))
    return title[found.start("of") - len(fold(title)) :].lower().rstrip(" :.") if found else ""


def works_listed(measures: tuple[Measure, ...], text: str, context: Context) -> tuple[Measure, ...] | None:
    """The measures of an item of a list of works under the name of the work, all of them sizes; None for any other
    sentence.

    In: the measures of a sentence, its text, where it stands.
    """
    listed = _list_of(context)
    item = _ITEM.match(text) if context.item and (listed or _NEEDS.search(fold(context.lead))) else None
    if item is None or _PROMISED.search(text):
        return None
    name = item["name"].strip(" ,")
    return tuple(_of_work(m, name, _funds_of(context.lead), text) for m in measures)


def _of_work(measure: Measure, name: str, funds: str, text: str) -> Measure:
    said = _OF_SIZE.search(text[: measure.quantity.start])
    what = said["what"].lower() if said else PREFIX.get(measure.quantity.kind, "Quy mô")
    what = funds if measure.quantity.kind == "money" else "chiều dài" if what == "dài" else what
    return replace(measure, label=f"{sentence_case(what)} {name}", sized=measure.quantity.kind != "money")


_FOR_WORKS = re.compile(
    r"(?P<funds>(?:[Tt]ổng\s)?(?:[Nn]hu\scầu\s(?:về\s)?vốn|[Kk]inh\sphí|[Vv]ốn(?:\sđầu\stư)?))\s(?:cho|của|đầu\stư|thực\shiện)\s(?:cả\s)?(?P<count>\d{1,3})\s(?P<unit>công\strình|dự\sán)(?!\w)"
)


def funds_of_works(measures: tuple[Measure, ...], text: str, context: Context) -> tuple[Measure, ...] | None:
    """``Nhu cầu vốn cho 05 công trình là 900 tỷ đồng``: the works and what they cost; None for any other sentence."""
    said = _FOR_WORKS.match(text)
    if said is None or not measures:
        return None
    listed = _list_of(context)
    works = listed if listed.startswith(said["unit"]) else said["unit"]
    out = []
    for measure in measures:
        if measure.quantity.at == said.start("count"):
            out.append(replace(measure, label=f"Số {works}"))
        elif measure.quantity.kind == "money" and measure.label.lower() == said["funds"].lower():
            out.append(replace(measure, label=f"{said['funds']} cho các {works}"))
        else:
            out.append(measure)
    return tuple(out)
