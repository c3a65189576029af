# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""E-mail addresses as LIST takes them: ``user@example.com`` or ``"Real Name" <user@example.com>``."""

from __future__ import annotations

import re

_ADDRESS = r'[^\s\x00-\x1f\x7f"<>]+'
_QUOTED_NAME = r'"(?P<quoted>(?:[^"\\\x00-\x1f\x7f]|\\[^\x00-\x1f\x7f])*)"'
_BARE_NAME = r'(?P<bare>[^"<>\x00-\x1f\x7f]*)'
_PLAIN = re.compile(_ADDRESS)
_NAMED = re.compile(r"(?:%s *|%s)<(?P<address>%s)>" % (_QUOTED_NAME, _BARE_NAME, _ADDRESS))
_QUOTED_WHOLE = re.compile(r'"((?:[^"\\]|\\.)*)"')


def canonical(text: str) -> str | None:
    """The one spelling of an address: the real name quoted, the address in angle brackets only after a name.

    None for a text that is no address. The result holds no control character.
    """
    text = text.strip(" \t")
    if _PLAIN.fullmatch(text):
        return text
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    name, address = found.group("bare"), found.group("address")
    name = _unescaped(found.group("quoted")) if name is None else name.strip()
    return with_name(address, name)


def with_name(address: str, name: str) -> str:
    """An address and a real name, or the address alone when the name is empty."""
    if not name:
        return address
    return '"%s" <%s>' % (name.replace("\\", "\\\\").replace('"', '\\"'), address)


def unquoted(text: str) -> str:
    """The address inside one quoted string, as some clients send it; any other text as it is."""
    found = _QUOTED_WHOLE.fullmatch(text.strip(" \t"))
    return _unescaped(found.group(1)) if found else text


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
