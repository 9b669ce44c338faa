"""Study material on a congress (``ĐỀ CƯƠNG TUYÊN TRUYỀN``): it tells of two terms and hands out work of its own; about the
invented Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_table_facts import short
from vankien.facts import find_facts
from vankien.facts.congresses.stance import outline_to_view
from vankien.facts.programmes.sections import title_kinds
from vankien.model import Lexicon, Observation, Outline, Programme, Target

Facts = list[tuple[object, ...]]
HEAD = """TỈNH ỦY SƠN BÌNH
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 15-ĐC/BTGDVTU	Sơn Bình, ngày 12 tháng 11 năm 2025
{genre}
{about} Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025 - 2030
-----
PHẦN I
KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XV, NHIỆM KỲ 2020 - 2025
I. KINH TẾ
"""
WORK = """PHẦN II
TỔ CHỨC TUYÊN TRUYỀN
{title}
1. Trường Chính trị tỉnh chủ trì mở lớp học tập, bảo đảm tỷ lệ đảng viên dự học từ 97% trở lên.
2. Phát hành 5.000 tờ gấp.
3. Công an tỉnh nắm chắc tình hình tư tưởng.
"""


def _found(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str) -> tuple[Facts, list[str]]:
    """The targets and observations of a text, and the names of its programmes."""
    found = find_facts(outline_of(text), lexicon)
    values = [short(f) for f in found.facts if isinstance(f, Target | Observation)]
    return values, [p.name for p in found.of(Programme)]


@pytest.mark.parametrize(
    ("genre", "about"),
    [
        pytest.param("ĐỀ CƯƠNG TUYÊN TRUYỀN", "kết quả", id="outline"),
        pytest.param("TÀI LIỆU HỌC TẬP", "Nghị quyết", id="study material"),
        pytest.param("TÀI LIỆU HỎI - ĐÁP", "về", id="questions and answers"),
        pytest.param("HƯỚNG DẪN", "tuyên truyền kết quả", id="guideline"),
    ],
)
def test_study_material_tells_of_the_congress_and_of_the_one_before(
    genre: str, about: str, outline_of: Callable[..., Outline]
) -> None:
    """The congress of its title sets the goals, the one before set what the results are held against."""
    view = outline_to_view(outline_of(HEAD.format(genre=genre, about=about) + "Thu ngân sách đạt 900 tỷ đồng.\n"))
    assert (view.set_by, view.by, view.former, view.period, view.plans) == ("XVI", "2030", "XV", "2020-2025", False)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("I. NHIỆM VỤ CỦA CÁC CƠ QUAN, ĐƠN VỊ", id="tasks of the offices"),
        pytest.param("I. NHIỆM VỤ ĐỐI VỚI CÁC NGÀNH", id="tasks for the branches"),
        pytest.param("I. TỔ CHỨC THỰC HIỆN", id="organisation"),
    ],
)
def test_work_that_study_material_hands_out_is_its_own(
    title: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Neither congress has set it, and the offices that do it name no tasks of the congress."""
    text = HEAD.format(genre="ĐỀ CƯƠNG TUYÊN TRUYỀN", about="kết quả") + WORK.format(title=title)
    values, programmes = _found(outline_of, lexicon, text)
    assert values == [
        ("target", "Tỷ lệ đảng viên dự học", ">=", "97", "%", None, None, "plan"),
        ("target", "Số tờ gấp được phát hành", "=", "5000", "tờ gấp", None, None, "plan"),
    ]
    assert programmes == []


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        pytest.param("NHIỆM VỤ CỦA CÁC CƠ QUAN, ĐƠN VỊ", (), id="of the offices"),
        pytest.param("Nhiệm vụ, trách nhiệm của các ngành", (), id="and what they answer for"),
        pytest.param("Nhiệm vụ đối với các địa phương", (), id="for the localities"),
        pytest.param("NHIỆM VỤ CỦA NHIỆM KỲ 2025 - 2030", ("task_group",), id="of the term"),
    ],
)
def test_tasks_of_offices_are_no_task_groups(title: str, kinds: tuple[str, ...]) -> None:
    """A title that says whose the tasks are hands out work."""
    assert title_kinds(title) == kinds


def test_last_of_several_terms_is_reported(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A table of terms that ends with the document's year holds results, though its title speaks of targets."""
    table = "Bảng 1. Một số chỉ tiêu qua các nhiệm kỳ\nChỉ tiêu\tNhiệm kỳ 2010 - 2015\tNhiệm kỳ 2015 - 2020\tNhiệm kỳ 2020 - 2025\nSản lượng cá (tấn)\t40\t50\t62\nĐàn bò (con)\t700\t750\t810\n"
    text = HEAD.format(genre="ĐỀ CƯƠNG TUYÊN TRUYỀN", about="kết quả") + table
    values, _ = _found(outline_of, lexicon, text)
    assert [(v[0], v[2], v[4]) for v in values] == [
        ("observation", "40", "2010-2015"), ("observation", "50", "2015-2020"), ("observation", "62", "2020-2025"),
        ("observation", "700", "2010-2015"), ("observation", "750", "2015-2020"), ("observation", "810", "2020-2025"),
    ]  # fmt: skip


def test_head_of_a_group_counts_its_targets(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """``(02 chỉ tiêu)`` behind the name of a group is a count, and no target."""
    goals = "PHẦN II\nMỤC TIÊU NHIỆM KỲ 2025 - 2030\nI. CÁC CHỈ TIÊU\n* Nhóm chỉ tiêu về xã hội (gồm 02 chỉ tiêu)\n(1) Tỷ lệ hộ nghèo dưới 2%.\n"
    text = HEAD.format(genre="ĐỀ CƯƠNG TUYÊN TRUYỀN", about="kết quả") + goals
    values, _ = _found(outline_of, lexicon, text)
    assert sorted(map(str, values)) == sorted(
        map(
            str,
            [
                ("observation", "Số chỉ tiêu về xã hội", "2", "chỉ tiêu", None, None, None),
                ("target", "Tỷ lệ hộ nghèo", "<", "2", "%", None, "2030", "XVI"),
            ],
        )
    )
