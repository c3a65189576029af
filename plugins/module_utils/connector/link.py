# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session needs of the way by which commands and replies go, whatever the protocol.

PWD's is ``connection.py``, that of the HTTP realm ``http/link.py``; ``links.py`` has the table of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .endpoint import Endpoint
from .limits import TimeLimits
from .login import Credentials
from .statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from typing import Protocol

    from .errors import ConnectionLost
    from .replies import Reply

    class Link(Protocol):
        """A way to a server that has accepted the login.

        After any ConnectionLost it is closed, ``failure`` holds the error, and each further ``advance`` raises it.
        """

        failure: ConnectionLost | None

        @property
        def in_one_stream(self) -> bool:
            """Whether all commands go one behind the other, so that replies are told apart by their order alone.

            Then it must be proven that the server bears several under way (a window), and that each reply is that to
            its command (a fence); and those that are lined up together are best sent together.
            """

        @property
        def owed(self) -> int:
            """The number of requests without a reply."""

        @property
        def unsent(self) -> int:
            """The number of bytes that wait to be sent."""

        def begin_commands(self, max_reply: int) -> None:
            """Replies may from now on have up to ``max_reply`` bytes."""

        def request(self, line: bytes, deliver: Callable[[Reply], None], reads: bool) -> None:
            """Line up a command; ``deliver`` will be called with its reply during some ``advance``, in order.

            ``reads``: it changes nothing, so it may be carried out beside others that change nothing either. Nothing
            else is: what changes something is carried out after all that was lined up before, and before all after.
            """

        def flush(self) -> None:
            """Send what can be sent without waiting. Nothing is raised but for interruptions."""

        def advance(self, patience: float | None = None) -> None:
            """Wait until something can be sent or received, and deliver the replies that are complete then.

            ``patience``: seconds of silence to bear, the reply limit if None. ConnectionLost, after having delivered
            every reply that came before.
            """

        def settle(self) -> None:
            """Wait for the replies to all requests; a failure shows in ``failure`` only."""

        def idle_seconds(self) -> float:
            """How long no byte has moved."""

        def is_usable(self) -> bool:
            """Whether, none being owed, a request may be sent. SurplusReply when something has come unasked."""

        def quit(self) -> None:
            """Take leave of the server, if that is possible, and close. SurplusReply as in ``is_usable``."""

        def close(self) -> None:
            """Close without a word."""

        def closed_on_error(self) -> AbstractContextManager[None]:
            """Closes the link if what is done in this context fails or is interrupted (by a signal, say)."""


@dataclass(frozen=True)
class Access:
    """All that a link is made of. The fields are the arguments of ``session.Session``."""

    endpoint: Endpoint
    credentials: Credentials
    login_method: str
    allow_cleartext: bool
    window: int
    limits: TimeLimits
    statistics: Statistics

    def endpoint_in_time(self) -> Endpoint:
        """The endpoint, with no more time to connect than the total time leaves. ReplyTimeout if there is none."""
        left = self.limits.left(self.endpoint.connect_timeout or math.inf)
        if left <= 0:
            raise self.limits.expired()
        return replace(self.endpoint, connect_timeout=0 if left == math.inf else left)
