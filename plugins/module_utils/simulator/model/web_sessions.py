# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""WebUser, XIMSS and LITE sessions of a running server, and sessions that clients have opened by other protocols.

A session that nobody uses for ``INACTIVITY`` ends. That is found out when sessions are looked at.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from ...connector.data import IPAddress, Timestamp
from ..answers.refusals import bad_parameters
from .account import Account
from .settings import Settings, update_literally

WEBUSER, XIMSS, LITE = "WebUser", "XIMSS", "LITE"
HTTP = "HTTP"

INACTIVITY = timedelta(minutes=20)
"""How long a session lives unused; the manual gives no number, so this is the simulator's choice."""


@dataclass
class WebSession:
    """One session. A LITE session has no ``account``; ``skin`` is that of a WebUser session.

    ``address`` is the client's, or that of the proxy through which the client at ``original`` comes. ``client`` is the
    name that the client has told. ``waiting``: the second stage of a two-factor login is still to come, by ``secret``
    or (empty) in the background. ``custom`` are the attributes of UPDATESESSION, ``uploads`` the uploaded file set.
    """

    protocol: str
    transport: str
    account: Account | None
    address: IPAddress | None
    original: IPAddress | None
    started: datetime
    used: datetime
    skin: str | None = None
    client: str = ""
    waiting: bool = False
    secret: str = field(default="", repr=False)
    custom: Settings = field(default_factory=dict, repr=False)
    uploads: dict[str, bytes] = field(default_factory=dict, repr=False)

    def over(self, now: datetime) -> bool:
        return now - self.used >= INACTIVITY

    def dataset(self, session_id: str) -> dict[str, Any]:
        """What GETSESSION tells. The manual's WSSP chapter is not at hand, so the keys are this simulator's choice."""
        own = {key: value for key, value in self._own_attributes(session_id).items() if value is not None}
        return dict(self.custom, **own)

    def update(self, changes: Settings) -> None:
        """Change custom attributes; what the server itself says of a session cannot be changed."""
        if set(self._own_attributes("")) & set(changes):
            raise bad_parameters("attributes that the server sets cannot be changed")
        update_literally(self.custom, changes)

    def _own_attributes(self, session_id: str) -> dict[str, Any]:
        account = self.account
        return {
            "ID": session_id,
            "accountName": account.address if account is not None else None,
            "client": self.client or None,
            "domainName": account.domain.name if account is not None else None,
            "loginAddress": self.address,
            "loginTime": Timestamp.from_datetime(self.started),
            "origAddress": self.original,
            "protocol": self.protocol,
            "skinName": self.skin,
            "transport": self.transport,
            "twoFactorWait": "YES" if self.waiting else None,
        }


@dataclass
class Sessions:
    """All sessions by ID, in the order in which they began."""

    by_id: dict[str, WebSession] = field(default_factory=dict)

    def begin(self, session: WebSession) -> str:
        """The ID of a new session. Whoever knows it is in the session, so it cannot be guessed."""
        session_id = secrets.token_hex(16)
        self.by_id[session_id] = session
        return session_id

    def live(self, now: datetime) -> dict[str, WebSession]:
        """All sessions that are not over by ``now``."""
        self.by_id = {
            session_id: session for session_id, session in self.by_id.items() if not session.over(now)
        }
        return self.by_id

    def find(self, session_id: str, now: datetime) -> WebSession | None:
        session = self.by_id.get(session_id)
        return session if session is not None and not session.over(now) else None

    def kill(self, session_id: str) -> None:
        del self.by_id[session_id]

    def kill_account(self, account: Account) -> None:
        """End all sessions of an Account."""
        self.by_id = {
            session_id: session for session_id, session in self.by_id.items() if session.account is not account
        }
