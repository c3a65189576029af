# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all objects of a Domain have in common, and the smaller ones: aliases, Groups, Forwarders and Named Tasks.

Every object of a Domain, Accounts included, has a ``name`` (without the Domain), a ``kind`` (the word that error texts
use) and, while it is in a Domain, that ``domain``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from .account import Account
    from .domain import Domain


@dataclass(eq=False)
class DomainObject:
    """What all objects of a Domain have in common."""

    kind: ClassVar[str] = "object"

    name: str
    domain: Domain = field(default=None, repr=False, metadata={"saved": False})  # type: ignore[assignment]

    @property
    def address(self) -> str:
        """The full name, ``name@domain``."""
        return "%s@%s" % (self.name, self.domain.name)


@dataclass(eq=False)
class Alias(DomainObject):
    """Another name of an Account. The Account keeps the list of its aliases; this is the entry among the names."""

    kind: ClassVar[str] = "account alias"

    account: Account | None = None


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
