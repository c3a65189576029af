# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All checks, by their names; and what has to be read for some of them."""

from __future__ import annotations

from typing import Collection, Sequence

from .administrators import ADMINISTRATORS
from .certificates import CERTIFICATES
from .login import LOGIN
from .missing import ACL_NAMES, MISSING_NAMES
from .model import Check, Look
from .outside import LEADS_OUTSIDE, MEMBERS_OUTSIDE
from .quota import QUOTA
from .unused import UNUSED

CHECKS: dict[str, Check] = {
    check.name: check
    for check in (
        QUOTA,
        LEADS_OUTSIDE,
        MEMBERS_OUTSIDE,
        MISSING_NAMES,
        ACL_NAMES,
        UNUSED,
        CERTIFICATES,
        LOGIN,
        ADMINISTRATORS,
    )
}


def chosen(only: Collection[str] | None, left_out: Collection[str]) -> list[Check]:
    """The checks that are asked for: all, or ``only`` some, without those that are left out."""
    return [check for name, check in CHECKS.items() if (only is None or name in only) and name not in left_out]


def looks_at(checks: Sequence[Check], kind: str) -> list[tuple[Check, Look]]:
    """How the checks look at objects of a kind."""
    return [(check, look) for check in checks for look in check.looks if look.kind == kind]


def parts_of(checks: Sequence[Check], kind: str) -> list[str]:
    """What has to be read of such an object, each part once."""
    return list(dict.fromkeys(part for _check, look in looks_at(checks, kind) for part in look.parts))
