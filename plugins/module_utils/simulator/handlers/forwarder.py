# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forwarder Administration."""

from __future__ import annotations

from ..._cli.sections import forwarder as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model.domain import Domain
from ..model.names import fold, split_address
from ..model.objects import Forwarder
from .renaming import rename


@handles(commands.LISTFORWARDERS)
def list_forwarders(request: Request, domainName: str | None = None) -> list[str]:
    return [forwarder.name for forwarder in request.domain(domainName).all(Forwarder)]


@handles(commands.CREATEFORWARDER)
def create_forwarder(request: Request, forwarderName: str, address: str) -> None:
    domain, name = request.place(forwarderName)
    if not address:
        raise refusals.bad_parameters("the address is empty")
    domain.add(Forwarder(name, to=address))


@handles(commands.RENAMEFORWARDER)
def rename_forwarder(request: Request, oldForwarderName: str, newForwarderName: str) -> None:
    rename(request, request.object(Forwarder, oldForwarderName), newForwarderName, "CanCreateForwarders")


@handles(commands.DELETEFORWARDER)
def delete_forwarder(request: Request, forwarderName: str) -> None:
    forwarder = request.object(Forwarder, forwarderName)
    forwarder.domain.remove(forwarder)


@handles(commands.GETFORWARDER)
def get_forwarder(request: Request, forwarderName: str) -> str:
    return request.object(Forwarder, forwarderName).to


@handles(commands.FINDFORWARDERS)
def find_forwarders(request: Request, domainName: str, forwarderAddress: str) -> list[str]:
    domain = request.domain(domainName)
    wanted = _full(domain, forwarderAddress)
    return [forwarder.name for forwarder in domain.all(Forwarder) if _full(domain, forwarder.to) == wanted]


def _full(domain: Domain, address: str) -> str:
    """An address in the form in which two are compared: with its Domain, which may be left out for the own one."""
    local, domain_name = split_address(address)
    return fold("%s@%s" % (local, domain_name or domain.name))
