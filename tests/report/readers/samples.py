"""The sample reports as documents: blocks that any format can be written from. Running text comes from the sample files;
letterheads, tables and where the notes hang are given here, because a text file does not hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tests.conftest import EXAMPLES
from vankien.report import read_report
from vankien.report.body.sections import is_title, lines_to_blocks, lines_to_layout
from vankien.report.page.pages import BodyLine, report_to_pages


@dataclass(frozen=True, slots=True)
class Span:
    """A cell that spans rows and columns."""

    text: str
    rows: int = 1
    columns: int = 1


Cells = tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block: ``title``, ``heading``, ``text``, ``divider``, ``table`` or ``annex`` (a new page). `[^1]` in a text is a
    note's sign."""

    kind: str
    text: str = ""
    rows: Cells = ()
    headers: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its file's name, the two columns of its letterhead, its blocks, its notes, the two columns at its end
    (above the annexes, which start at the first ``annex``)."""

    name: str
    head: tuple[tuple[str, ...], tuple[str, ...]]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    end: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    annexes: tuple[Block, ...] = field(default=())


_SIGNS = (
    ("30/8/20211,", "30/8/2021[^1],"),
    ("7,12%/năm2.", "7,12%/năm[^2]."),
    ("khó đạt3.", "khó đạt[^3]."),
    ("Báo cáo chính trị1.", "Báo cáo chính trị[^1]."),
    ("20% GRDP2.", "20% GRDP[^2]."),
)


def _table(text: str, headers: int = 1) -> Block:
    """A table written in lines: cells between pipes; ``:2`` behind a cell spans two columns, ``/3`` three rows."""
    rows: list[tuple[Span, ...]] = []
    for line in text.strip().splitlines():
        cells = []
        for cell in line.strip().strip("|").split("|"):
            match = re.fullmatch(r"(.*?)(?::(\d))?(?:/(\d))?", cell.strip())
            assert match
            spanned = bool(match[2] or match[3]) and len(rows) < headers
            cells.append(Span(match[1], int(match[3] or 1), int(match[2] or 1)) if spanned else Span(cell.strip()))
        rows.append(tuple(cells))
    return Block("table", "", tuple(rows), headers)


ANNEX_1 = _table("""
| STT | Số, ký hiệu | Ngày văn bản | Trích yếu |
| I | NGHỊ QUYẾT | | |
| 1 | Số 04-NQ/TU | 26/02/2021 | Nghị quyết của Ban Thường vụ Tỉnh ủy về phát triển vùng chè, vùng dược liệu hàng hóa giai đoạn 2021-2025. |
| 2 | Số 07-NQ/TU | 09/6/2021 | Nghị quyết của Tỉnh ủy về giảm nghèo vùng lòng hồ. |
| II | ĐỀ ÁN, KẾT LUẬN | | |
| 3 | Số 03-ĐA/TU | 22/11/2021 | Đề án của Ban Thường vụ Tỉnh ủy xây dựng đường liên xã vùng lòng hồ giai đoạn 2021-2025. |
| 4 | Số 40-KL/TU | 15/3/2022 | Kết luận của Ban Thường vụ Tỉnh ủy sau 5 năm thực hiện Nghị quyết số 11-NQ/TU, ngày 30/10/2017 về dạy nghề cho lao động nông thôn. |
| 5 | Số 61-KL/TU | 04/12/2023 | Kết luận về nhiệm vụ thu ngân sách hai năm cuối nhiệm kỳ. |
""")
ANNEX_2 = _table(
    """
| TT/2 | Chỉ tiêu/2 | Đơn vị tính/2 | Mục tiêu Đại hội XV/2 | Ước thực hiện giai đoạn 2021 - 2023:3 | Dự ước cả nhiệm kỳ 2020 - 2025:3 |
| Kết quả đạt được | Tỷ lệ % so với mục tiêu | Đánh giá | Kết quả đạt được | Tỷ lệ % so với mục tiêu | Đánh giá |
| I | CHỈ TIÊU KINH TẾ | | | | | | | | |
| 1 | GRDP bình quân đầu người | Triệu đồng | 65 | 52,4 | 80,6% | Chưa đạt | 66 | 101,5% | Vượt |
| | Tốc độ tăng trưởng GRDP | %/năm | 8-9 | 7,12 | | Chưa đạt | 7,9 | | Khó đạt |
| | Cơ cấu kinh tế | | | | | | | | |
| | + Dịch vụ | % | 36,5 | 36,7 | | Vượt | 36,0 | | Khó đạt |
| | + Công nghiệp, xây dựng | % | 41,5 | 39,2 | | Chưa đạt | 41,6 | | Vượt |
| | + Nông, lâm nghiệp, thủy sản | % | 16,0 | 18,4 | | Chưa đạt | 16,9 | | Khó đạt |
| | + Thuế sản phẩm trừ trợ cấp sản phẩm | % | 6,0 | 5,7 | | Chưa đạt | 5,5 | | Khó đạt |
| 2 | Sản lượng lương thực có hạt | Nghìn tấn | 175 | 178,5 | 102% | Vượt | 180 | 102,9% | Vượt |
| | Diện tích cây chè | Ha | 5.800 | 5.220 | 92% | Chưa đạt | 5.800 | 100% | Đạt |
| | Tỷ lệ che phủ rừng | % | 55 | 54,1 | | Chưa đạt | 55 | | Đạt |
| | Tỷ lệ số xã đạt chuẩn nông thôn mới | % | 60 | 48,3 | | Chưa đạt | 60 | | Đạt |
| 3 | Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 2.500 | 2.105 | 84,2% | Chưa đạt | 2.350 | 94% | Khó đạt |
| 4 | Lượt khách du lịch tăng bình quân | %/năm | 18 | 24,6 | | Vượt | 20 | | Vượt |
| II | CHỈ TIÊU VĂN HÓA, XÃ HỘI | | | | | | | | |
| 5 | Tỷ lệ huy động học sinh ra lớp: | | | | | | | | |
| | + Mẫu giáo | % | 98 | 98,6 | | Vượt | 98,8 | | Vượt |
| | + Trung học phổ thông | % | 62 | 57,5 | | Chưa đạt | 62 | | Đạt |
| | Số bác sĩ/1 vạn dân | Bác sĩ | 12 | 11,4 | 95% | Chưa đạt | 12 | 100% | Đạt |
| 6 | Mức giảm tỷ lệ hộ nghèo | %/năm | 3 | 3,6 | | Vượt | 3,4 | | Vượt |
| | Đào tạo nghề cho lao động | Người/năm | 5.500 | 5.240 | 95,3% | Đạt | 5.600 | 101,8% | Vượt |
| III | CHỈ TIÊU MÔI TRƯỜNG, XÂY DỰNG ĐẢNG | | | | | | | | |
| 7 | Tỷ lệ chất thải rắn đô thị được thu gom, xử lý | % | >94 | 95,1 | | Vượt | 96,2 | | Vượt |
| 8 | Kết nạp đảng viên mới | Đảng viên/năm | 1.000 | 1.042 | 104,2% | Vượt | 1.050 | 105% | Vượt |
""",
    headers=2,
)


def _paragraphs(lines: list[BodyLine]) -> Iterator[Block]:
    """The paragraphs of wrapped lines; what the sample prints as a heading is one."""
    for label, passage, marked in lines_to_blocks(lines, lines_to_layout(lines)):
        text = passage.text
        for printed, signed in _SIGNS:
            text = text.replace(printed, signed)
        yield Block("heading" if is_title(label, passage, marked) else "text", text)


def _body(name: str) -> list[BodyLine]:
    return list(report_to_pages(read_report(EXAMPLES / name)).body)


def _between(lines: list[BodyLine], start: str, end: str) -> list[BodyLine]:
    """The lines from the one that starts so to before the one that starts so."""
    first = next(i for i, b in enumerate(lines) if b.text.startswith(start))
    last = next((i for i, b in enumerate(lines) if i > first and end and b.text.startswith(end)), len(lines))
    return lines[first:last]


def _notes(name: str) -> tuple[str, ...]:
    return tuple(n.passage.text for n in report_to_pages(read_report(EXAMPLES / name)).footnotes)


@lru_cache
def mid_term_report() -> Document:
    """``bao-cao-giua-nhiem-ky-son-binh.txt``: two annexes, a footnote on each page."""
    name = "bao-cao-giua-nhiem-ky-son-binh"
    body = list(_paragraphs(_between(_body(f"{name}.txt"), "Thực hiện Kế hoạch", "Nơi nhận")))
    title = "Kết quả giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020-2025"
    return Document(
        name,
        (("TỈNH ỦY SƠN BÌNH", "*", "Số 318-BC/TU"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Bình, ngày 14 tháng 12 năm 2023")),
        (Block("title", "BÁO CÁO"), Block("title", title), Block("divider", "-----"), *body),
        # the text dump prints the recipients below the rule of the last note, so that they seem to belong to it
        tuple(n.split(" - Ban Bí thư")[0] for n in _notes(f"{name}.txt")),
        (("Nơi nhận:", "- Ban Bí thư,", "- Lưu Văn phòng Tỉnh ủy."), ("T/M TỈNH ỦY", "PHÓ BÍ THƯ", "(Đã ký)")),
        (
            Block("annex", "Phụ lục 1"),
            Block("title", "DANH MỤC VĂN BẢN CHUYÊN ĐỀ CỦA TỈNH ỦY SƠN BÌNH"),
            Block("divider", "-----"),
            ANNEX_1,
            Block("annex", "Phụ lục 2"),
            Block("title", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XV TỈNH SƠN BÌNH"),
            Block("divider", "-----"),
            ANNEX_2,
        ),
    )


@lru_cache
def resolution() -> Document:
    """``nghi-quyet-dai-hoi-son-binh.txt``: groups of targets, key programmes."""
    name = "nghi-quyet-dai-hoi-son-binh"
    body = list(
        _paragraphs(_between(_body(f"{name}.txt"), "Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI họp", "T/M"))
    )
    return Document(
        name,
        (
            ("ĐẢNG BỘ TỈNH SƠN BÌNH", "*", "Số 01-NQ/ĐH"),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Bình, ngày 26 tháng 9 năm 2025"),
        ),
        (
            Block("title", "NGHỊ QUYẾT"),
            Block("title", "Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025-2030"),
            Block("divider", "-----"),
            *body,
        ),
        _notes(f"{name}.txt"),
        ((), ("T/M ĐOÀN CHỦ TỊCH", "(Đã ký)")),
    )


@lru_cache
def action_plan() -> Document:
    """``ke-hoach-hanh-dong-son-binh.md``: a table of who does what in the middle."""
    name = "ke-hoach-hanh-dong-son-binh"
    lines = _body(f"{name}.md")
    table = [b.text for b in lines if b.text.startswith("|") and "---" not in b.text]
    before = _paragraphs(_between(lines, "Thực hiện Nghị quyết số 01", "| TT"))
    after = _paragraphs(_between(lines, "V. TỔ CHỨC", "TM. ỦY BAN"))
    return Document(
        name,
        (
            ("ỦY BAN NHÂN DÂN", "TỈNH SƠN BÌNH", "Số: 27/KH-UBND"),
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Sơn Bình, ngày 15 tháng 01 năm 2026",
            ),
        ),
        (
            Block("title", "KẾ HOẠCH HÀNH ĐỘNG"),
            Block(
                "title",
                "Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI trong năm 2026",
            ),
            *before,
            _table("\n".join(table)),
            *after,
        ),
        end=((), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)")),
    )


SAMPLES = {
    "mid-term-report": (mid_term_report, "bao-cao-giua-nhiem-ky-son-binh.txt"),
    "resolution": (resolution, "nghi-quyet-dai-hoi-son-binh.txt"),
    "action-plan": (action_plan, "ke-hoach-hanh-dong-son-binh.md"),
}
