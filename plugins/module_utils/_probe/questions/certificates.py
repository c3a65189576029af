# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server writes certificates."""

from __future__ import annotations

import base64
from typing import Sequence

from ..._cli.sections.domain import GETDOMAINSETTINGS, UPDATEDOMAINSETTINGS
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, kept

_KEY = "CAChain"
# Of nobody, mail.example: a server may look whether it is one.
_CERTIFICATE = (
    "MIICDDCCAXWgAwIBAgIUFosBB+Hiz2UD2x+BzgW5r6n79xowDQYJKoZIhvcNAQELBQAwFzEVMBMGA1UEAwwMbWFpbC5leGFtcGxlMCAXDTI2"
    "MTEzMDA1NTIwMFoYDzIxMjYxMTA2MDU1MjAwWjAXMRUwEwYDVQQDDAxtYWlsLmV4YW1wbGUwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGB"
    "AMB1DkRCy+VF8U80V1Tm9HBSnsU4EFI61fYteOd1gwIXmrvhb5AvjqfF2ykLIq2o341QUc73hZWjvO3LBnO5dNVKoW1ODJMygPMqrCyJmLej"
    "EcSyWXGd4E4rNWt/0ZpZ8xbGq7PVXRux33No7oZSVhI+8VtATvQzsfBHQoi/ApktAgMBAAGjUzBRMB0GA1UdDgQWBBRXQUSmaGpw8uTKyzck"
    "0Ug6B6aCLjAfBgNVHSMEGDAWgBRXQUSmaGpw8uTKyzck0Ug6B6aCLjAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4GBALc5Mw6K"
    "6RlxLEtcJkpo3DwCrM+GS4Y4/PeNQ+cJQXiHxTKD/KXXSn+M3npfk4Ga0YSGZnVZBu3XyrR0Vfz9F3rmBdsS4+FyLIxUX2aThZik1tZ2KXwZ"
    "QMn1R9Qg49Dg+bKuP6VevY1ac4uWAkKc3BSfPcZev3Fv/c5aCzLC8MF6"
)


def _commands(place: Place) -> Sequence[Command]:
    read = GETDOMAINSETTINGS(domainName=place.domain)
    block, text = base64.b64decode(_CERTIFICATE), "[%s]" % _CERTIFICATE
    return [
        UPDATEDOMAINSETTINGS({_KEY: block}, domainName=place.domain), read,
        UPDATEDOMAINSETTINGS({_KEY: text}, domainName=place.domain), read,
    ]  # fmt: skip


def _read(_place: Place, replies: Replies) -> Findings:
    came = tuple("text" if isinstance(kept(reply, _KEY), str) else "a datablock" for reply in replies[1::2])
    how = "a certificate that was written as a datablock came back as %s, one that was written as text as %s" % came
    return {
        "quoted-certificates": Finding(came == ("text", "text"), how),
        "certificates-as-written": Finding(came == ("a datablock", "text"), how),
        "bare-certificates": Finding(came == ("a datablock", "a datablock"), how),
    }


QUESTIONS = (Question(("quoted-certificates", "certificates-as-written", "bare-certificates"), _commands, _read),)
