# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS after STLS: which greeting counts, and that nothing secret is ever said without TLS."""

from __future__ import annotations

import contextlib
import hashlib
import os

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    ConnectionFailed,
    LoginFailed,
    ServerAway,
)
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import (
    APOP_GREETING,
    CHALLENGE,
    LOGIN,
    PASS_LINE,
    PASSWORD,
    PLAIN_GREETING,
    USER_LINE,
    Say,
    ScriptedServer,
)
from ansible_collections.communigate.pro.tests.unit.connector.test_session_methods import (
    BY_ID,
    CODED,
    CRAM_ANSWER,
    SESSION_LINE,
)

pytest.importorskip("cryptography", reason="certificates are made with the package cryptography")
from ansible_collections.communigate.pro.tests.unit.connector.certificates import (  # noqa: E402
    DAY,
    NOW,
    Authority,
)

SECOND_CHALLENGE = b"<18.1700000009@mail.example.com>"
AGREES = b"200 please start TLS\r\n"
REFUSES = b"500 unknown command\r\n"


@pytest.fixture(autouse=True)
def without_the_authorities_of_the_system(monkeypatch):
    """They take longer to load than all that is tested here."""
    monkeypatch.setenv("SSL_CERT_FILE", os.devnull)
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("stls"), "authority")


@pytest.fixture(scope="module")
def trusted(authority):
    return {"transport": "stls", "tls_ca_file": str(authority.file)}


@pytest.fixture(scope="module")
def good(authority):
    return authority.server_context("127.0.0.1", "mail.example.com")


# --- the greeting that counts


def silent(peer):
    """The server says nothing after the handshake."""
    peer.read_word()
    peer.send(REFUSES)


def quick(greeting):
    """It greets at once."""

    def say(peer):
        peer.send(greeting)
        peer.read_word()
        peer.send(REFUSES)

    return say


def slow(greeting):
    """It greets so late that the client has long since spoken."""

    def say(peer):
        peer.read_word()
        peer.send(greeting)
        peer.send(REFUSES)

    return say


def in_pieces(greeting):
    def say(peer):
        peer.read_word()
        peer.send(*(bytes([byte]) for byte in greeting + REFUSES))

    return say


def knows_echo(greeting):
    """It answers ECHO although nobody has logged in."""

    def say(peer):
        peer.send(greeting)
        peer.send(b"201 %s\r\n" % peer.read_word())

    return say


SECOND = b"200 mail.example.com PWD Server ready " + SECOND_CHALLENGE + b"\r\n"
AFTER_TLS = {
    "says nothing": (silent, CHALLENGE),
    "says nothing and knows ECHO": (knows_echo(b""), CHALLENGE),
    "greets": (quick(SECOND), SECOND_CHALLENGE),
    "greets late": (slow(SECOND), SECOND_CHALLENGE),
    "greets in pieces": (in_pieces(SECOND), SECOND_CHALLENGE),
    "greets and knows ECHO": (knows_echo(SECOND), SECOND_CHALLENGE),
    "greets without a challenge": (slow(PLAIN_GREETING), b""),
    "greets with the same challenge": (quick(APOP_GREETING), CHALLENGE),
    "greets with 201": (quick(b"201 ready\r\n"), b""),
}


def apop(peer, challenge):
    digest = hashlib.md5(challenge + PASSWORD.encode()).hexdigest().encode()
    peer.answer(b"APOP %s %s" % (LOGIN.encode(), digest), b"200 login OK\r\n")


def plain(peer, challenge):
    peer.answer(USER_LINE, b"300 please send the PASS\r\n")
    peer.answer(PASS_LINE, b"200 login OK\r\n")


def cram_md5(peer, challenge):
    peer.answer(b"AUTH CRAM-MD5", b"300 " + CODED + b"\r\n")
    peer.answer(CRAM_ANSWER, b"200 login OK\r\n")


def session_id(peer, challenge):
    peer.answer(SESSION_LINE, b"200 login OK\r\n")


def auto(peer, challenge):
    (apop if challenge else plain)(peer, challenge)


METHODS = {
    "auto": (auto, {}),
    "apop": (apop, {"login_method": "apop"}),
    "plain": (plain, {"login_method": "plain"}),
    "cram-md5": (cram_md5, {"login_method": "cram-md5"}),
    "session": (session_id, BY_ID),
}


@pytest.mark.parametrize(
    ("after", "method"),
    [
        (after, method)
        for after, (_say, challenge) in AFTER_TLS.items()
        for method in METHODS
        if challenge or method != "apop"
    ],
)
def test_the_greeting_that_counts_is_the_last_one(good, trusted, after, method):
    (say, challenge), (logs_in, options) = AFTER_TLS[after], METHODS[method]

    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        peer.start_tls(good)
        say(peer)
        logs_in(peer, challenge)
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.answer(b"MAINDOMAINNAME", b"201 example.com\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session(**trusted, **options) as session:
        assert session.one(Say("MAINDOMAINNAME")) == "example.com"


def test_a_challenge_that_was_said_in_clear_text_is_forgotten_with_a_second_greeting(good, trusted):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        peer.start_tls(good)
        slow(PLAIN_GREETING)(peer)
        peer.expect_end()

    with ScriptedServer(script) as server, pytest.raises(LoginFailed, match="the server sends no challenge"):
        server.session(login_method="apop", **trusted).open()


def test_the_password_may_be_sent_over_tls_to_another_machine(good, trusted, monkeypatch):
    monkeypatch.setattr("socket.socket.getpeername", lambda sock: ("192.0.2.1", 106))

    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(b"STLS", AGREES)
        peer.start_tls(good)
        silent(peer)
        plain(peer, b"")
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session(**trusted):
        pass


def test_a_new_connection_begins_in_clear_text_again(good, trusted):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        peer.start_tls(good)
        silent(peer)
        apop(peer, CHALLENGE)
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.answer(b"NOOP", b"200 OK\r\n")

    with ScriptedServer(script, script) as server:
        session = server.session(**trusted)
        session.one(Say("NOOP"))
        while session.statistics.logins < 2:
            try:
                session.one(Say("NOOP"))
            except Exception as error:
                assert "lost" in str(error)
        session.close()


# --- no way to a login in clear text


def failure(script, **options):
    with ScriptedServer(script) as server, pytest.raises(ConnectionFailed) as caught:
        server.session(**options).open()
    assert PASSWORD not in str(caught.value)
    return caught.value


def answers_stls(reply):
    """The server answers STLS so, and must not hear anything more in clear text."""

    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", reply)
        peer.expect_end()

    return script


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (b"500 unknown command\r\n", "500 unknown command"),
        (b"501 no certificate\r\n", "501 no certificate"),
        (b"201 OK\r\n", "201 OK"),
        (b"300 go on\r\n", "300 go on"),
        (b"421 closing\r\n", "421 closing"),
        (b"what\r\n", "no reply"),
        (b"+OK\r\n", "no reply"),
        (b"200" + b" ready" * 20000, "no reply"),
    ],
)
@pytest.mark.parametrize("cleartext", [False, True])
def test_a_refused_stls_is_no_login_in_clear_text(trusted, reply, told, cleartext):
    error = failure(answers_stls(reply), allow_cleartext=cleartext, **trusted)
    assert told in error.message
    assert "Nothing secret was sent" in error.hint and "transport tls" in error.hint


def test_silence_after_stls(trusted):
    error = failure(answers_stls(b""), reply_timeout=0.2, **trusted)
    assert "does not answer STLS" in error.message and "Nothing secret was sent" in error.hint


def test_a_server_that_hangs_up_on_stls(trusted):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.expect(b"STLS")

    error = failure(script, **trusted)
    assert isinstance(error, ServerAway) and "Nothing secret was sent" in error.hint


@pytest.mark.parametrize("more", [b"2", b"200 mail.example.com ready <1.2@evil.example>\r\n", b"\r\n", b"\x16\x03\x03"])
def test_bytes_behind_the_agreement_are_refused(trusted, more):
    """As they would be the first bytes of what came over TLS: whoever is on the way could put replies there."""
    error = failure(answers_stls(AGREES + more), **trusted)
    assert "in clear text" in error.message and "on the way" in error.hint


@pytest.mark.parametrize("more", [b"200 mail.example.com ready <1.2@evil.example>\r\n", b"500 unknown command\r\n"])
def test_bytes_that_come_in_clear_text_when_the_handshake_has_begun_are_refused(trusted, more):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        assert peer.read_write()[:1] == b"\x16"
        peer.send(more)
        with contextlib.suppress(ConnectionResetError):
            assert LOGIN.encode() not in peer.read_write()  # it is an alert, if anything

    assert "TLS handshake" in failure(script, **trusted).message


def test_an_agreement_that_comes_before_it_was_asked_for_is_none(trusted):
    """Whoever is on the way says it; the server's own one would come in the handshake's place."""

    def script(peer):
        peer.send(APOP_GREETING + AGREES)
        peer.expect_end()

    assert "in clear text" in failure(script, **trusted).message


def test_no_handshake(trusted):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        assert peer.read_write()
        peer.expect_end()

    error = failure(script, connect_timeout=0.2, **trusted)
    assert "no TLS handshake" in error.message and "certificate" in error.hint


def test_a_greeting_that_turns_down_is_told_before_stls(trusted):
    def script(peer):
        peer.send(b"500 too busy\r\n")
        peer.expect_end()

    assert "500 too busy" in failure(script, **trusted).message


# --- verified like TLS


def refuses_certificate(context):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        with pytest.raises(OSError):
            peer.start_tls(context)
            peer.read_line()
            raise ConnectionError("the client has closed")

    return script


def test_a_certificate_for_another_name(authority, trusted):
    error = failure(refuses_certificate(authority.server_context("other.example.com")), **trusted)
    assert "127.0.0.1" in error.message and "tls_server_name" in error.hint


def test_a_certificate_of_an_unknown_authority(good):
    assert "tls_ca_file" in failure(refuses_certificate(good), transport="stls").hint


def test_an_expired_certificate(authority, trusted):
    script = refuses_certificate(authority.server_context("127.0.0.1", until=NOW - DAY))
    assert "expired" in failure(script, **trusted).message


def test_the_name_can_be_given_and_verification_switched_off(authority, trusted):
    other = authority.server_context("other.example.com")

    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        peer.start_tls(other)
        silent(peer)
        apop(peer, CHALLENGE)
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.quit()

    with ScriptedServer(script, script) as server:
        with server.session(tls_server_name="other.example.com", **trusted):
            pass
        with server.session(transport="stls", tls_verify=False):
            pass


def test_a_ca_file_that_cannot_be_used_needs_no_server(tmp_path):
    with ScriptedServer() as server, pytest.raises(ConnectionFailed, match="tls_ca_file"):
        server.session(transport="stls", tls_ca_file=str(tmp_path / "none")).open()


def test_the_total_time_ends_the_handshake_too(trusted):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(b"STLS", AGREES)
        assert peer.read_write()
        peer.expect_end()

    with ScriptedServer(script) as server, pytest.raises(ConnectionFailed, match="no TLS handshake"):
        server.session(total_timeout=0.3, connect_timeout=0, **trusted).open()
