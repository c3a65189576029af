# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How tasks get to the server: through the router or as an ordinary module, in whatever way a playbook is written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike, logins, ran_as_module
from support.checkout import variables
from support.playbook import ELSEWHERE, LOCALHOST, PlaybookRunner, play
from support.simulator import Simulator

HERE_AND_ELSEWHERE = pytest.mark.parametrize("way", list(WAYS.values()), ids=list(WAYS))


def command(name: str, line: str, **keywords: Any) -> dict[str, Any]:
    return {"name": name, "communigate.pro.cgp_command": {"line": line}, **keywords}


def account(name: str, options: dict[str, Any], **keywords: Any) -> dict[str, Any]:
    return {"name": name, "communigate.pro.cgp_account": options, **keywords}


# --- the same results for what the nouns' files leave out

READING: dict[str, tuple[str, dict[str, Any]]] = {
    "the server": ("cgp_server_info", {"include": ["version", "main_domain", "modules", "commands"]}),
    "domains": ("cgp_domain_info", {"names": ["example.com", "none.example"], "include": ["settings", "counts"]}),
    "accounts": ("cgp_account_info", {"domain": "example.com", "include": ["settings", "aliases", "mailboxes"]}),
    "an account that does not exist": ("cgp_account_info", {"names": ["nobody@example.com"]}),
    "a command": ("cgp_command", {"line": "GETACCOUNTALIASES alice"}),
    "commands, one of them refused": (
        "cgp_command",
        {"commands": [{"line": "GETACCOUNTALIASES nobody"}, {"line": "LISTDOMAINS"}], "on_error": "continue"},
    ),
    "check mode": ("cgp_account", {"name": "alice", "settings": {"City": "Oxford"}, "aliases": ["al"]}),
    "check mode of a command": ("cgp_command", {"line": "CREATEACCOUNT bob"}),
    "all details": ("cgp_account", {"name": "alice", "state": "present", "detail": "all"}),
}


def test_both_ways_return_the_same(run_playbook: PlaybookRunner) -> None:
    tasks = [account("alice", {"name": "alice", "settings": {"RealName": "Älice"}})]
    for name, (module, options) in READING.items():
        task = {"communigate.pro." + module: options, "check_mode": "check" in name, "diff": True}
        task["ignore_errors"] = "refused" in name
        tasks += [{"name": "%s, %s" % (name, way), "vars": vars_, **task} for way, vars_ in WAYS.items()]
    run = run_playbook(play(*tasks)).succeeded()
    for name in READING:
        here, elsewhere = (run.result("%s, %s" % (name, way)) for way in WAYS)
        assert alike(elsewhere) == alike(here), name
        assert ran_as_module(run.sent(name + ", elsewhere")) or not here["statistics"]["commands"]
        assert changing(run.sent(name + ", here") + run.sent(name + ", elsewhere")) == []


# --- files with lists

OBJECTS: list[dict[str, Any]] = [
    {"name": "alice", "settings": {"RealName": 'Alice, "Al"'}, "aliases": ["al", "a.l"], "account_password": "Käse 1"},
    {"name": "bob", "legacy": True},
    {"name": "carol", "state": "absent"},
]
TABLE = """\ufeffname,settings.RealName,aliases,account_password,legacy,state
alice,"Alice, ""Al""\",al a.l,Käse 1,,
bob,,,,yes,
carol,,,,,absent
"""
VAULT_PASSWORD = "a password for the vault"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A playbook's directory, with the same accounts in a file of every format beside it."""
    files = tmp_path / "site" / "files"
    files.mkdir(parents=True)
    (files / "accounts.csv").write_text(TABLE, encoding="utf-8")
    (files / "accounts.json").write_text(json.dumps(OBJECTS), encoding="utf-8")
    (files / "accounts.jsonl").write_text("".join(json.dumps(one) + "\n" for one in OBJECTS), encoding="utf-8")
    (files / "accounts.yml").write_text(YAML, encoding="utf-8")
    (files / "vaulted.yaml").write_text(YAML, encoding="utf-8")
    password_file = tmp_path / "vault-password"
    password_file.write_text(VAULT_PASSWORD, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "ansible", "vault", "encrypt", "--vault-password-file", password_file, "vaulted.yaml"],
        cwd=files,
        env=variables(tmp_path / "vault-home"),
        capture_output=True,
        check=True,
    )
    assert "RealName" not in (files / "vaulted.yaml").read_text(encoding="utf-8")
    return tmp_path / "site"


YAML = """\
- name: alice
  settings: {RealName: 'Alice, "Al"'}
  aliases: [al, a.l]
  account_password: Käse 1
- name: bob
  legacy: yes
- {name: carol, state: absent}
"""
SOURCES = ("accounts.csv", "accounts.json", "accounts.jsonl", "accounts.yml", "vaulted.yaml")


def test_files_of_every_format_say_the_same(
    tmp_path: Path, site: Path, run_playbook: PlaybookRunner
) -> None:
    """Named relative to the playbook's files, where the controller finds and decrypts them for either way."""
    tasks = []
    for number, source in enumerate(SOURCES):
        for way, vars_ in WAYS.items():
            domain = "%s%d.example" % (way, number)
            said = {"domain": domain, "source": source}
            tasks += [
                {"name": domain, "communigate.pro.cgp_domain": {"name": domain}},
                account("%s, %s" % (source, way), said, vars=vars_, diff=True),
                account("%s, %s, again" % (source, way), said),
                command("%s, %s, shown" % (source, way), "GETACCOUNTSETTINGS alice@%s" % domain),
            ]
    playbook = site / "playbook.yml"
    playbook.write_text(json.dumps([play(*tasks)]), encoding="utf-8")
    run = run_playbook(playbook, "--vault-password-file", str(tmp_path / "vault-password")).succeeded()
    costs = []
    for number, source in enumerate(SOURCES):
        for way in WAYS:
            domain = "%s%d.example" % (way, number)
            result = run.result("%s, %s" % (source, way))
            assert result["changed_names"] == ["alice@" + domain, "bob@" + domain]
            assert (result["counts"]["created"], result["counts"]["unchanged"]) == (2, 1)
            sent = run.sent("%s, %s" % (source, way))
            assert changing(sent) == ["CREATEACCOUNT", "CREATEACCOUNT", "SETACCOUNTALIASES"]
            assert ran_as_module(sent) == (way == "elsewhere")
            assert not run.result("%s, %s, again" % (source, way))["changed"]
            shown = run.result("%s, %s, shown" % (source, way))["value"]
            assert shown == {"RealName": 'Alice, "Al"', "Password": "(hidden)"}
            costs.append(alike(result)["statistics"])
    assert costs == [costs[0]] * len(costs)


@HERE_AND_ELSEWHERE
def test_a_file_of_a_role_is_found_in_its_files(
    tmp_path: Path, run_playbook: PlaybookRunner, way: dict[str, str]
) -> None:
    role = tmp_path / "site" / "roles" / "people"
    (role / "files").mkdir(parents=True)
    (role / "tasks").mkdir()
    (role / "files" / "people.csv").write_text("name\nalice\n", encoding="utf-8")
    (role / "tasks" / "main.yml").write_text(
        json.dumps([account("people", {"source": "people.csv"}, vars=way)]), encoding="utf-8"
    )
    playbook = tmp_path / "site" / "playbook.yml"
    playbook.write_text(json.dumps([play(roles=["people"])]), encoding="utf-8")
    assert run_playbook(playbook).succeeded().result("people")["changed_names"] == ["alice"]


# --- loops

def test_a_loop_through_the_router_logs_in_once(run_playbook: PlaybookRunner) -> None:
    names = ["alice", "bob", "carol", "dave"]
    loop = {"communigate.pro.cgp_account": {"name": "{{ item }}"}, "loop": names}
    run = run_playbook(
        play(
            {"name": "here", **loop},
            {"name": "elsewhere", **loop, "vars": ELSEWHERE},
            {"name": "the next task", **loop},
        )
    ).succeeded()
    assert [item["changed_names"] for item in run.items("here")] == [[name] for name in names]
    assert changing(run.sent("here")) == ["CREATEACCOUNT"] * 4
    assert logins(run.sent("here")) == 1
    assert [item["statistics"]["logins"] for item in run.items("here")] == [1, 0, 0, 0]
    assert logins(run.sent("elsewhere")) == 4
    assert logins(run.sent("the next task")) == 1
    assert run.changed == ["here"]


def test_items_with_different_logins_have_sessions_of_their_own(
    run_playbook: PlaybookRunner, simulator: Simulator
) -> None:
    tasks = [
        account("admin", {"name": "admin", "account_password": "first"}),
        command("rights", "SETACCOUNTRIGHTS admin (Master)"),
        command(
            "who",
            "GETVERSION",
            loop=[["admin", "first"], ["postmaster", simulator.password]] * 2,
            loop_control={"label": "{{ item[0] }}"},
        ),
    ]
    tasks[-1]["communigate.pro.cgp_command"].update(login="{{ item[0] }}", password="{{ item[1] }}")
    run = run_playbook(play(*tasks)).succeeded()
    users = [entry["user"] for entry in run.sent("who") if entry["verb"] == "GETVERSION"]
    assert users == ["admin@example.com", "postmaster@example.com"] * 2
    assert logins(run.sent("who")) == 2


NAMES = ["älice", "борис", "李四", "o'brien", "a+b", "x" * 100, "50%", "{curly}", "#hash", "me=you"]


@HERE_AND_ELSEWHERE
def test_a_loop_over_unusual_names(run_playbook: PlaybookRunner, way: dict[str, str]) -> None:
    loop = {"loop": NAMES, "vars": way}
    real_name = 'The "real" \\ name of {{ item }};\n(a line)'
    wanted = {"name": "{{ item }}", "domain": "example.com", "settings": {"RealName": real_name}}
    shown = {"verb": "GETACCOUNTSETTINGS", "arguments": {"accountName": "{{ item }}@example.com"}}
    run = run_playbook(
        play(
            account("made", wanted, **loop),
            account("again", wanted, loop=NAMES),
            {"name": "shown", "communigate.pro.cgp_command": shown, "loop": NAMES},
            {"name": "listed", "communigate.pro.cgp_account_info": {"domain": "example.com", "include": []}},
        )
    ).succeeded()
    assert [item["changed_names"] for item in run.items("made")] == [[name + "@example.com"] for name in NAMES]
    assert changing(run.sent("again")) == []
    assert [item["value"]["RealName"] for item in run.items("shown")] == [
        'The "real" \\ name of %s;\n(a line)' % name for name in NAMES
    ]
    listed = {entry["name"] for entry in run.result("listed")["accounts"]}
    assert listed == {name + "@example.com" for name in [*NAMES, "postmaster"]}


# --- the ways of a playbook to say where and how

def test_async_runs_the_module(run_playbook: PlaybookRunner) -> None:
    run = run_playbook(
        play(
            account("in the background", {"name": "alice", "aliases": ["al"]}, **{"async": 60, "poll": 1}),
            account("the same", {"name": "alice", "aliases": ["al"]}),
        )
    ).succeeded()
    result = run.result("in the background")
    assert (result["changed"], result["changed_names"]) == (True, ["alice"])
    assert ran_as_module(run.sent("in the background"))
    assert run.changed == ["in the background"]


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("su"), reason="only root becomes root without a password")
def test_become_runs_the_module(run_playbook: PlaybookRunner) -> None:
    become = {"become": True, "become_method": "ansible.builtin.su", "become_user": "root"}
    run = run_playbook(play(account("as root", {"name": "alice"}, **become))).succeeded()
    assert run.result("as root")["changed_names"] == ["alice"]
    assert ran_as_module(run.sent("as root"))


def test_a_delegated_task_runs_here(run_playbook: PlaybookRunner) -> None:
    nowhere = {"ansible_connection": "ssh", "ansible_host": "127.0.0.1", "ansible_port": 1}
    hosts = {"mail": nowhere, "localhost": LOCALHOST}
    task = account("delegated", {"name": "alice"}, delegate_to="localhost")
    run = run_playbook({**play(task), "hosts": "mail"}, hosts=hosts).succeeded()
    assert run.result("delegated", host="mail")["changed_names"] == ["alice"]
    assert not ran_as_module(run.sent("delegated"))


def test_several_hosts_have_sessions_of_their_own(run_playbook: PlaybookRunner, simulator: Simulator) -> None:
    hosts = {name: LOCALHOST for name in ("one", "two", "three")}
    task = account("each", {"name": "{{ inventory_hostname }}"})
    run = run_playbook({**play(task), "hosts": "all"}, hosts=hosts).succeeded()
    assert [run.result("each", host=host)["changed_names"] for host in hosts] == [["one"], ["two"], ["three"]]
    assert logins(simulator.journal()) == 3


@HERE_AND_ELSEWHERE
def test_connection_options_of_the_action_group(
    run_playbook: PlaybookRunner, simulator: Simulator, way: dict[str, str]
) -> None:
    """Given once for all modules; a task's own option wins."""
    defaults = {
        "group/communigate.pro.cgp": {
            "host": simulator.host, "port": simulator.port, "login": "postmaster", "password": simulator.password,
        }
    }
    run = run_playbook(
        play(
            {"name": "state", "communigate.pro.cgp_group": {"name": "staff"}},
            {"name": "info", "communigate.pro.cgp_domain_info": {"include": ["groups"]}},
            command("a command", "LISTDOMAINS"),
            {
                "name": "its own",
                "communigate.pro.cgp_server_info": {"password": "a wrong one"},
                "ignore_errors": True,
            },
            module_defaults=defaults,
            vars=way,
        ),
        environment={name: "" for name in simulator.environment},
    ).succeeded()
    assert run.result("info")["domains"] == [{"name": "example.com", "exists": True, "groups": ["staff"]}]
    assert run.result("a command")["value"] == ["example.com"]
    assert "login" in run.result("its own")["msg"]


@HERE_AND_ELSEWHERE
def test_connection_options_of_the_environment(
    tmp_path: Path, run_playbook: PlaybookRunner, simulator: Simulator, way: dict[str, str]
) -> None:
    password_file = tmp_path / "password"
    password_file.write_text(simulator.password + "\nwhatever follows\n", encoding="utf-8")
    ask_twice = {"commands": [{"line": "GETVERSION"}] * 20, "on_error": "continue"}
    run = run_playbook(
        play(
            {"name": "one by one", "communigate.pro.cgp_command": ask_twice},
            {"name": "side by side", "communigate.pro.cgp_command": {**ask_twice, "window": 64}},
            vars=way,
        ),
        environment={"CGP_PASSWORD": "", "CGP_PASSWORD_FILE": str(password_file), "CGP_WINDOW": "1"},
    ).succeeded()
    assert run.result("one by one")["statistics"]["round_trips"] >= 20
    assert run.result("side by side")["statistics"]["round_trips"] < 10


def test_a_module_by_its_short_name(run_playbook: PlaybookRunner) -> None:
    run = run_playbook(
        play({"name": "short", "cgp_account": {"name": "alice"}}, collections=["communigate.pro"])
    ).succeeded()
    assert run.result("short")["changed_names"] == ["alice"]
    assert not ran_as_module(run.sent("short"))


def test_ad_hoc_commands(tmp_path: Path, simulator: Simulator) -> None:
    done = subprocess.run(
        [
            sys.executable, "-m", "ansible", "adhoc", "localhost", "-i", "localhost,", "-c", "local",
            "-m", "communigate.pro.cgp_account", "-a", "name=alice aliases=al,lis",
        ],
        env=variables(tmp_path / "home", **simulator.environment),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"created": 1' in done.stdout
    assert changing(simulator.journal()) == ["CREATEACCOUNT", "SETACCOUNTALIASES"]
    assert not ran_as_module(simulator.journal())
