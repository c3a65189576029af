# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands for application environments and their files: the manual, Real-Time Application Administration."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..._cli.sections import pbx_application as cli
from ..._cli.syntax import CommandSpec
from ...connector.errors import CgpError, CliError, NotFound, UnknownCommand
from .places import command_for_place


class PbxCommands(NamedTuple):
    """The commands of one scope."""

    create: CommandSpec
    delete: CommandSpec
    files: CommandSpec
    read: CommandSpec
    store: CommandSpec
    delete_file: CommandSpec


ENVIRONMENT_COMMANDS = {
    "domain": PbxCommands(
        cli.CREATEDOMAINPBX,
        cli.DELETEDOMAINPBX,
        cli.LISTDOMAINPBXFILES,
        cli.READDOMAINPBXFILE,
        cli.STOREDOMAINPBXFILE,
        cli.STOREDOMAINPBXFILE_DELETE,
    ),
    "server": PbxCommands(
        cli.CREATESERVERPBX,
        cli.DELETESERVERPBX,
        cli.LISTSERVERPBXFILES,
        cli.READSERVERPBXFILE,
        cli.STORESERVERPBXFILE,
        cli.STORESERVERPBXFILE_DELETE,
    ),
    "cluster": PbxCommands(
        cli.CREATECLUSTERPBX,
        cli.DELETECLUSTERPBX,
        cli.LISTCLUSTERPBXFILES,
        cli.READCLUSTERPBXFILE,
        cli.STORECLUSTERPBXFILE,
        cli.STORECLUSTERPBXFILE_DELETE,
    ),
}


def list_files(scope: str, domain: str, language: str) -> Any:
    return command_for_place(ENVIRONMENT_COMMANDS[scope].files, domain, language=language or None)


def is_missing(reply: Any) -> bool:
    """Whether an environment is missing, and not its Domain or the command itself."""
    return isinstance(reply, CliError) and not isinstance(reply, (NotFound, UnknownCommand))


def environment_file_of_reply(reply: Any) -> bytes:
    if not isinstance(reply, bytes):
        raise CgpError("a file of an environment was answered with something else than its content")
    return reply
