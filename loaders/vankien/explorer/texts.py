"""The texts of the reports, where the user has them: found by their hash, shown with line numbers.

A graph knows a text by its SHA-256; the files are the user's own and are looked for in the folders that the user names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Texts:
    """Lines of the texts at hand, by report id: as printed, and as restored where a scan was mangled (else empty)."""

    raw: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    restored: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
