"""Finder of targets: values that a document promises, and targets that it quotes beside its results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from vankien.facts.congresses.heading_times import programme_of
from vankien.facts.congresses.predecessors import Former, former_provinces
from vankien.facts.congresses.stance import View, is_guide, list_of_results, outline_to_view
from vankien.facts.congresses.yearly_plans import of_five_years, yearly_plan
from vankien.facts.cues.organising import Stretch, organising_stretches
from vankien.facts.documents.short_names import codes_in, goals_of, short_names
from vankien.facts.evidence import evidence_of
from vankien.facts.labels.resolve import resolve
from vankien.facts.measures.parts_of_year import in_part
from vankien.facts.measures.quoted_targets import congress_before, quoted_document
from vankien.facts.programmes.paragraphs import BULLETS, alone_in_line, opened_paragraphs
from vankien.facts.programmes.titles import ORDINAL_ITEM
from vankien.facts.quantities.measure import Measure
from vankien.facts.targets.deadlines import deadline, looks_back, yearly
from vankien.facts.targets.phrases import multiple, qualitative, total_as_target, unread
from vankien.facts.times.title_years import TERM
from vankien.facts.verdicts.judgement import Reading, read_sentences
from vankien.model import Fact, Finding, Found, Lexicon, Outline, Programme, Source, Target
from vankien.vietnamese import ROMAN, fold, parse_roman, to_roman

_YEARLY = re.compile(r"\s?(?:/\s?năm|\s(?:mỗi|một|hằng|hàng)\snăm)$", re.IGNORECASE)


_NEXT_ITEM = re.compile(r"(?:^|[.;,:]\s*|\svà\s)\((?P<number>\d{1,2})\)\s")
_BESIDES = re.compile(r"(?:Ngoài|Bên\scạnh)\s(?:ra|đó)(?!\w)")
"""``Ngoài ra, hoàn thành ...``: behind the last item of a list, and part of none."""


def _group(reading: Reading, measure: Measure, outline: Outline) -> int | None:
    """The number in round brackets of the list item that a target stands in, or of the item that the paragraph goes on
    with (``(7) ... 420 triệu USD. (8) Tỷ lệ ...``), also where its list only begins inside it (``a) Về kinh tế: (1) ...``)."""
    item = reading.sentence.context.item
    number = reading.sentence.paragraph
    listed = measure.restated and (measure.first or list_of_results(reading.sentence.context.lead))
    if (
        (reading.stance != "goals" and not listed)
        or number >= len(outline.paragraphs)
        or _BESIDES.match(reading.sentence.text)
    ):
        return None
    whole = outline.paragraphs[number].passage
    line = whole.first_line
    printed = outline.report.lines[line - 1].text if line <= len(outline.report.lines) else ""
    if item.isdigit() and not re.match(rf"[\s*#\\]*\(\s?{item}\s?\\?\)", printed):
        return None
    group, before = int(item) if item.isdigit() else None, whole.text[: _place_in(whole.text, reading, measure)]
    for match in _NEXT_ITEM.finditer(before):
        if group is None or int(match["number"]) == group + 1:
            group = int(match["number"])
    return group


def _place_in(paragraph: str, reading: Reading, measure: Measure) -> int:
    """Where a measure stands in its paragraph; at its start if the sentence is not found there."""
    at = paragraph.find(reading.sentence.text)
    return at + measure.quantity.start if at >= 0 else 0


@dataclass(frozen=True, slots=True)
class Setters:
    """Who may set a target besides the congress: the programmes found before, the document itself by its code, its
    issuer where it changes a target of the congress."""

    programmes: frozenset[str] = frozenset()
    code: str | None = None
    issuer: str | None = None
    paragraphs: Mapping[int, str] = field(default_factory=dict)
    """The paragraphs that a programme's or breakthrough's name opens (``Khâu đột phá thứ nhất: ...``): what they say, it sets."""
    short: Mapping[str, str] = field(default_factory=dict)
    """The codes of the cited documents by their short names (``Chương trình 41``)."""
    own_work: tuple[Stretch, ...] = ()
    """Where an outline or a guideline hands out its own work, which no congress has set."""
    formers: Mapping[str, Former] = field(default_factory=dict)
    """The provinces that merged by what facts call them: the targets quoted for one are those of its last congress."""


_NAMED_IN = r"(?:nêu|quy\sđịnh|giao|xác\sđịnh|ban\shành|đề\sra)\s(?:tại|trong|theo)\s"


def measure_to_target(
    reading: Reading, measure: Measure, view: View, outline: Outline, lexicon: Lexicon, setters: Setters
) -> Target:
    """One target: value, deadline and setter of a measure that a sentence promises."""
    quantity = measure.quantity
    unit = _YEARLY.sub("", quantity.unit) if quantity.unit else None
    context = reading.sentence.context
    start, end = min(measure.start, quantity.start), max(measure.end, quantity.end)
    text = reading.sentence.text[quantity.start : quantity.end] if measure.restated or quantity.value == 0 else None
    own = not measure.restated and any(s.holds(reading.sentence.passage.first_line) for s in setters.own_work)
    by = in_part(deadline(reading, measure, replace(view, by=None) if own else view), measure)
    said = quoted_document(reading.sentence.text, quantity, setters.short, lexicon) if measure.restated else None
    if measure.changed == "old" and re.search(_NAMED_IN, reading.sentence.text[: quantity.at]):
        named = codes_in(reading.sentence.text[: quantity.at], setters.short, lexicon)
        said = named[-1].code if named else None  # "chỉ tiêu nêu tại Quyết định số 31/QĐ-UBND từ 1.850 căn"
    if measure.restated and not said and not view.former:
        said = congress_before(reading.sentence.text, measure.quantity.at) or goals_of(
            context.titles, setters.short, lexicon
        )
    said = said or (_named_setter(reading.sentence.text, quantity.at) if own or reading.stance == "results" else None)
    former = setters.formers.get(measure.scope or "") if measure.restated else None
    if former and not said:
        said, by = former.ordinal, former.by or by
    return Target(
        set_by="plan" if own else said or in_term(_setter(reading, measure, view, setters, by), by, view),
        indicator=measure.label,
        comparator=quantity.comparator,
        value=quantity.value,
        upper=quantity.upper,
        unit=unit,
        per="year" if yearly(reading, measure) else None,
        by=by,
        group=_group(reading, measure, outline),
        scope=former.scope if former else None,
        text=text,
        concept=resolve(measure.label, quantity, measure.growth, lexicon),
        evidence=evidence_of(
            outline.report, reading.sentence.passage, start, end, "target-" + context.where, value_at=quantity.at
        ),
    )


_SETS = re.compile(
    rf"(?:^|[;.:,]\s|\stheo\s)(?:[Nn]ghị\squyết\s)?[Đđ]ại\shội\s(?:[^;.:()\d]{{0,60}}?\s)?(?P<ordinal>{ROMAN})(?!\w)(?:,\snhiệm\skỳ\s[\d\s–-]+)?\s(?:[^\W\d]+\s){{0,2}}?(?:đặt|đề\sra|xác\sđịnh|quyết\sđịnh|phấn\sđấu)\s"
)
"""``Đại hội Đảng bộ xã lần thứ XXV xác định đến năm 2030 có`` 4 bản: another congress than that of the document."""


def _named_setter(text: str, at: int) -> str | None:
    """The congress that the sentence of a value names as the one that has set it."""
    if "ại hội" not in text[:at]:
        return None
    named = list(_SETS.finditer(text, 0, at))
    return named[-1]["ordinal"] if named and not re.search(r"[.]\s", text[named[-1].end() : at]) else None


def _setter(reading: Reading, measure: Measure, view: View, setters: Setters, due: str | None) -> str:
    """The programme whose section it is; for a year short of its congress' term the body that issues the report; else
    the congress or the plan."""
    titles = [" ".join(t.split()).rstrip(" .:") for t in reversed(reading.sentence.context.titles)]
    if measure.restated and due and (years := of_five_years(reading.sentence.text[: measure.quantity.at], due)):
        return years
    if measure.restated and re.search(r"kế hoạch|KH(?!\w)|dự toán", measure.before, re.IGNORECASE):
        return _plan_of(reading, measure, view)
    if measure.restated and _OF_PLAN.search(reading.sentence.text, 0, measure.quantity.start):
        return _plan_of(reading, measure, view)
    if looks_back(reading, measure, view) and view.former:
        return view.former
    promised = not measure.restated and reading.stance in ("goals", "tasks")
    of_year = yearly_plan(measure.before, reading.sentence.text[: measure.quantity.start], view, due, ahead=promised)
    if measure.changed == "new" and not view.plans and parse_roman(view.set_by) and setters.issuer:
        return setters.issuer
    section = (
        opened_by(reading.sentence.text)
        or _aimed_at_by(reading, measure, setters)
        or setters.paragraphs.get(reading.sentence.paragraph)
        or next((t for t in titles if t in setters.programmes), None)
        or programme_of(reading.sentence.context)
    )
    if not section and of_year:
        return of_year
    if not section and not measure.restated and reading.stance in ("goals", "tasks"):
        ahead = view.carries_out if reading.stance == "goals" else None
        ahead = ahead or _next_congress(tuple(reading.sentence.context.titles), view)
        if ahead:
            return ahead
    within = not (due and view.by and parse_roman(view.set_by) and due > view.by)  # the congress sees beyond its term
    reports = not view.plans and not view.former  # what is laid before a congress, the congress decides
    own = setters.code and reports and not measure.restated and due != view.by and within
    return section or (setters.issuer or setters.code or view.set_by if own else view.set_by)


_OF_PLAN = re.compile(r"%\s(?:so\svới\s)?(?:kế\shoạch|dự\stoán)(?:\s(?:năm|giao|đề\sra)){0,2}\s\($", re.IGNORECASE)
"""``bằng 95% kế hoạch (`` 60 nghìn con): the bracket words the plan's target."""
_AIMS = re.compile(r"\s(?:phấn\sđấu|đặt\smục\stiêu|có\smục\stiêu|đề\sra\smục\stiêu|hướng\stới)\s", re.IGNORECASE)


def _aimed_at_by(reading: Reading, measure: Measure, setters: Setters) -> str | None:
    """``Chương trình phát triển cây quế phấn đấu trồng 900 ha, ...``: the programme whose name opens the sentence, with a
    word that promises right behind it."""
    text = reading.sentence.text
    if measure.restated:
        return None
    return next((name for name in setters.programmes if text.startswith(name) and _AIMS.match(text, len(name))), None)


_COMING = re.compile(r"nhiem ky (?P<start>20\d\d) ?[-–] ?20\d\d")


_NEXT = re.compile(rf"\btrinh (?:tai )?dai hoi (?:[^.;\d]{{0,60}}?\blan thu )?(?P<ordinal>{ROMAN.lower()})\b")
"""``CHỈ TIÊU TRÌNH ĐẠI HỘI XX``: what the next congress is to decide."""


def _next_congress(titles: tuple[str, ...], view: View) -> str | None:
    """A report on what came of one congress' resolution lays goals for the next term before the next congress.

    >>> from vankien.facts.congresses.stance import View
    >>> _next_congress(("PHƯƠNG HƯỚNG NHIỆM KỲ 2025 - 2030",), View(False, "XIX", "2025", "2025"))
    'XX'
    """
    number = parse_roman(view.set_by)
    if view.plans or view.former or not number or not view.by:
        return None
    terms = (m["start"] for t in titles for m in _COMING.finditer(fold(t)))
    named = (m["ordinal"].upper() for t in titles for m in _NEXT.finditer(fold(t)))
    if to_roman(number + 1) in named:
        return to_roman(number + 1)
    return to_roman(number + 1) if any(start >= view.by for start in terms) else None


def _plan_of(reading: Reading, measure: Measure, view: View) -> str:
    """The plan that a result is held against: that of the year which the sentence or the document's title names."""
    times = (*measure.times, *reading.carried(measure))
    period = next((t.period for t in times if t.period and t.kind in ("at", "until")), view.period)
    return f"plan-{period[:4]}" if period and re.fullmatch(r"\d{4}(?:-\d\d)?", period) else "plan"


def in_term(set_by: str, by: str | None, view: View) -> str:
    """Who set a target, if the document's congress seems to have: one that was due when its term began was set by the
    congress before.

    >>> from vankien.facts.congresses.stance import View
    >>> view = View(False, "XIV", "2020", "2025")
    >>> in_term("XIV", "2020", view), in_term("XIV", "2025", view), in_term("plan", "2020", view)
    ('XIII', 'XIV', 'plan')
    """
    number = parse_roman(set_by)
    if number is None or number < 2 or set_by != view.set_by or by is None or view.by is None:
        return set_by
    return to_roman(number - 1) if int(by) <= int(view.by) - TERM else set_by


_OPENED = re.compile(r"(?:\d+[.)]\s*)?(?P<name>(?:Chương trình|Đề án)\s(?!hành động)[^:;.,\d][^:;.\d]{8,150}):\s")


def opened_by(text: str) -> str | None:
    """The programme under whose name an item stands: ``Chương trình phát triển logistics: hình thành 2 trung tâm``.

    >>> opened_by("Chương trình phát triển logistics: hình thành 2 trung tâm.")
    'Chương trình phát triển logistics'
    """
    match = _OPENED.match(text)
    return match["name"] if match else None


def find_targets(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The targets that stand in running text, in the order of the text."""
    view = outline_to_view(outline)
    names = frozenset(p.name for p in found.of(Programme) if p.kind not in ("task_group", "solution"))
    source = next(found.of(Source), None)
    own_work = organising_stretches(outline) if source and is_guide(source.genre) else ()
    formers = {f.scope: f for f in former_provinces(outline, lexicon)}
    code, issuer = (source.code, source.issuer) if source else (None, None)
    setters = Setters(names, code, issuer, _opened(outline, found), short_names(outline, lexicon), own_work, formers)
    for reading in read_sentences(outline, lexicon):
        for measure, judged in reading.measures:
            if judged == "target":
                yield measure_to_target(reading, measure, view, outline, lexicon, setters)
                if times := multiple(measure, reading.sentence.text):
                    yield measure_to_target(reading, times, view, outline, lexicon, setters)
            elif judged == "observation" and (goal := total_as_target(measure, reading.sentence.text)):
                yield measure_to_target(reading, goal, view, outline, lexicon, setters)
        yield from qualitative(reading, view, outline)
        yield from unread(reading, outline)


def _opened(outline: Outline, found: Found) -> dict[int, str]:
    """The paragraphs in which a key programme, scheme or breakthrough speaks for itself, with its name: the one that it
    opens, and the bullets below a key programme's; the one that a breakthrough opens by its number."""
    chosen = [p for p in found.of(Programme) if p.kind in ("key_program", "scheme")]
    out = opened_paragraphs(outline, (p.name for p in chosen))
    programmes = alone_in_line(p for p in chosen if p.kind == "key_program")
    breakthroughs = {p.evidence.start: p.name for p in found.of(Programme) if p.kind == "breakthrough"}
    name = ""
    titles: tuple[str, ...] = ()
    for at, paragraph in enumerate(outline.paragraphs):
        line, text = paragraph.passage.first_line, paragraph.passage.text
        if paragraph.context.titles != titles:
            name, titles = "", paragraph.context.titles
        if paragraph.context.where != "prose" or paragraph.context.item not in BULLETS:
            name = ""
        if line in programmes and len(text) > len(programmes[line]):
            name = programmes[line]
        opened = ORDINAL_ITEM.match(text)
        if said := breakthroughs.get(paragraph.passage.position_at(opened.end()), name) if opened else name:
            out[at] = said
    return out
