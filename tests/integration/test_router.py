# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How tasks get to the server: through the router or as an ordinary module, in whatever way a playbook is written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from ansible_collections.communigate.pro.tests.integration.stage import PLAYBOOKS, SIMULATOR, perform
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike, logins
from support.checkout import variables
from support.playbook import ELSEWHERE, LOCALHOST, PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator, embed

ACCOUNT = "communigate.pro.cgp_account"
COMMAND = "communigate.pro.cgp_command"


def account(name: str, options: dict[str, Any], **keywords: Any) -> dict[str, Any]:
    return {"name": name, ACCOUNT: options, **keywords}


# --- the same results, beyond what test_modules.py compares

READING: dict[str, tuple[str, dict[str, Any]]] = {
    "the server": ("cgp_server_info", {"include": ["version", "main_domain", "modules", "commands"]}),
    "domains": ("cgp_domain_info", {"names": ["example.com", "none.example"], "include": ["settings", "counts"]}),
    "accounts": ("cgp_account_info", {"domain": "example.com", "include": ["settings", "aliases", "mailboxes"]}),
    "a command": ("cgp_command", {"line": "GETACCOUNTALIASES alice"}),
    "commands, one of them refused": (
        "cgp_command",
        {"commands": [{"line": "GETACCOUNTALIASES nobody"}, {"line": "LISTDOMAINS"}], "on_error": "continue"},
    ),
    "check mode": ("cgp_account", {"name": "alice", "settings": {"City": "Oxford"}, "aliases": ["al"]}),
    "check mode of what is not there": ("cgp_mailbox", {"account": "bob@none.example", "name": "Old"}),
    "check mode of a command": ("cgp_command", {"line": "CREATEACCOUNT bob"}),
    "all details": ("cgp_account", {"name": "alice", "state": "present", "detail": "all"}),
}


def reading() -> dict[str, Any]:
    """Each of them in both ways, after the Account that they are about is made."""
    tasks = [account("alice", {"name": "alice", "settings": {"RealName": "Älice"}})]
    for name, (module, options) in READING.items():
        task = {"communigate.pro." + module: options, "check_mode": "check" in name, "diff": True}
        task["ignore_errors"] = "refused" in name
        tasks += [{"name": "%s, %s" % (name, way), "vars": vars_, **task} for way, vars_ in WAYS.items()]
    return play(*tasks)


# --- the ways of a playbook to say where and how

NAMES = ["älice", "борис", "李四", "o'brien", "a+b", "x" * 100, "50%", "{curly}", "#hash", "me=you"]
UNUSUAL = {
    "name": "{{ item }}",
    "domain": "unusual.example",
    "settings": {"RealName": 'The "real" \\ name of {{ item }};\n(a line)'},
}
USUAL = ["anna", "bert", "cleo", "dora"]
SEVERAL = ["one", "two", "three"]
SLIP = {"name": "slip", "settings": {"MaxAcountSize": "5 GB", "MaxWebSize": "5 GB", "OfOurSite": "5 GB"}}
STRICT = {"module_defaults": {"group/communigate.pro.cgp": {"strict_settings": True}}}
BECOMING = os.geteuid() == 0 and shutil.which("su") is not None
"""Only root becomes root without a password."""


def plays(password: str) -> list[dict[str, Any]]:
    """Plays on objects of their own, to be played one after the other."""
    loop = {ACCOUNT: {"name": "{{ item }}", "domain": "loop.example"}, "loop": USUAL}
    who = {"line": "GETVERSION", "login": "{{ item[0] }}", "password": "{{ item[1] }}"}
    shown = {"verb": "GETACCOUNTSETTINGS", "arguments": {"accountName": "{{ item }}@unusual.example"}}
    become = {"become": True, "become_method": "ansible.builtin.su", "become_user": "root"}
    background = {"async": 60, "poll": 1}
    return [
        play(
            *say("prepare", ["CREATEDOMAIN loop.example", "CREATEDOMAIN unusual.example"]),
            *say("another login", ['CREATEACCOUNT other {Password="first";}', "SETACCOUNTRIGHTS other (Master)"]),
            {"name": "loop", **loop},
            {"name": "loop elsewhere", **loop, "vars": ELSEWHERE},
            {"name": "loop again", **loop},
            {"name": "logins", COMMAND: who, "loop": [["other", "first"], ["postmaster", password]] * 2},
            account("unusual", UNUSUAL, loop=NAMES[1:]),
            account("unusual elsewhere", UNUSUAL, loop=NAMES[:1], vars=ELSEWHERE),
            account("unusual again", UNUSUAL, loop=NAMES),
            {"name": "unusual, shown", COMMAND: shown, "loop": NAMES},
            {"name": "listed", "communigate.pro.cgp_account_info": {"domain": "unusual.example", "include": []}},
            account("background", {"name": "background", "aliases": ["bg"]}, **background),
            account("background again", {"name": "background", "aliases": ["bg"]}),
            account("become", {"name": "become"}, when=BECOMING, **become),
            account("strict", SLIP, failed_when=False, **STRICT),
            account("strict elsewhere", SLIP, failed_when=False, vars=ELSEWHERE, **STRICT),
            account("not strict", SLIP),
            account("not strict elsewhere", {**SLIP, "name": "slip2"}, vars=ELSEWHERE),
        ),
        {**play(account("delegated", {"name": "delegated"}, delegate_to="localhost")), "hosts": "mail"},
        {**play(account("several", {"name": "{{ inventory_hostname }}"})), "hosts": SEVERAL},
        play({"name": "short", "cgp_account": {"name": "short"}}, collections=["communigate.pro"]),
        of_single_modules(),
    ]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    password = "a password, for tests"
    nowhere = {"ansible_connection": "ssh", "ansible_host": "127.0.0.1", "ansible_port": 1}
    hosts = {"localhost": LOCALHOST, "mail": nowhere, **dict.fromkeys(SEVERAL, LOCALHOST)}
    return perform(tmp_path_factory.mktemp("plays"), plays(password), password=password, hosts=hosts)


def test_nothing_fails(run: PlaybookRun) -> None:
    run.succeeded()


def test_a_loop_through_the_router_logs_in_once(run: PlaybookRun) -> None:
    names = [[name + "@loop.example"] for name in USUAL]
    assert [item["changed_names"] for item in run.items("loop")] == names
    assert changing(run.sent("loop")) == ["CREATEACCOUNT"] * 4
    assert [item["statistics"]["logins"] for item in run.items("loop")] == [1, 0, 0, 0]
    assert [logins(run.sent(task)) for task in ("loop", "loop elsewhere", "loop again")] == [1, 4, 1]
    assert changing(run.sent("loop elsewhere") + run.sent("loop again")) == []


def test_items_with_different_logins_have_sessions_of_their_own(run: PlaybookRun) -> None:
    users = [entry["user"] for entry in run.sent("logins") if entry["verb"] == "GETVERSION"]
    assert users == ["other@example.com", "postmaster@example.com"] * 2
    assert logins(run.sent("logins")) == 2


def test_a_loop_over_unusual_names(run: PlaybookRun) -> None:
    made = run.items("unusual elsewhere") + run.items("unusual")
    assert [item["changed_names"] for item in made] == [[name + "@unusual.example"] for name in NAMES]
    assert changing(run.sent("unusual again")) == []
    real_names = [item["value"]["RealName"] for item in run.items("unusual, shown")]
    assert real_names == ['The "real" \\ name of %s;\n(a line)' % name for name in NAMES]
    listed = {entry["name"] for entry in run.result("listed")["accounts"]}
    assert listed == {name + "@unusual.example" for name in NAMES}


def test_async_runs_the_module(run: PlaybookRun) -> None:
    assert (run.result("background")["changed"], run.result("background")["changed_names"]) == (True, ["background"])
    assert run.modules("background")
    assert changing(run.sent("background again")) == []


def test_a_slip_is_refused_or_warned_of_wherever_the_task_runs(run: PlaybookRun) -> None:
    """Before anything is sent, when the module defaults of the play say so."""
    told = (
        "settings.MaxAcountSize is not known: did you mean MaxAccountSize?",
        "settings.MaxWebSize: 5 GB is no size: did you mean 5G?",
    )
    here, elsewhere = run.result("strict"), run.result("strict elsewhere")
    assert here["msg"] == elsewhere["msg"]
    assert all(words in here["msg"] for words in told)
    assert "OfOurSite" not in here["msg"]
    assert run.sent("strict") + run.sent("strict elsewhere") == []
    for name in ("not strict", "not strict elsewhere"):
        assert run.result(name)["changed"]
        assert all(words in str(run.result(name)["warnings"]) for words in told)


@pytest.mark.skipif(not BECOMING, reason="only root becomes root without a password")
def test_become_runs_the_module(run: PlaybookRun) -> None:
    assert run.result("become")["changed_names"] == ["become"]
    assert run.modules("become")


def test_a_delegated_task_runs_here(run: PlaybookRun) -> None:
    assert run.result("delegated", host="mail")["changed_names"] == ["delegated"]
    assert not run.modules("delegated")


def test_several_hosts_have_sessions_of_their_own(run: PlaybookRun) -> None:
    assert [run.result("several", host=host)["changed_names"] for host in SEVERAL] == [[host] for host in SEVERAL]
    assert logins(run.sent("several")) == 3


def test_a_module_by_its_short_name_is_routed(run: PlaybookRun) -> None:
    assert run.result("short")["changed_names"] == ["short"]
    assert not run.modules("short")


def test_ad_hoc_commands_are_routed(tmp_path: Path, simulator: Simulator) -> None:
    where = ["localhost", "-i", "localhost,", "-c", "local"]
    what = ["-m", ACCOUNT, "-a", "name=alice aliases=al,lis"]
    done = subprocess.run(
        [sys.executable, "-m", "ansible", "adhoc", *where, *what],
        env=variables(tmp_path / "home", **simulator.environment),
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"created": 1' in done.stdout
    assert changing(simulator.journal()) == ["CREATEACCOUNT", "SETACCOUNTALIASES"]
    assert not (tmp_path / "home" / "remote-tmp").exists()  # where modules are put


# --- where the connection options come from

ASKED: dict[str, tuple[dict[str, Any], str]] = {
    "cgp_group": ({"name": "any"}, "groups"),
    "cgp_command": ({"line": "NOOP"}, "commands"),
    "cgp_forwarder": ({"name": "any"}, "others"),
}
"""Modules, their options, and the login that a task has by the defaults of its module, or by the environment."""


def of_single_modules() -> dict[str, Any]:
    """A play with defaults for two modules, one of which has the router's own name."""
    tasks = [
        {"name": "%s, %s" % (module, way), "communigate.pro." + module: options, "vars": vars_, "ignore_errors": True}
        for module, (options, _login) in ASKED.items()
        for way, vars_ in WAYS.items()
    ]
    defaults = {"communigate.pro.cgp_group": {"login": "groups"}, COMMAND: {"login": "commands"}}
    outside = {"CGP_LOGIN": "others", "CGP_PASSWORD": ""}
    return play(*tasks, module_defaults=defaults, environment=outside)


@pytest.mark.parametrize("module", ASKED)
def test_defaults_of_one_module_are_for_no_other(run: PlaybookRun, module: str) -> None:
    """Neither for one that the same router serves, nor those of the module that has the router's own name."""
    for way in WAYS:
        told = run.result("%s, %s" % (module, way))["msg"]
        assert told.startswith("no password for the login %s. " % ASKED[module][1]), way


def of_the_group(simulator: Simulator) -> dict[str, Any]:
    """A play that says all connection options once; what the environment says is nothing, or wrong."""
    options = {"host": simulator.host, "port": simulator.port, "login": "postmaster", "password": simulator.password}
    wrong = {"password": "a wrong one"}
    tasks = []
    for way, vars_ in WAYS.items():
        tasks += [
            {"name": "state, " + way, "communigate.pro.cgp_group": {"name": way}, "vars": vars_},
            {"name": "info, " + way, "communigate.pro.cgp_domain_info": {"include": ["groups"]}, "vars": vars_},
            {"name": "command, " + way, COMMAND: {"line": "LISTDOMAINS"}, "vars": vars_},
            {"name": "wrong, " + way, COMMAND: {"line": "NOOP", **wrong}, "vars": vars_, "ignore_errors": True},
        ]
    outside = {**dict.fromkeys([*simulator.environment, "CGP_PASSWORD_FILE"], ""), "CGP_PORT": "1"}
    return play(*tasks, module_defaults={"group/communigate.pro.cgp": options}, environment=outside)


def of_the_environment() -> dict[str, Any]:
    """A play whose tasks have their options from the environment, or against it."""
    asked = {"commands": [{"line": "GETVERSION"}] * 20, "on_error": "continue"}
    tasks = []
    for way, vars_ in WAYS.items():
        tasks += [
            {"name": "environment, " + way, COMMAND: asked, "vars": vars_},
            {"name": "option, " + way, COMMAND: {**asked, "window": 64}, "vars": vars_},
            {"name": "keyword, " + way, COMMAND: asked, "vars": vars_, "environment": {"CGP_WINDOW": "64"}},
        ]
    return play(*tasks)


@pytest.fixture(scope="module")
def by_environment(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    """Ansible's own has a file with the password, and has commands sent one by one."""
    directory = tmp_path_factory.mktemp("environment")
    server = embed(directory / SIMULATOR)
    password_file = directory / "password"
    password_file.write_text(server.password + "\nwhatever follows\n", encoding="utf-8")
    own = {**server.environment, "CGP_PASSWORD": "", "CGP_PASSWORD_FILE": str(password_file), "CGP_WINDOW": "1"}
    runner = PlaybookRunner(directory / PLAYBOOKS, own, server.journal_path)
    try:
        return runner([of_the_environment(), of_the_group(server), reading()]).succeeded()
    finally:
        server.stop()


def test_connection_options_of_the_action_group(by_environment: PlaybookRun) -> None:
    """Given once for all modules; a task's own option wins."""
    assert by_environment.result("info, here")["domains"][0]["facts"]["groups"] == ["here"]
    assert sorted(by_environment.result("info, elsewhere")["domains"][0]["facts"]["groups"]) == ["elsewhere", "here"]
    for way in WAYS:
        assert by_environment.result("command, " + way)["value"] == ["example.com"]
        assert "login of postmaster was refused" in by_environment.result("wrong, " + way)["msg"]


@pytest.mark.parametrize("way", WAYS)
def test_connection_options_of_the_environment(by_environment: PlaybookRun, way: str) -> None:
    """Of Ansible's own, or what the keyword of a task adds to it; a task's own option wins."""
    assert by_environment.result("environment, " + way)["statistics"]["round_trips"] >= 20
    assert by_environment.result("option, " + way)["statistics"]["round_trips"] < 10
    assert by_environment.result("keyword, " + way)["statistics"]["round_trips"] < 10


@pytest.mark.parametrize("name", READING)
def test_both_ways_return_the_same(by_environment: PlaybookRun, name: str) -> None:
    """Even what they cost, but for the bytes."""
    assert "[DEPRECATION" not in by_environment.output
    here, elsewhere = (by_environment.result("%s, %s" % (name, way)) for way in WAYS)
    assert alike(elsewhere) == alike(here)
    assert by_environment.modules(name + ", elsewhere") or not here["statistics"]["commands"]
    assert changing(by_environment.sent(name + ", here") + by_environment.sent(name + ", elsewhere")) == []


# --- what it costs

LOADED_BY_A_STRATEGY = """
import sys
from ansible.plugins.loader import action_loader, init_plugin_loader
init_plugin_loader()
assert action_loader.get("%s", class_only=True)
print([name.rpartition(".")[2] for name in sys.modules if "._resources." in name or name.endswith("._engine.plan")])
"""


def test_a_task_finds_imported_what_it_needs(tmp_path: Path) -> None:
    """A strategy loads the task's action plugin before it forks: with engine and noun, and no other noun."""
    command = [sys.executable, "-c", LOADED_BY_A_STRATEGY % ACCOUNT]
    done = subprocess.run(command, env=variables(tmp_path), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "'plan'" in done.stdout
    assert "'account'" in done.stdout
    assert "'vacation'" not in done.stdout
