# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PEM, the text form of certificates and keys (RFC 7468)."""

from __future__ import annotations

import base64
import binascii
import re
from typing import NamedTuple

from .der import PkiError

_BLOCK = re.compile(r"-----BEGIN ([A-Z0-9 ]+)-----\s*(.*?)-----END \1-----", re.DOTALL)
_HEADER = re.compile(r"\A(?:[A-Za-z0-9-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")


class Block(NamedTuple):
    """What stands between two lines of hyphens. ``header``: the lines before its base64, which old files have."""

    label: str
    header: str
    content: bytes


def blocks(text: str) -> list[Block]:
    """The blocks of a text; whatever stands between them does not count. Raises PkiError for one that is damaged."""
    return [_block(label, body) for label, body in _BLOCK.findall(text.replace("\r\n", "\n"))]


def _block(label: str, body: str) -> Block:
    match = _HEADER.match(body)
    header = match.group() if match else ""
    compact = "".join(body[len(header) :].split())
    try:
        return Block(label, header, base64.b64decode(compact, validate=True))
    except binascii.Error:
        raise PkiError("the block %s is not Base64" % label) from None
