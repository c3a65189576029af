# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an _info module returns is given to its noun's module in Ansible, as it is: through the router and elsewhere.

Of each module that tells rows it is the case (tests/integration/cases) that returns the most. That all of them are
taken, of every server, is for tests/unit/document/test_told_rows.py, without Ansible.
"""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.tests.integration.case import CASES, Case, Cases, command_simulator
from ansible_collections.communigate.pro.tests.integration.noun import COLLECTION, changing, say
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support.playbook import PlaybookRun, play

TOLD = [cases for cases in CASES if getattr(subject_of(cases.module), "resource", None) is not None]


def most(cases: Cases) -> Case:
    result = subject_of(cases.module).result
    return max(cases.cases, key=lambda case: len(case.returns.get(result) or ()))


def tasks(cases: Cases) -> list[dict[str, Any]]:
    info, case = subject_of(cases.module), most(cases)
    told = [*say("prepare", cases.prepare), *say("prepare more", case.prepare)]
    told += command_simulator("more", case.control)
    module = COLLECTION + cases.module
    for way, vars_ in WAYS.items():
        told.append({"name": "read " + way, module: case.options, "vars": vars_, "register": "found"})
        taken = {info.resource.list_option: "{{ found.%s }}" % info.result}
        told.append({"name": "given back " + way, module[: -len("_info")]: taken, "vars": vars_, "diff": True})
    return told


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlaybookRun]:
    scenes = {
        cases.module: Scene([play(*tasks(cases))], flags=cases.simulator, control=cases.control) for cases in TOLD
    }
    return perform_together(tmp_path_factory.mktemp("told"), scenes)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("cases", TOLD, ids=lambda cases: cases.module)
def test_what_is_returned_is_taken_and_changes_nothing(
    runs: dict[str, PlaybookRun], cases: Cases, way: str
) -> None:
    run, info = runs[cases.module].succeeded(), subject_of(cases.module)
    found, taken = run.result("read " + way), run.result("given back " + way)
    assert run.modules("given back " + way) == (way == "elsewhere")
    assert len(found[info.result]) == taken["counts"]["wanted"] == taken["counts"]["unchanged"] > 0
    assert not taken["changed"]
    assert changing(run.sent("given back " + way)) == []


@pytest.mark.parametrize("cases", TOLD, ids=lambda cases: cases.module)
def test_both_ways_return_and_take_the_same(runs: dict[str, PlaybookRun], cases: Cases) -> None:
    run = runs[cases.module]
    for name in ("read ", "given back "):
        here, elsewhere = (alike(run.result(name + way)) for way in WAYS)
        assert here == elsewhere
