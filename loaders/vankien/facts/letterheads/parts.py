"""What stands around a document's code: the genre before it; date, issuer and title after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vankien.facts.letterheads.dates import BROKEN_DATE, DATE, SAME_DAY, day_to_iso
from vankien.facts.letterheads.issuers import Issuer, issuer_at, lookup, spellings_pattern
from vankien.model import Concept, Lexicon
from vankien.vietnamese import same_tones

# --- the genre before the code --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GenreName:
    """A genre's name before a code: the entry of the list, where it starts, and the text between it and the code."""

    genre: Concept
    start: int
    end: int
    between: str


@lru_cache(maxsize=8)
def genre_pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Concept]]:
    """All names of genres as one pattern, longest first, and the entry of each name (lower case)."""
    entries: dict[str, Concept] = {}
    for concept in lexicon["genres"]:
        for spelling in concept.all_spellings():
            entries.setdefault(" ".join(same_tones(spelling).split()), concept)
    return re.compile(rf"(?<!\w){spellings_pattern(entries)}(?!\w)", re.VERBOSE), entries


_REACH = 240
_BETWEEN = re.compile(
    r"""\s*(?:[:,]\s*)?
        (?:(?:của|do)\s[^;:.()]{3,90}?\s*:?\s*)?             # các báo cáo của HĐND tỉnh:
        (?:[“"][^”"]{3,160}[”"]\s*)?                         # Đề án “...”
        (?:\(?\d{1,2}\)\s*)?                                 # (1)
        (?:\(\s*)?
        (?:[Ss]ố|SỐ)?\s*[:.]?\s*$""",
    re.VERBOSE,
)
_NAMED = re.compile(r"\s[^;:.()]{2,110}?\s\(?(?:[Ss]ố)\s*:?\s*$")
"""`` Tổ chức chính quyền địa phương số``: the name of a law before its number."""


def genre_before(text: str, at: int, lexicon: Lexicon, expected: tuple[Concept, ...]) -> GenreName | None:
    """The genre named before the code at that offset: the last name that leads up to it.

    A name further off, with the document's title between, counts only when the code's suffix says so (`expected`).
    """
    pattern, entries = genre_pattern(lexicon)
    floor = max(0, at - _REACH)
    same = same_tones(text)
    matches = list(pattern.finditer(same, floor, at))
    for match in reversed(matches):
        between = same[match.end() : at]
        genre = lookup(entries, match.group())
        if _BETWEEN.fullmatch(between):
            return GenreName(genre, match.start(), match.end(), text[match.end() : at])
        named_law = not genre.properties.get("notation") or "L" in genre.properties.get("notation", ())
        if _NAMED.fullmatch(between) and match.group()[:1].isupper() and (named_law or genre in expected):
            return GenreName(genre, match.start(), match.end(), text[match.end() : at])
    return None


# --- date, issuer, title after the code -----------------------------------------------------------

_LINK = re.compile(r"(?:\s*[,(]?\s*(?:của|do)\s+(?:về\s+)?|\s+(?:[Hh]ội\ nghị\ lần\ thứ\ \w+\s+)?)", re.VERBOSE)
_ASIDE = re.compile(r"\s*\((?:nay|sau đây|gọi tắt|được sửa đổi|khóa|khoá)\b[^()]*\)")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a code: the date (ISO), whether it is the date of the document before ("cùng ngày"), the issuer, the
    title, and where number, date and issuer end."""

    date: str | None = None
    same_day: bool = False
    issuer: Issuer | None = None
    title: str | None = None
    end: int = 0


def read_tail(
    text: str, at: int, limit: int, province: Concept | None, lexicon: Lexicon, genre: Concept | None
) -> Tail:
    """Read date, issuer and title after a code that ends at `at`; nothing behind `limit` is looked at."""
    text = text[:limit]
    date, same_day, issuer = None, False, None
    for _ in range(4):
        aside, day = _ASIDE.match(text, at), DATE.match(text, at)
        same, broken = SAME_DAY.match(text, at), BROKEN_DATE.match(text, at)
        if date is None and day:
            date, at = day_to_iso(day["day"]), day.end()
        elif date is None and same:
            same_day, at = True, same.end()
        elif date is None and broken:
            at = broken.end()
        elif issuer is None and (found := _issuer_after(text, at, province, lexicon, genre)):
            issuer, at = found, found.end
        elif aside:
            at = aside.end()
        else:
            break
    return Tail(date, same_day, issuer, read_title(text, at, lexicon), at)


def _issuer_after(
    text: str, at: int, province: Concept | None, lexicon: Lexicon, genre: Concept | None
) -> Issuer | None:
    """The issuer right after a code or date: ``của UBND tỉnh``, ``UBND tỉnh``; lists of documents repeat the genre
    between (``Số 03-NQ/TU 03/02/2021 Nghị quyết của ...``)."""
    if genre is not None:
        pattern, _ = genre_pattern(lexicon)
        again = re.compile(r"\s+").match(text, at)
        name = pattern.match(same_tones(text), again.end()) if again else None
        if name and re.match(r"\s+của\b", text[name.end() :]):
            at = name.end()
    link = _LINK.match(text, at)
    if link is None:
        return None
    linked = bool(re.search(r"của|do", link.group()))
    if text.startswith("ĐẢNG CỘNG SẢN VIỆT NAM", link.end()):
        return None  # what heads a Party document, beside its number
    return issuer_at(text, link.end(), province, lexicon, shaped=linked)


_OPENERS = (
    r"về\ việc|về|vè|v/v|phê\ duyệt|ban\ hành|quy\ định|hướng\ dẫn|sửa\ đổi|bổ\ sung|thực\ hiện|triển\ khai|tiếp\ tục|giao|công\ bố|sau\ \d"
    r"|tăng\ cường|đẩy\ mạnh|nâng\ cao|sơ\ kết|tổng\ kết|thành\ lập|thông\ qua|điều\ chỉnh|kéo\ dài|tổ\ chức|đổi\ mới|xây\ dựng|phân\ bổ"
    r"|công\ tác|kết\ quả|đánh\ giá|tình\ hình|kiện\ toàn|bãi\ bỏ|thay\ thế"
)
_TITLE = re.compile(rf"[\s,]*(?:\(\s*)?(?P<title>(?:(?:{_OPENERS})\b|[“\"]\s*\w))", re.IGNORECASE | re.VERBOSE)
_QUOTED = re.compile(r"(?:\w+\s+){0,3}“[^”]+”(?!\s+(?:trên|giai|đến|tại|của|tỉnh|cho|trong|theo|và\s+những))")
"""``về “Dạy nghề vùng cao”``: a title in quotation marks ends with them."""


def read_title(text: str, at: int, lexicon: Lexicon) -> str | None:
    """The document's title (its abstract) from that offset on: up to the end of its clause, or to the next document of
    an enumeration. None if no title follows."""
    match = _TITLE.match(text, at)
    if match is None or _numbered(lexicon).match(text, match.start("title")):
        return None
    start = match.start("title")
    end = _title_end(text, start, lexicon)
    title = " ".join(text[start:end].split()).rstrip(" ,;:.…-(")
    if title.count("(") > title.count(")"):
        title = title[: title.rindex("(")].rstrip(" ,")
    title = re.sub(r"^(?:vè|về về|v/v)\b", "về", title, flags=re.IGNORECASE)
    return title[:1].upper() + title[1:] if len(title.split()) > 1 else None


@lru_cache(maxsize=8)
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    """A genre with a number: the next document, even if its genre is a word that can open a title (hướng dẫn)."""
    return re.compile(rf"(?:{genre_pattern(lexicon)[0].pattern})\s*(?:[Ss]ố\s*:?\s*)?\d", re.VERBOSE)


@lru_cache(maxsize=8)
def _next_document(lexicon: Lexicon) -> re.Pattern[str]:
    """Where an enumeration goes on to the next document: ``; Quyết định số``, ``và Nghị quyết``, ``, số 72/``."""
    names = genre_pattern(lexicon)[0].pattern
    return re.compile(
        rf"(?:[,;]|\s+và|,\s*đồng\ thời)\s+(?:các\s+|tại\s+|theo\s+)?(?:(?:{names})\s*(?:[Ss]ố\s*:?\s*)?\d|(?:{names})\s+(?:của\s|Đại\ hội|Trung\ ương)|[Ss]ố\s*:?\s*\d+[/-])",
        re.VERBOSE,
    )


_CLAUSE_END = re.compile(
    r"[;]|:\s|:$|\.{2,}|…|[.](?=\s|$)|,\s+(?:đã|đồng thời|trong đó|qua đó|góp phần|nhằm|giao|làm|để|có)\b|\s+(?:để|nhằm|đã|có quy định)\s"
    r"|\)(?=[\s.,;]|$)|,\s*\.",
)


def _title_end(text: str, start: int, lexicon: Lexicon) -> int:
    """The first end of the clause that is not inside quotation marks or brackets."""
    quoted = _QUOTED.match(text, start)
    if quoted:
        return quoted.end()
    ends = [m.start() for m in _next_document(lexicon).finditer(text, start)]
    for match in _CLAUSE_END.finditer(text, start):
        inside = text[start : match.start()]
        if inside.count("“") > inside.count("”"):
            continue
        if match.group().startswith(")") and inside.count("(") > inside.count(")"):
            continue
        if match.group().startswith(";") and _is_list_of_tasks(text, match.end()):
            continue
        ends.append(match.start())
        break
    return min((e for e in ends if e > start), default=len(text))


def _is_list_of_tasks(text: str, at: int) -> bool:
    """A report's title often names the tasks to come after a semicolon: "...; nhiệm vụ trọng tâm năm 2020"."""
    return bool(re.match(r"\s*(?:một số\s+)?(?:phương hướng|nhiệm vụ|mục tiêu|định hướng)\b", text[at:], re.IGNORECASE))
