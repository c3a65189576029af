# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--latency-ms: every reply comes late, but pipelined commands do not wait for each other."""

from __future__ import annotations

import asyncio
import socket

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network.outbox import Outbox
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password="secret", latency_ms=30)


def test_all_replies_come_in_order(admin):
    admin.send(b"".join(b"ECHO %d\r\n" % number for number in range(2000)))
    assert [admin.line() for _reply in range(2000)] == [b"201 %d" % number for number in range(2000)]


def test_quit_is_answered_before_the_connection_is_closed(connect):
    wire = connect("postmaster", "secret")
    wire.send(b"NOOP\r\nQUIT\r\n")
    assert wire.rest() == b"200 OK\r\n200 CommuniGate Pro PWD connection closed\r\n"


def test_a_half_closed_connection_still_gets_its_replies(admin):
    admin.send(b"NOOP\r\n" * 1000)
    admin.socket.shutdown(socket.SHUT_WR)
    assert admin.rest() == b"200 OK\r\n" * 1000


class HandTurnedLoop:
    """An event loop whose clock a test turns by hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.timers = []

    def time(self) -> float:
        return self.now

    def call_at(self, when, callback):
        self.timers.append((when, callback))
        return self

    def cancel(self) -> None:
        self.timers.clear()

    def turn_to(self, now: float) -> None:
        self.now = now
        due = [timer for timer in self.timers if timer[0] <= now]
        self.timers = [timer for timer in self.timers if timer[0] > now]
        for _when, callback in due:
            callback()


class Sent(asyncio.Transport):
    def __init__(self) -> None:
        super().__init__()
        self.written = []
        self.closed = False

    def write(self, data) -> None:
        self.written.append(bytes(data))

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def loop(monkeypatch):
    hand_turned = HandTurnedLoop()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: hand_turned)
    return hand_turned


def test_each_reply_leaves_the_delay_after_its_command_arrived(loop):
    transport = Sent()
    outbox = Outbox(transport, 5.0, lambda: None)
    outbox.send(b"first", arrived=100.0)
    outbox.send(b"second", arrived=101.0)
    loop.turn_to(104.9)
    assert transport.written == []
    loop.turn_to(105.0)
    assert transport.written == [b"first"]
    loop.turn_to(106.0)
    assert transport.written == [b"first", b"second"]


def test_commands_that_arrived_together_are_answered_together(loop):
    transport = Sent()
    outbox = Outbox(transport, 5.0, lambda: None)
    for number in range(64):
        outbox.send(b"%d " % number, arrived=100.0)
    loop.turn_to(105.0)
    assert b"".join(transport.written) == b"".join(b"%d " % number for number in range(64))


def test_closing_waits_for_what_is_on_its_way(loop):
    transport = Sent()
    outbox = Outbox(transport, 5.0, lambda: None)
    outbox.send(b"last words", arrived=100.0)
    outbox.close()
    assert not transport.closed
    loop.turn_to(105.0)
    assert transport.written == [b"last words"]
    assert transport.closed
