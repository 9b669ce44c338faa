"""The place that a document is about, as names of bodies are completed with it: a province, a city that is a province of
its own, or a city, district or commune with the province around it."""

from __future__ import annotations

from vankien.model import Concept

CITY = "thành phố "
"""What the name of a city that is a province of its own begins with; names of other provinces are bare."""

DISTRICTS = frozenset({"thành phố", "huyện", "thị xã", "quận"})
"""The units of a province that had communes below them; all others are communes."""

COMMITTEES = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "thị xã": "Thị ủy", "quận": "Quận ủy"}
"""What the Party committee of each kind of unit is called; that of any other is its *Đảng ủy*."""

_UNITS = ("thành phố", "huyện", "thị xã", "quận", "thị trấn", "đặc khu", "xã", "phường")
_AROUND = ", "


def place_name(province: Concept | None, inside: bool = True) -> str:
    """The province of a document as text, with the unit inside it that issues the document (see `home_of`)."""
    if not province:
        return ""
    unit, name = home_of(province)
    kind = CITY if province.first("placeType") == CITY.strip() and unit else ""
    around = f"{kind}{province.vi}"
    former = " ".join(former_of(province)).strip()
    units = (f"{unit} {name}", *([former] if former else []), around)
    return _AROUND.join(units) if unit and inside else around


def home_of(province: Concept | None) -> tuple[str, str]:
    """The unit inside a province that issues the document, as `sources.province_of` found it: kind and name."""
    return (province.first("homeUnit"), province.first("homeName")) if province else ("", "")


def former_of(province: Concept | None) -> tuple[str, str]:
    """The district that the commune which issues the document came from, as `sources.province_of` found it: kind and name."""
    return (province.first("formerUnit"), province.first("formerName")) if province else ("", "")


def place_of(province: str) -> tuple[str, str]:
    """The kind of unit and the bare name of the province.

    >>> place_of("Sơn Bình"), place_of("thành phố Hải An"), place_of("xã Nậm Sơn, Sơn Bình")
    (('tỉnh', 'Sơn Bình'), ('thành phố', 'Hải An'), ('tỉnh', 'Sơn Bình'))
    """
    around = province.rpartition(_AROUND)[2]
    return ("thành phố", around[len(CITY) :]) if around.startswith(CITY) else ("tỉnh", around)


def home_in(province: str) -> tuple[str, str]:
    """The kind and name of the unit inside the province; empty for documents of a province.

    >>> home_in("thành phố Tam Lĩnh, Sơn Bình"), home_in("thành phố Hải An")
    (('thành phố', 'Tam Lĩnh'), ('', ''))
    """
    return _unit_in(province.split(_AROUND)[0]) if _AROUND in province else ("", "")


def former_in(province: str) -> tuple[str, str]:
    """The kind and name of the district that the unit inside the province came from; empty where none is known.

    >>> former_in("xã Nậm Sơn, huyện Tam Lĩnh, Sơn Bình"), former_in("xã Nậm Sơn, Sơn Bình")
    (('huyện', 'Tam Lĩnh'), ('', ''))
    """
    parts = province.split(_AROUND)
    return _unit_in(parts[1]) if len(parts) > 2 else ("", "")


def _unit_in(text: str) -> tuple[str, str]:
    unit = next((u for u in _UNITS if text.startswith(f"{u} ")), "")
    return (unit, text[len(unit) + 1 :]) if unit else ("", "")


def home_level(unit: str) -> str:
    """The level of a unit inside a province.

    >>> home_level("thị xã"), home_level("phường")
    ('district', 'commune')
    """
    return "district" if unit in DISTRICTS else "commune"


def with_unit(name: str, province: str) -> str:
    """A name with the province or city behind it; as it is where none is known.

    >>> with_unit("Sở Y tế", "Sơn Bình"), with_unit("Sở Y tế", "thành phố Hải An"), with_unit("Sở Y tế", "")
    ('Sở Y tế tỉnh Sơn Bình', 'Sở Y tế thành phố Hải An', 'Sở Y tế')
    """
    return f"{name} {' '.join(place_of(province))}" if province else name


def with_home(name: str, province: str) -> str:
    """A name with the unit behind it whose document it is: the city or commune, else the province.

    >>> with_home("Đảng bộ", "xã Nậm Sơn, Sơn Bình"), with_home("Đảng bộ", "Sơn Bình")
    ('Đảng bộ xã Nậm Sơn', 'Đảng bộ tỉnh Sơn Bình')
    """
    unit, home = home_in(province)
    return f"{name} {unit} {home}" if unit else with_unit(name, province)
