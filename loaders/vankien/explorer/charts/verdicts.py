"""Verdicts as a sign with its word, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from vankien.explorer.charts.markup import tag
from vankien.explorer.charts.model import VERDICTS
from vankien.explorer.charts.words import verdict

_FAILED = frozenset({"not-yet-met", "at-risk", "missed"})


def contradicts(stated: str, computed: str) -> bool:
    """True if the computed verdict says something that the stated one does not.

    Shades of failing are one: a report forecasts (khó đạt), a computation cannot. Where one of them says nothing (no
    verdict, or not assessed) there is no contradiction.

    >>> contradicts("met", "not-yet-met"), contradicts("at-risk", "not-yet-met"), contradicts("not-assessed", "met")
    (True, False, False)
    """
    said = {stated, computed} - {"", "not-assessed"}
    return len(said) == 2 and not said <= _FAILED


def tally(verdicts: Iterable[str], language: str) -> list[str]:
    """How many there are of each verdict, the best first, as ``▲ 5 Vượt``; what has none is not counted.

    >>> tally(["met", "", "met", "missed"], "vi")
    ['● 2 Đạt', '✕ 1 Không đạt']
    """
    counts = Counter(v for v in verdicts if v)
    known = [v for v in VERDICTS if counts[v]] + sorted(v for v in counts if v not in VERDICTS)
    return [f"{verdict(v, language).sign} {counts[v]} {verdict(v, language).words(language)}" for v in known]


def verdict_mark(key: str, language: str) -> Markup:
    """A verdict in a text of HTML: sign, word, and the class of its colour; the empty key says that there is none."""
    mark = verdict(key, language)
    sign = tag("span", mark.sign, aria_hidden="true", class_="vk-sign") if mark.sign else Markup("")
    return tag("span", sign, mark.words(language), class_=f"vk-verdict vk-v-{mark.css}")
