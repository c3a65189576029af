# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What playbooks get wrong: one clear message each, nothing changed, and the same through both ways.

Each file in ``bad_input`` is one playbook:

* ``ways``: whether its tasks run ``here``, through the router, or as ordinary modules ``elsewhere``, or both;
* ``prepare``: lines of the CLI that the server is told before (optional);
* ``files``: names and contents of files beside the playbook (optional);
* ``cases``: tasks that must fail, with ``name``, ``module``, ``options``, and ``says``: what the message must hold, on
  what is wrong, where, and what to do; ``hides``: what the result must not show (optional).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together, selected
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support import quick_yaml
from support.playbook import PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator

FILES = Path(__file__).parent / "bad_input"
NOT_FOR_USERS = ("Traceback", "MODULE FAILURE", "unhandled", "Error:", "object has no attribute", "\n")


@dataclass(frozen=True)
class Case:
    """A task that must fail."""

    name: str
    module: str
    options: Mapping[str, Any]
    says: Sequence[str]
    hides: Sequence[str] = ()

    def task(self, way: str) -> dict[str, Any]:
        """The task, named after the case and the way."""
        return {
            "name": self.in_way(way),
            "communigate.pro." + self.module: self.options,
            "vars": WAYS[way],
            "ignore_errors": True,
        }

    def in_way(self, way: str) -> str:
        return "%s, %s" % (self.name, way)


@dataclass(frozen=True)
class Group:
    """One file."""

    name: str
    ways: Sequence[str]
    cases: Sequence[Case]
    prepare: Sequence[str] = ()
    files: Mapping[str, str | bytes] = field(default_factory=dict)

    def scene(self, cases: Sequence[Case]) -> Scene:
        """What is played for these of its cases."""
        tasks = say("prepare", self.prepare) + [case.task(way) for case in cases for way in self.ways]
        return Scene([play(*tasks)], self.files)


def read(path: Path) -> Group:
    """The Group that a file holds."""
    content = quick_yaml.load(path.read_text(encoding="utf-8"))
    return Group(path.stem, **{**content, "cases": [Case(**case) for case in content["cases"]]})


GROUPS = [read(path) for path in sorted(FILES.glob("*.yml"))]
every_group = pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
every_case = pytest.mark.parametrize(
    ("group", "case"), [pytest.param(group, case, id=case.name) for group in GROUPS for case in group.cases]
)


Played = Callable[[Group], PlaybookRun]


@pytest.fixture(scope="module")
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Plays the cases that are to be tested, once for all tests."""
    groups, cases = selected(request, "group"), selected(request, "case")
    scenes = {}
    for group in groups:
        scenes[group.name] = group.scene([case for case in group.cases if case in cases] or group.cases)
    runs = perform_together(tmp_path_factory.mktemp("bad-input"), scenes)
    return lambda group: runs[group.name]


@every_group
def test_the_playbook_ends_well(played: Played, group: Group) -> None:
    """And prints nothing that would scare its user; a failure that is ignored is none."""
    output = played(group).succeeded().output
    assert [word for word in ("Traceback", "MODULE FAILURE", "unhandled", "[WARNING]") if word in output] == []


@every_case
def test_the_message_says_what_and_where_and_what_to_do(played: Played, group: Group, case: Case) -> None:
    message = played(group).result(case.in_way("here"))["msg"]
    assert [part for part in case.says if part not in message] == [], message
    assert [word for word in NOT_FOR_USERS if word in message] == [], message


@pytest.mark.parametrize(
    ("group", "case"),
    [pytest.param(group, case, id=case.name) for group in GROUPS for case in group.cases if case.hides],
)
def test_no_secret_is_shown(played: Played, group: Group, case: Case) -> None:
    for way in group.ways:
        result = str(played(group).result(case.in_way(way)))
        assert [secret for secret in case.hides if secret in result] == []


@every_case
def test_nothing_is_changed(played: Played, group: Group, case: Case) -> None:
    for way in group.ways:
        accepted = [entry for entry in played(group).sent(case.in_way(way)) if entry["code"] in (200, 201)]
        assert changing(accepted) == []
        assert not played(group).result(case.in_way(way))["changed"]


@pytest.mark.parametrize(
    ("group", "case"),
    [pytest.param(group, case, id=case.name) for group in GROUPS for case in group.cases if "elsewhere" in group.ways],
)
def test_both_ways_say_the_same(played: Played, group: Group, case: Case) -> None:
    assert alike(played(group).result(case.in_way("elsewhere"))) == alike(played(group).result(case.in_way("here")))


def test_no_password_at_all_and_how_a_playbook_ends(tmp_path: Path, simulator: Simulator) -> None:
    """Without one nothing is asked; and what fails without being allowed to is the last task."""
    asked = {"communigate.pro.cgp_server_info": {}, "ignore_errors": True}
    tasks = [{"name": name, **asked, "vars": way} for name, way in WAYS.items()]
    server = {"host": simulator.host, "port": simulator.port, "password": simulator.password}
    bad = {"name": "bad", "communigate.pro.cgp_account": {"name": "alice@none.example", **server}}
    never = {"name": "never", "communigate.pro.cgp_account": {"name": "bob", **server}}
    ended = PlaybookRunner(tmp_path)(play(*tasks, bad, never))
    assert ended.result("here")["msg"] == ended.result("elsewhere")["msg"]
    for part in ("no password", "postmaster", "password_file", "CGP_PASSWORD"):
        assert part in ended.result("here")["msg"]
    assert ended.rc == 2
    assert [result.task for result in ended.results] == [*WAYS, "bad"]
