# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server written to a directory by the playbook export, and servers made so by the playbook that stands there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG_INFO
from ansible_collections.communigate.pro.plugins.plugin_utils._server_access import OPTIONS
from support import simulator
from support.checkout import ROOT
from support.in_process import Place
from support.playbook import ELSEWHERE, LOCALHOST, PlaybookRunner
from support.simulator import Simulator

MADE = (
    "CREATEDOMAIN example.org",
    "CREATEACCOUNT alice@example.org {RealName=Alice;}",
    'SETACCOUNTRPOPS alice@example.org {home={domain=mail.net.example;authName=alice;password="Rabbit-hole";};}',
    "CREATEMAILBOX alice@example.org MAILBOX Archive",
    "CREATEGROUP party@example.org {Members=(alice);}",
    "CREATELIST news@example.org FOR alice",
    "LIST news@example.org feed SILENTLY queen@net.example",
    'CREATEDOMAINSKIN example.org SKIN ""',
    "CREATEDOMAINSKIN example.org SKIN Blue",
    "STOREDOMAINSKINFILE example.org SKIN Blue FILE strings.data DATA [dGVh]",
    'SETROUTERTABLE "; ours\\e<info> = alice@example.org"',
)
SECRET = "Looking-glass"  # noqa: S105  # that of a server in memory
SECRETS = [
    {"noun": "account", "name": "alice@example.org", "place": "account_password", "value": SECRET},
    {"noun": "account_remotes", "name": "alice@example.org rpop", "place": "records.home.password", "value": SECRET},
]


EVERY_VARIABLE = {option: "{{ cgp_%s | default(omit) }}" % option for option in OPTIONS}
"""A fleet names its servers in the inventory, with whatever its connections need."""


def variables_of(playbook: dict[str, Any]) -> dict[str, str]:
    """The options of the connection in a playbook's task of cgp_config."""
    (task,) = (task for task in playbook["tasks"] if "communigate.pro.cgp_config" in task)
    return {name: value for name, value in task["communigate.pro.cgp_config"].items() if name in OPTIONS}


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[dict[str, Simulator]]:
    running = {name: simulator.embed(tmp_path / name, "--http-port=0") for name in ("old", "new", "remote")}
    yield running
    for server in running.values():
        server.stop()


def told(server: Simulator) -> dict[str, Any]:
    result = place(server).run(CONFIG_INFO, {})
    assert not result.get("failed"), result["msg"]
    return dict(result["config"])


def say(server: Simulator, *lines: str) -> None:
    result = place(server).run(COMMAND, {"commands": [{"line": line} for line in lines]})
    assert not result.get("failed"), result["msg"]


def place(server: Simulator) -> Place:
    return Place(server.host, server.port, server.password, Path())


def test_a_server_is_exported_and_others_are_made_of_it(servers: dict[str, Simulator], tmp_path: Path) -> None:
    old = servers["old"]
    say(old, *MADE)
    runner = PlaybookRunner(tmp_path / "runs")
    by_http = {**old.environment, "CGP_TRANSPORT": "http", "CGP_PORT": str(old.realms["http"])}
    exported = runner("communigate.pro.export", extra_vars={"dir": str(tmp_path / "mail")}, environment=by_http)
    exported.succeeded()
    assert "Rabbit-hole" not in exported.output
    files = sorted(path for path in (tmp_path / "mail").rglob("*") if path.is_file())
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert not [path for path in files if "Rabbit-hole" in path.read_text(encoding="utf-8")]
    assert (tmp_path / "mail/config/domains/example.org/skins/Blue/strings.data").read_text("utf-8") == "tea"

    (applied,) = yaml.safe_load((tmp_path / "mail" / "apply.yml").read_text("utf-8"))
    assert variables_of(applied) == EVERY_VARIABLE
    (drifted, *_others) = yaml.safe_load((ROOT / "playbooks" / "drift.yml").read_text("utf-8"))
    assert variables_of(drifted) == EVERY_VARIABLE

    hosts = {
        name: {
            **LOCALHOST,
            "cgp_host": server.host, "cgp_port": server.realms["http"], "cgp_transport": "http",
            "cgp_login": "postmaster", "cgp_password": server.password,
            **(ELSEWHERE if name == "remote" else {}),
        }
        for name, server in servers.items()
    }  # fmt: skip
    apply = tmp_path / "mail" / "apply.yml"
    foreseen = runner(apply, "-vvvv", hosts=hosts, check=True, diff=True, extra_vars={"cgp_secrets": SECRETS})
    assert foreseen.succeeded().result("Make it so", "old")["counts"]["unchanged"] > 0
    assert {name: bool(foreseen.result("Make it so", name)["changed"]) for name in hosts} == {
        "old": True, "new": True, "remote": True,
    }  # fmt: skip  # its secrets are others
    runs = [foreseen]
    for changed in (True, False):
        run = runner(
            apply, "-vvvv", hosts=hosts, diff=True, extra_vars={"cgp_secrets": SECRETS, "cgp_state": "overridden"}
        )
        runs.append(run.succeeded())
        assert {run.result("Make it so", name)["changed"] for name in hosts} == {changed}
    for run in runs:
        assert SECRET not in run.output.replace(str(SECRETS), "")
    assert told(servers["new"]) == told(servers["remote"]) == told(old)
    for server in servers.values():
        say(server, "VERIFYACCOUNTPASSWORD alice@example.org PASSWORD %s" % SECRET)


def files_of(directory: Path) -> dict[str, bytes]:
    """What is in each file of a directory."""
    files = (path for path in directory.rglob("*") if path.is_file())
    return {str(path.relative_to(directory)): path.read_bytes() for path in files}


def secrets_for(mail: Path, pem: Path, password: str) -> list[dict[str, Any]]:
    """What a user would fill in for an export: here the one private key, and one password for all, postmaster too."""
    told = yaml.safe_load((mail / "config" / "secrets.yml.example").read_text("utf-8"))["cgp_secrets"]
    (key,) = pem.glob("*.key")
    values = {"domain_certificate": key.read_text("utf-8")}
    return [{**secret, "value": values.get(secret["noun"], password)} for secret in told]


def test_the_site_of_the_tour_is_exported_and_rebuilt(tmp_path: Path) -> None:
    """Every role's work, as files, makes an equal server of an empty one: and of itself nothing."""
    running = {name: simulator.embed(tmp_path / name, "--cluster") for name in ("old", "new")}
    old, new = running.values()
    try:
        runner = PlaybookRunner(tmp_path / "runs")
        pem, mail = tmp_path / "pem", tmp_path / "mail"
        whole = {"site_server_wide": True, "site_cluster": True, "site_pem_directory": str(pem)}
        named = {"cgp_host": old.host, "cgp_port": old.port, "cgp_password": old.password}
        runner("communigate.pro.site", extra_vars={**whole, **named}).succeeded()
        runner("communigate.pro.export", extra_vars={"dir": str(mail)}, environment=old.environment).succeeded()
        secrets = {"cgp_secrets": secrets_for(mail, pem, old.password)}

        for server, wanted in ((old, {}), (new, secrets)):
            mark = server.mark()
            run = runner(
                mail / "apply.yml",
                extra_vars={"cgp_state": "overridden", **wanted},
                environment=server.environment,
            ).succeeded()
            sent = server.changes(mark)
            assert bool(sent) == bool(run.result("Make it so")["changed"]) == (server is new), sent
        assert told(new) == told(old)
        again = tmp_path / "again"
        runner("communigate.pro.export", extra_vars={"dir": str(again)}, environment=new.environment).succeeded()
        assert files_of(again / "config") == files_of(mail / "config")
    finally:
        for server in running.values():
            server.stop()
