# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a command to its handler: is it simulated, is there a cluster, may this user, and then the answer."""

from __future__ import annotations

from typing import Any, Mapping

from ..cli.syntax import Command
from . import refusals, rights
from .handlers import (
    access_rights,
    account,
    account_access,
    account_contact,
    account_password,
    account_rules,
    account_settings,
    domain,
    domain_listing,
    domain_set,
    domain_settings,
    file_storage,
    forwarder,
    group,
    mailbox,
    mailbox_access,
    mailing_list,
    miscellaneous,
    named_task,
    server_settings,
)
from .registry import HANDLERS, Handler
from .replies import DONE, Reply, data
from .request import OWN_ACCOUNT, Request

SECTIONS = (
    access_rights,
    account,
    account_access,
    account_contact,
    account_password,
    account_rules,
    account_settings,
    domain,
    domain_listing,
    domain_set,
    domain_settings,
    file_storage,
    forwarder,
    group,
    mailbox,
    mailbox_access,
    mailing_list,
    miscellaneous,
    named_task,
    server_settings,
)
"""The modules with handlers, which register themselves when imported. Ansible packs only what is imported by name."""


def answer(request: Request, command: Command) -> Reply:
    """The reply to a command; a Refusal is raised when it is not to be obeyed."""
    handler = HANDLERS.get(command.spec)
    if handler is None:
        raise refusals.not_simulated()
    if handler.cluster_only and request.server.cluster is None:
        raise refusals.no_cluster()
    if not _may(request, handler, command.arguments):
        raise refusals.not_allowed()
    value = handler.function(request, **command.arguments)
    return data(value) if handler.answers else DONE


def _may(request: Request, handler: Handler, arguments: Mapping[str, Any]) -> bool:
    demand = handler.demand
    if demand.everybody or rights.has_server_right(request.server, request.user, demand.server):
        return True
    target = str(arguments.get(handler.target) or "") if handler.target else ""
    if demand.owner and _is_own(request, target):
        return True
    if demand.domain is None:
        return False
    names_domain = handler.target is None or handler.target.lower().endswith("domainname")
    where = request.domain(target) if names_domain else request.place(target)[0]
    return request.may(demand.domain, where)


def _is_own(request: Request, target: str) -> bool:
    """Whether ``target`` names the user's own Account, or a mailing list or Named Task that the Account owns."""
    if target == OWN_ACCOUNT:
        return True
    where, name = request.place(target)
    if where is not request.user.domain:
        return False
    return where.find_account(name) is request.user or where.find(name) in where.owned_by(request.user)
