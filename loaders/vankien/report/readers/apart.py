"""PDFs and scans are read in a process of their own, with a limit of time and memory: their libraries are native code."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from typing import Any

from vankien.errors import CannotRead
from vankien.model import Finding
from vankien.report.readers.limits import Limits, variable
from vankien.report.readers.printed import Extract, Printed
from vankien.report.readers.tesseract import PACKAGES, is_installed

FEW_LETTERS = 25
"""A page of a PDF with fewer letters has no text."""

_COMMAND = (sys.executable, "-m", "vankien.report.readers.worker")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs, and all that it started. One that has ended is left alone: its number may be
    another's by now."""
    if process.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def run_worker(kind: str, shown: str, data: bytes, limits: Limits, recognise: list[int]) -> dict[str, Any]:
    """Start a worker and give its answer; raises `CannotRead` if it takes too long or dies."""
    order = {"kind": kind, "shown": shown, "limits": asdict(limits), "recognise": recognise}
    seconds = limits.seconds + limits.page_seconds * len(recognise)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "OMP_THREAD_LIMIT": "1"}
    debug = os.environ.get("VANKIEN_DEBUG") == "1"
    process = subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if debug else subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        out, _ = process.communicate(json.dumps(order).encode() + b"\n" + data, timeout=seconds)
    except subprocess.TimeoutExpired:
        what = "page_seconds" if recognise else "seconds"
        raise CannotRead(
            shown, f"took more than {seconds:,} seconds to read", advice=f"split it, or set {variable(what)}"
        ) from None
    finally:
        _stop(process)
    try:
        answer: dict[str, Any] = json.loads(out)
    except ValueError:
        raise CannotRead(
            shown,
            f"stopped its reader (code {process.returncode}; it may use {limits.memory:,} bytes of memory)",
            advice="open and save it again",
        ) from None
    return answer


def _ask(kind: str, shown: str, data: bytes, limits: Limits, recognise: list[int]) -> dict[str, Any]:
    """What a worker reads; raises `CannotRead` for what it cannot read."""
    answer = run_worker(kind, shown, data, limits, recognise)
    if "error" in answer:
        reason, line, advice = answer["error"]
        raise CannotRead(shown, reason, line=line, advice=advice)
    return answer


def _pages(numbers: list[int]) -> str:
    """Page numbers as people write them.

    >>> _pages([1, 2, 3, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{r[0]}-{r[-1]}" if len(r) > 1 else str(r[0]) for r in runs)


def _unread(scans: list[int], first: int | None) -> Finding:
    pages = _pages(scans)
    return Finding(
        "page-not-read",
        "Warning",
        "",
        first,
        f"Trang {pages} là ảnh quét, chưa đọc được vì máy không có Tesseract tiếng Việt ({PACKAGES})",
        f"page {pages} is a scan and was not read: Tesseract with Vietnamese is not installed ({PACKAGES})",
    )


def read_apart(kind: str, shown: str, data: bytes, limits: Limits) -> Extract:
    """Read a PDF or an image; `shown` names it in messages.

    Pages that are pictures are recognised with Tesseract. Where it is missing, a document that has nothing else is
    refused (`CannotRead`), and one that has gets a finding that names the pages.
    """
    answer = _ask(kind, shown, data, limits, [])
    scans: list[int] = answer["scans"]
    findings: tuple[Finding, ...] = ()
    if scans and is_installed():
        answer = _ask(kind, shown, data, limits, scans)
    lines = tuple(Printed(*line) for line in answer["lines"])
    letters = Counter[int | None]()
    for line in lines:
        letters[line.page] += sum(c.isalnum() for c in line.text)
    # the others keep the text that the file holds; a page number alone is none
    unread = [number for number in scans if letters[number] < FEW_LETTERS]
    if unread and not is_installed():
        if not any(line.text.strip() for line in lines):
            raise CannotRead(
                shown, "is a scan, and Tesseract with Vietnamese is not installed", advice=f"apt-get install {PACKAGES}"
            )
        before = [i for i, line in enumerate(lines, 1) if line.page is not None and line.page < unread[0]]
        findings = (_unread(unread, before[-1] if before else 1),)
    return Extract(lines, answer["media_type"], findings)
