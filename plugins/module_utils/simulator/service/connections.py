# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the service knows of a connection, whatever it speaks."""

from __future__ import annotations

from ..model.account import Account


class Connection:
    """Whose it is, and that it can be ended."""

    account: Account | None = None

    def end(self) -> None:
        """Close the connection once what it has been sent is out."""
        raise NotImplementedError

    def abort(self) -> None:
        """Close the connection now."""
        raise NotImplementedError
