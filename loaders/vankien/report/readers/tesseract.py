"""The program that recognises letters in pictures: where it is, whether it knows Vietnamese, what it reads."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache

PACKAGES = "tesseract-ocr tesseract-ocr-vie"
"""The Debian packages that it comes in."""

_LANGUAGE = "vie"


@lru_cache(maxsize=1)
def _languages(program: str) -> frozenset[str]:
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((listed.stdout + listed.stderr).split())


def is_installed() -> bool:
    """True if Tesseract is on the path and knows Vietnamese."""
    program = shutil.which("tesseract")
    return program is not None and _LANGUAGE in _languages(program)


def recognise(image: bytes, mode: int, dpi: int, seconds: int) -> str:
    """The words of a picture (PNG or PNM bytes) as Tesseract's table (TSV), in a page segmentation mode.

    One thread, so that the same picture always gives the same words. Raises `subprocess.TimeoutExpired` after so many
    seconds and `subprocess.CalledProcessError` for a picture that it refuses.
    """
    command = [shutil.which("tesseract") or "tesseract", "-", "-", "-l", _LANGUAGE]
    done = subprocess.run(
        [*command, "--psm", str(mode), "--dpi", str(dpi), "tsv"],
        input=image,
        capture_output=True,
        timeout=seconds,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode("utf-8", "replace")
