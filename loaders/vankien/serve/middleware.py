"""What holds for every answer: headers that keep a browser from doing harm, and no traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""No inline script or style, nothing from other hosts. A page may bring its own policy instead."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}

BROKEN = (
    "Lỗi trong máy chủ; xin báo cho người vận hành.\nSomething is broken in the server; please tell its operator.\n"
)


def complain(message: str) -> None:
    """One line for the operator."""
    print(f"vankien: {message}", file=sys.stderr, flush=True)


class Guard:
    """The outermost layer: adds `HEADERS` to every answer, and answers 500 with a plain page when the app fails."""

    def __init__(self, app: ASGIApp, say: Callable[[str], None] = complain) -> None:
        self.app, self.say = app, say

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self.app(scope, receive, guarded)
        except Exception as error:  # no traceback reaches a user
            self.say(f"error: {scope['method']} {scope['path']!a}: {type(error).__name__}: {error}")
            if os.environ.get("VANKIEN_DEBUG") == "1":
                traceback.print_exc()
            if begun:
                raise
            await PlainTextResponse(BROKEN, status_code=500)(scope, receive, guarded)
