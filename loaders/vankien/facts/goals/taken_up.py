"""The thing that a sentence takes up from the sentence before by its unit, where it names none.

Sản lượng thịt đến năm 2030 đạt 9 nghìn tấn, trong đó thịt lợn 60%. Đến năm 2035 đạt 12 nghìn tấn: of the meat, not of the pork
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.facts.quantities.finding import find_quantities
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family
from vankien.model import Lexicon

_NAMES_NOTHING = re.compile(
    r"\W*(?:(?:đến|tới|vào|và)\s)*(?:(?:hết|cuối)\s)?năm\s20\d\d,?\s(?:(?:phấn\sđấu|đạt|là|còn|tăng\slên|giảm\scòn|từ|khoảng|trên|hơn|gần|dưới|ít\snhất)\s)+(?=\d)",
    re.IGNORECASE,
)


def taken_up(text: str, said: Sequence[Measure], last: str, lexicon: Lexicon) -> str:
    """The label that a sentence goes on with: that of the first value of the sentence before in the same unit, else its last."""
    opened = _NAMES_NOTHING.match(text) if said else None
    first = next(iter(find_quantities(text, lexicon)), None) if opened else None
    if opened is None or first is None or first.start > opened.end():
        return last
    return next((m.label for m in said if same_unit_family(m.quantity.unit, first.unit)), last)
