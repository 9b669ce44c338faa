"""Many spellings as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""


def alternation(spellings: Iterable[Sequence[str]]) -> str:
    r"""A pattern for any of some spellings, each given in pieces, the patterns of its words; the longest that fits is found.

    As in an alternation of all of them, the longest first; but spellings that begin alike are one branch, so that the
    pattern is shorter, and fails after a look at the first words instead of at each spelling. What follows it must not let
    a match end inside a word.

    >>> alternation(map(to_words, ["Ban Bí thư", "Ban Tổ chức", "Ban Tổ chức tỉnh", "Sở"]))
    '(?:Ban(?:\\s+Bí\\s+thư|\\s+Tổ\\s+chức(?:\\s+tỉnh)?)|Sở)'
    >>> alternation([])
    '(?!)'
    """
    tree: _Tree = {}
    for pieces in spellings:
        node = tree
        for piece in pieces:
            node = node.setdefault(piece, {})
        node[_END] = {}
    return _branches(tree) or "(?!)"


def _branches(tree: _Tree) -> str:
    """Of two pieces of which one begins the other, the longer is tried first; of two with the same word, the one behind a
    single blank, which titles in capitals have (``BCSĐ UBND TỈNH``)."""
    pieces = sorted(
        (piece for piece in tree if piece != _END), key=lambda piece: (-len(piece.removeprefix(r"\s+")), piece)
    )
    branches = [piece + _behind(tree[piece]) for piece in pieces]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""


def _behind(tree: _Tree) -> str:
    branches = _branches(tree)
    return f"(?:{branches})?" if branches and _END in tree else branches


def to_words(spelling: str, blank: str = r"\s+") -> list[str]:
    """The pieces of a spelling: its words, all but the first with the pattern of the blank before it."""
    words = [re.escape(word) for word in spelling.split()]
    return [*words[:1], *(blank + word for word in words[1:])]
