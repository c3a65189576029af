# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may use a command, in the manual's words: the texts that more than one section needs.

They are for people (documentation, ``CommandSpec.rights``) and read by ``demand``. The server checks rights: check mode
only foresees what seems to be missing, and a refusal names what the manual asks for.
"""

from __future__ import annotations


def server_right(name: str) -> str:
    """The holder of one Server access right."""
    return "Server right " + name


def administrator_with(right: str) -> str:
    """A server administrator, or a Domain Administrator who also has the named Domain right."""
    return DOMAIN_ADMINISTRATOR + " with " + right


NOT_STATED = "not stated"
SYSTEM_ADMINISTRATOR = "system administrators only"
ALL_DOMAINS = "Server right All Domains, system administrators only"
DOMAIN_ADMINISTRATOR = "Server right All Domains, or Domain Administrator"
DOMAIN_ADMINISTRATOR_OR_SELF = DOMAIN_ADMINISTRATOR + "; any user for own Account"
LIMITED_DOMAIN_ADMINISTRATOR = DOMAIN_ADMINISTRATOR + " (only settings that administrator may modify)"
