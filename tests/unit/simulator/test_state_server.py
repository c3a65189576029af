# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a saved state keeps of queues, temporary addresses and settings, and what ends with the server."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def run(dial, tmp_path):
    """The replies to some commands, given by a simulator that lives for them only and keeps its state."""
    options = Options(
        port=0, password="secret", state=str(tmp_path / "state.json"), cluster=True, clock="fixed:2030-01-31T12:00:00"
    )

    def ask(*commands, controls=()):
        with Embedded(options) as simulator:
            for line in controls:
                obey(simulator.service, line)
            wire = dial(simulator.host, simulator.port)
            assert wire.login(b"postmaster", b"secret") == b"200 login OK"
            wire.ask(b"INLINE")
            return [wire.ask(command) for command in commands]

    return ask


def test_queues_are_kept(run):
    run(b'REJECTQUEUEMESSAGE 1 REPORT "no"', controls=[
        'QUEUE {queue="net.example"; sender="bob@example.com";}',
        'QUEUE {queue="example.org"; size=#7; delayedTill=#T31-01-2030_12:30:00; lastError="no answer";}',
    ])
    assert run(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org", b"GETMESSAGEQUEUEINFO SMTP QUEUE net.example") == [
        b'201 {delayedTill=#T31-01-2030_12:30:00;lastError="no answer";nTotal=#1;size=#7;}', b"201 {}",
    ]
    # A number is not given twice.
    assert run(b"REJECTQUEUEMESSAGE 1", b"REJECTQUEUEMESSAGE 3", controls=["QUEUE {queue=q;}"]) == [
        b"501 unknown message", b"200 OK",
    ]


def test_temporary_addresses_are_kept_with_their_time(run):
    run(
        b"TEMPBLACKLISTIP 10.0.0.1 TIMEOUT 60", b"TEMPBLACKLISTIP 10.0.0.2", b"TEMPUNBLOCKIP 10.0.0.3 TIMEOUT 5",
        controls=['TEMPCLIENT {address="10.0.0.4";}'],
    )
    assert run(b"GETTEMPBLACKLISTEDIPS", b"GETTEMPUNBLOCKABLEIPS", b"GETTEMPCLIENTIPS") == [
        b'201 "[10.0.0.1]-60,[10.0.0.2]-*"', b'201 "[10.0.0.3]-5"', b'201 "[10.0.0.4]"',
    ]


def test_counted_failures_end_with_the_server(run):
    run(b"SETNETWORK {FailedLoginFlow=(2,1h);}", b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert run(b"REPORTFAILEDLOGINADDRESS 10.0.0.1", b"GETTEMPBLACKLISTEDIPS") == [b"200 OK", b'201 ""']


def test_settings_that_were_emptied_stay_empty(run):
    changes = [b"SETNETWORK {}", b"SETMODULE HTTPU {}", b"SETCLUSTERNETWORK {}"]
    assert set(run(*changes)) == {b"200 OK"}
    assert run(b"GETNETWORK", b"GETMODULE HTTPU", b"GETCLUSTERNETWORK") == [b"201 {}"] * 3
