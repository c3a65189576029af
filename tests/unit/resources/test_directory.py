# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Directory Units and records: names of places, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import directory as cli
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_access_rights import (
    DIRECTORY_ACCESS_RIGHTS,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_records import DIRECTORY_RECORDS
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_unit import DIRECTORY_UNIT, fold_dn
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.client import ControlClient
from support.engine_server import PASSWORD, Server


@pytest.mark.parametrize(
    ("dn", "folded"),
    [
        ("", ""),
        ("o=Partners", "o=partners"),
        ("O = Partners , C=US", "o=partners,c=us"),
        ("cn=a=b, o=x", "cn=a=b,o=x"),
        ("cn=two  words", "cn=two  words"),
        (7, 7),
    ],
)
def test_a_dn_is_compared_without_case_and_outer_spaces(dn: Any, folded: Any) -> None:
    assert fold_dn(dn) == folded
    assert fold_dn(folded) == folded


def test_a_new_unit_needs_a_place(server: Server) -> None:
    result = server.apply(DIRECTORY_UNIT, [{"name": "Placeless"}])
    assert result["msg"].endswith("A new Directory Unit needs one; that of the root is empty")
    assert "Placeless" not in server.ask(cli.LISTDIRECTORYUNITS()).values()


def test_a_unit_that_exists_may_be_named_without_its_place(server: Server) -> None:
    server.apply(DIRECTORY_UNIT, [{"name": "Here", "mount_point": "o=here"}])
    assert server.apply(DIRECTORY_UNIT, [{"name": "HERE"}])["changed"] is False
    server.apply(DIRECTORY_UNIT, [{"name": "Here", "state": "absent"}])


def test_a_purge_knows_its_scopes(server: Server) -> None:
    """Whatever is no scope must not pass for the server."""
    server.apply(DIRECTORY_UNIT, [{"name": "Kept", "mount_point": "o=kept"}])
    with pytest.raises(CgpError, match="servers is no scope of Directory Units"):
        server.apply(DIRECTORY_UNIT, [], purge={"within": ["servers"], "limit": 9})
    assert "Kept" in server.ask(cli.LISTDIRECTORYUNITS()).values()
    server.apply(DIRECTORY_UNIT, [{"name": "Kept", "state": "absent"}])


def test_a_cluster_is_needed_for_what_is_shared(server: Server) -> None:
    assert server.apply(DIRECTORY_UNIT, [{"scope": "cluster", "name": "X", "mount_point": "o=x"}])["failed"] is True


def test_access_rights_are_a_list(server: Server) -> None:
    with pytest.raises(CgpError, match="access_rights must be a list"):
        server.apply(DIRECTORY_ACCESS_RIGHTS, [{"access_rights": {"name": "x"}}])


def test_records_are_inserted_and_deleted(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann@" + domain}])

    def records() -> Any:
        with ControlClient(server.host, server.port, PASSWORD) as client:
            return client.say('DIRECTORYRECORDS "%s"' % domain)

    for operation, names in (("insert", ["ann"]), ("delete", [])):
        result = DIRECTORY_RECORDS.run(server.master, {"operation": operation, "domains": [domain]}, Mode())
        assert result["changed"] is True
        assert list(records()) == names
