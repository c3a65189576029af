# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates of Domains: whether there is one, how long it lasts, for which names it is, and whether its key fits."""

from __future__ import annotations

import datetime as dt
from typing import Any, Iterator, Mapping

from .._cli.vocabulary.domain import DOMAIN as SETTINGS_OF_DOMAINS
from .._pki.certificates import Certificate, read_certificate, split
from .._pki.der import PkiError
from .._pki.keys import as_traditional, modulus_of_key
from .model import CRITICAL, DOMAIN, EFFECTIVE, WARNING, Check, Facts, Finding, Look, Subject, Told, Unread, settings_of

_KEY, _CERTIFICATE, _CHAIN, _TYPE = "PrivateSecureKey", "SecureCertificate", "CAChain", "CertificateType"
_TURNED_OFF, _OF_THE_SERVER = ("no", "disabled"), "test"
_SHORT_KEY = 2048
"""Keys with fewer bits are refused by clients."""


def _find(subject: Subject, facts: Facts) -> Iterator[Told]:
    settings = settings_of(subject.parts[EFFECTIVE], SETTINGS_OF_DOMAINS)
    kind = str(settings.get(_TYPE) or "").lower()
    der = settings.get(_CERTIFICATE)
    if kind in _TURNED_OFF:
        yield Finding(WARNING, "has no encrypted connections (%s)" % _TYPE, {"setting": _TYPE, "value": kind})
    elif kind == _OF_THE_SERVER:
        what = "has the server's test certificate, which no client trusts (%s)" % _TYPE
        yield Finding(WARNING, what, {"setting": _TYPE, "value": kind})
    elif not der:
        yield Finding(WARNING, "has no certificate", {})
    if not isinstance(der, bytes) or not der or kind == _OF_THE_SERVER:
        if der and not isinstance(der, bytes):
            yield Unread("%s is no datablock" % _CERTIFICATE)
        return
    try:
        certificate = read_certificate(der)
    except PkiError:
        yield Finding(CRITICAL, "has a certificate that cannot be read", {"setting": _CERTIFICATE})
        return
    yield from _dates("", certificate, facts)
    yield from _names(certificate, subject, facts)
    yield from _key(certificate, settings)
    yield from _chain(settings.get(_CHAIN), facts)


def _dates(whose: str, certificate: Certificate, facts: Facts) -> Iterator[Told]:
    detail = {**told_of(certificate), "days": (certificate.not_after - facts.now).days}
    problem = certificate.date_problem(facts.now, dt.timedelta(days=facts.certificate_days))
    if problem:
        severity = CRITICAL if certificate.date_problem(facts.now) else WARNING
        yield Finding(severity, "has a certificate%s that %s" % (whose, problem), detail)


def _names(certificate: Certificate, subject: Subject, facts: Facts) -> Iterator[Told]:
    """Whoever connects compares the name with those in the certificate, which may be that of an alias."""
    if not any(certificate.covers(name) for name in facts.names.get(subject.domain, ())):
        names = ", ".join(certificate.names) or "no name"
        what = "has a certificate for %s, and not for its name or an alias" % names
        yield Finding(WARNING, what, told_of(certificate))
    if certificate.self_signed:
        yield Finding(WARNING, "has a certificate that nobody else has signed", told_of(certificate))


def _key(certificate: Certificate, settings: Mapping[str, Any]) -> Iterator[Told]:
    """Many servers do not show the key."""
    bits = (certificate.modulus or 0).bit_length()
    if certificate.modulus and bits < _SHORT_KEY:
        yield Finding(WARNING, "has a certificate with a key of %d bits" % bits, told_of(certificate))
    key = settings.get(_KEY)
    if not isinstance(key, bytes) or not key or not certificate.modulus:
        return
    try:
        fits = modulus_of_key(as_traditional(key)) == certificate.modulus
    except PkiError:
        return  # what is shown instead of a key
    if not fits:
        yield Finding(CRITICAL, "has a private key that is not that of its certificate", told_of(certificate))


def _chain(chain: Any, facts: Facts) -> Iterator[Told]:
    if not isinstance(chain, bytes) or not chain:
        return
    try:
        certificates = [read_certificate(der) for der in split(chain)]
    except PkiError:
        yield Finding(WARNING, "has a chain of certificates that cannot be read", {"setting": _CHAIN})
        return
    for certificate in certificates:
        yield from _dates(" of %s in its chain" % certificate.subject, certificate, facts)


def told_of(certificate: Certificate) -> dict[str, Any]:
    """What programs are told of a certificate."""
    return {
        "subject": certificate.subject,
        "issuer": certificate.issuer,
        "names": list(certificate.names),
        "not_after": certificate.not_after.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "fingerprint": certificate.fingerprint,
    }


CERTIFICATES = Check("certificates", (Look(DOMAIN, (EFFECTIVE,), _find),))
