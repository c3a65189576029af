# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Domain that was made only in part, wherever the run was interrupted: the next run makes the rest, and no more.

A Domain moves by such a run: what lies before it changes no server, and after it there is one command on the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support.cutting_proxy import Cut, CuttingProxy
from support.document_server import Server
from support.in_process import Place
from support.load import FULL
from support.lost_connections import MOMENTS
from support.vault import Vault
from support.verbs import kind_of
from support.whole_domain import DOMAIN, whole_domain

CHANGING = tuple(verb for verb, specs in COMMANDS.items() if specs[0].kind != "read")
MAKE = {"state": "overridden", "domains": [DOMAIN], "limit": 1000}
SPOILED = [
    line.replace("@D", "@" + DOMAIN)
    for line in (
        "DELETEACCOUNT bob@D",
        "RENAMEACCOUNT nobody@D INTO somebody@D",
        "UPDATEACCOUNTSETTINGS alice@D {RealName=Other;City=Leeds;}",
        "SETACCOUNTALIASES al.box@D (other)",
        "SETACCOUNTTELNUMS al.box@D (15550199)",
        "SETACCOUNTRIGHTS alice@D (CanModifySkins)",
        "CREATEACCOUNT extra@D",
        "CREATEFORWARDER extra.forwarder@D TO extra",
        "DELETEGROUP party@D",
        "CREATEGROUP extra.group@D",
        "RENAMELIST news@D INTO olds",
        "DELETEMAILBOX alice@D MAILBOX Archive/2026",
        "CREATEMAILBOX alice@D MAILBOX Extra",
        "DELETENAMEDTASK robot@D",
        "SETDOMAINALIASES %s (extra.example)" % DOMAIN,
        "UPDATEDOMAINSETTINGS %s {MailToUnknown=Accepted;}" % DOMAIN,
        "DELETEDOMAINSKIN %s SKIN Blue" % DOMAIN,
    )
]
"""What somebody has done to the Domain: something is missing, something is different, something is too much."""
BEFORE = ("nothing", "spoiled")
"""What is there before the run that is interrupted: no such Domain, or one that is not as it should be."""


@dataclass(frozen=True)
class Impatient(Place):
    """A place whose tasks do not wait between two tries to reach a server that has gone away."""

    def session(self, params: Mapping[str, Any]) -> Session:
        session = super().session(params)
        session._pause = lambda seconds: None
        return session


@dataclass
class Whole:
    """The document, and what a run makes of it that nothing interrupts.

    ``changes``: by what was there before, how many commands change something.
    """

    document: dict[str, Any]
    state: dict[str, Any]
    changes: dict[str, int]


def begun(directory: Path, document: dict[str, Any], before: str) -> Server:
    server = Server(directory)
    if before == "spoiled":
        server.made(document, **MAKE)
        result = server.place.run(COMMAND, {"commands": [{"line": line} for line in SPOILED]})
        assert not result.get("failed"), result["msg"]
    return server


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    document = whole_domain(Vault())
    states, changes = [], {}
    for before in BEFORE:
        server = begun(tmp_path_factory.mktemp("whole"), document, before)
        mark = server.simulator.mark()
        server.made(document, **MAKE)
        changes[before] = len(changed(server, mark))
        states.append(server.read())
        server.simulator.stop()
    assert states[0] == states[1]
    return Whole(document, states[0], changes)


def changed(server: Server, mark: int) -> list[str]:
    """The verbs of what changed something since a mark."""
    entries = server.simulator.since(mark)
    return [one["verb"] for one in entries if kind_of(one["verb"], one["arguments"]) != "read" and one["code"] == 200]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("moment", MOMENTS)
def test_whatever_command_is_the_last_the_next_run_makes_the_rest(
    tmp_path: Path, whole: Whole, before: str, moment: str
) -> None:
    """Cut at each change in each way; in the usual run at every ninth, for each way at others."""
    step, first = (1, 0) if FULL else (9, 3 * MOMENTS.index(moment))
    for nth in range(1 + first, whole.changes[before] + 1, step):
        is_made_at_last(begun(tmp_path / str(nth), whole.document, before), whole, nth, moment)


def is_made_at_last(server: Server, whole: Whole, nth: int, moment: str) -> None:
    """At the ``nth`` command that changes something the server is gone; then it is there again."""
    where = "cut %s change %d" % (moment, nth)
    host, port, directory = server.simulator.host, server.simulator.port, server.place.directory
    mark = server.simulator.mark()
    with CuttingProxy(host, port, [Cut(CHANGING, nth, moment)], accepts=1) as proxy:
        broken = Impatient(host, proxy.port, server.simulator.password, directory)
        result = broken.run(CONFIG, {"config": whole.document, **MAKE})
    assert result["failed"], where
    assert bool(changed(server, mark)) <= result["changed"], where  # what was cut counts as done
    foretold = server.made(whole.document, check=True, **MAKE)
    mark = server.simulator.mark()
    made = server.made(whole.document, **MAKE)
    assert made["changed"] is foretold["changed"] is bool(changed(server, mark)), where
    assert server.read() == whole.state, where
    mark = server.simulator.mark()
    assert server.made(whole.document, **MAKE)["changed"] is False, where
    assert changed(server, mark) == [], where
    server.simulator.stop()
