# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read for an information module: by commands, by conversations, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    GETACCOUNTALIASES,
    GETACCOUNTSETTINGS,
    GETACCOUNTTELNUMS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import ask
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import Info, Reading, run_info
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Conversation
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support.engine_server import Server


@pytest.fixture(scope="module")
def account(server: Server) -> str:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name, "aliases": ["nan"], "telnums": ["555"]}])
    return name


def both(name: str) -> Conversation:
    """Two commands, the second of which is sent when the first is answered."""
    aliases = yield from ask(GETACCOUNTALIASES(name))
    telnums = yield from ask(GETACCOUNTTELNUMS(name))
    return [*aliases, *telnums]


def read(session: Session, account: str, **known: Any) -> list[dict[str, Any]]:
    """Both ways of reading one Account, of which a listing told what is ``known``."""

    def objects(params: Mapping[str, Any]) -> Conversation:
        yield from ()
        return [((account,), known)]

    readings = (Reading("both", both), Reading("settings", GETACCOUNTSETTINGS))
    info = Info("account", "accounts", readings, objects, default=("both", "settings"))
    return run_info(session, info, {})["accounts"]


def test_a_reading_may_be_a_conversation(server: Server, account: str) -> None:
    mark = server.mark()
    (found,) = read(server.master, account)
    assert found == {"name": account, "exists": True, "both": ["nan", "555"], "settings": {}}
    assert server.verbs(mark) == ["GETACCOUNTSETTINGS", "GETACCOUNTALIASES", "GETACCOUNTTELNUMS"]


def test_a_refusal_within_a_conversation_is_one_of_the_object(server: Server, account: str) -> None:
    nobody = "nobody@" + account.partition("@")[2]
    assert read(server.master, nobody, name="my own") == [{"name": "my own", "exists": False}]
    stranger = server.administrator(server.new_domain(), "Domain")
    with pytest.raises(CgpError, match="account %s: both could not be read" % account):
        read(stranger, account)


def test_nothing_is_read_of_what_a_listing_did_not_show(server: Server, account: str) -> None:
    mark = server.mark()
    assert read(server.master, account, exists=False) == [{"name": account, "exists": False}]
    assert server.verbs(mark) == []
