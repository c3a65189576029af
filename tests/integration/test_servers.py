# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that cannot be reached, are none, or go away in the middle: one clear message, and nothing done in secret."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import RECONNECTS
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike, logins
from ansible_collections.communigate.pro.tests.unit.connector.certificates import Authority
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Peer, ScriptedServer
from support.cutting_proxy import Cut, CuttingProxy
from support.playbook import PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator

ACCOUNT = "communigate.pro.cgp_account"
NAMES = ["alice", "bob", "carol", "dave"]


def run_at(directory: Path, port: int, *tasks: dict[str, Any], **variables: str) -> PlaybookRun:
    """Runs tasks that find their server at a port of this machine."""
    environment = {"CGP_HOST": "127.0.0.1", "CGP_PORT": str(port), "CGP_PASSWORD": "simulator", **variables}
    return PlaybookRunner(directory, environment)(play(*tasks))


def assert_fails(run: PlaybookRun, task: str, *says: str) -> None:
    """The playbook ends with this task and a message that says all this in one line."""
    assert run.rc == 2, run.output
    result = run.result(task)
    assert [part for part in says if part not in result["msg"]] == [], result["msg"]
    assert "\n" not in result["msg"]
    assert [word for word in ("Traceback", "MODULE FAILURE", "unhandled") if word in run.output] == []


# --- before the first command

def http(peer: Peer) -> None:
    peer.send(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


def noise(peer: Peer) -> None:
    peer.send(bytes(range(256)) * 4 + b"\r\n")


def busy(peer: Peer) -> None:
    peer.send(b"500 too many connections\r\n")


def mute(peer: Peer) -> None:
    peer.expect_end()


def hangs_up(peer: Peer) -> None:
    pass


def hangs_up_at_login(peer: Peer) -> None:
    peer.send(b"200 ready\r\n")
    peer.read_line()


def hangs_up_within_a_reply(peer: Peer) -> None:
    peer.send(b"200 ready\r\n")
    peer.read_line()
    peer.send(b"300 go on\r\n")
    peer.read_line()
    peer.send(b"200 OK\r\n")
    peer.read_line()
    peer.send(b"200 OK\r\n")
    peer.read_line()
    peer.send(b"201 {RealName=")


def talks_nonsense(peer: Peer) -> None:
    for _line in range(3):
        peer.send(b"200 OK\r\n" if _line != 1 else b"300 OK\r\n")
        peer.read_line()
    peer.send(b"200 OK\r\n")
    peer.read_line()
    peer.send(b"Good morning\r\n")


BAD_SERVERS: dict[str, tuple[Callable[[Peer], None], Sequence[str]]] = {
    "another protocol": (http, ["does not greet like a PWD server", "host, port (usually 106) and transport"]),
    "noise": (noise, ["does not greet like a PWD server", "transport"]),
    "a busy server": (busy, ["turns the connection down (500 too many connections)", "log"]),
    "a mute server": (mute, ["sends no greeting", "3 s", "set the option transport to tls"]),
    "no greeting": (hangs_up, ["closed the connection without a greeting", "access restrictions"]),
    "hanging up at the login": (hangs_up_at_login, ["no login at", "closed by the server", "log"]),
    "hanging up within a reply": (
        hangs_up_within_a_reply,
        ["lost before a reply was complete", "closed by the server", "may or may not have been carried out"],
    ),
    "nonsense for a reply": (talks_nonsense, ["does not begin with a reply code"]),
}


CALLS = dict.fromkeys(("hanging up within a reply", "nonsense for a reply"), 1 + RECONNECTS)
"""What was only to be read is asked for again, in a new session."""


@pytest.fixture(scope="module")
def bad_servers(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    """A command to each of them, all in one playbook."""
    with contextlib.ExitStack() as servers:
        tasks = []
        for name, (script, _says) in BAD_SERVERS.items():
            port = servers.enter_context(ScriptedServer(*[script] * CALLS.get(name, 1))).port
            asked = {"line": "GETACCOUNTSETTINGS alice", "port": port, "reply_timeout": 3}
            tasks.append({"name": name, "communigate.pro.cgp_command": asked, "ignore_errors": True})
        return run_at(tmp_path_factory.mktemp("bad-servers"), 0, *tasks).succeeded()


@pytest.mark.parametrize("name", BAD_SERVERS)
def test_a_bad_server(bad_servers: PlaybookRun, name: str) -> None:
    message = bad_servers.result(name)["msg"]
    assert [part for part in BAD_SERVERS[name][1] if part not in message] == [], message
    assert "\n" not in message
    assert not bad_servers.result(name)["changed"]
    assert [word for word in ("Traceback", "MODULE FAILURE", "unhandled") if word in bad_servers.output] == []


def test_a_port_where_nobody_listens(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    task = {"name": "last", ACCOUNT: {"name": "alice"}}
    both = [{**task, "name": name, "vars": way, "ignore_errors": True} for name, way in WAYS.items()]
    unknown = {"name": "unknown", ACCOUNT: {"name": "alice", "host": "a..example"}, "ignore_errors": True}
    run = run_at(tmp_path, port, *both, unknown, task)
    assert_fails(run, "last", "127.0.0.1:%d refuses the connection" % port, "server runs", "option port", "106")
    assert alike(run.result("here")) == alike(run.result("elsewhere"))
    assert [part for part in ("a..example", "option", "host") if part not in run.result("unknown")["msg"]] == []


# --- TLS

@pytest.fixture
def tls_server(tmp_path: Path, simulator_factory: Callable[..., Simulator]) -> tuple[Simulator, Path]:
    """A simulator that speaks TLS as mail.example.com, and the file of the authority that says so."""
    certificates = tmp_path / "certificates"
    certificates.mkdir()
    authority = Authority(certificates, "authority")
    authority.server_context("mail.example.com")
    pem = str(certificates / "server-mail.example.com.pem")
    return simulator_factory("--tls-cert", pem, "--tls-key", pem), authority.file


def test_tls(tmp_path: Path, tls_server: tuple[Simulator, Path]) -> None:
    server, authority = tls_server
    trusted = {"transport": "tls", "tls_ca_file": str(authority), "tls_server_name": "mail.example.com"}
    tasks = [{"name": name, ACCOUNT: {"name": name, **trusted}, "vars": way} for name, way in WAYS.items()]
    refused = {
        "a plain connection": {"reply_timeout": 3},
        "an unknown authority": {"transport": "tls"},
        "another name": {**trusted, "tls_server_name": "mail.example.org"},
    }
    tasks += [
        {"name": name, "communigate.pro.cgp_server_info": options, "ignore_errors": True}
        for name, options in refused.items()
    ]
    run = PlaybookRunner(tmp_path / "playbooks", server.environment, server.journal_path)(play(*tasks)).succeeded()
    assert [run.result(way)["changed_names"] for way in WAYS] == [[way] for way in WAYS]
    assert "transport to tls" in run.result("a plain connection")["msg"]
    assert "tls_ca_file" in run.result("an unknown authority")["msg"]
    assert "mail.example.org" in run.result("another name")["msg"]
    assert logins(server.journal()) == 2


# --- in the middle of the work

def proxied(directory: Path, proxy: CuttingProxy, simulator: Simulator) -> PlaybookRunner:
    environment = {**simulator.environment, "CGP_HOST": "127.0.0.1", "CGP_PORT": str(proxy.port)}
    return PlaybookRunner(directory, environment, simulator.journal_path)


CUTS = [("before", "here"), ("after", "here"), ("reply", "here"), ("after", "elsewhere")]


@pytest.mark.parametrize(("moment", "way"), CUTS)
def test_work_goes_on_in_a_new_connection(tmp_path: Path, simulator: Simulator, moment: str, way: str) -> None:
    """Nothing is done twice: what was under way is looked at first."""
    accounts = [{"name": name, "aliases": [name[:2]]} for name in NAMES]
    task = {"name": "task", ACCOUNT: {"accounts": accounts}, "vars": WAYS[way]}
    with CuttingProxy(simulator.host, simulator.port, [Cut(("CREATEACCOUNT",), 3, moment)]) as proxy:
        run = proxied(tmp_path, proxy, simulator)(play(task)).succeeded()
    assert run.result("task")["changed_names"] == NAMES
    assert run.result("task")["counts"]["created"] == len(NAMES)
    assert run.result("task")["statistics"]["logins"] == 2
    assert run.modules("task") == (way == "elsewhere")
    for verb in ("CREATEACCOUNT", "SETACCOUNTALIASES"):
        carried_out = [entry["arguments"]["accountName"] for entry in simulator.journal() if entry["verb"] == verb]
        assert sorted(carried_out) == NAMES


def test_a_connection_that_is_lost_for_good(tmp_path: Path, simulator: Simulator) -> None:
    """Who is told apart: what is done, what is unknown, what was not begun. The next run does the rest."""
    task = {"name": "task", ACCOUNT: {"accounts": [{"name": name} for name in NAMES], "window": 1}}
    with CuttingProxy(simulator.host, simulator.port, [Cut(("CREATEACCOUNT",), 3)], accepts=1) as proxy:
        run = proxied(tmp_path / "first", proxy, simulator)(play(task))
    assert_fails(run, "task", "unknown", "Run the task again")
    result = run.result("task")
    unknown = {failure["name"] for failure in result["failures"]}
    assert result["changed"]
    assert unknown | set(result["changed_names"]) | set(result["not_attempted"]) == set(NAMES)
    assert all("unknown" in failure["msg"] for failure in result["failures"])
    assert len(changing(simulator.journal())) == 3
    again = PlaybookRunner(tmp_path / "second", simulator.environment, simulator.journal_path)(play(task)).succeeded()
    assert again.result("task")["counts"]["created"] == 1
    assert again.result("task")["counts"]["unchanged"] == 3


def test_a_connection_that_is_lost_while_reading(tmp_path: Path, simulator: Simulator) -> None:
    task = {"name": "task", ACCOUNT: {"name": "alice"}}
    with CuttingProxy(simulator.host, simulator.port, [Cut(("LISTDOMAINOBJECTS",), 1, "reply")], accepts=1) as proxy:
        run = proxied(tmp_path, proxy, simulator)(play(task))
    assert_fails(run, "task", "127.0.0.1:%d" % proxy.port)
    assert not run.result("task")["changed"]
    assert changing(simulator.journal()) == []


def test_a_command_whose_answer_is_lost(tmp_path: Path, simulator: Simulator) -> None:
    """Nobody can tell whether it was carried out, so that counts as a change."""
    task = {"name": "task", "communigate.pro.cgp_command": {"line": "CREATEACCOUNT alice"}}
    with CuttingProxy(simulator.host, simulator.port, [Cut(("CREATEACCOUNT",))], accepts=1) as proxy:
        run = proxied(tmp_path, proxy, simulator)(play(task))
    assert_fails(run, "task", "lost before a reply was complete", "may or may not have been carried out")
    assert run.result("task")["changed"]
    assert changing(simulator.journal()) == ["CREATEACCOUNT"]
