"""Time expressions of a sentence → periods (``2023``, ``2021-2023``, ``2023-10``) with the stretches they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vankien.vietnamese import parse_roman

TimeKind = Literal["at", "until", "span", "since", "now", "yearly", "base"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: where it stands, its period (empty for ``hằng năm``, ``đến nay``), and what kind it is:
    `at` a period, `until` its end (a deadline), a `span` of years, `since` a year, `now`, `yearly`, or a `base`: what a
    change is compared with, or the date of a document."""

    start: int
    end: int
    period: str
    kind: TimeKind


_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s?[-–—]\s?"
_BEGINS = r"""(?:(?<![^\W\d_])(?=\d|t(?:[íừạớ]|h[ờá]|r[oư])|n(?:ă|hi|g[àa])|c(?:[ảáuủ]|hí)|đ[ếầ]|h[ếằàiơ]|s[oá]|g[iđấ]|b[ằa]|m[ỗộ]|lầ|qu|và|ri)|(?=/))"""
"""The first letters of all that a time may begin with, asked before the alternatives are tried: half of their work is spared."""
_TIME = re.compile(
    rf"""{_BEGINS}(?:(?P<base>so(?:\svới)?\s(?:cùng\skỳ|năm\strước|(?:đầu|cuối)\snăm(?:\s(?:trước|nay))?(?!\s?\d|\shọc|\stài)|(?:đầu\s)?nhiệm\skỳ\strước|đầu\snhiệm\skỳ)(?:\snăm\s(?:trước|{_YEAR}))?
          |so(?:\svới)?\s(?:cùng\skỳ\s)?(?:(?:\d{{1,2}}|ba|sáu|chín)\stháng(?:\s(?:đầu|cuối))?(?:\snăm)?\s|quý\s(?:I{{1,3}}|IV|[1-4])(?:\s?/\s?|\snăm\s)|tháng\s\d{{1,2}}(?:\s?/\s?|\snăm\s)){_YEAR}
          |so(?:\svới)?\s(?:cùng\skỳ\s|(?:thực\shiện|kết\squả|mức|con\ssố)\s)?(?:của\s)?(?:thời\sđiểm\s)?(?:đầu\s|cuối\s|hết\s)*(?:giai\sđoạn|nhiệm\skỳ|năm)\s{_YEAR}(?:{_DASH}{_YEAR})?|(?:lần|hơn|gấp\sđôi|gấp\srưỡi|(?<=[,;]\s)bằng)\s(?:so\svới\s)?năm\s{_YEAR})
      | (?P<months>(?:tính\s)?(?:trong\s|đến\s)?(?P<count>\d{{1,2}}|ba|sáu|chín)\stháng(?:\s(?P<half>đầu|cuối))?(?:\snăm)?\s(?P<months_year>{_YEAR}))
      | (?P<quarter>(?:(?P<quarter_until>(?:tính\s)?đến(?:\s(?:hết|cuối))?|hết|trước)\s)?quý\s(?P<q>I{{1,3}}|IV|[1-4])(?:\s?/\s?|\snăm\s|,\s)(?P<quarter_year>{_YEAR}))
      | (?P<span>(?:trong\s|cả\s)?(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|gđ|(?:từ\s|các\s|các\snăm\s|trong\s)?(?:0?\d\s)?năm|từ)\s(?:năm\s)?(?P<first>{_YEAR})(?:{_DASH}|\s(?:đến|tới)\s(?:năm\s)?)(?P<last>{_YEAR})(?!\d))
      | (?P<turns>(?:(?:các|trong)\s){{0,2}}năm\s(?P<turns_first>{_YEAR})(?:,\s(?:năm\s)?{_YEAR}){{0,9}}(?:,\s|,?\svà\s)(?:năm\s)?(?P<turns_last>{_YEAR})(?=[^.;\d]{{0,80}}\s(?:lần\slượt|tương\sứng)\s))
      | (?P<school>(?:đến\s)?trước\s(?:thềm\s)?năm\shọc\s(?P<school_year>{_YEAR}){_DASH}{_YEAR}(?![\d/]))
      | (?P<bare>(?<![\d/.-])(?P<bare_first>{_YEAR}){_DASH}(?P<bare_last>{_YEAR})(?![\d/]))
      | (?P<since>từ\s(?:(?:đầu|cuối)\s)?(?:năm\s{_YEAR}|(?:đầu\s)?nhiệm\skỳ)\s(?:trở\s)?(?:đến\snay|lại\sđây))
      | (?P<window>từ\s(?:ngày\s)?\d{{1,2}}\s?[/.]\s?(?P<from_month>\d{{1,2}})\s?[/.]\s?(?P<from_year>{_YEAR})\s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?\d{{1,2}}\s?[/.]\s?(?P<to_month>\d{{1,2}})\s?[/.]\s?(?P<to_year>{_YEAR}))
      | (?P<day>(?:(?P<day_until>tính\sđến|đến|trước|hết|tại|vào)\s)?(?:hết\s)?(?:thời\sđiểm\s)?(?:ngày\s)?\d{{1,2}}\s?[/.-]\s?(?P<day_month>\d{{1,2}})\s?[/.-]\s?(?P<day_year>{_YEAR}))
      | (?P<written>(?:(?P<written_until>tính\sđến|đến|trước|hết|tại|vào)\s)?(?:hết\s)?ngày\s\d{{1,2}}\stháng\s(?P<written_month>\d{{1,2}})\snăm\s(?P<written_year>{_YEAR}))
      | (?P<month>(?:(?P<month_until>đến|hết|trước)\s)?(?:hết\s)?tháng\s(?P<m>\d{{1,2}})(?:\s?/\s?|\.|\snăm\s)(?P<month_year>{_YEAR}))
      | (?P<until>(?:(?:tính\s)?đến(?:\s(?:hết|cuối))?|hết|trước|đến\strước|tới)\s(?:năm\s)?(?P<until_year>{_YEAR})(?!\d|\s?[-–/.]\s?\d))
      | (?P<at>(?:(?:cuối|trong|vào|đầu|riêng|của|ngay\strong|ngay\stừ|kể\stừ|từ)\s)*năm\s(?P<at_year>{_YEAR})(?!\d|/\d))
      | (?P<listed>(?:(?<=[:;,]\s)|(?<=\())(?P<listed_year>{_YEAR})\s?:(?=\s(?:(?:tăng|giảm|đạt|còn|là)\s)?\d))
      | (?P<yearly>(?<!cây\s)(?:hằng|hàng|mỗi|từng)\snăm(?!\s{_YEAR})|một\snăm|/năm)
      | (?P<now>đến\snay|hiện\snay|hiện\stại|đến\sthời\sđiểm\s(?:này|hiện\stại)|(?<!thực\s)(?<!thể\s)(?<!phát\s)(?<!xuất\s)(?<!biểu\s)hiện(?=\s(?:có|đang|trên|toàn|tỉnh|đã|cả|tại)))
      | (?P<thismonth>(?:đến\s)?hết\sniên\sđộ(?:\sngân\ssách)?|(?:tính\s)?đến\s(?:(?:hết|cuối)\stháng\s\d{{1,2}}(?!\d|\s?/|\snăm)|(?:hết\s)?ngày\s\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?!\s?[\d/.-]*\d)|(?:[0-2]?\d|3[01])/(?:0?\d|1[0-2])(?=,|\s(?:đạt|ước|là|có|đã|toàn|cả|giải\sngân)(?!\w)))|(?:(?:đến|trong)\s)?(?:hết|cuối)\squý\s(?:I{{1,3}}|IV|[1-4])(?!\w|\s?/|\snăm|,\s20))
      | (?P<termend>(?:(?:đến|vào|tới|trước|hết)\s)?(?:năm\s)?(?:cuối|hết)\snhiệm\skỳ(?!\s(?:\d|trước|khóa|[IVX])))
      | (?P<thisyear>(?:trong|cả)\snăm(?=[,\s](?!\d))))""",
    re.IGNORECASE | re.VERBOSE,
)
"""``Trong 10 tháng năm 2023``, ``giai đoạn 2021 - 2023``, ``ước đến hết năm 2023``, ``so với cùng kỳ năm trước``."""


def _months(match: re.Match[str]) -> str:
    said = match["count"].lower()
    count, year = {"ba": 3, "sáu": 6, "chín": 9}.get(said) or int(said), match["months_year"]
    if not 1 <= count <= 12 or (match["half"] or "").lower() == "cuối":
        return year
    return year if count == 12 else f"{year}-{count:02}"


def _quarter(match: re.Match[str]) -> str:
    number = parse_roman(match["q"].upper()) or int(match["q"])
    return f"{match['quarter_year']}-{number * 3:02}"


def _in_order(first: str, last: str) -> str:
    return f"{first}-{last}" if first < last else last


def _month(month: str, year: str) -> str:
    return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else year


def _window(match: re.Match[str]) -> tuple[str, TimeKind]:
    """Twelve months from day to day (``từ ngày 15/12/2031 đến ngày 14/12/2032``) are the year of a report; a shorter
    stretch tells what its end has come to."""
    length = 12 * (int(match["to_year"]) - int(match["from_year"])) + int(match["to_month"]) - int(match["from_month"])
    return (match["to_year"], "at") if length == 12 else (_month(match["to_month"], match["to_year"]), "until")


def _read(match: re.Match[str]) -> tuple[str, TimeKind]:
    """The period and the kind of one match."""
    match match.lastgroup and next(k for k in _KINDS if match[k]):
        case "base":
            return "", "base"
        case "months":
            return _months(match), "at"
        case "quarter":
            return _quarter(match), "until" if match["quarter_until"] else "at"
        case "span":
            return _in_order(match["first"], match["last"]), "span"
        case "bare":
            return _in_order(match["bare_first"], match["bare_last"]), "span"
        case "turns":
            return _in_order(match["turns_first"], match["turns_last"]), "span"
        case "school":
            return match["school_year"], "until"
        case "since":
            year = re.search(_YEAR, match["since"])
            return (year.group() if year else ""), "since"
        case "window":
            return _window(match)
        case "day":
            return _month(match["day_month"], match["day_year"]), "until" if match["day_until"] else "base"
        case "written":
            return _month(match["written_month"], match["written_year"]), "until" if match["written_until"] else "base"
        case "month":
            return _month(match["m"], match["month_year"]), "until" if match["month_until"] else "at"
        case "until":
            return match["until_year"], "until"
        case "at":
            return match["at_year"], "at"
        case "listed":
            return match["listed_year"], "at"
        case "now":
            return "", "now"
        case _:
            return "", "yearly" if match["yearly"] else "at"


_KINDS = (
    "base",
    "months",
    "quarter",
    "span",
    "turns",
    "school",
    "bare",
    "since",
    "window",
    "day",
    "written",
    "month",
    "until",
    "at",
    "listed",
    "yearly",
    "now",
    "thismonth",
    "termend",
    "thisyear",
)


@lru_cache(maxsize=8192)
def find_times(text: str) -> tuple[Time, ...]:
    """The time expressions of a text, in order, never overlapping.

    >>> [(t.period, t.kind) for t in find_times("Trong 10 tháng năm 2023 đạt 5%, tăng 2% so với năm 2020")]
    [('2023-10', 'at'), ('', 'base')]
    >>> [(t.period, t.kind) for t in find_times("Giai đoạn 2021 - 2025, phấn đấu đến năm 2025")]
    [('2021-2025', 'span'), ('2025', 'until')]
    >>> [(t.period, t.kind) for t in find_times("Thực hiện Luật Đất đai năm 2024, trồng 20 ha rừng")]
    [('', 'base')]
    >>> find_times("Giá trị sản xuất (giá so sánh năm 2010)")
    ()
    >>> [(t.period, t.kind) for t in find_times("Tốc độ tăng các năm: 2031: 5,1%; 2032: 6,4%")]
    [('2031', 'at'), ('2032', 'at')]
    >>> [t.period for t in find_times("Giá trị các năm 2031, 2032, 2033 tăng lần lượt 5%, 6%, 7%; năm 2034, 2035 tăng 8%")]
    ['2031-2033', '2034']
    >>> [(t.period, t.kind) for t in find_times("dùng được trước năm học 2026 - 2027; năm học 2024 - 2025 có 9 trường")]
    [('2026', 'until'), ('2024-2025', 'span')]
    """
    return tuple(Time(m.start(), m.end(), *_timed(text, m)) for m in _TIME.finditer(text) if not _of_prices(text, m))


_PRICES = re.compile(r"(?<!\w)giá\s(?:so\ssánh|cố\sđịnh)\s$", re.IGNORECASE)


def _of_prices(text: str, match: re.Match[str]) -> bool:
    """``giá so sánh năm 2010``: the year of the prices, and of no value."""
    return match["at"] is not None and _PRICES.search(text, 0, match.start()) is not None


_LAW = re.compile(r"(?:Luật|Hiến pháp|Pháp lệnh)\s(?:[^\s,;.()]+\s){0,8}$")


_PROGRAMME = re.compile(
    r"số\s[^\s,;]+[^;.:]{0,80}\s(?:phê\sduyệt|ban\shành)\s(?:(?:Chương\strình|Đề\sán|Quy\shoạch|Chiến\slược|Dự\sán)\s)[^;:%]{4,160}$"
)
"""``Quyết định số 9/QĐ-TTg phê duyệt Chương trình phát triển sâm đến năm 2030, định hướng đến năm 2045``: a part of the name."""
_NAME_ENDS = re.compile(r"(?:,\s(?:định\shướng|tầm\snhìn)\sđến\s(?:năm\s)?20\d\d)?\s*(?:;(?!\strong\sđó)|\.(?!\d)|$)")
"""What goes on behind the years may still be promised for them: ``..., định hướng đến năm 2045; trong đó tỉnh được giao 900 ha``."""
_STANDARD = re.compile(
    r"chuẩn(?:\s(?:hộ|nghèo|mới|cũ|quốc\sgia|đa\schiều|tiếp\scận|áp\sdụng|cho))*\s$",
    re.IGNORECASE,
)
"""``tỷ lệ hộ nghèo (chuẩn đa chiều 2021-2025)``: the years of a standard, not of a value."""


_APPLIED = re.compile(r"(?<!\w)(?:áp\sdụng|có\shiệu\slực)(?:\sthi\shành)?\s$", re.IGNORECASE)
"""``theo chuẩn mới áp dụng từ năm 2031``: since when a rule holds."""


def _timed(text: str, match: re.Match[str]) -> tuple[str, TimeKind]:
    """What a match says, but that the year in the name of a law (``Luật Đất đai năm 2024``) dates only the law, and the
    years of a poverty line (``chuẩn nghèo 2016-2020``) only that line."""
    if (match["span"] or match["bare"]) and _STANDARD.search(text, 0, match.start()):
        return "", "base"
    if (
        match["until"]
        and _NAME_ENDS.match(text, match.end())
        and _PROGRAMME.search(text, max(0, match.start() - 220), match.start())
    ):
        return "", "base"
    if match["at"] and match["at"].lower().startswith("từ") and _APPLIED.search(text, 0, match.start()):
        return "", "base"
    if match["at"] and match["at"].lower().startswith("năm") and _LAW.search(text, 0, match.start()):
        return "", "base"
    return _read(match)


def last_year(period: str) -> str:
    """The year in which a period ends.

    >>> [last_year(p) for p in ("2021-2025", "2023-10", "2023", "")]
    ['2025', '2023', '2023', '']
    """
    years = re.findall(_YEAR, period)
    return years[-1] if years else ""


_IN_TURN = re.compile(
    rf"(?:(?:các|trong)\s)*năm\s(?P<years>{_YEAR}(?:(?:,\s|\svà\s|,\svà\s)(?:năm\s)?{_YEAR})+)", re.IGNORECASE
)
_LEFT_OF_YEARS = re.compile(rf"(?:\slần lượt)?(?:\s(?:trong\s)?các)?(?:(?:,|\svà)?\s?{_YEAR})*$")


def years_in_turn(text: str, count: int) -> tuple[Time, ...]:
    """The years that a sentence lists for as many values told in turn (``các năm 2021, 2022 tăng lần lượt``).

    >>> [t.period for t in years_in_turn("IIP các năm 2021, 2022 tăng lần lượt", 2)], years_in_turn("năm 2021, 2022", 3)
    (['2021', '2022'], ())
    """
    listed = _IN_TURN.search(text)
    years = re.findall(_YEAR, listed["years"]) if listed else []
    if not listed or len(years) != count:
        return ()
    return tuple(Time(listed.start(), listed.end(), year, "at") for year in years)


def without_years(label: str) -> str:
    """A label without what a list of years left behind in it.

    >>> without_years("Tốc độ tăng chỉ số giá các, 2022 và 2023")
    'Tốc độ tăng chỉ số giá'
    """
    return _LEFT_OF_YEARS.sub("", label)


def yearly_rate(label: str) -> str:
    """The label of a rate of one year, where that of the years together stands before it.

    >>> yearly_rate("Tốc độ tăng GRDP bình quân"), yearly_rate("Thu nhập bình quân")
    ('Tốc độ tăng GRDP', 'Thu nhập bình quân')
    """
    return label.removesuffix(" bình quân") if label.startswith("Tốc độ tăng ") else label


_OF_CONGRESS = re.compile(r"(?i:đại\shội)[^.;:]{0,100}[\s,]$")


def of_congress(text: str, time: Time) -> bool:
    """Is a term part of a congress' name (``Đại hội ... lần thứ XX,`` nhiệm kỳ 2030-2035)?"""
    return _OF_CONGRESS.search(text[: time.start]) is not None
