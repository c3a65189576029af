# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Router says of addresses that an audit suspects: its table knows names and Domains that no listing has."""

from __future__ import annotations

import secrets
from typing import Any, Iterable

from ..._audit.model import Route
from ..._cli.sections.server_settings import ROUTE
from ..._engine.dialogue import Dialogue
from ..._engine.model import fold
from ...connector.errors import BadReply, CgpError, NotAllowed, UnknownCommand
from .audit_reads import each

_HERE = ("local", "list", "system")
"""Modules that take nothing out of the server: the manual, ROUTE, and the names of modules."""
_NOWHERE = ("system", "error")
KEPT = 10_000
"""About how many answers are kept."""


class Routes:
    """Asks the Router; where the login may not, names alone decide."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue
        self._answers: dict[tuple[str, str], Any] = {}
        self._nobody = "nobody-%s" % secrets.token_hex(8)
        self._refused = False

    def ask(self, routes: Iterable[Route | None]) -> None:
        """Asks about the addresses, and about what a name leads to in their Domains that nobody can have."""
        asked = {}
        for route in routes:
            if route is not None:
                asked[route.address, route.mode] = True
                if not route.outside:
                    asked[self._unknown(route), route.mode] = True
        if len(self._answers) > KEPT:
            self._answers.clear()
        new = [key for key in asked if key not in self._answers]
        if self._refused or not new:
            return
        commands = (each([ROUTE(address, **{mode.upper(): True})]) for address, mode in new)
        for number, replies in self._dialogue.run(commands):
            answer = replies if isinstance(replies, CgpError) else replies[0]
            self._answers[new[number]] = answer
            self._refused = self._refused or isinstance(answer, (NotAllowed, UnknownCommand))

    def confirm(self, route: Route | None) -> bool | BadReply:
        """Whether the Router says nothing against it, or why what it says cannot be read."""
        answer = None if route is None else self._answers.get((route.address, route.mode))
        if isinstance(answer, BadReply):
            return answer
        if route is None or answer is None or isinstance(answer, CgpError):
            return True
        module, host = map(fold, answer[:2])
        if route.outside:
            return module not in _HERE
        if (module, host) == _NOWHERE or fold(route.address) in (host, "%s@%s" % (host, _domain(route))):
            return True
        unknown = self._answers.get((self._unknown(route), route.mode))
        if isinstance(unknown, BadReply):
            return unknown
        return isinstance(unknown, list) and list(map(fold, unknown[:2])) == [module, host]

    def _unknown(self, route: Route) -> str:
        return "%s@%s" % (self._nobody, _domain(route))


def _domain(route: Route) -> str:
    return fold(route.address.rpartition("@")[2])
