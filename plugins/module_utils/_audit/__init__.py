# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a mail administrator would want to know of a server: checks, from what was read of an object to findings.

Everything in here is pure. ``checks`` has the table of what each check looks at, and so of what is read for it; the
reading itself is in ``_resources``, which knows the commands.
"""

from __future__ import annotations
