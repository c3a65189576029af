# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbooks simulator_create and simulator_destroy: what hosts get, who can read it, and what is left of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.ansible_task import SPEC
from support.certificate import self_signed
from support.checkout import ROOT
from support.playbook import PlaybookRun, PlaybookRunner

CREATE = {"import_playbook": "communigate.pro.simulator_create"}
DESTROY = {"import_playbook": "communigate.pro.simulator_destroy"}
FIRST = "Think of a server where the inventory has no host"
START = "Start the servers"
SECRET = "it's no {{ \"template\""
HOSTS: dict[str, dict[str, Any]] = {
    "east": {
        "simulator_seed": 12, "simulator_password": SECRET.replace("{{", "{{ '{{' }}"), "simulator_login": "keeper",
        # What a host is reached by is of no matter here: nothing is done there.
        "ansible_connection": "ssh", "ansible_host": "east.example.com",
    },
    "west": {"simulator_habits": ["priority-order"], "simulator_faults": ["shuffle"], "simulator_cluster": True},
    "safe": {"simulator_stls": True, "simulator_tls_cert": "{{ certificate }}", "simulator_tls_key": "{{ key }}"},
    "else": {},
}  # fmt: skip
GROUP = {"all": {"children": {"mail": {"hosts": {"east": {}, "west": {}, "safe": {}}}}}}
OPTIONS = {name: "{{ cgp_%s }}" % name for name in ("host", "port", "login", "password", "transport", "tls_ca_file")}
LOOK = {
    "name": "look", "hosts": "simulators", "gather_facts": False,
    "module_defaults": {"group/communigate.pro.cgp": OPTIONS},
    "tasks": [
        {
            "name": "habits",
            "communigate.pro.cgp_simulator": {
                "port": 0, "pid_file": "{{ simulator_pid_file }}", "password": "{{ cgp_password }}",
                "tls_cert": "{{ cgp_tls_ca_file or omit }}", "tls_key": "{{ cgp_tls_ca_file or omit }}",
                "stls": "{{ cgp_transport == 'stls' }}", "control": ["HABITS", "FAULTS"],
            },
        },
        {"name": "domains", "communigate.pro.cgp_domain_info": {}},
    ],
}  # fmt: skip


class Acts(NamedTuple):
    """Servers created twice, looked at by a run of its own, and destroyed twice; and what there was in between."""

    created: PlaybookRun
    looked: PlaybookRun
    directory: Path
    modes: dict[str, int]
    written: dict[str, str]


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Acts:
    directory = tmp_path_factory.mktemp("kit")
    runner = PlaybookRunner(directory / "runs")
    home = directory / "kit"
    group = directory / "groups.json"
    group.write_text(yaml.safe_dump(GROUP), encoding="utf-8")
    told = {"simulator_directory": str(home), "simulator_group": "mail"}
    create = (CREATE, CREATE, LOOK)
    certificate, key = self_signed(directory)
    more = {**told, "certificate": certificate, "key": key}
    created = runner(create, "-vvvv", "--diff", "-i", str(group), hosts=HOSTS, extra_vars=more)
    modes = {str(path.relative_to(home)): path.stat().st_mode & 0o777 for path in home.rglob("*")}
    written = {str(path.relative_to(home)): path.read_text("utf-8") for path in home.rglob("*") if path.is_file()}
    inventory = ("-i", str(home / "inventory"))
    looked = runner((LOOK, DESTROY, DESTROY), *inventory, hosts={"localhost": {}}, extra_vars=told)
    return Acts(created.succeeded(), looked.succeeded(), home, modes, written)


def test_a_second_create_changes_nothing(acts: Acts) -> None:
    started = [one.changed for one in acts.created.results if one.task == START and not one.is_item]
    assert started == [True, False]
    names = [one.task for one in acts.created.results]
    begun, again = (number for number, name in enumerate(names) if name == FIRST)
    assert [one.task for one in acts.created.results[again : 2 * again - begun] if one.changed] == []


@pytest.mark.parametrize("way", ["created", "looked"])
def test_each_host_has_the_server_that_its_variables_describe(acts: Acts, way: str) -> None:
    """In a play of the same run, and in another run that is given the inventory."""
    run: PlaybookRun = getattr(acts, way).part("look")
    habits, faults = run.result("habits", "west")["control"]
    assert (habits, [fault["fault"] for fault in faults]) == (["priority-order"], ["shuffle"])
    assert run.result("habits", "east")["control"] == [[], []]
    assert len(run.result("domains", "east")["domains"]) > 1
    for host in ("west", "safe"):
        assert [one["name"] for one in run.result("domains", host)["domains"]] == ["example.com"]
    assert {one.host for one in run.results} == {"east", "west", "safe"}


def test_only_their_owner_can_read_the_passwords(acts: Acts) -> None:
    secrets = {SECRET, acts.written["simulators/password"].split()[0]}
    quoted = SECRET.replace('"', '\\"')
    holding = {name for name, text in acts.written.items() if any(word in text for word in {*secrets, quoted})}
    assert holding == {"inventory/simulators.yml", "simulators/password"}
    assert {acts.modes[name] & 0o077 for name in {*holding, "inventory", "simulators"}} == {0}
    output = acts.created.output + acts.looked.output
    assert [word for word in {*secrets, quoted} if word in output] == []


def test_destroy_leaves_nothing_and_does_no_harm_where_nothing_is(acts: Acts) -> None:
    stops = [one.changed for one in acts.looked.results if one.task == "Stop the servers" and not one.is_item]
    assert stops == [True, False]
    assert [path for path in acts.directory.rglob("*") if path.is_file()] == []


def test_a_server_that_the_inventory_names_is_not_taken_for_a_simulated_one(tmp_path: Path) -> None:
    hosts = {"east": {"cgp_host": "mail.example.com"}}
    run = PlaybookRunner(tmp_path)(CREATE, hosts=hosts, extra_vars={"simulator_directory": str(tmp_path / "kit")})
    assert run.rc != 0
    assert "cgp_host" in run.output
    assert not (tmp_path / "kit").exists()


def test_every_option_of_the_module_can_be_said_by_a_variable() -> None:
    (play,) = yaml.safe_load((ROOT / "playbooks" / "simulator_create.yml").read_text(encoding="utf-8"))
    (task,) = [task for task in play["tasks"] if task["name"] == START]
    options = task["communigate.pro.cgp_simulator"]
    assert set(options) == set(SPEC) - {"state"}
    unsaid = [name for name, value in options.items() if "simulator_" + name not in value]
    assert unsaid == ["pid_file"]
