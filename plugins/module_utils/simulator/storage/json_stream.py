# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a big JSON text piece by piece: whoever reads it decides how much of it is in memory at once.

::

    reader = JsonReader(stream)
    for key in reader.members():            an object: each key, and then something must read the value
        if key == "accounts":
            for _item in reader.items():    an array: for each element something must read it
                use(reader.value())         a value as a whole
        else:
            other[key] = reader.value()
"""

from __future__ import annotations

import json
from typing import Any, Iterator, TextIO

_PIECE = 1 << 20
_SPACES = " \t\r\n"
_AFTER_VALUE = tuple(_SPACES + ",:]}")


class JsonReader:
    """Reads one JSON value from ``stream``. ValueError where the text is not what is asked for."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text = ""
        self._position = 0
        self._ended = False
        self._decode = json.JSONDecoder().raw_decode

    def members(self) -> Iterator[str]:
        """The keys of an object. The value must have been read before the next key is asked for."""
        self._take("{")
        if self._taken("}"):
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                raise ValueError("a key is no string")
            self._take(":")
            yield key
            if self._taken("}"):
                return
            self._take(",")

    def items(self) -> Iterator[None]:
        """One turn for each element of an array, in which it must be read."""
        self._take("[")
        if self._taken("]"):
            return
        while True:
            yield None
            if self._taken("]"):
                return
            self._take(",")

    def value(self) -> Any:
        """The whole value that comes next."""
        self._next()
        while True:
            try:
                value, end = self._decode(self._text, self._position)
            except ValueError:
                if not self._more():
                    raise
                continue
            # What ends where nothing can end may go on: 12 may become 123, and 1 followed by e may become 1e9.
            if self._text[end:end + 1] in _AFTER_VALUE or not self._more():
                self._position = end
                return value

    def end(self) -> None:
        """Nothing may follow."""
        if self._next():
            raise ValueError("something follows the end")

    def _take(self, character: str) -> None:
        if not self._taken(character):
            raise ValueError("%s is missing" % character)

    def _taken(self, character: str) -> bool:
        if self._next() != character:
            return False
        self._position += 1
        return True

    def _next(self) -> str:
        """The next character that is no space, which is not taken; empty at the end."""
        while True:
            while self._position < len(self._text):
                character = self._text[self._position]
                if character not in _SPACES:
                    return character
                self._position += 1
            if not self._more():
                return ""

    def _more(self) -> bool:
        """Have more of the text in memory, as much again as is left of it, so that long values take few attempts."""
        if self._ended:
            return False
        self._text = self._text[self._position:]
        self._position = 0
        piece = self._stream.read(max(_PIECE, len(self._text)))
        self._ended = not piece
        self._text += piece
        return not self._ended
