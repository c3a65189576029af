# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lookup and the inventory tell the same of servers that differ where the manual leaves it open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader
from ansible_collections.communigate.pro.plugins.module_utils.simulator import options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from support import ansible_plugins
from support.embedded_server import PASSWORD, say_before

THERE = (
    "CREATEDOMAIN shop.example.org SHARED {DomainAccessModes=None;}",
    "CREATEDOMAIN local.example.org",
    "SETDOMAINALIASES shop.example.org (store.example.org)",
    "CREATEACCOUNT ann@local.example.org {AccessModes=(27,Mail);}",
    "CREATEACCOUNT bob@local.example.org {AccessModes=None;}",
    "SETACCOUNTALIASES ann@local.example.org (anna)",
)
ABSENT = ("GETFORWARDER", "GETACCOUNTSETTINGS", "GETGROUP")


def hosts(directory: Path, **given: Any) -> dict[str, dict[str, Any]]:
    """The hosts of an inventory with what is said of all servers alike."""
    path = directory / "hosts.cgp.yml"
    path.write_text(json.dumps({"plugin": "communigate.pro.cgp", **given}), encoding="utf-8")
    found = InventoryData()
    ansible_plugins.inventory("cgp").parse(found, DataLoader(), str(path))
    told = ("cgp_aliases", "cgp_shared", "cgp_suspended", "cgp_version")
    return {name: {key: host.vars[key] for key in told if key in host.vars} for name, host in found.hosts.items()}


@pytest.mark.parametrize("habit", sorted(HABITS))
def test_a_servers_habit_makes_no_difference(habit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flags = ["--port=0", "--password=%s" % PASSWORD, "--cluster", "--version=6.3.39", "--habit=%s" % habit]
    with Embedded(options.parse(flags, {})) as server:
        say_before(server, THERE)
        for name, value in {"HOST": server.host, "PORT": str(server.port), "PASSWORD": PASSWORD}.items():
            monkeypatch.setenv("CGP_" + name, value)
        assert hosts(tmp_path, hosts="domains", domains=["*.org"]) == {
            "local.example.org": {
                "cgp_aliases": [], "cgp_shared": False, "cgp_suspended": False, "cgp_version": "6.3.39",
            },
            "shop.example.org": {
                "cgp_aliases": ["store.example.org"], "cgp_shared": True, "cgp_suspended": True,
                "cgp_version": "6.3.39",
            },
        }  # fmt: skip
        accounts = {"domains": ["local.example.org"], "include": ["effective_settings", "aliases"]}
        assert hosts(tmp_path, hosts="accounts", **accounts) == {
            "ann@local.example.org": {"cgp_aliases": ["anna"], "cgp_suspended": False, "cgp_version": "6.3.39"},
            "bob@local.example.org": {"cgp_aliases": [], "cgp_suspended": True, "cgp_version": "6.3.39"},
        }
        terms = ["LISTDOMAINS", *("%s gone@local.example.org" % verb for verb in ABSENT)]
        told = ansible_plugins.lookup("cgp").run(terms, variables={}, default="nobody")
        assert sorted(told[0]) == ["example.com", "local.example.org", "shop.example.org"]
        assert told[1:] == ["nobody"] * len(ABSENT)
