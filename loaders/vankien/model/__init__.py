"""The values that pass between the stages: text with its way back to the source, structure, facts, findings.

Everything is a frozen dataclass; nothing here imports anything of ours but the standard library. Line
numbers are 1-based numbers of the source text file; offsets count Unicode code points of its NFC text.
"""

from vankien.model.facts import (
    Assessment,
    Body,
    CitedDocument,
    Congress,
    Discrepancy,
    Evidence,
    F,
    Fact,
    Found,
    Link,
    Observation,
    Programme,
    Source,
    Target,
)
from vankien.model.findings import Finding, Severity
from vankien.model.lexicon import Concept, Lexicon
from vankien.model.structure import Cell, Context, Footnote, Heading, Outline, Paragraph, Row, Sentence, Table, Where
from vankien.model.text import Line, Passage, Piece, Repair, Report, Role

__all__ = [
    "Assessment",
    "Body",
    "Cell",
    "CitedDocument",
    "Concept",
    "Congress",
    "Context",
    "Discrepancy",
    "Evidence",
    "F",
    "Fact",
    "Finding",
    "Footnote",
    "Found",
    "Heading",
    "Lexicon",
    "Line",
    "Link",
    "Observation",
    "Outline",
    "Paragraph",
    "Passage",
    "Piece",
    "Programme",
    "Repair",
    "Report",
    "Role",
    "Row",
    "Sentence",
    "Severity",
    "Source",
    "Table",
    "Target",
    "Where",
]
