# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server writes certificates."""

from __future__ import annotations

import base64
from typing import Any, Callable, Sequence

from ..._cli.sections.domain import GETDOMAINSETTINGS, UPDATEDOMAINSETTINGS
from ..._cli.syntax import Command
from ..question import Findings, Place, Question, Replies, kept, told

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


def _written(value: Any) -> Callable[[Place], Sequence[Command]]:
    def commands(place: Place) -> Sequence[Command]:
        update = UPDATEDOMAINSETTINGS({_KEY: value}, domainName=place.domain)
        return [update, GETDOMAINSETTINGS(domainName=place.domain)]

    return commands


def _of_datablock(_place: Place, replies: Replies) -> Findings:
    return told(
        "quoted-certificates", isinstance(kept(replies[-1], _KEY), str),
        "a certificate that was written as a datablock came back as text", "a datablock came back as a datablock",
    )  # fmt: skip


def _of_text(_place: Place, replies: Replies) -> Findings:
    return told(
        "bare-certificates", isinstance(kept(replies[-1], _KEY), bytes),
        "a certificate that was written as text came back as a datablock", "text came back as text",
    )  # fmt: skip


QUESTIONS = (
    Question(("quoted-certificates",), _written(base64.b64decode(_CERTIFICATE)), _of_datablock),
    Question(("bare-certificates",), _written("[%s]" % _CERTIFICATE), _of_text),
)
