# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection that ends anywhere in a login: at every byte that a simulator says, by every method, over TCP and STLS.

Whatever is cut off, the error is a clean one without the secret, and nothing is said in clear text that belongs to TLS.
In the usual run what is encrypted is cut at some places only: the records of TLS are not read in part.
"""

from __future__ import annotations

import hashlib
import selectors
import socket
import threading
from contextlib import suppress

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import ConnectionFailed, LoginFailed
from ansible_collections.communigate.pro.plugins.module_utils.connector.login import METHODS
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.load import FULL
from support.session_ways import new_session_id

LOGIN = "postmaster@example.com"
PASSWORD = "cherry Orchard7"
PATIENCE = 120
ENCRYPTED_CUTS = 400 if FULL else 10
LAST_RECORD = 30  # bytes that the last record has at least; signatures, and with them the whole, differ by a few
FIRST_RECORD = b"\x16\x03"


class Relay:
    """Carries connections to a server, and ends each after so many bytes from the server: ``allowance``, None for all.

    ``heard``: what came from the clients; ``said``: how many bytes the last connection carried to the client.
    """

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self.allowance: int | None = None
        self.heard: list[bytes] = []
        self.said = 0
        self._client: socket.socket | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        if self._client is not None:
            with suppress(OSError):  # it is closed already
                self._client.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(PATIENCE)

    def _accept(self) -> None:
        while True:
            try:
                client, _address = self._listener.accept()
            except OSError:
                return
            self._client = client
            with client, socket.create_connection(self._server) as server, suppress(OSError):
                self._carry(client, server)

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        self.heard.append(b"")
        allowance, self.said = self.allowance, 0
        with selectors.DefaultSelector() as selector:
            selector.register(client, selectors.EVENT_READ)
            selector.register(server, selectors.EVENT_READ)
            while self.said != allowance:
                for key, _events in selector.select():
                    if key.fileobj is client:
                        piece = client.recv(65536)
                        self.heard[-1] += piece
                        server.sendall(piece)
                    else:
                        piece = server.recv(65536 if allowance is None else allowance - self.said)
                        self.said += len(piece)
                        client.sendall(piece)
                    if not piece:
                        return
                    if self.said == allowance:
                        break


@pytest.fixture(scope="module")
def server(certificate):
    """The clock stands still, so that each challenge has as many bytes as the others."""
    cert, key = certificate
    options = Options(
        port=0, main_domain="example.com", password=PASSWORD, tls_cert=cert, tls_key=key, stls=True,
        clock="fixed:2030-01-31T12:00:00", habits=("stls-greets-again",),
    )
    with Embedded(options) as running:
        running.service.sessions_total = 1_000_000
        yield running


@pytest.fixture(scope="module")
def session_id(server):
    return new_session_id(server, PASSWORD)


@pytest.fixture
def relay(server):
    running = Relay(server.host, server.port)
    yield running
    running.close()


@pytest.fixture
def logged_in(relay, certificate, session_id, monkeypatch):
    """Logs in over the relay: a function of transport, method and what is allowed. It returns the secret."""
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])  # the system's authorities take long to load

    def log_in(transport, method, allowance):
        relay.allowance = allowance
        secret = session_id if method == "session" else PASSWORD
        session = Session(
            Endpoint("127.0.0.1", relay.port, transport=transport, tls_ca_file=certificate[0]),
            Credentials(LOGIN, secret),
            login_method=method,
            reply_timeout=PATIENCE,
            pause=lambda seconds: None,
        )
        try:
            session.open()
        except (ConnectionFailed, LoginFailed) as error:
            for shown in (secret, hashlib.md5(secret.encode()).hexdigest()):
                assert shown not in "%s %r" % (error, error)
            raise
        said = relay.said
        session.close()
        return said

    return log_in


def cut_off(logged_in, transport, method, allowance):
    with pytest.raises((ConnectionFailed, LoginFailed)):
        logged_in(transport, method, allowance)


@pytest.mark.parametrize("method", METHODS)
def test_cut_at_every_byte(logged_in, relay, method):
    whole = logged_in("tcp", method, None)
    assert 100 < whole < 400
    for allowance in range(whole):
        cut_off(logged_in, "tcp", method, allowance)
    logged_in("tcp", method, None)
    if method in ("apop", "cram-md5"):
        assert not [said for said in relay.heard if PASSWORD.encode() in said]


@pytest.mark.parametrize("method", METHODS)
def test_cut_anywhere_before_and_after_stls(logged_in, relay, method):
    whole = logged_in("stls", method, None)
    clear = len(b"200 example.com CommuniGate Pro PWD Server 6.3.39 ready <1000001.1896091200@example.com>\r\n")
    clear += len(b"200 please start TLS\r\n")
    assert clear + 1000 < whole
    in_clear_text = range(clear) if method == "auto" else range(0, clear, 9)
    encrypted = range(clear, whole - LAST_RECORD, (whole - clear) // ENCRYPTED_CUTS + 1)
    for allowance in (*in_clear_text, *encrypted, whole - LAST_RECORD // 2):
        cut_off(logged_in, "stls", method, allowance)
    assert len(relay.heard) > len(in_clear_text) + len(encrypted)
    for heard in relay.heard:
        told, record, _encrypted = heard.partition(FIRST_RECORD)
        assert told in (b"STLS\n", b"STL", b"ST", b"S", b"") and (record or told in (b"STLS\n", b""))
