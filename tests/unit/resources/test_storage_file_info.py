# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading File Storages and Mailboxes of many Accounts: side by side, and round trips that do not grow with them."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage_file import (
    STORAGE_FILE,
    STORAGE_FILE_INFO,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server

FILE_DEFAULTS = {"path": "", "recursive": False, "include": [], "max_content": 100}


@pytest.fixture(scope="module")
def owners(server: Server) -> list[str]:
    domain = server.new_domain()
    names = ["user%d@%s" % (number, domain) for number in range(30)]
    server.apply(ACCOUNT, [{"name": name} for name in names])
    rows = [
        {"account": name, "name": path, "content": path} for name in names for path in ("a.txt", "d/b.txt", "d/e/c.txt")
    ]
    assert server.apply(STORAGE_FILE, rows)["failures"] == []
    return names


def files(server: Server, accounts: list[str], **params: Any) -> list[dict[str, Any]]:
    given = {**FILE_DEFAULTS, "accounts": accounts, **params}
    return STORAGE_FILE_INFO.run(server.master, given, Mode())["files"]


def round_trips(server: Server, accounts: list[str], **params: Any) -> int:
    before = server.master.statistics.round_trips
    files(server, accounts, **params)
    return server.master.statistics.round_trips - before


def test_everything_below_a_directory(server: Server, owners: list[str]) -> None:
    found = files(server, owners[:1], recursive=True, include=["content"])
    contents = {file["name"]: file.get("content") for file in found}
    assert contents == {
        "a.txt": "a.txt", "d/": None, "d/b.txt": "d/b.txt", "d/e/": None, "d/e/c.txt": "d/e/c.txt",
    }  # fmt: skip


def test_many_accounts_take_no_more_round_trips_than_one(server: Server, owners: list[str]) -> None:
    everything = {"recursive": True, "include": ["attributes", "totals"]}
    assert round_trips(server, owners[:5], **everything) <= round_trips(server, owners[:1], **everything) + 2


@pytest.mark.parametrize("bound", [4, 5])
def test_a_file_is_told_whole_or_not_at_all(server: Server, owners: list[str], bound: int) -> None:
    (told,) = files(server, owners[:1], names=["a.txt"], include=["content"], max_content=bound)
    assert told["facts"]["size"] == 5
    assert told.get("content") == ("a.txt" if bound == 5 else None)


def test_what_is_told_can_be_written_again(server: Server, owners: list[str]) -> None:
    rows = files(server, owners[:1], recursive=True, include=["content", "attributes"])
    assert server.apply(STORAGE_FILE, rows)["changed"] is False


@pytest.mark.parametrize("path", ["/private", "../x", "a/../.."])
def test_a_path_that_leads_out_is_refused(server: Server, owners: list[str], path: str) -> None:
    with pytest.raises(CgpError, match="starts at its top"):
        files(server, owners[:1], path=path)


def test_the_mailboxes_of_many_accounts(server: Server, owners: list[str]) -> None:
    params = {"accounts": [*owners, "nobody@nowhere.example"], "include": ["acl"], "rights_of": owners[:1]}
    found = MAILBOX_INFO.run(server.master, params, Mode())
    assert found["missing"] == ["nobody@nowhere.example"]
    assert [account["name"] for account in found["accounts"]] == owners
    assert [mailbox["facts"]["rights"][owners[0]] for mailbox in found["mailboxes"][1:]] == [""] * 29
