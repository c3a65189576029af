# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""File Storage Administration.

Who may use these commands the handlers decide, because a File Access Right is enough where AUTH is not used. With AUTH
the user needs more than that, and the Account that AUTH names needs some access of its own: as the owner, as an
administrator, or by a File Access Right (this simulator's choice).
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import file_storage as commands
from ...connector.data import XML
from ..answers import refusals
from ..handling.arguments import strings
from ..handling.registry import handles
from ..handling.request import Request
from ..model import file_rights
from ..model.account import Account
from ..model.file_rights import ADMIN, DELETE, LOOKUP, READ, WRITE
from ..model.files import Limits, attribute_name, is_directory_name, path
from ..model.measures import limit
from ..rights import rights

_RIGHT = "WebSite"

# --- content


@handles(commands.READSTORAGEFILE)
def read_storage_file(
    request: Request,
    accountName: str,
    fileName: str,
    position: int = 0,
    sliceSize: int | None = None,
    authAccountName: str | None = None,
) -> list[Any]:
    storage = _opened(request, accountName, authAccountName, (READ, fileName)).files
    content = storage.read(fileName, position, sliceSize)
    stored = storage.file(fileName)
    return [content, stored.modified, len(stored.content)]


@handles(commands.WRITESTORAGEFILE)
def write_storage_file(
    request: Request,
    accountName: str,
    fileName: str,
    fileData: bytes,
    position: int | str | None = None,
    authAccountName: str | None = None,
) -> None:
    """The Account's settings MaxWebSize, MaxWebFiles and MaxFileSize are obeyed (this simulator's choice)."""
    account = _opened(request, accountName, authAccountName, (WRITE, fileName))
    if not is_directory_name(fileName):
        now = request.service.clock.timestamp()
        account.files.write(fileName, fileData, position, now, storage_limits(request, account))
    elif fileData or position is not None:
        raise refusals.bad_parameters("a file directory is made with an empty datablock and without OFFSET")
    else:
        account.files.make_directory(fileName)


@handles(commands.RENAMESTORAGEFILE)
def rename_storage_file(
    request: Request, accountName: str, oldFileName: str, newFileName: str, authAccountName: str | None = None
) -> None:
    """A directory takes all that is in it along; nothing may have the new name yet."""
    account = _opened(request, accountName, authAccountName, (DELETE, oldFileName), (WRITE, newFileName))
    account.files.rename(oldFileName, newFileName)


@handles(commands.DELETESTORAGEFILE)
def delete_storage_file(
    request: Request, accountName: str, fileName: str, authAccountName: str | None = None
) -> None:
    """A directory must be empty (this simulator's choice)."""
    _opened(request, accountName, authAccountName, (DELETE, fileName)).files.delete(fileName)


# --- listings

@handles(commands.LISTSTORAGEFILES)
def list_storage_files(
    request: Request, accountName: str, filePath: str = "", authAccountName: str | None = None
) -> dict[str, Any]:
    return _opened(request, accountName, authAccountName, (LOOKUP, filePath)).files.listing(_directory(filePath))


@handles(commands.GETSTORAGEFILEINFO)
def get_storage_file_info(
    request: Request, accountName: str, filePath: str = "", authAccountName: str | None = None
) -> list[int]:
    """With PATH, which the manual does not explain, the files in that directory and below it."""
    account = _opened(request, accountName, authAccountName, (LOOKUP, filePath))
    return list(account.files.totals(_directory(filePath)))


# --- attributes

@handles(commands.READSTORAGEFILEATTR)
def read_storage_file_attributes(
    request: Request,
    accountName: str,
    fileName: str,
    attributes: list[Any] | None = None,
    authAccountName: str | None = None,
) -> list[XML]:
    entry = _opened(request, accountName, authAccountName, (READ, fileName)).files.entry(fileName)
    wanted = strings(attributes) if attributes is not None else None
    return [element for element in entry.attributes if wanted is None or attribute_name(element) in wanted]


@handles(commands.UPDATESTORAGEFILEATTR)
def update_storage_file_attributes(
    request: Request, accountName: str, fileName: str, attributes: list[Any], authAccountName: str | None = None
) -> None:
    """A new element takes the place of the one with its name."""
    entry = _opened(request, accountName, authAccountName, (ADMIN, fileName)).files.entry(fileName)
    if not all(isinstance(element, XML) for element in attributes):
        raise refusals.bad_parameters("the array must hold XML elements only")
    replaced = {attribute_name(element) for element in attributes}
    kept = [element for element in entry.attributes if attribute_name(element) not in replaced]
    entry.attributes = kept + attributes


# --- subscription

@handles(commands.GETFILESUBSCRIPTION)
def get_file_subscription(request: Request, accountName: str) -> list[str]:
    return _opened(request, accountName, None).files.subscription


@handles(commands.SETFILESUBSCRIPTION)
def set_file_subscription(request: Request, accountName: str, newSubscription: list[Any]) -> None:
    _opened(request, accountName, None).files.subscription = strings(newSubscription)


def _opened(request: Request, account_name: str, auth_name: str | None, *asked: tuple[str, str]) -> Account:
    """The Account whose File Storage is to be used. ``asked``: the File Access Rights that would do, with their files.
    """
    account = request.open_account(account_name)
    if auth_name is None:
        allowed = _administers(request, request.user, account) or _granted(account, request.user, asked)
    else:
        actor = request.account(auth_name)
        allowed = _administers(request, request.user, account) and (
            _administers(request, actor, account) or _granted(account, actor, asked)
        )
    if not allowed:
        raise refusals.not_allowed()
    return account


def _administers(request: Request, actor: Account, account: Account) -> bool:
    return actor is account or rights.has_domain_right(request.server, actor, account.domain, _RIGHT)


def _granted(account: Account, actor: Account, asked: tuple[tuple[str, str], ...]) -> bool:
    return bool(asked) and all(file_rights.has(account, actor, right, name) for right, name in asked)


def storage_limits(request: Request, account: Account) -> Limits:
    """What an Account may keep by its effective settings."""
    settings = request.server.account_settings(account)
    return Limits(*(limit(settings.get(key)) for key in ("MaxWebSize", "MaxWebFiles", "MaxFileSize")))


def _directory(name: str) -> str:
    """The path of a directory, with or without its slash; empty for the top."""
    return path(name) if name.strip("/") else ""
