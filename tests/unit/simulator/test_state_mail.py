# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--state: subscribers of mailing lists, alerts of all levels and the messages in Mailboxes come back."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD

SUBSCRIBER = {"list": "news@example.com", "subscriber": "a@example.org"}

CASES = {
    "a subscriber": (
        [
            b"CREATELIST news for postmaster", b"UPDATELIST news {CoolOffPeriod=1h;}",
            b'LIST news digest "The A" <a@example.org>', b"LIST news feed b@example.org",
            b"SETPOSTINGMODE news FOR b@example.org 3", b"PROCESSBOUNCE news FOR a@example.org",
            b"SETPOSTINGMODE news FOR a@example.org SPECIAL",
        ],
        [("POSTING", SUBSCRIBER)],
        [b"READSUBSCRIBERS news", b"GETSUBSCRIBERINFO news NAME a@example.org", b"GETDOMAINLISTS",
         b"GETSUBSCRIBERINFO news NAME b@example.org"],
    ),
    "who left and who did not confirm": (
        [
            b"CREATELIST news for postmaster", b"LIST news feed a@example.org", b"LIST news unsubscribe a@example.org",
            b"LIST news feed confirm b@example.org",
        ],
        [],
        [b"LISTSUBSCRIBERS news", b"GETSUBSCRIBERINFO news NAME a@example.org",
         b"GETSUBSCRIBERINFO news NAME b@example.org"],
    ),
    "alerts": (
        [
            b"POSTSERVERALERT one", b"POSTCLUSTERALERT two", b"POSTDOMAINALERT example.com ALERT three",
            b"POSTACCOUNTALERT postmaster ALERT four",
        ],
        [],
        [b"GETSERVERALERTS", b"GETCLUSTERALERTS", b"GETDOMAINALERTS", b"GETACCOUNTALERTS *"],
    ),
    "messages": (
        [],
        [("MAIL", {"account": "postmaster@example.com", "count": 3})],
        [b"GETMAILBOXINFO * MAILBOX INBOX", b"LISTMAILBOXES *"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_there_again(dial, tmp_path, case):
    commands, happenings, questions = CASES[case]
    options = Options(port=0, password=PASSWORD, state=str(tmp_path / "state.json"), cluster=True)

    def session(simulator):
        wire = dial(simulator.host, simulator.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.ask(b"INLINE")
        return wire

    with Embedded(options) as simulator:
        wire = session(simulator)
        wire.do(*commands)
        for word, values in happenings:
            CONTROLS[word](simulator.service, values)
        before = [wire.ask(question) for question in questions]
    with Embedded(options) as simulator:
        wire = session(simulator)
        assert [wire.ask(question) for question in questions] == before
    assert all(reply.startswith(b"201 ") for reply in before)
    assert b"201 {}" not in before


def test_who_is_to_confirm_still_can(dial, tmp_path):
    options = Options(port=0, password=PASSWORD, state=str(tmp_path / "state.json"))
    with Embedded(options) as simulator:
        wire = dial(simulator.host, simulator.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.do(b"CREATELIST news for postmaster", b"LIST news digest confirm a@example.org")
    with Embedded(options) as simulator:
        CONTROLS["CONFIRM"](simulator.service, SUBSCRIBER)
        wire = dial(simulator.host, simulator.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.ask(b"INLINE")
        assert wire.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"
