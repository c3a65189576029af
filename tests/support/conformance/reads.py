# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of a server as a whole, of which only the type of the answer is compared.

What a server holds is its own, and that it holds nothing says nothing about the type.
"""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.server_settings import GETMODULE
from ansible_collections.communigate.pro.plugins.module_utils._cli.syntax import Command
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.words import MODULES
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import ConnectionLost, DataError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session


def reads() -> list[Command]:
    """The reads that are about the server, and need no name of anything in it."""
    specs = [spec for variants in COMMANDS.values() for spec in variants]
    alone = [
        spec()
        for spec in specs
        if (spec.kind, spec.scope) == ("read", "server") and not any(one.required for one in spec.parameters.values())
    ]
    return [*alone, *(GETMODULE(setting.name) for setting in MODULES)]


def type_of(session: Session, command: Command) -> str:
    """The type of what comes for a command, the code of a refusal; empty where nothing is told."""
    try:
        reply = session.reply(command)
    except ConnectionLost:
        return ""
    if reply.code >= 400:
        return str(reply.code)
    try:
        value = data.parse(reply.data) if reply.data is not None else None
    except DataError:
        return "unreadable"
    return type(value).__name__ if value else ""
