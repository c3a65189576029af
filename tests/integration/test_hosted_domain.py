# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role hosted_domain: what check mode tells and sends, how it purges, what it refuses, what it hides.

That it makes what it is told, and nothing on a second run, is shown by the molecule scenario of its name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import PLAYBOOKS, SIMULATOR
from support import simulator
from support.playbook import PlaybookRun, PlaybookRunner, play

DOMAIN = "harbour.example"
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
FULL_FILE = "name,account_password\nberta,Swing-Bridge-8\n"
MORE: dict[str, Any] = {
    "accounts": [{"name": "bert"}],
    "shared_mailboxes": [
        {"account": "bert", "name": "Plans", "acl": {"#crew": "lr"}},
        {"account": "office", "name": "Dues", "acl": {"#crew": "lr"}},
        {"account": "office", "name": "Berths", "acl": {"#crew": "lrs"}},
    ],
    "account_rules": [{"account": "bert", "rules": []}],
}
GONE: dict[str, Any] = {"shared_mailboxes": [{**FULL["shared_mailboxes"][0], "state": "absent"}]}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "an option of the access list": ({"shared_mailboxes": [{"account": "office", "name": "a", "acls": {}}]}, "acls"),
    "a Mailbox of nobody": ({"shared_mailboxes": [{"name": "Berths"}]}, "account"),
    "a purge of something else": ({"purge": {"mailboxes": {}}}, "mailboxes"),
}
"""Variables, and what the message must name."""


def applied(name: str, *after: dict[str, Any], domain: str = DOMAIN, **variables: Any) -> dict[str, Any]:
    """A play of this name that applies the role to a Domain, with tasks ``after`` it. What fails ends this play only.

    Variables go without the role's prefix.
    """
    named = {"hosted_domain_%s" % variable: value for variable, value in {"name": domain, **variables}.items()}
    role = {"name": "Apply", "ansible.builtin.import_role": {"name": "communigate.pro.hosted_domain"}}
    over = {"name": "Over", "ansible.builtin.debug": {"msg": "The play is over."}}
    return play({"name": "All", "block": [role, *after], "rescue": [over]}, name=name, vars=named)


def purged(directory: Path) -> list[dict[str, Any]]:
    """Plays that purge, in Domains of their own."""

    def read(domain: str) -> dict[str, Any]:
        return {"name": "Read", "communigate.pro.cgp_account_info": {"domain": domain, "include": []}}

    former = [{"name": name} for name in ("anna", "bert", "carl", "svc-backup")]
    limited = {"accounts": [{"name": "anna"}], "domain": "limit.example"}
    listed = {"accounts": [{"name": "Anna@file.example"}], "domain": "file.example"}
    file = directory / "purged.csv"
    file.write_text("name,settings.RealName\nberta,Berta\nsvc-scan,\n", encoding="utf-8")
    return [
        applied("to be purged", domain="limit.example", accounts=former),
        applied("too many", **limited, purge={"accounts": {"limit": 1, "keep": ["svc-*"]}}),
        applied("just enough", read("limit.example"), **limited, purge={"accounts": {"limit": 2, "keep": ["svc-*"]}}),
        applied("before the file", domain="file.example", accounts=[former[0], {"name": "gone"}, former[3]]),
        applied(
            "list and file",
            read("file.example"),
            **listed,
            accounts_file=str(file),
            purge={"accounts": {"keep": ["svc-*"]}},
        ),
    ]


class Acts(NamedTuple):
    """Runs of Ansible, one after the other, against the same simulator."""

    foreseen: PlaybookRun
    done: PlaybookRun
    more_foreseen: PlaybookRun
    more: PlaybookRun


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Acts:
    directory = tmp_path_factory.mktemp("hosted-domain")
    file = directory / "full.csv"
    file.write_text(FULL_FILE, encoding="utf-8")
    full = applied("full", **FULL, accounts_file=str(file))
    nowhere = applied("nowhere", domain="nowhere.example", purge={"accounts": {}, "groups": {}, "forwarders": {}})
    refused = [applied(name, domain="no.example", **variables) for name, (variables, _named) in REFUSED.items()]
    server = simulator.embed(directory / SIMULATOR)
    runner = PlaybookRunner(directory / PLAYBOOKS, server.environment, server.journal_path)
    try:
        return Acts(
            runner([full, nowhere], check=True).succeeded(),
            runner([full, *purged(directory), *refused], "-vvvv", diff=True).succeeded(),
            runner(applied("more", **MORE), check=True).succeeded(),
            runner(
                [
                    *(applied(name, **MORE) for name in ("more", "more again")),
                    *(applied(name, **GONE) for name in ("gone", "gone again")),
                ]
            ).succeeded(),
        )
    finally:
        server.stop()


def changes(run: PlaybookRun) -> list[str]:
    """The verbs of all its commands that could have changed something."""
    return changing([entry for one in run.results for entry in one.sent])


def names(run: PlaybookRun) -> list[str]:
    """The Accounts that were read back."""
    return sorted(account["name"].partition("@")[0] for account in run.result("Read")["accounts"])


def test_check_mode_of_a_domain_that_does_not_exist(acts: Acts) -> None:
    check, run = (act.part("full").succeeded() for act in (acts.foreseen, acts.done))
    assert changes(check) == []
    assert "assumes" not in check.output  # earlier tasks of the run make the Domain and its Accounts
    assert run.changed
    assert check.changed == run.changed
    for task in run.changed:
        assert check.result(task)["changed_names"] == run.result(task)["changed_names"], task


def test_check_mode_of_what_is_new_in_a_domain(acts: Acts) -> None:
    check = acts.more_foreseen.part("more").succeeded()
    assert changes(check) == []
    assert check.result("Make the Accounts of the list")["changed_names"] == ["bert@" + DOMAIN]
    assert check.result("Make the shared Mailboxes")["changed_names"] == [
        "bert@%s Plans" % DOMAIN,
        "office@%s Dues" % DOMAIN,
    ]
    assert check.result("Say who shares them")["counts"]["updated"] == 3
    assert check.result("Set the Rules")["changed_names"] == []

    run = acts.more.part("more").succeeded()
    assert run.result("Make the shared Mailboxes")["counts"]["created"] == 2
    assert run.result("Say who shares them")["counts"]["updated"] == 3
    again = acts.more.part("more again").succeeded()
    assert (again.changed, changes(again)) == ([], [])


def test_purge_goes_no_further_than_its_limit(acts: Acts) -> None:
    acts.done.part("to be purged").succeeded()
    refused = acts.done.part("too many")
    assert refused.status("Make the Accounts of the list") == "failed"
    assert "more than its limit of 1" in refused.result("Make the Accounts of the list")["msg"]
    assert changes(refused) == []
    assert names(acts.done.part("just enough").succeeded()) == ["anna", "svc-backup"]


def test_purge_with_a_list_and_a_file(acts: Acts) -> None:
    acts.done.part("before the file").succeeded()
    assert names(acts.done.part("list and file").succeeded()) == ["anna", "berta", "svc-backup", "svc-scan"]


def test_purge_of_a_domain_that_does_not_exist_in_check_mode(acts: Acts) -> None:
    acts.foreseen.part("nowhere").succeeded()


def test_an_absent_mailbox_is_not_shared(acts: Acts) -> None:
    assert acts.more.part("gone").succeeded().changed == ["Make the shared Mailboxes"]
    assert acts.more.part("gone again").succeeded().changed == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_specification_refuses(acts: Acts, name: str) -> None:
    run = acts.done.part(name)
    (failed,) = (one for one in run.results if one.status == "failed")
    assert REFUSED[name][1] in str(failed.result["argument_errors"])
    assert [entry for one in run.results for entry in one.sent] == []


def test_no_password_shows_at_the_highest_verbosity(acts: Acts) -> None:
    acts.done.part("full").succeeded()
    assert "Quay-Wall-7" not in acts.done.output
    assert "Swing-Bridge-8" not in acts.done.output
