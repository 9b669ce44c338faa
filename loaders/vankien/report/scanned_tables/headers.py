"""Shredded header of a scanned table → what its value columns hold.

A header of a scan is read line by line across its cells, its words cut and mixed. What survives is enough: the kinds
of columns open in order on one line ("Nghị | Thực hiện | So sánh | Mục"), the years stand in order on another
("2021 2022 2023 2024 2025 XIV"). A header that fits the number of values of the rows is taken, others are not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from vankien.report.page.pages import BodyLine
from vankien.report.restoration.slots import is_capital_line
from vankien.report.scanned_tables.column_names import KINDS, ONE_CELL, column_name, openers_of, years_of
from vankien.report.scanned_tables.column_years import has_one_target, with_first_lost
from vankien.report.scanned_tables.header_words import (
    HEADER_WORDS,
    header_word,
    header_words_of,
    is_abbreviated,
    is_section,
    line_to_header_words,
)
from vankien.report.scanned_tables.plans import by_plan
from vankien.report.scanned_tables.words import is_sorted_run, is_value, line_to_atoms
from vankien.report.tables.header import text_to_period
from vankien.vietnamese import ROMAN, fold, is_upper

_HEADER_SHARE = 0.7
_MAX_HEADER = 14
_MANY_BARS, _SOME = 5, 0.2
_TITLE_WORDS = 4
_MANY_STRONG, _HALF = 4, 0.5
"""A line of so many words of columns goes on a header also where bits of rulings were read as half as many words."""
_STRONG = frozenset({"don", "vi", "muc", "tieu", "thuc", "hien", "uoc", "ke", "hoach", "nghi", "quyet", "ket", "qua"})


def _share(line: BodyLine) -> tuple[int, float]:
    """How many header words a line has, and their share among its words; bits of one or two letters do not count."""
    atoms = line_to_atoms(line)
    words = [a for a in atoms if (len(a.key) > 2 and not a.key.isdigit()) or header_word(a)]
    known = sum(bool(header_word(a)) for a in words)
    return known, known / len(words) if words else 0.0


def _is_title(line: BodyLine) -> bool:
    """A line of words in capitals, one of their letters perhaps read as a small one (``CHi TIEU``)."""
    words = re.findall(r"[^\W\d_]{3,}", line.printed)
    return is_capital_line(line.printed) and sum(sum(map(str.isupper, w)) > 1 for w in words) >= _TITLE_WORDS


def _is_strong(line: BodyLine) -> bool:
    return sum(a.key in _STRONG for a in line_to_atoms(line)) >= _MANY_STRONG


def _is_shredded(line: BodyLine) -> bool:
    """No word longer than two letters, or more bars than a row has between its words: without digits, or so many that one
    of its cells still holds a word of headers."""
    long = [a for a in line_to_atoms(line) if len(a.key) > 2]
    if line.printed.count("|") >= _MANY_BARS and _share(line)[1] >= _SOME:
        return True
    return not long or (line.printed.count("|") >= 3 and not any(c.isdigit() for c in line.printed))


def _has_values(line: BodyLine) -> bool:
    """Two values that are no years, or one behind a percent sign: a row, whatever words its label is made of."""
    atoms = line_to_atoms(line)
    if any(a.printed == "%" and is_value(b) for a, b in pairwise(atoms[1:])):
        return True
    values = [a for a in atoms if is_value(a) and any(c.isdigit() for c in a.printed)]
    return sum(not re.fullmatch(r"\(?(?:19|20)\d\d(?:[-–]20\d\d)?\)?[.,;:]?|\d", a.printed) for a in values) >= 2


def header_lines(lines: Sequence[BodyLine], start: int) -> int:
    """How many lines from `start` on make a header of a table; 0 if they make none."""
    known, share = _share(lines[start])
    titled = (is_upper(lines[start].text) and " " in lines[start].text.strip()) or _is_title(lines[start])
    titled = titled and not is_abbreviated(lines[start])
    if not known or share < _HEADER_SHARE or titled or is_section(lines[start].text):
        return 0
    found: set[str] = set()
    end, closed = start, False
    for at in range(start, min(len(lines), start + _MAX_HEADER)):
        if _has_values(lines[at]) or is_section(lines[at].text) or (closed and _is_label(lines[at])):
            break
        if closed and _SECTION.match(lines[at].printed):
            break
        closed = closed or len(years_of(lines[at])) >= _MANY_YEARS
        known, share = _share(lines[at])
        if at > start and _is_title(lines[at]):
            break
        if known and (share >= _HEADER_SHARE - 0.1 or (share >= _HALF and _is_strong(lines[at]))):
            found |= set(line_to_header_words(lines[at]))
        elif not _is_shredded(lines[at]):
            break
        end = at + 1
    if end - start == 1:
        return int(_is_whole(lines[start], found))
    return end - start if end - start >= 2 and len(found) >= 5 else 0


_UNIT_HEADS = frozenset({"dvt", "don"})


def _is_whole(line: BodyLine, found: AbstractSet[str]) -> bool:
    """A header on one line: the head of its labels, two columns of values with the year of each, or beside the head of the units
    a target, a result and what compares or judges them."""
    kinds = [KINDS[w] for w in openers_of(line)]
    judged = ["target", "result"] in (kinds[:2], kinds[1:3]) and bool({"compare", "verdict"} & set(kinds))
    if ({"chi", "tieu"} <= found and found & _UNIT_HEADS and judged) or has_one_target((line,)):
        return True
    openers = [w for w in openers_of(line) if KINDS[w] in ("target", "result")]
    spans = len(re.findall(r"\b20\d\d ?[-–] ?20\d\d\b", line.text))
    return {"chi", "tieu"} <= found and len(openers) >= 2 and max(len(years_of(line)), spans) >= 2


_MANY_YEARS = 3
_SECTION = re.compile(r"(?:[IVXl1]{1,4}|[A-H])\s?\|\s?[A-ZĐ][^|]*$")
"""``I | Về kinh tế``: the first row below the years."""


def _is_label(line: BodyLine) -> bool:
    """A line below the years that words of a label fill, though they look like words of headers (``được`` / ``cuối``)."""
    words = [w for w in re.findall(r"[a-z]+", fold(line.text)) if len(w) > 2]
    return len(words) >= _MANY_YEARS and sum(w in HEADER_WORDS for w in words) * 2 < len(words)


def _by_years(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """One column a year, a target before them, the whole term behind them, as far as the number of values leaves room."""
    words = header_words_of((block,))
    for line in block:
        years = years_of(line)
        room = count - len(years)
        if not is_sorted_run(years) or not 0 <= room <= 2:
            continue
        has_target = bool(words & {"muc", "nghi", "ke"}) and room > 0
        estimate = "uoc" in words
        due, apart = _due_apart(block, line, years)
        has_target = has_target or (apart and room == 1)
        front = [column_name("nghi" if "nghi" in words else "muc", due, title)] if has_target else []
        behind = ["Ước thực hiện Nghị quyết Đại hội" if estimate else "Thực hiện Nghị quyết Đại hội"]
        done = "thuc" in words or estimate
        if room > len(front) + 1:
            return with_first_lost(block, line, years, count, front, estimate=estimate)
        reached = _reached(block, years, title) if not room else None
        if reached is not None:
            return _planned_names(years, reached, "ke" in words, estimate)
        planned = not room and not words & {"thuc", "uoc", "ket"}
        bare = ("Mục tiêu năm" if "muc" in words else "Kế hoạch năm" if "ke" in words else "Năm") if planned else "Năm"
        middle = [f"{'Thực hiện năm' if done else bare} {y}" for y in years]
        if estimate:
            middle[-1] = f"Ước thực hiện năm {years[-1]}"
        return (*front, *middle, *behind[: room - len(front)])
    return None


def _due_apart(block: Sequence[BodyLine], line: BodyLine, years: Sequence[int]) -> tuple[str, bool]:
    """The year of a cell before those of a line of years ("nam 2025 Nam Nam Nam" over "2021 2022 2023"), and whether as many
    words for the years follow it, so that it is the cell of a target, whatever its words were read as."""
    for other in block:
        words = line_to_header_words(other)
        lone = years_of(other)
        if other is line or len(lone) != 1 or lone[0] < years[-1]:
            continue
        behind = words[words.index(str(lone[0])) + 1 :].count("nam")
        return str(lone[0]), behind == len(years)
    return "", False


_REPORTED = re.compile(r"\b(?:ket qua|tinh hinh|thuc hien (?:cac |nghi quyet|muc tieu|chi tieu))")


def _reached(block: Sequence[BodyLine], years: Sequence[int], title: str) -> int | None:
    """How many of the years were reached before the planned ones begin ("Ước TH 2025 | Kế hoạch hằng năm 2026 ... 2030");
    None where the header plans none. The span in the title says where the plan starts, else the order of the words."""
    openers = max(([w for w in line_to_header_words(x) if w in KINDS] for x in block), key=len)
    words = header_words_of((block,))
    if not words & {"ke", "muc"} or not words & {"thuc", "uoc", "ket"}:
        return None
    span = re.fullmatch(r"(\d{4})-(\d{4})", text_to_period(title) or "")
    if span and years[0] < int(span[1]) <= years[-1] == int(span[2]):
        return years.index(int(span[1]))
    done = next((i for i, w in enumerate(openers) if KINDS[w] != "result"), len(openers))
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
    words = header_words_of((block,))
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
        names = [column_name(k, str(y), title) for k, (_, y) in zip(kinds, dated, strict=True)]
        return tuple(names)
    return None


def _last_years(block: Sequence[BodyLine], openers: Sequence[str]) -> dict[int, str]:
    """The years of the results where a line closes every column, a target with the ordinal of its congress ("XVII 2025")."""
    kinds = [KINDS[w] for w in openers]
    for line in block:
        words = line_to_header_words(line)
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
        here = openers_of(line)
        openers = here if len(here) > len(openers) else openers
    openers = [w for w in openers if KINDS[w] != "verdict"]
    if len(openers) != count:
        return None
    dated = [i for i, w in enumerate(openers) if KINDS[w] == "result" or w in ("muc", "ke")]
    years = next((y for y in map(years_of, block) if len(y) == len(dated)), [])
    year = dict(zip(dated, map(str, years), strict=False)) or _last_years(block, openers)
    if "so" in openers:  # a result is compared with the target that was due in its year
        result = next((year[i] for i in dated if KINDS[openers[i]] == "result" and i in year), "")
        year |= {i: result for i, w in enumerate(openers) if w == "nghi"}
    return tuple(column_name(w, year.get(i, ""), title) for i, w in enumerate(openers))


# --- a last line of years ---

_REFERS = frozenset({"nghi", "quyet", "nqdh", "nqbh", "mtnq"})
"""Words of a line of years that stand for a column without one: what its results are compared with."""
_LABELS = frozenset({"stt", "tt", "chi", "tieu", "don", "vi", "tinh", "dvt", "nam", "den", "ghi", "chu", "danh", "gia"})
"""Words of the columns before and behind the values, of the verdicts, and those that belong to a year."""
_SPANNING = frozenset({"thuc", "ket", "muc", "ke"})
"""Openers that can stand over several years; an estimate and the target of a resolution are for one."""


def _columns_of(line: BodyLine) -> list[str]:
    """One entry a column of a line of years ("2025 2020 | 2021 | 2022 2025 MTNQ 2030"): its year, or "" where a word or
    a percent sign stands for the resolution that the results are compared with; empty for other lines."""
    columns: list[str] = []
    refers = False
    for atom in line_to_atoms(line):
        word, again = header_word(atom), refers
        refers = word in _REFERS or "%" in atom.printed or (bool(word) and not word.isdigit() and _closes(word))
        if word.isdigit():
            columns.append(word)
        elif refers:
            columns += [] if again else [""]
        elif word not in _LABELS and (word or len(atom.key) > 2):
            return []
    return columns if sum(map(bool, columns)) >= 3 else []


def _pairs_of(line: BodyLine) -> list[tuple[str, str]]:
    """The opener and the year of each column of a line that prints both ("KH 2025 | TH 2021 | ƯTH 2023 | So với KH")."""
    pairs: list[tuple[str, str]] = []
    opener = ""
    for word in line_to_header_words(line):
        if word.isdigit() and not opener:
            return []
        if word.isdigit():
            pairs.append((opener, word))
            opener = ""
        elif KINDS.get(word) == "compare":
            pairs.append((word, ""))
        elif word in KINDS:
            opener = opener if (opener, word) in ONE_CELL else word
    return pairs if sum(bool(year) for _, year in pairs) >= 3 else []


def _fits(opener: str, columns: Sequence[str]) -> bool:
    """Can an opener stand over these columns: one that compares over one without a year, results over years in a run?"""
    if KINDS[opener] in ("compare", "verdict"):
        return not any(columns) and len(columns) <= 1
    if len(columns) == 1:
        return bool(columns[0]) or opener == "nghi"
    years = [int(c) for c in columns if c]
    run = all(b == a + 1 for a, b in pairwise(years))
    return opener in _SPANNING and len(years) == len(columns) > 1 and run


def _spread(openers: Sequence[str], columns: Sequence[str]) -> list[list[tuple[str, str]]]:
    """All the ways to share columns out among openers in their order, as the opener and the year of each column; one that
    compares has a column of its own also where the line of years prints nothing for it."""
    if not openers:
        return [[]] if not columns else []
    return [
        [*((openers[0], c) for c in columns[:size] or [""]), *rest]
        for size in range(len(columns) + 1)
        if _fits(openers[0], columns[:size])
        for rest in _spread(openers[1:], columns[size:])
    ]


def _is_due(shared: Sequence[tuple[str, str]]) -> bool:
    """Do the results end in the year of the target before them?"""
    due = next((year for k, year in shared if KINDS[k] == "target"), "")
    return bool(due) and due == max((year for k, year in shared if KINDS[k] == "result"), default="")


def _by_place(columns: Sequence[str], words: AbstractSet[str]) -> list[tuple[str, str]]:
    """The openers of columns whose words are lost: the year before the results that comes again at their end is that of
    the target, a later one behind them that of the next target, and a column without a year compares."""
    end = next((i for i in range(len(columns) - 1, 0, -1) if columns[i] == columns[0]), 0)
    results, behind = [int(c or 0) for c in columns[1 : end + 1]], columns[end + 1 :]
    later = [int(c) for c in behind if c]
    if not is_sorted_run(results) or len(later) > 1 or behind.count("") > 1 or any(y <= results[-1] for y in later):
        return []
    if not words & {"nghi", "muc", "ke"} or not words & {"thuc", "uoc", "ket"}:
        return []
    target = next(w for w in ("nghi", "ke", "muc") if w in words)
    kinds = [target, *["thuc"] * len(results), *("muc" if c else "so" for c in behind)]
    kinds[end] = "uoc" if "uoc" in words else "thuc"
    return list(zip(kinds, columns, strict=True))


def _by_line_of_years(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """A line of years that fixes the columns; what each is follows from the openers above in their order, if they can be
    shared out in one way only, else from its place."""
    words = header_words_of((block,))
    above: list[str] = []
    for line in block:
        shared = _pairs_of(line)
        columns = [] if shared else _columns_of(line)
        if (
            columns and abs(len(columns) - count) <= 1
        ):  # one that compares may print nothing here, one that judges no value
            ways = _spread(above, columns)
            ways = ways if len(ways) < 2 else [w for w in ways if _is_due(w)]
            shared = ways[0] if len(ways) == 1 else _by_place(columns, words)
        shared = [(k, year) for k, year in shared if KINDS[k] != "verdict"]
        if len(shared) == count and any(KINDS[k] == "target" for k, _ in shared):
            planned = "ke" in words and "nghi" not in words
            return tuple(_dated_name(k, year, title, planned) for k, year in shared)
        above = max(above, openers_of(line), key=len)
    return None


def _dated_name(opener: str, year: str, title: str, planned: bool) -> str:
    """The header text of a column of a line of years: results and plans are of a year, targets are due by it."""
    kind = KINDS[opener]
    if kind == "compare" and planned:
        return "So sánh với kế hoạch"
    name = column_name(opener, year, title)
    return name.replace(" đến năm", " năm") if kind == "result" or opener == "ke" else name


def header_to_names(blocks: Sequence[Sequence[BodyLine]], count: int, title: str) -> tuple[str, ...] | None:
    """The header texts of `count` value columns, from the first of the repeated headers that can be read; else None."""
    for read in (_by_years, _by_column_years, _by_line_of_years, by_plan, _by_kinds):
        for block in blocks:
            names = read(block, count, title)
            if names:
                return _with_ordinals(block, names)
    return None


def _with_ordinals(block: Sequence[BodyLine], names: tuple[str, ...]) -> tuple[str, ...]:
    """The header texts, the targets of several resolutions with the ordinals that one line prints for all of them ("NQ | NQ"
    / "XI | XX"), as a report of a merged province does."""
    several = [i for i, name in enumerate(names) if re.match(r"Mục tiêu Nghị quyết Đại hội(?! [IVX])", name)]
    if len(several) < 2:
        return names
    for line in block:
        ordinals = [w.upper() for w in line_to_header_words(line) if re.fullmatch(ROMAN.lower(), w)]
        if len(ordinals) == len(several) and len(set(ordinals)) == len(ordinals):
            given = dict(zip(several, ordinals, strict=True))
            return tuple(
                n.replace("Đại hội", f"Đại hội {given[i]}", 1) if i in given else n for i, n in enumerate(names)
            )
    return names
