# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which function answers which command.

A handler is a function that takes a Request and the command's arguments under the manual's names, and returns the data
of the reply; a command whose result is "none" is answered with a bare success. Optional arguments that were left out
keep the function's own defaults::

    @handles(GETFORWARDER)
    def get_forwarder(request: Request, forwarderName: str) -> str:
        return request.object(Forwarder, forwarderName).to
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Callable, TypeVar

from ..._cli.demand import Demand
from ..._cli.demand import demand as demanded
from ..._cli.syntax import Command, CommandSpec
from ..answers.answer import DONE, Answer, with_data
from .request import Request

Function = TypeVar("Function", bound=Callable[..., Any])

_FIRST_NAME = re.compile(r"<(\w*[nN]ame):string>")


@dataclass(frozen=True)
class Handler:
    """A function and what else there is to know of its command.

    ``target`` is the argument that names the Domain or the object the command is about, or None. ``gives_data``:
    whether the answer carries what the function returns.
    """

    function: Callable[..., Any]
    demand: Demand
    target: str | None
    cluster_only: bool
    gives_data: bool

    def answer(self, request: Request, command: Command) -> Answer:
        """The answer to a command that was found permitted; a Refusal is raised when it is not to be obeyed."""
        value = self.function(request, **command.arguments)
        return with_data(value) if self.gives_data else DONE


HANDLERS: dict[CommandSpec, Handler] = {}


def handles(*specs: CommandSpec, rights: str | None = None) -> Callable[[Function], Function]:
    """Let the decorated function answer these commands.

    ``rights``: who may use them, in the catalogue's words, where the manual states nothing.
    """
    def register(function: Function) -> Function:
        for spec in specs:
            if spec in HANDLERS:
                raise ValueError("%s has two handlers" % spec.syntax)
            HANDLERS[spec] = _handler(spec, function, spec.rights if rights is None else rights)
        return function
    return register


def _handler(spec: CommandSpec, function: Callable[..., Any], rights: str) -> Handler:
    target = _FIRST_NAME.search(spec.syntax)
    return Handler(
        function=function,
        demand=demanded(rights),
        target=target.group(1) if target else None,
        cluster_only=spec.scope == "cluster",
        gives_data=spec.result != "none",
    )
