# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets are planted wherever a playbook can hold them, and looked for in everything that its run leaves behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.stage import PLAYBOOKS, SIMULATOR, encrypt, perform, site
from ansible_collections.communigate.pro.tests.integration.ways import WAYS
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Peer, ScriptedServer
from support import simulator
from support.playbook import PlaybookRun, play
from support.vault import Vault, left_in, text_of

ACCOUNT = "communigate.pro.cgp_account"
COMMAND = "communigate.pro.cgp_command"


@dataclass
class Planted:
    """What was planted, and what the run of a playbook left behind."""

    vault: Vault = field(default_factory=Vault)
    tasks: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    run: PlaybookRun | None = None
    left: list[Path] = field(default_factory=list)

    @property
    def everything(self) -> str:
        """All that a run printed and left."""
        assert self.run is not None
        return self.run.output + text_of(self.left)

    def add(self, name: str, action: str, options: dict[str, Any], elsewhere: bool = False) -> None:
        """A task, in check mode and for real, and if so wished as an ordinary module."""
        task = {action: options, "ignore_errors": True}
        self.tasks.append({"name": name + ", check", **task, "check_mode": True})
        self.tasks.append({"name": name + ", here", **task})
        if elsewhere:
            self.tasks.append({"name": name + ", elsewhere", **task, "vars": WAYS["elsewhere"]})


def plant() -> Planted:
    """Tasks with secrets, and the files that they read."""
    planted = Planted()
    new, plain, number, add = planted.vault.new, planted.vault.plain, planted.vault.number, planted.add
    planted.files = {
        "people.csv": "name,account_password\ncsv,%s\n" % plain("CSV"),
        "people.json": json.dumps([{"name": "json", "account_password": new("JSON")}]),
        "people.yml": json.dumps([{"name": "vault", "account_password": new("vault")}]),
        "no-header.csv": "alice,%s\n" % plain("table without header"),
        "broken.csv": 'name,account_password\nalice,"%s"x\n' % plain("broken CSV"),
        "broken.json": '[{"name": "alice", "account_password": "%s"]' % plain("broken JSON"),
        "broken.yml": "- name: alice\n  account_password: '%s\n" % plain("broken YAML"),
        "wrong.json": json.dumps([{"name": "alice", "account_password": [new("wrong type")]}]),
    }
    for name in planted.files:
        add("from " + name, ACCOUNT, {"source": name}, elsewhere=name.startswith("people"))
    in_the_background = {"name": "from people.json, in the background", "async": 60, "poll": 1}
    planted.tasks.append({**in_the_background, ACCOUNT: {"source": "people.json"}, "ignore_errors": True})
    add("one account", ACCOUNT, {"name": "alice", "account_password": new("account")})
    add("another password", ACCOUNT, {"name": "alice", "account_password": new("another password")}, elsewhere=True)
    add("a number", ACCOUNT, {"name": "alice", "account_password": number("number")}, elsewhere=True)
    add("a dictionary", ACCOUNT, {"name": "alice", "account_password": {"a": plain("dictionary")}}, elsewhere=True)
    accounts = [{"name": "bob", "account_password": new("list")}, {"name": "bob", "account_password": new("twice")}]
    add("a list", ACCOUNT, {"accounts": accounts[:1], "detail": "all"}, elsewhere=True)
    add("a list with one twice", ACCOUNT, {"accounts": accounts})
    add("a list of text", ACCOUNT, {"accounts": ["carol:%s" % plain("text")]}, elsewhere=True)
    add("an unknown domain", ACCOUNT, {"name": "a@none.example", "account_password": new("unknown domain")})
    add("a refused name", ACCOUNT, {"name": "a b", "account_password": new("refused name")}, elsewhere=True)
    add("a line break", ACCOUNT, {"name": "a", "account_password": new("line break") + "\n"})
    add("a wrong option", ACCOUNT, {"name": "a", "account_password": new("wrong option"), "nmae": "a"}, elsewhere=True)
    add("among settings", ACCOUNT, {"name": "a", "settings": {"Password": new("among settings")}})
    pstn = {"PSTNGatewayPassword": new("setting"), "Deep": [{"SharedSecret": new("nested setting")}]}
    add("a setting", ACCOUNT, {"name": "alice", "settings": pstn})
    pstn = {"PSTNGatewayPassword": new("another setting")}
    add("another", ACCOUNT, {"name": "alice", "settings": pstn}, elsewhere=True)
    add("a section", "communigate.pro.cgp_settings", {"section": "log", "settings": {"Password": new("section")}})
    add("a key", "communigate.pro.cgp_domain", {"name": "key.example", "settings": {"PrivateSecureKey": plain("key")}})
    read = {"domain": "example.com", "include": ["settings", "effective_settings"]}
    add("all of it read", "communigate.pro.cgp_account_info", read, elsewhere=True)
    said = {"accountName": "alice", "newPassword": new("argument")}
    add("a verb", COMMAND, {"verb": "SETACCOUNTPASSWORD", "arguments": said}, elsewhere=True)
    add("a refused verb", COMMAND, {"verb": "SETACCOUNTPASSWORD", "arguments": {**said, "accountName": "nobody"}})
    add("a wrong verb", COMMAND, {"verb": "SETACCOUNTPASSWORT", "arguments": said})
    add("a wrong argument", COMMAND, {"verb": "SETACCOUNTPASSWORD", "arguments": {**said, "to": new("wrong argument")}})
    add("a line", COMMAND, {"line": 'SETACCOUNTPASSWORD alice PASSWORD "%s"' % plain("line")})
    add("a refused line", COMMAND, {"line": 'SETACCOUNTPASSWORD nobody PASSWORD "%s"' % plain("refused line")})
    add("a wrong line", COMMAND, {"line": 'SETACCOUNTPASSWORD alice PASSWORD "%s" NOW' % plain("wrong line")})
    add("a line cut off", COMMAND, {"line": 'SETACCOUNTPASSWORD alice PASSWORD "%s' % plain("line cut off")})
    add("a wrong login", "communigate.pro.cgp_server_info", {"password": new("login")}, elsewhere=True)
    add("a login that cannot be", "communigate.pro.cgp_server_info", {"password": new("impossible login") + "\n"})
    return planted


@pytest.fixture(scope="module")
def harvest(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """The planted tasks after their run, with all that it left behind."""
    directory = tmp_path_factory.mktemp("secrets")
    planted = plant()
    playbook = site(directory, [play(*planted.tasks)], planted.files)
    opens_the_vault = encrypt(directory, playbook.parent / "files" / "people.yml")
    planted.run = perform(
        directory,
        playbook,
        "-vvvv",
        *opens_the_vault,
        password=planted.vault.new("the login's own").strip(),
        begin=simulator.start,
        diff=True,
        environment={"ANSIBLE_LOG_PATH": str(directory / PLAYBOOKS / "ansible.log")},
    )
    planted.left = left_in(directory / PLAYBOOKS) + left_in(directory / SIMULATOR)
    return planted


def test_no_secret_is_left_anywhere(harvest: Planted) -> None:
    assert {"ansible.log", "journal.jsonl", "results.jsonl"} <= {path.name for path in harvest.left}
    assert harvest.vault.found_in(harvest.everything) == []


def test_the_secrets_were_used(harvest: Planted) -> None:
    """So that their absence says something: there were tasks that work and tasks that fail."""
    assert harvest.run is not None
    run = harvest.run.succeeded()
    status = {result.task: result.status for result in run.results}
    assert len(status) == len(harvest.tasks)
    assert status["from people.json, in the background"] == "ok"
    for name in ("from people.csv", "from people.yml", "another password", "a list", "another", "a verb"):
        assert [status["%s, %s" % (name, way)] for way in WAYS] == ["ok", "ok"], name
    for name in ("a list of text", "a refused name", "a wrong option", "a wrong login"):
        assert [status["%s, %s" % (name, way)] for way in WAYS] == ["failed", "failed"], name
    for name in ("from broken.yml", "an unknown domain", "a refused verb", "a wrong line"):
        assert status[name + ", here"] == "failed", name


def test_nothing_is_left_in_the_directories_for_modules(harvest: Planted) -> None:
    """Where each module's options lay while it ran, and the decrypted file."""
    assert "remote-tmp/ansible-tmp-" in harvest.everything
    assert [path for path in harvest.left if {"remote-tmp", "local-tmp"} & set(path.parts)] == []


# --- beside these

def parrot(peer: Peer) -> None:
    """A server that lets everybody in, and refuses every command with its own words."""
    peer.send(b"200 ready\r\n")
    answers = {b"USER": b"300 go on\r\n", b"PASS": b"200 OK\r\n", b"INLINE": b"200 OK\r\n", b"QUIT": b"200 OK\r\n"}
    line = peer.read_line()
    while line:
        peer.send(answers.get(line.split(b" ")[0], b"533 I do not like %s\r\n" % line))
        line = peer.read_line()


def rude_doorkeeper(peer: Peer) -> None:
    """A server that lets nobody in, and repeats the password."""
    peer.send(b"200 ready\r\n")
    peer.read_line()
    peer.send(b"300 go on\r\n")
    peer.send(b"515 I do not like %s\r\n" % peer.read_line())
    peer.expect_end()


SERVERS: dict[str, tuple[Callable[[Peer], None], str]] = {
    "parrot": (parrot, "533 I do not like"),
    "doorkeeper": (rude_doorkeeper, "login of postmaster was refused (515"),
}
"""Servers that repeat what they are told, and what the message of a task must hold."""


@dataclass
class Aside:
    """The run of loops over secrets, shown and hidden, and of tasks at SERVERS; what was planted in each sort."""

    run: PlaybookRun
    shown: Vault
    others: Vault
    left: str


@pytest.fixture(scope="module")
def aside(tmp_path_factory: pytest.TempPathFactory) -> Aside:
    directory = tmp_path_factory.mktemp("aside")
    shown, others = Vault(), Vault()

    def loop(name: str, vault: Vault, way: str, **keywords: Any) -> dict[str, Any]:
        items = [{"name": one, "password": vault.plain("%s, %s, %s" % (name, one, way))} for one in ("alice", "bob")]
        options = {"name": "{{ item.name }}", "account_password": "{{ item.password }}"}
        return {"name": "%s, %s" % (name, way), ACCOUNT: options, "loop": items, "vars": WAYS[way], **keywords}

    tasks = [loop("shown", shown, way) for way in WAYS] + [loop("hidden", others, way, no_log=True) for way in WAYS]
    with ExitStack() as running:
        for name, (script, _message) in SERVERS.items():
            login = {"host": "127.0.0.1", "port": running.enter_context(ScriptedServer(script, script)).port}
            said = {"accountName": "alice", "newPassword": others.plain(name + ", new")}
            options = {**login, "password": others.plain(name), "verb": "SETACCOUNTPASSWORD", "arguments": said}
            tasks += [
                {"name": "%s, %s" % (name, way), COMMAND: options, "vars": vars_, "ignore_errors": True}
                for way, vars_ in WAYS.items()
            ]
        run = perform(directory, play(*tasks), "-vvvv").succeeded()
    return Aside(run, shown, others, text_of(left_in(directory / PLAYBOOKS)))


@pytest.mark.parametrize("way", WAYS)
def test_only_ansible_shows_the_items_of_a_loop(aside: Aside, way: str) -> None:
    """The item is part of every result of a loop, whatever the module; ``no_log`` hides it."""
    items = aside.run.items("shown, " + way)
    assert len(items) == 2
    for result in items:
        assert aside.shown.found_in(json.dumps(result.pop("item"))) != []
        result.pop("_ansible_item_label")
        assert aside.shown.found_in(json.dumps(result)) == []
    assert aside.run.status("hidden, " + way) == "ok"
    assert aside.others.found_in(aside.run.output) == []


@pytest.mark.parametrize("name", SERVERS)
def test_what_a_server_repeats_is_not_shown(aside: Aside, name: str) -> None:
    assert [aside.run.status("%s, %s" % (name, way)) for way in WAYS] == ["failed", "failed"]
    assert SERVERS[name][1] in aside.run.result(name + ", here")["msg"]
    assert aside.others.found_in(aside.run.output + aside.left) == []
