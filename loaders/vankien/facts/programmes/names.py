"""Text → the schemes, national target programmes and projects that it names.

A name is a head (``Đề án``, ``Chương trình mục tiêu quốc gia``, ``Dự án``) with a quotation or with words up to where
the sentence goes on; where it ends, the period (``giai đoạn 2021-2025``) and the verbs after it tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.facts.names.grammar import spell_out
from vankien.facts.programmes.words import NAME_YEARS, closes, name_end
from vankien.model import Lexicon
from vankien.vietnamese import UPPER, is_upper, same_tones


@dataclass(frozen=True, slots=True)
class ProgrammeMention:
    """A programme named in a text: where (offsets), its name, its kind, and for a part (``Tiểu dự án 1``) the whole."""

    start: int
    end: int
    name: str
    kind: str
    part_of: str = ""
    set_by: str | None = None


_NTP_HEAD = r"(?:[Cc]hương\ trình\ (?:mục\ tiêu\ [Qq]uốc\ gia|MTQG)(?:\ \((?:CT)?\ ?MTQG\))?|CTMTQG|CT\ MTQG)"
_HEAD = re.compile(
    rf"""(?<![\w-])(?P<head>(?P<ntp>{_NTP_HEAD})|(?P<sub>[Tt]iểu\ dự\ án)|(?P<project>[Dd]ự\ án|DỰ\ ÁN)|(?P<scheme>[Đđ]ề\ án|ĐỀ\ ÁN)
        |(?P<programme>[Cc]hương\ trình|CHƯƠNG\ TRÌNH))(?![\wà-ỹ])""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"\s*(?:về\s+|với tên\s+|:\s*)?[“\"](?P<name>[^“”\"]{4,300})[”\"]")
_UNCLOSED = re.compile(
    rf"\s[“\"](?P<name>[^“”\".;:]{{12,200}}?(?:{NAME_YEARS.pattern}))(?=[.;]|$)(?![^“”]*”)", re.VERBOSE
)
"""A quotation that nothing closes, up to the years at the end of its clause."""
_NEXT_QUOTED = re.compile(
    r"[^“”\".:]{0,120}?(?:[,;]| và)\s*(?:[Đđ]ề án |[Dd]ự án |[Cc]hương trình )?[“\"](?P<name>[^“”\"]{12,300})[”\"]"
)
_SAID = r"đều|vẫn|vượt|chưa|chậm|cơ\ bản|bước\ đầu|nhìn\ chung"
"""What is said of a programme, and no name: ``chỉ tiêu của Đề án đều vượt kế hoạch``."""
_NO_PROGRAMME = re.compile(
    rf"""\ (?:{_SAID}|hành\ động|công\ tác|kế\ hoạch|làm\ việc|này|trọng\ điểm|trọng\ tâm|mục\ tiêu|phối\ hợp|kiểm\ tra|giám\ sát|toàn\ khóa|đã|được|giáo\ dục(?!\ phổ\ thông\ 20\d\d)
      |chuyên\ viên|kỳ\ họp|nghị\ sự|kết\ nối(?!\ [Nn]gân\ hàng)|đào\ tạo|bồi\ dưỡng|truyền\ hình|ngoại\ khóa|học|thứ|của|và|để|số|lớn|nêu|tín\ dụng|tiên\ tiến|trên|sự\ nghiệp
      |họp|cụ\ thể|xúc\ tiến|nghệ\ thuật|văn\ nghệ|thi\ đua|hợp\ tác|trong|theo|là|do|với|khung|môn|sau|mới|phát\ thanh|nghiên\ cứu|đặt|đạt|đề\ ra|trước|đến\ năm|hướng\ tới|xác\ định|triển\ khai\ thực\ hiện|thực\ hiện(?=\ (?:Nghị\ quyết|Chỉ\ thị|Kết\ luận|Quyết\ định|Kế\ hoạch)\ ))(?![\wà-ỹ])""",
    re.VERBOSE,
)
_NO_SCHEME = re.compile(
    rf"""\ (?:{_SAID}|đạt|này|đã|được|của\ (?!.{{3,60}}\ về\ |Ban\ |Tỉnh\ ủy|UBND|Ủy)|và|VÀ|thành\ phần|chuyên\ đề|trên|nêu|là|do|với|để|trọng\ điểm|cụ\ thể|theo|có|trong|số(?=\ \d)
      |chưa|sau|tuyển|vị\ trí|đến\ năm|đặt|đề\ ra|hướng\ tới|phấn\ đấu|xác\ định|lựa\ chọn|dự\ kiến|trình(?!\ diễn)|DỰ\ KIẾN|TRÌNH|TRỌNG\ ĐIỂM)(?![\wà-ỹ])""",
    re.VERBOSE,
)
"""``DANH MỤC NGHỊ QUYẾT, ĐỀ ÁN TRÌNH TỈNH ỦY`` heads a list of schemes and names none."""
_OF_ABOUT = re.compile(
    r" của (?:[^,;.]{3,60}? về |(?:Ban (?:Chấp hành Đảng bộ|Thường vụ Tỉnh ủy|Thường vụ)|Tỉnh ủy|UBND|Ủy ban nhân dân)(?: (?:tỉnh|Tỉnh ủy))? (?=[a-zà-ỹđ]))"
)
_PLURAL = re.compile(
    r"(?:(?<!\w)(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ột số|\d+|[Hh]ai|[Bb]a|[Bb]ốn|từng|mỗi|mọi)|,)\s+(?:danh mục |nghị quyết, |chủ trương, )?$"
)


def _clean(name: str) -> str:
    plain = " ".join(name.replace(" gđ ", " giai đoạn ").split()).strip(" ,;:.-–")
    return plain.rstrip(")") if plain.count(")") > plain.count("(") else plain


def _any_of(names: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, names)), re.IGNORECASE) if names else None


@lru_cache(maxsize=8)
def _national(lexicon: Lexicon) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The names of national target programmes that the list of kinds knows, and what comes after their common head."""
    concept = next((c for c in lexicon["programme-kinds"] if "national" in c.id), None)
    names = [same_tones(s) for s in (concept.all_spellings() if concept else ()) if len(s.split()) > 4]
    heads = re.compile(r"^(?:các )?chương trình mục tiêu(?: quốc gia)? ?", re.IGNORECASE)
    tails = sorted({heads.sub("", n) for n in names if heads.match(n)} - {""}, key=len, reverse=True)
    short = sorted({n for n in names if not heads.match(n)}, key=len, reverse=True)
    return _any_of(tails), _any_of(short)


@lru_cache(maxsize=8192)
def programmes_in(text: str, lexicon: Lexicon, title: bool = False) -> tuple[ProgrammeMention, ...]:
    """The programmes that a text names, in order; in a `title`, small letters are enough."""
    even, out, at = same_tones(text), list[ProgrammeMention](), 0
    for match in _HEAD.finditer(even):
        if match.start() < at:
            continue
        found = list(_named_at(even, match, lexicon, title))
        out += found
        at = max((f.end for f in found), default=at)
    short = _national(lexicon)[1]
    for match in short.finditer(even) if short else ():
        if not any(m.start <= match.start() < m.end for m in out):
            out.append(_short_national(even, match))
    return tuple(sorted(_with_parts(even, out), key=lambda m: (m.start, -m.end)))


def _short_national(text: str, match: re.Match[str]) -> ProgrammeMention:
    years = NAME_YEARS.match(text, match.end())
    end = years.end() if years else match.end()
    name = match.group()
    return ProgrammeMention(
        match.start(), end, name[0].upper() + _clean(text[match.start() : end])[1:], "national_target_programme"
    )


def _named_at(text: str, match: re.Match[str], lexicon: Lexicon, title: bool) -> Iterator[ProgrammeMention]:
    kind = "national_target_programme" if match["ntp"] else "project" if match["project"] or match["sub"] else "scheme"
    quoted = _QUOTED.match(text, match.end())
    if text[match.start() - 1 : match.start()] in ("“", '"') and match["programme"] and match["head"][0] == "C":
        yield from _in_quotes(text, match)
        return
    if quoted and not match["sub"] and (match["scheme"] or match["project"] or len(quoted["name"]) > 12):
        yield from _quotations(text, match, quoted, kind)
    elif match["ntp"]:
        yield from _national_at(text, match, lexicon)
    elif match["scheme"] and (unclosed := _UNCLOSED.match(text, match.end())):
        end = unclosed.end()
        yield ProgrammeMention(match.start(), end, f"Đề án “{_clean(unclosed['name'])}”", "scheme")
    elif match["scheme"]:
        yield from _scheme_at(text, match, title)
    elif match["programme"]:
        yield from _programme_at(text, match, title)
    elif match["project"]:
        yield from _project_at(text, match, title)


_CONGRESS = re.compile(r"Đại hội(?: đại biểu)?(?: Đảng bộ tỉnh)?(?: lần thứ)? (?P<ordinal>[IVXL]+)(?!\w)")


def _in_quotes(text: str, match: re.Match[str]) -> Iterator[ProgrammeMention]:
    """``Đại hội XI xác định “Chương trình ...”``: a key programme of that congress, where the sentence says so."""
    close = re.compile('[”"]').search(text, match.end())
    end = close.start() if close else len(text)
    if len(text[match.start() : end].split()) < 5 or end - match.start() > 240:
        return
    congresses = [m["ordinal"] for m in _CONGRESS.finditer(text, 0, match.start())]
    kind = "key_program" if "trọng điểm" in text and congresses else "scheme"
    yield ProgrammeMention(
        match.start(), end, _clean(text[match.start() : end]), kind, set_by=congresses[-1] if congresses else None
    )


def _quotations(text: str, match: re.Match[str], quoted: re.Match[str], kind: str) -> Iterator[ProgrammeMention]:
    """``Đề án “A” ...``, and the quotations of a list: ``các đề án: “A”, “B”``."""
    head = (
        match["head"][0].upper() + match["head"][1:].lower() if kind != "national_target_programme" else match["head"]
    )
    start, current = match.start(), quoted
    plural = bool(_PLURAL.search(text[: match.start()])) or ":" in text[match.end() : quoted.start("name")]
    while True:
        years = NAME_YEARS.match(text, current.end())
        end = years.end() if years else current.end()
        extra = text[current.end() : end]
        inner = current["name"].strip(" ,.")
        own = re.match(r"(?:Đề án|Dự án|Chương trình) ", inner)
        yield ProgrammeMention(start, end, _clean(inner + extra if own else f"{head} “{inner}”{extra}"), kind)
        following = _NEXT_QUOTED.match(text, end) if plural else None
        if not following:
            return
        start, current = following.start("name") - 1, following


def _national_at(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[ProgrammeMention]:
    """A national target programme by name; all of them together, with their period."""
    tails = _national(lexicon)[0]
    rest = re.compile(r" (?:về )?").match(text, match.end())
    spelled = spell_out(text[rest.end() : rest.end() + 220]) if rest else ""
    known = tails.match(spelled) if tails else None
    if known and rest:
        end = rest.end() + _printed_length(text[rest.end() :], len(known.group()))
        years = NAME_YEARS.match(text, end)
        end = years.end() if years else end
    else:
        end = name_end(text, match.end())
    tail = text[match.end() : end]
    plural = _PLURAL.search(text[: match.start()])
    years = NAME_YEARS.match(text, match.end())
    if plural and (not tail.strip() or years or tail.startswith(" trên địa bàn")):
        if years or re.match(r"\s*:", text[match.end() :]) or match["head"][0] == "C":
            period = text[match.end() : years.end()] if years else ""
            yield ProgrammeMention(
                match.start(),
                match.end() + len(period),
                "Các chương trình mục tiêu quốc gia" + period,
                "national_target_programme",
            )
        return
    if (
        closes(text, match.end())
        or len(tail.split()) < 2
        or not (known or re.match(r" (?:về |[a-zà-ỹđ“])", tail))
        or re.match(r" (?:trên|của|còn|và|tỉnh|gồm|hiện(?! đại))", tail)
    ):
        return
    yield ProgrammeMention(
        match.start(), end, _clean("Chương trình mục tiêu quốc gia" + spell_out(tail)), "national_target_programme"
    )


def _printed_length(printed: str, spelled_length: int) -> int:
    """How many printed characters give that many when abbreviations are in full."""
    for length in range(1, len(printed) + 1):
        if len(spell_out(printed[:length])) >= spelled_length and (
            length == len(printed) or not printed[length].isalnum()
        ):
            return length
    return len(printed)


_AFTER_OTHERS = re.compile(r"Đề án [^.()]{12,200}[,;] $")
"""In a list whose first scheme has a capital, the others are named too: ``(Đề án trồng rừng gỗ lớn; đề án nuôi ong)``."""


def _scheme_at(text: str, match: re.Match[str], title: bool) -> Iterator[ProgrammeMention]:
    """``Đề án phát triển ...``; the issuer between head and name is left out: ``Đề án của Tỉnh ủy về ...``."""
    number = re.compile(r" \d{2}(?!\w|[/.,-]\d|\s?%)").match(text, match.end())
    if number:
        yield ProgrammeMention(match.start(), number.end(), f"Đề án{number.group()}", "scheme")
        return
    about = _OF_ABOUT.match(text, match.end())
    start = about.end() - 1 if about else match.end()
    end = name_end(text, start)
    tail = _clean(text[start:end])
    if _NO_SCHEME.match(text, match.end()) or len(tail.split()) < 3 or not text[start : start + 1].isspace():
        return
    if not about and text.startswith(" của ", match.end()):
        return  # "các Nghị quyết, Đề án của Tỉnh ủy, HĐND tỉnh": whose they are, and no name
    small = match["head"][0] == "đ" and not title and not about
    dated = bool(NAME_YEARS.search(text[start:end]))
    if (small and not dated and not _AFTER_OTHERS.search(text[: match.start()])) or (
        not dated and not about and _PLURAL.search(text[: match.start()]) and text[match.start() - 2] != ","
    ):
        return
    yield ProgrammeMention(match.start(), end, f"Đề án {tail}", "scheme")


_OWNER = r"(?:Chính phủ|Tỉnh ủy|Thành ủy|(?:Ban|Ủy ban|UBND)[^,;.“”]{3,60}?)"
_ACTION = re.compile(
    rf""" hành động(?: của {_OWNER})? (?:về )?(?:triển khai )?thực hiện (?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định) số [\w/-]+\w
        (?:,? ngày \d(?:[\d/]*\d)?(?: tháng \d{{1,2}} năm \d{{4}})?)?(?: của (?:Bộ Chính trị|Ban Bí thư|Quốc hội|Thủ tướng Chính phủ|Chính phủ|Ban Chấp hành Trung ương(?: Đảng)?(?: [Kk]hóa [IVX]+)?))?""".replace(
        "\n        ", ""
    )
)
"""``ban hành Chương trình hành động thực hiện Nghị quyết số ... của Bộ Chính trị``: adopted by that document,
it is a programme; others of the kind are documents of their own."""


_WITH_THIS = re.compile(r"[Bb]an hành kèm theo (?:Quyết định|Nghị quyết) này:? [“\"]?$")
"""``Ban hành kèm theo Quyết định này Chương trình hành động ...``: what the document adopts."""


def _programme_at(text: str, match: re.Match[str], title: bool) -> Iterator[ProgrammeMention]:
    """``Chương trình phát triển ...`` that is no action programme of a committee."""
    end = name_end(text, match.end())
    tail = _clean(text[match.end() : end])
    number = re.fullmatch(r"\d{3}", tail.split()[0]) if tail else None
    if number and match["head"][0] == "C":
        yield ProgrammeMention(match.start(), match.end() + 4, f"Chương trình {number.group()}", "scheme")
        return
    action = _ACTION.match(text, match.end())
    if action and re.search(r"ban hành [“\"]?$", text[: match.start()]):
        yield ProgrammeMention(match.start(), action.end(), f"Chương trình{action.group()}", "scheme")
        return
    if _WITH_THIS.search(text, 0, match.start()) and text.startswith(" hành động ", match.end()):
        yield ProgrammeMention(match.start(), end, f"Chương trình {tail}", "scheme")
        return
    if _NO_PROGRAMME.match(text, match.end()) or len(tail.split()) < 4 or not tail[0].islower():
        return
    small = match["head"][0] == "c"
    if small and not NAME_YEARS.search(text[match.end() : end]) and not (title and end >= len(text) - 1):
        return
    dated = NAME_YEARS.search(text[match.end() : end])
    of_resolution = small and not dated and re.search(r"[Nn]ghị quyết[^.]{0,40}$", text[: match.start()])
    if _PLURAL.search(text[: match.start()]) or of_resolution:
        return
    yield ProgrammeMention(match.start(), end, f"Chương trình {tail}", "scheme")


_DRAFT = re.compile(r"(?:Luật|Pháp lệnh|Nghị quyết|Nghị định|Bộ luật)(?!\w)")
"""What a ``dự án`` of these is is a draft, no construction."""
_PLACELIKE = re.compile(
    rf"(?:trục|tuyến|hướng) (?:Bắc|Đông|Tây|Nam)(?!\w)|[{UPPER}][a-zà-ỹđ]+(?:(?: | [-–] )[{UPPER}][a-zà-ỹđ]+)+|[{UPPER}]{{2,}}[\w-]*|\d{{2,3}}[A-Z]?(?![\d.,]*\d)"
)


_SPOT = rf"(?:(?:thành phố|thị xã|thị trấn|huyện|tỉnh|xã|phường|đặc khu|cửa khẩu|cao tốc|quốc lộ) )?[{UPPER}\d]\w*(?: [{UPPER}]\w*){{0,3}}"
_BETWEEN = re.compile(rf" kết nối {_SPOT}(?:, {_SPOT})? với {_SPOT}(?:, {_SPOT})?(?!\w)")
"""What a title goes on with: ``Dự án Hầm đường bộ qua đèo Khe Lạnh kết nối huyện Nậm Sơn với huyện Thanh Giang``."""
_FROM, _TO = re.compile(rf" nối (?:từ )?{_SPOT}$"), re.compile(rf" với {_SPOT}(?: [-–] {_SPOT})?(?!\w)")
"""``Dự án đường nối thị trấn Nậm Sơn`` and what goes on behind it: ``với cửa khẩu Thanh Giang``."""


def _project_at(text: str, match: re.Match[str], title: bool) -> Iterator[ProgrammeMention]:
    """``Dự án cầu Thanh Giang``: one project, with a proper name in it or a capital after the head."""
    if re.compile(
        r" (?:đã|này|được|trên|nêu|đang|có|vào|quan trọng|lớn|trọng điểm|TRỌNG ĐIỂM|LỚN|khác|và|với|đề nghị|đề xuất|đầu tư(?! xây)|(?:chậm |có tỷ lệ )?giải ngân|chậm)(?!\w)| ?,"
    ).match(text, match.end()):
        return
    end = name_end(text, match.end())
    paren = re.compile(r" \((?=[^)]{3,140}\))[^)]*\)(?: [-–] tỉnh [\wà-ỹ ]{3,20}?(?= sử| theo|,|;|\.|$))?").match(
        text, end
    )
    end = (
        paren.end()
        if paren and re.search(rf"[{UPPER}]{{1}}", paren.group()) and "tỷ đồng" not in paren.group()
        else end
    )
    between = _BETWEEN.match(text, end) if text[match.end() + 1 : match.end() + 2].isupper() else None
    between = between or (_TO.match(text, end) if _FROM.search(text, match.end(), end) else None)
    end = between.end() if between else end
    tail = _clean(text[match.end() : end])
    if len(tail.split()) < 2 or re.match(r"\d", tail) or _DRAFT.match(tail):
        return
    own_name = match["head"][0] == "D" and tail[0].isupper() and len(tail.split()) > 2
    plural = _PLURAL.search(text[: match.start()])
    if plural and (is_upper(tail) or not (own_name and plural.group()[0] == ",")):
        return
    if not (own_name or _PLACELIKE.search(re.sub(r"\([A-Z]{2,6}\)", "", tail))) or (
        match["head"][0] == "d" and not tail[0].isupper() and not title and len(tail.split()) < 3
    ):
        return
    yield ProgrammeMention(match.start(), end, f"Dự án {tail}", "project")


_PART = re.compile(
    r"""(?P<part>[Tt]iểu\ dự\ án\ \d+)(?:\ và\ (?P<other>[Tt]iểu\ dự\ án\ \d+))?
        (?:\ (?:[-–]|thuộc|của)\ (?P<project>[Dd]ự\ án\ (?:thành\ phần\ )?\d+))?""",
    re.VERBOSE,
)


def _with_parts(text: str, mentions: list[ProgrammeMention]) -> Iterator[ProgrammeMention]:
    """The mentions, and numbered parts of a programme (``Tiểu dự án 1 - Dự án 3``) with the whole they belong to."""
    yield from mentions
    wholes = [m for m in mentions if m.kind == "national_target_programme"]
    for match in _PART.finditer(text):
        whole = next((m for m in wholes if m.start >= match.start()), None)
        if not whole:
            continue
        short = _clean(NAME_YEARS.sub("", whole.name))
        for part in filter(None, (match["part"], match["other"])):
            joined = f"{part[0].upper()}{part[1:]}"
            if match["project"]:
                link = " thuộc " if re.search(r" (?:thuộc|của) [Dd]ự", match.group()) else " - "
                joined += f"{link}{match['project'][0].upper()}{match['project'][1:]}"
            yield ProgrammeMention(match.start(), match.end(), f"{joined} ({short})", "project", whole.name)


def lengthen(known: ProgrammeMention, other: ProgrammeMention) -> ProgrammeMention:
    """The first mention under the fuller of two names."""
    return replace(known, name=other.name) if len(known.name) < len(other.name) <= 240 else known
