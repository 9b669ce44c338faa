"""Fuzz every reader and the stages behind it: damaged files must be read or refused with one line.

    python tests/bench/fuzz_readers.py --count 20000 --seed 1

Small valid files of every format are mutated (bytes flipped, cut, repeated, spliced, numbers made huge; in DOCX also the
parts inside the archive) and read, each in a child process with a limit of time and memory. Counted are what was read, what
was refused, and what must not happen: an exception that is no `VankienError`, a message of more than one line, a child that
takes too long or too much memory, or dies. Inputs that fail are kept in the folder of ``--keep``. Exit code 1 if there are any.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import select
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[2] / "loaders")]

from PIL import Image

from tests.report.readers.pdfs import to_pdf
from tests.report.readers.samples import ANNEX_1, Block, Document
from tests.report.readers.scanning import page_images, to_tiff
from tests.report.readers.writers import to_cells, to_docx, to_html, to_pipes
from vankien.errors import VankienError
from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.report import report_to_outline
from vankien.report.readers import apart, worker
from vankien.report.readers.limits import Limits, limits_now

SECONDS = {"image": 60, "pdf": 30}
"""How long one input may take, by format; other formats 20 s. Images are recognised by Tesseract. Processor seconds, of the
child and what it starts: what else the machine does must not decide."""
_WAITED = 10
"""How many times longer an input may take by the clock: one that waits for what never comes uses no processor."""

WEIGHTS = {"text": 20, "wide": 4, "legacy": 3, "pipes": 14, "cells": 10, "html": 18, "docx": 16, "pdf": 13, "image": 2}
EVERY_FACTS = 10

SEED = Document(
    "mau",
    (("TỈNH ỦY SƠN BÌNH", "*", "Số 12-BC/TU"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Bình, ngày 03 tháng 11 năm 2023")),
    (
        Block("title", "BÁO CÁO"),
        Block("title", "Kết quả thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XV"),
        Block("heading", "I. KẾT QUẢ"),
        Block(
            "text",
            "Năm 2023, tỷ lệ che phủ rừng đạt 54,6%[^1], tăng 1,9% so với năm 2020; thu ngân sách 2.105 tỷ đồng.",
        ),
        Block("text", "- Phấn đấu đến năm 2025 tỷ lệ hộ nghèo giảm bình quân 3%/năm."),
        ANNEX_1,
    ),
    ("Theo Quyết định số 2057/QĐ-UBND ngày 18/10/2021.",),
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A valid file: format, suffix, bytes."""

    format: str
    suffix: str
    data: bytes


def seeds() -> list[Seed]:
    """One valid file of each format."""
    text = to_pipes(SEED).decode()
    pdf = to_pdf(SEED)
    image = next(page_images(pdf, 100, 0.9, 10)).crop((60, 60, 560, 260))
    tiff, png = to_tiff([image, image], 100), BytesIO()
    image.save(png, "PNG")
    return [
        Seed("text", ".txt", text.replace("|", " ").encode()),
        Seed("wide", ".txt", text.encode("utf-16")),
        Seed(
            "legacy",
            ".txt",
            "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp, tù do, h¹nh phóc cña nh©n d©n\n".encode("latin-1") * 3,
        ),
        Seed("pipes", ".md", to_pipes(SEED)),
        Seed("cells", ".md", to_cells(SEED)),
        Seed("html", ".html", to_html(SEED)),
        Seed("docx", ".docx", to_docx(SEED)),
        Seed("pdf", ".pdf", pdf),
        Seed("image", ".tif", tiff),
        Seed("image", ".png", png.getvalue()),
    ]


# --- mutations -------------------------------------------------------------------------------------------------

_NUMBERS = (b"0", b"-1", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e999", b"0.0000001")
_PIECES = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"|", b"|\n|\n|\n", b"\n\n\n", b"<table>", b"<td colspan=999999>", b"</div>", b"<!--",
    b"&#x10ffff;", b"[^1]", b"* ", b"| --- |", b"\xcc\x81", b"\xe2\x80\xae", b"%PDF-1.4", b"PK\x03\x04", b"endstream", b"<<", b"]]>",
    b"<w:tbl>", b"<w:p>", b"<![CDATA[", "nghị quyết ".encode(), b"1.", b"(1)", b"%", b"2025",
)  # fmt: skip


def _flip(data: bytearray, chance: random.Random, _: bytes) -> None:
    for _i in range(chance.choice((1, 2, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random, _: bytes) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.choice((1, 10, 200, len(data)))]


def _repeat(data: bytearray, chance: random.Random, _: bytes) -> None:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((1, 5, 50, 500))]
    data[start:start] = piece * chance.choice((2, 10, 200))


def _insert(data: bytearray, chance: random.Random, _: bytes) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(_PIECES) * chance.choice((1, 1, 3, 100))


def _swell(data: bytearray, chance: random.Random, _: bytes) -> None:
    numbers = list(re.finditer(rb"\d+", data))
    if numbers:
        found = chance.choice(numbers)
        data[found.start() : found.end()] = chance.choice(_NUMBERS)


def _splice(data: bytearray, chance: random.Random, other: bytes) -> None:
    at, start = chance.randrange(len(data)), chance.randrange(len(other))
    data[at:] = other[start:]


def _shuffle(data: bytearray, chance: random.Random, _: bytes) -> None:
    lines = bytes(data).split(b"\n")
    at = chance.randrange(len(lines))
    block = lines[at : at + 20]
    chance.shuffle(block)
    lines[at : at + 20] = block
    data[:] = b"\n".join(lines)


MUTATIONS: tuple[Callable[[bytearray, random.Random, bytes], None], ...] = (
    _flip, _cut, _repeat, _insert, _insert, _swell, _swell, _splice, _shuffle,
)  # fmt: skip


def _mutated(data: bytes, chance: random.Random, other: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        if not out:
            break
        chance.choice(MUTATIONS)(out, chance, other)
    return bytes(out[: 4 * 2**20])


def _mutated_archive(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """A DOCX with one of its parts mutated, so that the damage gets past the checksums of the archive."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        wanted = [n for n in old.namelist() if n.startswith("word/") and n.endswith((".xml", ".rels"))]
        chosen = chance.choice([*wanted, "word/document.xml", "word/document.xml", "word/footnotes.xml"])
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _mutated(part, chance, other) if name == chosen else part)
    return out.getvalue()


def _mutated_picture(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """A picture with its pixels mutated and its frame right, so that the damage gets to the recognition."""
    with Image.open(BytesIO(data)) as image:
        size, pixels = image.size, image.convert("L").tobytes()
    damaged = _mutated(pixels, chance, other)[: len(pixels)].ljust(len(pixels), b"\xff")
    if chance.random() < 0.3:  # another shape of the same pixels
        width = chance.randrange(1, 2 * size[0])
        size = (width, len(damaged) // width or 1)
    out = BytesIO()
    picture = Image.frombytes("L", size, damaged[: size[0] * size[1]].ljust(size[0] * size[1], b"\xff"))
    picture.save(out, chance.choice(("PNG", "TIFF", "JPEG")), dpi=(chance.choice((1, 72, 100, 300, 5000)),) * 2)
    return out.getvalue()


def mutate(all_seeds: list[Seed], chance: random.Random) -> tuple[Seed, bytes]:
    """A seed and what became of it."""
    weights = [WEIGHTS[s.format] for s in all_seeds]
    seed, other = chance.choices(all_seeds, weights)[0], chance.choice(all_seeds)
    if seed.format == "docx" and chance.random() < 0.8:
        return seed, _mutated_archive(seed.data, chance, other.data)
    if seed.format == "image" and chance.random() < 0.7:
        return seed, _mutated_picture(seed.data, chance, other.data)
    return seed, _mutated(seed.data, chance, other.data)


# --- one input -------------------------------------------------------------------------------------------------


def _read(path: Path, with_facts: bool) -> str:
    from vankien.report import read_report

    try:
        report = read_report(path)
    except VankienError as error:
        message = str(error)
        return "refused" if "\n" not in message and message else f"message of several lines: {message!r}"
    outline = report_to_outline(report, read_lexicon())
    if with_facts:
        find_facts(outline, read_lexicon())
    return "read"


def _child(path: Path, with_facts: bool, pipe: int, limits: Limits) -> None:
    """Read in the child process and tell the parent how it went; never returns."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    try:
        said = _read(path, with_facts)
    except MemoryError:
        said = "memory"
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        import traceback

        said = f"{type(error).__name__}: {traceback.format_exc()[-1500:]}"
    os.write(pipe, json.dumps(said).encode())
    os._exit(0)


def try_one(path: Path, seconds: int, with_facts: bool, limits: Limits) -> tuple[str, float, int]:
    """How reading went, how long it took (processor seconds), and the largest resident memory (bytes) of the child that did
    it; `seconds` is how long it may take."""
    reader, writer = os.pipe()
    end = time.monotonic() + _WAITED * seconds
    child = os.fork()
    if not child:
        os.close(reader)
        os.setpgid(0, 0)
        _child(path, with_facts, writer, limits)
    os.close(writer)
    said = b""
    while select.select([reader], [], [], max(0.0, end - time.monotonic()))[0]:
        piece = os.read(reader, 65536)
        if not piece:
            break
        said += piece
    if not said:
        try:
            os.killpg(child, signal.SIGKILL)
        except ProcessLookupError:
            os.kill(child, signal.SIGKILL)
    os.close(reader)
    _, status, usage = os.wait4(child, 0)
    took = usage.ru_utime + usage.ru_stime
    if took >= seconds or (not said and time.monotonic() >= end):
        return "hang", took, usage.ru_maxrss * 1024
    if not said:
        return f"died with status {status}", took, usage.ru_maxrss * 1024
    return json.loads(said), took, usage.ru_maxrss * 1024


def _is_bad(format: str, verdict: str, memory: int, limits: Limits) -> bool:
    # a PDF or a picture is read apart: its process may die or run out of memory, and the parent says so in one line
    apart_fails = format in ("pdf", "image") and (verdict == "memory" or verdict.startswith("died"))
    return not (verdict in ("read", "refused") or apart_fails) or memory > limits.memory


def main() -> int:
    """Run; prints a table of counts by format, of what was tried when it is interrupted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None, help="where inputs that fail are kept")
    options = parser.parse_args()
    keep = options.keep or Path(mkdtemp(prefix="fuzz-readers-"))
    keep.mkdir(parents=True, exist_ok=True)
    limits, all_seeds = limits_now(), seeds()
    apart.run_worker = worker.answer_order  # without the start of another Python
    read_lexicon()
    counts: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    largest: dict[str, int] = {}
    bad = 0
    tried = 0
    try:
        for index in range(options.count):
            chance = random.Random(f"{options.seed}-{index}")
            seed, data = mutate(all_seeds, chance)
            path = keep / f"input{seed.suffix}"
            path.write_bytes(data)
            verdict, took, memory = try_one(path, SECONDS.get(seed.format, 20), index % EVERY_FACTS == 0, limits)
            counts[seed.format, verdict if verdict in ("read", "refused") else "other"] += 1
            slowest[seed.format] = max(slowest.get(seed.format, 0.0), took)
            largest[seed.format] = max(largest.get(seed.format, 0), memory)
            if took > SECONDS.get(seed.format, 20) / 4:
                print(f"slow {options.seed}-{index} {seed.format}: {verdict[:40]} ({took:.1f} s)", flush=True)
            if _is_bad(seed.format, verdict, memory, limits):
                bad += 1
                (keep / f"bad-{options.seed}-{index}{seed.suffix}").write_bytes(data)
                print(
                    f"bad {options.seed}-{index} {seed.format}: {verdict} ({took:.1f} s, {memory >> 20} MiB)",
                    flush=True,
                )
            tried += 1
    except KeyboardInterrupt:
        print(f"interrupted after {tried} of {options.count} inputs", flush=True)
    print("| format | read | refused | other | slowest (s) | largest (MiB) |\n|---|---|---|---|---|---|")
    for format in WEIGHTS:
        row = [str(counts[format, v]) for v in ("read", "refused", "other")]
        print(f"| {format} | {' | '.join(row)} | {slowest.get(format, 0):.1f} | {largest.get(format, 0) >> 20} |")
    print(f"{tried} inputs, {bad} bad; kept in {keep}")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
