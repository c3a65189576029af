# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records of Domains in the Directory: the manual, Domain and Domain Set Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.domain import DELETEDIRECTORYRECORDS, INSERTDIRECTORYRECORDS
from .._cli.sections.domain_set import RELOADDIRECTORYDOMAINS
from .._engine.action import ActionStep, at_once
from .._engine.model import Conversation, Field
from .shared.operations import Operation, operations


def _each_domain(command: Any) -> Operation:
    """The server does not tell which records there are, so the command is sent for every Domain."""

    def decide(params: Mapping[str, Any]) -> Conversation:
        return at_once(*(ActionStep(command(name)) for name in params["domains"]))

    return Operation(decide, ("domains",))


DIRECTORY_RECORDS = operations(
    (Field("domains", type="list", elements="str"),),
    {
        "insert": _each_domain(INSERTDIRECTORYRECORDS),
        "delete": _each_domain(DELETEDIRECTORYRECORDS),
        "reload_domains": Operation(lambda params: at_once(ActionStep(RELOADDIRECTORYDOMAINS()))),
    },
)
