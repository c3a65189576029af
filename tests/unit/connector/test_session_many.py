# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many commands: the window and its proof, order, lost connections, both directions full, iterators given up."""

from __future__ import annotations

import itertools
import os
import re
import signal
import time

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    BadReply,
    ConnectionFailed,
    ConnectionLost,
    NotFound,
    OutOfStep,
    ReplyTimeout,
    UnsendableCommand,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.stream import Stream
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Say, ScriptedServer


def echo(number):
    return Say("ECHO %d" % number)


def echoes(count):
    return [echo(number) for number in range(count)]


def answer_echo(peer, number):
    peer.answer(b"ECHO %d" % number, b"201 n%d\r\n" % number)


def echo_all(peer):
    """Answer each command with its argument, until QUIT."""
    while True:
        line = peer.read_line()
        if line == b"QUIT":
            peer.send(b"200 bye\r\n")
            return
        peer.send(b"201 n" + line.split(b" ")[1] + b"\r\n")


def proven_echo(peer):
    peer.log_in()
    peer.prove_window()
    echo_all(peer)


def unproven_echo(peer):
    peer.log_in()
    echo_all(peer)


def one_at_a_time(count):
    """A script that takes ``count`` commands, each in a write of its own."""

    def script(peer):
        peer.log_in()
        for number in range(count):
            assert peer.read_write() == b"ECHO %d\n" % number
            peer.send(b"201 n%d\r\n" % number)
        peer.quit()

    return script


def names(count):
    return ["n%d" % number for number in range(count)]


def test_the_window_is_proven_by_two_commands_in_one_write_and_then_filled():
    def script(peer):
        peer.log_in()
        assert re.fullmatch(rb"NOOP\nECHO in[0-9a-f]{16}step\n", peer.read_write())
        peer.send(b"200 OK\r\n", b"500 unknown command\r\n")
        peer.refuse_word()
        peer.expect(*(b"ECHO %d" % number for number in range(5)))
        peer.send(b"".join(b"201 n%d\r\n" % number for number in range(5)))
        for number in range(5, 8):
            answer_echo(peer, number)
        peer.quit()

    with ScriptedServer(script) as server, server.session(window=5) as session:
        assert list(session.many(echoes(8))) == names(8)


def test_the_proof_is_given_once_for_all_connections():
    def first(peer):
        peer.log_in()
        peer.prove_window()
        for number in range(3):
            answer_echo(peer, number)

    with ScriptedServer(first, unproven_echo) as server, server.session() as session:
        assert list(session.many(echoes(3))) == names(3)
        session.close()
        assert list(session.many(echoes(3))) == names(3)


def test_a_single_command_needs_no_proof():
    with ScriptedServer(unproven_echo) as server, server.session() as session:
        assert list(session.many([echo(0)])) == ["n0"]


def test_a_window_of_1_needs_no_proof():
    with ScriptedServer(one_at_a_time(4)) as server, server.session(window=1) as session:
        assert list(session.many(echoes(4))) == names(4)


def test_no_command_needs_no_connection():
    with ScriptedServer() as server:
        assert list(server.session().many([])) == []


@pytest.mark.parametrize("answers", [b"", b"200 OK\r\n", b"200 OK\r\n200"])
def test_a_server_that_drops_a_pipelined_command_gets_one_at_a_time_for_good(answers):
    def drops(peer):
        peer.log_in()
        peer.read_probe()
        peer.send(answers)
        peer.expect_end()

    scripts = drops, one_at_a_time(3), one_at_a_time(3)
    with ScriptedServer(*scripts) as server, server.session(reply_timeout=1) as session:
        assert list(session.many(echoes(3))) == names(3)
        session.close()
        assert list(session.many(echoes(3))) == names(3)


@pytest.mark.parametrize("answers", [b"", b"200 OK\r\n", b"200 OK\r\n\x00\x00\x00", b"200 OK\r\n200 OK\r\n200 OK\r\n"])
def test_a_server_that_stumbles_over_a_pipelined_command_gets_one_at_a_time(answers):
    def stumbles(peer):
        peer.log_in()
        peer.read_probe()
        peer.send(answers)

    with ScriptedServer(stumbles, one_at_a_time(3)) as server, server.session() as session:
        assert list(session.many(echoes(3))) == names(3)


def test_a_server_that_refuses_noop_can_still_prove_the_window():
    def script(peer):
        peer.log_in()
        peer.read_probe()
        peer.send(b"500 unknown command\r\n500 unknown command\r\n")
        peer.refuse_word()
        peer.expect(b"ECHO 0", b"ECHO 1")
        peer.send(b"201 n0\r\n201 n1\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        assert list(session.many(echoes(2))) == names(2)


def test_results_come_in_order_whatever_they_are():
    def script(peer):
        peer.log_in()
        peer.prove_window()
        peer.expect(*(b"ECHO %d" % number for number in range(6)))
        stream = (
            b"200 OK\r\n201 {a=b;}\r\n513 unknown user account\r\n201 {broken\r\n"
            b"200 data follow\r\n(a,\n b)\r\n200 {}\r\n"
        )
        peer.send(*(stream[at : at + 7] for at in range(0, len(stream), 7)))
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        results = list(session.many(echoes(6)))
    assert [results[index] for index in (0, 1, 4, 5)] == [None, {"a": "b"}, ["a", "b"], {}]
    assert results[2].__class__ is NotFound and results[2].verb == "ECHO"
    assert results[3].__class__ is BadReply


def until_lost(results):
    """What came, and the error that ended it."""
    came = []
    with pytest.raises(ConnectionLost) as caught:
        for result in results:
            came.append(result)
    return came, caught.value


@pytest.mark.parametrize(
    ("replies", "error_class"),
    [
        (b"201 n0\r\n201 n1\r\n201 n2\r\n", ConnectionLost),
        (b"201 n0\r\n201 n1\r\n201 n2\r\n201 {a=", ConnectionLost),
        (b"201 n0\r\n201 n1\r\n201 n2\r\nhunter22\r\n", OutOfStep),
    ],
)
def test_a_lost_connection_tells_how_many_were_answered_and_nothing_is_sent_again(replies, error_class):
    def script(peer):
        peer.log_in()
        peer.prove_window()
        peer.expect(*(b"ECHO %d" % number for number in range(10)))
        peer.send(replies)

    def afterwards(peer):
        peer.log_in()
        answer_echo(peer, 77)
        peer.quit()

    with ScriptedServer(script, afterwards) as server, server.session() as session:
        came, error = until_lost(session.many(echoes(10)))
        assert came == names(3)
        assert error.__class__ is error_class
        assert error.answered == 3
        assert session.one(echo(77)) == "n77"


def test_a_server_that_breaks_the_connection_while_we_write():
    def script(peer):
        peer.log_in()
        peer.prove_window()
        answer_echo(peer, 0)
        peer.reset()

    long = [echo(0)] + [Say("ECHO " + "x" * 1000000)] * 20
    with ScriptedServer(script, small_buffers=True) as server:
        came, error = until_lost(server.session().many(long))
    assert came == names(1)
    assert error.answered == 1


def test_no_reply_in_time_tells_how_many_were_answered():
    def script(peer):
        peer.log_in()
        for number in range(2):
            answer_echo(peer, number)
        peer.expect(b"ECHO 2")
        peer.expect_end()

    with ScriptedServer(script) as server:
        came, error = until_lost(server.session(reply_timeout=1, window=1).many(echoes(9)))
    assert came == names(2)
    assert error.__class__ is ReplyTimeout and error.answered == 2


def test_no_connection_comes_before_all_results():
    with ScriptedServer(lambda peer: None) as server:
        results = server.session().many(echoes(9))
        with pytest.raises(ConnectionFailed):
            next(results)


def counted(commands, taken):
    for command in commands:
        taken.append(command)
        yield command


@pytest.mark.parametrize("window", [1, 2, 3, 8, 64])
def test_commands_are_taken_only_as_the_window_allows(window):
    taken = []
    script = unproven_echo if window == 1 else proven_echo
    with ScriptedServer(script) as server, server.session(window=window) as session:
        results = session.many(counted(map(echo, itertools.count()), taken))
        for number in range(200):
            assert next(results) == "n%d" % number
            assert len(taken) <= max(number + window, 2)
        assert session.one(echo(1000)) == "n1000"


def test_large_commands_are_not_taken_long_before_they_can_be_sent():
    def script(peer):
        peer.log_in()
        peer.prove_window()
        peer.read_line()
        peer.send(b"201 n0\r\n")
        while peer.read_line():
            pass

    taken = []
    with ScriptedServer(script, small_buffers=True) as server:
        session = server.session(window=64)
        results = session.many(counted((Say("A" * 1000000) for _number in range(64)), taken))
        assert next(results) == "n0"
        assert len(taken) < 20
        session.close()


def test_writes_carry_half_a_window_at_least():
    with ScriptedServer(proven_echo) as server, server.session(window=64) as session:
        assert list(session.many(echoes(640))) == names(640)
        assert session.statistics.commands == 640
        assert session.statistics.round_trips <= 1 + 640 / 32  # the proof and the commands


def test_both_directions_full():
    """20 MB each way through small buffers; the server writes each answer before it reads on."""
    count, size = 2000, 10000

    def script(peer):
        peer.log_in()
        peer.prove_window()
        for number in range(count):
            line = peer.read_line()
            assert len(line) == size and line.startswith(b"ECHO %d " % number)
            peer.send(b"201 (n%d,%s)\r\n" % (number, b"r" * size))
        peer.quit()

    commands = (Say(("ECHO %d " % number).ljust(size, "x")) for number in range(count))
    with ScriptedServer(script, small_buffers=True) as server, server.session(window=count) as session:
        for number, result in enumerate(session.many(commands)):
            assert result == ["n%d" % number, "r" * size]
        assert number == count - 1


def test_a_command_larger_than_all_buffers():
    def script(peer):
        peer.log_in()
        peer.prove_window()
        for _number in range(2):
            peer.send(b"201 %d\r\n" % len(peer.read_line()))
        peer.quit()

    with ScriptedServer(script, small_buffers=True) as server, server.session() as session:
        assert list(session.many([Say("A" * 9000000), Say("B" * 3000000)])) == ["9000000", "3000000"]


def test_an_iterator_given_up_leaves_the_session_usable():
    with ScriptedServer(proven_echo) as server, server.session(window=8) as session:
        for result in session.many(map(echo, itertools.count())):
            if result == "n20":
                break
        assert session.one(echo(1000)) == "n1000"
        held = session.many(map(echo, itertools.count()))
        assert next(held) == "n0"
        assert session.one(echo(1001)) == "n1001"
        assert session.statistics.logins == 1


def test_a_session_closed_with_commands_outstanding_does_not_wait_for_them():
    def script(peer):
        peer.log_in()
        peer.prove_window()
        peer.expect(b"ECHO 0", b"ECHO 1")
        peer.send(b"201 n0\r\n")
        peer.expect_end()

    with ScriptedServer(script) as server, server.session() as session:
        assert next(session.many(echoes(2))) == "n0"


def test_a_session_closed_between_two_results_loses_the_rest():
    def script(peer):
        peer.log_in()
        peer.prove_window()
        peer.expect(b"ECHO 0", b"ECHO 1")
        peer.send(b"201 n0\r\n")
        peer.expect_end()

    with ScriptedServer(script) as server:
        session = server.session()
        results = session.many(echoes(2))
        assert next(results) == "n0"
        session.close()
        came, error = until_lost(results)
    assert came == []
    assert error.answered == 1


@pytest.mark.parametrize("window", [1, 8])
def test_other_commands_between_two_results(window):
    script = unproven_echo if window == 1 else proven_echo
    with ScriptedServer(script) as server, server.session(window=window) as session:
        results = session.many(echoes(30))
        others = session.many(map(echo, range(100, 130)))
        for number in range(30):
            assert next(results) == "n%d" % number
            assert session.one(echo(1000 + number)) == "n%d" % (1000 + number)
            assert next(others) == "n%d" % (100 + number)
        assert list(results) == list(others) == []


def test_an_error_of_the_iterable_comes_after_the_results_before_it():
    def commands():
        yield from echoes(5)
        raise LookupError("no more names")

    with ScriptedServer(proven_echo) as server, server.session() as session:
        came = []
        with pytest.raises(LookupError, match="no more names"):
            for result in session.many(commands()):
                came.append(result)
        assert came == names(5)
        assert session.one(echo(6)) == "n6"


def test_a_line_that_would_end_early_stops_the_commands_after_it():
    with ScriptedServer(proven_echo) as server, server.session() as session:
        came = []
        with pytest.raises(UnsendableCommand) as caught:
            for result in session.many([*echoes(3), Say('DELETEDOMAIN "a\nb"'), echo(3)]):
                came.append(result)
        assert came == names(3)
        assert '"a' not in str(caught.value)


class Interruption(Exception):
    """What a signal handler raises."""


@pytest.fixture
def interruptible():
    def interrupt(number, frame):
        raise Interruption

    before = signal.signal(signal.SIGUSR1, interrupt)
    yield
    signal.signal(signal.SIGUSR1, before)


def test_a_wait_that_a_signal_interrupts_costs_the_connection_and_not_the_order(interruptible):
    def script(peer):
        peer.log_in()
        peer.expect(b"ECHO 0")
        time.sleep(0.05)  # until the client waits
        os.kill(os.getpid(), signal.SIGUSR1)
        peer.expect_end()

    with ScriptedServer(script, unproven_echo) as server, server.session() as session:
        with pytest.raises(Interruption):
            session.one(echo(0))
        assert session.one(echo(1)) == "n1"


def test_a_write_that_a_signal_interrupts_is_not_sent_again(monkeypatch):
    def script(peer):
        peer.log_in()
        peer.expect(b"ECHO 0")
        peer.expect_end()

    send = Stream.send

    def send_and_interrupt(stream, data):
        sent = send(stream, data)
        if data == b"ECHO 0\n":
            raise Interruption
        return sent

    with ScriptedServer(script, unproven_echo) as server, server.session() as session:
        monkeypatch.setattr(Stream, "send", send_and_interrupt)
        with pytest.raises(Interruption):
            session.one(echo(0))
        assert session.one(echo(1)) == "n1"
