# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that do not come over HTTP: the work is done once and told truly, whatever is lost, as on the PWD port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from support.engine_server import LOGIN, PASSWORD, Server
from support.lost_connections import WRITES, mixed_rows
from support.verbs import kind_of

READS = ("LISTDOMAINOBJECTS", "GETACCOUNTSETTINGS")
EFFECTS = ("drop-before", "drop-after", "cut", "garble")
HABITS = {"drop-before": (), "drop-after": ("http-status-line",), "cut": ("http-chunked",), "garble": ("http-closes",)}


@pytest.fixture(scope="module", params=EFFECTS)
def losing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Server]]:
    """An effect of faults, and a server for it, whose form of answers is another one for each."""
    effect: str = request.param
    with Server(tmp_path_factory.mktemp("server"), http_port=0, habits=HABITS[effect]) as server:
        yield effect, server


@pytest.mark.parametrize("verb", [*WRITES, *READS])
def test_whatever_is_lost_the_work_is_done_once_and_told_truly(losing: tuple[str, Server], verb: str) -> None:
    effect, server = losing
    domain = server.new_domain()
    rows = mixed_rows(server, domain)
    foretold = server.apply(ACCOUNT, rows, domain=domain, check=True)
    mark = server.mark()
    endpoint = Endpoint(server.host, server.http_port, "http")
    with Session(endpoint, Credentials(LOGIN, PASSWORD), pause=lambda seconds: None) as session:
        for nth in (1, 2):
            server.control('FAULT "%s:verb=%s,nth=%d"' % (effect, verb, nth))
        result = server.apply(ACCOUNT, rows, domain=domain, session=session)
    server.service.faults.clear()
    assert result["failures"] == []
    assert result["counts"] == foretold["counts"]
    assert result["changed_names"] == foretold["changed_names"]
    assert_looked_before_sent_again(server.since(mark))
    assert server.apply(ACCOUNT, rows, domain=domain)["changed"] is False


def assert_looked_before_sent_again(entries: list[dict[str, Any]]) -> None:
    """Between a change and the same again there is a read: nobody sends twice what may have been done."""
    seen: dict[str, int] = {}
    last_read = -1
    for number, entry in enumerate(entries):
        if entry["verb"] is None or entry.get("effect") == "drop-before":
            continue
        if kind_of(entry["verb"], entry["arguments"]) == "read":
            last_read = number
            continue
        what = "%s %r" % (entry["verb"], sorted(entry["arguments"].items()))
        assert seen.get(what, -2) < last_read or what not in seen
        seen[what] = number
