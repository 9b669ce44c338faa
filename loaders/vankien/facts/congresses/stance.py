"""Where a sentence stands: among goals, tasks, results, requests or funds; and who set the goals of the document, until when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vankien.facts.congresses.heading_times import is_ahead
from vankien.facts.congresses.laid_before import (
    both_sides,
    congress_before,
    former_congress,
    goals_due,
    looked_back_on,
    next_ordinal,
)
from vankien.facts.times.periods import find_times, last_year
from vankien.facts.times.title_years import TERM, TERM_OF, coming_span, past_years, term_that_ends, term_to_come
from vankien.model import Context, Outline
from vankien.vietnamese import ROMAN, fold, is_upper, parse_date, parse_roman

Stance = Literal["goals", "tasks", "results", "requests", "funds", "unknown"]

_RESULTS = re.compile(
    r"""^(?:\W*(?:ve\ |nhung\ |mot\ so\ |danh\ gia\ )?)*(?:ket\ qua|tinh\ hinh|thuc\ trang|hien\ trang|danh\ gia|dac\ diem|uu\ diem|han\ che|ton\ tai|nguyen\ nhan|boi\ canh|thanh\ tuu|kho\ khan
       |kiem\ diem|qua\ trinh|bai\ hoc|nhin\ lai|thuan\ loi|can\ cu|yeu\ kem|viec\ cu\ the\ hoa|khai\ quat|diem\ lai|cong\ tac\ lanh\ dao|kinh\ nghiem|thuc\ hien\ nghi\ quyet)
      |^\W*(?:dai\ hoi\ )?(?:co\ ban\ )?(?:tan\ thanh|thong\ qua|thong\ nhat|nhat\ tri)\b.{0,60}\b(?:ket\ qua|danh\ gia|kiem\ diem|tinh\ hinh)\b
      |\bnhung\ (?:tap\ the\ |ca\ nhan\ )?(?:dien\ hinh|tam\ guong|mo\ hinh\ (?:hay|tieu\ bieu|dien\ hinh))\b|\b(?:thuc\ hien|dat\ duoc)\ (?:den\ dau|nhung\ gi)\b
      |^\W*(?:ve\ )?(?:viec\ |tinh\ hinh\ )?thuc\ hien\ (?:cac\ )?(?:(?:chi|muc)\ tieu|khau\ dot\ pha|dot\ pha)\b(?!.*\bden\ nam\b)|\bda\ dat\ duoc\b
      |ket\ qua\ (?:dat\ duoc|thuc\ hien|chu\ yeu|noi\ bat|trien\ khai)|(?:nam|nhiem\ ky)\ qua\b""",
    re.VERBOSE,
)
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|tam nhin)\b")
_MEASURED = re.compile(
    r"\d ?%(?: so voi| cua)?(?: cac)? (?:muc tieu|chi tieu)|(?:so voi|(?:thap|cao) hon|gan bang)(?: cac)? (?:muc tieu|chi tieu)"
)
"""``..., bằng 83% mục tiêu đến năm 2025, cụ thể:``: what leads up to the list is held against a goal and announces none."""
_COUNTED = re.compile(
    r"\b\d+(?:/\d+)? (?:chi tieu|muc tieu)(?: (?:co ban|deu|da|du bao|uoc))* (?:(?:khong|chua|kho) )?(?:dat|vuot|hoan thanh)\b"
)
"""``có 11 chỉ tiêu vượt, 3 chỉ tiêu không đạt, cụ thể:``: the list says what came of the targets."""
_TASKS = re.compile(
    r"\b(?:nhiem vu|giai phap|phuong huong|(?<!theo )(?<!dung )dinh huong|to chuc thuc hien|khau dot pha|dot pha chien luoc|trong tam|nhiem ky (?:moi|toi))\b"
)
_REQUESTS = re.compile(r"^\W*(?:nhung |mot so )?(?:de xuat|kien nghi|de nghi|hieu luc thi hanh)\b")
_FUNDS = re.compile(r"^(?:(?:tong|du toan|nguon|nhu cau)\s)*(?:kinh phi|von thuc hien|nguon (?:von|luc))\b")
"""Headings of funds: sums there are reported, not promised."""
_OPENS_TASKS = re.compile(r"(?:muc tieu|chi tieu|nhiem vu|phuong huong|giai phap|cac chi tieu|mot so chi tieu)\b")
_REACHED = re.compile(r"\W*(?:danh gia )?(?:ket qua|tinh hinh) (?:dat duoc|thuc hien|cu the|tung (?:chi|muc) tieu)")
_TARGETS_ALONE = re.compile(
    r"[\W\d]*(?:ve )?(?:(?:cac|mot so|nhung) )?(?:muc tieu, )?chi tieu(?: (?:ve|chu yeu|co ban|chinh|kinh te|van hoa|xa hoi|moi truong|quoc phong|an ninh|doi ngoai|xay dung dang|he thong chinh tri|-|,|;|va)|(?<=\w)[,;])*\W*"
)
"""``Kết quả đạt được`` / ``1. Các chỉ tiêu chủ yếu``: which were reached."""
_PLAN_GENRE = re.compile(r"^(?:ke hoach|chuong trinh|nghi quyet|de an|quyet dinh|chi thi|chien luoc|quy hoach)\b")
_REPORT_GENRE = re.compile(r"^(?:bao cao|ket luan|thong bao)\b")
_GUIDE_GENRE = re.compile(
    r"^(?:de cuong|tai lieu|huong dan|chuyen de|hoi ?[-–]? ?dap)\b(?! cua\b| so\b)(?:,? (?:[^\W\d]+|-|–)){0,10}$"
)
"""What tells readers of a congress and hands out work of its own: ``ĐỀ CƯƠNG TUYÊN TRUYỀN``, ``TÀI LIỆU HỌC TẬP``."""


def title_to_stance(title: str) -> Stance:
    """What a heading announces.

    >>> [title_to_stance(t) for t in ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU", "II. CHỈ TIÊU NĂM 2026", "Nông nghiệp")]
    ['results', 'goals', 'unknown']
    >>> title_to_stance("Tán thành nội dung cơ bản về kết quả nhiệm kỳ 2020 - 2025")
    'results'
    """
    text = re.sub(r"^[\W\d]+", "", fold(title))
    if _REQUESTS.search(text):
        return "requests"
    if _FUNDS.search(text):
        return "funds"
    results = _RESULTS.search(text)
    if (
        results
        and re.search(r"(?:;|\bva\b)[^;]*\b(?:nhiem vu|muc tieu|phuong huong)\b", text[results.end() :])
        and not re.match(r"ket qua thuc hien", text)
    ):
        return "unknown"
    if results:
        return "results"
    if _GOALS.search(text):
        return "goals"
    return "tasks" if _TASKS.search(text) else "unknown"


@dataclass(frozen=True, slots=True)
class View:
    """What the letterhead says for the numbers below: whether the document plans or reports, who sets its goals
    (``XIV``, ``plan-2025``, ``plan``), the year it was written in, the deadline and the period that hold where none is given."""

    plans: bool
    set_by: str
    year: str
    by: str | None
    period: str | None = None
    former: str | None = None
    """The congress before the one that a political report is written for, or whose resolution this is: its targets are
    those reported on. Before a first congress, the term before."""
    carries_out: str | None = None
    """The congress whose resolution a plan carries out by its title: the goals that the plan quotes are that congress'."""
    past_years: tuple[int, str] | None = None
    """How many years of a term a report says in its title that it looks back on, and which years these are."""
    ahead: str | None = None
    """The coming year, in a report on one year that hands out the work of the next: its goals are those of that year's plan."""
    dated: bool = False
    """Does the letterhead print a date? Without one, the year is only that of the term named."""
    last_told: str = ""
    """Where nothing tells the year: the last one that the document can tell of."""


_CONGRESS = re.compile(rf"(?i:đại\shội)[^.;]{{0,80}}?(?i:lần\sthứ)\s?[:.]?\s(?P<ordinal>{ROMAN})(?![\w])")
_OF_NATION = re.compile(r"toàn\s(?:quốc|đảng)", re.IGNORECASE)
_YEARLY_PLAN = re.compile(
    r"kế\shoạch\sphát\striển\skinh\stế[^;.]{0,40}(?<!\d\s)năm\s20\d\d(?!\s?[-–])|nhiệm\svụ[^;.]{0,60}năm\s20\d\d|nhiệm\svụ[^;.]{60,120}(?<!đến\s)năm\s20\d\d(?!\s?[-–])",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?i:số)\s?:?\s*(?P<code>\d+[A-Za-z]?\s?[-/][^\s,;]*[A-ZĐ]{2}[^\s,;*]*)")
_PLAN_YEAR = re.compile(r"(?<!đến\s)năm\s(?P<year>20\d\d)(?!\s?[-–]\s?\d)", re.IGNORECASE)


_APPROVED = re.compile(
    r"(?:phê\sduyệt|ban\shành|thông\squa)\s(?P<name>(?:Đề\sán|Chương\strình|Chiến\slược|Quy\shoạch|Dự\sán)\s(?!hành\sđộng).+)$",
    re.IGNORECASE,
)
"""A decision that approves a scheme speaks for the scheme."""


_THEME = re.compile(r"\W{0,9}(?:chủ\sđề|phương\schâm|khẩu\shiệu)(?:\s[^:“”]{1,40})?:.*$", re.IGNORECASE | re.DOTALL)
"""``Chủ đề Đại hội: “... vào năm 2030”``: what a congress wishes says nothing of the document's own time."""


def is_guide(genre: str) -> bool:
    """Does a genre tell readers of a congress and hand out work of its own?

    >>> is_guide("Đề cương tuyên truyền"), is_guide("Báo cáo chính trị")
    (True, False)
    """
    return _GUIDE_GENRE.match(fold(genre)) is not None


_REVIEWED = re.compile(
    r"thực\shiện\s(?:nghị\squyết|kết\sluận|chỉ\sthị|chương\strình\shành\sđộng)\ssố\s(?P<code>\d+[a-z]?\s?[-–/][^\s,;*]*)",
    re.IGNORECASE,
)
"""``BÁO CÁO sơ kết 3 năm thực hiện Nghị quyết số 18-NQ/TW``: whose goals a report looks at, where no congress is named."""


_TOLD_OF = re.compile(r"^[^:.;]{2,30}:\s(?=(?:nghi quyet|ke hoach|chuong trinh|chi thi|quyet dinh)\s(?:cua|so)\s)")
"""``Hải Minh: Nghị quyết của HĐND thành phố về ...``, as pages entitle what they print."""


def _genre(lines: list[str]) -> str:
    """The line of the letterhead that names the genre, folded."""
    folded = [_TOLD_OF.sub("", re.sub(r"^[\W\d]+", "", fold(line))) for line in lines]
    for text, line in zip(folded, lines, strict=True):
        if _PLAN_GENRE.match(text) or _REPORT_GENRE.match(text) or (is_upper(line) and _GUIDE_GENRE.match(text)):
            return text
    return ""


def _congress_of(title: str) -> re.Match[str] | None:
    """The congress that a title names: of the nation's and the province's, whose resolutions an action programme carries
    out together, the province's, which set the targets of the province.

    >>> _congress_of("thực hiện Nghị quyết Đại hội toàn quốc lần thứ XX và Đại hội Đảng bộ tỉnh lần thứ IX")["ordinal"]
    'IX'
    """
    named = list(_CONGRESS.finditer(title))
    return next((m for m in named if not _OF_NATION.search(m[0])), named[0] if named else None)


def _title_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The title's lines: in a decision, the body that decides is printed again below it, in capitals."""
    end = next((i for i in range(2, len(lines)) if is_upper(lines[i]) and not is_upper(lines[i - 1])), len(lines))
    return lines[:end]


def _title(head: tuple[str, ...], genre: str) -> str:
    """The title: from the line that names the genre on, without the theme of a congress."""
    bare = (re.sub(r"^[\W\d]+", "", fold(line)) for line in head)
    at = next((i for i, line in enumerate(bare) if line.startswith(genre)), 0) if genre else 0
    lines = (line for line in _title_lines(head[at:]) if not _DATE_LINE.fullmatch(line))
    return _THEME.sub("", " ".join(lines))


_DATE_LINE = re.compile(r"[^,;.\d]{2,40},\s(?:ngày[\s\d.…]*)?tháng[\s\d.…]*năm\s(?:19|20)\d\d\W*", re.IGNORECASE)
"""Where and when a document was written, below its title: no time that it tells of."""


def _year_of_term(term: re.Match[str] | None, opening: str) -> str:
    """The year that a document without a date counts as written in: the first of its term, but the last where its
    opening tells what the term has reached."""
    if not term:
        return ""
    told = _TOLD.search(opening)
    return term["end" if told and told["end"] == term["end"] else "start"]


def _told_period(
    title: str, year: str, term: re.Match[str] | None, span: tuple[str, str] | None, *, former: bool
) -> str | None:
    """The time that a document tells of: the one that its title names; where a congress went before (`former`), the
    term that ends, or the years before those to come."""
    period = next((t.period for t in find_times(title) if t.period and t.kind == "at"), None)
    if former and term and not period:
        period = term_that_ends(int(term["start"]), int(term["end"]), year)
    if former and span and not period:
        period = f"{int(span[0]) - TERM}-{int(span[0]) - 1}"
    return period


@lru_cache(maxsize=64)
def _view(head: tuple[str, ...], titles: tuple[str, ...], opening: str) -> View:
    text = " ".join(head)
    genre = _genre(list(head)) or _genre(list(titles[:3]))
    title = _title(head, genre) or text
    own = bool(re.match(r"(?:nghi quyet|chuong trinh|ket luan|chi thi|quyet dinh)", genre))
    reviewed = _REVIEWED.search(title) if _REPORT_GENRE.match(genre) and not _CONGRESS.search(title) else None
    congress = _congress_of(title) or (
        None if own or reviewed else _CONGRESS.search(" ".join(titles)) or _CONGRESS.search(opening)
    )
    plan = bool(re.match(r"ke hoach", genre) or (own and _YEARLY_PLAN.search(title)))
    date = parse_date(text) or next(iter(re.findall(r"tháng[\s\d….]{0,6}năm\s(20\d\d)", text)), "")
    years = [m["year"] for m in _PLAN_YEAR.finditer(title)]
    year = date[:4]
    of_congress = genre.startswith("nghi quyet") and "dai hoi" in fold(title)[:40]
    laid = None if _PLAN_GENRE.match(genre) else _LAID_BEFORE.search(title)
    term = term_to_come(title) if _REPORT_GENRE.match(genre) else TERM_OF.search(title)
    span = coming_span(title, year) if (laid or own) and not term else None
    term = term or (None if span else TERM_OF.search(" ".join(titles)) or TERM_OF.search(opening))
    dated = plan or genre.startswith(("chi thi", "cong dien", "chuong trinh cong tac"))
    by = years[-1] if dated and years else (term["end"] if term else span[1] if span else None)
    if of_congress and not by:
        by = goals_due(titles, year)
    code = None if plan else _CODE.search(text)
    ordinal = next_ordinal(title) or (laid or congress or {"ordinal": ""})["ordinal"]
    code = reviewed or code
    set_by = ordinal if ordinal and not plan else (code["code"] if code and (own or reviewed) else "plan")
    if plan:
        set_by = f"plan-{years[-1]}" if years else "plan"
    if approved := None if plan else _APPROVED.search(title):
        set_by = " ".join(approved["name"].split()).strip(" .*")
        by = by or next((last_year(t.period) for t in reversed(find_times(set_by)) if t.period), None)
    if own and not plan and not congress:
        by = next((t.period for t in find_times(title) if t.kind == "until"), by)
    plans = bool(_PLAN_GENRE.match(genre))
    year = year or (by if plan and by else "") or _year_of_term(term, "" if genre else opening)
    former = former_congress(text, set_by, term) if not plans else None
    if not laid and _REPORT_GENRE.match(genre) and (sides := both_sides(title, ordinal, term)):
        set_by, former = sides
    of_congress = of_congress or bool(_GUIDE_GENRE.match(genre) and _CONGRESS.search(title))
    if of_congress and congress and term and not plan:
        former = congress_before(ordinal, int(term["start"]), int(term["end"]))
    if former and not parse_roman(former):
        former = looked_back_on(titles, opening) or former
    told = not plans or (of_congress and bool(former and term))
    period = _told_period(title, year, term, span, former=bool(former)) if told else None
    titled = _CONGRESS.search(title) if plan else None
    ahead = _year_ahead(title, years) if _REPORT_GENRE.match(genre) and not laid else None
    past = past_years(title, term, year) if _REPORT_GENRE.match(genre) else None
    carried = titled["ordinal"].upper() if titled else None
    return View(plans, set_by, year, by, period, former, carried, past, ahead, bool(date))


_TOLD = re.compile(
    r"nhiệm\skỳ\s20\d\d\s?[-–]\s?(?P<end>20\d\d),?\s[^.;]{0,240}?\s(?:đã\s(?:đạt|tập\strung|nỗ\slực|lãnh\sđạo|hoàn\sthành|thực\shiện)|đạt\sđược)(?!\w)",
    re.IGNORECASE,
)
"""``Thực hiện Nghị quyết Đại hội ..., nhiệm kỳ 2025 - 2030, Đảng bộ đã đạt được ...``: told when the term is over."""


def _year_ahead(title: str, years: list[str]) -> str | None:
    """The second of two years in a row that a title names, if it is about no congress.

    >>> _year_ahead("tình hình năm 2031 và phương hướng, nhiệm vụ năm 2032", ["2031", "2032"])
    '2032'
    """
    if len(set(years)) != 2 or int(years[-1]) != int(years[0]) + 1 or _CONGRESS.search(title):
        return None
    return years[-1] if _TASKS.search(fold(title)) or _GOALS.search(fold(title)) else None


_LAID_BEFORE = re.compile(
    rf"báo\scáo.{{0,800}}\btrình\s(?:tại\s)?đại\shội\s(?:[^.;\d]{{0,60}}?\s)?(?-i:(?P<ordinal>{ROMAN}))(?!\w)",
    re.IGNORECASE,
)
"""``BÁO CÁO ... (trình Đại hội đại biểu toàn quốc lần thứ XVI của Đảng)``: what it promises, that congress decides."""


def outline_to_view(outline: Outline) -> View:
    """Read the letterhead, the headings and the first paragraphs of a document."""
    head = tuple(p.text for p in outline.letterhead)
    titles = tuple(h.title.text for h in outline.headings[:12])
    opening = " ".join(p.passage.text for p in outline.paragraphs[:4])
    return _view(head, titles, opening)


def list_of_results(lead: str) -> bool:
    """Does the line above a list count how many targets were reached: the list says what came of each?

    >>> list_of_results("Có 11 chỉ tiêu vượt, 3 chỉ tiêu không đạt, cụ thể:"), list_of_results("Phấn đấu đạt 5 chỉ tiêu:")
    (True, False)
    """
    return _COUNTED.search(fold(lead)[-200:]) is not None


_APPROVES = re.compile(
    r"\W*(?:dai hoi )?(?:co ban )?(?:tan thanh|thong qua|thong nhat|nhat tri)\b.{0,60}\b(?:ket qua|danh gia|kiem diem|tinh hinh)\b"
)


def approves_results(text: str) -> bool:
    """Does a sentence say that a congress approves what was said of the term that is over? What it stresses is part of it.

    >>> approves_results("Thông qua những đánh giá về 5 năm 2026 - 2030."), approves_results("Thông qua các chỉ tiêu sau:")
    (True, False)
    """
    return _APPROVES.match(fold(text)) is not None


@lru_cache(maxsize=4096)
def _stance(titles: tuple[str, ...], lead: str, plans: bool, year: str) -> Stance:
    told = fold(lead)
    if list_of_results(lead):
        return "results"
    if lead and _GOALS.search(_MEASURED.sub("", told[-200:])) and not _RESULTS.search(told):
        return "goals"
    current: Stance = "unknown"
    reached = False
    for title in titles:
        stance = title_to_stance(title)
        opens = _OPENS_TASKS.match(re.sub(r"^[\W\d]+", "", fold(title)))
        if reached and _TARGETS_ALONE.fullmatch(fold(title)):
            continue
        reached = stance == "results" and _REACHED.match(fold(title)) is not None
        if stance == "unknown" or (
            current in ("results", "requests", "funds") and stance in ("goals", "tasks") and not opens
        ):
            continue
        current = stance
    if current != "unknown":
        return current
    if plans:
        return "tasks"
    return "goals" if is_ahead(titles, year) else "unknown"


def context_to_stance(context: Context, view: View) -> Stance:
    """The stance of a place: the list's opening sentence, else the headings from the
    outermost in (inside results only a heading that opens with goals or tasks turns the sense), else the genre."""
    return _stance(context.titles, context.lead, view.plans, view.year)


def titles_to_stance(titles: tuple[str, ...], view: View) -> Stance:
    """The stance below some headings, the outermost first."""
    return _stance(titles, "", view.plans, view.year)
