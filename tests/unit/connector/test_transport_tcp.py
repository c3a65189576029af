# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""TCP connections that are made, and those that are not."""

from __future__ import annotations

import socket

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import tcp
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import ConnectionFailed
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint, open_stream


@pytest.fixture
def listener():
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        made.listen(1)
        yield made


def failure(**options):
    with pytest.raises(ConnectionFailed) as caught:
        open_stream(Endpoint(**options))
    return caught.value


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_is_protected(listener, host):
    stream = open_stream(Endpoint(host, listener.getsockname()[1]))
    assert stream.protected
    stream.close()


class AddressOnly:
    """Stands for a socket that is connected to a given address."""

    def __init__(self, address):
        self.address = address

    def getpeername(self):
        return (self.address, 106, 0, 0)


@pytest.mark.parametrize(
    ("address", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.9.8.7", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("128.0.0.1", False),
        ("10.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_what_loopback_is(address, loopback):
    assert tcp.leads_to_loopback(AddressOnly(address)) is loopback


def test_a_stream_never_blocks(listener):
    stream = open_stream(Endpoint("127.0.0.1", listener.getsockname()[1]))
    assert stream.receive(10) is None
    while stream.send(b"x" * 100000):
        pass
    assert stream.send(b"x") == 0
    stream.close()


def test_a_refused_connection_names_the_port():
    port = free_port()
    error = failure(host="127.0.0.1", port=port)
    assert error.message == "127.0.0.1:%d refuses the connection" % port
    assert "option port" in error.hint


def test_an_unknown_name():
    error = failure(host="no-such-host.invalid")
    assert "no-such-host.invalid" in error.message
    assert "option host" in error.hint


@pytest.mark.parametrize("options", [{"host": "127.0.0.1", "port": 70000}, {"host": "a" * 70}, {"host": "a\0b"}])
def test_what_is_no_address(options):
    assert "option" in failure(**options).hint


def test_a_connection_that_takes_too_long(listener):
    """The queue of a listener that accepts nobody is filled until connecting hangs."""
    listener.listen(0)
    waiting = []
    try:
        for _number in range(20):
            sock = socket.socket()
            waiting.append(sock)
            sock.setblocking(False)
            sock.connect_ex(listener.getsockname())
        error = failure(host="127.0.0.1", port=listener.getsockname()[1], connect_timeout=0.05)
    finally:
        for sock in waiting:
            sock.close()
    assert "within 0.05 s" in error.message
    assert "connect_timeout" in error.hint


def test_an_unknown_transport():
    error = failure(host="127.0.0.1", transport="telnet")
    assert "tcp, stls, tls, ssh" in error.hint


def test_an_endpoint_does_not_show_its_password():
    assert "secret" not in repr(Endpoint("mail.example.com", ssh_password="secret"))


def test_an_endpoint_in_messages():
    assert str(Endpoint("mail.example.com")) == "mail.example.com:106"
    assert str(Endpoint("mail.example.com", transport="tls")) == "mail.example.com:1106"
    assert str(Endpoint("mail.example.com", transport="stls")) == "mail.example.com:106"
    assert str(Endpoint("mail.example.com", 465, transport="tls")) == "mail.example.com:465"
    assert str(Endpoint("::1", 8106)) == "[::1]:8106"
