# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How passwords are stored, compared and recovered.

The setting PasswordEncryption decides (protocol.md section 6.2): with ``clear`` the stored text is the password; with
``A-crpt`` it is unreadable but the server can recover it, which APOP and CRAM-MD5 need; with anything else (``U-crpt``,
``MD5`` ...) it is a one-way digest. Stored texts of the last two kinds begin with the control character 002, so that a
password that was read as a setting can be written back as it is. None of this is meant to be secure.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode
from binascii import Error as Base64Error

_MARK = "\x02"
_RECOVERABLE = _MARK + "A"
_DIGEST = _MARK + "D"


def store(password: str, encryption: str) -> str:
    """The text to keep for ``password`` under a PasswordEncryption setting; an already stored text stays."""
    if password.startswith(_MARK) or encryption.lower() == "clear":
        return password
    if encryption.lower() == "a-crpt":
        return _RECOVERABLE + b64encode(password.encode("utf-8")[::-1]).decode("ascii")
    return _DIGEST + _digest(password)


def recover(stored: str) -> str | None:
    """The password itself, or None where only a digest is kept."""
    if stored.startswith(_RECOVERABLE):
        try:
            return b64decode(stored[len(_RECOVERABLE):])[::-1].decode("utf-8")
        except (Base64Error, UnicodeDecodeError):
            return None
    return None if stored.startswith(_MARK) else stored


def matches(stored: str, password: str) -> bool:
    """Whether ``password`` is the one that was stored; an empty stored text matches nothing."""
    if stored.startswith(_DIGEST):
        return _same(stored[len(_DIGEST):], _digest(password))
    recovered = recover(stored)
    return bool(recovered) and _same(recovered or "", password)


def apop_matches(stored: str, challenge: str, digest: str) -> bool:
    """Whether ``digest`` is the MD5 of challenge and password (protocol.md section 1.2), in hexadecimal."""
    recovered = recover(stored)
    if not recovered:
        return False
    expected = hashlib.md5((challenge + recovered).encode("utf-8")).hexdigest()
    return _same(expected, digest.lower())


def cram_matches(stored: str, challenge: str, digest: str) -> bool:
    """Whether ``digest`` is the keyed MD5 of the challenge with the password as the key (RFC 2195), in hexadecimal."""
    recovered = recover(stored)
    if not recovered:
        return False
    return _same(hmac.new(recovered.encode("utf-8"), challenge.encode("utf-8"), "md5").hexdigest(), digest.lower())


def _digest(password: str) -> str:
    return hashlib.sha256(password.encode("utf-8")).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8"), other.encode("utf-8"))
