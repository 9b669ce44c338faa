"""Measure how wide letters are: `python tests/bench/measure_widths.py FONTS > loaders/vankien/explorer/charts/widths.json`.

FONTS is a folder below which the regular and bold faces of Noto Sans, DejaVu Sans and Liberation Sans lie (Debian:
fonts-noto-core, fonts-dejavu-core, fonts-liberation, all below /usr/share/fonts). Liberation Sans has the widths of Arial
and Helvetica; Segoe UI, Roboto and San Francisco are narrower than Noto Sans. A label that has room by the widest of the
three has room in whatever font a reader's machine has. Needs fontTools (``pip install fonttools``).
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {
    "regular": ("NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf"),
    "bold": ("NotoSans-Bold.ttf", "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf"),
}
RANGES = ((0x20, 0x7F), (0xA0, 0x250), (0x1EA0, 0x1EFA), (0x2010, 0x2028), (0x2030, 0x203B), (0x2190, 0x2194))
SINGLE = "₫№™−≈≠≤≥≡▲△▼▽●○◎■□◆◇✕✓✗"
"""Latin letters with all Vietnamese ones, punctuation, arrows, and the signs that the charts use."""


def advances(path: Path) -> dict[int, int]:
    """The advance of each character of a font, in thousandths of the font size, rounded up."""
    with TTFont(path) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"]
        return {code: -(-widths[glyph][0] * 1000 // em) for code, glyph in font.getBestCmap().items()}


def measured(folder: Path) -> list[tuple[int, int, str]]:
    """Regular width, bold width, and the characters that have them, as the widest of the faces has them."""
    fonts = {style: [advances(next(folder.rglob(name))) for name in names] for style, names in FACES.items()}
    codes = sorted({c for low, high in RANGES for c in range(low, high)} | {ord(c) for c in SINGLE})
    grouped: dict[tuple[int, int], str] = defaultdict(str)
    for code in codes:
        if unicodedata.category(chr(code)) in ("Cf", "Mn"):
            continue
        pair = [max((f[code] for f in fonts[style] if code in f), default=0) for style in ("regular", "bold")]
        if all(pair):
            grouped[pair[0], pair[1]] += chr(code)
    return [(regular, bold, letters) for (regular, bold), letters in sorted(grouped.items())]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = measured(Path(sys.argv[1]))
    print("[\n" + ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n]")
