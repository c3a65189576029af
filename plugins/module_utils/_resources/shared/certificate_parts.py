# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a Domain's certificate: private key, certificate and chain, which are three of its settings.

protocol.md section 6.1 tells the settings. The parts are in DER, the chain is a list.
"""

from __future__ import annotations

from typing import Any

from ..._engine.model import Values
from ..._engine.secrets import HIDDEN
from ..._pki.der import PkiError
from ..._pki.keys import as_traditional
from ...connector.errors import CgpError
from .pem import (
    as_pem,
    certificates_alone,
    certificates_in,
    datablock,
    described,
    given_pem,
    in_chain,
    key_and_certificates,
    key_as_pem,
)
from .settings_commands import CERTIFICATE_SETTINGS

KEY, CERTIFICATE, CHAIN = "private_key", "certificate", "chain"
SETTINGS = dict(zip((KEY, CERTIFICATE, CHAIN), CERTIFICATE_SETTINGS))


def from_options(values: Values) -> dict[str, Any]:
    """The key in the traditional form, the certificate, and the chain if one is given; all of it DER.

    Without a key only the certificate can be wanted that the Domain has already.
    """
    key, certificate, chain = [given_pem(values, option) for option in SETTINGS]
    if certificate is None:
        raise CgpError("the certificate is missing", "Give certificate or certificate_file")
    wanted: dict[str, Any] = {}
    if key is None:
        own, *others = certificates_alone(certificate)
    else:
        wanted[KEY], own, *others = key_and_certificates(key, certificate)
    wanted[CERTIFICATE] = own
    if others or chain is not None:
        # fullchain.pem and chain.pem of certbot hold the same chain.
        chained = [*others, *(certificate.der for certificate in certificates_in(chain or "", CHAIN))]
        wanted[CHAIN] = [der for der in dict.fromkeys(chained) if der != own]
    return wanted


def to_options(parts: dict[str, Any]) -> dict[str, str]:
    """The options that say the parts."""
    key = {KEY: key_as_pem(parts[KEY])} if KEY in parts else {}
    chain = {CHAIN: as_pem(*parts[CHAIN])} if CHAIN in parts else {}
    return {**key, CERTIFICATE: as_pem(parts[CERTIFICATE]), **chain}


def installed(settings: dict[str, Any]) -> dict[str, Any]:
    """The parts that a Domain has, by its settings."""
    key, certificate, chain = [datablock(settings.get(setting)) for setting in SETTINGS.values()]
    found = {KEY: key and _shown_key(key), CERTIFICATE: certificate, CHAIN: chain and in_chain(chain)}
    return {part: value for part, value in found.items() if value}


def _shown_key(key: bytes) -> bytes | None:
    """A key that cannot be read is one that the server does not show."""
    try:
        return as_traditional(key)
    except PkiError:
        return None


def target(have: dict[str, Any], want: dict[str, Any], whole: bool) -> dict[str, Any]:
    """The parts that there should be. Where the server does not show the key, the certificate tells whether it fits."""
    after = {**have, **want}
    if KEY not in want and have.get(CERTIFICATE) != want[CERTIFICATE]:
        raise without_key()
    if KEY not in have and have.get(CERTIFICATE) == want[CERTIFICATE]:
        after.pop(KEY, None)
    return {part: value for part, value in after.items() if value}


def without_key() -> CgpError:
    """The error for a certificate that cannot be installed alone."""
    return CgpError(
        "a certificate that the Domain does not have yet needs its private key", "Give private_key or private_key_file"
    )


def delta(have: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The parts that differ; None takes one away."""
    return {part: after.get(part) for part in SETTINGS if have.get(part) != after.get(part)}


def show(parts: dict[str, Any]) -> dict[str, Any]:
    """What people see of the parts."""
    shown: dict[str, Any] = {}
    if CERTIFICATE in parts:
        shown.update(described(parts[CERTIFICATE]))
    if CHAIN in parts:
        shown[CHAIN] = [described(der) for der in parts[CHAIN]]
    if KEY in parts:
        shown[KEY] = HIDDEN
    return shown
