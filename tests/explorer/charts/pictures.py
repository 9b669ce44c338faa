"""Reads the texts of a picture back, with the sizes that ``charts.css`` gives them; and sample data of an invented province."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from vankien.explorer.charts.model import (
    MapData,
    MapGroup,
    MapLink,
    MapProgramme,
    MapTarget,
    Point,
    Series,
    SeriesData,
    TargetLine,
)
from vankien.explorer.charts.style import stylesheet
from vankien.explorer.charts.text import text_width

# --- reading pictures back ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """A line of text and the room it takes up by the table of widths."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Text) -> bool:
        """True if the two lie on each other by more than a tenth of a unit."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.1
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.1
        )


def parse(markup: str) -> ET.Element:
    """The root of a picture or fragment; namespaces are dropped."""
    return ET.fromstring(markup.replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def _font_rules() -> dict[str, tuple[float, bool]]:
    """Size and weight by class, as the style sheet has them."""
    found: dict[str, tuple[float, bool]] = {}
    for selectors, body in re.findall(r"^([^\n{}]+)\{([^{}]*)\}", stylesheet(), re.MULTILINE):
        size = re.search(r"font-size: ([\d.]+)px", body)
        for selector in selectors.split(","):
            if size and re.fullmatch(r"\.vk-[\w-]+", selector.strip()):
                found[selector.strip()[1:]] = (float(size[1]), "font-weight: 700" in body)
    return found


FONTS = _font_rules()


def _font(classes: str, inherited: tuple[float, bool]) -> tuple[float, bool]:
    return next((FONTS[c] for c in classes.split() if c in FONTS), inherited)


def texts(root: ET.Element) -> list[Text]:
    """Every line of text of a picture, with its box; copies (``use``) are left out."""
    found: list[Text] = []

    def walk(node: ET.Element, font: tuple[float, bool], dx: float, dy: float) -> None:
        font = _font(node.get("class", ""), font)
        moved = re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", node.get("transform", ""))
        if moved:
            dx, dy = dx + float(moved[1]), dy + float(moved[2])
        if node.tag == "text":
            for line in node.findall("tspan") or [node]:
                found.append(_line(line, font, node.get("text-anchor", "start"), dx, dy))
            return
        for child in node:
            walk(child, font, dx, dy)

    walk(root, FONTS["vk-chart"], 0, 0)
    return found


def _line(line: ET.Element, font: tuple[float, bool], anchor: str, dx: float, dy: float) -> Text:
    size, bold = font
    words = line.text or ""
    width = text_width(words, size, bold)
    x, y = float(line.get("x", "nan")) + dx, float(line.get("y", "nan")) + dy
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Text(words, left, y - size * 0.78, left + width, y + size * 0.22)


def overlaps(found: list[Text]) -> list[tuple[str, str]]:
    """The pairs of texts that lie on each other."""
    by_top = sorted(found, key=lambda t: t.top)
    return [(a.words, b.words) for a, b in combinations(by_top, 2) if b.top < a.bottom and a.meets(b)]


def outside(root: ET.Element, found: list[Text]) -> list[str]:
    """The texts that leave the picture."""
    _, _, width, height = map(float, root.get("viewBox", "").split())
    return [t.words for t in found if t.left < 0 or t.top < 0 or t.right > width or t.bottom > height]


def label_of(node: ET.Element) -> str:
    """The lines of a text element as one label, without any spaces: a word that was cut is whole again."""
    return re.sub(r"\s", "", "".join(node.itertext()))


def labels(root: ET.Element) -> list[str]:
    """All labels of a picture, lines put together, without spaces."""
    return [label_of(t) for t in root.iter("text")]


def squeezed(text: str) -> str:
    """A text without any spaces."""
    return re.sub(r"\s", "", text)


def svg_of(markup: str) -> ET.Element:
    """The picture inside what a chart function gave."""
    root = parse(markup)
    return root if root.tag == "svg" else next(root.iter("svg"))


def by_id(root: ET.Element, key: str) -> ET.Element:
    """The element with an id."""
    return next(e for e in root.iter() if e.get("id") == key)


# --- sample data ----------------------------------------------------------------------------------------------------

TITLE = "Chỉ tiêu Đại hội Đảng bộ tỉnh Sơn Bình"


def sample_map() -> MapData:
    """Three programmes (one without a target) and five targets (two without a programme) in two groups."""
    economy = (
        MapTarget("grdp", "Tốc độ tăng tổng sản phẩm", "từ 9 đến 10 %/năm", "at-risk", "not-yet-met", "/target/grdp"),
        MapTarget("tea", "Diện tích chè", "10.000 ha", "exceeded", "exceeded", "/target/tea"),
        MapTarget("rail", "Chiều dài đường sắt đô thị", "12 km"),
    )
    people = (
        MapTarget(
            "school", "Tỷ lệ trường học được xây dựng kiên cố", "ít nhất 95 %", "met", "not-yet-met", "/target/school"
        ),
        MapTarget("doctor", "Số bác sĩ trên một vạn dân", "15 bác sĩ", "missed", "", "/target/doctor"),
    )
    return MapData(
        (
            MapProgramme("farm", "Chương trình nông nghiệp hàng hóa", "chương trình trọng điểm", "", "/programme/farm"),
            MapProgramme("build", "Xây dựng kết cấu hạ tầng đồng bộ", "khâu đột phá", "Hạ tầng", "/programme/build"),
            MapProgramme("idle", "Đề án số hóa hồ sơ", "đề án"),
        ),
        (MapGroup("1. Kinh tế", economy, "Nhiệm kỳ 2020–2025"), MapGroup("2. Xã hội", people, "Nhiệm kỳ 2020–2025")),
        (
            MapLink("farm", "grdp", "inferred"),
            MapLink("farm", "tea", "stated", "12-BC/TU, dòng 7", "/source/sb#L7"),
            MapLink("farm", "tea", "reported", "15-KH/TU, dòng 9", "/source/kh#L9"),
            MapLink("build", "school", "reported", "12-BC/TU, dòng 20", "/source/sb#L20"),
        ),
        TITLE,
    )


def year(at: int, value: str, status: str = "actual", source: str = "") -> Point:
    """A value of one year, read on the line that has the number of the year."""
    found = source or f"12-BC/TU, dòng {at}"
    return Point(date(at, 1, 1), date(at, 12, 31), Decimal(value), None, "", status, "", found, f"/source/sb#L{at}")


def term(first: int, last: int, value: str, status: str = "actual") -> Point:
    """A value of several years together."""
    return Point(date(first, 1, 1), date(last, 12, 31), Decimal(value), status=status, href="/source/sb#L1")


def sample_series() -> SeriesData:
    """Two places, an estimate, a contradiction, a value of ten months, one of a whole term, two targets, another unit."""
    here = Series(
        "here",
        "Sơn Bình",
        "%",
        "",
        (
            year(2020, "46.5"),
            year(2021, "48.25"),
            year(2022, "50.1"),
            year(2022, "51.7", source="15-KH/TU, dòng 3"),
            Point(
                date(2023, 1, 1), date(2023, 10, 31), Decimal("50.9"), source="12-BC/TU, dòng 30", href="/source/sb#L30"
            ),
            year(2024, "52.3"),
            year(2025, "54", "estimate"),
            term(2021, 2025, "51.2", "estimate"),
        ),
    )
    there = Series("there", "Hải Lâm", "%", "", (year(2021, "40.5"), year(2024, "43")))
    money = Series("money", "Sơn Bình", "tỷ đồng", "yearly", (year(2021, "2134.6"), year(2022, "2242")))
    return SeriesData(
        (here, there, money),
        (
            TargetLine(
                "gteq", Decimal(54), None, "%", "", date(2025, 12, 31), date(2021, 1, 1), "Đại hội XIV", "/target/a"
            ),
            TargetLine(
                "between", Decimal(57), Decimal(58), "%", "", date(2030, 12, 31), None, "Đại hội XV", "/target/b"
            ),
            TargetLine("gt", Decimal(3000), None, "tỷ đồng", "year", date(2025, 12, 31), None, "", "/target/c"),
        ),
        "Tỷ lệ che phủ rừng",
    )
