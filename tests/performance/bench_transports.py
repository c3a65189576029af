# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand Accounts that are as they should be, over each transport, against the bare loop of that transport.

The bare loop sends the bytes of the same commands over the same transport, as many at a time, and looks at nothing of
the replies but where they end. The user's CPU seconds are those of this process alone.
"""

from __future__ import annotations

import json
import os
import selectors
import socket
import ssl
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import bench_accounts
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.http.request import basic, head, whole
from measure import RecordingSession, Row, exchange, log_in, running_simulator, session, session_over
from support.certificate import self_signed
from support.simulator import Simulator

CONNECTIONS = 4
AIMS = {"http": 2.5, "https": 2.5}
AIM = 2.0


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as directory:
        source, state = Path(directory) / "accounts.json", Path(directory) / "state"
        source.write_text(json.dumps(bench_accounts.accounts(bench_accounts.ACCOUNTS)), encoding="utf-8")
        certificate = self_signed(Path(directory))
        ports = {"http": _free_port(), "https": _free_port()}
        flags = ["--state", str(state), "--tls-cert", certificate[0], "--tls-key", certificate[1]]
        web = ["--http-port", str(ports["http"]), "--https-port", str(ports["https"])]
        measured = []
        with running_simulator(*flags, *web, "--stls") as simulator:
            bench_accounts.run(session(simulator), source)
            recording = RecordingSession(simulator)
            bench_accounts.run(recording, source)
            measured += [
                _row(simulator, _endpoint(simulator, transport, ports, certificate[0]), source, recording.lines)
                for transport in ("tcp", "stls", "http", "https")
            ]
        with running_simulator(*flags) as simulator:
            endpoint = _endpoint(simulator, "tls", {}, certificate[0])
            return [*measured, _row(simulator, endpoint, source, recording.lines)]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _endpoint(simulator: Simulator, transport: str, ports: dict[str, int], authority: str) -> Endpoint:
    return Endpoint(simulator.host, ports.get(transport, simulator.port), transport, tls_ca_file=authority)


def _row(simulator: Simulator, endpoint: Endpoint, source: Path, lines: Sequence[bytes]) -> Row:
    begun = os.times().user
    measured = bench_accounts.run(session_over(simulator, endpoint), source)
    user = os.times().user - begun
    loop = _over_http if endpoint.transport in AIMS else _over_pwd
    begun = os.times().user
    floor = _seconds(lambda: loop(simulator, endpoint, list(lines)))
    bare = os.times().user - begun
    name = "accounts unchanged, transport %s" % endpoint.transport
    note = "user CPU %.1f s, %.1f s of the bare loop (aim: %.1f)" % (user, bare, AIMS.get(endpoint.transport, AIM))
    return {**bench_accounts.row(name, bench_accounts.ACCOUNTS, measured, floor), "note": note}


def _seconds(deed: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun


def _over_pwd(simulator: Simulator, endpoint: Endpoint, lines: list[bytes]) -> None:
    with ExitStack() as open_ones:
        connection: socket.socket = open_ones.enter_context(socket.create_connection((endpoint.host, endpoint.port)))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if endpoint.transport == "tls":
            connection = open_ones.enter_context(_tls(connection, endpoint))
        connection.recv(65536)  # the greeting
        if endpoint.transport == "stls":
            connection.sendall(b"STLS\n")
            connection.recv(65536)
            connection = open_ones.enter_context(_tls(connection, endpoint))
        log_in(connection, simulator)
        exchange(connection, lines)


def _over_http(simulator: Simulator, endpoint: Endpoint, lines: list[bytes]) -> None:
    beginning = head(endpoint, b"/CLI/", b"Authorization: " + basic(simulator.login, simulator.password))
    requests = iter([whole(beginning, line) for line in lines])
    with ExitStack() as open_ones, selectors.DefaultSelector() as selector:
        for _number in range(CONNECTIONS):
            made: socket.socket = open_ones.enter_context(socket.create_connection((endpoint.host, endpoint.port)))
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if endpoint.transport == "https":
                made = open_ones.enter_context(_tls(made, endpoint))
            selector.register(made, selectors.EVENT_READ, made)
            made.sendall(next(requests))
        _take_turns(selector, requests)


def _take_turns(selector: selectors.BaseSelector, requests: Iterator[bytes]) -> None:
    """A new request for each connection whose response has come."""
    while selector.get_map():
        for key, _events in selector.select():
            connection: socket.socket = key.data
            response = connection.recv(65536)
            while len(response) < _length(response):
                response += connection.recv(65536)
            request = next(requests, None)
            if request is None:
                selector.unregister(connection)
            else:
                connection.sendall(request)


def _length(response: bytes) -> int:
    """How long a response is; longer than it is as long as that is not known."""
    end = response.find(b"\r\n\r\n")
    if end < 0:
        return len(response) + 1
    return end + 4 + int(response.partition(b"Content-Length: ")[2].partition(b"\r")[0])


def _tls(connection: socket.socket, endpoint: Endpoint) -> ssl.SSLSocket:
    return ssl.create_default_context(cafile=endpoint.tls_ca_file).wrap_socket(
        connection, server_hostname=endpoint.host
    )
