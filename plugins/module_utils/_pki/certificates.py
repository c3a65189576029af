# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""X.509 certificates: who they are of, how long they are valid, which key they belong to (RFC 5280)."""

from __future__ import annotations

import datetime as dt
import hashlib
import socket
from typing import Iterable, NamedTuple

from .der import (
    GENERALIZED_TIME,
    OBJECT_IDENTIFIER,
    SEQUENCE,
    SET,
    UTC_TIME,
    Element,
    PkiError,
    elements,
    integer,
    members,
    object_identifier,
    text,
)
from .keys import modulus_of_public_key
from .pem import blocks

_LABELS = ("CERTIFICATE", "X509 CERTIFICATE")
_VERSION = 0xA0
"""The tag of the version, which a certificate of version 1 does not tell."""
_EXTENSIONS, _ALTERNATIVE_NAMES, _DNS_NAME = 0xA3, "2.5.29.17", 0x82
_OTHER_NAMES = {0x81: "email", _DNS_NAME: "DNS", 0x86: "URI", 0x87: "IP"}
"""Alternative names by their tags; there are others, which are rare."""
_FAMILIES = {4: socket.AF_INET, 16: socket.AF_INET6}
"""Sorts of addresses by their length in bytes."""
_ATTRIBUTES = {
    "2.5.4.3": "CN", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "ST", "2.5.4.9": "STREET", "2.5.4.10": "O",
    "2.5.4.11": "OU", "0.9.2342.19200300.100.1.1": "UID", "0.9.2342.19200300.100.1.25": "DC",
}  # fmt: skip
"""The short names of RFC 4514."""
_FORMATS = {UTC_TIME: "%y%m%d%H%M%SZ", GENERALIZED_TIME: "%Y%m%d%H%M%SZ"}


class Certificate(NamedTuple):
    """A certificate, as ``der``, and what can be told of it. ``modulus``: that of its RSA key, or None.

    ``names``: those of the DNS that it is for, in lower case. One that lists none is for the CN of its subject.
    ``alternative_names``: all that it lists, each with its sort: ``DNS:example.com``, ``IP:192.0.2.1``, ``email:...``.
    ``self_signed``: whether its issuer is its subject.
    """

    der: bytes
    subject: str
    not_before: dt.datetime
    not_after: dt.datetime
    modulus: int | None
    names: tuple[str, ...]
    issuer: str
    serial: int
    alternative_names: tuple[str, ...]
    self_signed: bool

    def covers(self, name: str) -> bool:
        """Whether the certificate is for a name of the DNS. A first label ``*`` stands for one label (RFC 6125)."""
        wanted = _ascii(name)
        _host, _dot, above = wanted.partition(".")
        return wanted in self.names or bool(above and "*." + above in self.names)

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.der)

    def date_problem(self, now: dt.datetime, ahead: dt.timedelta = dt.timedelta()) -> str:
        """Why the certificate is not valid at this moment, or until so much later, as a predicate; empty if it is."""
        if self.not_after < now:
            return "expired on %s" % self.not_after.date()
        if self.not_before > now:
            return "is not valid before %s" % self.not_before.date()
        if self.not_after < now + ahead:
            return "ends on %s, in less than %d days" % (self.not_after.date(), ahead.days)
        return ""


def fingerprint(der: bytes) -> str:
    """The SHA-256 of a certificate, as all programs show it: pairs of hexadecimal digits with colons."""
    return ":".join("%02X" % byte for byte in hashlib.sha256(der).digest())


def read_certificates(pem: str) -> list[Certificate]:
    """The certificates of a PEM text, in its order; whatever else it holds does not count."""
    return [read_certificate(block.content) for block in blocks(pem) if block.label in _LABELS]


def split(data: bytes) -> list[bytes]:
    """The certificates that are run together in ``data``. Raises PkiError when it holds anything else."""
    found = elements(data)
    if any(element.tag != SEQUENCE for element in found):
        raise PkiError("not certificates")
    return [element.whole for element in found]


def read_certificate(der: bytes) -> Certificate:
    """A certificate. Raises PkiError for what is none."""
    try:
        signed = members(der, SEQUENCE)[0]
        fields = elements(signed.content)
        if fields[0].tag == _VERSION:
            del fields[0]
        serial, _algorithm, issuer, validity, subject, key = fields[:6]
        not_before, not_after = map(_moment, elements(validity.content))
        others = _alternative_names(fields[6:])
        names = [name.content.decode("ascii") for name in others if name.tag == _DNS_NAME]
        told = _name(subject) or ",".join("DNS:%s" % name for name in names)
        return Certificate(
            der,
            told,
            not_before,
            not_after,
            modulus_of_public_key(key.whole),
            tuple(name.lower() for name in names or _common_names(subject)),
            _name(issuer),
            integer(serial),
            tuple("%s:%s" % (_OTHER_NAMES[name.tag], _told(name)) for name in others if name.tag in _OTHER_NAMES),
            issuer.whole == subject.whole,
        )
    except (PkiError, ValueError, IndexError):
        raise PkiError("not an X.509 certificate, or a damaged one") from None


def _moment(element: Element) -> dt.datetime:
    """Years of two digits are those of 1950 to 2049, which strptime takes for those of 1969 to 2068."""
    moment = dt.datetime.strptime(element.content.decode("ascii"), _FORMATS.get(element.tag, ""))
    if element.tag == UTC_TIME and moment.year >= 2050:
        moment = moment.replace(year=moment.year - 100)
    return moment.replace(tzinfo=dt.timezone.utc)


def _name(name: Element) -> str:
    """A name in the form of RFC 4514: the most special part first."""
    return ",".join("+".join(_attributes(part)) for part in reversed(elements(name.content)) if part.tag == SET)


def _attributes(part: Element) -> Iterable[str]:
    for attribute in elements(part.content):
        kind, value = members(attribute.whole, OBJECT_IDENTIFIER)
        dotted = object_identifier(kind)
        told = text(value)
        yield "%s=%s" % (_ATTRIBUTES.get(dotted, dotted), "#" + value.whole.hex() if told is None else _escaped(told))


def _escaped(value: str) -> str:
    escaped = "".join("\\" + letter if letter in '"+,;<>\\' else letter for letter in value).replace("\0", "\\00")
    if escaped.startswith(("#", " ")):
        escaped = "\\" + escaped
    return escaped[:-1] + "\\ " if escaped.endswith(" ") and len(value) > 1 else escaped


def _common_names(subject: Element) -> list[str]:
    """The CN of a subject, of which there should be one."""
    attributes = [one.whole for part in elements(subject.content) for one in elements(part.content)]
    pairs = [members(attribute, OBJECT_IDENTIFIER) for attribute in attributes]
    told = [text(value) for kind, value in pairs if _ATTRIBUTES.get(object_identifier(kind)) == "CN"]
    return [name for name in told if name]


def _ascii(name: str) -> str:
    """A name of the DNS as certificates have it."""
    folded = name.strip().rstrip(".").lower()
    try:
        return folded.encode("idna").decode("ascii")
    except UnicodeError:
        return folded


def _told(name: Element) -> str:
    """An alternative name: an address is four or sixteen bytes, all others are ASCII."""
    if _OTHER_NAMES[name.tag] != "IP":
        return name.content.decode("ascii", "backslashreplace")
    family = _FAMILIES.get(len(name.content))
    return socket.inet_ntop(family, name.content) if family else name.content.hex()


def _alternative_names(fields: Iterable[Element]) -> list[Element]:
    """The names that a certificate lists besides its subject."""
    for extensions in (field for field in fields if field.tag == _EXTENSIONS):
        for extension in members(extensions.content):
            kind, *_critical, content = members(extension.whole, OBJECT_IDENTIFIER)
            if object_identifier(kind) == _ALTERNATIVE_NAMES:
                return members(content.content)
    return []
