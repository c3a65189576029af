# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of a Group."""

from __future__ import annotations

from .scope import Scope

GROUP = Scope(
    "group",
    r"""
EmailDisabled | flag |  | NO |  | C cPanel, Plesk | no mail for this group
Expand | flag |  | YES |  | C cPanel, Plesk | expand member groups
FinalDelivery | flag |  | YES |  | C cPanel, Plesk | report delivery to group as final
Members | address-list |  |  |  | L cPanel, Plesk, Freeside, other clients | members; local names bare, others with
  domain
RealName | text |  |  |  | C cPanel, Plesk, Freeside | display name
RejectAuto | misspelt | RejectAutomatic |  |  | C Freeside | freeside spelling of RejectAutomatic
RejectAutomatic | flag |  | YES |  | C cPanel, Plesk | refuse automatic messages
RemoveAuthor | flag |  | YES |  | C cPanel, Plesk | do not send back to author
RemoveToAndCc | flag |  | YES |  | C cPanel, Plesk | skip members already in To or Cc
SetReplyTo | flag |  | YES |  | C cPanel, Plesk | set Reply-To to the group
SignalDisabled | flag |  | NO |  | C cPanel, Plesk | no calls for this group
""",
)
