# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a task has deleted is looked for once more: a server may accept a deletion and keep the object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CliError
from support.engine_server import Server

NAMES = ["ann", "bob", "cid"]
GONE = [{"name": name, "state": "absent"} for name in NAMES]


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Server]:
    """A server that answers deletions with a success, and keeps everything."""
    with Server(tmp_path, habits=("delete-ignored",)) as server:
        yield server


def made(server: Server) -> str:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": name} for name in NAMES], domain=domain)
    return domain


@pytest.mark.parametrize("way", ["absent", "purge"])
def test_what_is_still_there_has_failed_and_is_no_change(keeper: Server, way: str) -> None:
    domain = made(keeper)
    rows, purge = (GONE, None) if way == "absent" else ([], {"within": [domain], "limit": 9})
    result = keeper.apply(ACCOUNT, rows, domain=domain, **({"purge": purge} if purge else {}))
    assert (result["changed"], result["counts"]["failed"], result["counts"]["deleted"]) == (False, 3, 0)
    assert sorted(failure["name"] for failure in result["failures"]) == ["%s@%s" % (name, domain) for name in NAMES]
    assert all("still there" in failure["msg"] for failure in result["failures"])
    assert set(keeper.ask(LISTACCOUNTS(domainName=domain))) == set(NAMES)


def test_the_look_is_that_of_a_task_that_finds_nothing(server: Server) -> None:
    """One for all of a Domain, and not one for each object."""
    domain = made(server)
    mark = server.mark()
    result = server.apply(ACCOUNT, GONE, domain=domain)
    verbs = server.verbs(mark)
    last = len(verbs) - verbs[::-1].index("DELETEACCOUNT")
    mark = server.mark()
    assert server.apply(ACCOUNT, GONE, domain=domain)["changed"] is False
    assert verbs[last:] == server.verbs(mark) != []
    assert (result["changed"], result["counts"]["deleted"]) == (True, 3)


def test_a_look_that_is_refused_is_told_with_what_was_done(server: Server) -> None:
    domain = made(server)
    session = server.session()
    send = session.many
    deleted = False

    def refused(commands: Iterable[Any]) -> Iterator[Any]:
        """No listing after the first deletion."""
        nonlocal deleted
        for command in commands:
            deleted = deleted or command.verb == "DELETEACCOUNT"
            if deleted and command.verb.startswith("LIST"):
                yield CliError(501, "not now", command.verb)
            else:
                yield from send([command])

    session.many = refused  # type: ignore[method-assign]
    result = server.apply(ACCOUNT, GONE, domain=domain, session=session)
    assert (result["changed"], result["counts"]["failed"]) == (True, 3)
    assert all("whether it is gone could not be read" in failure["msg"] for failure in result["failures"])
    assert set(server.ask(LISTACCOUNTS(domainName=domain))) == set()
