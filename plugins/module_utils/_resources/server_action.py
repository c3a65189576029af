# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server can be told to do at once: the manual, Server Settings, Monitoring and Miscellaneous Commands."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections import miscellaneous as cli
from .._cli.sections.monitoring import SHUTDOWN
from .._cli.sections.server_settings import REFRESHOSDATA
from .._cli.words import TRACE_FACILITIES
from .._engine.action import ActionStep, at_once
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError
from .shared.operations import Operation, operations

Params = Mapping[str, Any]


def _switch(params: Params) -> dict[str, bool]:
    """The manual does not tell what these commands do without ON and OFF, so one of them is always said."""
    return {"ON": True} if params["enabled"] else {"OFF": True}


def _test_loop(params: Params) -> Conversation:
    seconds, patience = params["seconds"], params.get("reply_timeout") or 0
    if seconds <= 0:
        raise CgpError("the option seconds must be positive", "Say how long the test is to last")
    if 0 < patience <= seconds:
        raise CgpError(
            "the answer comes after %d seconds, and is waited for %d seconds only" % (seconds, patience),
            "Give a reply_timeout that is longer",
        )
    return at_once(ActionStep(cli.TESTLOOP(seconds), result="loops_per_second"))


SERVER_ACTION = operations(
    (
        Field("enabled", type="bool"),
        Field("facility", choices=TRACE_FACILITIES),
        Field("to_file", type="bool"),
        Field("seconds", type="int"),
        Field("address"),
    ),
    {
        "refresh_os_data": Operation(lambda params: at_once(ActionStep(REFRESHOSDATA()))),
        "shutdown": Operation(lambda params: at_once(ActionStep(SHUTDOWN(), hangs_up=True))),
        "log_all": Operation(lambda params: at_once(ActionStep(cli.SETLOGALL(**_switch(params)))), ("enabled",)),
        "trace": Operation(
            lambda params: at_once(ActionStep(cli.SETTRACE(params["facility"], **_switch(params)))),
            ("facility", "enabled"),
        ),
        "dump_objects": Operation(
            lambda params: at_once(ActionStep(cli.DUMPALLOBJECTS(FILE=params["to_file"]))), ("to_file",)
        ),
        "test_loop": Operation(_test_loop, ("seconds",)),
        "reconnect_cluster_admin": Operation(lambda params: at_once(ActionStep(cli.RECONNECTCLUSTERADMIN()))),
        "report_failed_login": Operation(
            lambda params: at_once(ActionStep(cli.REPORTFAILEDLOGINADDRESS(params["address"]))), ("address",)
        ),
    },
)
