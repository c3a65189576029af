# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Miscellaneous Commands: the Server Log, internal traces, and the test of the processor."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from ..._cli.sections import miscellaneous as commands
from ..answers import refusals
from ..control.language import control
from ..handling.arguments import not_negative
from ..handling.registry import handles
from ..handling.request import Request

if TYPE_CHECKING:
    from ..model.server import Server
    from ..service.service import Service

_PREFIX = "SYSTEM"
_LOOPS = 10000


@handles(commands.SETLOGALL)
def set_log_all(request: Request, ON: bool = False, OFF: bool = False) -> None:
    """Without ON and OFF the mode is switched on (this simulator's choice)."""
    request.server.runtime.log.everything = not OFF


@handles(commands.SETTRACE)
def set_trace(request: Request, facility: str, ON: bool = False, OFF: bool = False) -> None:
    """Without ON and OFF the facility is switched on (this simulator's choice)."""
    facilities = request.server.runtime.log.facilities
    if OFF:
        facilities.discard(facility)
    else:
        facilities.add(facility)


@handles(commands.WRITELOG)
def write_log(request: Request, logLevel: int, logRecord: str) -> None:
    """The level is any number that is not negative (this simulator's choice)."""
    text = "%s %s" % (_PREFIX, logRecord)
    request.server.runtime.log.write(request.service.clock.timestamp(), not_negative(logLevel), text)


@handles(commands.DUMPALLOBJECTS)
def dump_all_objects(request: Request, FILE: bool = False) -> None:
    """The list tells how many objects of each kind there are, not each of the perhaps million ones.

    The simulator has no base directory and writes no syslog: LOG, a control word, shows both.
    """
    log = request.server.runtime.log
    if not FILE:
        log.write_syslog(_objects(request.server))
    elif log.dump_file is None:
        log.dump_file = _objects(request.server)


@handles(commands.TESTLOOP)
def test_loop(request: Request, seconds: int) -> int:
    """How often a loop of one addition goes round in a second. It runs for a moment only, whatever ``seconds`` says:
    a command that took its time would keep all other sessions waiting."""
    if seconds <= 0:
        raise refusals.bad_parameters("the number of seconds must be positive")
    total = 0
    start = time.perf_counter()
    for number in range(_LOOPS):
        total += number
    return int(_LOOPS / max(time.perf_counter() - start, 1e-9))


def _objects(server: Server) -> str:
    counts = Counter(found.kind for domain in server.domains() for found in domain.objects.values())
    counts["domain"] = sum(1 for _domain in server.domains())
    return "".join("%s %d\n" % entry for entry in sorted(counts.items()))


@control("LOG")
def log_state(service: Service, _argument: Any) -> dict[str, Any]:
    """What was logged: {Records=({time=#T...; level=#1; text="SYSTEM ...";},...); LogAll=NO; Trace=(FileIO);
    Syslog=(...); DumpFile="...";}, the last without DumpFile until DUMPALLOBJECTS FILE has made objects_dump.txt."""
    log = service.server.runtime.log
    state: dict[str, Any] = {
        "Records": [{"time": record.time, "level": record.level, "text": record.text} for record in log.records],
        "LogAll": "YES" if log.everything else "NO",
        "Trace": sorted(log.facilities),
        "Syslog": list(log.syslog),
    }
    if log.dump_file is not None:
        state["DumpFile"] = log.dump_file
    return state
