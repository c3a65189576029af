# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS from the first byte, with certificates made for the test."""

from __future__ import annotations

import select
import ssl

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import tls
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import ConnectionFailed, ConnectionLost
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint, open_stream
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import (
    PASS_LINE,
    PATIENCE,
    PLAIN_GREETING,
    USER_LINE,
    Say,
    ScriptedServer,
)

pytest.importorskip("cryptography", reason="certificates are made with the package cryptography")
from ansible_collections.communigate.pro.tests.unit.connector.certificates import (  # noqa: E402
    DAY,
    NOW,
    Authority,
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tls"), "authority")


@pytest.fixture(scope="module")
def trusted(authority):
    return {"transport": "tls", "tls_ca_file": str(authority.file)}


@pytest.fixture(scope="module")
def good(authority):
    return authority.server_context("127.0.0.1", "mail.example.com")


def hangs_up(peer):
    peer.send(PLAIN_GREETING)
    peer.answer(USER_LINE, b"300 please send the PASS\r\n")
    peer.answer(PASS_LINE, b"200 login OK\r\n")
    peer.answer(b"INLINE", b"200 OK\r\n")
    peer.answer(b"NOOP", b"200 OK\r\n")


def noop_in_clear_text(peer):
    hangs_up(peer)
    peer.quit()


def works(context, **options):
    with ScriptedServer(noop_in_clear_text, tls=context) as server, server.session(**options) as session:
        assert session.one(Say("NOOP")) is None


def failure(context, **options):
    def script(peer):
        peer.expect_end()

    with ScriptedServer(script, tls=context) as server, pytest.raises(ConnectionFailed) as caught:
        server.session(**options).open()
    return caught.value


def test_a_good_certificate(good, trusted):
    works(good, **trusted)


@pytest.mark.parametrize("takes_leave", [True, False])
def test_a_server_that_hangs_up_between_two_commands_is_reached_anew(good, trusted, takes_leave):
    """Whether it says that this is the end of TLS, or not: nothing was under way."""

    def script(peer):
        hangs_up(peer)
        if takes_leave:
            peer.end_tls()

    with ScriptedServer(script, noop_in_clear_text, tls=good) as server, server.session(**trusted) as session:
        assert session.one(Say("NOOP")) is None
        assert select.select([session._link._stream], [], [], PATIENCE)[0]
        assert session.one(Say("NOOP")) is None
        assert session.statistics.logins == 2


@pytest.mark.parametrize("reply", [b"", b"200 O", b"200 OK"])
def test_a_reply_that_was_cut_with_the_connection_is_lost(good, trusted, reply):
    def script(peer):
        hangs_up(peer)
        peer.expect(b"NOOP")
        peer.send(reply)

    with ScriptedServer(script, tls=good) as server, server.session(**trusted) as session:
        session.one(Say("NOOP"))
        with pytest.raises(ConnectionLost, match="cut off without the end of TLS"):
            session.one(Say("NOOP"))


def test_the_name_of_the_certificate_can_be_given(good, trusted):
    works(good, tls_server_name="mail.example.com", **trusted)


def test_clear_text_is_allowed_within_tls(good, trusted, monkeypatch):
    monkeypatch.setattr("socket.socket.getpeername", lambda sock: ("192.0.2.1", 106))
    works(good, **trusted)


def test_a_certificate_for_another_name(authority, trusted):
    other = authority.server_context("other.example.com")
    error = failure(other, **trusted)
    assert "127.0.0.1" in error.message
    assert "tls_server_name" in error.hint
    error = failure(other, tls_server_name="mail.example.com", **trusted)
    assert "tls_server_name" in error.hint and "mail.example.com" in error.hint
    works(other, tls_server_name="other.example.com", **trusted)


def test_a_certificate_of_an_unknown_authority(good):
    assert "tls_ca_file" in failure(good, transport="tls").hint


def test_a_certificate_of_another_authority_of_the_same_name(good, tmp_path):
    impostor = Authority(tmp_path, "authority")
    assert "tls_ca_file" in failure(good, transport="tls", tls_ca_file=str(impostor.file)).hint


def test_an_expired_certificate(authority, trusted):
    error = failure(authority.server_context("127.0.0.1", until=NOW - DAY), **trusted)
    assert "expired" in error.message
    assert "Renew" in error.hint


def test_verification_can_be_switched_off(authority):
    works(authority.server_context("other.example.com"), transport="tls", tls_verify=False)


@pytest.mark.parametrize("content", [None, "no certificate\n"])
def test_a_ca_file_that_cannot_be_used(tmp_path, content):
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_text(content)
    with ScriptedServer() as server, pytest.raises(ConnectionFailed) as caught:
        server.session(transport="tls", tls_ca_file=str(path)).open()
    assert str(path) in caught.value.message
    assert "tls_ca_file" in caught.value.hint


def test_tls_before_1_2_is_refused():
    assert tls.context(Endpoint("mail.example.com")).minimum_version == ssl.TLSVersion.TLSv1_2


def test_a_server_that_speaks_no_tls():
    def script(peer):
        peer.send(PLAIN_GREETING)

    with ScriptedServer(script) as server, pytest.raises(ConnectionFailed) as caught:
        server.session(transport="tls").open()
    assert "TLS handshake" in caught.value.message
    assert "transport to tcp" in caught.value.hint


def test_a_server_that_is_silent():
    def script(peer):
        assert peer.read_write()
        peer.expect_end()

    with ScriptedServer(script) as server, pytest.raises(ConnectionFailed) as caught:
        server.session(transport="tls", connect_timeout=0.1).open()
    assert "no TLS handshake" in caught.value.message


def test_bytes_that_no_selector_knows_of_are_told(good, trusted):
    def script(peer):
        peer.send(b"200 ready\r\n")
        peer.expect_end()

    with ScriptedServer(script, tls=good) as server:
        stream = open_stream(Endpoint("127.0.0.1", server.port, **trusted))
        assert not stream.pending()
        while stream.receive(1) is None:
            assert select.select([stream], [], [], PATIENCE)[0]
        assert stream.pending()
        assert stream.receive(100) == b"00 ready\r\n"
        assert not stream.pending()
        stream.close()


def test_both_directions_full(good, trusted):
    """10 MB each way through small buffers; the server writes each answer before it reads on."""
    count, size = 1000, 10000

    def script(peer):
        peer.log_in()
        peer.prove_window()
        for number in range(count):
            assert peer.read_line().startswith(b"ECHO %d " % number)
            peer.send(b"201 (n%d,%s)\r\n" % (number, b"r" * size))
        peer.quit()

    commands = (Say(("ECHO %d " % number).ljust(size, "x")) for number in range(count))
    server = ScriptedServer(script, tls=good, small_buffers=True)
    with server, server.session(window=count, **trusted) as session:
        results = list(session.many(commands))
    assert results == [["n%d" % number, "r" * size] for number in range(count)]
