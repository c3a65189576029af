# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules called by the fixtures of pytest-ansible, as its users call them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from support import documentation
from support.simulator import Program

Run = Callable[..., Any]

# What each makes or changes in a Domain D that has two Accounts, and the command that does it.
STATE: dict[str, tuple[dict[str, Any], str]] = {
    "cgp_account": ({"name": "mei@D", "settings": {"RealName": "Mei"}}, "CREATEACCOUNT"),
    "cgp_account_acl": ({"account": "anna@D", "acl": {"jorge": "la"}}, "SETACCOUNTACL"),
    "cgp_account_defaults": ({"domain": "D", "settings": {"MaxWebSize": "1G"}}, "UPDATEACCOUNTDEFAULTS"),
    "cgp_account_prefs": ({"name": "anna@D", "settings": {"Language": "French"}}, "UPDATEACCOUNTPREFS"),
    "cgp_account_telnum": ({"account": "anna@D", "telnum": "+15550101"}, "MODIFYACCOUNTTELNUMS"),
    "cgp_account_template": ({"domain": "D", "settings": {"City": "Oxford"}}, "UPDATEACCOUNTTEMPLATE"),
    "cgp_dataset": ({"account": "anna@D", "name": "portal", "entries": {"layout": {"columns": 3}}}, "DATASET"),
    "cgp_domain": ({"name": "D", "settings": {"MailToUnknown": "Discarded"}}, "UPDATEDOMAINSETTINGS"),
    "cgp_forwarder": ({"name": "sales@D", "to": "sales@example.org"}, "CREATEFORWARDER"),
    "cgp_group": ({"name": "staff@D", "members": ["anna", "jorge"]}, "CREATEGROUP"),
    "cgp_mailbox": ({"account": "anna@D", "name": "Letters"}, "CREATEMAILBOX"),
    "cgp_mailbox_acl": ({"account": "anna@D", "mailbox": "INBOX", "acl": {"jorge": "lr"}}, "SETMAILBOXACL"),
    "cgp_mailing_list": ({"name": "news@D", "owner": "anna@D"}, "CREATELIST"),
    "cgp_rules": (
        {"scope": "domain", "name": "D", "rules": [{"name": "all", "priority": 1, "actions": [["Discard"]]}]},
        "SETDOMAINMAILRULES",
    ),
    "cgp_storage_file": ({"account": "anna@D", "name": "letter.txt", "content": "Dear Jorge"}, "WRITESTORAGEFILE"),
}


def within(options: Any, domain: str) -> Any:
    """The options with the Domain's name for D."""
    if isinstance(options, dict):
        return {name: within(value, domain) for name, value in options.items()}
    if isinstance(options, list):
        return [within(value, domain) for value in options]
    if isinstance(options, str) and (options == "D" or options.endswith("@D")):
        return options[:-1] + domain
    return options


@pytest.mark.parametrize("name", STATE)
def test_a_module_is_foreseen_run_and_has_nothing_to_do_then(
    name: str, module: Run, check_mode: Callable[[bool], None], server: Program, domain: str
) -> None:
    options, verb = STATE[name]
    mark = server.mark()
    told = []
    for check in (True, False, False):
        check_mode(check)
        result = module(name, **within(options, domain))
        told.append((result.is_successful, bool(result.is_changed), verb in server.changes(mark)))
        mark = server.mark()
    assert told == [(True, True, False), (True, True, True), (True, False, False)]


def test_what_there_is_is_read(module: Run, domain: str) -> None:
    assert module("cgp_domain_info", names=[domain])["domains"][0]["name"] == domain
    accounts = module("cgp_account_info", domain=domain)["accounts"]
    assert [account["name"] for account in accounts] == ["anna@" + domain, "jorge@" + domain]
    assert module("cgp_group_info", domain=domain)["groups"] == []
    lines = module("cgp_command", commands=[{"verb": "LISTACCOUNTS", "arguments": {"domainName": domain}}])
    assert sorted(lines["results"][0]["value"]) == ["anna", "jorge"]
    assert module("cgp_server_info")["changed"] is False


def test_a_failure_is_a_result(module: Run, domain: str) -> None:
    refused = module("cgp_account_acl", account="nobody@" + domain, acl={"anna": "l"})
    assert refused.is_failed and "nobody@" + domain in refused["msg"]
    misspelt = module("cgp_domain", nam=domain)
    assert misspelt.is_failed and "nam" in misspelt["msg"]
    unreachable = module("cgp_domain_info", port=1)
    assert unreachable.is_failed and "127.0.0.1" in unreachable["msg"]


def test_secrets_do_not_show(module: Run, server: Program, domain: str, capfd: pytest.CaptureFixture[str]) -> None:
    result = module("cgp_account_password", account="anna@" + domain, new_password="Kangaroo-11")
    assert result.is_changed
    assert "Kangaroo-11" not in str(result) + "".join(capfd.readouterr())
    assert server.password not in str(result)


def test_hosts_are_those_of_the_inventory(ansible_adhoc: Any, server: Program, domain: str) -> None:
    hosts = ansible_adhoc()
    assert sorted(hosts.keys()) == ["east", "west"]
    contacted = getattr(hosts.mail, "communigate.pro.cgp_domain_info")(names=[domain])
    assert sorted(contacted.keys()) == ["east", "west"]
    assert [result["domains"][0]["name"] for result in contacted.values()] == [domain, domain]


def test_what_the_guide_shows_passes(localhost: Any, server: Program) -> None:
    (block,) = documentation.blocks("guide_testing", "python")
    shown: dict[str, Any] = {}
    exec(block, shown)
    shown["test_a_domain_is_made_once"](localhost)
    assert [entry["verb"] for entry in server.journal() if "studio.example" in str(entry)].count("CREATEDOMAIN") == 1


def test_facts_of_a_host_stand_beside_those_of_a_server(ansible_facts: Any, module: Run) -> None:
    assert ansible_facts["east"]["ansible_facts"]["ansible_system"]
    assert "ansible_facts" not in module("cgp_server_info")
