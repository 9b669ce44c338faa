"""A corpus of documents about invented provinces, as large as is wanted: `python -m tests.bench.synthetic FOLDER COUNT [SEED]`.

All text is ours. A document depends on the seed and its number alone, so that a corpus of a thousand begins with the
corpus of ten, and equal arguments give equal bytes. Four documents a province: the resolution of its congress and its
report at mid-term (text with page breaks, footnotes and an annex), an action plan (Markdown with pipe tables), and a
report at the end of the term (Markdown with a table of one cell a line).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FIRST = [
    "Sơn",
    "Lam",
    "Đồng",
    "Thanh",
    "Phú",
    "Hồng",
    "Nậm",
    "Trà",
    "Vân",
    "Mai",
    "Kim",
    "Hương",
    "Tân",
    "Long",
    "Bạch",
    "Cẩm",
]
SECOND = [
    "Bình",
    "Giang",
    "Vân",
    "Hà",
    "Lâm",
    "Khê",
    "Thủy",
    "Sơn",
    "Châu",
    "Yên",
    "Phong",
    "Hải",
    "Lộc",
    "Điền",
    "Trung",
    "Mỹ",
]


@dataclass(frozen=True)
class Indicator:
    """What the documents set targets for: label, unit as printed, lowest and highest value, decimals."""

    label: str
    unit: str
    low: float
    high: float
    decimals: int = 0


INDICATORS = (
    Indicator("Tốc độ tăng trưởng GRDP bình quân", "%/năm", 6, 11, 1),
    Indicator("GRDP bình quân đầu người", "triệu đồng", 45, 130),
    Indicator("Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", 1800, 9000),
    Indicator("Tỷ lệ che phủ rừng", "%", 38, 64, 1),
    Indicator("Sản lượng lương thực có hạt", "nghìn tấn", 120, 420, 1),
    Indicator("Diện tích cây chè", "ha", 2200, 9800),
    Indicator("Diện tích cây cà phê", "ha", 900, 7400),
    Indicator("Tỷ lệ hộ nghèo", "%", 2, 19, 1),
    Indicator("Tỷ lệ lao động qua đào tạo", "%", 48, 79, 1),
    Indicator("Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 86, 99, 1),
    Indicator("Tỷ lệ xã có điện lưới quốc gia", "%", 90, 100),
    Indicator("Tổng đàn trâu", "nghìn con", 30, 140, 1),
    Indicator("Tổng đàn bò", "nghìn con", 25, 160, 1),
    Indicator("Sản lượng xi măng", "nghìn tấn", 150, 1900),
    Indicator("Sản lượng thủy sản nuôi trồng", "tấn", 1500, 24000),
    Indicator("Tỷ lệ thanh toán không dùng tiền mặt", "%", 35, 90, 1),
    Indicator("Diện tích cây quế", "ha", 400, 6100),
    Indicator("Giá trị xuất khẩu hàng hóa", "triệu USD", 40, 900),
)

PROGRAMMES = (
    "phát triển vùng {crop} hàng hóa",
    "xây dựng đường liên xã vùng {area}",
    "dạy nghề cho lao động {area}",
    "bảo tồn làng nghề gắn với du lịch {area}",
    "chuyển đổi số cấp xã",
    "cấp nước sạch {area}",
)
CROPS = ("chè", "quế", "cà phê", "dược liệu", "mắc ca", "cam")
AREAS = ("lòng hồ", "cửa sông", "biên giới", "cao nguyên", "ven đô", "thượng nguồn")
DEPARTMENTS = (
    "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng",
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa, Thể thao và Du lịch",
)
GOALS = (
    "Phấn đấu đến năm {year} {label} đạt {at_least}.",
    "Đến năm {year}, {label} đạt {at_least}; các cấp ủy kiểm điểm hằng quý.",
    "{Label} năm {year} đạt {at_least}, giao cho từng xã, phường.",
)
RESULTS = (
    "{Label} năm {year} đạt {value}, bằng {share}% kế hoạch.",
    "Năm {year}, {label} ước đạt {value}; khó khăn nhất là ba tháng đầu năm do mưa lũ kéo dài.",
    "Cuối năm {year}, {label} đạt {value}, nhờ các xã chủ động từ đầu vụ.",
)
FILLERS = (
    "Đường lên các bản xa còn dốc, mùa mưa xe tải phải dừng ở chân đèo.",
    "Cán bộ xã xuống từng nhà, ghi lại việc gì làm được, việc gì còn vướng.",
    "Chợ phiên họp đều trở lại, hàng của bà con bán được ngay trong buổi sáng.",
    "Nhiều tổ hợp tác tự góp vốn mua máy sấy, không chờ hỗ trợ.",
    "Lớp học buổi tối đông dần, người lớn tuổi cũng xin theo học nghề.",
    "Việc giữ rừng giao cho cộng đồng, mỗi tháng đi tuần hai lượt.",
)


@dataclass(frozen=True)
class Setting:
    """What the documents of one province have in common."""

    province: str
    congress_day: int
    indicators: tuple[Indicator, ...]
    programmes: tuple[str, ...]


def _random(*parts: object) -> random.Random:
    return random.Random("|".join(map(str, parts)))


def setting_of(seed: int, number: int) -> Setting:
    """The province of a document, the indicators that its congress cares for, its programmes."""
    index = number // len(WRITERS)
    rest, first = divmod(index, len(FIRST))
    name = f"{FIRST[first]} {SECOND[(first + rest) % len(SECOND)]}"
    ordinal = rest // len(SECOND)
    chance = _random(seed, "province", index)
    programmes = [p.format(crop=chance.choice(CROPS), area=chance.choice(AREAS)) for p in chance.sample(PROGRAMMES, 4)]
    province = name if ordinal == 0 else f"{name} {('Thượng', 'Hạ', 'Đông', 'Tây')[(ordinal - 1) % 4]}"
    return Setting(province, chance.randint(1, 28), tuple(chance.sample(INDICATORS, 14)), tuple(programmes))


def _number(value: float, decimals: int) -> str:
    """A number as documents print it: ``4.200``, ``57,5``.

    >>> _number(4200, 0), _number(57.5, 1)
    ('4.200', '57,5')
    """
    whole = f"{value:,.{decimals}f}"
    return whole.replace(",", " ").replace(".", ",").replace(" ", ".")


def _value(chance: random.Random, indicator: Indicator) -> float:
    return round(chance.uniform(indicator.low, indicator.high), indicator.decimals)


def _with_unit(value: float, indicator: Indicator) -> str:
    number = _number(value, indicator.decimals)
    return number + indicator.unit if indicator.unit.startswith("%") else f"{number} {indicator.unit}"


def _lower(label: str) -> str:
    return label if label.startswith("GRDP") else label[0].lower() + label[1:]


def _goal(chance: random.Random, indicator: Indicator, year: int) -> str:
    asked = _with_unit(_value(chance, indicator), indicator)
    wording = chance.choice(("trên {}", "{} trở lên", "khoảng {}", "{}", "ít nhất {}")).format(asked)
    wording = "từ " + wording if wording.endswith("trở lên") else wording
    return chance.choice(GOALS).format(
        year=year, label=_lower(indicator.label), Label=indicator.label, at_least=wording
    )


def _result(chance: random.Random, indicator: Indicator, year: int) -> str:
    return chance.choice(RESULTS).format(
        year=year,
        label=_lower(indicator.label),
        Label=indicator.label,
        value=_with_unit(_value(chance, indicator), indicator),
        share=_number(chance.uniform(78, 112), 1),
    )


def _wrapped(text: str, width: int = 84) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def _paragraphs(chance: random.Random, sentences: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for sentence in sentences:
        lines += [*_wrapped(f"{sentence} {chance.choice(FILLERS)}"), ""]
    return lines


def _letterhead(s: Setting, code: str, day: str, kind: str, title: str) -> list[str]:
    head = (f"TỈNH ỦY {s.province.upper()}", "*", f"Số {code}", "", "ĐẢNG CỘNG SẢN VIỆT NAM", "")
    return [*head, f"{s.province}, ngày {day}", "", kind, title, "-----", ""]


def _task(chance: random.Random, programme: str, number: int) -> str:
    lead, help_ = chance.sample(DEPARTMENTS, 2)
    return (
        f"{lead} chủ trì, phối hợp với {help_} thực hiện Đề án {programme}, "
        f"theo Nghị quyết số {number:02d}-NQ/TU ngày {chance.randint(1, 28)}/{chance.randint(1, 12)}/2021 của Tỉnh ủy."
    )


_ANNEX_HEADER = (
    "TT Chỉ tiêu Đơn vị tính ",
    "Mục tiêu ",
    "Đại hội ",
    "XV ",
    "",
    "Ước thực hiện giai đoạn 2021 - 2023 Dự ước cả nhiệm kỳ 2020 - 2025 ",
    "",
    *("Kết quả ", "đạt được ", "", "Tỷ lệ % so ", "với mục tiêu ", "", "Đánh giá ", "") * 2,
)
"""The header of a table of verdicts as a page dump gives it: cell by cell."""


def _annex_row(chance: random.Random, indicator: Indicator) -> str:
    cells = [_number(_value(chance, indicator), indicator.decimals)]
    for verdicts in (("Chưa đạt", "Vượt"), ("Đạt", "Vượt", "Khó đạt")):
        cells += [_number(_value(chance, indicator), indicator.decimals), f"{_number(chance.uniform(78, 112), 1)}%"]
        cells.append(chance.choice(verdicts))
    return " ".join(cells)


# --- the documents ----------------------------------------------------------------------------------------------


def resolution(chance: random.Random, s: Setting) -> list[str]:
    """The resolution of the congress: results of the term, targets, breakthroughs."""
    lines = _letterhead(s, "01-NQ/ĐH", f"{s.congress_day:02d} tháng 9 năm 2025", "NGHỊ QUYẾT",
                        f"Đại hội đại biểu Đảng bộ tỉnh {s.province} lần thứ XVI, nhiệm kỳ 2025-2030")  # fmt: skip
    lines += ["I- KẾT QUẢ NHIỆM KỲ 2020-2025", ""]
    lines += _paragraphs(chance, [_result(chance, i, year) for i in s.indicators for year in (2024, 2025)])
    lines += ["II- MỤC TIÊU, CHỈ TIÊU ĐẾN NĂM 2030", ""]
    for number, indicator in enumerate(s.indicators, 1):
        lines += [*_wrapped(f"({number}) {_goal(chance, indicator, 2030)}"), ""]
    lines += ["III- CÁC KHÂU ĐỘT PHÁ", ""]
    for number, programme in enumerate(s.programmes, 1):
        lines += [f"{number}. Khâu đột phá: {programme[0].upper()}{programme[1:]}", ""]
        lines += [*_wrapped(_task(chance, programme, number)), ""]
    return [*lines, "T/M ĐOÀN CHỦ TỊCH", "(Đã ký)"]


def midterm_report(chance: random.Random, s: Setting) -> list[str]:
    """The report at mid-term: results, footnotes, and an annex whose rows stand on one line each."""
    code = f"{chance.randint(100, 400)}-BC/TU"
    lines = _letterhead(s, code, "14 tháng 12 năm 2023", "BÁO CÁO",
                        f"Kết quả giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ tỉnh {s.province} lần thứ XV, nhiệm kỳ 2020-2025")  # fmt: skip
    lines += ["I- KẾT QUẢ CHỦ YẾU", ""]
    lines += _paragraphs(chance, [_result(chance, i, year) for i in s.indicators for year in (2021, 2022)])
    lines += [" " * 43, f"1 Và Quyết định số {chance.randint(1000, 2900)}/QĐ-UBND ngày 18/10/2021 về Đề án {s.programmes[0]}.", "", "", "", "2 ", ""]  # fmt: skip
    lines += ["II- NHIỆM VỤ ĐẾN NĂM 2025", ""]
    lines += _paragraphs(chance, [_goal(chance, i, 2025) for i in s.indicators[7:11]])
    lines += _paragraphs(chance, [_task(chance, p, n) for n, p in enumerate(s.programmes[:2], 1)])
    lines += [" Phụ lục 1 ", "", f"KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XV TỈNH {s.province.upper()}", "-----", ""]  # fmt: skip
    lines += [*_ANNEX_HEADER, "I CHỈ TIÊU KINH TẾ ", ""]
    for number, indicator in enumerate(s.indicators, 1):
        lines += [
            f"{number} ",
            "",
            *_wrapped(indicator.label, 24),
            "",
            f"{indicator.unit} {_annex_row(chance, indicator)}",
            "",
        ]
    return [*lines, "T/M TỈNH ỦY", "PHÓ BÍ THƯ", "(Đã ký)"]


def action_plan(chance: random.Random, s: Setting) -> list[str]:
    """The action plan of the people's committee: targets of a year, assignments and results as pipe tables."""
    lines = ["**ỦY BAN NHÂN DÂN**", f"**TỈNH {s.province.upper()}**", "", f"Số: {chance.randint(10, 90)}/KH-UBND", ""]
    lines += [f"*{s.province}, ngày 15 tháng 01 năm 2026*", "", "**KẾ HOẠCH HÀNH ĐỘNG**", ""]
    lines += [f"**Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh {s.province} lần thứ XVI trong năm 2026**", ""]
    lines += [f"Thực hiện Nghị quyết số 01-NQ/ĐH ngày {s.congress_day}/9/2025 của Đại hội đại biểu Đảng bộ tỉnh {s.province} lần thứ XVI, nhiệm kỳ 2025-2030, Ủy ban nhân dân tỉnh ban hành Kế hoạch này.", ""]  # fmt: skip
    lines += ["**I. CHỈ TIÊU NĂM 2026**", ""]
    lines += [f"- {_goal(chance, i, 2026)}" for i in s.indicators[:8]]
    lines += ["", "**II. KẾT QUẢ NĂM 2025**", ""]
    lines += _paragraphs(chance, [_result(chance, i, year) for i in s.indicators for year in (2023, 2024)])
    lines += ["", "**III. PHÂN CÔNG THỰC HIỆN**", "", "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |", "|---|---|---|---|---|"]  # fmt: skip
    for number, programme in enumerate(s.programmes, 1):
        lead, help_ = chance.sample(DEPARTMENTS, 2)
        lines += [f"| {number} | Đề án {programme} | {lead} | {help_} | {chance.randint(1, 28)}/{chance.randint(3, 12)}/2026 |"]  # fmt: skip
    lines += ["", "**IV. CHỈ TIÊU THEO NĂM**", "", "| TT | Chỉ tiêu | Đơn vị | Năm 2024 | Năm 2025 | Kế hoạch năm 2026 |", "|---|---|---|---|---|---|"]  # fmt: skip
    for number, indicator in enumerate(s.indicators, 1):
        values = " | ".join(_number(_value(chance, indicator), indicator.decimals) for _ in range(3))
        lines += [f"| {number} | {indicator.label} | {indicator.unit} | {values} |"]
    return [*lines, "", "**TM. ỦY BAN NHÂN DÂN**", "**CHỦ TỊCH**", "*(Đã ký)*"]


def final_report(chance: random.Random, s: Setting) -> list[str]:
    """The report at the end of the term, as a converter gives it: a table with one cell a line."""
    lines = _letterhead(s, f"{chance.randint(200, 600)}-BC/TU", "05 tháng 9 năm 2025", "BÁO CÁO",
                        f"Tổng kết thực hiện Nghị quyết Đại hội Đảng bộ tỉnh {s.province} lần thứ XV, nhiệm kỳ 2020-2025")  # fmt: skip
    lines += ["I. KẾT QUẢ", ""]
    lines += _paragraphs(chance, [_result(chance, i, year) for i in s.indicators for year in (2021, 2023, 2024)])
    lines += ["II. PHƯƠNG HƯỚNG", ""]
    lines += _paragraphs(chance, [_goal(chance, i, 2030) for i in s.indicators[9:]])
    rows = [("TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu", "Năm 2025", "Đánh giá")]
    for number, indicator in enumerate(s.indicators, 1):
        cells = (_number(_value(chance, indicator), indicator.decimals) for _ in range(2))
        rows.append((str(number), indicator.label, indicator.unit, *cells, chance.choice(("Đạt", "Vượt", "Không đạt"))))  # type: ignore[arg-type]
    lines += ["III. BIỂU CHỈ TIÊU", "", "|"]
    for row in rows:
        lines += [cell for pair in row for cell in (pair, "|")] + ["|"]
    return [*lines, "", "T/M TỈNH ỦY", "BÍ THƯ", "(Đã ký)"]


WRITERS: tuple[tuple[str, str, Callable[[random.Random, Setting], list[str]]], ...] = (
    ("nghi-quyet", ".txt", resolution),
    ("bao-cao-giua-nhiem-ky", ".txt", midterm_report),
    ("ke-hoach", ".md", action_plan),
    ("bao-cao-tong-ket", ".md", final_report),
)
"""The documents of a province: the first part of the name, the suffix, and what writes it."""


def document(number: int, seed: int = 0) -> tuple[str, str]:
    """The file name and the text of one document of a corpus."""
    name, suffix, write = WRITERS[number % len(WRITERS)]
    lines = write(_random(seed, "document", number), setting_of(seed, number))
    return f"{number:04d}-{name}{suffix}", "\n".join(lines) + "\n"


def write_corpus(folder: Path, count: int, seed: int = 0) -> list[Path]:
    """Write the first documents of a corpus into a folder; gives their paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        name, text = document(number, seed)
        (folder / name).write_text(text, encoding="utf-8")
        paths.append(folder / name)
    return paths


if __name__ == "__main__":
    arguments = [*sys.argv[1:], "0"]
    print(len(write_corpus(Path(arguments[0]), int(arguments[1]), int(arguments[2]))), "documents")
