# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session has done so far."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Statistics:
    """Counts over all connections of a session.

    ``commands`` are the caller's (no login, NOOP probe or QUIT); ``round_trips`` the socket writes made while such
    commands or the probe were outstanding or being sent; the bytes are all bytes, before encryption.
    """

    commands: int = 0
    logins: int = 0
    round_trips: int = 0
    bytes_sent: int = 0
    bytes_received: int = 0
