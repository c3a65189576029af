# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and certificates made on the spot by another program's code, for tests of what reads them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

NOW = dt.datetime.now(dt.timezone.utc).replace(microsecond=0)
DAY = dt.timedelta(days=1)
PKCS1, PKCS8 = serialization.PrivateFormat.TraditionalOpenSSL, serialization.PrivateFormat.PKCS8
PEM, DER = serialization.Encoding.PEM, serialization.Encoding.DER


@lru_cache(maxsize=None)
def rsa_key(number: int = 0) -> rsa.RSAPrivateKey:
    """An RSA key, another one for each number."""
    return rsa.generate_private_key(65537, 1024)


@lru_cache(maxsize=None)
def ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def private_key(key: Any, form: Any = PKCS8, password: bytes = b"") -> str:
    """A private key in PEM."""
    protection = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    return key.private_bytes(PEM, form, protection).decode("ascii")


def traditional(key: Any) -> bytes:
    """A private key in PKCS#1, DER."""
    return key.private_bytes(DER, PKCS1, serialization.NoEncryption())


def common_name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(
    key: Any,
    name: x509.Name | str = "example.com",
    begins: dt.datetime = NOW - DAY,
    ends: dt.datetime = NOW + DAY,
    dns_names: tuple[str, ...] = (),
) -> x509.Certificate:
    """A certificate that its own key has signed."""
    subject = common_name(name) if isinstance(name, str) else name
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(common_name("Somebody"))
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(begins).not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    )
    if dns_names:
        names = x509.SubjectAlternativeName([x509.DNSName(name) for name in dns_names])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(key, hashes.SHA256())


def pem(*certificates: x509.Certificate) -> str:
    return "".join(one.public_bytes(PEM).decode("ascii") for one in certificates)


def der(one: x509.Certificate) -> bytes:
    return one.public_bytes(DER)
