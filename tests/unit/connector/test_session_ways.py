# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session promises it keeps by every way: each scenario is played over each transport, at a simulator.

The login method differs from scenario to scenario, so that all of a transport are met; each scenario is played with
all of them with COMMUNIGATE_PRO_STRESS=full. What is told of single bytes on the wire is in the tests of one transport.
"""

from __future__ import annotations

import inspect
import itertools
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    GETACCOUNTSETTINGS,
    SETACCOUNTSETTINGS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import USUAL_PORTS
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    CliError,
    ConnectionFailed,
    ConnectionLost,
    LoginFailed,
    NotFound,
    ReplyTimeout,
    ReplyTooLong,
    UnsendableCommand,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.http import opening
from ansible_collections.communigate.pro.plugins.module_utils.connector.links import _OPENERS
from ansible_collections.communigate.pro.plugins.module_utils.connector.login import METHODS
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.stream import Stream
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Say
from support import ssh_server
from support.load import FULL
from support.session_ways import BESIDE, LOGIN, STREAM, TRANSPORTS, WAYS, Place, Way, place_at, said_within

Scenario = Callable[..., None]
SECRET = "hunter22"
ANN, BOB = "ann@example.com", "bob@example.com"
CREATE, READ = CREATEACCOUNT(ANN), GETACCOUNTSETTINGS(ANN)


def needs(ability: str) -> Callable[[Scenario], Scenario]:
    """Marks a scenario of what some transports lack (``support.session_ways``)."""

    def mark(scenario: Scenario) -> Scenario:
        scenario.needs = ability  # type: ignore[attr-defined]
        return scenario

    return mark


def scenarios() -> list[Scenario]:
    """The tests of this file that are played by every way."""
    return [one for name, one in globals().items() if name.startswith("test_") and takes_a_place(one)]


def takes_a_place(test: Scenario) -> bool:
    return "place" in inspect.signature(test).parameters


def ways_of(scenario: Scenario) -> list[Way]:
    """All of its transports, each with one of its methods, and in full with all."""
    number = scenarios().index(scenario)
    chosen = []
    for name, transport in TRANSPORTS.items():
        if getattr(scenario, "needs", None) in transport.lacks:
            continue
        ways = [way for way in WAYS if way.transport == name]
        chosen += ways if FULL else [ways[number % len(ways)]]
    return chosen


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if takes_a_place(metafunc.function):
        ways = ways_of(metafunc.function)
        marks = {"ssh": ssh_server.MARKS}
        metafunc.parametrize(
            "place", [pytest.param(way, id=str(way), marks=marks.get(way.transport, ())) for way in ways], indirect=True
        )


@pytest.fixture
def place(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    certificate: tuple[str, str],
    without_the_authorities_of_the_system: None,
) -> Iterator[Place]:
    sshd = request.getfixturevalue("sshd") if request.param.transport == "ssh" else None
    with place_at(request.param, tmp_path, certificate, sshd) as made:
        yield made


def made(session: Session) -> set[str]:
    """The Accounts that a scenario may have made."""
    return {"ann", "bob"} & set(session.one(LISTACCOUNTS(domainName="example.com")))


# --- the table

def test_the_table_has_every_transport_and_every_login_method_that_the_code_knows() -> None:
    assert set(TRANSPORTS) == set(USUAL_PORTS)
    for name, transport in TRANSPORTS.items():
        assert set(transport.verbs) == set(opening.METHODS if name in _OPENERS else METHODS), name


def test_whatever_a_transport_lacks_another_has_and_a_scenario_shows() -> None:
    shown = {getattr(scenario, "needs", None) for scenario in scenarios()} - {None}
    assert shown == {STREAM, BESIDE}
    for transport in TRANSPORTS.values():
        assert set(transport.lacks) < shown and all(transport.lacks.values())


def test_every_way_is_taken_by_a_scenario() -> None:
    assert {way for scenario in scenarios() for way in ways_of(scenario)} == set(WAYS)


# --- what comes

VALUES: list[tuple[str, Any]] = [
    ("word", "word"), ('""', ""),
    ('"a \\"b\\" \\\\c"', 'a "b" \\c'), ('"\u00e9\u0439\U0001f600"', "\u00e9\u0439\U0001f600"),
    ("#25", 25), ("#-7", -7), ("[AQI=]", b"\1\2"), ("()", []), ("{}", {}), ("(a,(b),{c=d;})", ["a", ["b"], {"c": "d"}]),
    ('{"a b"=(1,2);c="";}', {"a b": ["1", "2"], "c": ""}), ('"513 unknown user account"', "513 unknown user account"),
    ('"200 OK"', "200 OK"), ('"a\\eb\\tc"', "a\nb\tc"),
]  # fmt: skip


def test_values_come_as_they_are_one_by_one_and_together(place: Place) -> None:
    asked = [Say("ECHO " + text) for text, _value in VALUES]
    meant = [value for _text, value in VALUES]
    with place.session() as session:
        assert [session.one(one) for one in asked] == meant
        assert list(session.many(asked)) == meant
        assert session.one(Say("NOOP")) is None
        assert session.statistics.commands == 2 * len(VALUES) + 1
        assert session.statistics.logins == 1


@pytest.mark.parametrize("character", ["x", "\u00e9", '"', "\n"])
def test_what_is_long_or_odd_is_kept_and_read_back(place: Place, character: str) -> None:
    long = character * 100_000
    with place.session() as session:
        session.one(CREATE)
        session.one(SETACCOUNTSETTINGS(ANN, {"Custom": long, "RealName": "a\tb & c=d; %41+ \\"}))
        settings = session.one(READ)
    assert settings["Custom"] == long
    assert settings["RealName"] == "a\tb & c=d; %41+ \\"


def test_a_refusal_is_raised_by_one_and_stands_in_its_place_among_many(place: Place) -> None:
    with place.session() as session:
        with pytest.raises(NotFound) as caught:
            session.one(READ)
        assert (caught.value.code, caught.value.verb) == (513, "GETACCOUNTSETTINGS")
        results = list(session.many([READ, CREATE, READ, CREATE, GETACCOUNTSETTINGS(BOB)]))
        assert [getattr(one, "code", None) for one in results] == [513, None, None, 520, 513]
        assert isinstance(results[2], dict)
        assert session.reply(READ).code in (200, 201)
    assert len(place.said("CREATEACCOUNT")) == 2


def test_a_refusal_shows_no_argument(place: Place) -> None:
    place.fault("error:verb=SETACCOUNTPASSWORD,code=501,text=bad value %s" % SECRET)
    with place.session() as session, pytest.raises(CliError) as caught:
        session.one(Say('SETACCOUNTPASSWORD postmaster PASSWORD "%s"' % SECRET))
    assert "bad value" in caught.value.text and SECRET not in repr(caught.value) + str(caught.value)


@pytest.mark.parametrize("character", ["\n", "\r", "\0", "\ud800"])
def test_a_line_that_cannot_be_sent_is_refused_before_anything_is(place: Place, character: str) -> None:
    with place.session() as session:
        with pytest.raises(UnsendableCommand) as caught:
            list(session.many([CREATE, Say("DELETEACCOUNT %s%s" % (SECRET, character)), CREATEACCOUNT(BOB)]))
        assert SECRET not in str(caught.value) and caught.value.__context__ is None
        assert made(session) == {"ann"}
    assert not place.said("DELETEACCOUNT")


def test_a_reply_beyond_the_bound_costs_the_connection(place: Place) -> None:
    with place.session(max_reply=3000) as session:
        assert session.one(Say("ECHO " + "a" * 2500)) == "a" * 2500
        with pytest.raises(ReplyTooLong, match="max_reply"):
            session.one(Say("ECHO " + "a" * 4000))
        assert session.one(Say("ECHO after")) == "after"
        assert session.statistics.logins == 2


# --- many

def echoes(numbers: Any) -> Iterator[Any]:
    """Questions that are known to change nothing, one in three, and lines that may do so."""
    for number in numbers:
        yield GETACCOUNTSETTINGS(LOGIN) if number % 3 == 0 else Say("ECHO n%d" % number)


def right(number: int, result: Any) -> bool:
    return isinstance(result, dict) if number % 3 == 0 else bool(result == "n%d" % number)


@pytest.mark.parametrize("window", [1, 3, None])
def test_many_come_in_order_and_few_are_taken_before(place: Place, window: int | None) -> None:
    taken: list[Any] = []

    def counted() -> Iterator[Any]:
        for command in echoes(range(150)):
            taken.append(command)
            yield command

    with place.session(window=window) as session:
        for number, result in enumerate(session.many(counted())):
            assert right(number, result)
            assert len(taken) <= max(number + (window or 64), 2)
        assert number == 149
        assert session.statistics.commands == 150
        session.prove()


def test_an_iterator_that_is_given_up_and_one_beside_it(place: Place) -> None:
    with place.session() as session:
        for number, result in enumerate(session.many(echoes(itertools.count()))):
            assert right(number, result)
            if number == 10:
                break
        results, others = session.many(echoes(range(12))), session.many(echoes(range(12)))
        for number in range(12):
            assert right(number, next(results))
            assert session.one(Say("ECHO beside")) == "beside"
            assert right(number, next(others))
        assert list(results) == list(others) == []
        assert session.statistics.logins == 1


def test_an_error_of_the_iterable_comes_after_what_was_asked_before(place: Place) -> None:
    def commands() -> Iterator[Any]:
        yield CREATE
        yield CREATEACCOUNT(BOB)
        raise LookupError("no more names")

    with place.session() as session:
        came = []
        with pytest.raises(LookupError, match="no more names"):
            for result in session.many(commands()):
                came.append(result)
        assert came == [None, None]
        assert made(session) == {"ann", "bob"}


def test_large_commands_and_large_replies_at_once(place: Place) -> None:
    text = "x" * 400_000
    with place.session() as session:
        assert list(session.many([Say("ECHO " + text)] * 12)) == [text] * 12


@needs(STREAM)
def test_a_window_is_proven_once_by_two_commands_and_the_order_at_the_end_of_each_call(place: Place) -> None:
    with place.session() as session:
        for _call in range(2):
            assert len(list(session.many(echoes(range(6))))) == 6
        session.close()
        assert len(list(session.many(echoes(range(6))))) == 6
    assert len(place.said("NOOP")) == 1
    words = [entry for entry in place.said("ECHO") if "step" in str(entry["arguments"])]
    assert len(words) == 4


@needs(STREAM)
def test_a_server_that_loses_what_comes_together_gets_one_at_a_time(place: Place) -> None:
    place.fault("one-line-per-packet")
    with place.session(reply_timeout=1) as session:
        assert [right(number, result) for number, result in enumerate(session.many(echoes(range(4))))] == [True] * 4


@needs(STREAM)
def test_every_session_takes_leave(place: Place) -> None:
    with place.session() as session:
        session.one(Say("NOOP"))
        session.close()
        session.one(Say("NOOP"))
    assert len(place.said("QUIT")) == 2


@needs(BESIDE)
def test_reads_go_beside_each_other_and_each_keeps_its_place(place: Place) -> None:
    place.fault("delay:verb=GETACCOUNTSETTINGS,nth=1,ms=50")
    with place.session() as session:
        results = list(session.many([READ, GETACCOUNTSETTINGS(LOGIN), LISTACCOUNTS(domainName="example.com")]))
    assert [type(one) for one in results] == [NotFound, dict, dict]


# --- what is lost

LOSSES = ["drop-before", "drop-after", "cut", "cut:bytes=0", "cut:bytes=4", "garble"]


@pytest.mark.parametrize("loss", LOSSES)
def test_a_change_whose_reply_does_not_come_is_told_and_never_sent_again(place: Place, loss: str) -> None:
    effect, _colon, more = loss.partition(":")
    place.fault(",".join(filter(None, ("%s:verb=CREATEACCOUNT" % effect, more))))
    with place.session() as session:
        came = []
        with pytest.raises(ConnectionLost) as caught:
            for result in session.many([Say("ECHO before"), CREATE, Say("ECHO behind")]):
                came.append(result)
        assert (came, caught.value.answered) == (["before"], 1)
        (there,) = session.many([READ])
        assert isinstance(there, NotFound) == (effect == "drop-before")
        assert session.statistics.logins == 2
    assert len(place.said("CREATEACCOUNT")) == 1


def test_a_server_that_falls_silent(place: Place) -> None:
    with place.session() as session:
        session.open()
        place.fault("stall:verb=CREATEACCOUNT")
        session._limits.reply = 0.3  # not before: the login may take its time
        with pytest.raises(ReplyTimeout, match="reply_timeout"):
            session.one(CREATE)
        session._limits.reply = 60.0
        assert isinstance(next(session.many([READ])), NotFound)
    assert len(place.said("CREATEACCOUNT")) == 1


def test_the_total_time_ends_everything_until_its_clock_is_restarted(place: Place) -> None:
    with place.session(total_timeout=600) as session:
        session.open()
        session._limits._end = 0.0
        with pytest.raises(ReplyTimeout, match="total_timeout"):
            session.one(Say("NOOP"))
        with pytest.raises((ReplyTimeout, ConnectionFailed), match="total_timeout"):
            session.one(Say("NOOP"))
        session.restart_clock()
        assert session.one(Say("ECHO after")) == "after"


def test_a_session_that_was_idle_too_long_is_made_anew_before_anything_is_sent(place: Place) -> None:
    session = place.session(idle_limit=1e-9)
    session.one(CREATE)
    session.one(CREATEACCOUNT(BOB))
    assert session.statistics.logins == 2
    session.close()
    assert len(place.said("CREATEACCOUNT")) == 2


class Interruption(Exception):
    """What a signal handler raises."""


@pytest.mark.parametrize("when", ["send", "receive"])
def test_what_a_signal_interrupts_is_not_sent_again(
    place: Place, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """Whether it comes behind the sending, or while the reply is awaited."""
    sent = threading.Event()
    send, receive = Stream.send, Stream.receive

    def sending(stream: Stream, data: bytes) -> int:
        number = send(stream, data)
        if b"CREATEACCOUNT" in data and not sent.is_set():
            sent.set()
            if when == "send":
                raise Interruption
        return number

    def receiving(stream: Stream, size: int) -> bytes | None:
        piece = receive(stream, size)
        if when == "receive" and sent.is_set() and piece is not None and not interrupted:
            interrupted.append(True)
            raise Interruption
        return piece

    interrupted: list[bool] = []
    with place.session() as session:
        session.open()
        monkeypatch.setattr(Stream, "send", sending)
        monkeypatch.setattr(Stream, "receive", receiving)
        with pytest.raises(Interruption):
            session.one(CREATE)
        assert session.one(Say("ECHO after")) == "after"
        assert session.statistics.logins == 2
    assert len(place.said("CREATEACCOUNT")) <= 1


# --- coming and going

def test_a_session_may_be_closed_at_any_time_and_used_again(place: Place) -> None:
    session = place.session()
    session.close()
    assert session.one(Say("ECHO a")) == "a"
    session.close()
    session.close()
    place.fault("stall:verb=CREATEACCOUNT")
    results = session.many([Say("ECHO c"), CREATE])
    assert next(results) == "c"
    session.close()
    with pytest.raises(ConnectionLost) as caught:
        next(results)
    assert caught.value.answered == 1
    assert session.one(Say("ECHO b")) == "b"
    session.prove()
    session.close()
    assert session.statistics.logins == 3


def test_the_login_shows_in_the_journal_as_its_method_says(place: Place) -> None:
    with place.session() as session:
        session.one(CREATE)
    (created,) = place.said("CREATEACCOUNT")
    assert created["user"] == "postmaster@example.com"
    verb = place.way.verb
    accepted = [entry for other in ("APOP", "PASS", "AUTH") for entry in place.said(other) if entry["code"] == 200]
    begun = [(entry["verb"], entry["session"]) for entry in accepted]
    assert begun == ([(verb, created["session"])] if verb else [])


def test_a_wrong_password_is_one_clear_error_that_does_not_show_it(place: Place) -> None:
    with pytest.raises(LoginFailed) as caught:
        place.session(password=SECRET).open()
    assert LOGIN in caught.value.message and caught.value.code and SECRET not in repr(caught.value)


def test_a_login_that_holds_no_more_says_that_it_did(place: Place) -> None:
    with place.session() as session:
        session.one(Say("NOOP"))
        if place.way.method == "session":
            session_id = place.options["password"]
            assert said_within(place.simulator, "KILLWEBUSERSESSION " + session_id).startswith("200")
        else:
            changed = "SETACCOUNTPASSWORD %s PASSWORD %s" % (LOGIN, SECRET)
            assert said_within(place.simulator, changed).startswith("200")
        session.close()
        with pytest.raises(LoginFailed, match="before") as caught:
            session.one(CREATE)
    assert place.options["password"] not in str(caught.value)
    assert not place.said("CREATEACCOUNT")


def test_a_password_is_shown_to_nobody_on_the_way(place: Place, across_the_network: None) -> None:
    if place.way.shows_the_password:
        with pytest.raises(LoginFailed, match="allow_cleartext"):
            place.session().open()
        assert not any(place.said(verb) for verb in ("PASS", "AUTH", "ECHO", "NOOP"))
    else:
        with place.session() as session:
            assert session.one(Say("ECHO a")) == "a"
    with place.session(allow_cleartext=True) as session:
        assert session.one(Say("ECHO a")) == "a"


def test_a_server_that_goes_away_is_tried_for_and_then_given_up(place: Place) -> None:
    pauses: list[float] = []
    session = place.session(pause=pauses.append)
    session.one(Say("NOOP"))
    session.close()
    place.end()
    with pytest.raises(ConnectionFailed) as caught:
        session.one(CREATE)
    assert len(pauses) == 3
    with pytest.raises(ConnectionFailed):
        place.session(pause=pauses.append).open()
    assert len(pauses) == 3  # nobody waits for one that has never been met
    assert place.options["password"] not in str(caught.value)
    assert "127.0.0.1:%d" % place.options["port"] in str(caught.value)
