# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last wall against structures that became text as Python writes them: no such text is ever sent.

Somebody wrote a list or a dictionary where text is wanted, and something on the way made ``"['a', 'b']"`` of it. JSON
has no apostrophes around its strings, so it is not taken for that.
"""

from __future__ import annotations

import re
from typing import Any

from ..connector import data

_SUSPECT = re.compile(r"\"(?:[\[{(]|b['\\])")
"""What the line of a command has that holds such a text; quick, for all lines are looked at."""
_QUOTED = r"b?(?:'[^'\\]*(?:\\.[^'\\]*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\")"
_BETWEEN = r"[\[\]{}()]|, ?|: |[-+0-9.e]|True|False|None|[A-Za-z_][\w.]{0,60}[(=]"
"""Brackets, what stands between elements, numbers, other words, and the name of a class before its bracket."""


def refuse_python_text(value: Any, line: str) -> None:
    """Raises BadValue, with the path to the place, for a string in ``value`` that is Python's text of a structure.

    ``line`` is the value as it would be sent.
    """
    if _SUSPECT.search(line):
        _look_into(value)


def _look_into(value: Any) -> None:
    if isinstance(value, str):
        kind = _kind(value)
        if kind:
            raise data.BadValue("the text of a %s as Python writes it: give the %s itself, or a text" % (kind, kind))
    elif isinstance(value, dict):
        for key, item in value.items():
            _look_into_part(key, item)
            _look_into(key)
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            _look_into_part(number, item)


def _look_into_part(step: Any, item: Any) -> None:
    try:
        _look_into(item)
    except data.BadValue as error:
        raise error.inside(step) from None


def _kind(text: str) -> str:
    """What kind of structure the text shows; nothing for any other text."""
    if text[:2] in ("b'", 'b"'):
        return "datablock" if re.fullmatch(_QUOTED, text, re.DOTALL) else ""
    if text[:1] not in ("[", "{", "(") or text[-1] not in ("]", "}", ")") or not _is_structure(text):
        return ""
    if text[0] == "(" and "," not in text:
        return ""  # a word in brackets, perhaps: a tuple has a comma
    return "dictionary" if text[0] == "{" else "list"


def _is_structure(text: str) -> bool:
    """Whether it consists of a structure's parts, a string between apostrophes among them.

    Each part is found for itself: one pattern for all of them would look at a long text again and again.
    """
    part = re.compile("(?P<quoted>%s)|%s" % (_QUOTED, _BETWEEN), re.DOTALL)
    position, strings = 0, False
    while position < len(text):
        found = part.match(text, position)
        if found is None:
            return False
        strings = strings or (found.group("quoted") or "").endswith("'")
        position = found.end()
    return strings
