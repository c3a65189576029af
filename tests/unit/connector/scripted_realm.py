# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An HTTP server on a loopback port that answers each command as a test says, and a session with it.

``answer(command, connection)`` gets the command of a request and the number of its connection (from 1), and returns the
bytes of the whole response; CLOSE behind them, or alone, closes the connection. The session's own question (ECHO of a
word nobody knows) is answered as ``form`` says, if there is one. What goes wrong here fails the test.
"""

from __future__ import annotations

import base64
import contextlib
import re
import socket
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import LOGIN, PASSWORD, PATIENCE

CLOSE = b"\0close\0"
_QUESTION = re.compile(r"ECHO (in[0-9a-f]{16}step)")

Answer = Callable[[str, int], bytes]


def response(body: bytes | str, status: str = "200 OK", *fields: str) -> bytes:
    """A response with a length."""
    body = body.encode() if isinstance(body, str) else body
    lines = ["HTTP/1.1 %s" % status, *fields, "Content-Length: %d" % len(body), "", ""]
    return "\r\n".join(lines).encode("iso-8859-1") + body


def with_status_line(word: str) -> bytes:
    """How a server answers the session's question that writes status lines."""
    return response("201 %s\r\n" % word)


def bare(word: str) -> bytes:
    """How one does that writes data alone."""
    return response("%s\r\n" % word)


class Realm:
    """See above. ``commands`` are those that came, without the session's own; ``requests`` all whole requests."""

    def __init__(self, answer: Answer, form: Callable[[str], bytes] | None = with_status_line) -> None:
        self.commands: list[str] = []
        self.requests: list[bytes] = []
        self.connections = 0
        self.ended = 0  # connections that are no more
        self.most_at_once = 0
        self._answer = answer
        self._form = form
        self._under_way = 0
        self._lock = threading.Lock()
        self._errors: list[BaseException] = []
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def session(self, **options: Any) -> Session:
        """A session; ``options`` are those of ``Session`` and of ``Endpoint``."""
        names = Endpoint.__dataclass_fields__
        endpoint = {name: options.pop(name) for name in list(options) if name in names}
        options.setdefault("reply_timeout", PATIENCE)
        options.setdefault("credentials", Credentials(LOGIN, PASSWORD))
        return Session(Endpoint(**{"host": "127.0.0.1", "port": self.port, "transport": "http", **endpoint}), **options)

    def __enter__(self) -> Realm:
        return self

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        for sock in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        if error is None:
            for one in self._errors:
                raise one

    def wait_for_ends(self, count: int) -> None:
        """Wait until so many connections have been closed on this side."""
        wait_until(lambda: self.ended >= count)

    def take_no_more(self) -> None:
        """Refuse further connections."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _caller = self._listener.accept()
                self._open.append(sock)
                self.connections += 1
                threading.Thread(target=self._serve, args=(sock, self.connections), daemon=True).start()

    def _serve(self, sock: socket.socket, number: int) -> None:
        try:
            sock.settimeout(PATIENCE)
            while self._exchange(sock, number):
                pass
        except OSError:
            pass  # the client has gone
        except BaseException as error:
            self._errors.append(error)
        finally:
            sock.close()
            with self._lock:
                self.ended += 1

    def _exchange(self, sock: socket.socket, number: int) -> bool:
        """One request and its response; whether there may be others."""
        request = _read(sock)
        if not request:
            return False
        with self._lock:
            self.requests.append(request)
            self._under_way += 1
            self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            answer = self._answered(request, number)
        finally:
            with self._lock:
                self._under_way -= 1
        sock.sendall(answer.replace(CLOSE, b""))
        return CLOSE not in answer

    def _answered(self, request: bytes, number: int) -> bytes:
        command = command_of(request)
        question = _QUESTION.fullmatch(command)
        if question is not None and self._form is not None:
            return self._form(question.group(1))
        if self._form is not None and command == "NOOP" and self._form is not with_status_line:
            return response("\r\n")
        with self._lock:
            self.commands.append(command)
        return self._answer(command, number)


def _read(sock: socket.socket) -> bytes:
    """The next request; empty at the end."""
    request = b""
    while b"\r\n\r\n" not in request:
        piece = sock.recv(65536)
        if not piece:
            assert not request, "half a request"
            return b""
        request += piece
    head, _end, body = request.partition(b"\r\n\r\n")
    length = int(re.search(rb"\r\nContent-Length: (\d+)(?:\r\n|$)", head).group(1))  # type: ignore[union-attr]
    while len(body) < length:
        piece = sock.recv(65536)
        if not piece:
            return b""
        body += piece
    assert len(body) == length, "more than one request"
    return head + b"\r\n\r\n" + body


def command_of(request: bytes) -> str:
    """The command of a request, whose head is as it must be."""
    head, _end, body = request.partition(b"\r\n\r\n")
    login = base64.b64encode(("%s:%s" % (LOGIN, PASSWORD)).encode())
    assert b"\r\nAuthorization: Basic %s\r\n" % login in head
    name, _equals, value = body.decode("ascii").partition("=")
    assert name == "command" and "&" not in value
    return unquote_plus(value, errors="surrogateescape")


def opened(session: Session) -> None:
    """Log in, and close again."""
    with session:
        pass


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for what must come true."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.001)
