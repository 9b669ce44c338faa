"""The page about the questions (``docs/queries.md``): what each asks, its parameters and columns, and its first rows.

What depends on a graph stands between two comments, so that the rest can be compared with the files of ``queries/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from vankien.graph.asking.answers import Answer, to_short_text
from vankien.graph.asking.catalogue import Parameter, Query

COMMAND = "vankien queries --markdown --store docs/graph > docs/queries.md"
"""The command that makes the page."""

ROWS = 3
"""How many rows of each answer are shown."""

_WIDTH = 36
_BEGIN, _END = "<!-- rows -->", "<!-- end of rows -->"

_HEAD = f"""# Questions · Các câu hỏi

Each question is a file of `queries/`; ask it with `vankien query NAME --param NAME=VALUE --lang vi|en`. The rows are the
first that it gives with its defaults. This page is made by `{COMMAND}`.

*Mỗi câu hỏi là một tệp trong `queries/`; hỏi bằng `vankien query TÊN --param TÊN=TRỊ --lang vi|en`. Các hàng là những
hàng đầu của câu trả lời với tham số mặc định.*
"""


def _cell(text: str) -> str:
    words = " ".join(text.split())
    return (words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "…").replace("|", "\\|")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = list(head)
    yield _line(columns)
    yield "|" + " --- |" * len(columns)
    yield from (_line(row) for row in rows)


def _parameter(parameter: Parameter) -> tuple[str, ...]:
    meaning = parameter.meaning.replace("|", "\\|")
    return f"`{parameter.name}`", parameter.type, f"`{parameter.default}`" if parameter.default else "", meaning


def _rows(answer: Answer) -> Iterator[str]:
    if not answer.rows:
        yield "No rows · Không có hàng nào."
        return
    shown = ([_cell(to_short_text(cell)) for cell in row] for row in answer.rows[:ROWS])
    yield from _table(answer.columns, shown)
    yield ""
    yield f"{len(answer.rows):,} rows · hàng."


def _section(query: Query, answer: Answer | None) -> Iterator[str]:
    yield from ("", f"## `{query.name}`", "", f"**{query.title_vi}** · **{query.title_en}**", "")
    yield from (f"*{query.description_vi}*", "", query.description_en, "")
    yield from _table(("parameter", "type", "default", "meaning"), map(_parameter, query.parameters))
    yield from ("", "Columns · Cột: " + ", ".join(f"`{c}`" for c in query.columns))
    if answer is not None:
        yield from ("", _BEGIN, "", *_rows(answer), "", _END)


def to_page(queries: Iterable[Query], answers: Mapping[str, Answer]) -> str:
    """The page, in Markdown; `answers` holds what the questions give, by name, where that is to be shown."""
    listed = list(queries)
    links = ((f"[`{q.name}`](#{q.name})", q.title_vi, q.title_en) for q in listed)
    parts = [_HEAD, *_table(("query", "Tiếng Việt", "English"), links)]
    for query in listed:
        parts.extend(_section(query, answers.get(query.name)))
    return "\n".join(parts) + "\n"


def without_rows(page: str) -> str:
    """The part of a page that does not depend on a graph."""
    return re.sub(rf"\n{_BEGIN}\n.*?\n{_END}\n", "", page, flags=re.DOTALL)
