# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Monitoring: statistics elements, Signal Dialogs, and the end of the server.

Elements and dialogs end with the server. The object ID of an element is its name; letters count as they are written.
"""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.sections import monitoring as commands
from ..answers import refusals
from ..control.language import control
from ..handling.registry import handles
from ..handling.request import Request
from ..model.elements import CUSTOM, MOST, following
from ..service.service import Service


def _up_time(service: Service) -> int:
    return int((service.clock.now() - service.started.datetime()).total_seconds())


def _commands(service: Service) -> int:
    return service.commands_executed


def _connections(service: Service) -> int:
    return len(service.connections)


def _sessions(service: Service) -> int:
    return service.sessions_total


_COUNTED: dict[str, Callable[[Service], int]] = {
    "serverUpTime": _up_time,
    "cliCommandsTotal": _commands,
    "pwdActive": _connections,
    "pwdTotal": _sessions,
}
"""What the simulator counts itself: the seconds since it was started, executed commands, and connections."""


# --- statistics elements

@handles(commands.GETSTATELEMENT)
def get_statistics_element(request: Request, ObjectID: str) -> Any:
    counted = _COUNTED.get(ObjectID)
    return counted(request.service) if counted is not None else request.server.runtime.elements.value(ObjectID)


@handles(commands.SETSTATELEMENT)
def set_statistics_element(
    request: Request, ObjectID: str, setValue: int, INC: bool = False, SET: bool = False
) -> None:
    """Without a keyword the value is assigned."""
    if ObjectID in _COUNTED:
        raise refusals.impossible("only custom elements can be updated")
    elements = request.server.runtime.elements
    before = elements.custom(ObjectID)
    value = before + setValue if INC else setValue
    if abs(value) > MOST:
        raise refusals.impossible("the element cannot hold that much")
    elements.values[ObjectID] = value


@handles(commands.GETNEXTSTATNAME)
def get_next_statistics_name(request: Request, ObjectID: str) -> str:
    return following(list(_COUNTED) + list(request.server.runtime.elements.values), ObjectID)


@control("ELEMENT")
def set_element(service: Service, argument: Any) -> None:
    """Gives a statistics element a value, and makes it if there is none of this name:
    {name=smtpInputActive; value=#3;}. The ones that the simulator counts itself cannot be set."""
    if not isinstance(argument, dict) or set(argument) != {"name", "value"}:
        raise refusals.bad_parameters("an element is given as {name=...; value=...;}")
    name, value = argument["name"], argument["value"]
    if not isinstance(name, str) or not name or name in _COUNTED:
        raise refusals.bad_parameters("there can be no such element, or it cannot be set")
    if name in CUSTOM and not isinstance(value, int):
        raise refusals.bad_parameters("a custom element is a number")
    service.server.runtime.elements.values[name] = value


# --- Signal Dialogs

@handles(commands.GETDIALOGINFO)
def get_dialog_info(request: Request, DialogID: int) -> dict[str, Any]:
    dialog = request.server.runtime.dialogs.get(DialogID)
    if dialog is None:
        raise refusals.unknown("signal dialog")
    return dialog


@control("DIALOG")
def put_dialog(service: Service, argument: Any) -> None:
    """Lets there be a Signal Dialog with some status data: {id=#7; info={state=connected; from="a@example.com";};}.
    Without info there is none any more."""
    number = argument.get("id") if isinstance(argument, dict) else None
    if not isinstance(number, int):
        raise refusals.bad_parameters("id must be the number of a dialog")
    info = argument.get("info")
    if info is None:
        service.server.runtime.dialogs.pop(number, None)
    elif isinstance(info, dict):
        service.server.runtime.dialogs[number] = info
    else:
        raise refusals.bad_parameters("info must be a dictionary")


# --- the end

@handles(commands.SHUTDOWN)
def shut_down(request: Request) -> None:
    """The reply still goes out (the manual does not say whether there is one); then the server ends as it always does,
    with its state saved."""
    request.service.shut_down()
