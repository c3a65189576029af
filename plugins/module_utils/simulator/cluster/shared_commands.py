# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which commands concern what the members of a cluster share, and so are obeyed by all of them."""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.sections import account, mailing_list, miscellaneous
from ..._cli.syntax import Command, CommandSpec
from ..answers.refusals import Refusal
from ..model.domain import Domain
from ..model.names import split_address
from ..model.server import Server

EVERYWHERE: frozenset[CommandSpec] = frozenset(
    (miscellaneous.RELEASESMTPQUEUE, miscellaneous.REJECTQUEUEMESSAGES)
)
"""What the manual lets happen on all servers of a Dynamic Cluster; each may have another answer to it."""

# The scopes of commands that are about a Domain or something in it.
_IN_DOMAINS = frozenset(("domain", "account", "group", "forwarder", "list", "mailbox", "file", "task"))

# Other actions there (a script, a PBX task) are those of the member that was told to.
_SHARED_ACTIONS = frozenset((account.KILLACCOUNTSESSIONS, mailing_list.PROCESSBOUNCE))

# What a control command may say of the world: a session is one of the member that it is said to.
_OWN_WORLD = frozenset(("SESSION",))

# And what it says of the server, all members have in common.
_COMMON = frozenset(("HABIT", "HABITS"))


def concerns_all(command: Command, about: Callable[[], Domain]) -> bool:
    """Whether a command changes a shared Domain, something in it, or a cluster-wide setting.

    ``about`` finds the Domain that it is about.
    """
    spec = command.spec
    if spec.kind == "read":
        return False
    if spec.scope == "cluster":
        return spec.kind != "action"
    if "SHARED" in command.arguments or spec in EVERYWHERE:
        return True
    if spec.scope not in _IN_DOMAINS or (spec.kind == "action" and spec not in _SHARED_ACTIONS):
        return False
    try:
        return about().shared
    except Refusal:
        return False


def control_concerns_all(server: Server, word: str, argument: Any) -> bool:
    """Whether a control command is about an Account or a mailing list of a shared Domain, or what all are like."""
    if word in _COMMON and argument is not None:
        return True
    if word in _OWN_WORLD or not isinstance(argument, dict):
        return False
    address = argument.get("account") or argument.get("list")
    domain = server.find_domain(split_address(address)[1]) if isinstance(address, str) else None
    return domain is not None and domain.shared
