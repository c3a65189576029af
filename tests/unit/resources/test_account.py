# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts, and what their Domain gives them: the exact commands, and the rules of their own."""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    GETACCOUNTALIASES,
    GETACCOUNTSETTINGS,
    GETACCOUNTTELNUMS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import (
    GETACCOUNTDEFAULTS,
    GETACCOUNTTEMPLATE,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import GETSERVERACCOUNTDEFAULTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_defaults import ACCOUNT_DEFAULTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_template import ACCOUNT_TEMPLATE
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from support.engine_server import Server


def changes(server: Server, mark: int) -> list[tuple[str, dict]]:
    return [(entry["verb"], entry["arguments"]) for entry in server.changes(mark)]


def test_an_account_is_made_with_its_settings_and_gets_its_password_next(server: Server) -> None:
    name = "ann@" + server.new_domain()
    row = {"name": name, "type": "MailDirMailbox", "settings": {"RealName": "Ann", "off": None}}
    mark = server.mark()
    server.apply(ACCOUNT, [{**row, "account_password": "x", "aliases": ["a"], "telnums": ["+15550100"]}])
    assert changes(server, mark) == [
        (
            "CREATEACCOUNT",
            {"accountName": name, "accountType": "MailDirMailbox", "settings": {"RealName": "Ann"}},
        ),
        ("SETACCOUNTPASSWORD", {"accountName": name, "newPassword": "***"}),
        ("SETACCOUNTALIASES", {"accountName": name, "newAliases": ["a"]}),
        ("SETACCOUNTTELNUMS", {"accountName": name, "newTelnums": ["+15550100"]}),
    ]
    assert server.ask(GETACCOUNTALIASES(name)) == ["a"]
    assert server.ask(GETACCOUNTTELNUMS(name)) == ["+15550100"]


def test_an_update_tells_only_what_differs(server: Server) -> None:
    name = "ann@" + server.new_domain()
    first = {"RealName": "Ann", "ou": "a", "l": "b", "MaxAccountSize": "1G"}
    server.apply(ACCOUNT, [{"name": name, "settings": first}])
    mark = server.mark()
    wish = {"RealName": "Anna", "ou": "default", "l": None, "MaxAccountSize": "1024M", "none": None}
    server.apply(ACCOUNT, [{"name": name, "settings": wish}])
    assert changes(server, mark) == [
        (
            "UPDATEACCOUNTSETTINGS",
            {"accountName": name, "newSettings": {"RealName": "Anna", "ou": "default", "l": "default"}},
        )
    ]
    assert server.ask(GETACCOUNTSETTINGS(name)) == {"RealName": "Anna", "MaxAccountSize": "1G"}


def test_the_type_is_for_the_creation_unless_it_is_asked_for(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann", "type": "MultiMailbox"}], domain=domain)
    mark = server.mark()
    assert server.apply(ACCOUNT, [{"name": "ann", "type": "AGrade"}], domain=domain)["changed"] is False
    assert server.changes(mark) == []
    result = server.apply(ACCOUNT, [{"name": "ann", "type": "AGrade", "update_type": "always"}], domain=domain)
    assert result["changed"] is True
    assert changes(server, mark) == [("SETACCOUNTTYPE", {"accountName": "ann@" + domain, "accountType": "AGrade"})]


def test_a_replacement_of_all_settings_leaves_other_parts_alone(server: Server) -> None:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name, "settings": {"RealName": "Ann", "ou": "x"}, "aliases": ["a"]}])
    server.apply(ACCOUNT, [{"name": name, "settings": {}, "settings_mode": "replace"}])
    assert server.ask(GETACCOUNTSETTINGS(name)) == {}
    assert server.ask(GETACCOUNTALIASES(name)) == ["a"]


def test_an_alias_may_move_between_accounts_in_the_order_of_the_list(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann", "aliases": ["info"]}, {"name": "bob"}], domain=domain)
    rows = [{"name": "ann", "aliases": []}, {"name": "bob", "aliases": ["info"]}]
    assert server.apply(ACCOUNT, rows, domain=domain)["counts"]["updated"] == 2
    assert server.ask(GETACCOUNTALIASES("bob@" + domain)) == ["info"]


def test_defaults_of_a_domain_and_of_the_server(server: Server) -> None:
    domain = server.new_domain()
    rows = [
        {"domain": domain, "settings": {"MaxAccountSize": "10M", "ou": "x"}},
        {"scope": "server", "settings": {"l": "y"}},
    ]
    assert server.apply(ACCOUNT_DEFAULTS, rows)["counts"]["updated"] == 2
    assert server.ask(GETACCOUNTDEFAULTS(domainName=domain)) == {"MaxAccountSize": "10M", "ou": "x"}
    assert server.ask(GETSERVERACCOUNTDEFAULTS())["l"] == "y"
    assert server.apply(ACCOUNT_DEFAULTS, rows)["changed"] is False
    gone = [{"domain": domain, "settings": {"ou": None}}, {"scope": "server", "settings": {"l": None}}]
    assert server.apply(ACCOUNT_DEFAULTS, gone)["counts"]["updated"] == 2
    assert server.ask(GETACCOUNTDEFAULTS(domainName=domain)) == {"MaxAccountSize": "10M"}
    assert "l" not in server.ask(GETSERVERACCOUNTDEFAULTS())
    assert server.apply(ACCOUNT_DEFAULTS, gone)["changed"] is False


def test_the_template_of_a_domain(server: Server) -> None:
    domain = server.new_domain()
    row = {"domain": domain, "settings": {"RealName": "New", "nested": {"a": 1}}}
    assert server.apply(ACCOUNT_TEMPLATE, [row])["changed"] is True
    assert server.ask(GETACCOUNTTEMPLATE(domainName=domain)) == {"RealName": "New", "nested": {"a": "1"}}
    assert server.apply(ACCOUNT_TEMPLATE, [row])["changed"] is False
    server.apply(ACCOUNT_TEMPLATE, [{"domain": domain, "settings": {}, "settings_mode": "replace"}])
    assert server.ask(GETACCOUNTTEMPLATE(domainName=domain)) == {}


def test_a_part_of_a_domain_that_does_not_exist_is_an_error_of_its_own(server: Server) -> None:
    for resource in (ACCOUNT_DEFAULTS, ACCOUNT_TEMPLATE):
        result = server.apply(resource, [{"domain": "nowhere.example", "settings": {"a": 1}}])
        assert (result["changed"], result["counts"]["failed"]) == (False, 1)
        assert result["failures"][0]["code"] == 512


def test_a_group_is_written_whole_and_keeps_what_is_not_wanted_otherwise(server: Server) -> None:
    domain = server.new_domain()
    name = "team@" + domain
    server.apply(GROUP, [{"name": name, "settings": {"RealName": "Team", "Expand": True}, "members": ["ann", "bob"]}])
    mark = server.mark()
    server.apply(GROUP, [{"name": name, "members": ["ann", "cid"]}])
    assert changes(server, mark) == [
        (
            "SETGROUP",
            {"groupName": name, "newSettings": {"RealName": "Team", "Expand": "YES", "Members": ["ann", "cid"]}},
        )
    ]
    assert server.apply(GROUP, [{"name": name, "members": ["CID", "ann"]}])["changed"] is False
    assert server.apply(GROUP, [{"name": name, "settings": {}}])["changed"] is False
    server.apply(GROUP, [{"name": name, "members": []}])
    assert server.apply(GROUP, [{"name": name, "members": []}])["changed"] is False
    server.apply(GROUP, [{"name": name, "settings": {"RealName": "T"}, "members": ["x"], "settings_mode": "replace"}])
    row = {"name": name, "settings": {"RealName": "T", "Members": ["x"]}, "settings_mode": "replace"}
    assert server.apply(GROUP, [row])["changed"] is False
