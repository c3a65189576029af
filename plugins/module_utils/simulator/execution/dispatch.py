# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a command to its handler: is there a cluster, may this user, and then the answer."""

from __future__ import annotations

from typing import Any, Mapping

from ..._cli.syntax import Command
from ..answers import refusals
from ..answers.answer import DONE, Reply, data
from ..handlers import (
    access_rights,
    account,
    account_access,
    account_contact,
    account_info,
    account_password,
    account_rules,
    account_settings,
    alert,
    balance,
    cluster_member,
    dataset,
    directory,
    directory_domain,
    domain,
    domain_defaults,
    domain_listing,
    domain_set,
    domain_settings,
    file_storage,
    forwarder,
    group,
    ip_addresses,
    list_subscriber,
    log,
    mailbox,
    mailbox_access,
    mailing_list,
    miscellaneous,
    monitoring,
    named_task,
    pbx,
    pbx_task,
    queue,
    roster,
    routing,
    scheduled_task,
    script,
    server_modules,
    server_settings,
    session_use,
    session_world,
    skin,
    statistics,
    storage_mount_point,
    telnum_listing,
    temporary_addresses,
    trusted_certificates,
    web_session,
)
from ..handling.registry import HANDLERS, Handler
from ..handling.request import OWN_ACCOUNT, Request
from ..model.domain import Domain
from ..rights import rights

SECTIONS = (
    access_rights,
    account,
    account_access,
    account_contact,
    account_info,
    account_password,
    account_rules,
    account_settings,
    alert,
    balance,
    cluster_member,
    dataset,
    directory,
    directory_domain,
    domain,
    domain_defaults,
    domain_listing,
    domain_set,
    domain_settings,
    file_storage,
    forwarder,
    group,
    ip_addresses,
    list_subscriber,
    log,
    mailbox,
    mailbox_access,
    mailing_list,
    miscellaneous,
    monitoring,
    named_task,
    pbx,
    pbx_task,
    queue,
    roster,
    routing,
    scheduled_task,
    script,
    server_modules,
    server_settings,
    session_use,
    session_world,
    skin,
    statistics,
    storage_mount_point,
    telnum_listing,
    temporary_addresses,
    trusted_certificates,
    web_session,
)
"""The modules with handlers, which register themselves when imported. Ansible packs only what is imported by name."""


def answer(request: Request, command: Command) -> Reply:
    """The reply to a command; a Refusal is raised when it is not to be obeyed."""
    handler = HANDLERS[command.spec]
    if handler.cluster_only and request.server.cluster is None:
        raise refusals.no_cluster()
    if not _may(request, handler, command.arguments):
        raise refusals.not_allowed()
    return _perform(handler, request, command)


def perform(request: Request, command: Command) -> Reply:
    """The reply to a command that was found permitted already (by another member of the cluster)."""
    return _perform(HANDLERS[command.spec], request, command)


def target_domain(request: Request, command: Command) -> Domain:
    """The Domain that a command is about, or that holds what it is about. Refusal if there is none."""
    handler = HANDLERS[command.spec]
    return _where(request, handler, _target(handler, command.arguments))


def _perform(handler: Handler, request: Request, command: Command) -> Reply:
    value = handler.function(request, **command.arguments)
    return data(value) if handler.answers else DONE


def _target(handler: Handler, arguments: Mapping[str, Any]) -> str:
    """What names the target, empty where the user's own Domain is meant."""
    return str(arguments.get(handler.target) or "") if handler.target else ""


def _where(request: Request, handler: Handler, target: str) -> Domain:
    if target == OWN_ACCOUNT:
        return request.user.domain
    names_domain = handler.target is None or handler.target.lower().endswith("domainname")
    return request.domain(target) if names_domain else request.place(target)[0]


def _may(request: Request, handler: Handler, arguments: Mapping[str, Any]) -> bool:
    demand = handler.demand
    if demand.everybody or rights.has_server_right(request.server, request.user, demand.server):
        return True
    target = _target(handler, arguments)
    if demand.owner and _is_own(request, target):
        return True
    if demand.domain is None or (demand.domain_is_named and not target):
        return False
    where = _where(request, handler, target)
    return all(request.may(right, where) for right in demand.domain)


def _is_own(request: Request, target: str) -> bool:
    """Whether ``target`` names the user's own Account, or a mailing list or Named Task that the Account owns."""
    if target == OWN_ACCOUNT:
        return True
    where, name = request.place(target)
    if where is not request.user.domain:
        return False
    return where.find_account(name) is request.user or where.find(name) in where.owned_by(request.user)
