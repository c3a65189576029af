# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real-Time Application Administration.

An environment exists when it has been created, and takes files only then. That of a Domain must be there before its
national subsets; of the server or the cluster a subset may come first, for the manual forbids it nowhere, and
CREATESERVERPBX must have a parameter. An empty ``language`` means the environment itself, which is how that of the
server is created. A listing shows the files of the environment or of one subset. These are this simulator's choices.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..._cli.sections import pbx_application as commands
from ..._cli.syntax import CommandSpec
from ..habits.kinds.firsts import ENVIRONMENT_FIRST
from ..handling.registry import handles
from ..handling.request import Request
from ..model.pbx import STOCK, PbxEnvironment
from ..model.stored_files import UNNAMED

# --- of a Domain


@handles(commands.CREATEDOMAINPBX)
def create_domain_pbx(request: Request, domainName: str, language: str = UNNAMED) -> None:
    request.domain(domainName).pbx.create(language, unnamed_first=True)


@handles(commands.DELETEDOMAINPBX)
def delete_domain_pbx(request: Request, domainName: str, language: str) -> None:
    request.domain(domainName).pbx.delete(language)


@handles(commands.LISTDOMAINPBXFILES)
def list_domain_pbx_files(request: Request, domainName: str, language: str = UNNAMED) -> dict[str, Any]:
    """An empty Domain name means the user's own Domain: the manual's text calls the name optional."""
    return request.domain(domainName).pbx.get(language).listing()


@handles(commands.READDOMAINPBXFILE)
def read_domain_pbx_file(request: Request, domainName: str, fileName: str) -> bytes:
    return request.domain(domainName).pbx.file(fileName).content


@handles(commands.STOREDOMAINPBXFILE)
def store_domain_pbx_file(request: Request, domainName: str, fileName: str, fileContent: bytes) -> None:
    request.domain(domainName).pbx.store_file(fileName, fileContent, request.service.clock.timestamp())


@handles(commands.STOREDOMAINPBXFILE_DELETE)
def delete_domain_pbx_file(request: Request, domainName: str, fileName: str) -> None:
    request.domain(domainName).pbx.delete_file(fileName)


# --- of the server and of the cluster

class _Commands(NamedTuple):
    """The commands of one scope."""

    create: CommandSpec
    delete: CommandSpec
    listing: CommandSpec
    read: CommandSpec
    store: CommandSpec
    delete_file: CommandSpec


def _serve(cluster: bool, specs: _Commands) -> None:
    """Register the commands for the environment of the server or of the cluster."""

    def environment(request: Request) -> PbxEnvironment:
        return request.scope(cluster).pbx

    @handles(specs.create)
    def create(request: Request, language: str) -> None:
        environment(request).create(language, request.service.habits.has(ENVIRONMENT_FIRST))

    @handles(specs.delete)
    def delete(request: Request, language: str) -> None:
        environment(request).delete(language)

    @handles(specs.listing)
    def listing(request: Request, language: str = UNNAMED) -> dict[str, Any]:
        return environment(request).get(language).listing()

    @handles(specs.read)
    def read(request: Request, fileName: str) -> bytes:
        return environment(request).file(fileName).content

    @handles(specs.store)
    def store(request: Request, fileName: str, fileContent: bytes) -> None:
        environment(request).store_file(fileName, fileContent, request.service.clock.timestamp())

    @handles(specs.delete_file)
    def delete_file(request: Request, fileName: str) -> None:
        environment(request).delete_file(fileName)


_serve(False, _Commands(
    create=commands.CREATESERVERPBX,
    delete=commands.DELETESERVERPBX,
    listing=commands.LISTSERVERPBXFILES,
    read=commands.READSERVERPBXFILE,
    store=commands.STORESERVERPBXFILE,
    delete_file=commands.STORESERVERPBXFILE_DELETE,
))
_serve(True, _Commands(
    create=commands.CREATECLUSTERPBX,
    delete=commands.DELETECLUSTERPBX,
    listing=commands.LISTCLUSTERPBXFILES,
    read=commands.READCLUSTERPBXFILE,
    store=commands.STORECLUSTERPBXFILE,
    delete_file=commands.STORECLUSTERPBXFILE_DELETE,
))

# --- the built-in one


@handles(commands.LISTSTOCKPBXFILES)
def list_stock_pbx_files(request: Request, language: str = UNNAMED) -> dict[str, Any]:
    return STOCK.get(language).listing()


@handles(commands.READSTOCKPBXFILE)
def read_stock_pbx_file(request: Request, fileName: str) -> bytes:
    return STOCK.file(fileName).content
