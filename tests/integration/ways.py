# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two ways of a task, through the router or as an ordinary module, and how to tell them apart or compare them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from support.playbook import ELSEWHERE

WAYS: Mapping[str, Mapping[str, str]] = {"here": {}, "elsewhere": ELSEWHERE}
"""The variables of a task that is to run through the router, or as an ordinary module."""

_COUNTED_BY_THE_BYTE = ("bytes_sent", "bytes_received")


def logins(sent: Sequence[Mapping[str, Any]]) -> int:
    """How many logins there are among commands."""
    return sum(entry["verb"] in ("APOP", "PASS") for entry in sent)


def alike(result: Mapping[str, Any]) -> dict[str, Any]:
    """A result without what may differ between the ways: numbers of bytes, and what Ansible adds on its own.

    ``exception`` is Ansible's, too: it says that there is none to show. What cost nothing may say so or not.
    """
    kept = {name: value for name, value in result.items() if not name.startswith("_ansible") and name != "exception"}
    cost = kept.pop("statistics", {})
    if any(cost.values()):
        kept["statistics"] = {name: number for name, number in cost.items() if name not in _COUNTED_BY_THE_BYTE}
    return kept
