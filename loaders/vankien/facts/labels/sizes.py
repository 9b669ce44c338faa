"""Labels of what a project measures: its size, its length, its cost. They describe the project and promise nothing."""

from __future__ import annotations

import re

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import clean_after, sentence_case, tidy
from vankien.facts.labels.brackets import PREFIX
from vankien.facts.labels.changes import Label
from vankien.vietnamese import UPPER

_SIZE = re.compile(
    r"(?:^|[\s,])(?:(?:có|với|và)\s+)?(?P<what>tổng\s(?:mức|vốn)\sđầu\stư|tổng\smức|quy\smô|(?:tổng\s)?(?:chiều\sdài|diện\stích|công\ssuất|dung\stích)|vốn\sgiai\sđoạn\s(?:đầu|1|I)|dài)\s*(?:là|khoảng|(?:ước|dự)\s(?:tính|kiến))?\s*$",
    re.IGNORECASE,
)
_PROJECT = re.compile(r"(?<!\w)(?:Tiểu\s)?[Dd]ự\sán\s")
_UNDERTAKEN = re.compile(
    rf"(?<!\w)(?i:đầu\stư|xây\sdựng|khởi\scông|triển\skhai|hoàn\sthành|hình\sthành|thành\slập|mở\srộng|nâng\scấp)\s(?=[{UPPER}])"
)
"""The deed that a project's name follows: ``Khởi công Bệnh viện ...``."""
_DONE_BY = re.compile(
    r"|(?:(?:sẽ|và|đã|đến\snay|cơ\sbản)\s)*(?:hoàn\sthành|khánh\sthành)(?:,?\s(?:và\s)?đưa\svào\s(?:sử\sdụng|khai\sthác|vận\shành))?|đi\svào\s(?:hoạt\sđộng|vận\shành|khai\sthác)|(?:chậm|đúng|vượt)\stiến\sđộ.*",
    re.IGNORECASE,
)
"""When the project is finished says nothing of its size: ``công suất 500 tấn/ngày hoàn thành trong năm 2027``."""
_LAST_CLAUSE = re.compile(
    rf"(?:^|[;.]\s)(?P<clause>[^;.]*(?:[Dd]ự\sán\s|(?i:khởi\scông|khánh\sthành)\s(?=[{UPPER}]))[^;,.]+),\s*$"
)
"""``Dự án cầu Bến Mới, chiều dài 2 km``, ``khởi công Bệnh viện ..., quy mô``: the clause before the comma names the project."""
_FUNDS = re.compile(
    r"[\s,]*(?:(?:với|và)\s)?(?P<what>(?:tổng\s)?vốn(?:\sđầu\stư)?(?:\s(?:hạ\stầng|xây\slắp))?|kinh\sphí)\s*",
    re.IGNORECASE,
)
"""Behind the size of a project its money: ``quy mô 400 giường, vốn 780 tỷ đồng``."""
_LISTED_WORK = re.compile(
    rf"(?:\s(?:là|gồm|như)|:|,|,?\svà)\s(?P<name>[{UPPER}][^,;:.]{{2,30}}\s[{UPPER}][^,;:.]{{1,60}}),\s*$"
)
"""``hai công trình là Đường Bến Mới - Tân Sách, tổng mức ..., và Hồ chứa nước Nậm Sơn, tổng mức ...``."""
_NUMBERED = re.compile(rf"(?<=\s[{UPPER}])(?P<rest>[^\W\d]*)\s\d{{1,2}}$")
"""``Khu công nghiệp Cồn Cao 2``: a number closes the name."""
_SEVERAL = re.compile(r"(?:các|những|một\ssố|nhiều|\d)\s$", re.IGNORECASE)
"""``hoàn thành các dự án điện gió với tổng công suất``: no name of one."""
_LIST_OF = re.compile(r"\d|[;:]|(?<!\w)(?:các|những)\s")


def project_name(words: str) -> str:
    """The name of the one project in a clause, or nothing: behind ``dự án``, or a name behind the deed done to it.

    >>> project_name("Khởi công Bệnh viện Đa khoa tỉnh"), project_name("Đầu tư mở rộng vùng chè")
    ('Bệnh viện Đa khoa tỉnh', '')
    >>> project_name("Hoàn thành tuyến cao tốc Sơn Bình - Hòa Lâm")
    'tuyến cao tốc Sơn Bình - Hòa Lâm'
    """
    project = _PROJECT.search(words)
    if project and _SEVERAL.search(words[: project.start()]):
        return ""
    if project:
        name = words[project.start() :]
    else:
        deeds = list(_UNDERTAKEN.finditer(words))
        name = words[deeds[-1].end() :] if deeds else _built_by(words)
    name = tidy(name)
    listed = _LIST_OF.search(_NUMBERED.sub("", name)[len("Dự án ") :])
    return "" if len(name.split()) < 3 or listed else name


def project_size(piece: Piece, previous: Label | None) -> Label | None:
    """``Khởi công Dự án ... dài 9 km, tổng mức đầu tư 81 tỷ đồng``: each value under the name of the project.

    In: a piece, the label of the value before. Out: a label with `sized` set; None where no project is named, or where
    its size is to change.
    """
    if cost := _cost_behind(piece, previous):
        return cost
    if told := _bracketed(piece):
        return told
    size = _SIZE.search(piece.before) or (_FUNDS.fullmatch(piece.before) if previous and previous.sized else None)
    if not size or piece.quantity.kind in ("share", "change", "rank") or piece.quantity.yearly:
        return None
    if not _DONE_BY.fullmatch(tidy(piece.after)):
        return None
    lead = piece.before[: size.start()]
    what = "chiều dài" if size["what"].lower() == "dài" else size["what"].lower()
    if not tidy(lead):
        name = previous.thing if previous and previous.sized and piece.opener in (",", "và", "với", "") else ""
        above = _LAST_CLAUSE.search(piece.topic) if not name or piece.opener == "," else None
        listed = _LISTED_WORK.search(piece.topic) if what.startswith("tổng") else None
        own = project_name(above["clause"]) if above else tidy(listed["name"]) if listed else ""
        name = own or name or _listed_work(piece)
    else:
        name = project_name(lead) or _work_last(lead)
    if not name or piece.quantity.origin is not None:
        return None
    text = sentence_case(f"{what} {name}")
    return Label(text, text, name, sized=True)


_BUILT = re.compile(
    r"(?:(?:tuyến|dự\sán)\s)?(?:cảng|bến|cao\stốc|đường|cầu|hầm|đại\slộ|quốc\slộ|khu|cụm|nhà\smáy|bệnh\sviện|trường|hồ|đập|kè|đê|cống"
    r"|trung\stâm|sân|nhà\sga|tuyến|hệ\sthống|thủy\sđiện|điện\sgió|quảng\strường|bảo\stàng)\s",
    re.IGNORECASE,
)
_DEED_DONE = re.compile(
    rf"(?:^|[\s,;])(?:đưa\svào\s(?:sử\sdụng|khai\sthác|vận\shành)|hoàn\sthành|khánh\sthành|khởi\scông(?:\sxây\sdựng)?|thông\sxe|đầu\stư(?:\sxây\sdựng)?|xây\sdựng)\s(?:công\strình\s)?(?={_BUILT.pattern})",
    re.IGNORECASE,
)
"""``đưa vào sử dụng cầu Bến Mới (dài 900 m, ...)``."""
_NAMED = re.compile(rf"\s[{UPPER}][a-zà-ỹ]")


def _built_by(words: str) -> str:
    """The named work behind the deed that a clause opens with: ``Hoàn thành tuyến cao tốc Bến Mới - Tân Sách``."""
    done = _DEED_DONE.match(words.lstrip())
    name = words.lstrip()[done.end() :] if done else ""
    named = _NAMED.search(name)
    return name if named and not _ELSEWHERE.search(name[: named.start()]) else ""


_ELSEWHERE = re.compile(r"\s(?:vào|qua|nối|đến|từ|tại|trong|cho|của|với|tới)(?!\w)")
"""``đường dẫn vào Khu du lịch``: the name is that of another place."""


def _work_last(lead: str) -> str:
    """``nhiều năng lực mới, nhất là Nhà máy điện Bến Mới`` công suất 30 MW: the work that a clause ends with, or nothing."""
    last = lead[lead.rfind(",") + 1 :]
    work = next((m for m in _BUILT.finditer(last) if m.group()[:1].isupper()), None)
    if not work or not last[: work.start()].strip() or _ELSEWHERE.search(f"{last[: work.start()].rstrip()[-5:]} "):
        return ""
    name = tidy(last[work.start() :])
    return name if _NAMED.search(name) and not re.search(r"[,;:]", name) else ""


def _listed_work(piece: Piece) -> str:
    """``Cảng Cửa Lớn (tổng mức đầu tư 900 tỷ đồng)``: the work that its bracket gives the size of, or nothing."""
    name = re.sub(r"^[\W\d_]+", "", tidy(piece.owner)) if piece.opener == "(" else ""
    if done := _DEED_DONE.search(name):
        name = sentence_case(name[done.end() :])
    listed = (
        name[:1].isupper()
        and _BUILT.match(re.sub("^(?:Công trình|Dự án) ", "", name))
        and _NAMED.search(name)
        and not _LIST_OF.search(name)
    )
    return name if listed else ""


def _cost_behind(piece: Piece, previous: Label | None) -> Label | None:
    """``(dài 9 km, 2.100 tỷ đồng)``: the bare sum behind the size of a work is its cost."""
    bare = piece.inside and piece.opener == "," and not tidy(piece.before) and not tidy(piece.after)
    if not bare or piece.quantity.kind != "money" or not previous or not previous.sized:
        return None
    return Label(sentence_case(f"tổng mức đầu tư {previous.thing}"), previous.thing, previous.thing, sized=True)


_MEASURED = re.compile(
    r"công\ssuất|quy\smô|diện\stích|(?:tổng\s)?vốn(?:\sđầu\stư)?|tổng\smức(?:\sđầu\stư)?|kinh\sphí", re.IGNORECASE
)


def _bracketed(piece: Piece) -> Label | None:
    """``Hoàn thành Dự án cầu Bến Mới (2 km, ...)``, ``(dài 2 km)``, ``Nhà máy điện gió Cồn Cao 2 (công suất 80 MW)``: what the
    bracket behind the name measures."""
    if piece.opener != "(" or tidy(piece.after):
        return None
    said = tidy(piece.before).lower()
    if piece.quantity.kind == "length" and said in ("", "dài", "chiều dài", "tổng chiều dài"):
        said = "chiều dài"
    elif not _MEASURED.fullmatch(said):
        return None
    name = project_name(piece.owner)
    text = sentence_case(f"{said} {name}")
    return Label(text, text, name, sized=True) if name else None


_WORK = re.compile(r"(?:tổng\s)?khối\slượng(?:\s(?:công\sviệc|thi\scông|xây\slắp|thực\shiện))?", re.IGNORECASE)
_FINISHED = re.compile(
    r"(?:^|[\s,])(?:(?:đã|đang|ước|cơ\sbản|thi\scông|thực\shiện|đến\snay)\s)*(?:hoàn\sthành|đạt|thi\scông|thực\shiện)(?:\s(?:được|khoảng|trên|gần))*\s*$",
    re.IGNORECASE,
)


def work_done(piece: Piece, previous: Label | None) -> Label | None:
    """``Dự án cầu Bến Mới dài 2 km đã hoàn thành 60% khối lượng``: how far the work on the project has got."""
    done = _FINISHED.search(piece.before)
    if piece.quantity.kind != "share" or not _WORK.fullmatch(tidy(piece.after)):
        return None
    if not done and tidy(piece.before):
        return None
    lead = piece.before[: done.start()] if done else ""
    sized = previous.thing if previous and previous.sized and not tidy(lead) else ""
    name = sized or project_name(tidy(lead) or piece.topic)
    text = f"Khối lượng hoàn thành {name[:1].lower() + name[1:] if name.startswith('Dự án ') else name}"
    return Label(text, text, name, sized=False) if name else None


def put_to_use(piece: Piece, previous: Label | None) -> Label | None:
    """``13.000 ha cao su, đưa 6.700 ha vào khai thác`` → the same thing, put to use."""
    into = re.match(r"\s*vào\s(?P<use>[^,;(.]+)", piece.after)
    if not into or not previous or not previous.thing or piece.quantity.kind in ("share", "change"):
        return None
    use = clean_after(" " + into["use"], counted=True)
    text = tidy(f"{PREFIX.get(piece.quantity.kind, '')} {previous.thing} đưa vào {use}")
    return Label(sentence_case(text), text, previous.thing)
