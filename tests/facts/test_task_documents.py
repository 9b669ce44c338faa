"""What the tasks of a plan carry out and follow, which decisions set up the bodies and schemes that they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_links import OPENING, REPORT, TASKS, UBND, Triple, triples, without
from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Link, Outline, Target

TASK = "Phát triển hạ tầng số"
RULE = " " * 43


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Các ngành thực hiện hết các nhiệm vụ được giao tại Nghị quyết số 9/NQ-CP ngày "
            "08/01/2025 của Chính phủ, Nghị quyết số 20/NQ-HĐND và Nghị quyết số 21/NQ-HĐND ngày 08/12/2024.",
            {("implements", "9/NQ-CP"), ("implements", "20/NQ-HĐND"), ("implements", "21/NQ-HĐND")},
            id="the documents that set what is carried out",
        ),
        pytest.param(
            "Tổ chức thực hiện các mục tiêu về chợ quê năm 2025 đã giao tại Nghị quyết số 20/NQ-HĐND ngày 08/12/2024 của HĐND "
            "tỉnh; Quyết định số 512/QĐ-UBND ngày 12/12/2024 do UBND tỉnh ban hành, không để chậm.",
            {("implements", "20/NQ-HĐND"), ("implements", "512/QĐ-UBND")},
            id="a list that a semicolon parts",
        ),
        pytest.param(
            "Rà soát các nhiệm vụ được giao tại Nghị quyết số 20/NQ-HĐND ngày 08/12/2024.",
            set(),
            id="looking through them is not carrying them out",
        ),
        pytest.param(
            "Triển khai hiệu quả Đề án chợ quê giai đoạn 2021-2025 trên địa bàn tỉnh và Chỉ thị số 9/CT-TTg ngày 22/02/2024.",
            {("implements", "9/CT-TTg")},
            id="named with a scheme",
        ),
        pytest.param(
            "Nâng cao chất lượng đường truyền theo chỉ đạo của UBND tỉnh tại Công văn số 77/UBND-KT ngày 23/10/2024.",
            {("based_on", "77/UBND-KT")},
            id="as a letter directs",
        ),
        pytest.param(
            "Mở lớp dạy tin học theo Kế hoạch số 15/KH-UBND ngày 05/11/2024 của UBND tỉnh.",
            {("based_on", "15/KH-UBND")},
            id="by a plan",
        ),
        pytest.param(
            "Giải ngân Đề án chợ quê giai đoạn 2021-2025 theo Kế hoạch số 15/KH-UBND ngày 05/11/2024.",
            set(),
            id="the scheme follows it, not the task",
        ),
        pytest.param(
            "Áp dụng quy chế ban hành kèm theo Kế hoạch số 15/KH-UBND ngày 05/11/2024.",
            set(),
            id="what is annexed to a document does not follow it",
        ),
    ],
)
def test_what_a_task_carries_out_and_follows(
    outline_of: Callable[..., Outline], text: str, expected: set[tuple[str, str]]
) -> None:
    found = triples(outline_of(f"{TASKS}a) {text}\n", "plan.md"))
    assert {(r, o) for s, r, o in found if s == TASK} == expected


def test_the_next_item_is_no_part_of_a_heading_beside_it(outline_of: Callable[..., Outline]) -> None:
    text = "a) Mở rộng chợ quê\n\n- Các xã cùng mở chợ.\n\nb) Thực hiện Chỉ thị số 9/CT-TTg ngày 22/02/2024.\n"
    found = triples(outline_of(TASKS + text, "plan.md"))
    assert (TASK, "implements", "9/CT-TTg") in found


def test_a_scheme_alone_in_an_item_is_part_of_the_task(outline_of: Callable[..., Outline]) -> None:
    scheme = "Đề án mở chợ quê giai đoạn 2021-2025"
    text = f"a) Tiếp tục triển khai {scheme}, chú trọng các xã vùng cao chưa có chợ.\n\nb) Các xã cùng làm.\n"
    assert (scheme, "part_of", TASK) in triples(outline_of(TASKS + text, "plan.md"))


def test_tasks_whose_text_is_run_in_are_tasks_of_their_own(outline_of: Callable[..., Outline]) -> None:
    text = "Các xã cùng làm.\n\n2. Mở chợ quê. Các xã mở chợ.\n\n3. Trồng rừng gỗ lớn. Phấn đấu năm 2025 trồng mới 900 ha rừng.\n"
    found = triples(outline_of(TASKS + text, "plan.md"))
    assert [s for s, r, _ in found if r == "has_target"] == ["Trồng rừng gỗ lớn"]


TEAM = "Tổ công tác nghề mây tỉnh Sơn Bình"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Phát huy vai trò của Tổ công tác nghề mây tỉnh (thành lập theo Quyết định số 12/QĐ-UBND ngày 29/9/2022).",
            {(TEAM, "established_by", "12/QĐ-UBND")},
            id="in brackets",
        ),
        pytest.param(
            "Tổ công tác nghề mây tỉnh, được thành lập tại Quyết định số 12/QĐ-UBND ngày 29/9/2022, đã họp.",
            {(TEAM, "established_by", "12/QĐ-UBND")},
            id="behind a comma",
        ),
        pytest.param(
            "Sở Nội vụ có ba đoàn kiểm tra được thành lập theo Quyết định số 12/QĐ-UBND ngày 29/9/2022.",
            set(),
            id="others than the body named",
        ),
        pytest.param(
            "UBND tỉnh thành lập theo Quyết định số 12/QĐ-UBND ngày 29/9/2022.",
            set(),
            id="who set it up was not set up",
        ),
    ],
)
def test_bodies_that_a_decision_set_up(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    assert without(triples(outline_of(f"{REPORT}{OPENING}{text}\n")), "issued_by") == expected


def test_a_body_whose_decision_stands_in_a_note(outline_of: Callable[..., Outline]) -> None:
    note = "Thành lập theo Quyết định số 12/QĐ-UBND ngày 29/9/2022 của UBND tỉnh."
    text = f"{REPORT}{OPENING}Phát huy vai trò của Tổ công tác nghề mây tỉnh1.\n\n{RULE}\n1 {note}\n"
    found = triples(outline_of(text))
    assert found == {(TEAM, "established_by", "12/QĐ-UBND"), ("12/QĐ-UBND", "issued_by", UBND)}


STRATEGY = "Chiến lược phát triển nghề mộc đến năm 2030"
SCHEME = "Đề án nuôi ong dưới tán rừng giai đoạn 2021-2025"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Triển khai {STRATEGY} đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 51/QĐ-TTg ngày 12/3/2022.",
            {(STRATEGY, "established_by", "51/QĐ-TTg")},
            id="a strategy that somebody approved",
        ),
        pytest.param(
            f"Triển khai {SCHEME} đã được Chủ tịch UBND tỉnh phê duyệt tại Quyết định số 98/QĐ-UBND ngày 02/3/2021.",
            {(SCHEME, "established_by", "98/QĐ-UBND")},
            id="a scheme that somebody approved",
        ),
        pytest.param(
            f"Triển khai Quyết định số 98/QĐ-UBND ngày 02/3/2021. Có {STRATEGY} đã được cụ thể hóa tại Công văn số "
            "77/UBND-KT ngày 02/3/2023.",
            {("77/UBND-KT", "implements", STRATEGY)},
            id="made concrete, and not what the sentence before names",
        ),
        pytest.param(
            f"Tiếp tục {SCHEME}. Có Đề án số 5-ĐA/TU ngày 15/11/2020 của Tỉnh ủy về nuôi ong dưới tán rừng giai đoạn 2021-2025.",
            {(SCHEME, "established_by", "5-ĐA/TU")},
            id="by its name here, by its number there",
        ),
    ],
)
def test_what_set_up_plans_and_schemes(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    assert without(triples(outline_of(f"{REPORT}{OPENING}{text}\n")), "issued_by") == expected


WORK = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
*
Số: 5/CTr-UBND

Sơn Bình, ngày 10 tháng 01 năm 2026

CHƯƠNG TRÌNH CÔNG TÁC
Trọng tâm năm 2026 của Ủy ban nhân dân tỉnh
-----

Ủy ban nhân dân tỉnh ban hành Chương trình công tác như sau:

I. NHIỆM VỤ TRỌNG TÂM

1. Phát triển văn hóa, xã hội

{task}

II. CÁC ĐỀ ÁN, VĂN BẢN TRÌNH

1. Quý I/2026

{listed}
"""
STC, SNV = "Sở Tài chính tỉnh Sơn Bình", "Sở Nội vụ tỉnh Sơn Bình"


@pytest.mark.parametrize(
    ("listed", "name", "joined"),
    [
        pytest.param(
            "a) Quy định mức hỗ trợ nghề mây (Sở Nội vụ chủ trì, phối hợp với Sở Tài chính).",
            "Quy định mức hỗ trợ nghề mây",
            {STC},
            id="bodies in brackets",
        ),
        pytest.param(
            "a) Nghị quyết về chính sách giữ thợ mộc giỏi: Sở Nội vụ chủ trì; Sở Tài chính phối hợp.",
            "Nghị quyết về chính sách giữ thợ mộc giỏi",
            {STC},
            id="bodies behind a colon",
        ),
        pytest.param(
            "a) Đề án sắp xếp các hợp tác xã mây tre đan. Cơ quan chủ trì: Sở Nội vụ.",
            "Đề án sắp xếp các hợp tác xã mây tre đan",
            set(),
            id="in a sentence of its own",
        ),
    ],
)
def test_who_draws_up_what_a_programme_of_work_lists(
    outline_of: Callable[..., Outline], listed: str, name: str, joined: set[str]
) -> None:
    found = triples(outline_of(WORK.format(task="Các xã cùng làm.", listed=listed)))
    assert {t for t in found if t[1] in ("responsible", "coordinates")} == {
        (name, "responsible", SNV),
        *((name, "coordinates", body) for body in joined),
    }


def test_goals_of_a_programme_of_work(outline_of: Callable[..., Outline]) -> None:
    """They are due in its year; the notice that they follow is no part of them."""
    task = "Xây dựng 12 trường nội trú tại các xã vùng cao theo Thông báo số 8-TB/TW ngày 18/7/2025 của Bộ Chính trị."
    found = find_facts(outline_of(WORK.format(task=task, listed="a) Báo cáo năm.")), read_lexicon())
    assert [(t.indicator, t.by) for t in found.of(Target)] == [
        ("Số trường nội trú tại các xã vùng cao được xây dựng", "2026")
    ]
    based = [(x.subject, x.object) for x in found.of(Link) if x.relation == "based_on"]
    assert based == [("Phát triển văn hóa, xã hội", "8-TB/TW")]
