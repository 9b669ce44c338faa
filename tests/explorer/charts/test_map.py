"""The programme–target map: every label whole and clear of the others, every link drawn, nothing unsafe."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from statistics import fmean

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.explorer.charts.pictures import (
    by_id,
    labels,
    outside,
    overlaps,
    parse,
    sample_map,
    squeezed,
    svg_of,
    texts,
)
from vankien.explorer.charts.map_layout import lay_out, spread, strongest
from vankien.explorer.charts.map_svg import programme_target_map
from vankien.explorer.charts.model import MODES, VERDICTS, MapData, MapGroup, MapLink, MapProgramme, MapTarget
from vankien.explorer.charts.text import clean

EVIL = """<script>alert("1")</script> & 'x' ]]>"""


def named(data: MapData) -> set[str]:
    """The names of all programmes and targets, or their keys, without spaces."""
    names = [(p.name, p.key) for p in data.programmes] + [(t.name, t.key) for t in data.targets]
    return {squeezed(clean(name) or key) for name, key in names}


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    return svg_of(programme_target_map(sample_map(), "vi"))


# --- what is shown ------------------------------------------------------------------------------------------------


def test_every_name_and_value_is_there_whole(picture: ET.Element) -> None:
    found = labels(picture)
    data = sample_map()
    for words in [p.name for p in data.programmes] + [w for t in data.targets for w in (t.name, t.value)]:
        assert squeezed(words) in found


def test_part_heading_stands_once_above_its_groups(picture: ET.Element) -> None:
    found = labels(picture)
    assert found.count("Nhiệmkỳ2020–2025") == 1
    assert found.index("Nhiệmkỳ2020–2025") < found.index("1.Kinhtế") < found.index("2.Xãhội")


def test_no_text_lies_on_another_or_leaves_the_picture(picture: ET.Element) -> None:
    found = texts(picture)
    assert overlaps(found) == []
    assert outside(picture, found) == []


@pytest.mark.parametrize(
    ("target", "verdict", "computed"),
    [
        ("grdp", "!Khóđạt", "▼Chưađạt"),
        ("tea", "▲Vượt", "▲Vượt"),
        ("school", "●Đạt", "≠▼Chưađạt"),
        ("doctor", "✕Khôngđạt", ""),
        ("rail", "", ""),
    ],
    ids=["both-say-behind", "both-agree", "computed-contradicts", "stated-only", "no-verdict"],
)
def test_verdicts_have_sign_word_and_class(picture: ET.Element, target: str, verdict: str, computed: str) -> None:
    row = by_id(picture, f"t-{target}")
    found = labels(row)
    assert [w for w in (verdict, computed) if w] == found[2:]
    for node in list(row.iter("text"))[2:]:
        assert re.search(r"vk-v-[a-z-]+", node.get("class", ""))


def test_links_are_drawn_once_by_their_strongest_mode(picture: ET.Element) -> None:
    curves = [p for p in picture.iter("path") if p.get("id")]
    assert sorted(c.get("class", "") for c in curves) == ["vk-l-inferred", "vk-l-reported", "vk-l-stated"]


def test_legend_counts_links_by_mode_and_orphans(picture: ET.Element) -> None:
    found = labels(picture)
    for words in ("văn kiện nêu (1)", "văn kiện báo cáo (1)", "suy ra (1)", "chưa gắn chương trình (2)"):
        assert squeezed(words) in found


def test_what_nothing_is_joined_to_is_marked(picture: ET.Element) -> None:
    alone = {
        node.get("id")
        for node in picture.iter("g")
        if node.get("class") == "vk-node"
        and any(e.get("class") in ("vk-port-alone", "vk-card-alone") for e in node.iter())
    }
    assert alone == {"t-rail", "t-doctor", "p-idle"}
    assert "Chươngtrìnhchưagắnvớichỉtiêunào(1)" in labels(picture)


def test_curves_run_from_their_card_to_their_row(picture: ET.Element) -> None:
    layout = lay_out(sample_map(), "vi", 62)
    cards = {c.programme.key: c for c in layout.cards}
    rows = {r.target.key: r for r in layout.rows}
    for i, link in enumerate(layout.links):
        start = re.match(r"M(\d+) (\d+)c.* (\S+) (\S+)$", by_id(picture, f"ml{i}").get("d", ""))
        assert start
        x, y, dx, dy = map(float, start.groups())
        card, row = cards[link.programme], rows[link.target]
        assert card.y - 1 <= y <= card.y + card.height + 1
        assert abs(y + dy - row.middle) <= 1.5
        assert abs(x + dx - layout.columns.rows) <= 1


def test_titles_say_value_verdict_and_count(picture: ET.Element) -> None:
    title = by_id(picture, "t-tea").findtext("a/title")
    assert title == "Diện tích chè – 10.000 ha – Vượt – Máy tính lại: Vượt – 1 chương trình"
    assert "2 chỉ tiêu" in str(by_id(picture, "p-farm").findtext("a/title"))


def test_english_words_on_an_english_page() -> None:
    found = labels(svg_of(programme_target_map(sample_map(), "en")))
    for words in ("Programmes", "Targets", "Value set", "Verdict", "Computed", "▲ Exceeded", "stated (1)"):
        assert squeezed(words) in found
    assert not [w for w in found if "Đạt" in w or "văn kiện" in w]


# --- what is joined to what is marked by copies ---------------------------------------------------------------------


def test_nodes_hold_copies_of_what_they_are_joined_to(picture: ET.Element) -> None:
    ids = {e.get("id") for e in picture.iter() if e.get("id")}
    copies = {u.get("href", "")[1:] for u in picture.iter("use")}
    assert copies <= ids
    shown = {by_id(picture, c).tag for c in copies}
    assert shown == {"g", "path"}
    echo = by_id(picture, "p-farm").findall("g/use")
    assert len(echo) == 4  # two links, two targets


def test_copies_are_hidden_from_readers_and_hold_no_links(picture: ET.Element) -> None:
    for group in picture.iter("g"):
        if group.get("class") == "vk-echo":
            assert group.get("aria-hidden") == "true"
            assert group.get("display") == "none"
    for use in picture.iter("use"):
        assert not list(by_id(picture, use.get("href", "")[1:]).iter("a"))


def test_ids_are_unique(picture: ET.Element) -> None:
    ids = [e.get("id") for e in picture.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_programmes_come_before_targets_in_the_order_of_tabs(picture: ET.Element) -> None:
    order = [g.get("id", "") for g in picture.iter("g") if g.get("class") == "vk-node"]
    assert order == ["p-farm", "p-build", "p-idle", "t-grdp", "t-tea", "t-rail", "t-school", "t-doctor"]


# --- safety -------------------------------------------------------------------------------------------------------


def evil_map() -> MapData:
    return MapData(
        (MapProgramme("p", EVIL, EVIL, EVIL, "javascript:alert(1)"),),
        (MapGroup(EVIL, (MapTarget("t", EVIL, EVIL, 'x" onload="y', "", "data:text/html,x"),), EVIL),),
        (MapLink("p", "t", "stated", EVIL, "JaVaScRiPt:x"),),
        EVIL,
    )


@pytest.mark.parametrize("standalone", [False, True], ids=["in-a-page", "as-a-file"])
def test_markup_in_labels_is_text(standalone: bool) -> None:
    markup = programme_target_map(evil_map(), "vi", standalone=standalone)
    root = svg_of(markup)
    assert not list(root.iter("script"))
    assert squeezed(EVIL) in labels(root)
    assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or a == "style"]
    assert {e.get("href") for e in root.iter("a")} == {"#p-p", "#t-t"}


def test_a_page_gets_no_style_element() -> None:
    assert "<style" not in programme_target_map(sample_map(), "vi")
    assert "style=" not in programme_target_map(sample_map(), "vi")


def test_a_file_carries_its_style_without_variables() -> None:
    markup = programme_target_map(sample_map(), "vi", standalone=True)
    root = ET.fromstring(markup)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    style = root.findtext("{http://www.w3.org/2000/svg}style") or ""
    assert "var(" not in style
    assert ".vk-l-inferred" in style
    assert ":has(" in style
    assert root.get("width")
    assert root.get("height")


# --- nothing, one, many -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("standalone", [False, True], ids=["in-a-page", "as-a-file"])
def test_nothing_to_draw_is_said_in_words(language: str, standalone: bool) -> None:
    root = parse(programme_target_map(MapData(), language, standalone=standalone))
    sentence = {
        "vi": "Chưa có chương trình hay chỉ tiêu nào để vẽ.",
        "en": "There is no programme or target to draw yet.",
    }
    assert sentence[language] in "".join(root.itertext())
    assert root.tag == ("svg" if standalone else "p")


@pytest.mark.parametrize(
    "data",
    [
        MapData(programmes=sample_map().programmes),
        MapData(groups=sample_map().groups),
        replace(sample_map(), links=()),
    ],
    ids=["programmes-alone", "targets-alone", "no-link"],
)
def test_what_is_there_is_drawn(data: MapData) -> None:
    root = svg_of(programme_target_map(data, "vi"))
    found = texts(root)
    assert overlaps(found) == []
    assert outside(root, found) == []
    assert named(data) <= set(labels(root))


def test_same_data_same_bytes() -> None:
    assert programme_target_map(sample_map(), "vi") == programme_target_map(sample_map(), "vi")


@pytest.mark.parametrize(
    "data",
    [
        lambda: MapData((MapProgramme("a b", "x"),)),
        lambda: MapData((MapProgramme("a", "x"), MapProgramme("a", "y"))),
        lambda: MapData(links=(MapLink("a", "b", "stated"),)),
        lambda: replace(sample_map(), links=(MapLink("farm", "tea", "guessed"),)),
    ],
    ids=["unusable-key", "key-twice", "link-to-nothing", "unknown-mode"],
)
def test_data_that_does_not_hold_together_is_refused(data: object) -> None:
    assert callable(data)
    with pytest.raises(ValueError, match=r"key of a programme|link between"):
        data()


NAMES = st.text(max_size=200) | st.text(alphabet="ăâđêôơưẩỗặ nghMW\u0323 ", max_size=200)


@st.composite
def maps(draw: st.DrawFn, most: int = 200) -> MapData:
    """Any map of up to `most` targets: any names, verdicts and links."""
    targets = draw(st.integers(0, most))
    programmes = draw(st.integers(0, 30))
    names = draw(st.lists(NAMES, min_size=1, max_size=12))
    verdicts = draw(st.lists(st.sampled_from(("", *VERDICTS)), min_size=1, max_size=7))
    step = draw(st.integers(1, 60))
    pairs = [(a, b) for a in range(programmes) for b in range(targets)]
    made = [
        MapTarget(f"t{i}", names[i % len(names)], names[i % 3 % len(names)], verdicts[i % len(verdicts)])
        for i in range(targets)
    ]
    size = draw(st.integers(1, 60))
    groups = [MapGroup(names[0], tuple(made[i : i + size]), names[-1]) for i in range(0, targets, size)]
    return MapData(
        tuple(MapProgramme(f"p{i}", names[i % len(names)], names[0]) for i in range(programmes)),
        tuple(groups),
        tuple(MapLink(f"p{a}", f"t{b}", MODES[(a + b) % 3]) for a, b in pairs[::step][:500]),
    )


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_any_map_is_whole_and_clear(data: MapData) -> None:
    if not data.programmes and not data.targets:
        return
    root = svg_of(programme_target_map(data, "vi"))
    found = texts(root)
    assert overlaps(found) == []
    assert outside(root, found) == []
    assert named(data) <= set(labels(root))
    assert len([p for p in root.iter("path") if p.get("id")]) == len(strongest(data.links))


# --- places -------------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 80)), max_size=12))
def test_spread_keeps_order_gap_and_balance(items: list[tuple[float, float]]) -> None:
    wanted, heights = sorted(w for w, _ in items), [h for _, h in items]
    tops = spread(wanted, heights, 5)
    for i in range(len(tops) - 1):
        assert tops[i + 1] - tops[i] - heights[i] >= 5 - 1e-6
    if tops:  # least squares under a constraint on order moves the whole by nothing
        middles = [t + h / 2 for t, h in zip(tops, heights, strict=True)]
        assert fmean(middles) == pytest.approx(fmean(wanted), abs=1e-6)


def test_a_programme_stands_at_the_mean_height_of_its_targets() -> None:
    layout = lay_out(sample_map(), "vi", 0)
    rows = {r.target.key: r.middle for r in layout.rows}
    build = next(c for c in layout.cards if c.programme.key == "build")
    assert build.y + build.height / 2 == pytest.approx(rows["school"], abs=build.height)
