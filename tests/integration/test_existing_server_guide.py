# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide to existing servers, walked: its lines as they are typed, one block after the other, at two servers.

The names that it has for servers lead here. How a Domain moves, its last block, is for ``test_move_domain.py``.
"""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.login import Credentials
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support import documentation, ready_python
from support.certificate import self_signed
from support.checkout import variables

GUIDE = "guide_existing_server"
PASSWORD = "secret"
ONE, FLEET = "mail.example.com", ("mail1.example.com", "mail2.example.com")
SECOND = "second"
"""The directory that the guide gives its second server."""


class Reader:
    """Somebody at a shell who types what the guide shows, and knows the programs of Ansible."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.here = home
        self.environment = variables(home, **environment)

    def types(self, block: str, *, fails: bool = False) -> list[str]:
        """What was printed for each playbook of a block. ``fails``: they end with the status 2."""
        printed = []
        for line in block.replace("\\\n", " ").splitlines():
            word, *arguments = shlex.split(line, comments=True) or [""]
            if word == "export":
                self.environment.update(argument.split("=", 1) for argument in arguments)
            elif word == "cd":
                self.here /= arguments[0]
            elif word:
                printed.append(self._runs(word, *arguments, fails=fails))
        return printed

    def _runs(self, program: str, *arguments: str, fails: bool) -> str:
        assert program == "ansible-playbook"
        begun = ["playbook", *arguments]
        done: subprocess.CompletedProcess[str] = ready_python.run(
            "ansible", *begun, directory=self.here, env={**self.environment, "PWD": str(self.here)}
        )
        assert done.returncode == (2 if fails else 0), done.stdout + done.stderr
        return done.stdout


class Server:
    """A server that speaks TLS, and what it is told by somebody else."""

    def __init__(self, certificate: tuple[str, str]) -> None:
        self.embedded = Embedded(Options(port=0, password=PASSWORD, tls_cert=certificate[0], tls_key=certificate[1]))
        self.certificate = certificate[0]

    def say(self, *lines: str) -> list[object]:
        endpoint = Endpoint(self.embedded.host, self.embedded.port, "tls", tls_ca_file=self.certificate)
        with Session(endpoint, Credentials("postmaster@example.com", PASSWORD)) as session:
            return list(session.many(map(read_line, lines)))

    def accounts(self, domain: str) -> set[str]:
        (told,) = self.say("LISTACCOUNTS %s" % domain)
        assert isinstance(told, dict)
        return set(told)


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[Server]]:
    certificate = self_signed(tmp_path)
    first, second = Server(certificate), Server(certificate)
    with first.embedded, second.embedded:
        yield [first, second]


def test_the_way_from_a_server_to_files_and_back(servers: list[Server], tmp_path: Path) -> None:
    export, apply, drift, audit, _move = documentation.blocks(GUIDE, "sh")
    for server in servers:
        server.say("CREATEDOMAIN example.org", "CREATEACCOUNT alice@example.org", "CREATEGROUP party@example.org")
    (tmp_path / ".cgp-password").write_text(PASSWORD + "\n", encoding="utf-8")
    port = str(servers[0].embedded.port)
    reader = Reader(tmp_path, CGP_PORT=port, CGP_TLS_CA_FILE=servers[0].certificate)

    _exported, checked = reader.types(export.replace("CGP_HOST=" + ONE, "CGP_HOST=127.0.0.1"))
    assert reader.here.name == ONE and "changed=0" in checked
    assert shown_files(reader.here) == []

    servers[0].say("UPDATEACCOUNTSETTINGS alice@example.org {City=Oxford;}", "CREATEACCOUNT stray@example.org")
    said, replaced, overridden = reader.types(apply)
    assert ["changed=%d" % number in told for number, told in ((0, said), (1, replaced), (1, overridden))] == [True] * 3
    assert servers[0].say("GETACCOUNTSETTINGS alice@example.org") == [{}]
    assert servers[0].accounts("example.org") == {"alice"}

    reader.here = tmp_path
    fleet = fleet_of(servers)
    (tmp_path / "fleet.yml").write_text(fleet, encoding="utf-8")
    (tmp_path / ONE).rename(tmp_path / FLEET[0])
    where = {"CGP_HOST": "127.0.0.1", "CGP_PORT": str(servers[1].embedded.port)}
    Reader(tmp_path, **{**reader.environment, **where}).types(
        "ansible-playbook communigate.pro.export -e dir=%s" % SECOND
    )
    reader.types(drift)
    servers[1].say("CREATEACCOUNT stray@example.org")
    reader.types(drift, fails=True)
    report = json.loads((tmp_path / "drift.json").read_text(encoding="utf-8"))
    assert FLEET[1] in str(report) and "stray@example.org" in str(report)
    reader.types(audit)
    assert {"drift.html", "drift.xml", "audit.html", "audit.csv"} <= {path.name for path in tmp_path.iterdir()}


def shown_files(exported: Path) -> list[str]:
    """The files that the guide tells of and an export has not, but for those of what this server does not have."""
    (tree,) = documentation.blocks(GUIDE, "text")
    names = [name for line in tree.splitlines() for name in line.partition("    ")[0].split("  ") if name]
    assert "apply.yml" in names and len(names) > 8
    return [name for name in names if "skins/" not in name and not (exported / name.strip()).is_file()]


def fleet_of(servers: list[Server]) -> str:
    """The inventory that the guide shows, with the way to these servers."""
    (fleet,) = documentation.blocks(GUIDE)
    for name, server in zip(FLEET, servers):
        here = "cgp_host: 127.0.0.1, cgp_port: %d" % server.embedded.port
        fleet = fleet.replace("cgp_host: %s" % name, here)
    assert fleet.count("127.0.0.1") == len(servers) and SECOND in fleet
    return fleet
