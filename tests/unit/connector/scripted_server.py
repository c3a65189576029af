# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server on a loopback port that plays one script per connection, and a client's way to it.

A script is a function that gets the server's end of a connection. What goes wrong in a script, a script that is never
played and a connection too many all fail the test when the server is left.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint

PATIENCE = 120  # seconds after which a stuck test fails; no test waits for it
LOGIN = "postmaster@example.com"
PASSWORD = "cherry Orchard7"
CHALLENGE = b"<17.1700000000@mail.example.com>"
PLAIN_GREETING = b"200 mail.example.com PWD Server ready\r\n"
APOP_GREETING = b"200 mail.example.com PWD Server ready " + CHALLENGE + b"\r\n"
APOP_LINE = b"APOP %s %s" % (LOGIN.encode(), hashlib.md5(CHALLENGE + PASSWORD.encode()).hexdigest().encode())
USER_LINE = b"USER " + LOGIN.encode()
PASS_LINE = b"PASS " + PASSWORD.encode()


class Peer:
    """The server's end of a connection."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._buffer = bytearray()

    def send(self, *pieces: bytes) -> None:
        """Send each piece by itself."""
        for piece in pieces:
            self._socket.sendall(piece)

    def read_line(self) -> bytes:
        """The next line without its LF; empty at the end of the stream."""
        end = self._buffer.find(b"\n")
        while end < 0:
            searched = len(self._buffer)
            piece = self._socket.recv(65536)
            if not piece:
                return b""
            self._buffer += piece
            end = self._buffer.find(b"\n", searched)
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def read_write(self) -> bytes:
        """The bytes of the client's next write, no line having been read in part."""
        assert not self._buffer
        return self._socket.recv(65536)

    def expect(self, *lines: bytes) -> None:
        """Read exactly these lines."""
        for line in lines:
            assert self.read_line() == line

    def expect_end(self) -> None:
        """The client closes the connection without having sent anything more."""
        with contextlib.suppress(ConnectionResetError):
            assert self._buffer + self._socket.recv(65536) == b""

    def answer(self, line: bytes, reply: bytes) -> None:
        """Read exactly this line and send this reply."""
        self.expect(line)
        self.send(reply)

    def log_in(self, inline: bytes = b"200 OK\r\n") -> None:
        """Greet, and take the login and INLINE."""
        self.send(APOP_GREETING)
        self.answer(APOP_LINE, b"200 login OK\r\n")
        self.answer(b"INLINE", inline)

    def read_word(self) -> bytes:
        """Read an ECHO of the session's own, and return the word that it asks for."""
        verb, _space, word = self.read_line().partition(b" ")
        assert verb == b"ECHO" and re.fullmatch(b"in[0-9a-f]{16}step", word), verb
        return word

    def read_probe(self) -> bytes:
        """Read the two commands that prove the window."""
        self.expect(b"NOOP")
        return self.read_word()

    def prove_window(self, knows_echo: bool = False) -> None:
        """Answer the two commands that prove the window; a server without ECHO is asked for another word, once."""
        word = self.read_probe()
        if knows_echo:
            self.send(b"200 OK\r\n201 %s\r\n" % word)
        else:
            self.send(b"200 OK\r\n500 unknown command\r\n")
            self.refuse_word()

    def say_word(self) -> None:
        """Answer an ECHO of the session's own."""
        self.send(b"201 %s\r\n" % self.read_word())

    def refuse_word(self) -> None:
        self.read_word()
        self.send(b"500 unknown command\r\n")

    def quit(self) -> None:
        """Take QUIT."""
        self.answer(b"QUIT", b"200 CommuniGate Pro PWD connection closed\r\n")
        self.expect_end()

    def start_tls(self, context: ssl.SSLContext) -> None:
        """Go on over TLS. OSError if the client refuses that."""
        assert not self._buffer
        self._socket = context.wrap_socket(self._socket, server_side=True)

    def end_tls(self) -> None:
        """Say that this is the end of what goes over TLS; the client's answer is not awaited."""
        self._socket.settimeout(0)
        with contextlib.suppress(ssl.SSLWantReadError):
            self._socket.unwrap()  # type: ignore[attr-defined]

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    def reset(self) -> None:
        """Break the connection."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()


class ScriptedServer:
    """Plays ``scripts``, one for each connection in turn; ``small_buffers`` makes its sockets fill up early."""

    def __init__(
        self, *scripts: Callable[[Peer], None], tls: ssl.SSLContext | None = None, small_buffers: bool = False
    ) -> None:
        self._scripts = scripts
        self._tls = tls
        self._errors: list[BaseException] = []
        self._played = 0
        self._last_caller: object = None  # whose connection means the end of the test
        self._listener = socket.socket()
        if small_buffers:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(5)
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def port(self) -> int:
        """The loopback port."""
        return self._listener.getsockname()[1]

    def session(self, **options: Any) -> Session:
        """A session with this server; ``options`` are those of ``Session`` and of ``Endpoint``."""
        names = Endpoint.__dataclass_fields__
        endpoint = {name: options.pop(name) for name in list(options) if name in names}
        options.setdefault("reply_timeout", PATIENCE)
        options.setdefault("credentials", Credentials(LOGIN, PASSWORD))
        return Session(Endpoint(**{"host": "127.0.0.1", "port": self.port, **endpoint}), **options)

    def __enter__(self) -> ScriptedServer:
        self._thread.start()
        return self

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        with socket.socket() as caller:
            caller.bind(("127.0.0.1", 0))
            self._last_caller = caller.getsockname()
            caller.connect(self._listener.getsockname())
            self._thread.join(PATIENCE)
        self._listener.close()
        if error is not None and not isinstance(error, AssertionError):
            return  # it tells more than what follows from it
        for script_error in self._errors:
            raise script_error
        assert not self._thread.is_alive(), "a script is stuck"
        assert self._played == len(self._scripts), "%d of %d scripts played" % (self._played, len(self._scripts))

    def _run(self) -> None:
        while True:
            sock, caller = self._listener.accept()
            try:
                if caller == self._last_caller:
                    return
                sock.settimeout(PATIENCE)
                self._play(sock)
            except BaseException as error:
                self._errors.append(error)
            finally:
                sock.close()

    def _play(self, sock: socket.socket) -> None:
        assert self._played < len(self._scripts), "a connection too many"
        script = self._scripts[self._played]
        self._played += 1
        if self._tls is None:
            peer = Peer(sock)
            try:
                script(peer)
            finally:
                peer.close()
            return
        try:
            encrypted = self._tls.wrap_socket(sock, server_side=True)
        except OSError:
            return  # the client has refused us, which is for the test to see
        with encrypted:
            script(Peer(encrypted))


@dataclass(frozen=True)
class Say:
    """A command, as the session knows commands."""

    text: str

    @property
    def verb(self) -> str:
        """The first word."""
        return self.text.split(" ")[0]

    def line(self) -> str:
        """The whole command."""
        return self.text
