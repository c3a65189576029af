# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server tells of itself: the manual, Miscellaneous Commands, Domain Set Administration, Server Settings."""

from __future__ import annotations

from typing import Any, Mapping

from ..cli.sections.domain_set import MAINDOMAINNAME
from ..cli.sections.miscellaneous import GETCURRENTCONTROLLER, GETCURRENTTIME, GETVERSION, LISTCLICOMMANDS
from ..cli.sections.server_settings import LISTMODULES
from ..engine.info import Info, Reading
from ..engine.model import Conversation


def _the_server(params: Mapping[str, Any]) -> Conversation:
    yield from ()
    return [((), {})]


SERVER_INFO = Info(
    noun="server",
    result="server",
    single=True,
    subjects=_the_server,
    readings=(
        Reading("version", GETVERSION),
        Reading("main_domain", MAINDOMAINNAME),
        Reading("time", GETCURRENTTIME),
        Reading("modules", LISTMODULES),
        Reading("commands", LISTCLICOMMANDS),
        Reading("controller", GETCURRENTCONTROLLER),
    ),
    default=("version", "main_domain", "time"),
)
