# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An embedded simulator that ends leaves nobody waiting, however far a client has come."""

from __future__ import annotations

import contextlib
import socket
import threading

from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

ENOUGH = 20  # clients in a row, so that some are just being let in at the end
PATIENCE = 30  # seconds after which a client that is still connected fails the test


def test_whoever_is_being_let_in_is_turned_out() -> None:
    for _time in range(10):
        clients: list[socket.socket] = []
        arrived = threading.Event()

        def arrive(address: tuple[str, int], clients: list[socket.socket], arrived: threading.Event) -> None:
            with contextlib.suppress(OSError):  # once nobody listens any more
                while True:
                    clients.append(socket.create_connection(address, PATIENCE))
                    if len(clients) == ENOUGH:
                        arrived.set()

        with Embedded(Options(port=0, password="secret")) as simulator:
            arriving = threading.Thread(target=arrive, args=((simulator.host, simulator.port), clients, arrived))
            arriving.start()
            assert arrived.wait(PATIENCE)
        arriving.join()
        for client in clients:
            with client, contextlib.suppress(ConnectionError):
                while client.recv(4096):  # TimeoutError where nobody ends it
                    pass
