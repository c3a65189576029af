# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A connected byte stream that never blocks; ``tls.py`` has the one over TLS.

Its user waits for ``events()`` on ``fileno()`` with a selector, unless ``pending()``.
"""

from __future__ import annotations

import selectors
import socket
from collections.abc import Callable

_QUICK_ACK: int = getattr(socket, "TCP_QUICKACK", 0)  # only Linux has it


class Stream:
    """A stream over a plain socket.

    ``protected``: nobody between the two ends can read along (loopback, TLS, SSH to the very machine). ``on_close`` is
    called after the socket has been closed. ``secure`` takes its socket and makes of it, within so many seconds,
    the stream that is to be used after STLS. ConnectionFailed.
    """

    def __init__(
        self,
        sock: socket.socket,
        protected: bool,
        on_close: Callable[[], None] | None = None,
        secure: Callable[[float], Stream] | None = None,
    ) -> None:
        sock.setblocking(False)
        self._socket = sock
        self._on_close = on_close
        self.secure = secure
        self._acknowledges = _QUICK_ACK != 0 and sock.family in (socket.AF_INET, socket.AF_INET6)
        self.protected = protected

    def fileno(self) -> int:
        """The descriptor to wait on."""
        return self._socket.fileno()

    def events(self, sending: bool) -> int:
        """The selector events to wait for; ``sending``: there is something to send."""
        return selectors.EVENT_READ | (selectors.EVENT_WRITE if sending else 0)

    def send(self, data: bytes) -> int:
        """Send ``data`` from its start; the number of bytes taken, 0 when none can be taken now. OSError.

        What was not taken must be offered again, from the first byte not taken and no shorter (OpenSSL insists).
        """
        try:
            return self._socket.send(data)
        except BlockingIOError:
            return 0

    def receive(self, size: int) -> bytes | None:
        """Up to ``size`` bytes; None when there are none now, empty at the end of the stream. OSError."""
        try:
            piece = self._socket.recv(size)
        except BlockingIOError:
            return None
        if self._acknowledges:
            # A server that writes each reply by itself, with Nagle's algorithm on, waits for the acknowledgement of one
            # before it sends the next; delayed (40 ms, by default) that makes a window of commands 10 times slower.
            self._socket.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)
        return piece

    def pending(self) -> bool:
        """Whether there are bytes to receive that no selector knows of."""
        return False

    def close(self) -> None:
        """Close the stream. What was sent may still be under way."""
        self._socket.close()
        if self._on_close is not None:
            self._on_close()
