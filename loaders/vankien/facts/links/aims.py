"""Targets of a programme that is named before them: in the same sentence, or by its noun alone in a later one.

Tỉnh phê duyệt Đề án nuôi cá lồng, theo đó đến năm 2035 có 40 lồng cá.
Mục tiêu cụ thể của Chương trình đến năm 2035 như sau: ...          the programme named last before
Đề án đặt mục tiêu ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.links.context import ALL_KINDS, LinkContext, Reading
from vankien.facts.programmes.names import ProgrammeMention
from vankien.model import Found, Link, Target
from vankien.vietnamese import fold

_KINDS = frozenset({"scheme", "national_target_programme", "key_program"})
_REACH = 8
"""How many sentences back the programme may be named."""
_NOUN = r"(?P<noun>[Cc]hương trình|[Đđ]ề án)"
_OF_IT = re.compile(
    rf"(?:mục tiêu|chỉ tiêu)(?: (?:cụ thể|chung|chủ yếu|tổng quát|của))* của {_NOUN}(?: này)?(?=\s(?:đến|là|như|gồm|trong|giai đoạn|được)\s|[:,])"
    rf"|(?:^|[.,;]\s){_NOUN.replace('noun', 'does')}(?: này| cũng)* (?:đặt|đề|phấn đấu|hướng tới|có mục tiêu|xác định mục tiêu)(?:\s|$)",
    re.IGNORECASE,
)
_THUS = re.compile(
    r"[^.;]{0,90}?(?:theo đó|(?<!nhằm )với (?:các )?(?:mục tiêu|chỉ tiêu)|đặt (?:ra )?mục tiêu|đề ra mục tiêu)(?!\w)"
)


def aimed_targets(context: LinkContext, found: Found) -> Iterator[Link]:
    """``has_target`` of programmes whose aims a sentence says that it tells; not inside the sections of programmes."""
    targets = [t for t in found.of(Target) if context.scope_at(t.evidence.line, ALL_KINDS) is None]
    names = {p.name for p in context.programmes}
    for at, reading in enumerate(context.readings if targets else ()):
        if reading.sentence.context.where != "prose" or (
            "ục tiêu" not in reading.text and "heo đó" not in reading.text
        ):
            continue
        passage, text = reading.sentence.passage, reading.text
        first, last = passage.position_at(0), passage.position_at(len(text) - 1)
        for target in targets:
            value = target.evidence.end - 1
            if not first <= value <= last or target.set_by in names:
                continue
            programme = _aim_of(context, at, reading, passage.offset_at(value))
            if programme:
                name = context.known_name(programme)
                yield Link(subject=name, relation="has_target", object=target.indicator, evidence=target.evidence)


def _aim_of(context: LinkContext, at: int, reading: Reading, before: int) -> ProgrammeMention | None:
    """The programme whose aim stands at an offset of a sentence."""
    named = [p for p in reading.programmes if p.end <= before + 1 and p.kind in _KINDS]
    if len(named) == 1 and _THUS.match(reading.text, named[0].end):
        return named[0]
    spoken = list(_OF_IT.finditer(reading.text, 0, before + 1)) if not named else []
    if not spoken:
        return None
    noun = fold(spoken[-1]["noun"] or spoken[-1]["does"])
    for earlier in reversed(context.readings[max(0, at - _REACH) : at]):
        same = [p for p in earlier.programmes if p.kind in _KINDS and fold(p.name).startswith(noun)]
        if same:
            return same[-1] if len(same) == 1 else None
    return None
