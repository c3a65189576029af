# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read for an information module: by commands, by conversations, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    GETACCOUNTALIASES,
    GETACCOUNTTELNUMS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import ask
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import (
    Info,
    Known,
    Objects,
    Reading,
    run_info,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Conversation
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
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


def read(session: Session, account: str, **listed: Any) -> dict[str, Any]:
    """Both ways of reading one Account, of which a listing told what is ``listed``."""

    def objects(params: Mapping[str, Any]) -> Conversation:
        yield from ()
        return Objects([Known((account,), listed, {"seen": 1})])

    include = ("telnums", "aliases", "both")
    info = Info("account", "accounts", objects, ACCOUNT, (Reading("both", both),), default=include)
    return run_info(session, info, {})


def test_a_reading_may_be_a_conversation(server: Server, account: str) -> None:
    mark = server.mark()
    found = read(server.master, account)
    row = {"name": account, "aliases": ["nan"], "telnums": ["555"], "facts": {"seen": 1, "both": ["nan", "555"]}}
    assert found == {"changed": False, "accounts": [row], "missing": []}
    assert server.verbs(mark) == ["GETACCOUNTALIASES", "GETACCOUNTTELNUMS"] * 2


def test_a_refusal_within_a_conversation_is_one_of_the_object(server: Server, account: str) -> None:
    nobody = "nobody@" + account.partition("@")[2]
    assert read(server.master, nobody) == {"changed": False, "accounts": [], "missing": [nobody]}
    stranger = server.administrator(server.new_domain(), "Domain")
    with pytest.raises(CgpError, match="account %s: aliases could not be read" % account):
        read(stranger, account)


def test_nothing_is_read_of_a_facet_that_a_listing_told(server: Server, account: str) -> None:
    mark = server.mark()
    info = Info("forwarder", "forwarders", told_by_a_listing, FORWARDER, default=("to",))
    assert run_info(server.master, info, {})["forwarders"] == [{"name": "f@a.example", "to": "b@c", "facts": {}}]
    assert server.verbs(mark) == []


def told_by_a_listing(params: Mapping[str, Any]) -> Conversation:
    yield from ()
    return Objects([Known(("f@a.example",), {"to": "b@c"})])


def test_what_no_row_can_name_is_told_apart(server: Server) -> None:
    """Two objects that a task takes for one, and a name that no task takes."""

    def objects(params: Mapping[str, Any]) -> Conversation:
        yield from ()
        names = ("a@b.example", "A@b.example", "a@b.example", "c\n@b.example")
        return Objects([Known((name,), {"to": "x@y"}) for name in names])

    found = run_info(server.master, Info("forwarder", "forwarders", objects, FORWARDER, default=("to",)), {})
    assert [row["name"] for row in found["forwarders"]] == ["a@b.example"]
    assert found["untold"] == [
        {"name": "A@b.example", "why": "its name is compared like that of a@b.example, which is told"},
        {"name": "c\n@b.example", "why": "name holds a line break or another control character"},
    ]


def test_only_a_noun_that_says_so_tells_rows() -> None:
    with pytest.raises(AssertionError, match="its rows are told, and it does not say so"):
        Info("account", "accounts", told_by_a_listing, replace(ACCOUNT, told=False))
