# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conditions and actions of Rules: protocol.md section 6.6."""

from __future__ import annotations

from typing import Any

from ..._engine import canon

NUMBERED = ("message size", "preference", "reject with")
"""What has a number in Rules (settings.tsv). Elsewhere a number is an address or a time that YAML has read."""
_NOTHING = "---"
"""What stands for no parameter (protocol.md section 6.6)."""


def parse_clause(clause: Any) -> list[str]:
    """A condition (data, operation, parameter) or an action (name, parameter); a word alone has no parameter."""
    return [str(part) for part in clause] if isinstance(clause, (list, tuple)) else [str(clause)]


def canon_clauses(clauses: Any) -> Any:
    """Conditions or actions in the form in which they are compared."""
    return [_canon_clause(clause) for clause in clauses] if isinstance(clauses, (list, tuple)) else clauses


def _canon_clause(clause: Any) -> list[Any]:
    leaves = [canon.text(leaf) for leaf in parse_clause(clause)]
    while len(leaves) > 1 and leaves[-1] == _NOTHING:
        leaves.pop()
    return leaves
