"""Goals that a sentence or a line announces where no heading does: ``Đại hội đề ra 24 chỉ tiêu, trong đó ...``, a page that
opens with ``Các chỉ tiêu chủ yếu đến năm 2030``."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.marks import CLOSED_BRACKET
from vankien.facts.congresses.heading_times import heading_deadline
from vankien.facts.congresses.stance import Stance, View
from vankien.facts.cues.wording import HEAD
from vankien.facts.goals.target_groups import STRUCTURE
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.facts.quantities.measure import Measure
from vankien.facts.times.periods import Time, find_times, last_year
from vankien.facts.times.title_years import TERM
from vankien.model import Lexicon, Outline, Sentence
from vankien.vietnamese import fold

_NOUN = r"(?:chỉ\stiêu|mục\stiêu)"
_KIND = r"(?:\s(?:chủ\syếu|chính|cụ\sthể|cơ\sbản|quan\strọng|trọng\stâm|then\schốt|phát\striển|lớn))*"
_REACHED = r"\s(?:đã|đều|đạt|vượt|hoàn\sthành|chưa|không|khó|đề\sra|được\sgiao|của\snghị\squyết|thành\sphần|cơ\sbản\s(?:đã|đều|đạt|hoàn)|dự|ước)(?!\w)"
_LINE = re.compile(
    rf"\W*(?:[A-ZĐ]{{2,8}}\s[-–]\s)?(?:(?i:hệ\sthống|các|một\ssố|những|\d{{1,2}})\s)*(?i:{_NOUN})(?![\w])(?!(?i:{_REACHED}))[^.;:%]{{0,110}}:?\W*"
)
"""``Một số chỉ tiêu chủ yếu nhiệm kỳ 2025 - 2030``, the whole of a line, as web pages print a heading."""
_JUDGED = re.compile(
    r"(?<!\w)(?:(?<!cần\s)(?<!để\s)đạt|vượt|hoàn\sthành|thực\shiện|kết\squả|so\svới|theo\sdõi|đánh\sgiá)(?!\w)",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?<!\w)(?:đề\sra|đặt\sra|đặt|xác\sđịnh|thông\squa|thống\snhất|nhất\strí|nêu|quyết\snghị|đưa\sra)\s(?:[^.;:%]{{0,120}}?\s)?(?P<noun>{_NOUN})(?!\w)(?!{_REACHED}){_KIND}",
    re.IGNORECASE,
)
"""``thông qua một số chỉ tiêu chủ yếu``, ``nghị quyết đề ra mục tiêu``."""
_LIST = re.compile(
    rf"(?<!\w)(?:các|những|một\ssố|\d{{1,2}})\s(?:{_NOUN}(?:,|\svà)\s)?{_NOUN}(?!\w)(?!{_REACHED})[^.;:%]{{0,90}}:\s",
    re.IGNORECASE,
)
"""``Các chỉ tiêu chủ yếu giai đoạn 2026 - 2030 gồm: ...``."""
_ARE = re.compile(
    rf"\W*(?:các|những|một\ssố)\s{_NOUN}{_KIND}\s(?:là|gồm|bao\sgồm)\s(?!.*(?<!\w)(?:đều|vượt)(?!\w))", re.IGNORECASE
)
"""``Các chỉ tiêu chủ yếu là tổng sản phẩm ... đạt 90 nghìn tỷ đồng``: the list without a colon."""
_AIMED = re.compile(
    rf"(?<!\w)(?:để|nhằm|phấn\sđấu|sẽ)\s(?:(?:tập\strung|nghiêm\stúc|phấn\sđấu|quyết\stâm|tiếp\stục|lãnh\sđạo)\s)*(?:đạt|hoàn\sthành|thực\shiện)(?:\s(?:được|tốt|thắng\slợi))?\s(?:các|những|một\ssố|\d{{1,2}})\s{_NOUN}(?!\w)[^.;:%]{{0,90}}:\s",
    re.IGNORECASE,
)
"""``tập trung 6 nhiệm vụ trọng tâm để đạt các chỉ tiêu đề ra như: ...``."""
_APPROVED = re.compile(
    r"(?<!\w)(?:ban\shành|phê\sduyệt|thông\squa)\s(?:kế\shoạch|chương\strình|chiến\slược|đề\sán|quy\shoạch)(?!\w)[^.;:%]{0,140}?\svới\s(?:các|những|một\ssố)\s(?:tiêu\schí|mục\stiêu|chỉ\stiêu)(?:\s[^\W\d]+){0,6}:\s",
    re.IGNORECASE,
)
"""``phê duyệt quy hoạch phát triển ngành chè ... với các tiêu chí: ...``: what a plan that was approved aims at."""
_PLAN_SAYS = re.compile(
    r"\W*theo\s(?:quyết\sđịnh|kế\shoạch|nghị\squyết|đề\sán|chương\strình|chiến\slược|quy\shoạch)\s[^;:%]{3,240}?,\s(?=(?:phấn\sđấu\s)?đến\s(?:hết\s|cuối\s)?năm\s20\d\d,?\s)(?![^.;]*\sđã\s)",
    re.IGNORECASE,
)
"""``Theo Quyết định số 31/QĐ-UBND ban hành kế hoạch ..., đến năm 2030, tỷ lệ ...``."""
_THIS_IS = re.compile(
    rf"\W*(?:đây|đó)\s(?:chính\s)?là\s(?:(?:một\strong\s)?(?:những|các)\s)?{_NOUN}\s[^.;:%]{{0,200}}?(?:đưa\sra|đề\sra|đặt\sra)(?!\w)[^.;:%]{{0,200}}",
    re.IGNORECASE,
)
"""``Đây là mục tiêu mà Ban Chỉ đạo đưa ra tại hội nghị ...``: what follows says more of it."""
_SPECIFIES = re.compile(r"\W*(?:cụ\sthể|trong\sđó|điển\shình|nổi\sbật|đáng\schú\sý)(?!\w)", re.IGNORECASE)
_ARE_REACHED = re.compile(
    rf"(?<!\w){_NOUN}(?!\w)[^.;]{{0,160}}?\s(?:(?:cơ\sbản|đều|đã)\s)*(?:đạt|vượt|hoàn\sthành)(?!\w)", re.IGNORECASE
)
"""``Các chỉ tiêu đều đạt và vượt.``: the list behind ``Cụ thể, một số chỉ tiêu như: ...`` says how far."""
_OPENS_LIST = re.compile(rf"[^:.;]{{0,60}}{_NOUN}(?!\w)[^:.;]{{0,60}}:\s", re.IGNORECASE)
_ESTIMATED = re.compile(r"\sước\s(?:đạt|thực\shiện|còn)(?!\w)", re.IGNORECASE)
_HOPES = re.compile(r"(?<!\w)(?:phấn\sđấu|quyết\stâm|nỗ\slực|để|nhằm|sẽ)\s", re.IGNORECASE)
_DIRECTED = re.compile(
    r"(?<!\w)(?:xác\sđịnh|đề\sra|thông\squa|quyết\snghị)\s(?:phương\shướng|nhiệm\svụ)(?:,\s(?:mục\stiêu|nhiệm\svụ|giải\spháp))*(?:\s(?:của|đến|nhiệm|năm|trọng|chủ)\s?[^.;:%]{0,70})?:\s",
    re.IGNORECASE,
)
"""``Đại hội xác định phương hướng nhiệm kỳ 2030 - 2035: ...``."""
_COMING = re.compile(
    r"\W*(?:(?:trong|sang|bước\svào|về)\s)?(?:(?:nhiệm\svụ|phương\shướng|mục\stiêu)\s)?(?:nhiệm\skỳ|giai\sđoạn|(?:những\s)?năm|thời\sgian)\s(?:tới|tiếp\stheo|sau)(?=,\s)",
    re.IGNORECASE,
)
"""``Trong nhiệm kỳ tới, Đảng bộ xác định ...``: what is said of the time to come is to be reached."""
_OF_TERM = re.compile(
    r"\W*(?:trong\s)?nhiệm\skỳ\s20\d\d\s?[-–]\s?(?P<end>20\d\d),\s[^.;:,\d]{2,90}?\s(?:tập\strung|phấn\sđấu|xác\sđịnh|quyết\stâm|đề\sra|đặt\sra|đặt\smục\stiêu|hướng\stới)\s",
    re.IGNORECASE,
)
"""``Nhiệm kỳ 2030 - 2035, Đoàn xã tập trung ...``: of a term that is still to come."""
_AIM = re.compile(
    r"(?:đại\shội|nghị\squyết)\s(?:đã\s)?(?:xác\sđịnh|đề\sra|thống\snhất|nhất\strí)\s(?:trong\s)?(?:đến\s(?:hết\s|cuối\s)?năm|giai\sđoạn|nhiệm\skỳ)\s20\d\d(?:\s?[-–]\s?20\d\d)?,\s(?=(?:phấn\sđấu|xây\sdựng|đưa)\s)|"
    r"(?:^|[.;:,]\s)(?:mục\stiêu|chỉ\stiêu)\s(?:[^.;:,%\d]{2,60}\s)?(?:đến|vào)\s(?:hết\s|cuối\s)*năm\s20\d\d(?=,\s|\slà\s|\sphấn\sđấu)",
    re.IGNORECASE,
)
"""``Theo kế hoạch, mục tiêu của tỉnh đến năm 2030, ...``."""
_TOLD = re.compile(
    r"(?<!\w)(?:đã(?!\s(?:xuống\scấp|hư\shỏng|qua\sđào\stạo|đề\sra)(?!\w))|(?<!so\s)(?<!với\s)ước|dự\sước|(?<!cần\s)(?<!phải\s)đạt\sđược|chưa\sđạt|(?<!với\s)hiện\s(?:nay|có)|đến\snay|cùng\skỳ|vừa\squa|nhiệm\skỳ\squa|năm\s(?:qua|nay)|phát\sbiểu|đồng\schí|ông|bà|đại\sbiểu|đạt(?:,|\svà|\shoặc)\svượt)(?!\w)"
    r"|^\W*(?:mục\stiêu|chỉ\stiêu|kết\squả)\snày(?!\w)",
    re.IGNORECASE,
)
"""What ends an announcement: results, and the proceedings of the congress; not an estimate that a goal is held against (``tăng
10% so với ước thực hiện năm 2030``)."""
_GOES_ON = re.compile(
    r"\W*(?:\(\d{1,2}\)|về\s|đến\s(?:hết\s|cuối\s)*năm\s20\d\d|tầm\snhìn|phấn\sđấu|cụ\sthể|trong\sđó|cùng\svới\sđó|(?:hằng|hàng|mỗi)\snăm)",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"(?<!\w)(?:so\s(?:với|cùng)|cùng\skỳ|bằng\s\d|vượt|năm\strước|nhiệm\skỳ\strước)", re.IGNORECASE)
"""What only results do."""
_ISSUES = re.compile(
    r"(?<!\w)(?:ban\shành|phê\sduyệt|thông\squa)\s[“\"]?(?:kế\shoạch|nghị\squyết|chương\strình|chiến\slược|đề\sán|quy\shoạch)(?!\w)",
    re.IGNORECASE,
)
_THE_PLAN = re.compile(
    r"\W*(?:kế\shoạch|nghị\squyết|chương\strình|chiến\slược|đề\sán|quy\shoạch)\s[^\d%]*$", re.IGNORECASE
)
"""``Chương trình nhằm ...``: goes on telling of the plan, without a figure."""
_PLANNED_FOR = re.compile(
    r"(?<!\w)(?:kế\shoạch|nhiệm\svụ|mục\stiêu|chỉ\stiêu|chương\strình|nghị\squyết|chiến\slược)\s[^.;]{0,160}(?<!\d)năm\s20\d\d",
    re.IGNORECASE,
)
"""A title that says for when something is planned."""
_OPENING = re.compile(
    r"\W*(?:trong\s|đến\s(?:hết\s|cuối\s)?)?(?:năm|giai\sđoạn|nhiệm\skỳ)\s20\d\d(?:\s?[-–]\s?20\d\d)?(?=,)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\W*(?:theo\s(?:đó|kế\shoạch|nghị\squyết|chương\strình|chiến\slược|đề\sán)|cụ\sthể)(?:\snày)?,\s", re.IGNORECASE
)
"""``UBND tỉnh vừa ban hành Kế hoạch ... Theo đó, đến năm 2030 ...``."""
_DUE_LINE = re.compile(
    r"\W*(?:phấn\sđấu\s|tầm\snhìn\s)?đến\s(?:hết\s|cuối\s)?năm\s(?P<year>20\d\d)\s*:\s*", re.IGNORECASE
)
"""``Đến năm 2035:`` alone in its line, above what is to be reached by then."""
_STRIVES = re.compile(r"(?<!\w)(?<!đã\s)phấn\sđấu(?!\w)", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\W*(?:hằng|hàng|mỗi)\snăm,?\s", re.IGNORECASE)
_GENRE = re.compile(
    r"[\W\d]*(?:bao cao|ket luan|thong bao|nghi quyet|ke hoach|chuong trinh|quyet dinh|de an|chi thi)\b"
)


def announces(text: str) -> int | None:
    """Where what a sentence announces as goals begins; None if it announces none.

    >>> text = "Đại hội đã thông qua một số chỉ tiêu chủ yếu như: thu ngân sách 90 tỷ đồng."
    >>> text[announces(text):]
    'thu ngân sách 90 tỷ đồng.'
    >>> announces("Kết quả thực hiện các chỉ tiêu: ..."), announces("Thu ngân sách vượt mục tiêu đề ra 5%.")
    (None, None)
    >>> announces("Trong nhiệm kỳ tới, xã tập trung trồng 90 ha rừng.")
    18
    """
    if plan := _PLAN_SAYS.match(text) or _THIS_IS.match(text):
        return plan.end()
    if opened := _AIMED.search(text) or _DIRECTED.search(text) or _COMING.match(text) or _AIM.search(text):
        return opened.end()
    if approved := _APPROVED.search(text):
        return approved.end()
    if (named := _ARE.match(text)) and not _tells(text):
        return named.end()
    if listed := _LIST.search(text):
        held = _JUDGED.search(text, text.rfind("; ", 0, listed.start()) + 1, listed.end())
        return None if held else listed.end()
    said = _SAID.search(text)
    if not said or _JUDGED.search(text, said.start(), said.end()) or _MET.search(text, said.end()):
        return None
    return said.end()


def heads_goals(line: str) -> bool:
    """Is a line nothing but the heading of goals?

    >>> [heads_goals(t) for t in ("Các chỉ tiêu chủ yếu đến năm 2030", "Mục tiêu đến năm 2030 đạt 90%", "Các chỉ tiêu đạt và vượt")]
    [True, False, False]
    """
    return _LINE.fullmatch(line.strip()) is not None and _JUDGED.search(line) is None


_MET = re.compile(
    r"(?<!\w)\d+(?:/\d+)?\schỉ\stiêu\s(?:(?:đã|đều|cơ\sbản|được)\s){0,2}(?:đạt|vượt|hoàn\sthành)(?!\w)", re.IGNORECASE
)
"""``Đại hội đề ra 16 chỉ tiêu, đến nay có 12 chỉ tiêu đã đạt``: what came of them."""
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:đề\sra|đặt\sra|xác\sđịnh|thông\squa|nêu|thống\snhất|quyết\snghị|tập\strung|(?:phấn\sđấu|quyết\stâm)\s(?:thực\shiện|hoàn\sthành))\s[^.;:]*$",
    re.IGNORECASE,
)


_HAS_REACHED = re.compile(r"(?<!\w)(?:đã|cơ\sbản)\s(?:[^\W\d]+\s){0,3}?(?:hoàn\sthành|đạt|vượt)(?!\w)", re.IGNORECASE)
"""``Báo cáo nêu rõ tỉnh đã hoàn thành vượt mức 16/20 chỉ tiêu``: a result, told in a report."""


_MADE_OF = re.compile(r"(?<!\w)(?:gồm|với)\s*$", re.IGNORECASE)
"""``Chương trình hành động gồm`` 4 nhóm giải pháp."""


_ARE_LISTED = re.compile(r"[^:;.,()\d]{0,60},?\s(?:gồm|như|sau|là|về)(?:\s(?:có|sau|là))?\s?:\s", re.IGNORECASE)
"""``Trong đó có`` 10 chỉ tiêu ``kinh tế, gồm: ...``."""


def is_announced(measure: Measure, text: str) -> bool:
    """``Đại hội đề ra 24 chỉ tiêu, 3 khâu đột phá``: how many there are is no result."""
    named = measure.quantity.counted and STRUCTURE.match(measure.quantity.unit or "")
    said = _ANNOUNCED.search(text[: measure.quantity.start]) if named else None
    made_of = named and measure.quantity.unit != "chỉ tiêu" and _MADE_OF.search(text, 0, measure.quantity.start)
    heads = named and measure.quantity.at == 0 and text.endswith(":")  # "3 chỉ tiêu môi trường gồm:"
    opened = named and measure.quantity.total is None and _ARE_LISTED.match(text, measure.quantity.end)
    listed = opened and not _JUDGED.search(text[text.rfind(",", 0, measure.quantity.start) + 1 : opened.end()])
    return bool(made_of or heads or listed) or (said is not None and not _HAS_REACHED.search(said.group()))


def told_alone(measures: tuple[Measure, ...], text: str, since: int, lexicon: Lexicon) -> tuple[Measure, ...]:
    """``thông qua một số chỉ tiêu chủ yếu thương mại tăng 9%``: the words that announce are no part of the first label."""
    first = next((m for m in measures if m.start < since <= m.quantity.start), None)
    alone = sentence_to_measures(text[since:].lstrip(" ,:-–"), lexicon) if first else ()
    if not first or not alone or alone[0].quantity.value != first.quantity.value or not alone[0].label:
        return measures
    return tuple(replace(m, label=alone[0].label) if m is first else m for m in measures)


class Announced:
    """What has been announced up to a sentence; sentences are given to it in the order of the text."""

    def __init__(self, outline: Outline, view: View) -> None:
        head = [p.text for p in outline.letterhead]
        self.typed = any(_GENRE.match(fold(line)) for line in head)
        opened = next((line for line in head if heads_goals(line)), "") if not self.typed else ""
        self.plans, self.by, self.year = view.plans, view.by, view.year
        self.titles: tuple[str, ...] = ()
        self.lasting = bool(opened)
        """A heading is over all that follows, a sentence over what goes on with it."""
        led = head[-1] if head and not self.typed and announces(head[-1]) is not None else ""
        """A sentence without a figure ends the head of a page: ``Đại hội xác định giai đoạn 2030 - 2035, xây dựng tỉnh ...``."""
        self.open = bool(opened or led)
        planned = next((line for line in head if _PLANNED_FOR.search(line)), "") if not self.typed else ""
        self.issued = any(_ISSUES.search(line) for line in head) and not self.typed
        """The sentence before tells of a plan or a resolution: ``Theo đó, ...`` says what stands in it."""
        self.paragraph = -1
        self.times: tuple[Time, ...] = _due(opened) or _due(led) or _due(planned)
        self.before: tuple[Time, ...] = ()
        self.opening: tuple[Time, ...] = ()
        """The time that a sentence opens with, and that of the sentence before."""
        self.promised = False
        """Only a sentence that promised has opened what follows, which must go on as such a sentence does."""
        self.reached = False
        """The sentence before says that targets were reached."""
        self.alone = False
        """It promised a single value: only what is to be reached every year, or in the year when it is due, goes on with it."""
        self.left: tuple[int, tuple[Time, ...]] = (-1, ())
        """The paragraph that ended the last announcement, and until when that was."""

    def says_how_far(self, text: str) -> bool:
        """Does the sentence behind one that calls targets reached list some of them (``Cụ thể, một số chỉ tiêu như: ...``),
        or does a list of targets tell estimates? To be asked before `read`, which is told the answer."""
        listed = _OPENS_LIST.match(text)
        told = self.reached and _SPECIFIES.match(text)
        return bool(listed and (told or _ESTIMATED.search(text, listed.end())))

    @property
    def since(self) -> str:
        """The year when the announced goals begin: that of a plan for one year, else that of the term; "" if none is named."""
        until = [last_year(t.period) for t in self.times if t.kind == "until"]
        years = [last_year(t.period) for t in self.times if t.kind == "at"]
        due = until[:1] or [last_year(t.period) for t in self.times][-1:]
        if years and not until:
            return max(years) if int(max(years)) - int(min(years)) == 1 else min(years)
        return str(int(due[0]) - TERM) if due else ""

    def seen_from(self, view: View, since: int | None) -> View:
        """The view of what is announced, in the year when its goals begin."""
        return replace(view, year=self.since) if since is not None and self.since > view.year else view

    def read(self, sentence: Sentence, stance: Stance, *, specified: bool) -> int | None:
        """Where in a sentence what is promised begins; None if nothing there is announced. `specified` is whether it
        `says_how_far` targets are reached."""
        text, context = sentence.text, sentence.context
        self.reached = specified or (_ARE_REACHED.search(text) is not None and not _HOPES.search(text))
        opening = _OPENING.match(text)
        self.before, self.opening = self.opening, _due(opening[0]) if opening else ()
        if stance != "unknown" or context.where != "prose" or self.plans:
            self.open = self.open and stance == "unknown"
            return None
        if context.titles != self.titles and (self.titles or not self.lasting):
            self.open = False
        self.titles = context.titles
        due = _DUE_LINE.fullmatch(text)
        if heads_goals(text) or (due and due["year"] > self.year):
            self.promised = False
            self.open, self.lasting, self.paragraph = True, True, sentence.paragraph
            self.times = _due(text) or self.times
            return None
        begins = None if specified else announces(text)
        term = _OF_TERM.match(text) if begins is None and not specified and self.year else None
        if term and term["end"] > self.year and not _tells(text):
            begins = term.end()
        issued = self.issued
        self.issued = _ISSUES.search(text) is not None or (issued and _THE_PLAN.match(text) is not None)
        if begins is None and not specified and issued and _ACCORDING.match(text) and not _tells(text):
            begins = 0
        if begins is not None:
            self.promised = False
            self.open, self.lasting, self.paragraph = True, False, sentence.paragraph
            self.times = _due(text) or self.times
            return begins
        if not self.open:
            return None
        fresh = sentence.paragraph != self.paragraph and not self.lasting
        ended = _tells(text) and (not self.lasting or sentence.paragraph != self.paragraph)
        same = sentence.paragraph == self.paragraph
        near = (same or _STRIVES.search(text)) and HEAD.match(text) and not _COMPARES.search(text)
        promised = self.promised and not (_EVERY_YEAR if self.alone else _GOES_ON).match(text)
        promised = promised and not (same and self._when_due(text))
        if ended or (not near and (promised or (fresh and self.typed and not _GOES_ON.match(text)))):
            self.open = self.promised = False
            self.left = (sentence.paragraph, self.times)
            return None
        self.paragraph = sentence.paragraph
        return 0

    def due(self, sentence: Sentence, stance: Stance, since: int | None) -> tuple[Time, ...]:
        """The times that an announcement gives to what a sentence promises from an offset on, also below a heading without
        one where the document has none; that of the sentence before (``Năm 2032, tỉnh phấn đấu ... Theo đó, quân số đạt
        95%``)."""
        if since is not None or (stance == "goals" and not self.by and not heading_deadline(sentence.context)):
            return self.times
        paragraph, times = self.left
        if paragraph == sentence.paragraph and _STRIVES.search(sentence.text):
            return times  # "Theo kế hoạch, đến năm 2030, vùng thấp ...", then "Đối với vùng cao, phấn đấu ..."
        return self.before if _ACCORDING.match(sentence.text) else ()

    def _when_due(self, text: str) -> bool:
        """Does a sentence open with the year until which the sentence before has promised: ``Năm 2035, ...``?"""
        opening = _OPENING.match(text)
        years = {last_year(t.period) for t in _due(opening[0])} if opening else set()
        return bool(years & {last_year(t.period) for t in self.times}) and not _COMPARES.search(text)

    def goes_on_from(self, sentence: Sentence, stance: Stance, alone: bool) -> None:
        """A sentence that has promised all its values opens what follows in its paragraph, too."""
        if stance == "unknown" and sentence.context.where == "prose" and not self.plans and not self.open:
            self.open, self.lasting, self.times = True, False, _due(sentence.text)
            self.titles, self.paragraph = sentence.context.titles, sentence.paragraph
            self.promised, self.alone = True, alone


def _tells(text: str) -> bool:
    """Does a sentence, outside its brackets, tell results?"""
    return _TOLD.search(CLOSED_BRACKET.sub("", text)) is not None


def _due(text: str) -> tuple[Time, ...]:
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    times = (t for t in find_times(text) if not any(a < t.start < b for a, b in quoted))
    return tuple(t for t in times if t.period and t.kind in ("until", "span", "at"))


_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
"""``đề án “Đào tạo nghề đến năm 2030”``: the years of a title are not those of what is promised."""
