# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text on the wire is UTF-8 (protocol.md section 1.5). Bytes that are none are kept, as Python's surrogate escapes."""

from __future__ import annotations


def encode(text: str) -> bytes:
    """The bytes of ``text``. UnicodeEncodeError, which holds the text: it must not get out where that may be secret."""
    return text.encode("utf-8", "surrogateescape")


def decode(wire: bytes | bytearray) -> str:
    """The text of ``wire``, whatever its bytes are."""
    return wire.decode("utf-8", "surrogateescape")


def has_encoding(text: str) -> bool:
    """Whether the text can be sent at all."""
    try:
        encode(text)
    except UnicodeEncodeError:
        return False
    return True
