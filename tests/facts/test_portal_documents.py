"""Decisions and plans as legal portals print them: letterheads cell by cell, lost lines of genre and title, torn words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Link, Outline, Source

LEXICON = read_lexicon()

BARRED = """UỶ BAN NHÂN
DÂN
TỈNH SƠN BÌNH
--------
|
CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: {code}
|
Sơn Bình, ngày
14 tháng 9 năm 2031
|
"""
ROW = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 61/QĐ-UBND | Sơn Bình, ngày 14 tháng 9 năm 2031 |
"""
CELLS = """ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM |
Số: 61/KH-UBND |
Sơn Bình, ngày 14 tháng 9 năm 2031 |
"""
KNOWN = """Kế hoạch 61/KH-UBND năm 2031 nuôi ong rừng
Số hiệu | 61/KH-UBND |
Loại văn bản | Kế hoạch |
Người ký | Lò Văn Tấn |
"""
GROUNDS = """Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2030;
Căn cứ Nghị quyết số 19/NQ-HĐND ngày 08/4/2031 của Hội đồng nhân dân tỉnh về nghề rừng;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Đề án nuôi ong dưới tán rừng, chế biến mật ong giai đoạn 2031-2035 với các nội dung sau:
1. Mục tiêu chung là giữ rừng và tăng thu nhập cho người dân ở các xã vùng cao của tỉnh trong những năm tới.
"""
UBND = "Ủy ban nhân dân tỉnh Sơn Bình"

Head = tuple[str, str | None, str | None, str | None, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BARRED.format(code="61/QĐ-UBND")
            + "QUYẾT ĐỊNH\nVỀ VIỆC PHÊ DUYỆT ĐỀ ÁN NUÔI ONG DƯỚI TÁN RỪNG\nCỦA TỈNH SƠN BÌNH\nỦY\nBAN NHÂN DÂN TỈNH SƠN BÌNH\nCăn\ncứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2030;\n"
            + GROUNDS.split("\n", 1)[1],
            (
                "Quyết định",
                "61/QĐ-UBND",
                "2031-09-14",
                UBND,
                "Về việc phê duyệt đề án nuôi ong dưới tán rừng của tỉnh Sơn Bình",
            ),
            id="cells between bars, each over several lines, and a first word torn off",
        ),
        pytest.param(
            BARRED.format(code="61/KH-UBND")
            + "KẾ HOẠCH\nPHÁT TRIỂN NGHỀ NUÔI ONG DƯỚI TÁN RỪNG\nTRÊN ĐỊA BÀN TỈNH SƠN BÌNH\nThực hiện Quyết định số\n15/QĐ-TTg ngày 02/4/2031 của Thủ tướng Chính phủ về nghề ong,\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC TIÊU\nNghề nuôi ong giúp người dân vùng cao có thêm thu nhập, giữ được rừng và nguồn nước.\n",
            (
                "Kế hoạch",
                "61/KH-UBND",
                "2031-09-14",
                UBND,
                "Phát triển nghề nuôi ong dưới tán rừng trên địa bàn tỉnh Sơn Bình",
            ),
            id="the text begins with a short line below the title",
        ),
        pytest.param(
            ROW + "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH\n" + GROUNDS,
            (
                "Quyết định",
                "61/QĐ-UBND",
                "2031-09-14",
                UBND,
                "Phê duyệt Đề án nuôi ong dưới tán rừng, chế biến mật ong giai đoạn 2031-2035",
            ),
            id="no line of genre and title: the number and the first article tell",
        ),
        pytest.param(
            KNOWN
            + CELLS
            + "PHÁT TRIỂN NGHỀ NUÔI ONG DƯỚI TÁN RỪNG CỦA TỈNH SƠN BÌNH\nThực hiện Quyết định số 15/QĐ-TTg ngày 02/4/2031 của Thủ tướng Chính phủ về nghề ong, Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển nghề nuôi ong với những nội dung chủ yếu như sau:\n",
            ("Kế hoạch", "61/KH-UBND", "2031-09-14", UBND, "Phát triển nghề nuôi ong dưới tán rừng của tỉnh Sơn Bình"),
            id="the title in capitals below the number, below what the page knows about the document",
        ),
        pytest.param(
            BARRED.format(code="61/BC-LĐTBXH").replace(
                "UỶ BAN NHÂN\nDÂN\nTỈNH SƠN BÌNH", "BỘ\nLAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI"
            )
            + "BÁO CÁO\nKẾT QUẢ DẠY NGHỀ CHO THANH NIÊN NÔNG THÔN NĂM 2030\nCăn cứ Quyết định số 15/QĐ-TTg ngày 02/4/2031 của Thủ tướng Chính phủ, Bộ báo cáo như sau:\nNghề dạy cho thanh niên đã giúp nhiều người có việc làm ổn định ngay tại quê nhà.\n",
            (
                "Báo cáo",
                "61/BC-LĐTBXH",
                "2031-09-14",
                "Bộ Lao động - Thương binh và Xã hội",
                "Kết quả dạy nghề cho thanh niên nông thôn năm 2030",
            ),
            id="a ministry whose name is no commune",
        ),
    ],
)
def test_letterheads_of_portals(outline_of: Callable[..., Outline], text: str, expected: Head) -> None:
    source = next(iter(find_facts(outline_of(text), LEXICON).of(Source)))
    assert (source.genre, source.code, source.date, source.issuer, source.title) == expected


def test_the_grounds_are_paragraphs_of_their_own(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(ROW + "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH\n" + GROUNDS)
    links = {(x.relation, x.object) for x in find_facts(outline, LEXICON).of(Link) if x.subject == "61/QĐ-UBND"}
    assert links == {
        ("based_on", "Luật Lâm nghiệp"),
        ("based_on", "19/NQ-HĐND"),
        ("issued_by", UBND),
    }


def test_who_holds_an_office_is_no_province(outline_of: Callable[..., Outline]) -> None:
    text = (
        "Chủ tịch UBND tỉnh Lò Văn Tấn vừa giao Văn phòng UBND tỉnh hoàn thiện hệ thống báo cáo. "
        "Bí thư Tỉnh ủy Lò Văn Tấn cùng dự.\n"
    )
    assert not [x for x in find_facts(outline_of(text), LEXICON).of(Link) if "Lò Văn" in x.object]


def test_a_long_first_paragraph_is_no_letterhead(outline_of: Callable[..., Outline]) -> None:
    text = (
        "Ngày 10-5-2031, thay mặt Ban Chấp hành Đảng bộ tỉnh, Bí thư Tỉnh ủy Lò Văn Tấn ký ban hành Chương trình số 29-CTr/TU về thực hiện "
        "Nghị quyết số 43-NQ/TW của Bộ Chính trị về các tỉnh vùng cao đến năm 2040, tầm nhìn đến năm 2055, trong đó có nghề rừng\n"
        "Báo tỉnh giới thiệu toàn văn chương trình này.\n"
    )
    links = {(x.subject, x.relation, x.object) for x in find_facts(outline_of(text), LEXICON).of(Link)}
    assert links == {
        ("29-CTr/TU", "implements", "43-NQ/TW"),
        ("43-NQ/TW", "issued_by", "Bộ Chính trị"),
    }
