"""Rows of a corrected sheet → corrections: every row is checked against the store before anything is changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from unicodedata import normalize

from vankien.graph.correcting.corrections import FIELDS, Anchor, Correction, Entry, quote_hash
from vankien.graph.correcting.reviewed import ADDABLE, REVIEW_KINDS, Fact
from vankien.graph.review.sheet import ACTION_WORDS, VIETNAMESE_ACTIONS, Reviewed, Row, review_documents, short_id
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.names import exact, match
from vankien.graph.terms.spans import period_span
from vankien.graph.terms.vocabulary import VK, read_lexicon
from vankien.vietnamese import parse_number, plain


class BadRow(Exception):
    """What is wrong with a row, and what to do; caught in this module."""


@dataclass
class Checked:
    """What a sheet asks for: corrections to make, corrections to take back, and what is wrong, by row number."""

    corrections: list[Correction] = field(default_factory=list)
    undone: list[Correction] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)

    def change(self, entries: Iterable[Entry]) -> list[Entry]:
        """The corrections of a store after this sheet; of two corrections of one fact the later one stands."""
        gone = {(c.anchor.report, c.key) for c in (*self.undone, *self.corrections)}
        kept = [e for e in entries if (e.report, e.correction.key) not in gone]
        return [*kept, *(Entry(c) for c in self.corrections)]


# --- cells ----------------------------------------------------------------------------------------------------


def number_of(written: str) -> str:
    """A number that a person wrote, as a plain decimal; raises `BadRow` for none, and for one that can be read two ways.

    >>> number_of("9,5"), number_of("1.234,5"), number_of("4200")
    ('9.5', '1234.5', '4200')
    """
    if re.fullmatch(r"[+-]?\d{1,3}[.,]\d{3}", written):
        raise BadRow(
            f"{written!r} can be read as thousands or as a fraction; write {re.sub('[.,]', '', written)} or {written}0"
        )
    value = parse_number(written)
    if value is None:
        raise BadRow(f"{written!r} is no number; write one such as 57 or 9,5")
    return plain(value)


def _listed(scheme: str, written: str, what: str) -> str:
    """The key of a list entry by its key, sign or any spelling."""
    lexicon = read_lexicon()
    entry = lexicon.concept(scheme, written) or match(lexicon, scheme, written)
    signs = [c.id for c in lexicon[scheme] if written in c.properties.get("notation", ())]
    if entry is None and not signs:
        raise BadRow(f"no {what} {written!r} in ontology/{scheme}.ttl; write a key or a label that stands there")
    return entry.id if entry else signs[0]


def _indicator(written: str, one: Reviewed) -> str:
    """The key of an indicator of the list, or the name of another one that the document has."""
    known = {exact(name): name for n in one.read.of(VK.Indicator) if (name := one.read.name(n))}
    lexicon = read_lexicon()
    entry = lexicon.concept("indicators", written) or match(lexicon, "indicators", written)
    if entry is None and exact(written) not in known:
        raise BadRow(
            f"no indicator {written!r}; write a key or label of ontology/indicators.ttl, or a name that this report has"
        )
    return entry.id if entry else known[exact(written)]


def _programme(written: str, one: Reviewed, kind: str) -> str:
    """The name of a programme that the document has; a programme itself may get a new name."""
    known = {exact(name): name for n in one.read.of(VK.Programme) if (name := one.read.name(n))}
    if exact(written) not in known and kind != "programme":
        raise BadRow(f"no programme {written!r} in this report; copy its name from a row of the kind programme")
    return known.get(exact(written), written)


def _period(written: str) -> str:
    if period_span(written) is None:
        raise BadRow(f"{written!r} is no period; write 2025, 2021-2025, 2025-06 or 2025-06-30")
    return written


def _values(row: Row, kind: str, one: Reviewed) -> tuple[tuple[str, str], ...]:
    """The new values of a row, each checked and in its plain form."""
    editable = REVIEW_KINDS[kind].editable
    found = dict[str, str]()
    for name in FIELDS:
        if not (written := row.get(f"new_{name}", "")):
            continue
        if name not in editable:
            can = ", ".join(f"new_{n}" for n in editable)
            advice = f"only {can} can be edited" if can else "mark it wrong instead"
            raise BadRow(f"new_{name} does not apply to the kind {kind}; {advice}")
        match name:
            case "value" | "upper":
                found[name] = _listed("verdicts", written, "verdict") if kind == "assessment" else number_of(written)
            case "comparator" | "unit":
                found[name] = _listed(f"{name}s", written, name)
            case "period":
                found[name] = _period(written)
            case "indicator":
                found[name] = _indicator(written, one)
            case "programme":
                found[name] = _programme(written, one, kind)
            case _:
                found[name] = written
    return tuple(found.items())


def _check_range(values: Mapping[str, str], old: Mapping[str, str]) -> None:
    """An upper value goes with the comparator of a range, and lies above the value."""
    signs = {"between": "range"}
    comparator = signs.get(values["comparator"], "") if "comparator" in values else old.get("comparator", "")
    low, upper = values.get("value") or old.get("value", ""), values.get("upper", "")
    if upper and comparator != "range":
        raise BadRow("new_upper needs the comparator range; write range into new_comparator")
    top = upper or old.get("upper", "")
    if comparator == "range" and not (low and top):
        raise BadRow("a range needs a value and an upper value; fill in new_value and new_upper")
    if comparator == "range" and Decimal(top) < Decimal(low):
        raise BadRow(f"the upper value {top} is below the value {low}; swap them")


# --- rows -----------------------------------------------------------------------------------------------------


def _fact(row: Row, one: Reviewed, iris: Iris) -> Fact:
    found = [f for f in one.facts if short_id(iris, f.node) == row["fact"]]
    if not found:
        raise BadRow(f"no fact {row['fact']!r} in the report {one.report}; write the sheet again with: vankien review")
    fact = found[0]
    if row["kind"] and row["kind"] != fact.kind:
        raise BadRow(f"the fact is of the kind {fact.kind}, not {row['kind']}; leave this column as it was")
    shown, now = row.get("value", ""), fact.cells.get("value", "")
    if shown and shown != now and parse_number(shown) != parse_number(now):
        raise BadRow(f"the value is {now!r} now, not {shown!r}; write the sheet again, and new values into new_value")
    return fact


def _hanging(fact: Fact, one: Reviewed) -> None:
    """A programme that targets or other programmes belong to cannot just go."""
    hanging = one.read.to(fact.node, VK.setBy, VK.partOf) if fact.kind == "programme" else []
    if hanging:
        raise BadRow(f"{len(hanging)} targets or programmes belong to this programme; edit its name instead")


def _addition(row: Row, one: Reviewed, by: str, on: str) -> Correction:
    kind, line, sentence = row["kind"], row.get("line", ""), row.get("quote", "")
    if row["fact"]:
        raise BadRow("a row to add has no fact id; empty that cell, or write edit")
    if kind not in ADDABLE:
        raise BadRow(f"facts of the kind {kind or '(none)'} cannot be added; use one of {', '.join(ADDABLE)}")
    source = one.read.of(VK.SourceText)[0]
    last = int(one.read.text(source, VK.lineCount) or 0)
    if not line.isdigit() or not 1 <= int(line) <= last:
        raise BadRow(
            f"line {line or '(none)'} is not in the report, which has {last} lines; write where the fact stands"
        )
    values = _values(row, kind, one)
    given = dict(values)
    needed = {"target": ("indicator", "value", "unit"), "observation": ("indicator", "value", "unit", "period")}
    needed |= {"assessment": ("indicator", "value", "period"), "contribution": ("programme", "indicator")}
    if missing := [n for n in needed[kind] if n not in given]:
        raise BadRow(f"a {kind} to add needs new_{missing[0]}; fill it in")
    if kind == "target":
        _check_range(given, {})
    entry = read_lexicon().concept("indicators", given["indicator"])
    label = row.get("wording") or (entry.vi if entry else given["indicator"])
    anchor = Anchor(one.report, kind, int(line), label, "", quote_hash(sentence), one.read.text(source, VK.sha256))
    return Correction("add", anchor, by, on, values, row.get("note", ""), sentence)


def _undone(row: Row, one: Reviewed, iris: Iris) -> Correction:
    for entry in one.entries:
        nodes = (entry.outcome.fact, entry.outcome.made)
        if any(n is not None and short_id(iris, n) == row["fact"] for n in nodes):
            return entry.correction
    raise BadRow("nothing was corrected here that could be undone; empty the action")


def _check_row(row: Row, documents: Mapping[str, Reviewed], iris: Iris, by: str, on: str, checked: Checked) -> None:
    written = " ".join(normalize("NFC", row["action"]).lower().split())
    action = VIETNAMESE_ACTIONS.get(written, written)
    given = [n for n in row if n.startswith("new_") and row[n]]
    if not action:
        if given:
            raise BadRow(f"{given[0]} is filled in, but there is no action; write edit, or add for a new fact")
        return
    if action not in ACTION_WORDS:
        words = ", ".join((*ACTION_WORDS, *VIETNAMESE_ACTIONS))
        raise BadRow(f"no action {row['action']!r}; use one of {words}, or nothing")
    one = documents.get(row["report"])
    if one is None:
        raise BadRow(f"no report {row['report'] or '(none)'!r} in the store; it has {', '.join(documents)}")
    if action == "add":
        checked.corrections.append(_addition(row, one, by, on))
        return
    if action == "undo":
        checked.undone.append(_undone(row, one, iris))
        return
    fact = _fact(row, one, iris)
    values = _values(row, fact.kind, one)
    if action == "wrong":
        if values:
            raise BadRow(f"{given[0]} is filled in on a row marked wrong; write edit, or empty it")
        _hanging(fact, one)
        checked.corrections.append(Correction("wrong", fact.anchor, by, on, (), row.get("note", "")))
        return
    if not values:
        raise BadRow("nothing to edit; fill in a column new_..., or write wrong")
    if fact.kind in ("target", "observation") and {n for n, _ in values} & {"value", "comparator", "upper"}:
        _check_range(dict(values), fact.cells if fact.kind == "target" else {**fact.cells, "upper": ""})
    checked.corrections.append(Correction("edit", fact.anchor, by, on, values, row.get("note", "")))


def check_rows(rows: Iterable[tuple[int, Row]], store: Store, iris: Iris, by: str, on: str) -> Checked:
    """Check every row of a sheet against a store; what is wrong is told by row, nothing is changed."""
    documents = {one.report: one for one in review_documents(store, iris)}
    checked, seen = Checked(), dict[tuple[str, str], int]()
    for number, given in rows:
        row = {**dict.fromkeys(("fact", "action", "kind", "report"), ""), **given}
        try:
            before = len(checked.corrections)
            _check_row(row, documents, iris, by, on, checked)
            for c in checked.corrections[before:]:
                first = seen.setdefault((c.anchor.report, c.key), number)
                if first != number:
                    raise BadRow(f"corrects the same fact as row {first}; delete one of them")
        except BadRow as problem:
            checked.problems.append((number, str(problem)))
    return checked
