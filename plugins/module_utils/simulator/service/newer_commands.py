# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that are in no manual, but were seen on servers of a version, or are said by clients: evidence.md section 6.

The client's catalogue has none of them. GETACCOUNTRULES is there as well: the older name of a command of the manual.
"""

from __future__ import annotations

import re
from functools import lru_cache
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
GETACCOUNTPLAINPASSWORD = _SECTION.read("GETACCOUNTPLAINPASSWORD <accountName:string>", "string")
HANDS_ON_PASSWORDS, OR_NOTHING = "hands-on-passwords", "hands-on-passwords-or-nothing"
"""The habits with which a server knows the last one, and refuses or leaves out what it cannot recover."""

# Used by a script of 2017, which was the time of 6.2; in the log of a 6.3.6a; used with 6.5.
_SINCE = {UPDATEMAILBOXINFO: (6, 2), UPDATEDEVICETOKEN: (6, 3), LISTCONTROLLEDDOMAINS: (6, 5)}
_VERSION = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")

ALL: Mapping[str, CommandSpec] = {spec.verb: spec for spec in (*_SINCE, GETACCOUNTPLAINPASSWORD)}


@lru_cache(maxsize=64)
def known_to(version: str, habits: tuple[str, ...]) -> Mapping[str, CommandSpec]:
    """Those that a server of this version and with these habits knows, by their verbs.

    Of a version that does not begin with two numbers it knows none.
    """
    found = _VERSION.match(version)
    number = (int(found[1]), int(found[2])) if found else (0, 0)
    known = {spec.verb: spec for spec, since in _SINCE.items() if since <= number}
    if not {HANDS_ON_PASSWORDS, OR_NOTHING}.isdisjoint(habits):
        known[GETACCOUNTPLAINPASSWORD.verb] = GETACCOUNTPLAINPASSWORD
    return known
