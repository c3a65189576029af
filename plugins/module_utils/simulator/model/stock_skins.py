# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built-in Skins of this simulator: a few files, written for it, so that there is something to read.

A real server has other and many more. ``Pronto-`` is the name of one that is seen in Preferences (protocol.md 6.1).
"""

from __future__ import annotations

from ...connector.data import Timestamp

STORED = Timestamp("T01-01-2026_00:00:00")

FILES: dict[str, dict[str, bytes]] = {
    "": {
        "login.wssp": b"<html><body><h1>Login</h1><form method=post><input name=username></form></body></html>\n",
        "mailboxes.wssp": b"<html><body><h1>Mailboxes</h1></body></html>\n",
        "strings.data": b"{Login=Login;Logout=Logout;}\n",
        "style.css": b"body { font-family: sans-serif; }\n",
    },
    "Pronto-": {
        "login.wssp": b"<html><body><h1>Welcome</h1></body></html>\n",
    },
}
"""Skin -> file -> content."""
