# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that cannot be reached, are none, or go away in the middle: one clear message, and nothing done in secret."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import RECONNECTS
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike, logins
from ansible_collections.communigate.pro.tests.unit.connector.certificates import Authority
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Peer, ScriptedServer
from support import simulator
from support.cutting_proxy import Cut, CuttingProxy
from support.playbook import LOCALHOST, PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator

ACCOUNT = "communigate.pro.cgp_account"
COMMAND = "communigate.pro.cgp_command"
NAMES = ["alice", "bob", "carol", "dave"]
SCARY = ("Traceback", "MODULE FAILURE", "unhandled")
JOURNAL = "journal.jsonl"


def assert_fails(run: PlaybookRun, task: str, *says: str, host: str = "localhost") -> None:
    """The task fails with a message that says all this in one line."""
    assert run.status(task, host) == "failed"
    message = run.result(task, host)["msg"]
    assert [part for part in says if part not in message] == [], message
    assert "\n" not in message
    assert [word for word in SCARY if word in run.output] == []


class Encounters:
    """Tasks with servers of their own, all played in one run of Ansible; each server's journal is its play's.

    The servers live until ``running`` is closed. ``ports`` are those of the tasks, by name; ``simulators`` go by the
    name of their play; ``hosts`` are those of the inventory.
    """

    def __init__(self, directory: Path, running: ExitStack) -> None:
        self.ports: dict[str, int] = {}
        self.simulators: dict[str, Simulator] = {}
        self.hosts: dict[str, Mapping[str, Any]] = {"localhost": LOCALHOST}
        self._directory = directory
        self._running = running
        self._plays: list[Mapping[str, Any]] = []

    def simulator(self, name: str, *flags: str) -> Simulator:
        """A simulator for the play of this name."""
        self.simulators[name] = simulator.embed(self._directory / name, *flags)
        self._running.callback(self.simulators[name].stop)
        return self.simulators[name]

    def proxy(self, server: Simulator, cut: Cut, accepts: int = 1000) -> int:
        """The port of a proxy that cuts the first connection to a simulator."""
        return self._running.enter_context(CuttingProxy(server.host, server.port, [cut], accepts)).port

    def scripted(self, *scripts: Callable[[Peer], None]) -> int:
        """The port of a server that plays these scripts."""
        return self._running.enter_context(ScriptedServer(*scripts)).port

    def task(self, name: str, module: str, port: int, options: Mapping[str, Any], **keywords: Any) -> dict[str, Any]:
        """A task at this port, which fails, if it must, without keeping the others from being played."""
        self.ports[name] = port
        return {"name": name, module: {"port": port, **options}, "ignore_errors": True, **keywords}

    def play(self, name: str, tasks: Iterable[Mapping[str, Any]], **keywords: Any) -> None:
        """Have tasks played."""
        journal = self._directory / name / JOURNAL
        journal.parent.mkdir(exist_ok=True)
        journal.touch()
        self._plays.append(play(*tasks, name=name, **keywords))

    def run(self) -> PlaybookRun:
        """Plays all; to be called once."""
        environment = {"CGP_HOST": "127.0.0.1", "CGP_PASSWORD": "a password, for tests"}
        runner = PlaybookRunner(self._directory / "playbooks", environment, self._directory / "{play}" / JOURNAL)
        return runner(self._plays, hosts=self.hosts).succeeded()


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
    "another protocol": (http, ["does not greet like a PWD server", "host, port (usually 106", "and transport"]),
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


def meet_bad_servers(met: Encounters) -> None:
    """A command to each of them."""
    tasks = []
    for name, (script, _says) in BAD_SERVERS.items():
        port = met.scripted(*[script] * CALLS.get(name, 1))
        tasks.append(met.task(name, COMMAND, port, {"line": "GETACCOUNTSETTINGS alice", "reply_timeout": 3}))
    met.play("bad servers", tasks)


@pytest.mark.parametrize("name", BAD_SERVERS)
def test_a_bad_server(run: PlaybookRun, name: str) -> None:
    assert_fails(run, name, *BAD_SERVERS[name][1])
    assert not run.result(name)["changed"]


def meet_nobody(met: Encounters) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    tasks = [met.task("nobody, " + way, ACCOUNT, port, {"name": "alice"}, vars=vars_) for way, vars_ in WAYS.items()]
    met.play("nobody", [*tasks, met.task("unknown", ACCOUNT, port, {"name": "alice", "host": "a..example"})])


def test_a_port_where_nobody_listens(met: Encounters, run: PlaybookRun) -> None:
    here, elsewhere = (alike(run.result("nobody, " + way)) for way in WAYS)
    refusal = "127.0.0.1:%d refuses the connection" % met.ports["nobody, here"]
    assert_fails(run, "nobody, here", refusal, "server runs", "option port", "106")
    assert here == elsewhere
    assert [part for part in ("a..example", "option", "host") if part not in run.result("unknown")["msg"]] == []


# --- TLS

def meet_tls(met: Encounters, certificates: Path) -> None:
    """A simulator that speaks TLS as mail.example.com, with a certificate of an authority of its own, and HTTPS."""
    authority = Authority(certificates, "authority")
    authority.server_context("mail.example.com")
    pem = str(certificates / "server-mail.example.com.pem")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        web = listener.getsockname()[1]
    port = met.simulator("tls", "--tls-cert", pem, "--tls-key", pem, "--https-port", str(web)).port
    trusted = {"transport": "tls", "tls_ca_file": str(authority.file), "tls_server_name": "mail.example.com"}
    tasks = [
        met.task("tls, " + way, ACCOUNT, port, {"name": way, **trusted}, vars=vars_) for way, vars_ in WAYS.items()
    ]
    tasks += [
        met.task("https, " + way, ACCOUNT, web, {"name": "web-" + way, **trusted, "transport": "https"}, vars=vars_)
        for way, vars_ in WAYS.items()
    ]
    refused = {
        "a plain connection": {"reply_timeout": 3},
        "an unknown authority": {"transport": "tls"},
        "another name": {**trusted, "tls_server_name": "mail.example.org"},
    }
    tasks += [met.task(name, "communigate.pro.cgp_server_info", port, options) for name, options in refused.items()]
    met.play("tls", tasks)


def test_tls(run: PlaybookRun) -> None:
    assert [run.result("tls, " + way)["changed_names"] for way in WAYS] == [[way] for way in WAYS]
    assert [run.result("https, " + way)["changed_names"] for way in WAYS] == [["web-" + way] for way in WAYS]
    assert_fails(run, "a plain connection", "transport to tls")
    assert_fails(run, "an unknown authority", "tls_ca_file")
    assert_fails(run, "another name", "mail.example.org")
    assert logins([entry for one in run.part("tls").results for entry in one.sent]) == 2


# --- in the middle of the work

CUTS = [("before", "here"), ("after", "here"), ("reply", "here"), ("after", "elsewhere")]


def meet_cuts(met: Encounters) -> None:
    accounts = [{"name": name, "aliases": [name[:2]]} for name in NAMES]
    for moment, way in CUTS:
        name = "%s, %s" % (moment, way)
        port = met.proxy(met.simulator(name), Cut(("CREATEACCOUNT",), 3, moment))
        met.play(name, [met.task(name, ACCOUNT, port, {"accounts": accounts}, vars=WAYS[way])])


@pytest.mark.parametrize(("moment", "way"), CUTS)
def test_work_goes_on_in_a_new_connection(run: PlaybookRun, moment: str, way: str) -> None:
    """Nothing is done twice: what was under way is looked at first."""
    task = "%s, %s" % (moment, way)
    result = run.result(task)
    assert run.status(task) == "ok"
    assert result["changed_names"] == NAMES
    assert result["counts"]["created"] == len(NAMES)
    assert result["statistics"]["logins"] == 2
    assert run.modules(task) == (way == "elsewhere")
    for verb in ("CREATEACCOUNT", "SETACCOUNTALIASES"):
        carried_out = [entry["arguments"]["accountName"] for entry in run.sent(task) if entry["verb"] == verb]
        assert sorted(carried_out) == NAMES


def meet_losses(met: Encounters) -> None:
    """Connections that are lost for good: two at the same time, as long as it takes to give them up."""
    cuts = {"writing": Cut(("CREATEACCOUNT",), 3), "reading": Cut(("LISTDOMAINOBJECTS",), 1, "reply")}
    accounts = {"writing": [{"name": name} for name in NAMES], "reading": [{"name": "alice"}]}
    for name, cut in cuts.items():
        server = met.simulator(name)
        met.hosts[name] = {**LOCALHOST, "accounts": accounts[name], "port": met.proxy(server, cut, accepts=1)}
    made = {"accounts": "{{ accounts }}", "window": 1}
    both = {"name": "lost", ACCOUNT: {**made, "port": "{{ port }}"}, "ignore_errors": True}
    met.play("losses", [both], hosts=list(cuts))
    again = met.task("again", ACCOUNT, met.simulators["writing"].port, made)
    met.play("writing again", [again], hosts="writing")
    command = Cut(("CREATEACCOUNT",))
    port = met.proxy(met.simulator("a command"), command, accepts=1)
    met.play("a command", [met.task("a command", COMMAND, port, {"line": "CREATEACCOUNT alice"})])


def test_a_connection_that_is_lost_for_good(met: Encounters, run: PlaybookRun) -> None:
    """Who is told apart: what is done, what is unknown, what was not begun. The next run does the rest."""
    assert_fails(run, "lost", "unknown", "Run the task again", host="writing")
    result = run.result("lost", host="writing")
    unknown = {failure["name"] for failure in result["failures"]}
    assert result["changed"]
    assert unknown | set(result["changed_names"]) | set(result["not_attempted"]) == set(NAMES)
    assert all("unknown" in failure["msg"] for failure in result["failures"])
    again = run.result("again", host="writing")["counts"]
    assert (again["created"], again["unchanged"]) == (1, 3)
    assert len(changing(met.simulators["writing"].journal())) == 3 + again["created"]


def test_a_connection_that_is_lost_while_reading(met: Encounters, run: PlaybookRun) -> None:
    assert_fails(run, "lost", "127.0.0.1:%d" % met.hosts["reading"]["port"], host="reading")
    assert not run.result("lost", host="reading")["changed"]
    assert changing(met.simulators["reading"].journal()) == []


def test_a_command_whose_answer_is_lost(run: PlaybookRun) -> None:
    """Nobody can tell whether it was carried out, so that counts as a change."""
    assert_fails(run, "a command", "lost before a reply was complete", "may or may not have been carried out")
    assert run.result("a command")["changed"]
    assert changing(run.sent("a command")) == ["CREATEACCOUNT"]


# --- all of them

@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Encounters]:
    with ExitStack() as running:
        all_of_them = Encounters(tmp_path_factory.mktemp("servers"), running)
        meet_bad_servers(all_of_them)
        meet_nobody(all_of_them)
        meet_tls(all_of_them, tmp_path_factory.mktemp("certificates"))
        meet_cuts(all_of_them)
        meet_losses(all_of_them)
        yield all_of_them


@pytest.fixture(scope="module")
def run(met: Encounters) -> PlaybookRun:
    return met.run()
