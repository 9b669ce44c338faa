"""The list of indicators: those of our list by theme, and the names that only documents use by their first letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vankien.explorer.book.book import Book, grouped
from vankien.explorer.book.records import Indicator
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.vietnamese import fold

OFTEN = 4
"""How many values and targets make a name of a document worth showing before the letters."""

PER_PAGE = 200
"""How many names stand on one page."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An indicator with the number of its targets and values, and the IRIs of its places, most values first."""

    indicator: Indicator
    targets: int
    values: int
    places: tuple[str, ...]


def counted(book: Book) -> tuple[Counted, ...]:
    """The indicators that documents speak of, sorted by their Vietnamese names."""
    spoken = (i for i in book.indicators.values() if i.iri in book.spoken_of)
    return tuple(_count(book, indicator) for indicator in spoken)


def _count(book: Book, indicator: Indicator) -> Counted:
    observations = book.observations_of[indicator.iri]
    targets = book.targets_with[indicator.iri]
    places = grouped((*(o.place for o in observations), *(t.scope for t in targets)), lambda p: p)
    order = tuple(sorted(places, key=lambda p: (-len(places[p]), p)))
    return Counted(indicator, len(targets), len(observations), order)


def letter_of(name: str) -> str:
    """The letter that a name stands under: ``a`` to ``z``, else ``0``.

    >>> letter_of("Đường giao thông"), letter_of("100% số xã")
    ('d', '0')
    """
    first = fold(name)[:1]
    return first if "a" <= first <= "z" else "0"


def by_theme(rows: Iterable[Counted]) -> Mapping[str, tuple[Counted, ...]]:
    """The listed indicators by the keys of their themes; one of several themes stands in each."""
    return grouped((r for r in rows if r.indicator.listed), lambda r: r.indicator.themes or ("",))


def by_letter(rows: Iterable[Counted]) -> Mapping[str, tuple[Counted, ...]]:
    """The others by their first letter."""
    return grouped((r for r in rows if not r.indicator.listed), lambda r: letter_of(r.indicator.name.vi))


def _rows(c: Context, rows: Sequence[Counted]) -> Rows:
    columns = ("indicator", "iri", "themes", "targets", "values", "places")
    return Rows(
        columns,
        [
            (
                c.say(r.indicator.name),
                r.indicator.iri,
                "; ".join(c.word("themes", t) for t in r.indicator.themes),
                str(r.targets),
                str(r.values),
                "; ".join(c.name(p) for p in r.places),
            )
            for r in rows
        ],
    )


def indicators(c: Context, rest: str) -> Shown | None:
    """``indicators``, ``indicators/names/<letter>`` and ``indicators/names/<letter>/<page>``."""
    rows = counted(c.book)
    if rest:
        return _letter(c, rows, rest)
    themes = by_theme(rows)
    order = sorted(themes, key=lambda key: fold(c.word("themes", key)))
    wanted = c.params.get("theme", "")
    shown = [t for t in order if wanted in ("", t)]
    if wanted and not shown:
        return None
    listed = [r for r in rows if r.indicator.listed and (not wanted or wanted in r.indicator.themes)]
    others = [r for r in rows if not r.indicator.listed]
    often = [r for r in others if r.targets + r.values >= OFTEN]
    return Shown(
        c.t("Chỉ số", "Indicators"),
        "indicators.html",
        {
            "themes": [(t, c.word("themes", t), themes[t]) for t in shown],
            "all_themes": [(t, c.word("themes", t), len(themes[t])) for t in order],
            "wanted": wanted,
            "listed": len(listed),
            "others": len(others),
            "often": often,
            "letters": [(letter, len(held)) for letter, held in sorted(by_letter(rows).items())],
        },
        nodes=[r.indicator.iri for r in listed],
        rows=_rows(c, listed if wanted else rows),
        section="indicators",
        description=c.t(
            "Các chỉ số trong văn kiện, theo lĩnh vực, kèm số mục tiêu và số liệu.",
            "The indicators of the documents by theme, with the numbers of their targets and values.",
        ),
    )


def parts_of(number: int) -> int:
    """On how many pages so many names stand."""
    return max(1, -(-number // PER_PAGE))


def _letter(c: Context, rows: Sequence[Counted], rest: str) -> Shown | None:
    kind, _, place = rest.partition("/")
    letter, _, part = place.partition("/")
    letters = by_letter(rows)
    number = int(part) if part.isdecimal() else 1
    whole = letters.get(letter, ())
    if kind != "names" or not whole or not 1 <= number <= parts_of(len(whole)) or part == "1":
        return None
    held = whole[(number - 1) * PER_PAGE : number * PER_PAGE]
    words = letter.upper() if letter != "0" else c.t("chữ số", "digits")
    words += c.t(f", trang {number}", f", page {number}") if number > 1 else ""
    return Shown(
        c.t(f"Tên chỉ số chỉ có trong văn kiện: {words}", f"Names that only documents use: {words}"),
        "indicators-letter.html",
        {
            "held": held,
            "letter": letter,
            "letters": [(key, len(those)) for key, those in sorted(letters.items())],
            "parts": [(n, f"{letter}/{n}" if n > 1 else letter) for n in range(1, parts_of(len(whole)) + 1)],
            "part": number,
        },
        nodes=[r.indicator.iri for r in held],
        rows=_rows(c, held),
        section="indicators",
    )


def _instances(book: Book) -> Iterable[str]:
    letters = by_letter(counted(book))
    pages = ((letter, part) for letter in sorted(letters) for part in range(1, parts_of(len(letters[letter])) + 1))
    return ("", *(f"names/{letter}/{part}" if part > 1 else f"names/{letter}" for letter, part in pages))


ROUTES = (Route("indicators", indicators, _instances, params=("theme",)),)
