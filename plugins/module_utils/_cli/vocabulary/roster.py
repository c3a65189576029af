# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A contact of a roster."""

from __future__ import annotations

from .scope import Scope

CONTACT = Scope(
    "roster",
    r"""
Inp | choice | null|true|Pending|Blocked |  |  | M manual of CG/PL | contact may watch user
Out | choice | null|true|Pending |  |  | M manual of CG/PL | user may watch contact
RealName | text |  |  |  | M manual of CG/PL | contact real name
""",
)
