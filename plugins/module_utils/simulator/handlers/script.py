# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Synchronous Scripts."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import script as commands
from ..handling.registry import handles
from ..handling.request import Request
from ..model.pbx_programs import require_program
from .pbx_task import acting_account

_SCRIPT = ".scgp"


@handles(commands.RUNSCRIPT)
def run_script(
    request: Request, accountName: str, programName: str, entryName: str = "", parameter: Any = None
) -> Any:
    """The simulator does not run CG/PL: every script returns its parameter, as the built-in one ``echo`` would.

    Scripts are looked for where programs are, and the rights are those for Tasks; the manual says neither.
    """
    account = acting_account(request, accountName)
    require_program(request.server, account.domain, programName + _SCRIPT)
    return parameter
