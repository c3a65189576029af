# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The records that the objects of a Domain have in the Directory."""

from __future__ import annotations

from typing import Any

from .account import Account
from .domain import Domain, DomainObject
from .mailing_list import MailingList
from .objects import Forwarder, Group

_KINDS = (Account, Group, MailingList, Forwarder)


def records(domain: Domain, host_server: str) -> dict[str, Any]:
    """The records of all objects of a Domain that have any, by their names.

    ``uid``, ``cn`` and ``hostServer`` are the vendor's attributes (manual, Directory Integration); ``kind`` is this
    simulator's own.
    """
    return {entry.name: _record(entry, host_server) for kind in _KINDS for entry in domain.all(kind)}


def _record(entry: DomainObject, host_server: str) -> dict[str, Any]:
    record: dict[str, Any] = {"kind": entry.kind, "uid": entry.name, "hostServer": host_server}
    settings = getattr(entry, "settings", {})
    if "RealName" in settings:
        record["cn"] = settings["RealName"]
    return record
