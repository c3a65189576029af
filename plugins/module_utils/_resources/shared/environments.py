# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands for application environments and their files: the manual, Real-Time Application Administration."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from ..._cli.sections import pbx_application as cli
from ..._cli.syntax import CommandSpec
from ..._engine.clarity import is_there
from ..._engine.model import Conversation
from ...connector.errors import CgpError, CliError, NotAllowed, NotFound, UnknownCommand
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


def files_of(scope: str, domain: str, languages: Sequence[str]) -> Conversation:
    """``{language: files}`` of the environments; a refusal instead of the files of one that is missing.

    Raises the refusal that says that the Domain is missing, or a right, or the command. Nobody knows how servers refuse
    to list what is not there: any other refusal is taken for that, if there is the Domain.
    """
    listing = ENVIRONMENT_COMMANDS[scope].files
    commands = [command_for_place(listing, domain, language=language or None) for language in languages]
    replies = (yield commands) if commands else []
    for command, reply in zip(commands, replies):
        if isinstance(reply, (NotAllowed, UnknownCommand)):
            raise reply
        if isinstance(reply, CliError) and (yield from is_there(command)) is False:
            raise NotFound(reply.code, reply.text, reply.verb, "domain")
    return dict(zip(languages, replies))


def environment_file_of_reply(reply: object) -> bytes:
    if not isinstance(reply, bytes):
        raise CgpError("a file of an environment was answered with something else than its content")
    return reply
