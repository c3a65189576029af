# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of a certificate: the filter ``cgp_certificate``."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils._pki.certificates import (
    Certificate,
    read_certificate,
    read_certificates,
    split,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, DataError
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import flag

_TAKEN = "It is PEM, [Base64] as servers tell it, Base64 alone, or {$datablock: Base64}"


def cgp_certificate(certificate: Any, chain: Any = False) -> Any:
    """What is told of the first certificate, or with ``chain`` of each. CgpError or PkiError for what is none."""
    found = _certificates(certificate)
    return [_facts(one) for one in found] if flag("chain", chain) else _facts(found[0])


def _certificates(value: Any) -> list[Certificate]:
    if isinstance(value, dict):
        value = data.from_json(value)
    if isinstance(value, str):
        if "-----BEGIN" in value:
            found = read_certificates(value)
            if not found:
                raise CgpError("the text has no certificate in PEM", "It begins with -----BEGIN CERTIFICATE-----")
            return found
        value = _datablock(value.strip())
    if not isinstance(value, bytes):
        raise CgpError("a certificate is needed, not %s" % type_name(value), _TAKEN)
    found = [read_certificate(der) for der in split(value)]
    if not found:
        raise CgpError("the certificate is empty", _TAKEN)
    return found


def _datablock(text: str) -> Any:
    """Bytes of Base64, with the square brackets of a datablock, as text that looks like one, or alone."""
    try:
        return data.from_json({"$datablock": text}) if not text.startswith("[") else data.parse(text, excerpt=False)
    except DataError:
        raise CgpError("the text is no certificate", _TAKEN) from None


def _facts(one: Certificate) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "names": list(one.names),
        "alternative_names": list(one.alternative_names),
        "issuer": one.issuer,
        "serial": _hexadecimal(one.serial),
        "not_before": _iso(one.not_before),
        "not_after": _iso(one.not_after),
        "fingerprint": one.fingerprint,
        "self_signed": one.self_signed,
    }


def _hexadecimal(serial: int) -> str:
    """Whole bytes, as other programs show a serial number."""
    digits = "%X" % abs(serial)
    return "%s%s" % ("-" if serial < 0 else "", digits.zfill(len(digits) + len(digits) % 2))


def _iso(moment: dt.datetime) -> str:
    return "%04d%s" % (moment.year, moment.strftime("-%m-%dT%H:%M:%SZ"))
