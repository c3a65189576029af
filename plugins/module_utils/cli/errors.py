# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with a command before a server has seen it.

No message carries an argument's value: it may be a password. A message names the verb, the parameter and what was
expected there.
"""

from __future__ import annotations

from ..connector.errors import CgpError


class UnknownVerb(CgpError):
    """The first word of a line is no command of the manual."""


class BadArguments(CgpError):
    """The arguments do not fit the command's syntax."""
