# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of a Group."""

from __future__ import annotations

from .scope import Scope

GROUP = Scope(
    "group",
    r"""
EmailDisabled | flag |  | NO |  | C cPanel, Plesk | whether the Group gets no mail
Expand | flag |  | YES |  | C cPanel, Plesk | whether Groups among the members are expanded
FinalDelivery | flag |  | YES |  | C cPanel, Plesk | whether delivery to the Group is reported as the end
Members | address-list |  |  |  | L cPanel, Plesk, Freeside, other clients | the members; those of the own Domain
  without it
RealName | text |  |  |  | C cPanel, Plesk, Freeside | the name for people
RejectAuto | misspelt | RejectAutomatic |  |  | C Freeside | a slip of one client
RejectAutomatic | flag |  | YES |  | C cPanel, Plesk | whether what programs send is refused
RemoveAuthor | flag |  | YES |  | C cPanel, Plesk | whether the author gets no copy
RemoveToAndCc | flag |  | YES |  | C cPanel, Plesk | whether who is addressed already gets no copy
SetReplyTo | flag |  | YES |  | C cPanel, Plesk | whether replies go to the Group
SignalDisabled | flag |  | NO |  | C cPanel, Plesk | whether the Group gets no calls
""",
)
