"""The process that reads PDFs and scans apart from its parent: what hangs, crashes or swallows memory in there harms
nobody. Started by `vankien.report.readers.apart` as ``python -m vankien.report.readers.worker``.

In: one line of JSON (`kind`, `shown`, `limits`, `recognise`: the page numbers to recognise), then the file's bytes.
Out: one line of JSON: `lines`, `media_type`, `scans` (the numbers of pages that need recognition), or `error`.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import astuple
from typing import Any

from vankien.errors import CannotRead
from vankien.report.readers.limits import Limits
from vankien.report.readers.printed import cleaned


def _confine(limits: Limits) -> None:
    """Bound the memory of this process and of those that it starts, where the system knows such bounds."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(kind: str, shown: str, data: bytes, limits: Limits, recognise: list[int]) -> dict[str, Any]:
    from vankien.report.readers.assemble import pages_to_lines

    if kind == "pdf":
        from vankien.report.readers.pdf import MEDIA_TYPE as media_type
        from vankien.report.readers.pdf import read_pages

        pages, scans = read_pages(shown, data, limits)
        if recognise:
            from vankien.report.readers.ocr import recognise_pdf

            found = {p.number: p for p in recognise_pdf(shown, data, recognise, limits)}
            pages = [found.get(p.number, p) for p in pages]
    else:
        from vankien.report.readers.ocr import image_media_type, image_pages, recognise_image

        media_type, count = image_media_type(data), image_pages(shown, data, limits)
        pages = recognise_image(shown, data, limits) if recognise else []
        scans = list(range(1, count + 1))
    lines = cleaned(pages_to_lines(shown, pages, limits))
    return {"lines": [astuple(line) for line in lines], "media_type": media_type, "scans": scans}


def answer_order(kind: str, shown: str, data: bytes, limits: Limits, recognise: list[int]) -> dict[str, Any]:
    """What the worker answers: the lines, or the error in words."""
    try:
        return _read(kind, shown, data, limits, recognise)
    except CannotRead as error:
        return {"error": [error.reason, error.line, error.advice]}
    except MemoryError:
        return {"error": [f"takes more than {limits.memory:,} bytes of memory", None, "split it"]}
    except Exception as error:
        if os.environ.get("VANKIEN_DEBUG") == "1":
            raise
        words = " ".join(str(error).split())[:200]
        return {"error": [f"is damaged ({type(error).__name__}: {words})", None, "open and save it again"]}


def main() -> None:
    """Read what the standard input holds and answer on the standard output."""
    order = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**order["limits"])
    data = sys.stdin.buffer.read()
    _confine(limits)
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    json.dump(answer_order(order["kind"], order["shown"], data, limits, order["recognise"]), answer)
    answer.flush()


if __name__ == "__main__":
    main()
