# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domains: made with what the creation can carry, changed in parts, never lost by accident."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import (
    GETDOMAINALIASES,
    GETDOMAINSETTINGS,
    SETDOMAINALIASES,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import LISTDOMAINS
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from support.engine_server import MAIN_DOMAIN, Server


def changes(server: Server, mark: int) -> list[tuple[str, dict]]:
    return [(entry["verb"], entry["arguments"]) for entry in server.changes(mark)]


def test_a_domain_is_made_with_its_settings_in_one_command(server: Server) -> None:
    name = server.unused_domain()
    row = {"name": name, "settings": {"MailToUnknown": "Rejected", "AccountsLimit": 5}, "aliases": ["mail." + name]}
    mark = server.mark()
    assert server.apply(DOMAIN, [row])["counts"]["created"] == 1
    assert changes(server, mark) == [
        ("CREATEDOMAIN", {"domainName": name, "settings": {"MailToUnknown": "Rejected", "AccountsLimit": "5"}}),
        ("SETDOMAINALIASES", {"domainName": name, "newAliases": ["mail." + name]}),
    ]
    assert server.apply(DOMAIN, [row])["changed"] is False


def test_settings_are_updated_or_replaced(server: Server) -> None:
    name = server.unused_domain()
    server.apply(DOMAIN, [{"name": name, "settings": {"A": "1", "B": "2"}}])
    server.apply(DOMAIN, [{"name": name, "settings": {"A": "3", "C": "4"}}])
    assert server.ask(GETDOMAINSETTINGS(domainName=name)) == {"A": "3", "B": "2", "C": "4"}
    mark = server.mark()
    row = {"name": name, "settings": {"A": "3", "D": "5"}, "settings_mode": "replace"}
    server.apply(DOMAIN, [row])
    assert changes(server, mark) == [
        ("UPDATEDOMAINSETTINGS", {"domainName": name, "newSettings": {"B": "default", "C": "default", "D": "5"}})
    ]
    assert server.ask(GETDOMAINSETTINGS(domainName=name)) == {"A": "3", "D": "5"}
    assert server.apply(DOMAIN, [row])["changed"] is False


def test_aliases_are_a_whole_list_without_order_and_case(server: Server) -> None:
    name = server.new_domain()
    server.apply(DOMAIN, [{"name": name, "aliases": ["a." + name, "b." + name]}])
    assert server.apply(DOMAIN, [{"name": name, "aliases": ["B." + name, "a." + name]}])["changed"] is False
    assert server.apply(DOMAIN, [{"name": name}])["changed"] is False
    assert server.apply(DOMAIN, [{"name": name, "aliases": ["a." + name]}])["changed"] is True
    assert server.ask(GETDOMAINALIASES(name)) == ["a." + name]
    server.apply(DOMAIN, [{"name": name, "aliases": []}])
    assert server.ask(GETDOMAINALIASES(name)) == []


def test_a_domain_is_suspended_and_resumed(server: Server) -> None:
    """The server does not tell whether a Domain is suspended: it is told each time, and the result says so."""
    name = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann@" + name}])
    for suspended, verb in ((True, "SUSPENDDOMAIN"), (False, "RESUMEDOMAIN")):
        mark = server.mark()
        assert server.apply(DOMAIN, [{"name": name, "suspended": suspended}])["changed"] is True
        assert [entry["verb"] for entry in server.changes(mark)] == [verb]


def test_a_new_domain_is_not_resumed(server: Server) -> None:
    mark = server.mark()
    server.apply(DOMAIN, [{"name": server.unused_domain(), "suspended": False}])
    assert [entry["verb"] for entry in server.changes(mark)] == ["CREATEDOMAIN"]


def test_the_kind_of_a_new_domain(tmp_path) -> None:
    with Server(tmp_path, cluster=True) as server:
        mark = server.mark()
        rows = [{"name": "shared.example", "shared": True, "settings": {"A": "1"}}]
        rows += [{"name": "directory.example", "directory_based": True, "settings": {"A": "1"}}]
        server.apply(DOMAIN, rows)
        assert sorted(verb for verb, _arguments in changes(server, mark)) == ["CREATEDIRECTORYDOMAIN", "CREATEDOMAIN"]
        assert dict(changes(server, mark))["CREATEDOMAIN"]["SHARED"] is True
        assert server.apply(DOMAIN, rows)["changed"] is False


def test_only_an_empty_domain_is_deleted_without_force(server: Server) -> None:
    for holds in (ACCOUNT, GROUP):
        name = server.new_domain()
        server.apply(holds, [{"name": "something@" + name}])
        mark = server.mark()
        for check in (True, False):
            refused = server.apply(DOMAIN, [{"name": name, "state": "absent"}], check=check)
            assert "is not empty" in refused["msg"] and "force: true" in refused["msg"]
        assert server.changes(mark) == []
        assert server.apply(DOMAIN, [{"name": name, "state": "absent", "force": True}])["counts"]["deleted"] == 1
        assert server.apply(DOMAIN, [{"name": name, "state": "absent"}])["changed"] is False
    empty = server.new_domain()
    assert server.apply(DOMAIN, [{"name": empty.upper(), "state": "absent"}])["counts"]["deleted"] == 1


def test_the_main_domain_is_never_deleted(server: Server) -> None:
    mark = server.mark()
    for name in (MAIN_DOMAIN, MAIN_DOMAIN.upper()):
        refused = server.apply(DOMAIN, [{"name": name, "state": "absent", "force": True}])
        assert "is the main Domain" in refused["msg"]
    assert server.changes(mark) == []


def test_a_renamed_domain_keeps_its_old_name_as_an_alias(server: Server) -> None:
    old, new = server.new_domain(), server.unused_domain()
    row = {"name": new, "rename_from": old, "aliases": [old]}
    assert server.apply(DOMAIN, [row])["counts"]["renamed"] == 1
    assert server.ask(GETDOMAINALIASES(new)) == [old]
    again = server.apply(DOMAIN, [row])
    assert (again["changed"], again["failures"]) == (False, [])
    assert old not in server.ask(LISTDOMAINS())


@pytest.mark.parametrize("size", [2, 40])
def test_many_domains_are_read_side_by_side(server: Server, size: int) -> None:
    rows = [{"name": server.unused_domain(), "aliases": []} for _number in range(size)]
    server.apply(DOMAIN, rows)
    session = server.session()
    mark = server.mark()
    assert server.apply(DOMAIN, rows, session=session)["changed"] is False
    assert server.verbs(mark) == ["GETDOMAINALIASES"] * size
    assert session.statistics.round_trips <= 6


def test_an_alias_that_another_domain_has_is_refused_by_name(server: Server) -> None:
    one, other = server.new_domain(), server.new_domain()
    server.ask(SETDOMAINALIASES(one, ["alias." + one]))
    result = server.apply(DOMAIN, [{"name": other, "aliases": ["alias." + one]}])
    assert result["changed"] is False and "while setting aliases" in result["msg"]
