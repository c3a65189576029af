# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data objects as text for files and people: on lines, and spelt as servers spell their own settings files.

Servers leave more words bare than ``write`` does, which spells for commands. Of their files two layouts are known: the
members of the outermost dictionary on a line each, all within them run together; and everything on lines, each level
two blanks further in (protocol.md section 3.1, the settings files).
"""

from __future__ import annotations

import re
from typing import Callable

from .types import Value, deeper
from .writer import quote, write

_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.@-]*")
_WIDTH = 80
"""How long a line with a whole array may be."""


def spelt(value: Value, depth: int = 0) -> str:
    """The text of ``value`` in one line, spelt as in servers' files. Raises BadValue as ``write`` does."""
    if isinstance(value, str):
        return value if _BARE.fullmatch(value) else quote(value)
    if isinstance(value, dict):
        inner = deeper(depth)
        return "{%s}" % "".join("%s=%s;" % (spelt(key), spelt(item, inner)) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        inner = deeper(depth)
        return "(%s)" % ",".join(spelt(item, inner) for item in value)
    return write(value)


def as_file(value: Value) -> str:
    """The text of a file whose outermost dictionary, or array, has a line for each member."""
    write(value)  # what has no text is refused with its place
    return _on_lines(value, "", " ", " = ", lambda item, _column: spelt(item)) + "\n"


def indented(value: Value) -> str:
    """The text of a file with everything on lines of its own, but for short arrays of simple values."""
    write(value)
    return _indented(value, "", 0) + "\n"


def _indented(value: Value, margin: str, column: int) -> str:
    """``margin`` is that of the line on which the value begins, and ``column`` where on it."""
    if isinstance(value, (list, tuple)) and not any(isinstance(item, (dict, list, tuple)) for item in value):
        short = "(%s)" % ", ".join(map(spelt, value))
        if column + len(short) <= _WIDTH:
            return short
    further = margin + "  "
    return _on_lines(value, margin, further, " =  ", lambda item, column: _indented(item, further, column))


def _on_lines(value: Value, margin: str, further: str, equals: str, inner: Callable[[Value, int], str]) -> str:
    """A dictionary or an array with a line for each member; anything else in one line."""
    if not value or not isinstance(value, (dict, list, tuple)):
        return spelt(value)
    if isinstance(value, dict):
        begun = [(further + spelt(key) + equals, item) for key, item in value.items()]
        return "{\n%s%s}" % ("".join("%s%s;\n" % (key, inner(item, len(key))) for key, item in begun), margin)
    return "(\n%s\n%s)" % (",\n".join(further + inner(item, len(further)) for item in value), margin)
