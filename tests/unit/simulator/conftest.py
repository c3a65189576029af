# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixtures of these tests: the simulator as a client sees it."""

from __future__ import annotations

from support.wire import admin, connect, dial, options, simulator, wires

__all__ = ["admin", "connect", "dial", "options", "simulator", "wires"]
