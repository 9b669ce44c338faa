"""The other two faces of the programme–target map: a matrix, and a table with one row for each link. Both are HTML."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from vankien.explorer.charts.frame import scrolled
from vankien.explorer.charts.map_layout import strongest
from vankien.explorer.charts.markup import hidden, joined, link, tag
from vankien.explorer.charts.model import MODES, MapData, MapGroup, MapLink, MapProgramme, MapTarget
from vankien.explorer.charts.text import clean
from vankien.explorer.charts.verdicts import contradicts, verdict_mark
from vankien.explorer.charts.words import MODE_MARKS, count, say

SHORT = 32
"""The letters of a name that has room above a column."""

_KIND_WORDS = ("chương trình mục tiêu quốc gia", "chương trình", "đề án", "dự án", "nhiệm vụ", "kế hoạch")
"""What many names begin with, and is dropped where room is short."""


# --- short names --------------------------------------------------------------------------------------------------


def _without_kind(name: str) -> str:
    for words in _KIND_WORDS:
        rest = name[len(words) :].strip()
        if name.casefold().startswith(words + " ") and len(rest) > 5:
            return rest[0].upper() + rest[1:]
    return name


def _first_words(text: str, limit: int) -> str:
    """The words of a text that fit, at least a piece of the first."""
    if len(text) <= limit:
        return text
    return text[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") if " " in text[: limit + 1] else text[:limit]


def shorten(name: str, limit: int = SHORT, tail: int = 0) -> str:
    """A name without the word for its kind, cut after whole words; with `tail`, so many letters of its end are kept.

    >>> shorten("Chương trình phát triển rừng bền vững"), shorten("Đề án phát triển du lịch sinh thái tỉnh Sơn Bình", 24)
    ('Phát triển rừng bền vững', 'Phát triển du lịch …')
    >>> shorten("Xây dựng mạng lưới đường sá, trường học đồng bộ", 32, 18)
    'Xây dựng … trường học đồng bộ'
    """
    whole = _without_kind(clean(name))
    if len(whole) <= limit:
        return whole
    if not tail:
        return f"{_first_words(whole, limit - 2)} …"
    end = _first_words(whole[::-1], tail)[::-1]
    return f"{_first_words(whole, limit - len(end) - 3)} … {end}"


def short_names(programmes: Sequence[MapProgramme]) -> list[str]:
    """The short name of each programme; names that would be cut to the same words keep their ends."""
    given = [clean(p.short) or shorten(p.name or p.key) for p in programmes]
    times = Counter(given)
    return [
        shorten(p.name, tail=SHORT - 12) if times[short] > 1 and p.name else short
        for p, short in zip(programmes, given, strict=True)
    ]


# --- parts --------------------------------------------------------------------------------------------------------


def _empty(language: str) -> Markup:
    return tag("p", say("no_map", language), class_="vk-empty")


def _titled(groups: Sequence[MapGroup]) -> Iterable[tuple[str, MapGroup]]:
    """Groups with their heading; the part they belong to stands before the name where it changes."""
    part = ""
    for group in groups:
        names = [clean(group.part)] if group.part and group.part != part else []
        part = group.part
        yield " – ".join(n for n in [*names, clean(group.name)] if n), group


def _head(words: str, **attributes: str | int | None) -> Markup:
    return tag("th", words, scope="col", **attributes)


def _target_cells(target: MapTarget, language: str) -> tuple[Markup, Markup, Markup]:
    name = clean(target.name) or target.key
    again = Markup("")
    if contradicts(target.verdict, target.computed) or (target.computed and not target.verdict):
        again = tag("div", f"{say('computed', language)}: ", verdict_mark(target.computed, language), class_="vk-again")
    marks = verdict_mark(target.verdict, language) if target.verdict else Markup("")
    return (
        tag("th", link(target.href, name), scope="row"),
        tag("td", clean(target.value), class_="vk-value"),
        tag("td", marks, again),
    )


def mode_mark(mode: str, language: str) -> Markup:
    """How a link is known, in a text of HTML: its sign and words."""
    mark = MODE_MARKS[mode]
    sign = tag("span", mark.sign, aria_hidden="true", class_="vk-sign")
    return tag("span", sign, mark.words(language), class_=f"vk-mode vk-m-{mode}")


# --- matrix -------------------------------------------------------------------------------------------------------


def _column(number: int, programme: MapProgramme, short: str) -> Markup:
    name = clean(programme.name) or programme.key
    label = tag("span", f"{number}. {short}", class_="vk-upright")
    return tag("th", link(programme.href, label, title=name), scope="col", class_="vk-programme")


def _cell(mode: str, language: str) -> Markup:
    if not mode:
        return Markup("<td></td>")
    mark = MODE_MARKS[mode]
    return tag("td", tag("span", mark.sign, aria_hidden="true"), hidden(mark.words(language)), class_=f"vk-m-{mode}")


def _matrix_row(target: MapTarget, programmes: Sequence[str], modes: Mapping[str, str], language: str) -> Markup:
    cells = (_cell(modes.get(p, ""), language) for p in programmes)
    total = tag("td", str(len(modes)), class_="vk-total")
    css = None if modes else "vk-alone"
    return tag("tr", *_target_cells(target, language), *cells, total, class_=css)


def _mode_key(language: str) -> Markup:
    return tag("p", Markup(" · ").join(mode_mark(m, language) for m in MODES), class_="vk-legend")


def _programme_key(programmes: Sequence[MapProgramme], language: str) -> Markup:
    items = (tag("li", link(p.href, clean(p.name) or p.key)) for p in programmes)
    listed = tag("ol", *items)
    return tag("details", tag("summary", say("key", language)), listed, class_="vk-key", open="")


def matrix(data: MapData, language: str) -> Markup:
    """A table of targets by programmes: a sign for each link, totals, and below it the programmes' full names.

    Empty data gives a sentence. Raises KeyError for a language other than vi and en.
    """
    if not data.programmes and not data.targets:
        return _empty(language)
    modes: dict[str, dict[str, str]] = defaultdict(dict)
    for found in strongest(data.links):
        modes[found.target][found.programme] = found.mode
    keys = [p.key for p in data.programmes]
    shorts = short_names(data.programmes)
    heads = [_head(say(w, language)) for w in ("target", "value", "verdict")]
    columns = (_column(i + 1, p, short) for i, (p, short) in enumerate(zip(data.programmes, shorts, strict=True)))
    top = tag("thead", tag("tr", *heads, *columns, _head(say("total", language), class_="vk-total")))
    width = len(keys) + 4
    bodies = []
    for title, group in _titled(data.groups):
        head = tag("tr", tag("th", title, colspan=width, scope="rowgroup")) if title else Markup("")
        rows = (_matrix_row(t, keys, modes[t.key], language) for t in group.targets)
        bodies.append(tag("tbody", head, *rows))
    totals = [sum(k in held for held in modes.values()) for k in keys]
    sums = (tag("td", str(n)) for n in totals)
    last = tag("th", say("total", language), scope="row", colspan=3)
    bottom = tag("tfoot", tag("tr", last, *sums, tag("td", str(sum(totals)), class_="vk-total")))
    caption = tag("caption", clean(data.title) or say("matrix", language))
    table = tag("table", caption, top, *bodies, bottom, class_="vk-table vk-matrix")
    label = say("matrix", language)
    return joined(_mode_key(language), scrolled(label, table), _programme_key(data.programmes, language))


# --- one row for each link ----------------------------------------------------------------------------------------


def _link_row(found: MapLink, target: MapTarget, language: str) -> Markup:
    source = tag("div", link(found.href, clean(found.source)), class_="vk-source") if found.source else Markup("")
    known = tag("td", mode_mark(found.mode, language), source)
    return tag("tr", *_target_cells(target, language), known)


def _alone(words: str, rows: Sequence[Markup]) -> Markup:
    head = tag("tr", tag("th", f"{words} ({len(rows)})", colspan=4, scope="rowgroup"))
    return tag("tbody", head, *rows, class_="vk-alone") if rows else Markup("")


def link_table(data: MapData, language: str) -> Markup:
    """One row for each link, by programme: target, value, verdict, how it is known, and the source; then what has none.

    Links of one pair by several sources have a row each. Empty data gives a sentence.
    """
    if not data.programmes and not data.targets:
        return _empty(language)
    targets = {t.key: (i, t) for i, t in enumerate(data.targets)}
    of: dict[str, list[MapLink]] = defaultdict(list)
    for found in sorted(data.links, key=lambda k: (targets[k.target][0], MODES.index(k.mode), k.source)):
        of[found.programme].append(found)
    heads = (_head(say(w, language)) for w in ("target", "value", "verdict", "link"))
    bodies = []
    for p in data.programmes:
        if of[p.key]:
            counted = count("n_targets", len({k.target for k in of[p.key]}), language)
            kind = tag("span", " · ".join(w for w in (clean(p.kind), counted) if w), class_="vk-kind")
            name = tag("th", link(p.href, clean(p.name) or p.key), " ", kind, colspan=4, scope="rowgroup")
            rows = (_link_row(k, targets[k.target][1], language) for k in of[p.key])
            bodies.append(tag("tbody", tag("tr", name), *rows))
    served = {k.target for k in data.links}
    orphans = [tag("tr", *_target_cells(t, language), Markup("<td></td>")) for t in data.targets if t.key not in served]
    spare = [
        tag("tr", tag("td", link(p.href, clean(p.name) or p.key), colspan=4)) for p in data.programmes if not of[p.key]
    ]
    bodies += [_alone(say("orphans", language), orphans), _alone(say("orphan_programmes", language), spare)]
    caption = tag("caption", clean(data.title) or say("table", language))
    table = tag("table", caption, tag("thead", tag("tr", *heads)), *bodies, class_="vk-table vk-linked")
    return scrolled(say("table", language), table)
