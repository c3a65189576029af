# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What playbooks get wrong: one clear message each, nothing changed, and the same through both ways.

Most of it is refused by the engine, wherever that runs: such tasks are done in this process. In Ansible are those that
are refused before, and all that have something to hide.

Each file in ``bad_input`` is one playbook:

* ``ways``: whether Ansible does its tasks ``here``, through the router, or as ordinary modules ``elsewhere``, or both
  (optional: neither);
* ``prepare``: lines of the CLI that the server is told before (optional);
* ``files``: names and contents of files beside the playbook (optional);
* ``cases``: tasks that must fail, with ``name``, ``module``, ``options``, and ``says``: what the message must hold, on
  what is wrong, where, and what to do; ``hides``: what the result must not show (optional); ``ways``: its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together, selected
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support import quick_yaml
from support.in_process import played
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
    ways: Sequence[str] = ()

    def task(self, name: str, **keywords: Any) -> dict[str, Any]:
        return {"name": name, "communigate.pro." + self.module: self.options, "ignore_errors": True, **keywords}

    def in_way(self, way: str) -> str:
        return "%s, %s" % (self.name, way)


@dataclass(frozen=True)
class Group:
    """One file."""

    name: str
    cases: Sequence[Case]
    ways: Sequence[str] = ()
    prepare: Sequence[str] = ()
    files: Mapping[str, str | bytes] = field(default_factory=dict)

    def ways_of(self, case: Case) -> Sequence[str]:
        """How Ansible does a case, if it does."""
        return case.ways or self.ways or (["here"] if case.hides else [])

    def scene(self, cases: Sequence[Case]) -> Scene:
        """What Ansible does for these of its cases."""
        tasks = say("prepare", self.prepare)
        tasks += [case.task(case.in_way(way), vars=WAYS[way]) for case in cases for way in self.ways_of(case)]
        return Scene([play(*tasks)], self.files)

    def tasks(self, cases: Sequence[Case]) -> list[dict[str, Any]]:
        """What is done in this process for these of its cases: those that Ansible does not do through the router."""
        said = [case.task(case.name) for case in cases if "here" not in self.ways_of(case)]
        return say("prepare", self.prepare) + said if said else []


def read(path: Path) -> Group:
    """The Group that a file holds."""
    content = quick_yaml.load(path.read_text(encoding="utf-8"))
    return Group(path.stem, **{**content, "cases": [Case(**case) for case in content["cases"]]})


GROUPS = [read(path) for path in sorted(FILES.glob("*.yml"))]
every_group = pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
every_case = pytest.mark.parametrize(
    ("group", "case"), [pytest.param(group, case, id=case.name) for group in GROUPS for case in group.cases]
)


def names(group: Group, case: Case) -> list[str]:
    """The names of the tasks of a case, the one whose message is looked at first."""
    return [case.in_way(way) for way in group.ways_of(case)] or [case.name]


Played = Callable[[Group], PlaybookRun]


@pytest.fixture(scope="module")
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """What became of the cases that are to be tested, in Ansible and in this process, once for all tests."""
    groups, cases = selected(request, "group"), selected(request, "case")
    runs = {}
    scenes = {}
    for group in groups:
        wanted = [case for case in group.cases if case in cases] or group.cases
        runs[group.name] = played(tmp_path_factory.mktemp(group.name), group.tasks(wanted), group.files)
        if any(map(group.ways_of, wanted)):
            scenes[group.name] = group.scene(wanted)
    for name, run in perform_together(tmp_path_factory.mktemp("bad-input"), scenes).items():
        runs[name] = replace(run, rc=run.rc or runs[name].rc, results=runs[name].results + run.results)
    return lambda group: runs[group.name]


@every_group
def test_the_playbook_ends_well(done: Played, group: Group) -> None:
    """And prints nothing that would scare its user; a failure that is ignored is none."""
    run = done(group).succeeded()
    assert [word for word in ("Traceback", "MODULE FAILURE", "unhandled", "[WARNING]") if word in run.output] == []
    assert [one.task for one in run.results if one.result.get("warnings")] == []


@every_case
def test_the_message_says_what_and_where_and_what_to_do(done: Played, group: Group, case: Case) -> None:
    message = done(group).result(names(group, case)[0])["msg"]
    assert [part for part in case.says if part not in message] == [], message
    assert [word for word in NOT_FOR_USERS if word in message] == [], message


@pytest.mark.parametrize(
    ("group", "case"),
    [pytest.param(group, case, id=case.name) for group in GROUPS for case in group.cases if case.hides],
)
def test_no_secret_is_shown(done: Played, group: Group, case: Case) -> None:
    for name in names(group, case):
        result = str(done(group).result(name))
        assert [secret for secret in case.hides if secret in result] == []


@every_case
def test_nothing_is_changed(done: Played, group: Group, case: Case) -> None:
    for name in names(group, case):
        accepted = [entry for entry in done(group).sent(name) if entry["code"] in (200, 201)]
        assert changing(accepted) == []
        assert not done(group).result(name)["changed"]


@pytest.mark.parametrize(
    ("group", "case"),
    [
        pytest.param(group, case, id=case.name)
        for group in GROUPS
        for case in group.cases
        if "elsewhere" in group.ways_of(case)
    ],
)
def test_both_ways_say_the_same(done: Played, group: Group, case: Case) -> None:
    assert alike(done(group).result(case.in_way("elsewhere"))) == alike(done(group).result(case.in_way("here")))


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
