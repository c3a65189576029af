# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing Lists Administration: the lists themselves. Subscribers are not simulated yet."""

from __future__ import annotations

from typing import Any

from ...cli.sections import mailing_list as commands
from .. import refusals
from ..model import settings
from ..model.account import Account
from ..model.domain import Domain
from ..model.objects import MailingList
from ..registry import handles
from ..request import Request

_OWNER = "Owner"


@handles(commands.LISTLISTS)
def list_lists(request: Request, domainName: str | None = None) -> list[str]:
    return [mailing_list.name for mailing_list in request.domain(domainName).all(MailingList)]


@handles(commands.CREATELIST)
def create_list(request: Request, listName: str, accountName: str) -> None:
    domain, name = request.place(listName)
    domain.add(MailingList(name, owner=_owner(domain, accountName).name))


@handles(commands.RENAMELIST)
def rename_list(request: Request, listName: str, newName: str) -> None:
    mailing_list = request.object(MailingList, listName)
    mailing_list.domain.rename(mailing_list, newName)


@handles(commands.DELETELIST)
def delete_list(request: Request, listName: str) -> None:
    mailing_list = request.object(MailingList, listName)
    mailing_list.domain.remove(mailing_list)


@handles(commands.GETLIST)
def get_list(request: Request, listName: str) -> dict[str, Any]:
    mailing_list = request.object(MailingList, listName)
    return dict(mailing_list.settings, **{_OWNER: mailing_list.owner})


@handles(commands.UPDATELIST)
def update_list(request: Request, listName: str, newSettings: dict[str, Any]) -> None:
    mailing_list = request.object(MailingList, listName)
    changes = dict(newSettings)
    owner = changes.pop(_OWNER, None)
    if owner is not None:
        mailing_list.owner = _owner(mailing_list.domain, owner).name
    settings.update_literally(mailing_list.settings, changes)


def _owner(domain: Domain, name: Any) -> Account:
    """The Account of the list's own Domain that is to own it."""
    owner = domain.find(name) if isinstance(name, str) else None
    if not isinstance(owner, Account):
        raise refusals.unknown_account()
    return owner
