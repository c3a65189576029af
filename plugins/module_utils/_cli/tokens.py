# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A command line cut into tokens: bare words, quoted strings and data objects.

Which token is a keyword and which a value only the syntax line knows; that is ``parser.py``.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..connector import data
from ..connector.errors import DataError

END, BARE, QUOTED, OBJECT = "end of the line", "word", "quoted string", "data object"


class Token(NamedTuple):
    """One token. ``value``: the text of a word, the decoded string, or the data object; ``start``: its offset."""

    kind: str
    value: Any
    start: int


_COMMENT = ("//", "/*")
# A quoted string without escapes, a bare word (which ends at a quotation mark: the vendor's client may leave out the
# space before one), or the beginning of anything else.
_TOKEN = re.compile(r'[ \t]*(?:"([^"\\]*)"|([^ \t"({\[<#][^ \t"]*)|([^ \t]))')


def scan(text: str, position: int) -> list[Token]:
    """The tokens of ``text`` from ``position`` on, closed by an END token. DataError for a malformed data object."""
    tokens = []
    while True:
        found = _TOKEN.match(text, position)
        if found is None:
            tokens.append(Token(END, "", len(text)))
            return tokens
        group = found.lastindex
        if group == 1:
            tokens.append(Token(QUOTED, found.group(1), found.start(1) - 1))
            position = found.end()
        elif group == 2:
            start, position = found.span(2)
            if text.startswith(_COMMENT, start):
                position = _end_of_comment(text, start)
                continue
            if "{" in found.group(2):
                position = _end_before_dictionary(text, start, position)
            tokens.append(Token(BARE, text[start:position], start))
        else:
            token, position = _object(text, found.start(3))
            tokens.append(token)


def _end_of_comment(text: str, start: int) -> int:
    """Where a comment ends, which is white space: ``//`` goes on to the end of the line (evidence.md section 8)."""
    end = text.find("*/", start + 2) if text.startswith("/*", start) else -1
    return len(text) if end < 0 else end + 2


def _end_before_dictionary(text: str, start: int, end: int) -> int:
    """Where a bare word ends when a client leaves out the space before a dictionary: ``group{Members=();}``."""
    brace = text.index("{", start)
    try:
        data.scan(text, brace)
    except DataError:
        return end
    return brace


def _object(text: str, start: int) -> tuple[Token, int]:
    """The data object at ``start``, or the bare word it turns out to be, and the offset after it."""
    try:
        value, end = data.scan(text, start)
    except DataError:
        if text[start] in '"({':
            raise
    else:
        if text[start] == '"':
            return Token(QUOTED, value, start), end
        if not isinstance(value, str):
            return Token(OBJECT, value, start), end
    # [10.0.44.5], <user@example.com> and #Vacation look like objects only at the first character
    word = text[start:].split(None, 1)[0]
    return Token(BARE, word, start), start + len(word)
