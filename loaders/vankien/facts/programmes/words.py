"""Where the name of a programme ends in running text, and when two names mean one programme."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.joined_words import are_joined
from vankien.vietnamese import UPPER, fold, same_tones

YEARS = r"\d{4}(?:\s?[-–]\s?\d{4})?"
PERIOD = rf"""(?:,?\ (?:trong\ )?(?:gđ|giai\ đoạn)\ (?:{YEARS}|[IVX]+(?=[:,]))(?:,\ giai\ đoạn\ I+(?::\ [Tt]ừ\ năm\ \d{{4}}\ đến\ năm\ \d{{4}}|\ \d{{4}}\s?[-–]\s?\d{{4}})?)?
               |,?\ đến\ (?:hết\ )?năm\ \d{{4}}|,?\ thời\ kỳ\ {YEARS}|,?\ năm\ \d{{4}}
               |,?\ (?:và\ )?(?:định\ hướng|tầm\ nhìn)\ (?:đến\ )?(?:năm\ )?\d{{4}}|,?\ và\ những\ năm\ tiếp\ theo)"""
NAME_YEARS = re.compile(PERIOD + r"{1,3}", re.VERBOSE)
"""The years at the end of a name: `` giai đoạn 2021-2025, định hướng đến năm 2030``."""

_END = re.compile(
    rf"""\s*(?:[.;:!?“”"…]|\((?!OCOP)|,\.\.|\s[-–]\s(?=[a-zà-ỹđ]+\ (?:đã|được))|$
     |(?:\ |,\ )(?:đã|đang|sẽ|được|là|theo|phê\ duyệt\ (?:tại|theo)|nhằm|do|để\ (?:triển|thực|tạo|phát\ huy|đạt|góp|bảo|đảm|làm|phục|thúc|tổ|chỉ|lãnh|trình|sớm|có|được|đưa)|tại|sau\ khi|khi|gửi|trong\ (?:đó|năm|tháng|quý|thời|nhiệm|giai|quá)|có|như|cũng|đến\ (?:nay|hết|ngày|cuối)
       |phấn\ đấu|tiếp\ tục|đồng\ thời|trước|cụ\ thể|gồm|bao\ gồm|phục\ vụ|gắn\ với\ (?:thực|triển|nhiệm|phát\ triển\ du\ lịch,)|nêu|này|nói|trên\ cơ\ sở|qua(?!\ (?:đèo|sông|suối|núi|hồ|vịnh|eo)\ )
       |góp\ phần|bảo\ đảm|đảm\ bảo|sử\ dụng\ (?:vốn|nguồn)|từ\ nguồn|từ\ năm|đạt|giải\ ngân|làm\ (?:cơ|căn|cho|thay)|cho\ các|còn|vào|kèm|ban\ hành|triển\ khai|hoàn\ thành|xem|(?<!mặt\ )(?<!đồng\ )(?<!công\ )(?<!cân\ )bằng|chậm
       |(?:dài|quy\ mô|diện\ tích|công\ suất)(?=\ (?:(?:khoảng|trên|gần|hơn)\ )?\d)|mới\ (?:bàn\ giao|giải\ phóng|thực\ hiện|hoàn\ thành|chỉ|đạt)
       |thuộc|kết\ nối|kiến\ nghị|chưa|tổng\ mức|thống\ nhất|(?<!công\ )(?<!chương\ )(?<!quy\ )(?<!lộ\ )(?<!hành\ )trình|ngày|số\ \d|góp|trong\ bối|cùng)(?![\wà-ỹ])
     |\ của\ (?=(?:Chính\ phủ|Thủ\ tướng|UBND|HĐND|Ủy\ ban\ nhân|Hội\ đồng\ nhân|Tỉnh\ ủy|Huyện\ ủy|Ban\ (?:Chấp|Thường|Bí)|BCH|BTV|Quốc\ hội|Bộ|Sở|tỉnh(?!\ [{UPPER}])))
     |\ giao\ (?=(?:cho\ )?(?:Sở|Ban|UBND|Ủy\ ban|Công\ an|Bộ|Văn\ phòng|Hội|Liên\ minh|Trường|Thanh\ tra|Đảng\ ủy|Mặt\ trận)(?![\wà-ỹ]))
     |,\ (?=(?:[Dd]ự|[Đđ]ề)\ án\ |(?:với\ )?mục\ tiêu(?:\ là)?\ (?:đến|trong|năm|đạt|\d))
     |(?<!gắn)(?<!kết\ hợp)(?<!so)(?<!phù\ hợp),?\ với(?![\wà-ỹ])
     |\ và\ (?=(?:[Cc]ác\ (?:[Đđ]ề\ án|[Cc]hương|[Cc]hính|[Kk]ế|[Nn]ghị|[Qq]uy|cơ\ chế|văn\ bản|giải|dự)|[Đđ]ề\ án|[Cc]hương\ trình|[Kk]ế\ hoạch|[Nn]ghị\ quyết|[Cc]hỉ\ thị|[Qq]uyết\ định|[Dd]ự\ án|tổ\ chức|triển\ khai|chỉ\ đạo|ban\ hành|thực\ hiện
       |trình|đôn\ đốc|báo\ cáo|kết\ luận|hướng\ dẫn)(?![\wà-ỹ])))""",
    re.VERBOSE,
)
"""What ends a name in running text."""

_PAIR = re.compile(
    r"""(?:phòng|kinh\ tế|chất\ lượng|hiệu\ quả|quốc\ phòng|an\ ninh|giáo\ dục|nông\ nghiệp|lâm\ nghiệp|nông|công\ nghiệp|quản\ lý|bảo\ tồn
      |văn\ hóa|bảo\ vệ|khai\ thác|mở\ rộng|cải\ tạo|nâng\ cấp|chăm\ sóc|đào\ tạo|khoa\ học|hỗ\ trợ|phổ\ biến|tuyên\ truyền|kiểm\ tra|vùng\ chè
      |lãnh\ đạo|nghiên\ cứu|sắp\ xếp|vật\ nuôi|cây\ trồng|lưu\ trữ|thu\ gom|ổn\ định|bố\ trí|xã|y\ tế|điện|nước|huyện|duy\ trì|phát\ triển)$""",
    re.VERBOSE,
)
"""Words before a comma that ask for their partner: ``phòng, chống``, ``kinh tế, xã hội``."""

_PARTNERS = (", hộ cận nghèo", ", cận nghèo", ", giải pháp")
_SLOGAN = re.compile(
    r"(?P<head>[^.,;:“”\"]{0,80}(?:[Cc]uộc vận động|[Pp]hong trào|[Cc]hương trình|[Mm]ô hình|mỗi xã)) [“\"][^“”\"]{4,160}[”\"]"
)
"""A name that ends in a slogan: ``Đề án thực hiện Cuộc vận động “...”``."""


def name_end(text: str, start: int) -> int:
    """Where a name that starts before `start` ends in running text: after its years, before a verb, or at a comma
    that does not belong to it.

    >>> t = "Đề án nuôi, chế biến cá lồng giai đoạn 2021-2025 được phê duyệt"
    >>> t[:name_end(t, 5)]
    'Đề án nuôi, chế biến cá lồng giai đoạn 2021-2025'
    """
    first = re.compile(r"\s*\w+").match(text, start)
    stop = _END.search(text, first.end() if first else start)
    limit = stop.start() if stop else len(text)
    slogan = _SLOGAN.match(text, start)
    if slogan and slogan.end("head") == limit:
        years = NAME_YEARS.match(text, slogan.end())
        return years.end() if years else slogan.end()
    years = NAME_YEARS.search(text, start, min(len(text), limit + 90))
    if years and years.start() <= limit:
        between = text[start : years.start()]
        if not _far_comma(between):
            return years.end()
    at = start
    while (comma := text.find(",", at, limit)) >= 0:
        told = text[start:comma]
        rest = text[comma:limit]
        joined = are_joined(told, rest[1:]) or _PAIR.search(told)
        goes_on = joined or text.startswith(_PARTNERS, comma) or _same_noun(told, rest)
        if not goes_on and len(told.split()) > 4:
            return comma
        at = comma + 1
    area = text.find(" trên địa bàn", start, limit)
    return area if area > start else limit


_NEXT_NOUN = re.compile(r", (?P<noun>[^\W\d_]+ [^\W\d_]+) [^\W\d_]")
_REACH = 5


def _same_noun(told: str, rest: str) -> bool:
    """``Đề án đào tạo cán bộ trẻ, cán bộ nữ``: the noun behind the comma is the one before it."""
    noun = _NEXT_NOUN.match(rest)
    return bool(noun and f" {noun['noun']} " in f" {' '.join(told.split()[-_REACH:])} ")


def closes(text: str, at: int) -> bool:
    """Does a word or mark stand there that cannot go on a name?"""
    return bool(_END.match(text, at))


def _far_comma(between: str) -> bool:
    """A comma after which another clause begins stands between a name and the years: they are not its own."""
    return (
        any(
            re.match(
                r",\s(?:và(?![\wà-ỹ])|(?:[a-zà-ỹđ]+\s){0,2}(?:các|những|đồng|phấn|đã|được|trong đó|huy động|tiếp tục)(?![\wà-ỹ]))",
                between[m.start() :],
            )
            for m in re.finditer(",", between)
        )
        or len(between) > 260
    )


_OF_NATION = re.compile(r"(?<!mục tiêu )quốc gia(?= đến| giai đoạn|,|$)")
"""``Chương trình Chuyển đổi số quốc gia``: not the province's own."""
_ALL_NATIONAL = ("chuong", "trinh", "muc", "tieu", "quoc", "gia")


def same_programme(a: str, b: str) -> bool:
    """Do two names mean one programme: equal, or the shorter one's words in the same order at the start of the longer?

    >>> same_programme("Đề án nuôi cá lồng", "Đề án nuôi cá lồng giai đoạn 2021-2025")
    True
    >>> same_programme("Dự án cầu Nậm Sơn", "Dự án cầu Thanh Giang")
    False
    >>> same_programme("Chương trình quốc gia về nước sạch giai đoạn 2021-2030", "Chương trình nước sạch giai đoạn 2021-2025")
    False
    """
    one, other = _span(a), _span(b)
    if one and other and one != other:
        return False
    if bool(_OF_NATION.search(a)) != bool(_OF_NATION.search(b)):
        return False
    x, y = sorted((_words(a), _words(b)), key=len)
    if sorted(x) == sorted(y):
        return True
    if x == _ALL_NATIONAL:
        return False
    return len(x) >= 3 and (y[: len(x)] == x or (x[0] == y[0] and len(x) >= 4 and _inside(x, y)))


def _span(name: str) -> tuple[str, ...]:
    """The first and last year of the period in a name; a single year may be a deadline and parts nothing."""
    span = re.search(r"(?:giai đoạn|thời kỳ|gđ) (\d{4})\s?[-–]\s?(\d{4})", same_tones(name))
    return span.groups() if span else ()


def _inside(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Is x a subsequence of y that leaves out two words at most?"""
    rest = iter(y)
    return len(y) - len(x) <= 2 and all(word in rest for word in x)


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    plain = re.sub(r"\([^)]*\)", " ", NAME_YEARS.sub(" ", same_tones(name)))
    return tuple(w for w in re.findall(r"\w+", fold(plain)) if w not in ("ve", "tinh", "cac", "va"))
