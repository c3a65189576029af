# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which responses are the CLI's answers, and which may be those of somebody on the way: a loss, as a cut is."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    ConnectionFailed,
    ConnectionLost,
    LoginFailed,
    NotFound,
    ServerAway,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.http.meaning import Form
from ansible_collections.communigate.pro.plugins.module_utils.connector.http.response import Response
from ansible_collections.communigate.pro.tests.unit.connector.scripted_realm import CLOSE, Realm, opened, response
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Say

ABSENT = "unknown secondary domain name"
FAILURES = range(400, 600)
NOTHING_WAS_DONE = {400, 411, 413, 414, 415, 417, 422, 431}  # RFC 9110: the request itself cannot be taken
AS_A_FAILURE_OF_SOAP = {500}  # seen live
LATER = {408, 425, 429, 502, 503, 504}
CHANGE = Say("CREATEACCOUNT ann")


def reason(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else "Error"


def said(status: int, body: str = "", **fields: str) -> Response:
    known = {name.replace("_", "-"): value for name, value in fields.items()}
    return Response(status, reason(status), known, body.encode(), True, True)


WITHOUT_WORDS_OF_THE_CLI: dict[str, Callable[[int], str]] = {
    "nothing": lambda status: "",
    "the status": lambda status: "%d %s\r\n" % (status, reason(status)),
    "a page": lambda status: "<html><h1>%d</h1>The request has been held up</html>" % status,
    "a page with the word": lambda status: "<html><h1>ERROR</h1>The URL could not be retrieved</html>",
}


@pytest.mark.parametrize("form", [Form(), Form(bare=True), Form(bare=True, nothing=""), Form(nothing="200 OK")])
@pytest.mark.parametrize("body", WITHOUT_WORDS_OF_THE_CLI)
def test_a_status_without_words_of_the_cli_is_a_refusal_only_if_nothing_was_done(body: str, form: Form) -> None:
    refusals = set()
    for status in FAILURES:
        try:
            reply = form.reply(said(status, WITHOUT_WORDS_OF_THE_CLI[body](status)))
        except ConnectionLost as error:
            assert error.hint
        else:
            assert reply.code >= 400 and reply.data is None
            refusals.add(status)
    assert refusals == NOTHING_WAS_DONE | AS_A_FAILURE_OF_SOAP


@pytest.mark.parametrize("words", ["512 %s" % ABSENT, "ERROR 512 %s" % ABSENT, "ERROR: %s (512)" % ABSENT, ABSENT])
def test_words_of_the_cli_are_a_refusal_whatever_the_status(words: str) -> None:
    for status in set(FAILURES) - LATER - {401}:
        assert Form().reply(said(status, words)) == (512, ABSENT, None), status


def test_a_status_of_the_clis_own_goes_with_any_words() -> None:
    assert Form().reply(said(525, "illegal name")).code == 525
    with pytest.raises(ConnectionLost):
        Form().reply(said(525, "<html>525: SSL handshake failed</html>", content_type="text/html"))


@pytest.mark.parametrize("status", sorted({*LATER, 409, 499, 511, 524}))
def test_a_change_that_was_so_answered_is_a_loss_and_is_not_sent_again(status: int) -> None:
    def answer(command: str, connection: int) -> bytes:
        return response("", "%d x" % status) if command == CHANGE.text else response("201 a\r\n")

    with Realm(answer) as realm, realm.session() as session:
        with pytest.raises(ConnectionLost, match="unknown|window"):
            session.one(CHANGE)
        assert session.one(Say("ECHO a")) == "a"
        assert realm.commands == [CHANGE.text, "ECHO a"]
        assert session.statistics.logins == 2


@pytest.mark.parametrize("status", [status for status in FAILURES if status != 500])
def test_no_such_status_lets_anybody_in(status: int) -> None:
    """One that says to come later is waited for, once the server is known."""
    with Realm(lambda command, connection: response("", "%d x" % status) + CLOSE, None) as realm:
        with pytest.raises((ConnectionFailed, LoginFailed)) as caught:
            opened(realm.session(pause=lambda seconds: None))
        assert isinstance(caught.value, ServerAway) == (status in LATER)
        assert isinstance(caught.value, LoginFailed) == (status == 401)


# --- who answers

OTHERS = ["Server: nginx/1.25", "Server: CommuniGateProxy"]
SUCCESSES = [("OK", "200 OK"), ("Blocked", "200 OK"), ("(a,b)", "200 OK")]


def test_a_refusal_may_come_without_what_the_server_says_it_is() -> None:
    own = "Server: CommuniGatePro/6.3.39"

    def answer(command: str, connection: int) -> bytes:
        if command.startswith("GET"):
            return response("ERROR 513 unknown account", "500 x")
        return response("%s\r\n" % "".join(command.split()[1:]), "200 OK", own)

    with Realm(answer, None) as realm, realm.session() as session:
        with pytest.raises(NotFound):
            session.one(Say("GETACCOUNTRIGHTS"))
        assert session.statistics.logins == 1


@pytest.mark.parametrize(
    ("answered", "other"),
    [(answered, other) for answered in SUCCESSES for other in [*OTHERS, None]] + [(("", "500 x"), o) for o in OTHERS],
)
def test_where_a_server_says_what_it_is_nobody_elses_answer_is_one(
    answered: tuple[str, str], other: str | None
) -> None:
    body, status = answered
    own = "Server: CommuniGatePro/6.3.39"

    def answer(command: str, connection: int) -> bytes:
        if command.startswith("ECHO"):
            return response("%s\r\n" % command.split()[1], "200 OK", own)
        if command == "NOOP":
            return response("\r\n", "200 OK", own)
        if command == "GETACCOUNTRIGHTS":  # by another member of the cluster
            return response("(b)\r\n", "200 OK", "Server: CommuniGatePro/6.4.1 (x)")
        return response(body, status, *([other] if other else []))

    with Realm(answer, None) as realm, realm.session() as session:
        assert session.one(Say("GETACCOUNTRIGHTS")) == ["b"]
        with pytest.raises(ConnectionLost, match="another server answered"):
            session.one(CHANGE)
        assert realm.commands.count(CHANGE.text) == 1


def test_a_server_that_does_not_say_what_it_is_in_each_answer_may_leave_it_out() -> None:
    def answer(command: str, connection: int) -> bytes:
        fields = ["Server: x"] if command.startswith("ECHO") else []
        return response("%s\r\n" % command.split()[-1] if fields else "OK\r\n", "200 OK", *fields)

    with Realm(answer, None) as realm, realm.session() as session:
        assert session.one(CHANGE) is None
