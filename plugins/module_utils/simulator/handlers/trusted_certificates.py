# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Set Administration: the Trusted Certificates of the server and of the cluster."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import domain_set as commands
from ..._cli.syntax import CommandSpec
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request


def _serve(cluster: bool, get: CommandSpec, replace: CommandSpec) -> None:
    """Register the two commands of one scope."""

    def read(request: Request) -> list[bytes]:
        return request.scope(cluster).trusted_certificates

    def write(request: Request, newCertificates: list[Any]) -> None:
        """What the datablocks hold is not looked into, so a test needs no real certificates."""
        if not all(isinstance(certificate, bytes) for certificate in newCertificates):
            raise refusals.bad_parameters("the array must hold datablocks only")
        request.scope(cluster).trusted_certificates = newCertificates

    handles(get)(read)
    handles(replace)(write)


_serve(False, commands.GETSERVERTRUSTEDCERTS, commands.SETSERVERTRUSTEDCERTS)
_serve(True, commands.GETCLUSTERTRUSTEDCERTS, commands.SETCLUSTERTRUSTEDCERTS)
