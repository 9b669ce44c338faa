"""Slow work: done once, in another process, without anyone waiting."""

from __future__ import annotations

import math
import operator
import os

from vankien.explorer.later import Later


def test_the_work_is_done_in_another_process() -> None:
    assert Later(os.getpid).get("a", tuple, wait=True).value not in (None, os.getpid())


def test_the_same_key_is_worked_on_once() -> None:
    later, asked = Later(math.factorial), []

    def arguments() -> tuple[object, ...]:
        asked.append(1)
        return (5,)

    assert [later.get("a", arguments, wait=True).value for _ in range(2)] == [120, 120]
    assert asked == [1]


def test_what_goes_wrong_is_told_in_one_line() -> None:
    outcome = Later(operator.truediv).get("a", lambda: (1, 0), wait=True)
    assert (outcome.value, outcome.error) == (None, "division by zero")
    assert outcome.is_there


def test_without_waiting_there_may_be_nothing_yet() -> None:
    later = Later(math.factorial)
    first = later.get("a", lambda: (3,))
    assert first.value in (None, 6)
    assert later.get("a", lambda: (3,), wait=True).value == 6


def test_nothing_begins_after_the_end() -> None:
    later = Later(math.factorial)
    later.close()
    assert later.get("a", lambda: (3,), wait=True).error == "closed"
