# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command is about, and whether the user may send it."""

from __future__ import annotations

from ..._cli.syntax import Command
from ..._cli.values import NamedAsterisk
from ..handlers.sections import HANDLERS
from ..handling.registry import Handler
from ..handling.request import OWN_ACCOUNT, Request
from ..model.account import find_account
from ..model.domain import Domain
from ..model.ownership import owned_by
from ..rights import rights


def target_domain(request: Request, command: Command) -> Domain:
    """The Domain that a command is about, or that holds what it is about. Refusal if there is none."""
    handler = HANDLERS[command.spec]
    return _where(request, handler, _target(handler, command))


def names_asterisk(command: Command) -> bool:
    """Whether it is about an Account or a Domain called ``*``: in quotation marks that is a name like any other."""
    return any(isinstance(value, NamedAsterisk) for value in command.arguments.values())


def may_send(request: Request, handler: Handler, command: Command) -> bool:
    """Whether the user's rights allow the command, which this handler obeys. Refusal if it is about what is not there.
    """
    demand = handler.demand
    if demand.everybody or rights.has_server_right(request.server, request.user, demand.server):
        return True
    target = _target(handler, command)
    if demand.owner and _is_own(request, target):
        return True
    if demand.domain is None or (demand.domain_is_named and not target):
        return False
    where = _where(request, handler, target)
    return all(request.may(right, where) for right in demand.domain)


def _target(handler: Handler, command: Command) -> str:
    """What names the target, empty where the user's own Domain is meant."""
    return str(command.arguments.get(handler.target) or "") if handler.target else ""


def _where(request: Request, handler: Handler, target: str) -> Domain:
    if target == OWN_ACCOUNT:
        return request.user.domain
    names_domain = handler.target is None or handler.target.lower().endswith("domainname")
    return request.domain(target) if names_domain else request.place(target)[0]


def _is_own(request: Request, target: str) -> bool:
    """Whether ``target`` names the user's own Account, or a mailing list or Named Task that the Account owns."""
    if target == OWN_ACCOUNT:
        return True
    where, name = request.place(target)
    if where is not request.user.domain:
        return False
    return find_account(where, name) is request.user or where.find(name) in owned_by(request.user)
