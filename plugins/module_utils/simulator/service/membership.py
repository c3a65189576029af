# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The place of a server among those that it shares its state with; here, that there are none.

What the members of a cluster must agree on goes through this: ``cluster/member.py`` lets it happen on all of them.
"""

from __future__ import annotations

from typing import Any, Callable, TypeVar

from ..._cli.syntax import Command
from ..model.account import Account
from ..model.domain import Domain

Result = TypeVar("Result")


class Membership:
    """A server that shares its state with no other process. ``alone`` saves who is in a hurry from asking."""

    alone = True

    def catch_up(self) -> None:
        """Learn what other members have done. Whatever brings in something else than commands asks this."""

    def command(
        self, user: Account, command: Command, line: str, about: Callable[[], Domain], obey: Callable[[], Result]
    ) -> Result:
        """What ``obey`` answers to a command of a user. ``line`` is the command as it came, ``about`` finds the Domain
        that it is about (Refusal if there is none)."""
        return obey()

    def control(self, word: str, argument: Any, line: str, obey: Callable[[], Result]) -> Result:
        """What ``obey`` answers to a line of the control language, which is a word and perhaps a data object."""
        return obey()

    def act(self, action: str, account: Account, text: str, here: Callable[[], None]) -> None:
        """Do with an Account what has no command: the action of this name (account_actions.py), which ``here`` does."""
        here()

    def controller(self, own_address: str) -> str:
        """The IP address of the controller of the cluster, which a server that is alone is itself."""
        return own_address

    def reconnect(self) -> None:
        """Open anew what connects this member with the others."""

    def leave(self) -> None:
        """Be no member any more."""
