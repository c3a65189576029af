# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that a server runs: the manual, Real-Time Application Control and Synchronous Scripts."""

from __future__ import annotations

from typing import Any, Mapping

from ..._cli.syntax import Command, CommandSpec
from ..._engine.model import Field
from ...connector import data

PARAMETER = Field("parameter", type="raw")


def given_parameter(params: Mapping[str, Any]) -> dict[str, Any]:
    """What the program gets, if anything; it may be any data object."""
    if params.get(PARAMETER.name) is None:
        return {}
    value = data.from_json(params[PARAMETER.name], PARAMETER.name)
    data.write(value)  # what cannot be sent is refused in check mode, too
    return {"parameter": value}


def program_command(spec: CommandSpec, params: Mapping[str, Any]) -> Command:
    return spec(params["account"], params["program"], entryName=params.get("entry") or None, **given_parameter(params))
