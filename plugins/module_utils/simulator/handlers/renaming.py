# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renaming of the objects of a Domain, within it and into another one."""

from __future__ import annotations

from ..answers import refusals
from ..handling.request import Request
from ..model.domain import Domain, DomainObject


def rename(request: Request, renamed: DomainObject, new_address: str, right: str) -> None:
    """Give an object another name, and where the name says so another Domain, where the user needs ``right``, too."""
    domain, name = request.place(new_address)
    if domain is renamed.domain:
        domain.rename(renamed, name)
        return
    request.require(right, domain)
    refuse_other_sharing(renamed.domain, domain)
    domain.take(renamed, name)


def refuse_other_sharing(old: Domain, new: Domain) -> None:
    """Nothing moves between a Domain of this server and a shared Domain of its cluster: this simulator's choice."""
    if old.shared != new.shared:
        raise refusals.impossible("an object cannot move between a shared and a local domain")
