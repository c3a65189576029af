# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--stls: TLS on the same connection after the command STLS (evidence.md section 4)."""

from __future__ import annotations

import hashlib
import re
import socket
import ssl

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.certificate import self_signed

AGREES = b"200 please start TLS"
NOBODY = b"500 please log in first"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def options(certificate):
    return Options(
        port=0, main_domain="example.com", password="secret", tls_cert=certificate[0], tls_key=certificate[1], stls=True
    )


@pytest.fixture
def trusting(certificate):
    return ssl.create_default_context(cafile=certificate[0])


def secured(wire, context):
    """The connection goes over to TLS."""
    assert wire.ask(b"STLS") == AGREES
    wire.over_to_tls(context)
    return wire


def apop(wire):
    challenge = re.search(rb"<.*>", wire.greeting).group()
    return wire.ask(b"APOP postmaster " + hashlib.md5(challenge + b"secret").hexdigest().encode())


def test_a_session_over_tls_with_the_challenge_of_the_only_greeting(connect, trusting):
    wire = secured(connect(), trusting)
    assert wire.socket.version() in ("TLSv1.2", "TLSv1.3")
    assert wire.ask(b"NOOP") == NOBODY
    assert apop(wire) == b"200 login OK"
    wire.ask(b"INLINE")
    assert wire.ask(b"LISTDOMAINS") == b"201 (example.com)"


def test_who_does_not_ask_stays_in_clear_text(connect):
    assert connect("postmaster", "secret").ask(b"LISTDOMAINS") == b"201 (example.com)"


def test_much_pipelining_after_stls(connect, trusting):
    wire = secured(connect(), trusting)
    assert wire.login(b"postmaster", b"secret") == b"200 login OK"
    wire.ask(b"INLINE")
    wire.send(b"".join(b"ECHO %d\r\n" % number for number in range(5000)))
    assert [wire.line() for _reply in range(5000)] == [b"201 %d" % number for number in range(5000)]


def test_an_account_that_requires_a_secure_login_may_use_its_password_then(connect, trusting):
    connect("postmaster", "secret").do(b"CREATEACCOUNT bob {Password=pass;RequireAPOP=YES;}")
    assert connect().login(b"bob", b"pass").startswith(b"5")
    assert secured(connect(), trusting).login(b"bob", b"pass") == b"200 login OK"


def test_it_is_said_once_and_before_the_login(connect, trusting):
    assert connect("postmaster", "secret").code(b"STLS") == 501
    assert secured(connect(), trusting).code(b"STLS") == 501


def test_without_a_certificate_nobody_knows_it(dial):
    with Embedded(Options(port=0, password="secret", stls=True)) as simulator:
        wire = dial(simulator.host, simulator.port)
        assert wire.ask(b"STLS") == b"500 unknown command"
        assert wire.login(b"postmaster", b"secret") == b"200 login OK"


def test_a_name_that_was_given_in_clear_text_is_forgotten(connect, trusting):
    wire = connect()
    wire.ask(b"USER postmaster")
    assert secured(wire, trusting).code(b"PASS secret") == 501


@pytest.mark.parametrize("more", [b"USER postmaster\r\nPASS secret\r\n", b"x", b"STLS\r\n"])
def test_what_comes_in_clear_text_behind_stls_is_never_obeyed(connect, trusting, more):
    """It comes together with STLS, so that the simulator has read it before the handshake."""
    wire = connect()
    wire.send(b"STLS\r\n" + more)
    assert wire.line() == AGREES
    wire.over_to_tls(trusting)
    assert wire.ask(b"NOOP") == NOBODY


@pytest.mark.parametrize("first", [b"USER postmaster\r\n", b"\x16\x03\x01\x00\x05hello", b""])
def test_who_speaks_no_tls_then_is_sent_away_without_a_word_on_stderr(simulator, connect, capfd, first):
    with socket.create_connection((simulator.host, simulator.port), timeout=60) as plain:
        plain.sendall(b"STLS\r\n")
        replies = plain.makefile("rb")
        assert [replies.readline()[:4] for _reply in "12"] == [b"200 ", b"200 "]
        plain.sendall(first)
        plain.shutdown(socket.SHUT_WR)
        while plain.recv(1000):
            pass
    connect("postmaster", "secret").do(b"NOOP")
    assert capfd.readouterr().err == ""


def test_a_client_that_breaks_off_in_the_handshake_leaves_no_connection(simulator, connect):
    wire = connect()
    assert wire.ask(b"STLS") == AGREES
    wire.close()
    admin = connect("postmaster", "secret")
    while len(simulator.service.connections) > 1:
        admin.do(b"NOOP")


@pytest.mark.parametrize("latency", [0, 3])
@pytest.mark.parametrize("habit", ["stls-greets-again", "stls-greets-bare"])
def test_the_greeting_after_the_handshake(certificate, trusting, dial, habit, latency):
    cert, key = certificate
    options = Options(
        port=0, main_domain="example.com", password="secret", tls_cert=cert, tls_key=key, stls=True, habits=(habit,),
        latency_ms=latency,
    )
    with Embedded(options) as simulator:
        wire = dial(simulator.host, simulator.port)
        secured(wire, trusting)
        first, wire.greeting = wire.greeting, wire.line()
        assert wire.greeting.startswith(b"200 example.com CommuniGate Pro PWD Server ") and wire.greeting != first
        if habit == "stls-greets-again":
            assert apop(wire) == b"200 login OK"
        else:
            assert b"<" not in wire.greeting
        wire = secured(dial(simulator.host, simulator.port), trusting)
        wire.line()
        assert apop(wire).startswith(b"5")  # the first challenge is good for nothing


def test_a_fault_can_meet_it(simulator, connect):
    simulator.control('FAULT "error:verb=STLS,code=501,text=no certificate"')
    assert connect().ask(b"STLS") == b"501 no certificate"
