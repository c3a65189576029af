# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One command after the other: the forms of replies, errors, time-outs and reconnecting."""

from __future__ import annotations

import contextlib
import select
import threading
import time
from dataclasses import replace

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    AlreadyExists,
    BadReply,
    CliError,
    ConnectionLost,
    NotFound,
    OutOfStep,
    ReplyTimeout,
    ReplyTooLong,
    Unclear,
    UnknownCommand,
    UnsendableCommand,
)
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import PATIENCE, Say, ScriptedServer

READ = Say('GETDOMAINSETTINGS "example.com"')


def wait_for_input(session):
    """Wait until what the server has sent, or its closing of the connection, has arrived at the session's socket."""
    assert select.select([session._link._stream], [], [], PATIENCE)[0]


def answers_noop(peer):
    peer.log_in()
    peer.answer(b"NOOP", b"200 OK\r\n")
    peer.quit()


def one_reply(*pieces):
    """What ``one`` makes of a reply that comes in these pieces; afterwards the stream must still be in step."""

    def script(peer):
        peer.log_in()
        peer.expect(READ.line().encode())
        peer.send(*pieces)
        peer.answer(b"ECHO after", b'201 "in step"\r\n')
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        try:
            value = session.one(READ)
        except CliError as error:
            value = error
        assert session.one(Say("ECHO after")) == "in step"
    return value


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        (b"200 OK\r\n", None),
        (b"200 OK\n", None),
        (b"200\r\n", None),
        (b"200 Password updated\r\n", None),
        (b"201 {}\r\n", {}),
        (b"201 {}\n", {}),
        (b"201\t(a,b)\r\n", ["a", "b"]),
        (b"201 OK\r\n", "OK"),
        (b"201 OK\n", "OK"),
        (b'201 ""\r\n', ""),
        (b"200 {a=b;}\r\n", {"a": "b"}),
        (b"200 (a)\r\n", ["a"]),
        (b"200 [AQI=]\r\n", b"\1\2"),
        (b"200 #25\r\n", 25),
        (b'200 "some text"\r\n', "some text"),
        (b"200 data follow\r\n(mail.servername.com, client1.com, client2.com)\r\n",
         ["mail.servername.com", "client1.com", "client2.com"]),
        (b"200 Data Follow\n{a=(b,\n  c);\n d = \"}\"; }\n", {"a": ["b", "c"], "d": "}"}),
        (b"200 data follow\r\nword\r\n", "word"),
        (b"200 data follow\r\n#5\n", 5),
        (b"201 {a=(b,\nc);\n}\r\n", {"a": ["b", "c"]}),
        (b"201 \"\xd0\xb9\"\r\n", "\u0439"),
        (b"201 \"\xff\"\r\n", "\udcff"),
    ],
)  # fmt: skip
def test_every_form_of_success(reply, value):
    assert one_reply(reply) == value
    assert one_reply(*(reply[at : at + 1] for at in range(len(reply)))) == value


@pytest.mark.parametrize(
    ("reply", "error_class", "code", "text"),
    [
        (b"500 unknown command\r\n", UnknownCommand, 500, "unknown command"),
        (b"512 unknown secondary domain name\r\n", NotFound, 512, "unknown secondary domain name"),
        (b"513 unknown user account\n", NotFound, 513, "unknown user account"),
        (b"501 Account with this name already exists\r\n", AlreadyExists, 501, "Account with this name already exists"),
        (b"520 account with this name already exists\r\n", AlreadyExists, 520, "account with this name already exists"),
        (b"598 {odd\r\n", CliError, 598, "{odd"),
        (b"300 what next\r\n", CliError, 300, "what next"),
        (b"500\r\n", Unclear, 500, ""),
    ],
)
def test_every_form_of_refusal(reply, error_class, code, text):
    error = one_reply(reply)
    assert error.__class__ is error_class
    assert (error.code, error.text, error.verb) == (code, text, "GETDOMAINSETTINGS")


@pytest.mark.parametrize(
    "reply", [b"201 {Password=hunter22;\r\n", b"201 (hunter22\r\n", b'200 "hunter22\r\n', b"201\r\n", b"201 a b\r\n"]
)
def test_a_malformed_object_is_an_error_that_shows_nothing_of_it_and_the_stream_stays_in_step(reply):
    error = one_reply(reply)
    assert error.__class__ is BadReply
    assert error.verb == "GETDOMAINSETTINGS"
    assert "hunter" not in str(error) and "hunter" not in repr(error)


def test_an_error_that_repeats_arguments_is_cut():
    def script(peer):
        peer.log_in()
        peer.expect(b'SETACCOUNTPASSWORD "j@example.org" PASSWORD "hunter22"')
        peer.send(b'501 account j@example.org: bad value "hunter22"\r\n')
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session, pytest.raises(CliError) as caught:
        session.one(Say('SETACCOUNTPASSWORD "j@example.org" PASSWORD "hunter22"'))
    assert caught.value.text == 'account ...: bad value "..."'


def fails_with(error_class, *replies, **options):
    """How ``one`` ends when the server sends these pieces; afterwards the session must work on a new connection."""

    def fails(peer):
        peer.log_in()
        peer.expect(READ.line().encode())
        peer.send(*replies)
        if "reply_timeout" in options or error_class in (OutOfStep, ReplyTooLong):
            peer.expect_end()

    with ScriptedServer(fails, answers_noop) as server, server.session(**options) as session:
        with pytest.raises(error_class) as caught:
            session.one(READ)
        assert session.one(Say("NOOP")) is None
        assert session.statistics.logins == 2
    assert caught.value.__class__ is error_class
    assert caught.value.answered == 0
    return caught.value


@pytest.mark.parametrize(
    "pieces",
    [[], [b"20"], [b"200 OK"], [b"201 {a="], [b"200 data follow\r\n"], [b"200 data follow\r\n", b"{a=b;"],
     [b"200 data follow\r\n{a=b;}"]],
)  # fmt: skip
def test_a_connection_closed_in_a_reply_is_lost(pieces):
    assert "lost before a reply was complete (closed by the server)" in str(fails_with(ConnectionLost, *pieces))


def test_a_broken_connection_is_lost():
    def script(peer):
        peer.log_in()
        peer.expect(READ.line().encode())
        peer.reset()

    with ScriptedServer(script) as server, server.session() as session, pytest.raises(ConnectionLost):
        session.one(READ)


@pytest.mark.parametrize(
    "reply", [b"hunter22\r\n", b"{a=b;}\r\n", b"\r\n", b"2\r\n", b"2000 OK\r\n", b"200OK\r\n",
              b"200 data follow\r\n{a=b;} hunter22\r\n"]
)  # fmt: skip
def test_what_is_no_reply_ends_the_connection(reply):
    error = fails_with(OutOfStep, reply)
    assert "hunter" not in str(error)


@pytest.mark.parametrize("unasked", [b"200 OK\r\n", b"2", b"201 {a=\r\nb;}\r\n", b"513 unknown user account\r\n"])
def test_what_comes_unasked_between_two_commands_breaks_the_session(unasked):
    """Nobody knows to which command it belongs: neither the next one nor the one before is to be trusted."""
    answered = threading.Event()

    def talks(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        assert answered.wait(PATIENCE)
        peer.send(unasked)
        peer.expect_end()

    with ScriptedServer(talks, answers_noop) as server, server.session() as session:
        assert session.one(Say("NOOP")) is None
        answered.set()
        wait_for_input(session)
        with pytest.raises(OutOfStep):
            session.one(Say("NOOP"))
        assert session.one(Say("NOOP")) is None  # a later command gets a connection of its own
        assert session.statistics.logins == 2


@pytest.mark.parametrize("ends", [False, True])
def test_a_farewell_is_no_surplus(ends):
    """A line of the code 4xx, or any line and then the end."""
    answered = threading.Event()

    def talks(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        assert answered.wait(PATIENCE)
        peer.send(b"500 idle too long, closing\r\n" if ends else b"421 idle too long, closing\r\n")
        if not ends:
            peer.expect_end()

    with ScriptedServer(talks, answers_noop) as server, server.session() as session:
        assert session.one(Say("NOOP")) is None
        answered.set()
        wait_for_input(session)
        assert session.one(Say("NOOP")) is None
        assert session.statistics.logins == 2


@pytest.mark.parametrize("more", [b"513 unknown user account\r\n", b"513 unkn"])
def test_more_in_the_piece_of_the_reply_breaks_the_session(more):
    def talks(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n" + more)
        peer.expect_end()

    with ScriptedServer(talks, answers_noop) as server, server.session() as session:
        with pytest.raises(OutOfStep):
            for _number in range(2):
                session.one(Say("NOOP"))
        assert session.one(Say("NOOP")) is None


def test_a_surplus_is_told_when_the_session_ends():
    """Once before QUIT, and once instead of the reply to it."""
    answered = threading.Event()

    def talks(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        assert answered.wait(PATIENCE)
        peer.send(b"200 OK\r\n")
        peer.expect_end()

    def talks_at_the_end(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.answer(b"QUIT", b"200 OK\r\n200 closed\r\n")

    with ScriptedServer(talks, talks_at_the_end) as server:
        with pytest.raises(OutOfStep), server.session() as session:
            session.one(Say("NOOP"))
            answered.set()
            wait_for_input(session)
        with pytest.raises(OutOfStep), server.session() as session:
            session.one(Say("NOOP"))


def test_a_connection_closed_while_idle_is_replaced_before_anything_is_sent():
    def hangs_up(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")

    with ScriptedServer(hangs_up, answers_noop) as server, server.session() as session:
        session.one(Say("NOOP"))
        wait_for_input(session)
        assert session.one(Say("NOOP")) is None


def test_after_the_idle_limit_a_new_connection_is_made_before_anything_is_sent():
    def falls_asleep(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.expect_end()

    with ScriptedServer(falls_asleep, answers_noop) as server, server.session(idle_limit=0.001) as session:
        session.one(Say("NOOP"))
        time.sleep(0.01)
        session.one(Say("NOOP"))
        assert session.statistics.logins == 2


def test_an_idle_limit_of_0_is_none():
    def script(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session(idle_limit=0) as session:
        session.one(Say("NOOP"))
        time.sleep(0.01)
        session.one(Say("NOOP"))


def test_no_reply_in_time():
    error = fails_with(ReplyTimeout, reply_timeout=1)
    assert "reply_timeout" in error.hint


def test_half_a_reply_in_time():
    fails_with(ReplyTimeout, b"201 {a=", reply_timeout=1)


def test_the_total_time_ends_a_reply_that_never_stops():
    def never_stops(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.expect(READ.line().encode())
        peer.send(b"201 (")
        with contextlib.suppress(OSError):
            while True:
                peer.send(b"a,")
                time.sleep(0.005)

    with ScriptedServer(never_stops) as server:
        session = server.session(total_timeout=2)
        session.one(Say("NOOP"))
        with pytest.raises(ReplyTimeout, match="total_timeout"):
            session.one(READ)


def test_the_clock_of_the_total_time_can_be_restarted():
    with ScriptedServer(answers_noop) as server:
        session = server.session(total_timeout=2)
        time.sleep(2.1)
        session.restart_clock()
        assert session.one(Say("NOOP")) is None
        session.close()


def test_a_reply_beyond_the_bound():
    for reply in (b"201 (" + b"a" * 1000, b"201 (" + b"a" * 1000 + b")\r\n", b"200 data follow\r\n(" + b"a" * 1000):
        error = fails_with(ReplyTooLong, reply, max_reply=1000)
        assert "max_reply" in error.hint


def test_a_reply_of_exactly_the_bound():
    def script(peer):
        peer.log_in()
        peer.answer(READ.line().encode(), b"201 " + b"a" * 995 + b"\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session(max_reply=1000) as session:
        assert session.one(READ) == "a" * 995


def test_a_long_reply_in_many_small_pieces():
    """Twelve million bytes in pieces of 100: only work that is linear in the bytes ends within reason."""
    value = "x" * 999
    pieces = (b'"' + value.encode() + b'",') * 12

    def script(peer):
        peer.log_in()
        peer.expect(READ.line().encode())
        peer.send(b"201 (")
        for _number in range(1000):
            for at in range(0, len(pieces), 100):
                peer.send(pieces[at : at + 100])
        peer.send(b"last)\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        assert session.one(READ) == [value] * 12000 + ["last"]


@pytest.mark.parametrize("character", ["\n", "\r", "\0", "\ud800"])
def test_a_line_that_would_end_early_is_refused_before_anything_is_sent(character):
    def script(peer):
        peer.log_in()
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session, pytest.raises(UnsendableCommand) as caught:
        session.one(Say('RENAMEACCOUNT "hunter22%s"' % character))
    assert "RENAMEACCOUNT" in str(caught.value)
    assert "hunter" not in str(caught.value)
    assert caught.value.__context__ is None


def test_closing_twice_and_using_a_closed_session():
    with ScriptedServer(answers_noop, answers_noop) as server:
        session = server.session()
        session.close()
        session.one(Say("NOOP"))
        session.close()
        session.close()
        session.one(Say("NOOP"))
        session.close()


def test_a_server_that_hangs_up_on_quit_is_no_error():
    def script(peer):
        peer.log_in()
        peer.expect(b"QUIT")

    with ScriptedServer(script) as server, server.session():
        pass


def test_statistics():
    def script(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.answer(b"ECHO a", b"201 a\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        before = replace(session.statistics)
        session.one(Say("NOOP"))
        session.one(Say("ECHO a"))
        after = replace(session.statistics)
    assert (before.commands, before.round_trips, before.logins) == (0, 0, 1)
    assert (after.commands, after.round_trips, after.logins) == (2, 2, 1)
    assert after.bytes_sent - before.bytes_sent == len("NOOP\nECHO a\n")
    assert after.bytes_received - before.bytes_received == len("200 OK\r\n201 a\r\n")
