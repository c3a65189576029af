# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data objects as the server writes them.

A server quotes less than a careful client does (protocol.md section 3.1): it leaves letters, digits, dots, ``@`` and
inner or final minus signs bare, so a client that expects quotes around ``example.com`` fails here as it would there.
With INLINE an object is one compact line; without, it is spread over lines that end in a bare LF (section 1.4).
"""

from __future__ import annotations

import base64
import re
from typing import Any

from ...connector.data import XML, IPAddress, Timestamp, Unknown

_BARE = re.compile(r"[A-Za-z0-9.@][A-Za-z0-9.@-]*").fullmatch
_SPECIAL = re.compile(r"[\x00-\x1f\x7f\"\\]")
_NAMED = {"\"": "\\\"", "\\": "\\\\", "\n": "\\e", "\r": "\\r", "\t": "\\t"}


def quote(text: str) -> str:
    """``text`` as the server writes a string: bare where it may be, otherwise in quotation marks."""
    if _BARE(text):
        return text
    return '"%s"' % _SPECIAL.sub(_escape, text)


def compact(value: Any) -> str:
    """``value`` on one line without optional white space, dictionaries in the order of their keys."""
    # The common types first: this function is what a pipelined read spends its time in.
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, dict):
        return "{%s}" % "".join(["%s=%s;" % (quote(key), compact(value[key])) for key in sorted(value)])
    if isinstance(value, (list, tuple)):
        return "(%s)" % ",".join([compact(item) for item in value])
    return _scalar(value)


def multiline(value: Any, indent: str = "") -> str:
    """``value`` as readable text: one dictionary pair a line, lines separated by a bare LF."""
    inner = indent + " "
    if isinstance(value, dict) and value:
        pairs = ["%s%s = %s;\n" % (inner, quote(key), multiline(value[key], inner)) for key in sorted(value)]
        return "{\n%s%s}" % ("".join(pairs), indent)
    if isinstance(value, (list, tuple)):
        separator = ",\n" + inner if any(isinstance(item, (dict, list, tuple)) for item in value) else ", "
        return "(%s)" % separator.join(multiline(item, inner) for item in value)
    return compact(value)


def _scalar(value: Any) -> str:
    if value is None:
        return "#NULL#"
    if isinstance(value, bytes):
        return "[%s]" % base64.b64encode(value).decode("ascii")
    if isinstance(value, (int, float)):
        return "#%s" % value
    if isinstance(value, Timestamp):
        return "#%s" % value.text
    if isinstance(value, IPAddress):
        return "#I%s" % value.text
    if isinstance(value, (XML, Unknown)):
        return value.text
    raise TypeError("no data object: %s" % type(value).__name__)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _NAMED.get(character) or "\\%03d" % ord(character)
