# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Named Tasks: their owner, their names, and what cannot be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import CREATEACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import CREATEGROUP
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.named_task import (
    CREATENAMEDTASK,
    GETNAMEDTASK,
    LISTDOMAINNAMEDTASKS,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.named_task import NAMED_TASK
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


@pytest.fixture
def domain(server: Server) -> Iterator[str]:
    name = server.new_domain()
    for account in ("ann", "bob"):
        server.ask(CREATEACCOUNT("%s@%s" % (account, name)))
    yield name


def apply(server: Server, domain: str, *rows: dict[str, Any], **mode: Any) -> dict[str, Any]:
    return server.apply(NAMED_TASK, rows, domain=domain, **mode)


@pytest.mark.parametrize("spelling", ["ann", "ANN", "ann@{domain}", "Ann@{domain}"])
def test_an_owner_is_the_same_in_any_spelling(server: Server, domain: str, spelling: str) -> None:
    row = {"name": "conference", "owner": spelling.format(domain=domain)}
    assert apply(server, domain, row)["counts"]["created"] == 1
    assert apply(server, domain, {"name": "conference", "owner": "ann"})["changed"] is False
    assert apply(server, domain, row)["changed"] is False


def test_an_owner_of_another_domain_is_refused(server: Server, domain: str) -> None:
    other = server.new_domain()
    with pytest.raises(CgpError, match="must be an Account of the same Domain"):
        apply(server, domain, {"name": "conference", "owner": "ann@" + other})
    assert server.ask(LISTDOMAINNAMEDTASKS(domainName=domain)) == {}


def test_a_new_one_needs_an_owner(server: Server, domain: str) -> None:
    result = apply(server, domain, {"name": "conference", "settings": {"RealName": "Conference"}})
    assert "the option owner is missing" in result["msg"]
    assert result["changed"] is False


def test_the_owner_may_be_given_among_the_settings(server: Server, domain: str) -> None:
    row = {"name": "conference", "settings": {"Owner": "ann", "RealName": "Conference"}}
    assert apply(server, domain, row)["counts"]["created"] == 1
    assert server.ask(GETNAMEDTASK("conference@" + domain)) == {"Owner": "ann", "RealName": "Conference"}


def test_it_cannot_move_to_another_domain(server: Server, domain: str) -> None:
    other = server.new_domain()
    server.ask(CREATENAMEDTASK("conference@" + domain, "ann"))
    result = apply(server, domain, {"name": "board@" + other, "rename_from": "conference@" + domain})
    assert "cannot move to another Domain" in result["msg"]
    assert list(server.ask(LISTDOMAINNAMEDTASKS(domainName=domain))) == ["conference"]


@pytest.mark.parametrize("row", [{"owner": "ann"}, {"state": "absent"}], ids=["present", "absent"])
@pytest.mark.parametrize(("name", "kind"), [("bob", "account"), ("staff", "group")])
def test_the_name_of_another_object_is_left_alone(
    server: Server, domain: str, name: str, kind: str, row: dict[str, Any]
) -> None:
    server.ask(CREATEGROUP("staff@" + domain))
    mark = server.mark()
    result = apply(server, domain, {"name": name, **row})
    assert "is the name of another object: %s" % kind in result["msg"]
    assert server.changes(mark) == []


def test_a_removed_setting_is_gone_and_none_is_called_default(server: Server, domain: str) -> None:
    row = {"name": "conference", "owner": "ann", "settings": {"RealName": "Conference", "ProgramName": "attendant"}}
    apply(server, domain, row)
    apply(server, domain, {"name": "conference", "settings": {"RealName": "default", "ProgramName": None}})
    assert server.ask(GETNAMEDTASK("conference@" + domain)) == {"Owner": "ann"}
