# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual, sentence by sentence.

A test is named after the command it proves and the statement of the manual that it proves of it
(``test_createaccount_takes_its_settings_from_the_template``), or has the command in capitals in the name of its case
(``test_a_set_replaces_the_whole_list[SETLANIPS]``). From these names docs/simulator-coverage.md is made, and here each
test is held to them: it must have sent the command, under its own or an old name.

``make conformance`` records what these tests say, and says to a server what may be said there (support/conformance).
"""

from __future__ import annotations

import pytest
from support.conformance import recording
from support.manual import meant, verbs_named
from support.wire import admin, connect, dial, options, simulator, wires

__all__ = ["admin", "connect", "dial", "options", "simulator", "wires"]


@pytest.fixture(autouse=True)
def recorded(request, wires):
    """Keeps what the administrator says in a test, if that is asked for."""
    yield
    lines = [line for wire in wires if wire.user == b"postmaster" for data in wire.said for line in data.split(b"\n")]
    recording.keep(request.node.nodeid, lines)


@pytest.fixture(autouse=True)
def kept_word(request, wires):
    """Fails a test that did not send the command it is named after."""
    yield
    named = verbs_named(request.node.nodeid)
    assert named, "the name of this test names no command of the manual"
    sent = {meant(verb) for wire in wires for verb in wire.verbs}
    assert named <= sent, "this test is named after a command that it did not send"
