# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greeting, login and INLINE, against a server that plays given bytes."""

from __future__ import annotations

import hashlib

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    ConnectionFailed,
    LoginFailed,
    ReplyTimeout,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import (
    APOP_GREETING,
    APOP_LINE,
    LOGIN,
    PASS_LINE,
    PASSWORD,
    PLAIN_GREETING,
    USER_LINE,
    Say,
    ScriptedServer,
)

# printf '%s%s' '<17.1700000000@mail.example.com>' 'cherry Orchard7' | md5sum
APOP_DIGEST = b"353ed709894a0eb5555918cffa7c8491"


def user_and_pass(peer):
    peer.answer(USER_LINE, b"300 please send the PASS\r\n")
    peer.answer(PASS_LINE, b"200 login OK, proceed\r\n")
    peer.answer(b"INLINE", b"200 OK\r\n")
    peer.quit()


def plain_script(peer):
    peer.send(PLAIN_GREETING)
    user_and_pass(peer)


def apop_script(peer):
    peer.log_in()
    peer.quit()


def log_in(*scripts, **options):
    with ScriptedServer(*scripts) as server, server.session(**options) as session:
        assert session.statistics.logins == 1


def failure(error_class, *scripts, **options):
    with ScriptedServer(*scripts) as server, pytest.raises(error_class) as caught:
        server.session(**options).open()
    assert PASSWORD not in str(caught.value)
    return caught.value


def test_a_challenge_is_answered_by_apop():
    assert APOP_LINE.split()[-1] == APOP_DIGEST
    log_in(apop_script)


@pytest.mark.parametrize(
    "greeting",
    [
        b"200 CommuniGate Pro at mail.servername.com PWD Server 5.3 ready\r\n",
        b"200 CommuniGate Pro PWD Server <ready>\r\n",
        b"201 ready\n",
        b"200\n",
    ],
)
def test_without_a_challenge_user_and_pass_are_sent(greeting):
    def script(peer):
        peer.send(greeting)
        user_and_pass(peer)

    log_in(script)


def test_the_challenge_is_taken_from_the_first_to_the_last_bracket():
    challenge = b"<a> b <1.2@c>"
    digest = hashlib.md5(challenge + PASSWORD.encode()).hexdigest().encode()

    def script(peer):
        peer.send(b"200 ready " + challenge + b" \r\n")
        peer.answer(b"APOP %s %s" % (LOGIN.encode(), digest), b"200 login OK\r\n")
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.quit()

    log_in(script)


def test_the_login_may_come_in_single_bytes():
    def script(peer):
        peer.send(*(bytes([byte]) for byte in APOP_GREETING))
        peer.expect(APOP_LINE)
        peer.send(b"2", b"00 login", b" OK\r", b"\n")
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.quit()

    log_in(script)


@pytest.mark.parametrize("answer", [b"200 OK\r\n", b"201 <whatever\r\n", b"300 {\r\n", b"500 unknown command\r\n"])
def test_whatever_inline_answers_is_ignored(answer):
    def script(peer):
        peer.log_in(inline=answer)
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.quit()

    with ScriptedServer(script) as server, server.session() as session:
        assert session.one(Say("NOOP")) is None


def test_without_md5_user_and_pass_are_sent(without_md5):
    def script(peer):
        peer.send(APOP_GREETING)
        user_and_pass(peer)

    log_in(script)


def test_a_refused_apop_is_followed_by_user_and_pass_on_the_same_connection():
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(APOP_LINE, b"515 incorrect password\r\n")
        user_and_pass(peer)

    log_in(script)


def test_a_server_that_hangs_up_after_refusing_apop_is_called_again():
    def refuses(peer):
        peer.send(APOP_GREETING)
        peer.answer(APOP_LINE, b"515 incorrect password\r\n")

    def accepts(peer):
        peer.send(APOP_GREETING)
        user_and_pass(peer)

    log_in(refuses, accepts)


def test_a_server_that_hangs_up_on_apop_is_called_again_only_once():
    def hangs_up(peer):
        peer.send(APOP_GREETING)
        peer.expect(APOP_LINE)

    def hangs_up_again(peer):
        peer.send(APOP_GREETING)
        peer.expect(USER_LINE)

    error = failure(ConnectionFailed, hangs_up, hangs_up_again)
    assert "lost before a reply was complete" in str(error)


def test_method_plain_ignores_the_challenge():
    def script(peer):
        peer.send(APOP_GREETING)
        user_and_pass(peer)

    log_in(script, login_method="plain")


def test_method_apop_does_not_fall_back():
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(APOP_LINE, b"515 incorrect password\r\n")
        peer.expect_end()

    error = failure(LoginFailed, script, login_method="apop")
    assert error.code == 515
    assert "login_method" in error.hint


def test_method_apop_needs_a_challenge():
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.expect_end()

    assert "the server sends no challenge" in str(failure(LoginFailed, script, login_method="apop"))


def test_method_apop_needs_md5(without_md5):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.expect_end()

    assert "FIPS" in str(failure(LoginFailed, script, login_method="apop"))


def test_an_unknown_method_is_refused_before_connecting():
    assert "auto, apop, plain, cram-md5, session" in str(failure(LoginFailed, login_method="kerberos"))


def test_clear_text_across_the_network_is_refused_where_there_is_no_other_way(across_the_network):
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(b"AUTH CRAM-MD5", b"501 this authentication method is not offered\r\n")
        peer.expect_end()

    error = failure(LoginFailed, script)
    assert "allow_cleartext" in error.hint


def test_clear_text_across_the_network_is_refused_after_apop_too(across_the_network):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(APOP_LINE, b"515 incorrect password\r\n")
        peer.expect_end()

    error = failure(LoginFailed, script)
    assert "allow_cleartext" in error.hint
    assert "515 incorrect password" in error.message


def test_a_server_that_hangs_up_on_apop_gets_no_clear_text_across_the_network(across_the_network):
    def script(peer):
        peer.send(APOP_GREETING)
        peer.expect(APOP_LINE)

    failure(ConnectionFailed, script)


def test_clear_text_across_the_network_can_be_allowed(across_the_network):
    log_in(plain_script, allow_cleartext=True)


def test_apop_needs_no_permission_across_the_network(across_the_network):
    log_in(apop_script)


def test_a_wrong_password_is_a_failed_login_with_the_servers_answer():
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(USER_LINE, b"300 please send the PASS\r\n")
        peer.answer(PASS_LINE, b"515 incorrect password\r\n")
        peer.expect_end()

    error = failure(LoginFailed, script)
    assert error.code == 515
    assert LOGIN in str(error)
    assert "515 incorrect password" in str(error)
    assert "options login and password" in error.hint


def test_a_refused_user_gets_no_password():
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(USER_LINE, b"200 who is that\r\n")
        peer.expect_end()

    assert failure(LoginFailed, script).code == 200


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (b"no such command: PASS cherry Orchard7", ""),
        (b"bad word Orchard7 in the password", "bad word ... in the password"),
        (b"bad prefix Orchar", "bad prefix ..."),
    ],
)
def test_a_refusal_that_repeats_the_password_is_cut(text, shown):
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(USER_LINE, b"300 please send the PASS\r\n")
        peer.answer(PASS_LINE, b"500 " + text + b"\r\n")

    error = failure(LoginFailed, script)
    assert ("(500 %s)" % shown).replace(" )", ")") in error.message
    assert "rchar" not in str(error)


@pytest.mark.parametrize(
    "credentials",
    [
        Credentials(LOGIN, "secret\r\nDELETEDOMAIN example.com"),
        Credentials(LOGIN, "secret\nmore"),
        Credentials(LOGIN, "secret\rmore"),
        Credentials(LOGIN, "secret\0more"),
        Credentials(LOGIN, "secret\ud800"),
        Credentials(LOGIN, ""),
        Credentials("post\nmaster", "secret"),
        Credentials("post master", "secret"),
        Credentials("", "secret"),
    ],
)
def test_credentials_that_cannot_be_sent_are_refused_before_connecting(credentials):
    error = failure(LoginFailed, credentials=credentials)
    assert "secret" not in str(error)
    assert error.__context__ is None


def test_credentials_do_not_show_the_password():
    assert "secret" not in repr(Credentials(LOGIN, "secret"))


def test_a_password_that_is_not_ascii_goes_as_utf_8():
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(USER_LINE, b"300 please send the PASS\r\n")
        peer.answer(b"PASS \xc3\xbcber", b"200 login OK\r\n")
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.quit()

    log_in(script, credentials=Credentials(LOGIN, "\u00fcber"))


def test_a_connection_closed_without_a_greeting_points_to_the_access_list():
    error = failure(ConnectionFailed, lambda peer: None)
    assert "closed the connection without a greeting" in error.message
    assert "may not admit the address of this machine" in error.hint


def test_a_connection_broken_off_points_to_the_access_list():
    """This may show in connecting already, or only in waiting for the greeting."""
    error = failure(ConnectionFailed, lambda peer: peer.reset())
    assert "may not admit the address of this machine" in error.hint


@pytest.mark.parametrize(
    "greeting",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 400 Bad Request\r\n",
        b"\x15\x03\x03\x00\x02\x02\x46",
        b"+OK POP3 ready <1.2@c>\r\n",
        b"220 mail ESMTP",
        b"2000 ready\r\n",
        b"\r\n",
        b"2 \r\n",
        b"200" + b" ready" * 20000,
    ],
)
def test_a_greeting_of_another_kind_of_server_is_a_clear_error(greeting):
    error = failure(ConnectionFailed, lambda peer: peer.send(greeting))
    assert "greet" in str(error) or "(220 " in str(error)


@pytest.mark.parametrize("greeting", [b"500 too busy\r\n", b"300 go on\r\n", b"421 closing\r\n"])
def test_a_greeting_with_another_code_is_a_failed_connection(greeting):
    def script(peer):
        peer.send(greeting)
        peer.expect_end()

    error = failure(ConnectionFailed, script)
    assert greeting.decode().strip() in error.message


def test_no_greeting_in_time_points_to_tls():
    error = failure(ConnectionFailed, lambda peer: peer.expect_end(), reply_timeout=1)
    assert "sends no greeting" in error.message
    assert "to tls" in error.hint and "to http" in error.hint  # nobody says a word there before the client does
    assert "tls" in error.hint


def test_no_answer_to_the_login_is_a_failed_connection():
    def script(peer):
        peer.send(APOP_GREETING)
        peer.expect(APOP_LINE)
        peer.expect_end()

    assert "no reply came" in str(failure(ConnectionFailed, script, reply_timeout=1))


def test_a_total_time_that_is_used_up_needs_no_server():
    with ScriptedServer() as server:
        session = server.session(total_timeout=1e-9)
        with pytest.raises(ReplyTimeout, match="total_timeout"):
            session.open()
