"""The command line: parsing, wording, exit codes, nothing else.

Exit codes: 0 fine; 1 findings of severity Violation; 2 something cannot be read, or bad usage; 130 interrupted.
Data goes to the standard output, talk to the standard error.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from vankien.cli.app import app
from vankien.errors import VankienError

__all__ = ["app", "main", "run"]


# Typer carries Click inside it, or, in older releases, beside it: its own BadParameter leads to the right class.
_Usage: type[Exception] = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")


_INTERRUPTED = 130


def _complain(message: str) -> int:
    print(f"vankien: {message}", file=sys.stderr)
    return 2


def _usage(error: Exception) -> str:
    """The message of a usage error, and where to read on."""
    command = getattr(getattr(error, "ctx", None), "command_path", "vankien")
    words = error.format_message() if hasattr(error, "format_message") else str(error)
    return f"{' '.join(words.split())} (see {command} --help)"


def _no_command(error: Exception) -> int:
    """``vankien`` alone: the help, on its lines."""
    print(error.format_message() if hasattr(error, "format_message") else error, file=sys.stderr)
    return 2


def _interrupted() -> int:
    print("vankien: interrupted", file=sys.stderr)
    return _INTERRUPTED


def _last_resort(error: Exception) -> int:
    if os.environ.get("VANKIEN_DEBUG") == "1":
        raise error
    words = " ".join(str(error).split())
    return _complain(f"unexpected {type(error).__name__}: {words}; please report this (VANKIEN_DEBUG=1 shows where)")


def run(arguments: Sequence[str]) -> int:
    """Run one command line; gives the exit code. Nothing is raised, unless VANKIEN_DEBUG=1."""
    try:
        code = app(args=list(arguments), prog_name="vankien", standalone_mode=False)
        sys.stdout.flush()
        if code == _INTERRUPTED:  # newer releases of Typer turn the interruption into this code themselves
            return _interrupted()
        return code if isinstance(code, int) else 0
    except VankienError as error:
        return _complain(str(error))
    except _Usage as error:
        return _no_command(error) if type(error).__name__ == "NoArgsIsHelpError" else _complain(_usage(error))
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 2
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        return _last_resort(error)


def main() -> NoReturn:
    """The entry point of the command ``vankien``."""
    # Reports are read into many small objects without cycles: looking for some after every 700 takes a seventh of a build.
    gc.set_threshold(50_000, 20, 20)
    sys.exit(run(sys.argv[1:]))
