"""What a view gives, and how that becomes HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from vankien import __version__
from vankien.explorer.addresses.links import LANGUAGES
from vankien.explorer.addresses.paths import anchor
from vankien.explorer.pages.context import Context

MENU = (
    ("targets", "Chỉ tiêu", "Targets"),
    ("map", "Bản đồ", "Map"),
    ("programmes", "Chương trình", "Programmes"),
    ("indicators", "Chỉ số", "Indicators"),
    ("documents", "Văn bản", "Documents"),
    ("bodies", "Cơ quan", "Bodies"),
    ("discrepancies", "Mâu thuẫn", "Discrepancies"),
    ("queries", "Câu hỏi", "Questions"),
    ("about", "Giới thiệu", "About"),
)
"""The pages of the menu: path, Vietnamese and English."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a page shows as a table, for its CSV: names of the columns, and texts."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view gives: title, template and what it is filled with; the nodes and rows that the page shows, for the same
    as data. `section` is the path of the entry of the menu that is marked; `description` one sentence for search engines.

    `headers` are further headers of the answer; `svg` draws the picture of the page as a file of its own. `nodes` is None for a
    page that is about no node (its data would be empty), and so are `rows` and `svg`.
    """

    title: str
    template: str
    filling: Mapping[str, Any] = field(default_factory=dict)
    nodes: Sequence[str] | None = None
    rows: Rows | None = None
    section: str = ""
    description: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    svg: Callable[[], str] | None = None


@cache
def environment() -> Environment:
    """The templates; every text is escaped, and a name that is not there is an error."""
    return Environment(
        loader=PackageLoader("vankien.explorer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _everywhere(context: Context, shown: Shown) -> dict[str, Any]:
    """What every template may use: ``c`` is the context; the rest are its methods that templates use most."""
    others = {lang: context.links.page(context.path, lang, context.params) for lang in LANGUAGES}
    return {
        "c": context,
        "t": context.t,
        "to": context.to,
        "link": context.link,
        "number": context.number,
        "value": context.value,
        "word": context.word,
        "sources": context.sources,
        "anchor": anchor,
        "shown": shown,
        "menu": [(path, context.t(vi, en)) for path, vi, en in MENU],
        "languages": others,
        "version": __version__,
        "data": {
            suffix: context.links.data(context.path, context.language, suffix, context.params)
            for suffix, there in (
                ("ttl", shown.nodes),
                ("jsonld", shown.nodes),
                ("csv", shown.rows),
                ("svg", shown.svg),
            )
            if there is not None and context.links.gives(context.path, suffix)
        },
    }


def to_html(context: Context, shown: Shown) -> bytes:
    """The page as HTML."""
    template = environment().get_template(shown.template)
    return template.render({**_everywhere(context, shown), **shown.filling}).encode()
