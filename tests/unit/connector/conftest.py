# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What several tests of the connector stand on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import tcp, transport
from support.certificate import self_signed
from support.ssh_server import SshServer


@pytest.fixture
def across_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loopback connections of this test count as connections to another machine."""
    for module in (tcp, transport):
        monkeypatch.setattr(module, "is_loopback", lambda host: False)


@pytest.fixture
def without_md5(monkeypatch: pytest.MonkeyPatch) -> None:
    """MD5 raises, as in FIPS mode."""

    def refuse(name: str, *args: Any, **kwargs: Any) -> None:
        raise ValueError("unsupported hash type " + name)

    monkeypatch.setattr(hashlib, "new", refuse)


@pytest.fixture
def without_the_authorities_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take longer to load than most of what is done with a simulator."""
    monkeypatch.setenv("SSL_CERT_FILE", os.devnull)
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The files of a certificate for 127.0.0.1 and of its key."""
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="session")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    """A real OpenSSH server."""
    pytest.importorskip("paramiko", reason="the tunnel needs the package paramiko")
    server = SshServer(tmp_path_factory.mktemp("ssh"))
    yield server
    server.stop()
