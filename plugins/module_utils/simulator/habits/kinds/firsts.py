# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be there before something else can be made."""

from __future__ import annotations

from ..habit import Habit

UNNAMED_SKIN_FIRST = "unnamed-skin-first"
ENVIRONMENT_FIRST = "environment-first"

HABITS = (
    Habit(
        UNNAMED_SKIN_FIRST,
        "makes named Skins of the server and of the cluster only beside the unnamed one, which goes last",
        "open: the manual says so of Domain Skins only",
        frozenset(("CREATESERVERSKIN", "DELETESERVERSKIN", "CREATECLUSTERSKIN", "DELETECLUSTERSKIN")),
    ),
    Habit(
        ENVIRONMENT_FIRST,
        "makes national subsets of the server's and the cluster's real-time applications only beside the environment",
        "open: the manual forbids it nowhere",
        frozenset(("CREATESERVERPBX", "CREATECLUSTERPBX")),
    ),
)
