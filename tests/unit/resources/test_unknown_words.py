# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Members, rights and services that mean nothing to a server: it is told which setting did not go, each time anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    GETACCOUNTRIGHTS,
    GETACCOUNTSETTINGS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import CREATEDOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import CREATEGROUP, GETGROUP
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_rights import ACCOUNT_RIGHTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from support.engine_server import Server

ANNA, STAFF = "anna@example.org", "staff@example.org"
CASES = {
    "members": (
        GROUP, {"name": STAFF, "members": ["anna", "nobody"]}, "Members", GETGROUP(STAFF), {"Members": ["anna"]},
    ),
    "rights": (
        ACCOUNT_RIGHTS, {"account": ANNA, "rights": ["Domain", "Nothing"]}, "rights",
        GETACCOUNTRIGHTS(ANNA), ["Domain"],
    ),
    "services": (
        ACCOUNT, {"name": ANNA, "settings": {"AccessModes": ["5", "Nothing", "Mail"]}}, "AccessModes",
        GETACCOUNTSETTINGS(ANNA), {"AccessModes": ["5", "Mail"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("resource", "row", "named", "read", "kept"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("way", ["dropped", "refused"])
def test_what_a_server_does_not_take_is_named_and_nothing_else_is_lost(
    tmp_path: Path, request: pytest.FixtureRequest, way: str, resource: Resource, row: Mapping[str, Any], named: str,
    read: Any, kept: Any,
) -> None:  # fmt: skip
    what = request.node.callspec.id.split("-")[-1]
    with Server(tmp_path, habits=("unknown-%s-%s" % (what, way),)) as server:
        for command in (CREATEDOMAIN("example.org"), CREATEACCOUNT(ANNA), CREATEGROUP(STAFF)):
            server.ask(command)
        before = server.ask(read)
        for _run in range(2):
            result = server.apply(resource, [row])
            assert result["failed"] and result["counts"]["failed"] == 1
            message = result["failures"][0]["msg"]
            assert (named if way == "dropped" else "was answered 5") in message
        assert server.ask(read) == (kept if way == "dropped" else before)
