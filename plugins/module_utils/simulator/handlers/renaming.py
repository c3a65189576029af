# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renaming of the smaller objects of a Domain: Groups, Forwarders, mailing lists, Named Tasks."""

from __future__ import annotations

from ..model.objects import DomainObject
from ..refusals import Refusal
from ..request import Request


def rename(request: Request, renamed: DomainObject, new_address: str, right: str) -> None:
    """Give an object another name, and where the name says so another Domain, where the user needs ``right``, too."""
    domain, name = request.place(new_address)
    if domain is renamed.domain:
        domain.rename(renamed, name)
        return
    request.require(right, domain)
    old_domain, old_name = renamed.domain, renamed.name
    old_domain.remove(renamed)
    renamed.name = name
    try:
        domain.add(renamed)
    except Refusal:
        renamed.name = old_name
        old_domain.add(renamed)
        raise
