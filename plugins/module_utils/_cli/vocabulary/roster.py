# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact of a roster."""

from __future__ import annotations

from .scope import Scope

CONTACT = Scope(
    "roster",
    r"""
Inp | choice | null|true|Pending|Blocked |  |  | M manual of CG/PL | whether the contact may see when the user is
  there
Out | choice | null|true|Pending |  |  | M manual of CG/PL | whether the user may see when the contact is there
RealName | text |  |  |  | M manual of CG/PL | the name of the contact
""",
)
