# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What both ends of the control language know; the client needs nothing else of the simulator."""

from __future__ import annotations

OPENING_WORD = "SIMULATOR"
"""What makes a PWD connection one of the control language, with the password behind it."""
