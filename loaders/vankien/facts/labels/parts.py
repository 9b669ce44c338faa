"""Labels that lean on a neighbour: the degree of a standard (``nâng cao``, ``kiểu mẫu``), one value for two things, a
denominator that a list shares."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import lower_first, sentence_case, tidy
from vankien.facts.cues.wording import HEAD
from vankien.facts.labels.changes import Label
from vankien.facts.labels.lists import is_part_of_economy, last_sector, next_of_list, one_sector

_DEGREE = re.compile(
    r"""^(?:(?:Số|Tỷ\slệ)\s)?(?P<thing>[^\W\d][\w\s,]*?)??\s?          # the thing, where it is named again
        (?:(?:được\scông\snhận\s)?đạt(?:\schuẩn)?\s)?(?P<degree>nâng\scao|kiểu\smẫu)$""",
    re.IGNORECASE | re.VERBOSE,
)
_REACHED = re.compile(
    r"(?:Số|Tỷ lệ)\s(?:xã|huyện|thôn|bản|ấp|khu\sdân\scư|đơn\svị(?:\scấp\s\S+)?)(?:\s(?:được\scông\snhận\s)?đạt\schuẩn)",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"^(?P<all>.*\snông\sthôn\smới)(?:\s(?:nâng\scao|kiểu\smẫu))?$", re.IGNORECASE)


def with_degree(label: Label, previous: Label | None) -> Label:
    """``20% số xã đạt chuẩn nâng cao`` behind ``75% số xã đạt chuẩn nông thôn mới``: the standard of the value before.

    >>> with_degree(Label("Số xã kiểu mẫu", ""), Label("Số xã đạt chuẩn nông thôn mới nâng cao", "")).text
    'Số xã đạt chuẩn nông thôn mới kiểu mẫu'
    """
    degree = _DEGREE.match(label.text)
    standard = _STANDARD.match(previous.text) if previous else None
    if standard and _REACHED.fullmatch(label.text):
        return replace(
            label, text=f"{label.text} nông thôn mới"
        )  # "93 xã đạt chuẩn nông thôn mới; thêm 3 huyện đạt chuẩn"
    if not degree or not standard:
        return label
    thing = (degree["thing"] or "").strip().lower()
    if thing and f" {thing} " not in standard["all"].lower():
        return label
    text = f"{standard['all']} {degree['degree'].lower()}"
    if label.text.startswith("Số "):
        text = re.sub(r"^Tỷ lệ ", "Số ", text)
    return replace(label, text=text, subject=text)


def with_whole(label: Label, previous: Label | None) -> Label:
    """``GRDP đạt 32.595 tỷ đồng, bình quân đầu người đạt 65 triệu đồng``: the average is that of the sum before it.

    >>> with_whole(Label("Bình quân đầu người", ""), Label("Quy mô GRDP", "")).text
    'GRDP bình quân đầu người'
    """
    whole = re.search(r"(?<!\w)(?:GRDP|thu nhập)(?!\w)", previous.text, re.IGNORECASE) if previous else None
    if not whole or label.text.lower() != "bình quân đầu người":
        return label
    text = f"{whole.group()[:1].upper()}{whole.group()[1:]} bình quân đầu người"
    return replace(label, text=text, subject=text)


_BUILT = (
    r"(?:trường\shọc|trường|trạm\sy\stế|bệnh\sviện|nhà\svăn\shóa|trụ\ssở|chợ|cầu|khu\scông\snghiệp|cụm\scông\snghiệp)"
)
_TWO_THINGS = re.compile(
    rf"^Tỷ\slệ\s(?P<first>{_BUILT}(?:\s(?!và|được|có|đạt)\w+)?)(?:,|\svà)\s(?P<second>{_BUILT}(?:\s(?!được|có|đạt)\w+)?)\s(?P<said>(?:được|có|đạt)\s.+)$"
)
"""``trường học và trạm y tế xã có mạng không dây``: two kinds of premises, each an indicator of its own."""
_TWO_STANDARDS = re.compile(
    r"^(?P<thing>Tỷ\slệ\s.{3,60}?)\s(?P<verb>đạt\schuẩn)\s(?P<first>\S+\s\S+\s.+?)\svà\s(?P=verb)\s(?P<second>\S+\s\S+\s.+)$"
)


_TWO_COUNTS = re.compile(r"Mức giảm (?:số )?(?P<first>(?:vụ|người|ca)\s[^,]+?)\svà\ssố\s(?P<second>.+)$")
"""``giảm ít nhất 5% số vụ phạm tội và số người chết do tai nạn``."""


_HARMED = re.compile(
    r"Mức (?:cắt )?giảm (?:số )?vụ(?:,|\svà)\ssố\s(?P<people>người\s(?:chết|tử\svong)(?:(?:,|\svà|,\svà)\s(?:số\sngười\s)?bị\sthương)?)(?P<cause>\s(?:do|vì)\s.+)?"
)
"""``giảm 5% số vụ, số người chết và số người bị thương do tai nạn giao thông``."""


def two_of_one(text: str) -> tuple[str, ...]:
    """The labels of a share that is said of two things, or of two standards; else the label alone.

    >>> two_of_one("Tỷ lệ trường học và trạm y tế xã có mạng không dây")
    ('Tỷ lệ trường học có mạng không dây', 'Tỷ lệ trạm y tế xã có mạng không dây')
    >>> two_of_one("Tỷ lệ thôn và bản có điện")
    ('Tỷ lệ thôn và bản có điện',)
    >>> two_of_one("Mức giảm vụ, số người chết và bị thương do tai nạn giao thông")[::2]
    ('Mức giảm số vụ tai nạn giao thông', 'Mức giảm số người bị thương do tai nạn giao thông')
    """
    if two := _TWO_THINGS.match(text):
        return tuple(f"Tỷ lệ {two[k]} {two['said']}" for k in ("first", "second"))
    if harmed := _HARMED.fullmatch(text):
        cause = harmed["cause"] or ""
        people = [f"người {p}" for p in ("chết", "tử vong", "bị thương") if p in harmed["people"].lower()]
        return (f"Mức giảm số vụ{cause.replace(' do', '')}", *(f"Mức giảm số {p}{cause}" for p in people))
    if two := _TWO_COUNTS.match(text):
        return tuple(f"Mức giảm số {two[k]}" for k in ("first", "second"))
    if two := _TWO_STANDARDS.match(text):
        return tuple(f"{two['thing']} {two['verb']} {two[k]}" for k in ("first", "second"))
    return (text,)


def shared_whole(labels: list[str], taken: list[bool]) -> list[str]:
    """``A chiếm 31%, B chiếm 24% tổng lượng khách``: the whole of the last label is that of those before (`taken`: the
    value stands behind ``chiếm``).

    >>> shared_whole(["Tỷ lệ khách Nhật", "Tỷ trọng khách Đức trong tổng lượng khách"], [True, True])[0]
    'Tỷ trọng khách Nhật trong tổng lượng khách'
    """
    out = list(labels)
    for index in range(len(out) - 1, 0, -1):
        whole = re.search(r"^Tỷ trọng .+(?P<whole>\strong\stổng\s.+)$", out[index])
        part = re.match(r"Tỷ lệ (?P<part>.+)$", out[index - 1])
        if whole and part and taken[index] and taken[index - 1]:
            out[index - 1] = f"Tỷ trọng {lower_first(part['part'])}{whole['whole']}"
    return out


def told_in_turn(text: str, count: int) -> list[str]:
    """The label of each of some values that are told in turn (``lần lượt``) of the things that one label lists.

    >>> told_in_turn("Tỷ lệ cứng hóa đường xã, đường thôn", 2)
    ['Tỷ lệ cứng hóa đường xã', 'Tỷ lệ cứng hóa đường thôn']
    >>> told_in_turn("Tốc độ tăng giá trị sản xuất công nghiệp và dịch vụ", 2)
    ['Tốc độ tăng giá trị sản xuất công nghiệp', 'Tốc độ tăng giá trị sản xuất dịch vụ']
    >>> told_in_turn("Tỷ lệ trường mầm non và trung học cơ sở đạt chuẩn quốc gia", 2)
    ['Tỷ lệ trường mầm non đạt chuẩn quốc gia', 'Tỷ lệ trường trung học cơ sở đạt chuẩn quốc gia']
    >>> told_in_turn("Số bác sĩ và số giường bệnh trên một vạn dân", 2)
    ['Số bác sĩ trên một vạn dân', 'Số giường bệnh trên một vạn dân']
    >>> told_in_turn("Tỷ lệ công nghiệp - xây dựng, dịch vụ và nông, lâm, thủy sản", 3)
    ['Tỷ lệ công nghiệp - xây dựng', 'Tỷ lệ dịch vụ', 'Tỷ lệ nông, lâm, thủy sản']
    >>> told_in_turn("Cơ cấu kinh tế: Dịch vụ, nông, lâm nghiệp và thủy sản", 2)
    ['Cơ cấu kinh tế: Dịch vụ', 'Cơ cấu kinh tế: Nông, lâm nghiệp và thủy sản']
    """
    first, *others = (t.replace("_", ",").replace("&", "và") for t in _BETWEEN.split(one_sector(text)))
    if count < 2 or len(others) + 1 != count:
        return [text] * count
    said, tail = _SAID.search(others[-1]), ""
    if said and not _SAID.search(" ".join([first, *others[:-1]])):
        others[-1], tail = others[-1][: said.start()], said.group()
    if first.startswith("Số ") and all(other.startswith("số ") for other in others):
        told = [first, *(other[:1].upper() + other[1:] for other in others)]
        return shared_denominator(told, [index > 0 for index in range(count)])
    per = _PER_PEOPLE.search(others[-1])
    if per and not re.match(r"(?:tổng )?số ", " ".join([first, *others]), re.IGNORECASE):
        things = [first, *others[:-1], others[-1][: per.start()]]  # "bác sĩ, giường bệnh trên 1 vạn dân"
        return [f"Số {lower_first(thing)}{per.group()}" for thing in things]
    sector = last_sector(first)
    if sector and all(is_part_of_economy(other) for other in others):
        return [first, *(f"{first[: -len(sector)]}{other}" for other in others)]
    if ": " in first:
        return [first + tail, *(f"{first.split(': ')[0]}: {sentence_case(other)}{tail}" for other in others)]
    grown = _GROWTH_OF.match(first)
    if grown and all(HEAD.match(other) for other in others):
        return [first + tail, *(f"{grown.group()}{other}{tail}" for other in others)]
    paired = re.search(r"\S+\s\S+\s[-–]\s\S+\s\S+$", first)  # "công nghiệp - xây dựng" is one thing
    words = [*first[: paired.start()].split(), paired.group()] if paired else first.split()
    whole = first + tail
    out = [whole]
    for other in others:
        own = other.split()
        same = [i for i, word in enumerate(words) if i > 0 and word.lower() == own[0].lower()]
        cut = same[-1] if same else max(1, len(words) - (1 if paired else len(own)))
        kind = next_of_list(other, Label(whole, whole), False)
        out.append(kind.text if kind else " ".join([*words[:cut], *own]) + tail)
    return out


_TWO_ZONES = re.compile(r"(?P<head>.+\s(?:ở|tại)(?:\skhu\svực)?)\s(?P<one>đô thị|thành thị)\svà\s(?P<other>nông thôn)$")


def told_of_two(text: str) -> tuple[str, ...]:
    """The two things that one label names where two values joined by *và* follow; nothing where it does not.

    >>> told_of_two("Tỷ lệ thu gom rác ở đô thị và nông thôn")
    ('Tỷ lệ thu gom rác ở đô thị', 'Tỷ lệ thu gom rác ở nông thôn')
    >>> told_of_two("Nguồn vốn huy động và dư nợ tín dụng")
    ('Nguồn vốn huy động', 'Dư nợ tín dụng')
    >>> told_of_two("Xếp hạng PAR Index và SIPAS")
    ('Xếp hạng PAR Index', 'Xếp hạng SIPAS')
    """
    if ranked := _RANKED.fullmatch(text):
        return tuple(f"{ranked['head']} {ranked[k]}" for k in ("one", "other"))
    if zones := _TWO_ZONES.match(text):
        return tuple(f"{zones['head']} {zones[k]}" for k in ("one", "other"))
    one, joined, other = text.partition(" và ")
    both = joined and HEAD.match(one) and HEAD.match(other) and " và " not in other and "," not in text
    return (one, sentence_case(other)) if both else ()


_RANKED = re.compile(
    r"(?P<head>Xếp\shạng(?:\s[Cc]hỉ\ssố)?)\s(?P<one>(?=[^,]*[A-Z]{3})[^,]+?)\svà\s(?P<other>(?=[^,]*[A-Z]{3})[^,]+)"
)
_GROWTH_OF = re.compile(r"(?:Tốc độ tăng(?: trưởng)?|Mức giảm)\s")
_BETWEEN = re.compile(r",\s(?:và\s)?|\svà\s")
_SAID = re.compile(r"\s(?:đạt\schuẩn|được|trong\s(?:tổng|cơ\scấu))\s.+$")
"""What the last thing of a list says of all of them: ``tiểu học, trung học cơ sở đạt chuẩn quốc gia``."""
_PER_PEOPLE = re.compile(r"\s(?:trên|/)\s?(?:1\s|01\s|một\s)?(?:vạn|10\.?000|1\.?000)\s(?:dân|người)$")


_PER_UNIT = re.compile(r"(?:/|\strên\s)\s?(?:1\s|01\s|một\s)?(?:vạn|10\.?000|1\.?000)\s(?:dân|người)$")


def with_denominator(label: str, unit: str | None) -> str:
    """The label of a count of which the unit alone says per how many people.

    >>> with_denominator("Số giường bệnh", "giường/vạn dân"), with_denominator("Bác sĩ", "người/1 vạn dân")
    ('Số giường bệnh/vạn dân', 'Số bác sĩ/1 vạn dân')
    >>> with_denominator("Số bác sĩ trên một vạn dân", "bác sĩ/vạn dân")
    'Số bác sĩ trên một vạn dân'
    """
    per = _PER_UNIT.search(unit or "")
    if not per or re.search(r"(?:vạn|10\.?000|1\.?000|dân|bình quân|tỷ lệ|tỷ suất)(?!\w)", label, re.IGNORECASE):
        return label
    counted = label if re.match(r"(?:Tổng )?[Ss]ố ", label) else f"Số {label[:1].lower()}{label[1:]}"
    return counted + per.group()


def shared_denominator(labels: list[str], joined: list[bool]) -> list[str]:
    """``9,6 bác sĩ và 28,5 giường bệnh trên 1 vạn dân``: the denominator of the last label holds for those joined to it.

    >>> shared_denominator(["Số bác sĩ", "Số giường bệnh trên 1 vạn dân"], [False, True])
    ['Số bác sĩ trên 1 vạn dân', 'Số giường bệnh trên 1 vạn dân']
    """
    out = list(labels)
    for index in range(len(out) - 1, 0, -1):
        per = _PER_PEOPLE.search(out[index])
        earlier = out[index - 1]
        if per and joined[index] and earlier.startswith("Số ") and not re.search(r"\s(?:trên|/)|\sdân$", earlier):
            out[index - 1] = earlier + per.group()
    return out


_RESULT = re.compile(
    r"[\s,;]*(?:kết\squả|thực\stế|n[aà]y)(?:,|\slà)?(?:\s(?:đã|được|đạt|có|ước|chỉ|mới))*(?P<deed>(?:\s[^\W\d]+){0,2})\s*",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:đạt|được|có|công\snhận|hoàn\sthành|thực\shiện)?", re.IGNORECASE)


def is_result_of(piece: Piece, previous: Label) -> bool:
    """``đặt mục tiêu cấp chứng chỉ cho 150 ha; kết quả đã cấp 160 ha``: the value names only what came of the one before."""
    said = _RESULT.fullmatch(piece.before)
    if not said or tidy(piece.after):
        return False
    deed, unit = said["deed"].strip(), (piece.quantity.unit or "").split(" ")[0].lower()
    kinds = {"share": "Tỷ lệ ", "area": "Diện tích "}
    alike = previous.text.startswith(kinds.get(piece.quantity.kind, "\n")) or f" {unit} " in f"{previous.text} "
    return bool(alike and (_DONE.fullmatch(deed) or f" {deed} " in f" {previous.text} "))
