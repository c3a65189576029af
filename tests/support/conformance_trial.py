# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A run of the conformance suite against a simulator in another process, and what it did there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn

from support.conformance.reads import reads
from support.conformance.recording import Conversation
from support.conformance.run import DIFFERENCES, HABITS, Conformance, Outcome
from support.embedded_server import state_of
from support.probed_server import COVERED, FILLED_BY, NEVER_SEEN, ProbedServer
from support.simulator import Program, start
from support.verbs import kind_of

SCRATCH = "conformance.example"
SOME = tuple("tests/conformance/test_%s.py" % name for name in ("account_rules", "forwarder", "group"))
"""A part of the suite that is played quickly."""

_COUNTED = {"statistics", "counters", "logins", "confirmation_id", "info", "uid_validity"}


def drawn_habits(seed: int) -> list[str]:
    """A set of habits that can be seen, and lets a Domain be deleted."""
    habits = set(drawn(seed)) - NEVER_SEEN - {"delete-ignored"}
    return sorted(name for name in habits if not COVERED.get(name, set()) & habits)


def plain(directory: Path) -> set[str]:
    """The habits that a simulator seems to have that was asked for none: it must answer somehow."""
    with ProbedServer(directory) as server:
        return {name for name, finding in server.probe()["habits"].items() if finding["seen"]}


@dataclass
class Trial:
    """``before`` and ``after`` are what the simulator held; ``differences`` and ``seen`` what was written down."""

    outcome: Outcome
    before: Any
    after: Any
    differences: str
    habits_file: Path
    journal: Sequence[dict[str, Any]]

    @property
    def seen(self) -> set[str]:
        """The habits that the server was found to have."""
        found = json.loads(self.habits_file.read_text(encoding="utf-8"))["habits"]
        return {name for name, finding in found.items() if finding["seen"]}

    @property
    def changes(self) -> list[dict[str, Any]]:
        """The commands that changed something."""
        return [entry for entry in self.journal if kind_of(entry["verb"], entry["arguments"]) != "read"]

    def strangers(self) -> list[dict[str, Any]]:
        """The commands that changed something elsewhere than in the scratch Domain."""
        return [entry for entry in self.changes if not _in_scratch(entry["arguments"])]


def _in_scratch(arguments: dict[str, Any]) -> bool:
    first = str(next(iter(arguments.values()), ""))
    return first == SCRATCH or first.endswith("@" + SCRATCH)


def try_out(
    directory: Path,
    conversations: Sequence[Conversation],
    habits: Sequence[str] = (),
    faults: Sequence[str] = (),
    scratch: str = SCRATCH,
) -> Trial:
    """Run the conversations against a simulator in this process, which a site has filled."""
    with ProbedServer(directory, habits, faults=faults) as server:
        with server.session() as session:
            _read_all(session)
            before = _uncounted(state_of(server.embedded))
            outcome = Conformance(session, conversations, scratch).run(directory)
        after = _uncounted(state_of(server.embedded))
        return _trial(directory, outcome, before, after, server.journal())


def try_elsewhere(directory: Path, conversations: Sequence[Conversation], *flags: str) -> Trial:
    """Run the conversations against a simulator in another process, which is started with these flags."""
    state = directory / "state.json"
    _fill(start(directory / "before", "--state", str(state), *flags))
    before = held(state)
    server = start(directory / "server", "--state", str(state), *flags)
    try:
        endpoint = Endpoint(host=server.host, port=server.port)
        with Session(endpoint, Credentials(server.login, server.password)) as session:
            outcome = Conformance(session, conversations, SCRATCH).run(directory)
        journal = server.journal()
    finally:
        server.stop()
    return _trial(directory, outcome, before, held(state), journal)


def _fill(server: Program) -> None:
    """Have a site fill a server, which has no habits meanwhile but what it lacks from the start, and end it."""
    (habits,) = server.control("HABITS")
    server.control("HABITS %s" % data.write([name for name in habits if name == "no-stock-objects"]))
    with Session(Endpoint(host=server.host, port=server.port), Credentials(server.login, server.password)) as session:
        for line in FILLED_BY:
            session.one(read_line(line))
        _read_all(session)
    server.control("HABITS %s" % data.write(habits))
    server.stop()


def _read_all(session: Session) -> None:
    """Read what a run reads: a simulator makes sections of its settings when they are read."""
    for command in reads():
        session.reply(command)


def _trial(directory: Path, outcome: Outcome, before: Any, after: Any, journal: Sequence[dict[str, Any]]) -> Trial:
    differences = (directory / DIFFERENCES).read_text(encoding="utf-8")
    return Trial(outcome, before, after, differences, directory / HABITS, journal)


def held(state: Path) -> Any:
    """What a state file holds, without what a server counts."""
    return _uncounted(json.loads(state.read_text(encoding="utf-8")))


def _uncounted(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _uncounted(inner) for name, inner in value.items() if name not in _COUNTED}
    return [_uncounted(inner) for inner in value] if isinstance(value, list) else value
