# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many sessions at once, and clients that do not behave."""

from __future__ import annotations

import random
import socket
import threading

import pytest


def test_many_sessions_at_once_mix_up_no_replies(connect):
    sessions, rounds = 100, 20
    wires = [connect("postmaster", "secret") for _session in range(sessions)]
    failures = []

    def talk(number):
        for count in range(rounds):
            name = b"u%d-%d" % (number, count)
            replies = [
                wires[number].ask(b'CREATEACCOUNT "%s" {RealName="%s";}' % (name, name)),
                wires[number].ask(b'GETACCOUNTSETTINGS "%s"' % name),
            ]
            if replies != [b"200 OK", b"201 {RealName=%s;}" % name]:
                failures.append(replies)

    threads = [threading.Thread(target=talk, args=(number,)) for number in range(sessions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    total = wires[0].ask(b"LISTDOMAINOBJECTS example.com 0")
    assert total.startswith(b"201 (%d,{}," % (sessions * rounds + 2))  # pbx and postmaster, too


def test_a_client_that_does_not_read_does_not_stop_the_others_and_gets_everything_later(connect, admin):
    value = b"y" * 100_000
    admin.do(b'UPDATEACCOUNTSETTINGS postmaster {Big="%s";}' % value)
    greedy = connect("postmaster", "secret")
    count = 300  # 30 MB of replies to a few kilobytes of commands
    greedy.send(b"GETACCOUNTONESETTING postmaster Big\r\n" * count)
    assert admin.ask(b"NOOP") == b"200 OK"
    assert all(greedy.line() == b"201 " + value for _reply in range(count))


def test_a_greedy_client_is_not_read_from_while_it_does_not_read(connect, admin):
    """Otherwise one client could make the server hold any amount of replies."""
    admin.do(b'UPDATEACCOUNTSETTINGS postmaster {Big="%s";}' % (b"y" * 100_000))
    greedy = connect("postmaster", "secret")
    greedy.socket.settimeout(1)
    with pytest.raises(socket.timeout):
        for _chunk in range(10_000):
            greedy.send(b"GETACCOUNTONESETTING postmaster Big\r\n" * 1000)
    assert admin.ask(b"NOOP") == b"200 OK"


def test_a_client_that_goes_away_does_no_harm(connect, admin):
    for _client in range(50):
        wire = connect("postmaster", "secret")
        wire.send(b"LISTCLICOMMANDS\r\n" * 500)
        wire.close()
    assert admin.ask(b"NOOP") == b"200 OK"


def test_pipelining_goes_on_when_replies_are_delayed(simulator, connect, admin):
    """See also test_latency.py."""
    admin.send(b"NOOP\r\n" * 10_000)
    assert all(admin.line() == b"200 OK" for _reply in range(10_000))


GARBAGE = [
    b"\x00\x01\x02\xff\xfe", b"\xc3\x28", b"GET / HTTP/1.1", b"\x16\x03\x01\x02\x00\x01\x00", b"{" * 50_000,
    b"ECHO " + b"(" * 100_000, b"ECHO " + b"{a=" * 50_000, b'ECHO "\\', b"ECHO [not base64", b"ECHO #", b"ECHO <a",
    b"ECHO #T99-99-9999", b"ECHO #I[", b"ECHO {=;}", b"ECHO {;}", b"ECHO (,)", b"\r", b"   ", b"\t\t",
    b"LISTMAILBOXES postmaster FILTER " + b"*" * 300, b"USER", b"PASS", b"APOP", b"AUTH",
]


@pytest.mark.parametrize("line", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_refused_line_by_line(admin, line, capfd):
    reply = admin.ask(line)
    assert reply[:1] in (b"2", b"3", b"5") and reply[:3] != b"590"
    assert admin.ask(b"MAINDOMAINNAME") == b"201 example.com"
    assert capfd.readouterr().err == ""


def test_random_lines_neither_break_the_session_nor_the_simulator(admin, capfd):
    chance = random.Random(20260101)
    verbs = admin.ask(b"LISTCLICOMMANDS")[5:-1].split(b",")
    pieces = [
        b"postmaster", b"*", b"example.com", b'"a b"', b"(a,b)", b"{a=b;}", b"{a={b=(c);};}", b"INTO", b"MAILBOX",
        b"FILE",
        b"AUTH", b"DATA", b"[AAEC]", b"#5", b"#NULL#", b"10", b"-1", b"TO", b"FOR", b"PASSWORD", b"x@example.com",
        b'""',
        b"COOKIE", b"FILTER", b"OFFSET", b"BEG", b"#T22-10-2009", b"<a>x</a>", b"(1,r,(),())", b"\xff", b"{", b")",
    ]
    lines = [
        b" ".join([chance.choice(verbs)] + [chance.choice(pieces) for _piece in range(chance.randrange(6))])
        for _line in range(20_000)
    ]
    # What takes the session or its rights away, or ends the simulator in good order, would end the test.
    lines = [line for line in lines if not line.startswith((b"KILLACCOUNTSESSIONS", b"SETACCOUNT", b"SHUTDOWN"))]
    sender = threading.Thread(target=admin.send, args=(b"\r\n".join(lines) + b"\r\n",))
    sender.start()
    replies = [admin.line() for _line in lines]
    sender.join()
    assert {reply[:1] for reply in replies} == {b"2", b"5"}
    faults = [line for line, reply in zip(lines, replies) if reply[:3] == b"590" or reply[:11] == b"500 unknown"]
    assert faults == []
    assert capfd.readouterr().err == ""
