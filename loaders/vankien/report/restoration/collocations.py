"""Words of a restored line that only one reading fits, by the words beside them: ``ký kết``, ``sơ thẩm``, ``mức độ 3``.

The words' model weighs what it has seen; these stand for pairs that such an engine misreads so often, and so much alike,
that the wrong word outweighs the right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.report.restoration.ngrams import core
from vankien.vietnamese import skeleton

NUMBER = re.compile(r"[<>~]?\d[\d.,]*%?")
"""A number as a table or a sentence prints it, with its sign and its percent."""
_IS = frozenset({"12", "13", "14"})
"""What such an engine prints for ``là``."""
_BECAUSE = frozenset({"nhờ", "do", "vì"})
_NUMBERED = frozenset({"dieu", "khoan", "muc", "so", "lop", "ngay", "thang", "nam", "lo", "quyet", "dot", "ky", "bao"})
"""What has a number behind it: ``Điều 12 do``, ``bão số 12 do``, ``quốc lộ 14 do``."""
_HEADED = frozenset({"phòng", "ban", "thôn", "bản", "đoàn"})
_SELF = frozenset({"tự", "từ", "tử", "ủy"})
_GIVES_LAND = re.compile(r"(?:(?:trên|hơn|gần|khoảng)\s)?\d[\d.,]*\s(?:(?:nghìn|ngàn)\s)?(?:m2|m²|ha)\sđ[ạấ]t(?!\w)")
_GUESTS = re.compile(
    r"(?:(?:được|trên|hơn|gần|khoảng)\s)*\d[\d.,]*\s(?:(?:nghìn|ngàn|triệu)\s)?l\wợt(?:\s(?:du\s)?kh|$)"
)


def _counts_guests(cores: Sequence[str], at: int) -> bool:
    """``đón hơn 5,4 triệu lượt khách``: do visitors stand behind a token, with how many they are?"""
    return _GUESTS.match(" ".join(cores[at + 1 : at + 8])) is not None


_OF_MANY = frozenset({"chiều", "thiên", "dạng", "ngành"})
_OF_COMMITTEE = frozenset({"viên", "đảng", "các"})


def collocated(cores: Sequence[str], tokens: Sequence[str], at: int) -> str:
    """The word that the token at an index between others stands for, where no other reading makes sense there; empty for all
    others. In: the cores of a line's tokens, and the tokens with their marks.

    >>> def read(text: str) -> str:
    ...     tokens = text.split()
    ...     cores = [core(t)[1] for t in tokens]
    ...     return " ".join(collocated(cores, tokens, at) or t for at, t in enumerate(tokens))
    >>> read("mà rộng ; kỷ kết ; xử số tham ; số tham gia ; kết quả 12 nhờ dân ; phó trường phòng")
    'mở rộng ; ký kết ; xử sơ thẩm ; số tham gia ; kết quả là nhờ dân ; phó trưởng phòng'
    >>> read("xã - xã hai ; quốc hai ; tư chức ; quốc lộ và tỉnh 16 ; nghèo đã chiều")
    'xã - xã hội ; quốc hội ; tổ chức ; quốc lộ và tỉnh lộ ; nghèo đa chiều'
    >>> read("tính đến hơn 3,2 triệu lượt khách ; dồn 40 nghìn lượt khách ; hiện trên 900 m2 đất ; hai viên mới")
    'tỉnh đón hơn 3,2 triệu lượt khách ; đón 40 nghìn lượt khách ; hiến trên 900 m2 đất ; hội viên mới'
    >>> read("tổng đàn lớn 794 ; thịt lớn hơi ; trâu bộ ; lâm thị sản ; tập trung nắm 2031 ; nắm 3 mục tiêu")
    'tổng đàn lợn 794 ; thịt lợn hơi ; trâu bò ; lâm thủy sản ; tập trung năm 2031 ; nắm 3 mục tiêu'
    >>> read("lực lượng vì trang ; chuẩn mức 46 3 ; chiến tháng Điện Biên ; cấp lý các ; cấp lý luận ; Điều 12 do tỉnh")
    'lực lượng vũ trang ; chuẩn mức độ 3 ; chiến thắng Điện Biên ; cấp ủy các ; cấp lý luận ; Điều 12 do tỉnh'
    """
    word = cores[at].lower()
    before = cores[at - 1].lower() if at else ""
    behind = cores[at + 1].lower() if at + 1 < len(cores) and not core(tokens[at])[2] else ""
    return (
        _in_digits(word, before, behind, cores, tokens, at)
        or _beside_a_count(word, before, behind, cores, at)
        or _beside_words(word, before, behind, cores, tokens, at)
    )


def _in_digits(word: str, before: str, behind: str, cores: Sequence[str], tokens: Sequence[str], at: int) -> str:
    """Digits that stand for a word: ``kết quả 12 nhờ``, ``tỉnh 16``, ``mức 46 3``."""
    reason = behind in _BECAUSE and before and skeleton(before) not in _NUMBERED
    money = behind.isalpha() and at > 0 and tokens[at - 1] == "đồng"  # "900 tỷ đồng 12 nguồn lực quan trọng"
    if word in _IS and (reason or money):
        return "là"
    if word == "16" and before in ("tỉnh", "huyện") and "lộ" in (c.lower() for c in cores[max(0, at - 3) : at]):
        return "lộ"
    if word == "46" and before == "mức" and behind.isdigit():
        return "độ"
    return _numeral(cores, at)


def _numeral(cores: Sequence[str], at: int) -> str:
    """What digits stand for that are none: a Roman numeral behind what is numbered so (``Vùng kinh tế 11``), ``là`` between
    two nouns of people (``đảng viên 13 cấp ủy viên``); empty for any other word."""
    word = cores[at]
    if not re.fullmatch(r"[I1l]{2,3}|1[234a]", word):
        return ""
    before = skeleton(" ".join(cores[max(0, at - 3) : at])).lower()
    if re.fullmatch(r"[I1l]{2,3}", word):
        numbered = _IN_ROMAN if word.isdigit() else _MAYBE_IN_ROMAN
        return "I" * len(word) if numbered.search(before) else ""
    behind = skeleton(" ".join(cores[at + 1 : at + 4])).lower()
    return "là" if _PEOPLE.search(before) and behind == "cap uy vien" else ""


_IN_ROMAN = re.compile(r"\b(?:vung kinh te|do thi loai)$")
_MAYBE_IN_ROMAN = re.compile(r"\b(?:vung kinh te|loai|hang|giai doan|khu vuc|nhom|dot)$")
_PEOPLE = re.compile(r"\b(?:dang vien|dong chi|can bo|nguoi)$")


def _beside_a_count(word: str, before: str, behind: str, cores: Sequence[str], at: int) -> str:
    """Verbs before how many visitors came, or how much land was given."""
    if skeleton(word) == "don" and _counts_guests(cores, at):
        return "đón"
    if word == "đến" and before in ("tính", "tỉnh") and _counts_guests(cores, at):
        return "đón"
    if word == "tính" and behind == "đến" and _counts_guests(cores, at + 1):
        return "tỉnh"
    if word == "hiện" and _GIVES_LAND.match(" ".join(cores[at + 1 : at + 6])):
        return "hiến"
    return ""


_YEAR = re.compile(r"(?:19|20)\d\d")
_KEPT = frozenset({"đàn", "thịt", "trâu"})
_BEASTS = {"lon": "lợn", "bo": "bò", "trau": "trâu", "ga": "gà"}


def _beast(word: str, before: str, behind: str) -> str:
    """What is kept and eaten: ``tổng đàn lợn``, ``thịt lợn hơi``, ``trâu, bò``; empty for any other word."""
    read = _BEASTS.get(skeleton(word), "") if word not in _BEASTS.values() else ""
    if not read:
        return ""
    herd = before == "đàn" and (read != "bò" or word != "bộ")
    meat = before == "thịt" or (read == "lợn" and behind == "hơi")
    return read if herd or meat or (before == "trâu" and read == "bò") else ""


def _beside_words(word: str, before: str, behind: str, cores: Sequence[str], tokens: Sequence[str], at: int) -> str:
    """Syllables of pairs that always stand together."""
    if word in ("nắm", "nằm", "nấm") and _YEAR.fullmatch(behind):
        return "năm"
    if behind == "sản" and word in ("thịt", "thị", "thi", "thủ", "thuỷ"):
        return "thủy"
    if (before in _KEPT or behind == "hơi") and (beast := _beast(word, before, behind)):
        return beast
    if before == "chuyên" and skeleton(word) in ("do", "da") and behind != "đạc":
        return "đề"
    if word in ("hai", "hải") and behind == "viên" and cores[at + 2 : at + 3] != ["chức"]:
        return "hội"
    if word == "quan" and before in _SELF and behind in ("đường", "an"):
        return "quản"
    if word in _SELF and behind == "quan" and cores[at + 2 : at + 3] in (["đường"], ["an"]):
        return "tự"
    if word == "đã" and behind in _OF_MANY:
        return "đa"
    if word == "hai" and (before == "quốc" or (before == "xã" and at > 1 and tokens[at - 2] in ("-", "–"))):
        return "hội"
    if word == "tư" and behind == "chức":
        return "tổ"
    if before == "trận" and skeleton(behind) == "quoc":
        return "tổ"
    if word == "tội" and before == "dân" and behind == "cao":
        return "tối"
    if word == "vì" and behind == "trang":
        return "vũ"
    if word == "mà" and skeleton(behind) == "rong":
        return "mở"
    if word == "kỷ" and skeleton(behind) == "ket":
        return "ký"
    if (word in ("tháng", "thùng") and before == "chiến") and not NUMBER.match(behind):
        return "thắng"
    if word == "trường" and (behind == "thôn" or (before in ("phó", "từ") and behind in _HEADED)):
        return "trưởng"
    if word in ("số", "sở", "so") and before in ("xử", "tòa") and skeleton(behind) == "tham":
        return "sơ"
    if skeleton(word) == "tham" and skeleton(before) == "so" and at > 1 and cores[at - 2].lower() in ("xử", "tòa"):
        return "thẩm"
    committee = word == "lý" and before == "cấp" and (behind in _OF_COMMITTEE or core(tokens[at])[2][:1] == ",")
    return "ủy" if committee else ""
