"""One content of a plan in the forms in which plans print it: its grounds, its tasks by body, its programmes with their bodies."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.facts.test_links import without
from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Link, Outline, Programme, Source, Target

LEXICON = read_lexicon()
OWN = "47/KH-UBND"
TITLE = "Thực hiện Nghị quyết số 14-NQ/TU ngày 02/4/2031 của Tỉnh ủy về nghề mộc"
HEAD = f"""ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
Số: {OWN}
Sơn Bình, ngày 14 tháng 9 năm 2031

KẾ HOẠCH
{TITLE}

"""
LAW, RESOLUTION = "Luật Lâm nghiệp ngày 15/11/2027", "Nghị quyết số 20/NQ-HĐND ngày 08/7/2031 của HĐND tỉnh"
ISSUES = "Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:"
PURPOSE = "I. MỤC ĐÍCH\n\nCác xã cùng mở nghề mộc.\n"


@pytest.mark.parametrize(
    "grounds",
    [
        pytest.param(f"Căn cứ {LAW};\n\nCăn cứ {RESOLUTION};\n\n{ISSUES}\n\n{PURPOSE}", id="a line each"),
        pytest.param(f"- Căn cứ {LAW};\n\n- Căn cứ {RESOLUTION};\n\n{ISSUES}\n\n{PURPOSE}", id="items with dashes"),
        pytest.param(
            f"*Căn cứ {LAW};*\n\n*Căn cứ {RESOLUTION};*\n\n*Theo đề nghị của Sở Xây dựng.*\n\n{ISSUES}\n\n{PURPOSE}",
            id="italics of a converter that marks nothing else",
        ),
        pytest.param(f"Căn cứ:\n\n- {LAW};\n\n- {RESOLUTION};\n\n{ISSUES}\n\n{PURPOSE}", id="a list below the word"),
        pytest.param(
            f"I. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n\n- {LAW}.\n\n- {RESOLUTION}.\n\nI{PURPOSE}", id="a part with a title"
        ),
        pytest.param(
            f"I. CĂN CỨ, MỤC ĐÍCH\n\n1. Các căn cứ pháp lý\n\n- {LAW}.\n\n- {RESOLUTION}.\n\nI{PURPOSE}",
            id="a numbered title",
        ),
    ],
)
def test_grounds_of_a_plan(outline_of: Callable[..., Outline], grounds: str) -> None:
    found = find_facts(outline_of(HEAD + grounds), LEXICON)
    links = {(x.subject, x.relation, x.object) for x in found.of(Link)}
    assert [s.title for s in found.of(Source)] == [TITLE]
    assert {o for s, r, o in links if (s, r) == (OWN, "based_on")} == {"Luật Lâm nghiệp", "20/NQ-HĐND"}


TASK = "Mở xưởng mộc ở các xã vùng cao"


@pytest.mark.parametrize(
    "task",
    [
        pytest.param(
            "1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính mở xưởng mộc ở các xã vùng cao.",
            id="the body opens it",
        ),
        pytest.param(
            "1. Sở Công Thương: Chủ trì, phối hợp với Sở Tài chính mở xưởng mộc ở các xã vùng cao.",
            id="the body before a colon",
        ),
        pytest.param(
            "1. Sở Công Thương\n\n- Chủ trì, phối hợp với Sở Tài chính mở xưởng mộc ở các xã vùng cao; hoàn thành trước tháng 6.",
            id="the body in the title above the items",
        ),
        pytest.param(
            "1. Sở Công Thương:\n\na) Chủ trì, phối hợp với Sở Tài chính mở xưởng mộc ở các xã vùng cao.\n\nb) Báo cáo hằng năm.",
            id="the body at the head of a list with letters",
        ),
        pytest.param(
            "- Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính mở xưởng mộc ở các xã vùng cao.", id="an order"
        ),
    ],
)
def test_tasks_of_a_body(outline_of: Callable[..., Outline], task: str) -> None:
    outline = outline_of(f"{HEAD}{ISSUES}\n\n{PURPOSE}\nII. TỔ CHỨC THỰC HIỆN\n\n{task}\n")
    found = {(x.subject, x.relation, x.object) for x in find_facts(outline, LEXICON).of(Link)}
    assert without(found, "issued_by", "implements") == {
        (TASK, "responsible", "Sở Công Thương tỉnh Sơn Bình"),
        (TASK, "coordinates", "Sở Tài chính tỉnh Sơn Bình"),
    }


def test_a_title_that_names_more_than_a_body_leads_nothing_below(outline_of: Callable[..., Outline]) -> None:
    task = "1. Sở Công Thương và nghề mộc\n\n- Chủ trì, phối hợp với Sở Tài chính mở xưởng mộc ở các xã vùng cao."
    outline = outline_of(f"{HEAD}{ISSUES}\n\n{PURPOSE}\nII. TỔ CHỨC THỰC HIỆN\n\n{task}\n")
    assert TASK not in {x.subject for x in find_facts(outline, LEXICON).of(Link)}


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(
            "1. Chương trình mở xưởng mộc (Sở Công Thương chủ trì).\n\n2. Đề án dạy nghề mộc (giao Sở Nội vụ chủ trì).\n",
            id="numbered",
        ),
        pytest.param(
            "- Chương trình mở xưởng mộc (Sở Công Thương chủ trì, phối hợp với Sở Tài chính).\n\n"
            "- Đề án dạy nghề mộc (giao Sở Nội vụ chủ trì; hoàn thành năm 2032).\n",
            id="with dashes, others that join in, a deadline",
        ),
    ],
)
def test_who_leads_is_no_part_of_the_name(outline_of: Callable[..., Outline], items: str) -> None:
    outline = outline_of(f"{HEAD}{ISSUES}\n\n{PURPOSE}\nII. CÁC CHƯƠNG TRÌNH TRỌNG TÂM\n\n{items}")
    found = find_facts(outline, LEXICON)
    assert [p.name for p in found.of(Programme)] == ["Chương trình mở xưởng mộc", "Đề án dạy nghề mộc"]
    assert {(x.subject, x.object) for x in found.of(Link) if x.relation == "responsible"} == {
        ("Chương trình mở xưởng mộc", "Sở Công Thương tỉnh Sơn Bình"),
        ("Đề án dạy nghề mộc", "Sở Nội vụ tỉnh Sơn Bình"),
    }


@pytest.mark.parametrize(
    "goal",
    [
        pytest.param("đạt 45%", id="reached"),
        pytest.param("Phấn đấu đạt 45%", id="to be striven for"),
        pytest.param("duy trì 45%", id="kept"),
        pytest.param("giữ ổn định ở mức 45%", id="kept at a level"),
        pytest.param("đạt và giữ vững 45%", id="reached and kept"),
        pytest.param("còn 45%", id="left"),
    ],
)
def test_what_is_reached_stands_before_a_colon(outline_of: Callable[..., Outline], goal: str) -> None:
    outline = outline_of(f"{HEAD}{ISSUES}\n\nI. CHỈ TIÊU ĐẾN NĂM 2035\n\n- Tỷ lệ hộ làm nghề mộc: {goal}.\n")
    found = find_facts(outline, LEXICON).of(Target)
    assert [(t.indicator, t.value, t.by) for t in found] == [("Tỷ lệ hộ làm nghề mộc", Decimal(45), "2035")]


def test_the_head_of_a_list_is_not_what_is_reached(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(f"{HEAD}{ISSUES}\n\nI. CHỈ TIÊU ĐẾN NĂM 2035\n\n- Về xã hội: phấn đấu đạt 45%.\n")
    assert not list(find_facts(outline, LEXICON).of(Target))


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param(f"{ISSUES}\n\n{PURPOSE}", id="the office announces the plan"),
        pytest.param(f"UBND tỉnh Sơn Bình ban hành Kế hoạch mở nghề mộc:\n\n{PURPOSE}", id="the plan is named"),
        pytest.param(f"Nhằm đưa nghề mộc về xã, UBND tỉnh ban hành Kế hoạch:\n\n{PURPOSE}", id="to what end"),
        pytest.param(
            "1. Mục đích\n\nCác xã cùng mở nghề mộc.\n\n2. Yêu cầu\n\nMỗi xã một xưởng.\n", id="plain numbers"
        ),
        pytest.param(PURPOSE, id="nothing but the first heading"),
    ],
)
def test_what_opens_a_plan_is_no_part_of_its_title(outline_of: Callable[..., Outline], opening: str) -> None:
    assert [(s.code, s.title) for s in find_facts(outline_of(HEAD + opening), LEXICON).of(Source)] == [(OWN, TITLE)]


CELLS = (
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"),
    ("1", TASK, "Sở Công Thương", "Sở Tài chính", "Quý II/2032", "Xưởng mộc"),
    ("2", "Dạy nghề mộc cho thanh niên", "Sở Nội vụ", "Sở Tài chính", "2032 - 2033", "Lớp học"),
)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("\n".join(f"| {' | '.join(row)} |" for row in CELLS), id="pipes"),
        pytest.param("\n".join("\t".join(row) for row in CELLS), id="tabs"),
        pytest.param("\n\n".join("\n\n".join(row) for row in CELLS), id="a cell between two blank lines"),
        pytest.param("\n".join("\n".join(row) for row in CELLS), id="a cell one a line"),
    ],
)
def test_tables_of_tasks(outline_of: Callable[..., Outline], table: str) -> None:
    outline = outline_of(f"{HEAD}{ISSUES}\n\n{PURPOSE}\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n{table}\n")
    found = find_facts(outline, LEXICON)
    links = {(x.subject, x.relation, x.object) for x in found.of(Link)}
    assert without(links, "issued_by", "implements") == {
        (TASK, "responsible", "Sở Công Thương tỉnh Sơn Bình"),
        (TASK, "coordinates", "Sở Tài chính tỉnh Sơn Bình"),
        ("Dạy nghề mộc cho thanh niên", "responsible", "Sở Nội vụ tỉnh Sơn Bình"),
        ("Dạy nghề mộc cho thanh niên", "coordinates", "Sở Tài chính tỉnh Sơn Bình"),
    }
    assert not list(found.of(Target))
