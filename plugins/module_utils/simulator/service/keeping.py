# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether what a server knows outlives it."""

from __future__ import annotations

from ..model.server import Server


class Keeping:
    """How a server's state is kept: here not at all."""

    def save(self, server: Server) -> None:
        """Keep what the server knows. CgpError, which says so, when that cannot be done."""

    def release(self) -> None:
        """Let others have what the state is kept in. Only the first call does something."""
