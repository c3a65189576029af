# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands over HTTP: every form of answers, what goes side by side, cuts, time-outs, and what is never sent twice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    AlreadyExists,
    BadReply,
    CliError,
    ConnectionLost,
    NotAllowed,
    NotFound,
    ReplyTimeout,
    ReplyTooLong,
    Unclear,
    UnknownCommand,
    UnsendableCommand,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.http.response import ResponseReader
from ansible_collections.communigate.pro.plugins.module_utils.connector.stream import Stream
from ansible_collections.communigate.pro.tests.unit.connector.scripted_realm import (
    CLOSE,
    Realm,
    bare,
    response,
    wait_until,
    with_status_line,
)
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import PATIENCE, Say
from hypothesis import given, settings
from hypothesis import strategies as st
from support.load import FULL

READ = Say("GETDOMAINSETTINGS example.com")
CHANGE = Say("CREATEACCOUNT ann")


@dataclass(frozen=True)
class Read(Say):
    """A command that is known to change nothing."""

    kind: str = "read"


def echo(command: str, _connection: int) -> bytes:
    return response("201 %s\r\n" % command.split(" ")[1])


def reads(count: int) -> list[Read]:
    return [Read("ECHO n%d" % number) for number in range(count)]


def names(count: int) -> list[str]:
    return ["n%d" % number for number in range(count)]


def outcome_of(answer: bytes, form: Callable[[str], bytes], command: Say = READ) -> Any:
    """What one command that is so answered returns, or its CliError; the session goes on after it."""

    def answered(came: str, connection: int) -> bytes:
        return answer if came == command.text else echo(came, connection)

    with Realm(answered, form) as realm, realm.session() as session:
        try:
            value = session.one(command)
        except CliError as error:
            value = error
        assert session.one(Say("ECHO after")) == "after"
        assert realm.commands == [command.text, "ECHO after"]
    return value


# --- what an answer means

SUCCESSES = [
    (b"200 OK\r\n", with_status_line, None),
    (b"201 (a,b)\r\n", with_status_line, ["a", "b"]),
    (b"201 513\r\n", with_status_line, "513"),
    (b"201 OK", with_status_line, "OK"),
    (b"200 {a=b;}\n", with_status_line, {"a": "b"}),
    (b"200 data follow\r\n{a=(b,\n  c);}\r\n", with_status_line, {"a": ["b", "c"]}),
    (b"200\r\n", with_status_line, None),
    (b"(dom1,dom2)\r\n", with_status_line, ["dom1", "dom2"]),
    (b"(dom1,dom2)", bare, ["dom1", "dom2"]),
    (b"{}\r\n", bare, {}),
    (b"513\r\n", bare, "513"),
    (b"200 OK\r\n", bare, None),
    (b"OK\r\n", bare, "OK"),
    (b"Password updated\r\n", bare, None),
    (b'"ERROR"\r\n', bare, "ERROR"),
    (b"#25", bare, 25),
    (b"", bare, None),
    (b"\r\n", bare, None),
    (b"{a=\"\xd0\xb9\";}", bare, {"a": "\u0439"}),
]


@pytest.mark.parametrize(("body", "form", "value"), SUCCESSES)
def test_every_form_of_success(body: bytes, form: Any, value: Any) -> None:
    assert outcome_of(response(body), form) == value


ABSENT = "unknown secondary domain name"
TAKEN = "account with this name already exists"
REFUSALS = [
    (response("512 %s\r\n" % ABSENT), NotFound, 512, ABSENT),
    (response("ERROR 512 %s\r\n" % ABSENT), NotFound, 512, ABSENT),
    (response("ERROR: %s (512)\r\n" % ABSENT), NotFound, 512, ABSENT),
    (response("ERROR %s" % ABSENT), NotFound, 512, ABSENT),
    (response("%s\r\n" % ABSENT), NotFound, 512, ABSENT),
    (response("512 %s\r\n" % ABSENT, "500 Internal Server Error"), NotFound, 512, ABSENT),
    (response("ERROR %s" % ABSENT, "500 Internal Server Error"), NotFound, 512, ABSENT),
    (response(ABSENT, "500 Internal Server Error"), NotFound, 512, ABSENT),
    (response("", "500 " + ABSENT), NotFound, 512, ABSENT),
    (response("", "512 " + ABSENT), NotFound, 512, ABSENT),
    (response(ABSENT, "512 Error"), NotFound, 512, ABSENT),
    (response("513 unknown user account", "404 Not Found"), NotFound, 513, "unknown user account"),
    (response("unknown user account", "404 Not Found"), NotFound, 513, "unknown user account"),
    (response("<html><h1>Error</h1>512 %s</html>" % ABSENT, "512 x"), NotFound, 512, "Error 512 " + ABSENT),
    (response("<html><head><title>x</title></head><body>%s</body></html>" % ABSENT, "500 x"), NotFound, 512, ABSENT),
    (response("520 " + TAKEN), AlreadyExists, 520, TAKEN),
    (response("ERROR " + TAKEN), AlreadyExists, 500, TAKEN),
    (response("510 not yours", "403 Forbidden"), NotAllowed, 510, "not yours"),
    (response("ERROR unknown command"), UnknownCommand, 500, "unknown command"),
    (response("ERROR something else"), Unclear, 500, "something else"),
    (response("", "500 Internal Server Error"), Unclear, 500, "Internal Server Error"),
    (response("500 Internal Server Error\r\n", "500 Internal Server Error"), Unclear, 500, "Internal Server Error"),
    (response("", "413 Content Too Large"), CliError, 413, "Content Too Large"),
]


@pytest.mark.parametrize("form", [with_status_line, bare])
@pytest.mark.parametrize(("answer", "error_class", "code", "text"), REFUSALS)
def test_every_form_of_refusal(answer: bytes, error_class: type, code: int, text: str, form: Any) -> None:
    error = outcome_of(answer, form)
    assert (error.__class__, error.code, error.text, error.verb) == (error_class, code, text, "GETDOMAINSETTINGS")


@pytest.mark.parametrize("body", ["201 {Password=hunter22;", "201 (hunter22\r\n", "(hunter22", "{a=hunter22;}x"])
def test_data_that_cannot_be_read_are_an_error_that_shows_nothing_of_them(body: str) -> None:
    error = outcome_of(response(body), bare)
    assert error.__class__ is BadReply
    assert "hunter22" not in str(error)


def test_what_is_empty_is_no_data_as_the_server_says_it() -> None:
    def says_done(command: str, _connection: int) -> bytes:
        return response("%s\r\n" % command.split(" ")[1]) if command.startswith("ECHO") else response("Done\r\n")

    with Realm(says_done, None) as realm, realm.session() as session:
        assert session.one(Say("DELETEACCOUNT a")) is None
        assert session.one(Say("ECHO Done2")) == "Done2"


def test_a_reply_as_it_came_has_a_code_whatever_the_form() -> None:
    for form, body in ((with_status_line, "201 (a)\r\n"), (bare, "(a)\r\n")):
        with Realm(lambda command, connection, body=body: response(body), form) as realm, realm.session() as session:
            assert session.reply(READ) == (201, "", "(a)")
    with Realm(lambda command, connection: response("\r\n"), bare) as realm, realm.session() as session:
        assert session.reply(CHANGE).code == 200


def test_the_command_arrives_as_it_was_meant() -> None:
    line = 'UPDATEACCOUNTSETTINGS ann {a="é & = + % ?#~-_.\\e\x7f \U0001f600 \udcff";b=[QUJD+/8=];}'
    with Realm(lambda command, connection: response("200 OK")) as realm, realm.session() as session:
        session.one(Say(line))
        assert realm.commands == [line]


@pytest.mark.parametrize("line", ["NOOP\r\nX: y", "NOOP\nHTTP/1.1 200 OK", "NOOP\0"])
def test_no_command_can_end_a_line(line: str) -> None:
    with Realm(echo) as realm, realm.session() as session:
        with pytest.raises(UnsendableCommand):
            session.one(Say(line))
        assert session.one(Say("ECHO a")) == "a"
        assert len(realm.requests) == 2


# --- order, and what goes side by side

@pytest.mark.parametrize("window", [1, 2, 4, 7])
def test_reads_go_side_by_side_as_far_as_the_window_allows_and_come_in_order(window: int) -> None:
    all_there = threading.Barrier(window)

    def answer(command: str, connection: int) -> bytes:
        all_there.wait(PATIENCE)  # only if as many are under way
        return echo(command, connection)

    with Realm(answer) as realm, realm.session(window=window) as session:
        assert list(session.many(reads(3 * window))) == names(3 * window)
        assert (realm.most_at_once, realm.connections) == (window, window)


def test_the_usual_window_is_4() -> None:
    with Realm(echo) as realm, realm.session() as session:
        assert list(session.many(reads(40))) == names(40)
        assert realm.connections <= 4


def test_an_answer_that_comes_early_waits_for_those_before_it() -> None:
    last_is_answered = threading.Event()

    def answer(command: str, connection: int) -> bytes:
        if command == "ECHO n0":
            assert last_is_answered.wait(PATIENCE)
        if command == "ECHO n3":
            last_is_answered.set()
        return echo(command, connection)

    with Realm(answer) as realm, realm.session() as session:
        assert list(session.many(reads(4))) == names(4)


def mixed() -> Iterator[Say]:
    """Reads and changes, in turns of several."""
    for number in range(24):
        kind = Read if number // 3 % 2 == 0 else Say
        yield kind("ECHO n%d" % number)


def test_what_changes_something_is_alone_and_in_its_place() -> None:
    """A change sees all before it done, and nothing behind it begun: what was sent is as good as one stream."""
    log: list[tuple[str, int]] = []
    lock = threading.Lock()

    def answer(command: str, connection: int) -> bytes:
        number = int(command.split("n")[1])
        with lock:
            log.append(("begun", number))
        made = echo(command, connection)
        with lock:
            log.append(("done", number))
        return made

    with Realm(answer) as realm, realm.session() as session:
        assert list(session.many(mixed())) == names(24)
    for number in range(24):
        if number // 3 % 2:  # a change
            place = log.index(("begun", number))
            assert log[place + 1] == ("done", number)
            assert set(log[:place]) == {(what, n) for what in ("begun", "done") for n in range(number)}


def test_a_line_that_somebody_wrote_may_change_something() -> None:
    with Realm(echo) as realm, realm.session() as session:
        assert list(session.many(Say("ECHO n%d" % number) for number in range(20))) == names(20)
        assert (realm.most_at_once, realm.connections) == (1, 1)
        assert realm.commands == ["ECHO n%d" % number for number in range(20)]


def test_nothing_is_taken_beyond_the_window() -> None:
    taken = []

    def commands() -> Iterator[Read]:
        for command in reads(30):
            taken.append(command)
            yield command

    with Realm(echo) as realm, realm.session(window=3) as session:
        for number, result in enumerate(session.many(commands())):
            assert result == "n%d" % number
            assert len(taken) <= number + 3


def test_a_server_that_takes_no_more_connections_is_asked_over_those_that_there_are() -> None:
    with Realm(echo) as realm, realm.session() as session:
        session.open()
        realm.take_no_more()
        assert list(session.many(reads(20))) == names(20)
        assert (realm.connections, realm.commands) == (1, ["ECHO " + name for name in names(20)])


# --- kept connections, and what is never sent twice

def test_a_connection_is_kept() -> None:
    with Realm(echo) as realm, realm.session() as session:
        for number in range(5):
            assert session.one(Say("ECHO n%d" % number)) == "n%d" % number
        assert realm.connections == 1


@pytest.mark.parametrize("ends", [
    lambda body: response(body, "200 OK", "Connection: close") + CLOSE,
    lambda body: response(body) + CLOSE,  # without a word
    lambda body: b"HTTP/1.0 200 OK\r\n\r\n" + body.encode() + CLOSE,
    lambda body: b"HTTP/1.1 200 OK\r\n\r\n" + body.encode() + CLOSE,
])
def test_a_connection_that_the_server_ends_is_replaced_before_anything_is_sent(ends: Any) -> None:
    with Realm(lambda command, connection: ends("201 %s\r\n" % command.split(" ")[1])) as realm:
        with realm.session() as session:
            for number in range(4):
                assert session.one(Say("ECHO n%d" % number)) == "n%d" % number
                realm.wait_for_ends(number + 1)
        assert realm.commands == ["ECHO " + name for name in names(4)]
        assert realm.connections == 4


REPLY = b"201 (abc,def)\r\n"
WHOLE_RESPONSES = {
    "length": response(REPLY),
    "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"5\r\n201 (\r\na;x=y\r\nabc,def)\r\n\r\n0\r\nT: x\r\n\r\n",
    "end": b"HTTP/1.1 200 OK\r\n\r\n" + REPLY,
    "go-ahead": b"HTTP/1.1 100 Continue\r\n\r\n" + response(REPLY),
}


@pytest.mark.parametrize("sort", WHOLE_RESPONSES)
def test_a_response_cut_at_any_byte_is_a_loss_and_its_command_is_not_sent_again(sort: str) -> None:
    whole = WHOLE_RESPONSES[sort]
    length = {"at": 0}

    def cut(command: str, connection: int) -> bytes:
        if command == CHANGE.text:
            return whole[: length["at"]] + CLOSE
        return echo(command, connection)

    with Realm(cut) as realm, realm.session() as session:
        for length["at"] in range(len(whole)):
            came = []
            with pytest.raises(ConnectionLost) as caught:
                for result in session.many([Say("ECHO n0"), CHANGE, Say("ECHO n1")]):
                    came.append(result)
            assert (came, caught.value.answered) == (["n0"], 1)
            assert realm.commands == ["ECHO n0", CHANGE.text]
            realm.commands.clear()
        length["at"] = len(whole)
        assert session.one(CHANGE) == ["abc", "def"]


def test_data_that_end_with_the_connection_are_whole_or_lost() -> None:
    """Of bare data nothing but the line end shows the end, and of none not even that."""
    whole = b"HTTP/1.1 200 OK\r\n\r\n(abc,def)\r\n"
    length = {"at": 0}
    with Realm(lambda command, connection: whole[: length["at"]] + CLOSE, bare) as realm, realm.session() as session:
        for length["at"] in range(len(whole)):
            with pytest.raises(ConnectionLost):
                session.one(Read("LISTDOMAINS"))
        length["at"] = len(whole)
        assert session.one(Read("LISTDOMAINS")) == ["abc", "def"]
        length["at"] = whole.index(b"(")
        with pytest.raises(ConnectionLost):
            session.one(CHANGE)  # this server ends its lines also where it says nothing


@pytest.mark.parametrize("sort", WHOLE_RESPONSES)
def test_a_response_may_come_in_any_pieces(sort: str) -> None:
    for size in (1, 2, 3, 7, 1000):
        reader = ResponseReader(1000)
        made = None
        for at in range(0, len(WHOLE_RESPONSES[sort]), size):
            assert made is None
            reader.feed(WHOLE_RESPONSES[sort][at : at + size])
            made = reader.response()
        if sort == "end":
            reader.feed(b"")
            made = reader.response()
        assert made is not None and made.body == REPLY
        assert made.keeps == (sort != "end")


ALPHABET = st.sampled_from([
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 100 x\r\n", b"HTTP/1.0 204\n", b"HTTP/1.", b"\r\n", b"\n",
    b"Content-Length: 3\r\n", b"Content-Length: 1,1\r\n", b"Transfer-Encoding: chunked\r\n", b"Connection: close\r\n",
    b"3\r\nabc\r\n", b"0\r\n", b"5;x\r\n", b"X : y\r\n", b"abc", b"\0\xff", b"-1\r\n",
])


@given(st.lists(ALPHABET, max_size=8).map(b"".join), st.integers(0, 60))
@settings(max_examples=3000 if FULL else 300, derandomize=not FULL)
def test_bytes_are_a_response_or_a_loss_whatever_they_are_and_however_they_come(stream: bytes, cut: int) -> None:
    assert read(stream[:cut], stream[cut:]) == read(stream) == read(*(stream[at : at + 1] for at in range(len(stream))))


def read(*pieces: bytes) -> Any:
    """The response of a stream that ends behind these pieces, or the class of the loss."""
    reader = ResponseReader(64)
    try:
        for piece in (*filter(None, pieces), b""):
            reader.feed(piece)
            made = reader.response()
            if made is not None:
                return made._replace(fields=dict(made.fields))
    except ConnectionLost as error:
        return type(error)
    return "neither"


def test_reads_that_were_lost_are_told_in_order() -> None:
    """What came before the loss is told, and of the rest nothing is known: as on PWD."""
    def loses(command: str, connection: int) -> bytes:
        return CLOSE if command == "ECHO n5" else echo(command, connection)

    with Realm(loses) as realm, realm.session() as session:
        came = []
        with pytest.raises(ConnectionLost) as caught:
            for result in session.many(reads(9)):
                came.append(result)
        assert came == names(len(came)) and len(came) <= 5
        assert caught.value.answered == len(came)
        assert len(realm.commands) == len(set(realm.commands))
        assert session.one(Say("ECHO n7")) == "n7"


class Interruption(Exception):
    """What a signal handler raises."""


def test_a_request_that_a_signal_interrupts_is_not_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    send = Stream.send

    def send_and_interrupt(stream: Stream, data: bytes) -> int:
        sent = send(stream, data)
        if b"CREATEACCOUNT" in data:
            raise Interruption
        return sent

    with Realm(echo) as realm, realm.session() as session:
        session.open()
        monkeypatch.setattr(Stream, "send", send_and_interrupt)
        with pytest.raises(Interruption):
            session.one(CHANGE)
        assert session.one(Say("ECHO n1")) == "n1"
        assert realm.commands.count(CHANGE.text) <= 1 and realm.connections == 2


# --- limits

def test_no_answer_in_time() -> None:
    given_up = threading.Event()

    def silent(command: str, connection: int) -> bytes:
        if command == CHANGE.text:
            given_up.wait(PATIENCE)
            return CLOSE
        return echo(command, connection)

    with Realm(silent) as realm, realm.session(reply_timeout=0.3) as session:
        came = []
        with pytest.raises(ReplyTimeout) as caught:
            for result in session.many([Say("ECHO n0"), CHANGE]):
                came.append(result)
        given_up.set()
        assert (came, caught.value.answered) == (["n0"], 1)
        assert session.one(Say("ECHO n1")) == "n1"


def test_the_total_time() -> None:
    with Realm(lambda command, connection: CLOSE) as realm, realm.session(total_timeout=0.2) as session:
        wait_until(lambda: session._limits.left() <= 0)
        with pytest.raises(ReplyTimeout, match="total time"):
            session.one(CHANGE)


@pytest.mark.parametrize("answer", [
    response(b"201 " + b"x" * 3000), b"HTTP/1.1 200 OK\r\n\r\n201 " + b"x" * 3000 + CLOSE,
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7ff\r\n" + b"x" * 2047 + b"\r\n7ff\r\n" + b"x" * 2047,
    b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\n",
])
def test_a_reply_that_is_too_long(answer: bytes) -> None:
    with Realm(lambda command, connection: answer) as realm:
        session = realm.session(max_reply=2048)
        with pytest.raises(ReplyTooLong, match="max_reply"):
            session.one(READ)


def test_large_commands_and_replies() -> None:
    size = 3_000_000
    as_long = Realm(lambda command, connection: response(b"201 " + b"r" * len(command)))
    with as_long as realm, realm.session() as session:
        results = list(session.many([Read("A" * size), Read("B" * 10), Read("C" * size)]))
    assert [len(result) for result in results] == [size, 10, size]


def test_statistics_count_what_went_over_the_wire() -> None:
    with Realm(echo) as realm, realm.session() as session:
        assert list(session.many(reads(10))) == names(10)
        counted = session.statistics
        assert (counted.commands, counted.logins, counted.round_trips) == (10, 1, 10)
        assert counted.bytes_sent == sum(map(len, realm.requests))
        assert counted.bytes_received > 10 * len(echo("ECHO n0", 1))
