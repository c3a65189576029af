# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running Synchronous Scripts: the manual, Synchronous Scripts."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.script import RUNSCRIPT
from .._engine.action import ActionStep, action, at_once
from .._engine.model import Conversation, Field
from .._engine.wants import refuse_controls
from .shared.programs import PARAMETER, program_command


def _run(params: Mapping[str, Any]) -> Conversation:
    for name in ("account", "program", "entry"):
        refuse_controls(name, params.get(name) or "")
    return (yield from at_once(ActionStep(program_command(RUNSCRIPT, params), result="value")))


SCRIPT = action(
    fields=(Field("account", required=True), Field("program", required=True), Field("entry"), PARAMETER), decide=_run
)
