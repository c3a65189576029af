# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--state: Skins and Real-Time Application Environments are kept, sessions and Tasks end with the server."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

CHANGES = [
    b"CREATEDOMAIN client1.com", b'CREATEDOMAINSKIN client1.com SKIN ""', b"CREATEDOMAINSKIN client1.com SKIN Blue",
    b"STOREDOMAINSKINFILE client1.com SKIN Blue FILE a.css DATA [AAEC]", b'CREATESERVERSKIN ""',
    b'STORESERVERSKINFILE "" FILE b.css DATA [AAED]', b'CREATECLUSTERSKIN ""',
    b'STORECLUSTERSKINFILE "" FILE c.css DATA [AAEE]', b"CREATEDOMAINPBX client1.com",
    b"CREATEDOMAINPBX client1.com FILE french", b'STOREDOMAINPBXFILE client1.com FILE "french/a.txt" DATA [AAEC]',
    b'CREATESERVERPBX ""', b"STORESERVERPBXFILE b.sppr DATA [AAED]", b'CREATECLUSTERPBX ""',
    b"STORECLUSTERPBXFILE c.sppr DATA [AAEE]",
]

QUESTIONS = [
    b"LISTDOMAINSKINS client1.com", b"LISTDOMAINSKINFILES client1.com SKIN Blue",
    b"READDOMAINSKINFILE client1.com SKIN Blue FILE a.css", b"LISTSERVERSKINS", b'READSERVERSKINFILE "" FILE b.css',
    b"LISTCLUSTERSKINS", b'READCLUSTERSKINFILE "" FILE c.css', b"LISTDOMAINPBXFILES client1.com",
    b"LISTDOMAINPBXFILES client1.com FILE french", b'READDOMAINPBXFILE client1.com FILE "french/a.txt"',
    b"LISTSERVERPBXFILES", b"READSERVERPBXFILE b.sppr", b"LISTCLUSTERPBXFILES", b"READCLUSTERPBXFILE c.sppr",
]


@pytest.fixture
def run(dial, tmp_path):
    """The replies to some commands, given by a simulator that lives for them only."""
    options = Options(port=0, password="secret", state=str(tmp_path / "state.json"), cluster=True)

    def ask(*commands):
        with Embedded(options) as simulator:
            wire = dial(simulator.host, simulator.port)
            assert wire.login(b"postmaster", b"secret") == b"200 login OK"
            wire.ask(b"INLINE")
            return [wire.ask(command) for command in commands]

    return ask


def test_skins_and_environments_are_there_again(run):
    assert set(run(*CHANGES)) == {b"200 OK"}
    before = run(*QUESTIONS)
    assert all(reply.startswith(b"201 ") for reply in before)
    assert b"AAEC" in b"".join(before) and b"AAED" in b"".join(before) and b"AAEE" in b"".join(before)
    assert run(*QUESTIONS) == before


def test_sessions_and_tasks_are_not(run):
    session, task = run(b"CREATELITESESSION ADDRESS 10.0.0.1", b"STARTPBXTASK postmaster PROGRAM gateway")
    listed, status = run(b"LISTLITESESSIONS", b"READNODESTATUS " + task.partition(b" ")[2])
    assert session.startswith(b"201 ") and task.startswith(b"201 ")
    assert listed == b"201 ()" and status.startswith(b"501 ")
