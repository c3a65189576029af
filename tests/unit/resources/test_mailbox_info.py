# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_mailbox_info while users remove their Mailboxes: a listing is old when it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX_INFO
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server, just_before

ALICE, POSTMASTER = "alice@example.com", "postmaster@example.com"
OF_A_MAILBOX = ("GETMAILBOXINFO", "GETMAILBOXACL", "GETMAILBOXRIGHTS")
HABITS = ((), ("absent-513",), ("absent-599",))


def ask(server: Server, verb: str, *arguments: Any) -> Any:
    return server.ask(COMMANDS[verb][0](*arguments))


def read(session: Any, **options: Any) -> dict[str, Any]:
    asked = {"include": ["info", "acl"], "rights_of": [POSTMASTER, ALICE], **options}
    return MAILBOX_INFO.run(session, asked, Mode())


@pytest.mark.parametrize("habits", HABITS)
@pytest.mark.parametrize("before", OF_A_MAILBOX)
@pytest.mark.parametrize("way", [{"accounts": [ALICE]}, {"domains": ["*"]}])
def test_one_that_goes_before_it_is_read_is_missing(
    tmp_path: Path, way: dict[str, Any], before: str, habits: tuple[str, ...]
) -> None:
    with Server(tmp_path, habits=habits) as server:
        ask(server, "CREATEACCOUNT", ALICE)
        for name in ("A", "Box"):
            ask(server, "CREATEMAILBOX", ALICE, name)
        session = server.session()
        just_before(session, before, lambda: ask(server, "DELETEMAILBOX", ALICE, "Box"))
        result = read(session, **way)
    assert [row["name"] for row in result["mailboxes"] if row["account"] == ALICE] == ["A", "INBOX"]
    assert result["missing"] == ["%s Box" % ALICE]


def test_somebody_who_is_not_there_is_an_error(tmp_path: Path) -> None:
    with Server(tmp_path) as server, pytest.raises(CgpError, match="the rights for postmaster@example.com INBOX"):
        read(server.session(), accounts=[POSTMASTER], rights_of=["nobody"])
