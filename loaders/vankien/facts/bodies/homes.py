"""Bodies named without a place in the documents of a city, a district or a commune inside a province: its own."""

from __future__ import annotations

from vankien.facts.bodies.heads import Head

_COMMITTEES = {
    "thành phố": ("Thành ủy", "Thành đoàn"),
    "huyện": ("Huyện ủy", "Huyện đoàn"),
    "thị xã": ("Thị ủy", "Thị đoàn"),
    "quận": ("Quận ủy", "Quận đoàn"),
}
"""What the Party committee and the youth union of a unit are called: their names take the bare name of the place."""


def committee_of(place: tuple[str, str], head: Head) -> str:
    """The full name of a committee or youth union whose word tells the kind of unit (``Huyện ủy``), in that unit; empty
    for any other body.

    >>> committee_of(("huyện", "Tam Lĩnh"), Head("Huyện ủy", "party", "district", "local"))
    'Huyện ủy Tam Lĩnh'
    """
    unit, name = place
    return f"{head.name} {name}" if unit and head.name.startswith(_COMMITTEES.get(unit, "?")) else ""


def name_at_home(home: tuple[str, str], head: Head) -> str:
    """The full name of a body without a place in a document of `home` (kind of unit and name); empty if such a unit has
    no body of that kind, and for documents of a province."""
    unit, name = home
    if not unit:
        return ""
    if committee := committee_of(home, head):
        return committee
    local = head.level == "district" and not head.name.startswith(("Huyện", "Thành", "Thị", "Quận"))
    shared = head.kind == "front" or (head.kind == "mass" and not head.name.startswith("Tỉnh") and not head.bare)
    party = {"Ban Chấp hành Đảng bộ"} if unit in _COMMITTEES else {"Ban Chấp hành Đảng bộ", "Đảng ủy"}
    return f"{head.name} {unit} {name}" if local or shared or head.name in party else ""
