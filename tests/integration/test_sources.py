# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists in files, named relative to a playbook's or a role's own files: found and decrypted on the controller."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import encrypt, perform, site
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support.playbook import PlaybookRun, play

OBJECTS: Sequence[dict[str, Any]] = (
    {"name": "alice", "settings": {"RealName": 'Alice, "Al"'}, "aliases": ["al", "a.l"], "account_password": "Käse 1"},
    {"name": "bob", "legacy": True},
    {"name": "carol", "state": "absent"},
)
TABLE = """\ufeffname,settings.RealName,aliases,account_password,legacy,state
alice,"Alice, ""Al""\",al a.l,Käse 1,,
bob,,,,yes,
carol,,,,,absent
"""
YAML = """\
- name: alice
  settings: {RealName: 'Alice, "Al"'}
  aliases: [al, a.l]
  account_password: Käse 1
- name: bob
  legacy: yes
- {name: carol, state: absent}
"""
FILES = {
    "accounts.csv": TABLE,
    "accounts.json": json.dumps(OBJECTS),
    "accounts.jsonl": "".join(json.dumps(one) + "\n" for one in OBJECTS),
    "accounts.yml": YAML,
    "vaulted.yaml": YAML,
}
ROLE_FILE = "people.csv"


def domain_of(file: str, way: str) -> str:
    return "%s.%s.example" % (file, way)


def tasks() -> list[dict[str, Any]]:
    """Each file for a Domain of its own, in each way; again, beside options; and a look at what it made."""
    told: list[dict[str, Any]] = []
    for file in FILES:
        for way, vars_ in WAYS.items():
            domain, name = domain_of(file, way), "%s, %s" % (file, way)
            source = {"domain": domain, "source": file}
            told += [
                {"name": domain, "communigate.pro.cgp_domain": {"name": domain}},
                {"name": name, "communigate.pro.cgp_account": source, "vars": vars_, "diff": True},
                {"name": name + ", again", "communigate.pro.cgp_account": {**source, "settings": {"RealName": "Bob"}}},
                {"name": name + ", shown", "communigate.pro.cgp_account_info": {"domain": domain}},
            ]
    return told


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    directory = tmp_path_factory.mktemp("sources")
    playbook = site(directory, [play(*tasks()), play(roles=["people"])], FILES)
    role = playbook.parent / "roles" / "people"
    for part in ("files", "tasks"):
        (role / part).mkdir(parents=True)
    (role / "files" / ROLE_FILE).write_text("name\ndave\n", encoding="utf-8")
    from_role = [
        {"name": "role, " + way, "communigate.pro.cgp_account": {"source": ROLE_FILE}, "vars": vars_}
        for way, vars_ in WAYS.items()
    ]
    (role / "tasks" / "main.yml").write_text(json.dumps(from_role), encoding="utf-8")
    opens_the_vault = encrypt(directory, playbook.parent / "files" / "vaulted.yaml")
    return perform(directory, playbook, *opens_the_vault).succeeded()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", FILES)
def test_a_file_of_every_format_says_the_same(run: PlaybookRun, file: str, way: str) -> None:
    name, domain = "%s, %s" % (file, way), domain_of(file, way)
    result, sent = run.result(name), run.sent(name)
    assert run.modules(name) == (way == "elsewhere")
    assert changing(sent) == ["CREATEACCOUNT", "CREATEACCOUNT", "SETACCOUNTPASSWORD", "SETACCOUNTALIASES"]
    assert result["changed_names"] == ["alice@" + domain, "bob@" + domain]
    assert (result["counts"]["created"], result["counts"]["unchanged"]) == (2, 1)
    alice, bob = run.result(name + ", shown")["accounts"]
    assert alice["settings"] == {"RealName": 'Alice, "Al"'}
    assert alice["facts"]["untold"] == [{"place": "account_password", "why": "it is a secret"}]
    assert bob["settings"] == {"RealName": "Bob"}


@pytest.mark.parametrize("file", FILES)
def test_a_file_costs_the_same_in_both_ways(run: PlaybookRun, file: str) -> None:
    here, elsewhere = (alike(run.result("%s, %s" % (file, way)))["statistics"] for way in WAYS)
    assert here == elsewhere


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", FILES)
def test_options_beside_a_file_are_for_those_that_say_nothing(run: PlaybookRun, file: str, way: str) -> None:
    again = run.result("%s, %s, again" % (file, way))
    assert again["changed_names"] == ["bob@" + domain_of(file, way)]
    assert changing(run.sent("%s, %s, again" % (file, way))) == ["UPDATEACCOUNTSETTINGS"]


def test_a_file_of_a_role_is_found_in_its_files(run: PlaybookRun) -> None:
    assert run.result("role, here")["changed_names"] == ["dave"]
    assert run.result("role, elsewhere")["counts"]["unchanged"] == 1
    assert run.modules("role, elsewhere")
