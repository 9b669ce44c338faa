"""Who issued a document: the body named in the text, in full and with its province; else the body of its suffix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from vankien.facts.alternation import alternation, to_words
from vankien.facts.letterheads.codes import Code, code_body, lexicon_to_suffixes
from vankien.facts.names.letters import PLACE
from vankien.facts.names.persons import OFFICES
from vankien.facts.names.places import COMMITTEES, former_of, home_of
from vankien.model import Concept, Lexicon
from vankien.vietnamese import ROMAN, same_tones

_OFFICE = r"(?:(?:Phó\ )?Chủ\ tịch|(?:Thứ|Bộ)\ trưởng|Bí\ thư|Giám\ đốc|Trưởng\ [Bb]an|Chánh\ \w+|Tổng\ Thanh\ tra)\s+"
_KINDS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
_UNITS = r"tỉnh|thành\ phố|huyện|thị\ xã|quận|xã|phường|thị\ trấn|đặc\ khu"


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body as issuer: its full name, the entry of the list it was recognised by (None for a name by its shape),
    whether it is named for a place other than the document's own province, and where its name ends in the text."""

    name: str
    body: Concept | None = None
    elsewhere: bool = False
    end: int = 0


def spelling_patterns(spelling: str) -> Iterator[list[str]]:
    """A spelling as patterns of its words: any case of its first letter, and in capitals altogether; abbreviations as they
    are."""
    words = to_words(spelling)
    if spelling.isupper() or not spelling[:1].isalpha():
        yield words
        return
    first = spelling[0]
    yield [f"[{first.lower()}{first.upper()}]{words[0][1:]}", *words[1:]]
    yield to_words(spelling.upper(), r"\ ")


def spellings_pattern(spellings: Iterable[str]) -> str:
    """Any of some spellings, the longest that fits."""
    return alternation(words for spelling in spellings for words in spelling_patterns(spelling))


def lookup(entries: dict[str, Concept], printed: str) -> Concept:
    """The entry of a spelling as printed, whatever the case of its letters."""
    printed = " ".join(printed.split())
    found = entries.get(printed)
    return found if found else next(c for s, c in entries.items() if s.lower() == printed.lower())


@lru_cache(maxsize=8)
def _bodies(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Concept]]:
    """All spellings of the bodies as one pattern, longest first, and the entry of each spelling (lower case)."""
    entries: dict[str, Concept] = {}
    for concept in lexicon["bodies"]:
        for spelling in concept.all_spellings():
            entries.setdefault(" ".join(same_tones(spelling).split()), concept)
    names = spellings_pattern(entries)
    return re.compile(rf"(?<!\w)(?:{_OFFICE})?(?P<body>{names})(?!\w)", re.VERBOSE), entries


_PLACE = re.compile(
    rf"""(?:\s+(?P<unit>(?i:{_UNITS}))(?:\s+(?P<named>{PLACE}))?(?!\w)|\s+(?P<bare>{PLACE}))?
         (?:,?\s*\(?(?P<term>[Kk]h(?:óa|oá)\s+{ROMAN})\)?(?!\w))?""",
    re.VERBOSE,
)
"""`` tỉnh Sơn Bình``, `` tỉnh``, `` Sơn Bình khóa XV``, `` (khóa XI)``."""

_TERM = re.compile(rf",?\s*\(?(?P<term>[Kk]h(?:óa|oá)\s+{ROMAN})\)?(?!\w)")
_SESSION = re.compile(r"[Hh]ội nghị\s+(?:lần thứ\s+\w+(?:\s+\w+)?,?\s+)?(?:của\s+)?(?=Ban Chấp hành|BCH)")
"""A plenum speaks for its committee: ``Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng``."""

_HEADS = (
    r"Bộ|Sở|Ban|Ủy\ ban|Hội\ đồng|Hội|Đảng\ ủy|Đảng\ bộ|Huyện\ ủy|Thành\ ủy|Thị\ ủy|Quân\ ủy|Đoàn|Liên\ đoàn|Công\ đoàn"
    r"|Tỉnh\ đoàn|Tổng\ cục|Cục|Chi\ cục|Văn\ phòng|Thanh\ tra|Công\ an|Ngân\ hàng|Tòa\ án|Viện|Quân\ khu|Trường|Kiểm\ toán"
    r"|Mặt\ trận|Tập\ đoàn|Đại\ hội|Hội\ nghị"
)
_NAME_ENDS = (
    r"(?=\s*(?:[,;:.()“”\"]|$|\b(?:về|vè|ngày|quy\ định|ban\ hành|phê\ duyệt|hướng\ dẫn|sửa\ đổi|bổ\ sung|thực\ hiện|triển\ khai|số"
    r"|tại|trong|với|cho|để|theo|đến|trên|là|đã|sẽ|được|tiếp\ tục|tổng\ kết|sơ\ kết|giao|công\ bố|nhằm|trình|nêu|đối)\b))"
)
_SHAPED = re.compile(rf"(?:{_OFFICE})?(?P<name>(?:{_HEADS})\s(?:(?![,;:.()“”\"]).){{2,80}}?){_NAME_ENDS}", re.VERBOSE)


def full_name(body: Concept, province: Concept | None, unit: str = "", place: str = "", printed: str = "") -> str:
    """A body's full name by its template: with the place that the text names, else with the document's province; a
    name with a topic takes it from the printed name (``Ban Pháp chế HĐND``)."""
    template = body.first("nameTemplate", body.vi)
    before, has_topic, after = template.partition(" {topic} ")
    if has_topic:
        topic = re.match(rf"{re.escape(before)}\s+(.+?)\s+(?:HĐND|{re.escape(after.split(' ')[0])}\b)", printed)
        template = f"{before} {topic[1] if topic else ''} {after}"
    if "{place}" not in template:
        return body.vi
    provincial = body.first("level") == "province"
    home, home_name = home_of(province)
    former, former_name = former_of(province)
    unit = unit or _unit_of_committee(printed or body.vi, home) or _unit_of_committee(printed or body.vi, former)
    if home and unit == home:
        place = place or home_name
    elif former and unit == former:
        place = place or former_name
    kind = unit or (_province_unit(province) if provincial else _KINDS.get(body.first("level"), ""))
    name = template
    if kind == "thành phố":
        name = name.replace("Tỉnh ủy", "Thành ủy").replace("Tỉnh đoàn", "Thành đoàn")
    if provincial and not place and kind == _province_unit(province):
        place = province.vi if province else ""
    name = (
        name.replace("{kind}", kind).replace("{committee}", COMMITTEES.get(kind, "Đảng ủy")).replace("{place}", place)
    )
    return " ".join(re.sub(r"\{\w+\}", "", name).split())


def _unit_of_committee(printed: str, home: str) -> str:
    """The kind of unit that the name of its committee tells (``Thành ủy``), where the document is such a unit's own."""
    return home if home in COMMITTEES and COMMITTEES[home] in same_tones(printed) and home != "tỉnh" else ""


def _province_unit(province: Concept | None) -> str:
    """What a province is called before its name: ``tỉnh``, or ``thành phố`` for the cities of that rank."""
    return (province.first("placeType") or "tỉnh") if province else "tỉnh"


def issuer_at(text: str, at: int, province: Concept | None, lexicon: Lexicon, *, shaped: bool = True) -> Issuer | None:
    """The body whose name starts at that offset of a text; `shaped` also accepts names that no list has, by their
    first word (``Ban Chỉ đạo ...``) and up to the word that ends a name."""
    pattern, entries = _bodies(lexicon)
    same = same_tones(text)
    session = _SESSION.match(same, at)
    match = (pattern.match(same, session.end()) if session else None) or pattern.match(same, at)
    if match is None:
        return _shaped_issuer(same, at, province, lexicon) if shaped else None
    body = lookup(entries, match["body"])
    return _with_place(same, match.end(), body, match["body"], province)


def _with_place(text: str, at: int, body: Concept, spelling: str, province: Concept | None) -> Issuer:
    """The issuer with the place and the term that follow its name; the kind of place may be the name's own last word
    ("UBND huyện")."""
    own_unit = re.search(rf"(?<!\w)(?:{_UNITS})$", spelling, re.IGNORECASE | re.VERBOSE)
    unit, place, end, term = own_unit.group().lower() if own_unit else "", "", at, None
    match = _PLACE.match(text, at)
    if match and "{place}" not in body.first("nameTemplate", "{place}"):
        match = _TERM.match(text, at)
        end, term = (match.end(), match["term"]) if match else (at, None)
    elif match:
        held = _HELD_BY.search(text, 0, at - len(spelling)) is not None
        bare = match["bare"] if match["bare"] and _plausible_place(match["bare"], unit, province, held=held) else ""
        if bare or not match["bare"]:
            unit, place, end = (match["unit"] or unit).lower(), match["named"] or bare, match.end()
            term = match["term"]
    name = full_name(body, province, unit, place, spelling)
    own = province.vi if province else ""
    home, home_name = home_of(province)
    unit = unit or _unit_of_committee(spelling, home)
    if home and unit == home and place in ("", home_name):
        return Issuer(_of_term(name, body, term), body, False, end)
    # A city inside the province ("UBND thành phố X") is another place than the province of the same name.
    elsewhere = bool(unit and unit != "tỉnh" and unit != _province_unit(province)) or bool(place and place != own)
    # A committee's term tells its documents apart; a council's is only said along.
    return Issuer(_of_term(name, body, term), body, elsewhere, end)


def _of_term(name: str, body: Concept, term: str | None) -> str:
    """The name of a Party body with its term."""
    return f"{name} khóa {term.split()[-1]}" if term and body.first("bodyKind") == "party" else name


_HELD_BY = re.compile(rf"(?:{OFFICES})\s$")
"""``Bí thư Thành ủy Lê Văn Nam``: who holds the office, no place."""


def _plausible_place(place: str, unit: str, province: Concept | None, *, held: bool) -> bool:
    """A name right after a body is its place if it is the province, or completes a kind of place ("UBND huyện X"); not
    behind an office."""
    if province and place.lower() == province.vi.lower():
        return True
    if held:
        return False
    return bool(unit) or len(place.split()) in (2, 3)


def _shaped_issuer(text: str, at: int, province: Concept | None, lexicon: Lexicon) -> Issuer | None:
    """A body known by the shape of its name only; the body that it belongs to (its last part) is written in full."""
    match = _SHAPED.match(text, at)
    if match is None:
        return None
    name, (start, end) = match["name"], match.span("name")
    for inner in _bodies(lexicon)[0].finditer(text, start + 1, end):
        owner = issuer_at(text, inner.start(), province, lexicon, shaped=False)
        if owner and owner.end >= end:
            name, end = f"{text[start : inner.start()]}{owner.name}", owner.end
            break
    return Issuer(" ".join(name.split()), None, False, end)


_ADVERBS = r"\s*(?:,\s*)?(?:(?:cũng|đã|sẽ|vừa|kịp\ thời|tập\ trung|thống\ nhất)\s+){0,3}"
_ACTS = r"(?:ban\ hành|ra|có|ký|trình|xây\ dựng|cụ\ thể\ hóa|phê\ duyệt|thông\ qua|triển\ khai)"
_ISSUES = re.compile(rf"{_ADVERBS}{_ACTS}\b", re.VERBOSE)
_DOES = re.compile(
    rf"{_ADVERBS}(?:{_ACTS}|báo\ cáo|chỉ\ đạo|tiếp\ tục|tổ\ chức|yêu\ cầu|đề\ nghị|giao|lãnh\ đạo)\b", re.VERBOSE
)


def subjects(text: str, province: Concept | None, lexicon: Lexicon) -> tuple[tuple[int, Issuer], ...]:
    """The bodies that a sentence says issue something ("Tỉnh ủy đã ban hành ..."), each with its offset."""
    return tuple((at, issuer) for at, issuer in speakers(text, province, lexicon) if _ISSUES.match(text, issuer.end))


def speakers(text: str, province: Concept | None, lexicon: Lexicon) -> tuple[tuple[int, Issuer], ...]:
    """The bodies that a sentence says do something, each with its offset."""
    pattern, _ = _bodies(lexicon)
    same = same_tones(text)
    found = []
    for match in pattern.finditer(same):
        if re.search(r"(?:\bcủa|\bdo|\bcác)\s+$", same[: match.start()]):
            continue
        issuer = issuer_at(text, match.start(), province, lexicon, shaped=False)
        if issuer and _DOES.match(same, issuer.end):
            found.append((match.start(), issuer))
    return tuple(found)


_STATED_IN = re.compile(r"(?:\s+[^\W\d]+){0,4}\s+tại\s*$")


_LISTED_IN = re.compile(
    r"(?<= tại)\s+(?:các|những|\d+)(?:\s(?:công văn|văn bản|tờ trình|báo cáo)\s*:)?\s*$", re.IGNORECASE
)


def stating(text: str, province: Concept | None, lexicon: Lexicon) -> Issuer | None:
    """The body that says something in the document that a text leads up to: ``chỉ đạo của UBND tỉnh tại``."""
    text = _LISTED_IN.sub("", text)
    if not text.rstrip().endswith("tại"):
        return None
    floor = max(0, len(text) - 120)
    same = same_tones(text)
    for match in reversed(list(_bodies(lexicon)[0].finditer(same, floor))):
        issuer = issuer_at(text, match.start(), province, lexicon, shaped=False)
        if issuer and _STATED_IN.fullmatch(same, issuer.end):
            return issuer
    return None


def fits(issuer: Issuer, code: Code, lexicon: Lexicon) -> bool:
    """Can a body that is not named beside the code have issued it? Only one whose suffix the code carries (several
    bodies share ``TU``, ``TW``, ``UBND``); any, if no list knows the suffix."""
    known, plain = body_suffixes(lexicon), code.plain_segments()
    of_genre = len(plain) > 1 and plain[0] in lexicon_to_suffixes(lexicon).genres  # TTr: a proposal, no inspectorate
    carried = {s for s in plain[of_genre:] if s in known}
    return not carried or (issuer.body is not None and bool(carried & set(suffixes_of(issuer.body))))


def suffixes_of(body: Concept) -> tuple[str, ...]:
    """The suffixes of a body's documents, also those that it shares with others."""
    return (*body.properties.get("notation", ()), *body.properties.get("codeVariant", ()))


@lru_cache(maxsize=8)
def body_suffixes(lexicon: Lexicon) -> frozenset[str]:
    """The suffixes of all bodies of the list."""
    return frozenset(s for body in lexicon["bodies"] for s in suffixes_of(body))


def issuer_of_suffix(code: Code, province: Concept | None, lexicon: Lexicon) -> Issuer | None:
    """The issuer that the suffix alone tells, where that is certain: not for ``TW``, which several bodies use."""
    body = code_body(code, lexicon)
    if body is None or "TW" in code.segments:
        return None
    level, (home, _) = body.first("level"), home_of(province)
    own = any(unit and _unit_of_committee(body.vi, unit) for unit in (home, former_of(province)[0]))
    shared = home and {"UBND", "HĐND"} & set(code.segments)  # of the province or of the unit inside it
    if (level not in ("national", "province") and not own) or shared:
        return None
    return Issuer(full_name(body, province), body)
