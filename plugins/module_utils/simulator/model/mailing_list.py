# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mailing list: an object of a Domain that belongs to one of its Accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from .domain import DomainObject
from .subscribers import Subscribers


@dataclass(eq=False)
class MailingList(DomainObject):
    """A mailing list; ``owner`` is the name of an Account of the same Domain."""

    kind: ClassVar[str] = "mailing list"

    owner: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    subscribers: Subscribers = field(default_factory=Subscribers, metadata={"is": Subscribers})
