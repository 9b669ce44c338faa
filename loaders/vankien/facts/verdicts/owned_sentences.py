"""Sentences of a merged province without the names of those that it was made of, and which value was whose.

vượt mục tiêu 38% của Hà Bình; Sơn Lâm đạt 8,1%/năm   →   vượt mục tiêu 38%; đạt 8,1%/năm

So the values are read as in any report: what a province aimed at as a quoted target, what it reached under the label
of the value before it. Each then gets back the province that stood with it as its scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.facts.congresses.predecessors import Former, former_provinces
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family
from vankien.model import Lexicon, Outline, Sentence

_VERB = (
    r"(?:(?:lần\slượt|cũng|đã|chỉ|mới|ước|dự\sước)\s)*(?:đạt|tăng|giảm|là|còn|chiếm|có|đặt|xếp|đứng|vượt|lên|xuống"
    r"|hoàn\sthành|không|chưa|ước|chỉ|mới|tới|lần\slượt|khoảng|trên|dưới|từ|gần)(?!\w)"
)
_GOES_ON = rf"(?=\s*(?:[,;.():]|$)|\s(?:{_VERB}|[<>≥≤]?\d))"
_ALL = r"(?:cả\s)?(?:hai|ba|0?[23])\s(?:tỉnh|địa\sphương|đảng\sbộ)(?:\s(?:cũ|trước\sđây|cộng\slại))*"
_ALL_SET = re.compile(
    r"(?P<cut>(?:cả\s)?(?:hai|ba|0?[23])\s)(?:nghị\squyết|đại\shội)(?P<more>\s(?:cùng|đều)(?=\s))?", re.IGNORECASE
)
"""``mà cả hai nghị quyết cùng xác định``."""
_EACH = re.compile(r"(?:tính\s)?riêng\stừng\s(?:địa\sbàn|tỉnh|địa\sphương),\s", re.IGNORECASE)
_SET_BEHIND = re.compile(r"(?:/năm)?\s(?:mà\s|do\s|theo\s)?(?:nghị\squyết\s)?(?:đại\shội|nghị\squyết)", re.IGNORECASE)
"""Between a target and who set it: ``75% mà Đại hội`` XVIII ``yêu cầu``."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Where in a sentence the name of a province was left out, and the province; None where all of them are meant."""

    at: int
    former: Former | None


@dataclass(frozen=True, slots=True)
class OwnedSentence:
    """A sentence without the names, and where each stood."""

    sentence: Sentence
    owners: tuple[Owner, ...] = ()


@lru_cache(maxsize=8)
def owned_sentences(outline: Outline, lexicon: Lexicon) -> tuple[OwnedSentence, ...]:
    """The sentences of a document; as they are where no provinces merged."""
    formers = former_provinces(outline, lexicon)
    if not formers:
        return tuple(OwnedSentence(s) for s in outline.sentences)
    return tuple(_without_names(s, formers) for s in outline.sentences)


def _cuts(text: str, formers: Sequence[Former]) -> Iterator[tuple[int, int, Former | None, bool]]:
    """The spans to leave out, each with the province that it names, and whether it names any."""
    by_name = {f.name: f for f in formers}
    names = "|".join(re.escape(n) for n in sorted(by_name, key=len, reverse=True))
    one = rf"(?:(?:Đảng\sbộ\s)?(?:tỉnh|thành\sphố)\s|Đảng\sbộ\s)?(?P<name>{names})(?!\w)(?:\s\(?(?:cũ|trước\sđây)\)?)?"
    behind = rf"(?:^|(?<=[(\s]))(?:của|tại|ở)\s(?:{one}|(?i:{_ALL})){_GOES_ON}\s?"
    subject = rf"(?:(?<=[;,(:]\s)|(?<=\()|^)(?:riêng\s|còn\s)?{one}(?=\s(?:{_VERB}|[<>≥≤]?\d))\s"
    for pattern in (behind, subject):
        for match in re.finditer(pattern, text):
            yield match.start(), match.end(), by_name.get(match["name"] or ""), True
    ordinals = {f.ordinal: f for f in formers if sum(g.ordinal == f.ordinal for g in formers) == 1}
    numbers = "|".join(sorted(ordinals, key=len, reverse=True)) or "-"
    for match in re.finditer(rf"(?:[Đđ]ại\shội|ĐH|NQĐH)(?P<cut>\s(?:lần\sthứ\s)?(?P<ordinal>{numbers}))(?!\w)", text):
        yield *match.span("cut"), ordinals[match["ordinal"]], True
    for match in _ALL_SET.finditer(text):
        yield *match.span("cut"), None, True
        if match["more"]:
            yield *match.span("more"), None, False
    yield from ((*m.span(), None, False) for m in _EACH.finditer(text))


def _without_names(sentence: Sentence, formers: Sequence[Former]) -> OwnedSentence:
    """A sentence without the names, its values still where they stand in the source."""
    cuts: list[tuple[int, int, Former | None, bool]] = []
    for cut in sorted(_cuts(sentence.text, formers), key=lambda c: c[:2]):
        if not cuts or cut[0] >= cuts[-1][1]:
            cuts.append(cut)
    owners, gone = [], 0
    for start, end, former, names in cuts:
        if names:
            owners.append(Owner(start - gone, former))
        gone += end - start
    passage = sentence.passage.without([(start, end) for start, end, _, _ in cuts]) if cuts else sentence.passage
    return OwnedSentence(replace(sentence, passage=passage), tuple(owners))


def with_owners(owned: OwnedSentence, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The measures with the province of each as scope: the one named right behind a value, else the one named before it;
    a quoted target without a name of its own is of the province that the value before it was of.

    The targets of several provinces are told one behind the other (``mục tiêu của Sơn Lâm là 2%, của Hà Bình 3%``): each
    is a target as the first is, and of what the first is.
    """
    if not owned.owners:
        return measures
    text, free = owned.sentence.text, list(owned.owners)
    out: list[Measure] = []
    for measure in measures:
        quantity = measure.quantity
        owner = next((o for o in free if o.at >= quantity.end and _stands_behind(text[quantity.end : o.at])), None)
        owner = owner or next((o for o in reversed(free) if o.at <= quantity.start), None)
        free = [o for o in free if o is not owner and o.at > quantity.start]
        last = out[-1] if out else None
        if last and last.restated and _share_reached(measure, last):
            continue
        goes_on = last is not None and last.restated and _goes_on(text[last.quantity.end : quantity.start])
        if last and goes_on and not measure.restated and same_unit_family(last.quantity.unit, quantity.unit):
            measure = replace(measure, restated=True, label=last.label, growth=last.growth)
        elif owner and owner.former and _AT_LEVEL.search(measure.before):
            measure = replace(measure, restated=True, label=last.label if last else measure.label)
        scope = owner.former.scope if owner and owner.former else None
        if owner is None and measure.restated and last:
            scope = last.scope
        out.append(replace(measure, scope=scope or measure.scope))
    return tuple(_labelled_in_turn(out))


_AT_LEVEL = re.compile(r"so\svới\smức\s*$", re.IGNORECASE)
"""``so với mức 90 triệu đồng của Sơn Lâm``."""
_LIST_SIGN = re.compile(r"[\s,;(]*(?:và\s)?(?:(?:là|đạt|lần\slượt|tương\sứng|từ|trên|dưới|khoảng)\s)*")
_REACHED = re.compile(r"[\s,]*(?:(?:chỉ|mới|ước)\s)*(?:đạt|bằng)\s*", re.IGNORECASE)


def _goes_on(gap: str) -> bool:
    return _LIST_SIGN.fullmatch(gap) is not None


def _share_reached(measure: Measure, goal: Measure) -> bool:
    """How far the targets before were reached all together: ``so với tổng mục tiêu ... đạt 104,9%``."""
    kinds = measure.quantity.kind, goal.quantity.kind
    return kinds[0] == "share" != kinds[1] and _REACHED.fullmatch(measure.before) is not None


def _labelled_in_turn(measures: list[Measure]) -> list[Measure]:
    """Where each province has several targets, they are of what those of the first one are, in their order."""
    out, start = list(measures), 0
    while start < len(out):
        end = start + 1
        while end < len(out) and out[start].restated and out[end].restated:
            end += 1
        scopes = [m.scope for m in out[start:end]]
        size = scopes.count(scopes[0])
        if 1 < size < len(scopes) and len(scopes) % size == 0:
            for at in range(start + size, end):
                out[at] = replace(out[at], label=out[at - size].label, growth=out[at - size].growth)
        start = end
    return out


def _stands_behind(gap: str) -> bool:
    return not gap.strip() or _SET_BEHIND.fullmatch(gap) is not None
