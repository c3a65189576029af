# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which commands take the word ``default`` for the wish that a setting be removed.

The manual says so of these, one by one, and of no other: elsewhere the word is a value like any other, or may be.
"""

from __future__ import annotations

from .syntax import CommandSpec

DEFAULT = "default"
REMOVING = {
    "UPDATEDOMAINSETTINGS": "Domain Administration",
    "UPDATEACCOUNTDEFAULTS": "Domain Administration",
    "UPDATEACCOUNTDEFAULTPREFS": "Domain Administration",
    "UPDATEACCOUNTTEMPLATE": "Domain Administration",
    "UPDATEACCOUNTSETTINGS": "Account Administration",
    "UPDATEACCOUNTPREFS": "Account Administration",
}
"""Each with the section of the manual that says so."""


def removes_by_word(update: CommandSpec | None) -> bool:
    """Whether the word removes a setting in this command."""
    return update is not None and update.verb in REMOVING
