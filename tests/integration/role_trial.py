# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Roles at servers with habits, judged like modules: what their pages show is played in two runs of Ansible."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from ansible_collections.communigate.pro.tests.integration.role_page import ROLES, SITES, role_of, scene, sent
from ansible_collections.communigate.pro.tests.integration.stage import Company
from support.embedded_server import say_before, state_of
from support.habit_rehearsal import Taken
from support.habit_verdict import MAY_REFUSE
from support.known_habits import KNOWN
from support.playbook import PlaybookRun

_MODULE = re.compile(r"communigate\.pro\.(cgp_\w+)")


def modules_of(name: str) -> set[str]:
    """The modules that the role of a page uses."""
    files = (ROLES / role_of(name) / "tasks").rglob("*.yml")
    return {module for file in files for module in _MODULE.findall(file.read_text(encoding="utf-8"))}


def holds(name: str, habit: str) -> bool:
    """Whether all modules that the role of a page uses are known to hold under a habit."""
    return not any((habit, module) in KNOWN for module in modules_of(name))


def drawn_for(name: str, seed: int) -> tuple[str, ...]:
    """A set of habits without those under which a module of the role fails, or any may."""
    return tuple(habit for habit in drawn(seed) if habit not in MAY_REFUSE and holds(name, habit))


def touches(habit: str, alone: Taken) -> bool:
    """Whether a habit can make a difference to what was done without."""
    known = HABITS[habit]
    if known.usual:
        return False
    return bool(alone.refused if known.refuses is not None else alone.verbs & known.touches)


def taken(runs: Sequence[PlaybookRun], states: Sequence[Any]) -> Taken:
    """What came of a page that was played several times, as if it were one step of a module."""
    entries = [entry for run in runs for one in run.results for entry in one.sent]
    refused = [entry["code"] for entry in entries if entry["code"] >= 500]
    verbs = {entry["verb"] for entry in entries}
    return Taken([_result(run) for run in runs], [sent(run) for run in runs], list(states), verbs, refused)


def _result(run: PlaybookRun) -> dict[str, Any]:
    """The results of a role's tasks as if they were one."""
    failed = [one for one in run.results if one.status in ("failed", "unreachable") and not one.ignored]
    whole: dict[str, Any] = {"changed": bool(run.changed), "failures": [], "warnings": []}
    for one in run.results:
        whole["failures"] += one.result.get("failures") or ()
        whole["warnings"] += one.result.get("warnings") or ()
    if failed:
        whole.update(failed=True, msg="; ".join("%s: %s" % (one.task, one.result.get("msg")) for one in failed))
    return whole


def tried(directory: Path, wanted: Mapping[str, tuple[str, Sequence[str]]]) -> dict[str, Taken]:
    """What comes of pages, by names of their own, at servers with these habits."""
    scenes = {}
    for name, (page, habits) in wanted.items():
        scenes[name] = scene(page, directory / name / "site" / "files", ["--habit=%s" % habit for habit in habits])
    with Company(directory, scenes) as company:
        servers = {name: company.server(name) for name in scenes}
        for name, (page, _habits) in wanted.items():
            say_before(servers[name], SITES[page].prepare)
        states = [{name: state_of(server) for name, server in servers.items()}]
        acts = []
        for _number in range(2):
            acts.append(company.act())
            states.append({name: state_of(server) for name, server in servers.items()})
    return {name: taken([act[name] for act in acts], [state[name] for state in states]) for name in scenes}
