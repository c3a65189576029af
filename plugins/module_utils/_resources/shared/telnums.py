# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How single telephone numbers of an Account are changed: the manual, MODIFYACCOUNTTELNUMS."""

from __future__ import annotations

from typing import Any

from ..._cli.sections.account import MODIFYACCOUNTTELNUMS


def modify_telnums(account: str, op: str, **elements: str) -> Any:
    """The command for one operation: ``add`` and ``del`` name a ``telnum``, ``pop`` takes any."""
    return MODIFYACCOUNTTELNUMS(account, {"op": op, **elements})
