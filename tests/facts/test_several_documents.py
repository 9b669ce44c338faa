"""A file that holds several documents one behind the other: a resolution, and the programme that carries it out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.model import (
    Body,
    CitedDocument,
    Congress,
    Discrepancy,
    Found,
    Lexicon,
    Link,
    Observation,
    Outline,
    Programme,
    Source,
    Target,
)

RESOLUTION = """ĐẢNG BỘ TỈNH SƠN BÌNH              ĐẢNG CỘNG SẢN VIỆT NAM
ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XVI
        *                 Nậm Sơn, ngày 20 tháng 9 năm 2025
    Số 02-NQ/ĐH

                 NGHỊ QUYẾT
     ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH SƠN BÌNH
        LẦN THỨ XVI, NHIỆM KỲ 2025 - 2030
                   -----

     I. CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030

     1. Tỷ lệ che phủ rừng đạt 57%.

     2. Thực hiện Nghị quyết số 11-NQ/TU, ngày 05/3/2023 của Tỉnh ủy về phát triển nghề rèn.

     II. CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM

     Đại hội giao Ban Chấp hành Đảng bộ tỉnh cụ thể hóa 2 chương trình trọng điểm: (1) Phát triển nghề rèn
và làng nghề truyền thống; (2) Phát triển chè hữu cơ vùng cao; cùng 2 khâu đột phá: một là, làm đường liên
thôn; hai là, đào tạo thợ rèn trẻ tuổi./.

                                   T/M ĐOÀN CHỦ TỊCH


==========================================
"""
PROGRAMME = """
TỈNH ỦY SƠN BÌNH                   ĐẢNG CỘNG SẢN VIỆT NAM
        *                     Nậm Sơn, ngày 15 tháng 12 năm 2025
  Số 07-CTr/TU

               CHƯƠNG TRÌNH HÀNH ĐỘNG
     THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH
         LẦN THỨ XVI, NHIỆM KỲ 2025 - 2030
                       -----

     Thực hiện Nghị quyết số 02-NQ/ĐH, ngày 20/9/2025 của Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, Ban
Chấp hành Đảng bộ tỉnh ban hành Chương trình hành động như sau:

     I. CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM

     1. Chương trình phát triển nghề rèn và làng nghề truyền thống

     1.1. Chỉ tiêu đến năm 2030: Có 12 làng nghề được công nhận; tỷ lệ che phủ rừng 58%.

     1.2. Tổng kết Nghị quyết số 11-NQ/TU, ngày 05/8/2023 của Tỉnh ủy. Vốn thực hiện dự kiến 45 tỷ đồng.
Sở Công Thương chủ trì.

     2. Chương trình phát triển chè hữu cơ vùng cao

     2.1. Chỉ tiêu đến năm 2030: Có 3.500 ha chè hữu cơ./.

                                   T/M TỈNH ỦY
"""


@pytest.fixture
def both(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Found:
    """The facts of the two documents."""
    return find_facts(outline_of(RESOLUTION + PROGRAMME), lexicon)


def test_the_second_document_is_one_that_the_file_cites(both: Found) -> None:
    """A file has one source; the document behind it is cited at its own letterhead, and so is the first where the
    second names it."""
    assert [s.code for s in both.of(Source)] == ["02-NQ/ĐH"]
    cited = {d.code: (d.genre, d.date, d.evidence.line) for d in both.of(CitedDocument) if d.code}
    assert cited["07-CTr/TU"] == ("Chương trình hành động", "2025-12-15", 30)
    assert set(cited) == {"07-CTr/TU", "11-NQ/TU", "02-NQ/ĐH"}
    assert ("07-CTr/TU", "implements", "02-NQ/ĐH") in {(x.subject, x.relation, x.object) for x in both.of(Link)}


def test_each_part_sets_its_own_targets(both: Found) -> None:
    """What stands under a programme's heading in the second document, that programme sets."""
    found = {(t.indicator, str(t.value)): t.set_by for t in both.of(Target)}
    assert found["Tỷ lệ che phủ rừng", "57"] == "XVI"
    assert found["Tỷ lệ che phủ rừng", "58"] == "Chương trình phát triển nghề rèn và làng nghề truyền thống"
    assert found["Diện tích chè hữu cơ", "3500"] == "Chương trình phát triển chè hữu cơ vùng cao"


def test_what_both_name_is_one_fact(both: Found) -> None:
    """Programmes, bodies and congresses stand at their first line, programmes of the congress are established by it."""
    programmes = [(p.name, p.kind, p.set_by) for p in both.of(Programme)]
    assert programmes == [
        ("Chương trình phát triển nghề rèn và làng nghề truyền thống", "key_program", "XVI"),
        ("Chương trình phát triển chè hữu cơ vùng cao", "key_program", "XVI"),
        ("Làm đường liên thôn", "breakthrough", "XVI"),
        ("Đào tạo thợ rèn trẻ tuổi", "breakthrough", "XVI"),
    ]
    assert len({b.name for b in both.of(Body)}) == len(list(both.of(Body)))
    assert [(c.org, c.ordinal) for c in both.of(Congress)] == [("Đảng bộ tỉnh Sơn Bình", "XVI")]
    founded = {x.subject for x in both.of(Link) if x.relation == "established_by" and x.object == "02-NQ/ĐH"}
    assert founded == {name for name, _, _ in programmes}


def test_money_of_a_programme_is_reported(both: Found) -> None:
    """Planned funds have no status, and belong to the programme in whose section they stand."""
    (fund,) = (o for o in both.of(Observation) if o.unit == "tỷ đồng")
    assert fund.indicator == "Vốn thực hiện Chương trình phát triển nghề rèn và làng nghề truyền thống"
    assert (fund.status, fund.where) == (None, "prose")


def test_the_parts_are_held_against_each_other(both: Found) -> None:
    """Two targets for one thing, two dates of one document."""
    lines = RESOLUTION.count("\n") + 1
    across = [d for d in both.of(Discrepancy) if min(d.lines) < lines <= max(d.lines)]
    assert len(across) == 2, [d.about for d in across]


def test_one_document_has_no_parts(outline_of: Callable[..., Outline]) -> None:
    """The letterhead of a form in an annex opens no document."""
    form = PROGRAMME.replace("\nTỈNH ỦY", "\nPHỤ LỤC\nMẪU BÁO CÁO\n\nTỈNH ỦY")
    assert outline_of(RESOLUTION).parts == ()
    assert outline_of(RESOLUTION.replace("=" * 42, "") + form).parts == ()
    assert len(outline_of(RESOLUTION + PROGRAMME).parts) == 2


LIST = """ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH
Số: 18/KH-UBND
Sơn Bình, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Đầu tư công trung hạn giai đoạn 2026-2030
-----

I. NHIỆM VỤ

Khởi công hai công trình lớn là Cầu Bến Mới qua sông Thanh Giang, tổng mức {cost} tỷ đồng, và Hồ chứa nước
Nậm Sơn, tổng mức 90 tỷ đồng.

PHỤ LỤC
DANH MỤC DỰ ÁN TRỌNG ĐIỂM
                                            Đơn vị tính: tỷ đồng
----------------------------------------------------------------------
TT  Tên dự án                          Thời gian   Tổng vốn   NSTW   Vốn
                                                                     khác
----------------------------------------------------------------------
1   Cầu Bến Mới qua sông Thanh Giang   2026-2028   150        100    50
2   Hồ chứa nước Nậm Sơn               2027-2029   90         90     -
3   Bệnh viện Sản - Nhi tỉnh
    (giai đoạn 2)                      2026-2027   60         -      60
----------------------------------------------------------------------
    Tổng cộng                                      {total}        190    110
----------------------------------------------------------------------
"""


def test_a_list_of_projects_between_rules(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Typed rules part no rows and head no notes; every column of money is read, the years of a row are its own."""
    found = find_facts(outline_of(LIST.format(cost=150, total=300)), lexicon)
    table = [(o.indicator, str(o.value), o.period) for o in found.of(Observation) if o.where == "table"]
    assert table[:3] == [
        ("Tổng vốn Cầu Bến Mới qua sông Thanh Giang", "150", "2026-2028"),
        ("NSTW Cầu Bến Mới qua sông Thanh Giang", "100", "2026-2028"),
        ("Vốn khác Cầu Bến Mới qua sông Thanh Giang", "50", "2026-2028"),
    ]
    assert ("Tổng vốn các dự án", "300", None) in [(i, v, p if p != "2026-2030" else None) for i, v, p in table]
    prose = [(o.indicator, str(o.value), o.status) for o in found.of(Observation) if o.where == "prose"]
    assert prose == [
        ("Tổng mức Cầu Bến Mới qua sông Thanh Giang", "150", None),
        ("Tổng mức Hồ chứa nước Nậm Sơn", "90", None),
    ]
    assert not list(found.of(Target))


def test_the_rows_of_a_list_are_projects_and_no_bodies(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A hospital that is to be built is a project."""
    found = find_facts(outline_of(LIST.format(cost=150, total=300)), lexicon)
    assert {p.name for p in found.of(Programme)} == {
        "Cầu Bến Mới qua sông Thanh Giang",
        "Hồ chứa nước Nậm Sơn",
        "Bệnh viện Sản - Nhi tỉnh (giai đoạn 2)",
    }
    assert not [b.name for b in found.of(Body) if "Bệnh viện" in b.name]


@pytest.mark.parametrize(
    ("cost", "total", "rules"),
    [
        pytest.param(150, 300, [], id="all right"),
        pytest.param(150, 320, ["sum-of-projects"], id="a sum that is not that of the rows"),
        pytest.param(510, 300, ["cost-of-project"], id="text and list print two costs"),
    ],
)
def test_money_that_does_not_agree(
    cost: int, total: int, rules: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """The sums of a list, and the cost of one project in two places."""
    found = find_facts(outline_of(LIST.format(cost=cost, total=total)), lexicon).of(Discrepancy)
    assert [d.evidence.rule.removeprefix("discrepancy-") for d in found] == rules


DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
Số: 310/QĐ-UBND
Sơn Bình, ngày 02 tháng 3 năm 2026
QUYẾT ĐỊNH
Ban hành Chương trình phát triển nghề rèn giai đoạn 2026-2030
-----

Căn cứ Luật Tổ chức chính quyền địa phương;

Điều 1. Ban hành kèm theo Quyết định này Chương trình phát triển nghề rèn giai đoạn 2026-2030.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:                     TM. ỦY BAN NHÂN DÂN
- Như Điều 2;                     CHỦ TỊCH
- Lưu: VT.                       Nguyễn Văn Rèn

CHƯƠNG TRÌNH
Phát triển nghề rèn giai đoạn 2026-2030
(Ban hành kèm theo Quyết định số 310/QĐ-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh)

I. MỤC TIÊU

Đến năm 2030 có 12 làng nghề rèn được công nhận; thu nhập bình quân của thợ rèn đạt 96 triệu đồng.
"""


def test_what_a_decision_puts_into_force_stands_behind_its_signature(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """The programme attached below the recipients is read, too."""
    found = find_facts(outline_of(DECISION), lexicon)
    assert [(t.indicator, str(t.value), t.by) for t in found.of(Target)] == [
        ("Số làng nghề rèn được công nhận", "12", "2030"),
        ("Thu nhập bình quân của thợ rèn", "96", "2030"),
    ]
