# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server tells of itself: the manual, Miscellaneous Commands, Domain Set Administration, Server Settings."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from .._cli.sections.domain_set import MAINDOMAINNAME
from .._cli.sections.miscellaneous import (
    GETCURRENTCONTROLLER,
    GETCURRENTTIME,
    GETSYSTEMINFO,
    GETVERSION,
    LISTCLICOMMANDS,
    NOOP,
)
from .._cli.sections.server_settings import LISTMODULES
from .._engine.info import Info, Reading
from .._engine.model import Conversation, Field
from ..connector.errors import CliError, NotAllowed, UnknownCommand
from .shared.listed import the_server

SYSTEM_INFO = Field("system_info", type="list", elements="str")


def _system_info(names: list[str]) -> Callable[[], Conversation]:
    """The manual, GETSYSTEMINFO: the error is what stands for no value."""

    def read() -> Conversation:
        replies = yield [GETSYSTEMINFO(name) for name in names]
        for reply in replies:
            if isinstance(reply, (NotAllowed, UnknownCommand)):
                raise reply
        return {name: None if isinstance(reply, CliError) else reply for name, reply in zip(names, replies)}

    return read


def _asked(params: Mapping[str, Any]) -> list[Reading]:
    names = params.get(SYSTEM_INFO.name)
    return [Reading(SYSTEM_INFO.name, _system_info(names))] if names else []


SERVER_INFO = Info(
    noun="server",
    result="server",
    fields=(SYSTEM_INFO,),
    asked=_asked,
    objects=the_server,
    readings=(
        Reading("version", GETVERSION),
        Reading("main_domain", MAINDOMAINNAME),
        Reading("time", GETCURRENTTIME),
        Reading("modules", LISTMODULES),
        Reading("commands", LISTCLICOMMANDS),
        Reading("controller", GETCURRENTCONTROLLER),
        Reading("alive", NOOP, lambda reply: True),
    ),
    default=("version", "main_domain", "time"),
)
