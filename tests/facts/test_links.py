"""Links: what sentences, tables and sections say about documents, programmes and bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Link, Outline

LEXICON = read_lexicon()

REPORT = """TỈNH ỦY SƠN BÌNH
*
Số 90-BC/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Sơn Bình, ngày 05 tháng 6 năm 2023

BÁO CÁO
Sơ kết việc làm theo Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020-2025
-----

"""
OPENING = "Tỉnh ủy Sơn Bình báo cáo kết quả giữa nhiệm kỳ với các nội dung sau đây để cấp trên biết.\n\n"
SOURCE = "90-BC/TU"

Triple = tuple[str, str, str]


def triples(outline: Outline) -> set[Triple]:
    """All links of a document but who issued the document itself, and what its title says it is about."""
    links = find_facts(outline, LEXICON).of(Link)
    own = (SOURCE, "implements", "Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XV")
    return {(x.subject, x.relation, x.object) for x in links} - {(SOURCE, "issued_by", "Tỉnh ủy Sơn Bình"), own}


def without(found: set[Triple], *relations: str) -> set[Triple]:
    return {t for t in found if t[1] not in relations}


TU, UBND, HDND = "Tỉnh ủy Sơn Bình", "Ủy ban nhân dân tỉnh Sơn Bình", "Hội đồng nhân dân tỉnh Sơn Bình"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tỉnh ủy đã ban hành Nghị quyết số 14-NQ/TU ngày 02/4/2021.",
            {("14-NQ/TU", "issued_by", TU)},
            id="issued by the subject of the sentence",
        ),
        pytest.param(
            "Cụ thể hóa Nghị quyết số 36-NQ/TW ngày 22/10/2018, Tỉnh ủy ban hành Nghị quyết số 17-NQ/TU ngày 15/10/2021 về nghề cá, "
            "Hội đồng nhân dân tỉnh ban hành Nghị quyết số 19/NQ-HĐND ngày 08/4/2022.",
            {
                ("17-NQ/TU", "issued_by", TU),
                ("17-NQ/TU", "implements", "36-NQ/TW"),
                ("19/NQ-HĐND", "issued_by", HDND),
                ("19/NQ-HĐND", "implements", "36-NQ/TW"),
            },
            id="what several bodies issued to concretise one",
        ),
        pytest.param(
            "Có Kế hoạch số 318/KH-UBND ngày 06/5/2021 của UBND tỉnh.",
            {("318/KH-UBND", "issued_by", UBND)},
            id="issued by the body behind the code",
        ),
        pytest.param(
            "Quyết định số 21/QĐ-TTg ngày 08/01/2022 và Chỉ thị số 9/CT-TTg ngày 02/3/2022 của Thủ tướng Chính phủ.",
            {("21/QĐ-TTg", "issued_by", "Thủ tướng Chính phủ"), ("9/CT-TTg", "issued_by", "Thủ tướng Chính phủ")},
            id="one issuer for two",
        ),
        pytest.param("Triển khai Kế hoạch số 318/KH-UBND ngày 06/5/2021.", set(), id="no issuer in the text, no link"),
    ],
)
def test_issued_by(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    assert triples(outline_of(REPORT + OPENING + text + "\n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kế hoạch số 318/KH-UBND ngày 06/5/2021 về thực hiện Nghị quyết số 14-NQ/TU ngày 02/4/2021.",
            {("318/KH-UBND", "implements", "14-NQ/TU")},
            id="a plan carries out a resolution",
        ),
        pytest.param(
            "Kế hoạch số 77/KH-UBND ngày 01/8/2022 thực hiện Chương trình hành động số 22-CTr/TU ngày 05/7/2022 "
            "thực hiện Nghị quyết số 31-NQ/TW ngày 03/5/2022.",
            {("77/KH-UBND", "implements", "22-CTr/TU"), ("22-CTr/TU", "implements", "31-NQ/TW")},
            id="a chain",
        ),
        pytest.param(
            "Kế hoạch số 77/KH-UBND ngày 01/8/2022 triển khai Nghị quyết số 66/NQ-CP ngày 05/6/2022 và "
            "Nghị quyết số 31-NQ/TW ngày 03/5/2022.",
            {("77/KH-UBND", "implements", "66/NQ-CP"), ("77/KH-UBND", "implements", "31-NQ/TW")},
            id="one carries out two",
        ),
        pytest.param(
            "Chương trình hành động số 8-CTr/TU ngày 02/3/2021, Kế hoạch số 19-KH/TU ngày 04/4/2021 thực hiện "
            "Nghị quyết số 31-NQ/TW ngày 03/5/2020.",
            {("8-CTr/TU", "implements", "31-NQ/TW"), ("19-KH/TU", "implements", "31-NQ/TW")},
            id="two carry out one",
        ),
        pytest.param(
            "Nghị quyết số 14-NQ/TU ngày 02/4/2021 được cụ thể hóa bằng Quyết định số 512/QĐ-UBND ngày 12/3/2022.",
            {("512/QĐ-UBND", "implements", "14-NQ/TU")},
            id="made concrete by",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 31-NQ/TW ngày 03/5/2020, cấp ủy đã ban hành Kế hoạch số 19-KH/TU ngày 04/4/2021.",
            {("19-KH/TU", "implements", "31-NQ/TW")},
            id="what follows carries out what came first",
        ),
        pytest.param(
            "Kế hoạch số 318/KH-UBND ngày 06/5/2021; Nghị quyết số 14-NQ/TU ngày 02/4/2021.",
            set(),
            id="neighbours in a list",
        ),
        pytest.param(
            "Chỉ thị số 5-CT/TU ngày 06/5/2021 gắn với thực hiện Nghị quyết số 14-NQ/TU ngày 02/4/2021.",
            set(),
            id="gắn với is no arrow",
        ),
        pytest.param(
            "Thông tư số 12/2023/TT-BYT ngày 06/6/2023 sửa đổi, bổ sung Thông tư số 10/2021/TT-BYT.",
            {("12/2023/TT-BYT", "amends", "10/2021/TT-BYT")},
            id="amends",
        ),
        pytest.param(
            "Báo cáo số 45/BC-UBND ngày 17/8/2022 về rà soát văn bản theo Nghị quyết số 61/2022/QH15.",
            {("45/BC-UBND", "based_on", "61/2022/QH15")},
            id="rests on",
        ),
    ],
)
def test_between_documents(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    assert without(triples(outline_of(REPORT + OPENING + text + "\n")), "issued_by") == expected


ONG = "Đề án nuôi ong dưới tán rừng giai đoạn 2021-2025"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Quyết định số 512/QĐ-UBND ngày 12/3/2022 về việc phê duyệt {ONG}.",
            {(ONG, "established_by", "512/QĐ-UBND")},
            id="a decision approves a scheme",
        ),
        pytest.param(
            "Phê duyệt Đề án “Nuôi ong dưới tán rừng” tại Quyết định số 512/QĐ-UBND ngày 12/3/2022.",
            {("Đề án “Nuôi ong dưới tán rừng”", "established_by", "512/QĐ-UBND")},
            id="a scheme approved in a decision",
        ),
        pytest.param(
            "Đề án “Nuôi ong dưới tán rừng” (kèm theo Quyết định số 174-QĐ/TU ngày 15/7/2021).",
            {("Đề án “Nuôi ong dưới tán rừng”", "established_by", "174-QĐ/TU")},
            id="annexed to a decision",
        ),
        pytest.param(
            f"Kế hoạch số 318/KH-UBND ngày 06/5/2021 về triển khai thực hiện {ONG}.",
            {("318/KH-UBND", "implements", ONG)},
            id="a plan carries out a scheme",
        ),
        pytest.param(
            f"Kết luận số 40-KL/TU ngày 06/5/2023 về tiếp tục thực hiện {ONG}.",
            {("40-KL/TU", "implements", ONG)},
            id="a conclusion goes on with a scheme",
        ),
        pytest.param(
            "Quyết định số 88/QĐ-TTg ngày 01/4/2022 phê duyệt Chiến lược phát triển thủy lợi nhỏ đến năm 2030.",
            {("Chiến lược phát triển thủy lợi nhỏ đến năm 2030", "established_by", "88/QĐ-TTg")},
            id="a strategy",
        ),
        pytest.param(
            "Triển khai Chiến lược nghề rừng giai đoạn 2021-2030 theo Quyết định số 88/QĐ-TTg ngày 01/4/2022.",
            {("Chiến lược nghề rừng giai đoạn 2021-2030", "established_by", "88/QĐ-TTg")},
            id="a strategy with its decision behind it",
        ),
        pytest.param(
            "Vốn của tiểu dự án 2 - dự án 4 thuộc Chương trình MTQG giảm nghèo bền vững.",
            {
                (
                    "Tiểu dự án 2 - Dự án 4 (Chương trình mục tiêu quốc gia giảm nghèo bền vững)",
                    "part_of",
                    "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
                )
            },
            id="a numbered part",
        ),
        pytest.param(f"Quyết định số 512/QĐ-UBND ngày 12/3/2022; {ONG}.", set(), id="side by side"),
    ],
)
def test_documents_and_programmes(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    assert without(triples(outline_of(REPORT + OPENING + text + "\n")), "issued_by") == expected


def section(body: str, title: str = "1. Chương trình trồng rừng gỗ lớn") -> str:
    return REPORT + OPENING + f"II- CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM\n\n{title}\n\n{body}\n"


RUNG = "Chương trình trồng rừng gỗ lớn"
SNN, STC = "Sở Nông nghiệp và Môi trường tỉnh Sơn Bình", "Sở Tài chính tỉnh Sơn Bình"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Đã ban hành Nghị quyết số 14-NQ/TU ngày 02/4/2021 để thực hiện Chương trình.",
            {("14-NQ/TU", "implements", RUNG)},
            id="a document of the term in the section",
        ),
        pytest.param(
            "Đã ban hành Nghị quyết số 4-NQ/TU ngày 02/4/2016 từ nhiệm kỳ trước.", set(), id="older than the term"
        ),
        pytest.param("Thực hiện nghiêm Nghị định số 8/2021/NĐ-CP.", set(), id="a document of the centre"),
        pytest.param(
            "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính, Hội Nông dân tỉnh cấp giống.",
            {
                (RUNG, "responsible", SNN),
                (RUNG, "coordinates", STC),
                (RUNG, "coordinates", "Hội Nông dân tỉnh Sơn Bình"),
            },
            id="lead and those who join",
        ),
        pytest.param(
            "Giao Sở Nông nghiệp và Môi trường chủ trì tham mưu cơ chế.",
            {(RUNG, "responsible", SNN)},
            id="giao",
        ),
        pytest.param(
            "Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính xây dựng Đề án cây gỗ lớn bản địa.",
            {
                ("Đề án cây gỗ lớn bản địa", "responsible", SNN),
                ("Đề án cây gỗ lớn bản địa", "coordinates", STC),
                ("Đề án cây gỗ lớn bản địa", "part_of", RUNG),
            },
            id="both for the scheme that they make, which is part of the programme",
        ),
        pytest.param(
            "Sở Tài chính là cơ quan thường trực, cùng Sở Nông nghiệp và Môi trường tổ chức thực hiện Đề án cây gỗ lớn bản địa.",
            {
                ("Đề án cây gỗ lớn bản địa", "responsible", STC),
                ("Đề án cây gỗ lớn bản địa", "coordinates", SNN),
            },
            id="the standing body of a scheme, and who carries it out with it",
        ),
        pytest.param(
            "Giao Sở Tài chính chủ trì, chỉ đạo Sở Nông nghiệp và Môi trường, Hội Nông dân tỉnh rà soát đất rừng.",
            {
                (RUNG, "responsible", STC),
                (RUNG, "coordinates", SNN),
                (RUNG, "coordinates", "Hội Nông dân tỉnh Sơn Bình"),
            },
            id="leads and directs others",
        ),
        pytest.param(
            "Cấp giống cho các hộ. (Sở Tài chính chủ trì; Sở Nông nghiệp và Môi trường, UBND các huyện phối hợp).",
            {(RUNG, "responsible", STC), (RUNG, "coordinates", SNN)},
            id="a body in a list that ends with a group",
        ),
        pytest.param(
            "Sở Tài chính, Sở Nông nghiệp và Môi trường chủ trì cấp giống.",
            {(RUNG, "responsible", STC), (RUNG, "responsible", SNN)},
            id="two that lead together",
        ),
        pytest.param(
            "Sở Tài chính và Sở Nông nghiệp và Môi trường phối hợp nghiệm thu.",
            {(RUNG, "coordinates", STC), (RUNG, "coordinates", SNN)},
            id="phối hợp behind the bodies",
        ),
        pytest.param(
            "Thành lập Ban Chỉ đạo phát triển rừng gỗ lớn tỉnh.",
            {(RUNG, "responsible", "Ban Chỉ đạo phát triển rừng gỗ lớn tỉnh Sơn Bình")},
            id="a steering committee",
        ),
        pytest.param(
            "Triển khai Dự án vườn ươm Nậm Sơn cho các xã.",
            {("Dự án vườn ươm Nậm Sơn", "part_of", RUNG)},
            id="a project in the section",
        ),
        pytest.param("Sở Tài chính đã cấp đủ kinh phí.", set(), id="a body that neither leads nor joins"),
    ],
)
def test_in_the_section_of_a_programme(outline_of: Callable[..., Outline], body: str, expected: set[Triple]) -> None:
    assert without(triples(outline_of(section(body))), "issued_by", "reports_indicator", "has_target") == expected


def test_a_breakthrough_rests_on_the_document_behind_its_name(outline_of: Callable[..., Outline]) -> None:
    text = "III- CÁC KHÂU ĐỘT PHÁ\n\n1. Đột phá về nuôi ong lấy mật theo Nghị quyết số 9-NQ/TU, ngày 02/4/2021.\n2. Đột phá về hạ tầng chợ nông thôn.\n"
    found = triples(outline_of(REPORT + OPENING + text))
    assert ("Đột phá về nuôi ong lấy mật", "based_on", "9-NQ/TU") in found


def test_a_programme_rests_on_the_document_that_it_mainly_carries_out(outline_of: Callable[..., Outline]) -> None:
    text = "III- CÁC CHƯƠNG TRÌNH TRỌNG TÂM\n\n1. Chương trình số hóa chợ quê, trọng tâm là thực hiện Nghị quyết số 9-NQ/TU: 80% sạp hàng nhận thanh toán số.\n2. Chương trình giữ nghề gốm.\n"
    found = triples(outline_of(REPORT + OPENING + text))
    assert ("Chương trình số hóa chợ quê", "based_on", "9-NQ/TU") in found


def test_results_of_a_section(outline_of: Callable[..., Outline]) -> None:
    found = triples(outline_of(section("Năm 2022, tỷ lệ che phủ rừng đạt 54,1%.")))
    assert [t for t in found if t[1] == "reports_indicator"] == [(RUNG, "reports_indicator", "Tỷ lệ che phủ rừng")]


def test_results_outside_belong_to_no_programme(outline_of: Callable[..., Outline]) -> None:
    text = REPORT + OPENING + "I- TÌNH HÌNH KINH TẾ\n\nNăm 2022, tỷ lệ che phủ rừng đạt 54,1%.\n"
    assert not [t for t in triples(outline_of(text)) if t[1] == "reports_indicator"]


def test_an_annex_belongs_to_no_section_before_it(outline_of: Callable[..., Outline]) -> None:
    table = "| TT | Chỉ tiêu | Đơn vị | Mục tiêu năm 2025 |\n|---|---|---|---|\n| 1 | Tỷ lệ đô thị hóa | % | 35 |\n| 2 | Tỷ lệ hộ nghèo | % | 4 |\n"
    text = section("Phấn đấu đến năm 2025 tỷ lệ che phủ rừng đạt 56%.")
    found = triples(outline_of(f"{text}\n## PHỤ LỤC\n\n{table}", "report.md"))
    assert {o for _, r, o in found if r in ("has_target", "reports_indicator")} <= {"Tỷ lệ che phủ rừng"}
    inside = triples(outline_of(f"{text}\n{table}", "report.md"))
    assert any(r == "has_target" and o == "Tỷ lệ đô thị hóa" for _, r, o in inside)


PLAN = """**ỦY BAN NHÂN DÂN**
**TỈNH SƠN BÌNH**

Số: 33/KH-UBND

*Sơn Bình, ngày 10 tháng 01 năm 2025*

**KẾ HOẠCH**

**Phát triển rừng gỗ lớn năm 2025**

"""


def test_what_a_plan_carries_out(outline_of: Callable[..., Outline]) -> None:
    text = (
        PLAN + "Thực hiện Nghị quyết số 14-NQ/TU ngày 02/4/2024 của Tỉnh ủy; Nghị quyết số 20/NQ-HĐND ngày 08/12/2024 "
        "của HĐND tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau.\n\nCác ngành cùng làm.\n"
    )
    assert {
        ("33/KH-UBND", "implements", "14-NQ/TU"),
        ("33/KH-UBND", "implements", "20/NQ-HĐND"),
        ("20/NQ-HĐND", "issued_by", HDND),
    } <= triples(outline_of(text, "plan.md"))


def test_what_a_plan_replaces(outline_of: Callable[..., Outline]) -> None:
    text = (
        PLAN
        + "Ủy ban nhân dân tỉnh ban hành Kế hoạch này.\n\nKế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 09/01/2024.\n"
    )
    assert ("33/KH-UBND", "amends", "12/KH-UBND") in triples(outline_of(text, "plan.md"))


CONCLUSION = """TỈNH ỦY SƠN BÌNH
*
Số 31-KL/TU
Sơn Bình, ngày 20 tháng 7 năm 2023

KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về điều chỉnh một số văn bản
-----

Ban Thường vụ Tỉnh ủy kết luận như sau.

"""


@pytest.mark.parametrize(
    ("text", "amended"),
    [
        pytest.param(
            "1. Sửa đổi, bổ sung điểm b khoản 2 Mục II Nghị quyết số 6-NQ/TU ngày 02/4/2021 của Tỉnh ủy như sau: “Có 3 chợ”.",
            {"6-NQ/TU"},
            id="a-point-of-a-resolution",
        ),
        pytest.param(
            "2. Kết luận này thay thế Kết luận số 8-KL/TU ngày 02/3/2022; bãi bỏ Mục III Thông báo số 9-TB/TU ngày 09/9/2022.",
            {"8-KL/TU", "9-TB/TU"},
            id="replaces-one-repeals-part-of-another",
        ),
        pytest.param(
            "3. Giao Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo sửa đổi Nghị quyết số 41/NQ-HĐND ngày 08/12/2020.",
            set(),
            id="others-are-to-amend",
        ),
    ],
)
def test_what_a_conclusion_amends(outline_of: Callable[..., Outline], text: str, amended: set[str]) -> None:
    found = triples(outline_of(CONCLUSION + text + "\n"))
    assert {o for s, r, o in found if (s, r) == ("31-KL/TU", "amends")} == amended
    assert ("31-KL/TU", "issued_by", "Ban Thường vụ Tỉnh ủy Sơn Bình") in found or not amended


def test_who_owns_a_work(outline_of: Callable[..., Outline]) -> None:
    table = (
        "| TT | Công trình, dự án | Tổng mức đầu tư (tỷ đồng) | Chủ đầu tư |\n|---|---|---|---|\n"
        "| 1 | Dự án Kè bờ suối Nậm Sơn | 12 | Sở Xây dựng |\n| 2 | Dự án Chợ nông sản huyện | 30 | |\n"
    )
    found = triples(outline_of(f"{PLAN}Các công trình của tỉnh theo biểu dưới đây.\n\n{table}", "plan.md"))
    leads = {t for t in found if t[1] == "responsible"}
    assert leads == {("Dự án Kè bờ suối Nậm Sơn", "responsible", "Sở Xây dựng tỉnh Sơn Bình")}


def test_table_of_tasks(outline_of: Callable[..., Outline]) -> None:
    table = (
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp |\n|---|---|---|---|\n"
        "| 1 | Đề án vườn ươm cây gỗ lớn | Sở Nông nghiệp và Môi trường | Sở Tài chính; UBND xã Nậm Sơn |\n"
        "| 2 | Kiểm tra giống lưu hành | Công an tỉnh | các sở, ngành |\n"
    )
    text = PLAN + "Ủy ban nhân dân tỉnh phân công nhiệm vụ cho các cơ quan theo biểu dưới đây.\n\n" + table
    scheme = "Đề án vườn ươm cây gỗ lớn"
    assert {
        (scheme, "responsible", SNN),
        (scheme, "coordinates", STC),
        (scheme, "coordinates", "Ủy ban nhân dân xã Nậm Sơn"),
        ("Kiểm tra giống lưu hành", "responsible", "Công an tỉnh Sơn Bình"),
        ("Kiểm tra giống lưu hành", "coordinates", "Các sở, ngành tỉnh Sơn Bình"),
    } == {t for t in triples(outline_of(text, "plan.md")) if t[1] in ("responsible", "coordinates")}


DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH

Số: 512/QĐ-UBND

Sơn Bình, ngày 12 tháng 3 năm 2022

QUYẾT ĐỊNH
Phê duyệt Đề án nuôi ong dưới tán rừng giai đoạn 2021-2025

Căn cứ Nghị định số 98/2018/NĐ-CP ngày 05/7/2018 của Chính phủ về liên kết sản xuất;

Căn cứ Nghị quyết số 14-NQ/TU ngày 30/9/2021 của Tỉnh ủy;

QUYẾT ĐỊNH:

Điều 1. Phê duyệt Đề án nuôi ong dưới tán rừng giai đoạn 2021-2025.

Điều 2. Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính tổ chức thực hiện.
"""


@pytest.mark.parametrize(
    "triple",
    [
        pytest.param(("512/QĐ-UBND", "based_on", "98/2018/NĐ-CP"), id="rests on a decree"),
        pytest.param(("512/QĐ-UBND", "based_on", "14-NQ/TU"), id="rests on a resolution"),
        pytest.param((ONG, "established_by", "512/QĐ-UBND"), id="establishes the scheme"),
        pytest.param(("512/QĐ-UBND", "responsible", SNN), id="gives the lead"),
        pytest.param(("512/QĐ-UBND", "coordinates", STC), id="names who joins"),
        pytest.param(("512/QĐ-UBND", "issued_by", UBND), id="its own issuer"),
    ],
)
def test_decision(outline_of: Callable[..., Outline], triple: Triple) -> None:
    assert triple in triples(outline_of(DECISION))


def test_annex_lists_what_carries_out_a_resolution(outline_of: Callable[..., Outline]) -> None:
    text = (
        REPORT
        + OPENING
        + "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV được cụ thể hóa bằng 02 nghị quyết, đề án (Phụ lục 1).\n\n"
        "Phụ lục 1\nCÁC NGHỊ QUYẾT, ĐỀ ÁN CỦA TỈNH ỦY\n\nSTT Số, ký hiệu Ngày văn bản Trích yếu\n\n"
        "1 Số 14-NQ/TU 02/4/2021\nNghị quyết của Ban Thường vụ Tỉnh ủy về trồng rừng gỗ lớn.\n\n"
        "2 Số 15-NQ/TU 05/5/2021\nNghị quyết của Tỉnh ủy về học bạ số.\n"
    )
    found = triples(outline_of(text))
    assert {s for s, r, _ in found if r == "implements"} == {"14-NQ/TU", "15-NQ/TU"}
    assert ("14-NQ/TU", "issued_by", "Ban Thường vụ Tỉnh ủy Sơn Bình") in found


@pytest.mark.parametrize(
    ("opening", "relation"),
    [
        pytest.param("Nghị quyết số 31-NQ/TW ngày 03/5/2020", "implements", id="a report carries out a resolution"),
        pytest.param("Kế hoạch số 31-KH/TW ngày 03/5/2020", "based_on", id="it rests on the plan that asked for it"),
    ],
)
def test_what_a_report_opens_with(outline_of: Callable[..., Outline], opening: str, relation: str) -> None:
    text = f"Thực hiện {opening}, Tỉnh ủy Sơn Bình báo cáo kết quả như sau:\n\nI. KẾT QUẢ\n\nĐã trồng rừng.\n"
    own = {(r, o.split("-")[0]) for s, r, o in triples(outline_of(REPORT + text)) if s == SOURCE}
    assert own == {(relation, "31")}


def test_every_link_quotes_its_words(outline_of: Callable[..., Outline]) -> None:
    text = section(
        "Sở Nông nghiệp và Môi trường chủ trì cấp giống theo Nghị quyết số 14-NQ/TU ngày 02/4/2021 của Tỉnh ủy."
    )
    outline = outline_of(text)
    links = list(find_facts(outline, LEXICON).of(Link))
    assert links
    assert all(x.evidence.quote and 1 <= x.evidence.line <= outline.report.lines[-1].number for x in links)


def test_each_link_once(outline_of: Callable[..., Outline]) -> None:
    text = (
        REPORT
        + OPENING
        + "Nghị quyết số 14-NQ/TU của Tỉnh ủy có hiệu lực.\n\nNghị quyết số 14-NQ/TU của Tỉnh ủy đi vào cuộc sống.\n"
    )
    links = [x for x in find_facts(outline_of(text), LEXICON).of(Link) if x.subject == "14-NQ/TU"]
    assert len(links) == 1


WORK = (
    PLAN
    + """Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau đây.

**I. NHIỆM VỤ TRỌNG TÂM**

**1. Phát triển vườn ươm**

Triển khai Đề án vườn ươm cây gỗ lớn giai đoạn 2024 - 2028 tại các xã.

**II. TỔ CHỨC THỰC HIỆN**

"""
)
TASK = "Kiểm tra giống lưu hành"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param("1. Sở Tài chính: kiểm tra giống lưu hành.", {(TASK, "responsible", STC)}, id="body and colon"),
        pytest.param(
            "1. Sở Tài chính chủ trì, phối hợp các sở, ngành, UBND các huyện tổng hợp, đánh giá việc thực hiện Kế hoạch.",
            {
                ("Tổng hợp, đánh giá việc thực hiện Kế hoạch", "responsible", STC),
                ("Tổng hợp, đánh giá việc thực hiện Kế hoạch", "coordinates", "Các sở, ngành tỉnh Sơn Bình"),
                (
                    "Tổng hợp, đánh giá việc thực hiện Kế hoạch",
                    "coordinates",
                    "Ủy ban nhân dân các huyện tỉnh Sơn Bình",
                ),
            },
            id="partners by their kinds are no part of the task",
        ),
        pytest.param(
            "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Nông nghiệp và Môi trường kiểm tra giống lưu hành.",
            {(TASK, "responsible", STC), (TASK, "coordinates", SNN)},
            id="lead and partner",
        ),
        pytest.param(
            "1. Sở Tài chính và các cơ quan báo chí phối hợp với Sở Nông nghiệp và Môi trường, các địa phương kiểm tra giống lưu hành.",
            {(TASK, "responsible", STC), (TASK, "coordinates", SNN)},
            id="others named by their work",
        ),
        pytest.param(
            "1. Sở Tài chính chủ trì, phối hợp với Sở Nông nghiệp và Môi trường, Ủy ban nhân dân huyện, thành phố kiểm tra giống lưu hành.",
            {
                (TASK, "responsible", STC),
                (TASK, "coordinates", SNN),
                (TASK, "coordinates", "Ủy ban nhân dân các huyện, thành phố tỉnh Sơn Bình"),
            },
            id="local authorities named together without a plural",
        ),
        pytest.param(
            "1. Sở Tài chính chủ trì tổng hợp kết quả kiểm tra giống lưu hành báo cáo Ủy ban nhân dân tỉnh, trình Bộ Tài chính.",
            {("Tổng hợp kết quả kiểm tra giống lưu hành", "responsible", STC)},
            id="without whom it is told",
        ),
        pytest.param(
            "1. Sở Tài chính phối hợp với Sở Nông nghiệp và Môi trường kiểm tra giống lưu hành.",
            {(TASK, "responsible", STC), (TASK, "coordinates", SNN)},
            id="the body that works with another does the work",
        ),
        pytest.param(
            "1. Đề nghị Hội Nông dân tỉnh phối hợp kiểm tra giống lưu hành.",
            {(TASK, "coordinates", "Hội Nông dân tỉnh Sơn Bình")},
            id="asked to help",
        ),
        pytest.param(
            "1. Sở Tài chính tổ chức triển khai thực hiện Kế hoạch.",
            {("33/KH-UBND", "responsible", STC)},
            id="the whole document",
        ),
        pytest.param(
            "1. Sở Tài chính là cơ quan thường trực, đôn đốc các xã; báo cáo Ủy ban nhân dân tỉnh.",
            {("33/KH-UBND", "responsible", STC)},
            id="standing body",
        ),
        pytest.param(
            "1. Sở Tài chính theo dõi, đôn đốc, báo cáo Ủy ban nhân dân tỉnh.",
            {("Theo dõi, đôn đốc thực hiện Kế hoạch", "responsible", STC)},
            id="what is watched goes without saying",
        ),
        pytest.param(
            "1. UBND các xã, phường: kiểm tra giống lưu hành trước ngày 31/3/2025.",
            {(TASK, "responsible", "Ủy ban nhân dân các xã, phường tỉnh Sơn Bình")},
            id="a group, without the deadline",
        ),
    ],
)
def test_the_part_that_hands_out_the_work(outline_of: Callable[..., Outline], item: str, expected: set[Triple]) -> None:
    found = triples(outline_of(f"{WORK}{item}\n\n2. Công an tỉnh: giữ gìn trật tự.\n", "plan.md"))
    own = {t for t in found if t[1] in ("responsible", "coordinates") and not t[2].startswith("Công an")}
    assert own == expected


TASKS = (
    PLAN
    + "Ủy ban nhân dân tỉnh ban hành Kế hoạch này.\n\n**I. NHIỆM VỤ TRỌNG TÂM**\n\n**1. Phát triển hạ tầng số**\n\n"
)
CENTRE = "Dự án Trung tâm dữ liệu tỉnh Sơn Bình"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Triển khai {CENTRE} trong năm 2025. Giao Sở Tài chính chủ trì, phối hợp với Sở Nông nghiệp và Môi trường.",
            {(CENTRE, "responsible", STC), (CENTRE, "coordinates", SNN)},
            id="the project of the sentence before",
        ),
        pytest.param(
            f"Khởi công {CENTRE} trong năm 2026. Sở Tài chính chủ trì.",
            {(CENTRE, "responsible", STC)},
            id="who leads, alone",
        ),
        pytest.param(
            f"Triển khai {CENTRE}. Giao Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Sở Tài chính chủ trì, phối hợp với Sở Nông "
            "nghiệp và Môi trường thực hiện; hoàn thành trong quý II/2026.",
            {(CENTRE, "responsible", STC), (CENTRE, "coordinates", SNN)},
            id="through a Party committee, with a date",
        ),
        pytest.param(
            f"Triển khai {CENTRE}. Giao Sở Tài chính chủ trì rà soát quỹ đất công.",
            {("Phát triển hạ tầng số", "responsible", STC)},
            id="a task of its own is not the project's",
        ),
        pytest.param(
            "Sở Tài chính chủ trì triển khai Đề án chợ quê số giai đoạn 2025 - 2028.",
            {("Đề án chợ quê số giai đoạn 2025 - 2028", "responsible", STC)},
            id="leads a scheme",
        ),
        pytest.param(
            "Sở Tài chính xây dựng Đề án chợ quê số giai đoạn 2025 - 2028, trình trong quý IV.",
            {("Đề án chợ quê số giai đoạn 2025 - 2028", "responsible", STC)},
            id="makes a scheme",
        ),
    ],
)
def test_who_does_a_work(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    found = triples(outline_of(TASKS + text + "\n", "plan.md"))
    assert {t for t in found if t[1] in ("responsible", "coordinates")} == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(
            "Xây dựng Đề án chợ quê số, phấn đấu đến năm 2028 có 90% chợ bán hàng trực tuyến.",
            "Đề án chợ quê số",
            id="what a scheme is made for",
        ),
        pytest.param(
            "Xây dựng Đề án chợ quê số, mục tiêu đến năm 2028 có 90% chợ bán hàng trực tuyến.",
            "Đề án chợ quê số",
            id="the aim behind the name of a scheme",
        ),
        pytest.param(
            "Xây dựng Đề án chợ quê số; phấn đấu đến năm 2028 có 90% thôn phủ sóng.",
            "Phát triển hạ tầng số",
            id="another task",
        ),
    ],
)
def test_targets_of_a_scheme_among_the_tasks(outline_of: Callable[..., Outline], text: str, subject: str) -> None:
    found = triples(outline_of(TASKS + text + "\n", "plan.md"))
    assert [t[0] for t in found if t[1] == "has_target"] == [subject]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Bám sát Nghị quyết số 57-NQ/TW của Bộ Chính trị; mở lớp học.", ["57-NQ/TW"], id="kept close to"),
        pytest.param("Thực hiện Quyết định số 31/QĐ-TTg của Thủ tướng Chính phủ.", ["31/QĐ-TTg"], id="a decision"),
        pytest.param(
            "Cụ thể hóa các nghị quyết của Bộ Chính trị: số 71-NQ/TW về giáo dục; số 72-NQ/TW về y tế.",
            ["71-NQ/TW", "72-NQ/TW"],
            id="a list under one noun",
        ),
        pytest.param(
            "Thực hiện nghiêm các quy định về quản lý dữ liệu, Nghị quyết Trung ương 5 khóa XI, khóa XII và Kết luận số 61-KL/TW về dữ liệu.",
            ["61-KL/TW"],
            id="behind others without a number",
        ),
    ],
)
def test_what_a_task_carries_out(outline_of: Callable[..., Outline], text: str, codes: list[str]) -> None:
    found = triples(outline_of(TASKS + text + "\n", "plan.md"))
    assert sorted(t[2] for t in found if t[:2] == ("Phát triển hạ tầng số", "implements")) == codes


def test_a_scheme_in_a_task_group_is_part_of_it(outline_of: Callable[..., Outline]) -> None:
    found = triples(outline_of(WORK + "1. Sở Tài chính: cấp vốn.\n", "plan.md"))
    assert [t[2] for t in found if t[1] == "part_of"] == ["Phát triển vườn ươm"]


def test_a_national_programme_in_a_task_group_is_part_of_it(outline_of: Callable[..., Outline]) -> None:
    text = TASKS + "Tiếp tục thực hiện tốt Chương trình mục tiêu quốc gia xây dựng nông thôn mới.\n"
    found = triples(outline_of(text, "plan.md"))
    whole = ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới", "part_of", "Phát triển hạ tầng số")
    assert whole in found


PARTS = (
    PLAN.replace("Phát triển rừng gỗ lớn", "Thực hiện Chương trình MTQG giảm nghèo bền vững")
    + """Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau đây.

**I. NỘI DUNG CÁC DỰ ÁN**

**1. Dự án 1: Hỗ trợ sinh kế các xã vùng lòng hồ**

a) Tiểu dự án 2: Nuôi ong dưới tán rừng

- Cơ quan chủ trì: Sở Tài chính; phối hợp: Sở Nông nghiệp và Môi trường.

**II. KINH PHÍ**

Do ngân sách tỉnh bảo đảm.
"""
)


def test_numbered_projects_of_a_programme(outline_of: Callable[..., Outline]) -> None:
    whole, first = "Chương trình mục tiêu quốc gia giảm nghèo bền vững", "Dự án 1: Hỗ trợ sinh kế các xã vùng lòng hồ"
    part = "Tiểu dự án 2: Nuôi ong dưới tán rừng (Dự án 1)"
    found = without(triples(outline_of(PARTS, "plan.md")), "issued_by")
    carried = {(s, r) for s, r, o in found if o.startswith(whole)}
    assert carried == {("33/KH-UBND", "implements"), (first, "part_of")}
    assert {(part, "part_of", first), (part, "responsible", STC), (part, "coordinates", SNN)} <= found


def test_grounds_go_on_behind_an_issuer_with_a_title(outline_of: Callable[..., Outline]) -> None:
    """What a document is about ("về ... tổ chức ...") is not what its second issuer does."""
    text = (
        PLAN
        + "Căn cứ Kết luận số 203-KL/TW ngày 28/10/2024 của Bộ Chính trị, Ban Bí thư về hoàn thiện tổ chức bộ máy; "
        "Quyết định số 94/QĐ-TTg ngày 21/9/2023 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch:\n\nCác ngành cùng làm.\n"
    )
    found = triples(outline_of(text, "plan.md"))
    assert {o for s, r, o in found if (s, r) == ("33/KH-UBND", "based_on")} == {"203-KL/TW", "94/QĐ-TTg"}


def test_each_ground_by_its_own_word(outline_of: Callable[..., Outline]) -> None:
    text = (
        PLAN + "Căn cứ Nghị định số 98/2018/NĐ-CP ngày 05/7/2018 của Chính phủ; thực hiện Nghị quyết số 14-NQ/TU ngày "
        "02/4/2024 của Tỉnh ủy; xét đề nghị của Sở Tài chính tại Tờ trình số 45/TTr-STC ngày 10/01/2025, Ủy ban nhân "
        "dân tỉnh ban hành Kế hoạch với các nội dung sau:\n\nCác ngành cùng làm.\n"
    )
    own = {(r, o) for s, r, o in triples(outline_of(text, "plan.md")) if s == "33/KH-UBND" and r != "issued_by"}
    assert own == {("based_on", "98/2018/NĐ-CP"), ("implements", "14-NQ/TU"), ("based_on", "45/TTr-STC")}


ANNEXED = """
II. NHIỆM VỤ, GIẢI PHÁP

1. Phát triển kinh tế rừng gắn với chế biến

Phấn đấu đến năm 2025 trồng mới 1.200 ha rừng.

{behind}
| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu đến năm 2025 |
|---|---|---|---|
| 1 | Tỷ lệ hộ nghèo | % | < 5 |
| 2 | Tỷ lệ xã đạt chuẩn nông thôn mới | % | 60 |
"""


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("PHỤ LỤC\nCÁC CHỈ TIÊU CHỦ YẾU CỦA TỈNH SƠN BÌNH\n", id="annex"),
        pytest.param(
            "Nơi nhận:\n- Lưu Văn phòng.\n\nT/M BAN THƯỜNG VỤ\n\nPHỤ LỤC\nCÁC CHỈ TIÊU CHỦ YẾU\n",
            id="annex-behind-signature",
        ),
        pytest.param("BIỂU SỐ 01: CÁC CHỈ TIÊU CHỦ YẾU\n", id="table-of-its-own"),
    ],
)
def test_the_last_task_ends_before_the_annex(behind: str, outline_of: Callable[..., Outline]) -> None:
    """A task group has the targets of its section, none of those in the annex behind it."""
    found = triples(outline_of(REPORT + OPENING + ANNEXED.format(behind=behind)))
    task = "Phát triển kinh tế rừng gắn với chế biến"
    assert {t[2] for t in found if t[:2] == (task, "has_target")} == {"Diện tích rừng trồng mới"}


LISTED = """II. CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM

(1) Kết luận của Tỉnh ủy về đẩy mạnh thực hiện Nghị quyết số 07-NQ/TU, ngày 17/6/2021 của Tỉnh ủy về nghề chè.

(2) Xây dựng Nghị quyết của Tỉnh ủy về phát triển nghề dệt ở các xã vùng cao.
"""


def test_documents_among_the_key_programmes(outline_of: Callable[..., Outline]) -> None:
    """Who issues a resolution that a list of programmes names, and the resolution that a conclusion carries on."""
    found = triples(outline_of(REPORT + OPENING + LISTED))
    conclusion = next(t[0] for t in found if t[0].startswith("Kết luận của Tỉnh ủy"))
    resolution = "Nghị quyết của Tỉnh ủy về phát triển nghề dệt ở các xã vùng cao"
    assert (conclusion, "implements", "07-NQ/TU") in found
    assert {(conclusion, "issued_by", "Tỉnh ủy Sơn Bình"), (resolution, "issued_by", "Tỉnh ủy Sơn Bình")} <= found


SCHEMES = (
    "| TT | Tên đề án | Số, ký hiệu | Ngày ban hành | Cơ quan chủ trì | Kinh phí (tỷ đồng) |\n|---|---|---|---|---|---|\n"
    "| **A** | **Ủy ban nhân dân tỉnh** |  |  |  | **12** |\n"
    "| 1 | Đề án nuôi ong rừng bằng đõ gỗ, đõ đất tại các bản | 81/QĐ-UBND | 02/3/2021 | Sở Công Thương | 12 |\n"
)


def test_a_list_of_schemes_with_their_documents(outline_of: Callable[..., Outline]) -> None:
    """The number beside a scheme sets it up, the head of the group issued it, the title says what it carries out."""
    text = (
        f"{REPORT}{OPENING}I. KẾT QUẢ\n\nTỉnh ủy quán triệt Nghị quyết số 14-NQ/TW, ngày 03/5/2020.\n\n"
        f"**PHỤ LỤC 2**\n\n**CÁC ĐỀ ÁN BAN HÀNH ĐỂ THỰC HIỆN NGHỊ QUYẾT 14**\n\n{SCHEMES}"
    )
    scheme, found = "Đề án nuôi ong rừng bằng đõ gỗ, đõ đất tại các bản", triples(outline_of(text, "bao-cao.md"))
    assert {
        (scheme, "established_by", "81/QĐ-UBND"),
        ("81/QĐ-UBND", "issued_by", UBND),
        ("81/QĐ-UBND", "implements", "14-NQ/TW"),
    } <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tỉnh ủy quán triệt Nghị quyết số 14-NQ/TW, ngày 03/5/2020. Tỉnh ủy ban hành Chương trình hành động số 27-CTr/TU, ngày 02/8/2020 thực hiện Nghị quyết 14.",
            ("27-CTr/TU", "implements", "14-NQ/TW"),
            id="a document called by its number alone",
        ),
        pytest.param(
            "- Ủy ban nhân dân tỉnh:\n    - Ban hành Kế hoạch số 66/KH-UBND, ngày 02/9/2020 về nuôi ong.",
            ("66/KH-UBND", "issued_by", UBND),
            id="the head of a list issues what its items name",
        ),
    ],
)
def test_names_that_lean_on_the_text_around(outline_of: Callable[..., Outline], text: str, expected: Triple) -> None:
    assert expected in triples(outline_of(f"{REPORT}{OPENING}I. KẾT QUẢ\n\n{text}\n", "bao-cao.md"))


def test_what_a_report_reviews_by_its_title(outline_of: Callable[..., Outline]) -> None:
    """It carries out the resolution that it reviews; what the letter asks about in its own title it does not rest on."""
    report = REPORT.replace(
        "Sơ kết việc làm theo Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020-2025",
        "Sơ kết 03 năm thực hiện Nghị quyết số 14-NQ/TW của Bộ Chính trị",
    )
    text = "Thực hiện Công văn số 9-CV/VPTW, ngày 03/5/2023 về việc báo cáo sơ kết Nghị quyết số 14-NQ/TW, Tỉnh ủy báo cáo như sau:\n\nI. KẾT QUẢ\n\nĐã trồng rừng.\n"
    own = {(r, o) for s, r, o in triples(outline_of(report + text)) if s == SOURCE}
    assert own == {("implements", "14-NQ/TW"), ("based_on", "9-CV/VPTW")}


def test_results_of_breakthroughs_in_one_line(outline_of: Callable[..., Outline]) -> None:
    text = (
        "I. KẾT QUẢ\n\n1. Các khâu đột phá\n\n(1) Đột phá về hạ tầng nông thôn: làm mới 146 km đường xã; (2) Đột phá về "
        "chuyển đổi số: 64% hồ sơ nộp trực tuyến; (3) Đột phá về nguồn nhân lực: mở 12 lớp tin học.\n"
    )
    links = [x for x in find_facts(outline_of(REPORT + OPENING + text), LEXICON).of(Link) if "Đột phá" in x.subject]
    assert {(x.subject, x.evidence.quote) for x in links if x.relation == "reports_indicator"} == {
        ("Đột phá về hạ tầng nông thôn", "làm mới 146 km đường xã"),
        ("Đột phá về chuyển đổi số", "64% hồ sơ nộp trực tuyến"),
        ("Đột phá về nguồn nhân lực", "mở 12 lớp tin học"),
    }
