# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The login methods beside APOP and USER with PASS: CRAM-MD5 and sessions; and that none shows what it proves."""

from __future__ import annotations

import base64
import hmac

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.digests import (
    cram_md5_answer,
    cram_md5_challenge,
    cram_md5_digest,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    CgpError,
    ConnectionFailed,
    LoginFailed,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import Reply
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import (
    APOP_GREETING,
    LOGIN,
    PASS_LINE,
    PASSWORD,
    PLAIN_GREETING,
    USER_LINE,
    Say,
    ScriptedServer,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from support.load import FULL

CHALLENGE = b"<1896.697170952@postoffice.net.example>"
CODED = base64.b64encode(CHALLENGE)
CRAM_DIGEST = hmac.new(PASSWORD.encode(), CHALLENGE, "md5").hexdigest().encode()
CRAM_ANSWER = base64.b64encode(LOGIN.encode() + b" " + CRAM_DIGEST)
ID = "8d1c0f22ab9944e1"
BY_ID = {"credentials": Credentials(LOGIN, ID), "login_method": "session"}
SESSION_LINE = ("AUTH SESSIONID %s %s" % (LOGIN, ID)).encode()
OLD_SESSION_LINE = ("AUTH WEBUSER %s %s" % (LOGIN, ID)).encode()


def finish(peer):
    peer.answer(b"INLINE", b"200 OK\r\n")
    peer.quit()


def cram_script(question=b"300 " + CODED, greeting=PLAIN_GREETING):
    def script(peer):
        peer.send(greeting)
        peer.answer(b"AUTH CRAM-MD5", question + b"\r\n")
        peer.answer(CRAM_ANSWER, b"200 login OK\r\n")
        finish(peer)

    return script


def says(*dialogue, greeting=APOP_GREETING):
    """A server that expects lines, answers them and hears no more: pairs of a line and a reply."""

    def script(peer):
        peer.send(greeting)
        for line, reply in dialogue:
            peer.answer(line, reply + b"\r\n")
        peer.expect_end()

    return script


def log_in(*scripts, **options):
    with ScriptedServer(*scripts) as server, server.session(**options) as session:
        assert session.statistics.logins == 1


def failure(error_class, *scripts, **options):
    with ScriptedServer(*scripts) as server, pytest.raises(error_class) as caught:
        server.session(**options).open()
    assert PASSWORD not in str(caught.value) and ID not in str(caught.value)
    return caught.value


# --- CRAM-MD5


def test_the_example_of_rfc_2195():
    coded = "PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+"
    challenge = cram_md5_challenge(Reply(300, "+ " + coded))
    answer = cram_md5_answer("tim", cram_md5_digest(challenge, "tanstaaftanstaaf"))
    assert base64.b64decode(answer) == b"tim b913a602c7eda7a495b4e6e7334d3890"


@pytest.mark.parametrize(
    "question",
    [
        b"300 " + CODED,
        b"300 + " + CODED,
        b"+ " + CODED,
        b"+" + CODED,
        b"+  " + CODED + b" ",
        b"334 " + CODED,
        b"300 please send the digest of " + CODED,
        b"300 challenge: " + CODED + b" follows",
        b"300 " + CHALLENGE,
    ],
)
def test_a_challenge_is_found_in_every_form_that_can_be_meant(question):
    log_in(cram_script(question), login_method="cram-md5")


def test_a_challenge_of_another_form_may_stand_alone():
    assert cram_md5_challenge(Reply(300, base64.b64encode(b"1896 at postoffice").decode())) == b"1896 at postoffice"


@pytest.mark.parametrize("text", ["", "+", "please send the digest", "go on", "????", "<>"])
def test_what_is_no_challenge_is_none(text):
    assert cram_md5_challenge(Reply(300, text)) in (b"",)


def test_a_server_without_a_readable_challenge_hears_no_more():
    script = says((b"AUTH CRAM-MD5", b"300 please go on"))
    assert "challenge cannot be read" in str(failure(LoginFailed, script, login_method="cram-md5"))


def test_the_challenge_may_come_in_single_bytes():
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.expect(b"AUTH CRAM-MD5")
        peer.send(*(bytes([byte]) for byte in b"+ " + CODED + b"\r\n"))
        peer.answer(CRAM_ANSWER, b"200 login OK\r\n")
        finish(peer)

    log_in(script, login_method="cram-md5")


def test_a_plus_sign_is_no_reply_anywhere_else():
    script = says((b"AUTH CRAM-MD5", b"300 " + CODED), (CRAM_ANSWER, b"+ go on"))
    assert "begin with a reply code" in str(failure(ConnectionFailed, script, login_method="cram-md5"))


def test_a_challenge_without_end_is_not_stored():
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.expect(b"AUTH CRAM-MD5")
        with pytest.raises(OSError):
            while True:
                peer.send(b"+" * 65536)

    assert "longer than" in str(failure(ConnectionFailed, script, login_method="cram-md5"))


@pytest.mark.parametrize("answer", [b"501 no such method", b"500 unknown command", b"200 OK"])
def test_a_server_that_does_not_offer_it_hears_no_more(answer):
    error = failure(LoginFailed, says((b"AUTH CRAM-MD5", answer)), login_method="cram-md5")
    assert "login_method" in error.hint
    assert answer.decode() in error.message


def test_a_refused_digest_points_to_passwords_that_are_stored_one_way():
    script = says((b"AUTH CRAM-MD5", b"300 " + CODED), (CRAM_ANSWER, b"515 bad digest " + CRAM_ANSWER))
    error = failure(LoginFailed, script, login_method="cram-md5")
    assert error.code == 515 and "one-way" in error.hint
    assert CRAM_ANSWER.decode() not in str(error)


@pytest.mark.parametrize("repeated", [CRAM_DIGEST, CRAM_DIGEST.upper(), CRAM_DIGEST[:16], b"<%s>" % CRAM_DIGEST])
def test_what_a_refusal_undoes_of_the_digest_does_not_show(repeated):
    """Whoever has it and the challenge can try passwords."""
    script = says((b"AUTH CRAM-MD5", b"300 " + CODED), (CRAM_ANSWER, b"515 bad " + repeated))
    error = failure(LoginFailed, script, login_method="cram-md5")
    assert "515 bad ..." in str(error).replace("<", "").replace(">", "")
    assert CRAM_DIGEST[:16].decode() not in str(error).lower()


def test_without_md5_cram_md5_says_so(without_md5):
    script = says((b"AUTH CRAM-MD5", b"300 " + CODED))
    assert "FIPS" in str(failure(LoginFailed, script, login_method="cram-md5"))


def test_cram_md5_needs_no_permission_across_the_network(across_the_network):
    log_in(cram_script(greeting=APOP_GREETING), login_method="cram-md5")


def test_auto_takes_cram_md5_where_the_password_cannot_be_sent_and_there_is_no_challenge(across_the_network):
    log_in(cram_script())


def test_auto_asks_for_cram_md5_nowhere_else():
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(USER_LINE, b"300 please send the PASS\r\n")
        peer.answer(PASS_LINE, b"200 login OK\r\n")
        finish(peer)

    log_in(script)


def test_a_digest_that_auto_sent_and_was_refused_is_a_refused_login(across_the_network):
    script = says((b"AUTH CRAM-MD5", b"300 " + CODED), (CRAM_ANSWER, b"515 bad password"), greeting=PLAIN_GREETING)
    error = failure(LoginFailed, script)
    assert error.code == 515 and "options login and password" in error.hint


def test_auto_without_md5_across_the_network_says_why_it_cannot(across_the_network, without_md5):
    error = failure(LoginFailed, says())
    assert "clear text" in error.message and "FIPS" in error.message and "allow_cleartext" in error.hint


# --- sessions


def test_the_id_of_a_session_logs_in():
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(SESSION_LINE, b"200 login OK\r\n")
        finish(peer)

    log_in(script, **BY_ID)


def test_an_old_server_hears_the_word_that_it_knows():
    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(SESSION_LINE, b"501 unknown method\r\n")
        peer.answer(OLD_SESSION_LINE, b"200 login OK\r\n")
        finish(peer)

    log_in(script, **BY_ID)


def test_a_session_that_is_over_is_told_with_both_answers():
    script = says(
        (SESSION_LINE, b"515 no session " + ID.encode()), (OLD_SESSION_LINE, b"501 unknown method WEBUSER")
    )
    error = failure(LoginFailed, script, **BY_ID)
    assert "515" in error.message and "501 unknown method WEBUSER" in error.message
    assert "ends when nobody uses it" in error.hint


def test_a_reconnect_says_that_the_session_has_ended():
    def drops(peer):
        peer.send(APOP_GREETING)
        peer.answer(SESSION_LINE, b"200 login OK\r\n")
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.answer(b"NOOP", b"200 OK\r\n")

    over = says((SESSION_LINE, b"515 no"), (OLD_SESSION_LINE, b"515 no"))
    with ScriptedServer(drops, over) as server:
        session = server.session(**BY_ID)
        session.one(Say("NOOP"))
        with pytest.raises(LoginFailed) as caught:
            while True:
                session.one(Say("NOOP"))
    assert "has ended in the meantime" in caught.value.hint


def test_the_id_is_not_sent_where_others_can_read_it(across_the_network):
    error = failure(LoginFailed, says(), **BY_ID)
    assert "the session's ID would cross the network in clear text" in error.message
    assert "allow_cleartext" in error.hint

    def script(peer):
        peer.send(APOP_GREETING)
        peer.answer(SESSION_LINE, b"200 login OK\r\n")
        finish(peer)

    log_in(script, allow_cleartext=True, **BY_ID)


def test_an_id_with_white_space_is_refused_before_connecting():
    options = {**BY_ID, "credentials": Credentials(LOGIN, "8d1c DELETEDOMAIN")}
    assert "8d1c" not in str(failure(LoginFailed, **options))


# --- all of them


def test_a_refused_name_without_a_domain_is_told_where_it_is_looked_for():
    lines = (b"USER postmaster", b"300 go on"), (b"PASS " + PASSWORD.encode(), b"515 no")
    error = failure(
        LoginFailed, says(*lines), login_method="plain", credentials=Credentials("postmaster", PASSWORD)
    )
    assert "name@domain" in error.hint
    assert "name@domain" not in failure(LoginFailed, says((USER_LINE, b"515 no")), login_method="plain").hint


def repeated(what, lines):
    """What a server may make of the lines that it heard: nothing, a line, its last word, its base64."""
    last = lines[-1] if lines else b""
    return {
        "nothing": b"",
        "line": last,
        "word": last.rpartition(b" ")[2],
        "base64": base64.b64encode(last),
        "upper": last.upper(),
        "quoted": last.replace(b" ", b"%20"),
    }[what]


WORDS = st.text("abcdefghkmnpqrtuvwxyzABCDEFG23456789!$%/()=?+*~#-_.:,;<>|", min_size=8, max_size=20)


@pytest.mark.parametrize("method", ["auto", "apop", "plain", "cram-md5", "session"])
@settings(max_examples=100 if FULL else 12, deadline=None, derandomize=not FULL)
@given(
    secret=WORDS,
    what=st.sampled_from(["nothing", "line", "word", "base64", "upper", "quoted"]),
    step=st.integers(0, 3),
    greeting=st.sampled_from([APOP_GREETING, PLAIN_GREETING]),
)
def test_no_error_of_any_method_shows_the_secret(method, secret, what, step, greeting):
    def script(peer):
        heard = []
        peer.send(greeting)
        for number in range(20):
            line = peer.read_line()
            if not line:
                return
            heard.append(line)
            if number >= step:
                peer.send(b"515 you said " + repeated(what, heard) + b"\r\n")
            else:
                peer.send(b"300 " + CODED + b"\r\n")

    credentials = Credentials(LOGIN, secret)
    with ScriptedServer(script) as server:
        session = server.session(credentials=credentials, login_method=method)
        with pytest.raises(CgpError) as caught:
            session.open()
    shown = "%s %r %r" % (caught.value, caught.value, credentials)
    assert secret not in shown
    assert secret.casefold() not in shown.casefold()
