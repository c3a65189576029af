# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server does not tell: no value is invented for it, and a result says that the next run sets it again."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.secrets import HIDDEN, UNKNOWN
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_password import ACCOUNT_PASSWORD
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from support import documentation
from support.engine_server import Server

RESOURCES = {module: subject_of(module) for module in SUBJECTS if isinstance(subject_of(module), Resource)}
CHECKED = pytest.mark.parametrize("check", [True, False], ids=["check mode", "run"])


def warned(result: dict[str, Any]) -> list[str]:
    return [warning for warning in result.get("warnings", ()) if "cannot be read" in warning]


@CHECKED
def test_unknown_is_shown_as_unknown(server: Server, check: bool) -> None:
    name = server.new_domain()
    for suspended in (True, False, False):
        result = server.apply(DOMAIN, [{"name": name, "suspended": suspended}], check=check, diff=True, detail="all")
        assert result["diff"]["before"] == {name: {"suspended": UNKNOWN}}
        assert result["diff"]["after"] == {name: {"suspended": suspended}}
        assert result["objects"][0]["before"] == {"suspended": UNKNOWN}
        assert result["changed"] is True
        (said,) = warned(result)
        assert said.startswith("suspended cannot be read") and said.endswith(": " + name)


def test_of_a_new_object_it_is_known(server: Server) -> None:
    result = server.apply(DOMAIN, [{"name": server.unused_domain(), "suspended": True}], diff=True)
    assert UNKNOWN not in str(result["diff"]) and warned(result) == []


def test_many_objects_are_one_warning(server: Server) -> None:
    names = [server.new_domain() for _number in range(12)]
    (said,) = warned(server.apply(DOMAIN, [{"name": name, "suspended": False} for name in names]))
    assert said.endswith(" and 2 more") and names[0] in said


@CHECKED
def test_a_secret_that_nobody_compares_is_unknown_and_hidden(server: Server, check: bool) -> None:
    account = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": account, "account_password": "Wombat-1"}])
    rows = [{"account": account, "tag": "scanner", "new_password": "Quokka-2"}]
    result = server.apply(ACCOUNT_PASSWORD, rows, check=check, diff=True)
    label = account + " scanner"
    assert result["diff"]["before"] == {label: {"new_password": UNKNOWN}}
    assert result["diff"]["after"] == {label: {"new_password": HIDDEN}}
    (said,) = warned(result)
    assert said.startswith("new_password ") and label in said and "Quokka" not in str(result)


@CHECKED
def test_a_secret_that_the_server_compares_is_known_again(server: Server, check: bool) -> None:
    account = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": account, "account_password": "Wombat-1"}])
    result = server.apply(ACCOUNT, [{"name": account, "account_password": "Quokka-2"}], check=check, diff=True)
    assert result["changed"] is True and warned(result) == [] and UNKNOWN not in str(result)


@CHECKED
def test_nobody_knows_whether_what_is_removed_was_there(server: Server, check: bool) -> None:
    account = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": account}])
    rows = [{"account": account, "tag": "scanner", "state": "absent"}]
    result = server.apply(ACCOUNT_PASSWORD, rows, check=check, diff=True)
    assert result["diff"]["before"] == {account + " scanner": {"state": UNKNOWN}}
    assert warned(result)[0].startswith("state cannot be read")


@pytest.mark.parametrize("module", sorted(RESOURCES))
def test_the_page_says_what_cannot_be_read(module: str) -> None:
    """Whatever the noun: what is written without being read, and what may be removed without being listed."""
    resource = RESOURCES[module]
    unread = [facet.name for facet in resource.facets if not facet.readable]
    if resource.delete is not None and resource.find is None:
        unread.append("state")
    if unread:
        assert "cannot be read" in str(documentation.documentation(module))
