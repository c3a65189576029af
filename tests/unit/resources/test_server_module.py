# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules of the server: names that are none, and settings that are dictionaries."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.server_settings import GETMODULE, SETMODULE
from ansible_collections.communigate.pro.plugins.module_utils._resources.module import MODULE
from support.engine_server import Server


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("smtp", "Did you mean SMTP? Its modules are "),
        ("HTTP-U", "Did you mean HTTPU? Its modules are "),
        ("nothing of the kind", "Its modules are "),
    ],
)
@pytest.mark.parametrize("check", [False, True])
def test_a_name_that_is_none(server: Server, name: str, suggestion: str, check: bool) -> None:
    mark = server.mark()
    rows = [{"name": name, "settings": {"LogLevel": 3}}, {"name": "POP", "settings": {"LogLevel": 3}}]
    result = server.apply(MODULE, rows, check=check)
    (failure,) = result["failures"]
    assert failure["name"] == name
    assert failure["msg"].startswith("the server has no such module. " + suggestion)
    assert "SMTP" in failure["msg"]
    assert "GETMODULE" not in [entry["verb"] for entry in server.since(mark) if name in str(entry)]


@pytest.mark.parametrize(
    ("wanted", "mode", "expected"),
    [
        ({"A": {"x": "3"}}, "update", {"A": {"x": "3", "y": "2"}, "B": "1"}),
        ({"A": {"x": "default"}}, "update", {"A": {"y": "2"}, "B": "1"}),
        ({"A": {"x": None, "y": None}}, "update", {"A": {}, "B": "1"}),
        ({"A": "default"}, "update", {"B": "1"}),
        ({"A": "off"}, "update", {"A": "off", "B": "1"}),
        ({"B": {"x": "3"}}, "update", {"A": {"x": "1", "y": "2"}, "B": {"x": "3"}}),
        ({"A": {"x": "3"}}, "replace", {"A": {"x": "3"}}),
    ],
)
def test_a_setting_that_is_a_dictionary(server: Server, wanted: dict[str, Any], mode: str, expected: Any) -> None:
    server.ask(SETMODULE("LDAP", {"A": {"x": "1", "y": "2"}, "B": "1"}))
    row = {"name": "LDAP", "settings": wanted, "settings_mode": mode}
    assert server.apply(MODULE, [row])["counts"]["updated"] == 1
    assert server.ask(GETMODULE("LDAP")) == expected
    assert server.apply(MODULE, [row])["changed"] is False
