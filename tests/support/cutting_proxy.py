# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP proxy before the simulator that cuts connections at a chosen command."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

_PIECE = 65536


@dataclass(frozen=True)
class Cut:
    """Where a connection ends: at the ``nth`` command line that begins with one of ``verbs`` (any if there are none).

    ``moment``: "before" (the server never gets the command), "after" (it carries it out, and no reply comes back) or
    "reply" (the reply is cut off behind its first byte).
    """

    verbs: tuple[str, ...] = ()
    nth: int = 1
    moment: str = "after"


class CuttingProxy:
    """Cuts its first connections as ``cuts`` say, one after the other; later ones live.

    ``accepts``: how many connections are taken at all; those after that are closed at once, before any greeting.
    ``at_cut`` is called with the proxy right before a connection is cut: somebody else's doing, perhaps.
    """

    def __init__(
        self,
        host: str,
        port: int,
        cuts: Sequence[Cut],
        accepts: int = 1000,
        at_cut: Callable[[CuttingProxy], object] = lambda proxy: None,
    ) -> None:
        self._server = (host, port)
        self._cuts = list(cuts)
        self._accepts = accepts
        self._at_cut = at_cut
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.connections = 0

    def __enter__(self) -> CuttingProxy:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # it refuses already
            self.refuse()

    def refuse(self) -> None:
        """Take no connection at all from now on, as a server that is not running."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def admit(self) -> None:
        """Take connections again, on the same port."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._start(self._accept)

    @staticmethod
    def _start(work: Callable[[], None]) -> None:
        threading.Thread(target=work, daemon=True).start()

    def _accept(self) -> None:
        listener = self._listener
        while True:
            try:
                client, _address = listener.accept()
            except OSError:
                return
            self.connections += 1
            if self.connections > self._accepts:
                client.close()
                continue
            cut = self._cuts.pop(0) if self._cuts else None
            server = socket.create_connection(self._server)
            connection = _Connection(client, server, cut, lambda: self._at_cut(self))
            self._start(connection.carry_commands)
            self._start(connection.carry_replies)


class _Connection:
    """Two sockets and what goes between them."""

    def __init__(
        self, client: socket.socket, server: socket.socket, cut: Cut | None, at_cut: Callable[[], object]
    ) -> None:
        self.client = client
        self.server = server
        self.cut = cut
        self.at_cut = at_cut
        self.met = 0
        self.muted = threading.Event()
        self.ended = threading.Event()

    def carry_commands(self) -> None:
        partial = b""
        while True:
            piece = _receive(self.client)
            *lines, partial = (partial + piece).split(b"\n")
            for line in lines:
                if self._is_cut_at(line):
                    self._cut(line)
                    return
                _send(self.server, line + b"\n")
            if not piece:
                _shut(self.server)
                return

    def carry_replies(self) -> None:
        while True:
            piece = _receive(self.server)
            if self.muted.is_set():
                if self.cut is not None and self.cut.moment == "reply":
                    _send(self.client, piece[:1])
                break
            if not piece:
                break
            _send(self.client, piece)
        while piece:  # what the server still says, until it has carried out all and ends
            piece = _receive(self.server)
        self.ended.set()
        self._close()

    def _is_cut_at(self, line: bytes) -> bool:
        if self.cut is None:
            return False
        verb = line.split(b" ", 1)[0].strip().decode("ascii", "replace").upper()
        if not self.cut.verbs or verb in self.cut.verbs:
            self.met += 1
            return self.met == self.cut.nth
        return False

    def _cut(self, line: bytes) -> None:
        assert self.cut is not None
        self.at_cut()
        if self.cut.moment == "before":
            self._close()
            return
        self.muted.set()
        _send(self.server, line + b"\n")
        _shut(self.server)
        self.ended.wait()

    def _close(self) -> None:
        for end in (self.client, self.server):
            _shut(end, socket.SHUT_RDWR)
            end.close()


def _receive(end: socket.socket) -> bytes:
    try:
        return end.recv(_PIECE)
    except OSError:
        return b""


def _send(end: socket.socket, data: bytes) -> None:
    with suppress(OSError):  # the other side has gone; its own thread notices
        end.sendall(data)


def _shut(end: socket.socket, how: int = socket.SHUT_WR) -> None:
    with suppress(OSError):  # it is shut already
        end.shutdown(how)
