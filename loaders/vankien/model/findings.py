"""What a person should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["Violation", "Warning", "Info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should look at: a stable code (explained in docs/findings.md), how grave it is, the
    report and line, and the message in Vietnamese and English. `subject` is the IRI or fact it is about."""

    code: str
    severity: Severity
    report: str
    line: int | None
    vi: str
    en: str
    subject: str = ""
