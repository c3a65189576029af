# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The smaller objects of a Domain: Groups, Forwarders and Named Tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from .domain import Domain, DomainObject
from .names import fold, split_address


@dataclass(eq=False)
class Group(DomainObject):
    """A Group; its members are the setting Members."""

    kind: ClassVar[str] = "group"

    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(eq=False)
class Forwarder(DomainObject):
    """A Forwarder to one address."""

    kind: ClassVar[str] = "forwarder"

    to: str = ""


@dataclass(eq=False)
class NamedTask(DomainObject):
    """A Named Task; ``owner`` is the name of an Account of the same Domain."""

    kind: ClassVar[str] = "named task"

    owner: str = ""
    settings: dict[str, Any] = field(default_factory=dict)


def group_has(domain: Domain, group_name: str, account: DomainObject) -> bool:
    """Whether ``account`` is a member of a Group of a Domain; members in that Domain are named without it."""
    group = domain.find(group_name)
    members = group.settings.get("Members") if isinstance(group, Group) else None
    for member in members if isinstance(members, list) else []:
        local, domain_name = split_address(str(member))
        if fold(local) == fold(account.name) and fold(domain_name or domain.name) == fold(account.domain.name):
            return True
    return False
