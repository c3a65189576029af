# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The modules that only read: what they return, and that they send nothing but reads."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.engine.info import Info
from ansible_collections.communigate.pro.plugins.module_utils.registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.tests.integration.noun import changing, hide_anything, say
from support import simulator
from support.playbook import PlaybookRun, PlaybookRunner, play

INFO_MODULES = [name for name in SUBJECTS if isinstance(subject_of(name), Info)]
PREPARE = [
    "CREATEDOMAIN example.org {MailToUnknown=Rejected;}",
    "SETDOMAINALIASES example.org (www.example.org)",
    "CREATEDOMAIN empty.example",
    'CREATEACCOUNT alice@example.org {RealName=Alice;Password="Queen-of-hearts";}',
    "SETACCOUNTALIASES alice@example.org (al)",
    "CREATEACCOUNT bob@example.org",
    "CREATEACCOUNT bobby@example.org",
    "CREATEGROUP staff@example.org",
    "CREATEFORWARDER sales@example.org TO alice@example.com",
]
SUBJECT = {
    "cgp_account_info": {"names": ["alice@example.org"]},
    "cgp_domain_info": {"names": ["example.org"]},
    "cgp_server_info": {},
}
"""What each module is to read."""
EVERYTHING = {
    module: [part for part in subject_of(module).include.choices if part != "controller"] for module in INFO_MODULES
}
"""All that each module can read, but what only a Dynamic Cluster of real servers has."""


def read(name: str, module: str, **options: Any) -> dict[str, Any]:
    return {"name": name, "communigate.pro." + module: options}


TASKS = [
    *(
        read("all of " + module, module, include=EVERYTHING[module], **SUBJECT[module])
        for module in INFO_MODULES
    ),
    *(read("by default " + module, module, **SUBJECT[module]) for module in INFO_MODULES),
    read("all domains", "cgp_domain_info", include=["aliases", "groups", "forwarders", "counts"]),
    read("a domain that is not there", "cgp_domain_info", names=["example.org", "none.example"], include=["aliases"]),
    read("all accounts", "cgp_account_info", domain="example.org", include=["aliases"]),
    read("some accounts", "cgp_account_info", domain="example.org", filter="bob", include=[]),
    read("few accounts", "cgp_account_info", domain="example.org", limit=2, include=[]),
    read("an account that is not there", "cgp_account_info", names=["alice", "nobody"], domain="example.org"),
    read("an alias", "cgp_account_info", names=["al@example.org"], include=["aliases"]),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    directory = tmp_path_factory.mktemp("info")
    server = simulator.start(directory / "simulator")
    try:
        runner = PlaybookRunner(directory / "playbooks", server.environment, server.journal_path)
        return runner(play(*say("prepare", PREPARE), *TASKS))
    finally:
        server.stop()


def test_nothing_fails_and_nothing_is_changed(run: PlaybookRun) -> None:
    run.succeeded()
    assert run.changed == ["prepare"]
    assert [changing(result.sent) for result in run.results if result.task != "prepare"] == [[]] * len(TASKS)


@pytest.mark.parametrize("module", INFO_MODULES)
def test_everything_that_can_be_read_is_there(run: PlaybookRun, module: str) -> None:
    info = subject_of(module)
    result = run.result("all of " + module)[info.result]
    found = result if info.single else result[0]
    assert set(EVERYTHING[module]) <= set(found)
    result = run.result("by default " + module)[info.result]
    found = result if info.single else result[0]
    assert set(info.default) == set(found) - {"name", "exists"}


def test_what_the_server_tells_of_itself(run: PlaybookRun) -> None:
    server = run.result("by default cgp_server_info")["server"]
    assert (server["main_domain"], server["version"]) == ("example.com", "6.3.39")
    assert list(server["time"]) == ["$timestamp"]


def test_what_cannot_be_read_is_told(run_playbook: PlaybookRunner) -> None:
    run = run_playbook(play(read("task", "cgp_server_info", include=["controller"])))
    assert run.rc == 2
    assert "server: controller could not be read: GETCURRENTCONTROLLER" in run.result("task")["msg"]


def test_domains(run: PlaybookRun) -> None:
    main = {"accounts": 1, "aliases": 0, "forwarders": 0}
    assert run.result("all domains")["domains"] == [
        {"name": "example.com", "exists": True, "aliases": [], "groups": [], "forwarders": [], "counts": main},
        {"name": "empty.example", "exists": True, "aliases": [], "groups": [], "forwarders": [],
         "counts": {"accounts": 0, "aliases": 0, "forwarders": 0}},
        {"name": "example.org", "exists": True, "aliases": ["www.example.org"], "groups": ["staff"],
         "forwarders": ["sales"], "counts": {"accounts": 3, "aliases": 1, "forwarders": 1}},
    ]  # fmt: skip
    assert run.result("a domain that is not there")["domains"] == [
        {"name": "example.org", "exists": True, "aliases": ["www.example.org"]},
        {"name": "none.example", "exists": False},
    ]
    assert run.result("by default cgp_domain_info")["domains"][0]["settings"] == {"MailToUnknown": "Rejected"}


def test_accounts(run: PlaybookRun) -> None:
    def accounts(task: str) -> list[dict[str, Any]]:
        return run.result(task)["accounts"]

    there = {"exists": True, "extension": "..."}
    expected = [
        {"name": "alice@example.org", "aliases": ["al"], **there},
        {"name": "bob@example.org", "aliases": [], **there},
        {"name": "bobby@example.org", "aliases": [], **there},
    ]
    assert hide_anything(accounts("all accounts"), expected) == expected
    assert [entry["name"] for entry in accounts("some accounts")] == ["bob@example.org", "bobby@example.org"]
    assert [entry["name"] for entry in accounts("few accounts")] == ["alice@example.org", "bob@example.org"]
    assert accounts("an account that is not there") == [
        {"name": "alice@example.org", "exists": True, "settings": {"RealName": "Alice", "Password": "(hidden)"}},
        {"name": "nobody@example.org", "exists": False},
    ]
    assert accounts("an alias")[0]["aliases"] == ["al"]
    assert "Queen-of-hearts" not in run.output
