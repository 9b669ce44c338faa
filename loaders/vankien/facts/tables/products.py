"""Finder of targets that a table of tasks prints as the product of each (``Trồng tối thiểu 260 ha``), and of what has them.

Which scheme or project the product is of stands in the same row, and so does the deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.facts.clauses.phrases import lower_first
from vankien.facts.congresses.stance import View, outline_to_view
from vankien.facts.congresses.table_setting import document_setter, is_plan
from vankien.facts.evidence import evidence_of
from vankien.facts.labels.brackets import PREFIX
from vankien.facts.labels.resolve import resolve
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.facts.programmes.task_names import task_and_aim
from vankien.facts.quantities.measure import Measure
from vankien.facts.tables.cells import split_yearly
from vankien.facts.tables.labels import clean_label
from vankien.facts.times.periods import last_year
from vankien.model import Fact, Finding, Found, Lexicon, Link, Outline, Programme, Row, Table, Target
from vankien.report.tables.header import header_to_columns
from vankien.vietnamese import fold

_TASK = re.compile(r"(?:ten |danh muc |cac )*(?:de an|du an|chuong trinh|nhiem vu|cong viec|noi dung)\b")
_PRODUCT = re.compile(r"(?:san pham|ket qua)(?: (?:dau ra|dat duoc|du kien|chu yeu|hoan thanh|can dat))*")
_PAPER = re.compile(
    r"(?:đề\sán|dự\sán|báo\scáo|văn\sbản|kế\shoạch|quyết\sđịnh|nghị\squyết|tờ\strình|hội\snghị|hồ\ssơ|bộ\shồ\ssơ|quy\schế)(?!\w)",
    re.IGNORECASE,
)
"""What a body hands in for its task is no target: ``01 báo cáo``."""


def find_product_targets(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The targets among the products of the tasks that a plan assigns to bodies.

    In: the tables with tasks, bodies in charge and products; the programmes found before, which set their products.
    """
    if not is_plan(outline):
        return
    view = outline_to_view(outline)
    names = {p.evidence.line: p.name for p in found.of(Programme) if p.kind in ("scheme", "project", "key_program")}
    for table in outline.tables:
        headers = [fold(h) for h in table.header]
        task = next((i for i, h in enumerate(headers) if _TASK.match(h)), None)
        product = next((i for i, h in enumerate(headers) if _PRODUCT.fullmatch(h)), None)
        if task is None or not any(c.kind == "body" for c in header_to_columns(table.header)):
            continue
        for row in table.rows:
            name = names.get(row.cells[task].passage.first_line)
            aims = [(task, m) for m in _aims(row.cells[task].text, lexicon)]
            made = _measures(row.cells[product].text, row.cells[task].text, lexicon) if product is not None else ()
            for at, measure in (*aims, *((product or 0, m) for m in made)):
                setter, by = name or document_setter(outline, found), _due(table, row, measure, view)
                target = _target(outline, lexicon, row, at, measure, setter, by)
                yield target
                if name:  # a task without a name of its own is no programme
                    ends = {"subject": name, "object": target.indicator}
                    yield Link(relation="has_target", evidence=target.evidence, **ends)


def _aims(task: str, lexicon: Lexicon) -> Iterator[Measure]:
    """The values that a task is to reach, told behind its name (``Lễ hội Hoa ban, thu hút trên 90 nghìn lượt khách``)."""
    name, aim = task_and_aim(task)
    shift = task.rfind(aim) if aim else -1
    for measure in sentence_to_measures(aim, lexicon, name) if shift >= 0 else ():
        quantity = measure.quantity
        moved = replace(quantity, start=quantity.start + shift, at=quantity.at + shift, end=quantity.end + shift)
        label = _of_task(measure, name)
        yield replace(measure, label=label, quantity=moved, start=measure.start + shift, end=measure.end + shift)


_MADE = re.compile(r"^(?:Kế hoạch|Đề án|Chương trình|Dự án)\s(?:(?:phát triển|mở rộng|xây dựng)\s)?", re.IGNORECASE)
_DATED = re.compile(r"\s(?:năm|giai đoạn|đến năm)\s20\d\d.*$")


def _of_task(measure: Measure, name: str) -> str:
    """What is measured: of a task that names it alone its object (``Diện tích nuôi tôm`` of a plan to raise shrimps), of an
    event its visitors."""
    if "khách" in (measure.quantity.unit or ""):
        return f"Số lượt khách của {name}"
    if measure.label != name:
        return measure.label
    thing = _DATED.sub("", _MADE.sub("", name))
    return f"{PREFIX.get(measure.quantity.kind, '')} {lower_first(thing)}".strip()


def _measures(product: str, task: str, lexicon: Lexicon) -> Iterator[Measure]:
    """The values of a product; one that only counts things takes from its task which ones (``30 xã`` of ``Xây dựng xã
    không có ma túy``)."""
    for measure in sentence_to_measures(product, lexicon) if product else ():
        unit = measure.quantity.unit or ""
        if (measure.quantity.counted and _PAPER.match(unit)) or measure.sized:
            continue
        at = f"{task} ".find(f" {unit} ")
        bare = at > 0 and measure.label == f"Số {unit}"
        yield replace(measure, label=clean_label(f"Số {task[at + 1 :]}")) if bare else measure


def _due(table: Table, row: Row, measure: Measure, view: View) -> str | None:
    """Until when: as the product says, else the deadline of its row, else as the document."""
    own = [last_year(t.period) for t in measure.times if t.period and t.kind in ("until", "at", "span")]
    columns = header_to_columns(table.header)
    printed = " ".join(row.cells[i].text for i, c in enumerate(columns) if c.kind == "deadline")
    return next(iter(own), None) or last_year(printed) or view.by


def _target(
    outline: Outline, lexicon: Lexicon, row: Row, at: int, measure: Measure, set_by: str, by: str | None
) -> Target:
    quantity, passage = measure.quantity, row.cells[at].passage
    unit, per = split_yearly(quantity.unit)
    return Target(
        set_by=set_by,
        indicator=measure.label,
        comparator=quantity.comparator,
        value=quantity.value,
        upper=quantity.upper,
        unit=unit,
        per=per,
        by=by,
        concept=resolve(measure.label, quantity, measure.growth, lexicon),
        evidence=evidence_of(
            outline.report,
            passage,
            min(measure.start, quantity.start),
            max(measure.end, quantity.end),
            "table-target",
            value_at=quantity.at,
        ),
    )
