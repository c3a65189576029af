# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets that the server cannot compare, of objects that cannot be created but changed and removed."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    DELETEACCOUNT,
    SETACCOUNTPASSWORD,
    VERIFYACCOUNTPASSWORD,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Field, Resource, Secret
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import object_fields
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server

KEYS = Resource(
    noun="key",
    plural="keys",
    list_option="keys",
    key=(Field("name", required=True),),
    secrets=(
        Secret(
            Field("compared", secret=True),
            verify=VERIFYACCOUNTPASSWORD,
            write=lambda key, values: [SETACCOUNTPASSWORD(key[0], values["compared"], CHECK=values["check"])],
        ),
        Secret(
            Field("unseen", secret=True),
            verify=lambda name, value: None,
            write=lambda key, values: [SETACCOUNTPASSWORD(key[0], values["unseen"], tag="x")],
        ),
    ),
    extras=(Field("check", type="bool", default=False),),
    delete=lambda key, values: [DELETEACCOUNT(key[0])],
)


@pytest.fixture
def ann(server: Server) -> str:
    name = "ann@" + server.new_domain()
    server.ask(CREATEACCOUNT(name))
    return name


def test_what_can_be_removed_has_a_state() -> None:
    assert "state" in [field.name for field in object_fields(KEYS)]


def test_what_the_server_cannot_compare_is_set_every_time(server: Server, ann: str) -> None:
    row = {"name": ann, "compared": "a", "unseen": "b"}
    assert server.apply(KEYS, [row])["failures"] == []
    mark = server.mark()
    foreseen = server.apply(KEYS, [row], check=True, diff=True)
    assert server.verbs(mark) == ["VERIFYACCOUNTPASSWORD"]
    done = server.apply(KEYS, [row], diff=True)
    assert foreseen["diff"] == done["diff"]
    assert done["diff"]["after"] == {ann: {"unseen": "(set, not shown)"}}
    assert [entry["arguments"].get("tag") for entry in server.changes(mark)] == ["x"]


def test_a_secret_is_written_with_what_else_is_wanted(server: Server, ann: str) -> None:
    mark = server.mark()
    server.apply(KEYS, [{"name": ann, "compared": "Emu-1", "check": True}])
    assert [entry["arguments"]["CHECK"] for entry in server.changes(mark)] == [True]


def test_something_must_be_said_of_what_is_only_changed(server: Server, ann: str) -> None:
    with pytest.raises(CgpError, match="nothing is said of it. Give compared or unseen"):
        server.apply(KEYS, [{"name": ann, "check": True}])
    assert server.apply(KEYS, [{"name": ann, "state": "absent"}])["counts"]["deleted"] == 1


def test_check_mode_foresees_the_secrets_of_what_does_not_exist_yet(server: Server) -> None:
    row = {"name": "ann@" + server.unused_domain(), "compared": "a"}
    result = server.apply(KEYS, [row], check=True)
    assert result["counts"]["updated"] == 1 and "assumes" in result["warnings"][0]
