"""Chromium as an independent judge of the table of widths: it lays the texts out with the fonts of this machine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.explorer.charts.pictures import sample_map, sample_series
from vankien.explorer.charts.map_svg import programme_target_map
from vankien.explorer.charts.model import MapData, MapGroup, MapLink, MapProgramme, MapTarget
from vankien.explorer.charts.series_svg import series_chart
from vankien.explorer.charts.style import stylesheet
from vankien.explorer.charts.text import text_width

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=2000",
    "--dump-dom",
]
FONTS = ("Noto Sans", "DejaVu Sans", "Liberation Sans", "sans-serif")
MEASURE = """
const shown = [...document.querySelectorAll('svg text')].filter(t => t.textContent.trim());
const lines = shown.flatMap(t => t.querySelector('tspan') ? [...t.children] : [t]);
const boxes = lines.map(l => { const s = getComputedStyle(l), size = parseFloat(s.fontSize), y = l.getStartPositionOfChar(0).y;
  const ends = [...Array(l.getNumberOfChars()).keys()].map(i => l.getExtentOfChar(i));
  return {words: l.textContent, l: Math.min(...ends.map(e => e.x)), r: Math.max(...ends.map(e => e.x + e.width)),
    t: y - 0.78 * size, b: y + 0.22 * size, width: l.getComputedTextLength(), size, bold: s.fontWeight >= 600}; });
const meets = (a, b) => Math.min(a.r, b.r) - Math.max(a.l, b.l) > 0.5 && Math.min(a.b, b.b) - Math.max(a.t, b.t) > 0.5;
const hit = []; boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => meets(a, b) && hit.push([a.words, b.words])));
const names = [...document.querySelectorAll('.vk-echo')].filter(e => getComputedStyle(e).display != 'none');
const sight = t => { let v = 1; for (let e = t; e && e.nodeType == 1; e = e.parentNode) v *= getComputedStyle(e).opacity;
  return v; };
const rows = Object.fromEntries([...document.querySelectorAll('.vk-node')].map(n => [n.id, sight(n.querySelector('.vk-dim'))]));
document.body.innerHTML = ''; document.body.setAttribute('data-found',
  JSON.stringify({boxes, hit, echo: names.map(e => e.parentNode.id), rows}));
"""


def judged(tmp_path: Path, picture: str, font: str, fragment: str = "") -> Any:
    """What Chromium measures of a picture: the boxes of its texts, those that meet, and what is dimmed."""
    assert CHROMIUM
    style = stylesheet() + f' :root {{ --vk-font: "{font}" }} * {{ transition: none !important }}'
    page = tmp_path / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{picture}<script>"
        f"addEventListener('load', () => setTimeout(() => {{ {MEASURE} }}, 50))</script>",
        encoding="utf-8",
    )
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", f"{page.as_uri()}{fragment}"]
    dumped = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    found = re.search(r'data-found="([^"]*)"', dumped)
    assert found, dumped[-500:]
    return json.loads(unescape(found[1]))


def crowded_map() -> MapData:
    """Names and values as long and as wide as they come, in Vietnamese."""
    wide = "MỨC GIẢM TỶ LỆ HỘ NGHÈO ĐA CHIỀU BÌNH QUÂN HẰNG NĂM CỦA VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI"
    long = "Tỷ lệ hộ dân ở các phường có nước sạch dẫn đến tận nhà, được kiểm tra chất lượng hằng quý, hằng năm"
    targets = tuple(
        MapTarget(
            f"t{i}", (wide, long)[i % 2], ("bình quân từ 9,5 đến 10,25 %/năm", "trên 1.234.567 tỷ đồng")[i % 2], v, c
        )
        for i, (v, c) in enumerate(
            [("not-assessed", "not-assessed"), ("not-yet-met", "exceeded"), ("missed", "met")] * 3
        )
    )
    programmes = tuple(MapProgramme(f"p{i}", (long, wide)[i % 2], "chương trình mục tiêu quốc gia") for i in range(3))
    links = tuple(MapLink(f"p{i % 3}", f"t{i}", ("stated", "reported", "inferred")[i % 3]) for i in range(7))
    return MapData(programmes, (MapGroup(wide, targets, long),), links)


pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium (apt-get install chromium)")


@pytest.mark.parametrize("font", FONTS)
def test_no_label_of_a_map_meets_another_in_a_browser(tmp_path: Path, font: str) -> None:
    found = judged(tmp_path, programme_target_map(crowded_map(), "vi"), font)
    assert len(found["boxes"]) > 60
    assert found["hit"] == []
    for box in found["boxes"]:
        assert box["width"] <= text_width(box["words"], box["size"], box["bold"]) + 1


def test_no_label_of_a_series_meets_another_in_a_browser(tmp_path: Path) -> None:
    found = judged(tmp_path, series_chart(sample_series(), "vi"), FONTS[0])
    assert len(found["boxes"]) > 40
    assert found["hit"] == []


def test_an_address_marks_a_programme_and_dims_the_rest(tmp_path: Path) -> None:
    found = judged(tmp_path, programme_target_map(sample_map(), "vi"), FONTS[0], "#p-farm")
    assert found["echo"] == ["p-farm"]
    assert found["rows"]["p-farm"] == 1
    assert {v for k, v in found["rows"].items() if k != "p-farm"} == {0.22}


def test_without_an_address_nothing_is_dimmed(tmp_path: Path) -> None:
    found = judged(tmp_path, programme_target_map(sample_map(), "vi"), FONTS[0])
    assert found["echo"] == []
    assert set(found["rows"].values()) == {1}
