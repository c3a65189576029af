# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether there is a cluster to ask about: the manual, Cluster Administration."""

from __future__ import annotations

from ..._cli.sections.miscellaneous import GETCURRENTCONTROLLER
from ..._engine.model import Conversation
from ...connector.errors import CliError, NotAllowed


def is_in_cluster() -> Conversation:
    """Whether the server is a member of a cluster: only there the command is answered."""
    try:
        return (yield from membership())
    except NotAllowed:
        return False


def membership() -> Conversation:
    """The same. Raises NotAllowed where the login may not know."""
    (reply,) = yield [GETCURRENTCONTROLLER()]
    if isinstance(reply, NotAllowed):
        raise reply
    return not isinstance(reply, CliError) and bool(reply)
