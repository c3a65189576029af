# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real-Time Application Environments: the manual, Real-Time Application Administration.

The empty language is the environment itself. No command lists environments, and nobody knows with which codes servers
refuse unknown ones: one whose files the server refuses to list is taken for missing.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Sequence

from .._cli.sections import pbx_application as cli
from .._cli.syntax import CommandSpec
from .._engine.model import Conversation, Field, Found, Key, Resource, Values
from ..connector.errors import CgpError, CliError, NotFound, UnknownCommand
from .shared.places import DOMAIN, SCOPE, check_place, command, place_of, split_place


class PbxCommands(NamedTuple):
    """The commands of one scope."""

    create: CommandSpec
    delete: CommandSpec
    files: CommandSpec
    read: CommandSpec
    store: CommandSpec
    delete_file: CommandSpec


COMMANDS = {
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
    return command(COMMANDS[scope].files, domain, language=language or None)


def is_missing(reply: Any) -> bool:
    """Whether an environment is missing, and not its Domain or the command itself."""
    return isinstance(reply, CliError) and not isinstance(reply, (NotFound, UnknownCommand))


def _find_environments(place: str, languages: Sequence[str] | None) -> Conversation:
    scope, domain, _nothing = split_place(place)
    wanted = list(dict.fromkeys(languages or ()))
    replies = yield [list_files(scope, domain, language) for language in wanted]
    found = {language: reply for language, reply in zip(wanted, replies) if not is_missing(reply)}
    for reply in found.values():
        if isinstance(reply, CliError):
            raise reply
    return dict.fromkeys(found, Found("environment"))


def _create(key: Key, values: Values) -> Any:
    """Only the command for a Domain can be without a language; the others are given an empty one."""
    scope, domain, language = key
    return [command(COMMANDS[scope].create, domain, language=language or (None if domain else ""))]


def _delete(key: Key, values: Values) -> Any:
    scope, domain, language = key
    if not language:
        raise CgpError("only a national subset can be deleted", "Its files can be purged with cgp_pbx_files")
    return [command(COMMANDS[scope].delete, domain, language=language)]


def _check(key: Key, values: Values) -> None:
    check_place(key, values)
    if "/" in key[2]:
        raise CgpError("language is the name of a national subset, which holds no slash", "Give one such as french")


PBX = Resource(
    noun="environment",
    plural="environments",
    list_option="environments",
    key=(SCOPE, DOMAIN, Field("language")),
    find=_find_environments,
    scope=lambda key: place_of(*key[:2]),
    folded=str,
    create=_create,
    delete=_delete,
    check=_check,
)
