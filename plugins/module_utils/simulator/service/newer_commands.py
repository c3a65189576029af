# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that are in no manual, but were seen on servers of a version: evidence.md section 6.

The client does not know them. GETACCOUNTRULES, which is there as well, is the older name of a command of the manual.
"""

from __future__ import annotations

import re
from typing import Mapping

from ..._cli.rights import ALL_DOMAINS, DOMAIN_ADMINISTRATOR_OR_SELF
from ..._cli.sections import mailbox
from ..._cli.syntax import CommandSpec, Section

_SECTION = Section("Outside the manual", rights=ALL_DOMAINS, scope="server")

UPDATEMAILBOXINFO = _SECTION.change(
    "UPDATEMAILBOXINFO <accountName:string> MAILBOX <mailboxName:string> <newInfo:dictionary>",
    rights=mailbox.SECTION.rights, scope="mailbox",
)
UPDATEDEVICETOKEN = _SECTION.change(
    "UPDATEDEVICETOKEN <accountName:string> <newToken:dictionary>",
    rights=DOMAIN_ADMINISTRATOR_OR_SELF, scope="account",
)
LISTCONTROLLEDDOMAINS = _SECTION.read("LISTCONTROLLEDDOMAINS", "array of name")

# Used by a script of 2017, which was the time of 6.2; in the log of a 6.3.6a; used with 6.5.
_SINCE = {UPDATEMAILBOXINFO: (6, 2), UPDATEDEVICETOKEN: (6, 3), LISTCONTROLLEDDOMAINS: (6, 5)}
_VERSION = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")

ALL: Mapping[str, CommandSpec] = {spec.verb: spec for spec in _SINCE}


def known_to(version: str) -> Mapping[str, CommandSpec]:
    """Those that a server of this version knows, by their verbs: none where it does not begin with two numbers."""
    found = _VERSION.match(version)
    number = (int(found[1]), int(found[2])) if found else (0, 0)
    return {spec.verb: spec for spec, since in _SINCE.items() if since <= number}
