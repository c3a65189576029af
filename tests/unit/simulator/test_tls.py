# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--tls-cert and --tls-key: TLS from the first byte."""

from __future__ import annotations

import socket
import ssl

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.certificate import self_signed


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def options(certificate):
    return Options(
        port=0, main_domain="example.com", password="secret", tls_cert=certificate[0], tls_key=certificate[1]
    )


@pytest.fixture
def trusting(certificate):
    return ssl.create_default_context(cafile=certificate[0])


def test_a_session_over_tls(connect, trusting):
    wire = connect("postmaster", "secret", tls=trusting)
    assert wire.ask(b"LISTDOMAINS") == b"201 (example.com)"
    assert wire.socket.version() in ("TLSv1.2", "TLSv1.3")


def test_much_pipelining_over_tls(connect, trusting):
    wire = connect("postmaster", "secret", tls=trusting)
    wire.send(b"".join(b"ECHO %d\r\n" % number for number in range(5000)))
    assert [wire.line() for _reply in range(5000)] == [b"201 %d" % number for number in range(5000)]


def test_a_long_line_over_tls(connect, trusting):
    wire = connect("postmaster", "secret", tls=trusting)
    wire.send(b'ECHO "' + b"x" * 3_000_000 + b'"\r\n')
    assert wire.line() == b"201 " + b"x" * 3_000_000


def test_an_account_that_requires_a_secure_login_may_use_its_password_here(connect, trusting):
    connect("postmaster", "secret", tls=trusting).do(b"CREATEACCOUNT bob {Password=pass;RequireAPOP=YES;}")
    assert connect(tls=trusting).login(b"bob", b"pass") == b"200 login OK"


@pytest.mark.parametrize("first", [b"USER postmaster\r\n", b"\x16\x03\x01\x00\x05hello", b""])
def test_who_does_not_speak_tls_is_sent_away_without_a_word_on_stderr(simulator, connect, trusting, capfd, first):
    with socket.create_connection((simulator.host, simulator.port), timeout=60) as plain:
        plain.sendall(first)
        plain.shutdown(socket.SHUT_WR)
        while plain.recv(1000):
            pass
    connect("postmaster", "secret", tls=trusting).do(b"NOOP")
    assert capfd.readouterr().err == ""


def test_a_client_that_breaks_off_leaves_no_word_on_stderr(connect, trusting, capfd):
    wire = connect("postmaster", "secret", tls=trusting)
    wire.send(b"LISTCLICOMMANDS\r\n" * 2000)
    wire.close()
    connect("postmaster", "secret", tls=trusting).do(b"NOOP")
    assert capfd.readouterr().err == ""
