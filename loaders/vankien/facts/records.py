"""Facts ↔ fact records, the exchange format: one JSON object a fact, its type and line beside its fields."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

from vankien.model import (
    Assessment,
    Body,
    CitedDocument,
    Congress,
    Discrepancy,
    Fact,
    Link,
    Observation,
    Programme,
    Source,
    Target,
)

TYPES: dict[type[Fact], str] = {
    Source: "source",
    Congress: "congress",
    CitedDocument: "document",
    Target: "target",
    Observation: "observation",
    Assessment: "assessment",
    Programme: "program",
    Body: "body",
    Link: "link",
    Discrepancy: "discrepancy",
}
"""The record type of every kind of fact, in the order in which they are printed."""


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value


def fact_to_record(fact: Fact) -> dict[str, object]:
    """The record of a fact: `type`, the fields that the text states (what it does not say is left out), `line`; links
    also carry the sentence as `evidence`; a repaired value says what was printed.

    Discrepancies have `lines` (both sides) instead of `line`.
    """
    record: dict[str, object] = {"type": TYPES[type(fact)]}
    for name in (f.name for f in fields(fact) if f.name not in ("evidence", "also")):
        value = getattr(fact, name)
        if value is not None:
            record[name] = _plain(value)
    if not isinstance(fact, Discrepancy):
        record["line"] = fact.evidence.line
    if isinstance(fact, Link):
        record["evidence"] = fact.evidence.quote
    if fact.evidence.repair is not None:
        record["repaired"] = fact.evidence.repair.printed
    return record
