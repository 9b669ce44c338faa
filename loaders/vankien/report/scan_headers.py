"""Shredded header of a scanned table → what its value columns hold.

A header of a scan is read line by line across its cells, its words cut and mixed. What survives is enough: the kinds
of columns open in order on one line ("Nghị | Thực hiện | So sánh | Mục"), the years stand in order on another
("2021 2022 2023 2024 2025 XIV"). A header that fits the number of values of the rows is taken, others are not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from vankien.report.pages import BodyLine
from vankien.report.scan_words import Atom, is_sorted_run, is_value, line_to_atoms
from vankien.report.table_header import text_to_period
from vankien.vietnamese import ROMAN, fold, is_upper

_WORDS = frozenset({
    "thuc", "hien", "nghi", "quyet", "dai", "hoi", "muc", "tieu", "chi", "don", "vi", "tinh", "nam", "uoc",
    "ghi", "chu", "so", "sanh", "voi", "den", "stt", "tt", "nqdh", "nqbh", "nq", "ket", "qua", "danh", "gia",
    "ke", "hoach", "giai", "doan", "ty", "le", "dang", "bo", "nhiem", "ky", "cuoi", "ca", "lan", "thu", "dvt",
})  # fmt: skip
"""Words of table headers, folded."""
_SHORT = {"th": "thuc", "uth": "uoc", "kh": "ke"}
"""Abbreviations of headers (``Ước TH``, ``KH 2026``) by the word that they stand for."""
_KINDS = {
    "nghi": "target",
    "muc": "target",
    "ke": "target",
    "thuc": "result",
    "uoc": "result",
    "ket": "result",
    "so": "compare",
    "danh": "verdict",
}
_HEADER_SHARE = 0.7
_MAX_HEADER = 14


def header_word(atom: Atom) -> str:
    """The header word that a printed word stands for, also with one letter wrong; empty for any other word."""
    if re.fullmatch(ROMAN, atom.printed.upper()) and len(atom.printed) > 1:
        return atom.printed.lower()
    return _header_word(atom.key) or _header_word(_plain(atom.read))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _header_word(key: str) -> str:
    if key in _WORDS or re.fullmatch(r"(?:19|20)\d\d", key):
        return key
    if key in _SHORT:
        return _SHORT[key]
    if len(key) >= 4:
        near = sorted(w for w in _WORDS if len(w) >= 4 and Levenshtein.distance(w, key, score_cutoff=1) <= 1)
        if near:
            return near[0]
    if len(key) == 3 and "nghi".startswith(key):
        return "nghi"
    if len(key) == 3 and key[0] == "u" and key != "uan" and Levenshtein.distance(key, "uoc") <= 2 and key[-1] in "ce":
        return "uoc"
    return ""


def _share(line: BodyLine) -> tuple[int, float]:
    """How many header words a line has, and their share among its words; bits of one or two letters do not count."""
    atoms = line_to_atoms(line)
    words = [a for a in atoms if len(a.key) > 2 or header_word(a)]
    known = sum(bool(header_word(a)) for a in words)
    return known, known / len(words) if words else 0.0


def _is_shredded(line: BodyLine) -> bool:
    """No word longer than two letters, or more bars than a row has between its words."""
    long = [a for a in line_to_atoms(line) if len(a.key) > 2]
    return not long or (line.printed.count("|") >= 3 and not any(c.isdigit() for c in line.printed))


_SECTION = re.compile(r"(?:[IVX]{1,4}|[A-H])\s*[|.)]\s*(?:Chỉ|CHỈ) ")
"""``B | Chỉ tiêu xây dựng Đảng``: a row over others, though its words stand in headers too."""


def _has_values(line: BodyLine) -> bool:
    """Two values that are no years: a row, whatever words its label is made of."""
    values = [a for a in line_to_atoms(line) if is_value(a) and any(c.isdigit() for c in a.printed)]
    return sum(not re.fullmatch(r"\(?(?:19|20)\d\d\)?[.,;:]?|\d", a.printed) for a in values) >= 2


def header_lines(lines: Sequence[BodyLine], start: int) -> int:
    """How many lines from `start` on make a header of a table; 0 if they make none."""
    known, share = _share(lines[start])
    if not known or share < _HEADER_SHARE or is_upper(lines[start].text) or _SECTION.match(lines[start].text):
        return 0
    found: set[str] = set()
    end = start
    for at in range(start, min(len(lines), start + _MAX_HEADER)):
        if _has_values(lines[at]):
            break
        known, share = _share(lines[at])
        if known and share >= _HEADER_SHARE - 0.1:
            found |= {w for a in line_to_atoms(lines[at]) if (w := header_word(a))}
        elif not _is_shredded(lines[at]):
            break
        end = at + 1
    return end - start if end - start >= 2 and len(found) >= 5 else 0


def _years(line: BodyLine) -> list[int]:
    return [int(w) for a in line_to_atoms(line) if re.fullmatch(r"(?:19|20)\d\d", w := header_word(a))]


def _ordinal(title: str, opening: str) -> str:
    """The ordinal that the title gives after some words ("MỤC TIÊU ĐẠI HỘI ... LẦN THỨ XV"); empty if it gives none."""
    match = re.search(rf"{opening}(?:(?!muc tieu|nghi quyet)[^,;])*?\blan thu ({ROMAN.lower()})\b", fold(title))
    return match.group(1).upper() if match else ""


def _name(kind: str, opener: str, year: str, title: str) -> str:
    """The header text of a column, in the words that typed headers use."""
    if kind == "target":
        opening = "nghi quyet" if opener == "nghi" else "muc tieu"
        words = "Mục tiêu Nghị quyết Đại hội" if opener == "nghi" else "Mục tiêu"
        ordinal = _ordinal(title, opening)
        if ordinal:
            words = f"Mục tiêu Nghị quyết Đại hội {ordinal}"
        return f"{words} đến năm {year}" if year else words
    if kind == "compare":
        return "So sánh với Nghị quyết Đại hội"
    words = "Ước thực hiện" if opener == "uoc" else "Thực hiện"
    return f"{words} đến năm {year}" if year else words


def _by_years(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """One column a year, a target before them, the whole term behind them, as far as the number of values leaves room."""
    words = {w for line in block for a in line_to_atoms(line) if (w := header_word(a))}
    for line in block:
        years = _years(line)
        room = count - len(years)
        if not is_sorted_run(years) or not 0 <= room <= 2:
            continue
        has_target = bool(words & {"muc", "nghi", "ke"}) and room > 0
        estimate = "uoc" in words
        front = [_name("target", "nghi" if "nghi" in words else "muc", "", title)] if has_target else []
        behind = ["Ước thực hiện Nghị quyết Đại hội" if estimate else "Thực hiện Nghị quyết Đại hội"]
        done = "thuc" in words or estimate
        reached = _reached(block, years, title) if not room else None
        if reached is not None:
            return _planned_names(years, reached, "ke" in words, estimate)
        middle = [f"{'Thực hiện năm' if done else 'Năm'} {y}" for y in years]
        if estimate:
            middle[-1] = f"Ước thực hiện năm {years[-1]}"
        return (*front, *middle, *behind[: room - len(front)])
    return None


_REPORTED = re.compile(r"\b(?:ket qua|tinh hinh|thuc hien (?:cac |nghi quyet|muc tieu|chi tieu))")


def _reached(block: Sequence[BodyLine], years: Sequence[int], title: str) -> int | None:
    """How many of the years were reached before the planned ones begin ("Ước TH 2025 | Kế hoạch hằng năm 2026 ... 2030");
    None where the header plans none. The span in the title says where the plan starts, else the order of the words."""
    openers = max(([w for a in line_to_atoms(x) if (w := header_word(a)) in _KINDS] for x in block), key=len)
    words = {w for line in block for a in line_to_atoms(line) if (w := header_word(a))}
    if not words & {"ke", "muc"} or not words & {"thuc", "uoc", "ket"}:
        return None
    span = re.fullmatch(r"(\d{4})-(\d{4})", text_to_period(title) or "")
    if span and years[0] < int(span[1]) <= years[-1] == int(span[2]):
        return years.index(int(span[1]))
    done = next((i for i, w in enumerate(openers) if _KINDS[w] != "result"), len(openers))
    planned = openers[done : done + 1] == ["ke"] and ("uoc" in openers[:done] or not _REPORTED.search(fold(title)))
    return done if planned and 0 < done < len(years) else None


def _planned_names(years: Sequence[int], reached: int, plan: bool, estimate: bool) -> tuple[str, ...]:
    """The header texts of years of which the first `reached` are results, the last of them an estimate or not."""
    done = [f"Thực hiện năm {y}" for y in years[:reached]]
    if estimate:
        done[-1:] = [f"Ước thực hiện năm {years[reached - 1]}"]
    return (*done, *(f"{'Kế hoạch' if plan else 'Mục tiêu'} năm {y}" for y in years[reached:]))


def _by_column_years(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """One year a column, on one line ("2020 (2025) 2023 2024 2025 ... 2030"): a year in brackets is the term of a
    resolution whose target stands among its results, a later one behind all of them is that of the next target."""
    words = {w for line in block for a in line_to_atoms(line) if (w := header_word(a))}
    for line in block:
        dated = [(a, int(w)) for a in line_to_atoms(line) if re.fullmatch(r"(?:19|20)\d\d", w := header_word(a))]
        targets = {i for i, (a, _) in enumerate(dated) if re.fullmatch(r"\(\d{4}\)", a.printed.strip(".,;:"))}
        if len(dated) != count or not targets or "nghi" not in words:
            continue
        last, ends = dated[-1][1], [year for _, year in dated[:-1]]
        ahead = {count - 1} if "muc" in words and last > max(ends) else set()
        results = [i for i in range(count) if i not in targets | ahead]
        years = [dated[i][1] for i in results]
        if len(years) < 2 or years != sorted(set(years)):
            continue
        kinds = ["nghi" if i in targets else "muc" if i in ahead else "thuc" for i in range(count)]
        if "uoc" in words:
            kinds[results[-1]] = "uoc"
        names = [_name(_KINDS[k], k, str(y), title) for k, (_, y) in zip(kinds, dated, strict=True)]
        return tuple(names)
    return None


_ONE_CELL = frozenset({("muc", "nghi"), ("uoc", "thuc"), ("ket", "thuc")})
"""Openers that are words of one cell where they follow one another: ``Mục tiêu Nghị quyết``, ``Ước thực hiện``."""


def _last_years(block: Sequence[BodyLine], openers: Sequence[str]) -> dict[int, str]:
    """The years of the results where a line closes every column, a target with the ordinal of its congress ("XVII 2025")."""
    kinds = [_KINDS[w] for w in openers]
    for line in block:
        words = [w for a in line_to_atoms(line) if (w := header_word(a))]
        years = [w.isdigit() for w in words]
        if len(words) == len(kinds) and years == [k == "result" for k in kinds] and all(map(_closes, words)):
            return {i: w for i, w in enumerate(words) if w.isdigit()}
    return {}


def _closes(word: str) -> bool:
    return word.isdigit() or bool(re.fullmatch(ROMAN.lower(), word))


def _by_kinds(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """The kinds of columns as they open on one line, the years of another line given to those that can have one."""
    openers: list[str] = []
    for line in block:
        here = [w for a in line_to_atoms(line) if (w := header_word(a)) in _KINDS]
        here = [w for i, w in enumerate(here) if not (i and (here[i - 1], w) in _ONE_CELL)]
        openers = here if len(here) > len(openers) else openers
    openers = [w for w in openers if _KINDS[w] != "verdict"]
    if len(openers) != count:
        return None
    dated = [i for i, w in enumerate(openers) if _KINDS[w] == "result" or w in ("muc", "ke")]
    years = next((y for y in map(_years, block) if len(y) == len(dated)), [])
    year = dict(zip(dated, map(str, years), strict=False)) or _last_years(block, openers)
    if "so" in openers:  # a result is compared with the target that was due in its year
        result = next((year[i] for i in dated if _KINDS[openers[i]] == "result" and i in year), "")
        year |= {i: result for i, w in enumerate(openers) if w == "nghi"}
    return tuple(_name(_KINDS[w], w, year.get(i, ""), title) for i, w in enumerate(openers))


def header_to_names(blocks: Sequence[Sequence[BodyLine]], count: int, title: str) -> tuple[str, ...] | None:
    """The header texts of `count` value columns, from the first of the repeated headers that can be read; else None."""
    for read in (_by_years, _by_column_years, _by_kinds):
        for block in blocks:
            names = read(block, count, title)
            if names:
                return names
    return None
