# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_config as Ansible runs it: the same through the router and as a module; tests/unit/document has the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support.playbook import play

SECRET = "Looking-glass"  # noqa: S105  # that of a server in memory
CONFIG: dict[str, Any] = {
    "server": {"router_table": [{"scope": "server", "lines": ["<info> = alice@example.org"]}]},
    "domains": {
        "example.org": {
            "domain": [{"name": "example.org"}],
            "account": [{"name": "alice", "account_password": SECRET}, {"name": "bob", "settings": {"RealName": "B"}}],
            "group": [{"name": "party", "members": ["alice"]}],
        }
    },
}
TASKS: dict[str, dict[str, Any]] = {
    "foreseen": {"config": CONFIG, "CHECK": True},
    "made": {"config": CONFIG},
    "again": {"config": CONFIG, "state": "overridden"},
    "rendered": {"config": {"domains": {"example.org": {"account": []}}}, "state": "overridden", "render": True},
    "wrong": {"config": {"domains": {"example.org": {"acounts": []}}}},
    "too much": {"config": {"domains": {"example.org": {"account": []}}}, "state": "overridden", "limit": 1},
    "failing": {"config": {"domains": {"example.org": {"forwarder": [{"name": "bob", "to": "a@net.example"}]}}}},
}


def tasks(way: str) -> list[dict[str, Any]]:
    return [
        {
            "name": name, "communigate.pro.cgp_config": {key: value for key, value in given.items() if key != "CHECK"},
            "check_mode": "CHECK" in given, "diff": True, "ignore_errors": True, "vars": WAYS[way],
        }
        for name, given in TASKS.items()
    ]  # fmt: skip


def test_both_ways_do_and_tell_the_same(tmp_path: Path) -> None:
    runs = perform_together(tmp_path, {way: Scene([play(*tasks(way))]) for way in WAYS})
    for name in TASKS:
        here, elsewhere = (runs[way].result(name) for way in WAYS)
        assert alike(here) == alike(elsewhere), name
        sent = [changing(runs[way].sent(name)) for way in WAYS]
        assert sent[0] == sent[1], name
    run = runs["here"]
    assert [run.status(name) for name in TASKS] == ["ok"] * 4 + ["failed"] * 3
    assert [name for name in TASKS if run.result(name)["changed"]] == ["foreseen", "made"]
    assert run.result("foreseen")["counts"] == run.result("made")["counts"]
    assert run.result("rendered")["commands"] == [
        'DELETEACCOUNT "alice@example.org"', 'DELETEACCOUNT "bob@example.org"'
    ]  # fmt: skip
    assert "Did you mean account?" in run.result("wrong")["msg"]
    assert "more than its limit of 1" in run.result("too much")["msg"]
    assert changing(run.sent("too much")) == []
    assert not any(SECRET in one.output for one in runs.values())
