"""Bodies that share a head, joint documents, tasks that a report hands out, sectors below their whole; all invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.model import Body, CitedDocument, Lexicon, Link, Outline, Target

Read = Callable[..., Outline]
LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
-------
Số: 45/{code}-UBND

Sơn Bình, ngày 12 tháng 5 năm 2032

{genre}
Phát triển nghề rừng tỉnh Sơn Bình giai đoạn 2032 - 2035

"""
PLAN = LETTERHEAD.format(code="KH", genre="KẾ HOẠCH")
REPORT = LETTERHEAD.format(code="BC", genre="BÁO CÁO")
WORK = PLAN + "I. MỤC TIÊU\n\nPhát triển bền vững.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
TASK = "Xây dựng phương án trồng rừng"


def links_of(outline: Outline, lexicon: Lexicon) -> set[tuple[str, str, str]]:
    """The links of a text, without who issued it."""
    found = find_facts(outline, lexicon).of(Link)
    return {(k.subject, k.relation, k.object) for k in found if not k.subject.startswith("45/")}


@pytest.mark.parametrize(
    "named",
    [
        pytest.param("các Sở: Tài chính, Y tế", id="a colon behind the head"),
        pytest.param("các Sở Tài chính, Y tế", id="the head is the first one's"),
        pytest.param("các sở, ngành: Tài chính, Y tế", id="a group that the list makes plain"),
        pytest.param("các sở, ngành liên quan như: Tài chính, Y tế", id="such as"),
    ],
)
def test_who_joins_in_shares_a_head(outline_of: Read, lexicon: Lexicon, named: str) -> None:
    text = f"{WORK}1. Sở Nội vụ chủ trì, phối hợp với {named} xây dựng phương án trồng rừng.\n"
    assert links_of(outline_of(text), lexicon) == {
        (TASK, "responsible", "Sở Nội vụ tỉnh Sơn Bình"),
        (TASK, "coordinates", "Sở Tài chính tỉnh Sơn Bình"),
        (TASK, "coordinates", "Sở Y tế tỉnh Sơn Bình"),
    }


def test_a_joint_circular_is_of_every_ministry_of_its_number(outline_of: Read, lexicon: Lexicon) -> None:
    text = f"{PLAN}Căn cứ Thông tư liên tịch số 7/2031/TTLT-BNV-BTC ngày 02/3/2031 của liên Bộ: Nội vụ, Tài chính về đội giữ rừng;\n"
    found = find_facts(outline_of(text), lexicon)
    issued = {(k.subject, k.object) for k in found.of(Link) if k.relation == "issued_by" and "TTLT" in k.subject}
    assert issued == {("7/2031/TTLT-BNV-BTC", "Bộ Nội vụ"), ("7/2031/TTLT-BNV-BTC", "Bộ Tài chính")}
    assert {"Bộ Nội vụ", "Bộ Tài chính"} <= {b.name for b in found.of(Body)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chủ tịch tỉnh đã giao Sở Y tế phối hợp với Sở Tài chính rà soát các trạm vùng lòng hồ.",
            {
                ("Rà soát các trạm vùng lòng hồ", "responsible", "Sở Y tế tỉnh Sơn Bình"),
                ("Rà soát các trạm vùng lòng hồ", "coordinates", "Sở Tài chính tỉnh Sơn Bình"),
            },
            id="who is told to do what",
        ),
        pytest.param(
            "Tỉnh giao Đảng ủy Ủy ban nhân dân tỉnh chỉ đạo rà soát trạm y tế.", set(), id="to see to it is no task"
        ),
    ],
)
def test_tasks_that_a_report_tells_of(
    outline_of: Read, lexicon: Lexicon, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert links_of(outline_of(f"{REPORT}I. KẾT QUẢ\n\n{text}\n"), lexicon) == expected


def test_a_plan_in_the_spirit_of_a_directive_carries_it_out(outline_of: Read, lexicon: Lexicon) -> None:
    text = f"{PLAN}Quán triệt tinh thần Chỉ thị số 9/CT-TTg ngày 02/3/2032 của Thủ tướng Chính phủ về giữ rừng, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
    links = find_facts(outline_of(text), lexicon).of(Link)
    assert ("45/KH-UBND", "implements", "9/CT-TTg") in {(k.subject, k.relation, k.object) for k in links}


def test_a_plenum_in_small_letters_issues_for_its_committee(outline_of: Read, lexicon: Lexicon) -> None:
    text = f"{PLAN}Căn cứ Nghị quyết số 5-NQ/TW ngày 02/3/2032 hội nghị lần thứ 7 Ban Chấp hành Trung ương khóa XV về rừng;\n"
    assert ("5-NQ/TW", "issued_by", "Ban Chấp hành Trung ương Đảng khóa XV") in links_of(outline_of(text), lexicon)


def test_capitals_that_go_on_with_a_verb_name_no_province(outline_of: Read, lexicon: Lexicon) -> None:
    text = (
        "CHƯƠNG TRÌNH\nTHỰC HIỆN KẾ HOẠCH SỐ 7-KH/TU CỦA TỈNH ỦY VỀ VIỆC TRIỂN\nKHAI NGHỀ RỪNG\n\n"
        "Thực hiện Kế hoạch số 7-KH/TU của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành Chương trình.\n"
    )
    names = {b.name for b in find_facts(outline_of(text), lexicon).of(Body)}
    assert names == {"Tỉnh ủy", "Ủy ban nhân dân tỉnh"}


def test_sectors_without_a_number_are_parts_of_the_whole_above(outline_of: Read, lexicon: Lexicon) -> None:
    rows = "STT\tTên chỉ tiêu\tĐơn vị tính\t2033\t2034\n1\tTốc độ tăng GRDP\t%\t7,1\t7,4\n\tCông nghiệp - xây dựng\t%\t9\t9,2\n\tDịch vụ\t%\t6,5\t6,6\n2\tThu ngân sách\tTỷ đồng\t900\t950\n"
    text = f"{PLAN}I. MỤC TIÊU\n\nTheo phụ lục.\n\nPhụ lục I: Các chỉ tiêu\n\n{rows}"
    assert {t.indicator for t in find_facts(outline_of(text), lexicon).of(Target)} == {
        "Tốc độ tăng GRDP",
        "Tốc độ tăng GRDP: Công nghiệp - xây dựng",
        "Tốc độ tăng GRDP: Dịch vụ",
        "Thu ngân sách",
    }


def test_an_article_whose_verb_ends_the_line_approves_what_stands_below(outline_of: Read, lexicon: Lexicon) -> None:
    decision = LETTERHEAD.format(code="QĐ", genre="QUYẾT ĐỊNH")
    name = "Chương trình giữ rừng tỉnh Sơn Bình giai đoạn 2032 - 2035"
    text = (
        f"{decision}QUYẾT ĐỊNH:\nĐiều\n1. Phê duyệt\n{name} với các nội dung chính như sau:\n1. Mục tiêu: giữ rừng.\n"
    )
    assert (name, "established_by", "45/QĐ-UBND") in links_of(outline_of(text), lexicon)


def test_a_day_with_hyphens_dates_what_is_issued_behind_it(outline_of: Read, lexicon: Lexicon) -> None:
    text = "Giữ rừng lòng hồ\n\nNgày 30-9-2031, Ủy ban nhân dân tỉnh ban hành Quyết định số 26/QĐ-UBND về giữ rừng.\n"
    assert [d.date for d in find_facts(outline_of(text), lexicon).of(CitedDocument)] == ["2031-09-30"]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định này thay thế Quyết định số 30/QĐ-UBND ngày 05/3/2029 và Quyết định số 31/QĐ-UBND ngày 06/3/2029 của Ủy ban nhân dân tỉnh.",
        "Quyết định này có hiệu lực kể từ ngày ký và thay thế các Quyết định: số 30/QĐ-UBND ngày 05/3/2029; số 31/QĐ-UBND ngày 06/3/2029.",
        "Bãi bỏ Quyết định số 30/QĐ-UBND ngày 05/3/2029 của Ủy ban nhân dân tỉnh.",
        "Điều chỉnh, bổ sung Điều 1 Quyết định số 30/QĐ-UBND ngày 05/3/2029 như sau:",
        "Sửa đổi, bổ sung một số nội dung của Kế hoạch ban hành kèm theo Quyết định số 30/QĐ-UBND ngày 05/3/2029.",
    ],
)
def test_what_a_decision_amends_or_repeals(outline_of: Read, lexicon: Lexicon, text: str) -> None:
    decision = LETTERHEAD.format(code="QĐ", genre="QUYẾT ĐỊNH")
    links = find_facts(outline_of(f"{decision}QUYẾT ĐỊNH:\nĐiều 1. {text}\n"), lexicon).of(Link)
    amended = {k.object for k in links if k.relation == "amends" and k.subject == "45/QĐ-UBND"}
    assert amended == {c for c in ("30/QĐ-UBND", "31/QĐ-UBND") if f"số {c}" in text}
