"""Links of plans: their purposes, their footnotes, documents without a number, everybody's work, targets of programmes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_links import HDND, ONG, OPENING, PLAN, REPORT, TASKS, TU, UBND, Triple, triples, without
from vankien.facts import find_facts
from vankien.facts.programmes.setters import noted_setters
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Link, Outline

LEXICON = read_lexicon()
OWN = "33/KH-UBND"
PURPOSES = PLAN + "Ủy ban nhân dân tỉnh ban hành Kế hoạch này.\n\n**I. MỤC ĐÍCH, YÊU CẦU**\n\n"
RULE = " " * 43


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Quán triệt sâu rộng Nghị quyết số 14-NQ/TU ngày 02/4/2024 của Tỉnh ủy và hai Nghị quyết của HĐND "
            "tỉnh: số 20/NQ-HĐND ngày 08/12/2024 về trồng rừng, số 21/NQ-HĐND ngày 08/12/2024 về nghề mộc.",
            {"14-NQ/TU", "20/NQ-HĐND", "21/NQ-HĐND"},
            id="all that it is to make known",
        ),
        pytest.param(
            "1. Cụ thể hóa các nội dung của Chương trình hành động số 8-CTr/TU ngày 02/3/2024 của Tỉnh ủy thực "
            "hiện Nghị quyết số 31-NQ/TW ngày 03/5/2022.",
            {"8-CTr/TU"},
            id="not what that one carries out",
        ),
        pytest.param(
            "1. Tăng cường kiểm tra rừng theo Nghị quyết số 14-NQ/TU ngày 02/4/2024 của Tỉnh ủy.",
            set(),
            id="another purpose",
        ),
    ],
)
def test_purposes(outline_of: Callable[..., Outline], text: str, expected: set[str]) -> None:
    found = triples(outline_of(f"{PURPOSES}{text}\n\n2. Các ngành cùng làm.\n", "plan.md"))
    assert {o for s, r, o in found if (s, r) == (OWN, "implements")} == expected


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        pytest.param(
            f"Triển khai {ONG}1.",
            "Phê duyệt tại Quyết định số 512/QĐ-UBND ngày 12/3/2022 của UBND tỉnh.",
            {(ONG, "established_by", "512/QĐ-UBND")},
            id="approved by",
        ),
        pytest.param(
            f"Triển khai hiệu quả {ONG} trên địa bàn tỉnh1.",
            "Theo Kế hoạch số 318/KH-UBND ngày 06/5/2021 của UBND tỉnh về nghề ong.",
            {("318/KH-UBND", "implements", ONG)},
            id="carried out by a plan",
        ),
        pytest.param(
            "Gắn với việc thực hiện Kế hoạch phát triển nghề dệt lanh đến năm 20301.",
            "Ban hành kèm theo Quyết định số 512/QĐ-UBND ngày 12/3/2022 của UBND tỉnh.",
            {("Kế hoạch phát triển nghề dệt lanh đến năm 2030", "established_by", "512/QĐ-UBND")},
            id="a plan without a number",
        ),
        pytest.param(
            f"Triển khai {ONG}, đào tạo nghề cho thanh niên1.",
            "Phê duyệt tại Quyết định số 512/QĐ-UBND ngày 12/3/2022 của UBND tỉnh.",
            set(),
            id="the note hangs on something else",
        ),
    ],
)
def test_footnotes_that_leave_out_what_they_speak_of(
    outline_of: Callable[..., Outline], text: str, note: str, expected: set[Triple]
) -> None:
    outline = outline_of(f"{REPORT}{OPENING}{text}\n\n{RULE}\n1 {note}\n")
    assert without(triples(outline), "issued_by") == expected
    scheme = {("Đề án", r) for s, r, _ in expected if s == ONG}
    assert list(noted_setters(outline, LEXICON).values()) == [UBND] * len(scheme)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Xây dựng Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết số 31-NQ/TW ngày 03/5/2022.",
            {
                ("Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết số 31-NQ/TW", "issued_by", TU),
                ("Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết số 31-NQ/TW", "implements", "31-NQ/TW"),
            },
            id="whose it is and what it carries out",
        ),
        pytest.param(
            "Chương trình hành động của Tỉnh ủy được triển khai theo Nghị quyết số 31-NQ/TW ngày 03/5/2022.",
            set(),
            id="another verb",
        ),
    ],
)
def test_action_programmes_without_a_number(
    outline_of: Callable[..., Outline], text: str, expected: set[Triple]
) -> None:
    assert triples(outline_of(f"{REPORT}{OPENING}{text}\n")) == expected


def test_an_action_programme_that_a_resolution_adopts(outline_of: Callable[..., Outline]) -> None:
    name = "Chương trình hành động của Chính phủ thực hiện Nghị quyết số 31-NQ/TW ngày 03/5/2022 của Bộ Chính trị"
    text = f"Nghị quyết số 66/NQ-CP ngày 05/6/2022 của Chính phủ ban hành {name} về nghề rừng được phổ biến.\n"
    found = triples(outline_of(REPORT + OPENING + text))
    assert {(name, "established_by", "66/NQ-CP"), (name, "implements", "31-NQ/TW")} <= found


def test_a_document_without_a_number_is_issued_too(outline_of: Callable[..., Outline]) -> None:
    text = PLAN.replace("Số: 33/KH-UBND\n\n", "") + "**I. MỤC ĐÍCH**\n\nCác ngành cùng trồng rừng.\n"
    links = find_facts(outline_of(text, "plan.md"), LEXICON).of(Link)
    assert [(x.subject, x.object) for x in links] == [("Kế hoạch phát triển rừng gỗ lớn năm 2025", UBND)]


def test_a_political_report_is_of_the_committee_that_its_title_names(outline_of: Callable[..., Outline]) -> None:
    title = "của Ban Chấp hành Đảng bộ tỉnh khóa XV trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025-2030"
    head = REPORT.replace("Số 90-BC/TU\n\n", "").split("BÁO CÁO")[0]
    text = f"{head}BÁO CÁO CHÍNH TRỊ\n{title}\n-----\n\n{OPENING}Các ngành cùng trồng rừng.\n"
    links = [x for x in find_facts(outline_of(text), LEXICON).of(Link) if x.relation == "issued_by"]
    committee = "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV"
    assert [(x.subject, x.object) for x in links] == [(f"Báo cáo chính trị {title}", committee)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "1. Người đứng đầu các sở, ban, ngành tỉnh; Chủ tịch Ủy ban nhân dân các xã, phường:",
            {"Các sở, ban, ngành tỉnh Sơn Bình", "Ủy ban nhân dân các xã, phường tỉnh Sơn Bình"},
            id="all departments and communes",
        ),
        pytest.param(
            "1. Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh:",
            {"Các sở, ban, ngành tỉnh Sơn Bình"},
            id="an office for each kind of them",
        ),
        pytest.param("1. Các sở, ban, ngành tỉnh và doanh nghiệp trồng rừng", set(), id="others too"),
        pytest.param("1. Sở Tài chính", set(), id="one department"),
    ],
)
def test_what_is_everybodys_work(outline_of: Callable[..., Outline], title: str, expected: set[str]) -> None:
    part = f"**II. TỔ CHỨC THỰC HIỆN**\n\n**{title}**\n\na) Xây dựng kế hoạch của ngành mình trước ngày 10/02/2025.\n"
    found = triples(outline_of(PURPOSES + "Các ngành cùng làm.\n\n" + part, "plan.md"))
    assert {o for s, r, o in found if (s, r) == (OWN, "responsible")} == expected


NTM = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(
            f"Tiếp tục triển khai {NTM} đi vào chiều sâu; phấn đấu năm 2025 có thêm 8 xã đạt chuẩn.",
            NTM,
            id="what a national programme is to reach",
        ),
        pytest.param(
            f"Thực hiện hiệu quả các chính sách, trọng tâm là {NTM}; phấn đấu năm 2025 có thêm 8 xã đạt chuẩn.",
            NTM,
            id="named as the main thing",
        ),
        pytest.param(
            f"Phấn đấu năm 2025 có thêm 8 xã đạt chuẩn. Tiếp tục triển khai {NTM}.",
            "Phát triển hạ tầng số",
            id="the sentence before it is the task's",
        ),
    ],
)
def test_targets_of_a_national_programme_among_the_tasks(
    outline_of: Callable[..., Outline], text: str, subject: str
) -> None:
    found = triples(outline_of(TASKS + text + "\n", "plan.md"))
    assert {t[0] for t in found if t[1] == "has_target"} == {subject}


def test_issuers_of_a_list_of_resolutions(outline_of: Callable[..., Outline]) -> None:
    text = "1. Quán triệt các Nghị quyết của HĐND tỉnh: số 20/NQ-HĐND ngày 08/12/2024, số 21/NQ-HĐND ngày 08/12/2024."
    found = triples(outline_of(f"{PURPOSES}{text}\n\n2. Các ngành cùng làm.\n", "plan.md"))
    assert {("20/NQ-HĐND", "issued_by", HDND), ("21/NQ-HĐND", "issued_by", HDND)} <= found
