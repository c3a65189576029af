# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers as bytes: a status line, and data in one of the two framings (protocol.md sections 1.3 and 1.4)."""

from __future__ import annotations

from typing import Any

from . import writer
from .refusals import Refusal

_NO_DATA: Any = object()


class Answer:
    """A code and a text, or data. Data has the code 200, or 201 when it stands on the status line."""

    __slots__ = ("code", "text", "value")

    def __init__(self, code: int, text: str, value: Any = _NO_DATA) -> None:
        self.code = code
        self.text = text
        self.value = value

    @property
    def has_data(self) -> bool:
        return self.value is not _NO_DATA

    def encode(self, inline: bool) -> bytes:
        """The answer for a session with or without INLINE; inner line ends are bare LF, the last one is CR LF."""
        if self.value is _NO_DATA:
            text = "%d %s\r\n" % (self.code, self.text)
        elif inline:
            text = "201 %s\r\n" % writer.compact(self.value)
        else:
            text = "200 data follow\r\n%s\r\n" % writer.multiline(self.value)
        return text.encode("utf-8", "replace")


DONE = Answer(200, "OK")


def with_data(value: Any) -> Answer:
    """A success that carries a data object; None is the null object."""
    return Answer(200, "data follow", value)


def refused(refusal: Refusal) -> Answer:
    return Answer(refusal.code, refusal.text)
