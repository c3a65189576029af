# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a running server has besides its settings and Domains: sessions, tasks, queues, temporary addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .elements import Elements
from .log import Log
from .queues import Queues
from .tasks import Tasks
from .temporary_addresses import FailedLogins, TimedAddresses
from .web_sessions import Sessions


@dataclass
class Runtime:
    """One attribute for each kind of such things, each with a class in a file of its own.

    All of it is saved with the state but what is marked ``{"saved": False}``: that ends with the server.
    """

    directory_domains: dict[str, Any] = field(default_factory=dict)
    """The settings of Domains that were made in the Directory, bypassing the server, which does not know them yet."""
    sessions: Sessions = field(default_factory=Sessions, metadata={"saved": False})
    tasks: Tasks = field(default_factory=Tasks, metadata={"saved": False})
    queues: Queues = field(default_factory=Queues, metadata={"is": Queues})
    temp_clients: TimedAddresses = field(default_factory=TimedAddresses, metadata={"is": TimedAddresses})
    temp_blacklisted: TimedAddresses = field(default_factory=TimedAddresses, metadata={"is": TimedAddresses})
    temp_unblockable: TimedAddresses = field(default_factory=TimedAddresses, metadata={"is": TimedAddresses})
    failed_logins: FailedLogins = field(default_factory=FailedLogins, metadata={"saved": False})
    log: Log = field(default_factory=Log, metadata={"saved": False})
    elements: Elements = field(default_factory=Elements, metadata={"saved": False})
    dialogs: dict[int, dict[str, Any]] = field(default_factory=dict, metadata={"saved": False})
