# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done over the HTTP realm as over PWD: whole documents, several commands, and a play that is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ansible.release import __version__
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import site
from ansible_collections.communigate.pro.tests.integration.ways import WAYS
from support.certificate import self_signed
from support.document_server import Server
from support.playbook import PlaybookRunner, play
from support.vault import Vault
from support.whole_domain import whole_domain

PATIENCE = 120  # seconds after which a stuck test fails
NAMES = ["anna", "jorge", "mei"]
ACCOUNTS: dict[str, Any] = {"domain": "example.com", "accounts": [{"name": name} for name in NAMES]}


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Begins a server that each task reaches by this transport."""
    certificate = self_signed(tmp_path)
    begun: list[Server] = []

    def begin(transport: str) -> Server:
        flags = ["--http-port=0"]
        if transport == "https":
            flags = ["--https-port=0", "--tls-cert=%s" % certificate[0], "--tls-key=%s" % certificate[1]]
        server = Server(tmp_path / ("server-%d" % len(begun)), *flags)
        way = {**server.simulator.over(transport), "tls_ca_file": certificate[0]}
        server.place = replace(server.place, way=way)
        begun.append(server)
        return server

    yield begin
    for server in begun:
        server.simulator.stop()


def test_a_whole_document_is_made_and_read_as_over_pwd(servers: Callable[..., Server]) -> None:
    by_http, by_pwd = servers("https"), servers("tcp")
    document = whole_domain(Vault())
    counts = [server.made(document)["counts"] for server in (by_http, by_pwd)]
    assert counts[0] == counts[1]
    assert by_http.read() == by_pwd.read()
    assert Counter(changing(by_http.simulator.journal())) == Counter(changing(by_pwd.simulator.journal()))
    mark = by_http.simulator.mark()
    assert not by_http.made(by_http.read())["changed"]
    assert by_http.changes(mark) == []
    assert "APOP" in by_pwd.simulator.verbs() and "APOP" not in by_http.simulator.verbs()


@pytest.mark.parametrize("on_error", ["stop", "continue"])
@pytest.mark.parametrize("transport", ["tcp", "http", "https"])
def test_several_commands_are_said_in_their_order(
    transport: str, on_error: str, servers: Callable[..., Server]
) -> None:
    server = servers(transport)
    lines = ["CREATEACCOUNT one", "LISTACCOUNTS", 'CREATEACCOUNT "a b"', "RENAMEACCOUNT one INTO two", "LISTACCOUNTS"]
    result = server.place.run(COMMAND, {"commands": [{"line": line} for line in lines], "on_error": on_error})
    verbs = [line.split()[0] for line in lines]
    done = verbs[:3] if on_error == "stop" else verbs
    assert [verb for verb in server.simulator.verbs() if verb in verbs] == done
    assert result["failed"] and result["changed"] and result["code"] == 525
    assert [entry["sent"] for entry in result["results"]] == [number < len(done) for number in range(len(lines))]
    assert {"one"} < set(result["results"][1]["value"])
    if on_error == "continue":
        assert {"two"} < set(result["results"][4]["value"])


def test_a_task_that_changes_the_password_of_its_own_login_fails_behind_that(servers: Callable[..., Server]) -> None:
    """Over the PWD port the login counts for the whole connection."""
    secret = "Through-the-glass-1"
    people = [{"name": "anna"}, {"name": "postmaster", "account_password": secret}, {"name": "zoe"}]
    for transport, failed in (("http", True), ("tcp", False)):
        server = servers(transport)
        result = server.place.run(ACCOUNT, {**ACCOUNTS, "accounts": people})
        assert bool(result.get("failed")) == failed and result["changed"] and secret not in str(result)
        assert not failed or "its password may have been changed in the meantime" in result["msg"]
        assert server.simulator.verbs().count("SETACCOUNTPASSWORD") == 1


# --- Ctrl-C, or a service manager that ends it

TAKES_ITS_WORKERS_ALONG = tuple(map(int, __version__.split(".")[:2])) >= (2, 19)
"""Whether Ansible's process ends those that it has started. Older ones leave them alone: they do what they began."""
INTERRUPTIONS = [
    ("here", os.killpg, signal.SIGINT),
    ("elsewhere", os.kill if TAKES_ITS_WORKERS_ALONG else os.killpg, signal.SIGTERM),
]
"""A terminal's Ctrl-C means all of its processes, and ``kill`` the one that is named."""


@pytest.mark.parametrize(("way", "send", "number"), INTERRUPTIONS)
def test_a_play_that_is_interrupted_in_a_change_does_nothing_more_and_the_next_does_the_rest(
    way: str, send: Callable[[int, int], None], number: signal.Signals, servers: Callable[..., Server], tmp_path: Path
) -> None:
    server = servers("http")
    simulator = server.simulator
    simulator.control('FAULT "delay:verb=CREATEACCOUNT,nth=2,ms=20000"')
    variables = {**simulator.environment, **{"CGP_" + k.upper(): str(v) for k, v in simulator.over("http").items()}}
    task = {"name": "made", "communigate.pro.cgp_account": ACCOUNTS, "vars": dict(WAYS[way])}
    runner = PlaybookRunner(tmp_path / "runs", variables)
    (tmp_path / "runs").mkdir(exist_ok=True)
    playbook = site(tmp_path / "runs", [play(task)], {})
    environment = runner.variables(tmp_path / "runs", tmp_path / "runs" / "results")
    with subprocess.Popen(
        ["ansible-playbook", str(playbook)], env=environment, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        end = time.monotonic() + PATIENCE
        while simulator.verbs().count("CREATEACCOUNT") < 2:
            assert time.monotonic() < end and process.poll() is None
            time.sleep(0.01)
        send(process.pid, number)
        output, _none = process.communicate(timeout=PATIENCE)
    assert process.returncode not in (0, None)
    assert simulator.password.encode() not in output and b"Traceback" not in output
    assert created(server) == NAMES[:2]
    result = server.place.run(ACCOUNT, ACCOUNTS)
    assert {key: result["counts"][key] for key in ("created", "unchanged")} == {"created": 1, "unchanged": 2}
    assert created(server) == NAMES


def created(server: Server) -> list[str]:
    """The names of the Accounts that the server was told to make."""
    told = [entry["arguments"] for entry in server.simulator.journal() if entry["verb"] == "CREATEACCOUNT"]
    return [arguments["accountName"].partition("@")[0] for arguments in told]
