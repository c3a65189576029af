# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Miscellaneous Commands: the members of a Dynamic Cluster. On a server that is no member they are refused."""

from __future__ import annotations

from ..._cli.sections import miscellaneous as commands
from ..handling.registry import handles
from ..handling.request import Request


@handles(commands.GETCURRENTCONTROLLER)
def get_current_controller(request: Request) -> str:
    """A member that shares its state with no other process is the controller itself."""
    return request.service.controller()


@handles(commands.RECONNECTCLUSTERADMIN)
def reconnect_cluster_admin(request: Request) -> None:
    """The manual states no right for it, so everybody may. The connection is that to the directory with the state."""
    request.service.membership.reconnect()
