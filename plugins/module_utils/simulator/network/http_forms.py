# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the HTTP realm sends for an answer of the CLI: status and body, in the form that the habits in force want.

Evidenced is that data come bare, and that a body with ERROR is a failure (evidence.md section 5).
"""

from __future__ import annotations

from typing import NamedTuple

from ..answers.answer import Answer
from ..habits.in_force import Habits
from ..habits.kinds import http

_TEXT = "text/plain; charset=utf-8"
_PAGE_TYPE = "text/html; charset=utf-8"
_PAGE = "<html><head><title>Error</title></head><body><p>%s</p></body></html>\r\n"
_ERROR = 500
_ERROR_PHRASE = "Internal Server Error"
_INLINE_CODE = b"201 "


class Content(NamedTuple):
    """A response without its framing. ``reason`` is empty where the status has its usual one."""

    status: int
    reason: str
    kind: str
    body: bytes


def plain(answer: Answer, habits: Habits) -> Content:
    """The response to a command in a form's field."""
    line = answer.encode(True)
    if line.startswith(_INLINE_CODE):
        return Content(200, "", _TEXT, line if habits.has(http.STATUS_LINE) else line[len(_INLINE_CODE) :])
    if answer.code < 300:
        return Content(200, "", _TEXT, _nothing(line, habits))
    return _refusal(answer, line, habits)


def _nothing(line: bytes, habits: Habits) -> bytes:
    if habits.has(http.NOTHING_EMPTY):
        return b""
    return b"OK\r\n" if habits.has(http.NOTHING_OK) else line


def _refusal(answer: Answer, line: bytes, habits: Habits) -> Content:
    text = ("%s\r\n" % answer.text).encode("utf-8", "replace")
    if habits.has(http.ERROR_TEXT):
        return Content(200, "", _TEXT, b"ERROR " + text)
    if habits.has(http.ERROR_LINE):
        return Content(200, "", _TEXT, line)
    if habits.has(http.ERROR_500):
        return Content(_ERROR, _ERROR_PHRASE, _TEXT, line)
    if habits.has(http.ERROR_500_TEXT):
        return Content(_ERROR, _ERROR_PHRASE, _TEXT, text)
    if habits.has(http.ERROR_500_PAGE):
        page = _PAGE % line.decode("utf-8").strip().replace("&", "&amp;").replace("<", "&lt;")
        return Content(_ERROR, _ERROR_PHRASE, _PAGE_TYPE, page.encode("utf-8"))
    if habits.has(http.ERROR_STATUS):
        return Content(answer.code, "Error", _TEXT, text)
    return Content(200, "", _TEXT, b"ERROR " + line)


class Framing(NamedTuple):
    """How a response shows where it ends."""

    chunked: bool
    closes: bool


def framing(habits: Habits) -> Framing:
    """How responses end by these habits."""
    return Framing(habits.has(http.CHUNKED), habits.has(http.CLOSES))


def chunks(body: bytes) -> bytes:
    """The body in chunks, of which there are several if there can be."""
    half = len(body) // 2
    pieces = [piece for piece in (body[:half], body[half:]) if piece]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
