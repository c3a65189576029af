# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two servers, a Domain that moves from one to the other, and what is seen of both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ansible.parsing.dataloader import DataLoader
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils._resources.route import ROUTE_INFO
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import VAULT, with_vault
from ansible_collections.communigate.pro.tests.integration.ways import logins
from support.document_server import Server
from support.playbook import PlaybookRun, PlaybookRunner
from support.vault import Vault
from support.whole_domain import ACCOUNTS, ALIAS, DOMAIN, whole_domain

OLD, NEW, LEADS_TO = "mail1", "mail2", "mail2.net.example"
NAMES = [*ACCOUNTS, "al.box", "nobody"]


@dataclass
class Move:
    """Two servers, of which the old one has the Domain, and all that the runs leave behind."""

    directory: Path
    old: Server
    new: Server
    vault: Vault
    config: dict[str, Any] = field(default_factory=dict)
    runs: list[PlaybookRun] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.runner = PlaybookRunner(self.directory / "runs")
        self.old.made(self.config or whole_domain(self.vault))
        self.marks = self.here()

    def here(self) -> tuple[int, int]:
        return self.old.simulator.mark(), self.new.simulator.mark()

    def run(
        self, *arguments: str, check: bool = False, ports: Mapping[str, int | str] | None = None,
        logins: dict[str, str] | None = None, names: tuple[str, str] = (OLD, NEW),
        transports: dict[str, str] | None = None, **variables: Any,
    ) -> PlaybookRun:
        """The playbook; ``changes`` tells afterwards what it has changed. ``transports``: others than tcp, by hosts."""
        self.marks = self.here()
        hosts = {
            name: {
                "cgp_transport": (transports or {}).get(name, "tcp"),
                "cgp_host": server.simulator.host,
                "cgp_port": (ports or {}).get(name, server.simulator.over((transports or {}).get(name, "tcp"))["port"]),
                "cgp_login": (logins or {}).get(name, "postmaster"),
                "cgp_password": server.simulator.password,
                "cgp_total_timeout": 15 if name in (ports or {}) else 0,  # what is gone is not waited for any longer
            }
            for name, server in zip(names, (self.old, self.new))
        }
        given = {"domain": DOMAIN, "from": OLD, "to": NEW, "dir": str(self.moved), "leads_to": LEADS_TO, **variables}
        run = self.runner(
            "communigate.pro.move_domain", *with_vault(self.directory), *arguments,
            check=check, diff=True, hosts=hosts, extra_vars={key: item for key, item in given.items() if item != ""},
        )  # fmt: skip
        self.runs.append(run)
        return run

    @property
    def moved(self) -> Path:
        return self.directory / "moved"

    @property
    def changes(self) -> list[list[str]]:
        """What the last run has changed on the old server and on the new one."""
        servers = zip((self.old, self.new), self.marks)
        return [changing(server.simulator.since(mark)) for server, mark in servers]

    @property
    def met_on_pwd(self) -> list[bool]:
        """Whether the last run has logged in over PWD, on the old server and on the new one."""
        servers = zip((self.old, self.new), self.marks)
        return [logins(server.simulator.since(mark)) > 0 for server, mark in servers]

    def secrets(self) -> dict[str, Any]:
        """What the encrypted file has, as Ansible reads it."""
        text = VAULT.decrypt((self.moved / "secrets.yml").read_bytes()).decode("utf-8")
        return dict(json.loads(json.dumps(DataLoader().load(text))))

    def passwords(self) -> dict[str, str]:
        """By the names of the Accounts, what is handed over."""
        of_accounts = [one for one in self.secrets()["cgp_secrets"] if one["place"] == "account_password"]
        return {one["name"]: one["value"] for one in of_accounts}

    def verified(self) -> dict[str, bool]:
        """By the names of the Accounts, whether the new server says that the handed password is theirs."""
        found = {}
        for name, password in self.passwords().items():
            asked = {"names": [name], "verify_password": password, "include": []}
            (account,) = self.new.place.run(ACCOUNT_INFO, asked)["accounts"]
            found[name] = bool(account["facts"]["password_matches"])
        return found

    def state(self) -> list[Any]:
        """Both servers as documents, without what belongs to a server and is no part of the Domain."""
        return [server.read() for server in (self.old, self.new)]

    def say(self, server: Server, *lines: str) -> None:
        result = server.place.run(COMMAND, {"commands": [{"line": line} for line in lines]})
        assert not result.get("failed"), result["msg"]

    def routes(self, server: Server, *modes: str) -> set[tuple[str, str]]:
        addresses = ["%s@%s" % (name, domain) for name in ("alice", "whoever") for domain in (DOMAIN, ALIAS)]
        told = server.place.run(ROUTE_INFO, {"addresses": addresses, "modes": list(modes)})["routes"]
        return {(one.get("module", ""), one.get("host", "")) for one in told}


def begin(
    stage: ExitStack, directory: Path, old: tuple[str, ...] = (), new: tuple[str, ...] = (),
    config: dict[str, Any] | None = None,
) -> Move:
    """``old`` and ``new``: the habits that the servers have once the Domain is there. ``config``: another Domain."""
    servers = [Server(directory / name, "--http-port=0") for name in ("old", "new")]
    for server in servers:
        stage.callback(server.simulator.stop)
    move = Move(directory, servers[0], servers[1], Vault(), config or {})
    for server, habits in zip(servers, (old, new)):
        server.simulator.control("HABITS (%s)" % ",".join('"%s"' % habit for habit in habits))
    return move
