"""The province or city that a document is about, as names of bodies are completed with it."""

from __future__ import annotations

CITY = "thành phố "
"""What the name of a city that is a province of its own begins with; names of other provinces are bare."""


def place_of(province: str) -> tuple[str, str]:
    """The kind of unit and the bare name.

    >>> place_of("Sơn Bình"), place_of("thành phố Hải An")
    (('tỉnh', 'Sơn Bình'), ('thành phố', 'Hải An'))
    """
    return ("thành phố", province[len(CITY) :]) if province.startswith(CITY) else ("tỉnh", province)


def with_unit(name: str, province: str) -> str:
    """A name with the province or city behind it; as it is where none is known.

    >>> with_unit("Sở Y tế", "Sơn Bình"), with_unit("Sở Y tế", "thành phố Hải An"), with_unit("Sở Y tế", "")
    ('Sở Y tế tỉnh Sơn Bình', 'Sở Y tế thành phố Hải An', 'Sở Y tế')
    """
    return f"{name} {' '.join(place_of(province))}" if province else name
