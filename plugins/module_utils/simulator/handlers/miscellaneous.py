# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Miscellaneous Commands: those that tell about the CLI and the server."""

from __future__ import annotations

import platform
from typing import Any

from ..._cli import catalogue
from ..._cli.sections import miscellaneous as commands
from ...connector.data import Timestamp
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request


@handles(commands.LISTCLICOMMANDS)
def list_cli_commands(request: Request) -> list[str]:
    return sorted({*catalogue.COMMANDS, *request.service.beyond})


@handles(commands.NOOP)
def noop(request: Request) -> None:
    """Always succeeds."""


@handles(commands.ECHO)
def echo(request: Request, object: Any) -> Any:
    return object


@handles(commands.GETVERSION)
def get_version(request: Request) -> str:
    return request.service.version


@handles(commands.GETSYSTEMINFO)
def get_system_info(request: Request, what: str) -> Any:
    """The values of CG/PL SystemInfo (commands.tsv). The names of the instances are this simulator's own, and a server
    that is no member of a Dynamic Cluster has no clusterInstance."""
    main_domain = request.server.main_domain.name
    values = {
        "serverVersion": request.service.version,
        "serverOS": platform.system(),
        "serverCPU": platform.machine(),
        "mainDomainName": main_domain,
        "licenseDomainName": main_domain,
        "startTime": request.service.started,
        "serverInstance": "simulator",
        "clusterInstance": "simulated-cluster" if request.server.cluster is not None else None,
    }
    value = values.get(what)
    if value is None:
        raise refusals.unknown("system information")
    return value


@handles(commands.GETCURRENTTIME)
def get_current_time(request: Request) -> Timestamp:
    return request.service.clock.timestamp()
