# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing Lists Administration: the lists themselves. Their subscribers: list_subscriber.py."""

from __future__ import annotations

from typing import Any, Iterable

from ..._cli.sections import mailing_list as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings
from ..model.account import Account, find_account
from ..model.domain import Domain
from ..model.mailing_list import MailingList
from ..model.measures import limit
from ..model.ownership import owned_by

_OWNER = "Owner"


@handles(commands.LISTLISTS)
def list_lists(request: Request, domainName: str | None = None) -> list[str]:
    return [mailing_list.name for mailing_list in request.domain(domainName).all(MailingList)]


@handles(commands.GETDOMAINLISTS)
def get_domain_lists(request: Request, domainName: str | None = None) -> dict[str, str]:
    return _counted(request.domain(domainName).all(MailingList))


@handles(commands.GETACCOUNTLISTS)
def get_account_lists(request: Request, accountName: str) -> dict[str, str]:
    account = request.account(accountName)
    return _counted(owned for owned in owned_by(account) if isinstance(owned, MailingList))


@handles(commands.CREATELIST)
def create_list(request: Request, listName: str, accountName: str) -> None:
    """The Domain Setting ListsLimit, if there is one, is obeyed (this simulator's choice)."""
    domain, name = request.place(listName)
    owner = _owner(domain, accountName)
    most = limit(request.server.domain_settings(domain).get("ListsLimit"))
    if most is not None and len(domain.index(MailingList)) >= most:
        raise refusals.impossible("the domain cannot have more mailing lists")
    domain.add(MailingList(name, owner=owner.name))


@handles(commands.RENAMELIST)
def rename_list(request: Request, listName: str, newName: str) -> None:
    """The new name has no Domain part: a list stays in the Domain of its owner."""
    mailing_list = request.object(MailingList, listName)
    mailing_list.domain.rename(mailing_list, newName)


@handles(commands.DELETELIST)
def delete_list(request: Request, listName: str) -> None:
    mailing_list = request.object(MailingList, listName)
    mailing_list.domain.remove(mailing_list)


@handles(commands.GETLIST)
def get_list(request: Request, listName: str) -> dict[str, Any]:
    """What was set, and the owner; the defaults of all other settings are not known."""
    mailing_list = request.object(MailingList, listName)
    return dict(mailing_list.settings, **{_OWNER: mailing_list.owner})


@handles(commands.UPDATELIST)
def update_list(request: Request, listName: str, newSettings: dict[str, Any]) -> None:
    mailing_list = request.object(MailingList, listName)
    changes = dict(newSettings)
    if _OWNER in changes:
        mailing_list.owner = _owner(mailing_list.domain, changes.pop(_OWNER)).name
    settings.update_literally(mailing_list.settings, changes)


def _owner(domain: Domain, name: Any) -> Account:
    """The Account of the list's own Domain that is to own it; it is named without the Domain."""
    owner = find_account(domain, name) if isinstance(name, str) else None
    if owner is None:
        raise refusals.unknown_account()
    return owner


def _counted(mailing_lists: Iterable[MailingList]) -> dict[str, str]:
    """The number of subscribers of each list; here it is always known."""
    return {mailing_list.name: str(len(mailing_list.subscribers.active)) for mailing_list in mailing_lists}
