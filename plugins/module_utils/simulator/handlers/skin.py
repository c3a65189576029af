# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Skins Administration.

A listing shows the files of the very Skin it is asked for, not what a client would find at the levels behind it. The
unnamed Skin of a Domain comes first and goes last; the manual says so of no other. Names of Skins are compared letter
by letter. These are this simulator's choices.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..._cli.sections import web_skin as commands
from ..._cli.syntax import CommandSpec
from ..habits.kinds.firsts import UNNAMED_SKIN_FIRST
from ..handling.registry import handles
from ..handling.request import Request
from ..model.skins import STOCK, Skins
from ..model.stored_files import PlainFile

# --- of a Domain


@handles(commands.LISTDOMAINSKINS)
def list_domain_skins(request: Request, domainName: str | None = None) -> list[str]:
    return request.domain(domainName).skins.names()


@handles(commands.CREATEDOMAINSKIN)
def create_domain_skin(request: Request, skinName: str, domainName: str | None = None) -> None:
    request.domain(domainName).skins.create(skinName, unnamed_first=True)


@handles(commands.RENAMEDOMAINSKIN)
def rename_domain_skin(request: Request, skinName: str, newSkinName: str, domainName: str | None = None) -> None:
    request.domain(domainName).skins.rename(skinName, newSkinName)


@handles(commands.DELETEDOMAINSKIN)
def delete_domain_skin(request: Request, skinName: str, domainName: str | None = None) -> None:
    request.domain(domainName).skins.delete(skinName, unnamed_last=True)


@handles(commands.LISTDOMAINSKINFILES)
def list_domain_skin_files(request: Request, skinName: str, domainName: str | None = None) -> dict[str, Any]:
    return request.domain(domainName).skins.get(skinName).listing()


@handles(commands.READDOMAINSKINFILE)
def read_domain_skin_file(request: Request, skinName: str, fileName: str, domainName: str | None = None) -> list[Any]:
    return _read(request.domain(domainName).skins, skinName, fileName)


@handles(commands.STOREDOMAINSKINFILE)
def store_domain_skin_file(
    request: Request, skinName: str, fileName: str, fileContent: bytes, domainName: str | None = None
) -> None:
    skin = request.domain(domainName).skins.get(skinName)
    skin.store(fileName, fileContent, request.service.clock.timestamp())


@handles(commands.STOREDOMAINSKINFILE_DELETE)
def delete_domain_skin_file(request: Request, skinName: str, fileName: str, domainName: str | None = None) -> None:
    request.domain(domainName).skins.get(skinName).delete(fileName)


# --- of the server and of the cluster

class _Commands(NamedTuple):
    """The commands of one scope."""

    names: CommandSpec
    create: CommandSpec
    rename: CommandSpec
    delete: CommandSpec
    listing: CommandSpec
    read: CommandSpec
    store: CommandSpec
    delete_file: CommandSpec


def _serve(cluster: bool, specs: _Commands) -> None:
    """Register the commands for the Skins of the server or of the cluster."""

    def skins(request: Request) -> Skins:
        return request.scope(cluster).skins

    @handles(specs.names)
    def names(request: Request) -> list[str]:
        return skins(request).names()

    @handles(specs.create)
    def create(request: Request, skinName: str) -> None:
        skins(request).create(skinName, request.service.habits.has(UNNAMED_SKIN_FIRST))

    @handles(specs.rename)
    def rename(request: Request, skinName: str, newSkinName: str) -> None:
        skins(request).rename(skinName, newSkinName)

    @handles(specs.delete)
    def delete(request: Request, skinName: str) -> None:
        skins(request).delete(skinName, request.service.habits.has(UNNAMED_SKIN_FIRST))

    @handles(specs.listing)
    def listing(request: Request, skinName: str) -> dict[str, Any]:
        return skins(request).get(skinName).listing()

    @handles(specs.read)
    def read(request: Request, skinName: str, fileName: str) -> list[Any]:
        return _read(skins(request), skinName, fileName)

    @handles(specs.store)
    def store(request: Request, skinName: str, fileName: str, fileContent: bytes) -> None:
        skins(request).get(skinName).store(fileName, fileContent, request.service.clock.timestamp())

    @handles(specs.delete_file)
    def delete_file(request: Request, skinName: str, fileName: str) -> None:
        skins(request).get(skinName).delete(fileName)


_serve(False, _Commands(
    names=commands.LISTSERVERSKINS,
    create=commands.CREATESERVERSKIN,
    rename=commands.RENAMESERVERSKIN,
    delete=commands.DELETESERVERSKIN,
    listing=commands.LISTSERVERSKINFILES,
    read=commands.READSERVERSKINFILE,
    store=commands.STORESERVERSKINFILE,
    delete_file=commands.STORESERVERSKINFILE_DELETE,
))
_serve(True, _Commands(
    names=commands.LISTCLUSTERSKINS,
    create=commands.CREATECLUSTERSKIN,
    rename=commands.RENAMECLUSTERSKIN,
    delete=commands.DELETECLUSTERSKIN,
    listing=commands.LISTCLUSTERSKINFILES,
    read=commands.READCLUSTERSKINFILE,
    store=commands.STORECLUSTERSKINFILE,
    delete_file=commands.STORECLUSTERSKINFILE_DELETE,
))

# --- the built-in ones


@handles(commands.LISTSTOCKSKINFILES)
def list_stock_skin_files(request: Request, skinName: str) -> dict[str, Any]:
    return STOCK.get(skinName).listing()


@handles(commands.READSTOCKSKINFILE)
def read_stock_skin_file(request: Request, skinName: str, fileName: str) -> list[Any]:
    return _read(STOCK, skinName, fileName)


def _read(skins: Skins, skin_name: str, file_name: str) -> list[Any]:
    """The content and the modification date."""
    found: PlainFile = skins.get(skin_name).file(file_name)
    return [found.content, found.modified]
