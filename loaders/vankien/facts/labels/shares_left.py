"""Shares that leave words to what stands before them or are of all that is spent: ``trong đó 40% là nữ``, ``90% cấp xã``, a bare
``tỷ lệ 85%``, ``3% tổng chi ngân sách cho văn hóa``."""

from __future__ import annotations

import re

from vankien.facts.clauses.phrases import lower_first
from vankien.facts.cues.wording import OF_WHICH, PREDICATE
from vankien.facts.labels.changes import Label

_LEVEL = re.compile(r"cấp\s(?:tỉnh|huyện|xã)(?!\w)", re.IGNORECASE)


def some_of_these(after: str, earlier: str, before: str) -> str:
    """The label of a share whose words leave to the label before (`earlier`) whose share it is; empty where they do not.

    >>> some_of_these("cấp xã", "Tỷ lệ hồ sơ cấp tỉnh", "")
    'Tỷ lệ hồ sơ cấp xã'
    >>> some_of_these("hoàn thành xuất sắc", "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ", ", trong đó ")
    'Tỷ lệ đảng viên hoàn thành xuất sắc'
    """
    level = _LEVEL.search(earlier) if _LEVEL.match(after) else None
    if level and earlier.startswith("Tỷ lệ "):
        return f"{earlier[: level.start()]}{after}"
    is_kind = earlier.rfind(" là ") if earlier.startswith("Tỷ lệ ") and after.startswith("là ") else -1
    if is_kind > 0:
        return f"{earlier[:is_kind]} {after}"
    said = PREDICATE.search(earlier) if earlier.startswith("Tỷ lệ ") and OF_WHICH.match(before) else None
    if said and after.lower().startswith(said.group().lower()):
        return f"{earlier[: said.start()]}{after}"
    return ""


_OF_SPENDING = re.compile(
    r"(?P<whole>tổng\schi(?:\s(?:cân\sđối\s)?ngân\ssách(?:\s(?:nhà\snước|địa\sphương|tỉnh|xã|phường)){0,2})?(?:\s(?:hằng|hàng)\snăm)?)"
    r"(?:\scho\s(?P<what>.+))?"
)
_SPENDS = re.compile(r"(?:^|[\s,])(?:dành|bố\strí|chi|đầu\stư|phân\sbổ|dành\sra)$", re.IGNORECASE)
_SPENDING = re.compile(r"(?:(?:tỷ|tỉ)\slệ\s)?(?P<what>(?:mức\s)?chi\s\S.*)", re.IGNORECASE)


def share_of_spending(before: str, after: str) -> Label | None:
    """``bố trí ít nhất 3% tổng chi ngân sách cho văn hóa``, ``chi sự nghiệp môi trường đạt 1,5% tổng chi ngân sách``: what is
    spent on something, of all that is spent.

    >>> share_of_spending("Bố trí", "tổng chi ngân sách cho văn hóa").text
    'Tỷ lệ chi cho văn hóa trong tổng chi ngân sách'
    >>> share_of_spending("chi sự nghiệp môi trường", "tổng chi ngân sách").text
    'Tỷ lệ chi sự nghiệp môi trường trong tổng chi ngân sách'
    """
    whole = _OF_SPENDING.fullmatch(after)
    if whole is None:
        return None
    spent = _SPENDING.fullmatch(before)
    if whole["what"] and (not before or _SPENDS.search(before)):
        text = f"Tỷ lệ chi cho {whole['what']} trong {whole['whole']}"
    elif spent and not whole["what"]:
        text = f"Tỷ lệ {lower_first(spent['what'])} trong {whole['whole']}"
    else:
        return None
    return Label(text, text, leading=False)


def rate_of_counted(before: str, after: str, previous: Label | None) -> Label | None:
    """``phát triển 750 doanh nghiệp, tỷ lệ`` 85%: the bare rate is that of the things counted before it."""
    bare = not after and before.lower() in ("tỷ lệ", "tỉ lệ")
    if not bare or previous is None or previous.verb or not previous.text.startswith("Số "):
        return None
    text = f"Tỷ lệ {previous.text.removeprefix('Số ')}"
    return Label(text, text, previous.thing, leading=False)


_MEETS = re.compile(
    r"(?P<what>\S.+?)(?:\s(?:mới|chỉ))*\s(?P<verb>đáp\sứng|tự\s(?:bảo|đảm)\s(?:đảm|bảo))(?:\sđược)?", re.IGNORECASE
)
"""``thu ngân sách mới đáp ứng`` 38% nhu cầu chi."""


def share_met(before: str, after: str) -> Label | None:
    """``thu ngân sách mới đáp ứng 38% nhu cầu chi``: how much of one thing another covers.

    >>> share_met("Thu ngân sách mới đáp ứng", "nhu cầu chi").text
    'Tỷ lệ thu ngân sách đáp ứng nhu cầu chi'
    """
    meets = _MEETS.fullmatch(before) if after else None
    if meets is None:
        return None
    text = f"Tỷ lệ {lower_first(meets['what'])} {meets['verb']} {after}"
    return Label(text, text)
