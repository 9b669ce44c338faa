"""A compact scorer of fact records: pairs found and annotated facts by value, wording and line, and gives F1.

A gold fact is paired with at most one found fact of its type: equal value, similar label, near line. A found fact
without a partner counts as wrong only inside the lines that a ``coverage`` record declares annotated exhaustively; a
type without coverage is judged by recall alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from vankien.vietnamese import fold

Record = Mapping[str, Any]

KINDS = ("target", "observation", "assessment", "document", "program", "body", "congress", "link", "discrepancy")
SLACK = 12
_LIKENESS = {"body": 0.7, "link": 0.67}
_LABEL = {"target": "indicator", "observation": "indicator", "assessment": "indicator", "congress": "org"}
_CODE = re.compile(r"\d+[A-Za-z]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ][\w/&-]*")
_GENERIC = re.compile(r"ty|le|so|tong|muc|dat|nam|duoc|cua|va|cac|tren|dia|ban|tinh|theo|trong|cho|co|la")


def _words(text: object) -> list[str]:
    return re.findall(r"[a-z0-9]+|%", fold(str(text or "")))


def _dice(x: Sequence[str], y: Sequence[str]) -> float:
    common = sum((Counter(x) & Counter(y)).values())
    return 2 * common / (len(x) + len(y)) if x and y else 0.0


def similar(a: object, b: object) -> float:
    """How like two wordings are, from 0 to 1: over all words, and over those that are not in every label."""
    x, y = _words(a), _words(b)
    own = [w for w in x if not _GENERIC.fullmatch(w)], [w for w in y if not _GENERIC.fullmatch(w)]
    return (_dice(x, y) + _dice(*own)) / 2 if all(own) else _dice(x, y)


def _same_end(a: object, b: object) -> float:
    x, y = _CODE.search(str(a or "")), _CODE.search(str(b or ""))
    return float(fold(x.group()) == fold(y.group())) if x and y else similar(a, b)


def _near(a: Record, b: Record) -> bool:
    return abs(int(a["line"]) - int(b["line"])) <= SLACK


def _values(kind: str, a: Record, b: Record) -> float:
    """Likeness of targets, observations and verdicts, which must agree in value or verdict."""
    same = a.get("verdict") == b.get("verdict") and b.get("as_of") in (None, a.get("as_of"))
    if kind != "assessment":
        same = a.get("value") == b.get("value") and a.get("upper") == b.get("upper")
    return similar(a["indicator"], b["indicator"]) if same and _near(a, b) else 0.0


def likeness(kind: str, a: Record, b: Record) -> float:
    """How well a found record fits an annotated one, from 0 (not at all) to 1."""
    if kind in ("target", "observation", "assessment"):
        return _values(kind, a, b)
    if kind == "document":
        return float(fold(a["code"]) == fold(b["code"]))
    if kind == "discrepancy":
        return float(all(any(abs(x - y) <= SLACK / 2 for y in b["lines"]) for x in a["lines"]))
    if kind == "link":
        if a["relation"] != b["relation"]:
            return 0.0
        return min(_same_end(a["subject"], b["subject"]), _same_end(a["object"], b["object"]))
    if kind == "congress" and a.get("ordinal") != b.get("ordinal"):
        return 0.0
    label = _LABEL.get(kind, "name")
    return similar(a[label], b[label])


def _pairs(kind: str, gold: Sequence[Record], found: Sequence[Record]) -> set[tuple[int, int]]:
    fits = [(likeness(kind, g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)]
    enough = _LIKENESS.get(kind, 0.6)
    ranked = sorted(((f, i, j) for f, i, j in fits if f >= enough), key=lambda t: (-t[0], t[1], t[2]))
    out: set[tuple[int, int]] = set()
    for _, i, j in ranked:
        if not any(i == a or j == b for a, b in out):
            out.add((i, j))
    return out


def _counts(kind: str, record: Record) -> bool:
    """Is a record judged: a document by its code, a value by its number?"""
    if kind == "document":
        return bool(record.get("code"))
    return record.get("value") is not None if kind in ("target", "observation") else True


def score(kind: str, gold: Sequence[Record], found: Sequence[Record]) -> float:
    """F1 of one type where it is annotated exhaustively, else recall; 1 if there is nothing to find and nothing found."""
    spans = [r["lines"] for r in gold if r["type"] == "coverage" and r["of"] == kind]
    wanted = [r for r in gold if r["type"] == kind and _counts(kind, r)]
    given = [r for r in found if r["type"] == kind and _counts(kind, r)]
    right = _pairs(kind, wanted, given)
    if not spans or kind == "discrepancy":
        return len(right) / len(wanted) if wanted else 1.0
    taken = {j for _, j in right}
    extra = [r for j, r in enumerate(given) if j not in taken and any(a <= r["line"] <= b for a, b in spans)]
    total = len(wanted) + len(right) + len(extra)
    return 2 * len(right) / total if total else 1.0
