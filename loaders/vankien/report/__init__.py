"""Text → structure: read a file, take pages and footnotes apart, find tables, headings, paragraphs, sentences.

What the package gives is imported when it is first asked for: most commands need some small module of it, few read a
report.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vankien.report.outline import report_to_outline, restore_pages
    from vankien.report.read import read_report

__all__ = ["read_report", "report_to_outline", "restore_pages"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'read' if name == 'read_report' else 'outline'}"), name)
