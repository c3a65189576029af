# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""on_error=stop: nothing more is changed once a failure is known, and what is told of the rest is true."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import GETACCOUNTALIASES
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.forwarder import GETFORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from support.engine_server import Server
from support.lost_connections import accounts

WINDOWS = [1, 2, 8, 64]


def written(entries: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The changes that were sent, by object."""
    by_name: dict[str, list[str]] = {}
    for entry in entries:
        by_name.setdefault(entry["arguments"]["accountName"], []).append(entry["verb"])
    return by_name


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("bad", [0, 3, 20])
def test_nothing_more_is_changed_once_a_failure_is_known(server: Server, window: int, bad: int) -> None:
    """Each object takes two changes; the second of one is refused."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "taken"}], domain=domain)
    rows = [{"name": "user%02d" % number, "aliases": ["alias%02d" % number]} for number in range(60)]
    rows[bad]["aliases"] = ["taken"]
    mark = server.mark()
    result = server.apply(
        ACCOUNT, rows, domain=domain, session=server.session(window=window), on_error="stop", detail="all"
    )
    changes = server.changes(mark)
    sent = written(changes)
    refused = next(number for number, entry in enumerate(changes) if entry["code"] >= 500)
    assert len(changes) - refused - 1 <= max(window - 1, 0)  # what was in flight when the refusal came
    failures = {failure["name"]: failure for failure in result["failures"]}
    bad_name = "user%02d@%s" % (bad, domain)
    assert "while setting aliases" in failures.pop(bad_name)["msg"]
    for name, failure in failures.items():
        assert "is not finished" in failure["msg"] and failure["changed"] is True
        assert sent[name] == ["CREATEACCOUNT"]
    assert set(sent) == set(result["changed_names"])
    assert set(result["not_attempted"]) == {"%s@%s" % (row["name"], domain) for row in rows} - set(sent)
    assert {"%s@%s" % (name, domain) for name in accounts(server, domain) - {"taken"}} == set(sent)
    for name in set(sent) - set(failures) - {bad_name}:
        assert server.ask(GETACCOUNTALIASES(name)) == [name.partition("@")[0].replace("user", "alias")]
    counts = result["counts"]
    assert counts["created"] + counts["failed"] + counts["not_attempted"] == len(rows)


@pytest.mark.parametrize("window", WINDOWS)
def test_an_object_whose_former_self_is_gone_still_gets_its_new_one(server: Server, window: int) -> None:
    """A Forwarder is replaced by two commands: between them nothing is left of it."""
    domain = server.new_domain()
    names = ["f%02d" % number for number in range(30)]
    server.apply(FORWARDER, [{"name": name, "to": "old@example.org"} for name in names], domain=domain)
    rows = [{"name": name, "to": "new@example.org" if name != "f03" else ""} for name in names]
    result = server.apply(
        FORWARDER, rows, domain=domain, session=server.session(window=window), on_error="stop", detail="all"
    )
    addresses = {name: server.ask(GETFORWARDER("%s@%s" % (name, domain))) for name in names}
    assert addresses["f03"] == "old@example.org"
    changed = {"%s@%s" % (name, domain) for name, address in addresses.items() if address == "new@example.org"}
    assert changed == set(result["changed_names"])
    assert [failure["name"] for failure in result["failures"]] == ["f03@" + domain]
    assert set(result["not_attempted"]) == {"%s@%s" % (name, domain) for name in names} - changed - {"f03@" + domain}
