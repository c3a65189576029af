# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose Directory is meant, the server's or the Cluster's: the manual, Directory Administration."""

from __future__ import annotations

from ..._engine.model import Field
from ...connector.errors import CgpError

SCOPES = ("server", "cluster")
SCOPE = Field("scope", choices=SCOPES, default="server")


def shared_keyword(scope: str) -> dict[str, bool]:
    """The argument SHARED, which says that the whole Cluster's is meant."""
    if scope not in SCOPES:
        raise CgpError("%s is no scope of Directory Units" % scope, "The scopes are %s" % " and ".join(SCOPES))
    return {"SHARED": scope == "cluster"}
