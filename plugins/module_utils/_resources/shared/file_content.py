# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The content of files that modules write: as text, as Base64, or from a file on the controller."""

from __future__ import annotations

import base64
import binascii
from typing import Any, Callable, Sequence

from ..._engine import shapes
from ..._engine.model import SRC, Facet, Field, Key, Values
from ...connector.errors import CgpError

TEXT_CONTENT = Field("content", free=True)
BASE64_CONTENT = Field("content_base64")


def content_of_options(values: Values) -> bytes:
    """The bytes that a file is to hold."""
    if len(values) > 1:
        raise CgpError("content and content_base64 do not go together", "Give one of them")
    ((name, value),) = values.items()
    try:
        if name == TEXT_CONTENT.name:
            return str(value).encode("utf-8")
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise CgpError("not UTF-8 text" if name == TEXT_CONTENT.name else "%s is not Base64" % name) from None


def options_of_content(content: bytes) -> Values:
    """The option that says what a file holds: as text, if any table and any editor leaves that as it is."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return from_file(content)
    plain = all(letter.isprintable() or letter in "\n\t" for letter in text)
    return {TEXT_CONTENT.name: text} if plain else from_file(content)


def from_file(content: bytes) -> Values:
    """The option that says what a file on the controller holds."""
    return {BASE64_CONTENT.name: base64.b64encode(content).decode("ascii")}


def content_facet(
    read: Callable[..., Any], from_reply: Callable[[Any], Any], store: Callable[[Key, bytes], Sequence[Any]]
) -> Facet:
    """What a file holds; ``store(key, content)`` returns the command that makes it so, in a new file, too."""
    return Facet(
        "content",
        (TEXT_CONTENT, BASE64_CONTENT, SRC),
        shapes.CONTENT,
        read=read,
        from_reply=from_reply,
        write=lambda key, edit: store(key, edit.after),
        from_options=content_of_options,
        to_options=options_of_content,
        created=True,
    )
