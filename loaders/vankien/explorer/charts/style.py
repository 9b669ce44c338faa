"""The part of ``charts.css`` that a picture takes with it when it leaves the site."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"(--vk-[\w-]+)\s*:\s*([^;]+);")
_PICTURES = re.compile(r"/\* pictures \*/(.*?)/\* end of pictures \*/", re.DOTALL)


def stylesheet() -> str:
    """The whole text of ``charts.css``, to be served as a file."""
    return files(__package__).joinpath("charts.css").read_text("utf-8")


@cache
def style_element() -> Markup:
    """A ``style`` element with the rules for SVG; variables are replaced by what they stand for, as drawing programs do
    not know them."""
    text = stylesheet()
    variables = dict(_VARIABLE.findall(text))
    found = _PICTURES.search(text)
    rules = _COMMENT.sub("", found[1] if found else "")
    for name in sorted(variables, key=len, reverse=True):
        rules = rules.replace(f"var({name})", variables[name].strip())
    compact = re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", rules)).strip()
    return Markup(f"<style>{compact}</style>")
