# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server can be told to do at once: the manual, Server Settings, Monitoring and Miscellaneous Commands."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ..cli.sections import miscellaneous as cli
from ..cli.sections.monitoring import SHUTDOWN
from ..cli.sections.server_settings import REFRESHOSDATA
from ..cli.words import TRACE_FACILITIES
from ..connector.errors import CgpError
from ..engine.action import Deed, action, at_once
from ..engine.model import Conversation, Field
from ..engine.wants import refuse_controls

Params = Mapping[str, Any]


def _switch(params: Params) -> dict[str, bool]:
    """The manual does not tell what these commands do without ON and OFF, so one of them is always said."""
    return {"ON": True} if params["enabled"] else {"OFF": True}


def _test_loop(params: Params) -> Deed:
    seconds, patience = params["seconds"], params.get("reply_timeout") or 0
    if seconds <= 0:
        raise CgpError("the option seconds must be positive", "Say how long the test is to last")
    if 0 < patience <= seconds:
        raise CgpError(
            "the answer comes after %d seconds, and is waited for %d seconds only" % (seconds, patience),
            "Give a reply_timeout that is longer",
        )
    return Deed(cli.TESTLOOP(seconds), result="loops_per_second")


_ACTIONS: dict[str, tuple[tuple[str, ...], Callable[[Params], Deed]]] = {
    "refresh_os_data": ((), lambda params: Deed(REFRESHOSDATA())),
    "shutdown": ((), lambda params: Deed(SHUTDOWN(), hangs_up=True)),
    "log_all": (("enabled",), lambda params: Deed(cli.SETLOGALL(**_switch(params)))),
    "trace": (("facility", "enabled"), lambda params: Deed(cli.SETTRACE(params["facility"], **_switch(params)))),
    "dump_objects": (("to_file",), lambda params: Deed(cli.DUMPALLOBJECTS(FILE=params["to_file"]))),
    "test_loop": (("seconds",), _test_loop),
    "reconnect_cluster_admin": ((), lambda params: Deed(cli.RECONNECTCLUSTERADMIN())),
    "report_failed_login": (("address",), lambda params: Deed(cli.REPORTFAILEDLOGINADDRESS(params["address"]))),
}
"""The options that an action needs, and what is to be done."""
_PARAMETERS = (
    Field("enabled", type="bool"),
    Field("facility", choices=TRACE_FACILITIES),
    Field("to_file", type="bool"),
    Field("seconds", type="int"),
    Field("address"),
)


def _decide(params: Params) -> Conversation:
    name = params["action"]
    needed, deed = _ACTIONS[name]
    strangers = [field.name for field in _PARAMETERS if params.get(field.name) is not None and field.name not in needed]
    if strangers:
        fitting = [other for other, (takes, _deed) in _ACTIONS.items() if strangers[0] in takes]
        raise CgpError(
            "%s does not go with action: %s" % (" and ".join(strangers), name),
            "%s goes with %s" % (strangers[0], ", ".join(fitting)),
        )
    if params.get("address"):
        refuse_controls("address", params["address"])
    return (yield from at_once(deed(params)))


SERVER_ACTION = action(
    fields=(Field("action", choices=tuple(_ACTIONS), required=True), *_PARAMETERS),
    decide=_decide,
    rules=(("required_if", [("action", name, needed) for name, (needed, _deed) in _ACTIONS.items() if needed]),),
)


def _write_log(params: Params) -> Conversation:
    refuse_controls("record", params["record"])
    if params["level"] < 0:
        raise CgpError("the level is a number that is not negative")
    return (yield from at_once(Deed(cli.WRITELOG(params["level"], params["record"]))))


LOG = action(
    fields=(Field("record", required=True), Field("level", type="int", default=1)),
    decide=_write_log,
)
