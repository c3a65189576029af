# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""File Storage Administration."""

from __future__ import annotations

from typing import Any

from ...cli.sections import file_storage as commands
from ...connector.data import XML
from .. import refusals, rights
from ..arguments import strings
from ..model.files import FileStorage, attribute_name, is_directory_name, path
from ..registry import handles
from ..request import Request

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
    storage = _storage(request, accountName, authAccountName)
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
    storage = _storage(request, accountName, authAccountName)
    if not is_directory_name(fileName):
        storage.write(fileName, fileData, position, request.service.clock.timestamp())
    elif fileData or position is not None:
        raise refusals.bad_parameters("a file directory is made with an empty datablock and without OFFSET")
    else:
        storage.make_directory(fileName)


@handles(commands.RENAMESTORAGEFILE)
def rename_storage_file(
    request: Request, accountName: str, oldFileName: str, newFileName: str, authAccountName: str | None = None
) -> None:
    _storage(request, accountName, authAccountName).rename(oldFileName, newFileName)


@handles(commands.DELETESTORAGEFILE)
def delete_storage_file(
    request: Request, accountName: str, fileName: str, authAccountName: str | None = None
) -> None:
    _storage(request, accountName, authAccountName).delete(fileName)


# --- listings

@handles(commands.LISTSTORAGEFILES)
def list_storage_files(
    request: Request, accountName: str, filePath: str = "", authAccountName: str | None = None
) -> dict[str, Any]:
    return _storage(request, accountName, authAccountName).listing(_directory(filePath))


@handles(commands.GETSTORAGEFILEINFO)
def get_storage_file_info(
    request: Request, accountName: str, filePath: str = "", authAccountName: str | None = None
) -> list[int]:
    return list(_storage(request, accountName, authAccountName).totals(_directory(filePath)))


# --- attributes

@handles(commands.READSTORAGEFILEATTR)
def read_storage_file_attributes(
    request: Request,
    accountName: str,
    fileName: str,
    attributes: list[Any] | None = None,
    authAccountName: str | None = None,
) -> list[XML]:
    entry = _storage(request, accountName, authAccountName).entry(fileName)
    wanted = strings(attributes) if attributes is not None else None
    return [element for element in entry.attributes if wanted is None or attribute_name(element) in wanted]


@handles(commands.UPDATESTORAGEFILEATTR)
def update_storage_file_attributes(
    request: Request, accountName: str, fileName: str, attributes: list[Any], authAccountName: str | None = None
) -> None:
    """A new element takes the place of the one with its name."""
    entry = _storage(request, accountName, authAccountName).entry(fileName)
    if not all(isinstance(element, XML) for element in attributes):
        raise refusals.bad_parameters("the array must hold XML elements only")
    replaced = {attribute_name(element) for element in attributes}
    kept = [element for element in entry.attributes if attribute_name(element) not in replaced]
    entry.attributes = kept + attributes


# --- subscription

@handles(commands.GETFILESUBSCRIPTION)
def get_file_subscription(request: Request, accountName: str) -> list[str]:
    return _storage(request, accountName, None).subscription


@handles(commands.SETFILESUBSCRIPTION)
def set_file_subscription(request: Request, accountName: str, newSubscription: list[Any]) -> None:
    _storage(request, accountName, None).subscription = strings(newSubscription)


def _storage(request: Request, account_name: str, auth_name: str | None) -> FileStorage:
    """The File Storage of an Account; an Account named after AUTH must be allowed into it as well."""
    account = request.open_account(account_name)
    if auth_name is not None:
        actor = request.account(auth_name)
        if actor is not account and not rights.has_domain_right(request.server, actor, account.domain, _RIGHT):
            raise refusals.not_allowed()
    return account.files


def _directory(name: str) -> str:
    """The path of a directory, with or without its slash; empty for the top."""
    return path(name) if name.strip("/") else ""
