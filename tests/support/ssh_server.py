# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real OpenSSH server on a loopback port."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time

import pytest

PATIENCE = 120  # seconds after which a server that does not start fails the test
SSHD = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")


MARKS = (pytest.mark.sshd, pytest.mark.skipif(SSHD is None, reason="no OpenSSH server (sshd) on this machine"))
"""What a test, or a parameter of it, is marked with that talks to a real SSH server."""


def needs_sshd(test):
    """Marks a test that talks to a real SSH server."""
    for mark in MARKS:
        test = mark(test)
    return test


class SshServer:
    """A running sshd that admits this user with one key; its files are in ``folder``."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.host_key = self.new_key("host_key")
        self.user_key = self.new_key("user_key")
        self.known_hosts = self.known("known_hosts", self.host_key)
        config = folder / "sshd_config"
        config.write_text(
            "ListenAddress 127.0.0.1\nPort %d\nHostKey %s\nAuthorizedKeysFile %s.pub\nPidFile none\nUsePAM no\n"
            "StrictModes no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\nAllowTcpForwarding yes\n"
            % (self.port, self.host_key, self.user_key)
        )
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)  # sshd's root insists on it
        self.log = folder / "sshd.log"
        self.process = subprocess.Popen([SSHD, "-D", "-f", str(config), "-E", str(self.log)])
        self.wait()

    def new_key(self, name):
        path = self.folder / name
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
        return path

    def known(self, name, key):
        """A file of known hosts in which this server has ``key``."""
        path = self.folder / name
        public = " ".join((key.parent / (key.name + ".pub")).read_text().split()[:2])
        path.write_text("[127.0.0.1]:%d %s\n" % (self.port, public))
        return path

    def wait(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            with socket.socket() as sock:
                if sock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise AssertionError("sshd did not start: %s" % self.log.read_text())

    def options(self, **others):
        return {
            "transport": "ssh",
            "ssh_host": "127.0.0.1",
            "ssh_port": self.port,
            "ssh_user": getpass.getuser(),
            "ssh_key_file": str(self.user_key),
            "ssh_known_hosts": str(self.known_hosts),
            **others,
        }

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]
