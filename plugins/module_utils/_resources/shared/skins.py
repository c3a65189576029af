# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands for Web Skins and their files: the manual, Web Skins Administration."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..._cli.sections import web_skin as cli
from ..._cli.syntax import CommandSpec
from ...connector.errors import CgpError


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


SKIN_COMMANDS = {
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


def skin_file_of_reply(reply: Any) -> bytes:
    """READ...SKINFILE: an array of the content and its time."""
    if not isinstance(reply, list) or not reply or not isinstance(reply[0], bytes):
        raise CgpError("a file of a Skin was answered with something else than its content")
    return reply[0]
