# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailbox Administration: information, class and access rights of one Mailbox.

With AUTH a command is executed on behalf of another Account, which then needs the rights that the manual names.
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import mailbox as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import acl
from ..model.account import Account
from ..model.mailbox import Mailbox, folders, outer, path

LOOKUP = "l"
SELECT = "r"
ADMIN = "a"
_CREATE = "c"
_DELETE = "d"


@handles(commands.GETMAILBOXINFO)
def get_mailbox_info(
    request: Request, accountName: str, mailboxName: str, authAccountName: str | None = None
) -> dict[str, Any]:
    box = mailbox(request, accountName, mailboxName, authAccountName, SELECT)
    return {**box.settings, **box.info()}


@handles(commands.GETMAILBOXACL)
def get_mailbox_acl(
    request: Request, accountName: str, mailboxName: str, authAccountName: str | None = None
) -> acl.Acl:
    return mailbox(request, accountName, mailboxName, authAccountName).acl


@handles(commands.SETMAILBOXACL)
def set_mailbox_acl(
    request: Request,
    accountName: str,
    mailboxName: str,
    newACL: dict[str, Any],
    authAccountName: str | None = None,
) -> None:
    acl.modify(mailbox(request, accountName, mailboxName, authAccountName).acl, newACL)


@handles(commands.GETMAILBOXRIGHTS)
def get_mailbox_rights(request: Request, accountName: str, mailboxName: str, authAccountName: str) -> str:
    account = request.open_account(accountName)
    box = _found(account, mailboxName, None)
    return acl.rights_of(box.acl, account, request.account(authAccountName))


@handles(commands.SETMAILBOXCLASS)
def set_mailbox_class(
    request: Request, accountName: str, mailboxName: str, newClass: str, authAccountName: str | None = None
) -> None:
    mailbox(request, accountName, mailboxName, authAccountName).mailbox_class = newClass


def actor(request: Request, auth_name: str | None) -> Account | None:
    """The Account on whose behalf a command is to be executed, or None: then nothing more is asked."""
    return request.account(auth_name) if auth_name is not None else None


def has(account: Account, box: Mailbox, acting: Account | None, right: str) -> bool:
    """Whether the acting Account has a right on a Mailbox of ``account``."""
    return acting is None or right in acl.rights_of(box.acl, account, acting)


def require_create(account: Account, name: str, acting: Account | None) -> None:
    """Making a Mailbox needs the Create right on the outer one; at the top only the owner may."""
    if not _may_create(account, name, acting):
        raise refusals.no_mailbox_access()


def _may_create(account: Account, name: str, acting: Account | None) -> bool:
    if acting is None or acting is account:
        return True
    box = account.mailboxes.boxes.get(outer(name)) if outer(name) else None
    return box is not None and has(account, box, acting, _CREATE)


def require_delete(account: Account, name: str, nested: bool, acting: Account | None) -> None:
    """Removing a Mailbox needs the Create right on the outer one and the Delete right on itself, and on each nested
    one that is to go with it (the manual is silent about those)."""
    require_create(account, name, acting)
    boxes = account.mailboxes.boxes
    if not all(has(account, boxes[path], acting, _DELETE) for path in account.mailboxes.affected(name, nested)):
        raise refusals.no_mailbox_access()


def mailbox(
    request: Request, account_name: str, name: str, auth_name: str | None = None, right: str = ADMIN
) -> Mailbox:
    """The Mailbox, on which the Account of that name, if one is named, must have the right."""
    account = request.open_account(account_name)
    acting = actor(request, auth_name)
    box = _found(account, name, acting)
    if not has(account, box, acting, right):
        raise refusals.no_mailbox_access()
    return box


def _found(account: Account, name: str, acting: Account | None) -> Mailbox:
    """The Mailbox. What a refusal says depends on whether the acting Account could make it, as codes of servers do."""
    boxes = account.mailboxes.boxes
    box = boxes.get(path(name))
    if box is not None:
        return box
    if account.single_mailbox or not _may_create(account, name, acting):
        raise refusals.unknown("mailbox")
    raise refusals.creatable_mailbox(path(name) in folders(iter(boxes)))
