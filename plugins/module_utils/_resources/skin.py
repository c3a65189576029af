# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Skins: the manual, Web Skins Administration. The empty name is the unnamed Skin."""

from __future__ import annotations

from typing import Any, NamedTuple, Sequence

from .._cli.sections import web_skin as cli
from .._cli.syntax import CommandSpec
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field, Found, Key, Resource, Values
from ..connector.errors import CliError
from .shared.places import DOMAIN, SCOPE, check_place, command, place_of, split_place

UNNAMED = ""


class SkinCommands(NamedTuple):
    """The commands of one scope."""

    skins: CommandSpec
    create: CommandSpec
    rename: CommandSpec
    delete: CommandSpec
    files: CommandSpec
    read: CommandSpec
    store: CommandSpec
    delete_file: CommandSpec


COMMANDS = {
    "domain": SkinCommands(
        cli.LISTDOMAINSKINS,
        cli.CREATEDOMAINSKIN,
        cli.RENAMEDOMAINSKIN,
        cli.DELETEDOMAINSKIN,
        cli.LISTDOMAINSKINFILES,
        cli.READDOMAINSKINFILE,
        cli.STOREDOMAINSKINFILE,
        cli.STOREDOMAINSKINFILE_DELETE,
    ),
    "server": SkinCommands(
        cli.LISTSERVERSKINS,
        cli.CREATESERVERSKIN,
        cli.RENAMESERVERSKIN,
        cli.DELETESERVERSKIN,
        cli.LISTSERVERSKINFILES,
        cli.READSERVERSKINFILE,
        cli.STORESERVERSKINFILE,
        cli.STORESERVERSKINFILE_DELETE,
    ),
    "cluster": SkinCommands(
        cli.LISTCLUSTERSKINS,
        cli.CREATECLUSTERSKIN,
        cli.RENAMECLUSTERSKIN,
        cli.DELETECLUSTERSKIN,
        cli.LISTCLUSTERSKINFILES,
        cli.READCLUSTERSKINFILE,
        cli.STORECLUSTERSKINFILE,
        cli.STORECLUSTERSKINFILE_DELETE,
    ),
}


def skins_of(scope: str, domain: str) -> Conversation:
    """The names of the Skins that there are, the unnamed one among them.

    The manual does not tell whether the listing has the unnamed one. It is there if any other is, which the manual
    does tell, or if its files can be listed.
    """
    commands = COMMANDS[scope]
    names: list[str] = list((yield from ask(command(commands.skins, domain))))
    if names:
        return names if UNNAMED in names else [UNNAMED, *names]
    (files,) = yield [command(commands.files, domain, skinName=UNNAMED)]
    return [] if isinstance(files, CliError) else [UNNAMED]


def _find_skins(place: str, names: Sequence[str] | None) -> Conversation:
    scope, domain, _nothing = split_place(place)
    return {name: Found("skin") for name in (yield from skins_of(scope, domain))}


def _create(key: Key, values: Values) -> Any:
    scope, domain, name = key
    return [command(COMMANDS[scope].create, domain, skinName=name)]


def _rename(old: Key, new: Key, values: Values) -> Any:
    scope, domain, name = old
    return [command(COMMANDS[scope].rename, domain, skinName=name, newSkinName=new[2])]


def _delete(key: Key, values: Values) -> Any:
    scope, domain, name = key
    return [command(COMMANDS[scope].delete, domain, skinName=name)]


SKIN = Resource(
    noun="skin",
    plural="skins",
    list_option="skins",
    key=(SCOPE, DOMAIN, Field("name")),
    find=_find_skins,
    scope=lambda key: place_of(*key[:2]),
    member=lambda place, name: (*split_place(place)[:2], name),
    folded=str,
    create=_create,
    rename=_rename,
    delete=_delete,
    protected=(UNNAMED,),
    check=check_place,
    purge=True,
    purge_where_wanted=True,
)
