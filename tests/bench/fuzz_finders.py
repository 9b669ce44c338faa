"""Fuzz what reads sentences: text that goes on and on in one way must not take long, and must never end in a traceback.

    python -m tests.bench.fuzz_finders --count 2000 --seed 1 [--seconds 8]

Lines of the documents of invented provinces are made worse as people and converters do it: a stretch of words is repeated up
to a hundred times (lists, brackets in brackets, verdict behind verdict), pieces of two lines are spliced, marks and numbers are
put between words. Every text is read all the way to facts, in this process, under an alarm. Prints the slowest texts; texts
that fail or take too long are kept in the folder of ``--keep``. Exit code 1 if there are any.

A regular expression that takes exponential time shows here: two were found by reading that 20,000 damaged files had not met.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from vankien.errors import VankienError
from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Lexicon
from vankien.report import read_report, report_to_outline

DOCUMENTS = Path(__file__).parents[1] / "cases" / "documents"
LONGEST = 6000
"""Characters of a line: longer ones are no paragraphs of any document."""
BETWEEN = ("", "", " ", ", ", "; ", " và ", " (", ") ", " - ", ": ", ". ", " trong đó ", " / ", " so với mục tiêu ")
NUMBERS = ("0", "7,5%", "12 - 15%", "1.234,5 tỷ đồng", "63/63", "2021 - 2025", "năm 2030", "XIV", "05-NQ/TU", "(3)")
HEAD = (
    "ĐẢNG BỘ TỈNH SƠN BÌNH\nBÁO CÁO\nTình hình giữa nhiệm kỳ Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020 - 2025\n\n"
)


class TooLong(Exception):
    """The alarm rang."""


@dataclass(frozen=True)
class Outcome:
    """How long one text took, and what went wrong (empty: nothing)."""

    seconds: float
    wrong: str


def lines() -> list[str]:
    """The lines with at least six words of every document of an invented place."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(DOCUMENTS.iterdir()) if p.suffix in (".md", ".txt")]
    return [line for text in texts for line in text.splitlines() if len(line.split()) > 5]


def worsen(line: str, other: str, rng: random.Random) -> str:
    """One line made worse, twice to four times."""
    for _ in range(rng.randint(2, 4)):
        words = line.split(" ")
        at = rng.randrange(len(words))
        end = min(len(words), at + rng.randint(1, 12))
        stretch, kind = " ".join(words[at:end]), rng.randrange(5)
        if kind < 2:
            again = rng.choice(BETWEEN).join([stretch] * rng.choice((2, 5, 20, 60, 100)))
            words[at:end] = [again]
        elif kind == 2:
            words[at:at] = [rng.choice(NUMBERS), *other.split(" ")[at : at + 20]]
        elif kind == 3:
            words[at] = rng.choice(BETWEEN) + words[at] + rng.choice(NUMBERS)
        else:
            deep = rng.choice((2, 10, 40))
            words[at:end] = ["(" * deep + stretch + ")" * rng.choice((0, 1, deep))]
        line = " ".join(words)[:LONGEST]
    return line


def _ring(number: int, frame: FrameType | None) -> None:
    raise TooLong


def read(text: str, path: Path, lexicon: Lexicon, seconds: int) -> Outcome:
    """Read a text to its facts; an error of ours is an answer, any other is wrong."""
    path.write_text(text, encoding="utf-8")
    wrong = ""
    start = time.perf_counter()
    signal.alarm(seconds)
    try:
        find_facts(report_to_outline(read_report(path), lexicon), lexicon)
    except VankienError as error:
        wrong = "a message of several lines" if "\n" in str(error) else ""
    except TooLong:
        wrong = f"more than {seconds} s in " + traceback.format_exc().strip().splitlines()[-4].strip()
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        wrong = traceback.format_exc()
    finally:
        signal.alarm(0)
    return Outcome(time.perf_counter() - start, wrong)


def main(count: int, seed: int, seconds: int, keep: Path) -> int:
    """Read that many worsened lines; gives the exit code."""
    signal.signal(signal.SIGALRM, _ring)
    keep.mkdir(parents=True, exist_ok=True)
    lexicon, known, rng = read_lexicon(), lines(), random.Random(seed)
    path, took, bad = keep / "text.txt", [], 0
    for number in range(count):
        text = HEAD + worsen(rng.choice(known), rng.choice(known), rng) + "\n"
        outcome = read(text, path, lexicon, seconds)
        took.append((outcome.seconds, number))
        if outcome.wrong:
            bad += 1
            path.rename(keep / f"{seed}-{number}.txt")
            print(f"{seed}-{number}: {outcome.wrong}", flush=True)
    took.sort(reverse=True)
    print(f"{count} texts: {bad} bad; slowest " + ", ".join(f"{s:.1f} s ({n})" for s, n in took[:5]))
    return 1 if bad else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=8, help="how long one text may take")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-finders"))
    given = parser.parse_args()
    sys.exit(main(given.count, given.seed, given.seconds, given.keep))
