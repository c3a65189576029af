# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role hosted_domain: what check mode tells and sends, how it purges, what it refuses, what it hides.

That it makes what it is told, and nothing on a second run, is shown by the molecule scenario of its name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from support.playbook import PlaybookRunner, play
from support.simulator import Simulator

DOMAIN = "harbour.example"


def applied(**variables: Any) -> dict[str, Any]:
    """A play that applies the role to the Domain; variables go without the role's prefix."""
    named = {"hosted_domain_%s" % name: value for name, value in {"name": DOMAIN, **variables}.items()}
    return play(vars=named, roles=["communigate.pro.hosted_domain"])


def changes(simulator: Simulator, mark: int = 0) -> list[str]:
    """The verbs of all commands after the mark that could have changed something."""
    return [verb for verb in simulator.verbs(mark) if verb in COMMANDS and COMMANDS[verb][0].kind != "read"]


def names(run_playbook: PlaybookRunner) -> list[str]:
    """The Accounts that the Domain has, read back."""
    asked = play({"name": "Read", "communigate.pro.cgp_account_info": {"domain": DOMAIN, "include": []}})
    accounts = run_playbook(asked).succeeded().result("Read")["accounts"]
    return sorted(account["name"].partition("@")[0] for account in accounts)


FULL: dict[str, Any] = {
    "settings": {"MailToUnknown": "Rejected"},
    "account_defaults": {"MaxAccountSize": "1G"},
    "account_template": {"MailToAll": True},
    "accounts": [{"name": "anna", "account_password": "Quay-Wall-7"}, {"name": "office"}],
    "groups": [{"name": "crew", "members": ["anna"]}],
    "forwarders": [{"name": "info", "to": "office@%s" % DOMAIN}],
    "shared_mailboxes": [{"account": "office", "name": "Berths", "acl": {"#crew": "lr"}}],
    "mail_rules": [{"name": "Spam", "priority": 5, "actions": [["Discard"]]}],
    "account_rules": [{"account": "anna", "rules": [{"name": "Copy", "priority": 1, "actions": [["Discard"]]}]}],
}


def test_check_mode_of_a_domain_that_does_not_exist(run_playbook: PlaybookRunner, simulator: Simulator) -> None:
    check = run_playbook(applied(**FULL), check=True).succeeded()
    assert changes(simulator) == []
    assert "assumes" not in check.output  # earlier tasks of the run make the Domain and its Accounts
    run = run_playbook(applied(**FULL)).succeeded()
    assert check.changed == run.changed
    for task in run.changed:
        assert check.result(task)["changed_names"] == run.result(task)["changed_names"], task


def test_check_mode_of_what_is_new_in_a_domain(run_playbook: PlaybookRunner, simulator: Simulator) -> None:
    run_playbook(applied(**FULL)).succeeded()
    more = {
        "accounts": [{"name": "bert"}],
        "shared_mailboxes": [
            {"account": "bert", "name": "Plans", "acl": {"#crew": "lr"}},
            {"account": "office", "name": "Dues", "acl": {"#crew": "lr"}},
            {"account": "office", "name": "Berths", "acl": {"#crew": "lrs"}},
        ],
        "account_rules": [{"account": "bert", "rules": []}],
    }
    mark = simulator.mark()
    check = run_playbook(applied(**more), check=True).succeeded()
    assert changes(simulator, mark) == []
    assert check.result("Make the Accounts of the list")["changed_names"] == ["bert@" + DOMAIN]
    assert check.result("Make the shared Mailboxes")["changed_names"] == [
        "bert@%s Plans" % DOMAIN,
        "office@%s Dues" % DOMAIN,
    ]
    assert check.result("Say who shares them")["counts"]["updated"] == 3
    assert check.result("Set the Rules")["changed_names"] == []

    run = run_playbook(applied(**more)).succeeded()
    assert run.result("Make the shared Mailboxes")["counts"]["created"] == 2
    assert run.result("Say who shares them")["counts"]["updated"] == 3
    mark = simulator.mark()
    assert run_playbook(applied(**more)).succeeded().changed == []
    assert changes(simulator, mark) == []


def test_purge_goes_no_further_than_its_limit(run_playbook: PlaybookRunner, simulator: Simulator) -> None:
    former = [{"name": name} for name in ("anna", "bert", "carl", "svc-backup")]
    run_playbook(applied(accounts=former)).succeeded()
    mark = simulator.mark()
    refused = run_playbook(applied(accounts=[{"name": "anna"}], purge={"accounts": {"limit": 1, "keep": ["svc-*"]}}))
    assert refused.rc != 0
    assert "more than its limit of 1" in refused.result("Make the Accounts of the list")["msg"]
    assert changes(simulator, mark) == []

    run_playbook(applied(accounts=[{"name": "anna"}], purge={"accounts": {"limit": 2, "keep": ["svc-*"]}})).succeeded()
    assert names(run_playbook) == ["anna", "svc-backup"]


def test_purge_with_a_list_and_a_file(run_playbook: PlaybookRunner, tmp_path: Path) -> None:
    file = tmp_path / "accounts.csv"
    file.write_text("name,settings.RealName\nberta,Berta\nsvc-scan,\n", encoding="utf-8")
    run_playbook(applied(accounts=[{"name": name} for name in ("anna", "gone", "svc-backup")])).succeeded()
    both = applied(
        accounts=[{"name": "Anna@%s" % DOMAIN}], accounts_file=str(file), purge={"accounts": {"keep": ["svc-*"]}}
    )
    run_playbook(both).succeeded()
    assert names(run_playbook) == ["anna", "berta", "svc-backup", "svc-scan"]


def test_purge_of_a_domain_that_does_not_exist_in_check_mode(run_playbook: PlaybookRunner) -> None:
    run_playbook(applied(purge={"accounts": {}, "groups": {}, "forwarders": {}}), check=True).succeeded()


def test_an_absent_mailbox_is_not_shared(run_playbook: PlaybookRunner) -> None:
    run_playbook(applied(**FULL)).succeeded()
    gone = applied(shared_mailboxes=[{**FULL["shared_mailboxes"][0], "state": "absent"}])
    assert run_playbook(gone).succeeded().changed == ["Make the shared Mailboxes"]
    assert run_playbook(gone).succeeded().changed == []


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"shared_mailboxes": [{"account": "office", "name": "Berths", "acls": {}}]}, "acls"),
        ({"shared_mailboxes": [{"name": "Berths"}]}, "account"),
        ({"purge": {"mailboxes": {}}}, "mailboxes"),
    ],
)
def test_what_the_specification_refuses(
    run_playbook: PlaybookRunner, simulator: Simulator, variables: dict[str, Any], named: str
) -> None:
    run = run_playbook(applied(**variables))
    assert run.rc != 0
    assert named in str(run.results[-1].result["argument_errors"])
    assert simulator.verbs() == []


def test_no_password_shows_at_the_highest_verbosity(run_playbook: PlaybookRunner, tmp_path: Path) -> None:
    file = tmp_path / "accounts.csv"
    file.write_text("name,account_password\nberta,Swing-Bridge-8\n", encoding="utf-8")
    run = run_playbook(applied(**FULL, accounts_file=str(file)), "-vvvv", diff=True).succeeded()
    assert "Quay-Wall-7" not in run.output
    assert "Swing-Bridge-8" not in run.output
