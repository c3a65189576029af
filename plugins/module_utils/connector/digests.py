# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What proves that a password is known without showing it: APOP's digest, and CRAM-MD5's (RFC 2195)."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

from .replies import Reply
from .text import encode

_CHALLENGE = re.compile("<[^<>]+>")


class NoMd5(Exception):
    """MD5 is not available on this machine, as in FIPS mode."""


def apop_digest(challenge: bytes, password: str) -> bytes:
    """The digest for a greeting's challenge, with both its brackets (protocol.md section 1.2). NoMd5."""
    digest: str = _md5(challenge + encode(password)).hexdigest()
    return digest.encode("ascii")


def cram_md5_answer(challenge: bytes, login: str, password: str) -> bytes:
    """The line that answers a challenge of CRAM-MD5. NoMd5."""
    import hmac

    try:
        digest = hmac.new(encode(password), challenge, digestmod=_md5).hexdigest()
    except ValueError as error:
        raise NoMd5 from error
    return base64.b64encode(b"%s %s" % (encode(login), digest.encode("ascii")))


def cram_md5_challenge(reply: Reply) -> bytes:
    """The challenge in the answer to ``AUTH CRAM-MD5``; empty if there is none.

    No transcript of a PWD server is known. RFC 2195 has the challenge in base64; it is a text in angle brackets. So the
    first word is taken that such a text becomes, whatever stands around it; or such a text that is not encoded; or, for
    a challenge of another form, the only word there is, if it is base64.
    """
    words = [word for word in reply.text.split() if word != "+"]
    decoded = [challenge for challenge in map(_from_base64, words) if challenge]
    for challenge in decoded:
        if challenge.startswith(b"<") and challenge.endswith(b">"):
            return challenge
    plain = _CHALLENGE.search(reply.text)
    if plain:
        return encode(plain.group())
    return decoded[0] if len(words) == 1 and decoded else b""


def _from_base64(word: str) -> bytes:
    try:
        return base64.b64decode(encode(word), validate=True)
    except ValueError:
        return b""


def _md5(data: bytes = b"") -> Any:
    try:
        return hashlib.new("md5", data)
    except ValueError as error:
        raise NoMd5 from error
