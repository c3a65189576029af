# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records in the server's log: the manual, Miscellaneous Commands."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.miscellaneous import WRITELOG
from .._engine.action import ActionStep, action, at_once
from .._engine.model import Conversation, Field
from .._engine.wants import refuse_controls
from ..connector.errors import CgpError


def _write(params: Mapping[str, Any]) -> Conversation:
    refuse_controls("record", params["record"])
    if params["level"] < 0:
        raise CgpError("the level is a number that is not negative")
    return (yield from at_once(ActionStep(WRITELOG(params["level"], params["record"]))))


LOG = action(
    fields=(Field("record", required=True, free=True), Field("level", type="int", default=1)),
    decide=_write,
)
