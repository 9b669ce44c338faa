"""The source: what a letterhead says in its many layouts, and what is left when it is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts.congresses.finding import find_congresses
from vankien.facts.documents.provinces import province_of
from vankien.facts.documents.sources import find_source
from vankien.facts.letterheads.letterhead import capitals_to_name, line_to_date
from vankien.facts.names.places import home_of
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Concept, Congress, Found, Outline, Source

LEXICON = read_lexicon()
PROVINCE = Concept("son-binh", "", "places", "Sơn Bình", "Son Binh", properties={"level": ("province",)})
Outliner = Callable[..., Outline]

BODY = "Thực hiện chủ trương chung, các sở đã triển khai nhiều việc trong năm. Tỉnh Sơn Bình giữ rừng tốt.\n"
PARTY = "TỈNH UỶ SƠN BÌNH\n*\nSố 44-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày 05 tháng 4 năm 2024\n\nBÁO CÁO\nKết quả giữ rừng\n-----\n\n"
STATE = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN BÌNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 31/KH-UBND\n\n"
    "Sơn Bình, ngày 7 tháng 1 năm 2025\n\nKẾ HOẠCH\nTrồng rừng năm 2025\n\n"
)
PORTAL = (
    "Trang chủ\n\n| ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- |\n"
    "|---|---|\n| Số: 52/QĐ-UBND | *Sơn Bình, ngày 11 tháng 3 năm 2025* |\n\n**QUYẾT ĐỊNH**\n\n**Về việc giao đất trồng rừng**\n\n"
    "**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH**\n\n*Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;*\n\n"
)
DIVIDED = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN BÌNH\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\n"
    "Số: 8/2024/NQ-HĐND\n\nSơn Bình, ngày 10 tháng 7 năm 2024\n\nNGHỊ QUYẾT\nQuy định mức chi cho chợ quê\n\n"
    "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN BÌNH\n\nCăn cứ Luật Ngân sách nhà nước;\n\n"
)
CONGRESS = (
    "ĐẢNG BỘ TỈNH SƠN BÌNH\n*\nSố 02-NQ/ĐH\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày 3 tháng 10 năm 2020\n\nNGHỊ QUYẾT\n"
    "Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020-2025\n-----\n\n"
)
BOARD = (
    "TỈNH ỦY SƠN BÌNH\n*\nSố 31-KL/TU\nSơn Bình, ngày 20 tháng 7 năm 2023\n\nKẾT LUẬN\ncủa Ban Thường vụ Tỉnh ủy\nvề giữ rừng\n\n"
    "Ngày 14/7/2023, Ban Thường vụ Tỉnh ủy họp bàn việc giữ rừng đầu nguồn và mở đường,\nsau khi thảo luận kết luận như sau.\n\n"
)
COMMITTEE = (
    "ĐẢNG BỘ TỈNH SƠN BÌNH\nBAN CHẤP HÀNH KHÓA XV\n*\nSố 12-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày 05 tháng 9 năm 2025\n\n"
    "BÁO CÁO CHÍNH TRỊ\ncủa Ban Chấp hành Đảng bộ tỉnh khóa XV trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI\n-----\n\n"
)
COMMUNE = (
    "ĐẢNG BỘ TỈNH SƠN BÌNH\nĐẢNG BỘ XÃ NẬM SƠN\n*\nSố 01-NQ/ĐH\nNậm Sơn, ngày 08 tháng 8 năm 2025\n\nNGHỊ QUYẾT\n"
    "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ NẬM SƠN LẦN THỨ I,\nNHIỆM KỲ 2025 - 2030\n-----\n\n"
)
CITY = "ĐẢNG BỘ TỈNH SƠN BÌNH\nTHÀNH ỦY TAM LĨNH\n*\nSố 12-BC/ThU\nTam Lĩnh, ngày 08 tháng 8 năm 2023\n\nBÁO CÁO\nGiữ rừng ven hồ\n-----\n\n"
DISTRICT = (
    "ỦY BAN NHÂN DÂN\nHUYỆN THANH GIANG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 31/KH-UBND\n\n"
    "Thanh Giang, ngày 7 tháng 1 năm 2024\n\nKẾ HOẠCH\nTrồng rừng năm 2024\n\n"
)
COLUMNS = "TỈNH ỦY SƠN BÌNH ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 5-KH/TU Sơn Bình, ngày 9 tháng 5 năm 2023\n\nKẾ HOẠCH\nHọc nghề rừng\n-----\n\n"
CELLS = "TỈNH ỦY SƠN BÌNH    Số 5-KH/TU | ĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày 9 tháng 5 năm 2023\n\nKẾ HOẠCH\nHọc nghề rừng\n-----\n\n"
LAID_BEFORE = (
    "ĐẢNG BỘ TỈNH SƠN BÌNH\nBAN CHẤP HÀNH\n*\nSố 90-BC/TU\nSơn Bình, ngày 12 tháng 9 năm 2025\n\nBÁO CÁO CHÍNH TRỊ\n"
)
INTRODUCED = (
    "Toàn văn Báo cáo chính trị trình Đại hội Đảng bộ tỉnh Sơn Bình\n"
    "Báo Sơn Bình xin giới thiệu với bạn đọc toàn bộ văn bản Báo cáo chính trị, đã được trình bày trong phiên họp buổi sáng ngày "
    "15/9/2025 ở hội trường lớn của phường Hồ Nam trước các đại biểu và khách mời.\n\n"
    "ĐẢNG BỘ TỈNH SƠN BÌNH\nSơn Bình, tháng 9 năm 2025\nBÁO CÁO CHÍNH TRỊ\n"
    "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV TRÌNH ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVI\n"
    "Chủ đề: “Giữ rừng”\n\nPHẦN THỨ NHẤT\nKẾT QUẢ\n\n"
)
LOST = "KẾ HOẠCH\nTrồng rừng ven hồ\n\nNăm nay là năm quan trọng của tỉnh Sơn Bình trong việc giữ rừng và mở đường ra các xã vùng cao.\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch trồng rừng như sau:\n"
POLITICAL = (
    "TỈNH ỦY SƠN BÌNH\n*\nSố -BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày    tháng 9 năm 2025\n\nGIỮ RỪNG, MỞ ĐƯỜNG,\nĐƯA SƠN BÌNH ĐI LÊN\n\n"
    "(Báo cáo chính trị của Tỉnh ủy khóa XV\ntrình Đại hội Đảng bộ tỉnh lần thứ XVI)\n\n"
)
BOOK = "LỜI NÓI ĐẦU\n\nĐể giúp cán bộ tỉnh Sơn Bình học tập, chúng tôi in cuốn “Tài liệu học tập về nghề rừng Sơn Bình”. Mong được góp ý.\n\n        BAN TUYÊN GIÁO TỈNH ỦY SƠN BÌNH\n\n"


def source_of(outline: Outline) -> Source | None:
    return next((f for f in find_source(outline, LEXICON, Found()) if isinstance(f, Source)), None)


@pytest.mark.parametrize(
    ("head", "genre", "code", "day", "issuer", "title"),
    [
        pytest.param(PARTY, "Báo cáo", "44-BC/TU", "2024-04-05", "Tỉnh ủy Sơn Bình", "Kết quả giữ rừng", id="Party"),
        pytest.param(STATE, "Kế hoạch", "31/KH-UBND", "2025-01-07", "Ủy ban nhân dân tỉnh Sơn Bình", "Trồng rừng năm 2025", id="State"),
        pytest.param(
            PORTAL, "Quyết định", "52/QĐ-UBND", "2025-03-11", "Ủy ban nhân dân tỉnh Sơn Bình", "Về việc giao đất trồng rừng", id="web page"
        ),
        pytest.param(
            DIVIDED, "Nghị quyết", "8/2024/NQ-HĐND", "2024-07-10", "Hội đồng nhân dân tỉnh Sơn Bình", "Quy định mức chi cho chợ quê",
            id="dividers below issuer and motto",
        ),
        pytest.param(
            CONGRESS, "Nghị quyết", "02-NQ/ĐH", "2020-10-03", "Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XV",
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020-2025", id="a congress itself",
        ),
        pytest.param(
            BOARD, "Kết luận", "31-KL/TU", "2023-07-20", "Ban Thường vụ Tỉnh ủy Sơn Bình", "Kết luận của Ban Thường vụ Tỉnh ủy về giữ rừng",
            id="a standing board's conclusion",
        ),
        pytest.param(
            COMMITTEE, "Báo cáo chính trị", "12-BC/TU", "2025-09-05", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV",
            "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XV trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI", id="a name on two lines",
        ),
        pytest.param(
            COMMUNE, "Nghị quyết", "01-NQ/ĐH", "2025-08-08", "Đại hội đại biểu Đảng bộ xã Nậm Sơn lần thứ I",
            "Nghị quyết Đại hội đại biểu Đảng bộ xã Nậm Sơn lần thứ I, nhiệm kỳ 2025 - 2030", id="a congress in capitals",
        ),
        pytest.param(CITY, "Báo cáo", "12-BC/ThU", "2023-08-08", "Thành ủy Tam Lĩnh", "Giữ rừng ven hồ", id="a city in a province"),
        pytest.param(
            DISTRICT, "Kế hoạch", "31/KH-UBND", "2024-01-07", "Ủy ban nhân dân huyện Thanh Giang", "Trồng rừng năm 2024", id="a district"
        ),
        pytest.param(COLUMNS, "Kế hoạch", "5-KH/TU", "2023-05-09", "Tỉnh ủy Sơn Bình", "Học nghề rừng", id="columns on one line"),
        pytest.param(CELLS, "Kế hoạch", "5-KH/TU", "2023-05-09", "Tỉnh ủy Sơn Bình", "Học nghề rừng", id="issuer and number in one cell"),
        pytest.param(LOST, "Kế hoạch", None, None, "Ủy ban nhân dân tỉnh Sơn Bình", "Trồng rừng ven hồ", id="letterhead lost"),
        pytest.param(
            POLITICAL, "Báo cáo chính trị", None, "2025-09", "Tỉnh ủy Sơn Bình",
            "Báo cáo chính trị của Tỉnh ủy khóa XV trình Đại hội Đảng bộ tỉnh lần thứ XVI: "
            "Giữ rừng, mở đường, đưa Sơn Bình đi lên", id="political report",
        ),
        pytest.param(
            LAID_BEFORE + "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV TRÌNH ĐẠI HỘI ĐẠI BIỂU\nĐẢNG BỘ TỈNH LẦN THỨ XVI, NHIỆM KỲ 2025 - 2030\n-----\n\n",
            "Báo cáo chính trị", "90-BC/TU", "2025-09-12", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV",
            "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XV trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025 - 2030",
            id="a report and its board in capitals",
        ),
        pytest.param(
            LAID_BEFORE + "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV\nTẠI ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVI\n(Nhiệm kỳ 2025 - 2030)\n-----\n\n",
            "Báo cáo chính trị", "90-BC/TU", "2025-09-12", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV",
            "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XV tại Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI (Nhiệm kỳ 2025 - 2030)",
            id="the congress in a line of its own",
        ),
        pytest.param(
            "BÁO CÁO CHÍNH TRỊ CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH SƠN BÌNH KHÓA XV\nTRÌNH ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XVI\nChủ đề: Giữ rừng\n\n",
            "Báo cáo chính trị", None, None, "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV",
            "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV trình Đại hội Đảng bộ tỉnh lần thứ XVI",
            id="genre and board in one line of capitals",
        ),
        pytest.param(
            LAID_BEFORE.replace(" CHÍNH TRỊ", "") + "CHÍNH TRỊ CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV\nTẠI ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVI\n-----\n\n",
            "Báo cáo chính trị", "90-BC/TU", "2025-09-12", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV",
            "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XV tại Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI",
            id="a genre that goes on in the next line",
        ),
        pytest.param(
            "NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ XÃ NẬM SƠN\nLẦN THỨ I, NHIỆM KỲ 2025 - 2030\n\n", "Nghị quyết", None, None,
            "Đại hội Đảng bộ xã Nậm Sơn lần thứ I", "Nghị quyết Đại hội Đảng bộ xã Nậm Sơn lần thứ I, nhiệm kỳ 2025 - 2030",
            id="genre and congress in one line of capitals",
        ),
        pytest.param(
            "TỈNH ỦY SƠN BÌNH\n\nDỰ THẢO LẦN 2\nBÁO CÁO CHÍNH TRỊ\nTRÌNH ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVI\nNHIỆM KỲ 2025 - 2030\n\n"
            "Sơn Bình, tháng 6 năm 2025\n-----\n\n",
            "Báo cáo chính trị", None, "2025-06", "Tỉnh ủy Sơn Bình",
            "Báo cáo chính trị trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025 - 2030", id="a draft dated below its title",
        ),
        pytest.param(
            "HỘI NÔNG DÂN TỈNH SƠN BÌNH\nBAN CHẤP HÀNH\nSơn Bình, ngày 2 tháng 9 năm 2023\n\nBÁO CÁO\n"
            "CỦA BAN CHẤP HÀNH HỘI NÔNG DÂN TỈNH KHÓA X TẠI ĐẠI HỘI LẦN THỨ XI\n-----\n\n",
            "Báo cáo", None, "2023-09-02", "Hội Nông dân tỉnh Sơn Bình",
            "Báo cáo của Ban Chấp hành Hội Nông dân tỉnh khóa X tại Đại hội lần thứ XI", id="the board of an association",
        ),
        pytest.param(
            INTRODUCED, "Báo cáo chính trị", None, "2025-09", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV",
            "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XV trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI",
            id="introduced by a paper",
        ),
        pytest.param(
            BOOK, "Tài liệu", None, None, "Ban Tuyên giáo Tỉnh ủy Sơn Bình", "Tài liệu học tập về nghề rừng Sơn Bình", id="study guide"
        ),
    ],
)  # fmt: skip
def test_letterheads(
    head: str, genre: str, code: str | None, day: str | None, issuer: str, title: str, outline_of: Outliner
) -> None:
    source = source_of(outline_of(head + BODY * 3, "doc.md" if head is PORTAL else "doc.txt"))
    assert source is not None
    assert (source.genre, source.code, source.date, source.issuer, source.title) == (genre, code, day, issuer, title)


def test_a_text_without_any_head_has_no_source(outline_of: Outliner) -> None:
    assert source_of(outline_of("Hôm nay trời đẹp.\n")) is None


def test_the_source_stands_at_the_line_of_its_number(outline_of: Outliner) -> None:
    source = source_of(outline_of(PARTY + BODY))
    assert source is not None
    assert source.evidence.line == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH", "Ủy ban nhân dân tỉnh Sơn Bình", id="people's committee"),
        pytest.param("UỶ BAN NHÂN DÂN TỈNH SƠN BÌNH", "Ủy ban nhân dân tỉnh Sơn Bình", id="other tone placement"),
        pytest.param("TỈNH UỶ SƠN BÌNH", "Tỉnh ủy Sơn Bình", id="Party committee"),
        pytest.param("BAN TUYÊN GIÁO TỈNH ỦY SƠN BÌNH", "Ban Tuyên giáo Tỉnh ủy Sơn Bình", id="commission"),
        pytest.param("ĐẢNG BỘ TỈNH SƠN BÌNH", "Đảng bộ tỉnh Sơn Bình", id="organisation"),
        pytest.param("ĐẢNG BỘ TỈNH SƠN BÌNH BAN CHẤP HÀNH", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình", id="board below it"),
        pytest.param(
            "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV", "Ban Chấp hành Đảng bộ tỉnh Sơn Bình khóa XV", id="board of a term"
        ),
        pytest.param("", None, id="nothing"),
    ],
)
def test_capitals_become_a_name(text: str, name: str | None) -> None:
    assert capitals_to_name(text, PROVINCE, LEXICON) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("Sơn Bình, ngày 03 tháng 11 năm 2023", "2023-11-03", id="full"),
        pytest.param("Sơn Bình, ngày    tháng 8 năm 2025", "2025-08", id="day left blank"),
        pytest.param("Sơn Bình, ngày ... tháng ... năm 2025", "2025", id="day and month left blank"),
        pytest.param("Sơn Bình, mùa thu 2025", None, id="no date"),
    ],
)
def test_dates_of_letterheads(text: str, day: str | None) -> None:
    assert line_to_date(text) == day


@pytest.mark.parametrize(
    ("text", "name", "listed"),
    [
        pytest.param("Tỉnh Sơn Bình có rừng. Tỉnh Sơn Bình có hồ. Tỉnh Hà Giang ở xa.", "Sơn Bình", False, id="most often named"),
        pytest.param("Tỉnh ủy Hà Giang họp. UBND tỉnh Hà Giang giao việc.", "Hà Giang", True, id="known to the list"),
        pytest.param("THÀNH ỦY CẦN THƠ\n*\nSố 4-NQ/TU\nCần Thơ, ngày 1 tháng 8 năm 2023\n\nNGHỊ QUYẾT\nVề kinh tế số\n-----\n", "Cần Thơ", True, id="a city"),
        pytest.param("TỈNH ỦY NẬM LỰU\n*\nSố 4-NQ/TU\nBản Mường, ngày 1 tháng 8 năm 2023\n\nNGHỊ QUYẾT\nVề kinh tế số\n-----\n\n" + "Làm đường về thành phố Bản Mường. " * 3, "Nậm Lựu", False, id="its capital named more often"),
        pytest.param("Nước ta có nhiều tỉnh.", None, False, id="none"),
    ],
)  # fmt: skip
def test_the_province_of_a_document(text: str, name: str | None, listed: bool, outline_of: Outliner) -> None:
    province = province_of(outline_of(text + "\n"), LEXICON)
    assert (province.vi if province else None) == name
    assert bool(province and province.iri) == listed


@pytest.mark.parametrize(
    ("head", "home"),
    [
        pytest.param(CITY, ("thành phố", "Tam Lĩnh"), id="the city that issues it, not the province above"),
        pytest.param(DISTRICT, ("huyện", "Thanh Giang"), id="a district on a line of its own"),
        pytest.param(COMMUNE, ("xã", "Nậm Sơn"), id="a commune"),
        pytest.param(PARTY, ("", ""), id="a province"),
        pytest.param("THÀNH ỦY HẢI AN\n*\nSố 3-KL/TU\nHải An, ngày 2 tháng 3 năm 2023\n\nKẾT LUẬN\nVề giữ rừng\n-----\n\n", ("", ""), id="a city alone"),
    ],
)  # fmt: skip
def test_the_unit_inside_the_province(head: str, home: tuple[str, str], outline_of: Outliner) -> None:
    body = BODY.replace("Tỉnh Sơn Bình", "Thành phố Hải An") if "HẢI AN" in head else BODY
    place = province_of(outline_of(head + body * 3), LEXICON)
    assert place is not None
    assert (place.vi, home_of(place)) == ("Hải An" if "HẢI AN" in head else "Sơn Bình", home)


CELLS = """| **TỈNH ỦY NẬM LỰU HẠ**<br>\\*<br>Số 04\\-NQ/TU | **ĐẢNG CỘNG SẢN VIỆT NAM**<br><br>_Nậm Lựu Hạ, ngày 01 tháng 8 năm 2023_ |
| --- | --- |

**NGHỊ QUYẾT**

**về kinh tế số**

**I\\. MỤC TIÊU**

Cấp ủy họp.
"""


def test_a_name_of_three_syllables_in_a_cell(outline_of: Outliner) -> None:
    province = province_of(outline_of(CELLS, "a.md"), LEXICON)
    assert province is not None
    assert province.vi == "Nậm Lựu Hạ"


def test_the_province_that_existed_on_the_day(outline_of: Outliner) -> None:
    letterhead = "TỈNH ỦY LÀO CAI\n*\nSố 4-NQ/TU\nLào Cai, ngày {} năm {}\n\nNGHỊ QUYẾT\nVề nghề rừng\n-----\n\n"
    ids = []
    for day in (("1 tháng 8", "2023"), ("1 tháng 8", "2025")):
        province = province_of(outline_of(letterhead.format(*day) + BODY), LEXICON)
        ids.append(province.first("validFrom") if province else None)
    assert ids == ["", "2025-07-01"]


def test_a_document_of_the_nation_is_of_no_province(outline_of: Outliner) -> None:
    letterhead = "BỘ CHÍNH TRỊ\n*\nSố 4-NQ/TW\nHà Nội, ngày 5 tháng 6 năm 2033\n\nNGHỊ QUYẾT\nVề nghề rừng\n-----\n\n"
    assert province_of(outline_of(letterhead + BODY), LEXICON) is None


def test_a_unit_that_leaves_out_its_province_is_known_by_its_letterhead(outline_of: Outliner) -> None:
    letterhead = (
        "ĐẢNG BỘ HUYỆN NẬM SƠN\nBAN CHẤP HÀNH\nNậm Sơn, ngày 5 tháng 6 năm 2030\n\nBÁO CÁO CHÍNH TRỊ\n"
        "CỦA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN KHÓA XI\nTRÌNH ĐẠI HỘI ĐẢNG BỘ HUYỆN LẦN THỨ XII\n-----\n\n"
    )
    outline = outline_of(letterhead + "Mùa mưa năm nay đến sớm hơn.\n")
    assert home_of(province_of(outline, LEXICON)) == ("huyện", "Nậm Sơn")
    assert [c.org for c in find_congresses(outline, LEXICON, Found()) if isinstance(c, Congress)] == [
        "Đảng bộ huyện Nậm Sơn"
    ]
