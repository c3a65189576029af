# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The SSH tunnel, through a real OpenSSH server on a loopback port."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import threading
import time

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    ConnectionFailed,
    ConnectionLost,
    LoginFailed,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint, open_stream
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import (
    PASS_LINE,
    PATIENCE,
    PLAIN_GREETING,
    USER_LINE,
    Say,
    ScriptedServer,
)
from support.ssh_server import free_port, needs_sshd

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


def failure(**options):
    with pytest.raises(ConnectionFailed) as caught:
        open_stream(Endpoint(**{"host": "127.0.0.1", **options}))
    return caught.value


@needs_sshd
def test_a_session_through_the_tunnel_is_protected_and_leaves_no_thread(sshd):
    def script(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(USER_LINE, b"300 please send the PASS\r\n")
        peer.answer(PASS_LINE, b"200 login OK\r\n")
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.answer(b"NOOP", b"200 OK\r\n")
        peer.quit()

    before = threading.active_count()
    with ScriptedServer(script) as server:
        with server.session(**sshd.options()) as session:
            assert session.one(Say("NOOP")) is None
            assert threading.active_count() > before + 1
        end = time.monotonic() + PATIENCE
        while threading.active_count() > before + 1 and time.monotonic() < end:
            time.sleep(0.01)  # the copying threads end by themselves
        assert threading.active_count() == before + 1  # the scripted server's


@needs_sshd
def test_both_directions_full(sshd):
    """5 MB each way through small buffers; the server writes each answer before it reads on."""
    count, size = 500, 10000

    def script(peer):
        peer.log_in()
        peer.prove_window()
        for number in range(count):
            assert peer.read_line().startswith(b"ECHO %d " % number)
            peer.send(b"201 (n%d,%s)\r\n" % (number, b"r" * size))
        peer.quit()

    commands = (Say(("ECHO %d " % number).ljust(size, "x")) for number in range(count))
    server = ScriptedServer(script, small_buffers=True)
    with server, server.session(window=count, **sshd.options()) as session:
        results = list(session.many(commands))
    assert results == [["n%d" % number, "r" * size] for number in range(count)]


@needs_sshd
def test_the_end_of_the_stream_comes_through_the_tunnel(sshd):
    def script(peer):
        peer.log_in()
        peer.answer(b"NOOP", b"200 O")

    server, lost = ScriptedServer(script), pytest.raises(ConnectionLost, match="closed by the server")
    with server, lost, server.session(**sshd.options()) as session:
        session.one(Say("NOOP"))


@needs_sshd
def test_an_unknown_host_key_is_refused(sshd, tmp_path):
    empty = tmp_path / "known_hosts"
    empty.write_text("")
    error = failure(**sshd.options(ssh_known_hosts=str(empty)))
    assert "127.0.0.1:%d is not known" % sshd.port in error.message
    assert "ssh_known_hosts" in error.hint and str(empty) in error.hint


@needs_sshd
def test_without_a_file_no_host_is_known(sshd, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert "is not known" in failure(**sshd.options(ssh_known_hosts=None)).message


@needs_sshd
def test_a_changed_host_key_is_refused(sshd):
    changed = sshd.known("changed_hosts", sshd.user_key)
    error = failure(**sshd.options(ssh_known_hosts=str(changed)))
    assert "another host key" in error.message
    assert "ssh_known_hosts" in error.hint


def public(key):
    return " ".join((key.parent / (key.name + ".pub")).read_text().split()[:2])


@needs_sshd
@pytest.mark.parametrize("hosts", ["[127.0.0.1]:%d", "*"])
def test_a_revoked_host_key_is_refused(sshd, tmp_path, hosts):
    """Also one that is known, and one beside another that is known."""
    revoked = "@revoked %s %s\n" % (hosts % sshd.port if "%" in hosts else hosts, public(sshd.host_key))
    for known in ("", sshd.known_hosts.read_text(), "[127.0.0.1]:%d %s\n" % (sshd.port, public(sshd.user_key))):
        file = tmp_path / "known_hosts"
        file.write_text(known + revoked)
        error = failure(**sshd.options(ssh_known_hosts=str(file)))
        assert "127.0.0.1:%d shows a host key that %s revokes" % (sshd.port, file) in error.message
        assert "ssh_known_hosts" in error.hint


@needs_sshd
def test_what_cannot_be_used_among_known_hosts_is_skipped(sshd, tmp_path):
    file = tmp_path / "known_hosts"
    others = b"@cert-authority * ssh-rsa AAAA\n\xff\xfe\nhost ssh-ed25519 AAA\n@revoked * %s\n"
    file.write_bytes(others % public(sshd.user_key).encode() + sshd.known_hosts.read_bytes())
    with ScriptedServer(lambda peer: peer.expect_end()) as server:
        open_stream(Endpoint("127.0.0.1", server.port, **sshd.options(ssh_known_hosts=str(file)))).close()


@needs_sshd
@pytest.mark.parametrize(
    ("host", "protected"), [("127.0.0.1", True), ("localhost", True), ("127.1", False), ("0.0.0.0", False)]
)
def test_the_password_itself_goes_through_the_tunnel_only_to_the_ssh_servers_own_machine(sshd, host, protected):
    """By what the host is called: where a name leads only the SSH server knows."""

    def admit(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(USER_LINE, b"300 please send the PASS\r\n")
        peer.answer(PASS_LINE, b"200 login OK\r\n")
        peer.answer(b"INLINE", b"200 OK\r\n")
        peer.quit()

    def hear_no_password(peer):
        peer.send(PLAIN_GREETING)
        peer.answer(b"AUTH CRAM-MD5", b"501 not offered\r\n")
        peer.expect_end()

    with ScriptedServer(admit if protected else hear_no_password, admit) as server:
        if protected:
            with server.session(host=host, **sshd.options()):
                pass
        else:
            with pytest.raises(LoginFailed, match="would cross the network in clear text") as caught:
                server.session(host=host, **sshd.options()).open()
            assert "host 127.0.0.1" in caught.value.hint
        with server.session(host=host, allow_cleartext=True, **sshd.options()):
            pass


@needs_sshd
def test_a_wrong_key_is_refused(sshd, monkeypatch):
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    error = failure(**sshd.options(ssh_key_file=str(sshd.host_key)))
    assert "does not accept the login" in error.message
    assert "ssh_key_file" in error.hint


@needs_sshd
def test_an_encrypted_key_needs_its_passphrase(sshd):
    path = sshd.folder / "encrypted_key"
    shutil.copy(str(sshd.user_key), str(path))
    subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", "open sesame", "-f", str(path)], check=True)
    error = failure(**sshd.options(ssh_key_file=str(path)))
    assert "is encrypted" in error.message
    assert "ssh_password" in error.hint
    with ScriptedServer(lambda peer: peer.expect_end()) as server:
        stream = open_stream(
            Endpoint("127.0.0.1", server.port, **sshd.options(ssh_key_file=str(path), ssh_password="open sesame"))
        )
        stream.close()


@needs_sshd
def test_a_missing_key_file(sshd, tmp_path):
    missing = tmp_path / "no_key"
    error = failure(**sshd.options(ssh_key_file=str(missing)))
    assert "no_key" in error.message
    assert "ssh_key_file" in error.hint


@needs_sshd
def test_a_missing_file_of_known_hosts(sshd, tmp_path):
    missing = tmp_path / "no_hosts"
    error = failure(**sshd.options(ssh_known_hosts=str(missing)))
    assert str(missing) in error.message
    assert "ssh_known_hosts" in error.hint


@needs_sshd
def test_no_listener_behind_the_tunnel(sshd):
    port = free_port()
    error = failure(port=port, **sshd.options())
    assert "opens no channel to 127.0.0.1:%d" % port in error.message
    assert "options host and port" in error.hint


def test_no_ssh_server():
    pytest.importorskip("paramiko", reason="the tunnel needs the package paramiko")
    error = failure(transport="ssh", ssh_host="127.0.0.1", ssh_port=free_port())
    assert "refuses the connection" in error.message
    assert "ssh_port" in error.hint


def test_a_server_that_speaks_no_ssh(capfd, tmp_path, monkeypatch):
    pytest.importorskip("paramiko", reason="the tunnel needs the package paramiko")
    # as in a program that has not set up logging
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(logging.getLogger("paramiko"), "handlers", [])
    known_hosts = tmp_path / "known_hosts"
    known_hosts.write_text("")
    with ScriptedServer(lambda peer: peer.send(b"200 PWD Server ready\r\n" * 200)) as server:
        error = failure(transport="ssh", ssh_host="127.0.0.1", ssh_port=server.port, ssh_known_hosts=str(known_hosts))
    assert "no SSH session" in error.message
    assert capfd.readouterr().err == ""  # nothing of paramiko's own logging


def test_the_ssh_host_is_needed():
    assert "ssh_host" in failure(transport="ssh").hint


def test_without_paramiko_the_error_names_the_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "paramiko", None)
    error = failure(transport="ssh", ssh_host="127.0.0.1")
    assert "paramiko" in error.message
    assert "Install paramiko" in error.hint
