# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Server statistics (SNMP) elements: their object IDs, their order, and the values that have been set.

The vendor's Statistics chapter shows the first four; the other names are made in their likeness. It also speaks of
Custom elements, which an administrator may change, without naming any. A real server has some hundred more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Sequence

from ..answers.refusals import impossible, unknown

CUSTOM = tuple("custom%d" % number for number in range(1, 11))
"""The Custom elements: numbers, for whatever a site wants to count."""

MOST = 2**63 - 1
"""How far a Custom element can be from zero: it has 64 bits."""

_PLAIN = (
    "smtpInputActive", "smtpInputTotal", "smtpInputJobs", "smtpInputTrafficIn",
    "smtpOutputActive", "smtpOutputTotal", "smtpOutputTrafficOut",
    "popActive", "popTotal", "imapActive", "imapTotal", "httpUserActive", "httpUserTotal",
    "sipActive", "sipTotal", "xmppActive", "xmppTotal",
    "queueMessages", "queueBytes", "dialogsActive", "dialogsTotal",
)


def _initial() -> dict[str, Any]:
    return dict.fromkeys(_PLAIN + CUSTOM, 0)


@dataclass
class Elements:
    """The elements that the server does not count itself, by object ID and in their order."""

    values: dict[str, Any] = field(default_factory=_initial)

    def value(self, name: str) -> Any:
        if name not in self.values:
            raise unknown("statistics element")
        return self.values[name]

    def custom(self, name: str) -> int:
        """The value of an element that may be changed."""
        value = self.value(name)
        if name not in CUSTOM:
            raise impossible("only custom elements can be updated")
        return int(value)


def following(names: Sequence[str], name: str) -> str:
    """The name behind ``name``, the first one if that is empty; a refusal if there is none."""
    if not name:
        return names[0]
    if name not in names:
        raise unknown("statistics element")
    position = names.index(name) + 1
    if position == len(names):
        raise impossible("this is the last statistics element")
    return names[position]
