# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quick start: run the collection's playbook ``quickstart`` twice against a simulator and tell what happened.

Started by ``make quickstart`` with ANSIBLE_COLLECTIONS_PATH naming the directory that the collection is installed in;
``-v`` shows Ansible's own output, too. The simulator's journal is the witness for what was sent. The exit status is 0
only if the second run sent no change and no task of it reported one.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

COLLECTIONS = Path(os.environ["ANSIBLE_COLLECTIONS_PATH"]).absolute()
sys.path.insert(0, str(COLLECTIONS))

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTDOMAINOBJECTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import (
    LISTDOMAINS,
    MAINDOMAINNAME,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import LISTGROUPS
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint

PLAYBOOK = "communigate.pro.quickstart"
SIMULATOR = "ansible_collections.communigate.pro.plugins.module_utils.simulator.program.launch"
READY = "listening on "

MADE_BY = {
    "CREATEDOMAIN": "Domains",
    "CREATEACCOUNT": "Accounts",
    "CREATEGROUP": "Groups",
    "CREATEFORWARDER": "Forwarders",
    "CREATEMAILBOX": "Mailboxes",
    "SETMAILBOXACL": "Mailbox ACLs",
    "SETDOMAINMAILRULES": "sets of Rules",
    "SETACCOUNTMAILRULES": "sets of Rules",
    "SETSERVERMAILRULES": "sets of Rules",
}


@dataclass(frozen=True)
class Server:
    """A running simulator."""

    host: str
    port: int
    login: str
    password: str
    journal: Path

    @property
    def environment(self) -> dict[str, str]:
        """The collection's variables that lead to this server."""
        return {
            "CGP_HOST": self.host,
            "CGP_PORT": str(self.port),
            "CGP_LOGIN": self.login,
            "CGP_PASSWORD": self.password,
        }

    def commands(self) -> list[dict[str, object]]:
        """Every CLI command that the server was sent so far; logging in is none."""
        entries = [json.loads(line) for line in self.journal.read_text(encoding="utf-8").splitlines()]
        return [entry for entry in entries if entry["verb"] in COMMANDS]


@dataclass(frozen=True)
class Run:
    """One run of the playbook: what it reported, and what the server was sent meanwhile."""

    seconds: float
    tasks: int
    changed: int
    commands: Sequence[Mapping[str, object]]

    @property
    def writes(self) -> list[str]:
        """The verbs of the commands that are not mere reads."""
        return [str(entry["verb"]) for entry in self.commands if COMMANDS[str(entry["verb"])][0].kind != "read"]


class Failed(Exception):
    """The quick start cannot go on; the message says why."""


@contextmanager
def simulator(directory: Path) -> Iterator[Server]:
    """A simulator on a free port of this machine, for as long as it is needed."""
    password = secrets.token_urlsafe(12)
    journal = directory / "journal.jsonl"
    journal.touch()
    process = subprocess.Popen(
        [sys.executable, "-m", SIMULATOR, "--port", "0", "--journal", str(journal)],
        env=dict(os.environ, PYTHONPATH=str(COLLECTIONS), CGP_PASSWORD=password),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        told = process.stdout.readline().strip()
        if not told.startswith(READY):
            raise Failed("the simulator did not start")
        host, _colon, port = told[len(READY) :].rpartition(":")
        yield Server(host, int(port), "postmaster", password, journal)
    finally:
        process.terminate()
        process.wait()


def run_playbook(server: Server, verbose: bool) -> Run:
    """Run the playbook once. Raises Failed, with Ansible's output, when the playbook fails."""
    before = len(server.commands())
    begun = time.monotonic()
    done = subprocess.run(
        ["ansible-playbook", PLAYBOOK, "--extra-vars", "quickstart_server_wide=true"],
        cwd=server.journal.parent,
        env=_variables(server),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    seconds = time.monotonic() - begun
    if verbose:
        print(done.stdout)
    recap = re.search(r"^localhost\s*:\s*ok=(\d+)\s+changed=(\d+)", done.stdout, re.MULTILINE)
    if done.returncode != 0 or recap is None:
        raise Failed("%s\nThe playbook failed." % ("" if verbose else done.stdout))
    return Run(seconds, int(recap[1]), int(recap[2]), server.commands()[before:])


def _variables(server: Server) -> dict[str, str]:
    """No setting of the user's own Ansible or of another server reaches the runs."""
    configuration = server.journal.with_name("ansible.cfg")
    configuration.touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANSIBLE_", "CGP_"))}
    return {
        **kept,
        **server.environment,
        "ANSIBLE_COLLECTIONS_PATH": str(COLLECTIONS),
        "ANSIBLE_CONFIG": str(configuration),
        "ANSIBLE_LOCALHOST_WARNING": "false",
        "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
        "ANSIBLE_NOCOLOR": "1",
    }


def read_back(server: Server) -> list[list[str]]:
    """What the server itself says that it holds now: a row for each kind of object, a column for each Domain."""
    with Session(Endpoint(host=server.host, port=server.port), Credentials(server.login, server.password)) as session:
        main = session.one(MAINDOMAINNAME())
        domains = sorted(name for name in session.one(LISTDOMAINS()) if name != main)
        rows = [["on the server now", *domains]]
        objects = [session.one(LISTDOMAINOBJECTS(name, 1, ACCOUNTS=True, ALIASES=True)) for name in domains]
        for position, noun in ((0, "Accounts"), (2, "Aliases"), (3, "Forwarders")):
            rows.append([noun, *(str(counts[position]) for counts in objects)])
        rows.append(["Groups", *(str(len(session.one(LISTGROUPS(domainName=name)))) for name in domains)])
    return rows


def made(run: Run) -> str:
    """What the accepted commands of a run made, in words."""
    counts: dict[str, int] = {}
    for entry in run.commands:
        noun = MADE_BY.get(str(entry["verb"]))
        if noun and str(entry["code"]).startswith("2"):
            counts[noun] = counts.get(noun, 0) + 1
    return ", ".join("%d %s" % (count, noun) for noun, count in counts.items())


def compare(runs: Sequence[Run]) -> list[list[str]]:
    """What the runs cost, side by side."""
    return [
        ["", *("run %d" % number for number, _run in enumerate(runs, 1))],
        ["tasks", *(str(run.tasks) for run in runs)],
        ["tasks that reported a change", *(str(run.changed) for run in runs)],
        ["commands sent", *(str(len(run.commands)) for run in runs)],
        ["commands that change something", *(str(len(run.writes)) for run in runs)],
        ["seconds", *("%.1f" % run.seconds for run in runs)],
    ]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as text: the first column to the left, numbers to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows)]
    lines = []
    for first, *others in rows:
        cells = [first.ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(others, widths[1:])]
        lines.append("    " + "   ".join(cells).rstrip())
    return "\n".join(lines)


def report(server: Server, runs: Sequence[Run]) -> str:
    """What the runs did and cost, and what is there now."""
    parts = ["Run 1 made %s." % made(runs[0]), table(read_back(server)), table(compare(runs))]
    return "\n\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    verbose = "-v" in arguments
    try:
        with tempfile.TemporaryDirectory(prefix="quickstart-") as directory, simulator(Path(directory)) as server:
            print("A simulated CommuniGate Pro listens on %s:%d." % (server.host, server.port))
            print("Running the playbook %s twice ..." % PLAYBOOK, flush=True)
            runs = [run_playbook(server, verbose), run_playbook(server, verbose)]
            print("\n%s\n" % report(server, runs))
    except Failed as failure:
        print(failure)
        return 1
    if runs[1].changed or runs[1].writes:
        print("The second run should have changed nothing, but sent: %s" % ", ".join(runs[1].writes or ["no change"]))
        return 1
    print("The second run changed nothing.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
