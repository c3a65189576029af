# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a task has deleted or renamed is looked for once more: a server may accept that and do nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailing_list import MAILING_LIST
from ansible_collections.communigate.pro.plugins.module_utils._resources.named_task import NAMED_TASK
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CliError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.client import ControlClient
from support.engine_server import PASSWORD, Server

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


RENAMED: dict[str, tuple[Resource, dict[str, Any], dict[str, Any]]] = {
    "RENAMEACCOUNT": (ACCOUNT, {}, {"settings": {"RealName": "A"}}),
    "RENAMEGROUP": (GROUP, {}, {"members": ["x"]}),
    "RENAMEFORWARDER": (FORWARDER, {"to": "a@example.org"}, {"to": "b@example.org"}),
    "RENAMELIST": (MAILING_LIST, {"owner": "owner"}, {"settings": {"Charset": "utf-8"}}),
    "RENAMENAMEDTASK": (NAMED_TASK, {"owner": "owner"}, {"settings": {"RealName": "A"}}),
}


@pytest.mark.parametrize("more", [False, True], ids=["alone", "and more"])
@pytest.mark.parametrize("verb", RENAMED)
def test_what_is_still_called_as_before_has_failed_and_is_no_change(server: Server, verb: str, more: bool) -> None:
    """A server may accept a renaming, too, and do nothing; then once it does what it says."""
    resource, made, changed = RENAMED[verb]
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "owner"}], domain=domain)
    server.apply(resource, [{"name": "ann", **made}], domain=domain)
    row = {"name": "anna", "rename_from": "ann", **(changed if more else {})}
    with ControlClient(server.host, server.port, PASSWORD) as control:
        control.say('FAULT "forget:verb=%s"' % verb)
    result = server.apply(resource, [row], domain=domain)
    assert (result["changed"], result["counts"]["failed"], result["counts"]["renamed"]) == (False, 1, 0)
    assert "still has its old name" in result["msg"]
    assert server.apply(resource, [{"name": "ann"}], domain=domain)["changed"] is False
    result = server.apply(resource, [row], domain=domain)
    assert (result["counts"]["renamed"], result["failures"]) == (1, [])
    assert server.apply(resource, [row], domain=domain)["changed"] is False


def test_the_look_for_new_names_is_one_for_all(server: Server) -> None:
    domain = server.new_domain()
    server.apply(GROUP, [{"name": "group%d" % number} for number in range(5)], domain=domain)
    rows = [{"name": "new%d" % number, "rename_from": "group%d" % number} for number in range(5)]
    mark = server.mark()
    assert server.apply(GROUP, rows, domain=domain)["counts"]["renamed"] == 5
    verbs = server.verbs(mark)
    last = len(verbs) - verbs[::-1].index("RENAMEGROUP")
    assert verbs[last:] == ["LISTGROUPS"]
