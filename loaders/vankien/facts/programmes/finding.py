"""Finder of programmes: key programmes, breakthroughs, solutions, task groups, schemes, national target programmes and
projects, each once, at the first line that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.congresses.stance import View, outline_to_view, titles_to_stance
from vankien.facts.evidence import evidence_of
from vankien.facts.programmes.mentions import Group, all_mentions, distinct
from vankien.facts.programmes.notes import noted_key_programmes
from vankien.facts.programmes.sections import Section, named_sections, outline_sections
from vankien.facts.programmes.setters import is_started, listed_setters, noted_setters, scheme_setters
from vankien.facts.programmes.words import same_programme
from vankien.facts.project_tables import project_table
from vankien.model import Congress, Fact, Finding, Found, Lexicon, Outline, Passage, Programme, Source
from vankien.vietnamese import fold, parse_roman


def find_programmes(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The programmes of a document."""
    view, sections = outline_to_view(outline), outline_sections(outline)
    congress, own = congress_of(outline, found), plan_of(outline, found)
    if view.former and not view.plans:
        congress, own = view.set_by, None  # what is laid before a congress
    named = named_sections(outline)
    for kind, passage, title in ((n.kind, n.name, n.title) for n in named):
        evidence = evidence_of(outline.report, passage, 0, len(passage.text), f"programme-heading-{kind}")
        setter = own or congress if kind == "task_group" else congress
        if kind == "project" and not (view.former and not view.plans):
            setter = None  # a part of a programme; only a congress has projects of its own
        if setter and setter == congress and view.former and _looks_back(passage.first_line, sections, view):
            setter = view.former
        yield Programme(name=programme_title(title), kind=kind, set_by=setter, evidence=evidence)
    titles = [n.name.text for n in named]
    keyed = [item for item in inline_key_programmes(outline) if not any(same_programme(item[3], t) for t in titles)]
    noted = [n for n in noted_key_programmes(outline) if not any(same_programme(n[3], t) for t in titles)]
    titles += [item[3] for item in (*keyed, *noted)]
    mentions = all_mentions(outline, lexicon)
    setters = noted_setters(outline, lexicon) | scheme_setters(outline, lexicon, mentions)
    setters |= listed_setters(outline, lexicon, own or congress)
    listed = list(titles)
    for group in distinct(mentions):
        passage, mention = group.passage, group.mention
        if any(same_programme(mention.name, title) for title in titles):
            continue
        evidence = evidence_of(outline.report, passage, mention.start, mention.end, f"programme-name-{mention.kind}")
        setter = mention.set_by or next((setters[at] for at in group.places if at in setters), None)
        if not setter and mention.kind in ("scheme", "project") and _is_task(group, sections, view, own):
            setter = view.set_by
        listed.append(mention.name)
        yield Programme(name=mention.name, kind=mention.kind, set_by=setter, evidence=evidence)
    broken = (b for b in inline_breakthroughs(outline) if not any(same_programme(b[3], t) for t in titles))
    for passage, start, end, name, kind in (*broken, *keyed):
        rule = "breakthrough-list" if kind == "breakthrough" else "programme-key-list"
        where = evidence_of(outline.report, passage, start, end, rule)
        yield Programme(name=name, kind=kind, set_by=congress, evidence=where)
    for passage, start, end, name, line in noted:
        where = evidence_of(outline.report, passage, start, end, "programme-key-note")
        former = view.former if view.former and _looks_back(line, sections, view) else None
        yield Programme(name=name, kind="key_program", set_by=former or congress, evidence=where)
    for passage, name, kind in listed_projects(outline):
        if not any(same_programme(name, known) for known in listed):
            where = evidence_of(outline.report, passage, 0, len(passage.text), "programme-table")
            yield Programme(name=name, kind=kind, set_by=own, evidence=where)


def _is_task(group: Group, sections: tuple[Section, ...], view: View, own: str | None) -> bool:
    """Is a programme named among the goals and tasks of a congress' resolution, or of the programme that carries it out? The
    schemes and projects that are named there, the congress sets; of those in a report to it (which sets nothing in its own
    name), what is to be started."""
    if not parse_roman(view.set_by):
        return False
    if not view.plans and (own or not is_started(group.passage.text, group.mention.start)):
        return False
    return titles_to_stance(_titles_above(group.passage.first_line, sections), view) in ("goals", "tasks")


def _titles_above(line: int, sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The headings above a line, the outermost first."""
    return tuple(s.title.text for s in sorted(sections, key=lambda s: s.depth) if s.first_line < line <= s.last_line)


def _looks_back(line: int, sections: tuple[Section, ...], view: View) -> bool:
    """Does a line stand in the part of a report on what came of the programmes of the congress before? A heading whose
    words were lost goes with the part before it."""
    above = _titles_above(line, sections)
    before = sorted((s for s in sections if s.depth == 0 and s.first_line < line), key=lambda s: -s.first_line)
    part = next((s.title.text for s in before if titles_to_stance((s.title.text,), view) != "unknown"), "")
    return titles_to_stance((part, *above), view) == "results"


_BREAKTHROUGHS = re.compile(
    r"""(?:[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|0?[2-6]|[Cc]ác)\ (?:(?:khâu|nhiệm\ vụ|lĩnh\ vực)\ )?đột\ phá(?:\ chiến\ lược)?(?:\ (?:là|gồm))?\s*:\s*(?P<list>(?:[^.]|\.(?=[^\W\d])){20,900})""",
    re.VERBOSE,
)
"""``bốn khâu đột phá chiến lược: Về hạ tầng; thể chế; nhân lực``."""


_TITLED_ITEM = re.compile(r"(?:^|[;.]\s\(\d\)\s)(?P<name>Đột phá (?:về|trong) [^;:.()]{8,160}):\s")
"""``(1) Đột phá về hạ tầng: làm 5 km đường; (2) Đột phá về nhân lực: ...``: each with what came of it."""


Listed = tuple[Passage, int, int, str, str]
"""A programme that a sentence lists: passage, start, end, name and kind."""


def inline_breakthroughs(outline: Outline) -> Iterator[Listed]:
    """Breakthroughs that a sentence lists."""
    for sentence in outline.sentences:
        titled = list(_TITLED_ITEM.finditer(sentence.text))
        for item in titled if len(titled) > 1 else ():
            yield sentence.passage, item.start("name"), item.end("name"), item["name"], "breakthrough"
        yield from quoted_breakthroughs(sentence.passage)
        for called in _CALLED.finditer(sentence.text):
            name = called["name"][:1].upper() + called["name"][1:]
            yield sentence.passage, called.start("name"), called.end("name"), name, "breakthrough"
        match = _BREAKTHROUGHS.search(sentence.text)
        items = list(re.finditer(r"[^;]+", match["list"])) if match else []
        if not match or len(items) < 2 or any(len(i.group().split()) > 40 for i in items):
            continue
        about = items[0].group().strip().startswith("Về ")
        for item in items:
            name = _NUMBER.sub("", item.group().strip(), count=1).strip(" .")
            start = match.start("list") + item.start() + len(item.group()) - len(item.group().lstrip())
            name = f"Đột phá về {name}" if about else name[:1].upper() + name[1:]
            yield sentence.passage, start, match.start("list") + item.end(), name, "breakthrough"


_QUOTED = re.compile(
    r"(?<!mang tính )đột phá(?: (?:chiến lược|quan trọng|của \w+|trong nhiệm kỳ))*(?: (?:về|là|gồm|gồm có))?:?\s(?=[“\"]\w)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"(?:,|;|,? và)?\s*[“\"](?P<name>[^”“\"]{12,260})[”\"]")


_CALLED = re.compile(
    r"[“\"](?P<name>[^”“\"]{12,260})[”\"] (?:được xác định )?là (?:một |khâu )?(?:trong )?(?:những |các |\d+ |hai |ba |bốn |năm )?(?:khâu |nhiệm vụ |lĩnh vực )?đột phá(?! mới)(?!\w)"
)
"""``xác định “khai thác thế mạnh biển” là một trong ba khâu đột phá``."""


def quoted_breakthroughs(passage: Passage) -> Iterator[Listed]:
    """Breakthroughs that a sentence quotes: ``hai khâu đột phá là “...” và “...”``, ``về đột phá “...”``."""
    opening = _QUOTED.search(passage.text) if "đột phá" in passage.text else None
    at = opening.end() if opening else len(passage.text)
    while quote := _QUOTE.match(passage.text, at):
        name = " ".join(quote["name"].split())
        yield passage, quote.start("name"), quote.end("name"), name, "breakthrough"
        at = quote.end()


_NUMBER = re.compile(
    r"\s*(?:\(\d\)|\d\.|và|-|(?:một|hai|ba|bốn|năm) là,?|thứ (?:nhất|hai|ba|tư|năm)[,:]?)?\s*(?:về )?", re.IGNORECASE
)
"""What numbers an item of a list in a sentence, and ``về`` behind it."""
_KEY_PROGRAMMES = re.compile(
    r"(?<!\w)(?:[2-9]|0[2-9]|\d{2}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Cc]ác) chương trình (?:trọng điểm|trọng tâm|lớn|đột phá)(?:(?!\d|khâu |giải pháp |nhiệm vụ )[^.;:(]){0,60}(?::\s*(?=\(1\)|Chương trình [^;.]{8,160};)|(?P<bracket>\s?\((?:bao )?gồm:?\s(?=[^();.]{8,160};)))"
)
"""``ba chương trình trọng điểm: (1) ...; (2) ...``; the list behind ``5 chương trình trọng điểm và 4 khâu đột phá:`` is of the
last."""
_NAMED_ITEM = re.compile(r"\s*(?:và\s)?(?P<name>Chương trình [^;.()]{8,160})(?:;|(?=\.|$))")
"""``...: Chương trình phát triển du lịch; Chương trình phát triển cây quế.``"""
_PAREN_ITEM = re.compile(r"\((?P<number>\d)\)\s*(?P<name>[^;.()]{12,200})")


def inline_key_programmes(outline: Outline) -> Iterator[Listed]:
    """Key programmes that a sentence lists by number: the noun that they share goes in front of each."""
    for sentence in outline.sentences:
        match = _KEY_PROGRAMMES.search(sentence.text)
        if match is None:
            continue
        if match["bracket"]:
            yield from _bracketed(sentence.passage, match.end())
            continue
        if not sentence.text.startswith("(", match.end()):
            at, parts = match.end(), list(_NAMED_ITEM.finditer(sentence.text, match.end()))
            for item in parts:
                if item.start() != at:
                    break
                at = item.end()
                yield sentence.passage, item.start("name"), item.end("name"), item["name"].strip(), "key_program"
            continue
        for count, item in enumerate(_PAREN_ITEM.finditer(sentence.text, match.end()), 1):
            if int(item["number"]) != count:
                break
            name = re.sub(r",? (?:và|cùng)$", "", item["name"].strip(" ,"))
            name = name if fold(name).startswith("chuong trinh ") else f"Chương trình {name[:1].lower()}{name[1:]}"
            yield sentence.passage, item.start(), item.end("name"), name, "key_program"


def _bracketed(passage: Passage, at: int) -> Iterator[Listed]:
    """The items of a list in brackets: ``(gồm: chương trình giảm nghèo; cải cách hành chính)``."""
    end = passage.text.find(")", at)
    for item in re.finditer(r"[^;]+", passage.text[at : max(at, end)]):
        plain = _NUMBER.sub("", item.group().strip(), count=1).strip(" .")
        if len(plain.split()) > 1:
            plain = plain if fold(plain).startswith("chuong trinh ") else f"chương trình {plain}"
            start = at + item.start() + len(item.group()) - len(item.group().lstrip())
            yield passage, start, at + item.end(), plain[:1].upper() + plain[1:], "key_program"


_MANNER = r"(?:có\s)?(?:hiệu\squả|tốt|nghiêm|đồng\sbộ|quyết\sliệt|đầy\sđủ|kịp\sthời|chặt\schẽ)(?!\w)"
"""``Thực hiện hiệu quả các chương trình``: what says how needs its verb."""


def programme_title(text: str) -> str:
    """A heading as a name: without "Công tác" and the like before it, with a capital."""
    plain = re.sub(rf"^(?:Công tác|Về|Kết quả thực hiện|Thực hiện) (?=\w)(?!{_MANNER})", "", text.strip())
    return plain[:1].upper() + plain[1:]


_MIN_WORDS = 3


def listed_projects(outline: Outline) -> Iterator[tuple[Passage, str, str]]:
    """The projects of a table that lists nothing else and says what each costs: passage, name and kind."""
    for listed in filter(None, map(project_table, outline.tables)):
        for passage in (row.cells[listed.label].passage for row in listed.rows):
            if len(passage.text.split()) >= _MIN_WORDS:
                yield passage, passage.text.strip(" .;:"), "project"


_ORDINAL = re.compile(r"(?:lần thứ|Đại hội|ĐẠI HỘI|LẦN THỨ) ([IVXL]+)(?!\w)")
_OF_THE_COUNTRY = re.compile(r"toàn quốc lần thứ \w+|Đại hội (?:lần thứ )?[IVXL]+ của Đảng(?! bộ)")


def congress_of(outline: Outline, found: Found) -> str | None:
    """The ordinal of the congress that the document serves: the last one of its title (a report is presented *to* a
    congress), else the one that its first lines name most often."""
    source = next(found.of(Source), None)
    titled = _ORDINAL.findall(_OF_THE_COUNTRY.sub("", source.title)) if source else []
    if titled:
        return str(titled[-1])
    head = " ".join([*(p.text for p in outline.letterhead), *(s.text for s in outline.sentences[:12])])
    ordinals = _ORDINAL.findall(_OF_THE_COUNTRY.sub("", head))
    if ordinals:
        return str(max(dict.fromkeys(ordinals), key=ordinals.count))
    return next((c.ordinal for c in found.of(Congress) if c.ordinal), None)


def plan_of(outline: Outline, found: Found) -> str | None:
    """Who sets the tasks of a document that is no congress paper: ``plan-2025`` for a yearly plan, ``plan`` for one of several years, its own code for a
    report; None for resolutions and papers of a congress."""
    source = next(found.of(Source), None)
    title = fold(f"{source.genre} {source.title}" if source else " ".join(p.text for p in outline.letterhead))
    if "ke hoach" in title and "nghi quyet nghien cuu" not in title:
        if re.search(r"(?:nam|giai doan|nhiem ky) \d{4}\s?[-–]\s?\d{4}", title):
            return "plan"  # of several years
        year = re.search(r"nam (\d{4})", title) or re.search(
            r"\b(20\d\d)\b", source.date if source and source.date else ""
        )
        return f"plan-{year.group(1)}" if year else "plan"
    if source and source.code and "bao cao" in title and "chinh tri" not in title:
        return source.code
    return None
