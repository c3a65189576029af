# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Set Administration: Domains as a whole, and what holds for all of them."""

from __future__ import annotations

from typing import Any

from ...cli.sections import domain_set as commands
from .. import refusals
from ..arguments import mounted, not_negative
from ..model import settings as model_settings
from ..model.account import Account
from ..model.domain import Domain
from ..model.scope import Scope
from ..registry import handles
from ..request import Request
from .dictionaries import serve

# --- dictionaries of the server and of the cluster

serve(
    lambda request: request.scope(False).domain_defaults,
    commands.GETDOMAINDEFAULTS, commands.SETDOMAINDEFAULTS, commands.UPDATEDOMAINDEFAULTS,
)
serve(
    lambda request: request.scope(True).domain_defaults,
    commands.GETCLUSTERDOMAINDEFAULTS, commands.SETCLUSTERDOMAINDEFAULTS, commands.UPDATECLUSTERDOMAINDEFAULTS,
)
serve(
    lambda request: request.scope(False).account_defaults,
    commands.GETSERVERACCOUNTDEFAULTS, commands.SETSERVERACCOUNTDEFAULTS, commands.UPDATESERVERACCOUNTDEFAULTS,
)
serve(
    lambda request: request.scope(True).account_defaults,
    commands.GETCLUSTERACCOUNTDEFAULTS, commands.SETCLUSTERACCOUNTDEFAULTS, commands.UPDATECLUSTERACCOUNTDEFAULTS,
)
serve(
    lambda request: request.scope(False).account_prefs,
    commands.GETSERVERACCOUNTPREFS, commands.SETSERVERACCOUNTPREFS, commands.UPDATESERVERACCOUNTPREFS,
)
serve(
    lambda request: request.scope(True).account_prefs,
    commands.GETCLUSTERACCOUNTPREFS, commands.SETCLUSTERACCOUNTPREFS, commands.UPDATECLUSTERACCOUNTPREFS,
)
serve(
    lambda request: request.scope(False).directory_integration,
    commands.GETDIRECTORYINTEGRATION, commands.SETDIRECTORYINTEGRATION,
)
serve(
    lambda request: request.scope(True).directory_integration,
    commands.GETCLUSTERDIRECTORYINTEGRATION, commands.SETCLUSTERDIRECTORYINTEGRATION,
)


# --- Domains

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


@handles(commands.CREATEDIRECTORYDOMAIN)
def create_directory_domain(request: Request, domainName: str, settings: dict[str, Any] | None = None) -> None:
    """Directory-based Domains are always enabled here."""
    domain = Domain(domainName, directory_based=True)
    model_settings.update(domain.settings, settings or {})
    request.server.add_domain(domain)


@handles(commands.RELOADDIRECTORYDOMAINS)
def reload_directory_domains(request: Request) -> None:
    """Nothing reaches the Directory past this server, so there is nothing to find."""


@handles(commands.RENAMEDOMAIN)
def rename_domain(request: Request, oldDomainName: str, newDomainName: str, storage: str | None = None) -> None:
    domain = request.domain(oldDomainName)
    new_storage = mounted(storage, request.server.scope_of(domain).domain_storage)
    request.server.rename_domain(domain, newDomainName)
    domain.storage = new_storage or domain.storage


@handles(commands.DELETEDOMAIN)
def delete_domain(request: Request, domainName: str, FORCE: bool = False) -> None:
    domain = request.domain(domainName)
    if domain.objects and not FORCE:
        raise refusals.impossible("the domain is not empty")
    request.server.remove_domain(domain)
    for account in domain.all(Account):
        request.service.end_connections(account)


# --- telephone numbers of all Domains

@handles(commands.LISTSERVERTELNUMS)
def list_server_telnums(request: Request, limit: int, filter: str = "") -> dict[str, Any]:
    return _telnums(request, limit, filter, shared=False)


@handles(commands.LISTCLUSTERTELNUMS)
def list_cluster_telnums(request: Request, limit: int, filter: str = "") -> dict[str, Any]:
    return _telnums(request, limit, filter, shared=True)


def _telnums(request: Request, limit: int, wanted: str, shared: bool) -> dict[str, Any]:
    assigned = {
        telnum: account.address
        for telnum, account in request.server.telnums().items() if account.domain.shared == shared
    }
    return telnum_listing(assigned, limit, wanted)


def telnum_listing(assigned: dict[str, str], limit: int, wanted: str) -> dict[str, Any]:
    """Up to ``limit`` of the numbers that contain ``wanted``, and under the empty key how many there are at all."""
    found = [telnum for telnum in sorted(assigned) if wanted in telnum][:not_negative(limit)]
    listing: dict[str, Any] = {telnum: assigned[telnum] for telnum in found}
    listing[""] = len(assigned)
    return listing


# --- trusted certificates

@handles(commands.GETSERVERTRUSTEDCERTS)
def get_server_trusted_certificates(request: Request) -> list[bytes]:
    return request.scope(False).trusted_certificates


@handles(commands.SETSERVERTRUSTEDCERTS)
def set_server_trusted_certificates(request: Request, newCertificates: list[Any]) -> None:
    _set_certificates(request.scope(False), newCertificates)


@handles(commands.GETCLUSTERTRUSTEDCERTS)
def get_cluster_trusted_certificates(request: Request) -> list[bytes]:
    return request.scope(True).trusted_certificates


@handles(commands.SETCLUSTERTRUSTEDCERTS)
def set_cluster_trusted_certificates(request: Request, newCertificates: list[Any]) -> None:
    _set_certificates(request.scope(True), newCertificates)


def _set_certificates(scope: Scope, certificates: list[Any]) -> None:
    if not all(isinstance(certificate, bytes) for certificate in certificates):
        raise refusals.bad_parameters("the array must hold datablocks only")
    scope.trusted_certificates = certificates


# --- storage mount points

@handles(commands.CREATEDOMAINSTORAGE)
def create_domain_storage(request: Request, storage: str, SHARED: bool = False) -> None:
    add_mount_point(request.scope(SHARED).domain_storage, storage)


@handles(commands.LISTDOMAINSTORAGE)
def list_domain_storage(request: Request, SHARED: bool = False) -> list[str]:
    return request.scope(SHARED).domain_storage


def add_mount_point(mount_points: list[str], storage: str) -> None:
    """Make a storage mount point with a name that is a plain file name and not in use."""
    if not storage or "/" in storage or storage.startswith("."):
        raise refusals.bad_parameters("illegal name of a storage mount point")
    if storage in mount_points:
        raise refusals.exists("storage mount point")
    mount_points.append(storage)
