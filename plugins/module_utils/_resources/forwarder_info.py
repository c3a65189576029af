# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Forwarders: the manual, Forwarder Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.forwarder import FINDFORWARDERS, GETFORWARDER, LISTFORWARDERS
from .._engine.dialogue import ask
from .._engine.info import Info, Reading
from .._engine.model import Conversation, Field
from .._engine.wants import complete
from ..connector.errors import CgpError
from .shared.listed import NAMES, named_or_all

FORWARDS_TO = Field("forwards_to")


def _forwarders(params: Mapping[str, Any]) -> Conversation:
    """Those that are named, or of a Domain all, or those to one address."""
    wanted, domain = params.get(FORWARDS_TO.name), params.get("domain")
    if not wanted:
        return (yield from named_or_all(params, LISTFORWARDERS))
    if params.get("names") is not None or not domain:
        raise CgpError("the option forwards_to goes with domain, and not with names")
    found = yield from ask(FINDFORWARDERS(domain, wanted))
    return [((complete(name, domain),), {}) for name in found]


FORWARDER_INFO = Info(
    noun="forwarder",
    result="forwarders",
    fields=(*NAMES, FORWARDS_TO),
    subjects=_forwarders,
    readings=(Reading("to", GETFORWARDER),),
    default=("to",),
)
