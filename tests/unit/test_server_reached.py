# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which options lead to one server: as the memory of check mode has it, and the playbook move_domain."""

from __future__ import annotations

from typing import Any

import pytest
from ansible import template
from ansible.parsing.dataloader import DataLoader
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import (
    CONNECTION,
    environment_name,
    server_reached,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import USUAL_PORTS
from support import quick_yaml
from support.checkout import ROOT

MAIL, GATE = "mail.example.com", "gate.example.com"
Way = dict[str, Any]
ONE_SERVER: list[list[Way]] = [
    [{}, {"host": "localhost"}, {"host": "::1"}, {"host": "127.0.0.2", "port": 106}, {"transport": "http"},
     {"transport": "ssh", "ssh_host": "localhost"}, {"ssh_host": MAIL}],
    [{"host": MAIL}, {"host": "MAIL.example.com."}, {"host": MAIL, "port": 8100}, {"host": MAIL, "transport": "stls"},
     {"host": MAIL, "transport": "https"}, {"transport": "ssh", "ssh_host": "Mail.example.com."},
     {"transport": "ssh", "ssh_host": MAIL, "host": "localhost", "port": 1106, "ssh_port": 22}],
    [{"host": MAIL, "port": 8106}, {"host": MAIL, "port": 8106, "transport": "tls"},
     {"transport": "ssh", "ssh_host": MAIL, "port": 8106}],
    [{"transport": "ssh", "ssh_host": MAIL, "ssh_port": 2222}],
    [{"transport": "ssh", "ssh_host": MAIL, "ssh_port": 2223}],
    [{"transport": "ssh", "ssh_host": GATE, "host": MAIL}, {"transport": "ssh", "ssh_host": GATE, "host": MAIL + "."}],
    [{"transport": "ssh", "ssh_host": GATE, "ssh_port": 2222, "host": MAIL}],
    [{"host": "127.0.0.1", "port": 10106}, {"host": "localhost", "port": 10106, "transport": "http"}],
    [{"host": "mail2.example.com"}],
]  # fmt: skip
"""Options, those that lead to the same server in a list."""


def of_task(way: Way) -> Any:
    """What the options of a task lead to."""
    defaults = {name: option.get("default") for name, option in CONNECTION.items()}
    return server_reached({**defaults, **way})


class Playbook:
    """What the playbook says of hosts of an inventory."""

    def __init__(self) -> None:
        (moving,) = quick_yaml.load((ROOT / "playbooks" / "move_domain.yml").read_text(encoding="utf-8"))
        (task,) = (task for task in moving["tasks"][0]["block"] if task["name"] == "See what is meant")
        self.variables = task["vars"]

    def reached(self, *hosts: dict[str, Any]) -> list[str]:
        names = ["mail%d" % number for number in range(len(hosts))]
        variables = {**self.variables, "hostvars": dict(zip(names, hosts)), "from": names[0], "to": names[-1]}
        # Plugins of Ansible itself have short names here: nobody has looked for collections in this process.
        written = trusted(self.variables["move_reached"].replace("ansible.builtin.", ""))
        text = str(template.Templar(DataLoader(), variables=variables).template(written))
        return [each.strip() for each in text.split(";")]


def trusted(text: str) -> str:
    """A text that may be a template, which ansible-core has asked since 2.19."""
    return template.trust_as_template(text) if hasattr(template, "trust_as_template") else text


def by_variables(way: Way) -> Any:
    """What a move finds that the variables of a host lead to: numbers may be written as text."""
    variables = {"cgp_" + name: value for name, value in way.items()}
    one, other, nothing = Playbook().reached(variables, {name: str(value) for name, value in variables.items()})
    assert one == other and nothing == ""
    return one


def by_environment(way: Way) -> Any:
    """The same where the environment says it."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in way.items():
            patch.setenv(environment_name(name), str(value))
        return Playbook().reached({}, {})[0]


@pytest.mark.parametrize("of", [of_task, by_variables, by_environment])
def test_what_leads_to_one_server_is_told_from_what_leads_to_others(of: Any) -> None:
    reached = [{of(way) for way in ways} for ways in ONE_SERVER]
    assert [len(each) for each in reached] == [1] * len(ONE_SERVER)
    assert len(set().union(*reached)) == len(ONE_SERVER)


def test_the_playbook_knows_the_usual_ports() -> None:
    assert Playbook().variables["move_ports"] == USUAL_PORTS
