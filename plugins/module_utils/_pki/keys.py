# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Private RSA keys: PKCS#8 and PKCS#1, which is also called the traditional form (RFC 5958, RFC 8017)."""

from __future__ import annotations

from .der import (
    BIT_STRING,
    INTEGER,
    OBJECT_IDENTIFIER,
    OCTET_STRING,
    SEQUENCE,
    DerError,
    PkiError,
    integer,
    members,
    object_identifier,
)
from .pem import Block, blocks

_RSA = "1.2.840.113549.1.1.1"
_OTHERS = {"1.2.840.10045.2.1": "an EC key", "1.3.101.112": "an Ed25519 key", "1.3.101.113": "an Ed448 key"}
_OTHER_LABELS = {
    "EC PRIVATE KEY": "an EC key",
    "DSA PRIVATE KEY": "a DSA key",
    "OPENSSH PRIVATE KEY": "a key of SSH",
}
_RSA_LABELS = ("PRIVATE KEY", "RSA PRIVATE KEY")
_RSA_PARTS = 9
"""The integers of an RSAPrivateKey: version, modulus, two exponents, two primes, and three to compute faster."""


def read_private_key(text: str) -> bytes:
    """The RSA key of a PEM text in the traditional form, DER. Raises PkiError when there is not exactly one."""
    keys = [block for block in blocks(text) if block.label.endswith("PRIVATE KEY")]
    if len(keys) != 1:
        raise PkiError("no private key in PEM" if not keys else "more than one private key")
    return _traditional(keys[0])


def _traditional(block: Block) -> bytes:
    if block.label.startswith("ENCRYPTED") or "ENCRYPTED" in block.header:
        raise PkiError(
            "the private key is encrypted", "Decrypt it first, as with: openssl pkey -in key.pem -out decrypted.pem"
        )
    if block.label in _RSA_LABELS:
        return as_traditional(block.content)
    raise _no_rsa_key(_OTHER_LABELS.get(block.label))


def as_traditional(key: bytes) -> bytes:
    """An RSA key of either form, DER, in the traditional one. Raises PkiError for what is none, or damaged."""
    try:
        parts = members(key, INTEGER)
        if [part.tag for part in parts[1:3]] == [SEQUENCE, OCTET_STRING]:
            algorithm, content = parts[1:3]
            kind = object_identifier(members(algorithm.whole, OBJECT_IDENTIFIER)[0])
            if kind != _RSA:
                raise _no_rsa_key(_OTHERS.get(kind))
            key = content.content
        modulus_of_key(key)
    except DerError:
        raise PkiError("the private key is damaged") from None
    return key


def _no_rsa_key(kind: str | None) -> PkiError:
    return PkiError(
        "the private key is %s, not an RSA key" % (kind or "of an unknown kind"),
        "Get a certificate for an RSA key, as with: certbot --key-type rsa",
    )


def modulus_of_key(key: bytes) -> int:
    """The modulus of an RSA key in the traditional form. Raises DerError for what is none, or damaged."""
    parts = members(key, *[INTEGER] * _RSA_PARTS)
    _version, modulus, _public, _private, prime, other_prime = map(integer, parts[:6])
    if modulus != prime * other_prime:
        raise DerError("the numbers of an RSA key do not fit together")
    return modulus


def modulus_of_public_key(key: bytes) -> int | None:
    """The modulus of a SubjectPublicKeyInfo, DER; None when its key is not of RSA. Raises DerError for what is none."""
    algorithm, bits = members(key, SEQUENCE, BIT_STRING)[:2]
    if object_identifier(members(algorithm.whole, OBJECT_IDENTIFIER)[0]) != _RSA:
        return None
    # A bit string begins with the number of bits that its last byte has too many: none here.
    return integer(members(bits.content[1:], INTEGER, INTEGER)[0])
