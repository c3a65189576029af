# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates and keys among a module's options: PEM as text or in files, and how people are shown them."""

from __future__ import annotations

import base64
import os
import textwrap
from typing import Any, Callable, TypeVar

from ..._engine.model import Values
from ..._pki.certificates import Certificate, fingerprint, read_certificate, read_certificates, split
from ..._pki.der import PkiError
from ..._pki.keys import modulus_of_key, read_private_key
from ...connector import data
from ...connector.errors import CgpError, DataError

_Read = TypeVar("_Read")


def given_pem(values: Values, option: str) -> str | None:
    """The text of an option, or of the file that its twin names, which ends with ``_file``; None without both."""
    text, path = values.get(option), values.get(option + "_file")
    if text is not None and path is not None:
        raise CgpError("%s and %s_file do not go together" % (option, option), "Give one of them")
    return text if path is None else file_text(path, option + "_file")


def file_text(path: str, option: str) -> str:
    """The text of a file that an option names; bytes that are none, around the blocks of a PEM file, do no harm."""
    try:
        with open(os.path.expanduser(path), encoding="utf-8", errors="replace") as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise CgpError(
            "%s %s cannot be read: %s" % (option, path, error), "It is read on the host where the task runs"
        ) from None


def understood(read: Callable[[str], _Read], text: str, where: str = "") -> _Read:
    """What ``read`` makes of a text, with its complaints as errors of the task; ``where`` the text stands."""
    try:
        return read(text)
    except PkiError as error:
        raise CgpError("%s%s" % (where and where + ": ", error), error.hint) from None


def certificates_in(text: str, where: str = "") -> list[Certificate]:
    """All certificates of a text, which may be blank. Raises CgpError when it has something else instead."""
    found = understood(read_certificates, text, where)
    if text.strip() and not found:
        raise CgpError("%sno certificate in PEM" % (where and where + ": "))
    return found


def key_and_certificates(key: str, certificate: str) -> list[bytes]:
    """A private key in the traditional form, its certificate, which must be the first, and those that follow it: DER.

    Raises CgpError when they do not belong together.
    """
    private_key = understood(read_private_key, key, "private_key")
    certificates = _at_least_one(certificate)
    if certificates[0].modulus != modulus_of_key(private_key):
        raise CgpError(
            "the private key does not belong to the certificate of %s" % certificates[0].subject,
            "The certificate of the key must be the first in its file",
        )
    return [private_key, *(one.der for one in certificates)]


def certificates_alone(certificate: str) -> list[bytes]:
    """The same without the key."""
    return [one.der for one in _at_least_one(certificate)]


def _at_least_one(text: str) -> list[Certificate]:
    certificates = certificates_in(text)
    if not certificates:
        raise CgpError("no certificate in PEM")
    return certificates


def datablock(value: Any) -> bytes | None:
    """A setting that is a datablock; some clients write it as a string with the same text (protocol.md section 3.2)."""
    try:
        parsed = data.parse(value) if isinstance(value, str) else value
    except DataError:
        return None
    return parsed if isinstance(parsed, bytes) else None


def in_chain(chain: bytes) -> list[bytes]:
    """The certificates that are run together, or what cannot be read as such as it is."""
    try:
        return split(chain)
    except PkiError:
        return [chain]


def as_pem(*certificates: bytes) -> str:
    """Certificates as a text."""
    return "".join(_block("CERTIFICATE", der) for der in certificates)


def key_as_pem(key: bytes) -> str:
    """A private key in the traditional form as a text."""
    return _block("RSA PRIVATE KEY", key)


def _block(what: str, der: bytes) -> str:
    lines = "\n".join(textwrap.wrap(base64.b64encode(der).decode("ascii"), 64))
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n" % (what, lines, what)


def described(der: bytes) -> dict[str, str]:
    """What people are shown of a certificate; one that cannot be read still has its fingerprint."""
    try:
        certificate = read_certificate(der)
    except PkiError:
        return {"subject": "(not readable)", "fingerprint": fingerprint(der)}
    return {
        "subject": certificate.subject,
        "not_after": certificate.not_after.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "fingerprint": certificate.fingerprint,
    }
