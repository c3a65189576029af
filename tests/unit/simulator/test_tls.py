# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--tls-cert and --tls-key: TLS from the first byte."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PEM, NO_PASSPHRASE = serialization.Encoding.PEM, serialization.NoEncryption()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """The paths of a self-signed certificate for 127.0.0.1 and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "simulator")])
    now = datetime.datetime.now(datetime.timezone.utc)
    signed = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    directory = tmp_path_factory.mktemp("tls")
    (directory / "cert.pem").write_bytes(signed.public_bytes(PEM))
    (directory / "key.pem").write_bytes(key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, NO_PASSPHRASE))
    return str(directory / "cert.pem"), str(directory / "key.pem")


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
