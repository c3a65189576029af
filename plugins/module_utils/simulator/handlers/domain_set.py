# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Set Administration: which Domains there are."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import domain_set as commands
from ..answers import refusals
from ..handling.arguments import mounted
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings as model_settings
from ..model.domain import Domain
from .closing import close_accounts


@handles(commands.LISTDOMAINS)
def list_domains(request: Request) -> list[str]:
    return [domain.name for domain in request.server.domains()]


@handles(commands.MAINDOMAINNAME)
def main_domain_name(request: Request) -> str:
    return request.server.main_domain.name


@handles(commands.CREATEDOMAIN)
def create_domain(
    request: Request,
    domainName: str,
    SHARED: bool = False,
    storage: str | None = None,
    settings: dict[str, Any] | None = None,
) -> None:
    scope = request.scope(SHARED)
    domain = Domain(domainName, shared=SHARED, storage=mounted(storage, scope.domain_storage))
    model_settings.update(domain.settings, settings or {})
    request.server.add_domain(domain)


@handles(commands.RENAMEDOMAIN)
def rename_domain(request: Request, oldDomainName: str, newDomainName: str, storage: str | None = None) -> None:
    """Without PATH the Domain stays on its mount point. A shared Domain stays shared: it has no other way out of the
    cluster than to be deleted, and only mount points for shared Domains take it. An alias stands for its Domain.
    """
    domain = request.domain(oldDomainName)
    new_storage = mounted(storage, request.server.scope_of(domain).domain_storage)
    request.server.rename_domain(domain, newDomainName)
    domain.storage = new_storage or domain.storage


@handles(commands.DELETEDOMAIN)
def delete_domain(request: Request, domainName: str, FORCE: bool = False) -> None:
    """Connections of the Domain's Accounts end with it. An alias stands for its Domain."""
    domain = request.domain(domainName)
    if domain.objects and not FORCE:
        raise refusals.impossible("the domain is not empty")
    request.server.remove_domain(domain)
    close_accounts(request.service, domain)
