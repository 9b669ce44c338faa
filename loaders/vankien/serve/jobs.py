"""What the app sends to a worker process, and the frames in which the worker answers.

A job is a frame of four bytes of length and JSON. The answer is a row of frames, each of one byte for its kind, four
bytes of length, and the payload: one `HEAD` (the media type), any number of `DATA`, and one `END`; or an `ERROR` (JSON:
status, message) at any time. `READY` with the worker's process number comes before the first job.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass

READY, HEAD, DATA, END, ERROR = b"R", b"H", b"D", b"E", b"X"

LENGTH = struct.Struct(">I")
FRAME = struct.Struct(">cI")

CHUNK = 1 << 16
"""How many bytes of an answer are sent at a time."""


@dataclass(frozen=True, slots=True)
class Job:
    """One query, and how it is to be answered.

    `default_graphs` and `named_graphs` are the dataset that the request names, both None where it names none.
    `results` and `graph` are the media types for rows and for triples, None where the client accepts none. `rows` limits
    the rows of SELECT, which are then JSON results; 0 is no limit.
    """

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    results: str | None = None
    graph: str | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: seconds, bytes of answer, bytes of memory beside the data."""

    seconds: float = 10.0
    answer: int = 64 << 20
    memory: int = 1 << 30


def job_to_bytes(job: Job) -> bytes:
    """A job as a frame."""
    data = json.dumps(asdict(job)).encode()
    return LENGTH.pack(len(data)) + data


def bytes_to_job(data: bytes) -> Job:
    """A job from the JSON of its frame."""
    said = json.loads(data)
    for name in ("default_graphs", "named_graphs"):
        if said[name] is not None:
            said[name] = tuple(said[name])
    return Job(**said)


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """One frame of an answer."""
    return FRAME.pack(kind, len(payload)) + payload


def error_frame(status: int, message: str) -> bytes:
    """The frame for a query that cannot be answered."""
    return frame(ERROR, json.dumps({"status": status, "message": message}).encode())
