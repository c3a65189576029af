# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailbox Administration: the tree of an Account's Mailboxes, its subscription and its Mailbox aliases."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import mailbox as commands
from ..answers import refusals
from ..control.arguments import controlled_account
from ..control.language import control
from ..handling.arguments import not_negative, string_values, strings
from ..handling.registry import handles
from ..handling.request import Request
from ..model import counting
from ..model import mailbox as tree
from ..model.account import Account
from ..model.mailbox import INBOX, Mailbox
from ..model.measures import limit
from ..model.settings import is_yes
from ..service.service import Service
from . import mailbox_access as access


@handles(commands.LISTMAILBOXES)
def list_mailboxes(
    request: Request, accountName: str, filter: str = "*", authAccountName: str | None = None
) -> dict[str, Any]:
    account = request.open_account(accountName)
    actor = access.actor(request, authAccountName)
    visible = {
        name: _listed(account, box, actor) if access.has(account, box, actor, access.SELECT) else []
        for name, box in account.mailboxes.boxes.items() if access.has(account, box, actor, access.LOOKUP)
    }
    folders = tree.folders(iter(visible))
    listing: dict[str, Any] = {folder: [] for folder in folders}
    for name, value in visible.items():
        listing[name] = [value] if name in folders else value
    return {name: value for name, value in listing.items() if tree.wildcard(filter, name)}


def _listed(account: Account, box: Mailbox, actor: Account | None) -> dict[str, Any]:
    """What is told of a Mailbox, its access control list among it for those who may read that."""
    shown = bool(box.acl) and access.has(account, box, actor, access.ADMIN)
    return {**box.info(), "Access": box.acl} if shown else box.info()


@handles(commands.CREATEMAILBOX)
def create_mailbox(
    request: Request,
    accountName: str,
    mailboxName: str,
    mailboxClass: str = "",
    authAccountName: str | None = None,
) -> None:
    """The Account's setting MaxMailboxes, if there is one, is obeyed (this simulator's choice)."""
    account = request.open_account(accountName)
    if account.single_mailbox:
        raise refusals.impossible("a single-mailbox account has no other mailboxes")
    most = limit(request.server.account_setting(account, "MaxMailboxes"))
    if most is not None and len(account.mailboxes.boxes) >= most:
        raise refusals.impossible("the account cannot have more mailboxes")
    access.require_create(account, mailboxName, access.actor(request, authAccountName))
    account.mailboxes.create(mailboxName, Mailbox(mailboxClass, _uid_validity(request)))


def _uid_validity(request: Request) -> int:
    """That of a Mailbox that is made now."""
    return int(request.service.clock.now().timestamp())


@handles(commands.DELETEMAILBOX)
def delete_mailbox(
    request: Request, accountName: str, mailboxName: str, authAccountName: str | None = None
) -> None:
    _delete(request, accountName, mailboxName, authAccountName, nested=False)


@handles(commands.DELETEMAILBOXES)
def delete_mailboxes(
    request: Request, accountName: str, mailboxName: str, authAccountName: str | None = None
) -> None:
    _delete(request, accountName, mailboxName, authAccountName, nested=True)


def _delete(request: Request, account_name: str, mailbox_name: str, auth_name: str | None, nested: bool) -> None:
    account = request.open_account(account_name)
    access.require_delete(account, mailbox_name, nested, access.actor(request, auth_name))
    account.mailboxes.delete(mailbox_name, nested)


@handles(commands.RENAMEMAILBOX)
def rename_mailbox(
    request: Request, accountName: str, mailboxName: str, newMailboxName: str, authAccountName: str | None = None
) -> None:
    _rename(request, accountName, mailboxName, newMailboxName, authAccountName, nested=False)


@handles(commands.RENAMEMAILBOXES)
def rename_mailboxes(
    request: Request, accountName: str, mailboxName: str, newMailboxName: str, authAccountName: str | None = None
) -> None:
    _rename(request, accountName, mailboxName, newMailboxName, authAccountName, nested=True)


def _rename(
    request: Request, account_name: str, mailbox_name: str, new_name: str, auth_name: str | None, nested: bool
) -> None:
    account = request.open_account(account_name)
    actor = access.actor(request, auth_name)
    access.require_delete(account, mailbox_name, nested, actor)
    access.require_create(account, new_name, actor)
    account.mailboxes.rename(mailbox_name, new_name, nested, _uid_validity(request))


# --- subscription and aliases

@handles(commands.GETMAILBOXSUBSCRIPTION)
def get_mailbox_subscription(request: Request, accountName: str) -> list[str]:
    return request.open_account(accountName).mailboxes.subscription


@handles(commands.SETMAILBOXSUBSCRIPTION)
def set_mailbox_subscription(request: Request, accountName: str, newSubscription: list[Any]) -> None:
    request.open_account(accountName).mailboxes.subscription = strings(newSubscription)


@handles(commands.GETMAILBOXALIASES)
def get_mailbox_aliases(request: Request, accountName: str) -> dict[str, str]:
    return request.open_account(accountName).mailboxes.aliases


@handles(commands.SETMAILBOXALIASES)
def set_mailbox_aliases(request: Request, accountName: str, newAliases: dict[str, Any]) -> None:
    request.open_account(accountName).mailboxes.aliases = string_values(newAliases)


# --- messages

@control("MAIL")
def deliver(service: Service, argument: Any) -> None:
    """Messages arrive in a Mailbox: {account="bob@example.com"; mailbox=INBOX; size=#1000; count=#1; seen=NO;}. All
    but the Account can be left out, and the size is that of each message."""
    account = controlled_account(service, argument)
    name, count, size = (argument.get(key, usual) for key, usual in (("mailbox", INBOX), ("count", 1), ("size", 1000)))
    if not isinstance(name, str) or not isinstance(count, int) or not isinstance(size, int):
        raise refusals.bad_parameters("mailbox must be a name, count and size must be numbers")
    account.mailboxes.find(name).deliver(not_negative(count), not_negative(size), is_yes(argument.get("seen")))
    counting.count(service.server, account, {"MessagesReceived": count, "BytesReceived": count * size})
