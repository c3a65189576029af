# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Server Settings: ROUTE."""

from __future__ import annotations

from ..._cli.sections import server_settings as commands
from ..handling.registry import handles
from ..handling.request import Request
from ..model import router_table
from ..model.router import Router


@handles(commands.ROUTE)
def route(
    request: Request, address: str, MAIL: bool = False, ACCESS: bool = False, SIGNAL: bool = False
) -> list[str]:
    """Where an address leads: module, host and address (see model/router.py); ACCESS is the default."""
    mode = router_table.MAIL if MAIL else router_table.SIGNAL if SIGNAL else router_table.ACCESS
    return list(Router(request.server, mode).route(address))
